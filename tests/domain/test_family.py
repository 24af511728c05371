from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.actions import Action, ActionStatus, Update
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry
from eymeeting.domain.family import KEPT_IN, ActionNow, Change, Family, action_now, collections, in_order
from eymeeting.domain.meeting import Attendance, FamilyChange, Line, Meeting, Score
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.problems import NotFound

DAY = date(2026, 3, 2)


def meeting(number: int, on: date = DAY, start: str = "10:00") -> Meeting:
    return Meeting(
        id=f"m{number}",
        position=number,
        number=number,
        type="taf_review",
        on=on,
        start=start,
        planned_minutes=50,
        chair="w1",
        venue="",
    )


def person(id: str = "p1", **known: Any) -> Person:  # noqa: A002
    given: dict[str, Any] = {
        "first_name": "Iris",
        "last_name": "Calder",
        "relationship": "mother",
        "kind": "adult",
        "dob": None,
        "due_date": None,
        "parental_responsibility": None,
        "household": None,
    }
    return Person(id=id, **(given | known))


def line(id: str, position: int = 0, text: str = "") -> Line:  # noqa: A002
    return Line(id=id, position=position, meeting="m1", section="past", text=text)


@pytest.fixture
def family() -> Family:
    return Family(
        details=FamilyDetails(id="F-1", family_name="Calder"),
        people=(person(), person("c1", first_name="Rowan", kind="child", relationship="child")),
        workers=(Worker(id="w1", name="Nadia Frost", role="Health visitor", agency="Health"),),
        meetings=(meeting(1), meeting(2, DAY + timedelta(days=42))),
    )


def change(before: Entry | None, after: Entry | None) -> Change:
    return Change(family="F-1", before=before, after=after)


def test_a_change_has_to_change_something() -> None:
    with pytest.raises(ValueError, match="needs a before or an after"):
        change(None, None)


@pytest.mark.parametrize("after", [line("l2"), replace(person(), id="l1")])
def test_a_change_is_about_one_entry(after: Entry) -> None:
    with pytest.raises(ValueError, match="about one entry"):
        change(line("l1"), after)


def test_a_change_undone_twice_is_the_change() -> None:
    made = change(line("l1"), line("l1", text="now"))
    assert made.undone().undone() == made
    assert made.entry == made.after
    assert change(line("l1"), None).entry == line("l1")


def test_an_entry_stands_where_its_position_says(family: Family) -> None:
    for entry in (line("b", 1), line("a", 2), line("c", 0)):
        family = family.after(change(None, entry))
    assert [entry.id for entry in family.lines] == ["c", "b", "a"]
    assert family.next_position(Line) == 3
    assert family.next_position(Score) == 0


def test_a_change_made_twice_stands_once(family: Family) -> None:
    added = change(None, line("l1"))
    assert family.after(added).after(added) == family.after(added)
    gone = added.undone()
    assert family.after(added).after(gone).after(gone) == family


def test_the_familys_own_names_change_too(family: Family) -> None:
    renamed = replace(family.details, chosen_name="Team Calder")
    made = change(family.details, renamed)
    assert family.after(made).details == renamed
    assert family.after(made).after(made.undone()) == family


LINES = st.builds(line, st.sampled_from("abc"), st.integers(0, 3), st.text(max_size=3))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.none() | LINES), max_size=12))
def test_any_run_of_changes_followed_by_its_undos_is_the_start(wishes: list[tuple[str, Line | None]]) -> None:
    start = Family(details=FamilyDetails(id="F-1", family_name=""), lines=(line("a", 1), line("b", 2)))
    family, made = start, []
    for id_, wish in wishes:
        before = next((entry for entry in family.lines if entry.id == id_), None)
        after = None if wish is None else replace(wish, id=id_)
        if before is None and after is None:
            continue
        made.append(change(before, after))
        family = family.after(made[-1])
    for each in reversed(made):
        family = family.after(each.undone())
    assert family == start


