from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, said, score, with_more
from openxml_audit import OpenXmlValidator

from exports.easy_read import build_easy_read
from exports.easy_read_copy import easy_read
from exports.laid_out import Asked
from exports.paper import Paper
from exports.symbols import SHOWS, Symbol, picture
from eymeeting.domain.copies import Ending, FamilyCopy, HowFar
from eymeeting.domain.easy_copy import EasyCopy
from eymeeting.domain.easy_words import confirmed, fingerprint
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import EasyWords
from eymeeting.domain.reading_age import reading, sentences_in, words_in
from eymeeting.domain.text import clean_line

Read = Callable[[FamilyCopy], Any]
MADE_AT = datetime(2026, 6, 1, 15, tzinfo=UTC)
EASY = Paper(format="easyread")
SAID = st.text(st.sampled_from('abcdefghij &<>"’éłم中😀\x0b\x00-.\n'), min_size=2, max_size=60).filter(
    lambda text: any(each.isalpha() for each in text)
)


@pytest.fixture
def read(reopened: Callable[[Document], Any], made_at: datetime) -> Read:
    def reading_of(copy: FamilyCopy) -> Any:
        return reopened(
            build_easy_read(EasyCopy(copy=copy, areas={"Money": "money"}, about={}, waiting=0), made_at)
        )

    return reading_of


def rows(paper: Any) -> dict[str, list[list[str]]]:
    return dict(zip(paper.headings[1:], paper.tables, strict=True))


def test_nothing_is_said_of_last_time_where_nobody_has_a_number_of_it(
    read: Read, usual_copy: FamilyCopy
) -> None:
    def told(copy: FamilyCopy) -> str:
        return "".join(cell for row in rows(read(copy))["Where we are on the scale"] for cell in row)

    first = tuple(replace(each, last_time="not asked") for each in usual_copy.scores)
    assert "Last time" not in told(replace(usual_copy, scores=first))
    assert "Last time" in told(usual_copy)


def test_pictures_stand_left_and_words_right_in_the_order_people_ask(
    read: Read, usual_copy: FamilyCopy
) -> None:
    paper = read(usual_copy)
    assert paper.headings == [
        "Our family plan: Team Lime Tree",
        "Who was there",
        "What we did",
        "What is good",
        "What we want to change",
        "What will happen next",
        "Our main helper",
        "Our next meeting",
        "If you are worried",
        "What Alfie said",
        "Where we are on the scale",
        "Who may see this plan",
        "If you change your mind",
    ]
    assert "This plan is easy to read. You can ask someone to read it with you." in paper.lines
    table = rows(paper)
    assert table["What is good"][0] == ["Good", "This is going well."]
    assert table["What is good"][1] == ["", "We eat tea together most nights."]
    assert table["What will happen next"][2][1].splitlines() == [
        "Lights out at 8pm, with one story.",
        "Who: Orla and Sam.",
        "When: Tuesday 1 December.",
        "We will know: Kit sleeps in his own bed four nights a week.",
    ]
    assert table["Our main helper"][1][1].splitlines() == [
        "Mina Costa.",
        "Family support worker.",
        "Phone 01632 960 141.",
    ]
    assert table["Where we are on the scale"][2][1].splitlines()[:2] == [
        "Orla:",
        "Money. Last time: 2. Now: 4. We hope for: 7.",
    ]
    assert [row[1] for row in table["Who may see this plan"][1:]] == [
        f"{each}." for each in usual_copy.may_see
    ]


def test_a_picture_is_kept_once_and_read_out_once_in_a_table(read: Read, usual_copy: FamilyCopy) -> None:
    paper = read(usual_copy)
    kept = [name for name in paper.names if name.startswith("word/media/")]
    xml = zipfile.ZipFile(io.BytesIO(paper.content)).read("word/document.xml").decode()
    assert len(kept) == len(set(kept)) < xml.count("<pic:pic ")
    good = xml[xml.index("What is good") : xml.index("What we want to change")]
    assert (good.count(SHOWS["star"]), good.count("adec:decorative ")) == (1, 3)
    assert xml.count("<w:tblHeader/>") == xml.count("<w:tbl>") == xml.count("<w:tblDescription ")
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>")


def test_the_file_is_sound_and_every_word_is_of_sixteen_points(
    read: Read, usual_copy: FamilyCopy, tmp_path: Path
) -> None:
    paper = read(usual_copy)
    (tmp_path / "plan.docx").write_bytes(paper.content)
    found = OpenXmlValidator().validate(tmp_path / "plan.docx")
    assert found.is_valid, [str(error) for error in found.errors]
    assert '<w:sz w:val="32"/>' in zipfile.ZipFile(io.BytesIO(paper.content)).read("word/styles.xml").decode()


