from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, copy_for, meeting, paper, person, with_more

from eymeeting.domain.change_words import done_words
from eymeeting.domain.corrections import corrections
from eymeeting.domain.cutting import who_gets_a_plan
from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_changing import (
    added,
    can_happen,
    died,
    joined,
    told,
    told_at,
    told_elsewhere,
    why_not_on,
)
from eymeeting.domain.family_history import what_has_happened
from eymeeting.domain.family_moving import move_taken_back, moved_alone, moved_on_another_day, moved_together
from eymeeting.domain.family_rows import place_rows
from eymeeting.domain.kept_homes import is_kept_from
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.names import name_in_picker, people_now, why_not_an_owner
from eymeeting.domain.people import Person
from eymeeting.domain.scoring import who_may_score

BABY = replace(
    person("bun", "Baby", "Pell", "unborn baby", "unborn"),
    due_date=date(2026, 9, 20),
    household="A",
    position=9,
)
BORN_ON = date(2026, 5, 17)


def made(family: Family, changes: tuple[Change, ...]) -> Family:
    for change in changes:
        family = family.after(change)
    return family


def then(family: Family, who: str, day: date) -> Person:
    found = family.person_on(who, day)
    assert found is not None
    return found


def now(family: Family, who: str) -> Person:
    return then(family, who, date.max)


def with_a_birth(family: Family) -> Family:
    return made(family, told(family, "bun", "born", BORN_ON, news="n1", first_name="Wren"))


def test_a_baby_that_is_born_keeps_its_row_and_its_past_and_gets_a_name_and_a_birthday() -> None:
    family = with_a_birth(with_more(FAMILY, people=(BABY,), actions=(action("Buy a cot", "mum"),)))
    assert family.person("bun") == BABY
    assert then(family, "bun", BORN_ON - timedelta(days=1)) == BABY
    born = now(family, "bun")
    assert (born.called, born.dob, born.kind, born.relationship) == ("Wren", BORN_ON, "child", "child")
    assert born.due_date is None
    assert name_in_picker(BABY, with_more(FAMILY, people=(BABY,))) == "Baby Pell, due 20 September 2026"
    assert name_in_picker(BABY, family) == "Wren (child)"


def test_a_new_name_stands_from_its_day_on_and_papers_of_earlier_meetings_keep_the_old_one() -> None:
    two = with_more(FAMILY, meetings=(meeting(2),), actions=(action("Ring the GP", "gran", at="m1"),))
    family = made(two, told(two, "gran", "name_change", date(2026, 3, 20), news="n1", first_name="Adela"))
    assert then(family, "gran", date(2026, 3, 19)).called == "Ida"
    assert "adela" in paper(copy_for("mum", family))
    assert "adela" not in paper(copy_for("mum", family, 1))
    assert "ida" in paper(copy_for("mum", family, 1))


def test_news_told_again_under_its_id_is_put_right_and_stands_once() -> None:
    family = with_a_birth(with_more(FAMILY, people=(BABY,)))
    again = made(family, told(family, "bun", "born", BORN_ON + timedelta(days=1), news="n1"))
    assert len(again.family_changes) == 1
    assert (now(again, "bun").dob, now(again, "bun").called) == (BORN_ON + timedelta(days=1), "Wren")
    assert told(again, "bun", "born", BORN_ON + timedelta(days=1), news="n1") == ()


def test_before_there_is_any_meeting_somebody_is_simply_known_as_they_are() -> None:
    family = with_a_birth(replace(with_more(FAMILY, people=(BABY,)), meetings=()))
    assert family.family_changes == ()
    assert (now(family, "bun").called, now(family, "bun").dob, now(family, "bun").due_date) == (
        "Wren",
        BORN_ON,
        None,
    )


def test_news_belongs_to_the_open_meeting_then_the_next_one_then_the_latest() -> None:
    held, planned = replace(meeting(2), position=2), replace(meeting(3, outcome=None), position=3)
    family = with_more(FAMILY, meetings=(held, planned))
    of = {
        key: told_at(family, "mum", at=at, without=without)
        for key, at, without in (("open", "m2", ""), ("between", "", ""), ("none set up", "", "m3"))
    }
    assert {key: found.id for key, found in of.items() if found} == {
        "open": "m2",
        "between": "m3",
        "none set up": "m2",
    }
    assert told_at(replace(family, meetings=()), "mum") is None


def test_news_is_never_kept_with_a_meeting_from_which_they_or_their_household_are_kept_apart() -> None:
    family = with_more(
        replace(FAMILY, meetings=()),
        meetings=(meeting(1, apart=("dad",)), replace(meeting(2, apart=("mum",)), position=2)),
    )
    told_with = {who: found.id for who in ("mum", "ivy", "dad", "gran") if (found := told_at(family, who))}
    assert told_with == {"mum": "m1", "ivy": "m1", "dad": "m2", "gran": "m2"}
    named = made(family, told(family, "ivy", "name_change", TODAY, news="n", first_name="Ivana"))
    assert "ivana" in paper(copy_for("mum", named))
    assert "ivana" not in paper(copy_for("dad", named))


