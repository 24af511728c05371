from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.gates import Gate, may_be_invited, outside_here, outside_in_words
from eymeeting.domain.meeting import Attendance, Meeting
from eymeeting.domain.owed import lists_to_send, owed_list, wants_a_new_owner, who_owes
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.problems import Refused
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 3, 20)
ASKED = date(2026, 3, 3)


def adult(who: str, name: str, relationship: str, *, may_agree: bool | None) -> Person:
    return Person(
        id=who,
        first_name=name,
        last_name="Pell",
        relationship=relationship,
        kind="adult",
        dob=None,
        due_date=None,
        parental_responsibility=may_agree,
        household=None,
    )


def agreement(by: str, answers: dict[str, AgencyAnswer], on: date = ASKED) -> tuple[Agreement, list[Answer]]:
    given_then = Agreement(id=f"{by}{on}", position=on.toordinal(), by=by, on=on, method="spoken", scope="")
    told = [
        Answer(id=f"{by}{on}{agency}", agreement=given_then.id, agency=agency, answer=answer)
        for agency, answer in answers.items()
    ]
    return given_then, told


def family(*given_then: tuple[Agreement, list[Answer]], may_agree: bool | None = True) -> Family:
    meeting = Meeting(
        id="m1",
        number=1,
        type="taf_first",
        on=TODAY,
        start="10:00",
        planned_minutes=60,
        chair="lead",
        venue="Hall",
    )
    here = ("mum", "dad", "teacher", "ears", "gran")
    return Family(
        details=FamilyDetails(id="EYM-0099", family_name="Pell"),
        people=(
            adult("mum", "Dee", "mother", may_agree=may_agree),
            adult("dad", "Sam", "father", may_agree=may_agree),
            adult("gran", "Ida", "grandmother", may_agree=False),
        ),
        workers=(
            Worker(id="lead", name="Jo Lamb", role="Family worker", agency="Hub"),
            Worker(id="teacher", name="Tom Birkett", role="Deputy head", agency="Hillside Primary"),
            Worker(id="ears", name="Wanda", role="Polish interpreter", agency="Talk"),
        ),
        meetings=(meeting,),
        agreements=tuple(each for each, _ in given_then),
        answers=tuple(answer for _, answers in given_then for answer in answers),
        attendance=tuple(
            Attendance(id=who, position=place, meeting="m1", who=who, status="present")
            for place, who in enumerate(here)
        ),
    )


def test_a_refused_service_is_stopped_with_the_day_it_was_said() -> None:
    said_no = family(
        agreement("mum", {"Hillside Primary": "no"}), agreement("dad", {"Hillside Primary": "yes"})
    )
    assert may_be_invited(said_no, "teacher", TODAY) == Gate(
        words="The family said no to sharing with Hillside Primary on Tuesday 3 March.", stops=True
    )
    stopped = family(agreement("mum", {"hillside  primary": "withdrawn"}))
    gate = may_be_invited(stopped, "teacher", TODAY)
    assert gate is not None
    assert gate.words == "The family stopped sharing with Hillside Primary on Tuesday 3 March."
    assert may_be_invited(stopped, "teacher", ASKED - timedelta(days=1)) is None


def test_a_later_yes_opens_the_gate_again() -> None:
    again = family(
        agreement("mum", {"Hillside Primary": "no"}),
        agreement("mum", {"Hillside Primary": "limited"}, on=ASKED + timedelta(days=7)),
    )
    assert may_be_invited(again, "teacher", ASKED + timedelta(days=6)) is not None
    assert may_be_invited(again, "teacher", TODAY) is None


def test_a_service_nobody_agreed_to_is_stopped_but_not_before_anybody_was_asked() -> None:
    assert may_be_invited(family(), "teacher", TODAY) is None
    assert outside_here(family(), family().meetings[0], TODAY) == ()
    gate = may_be_invited(family(agreement("mum", {"Hub": "yes"})), "teacher", TODAY)
    assert gate == Gate(words="The family has not agreed to sharing with Hillside Primary yet.", stops=True)


def test_whoever_may_be_able_to_agree_stops_nobody_by_a_yes_and_stops_by_a_no() -> None:
    said_yes = family(agreement("mum", {"Hillside Primary": "yes"}), may_agree=None)
    gate = may_be_invited(said_yes, "teacher", TODAY)
    assert gate is not None
    assert (gate.stops, "not known who can agree" in gate.words) == (False, True)
    said_no = family(agreement("mum", {"Hillside Primary": "no"}), may_agree=None)
    gate = may_be_invited(said_no, "teacher", TODAY)
    assert gate is not None
    assert (gate.stops, "said no" in gate.words) == (True, True)


def test_an_interpreter_and_somebody_unknown_are_never_outside() -> None:
    asked = family(agreement("mum", {"Talk": "no"}))
    assert may_be_invited(asked, "ears", TODAY) is None
    assert may_be_invited(asked, "nobody", TODAY) is None


