"""What is expected of copies, word by word, in all that the unpacked files hold."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import docx
import pytest
from made.expected import (
    PACK,
    TOLD_IN_CONFIDENCE,
    families,
    kept_from_kelly,
    kept_from_mark,
    kept_from_rana,
    lins_own,
    only_scored_by,
    worker,
    zoes_words,
)
from made.papers import everything_in, found_in, scores_on

from exports.copying import make_copy
from eymeeting.domain.problems import NotFound, Problem, Refused
from eymeeting.domain.signing import can_sign

TODAY = date(2026, 11, 22)
SCORED_FOR_EVERYONE = {PACK.area_name(each) for each in ("home", "money", "relationships")}
"""The parts of life the Osei-Marchettis gave a number that is for all of them."""

Copies = Callable[..., Path]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """Makes somebody's copy, each of them once."""
    folder = tmp_path_factory.mktemp("papers")
    made: dict[tuple[object, ...], Path] = {}

    def copy(ref: str, reader: str, meeting: int | None = None, *, on: date = TODAY) -> Path:
        wanted = (ref, reader, meeting, on)
        if wanted not in made:
            now = datetime.combine(on, time(10), UTC)
            paper = make_copy(families()[ref], reader, folder=folder, now=now, pack=PACK, meeting=meeting)
            made[wanted] = paper.path
        return made[wanted]

    return copy


def all_copies(copies: Copies, ref: str, reader: str) -> list[Path]:
    """Somebody's copy of how things stand now, and of each meeting there is one of for them."""
    family = families()[ref]
    numbers = [each.number for each in family.meetings if reader not in (each.separate_from or ())]
    assert numbers
    return [copies(ref, reader), *(copies(ref, reader, number) for number in numbers)]


def in_any(papers: list[Path], *sought: str) -> list[str]:
    return [word for paper in papers for word in found_in(everything_in(paper), sought)]


def test_0003_marks_copy_holds_nothing_of_ranas_life(copies: Copies) -> None:
    papers = all_copies(copies, "EYM-0003", "p2")
    assert in_any(papers, *kept_from_mark(), "Rana") == []
    assert in_any(papers, "Caring Dads")


def test_0003_marks_copy_holds_none_of_ranas_scores(copies: Copies) -> None:
    papers = all_copies(copies, "EYM-0003", "p2")
    for paper in papers:
        assert {row[1:] for row in scores_on(paper)} == {("Mark", "5"), ("Mark", "4"), ("Mark", "7")}
    assert in_any(papers, *only_scored_by("EYM-0003", "p1", "p2")) == []


def test_0003_ranas_copy_holds_nothing_of_marks_life_and_all_of_her_own(copies: Copies) -> None:
    papers = all_copies(copies, "EYM-0003", "p1")
    assert in_any(papers, *kept_from_rana(), "Mark") == []
    assert {"side door", "Safe Steps"} <= set(in_any(papers, *kept_from_mark()))


def test_0003_ranas_copy_holds_none_of_marks_scores(copies: Copies) -> None:
    for paper in all_copies(copies, "EYM-0003", "p1"):
        assert {row[1] for row in scores_on(paper)} == {"Rana"}
        assert {row[2] for row in scores_on(paper)} == {"2", "3", "4", "6"}


def test_0003_the_refuge_and_the_named_group_stand_on_no_family_copy_and_no_list(copies: Copies) -> None:
    papers = [*all_copies(copies, "EYM-0003", "p1"), *all_copies(copies, "EYM-0003", "p2")]
    lists = [copies("EYM-0003", each.id) for each in families()["EYM-0003"].workers]
    assert in_any([*papers, *lists], "refuge", "MARAC") == []


def test_0003_no_property_remark_hidden_text_bookmark_or_file_name_is_there_to_hold_any(
    copies: Copies,
) -> None:
    for reader, sought in (("p1", kept_from_rana()), ("p2", kept_from_mark())):
        for paper in all_copies(copies, "EYM-0003", reader):
            with zipfile.ZipFile(paper) as package:
                parts = {name: package.read(name).decode() for name in package.namelist()}
            assert not [name for name in parts if "comments" in name or "custom" in name]
            whole = "\n".join(parts.values())
            assert not [mark for mark in ("<!--", "w:vanish", "bookmarkStart", "w:del ") if mark in whole]
            assert (
                found_in(
                    "\n".join((paper.name, parts["docProps/core.xml"], parts["docProps/app.xml"])), sought
                )
                == []
            )


