from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.interchange import read_families
from eymeeting.domain.actions import Action
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.gives_away import Suggestion, as_if_open, gives_away
from eymeeting.domain.left_as_it_is import (
    decided,
    deciding,
    next_decision,
    still_to_decide,
    with_it_left,
)
from eymeeting.domain.meeting import Line
from eymeeting.domain.strengths import turned_strength
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 11, 22)
KEPT = Path(__file__).parents[1] / "families" / "over_time.json"
SIDE_DOOR = "Meet Layla at the side door of Thornfield Primary at 8.45"


@cache
def families() -> dict[str, Family]:
    return {family.ref: family for family in read_families(KEPT.read_text("utf-8"))}


def action(text: str, owner: str | None = "w3", **more: object) -> Action:
    plain = Action(
        id=f"new {text}",
        position=90,
        text=text,
        owner=owner,
        due=None,
        area="learning",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def haddads(*actions: Action, lines: tuple[Line, ...] = ()) -> Family:
    family = families()["EYM-0003"]
    return replace(family, actions=(*family.actions, *actions), lines=(*family.lines, *lines))


def told(family: Family) -> list[tuple[tuple[str, ...], str, str, bool]]:
    found = gives_away(family, today=TODAY, pack=PACK)
    return [(each.from_whom, each.protects, each.says, each.only_times) for each in found]


def marks_copy(family: Family) -> str:
    copy = family_copy(family, "p2", today=TODAY, pack=PACK)
    return repr(replace(copy, must_not_hold={}))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SIDE_DOOR, "This action names the school, with a time of day."),
        ("Layla is let in by the side door", "This action names the way to school."),
        ("Take Layla to Hillside Primary", "This action names the school."),
        ("Walk Adam to nursery", "This action names the nursery."),
        ("Layla goes to the mosque after tea", "This action names a place of worship."),
        ("Rana waits at the bus stop", "This action names a bus."),
        ("Rana's car is a blue Fiesta: AB12 CDE", "This action names a car."),
        ("Rana starts at Bramble Yard on Monday", "This action names a place."),
        ("Call at the hostel with the forms", "This action names a place."),
        ("Call at the refuge with the forms", None),
        ("Rana to see Safe Steps", None),
        ("Rana at Larkfield Children's Centre", None),
        (
            "Rana comes to Larkfield Children's Centre at 10",
            "This action says when somebody is at Larkfield Children's Centre.",
        ),
        ("Send Layla's school report to Mark", None),
        ("Mark goes to the gym", None),
        ("Read with Layla every evening", None),
        ("Ring Rana about Universal Credit by Friday", None),
        ("Give the letter to Imran Sheikh", None),
    ],
)
def test_what_a_text_names_is_told_in_one_sentence(text: str, says: str | None) -> None:
    found = [each for each in told(haddads(action(text))) if each[0] == ("p2",)]
    assert [each[2] for each in found] == ([] if says is None else [says])


def test_the_chair_is_told_and_what_is_accepted_stands_on_no_copy_of_theirs() -> None:
    family = haddads(action(SIDE_DOOR))
    assert SIDE_DOOR in marks_copy(family)
    [found] = gives_away(family, today=TODAY, pack=PACK)
    assert (found.from_whom, found.protects, found.words) == (("p2",), "c1", SIDE_DOOR)
    without = after(family, found, "without_times")
    assert "side door of Thornfield Primary'" in marks_copy(without)
    assert "8.45" not in marks_copy(without)
    kept = after(without, found, "not_for")
    assert "Thornfield" not in marks_copy(kept)
    assert "8.45" not in marks_copy(kept)
    assert SIDE_DOOR in repr(family_copy(kept, "p1", today=TODAY, pack=PACK))
    for each in (without, kept):
        assert gives_away(each, today=TODAY, pack=PACK) == ()
        [again] = gives_away(as_if_open(each), today=TODAY, pack=PACK)
        assert (again.from_whom, again.says) == (found.from_whom, found.says)
    assert after(kept, found, "left") == family