def test_a_parent_without_an_agreement_of_their_own_is_told_and_not_stopped() -> None:
    asked = family(agreement("mum", {"Hillside Primary": "yes"}))
    assert may_be_invited(asked, "mum", TODAY) is None
    assert may_be_invited(asked, "gran", TODAY) is None
    assert may_be_invited(asked, "dad", TODAY) == Gate(
        words="Sam has no agreement of their own yet.", stops=False
    )
    gone = replace(asked.people[1], left=TODAY)
    assert may_be_invited(replace(asked, people=(asked.people[0], gone)), "dad", TODAY) is None


def test_somebody_here_whom_a_meeting_was_kept_apart_from_is_told_of_until_they_leave() -> None:
    agreed = family(agreement("mum", {}), agreement("dad", {}))
    apart = replace(agreed.meetings[0], separate_from=("dad",))
    told = outside_in_words(agreed, apart, TODAY)
    assert "Sam is here, and this meeting is kept apart from Sam." in " ".join(told)
    left = tuple(replace(each, left="10:30") for each in agreed.attendance)
    assert outside_in_words(replace(agreed, attendance=left), apart, TODAY) == ()


def test_who_is_here_outside_the_agreement_is_told_with_why_until_they_leave() -> None:
    asked = family(agreement("mum", {"Hillside Primary": "no"}))
    meeting = asked.meetings[0]
    assert [who for who, _ in outside_here(asked, meeting, TODAY)] == ["dad", "teacher"]
    assert outside_in_words(asked, meeting, TODAY) == (
        "Sam has no agreement of their own yet.",
        "Tom Birkett: the family said no to sharing with Hillside Primary on Tuesday 3 March.",
    )
    left = tuple(replace(each, left="10:30") for each in asked.attendance)
    assert outside_here(replace(asked, attendance=left), meeting, TODAY) == ()
    later = family(agreement("mum", {"Hillside Primary": "no"}, on=TODAY + timedelta(days=1)))
    assert outside_here(later, meeting, TODAY + timedelta(days=2)) == ()


@settings(max_examples=60)
@given(
    st.sampled_from(get_args(AgencyAnswer)),
    st.sampled_from(get_args(AgencyAnswer)),
    st.booleans(),
)
def test_no_refusal_by_anybody_who_can_agree_ever_lets_a_worker_in(
    first: AgencyAnswer, second: AgencyAnswer, known: bool
) -> None:
    asked = family(
        agreement("mum", {"Hillside Primary": first}),
        agreement("dad", {"Hillside Primary": second}),
        may_agree=True if known else None,
    )
    gate = may_be_invited(asked, "teacher", TODAY)
    if {"no", "withdrawn"} & {first, second}:
        assert gate is not None
        assert gate.stops
    elif known and {first, second} <= {"yes", "limited", "not_needed"}:
        assert gate is None


def test_a_service_that_is_stopped_at_the_meeting_is_off_everything_at_once_and_nothing_is_gone() -> None:
    before = agreement("mum", {"Hub": "yes", "Hillside Primary": "yes"})
    took_on = Action(
        id="a1",
        text="See the head",
        owner="teacher",
        due=TODAY + timedelta(days=9),
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        meeting="m1",
    )
    agreed = replace(family(before), actions=(took_on,))
    stopped = replace(
        family(before, agreement("mum", {"Hillside Primary": "withdrawn"}, on=TODAY)), actions=(took_on,)
    )
    assert may_be_invited(agreed, "teacher", TODAY) is None
    gate = may_be_invited(stopped, "teacher", TODAY)
    assert gate is not None
    assert gate.stops
    assert "teacher" in {who for who, _ in outside_here(stopped, stopped.meetings[0], TODAY)}
    assert lists_to_send(agreed, today=TODAY) == ("teacher",)
    assert lists_to_send(stopped, today=TODAY) == ()
    assert [now.action for now in wants_a_new_owner(stopped, today=TODAY)] == [took_on]
    assert who_owes(stopped) == who_owes(agreed)


def test_a_copy_of_a_meeting_held_before_a_service_was_stopped_is_made_without_it_afterwards() -> None:
    later = TODAY + timedelta(days=20)
    before = agreement("mum", {"Hub": "yes", "Hillside Primary": "yes"})
    held = family(before)
    held = replace(held, meetings=(replace(held.meetings[0], outcome="carry_on"),))
    stopped = family(
        before, agreement("mum", {"Hillside Primary": "withdrawn"}, on=TODAY + timedelta(days=9))
    )
    stopped = replace(stopped, meetings=held.meetings)

    def copy(of: Family) -> str:
        made = family_copy(of, "mum", today=later, pack=PACK, meeting=1)
        return repr(replace(made, must_not_hold={}))

    for named in ("Hillside Primary", "Tom Birkett"):
        assert named in copy(held)
        assert named not in copy(stopped)
    with pytest.raises(Refused):
        owed_list(stopped, "teacher", today=later, pack=PACK, meeting=1)
    assert owed_list(held, "teacher", today=later, pack=PACK, meeting=1).reader == "Tom Birkett"