def test_our_own_sentences_are_short_and_easy(read: Read, bare_copy: FamilyCopy) -> None:
    paper = read(bare_copy)
    told = [*paper.lines, *(cell for table in paper.tables for row in table for cell in row)]
    assert all(len(words_in(each)) <= 15 for text in told for each in sentences_in(text))
    found = reading(told)
    assert found is not None
    assert found.grade <= 4
    assert "We have not agreed anything yet." in rows(paper)["What will happen next"][1][1]


def test_a_plan_that_ends_says_so_first_and_how_far_people_have_come(
    read: Read, usual_copy: FamilyCopy
) -> None:
    far = HowFar(area="Money", who="Orla", numbers=(2, 5, 8), change="up 6")
    end = Ending(
        is_celebrated=True, reason="We finish because things are better.", how_far=(far,), said="Good"
    )
    paper = read(replace(usual_copy, ending=end, next_time=None, actions=()))
    assert paper.headings[1:4] == ["This plan ends now", "Then and now", "How this was for you"]
    assert rows(paper)["Then and now"][1][1] == "Orla:\nMoney. It was 2. Now it is 8."
    assert "What we want to change" not in paper.headings
    assert "Our next meeting" not in paper.headings


@pytest.mark.parametrize("symbol", get_args(Symbol))
def test_every_symbol_has_its_drawing_its_picture_and_words_for_it(symbol: Symbol) -> None:
    assert picture(symbol).startswith(b"\x89PNG")
    assert len(picture(symbol)) < 5000
    assert files("exports.symbols").joinpath(f"{symbol}.svg").read_text("utf-8").startswith("<svg")
    assert len(SHOWS[symbol]) > 8


def family_with(held: list[str], short: list[str | None]) -> Family:
    """The Pells, with what was said and what is to be done in these words; some have short ones."""
    parts = ("good_at", "change", "life_when")
    lines = tuple(
        replace(said(parts[n % 3], text), id=f"l{n}", position=n) for n, text in enumerate(held[:3])
    )
    actions = tuple(action(f"a{n}", "mum", text=text) for n, text in enumerate(held[3:]))
    family = with_more(
        FAMILY, lines=lines, actions=actions, scores=(score("mum", 3),), attendance=(attended("mum"),)
    )
    for text, words in zip(held, short, strict=True):
        if words is not None:
            for change in confirmed(family, text, words, by="lead", on=TODAY, pack=PACK):
                family = family.after(change)
    return family


@settings(max_examples=20, deadline=None)
@given(
    st.lists(SAID, min_size=5, max_size=5, unique_by=clean_line),
    st.lists(st.sampled_from([None, "Tea is calm.", "We go out", "Kit & <us>"]), min_size=5, max_size=5),
)
def test_every_word_stands_on_the_paper_or_the_words_confirmed_for_it_do(
    held: list[str], short: list[str | None]
) -> None:
    family = family_with(held, short)
    laid = easy_read(Asked(family=family, reader="mum", today=TODAY, made_at=MADE_AT, pack=PACK, paper=EASY))
    assert not isinstance(laid.document, bytes)
    cells = (cell.text for table in laid.document.tables for row in table.rows for cell in row.cells)
    there = " ".join("\n".join(cells).replace("\u00a0", " ").split())
    for text, words in zip(held, short, strict=True):
        for each in clean_line(text if words is None else words).split():
            assert each.strip("-–•.") in there
    assert len(laid.remarks) == 1


def test_nobody_is_told_what_waits_once_all_is_confirmed() -> None:
    family = with_more(FAMILY, lines=(said("good_at", "We laugh"),))
    asked = Asked(family=family, reader="mum", today=TODAY, made_at=MADE_AT, pack=PACK, paper=EASY)
    [remark] = easy_read(asked).remarks
    assert remark.endswith("texts have no short words yet and stand as said.")
    words = PACK.sentences
    every = ("We laugh", *words.sharing, *words.harm, *words.keeping, *words.wrong, *words.worried)
    kept = tuple(
        EasyWords(id=f"e{n}", position=n, of=fingerprint(text), words=text, confirmed_by="lead", on=TODAY)
        for n, text in enumerate(every)
    )
    assert easy_read(replace(asked, family=replace(family, easy_words=kept))).remarks == ()
    assert easy_read(replace(asked, family=replace(family, easy_words=kept[1:]))).remarks == (
        "1 text has no short words yet and stands as said.",
    )