def test_every_kind_of_entry_has_its_collection() -> None:
    hints = get_type_hints(Family)
    held = {get_args(hints[field.name])[0]: field.name for field in fields(Family) if field.name != "details"}
    assert held == KEPT_IN
    assert [name for name, _ in collections(Family(details=FamilyDetails(id="", family_name="")))] == list(
        held.values()
    )


def test_people_and_workers_are_found_by_their_ids(family: Family) -> None:
    assert family.person("p1") == family.member("p1") == family.people[0]
    assert family.worker("w1") == family.member("w1") == family.workers[0]
    assert family.person("w1") is None
    assert family.worker("p1") is None
    assert family.meeting("m2").number == 2


@pytest.mark.parametrize("look", [lambda family: family.member("zz"), lambda family: family.meeting("zz")])
def test_who_or_what_is_not_there_is_told(look: Callable[[Family], object], family: Family) -> None:
    with pytest.raises(NotFound):
        look(family)


def test_meetings_are_in_order_by_day_then_by_their_start_then_by_their_number(family: Family) -> None:
    days = (meeting(4), meeting(3), meeting(2, start="09:00"), meeting(1, DAY + timedelta(days=1)))
    ordered = replace(family, meetings=days).meetings_in_order()
    assert [each.number for each in ordered] == [2, 3, 4, 1]


def test_what_was_said_and_marked_is_found(family: Family) -> None:
    score = Score(id="s1", meeting="m1", area="home", person="p1", value=4)
    mark = Attendance(id="at1", meeting="m1", who="p1", status="present")
    later = replace(line("l2", 1), meeting="m2")
    held = replace(family, scores=(score,), attendance=(mark,), lines=(line("l1"), later))
    assert held.score("m1", "home", "p1") == score
    assert held.score("m2", "home", "p1") is None
    assert held.attendance_of("m1", "p1") == mark
    assert held.attendance_of("m1", "w1") is None
    assert held.lines_of("m1", "past") == (line("l1"),)
    assert held.lines_of("m1", "future") == ()


def born(on: date, **known: Any) -> FamilyChange:
    return FamilyChange(id="b", meeting="m1", person="u1", event="born", on=on, **known)


def test_a_baby_is_a_child_from_the_day_it_is_born(family: Family) -> None:
    unborn = person("u1", first_name="Baby", kind="unborn", relationship="unborn baby", due_date=DAY)
    held = replace(
        family,
        people=(*family.people, unborn),
        family_changes=(born(DAY, first_name="Wren", last_name="Moss"),),
    )
    assert held.person_on("u1", DAY - timedelta(days=1)) == unborn
    baby = held.person_on("u1", DAY)
    assert baby is not None
    assert (baby.first_name, baby.last_name, baby.kind) == ("Wren", "Moss", "child")
    assert (baby.relationship, baby.dob, baby.due_date) == ("child", DAY, None)


def test_the_last_of_several_new_names_of_one_day_counts(family: Family) -> None:
    names = [
        FamilyChange(
            id=name, position=place, meeting="m1", person="p1", event="name_change", on=DAY, last_name=name
        )
        for place, name in enumerate(("Moss", "Reed"))
    ]
    held = replace(family, family_changes=tuple(reversed(names)))
    now = held.person_on("p1", DAY)
    assert now is not None
    assert (now.first_name, now.last_name) == ("Iris", "Reed")
    assert held.person_on("p1", DAY - timedelta(days=1)) == person()


def test_somebody_who_left_has_the_day(family: Family) -> None:
    gone = FamilyChange(id="g", meeting="m1", person="p1", event="left", on=DAY)
    moved = FamilyChange(id="h", meeting="m1", person="p1", event="moved", on=DAY)
    held = replace(family, family_changes=(gone, moved))
    assert held.person_on("p1", DAY) == person(left=DAY)
    assert held.person_on("zz", DAY) is None


AGREED = Action(
    id="a1",
    text="",
    owner="p1",
    due=DAY,
    area="home",
    status="not_started",
    visibility=FOR_THE_FAMILY,
    meeting="m1",
)


def told(number: int, **known: Any) -> Update:
    given: dict[str, Any] = {"status": "under_way", "meeting": "m1"}
    return Update(id=f"u{number}", position=number, action="a1", **(given | known))