def test_0003_there_is_no_copy_of_a_meeting_one_was_kept_apart_from_and_none_for_nobody(
    copies: Copies, tmp_path: Path
) -> None:
    for reader, meeting in (("p1", 2), ("p2", 1)):
        with pytest.raises(Refused, match="There is no copy of this meeting for this reader"):
            copies("EYM-0003", reader, meeting)
    now = datetime(2026, 11, 22, 10, tzinfo=UTC)
    with pytest.raises(NotFound):
        make_copy(families()["EYM-0003"], "", folder=tmp_path, now=now, pack=PACK)
    assert list(tmp_path.iterdir()) == []


def test_0005_kellys_copy_names_the_carer_by_first_name_only(copies: Copies) -> None:
    papers = all_copies(copies, "EYM-0005", "p2")
    assert in_any(papers, *kept_from_kelly()) == []
    for paper in papers:
        assert found_in(everything_in(paper), ["Maureen, foster carer"])
    assert in_any([copies("EYM-0005", "p1")], "Maureen Dunn, foster carer")


def test_0005_the_carer_is_called_foster_carer_and_never_mum(copies: Copies) -> None:
    papers = [*all_copies(copies, "EYM-0005", "p1"), *all_copies(copies, "EYM-0005", "p2")]
    assert in_any(papers, "mum", "Maureen, mother", "Maureen Dunn, mother") == []
    assert in_any(papers, "Kelly Lowe, birth mother")


def test_0005_who_can_sign_is_the_mother_and_her_copy_says_what_she_agreed_to(copies: Copies) -> None:
    assert [each.id for each in can_sign(families()["EYM-0005"])] == ["p2"]
    agreed = "These services may see this plan: Children's Services (does not need to ask), Acorns Nursery"
    assert found_in(everything_in(copies("EYM-0005", "p2")), [agreed])
    assert found_in(everything_in(copies("EYM-0005", "p1")), ["You have not agreed yet who else may see"])


def test_0006_a_plan_with_an_empty_postcode_tells_father_and_son_apart(copies: Copies) -> None:
    told, names = everything_in(copies("EYM-0006", "p1", 1)), ["Martin Ó Súilleabháin, father", "Marty"]
    assert found_in(told, names) == names
    assert {row[1] for row in scores_on(copies("EYM-0006", "p1", 1))} == {"Bridget", "Big Martin"}


def test_0007_lins_private_words_and_what_came_of_them_are_in_no_family_copy(copies: Copies) -> None:
    papers = [*all_copies(copies, "EYM-0007", "p1"), *all_copies(copies, "EYM-0007", "p2")]
    assert in_any(papers, *lins_own()) == []
    assert in_any(papers, zoes_words())


def test_0007_lins_private_words_are_on_no_list_but_what_came_of_them_on_one(copies: Copies) -> None:
    *words, action = lins_own()
    lists = {each.id: copies("EYM-0007", each.id) for each in families()["EYM-0007"].workers}
    assert in_any(list(lists.values()), *words) == []
    assert [who for who, paper in lists.items() if in_any([paper], action)] == ["w2"]


def test_0007_zoes_page_uses_her_name_her_words_and_her_actions_only(copies: Copies) -> None:
    family = families()["EYM-0007"]
    others = [name for each in family.people if each.id != "c1" for name in (each.first_name, each.called)]
    for paper in all_copies(copies, "EYM-0007", "c1"):
        told = "\n".join(each.text for each in docx.Document(str(paper)).paragraphs)
        assert told.startswith("Zoë\n")
        assert f"“{zoes_words()}”" in told
        held = everything_in(paper)
        assert found_in(held, [*lins_own(), *others, *(each.last_name for each in family.people)]) == []
        assert found_in(held, [each.text for each in family.actions]) == []
        assert found_in(held, [PACK.area_name(each.area) for each in family.scores]) == []