def test_news_of_a_meeting_that_is_let_go_stays_with_another() -> None:
    family = with_more(FAMILY, people=(BABY,), meetings=(replace(meeting(2, outcome=None), position=2),))
    family = with_a_birth(family)
    assert family.family_changes[0].meeting == "m2"
    assert made(family, told_elsewhere(family, "m2")).family_changes[0].meeting == "m1"


def test_whoever_left_and_came_back_is_here_and_the_days_stay_known() -> None:
    family = made(FAMILY, told(FAMILY, "dad", "left", date(2026, 4, 1), news="n1"))
    assert now(family, "dad").left == date(2026, 4, 1)
    assert "dad" not in {each.id for each in who_gets_a_plan(family, family.meetings[0])}
    assert "joined" in can_happen(family, "dad")
    [row] = [row for row in place_rows(family, PACK, TODAY) if row.id == "dad"]
    assert row.told == "left on Wednesday 1 April"
    back = made(family, told(family, "dad", "joined", date(2026, 5, 2), news="n2"))
    assert now(back, "dad").left is None
    assert then(back, "dad", date(2026, 4, 30)).left == date(2026, 4, 1)
    assert [each.words for each in what_has_happened(back)] == ["Leo came back", "Leo left"]


def test_somebody_who_joins_is_new_from_that_day_and_everything_said_before_stays() -> None:
    aunt = replace(person("aunt", "Bea", "Pell", "aunt"), position=20)
    family = made(FAMILY, joined(FAMILY, aunt, date(2026, 5, 2), news="n1"))
    assert {each.id for each in family.people} == {"mum", "dad", "gran", "ivy", "aunt"}
    assert what_has_happened(family)[0].words == "Bea joined the family"


def test_somebody_who_has_died_is_asked_for_nothing_more_and_is_never_told_of_as_changed_again() -> None:
    family = made(FAMILY, died(FAMILY, "gran", date(2026, 4, 9)))
    gran = now(family, "gran")
    assert why_not_an_owner(gran) == "Ida has died."
    assert "gran" not in {each.id for each in who_may_score(family, "m1")}
    assert "gran" not in {each.id for each in who_gets_a_plan(family, family.meetings[0])}
    assert can_happen(family, "gran") == ()
    assert (what_has_happened(family)[0].words, what_has_happened(family)[0].on) == (
        "Ida died",
        date(2026, 4, 9),
    )


def test_a_day_before_somebody_was_born_is_not_a_day_anything_changed() -> None:
    family = with_a_birth(with_more(FAMILY, people=(BABY,)))
    assert why_not_on(family, "bun", "moved", BORN_ON - timedelta(days=1)) == "That is before they were born."
    assert why_not_on(family, "bun", "born", BORN_ON - timedelta(days=1)) == ""


def test_a_family_that_moves_has_an_address_with_its_last_day_and_a_new_one_kept_from_the_same_people() -> (
    None
):
    old = replace(FAMILY.households[0], hidden_from=("dad",))
    family = replace(FAMILY, households=(old,))
    moved = made(family, moved_together(family, "mum", date(2026, 5, 4), move="new"))
    was, new = moved.households
    assert (was.until, was.lines) == (date(2026, 5, 4), ("4 Alder Court",))
    assert (new.id, new.household, new.since, new.lines) == ("new", "A", date(2026, 5, 4), ())
    assert new.hidden_from == was.hidden_from == ("dad",)
    assert is_kept_from(moved, "A", "dad")
    assert {(each.person, each.event) for each in moved.family_changes} == {
        ("mum", "moved"),
        ("ivy", "moved"),
    }
    assert [each.words for each in what_has_happened(moved)] == ["Rosa and Ivy moved"]
    another = made(moved, moved_on_another_day(moved, "new", date(2026, 5, 6)))
    assert [home.until or home.since for home in another.households] == [date(2026, 5, 6)] * 2
    assert {each.on for each in another.family_changes} == {date(2026, 5, 6)}
    assert made(another, move_taken_back(another, "new")) == family


def test_somebody_who_moves_alone_takes_along_from_whom_their_address_is_kept() -> None:
    family = replace(FAMILY, households=(replace(FAMILY.households[0], hidden_from=("dad",)),))
    alone = made(family, moved_alone(family, "ivy", date(2026, 5, 4), move="new"))
    assert now(alone, "ivy").household == "C"
    assert alone.households[0].until is None
    assert alone.households[1].hidden_from == ("dad",)
    to_gran = made(family, moved_alone(family, "ivy", date(2026, 5, 4), move="new", to="B"))
    assert now(to_gran, "ivy").household == "B"
    assert len(to_gran.households) == 1