def now(family: Family, *updates: Update) -> ActionNow:
    return action_now(replace(family, actions=(AGREED,), updates=updates), AGREED)


def test_an_action_nobody_spoke_of_is_as_agreed(family: Family) -> None:
    as_it_is = now(family, replace(told(1), action="a2"))
    assert (as_it_is.status, as_it_is.owner, as_it_is.due) == ("not_started", "p1", DAY)
    assert as_it_is.updates == ()
    assert as_it_is.moved_from == ()


def test_every_earlier_date_of_an_action_is_kept_oldest_first(family: Family) -> None:
    week, month = DAY + timedelta(days=7), DAY + timedelta(days=28)
    as_it_is = now(family, told(1, due=week), told(2, due=week), told(3, due=month))
    assert as_it_is.due == month
    assert as_it_is.moved_from == (DAY, week)


def test_an_action_that_had_no_date_was_not_moved_from_one(family: Family) -> None:
    undated = replace(AGREED, due=None)
    held = replace(family, actions=(undated,), updates=(told(1, due=DAY),))
    assert action_now(held, undated).due == DAY
    assert action_now(held, undated).moved_from == ()


def test_updates_count_by_the_day_they_were_told_and_not_as_they_were_entered(family: Family) -> None:
    between = DAY + timedelta(days=10)
    at_the_second = told(1, meeting="m2", status="done", reassigned_to="w1")
    as_it_is = now(
        family,
        at_the_second,
        told(2, meeting=None, on=between, status="not_done"),
        told(3, status="part_done"),
    )
    assert [update.status for update in as_it_is.updates] == ["part_done", "not_done", "done"]
    assert (as_it_is.status, as_it_is.owner, as_it_is.is_open) == ("done", "w1", False)


def test_news_of_a_meeting_s_own_day_counts_behind_what_was_kept_before_it(family: Family) -> None:
    twice = replace(family, meetings=(meeting(1), meeting(2, DAY)))
    rung = told(2, meeting=None, on=DAY, status="done")
    assert now(twice, told(1, meeting="m2"), rung).status == "done"
    assert now(twice, told(3, meeting="m2"), rung).status == "under_way"


@pytest.mark.parametrize("status", get_args(ActionStatus))
def test_an_action_is_open_until_it_is_done_or_no_longer_needed(status: ActionStatus, family: Family) -> None:
    assert now(family, told(1, status=status)).is_open == (status not in ("done", "no_longer_needed"))


def test_entries_of_one_position_are_in_the_order_of_their_ids() -> None:
    assert [entry.id for entry in in_order([line("b"), line("a"), line("c", -1)])] == ["c", "a", "b"]


NEWS = st.lists(
    st.tuples(
        st.sampled_from(["m1", "m2", None]), st.integers(0, 14), st.sampled_from(get_args(ActionStatus))
    ),
    max_size=6,
)


@given(NEWS)
def test_news_is_never_lost_and_stands_day_by_day_in_the_order_of_its_meetings(
    run: list[tuple[str | None, int, ActionStatus]],
) -> None:
    held = Family(
        details=FamilyDetails(id="F-1", family_name=""),
        meetings=(meeting(1), meeting(2, DAY + timedelta(days=7))),
    )
    days = {"m1": DAY, "m2": DAY + timedelta(days=7)}
    news = [
        told(at, meeting=place, on=None if place else DAY + timedelta(days=after), status=status)
        for at, (place, after, status) in enumerate(run)
    ]
    found = now(held, *news)
    assert {each.id for each in found.updates} == {each.id for each in news}
    when = [days[each.meeting] if each.meeting else each.on for each in found.updates]
    assert when == sorted(when, key=lambda day: day or DAY)
    assert found.status == (found.updates[-1].status if news else "not_started")
    for place in (None, "m1", "m2"):
        kept = [(each.on, each.position) for each in found.updates if each.meeting == place]
        assert kept == sorted(kept, key=lambda each: (each[0] or DAY, each[1]))