def test_0013_abenas_page_has_what_was_put_into_words_for_her_and_nothing_told_in_confidence(
    copies: Copies,
) -> None:
    papers = all_copies(copies, "EYM-0013", "c1")
    assert in_any(papers, *TOLD_IN_CONFIDENCE, "Efua", PACK.area_name("safety")) == []
    hers = next(each.child_words for each in families()["EYM-0013"].actions if each.id == "a2")
    assert hers is not None
    assert found_in(everything_in(papers[0]), [hers])


@pytest.mark.parametrize("child", ["c1", "c2"])
def test_0003_no_childs_page_holds_anything_of_either_parents_life(child: str, copies: Copies) -> None:
    papers = [copies("EYM-0003", child, number) for number in (None, 1, 2)]
    assert in_any(papers, *kept_from_mark(), *kept_from_rana(), "Rana", "Mark") == []


def test_0008_no_paper_is_made_for_the_school_the_family_refused(copies: Copies) -> None:
    for day in (date(2026, 2, 25), date(2026, 4, 22), TODAY):
        with pytest.raises(Problem, match="The family has not agreed to share with this service"):
            copies("EYM-0008", "w4", on=day)
    papers = all_copies(copies, "EYM-0008", "p1")
    assert in_any(papers, worker("EYM-0008", "w4").name, worker("EYM-0008", "w4").agency) == []


def test_0008_after_21_april_housing_has_no_list_and_before_it_had_one(copies: Copies) -> None:
    before = copies("EYM-0008", "w3", on=date(2026, 4, 20))
    assert found_in(everything_in(before), ["Transfer request"])
    with pytest.raises(Problem, match="The family has not agreed to share with this service"):
        copies("EYM-0008", "w3", on=date(2026, 4, 22))


def test_0008_the_plan_names_the_services_agreed_on_the_day_it_is_made(copies: Copies) -> None:
    agreed = "These services may see this plan: 0-19 Community Health"
    before = everything_in(copies("EYM-0008", "p1", 1, on=date(2026, 4, 20)))
    assert found_in(before, [f"{agreed}, Larkfield Children's Centre and Housing", "Joy Pemberton"])
    after = everything_in(copies("EYM-0008", "p1", on=date(2026, 4, 22)))
    assert found_in(after, [f"{agreed} and Larkfield Children's Centre"])
    assert found_in(after, ["Joy Pemberton", "Housing"]) == []


@pytest.mark.parametrize("reader", ["p2", "p3"])
def test_0013_no_copy_for_luca_or_nonna_holds_what_was_told_in_confidence(
    reader: str, copies: Copies
) -> None:
    assert in_any(all_copies(copies, "EYM-0013", reader), *TOLD_IN_CONFIDENCE) == []


def test_0013_efuas_score_for_feeling_safe_is_on_no_plan_not_even_hers(copies: Copies) -> None:
    for reader in ("p1", "p2", "p3"):
        papers = all_copies(copies, "EYM-0013", reader)
        assert in_any(papers, PACK.area_name("safety")) == []
        assert {row[0] for paper in papers for row in scores_on(paper)} == SCORED_FOR_EVERYONE


def test_0013_the_list_of_the_nurse_says_what_she_does_and_none_what_was_told_to_her(copies: Copies) -> None:
    lists = {each: copies("EYM-0013", each) for each in ("w1", "w2", "w3", "w4")}
    held = {who: in_any([paper], *TOLD_IN_CONFIDENCE) for who, paper in lists.items()}
    assert held == {"w1": [], "w2": ["See Efua alone"], "w3": [], "w4": []}


@pytest.mark.parametrize("reader", ["p1", "p2", "p3"])
def test_0013_the_plan_says_that_joe_marsh_has_not_been_asked_yet_and_who_will(
    reader: str, copies: Copies
) -> None:
    assert in_any([copies("EYM-0013", reader)], "Joe Marsh (Grace Holloway will ask)")
