"""The organisation's own sentences and names of things, on papers in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import docx
import polib
import pytest
from docx.table import Table
from made.pells import FAMILY, PACK, TODAY, action, said, with_more

from exports.catalogues import catalogue_from, template
from exports.copying import make_copy
from exports.fixed_words import ENGLISH, FixedWords
from exports.paper import Paper, PaperFormat
from exports.spoken import NO_BREAK, as_told, names_listed
from exports.words_of_a_pack import template_with
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.meeting import FamilyChange, Priority
from eymeeting.domain.our_words import OurWords, in_a_paragraph, joined
from eymeeting.domain.problems import Refused

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
POLISH = {
    "{names} and {last}": "{names} i {last}",
    "{name} has moved.": "{name} mieszka gdzie indziej.",
    "{name} was born on {day}.": "{name}: urodziny {day}.",
    "March": "marca",
    "Not yet agreed, with {names}": "Nie wiemy jeszcze kto; pomoże {names}",
    "{service} (only {part})": "{service} (tylko {part})",
}


def catalogue(entries: Mapping[str, str], **header: str) -> bytes:
    made = polib.POFile()
    made.metadata = {
        "Language": "pl",
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Checked-By": "Ewa Nowak",
        "X-Checked-On": "2026-05-22",
        **header,
    }
    made.extend(polib.POEntry(msgid=english, msgstr=said) for english, said in entries.items())
    return f"{made}".encode()


def polish(entries: Mapping[str, str]) -> FixedWords:
    return catalogue_from(catalogue(entries), TODAY).words


def on_paper(family: Family, words: FixedWords, folder: Path, form: PaperFormat = "standard") -> str:
    made = make_copy(
        family,
        "mum",
        folder=folder,
        now=NOW,
        pack=PACK,
        kind="family",
        papers=lambda _: Paper(words=words, format=form),
    )
    lines = []
    for block in docx.Document(str(made.path)).iter_inner_content():
        cells = [cell.text for row in block.rows for cell in row.cells] if isinstance(block, Table) else []
        lines += cells or [getattr(block, "text", "")]
    return "\n".join(lines).replace(NO_BREAK, " ")


def test_what_the_app_puts_into_words_is_told_in_the_language_and_names_stay() -> None:
    words = polish(POLISH)
    born = OurWords("{name} was born on {day}.", name="Kit", day=date(2026, 3, 30))
    assert as_told(born, words) == f"Kit: urodziny 30{NO_BREAK}marca 2026."
    assert as_told(OurWords("{news} {note}", news=born, note="Both are well."), words).endswith(
        "2026. Both are well."
    )
    assert as_told("Kit has moved.", words) == "Kit has moved."
    assert as_told(joined(["Ann and Co", "Bo", "Di"]), words) == "Ann and Co, Bo i Di"
    services = ["School", OurWords("{service} (only {part})", service="Clinic", part="the asthma plan")]
    assert names_listed(services, words) == "School i Clinic (tylko the asthma plan)"
    assert names_listed(services, ENGLISH) == "School and Clinic (only the asthma plan)"


def test_a_plan_has_none_of_our_words_left_in_english_where_they_are_translated(tmp_path: Path) -> None:
    moved = FamilyChange(id="fc", meeting="m1", person="ivy", event="moved", on=TODAY)
    family = with_more(
        family_changes=(moved,),
        actions=(action("Walk", "mum", helpers=("teacher",)), action("Wait", None, helpers=("mum",))),
    )
    told = on_paper(family, polish(POLISH), tmp_path)
    assert "Rosa i Di Eames" in told
    assert "Nie wiemy jeszcze kto; pomoże Rosa" in told
    assert "Ivy mieszka gdzie indziej." in told
    english = on_paper(family, ENGLISH, tmp_path)
    assert "Rosa and Di Eames" in english
    assert "Not yet agreed, with Rosa" in english
    assert "Ivy has moved." in english


@pytest.mark.parametrize("form", ["standard", "easyread"])
def test_the_organisations_own_sentences_are_in_the_language_where_the_catalogue_has_them(
    form: PaperFormat, tmp_path: Path
) -> None:
    area, sentences = PACK.areas[0], PACK.sentences
    own = [*sentences.sharing, *sentences.harm, *sentences.keeping, *sentences.worried, area.name]
    entries = {each: f"Po polsku {place:02}." for place, each in enumerate(own)}
    chosen = Priority(id="pr", meeting="m1", area=area.id, life_when="Money is no worry")
    family = with_more(priorities=(chosen,), lines=(said("good_at", area.name, by="mum"),))
    told = on_paper(family, polish(entries), tmp_path, form)
    assert [each for each in entries.values() if each.rstrip(".") not in told] == []
    assert [each for each in own[:-1] if each in told] == []
    assert [each for each in sentences.wrong if each not in told] == []
    assert area.name in told, "what somebody of the family said stays as it was said"


def test_an_easy_read_plan_keeps_the_pictures_of_its_parts_in_every_language(tmp_path: Path) -> None:
    area = PACK.areas[0]
    family = with_more(priorities=(Priority(id="pr", meeting="m1", area=area.id),))
    shown = []
    for words in (ENGLISH, polish({area.name: "Po polsku", PACK.sentences.sharing[0]: "Zdanie."})):
        on_paper(family, words, tmp_path / words.code, "easyread")
        [made] = (tmp_path / words.code).iterdir()
        with ZipFile(made) as package:
            shown.append([package.read(name) for name in package.namelist() if "/media/" in name])
    assert shown[0] == shown[1] != []


def test_the_organisations_words_are_used_only_once_somebody_has_checked_them() -> None:
    sentence = PACK.sentences.worried[0]
    with pytest.raises(Refused, match="Nobody has checked it"):
        catalogue_from(catalogue({sentence: "x"}, **{"X-Checked-By": ""}), TODAY)


def test_the_template_with_a_pack_holds_its_own_words_after_ours_each_once() -> None:
    odd = replace(
        PACK,
        sentences=replace(PACK.sentences, worried=("Ring the {desk}.", "Ring the {desk}."), scale=""),
        words=replace(PACK.words, plan="circle plan"),
    )
    whole = polib.pofile(template_with(odd))
    ours = {each.msgid for each in polib.pofile(template())}
    own = [each for each in whole if each.msgid not in ours]
    found = [each.msgid for each in own]
    assert len(found) == len(set(found))
    assert {"Ring the {desk}.", "circle plan", PACK.areas[0].name, *PACK.sentences.wrong} <= set(found)
    assert "" not in found
    assert all("the organisation's own" in each.comment for each in own)
    assert template_with(odd).startswith(template())


def test_a_sentence_with_braces_of_its_own_harms_no_paper() -> None:
    words = polish({"Ring the {desk}.": "Dzwoń: {desk}."})
    paragraph = in_a_paragraph(("Ring the {desk}.", "Wait {there"))
    assert as_told(paragraph, words) == "Dzwoń: {desk}. Wait {there"


def test_on_an_english_paper_nothing_is_taken_apart() -> None:
    copy = family_copy(FAMILY, "mum", today=TODAY, pack=PACK)
    assert all(as_told(each, ENGLISH) is each for each in copy.sharing)