def after(family: Family, suggestion: Suggestion, decision: str) -> Family:
    for change in deciding(family, suggestion, decision):  # type: ignore[arg-type]
        family = family.after(change)
    return family


def test_nothing_is_suggested_of_what_the_reader_said_does_themselves_or_may_not_see() -> None:
    hidden = Visibility(level="named", to=("p1", "w4"))
    family = haddads(
        action("Take Layla to school at 8.45", "p2"),
        action("Walk Layla to school", helpers=("p2",)),
        action("Bring Layla to school", visibility=hidden),
        action("Collect Layla from school", meeting=family_meeting("p2")),
        lines=(line("Layla likes it at school", "p2"),),
    )
    assert [each for each in told(family) if each[0] == ("p2",)] == []
    heard = haddads(lines=(line("Layla likes it at school", "p1"), line("She is in at nine", "p1")))
    assert [each[2] for each in told(heard)] == ["This line names the school."]


def line(text: str, by: str) -> Line:
    return Line(id=text, meeting="", section="present", text=text, by=by)


def family_meeting(apart: str) -> str:
    meetings = families()["EYM-0003"].meetings
    return next(each.id for each in meetings if apart in (each.separate_from or ()))


def test_a_text_that_stays_off_every_paper_anyway_is_not_asked_about() -> None:
    family = haddads(action("Write to Ms Haddad at Zephyr School"), action("Ask zephyr, by the gate"))
    layla = replace(family.people[2], school="Zephyr School")
    family = replace(family, people=(*family.people[:2], layla, family.people[3]))
    [found] = [each for each in gives_away(family, today=TODAY, pack=PACK) if each.from_whom == ("p2",)]
    assert (found.words, found.says) == ("Ask zephyr, by the gate", "This action names the school.")


def test_each_press_goes_round_and_what_is_left_as_it_is_is_asked_again_only_when_its_words_change() -> None:
    family = haddads(action(SIDE_DOOR))
    [found] = gives_away(family, today=TODAY, pack=PACK)
    round_trip = ["to_decide"]
    for _ in range(4):
        round_trip.append(next_decision(found, round_trip[-1]))  # type: ignore[arg-type]
    assert round_trip == ["to_decide", "not_for", "without_times", "left", "not_for"]
    assert next_decision(replace(found, only_times=True), "to_decide") == "without_times"
    kept = with_it_left("", found)
    assert SIDE_DOOR not in kept
    assert (decided(family, found, ""), decided(family, found, kept)) == ("to_decide", "left")
    assert still_to_decide([found], kept) == ()
    reworded = replace(
        family, actions=(*family.actions[:-1], replace(action(SIDE_DOOR), text=f"{SIDE_DOOR}!"))
    )
    [again] = gives_away(reworded, today=TODAY, pack=PACK)
    assert still_to_decide([replace(again, about=reworded.actions[-1])], kept) != ()


def test_a_strength_is_kept_from_them_with_the_line_it_was_picked_out_of() -> None:
    family = haddads(lines=(line("Layla loves the trains at nursery", "p1"),))
    family = family.after(turned_strength(family, family.lines[-1]))
    found = [each for each in gives_away(family, today=TODAY, pack=PACK) if each.from_whom == ("p2",)]
    kept = after(family, found[0], "not_for")
    assert [each.not_for for each in kept.lines[-2:]] == [("p2",), ("p2",)]
    assert after(kept, found[0], "left") == family


texts = st.sampled_from(["Meet at school at 8.45", "At the refuge", "Walk to Bramble Yard", "x"])


@given(st.lists(texts, max_size=4, unique=True))
@settings(max_examples=25, deadline=None)
def test_a_family_with_nothing_to_hide_is_asked_nothing(words: list[str]) -> None:
    for ref, family in families().items():
        if ref in ("EYM-0003", "EYM-0005"):
            continue
        more = replace(family, actions=(*family.actions, *map(action, words)))
        assert gives_away(more, today=TODAY, pack=PACK) == ()