def test_an_undo_says_what_it_took_back_without_an_address() -> None:
    family = with_a_birth(with_more(FAMILY, people=(BABY,)))
    change = Change(family=family.ref, before=family.family_changes[0], after=None)
    assert done_words((change,), family, PACK) == "the news that Baby was born: Wren"
    moves = moved_together(FAMILY, "mum", TODAY, move="new")
    words = done_words([each.undone() for each in moves], FAMILY, PACK)
    assert "the news that somebody moved" in words
    assert "Alder" not in words


def test_the_history_does_not_write_out_a_name_told_at_a_meeting_kept_apart() -> None:
    family = replace(FAMILY, meetings=(meeting(1, apart=("dad",)),))
    family = made(family, told(family, "mum", "name_change", TODAY, news="n", last_name="Haven"))
    assert [each.words for each in what_has_happened(family)] == ["Rosa has a new name"]
    assert people_now(family)[0].last_name == "Pell"
    assert now(family, "mum").last_name == "Haven"
    kept = replace(FAMILY, people=(replace(FAMILY.people[0], hidden_from=("dad",)), *FAMILY.people[1:]))
    kept = made(kept, told(kept, "mum", "name_change", TODAY, news="n", last_name="Haven"))
    assert [each.words for each in what_has_happened(kept)] == ["Rosa has a new name"]


EVENTS = st.sampled_from(["name_change", "moved", "left", "joined", "born"])
RUNS = st.lists(
    st.tuples(
        st.sampled_from(["mum", "dad", "ivy", "bun"]),
        EVENTS,
        st.integers(0, 60),
        st.sampled_from(["Ash", "Bo", "Cy", "Di"]),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(RUNS)
def test_any_run_of_changes_keeps_everybody_and_forgets_no_name_anybody_ever_had(
    run: list[tuple[str, str, int, str]],
) -> None:
    first = with_more(FAMILY, people=(BABY,))
    family = first
    for place, (who, event, days, name) in enumerate(run):
        if event not in can_happen(family, who):
            continue
        day = TODAY - timedelta(days=days)
        if event == "moved":
            family = made(family, moved_together(family, who, day, move=f"move{place}"))
        else:
            named = {"first_name": name} if event in ("name_change", "born") else {}
            family = made(family, told(family, who, event, day, news=f"n{place}", **named))  # type: ignore[arg-type]
    assert family.people == first.people
    long_ago = TODAY - timedelta(days=99)
    assert [family.person_on(each.id, long_ago) for each in first.people] == list(first.people)
    for news in family.family_changes:
        if news.first_name is not None:
            same_day = [
                each.first_name
                for each in family.family_changes
                if (each.person, each.on) == (news.person, news.on) and each.first_name
            ]
            assert then(family, news.person, news.on).first_name == same_day[-1]
    told_of = [news for each in what_has_happened(family) for news in each.news]
    assert sorted(told_of) == sorted(each.id for each in family.family_changes)


@pytest.mark.parametrize("event", ["born", "left", "joined", "name_change", "moved"])
def test_taking_a_change_back_leaves_the_family_as_it_was(event: str) -> None:
    family = with_more(FAMILY, people=(BABY,), attendance=(attended("mum"),))
    changes = told(family, "bun", event, TODAY, news="n", first_name="Wren")  # type: ignore[arg-type]
    after = made(family, changes)
    assert after.family_changes == (
        FamilyChange(id="n", meeting="m1", person="bun", event=event, on=TODAY, first_name="Wren"),  # type: ignore[arg-type]
    )
    assert made(after, tuple(each.undone() for each in reversed(changes))) == family


def test_news_of_a_later_day_kept_with_a_finished_meeting_is_no_correction_of_it() -> None:
    finished = replace(FAMILY.meetings[0], locked_on=FAMILY.meetings[0].on, locked_by="lead")
    family = replace(FAMILY, meetings=(finished,))

    def corrected(on: date) -> int:
        news = told(family, "mum", "left", on, news="n")
        return len(corrections(family, news, by="lead", on=TODAY, pack=PACK))

    assert corrected(finished.on + timedelta(days=1)) == 0
    assert corrected(finished.on) == 1


def test_a_child_added_who_was_born_since_the_last_meeting_is_news_and_an_older_one_is_not() -> None:
    last_met = FAMILY.meetings[0].on
    baby = replace(person("c9", "Liam", "Pell", "child", "child"), dob=last_met + timedelta(days=9))
    new, news = added(FAMILY, baby)
    assert (new.before, new.after) == (None, baby)
    assert isinstance(news.after, FamilyChange)
    assert (news.after.event, news.after.person, news.after.on) == ("born", "c9", baby.dob)
    older = replace(baby, dob=last_met)
    assert [each.after for each in added(FAMILY, older)] == [older]
    family = with_more(made(FAMILY, added(FAMILY, baby)), meetings=(meeting(2),))
    assert "liam was born" in paper(copy_for("mum", family))
