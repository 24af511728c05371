from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, FIRST, PACK, TODAY, action, agreed, attended, meeting, said, score, with_more

from eymeeting.domain.actions import Update
from eymeeting.domain.before_we_finish import Check, checks, still_open
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.gates import outside_here
from eymeeting.domain.meeting import ChildWords, Closure, Copy, Heard, LeftOpen, NextMeeting

OPEN = replace(
    FAMILY,
    meetings=(replace(FAMILY.meetings[0], outcome=None, lead_professional=None),),
    agreements=(),
    answers=(),
)
ALL_DONE = with_more(
    replace(
        OPEN,
        meetings=(
            replace(
                OPEN.meetings[0],
                lead_professional="lead",
                next_meeting=NextMeeting(on=date(2026, 7, 1), time="10:00"),
            ),
        ),
        agreements=FAMILY.agreements,
        answers=FAMILY.answers,
    ),
    attendance=(attended("mum"), attended("lead")),
    actions=(action("Ring housing", "lead"),),
    lines=(said("present", "tired", by="mum"),),
    heard=(
        Heard(id="h1", meeting="m1", who="dad", how="spoke_before"),
        Heard(id="h2", meeting="m1", who="ivy", how="not_heard"),
    ),
    copies=(Copy(id="c1", meeting="m1", to="mum", how="made, not given yet"),),
)


def found(family: Family) -> tuple[Check, ...]:
    return checks(family, family.meetings[0], PACK, today=TODAY)


def words_left(family: Family) -> tuple[str, ...]:
    return tuple(check.words for check in still_open(found(family)))


def test_an_empty_meeting_leaves_everything_open() -> None:
    assert words_left(OPEN) == (
        "Nobody is marked as here.",
        "Sharing has not been asked about.",
        "How did we hear Rosa (mother)?",
        "How did we hear Leo (father)?",
        "How did we hear Ivy (child)?",
        "No action is agreed.",
        "Nobody is the family's main helper yet.",
        "No day for the next meeting.",
        "The copies are still to be made.",
    )


def test_a_meeting_with_everything_settled_leaves_nothing() -> None:
    assert words_left(ALL_DONE) == ()


def test_copies_that_do_not_hold_how_things_stand_are_to_be_made_again() -> None:
    meeting = ALL_DONE.meetings[0]
    [check] = still_open(checks(ALL_DONE, meeting, PACK, today=TODAY, outdated={"c1"}))
    assert (check.words, check.step) == ("The copies are to be made again.", "finish")


def test_a_lead_whom_the_family_cannot_ring_is_a_line_that_leads_to_where_the_number_is_typed() -> None:
    lead, *others = ALL_DONE.workers
    silent = replace(ALL_DONE, workers=(replace(lead, phone=None), *others))
    [check] = still_open(found(silent))
    assert (check.words, check.step) == ("No phone number for Ann Bell.", "lead")
    assert "The plan says how to ring Ann Bell." in [each.words for each in found(ALL_DONE)]


def test_actions_without_somebody_or_a_date_are_counted() -> None:
    one = with_more(ALL_DONE, actions=(action("Look at it", None, due=None),))
    assert words_left(one) == ("1 action has nobody to do it.", "1 action has no date.")
    two = with_more(one, actions=(action("Think", None, due=None),))
    assert words_left(two) == ("2 actions have nobody to do them.", "2 actions have no date.")


def test_an_action_of_a_service_the_family_said_no_to_wants_somebody_new_without_saying_why() -> None:
    family = with_more(
        replace(FAMILY, meetings=(meeting(1), meeting(2, outcome=None)), agreements=(), answers=()),
        actions=(action("Ring housing", "officer"), action("Walk", "mum"), action("Done", "officer")),
        updates=(Update(id="u", action="Done", status="done", meeting="m1"),),
    )
    given, answers = agreed("mum", Centre="yes", Housing="no")
    refused = replace(family, agreements=(given,), answers=answers)

    def words(of: Family) -> list[str]:
        return [each.words for each in checks(of, of.meetings[1], PACK, today=TODAY) if "new" in each.words]

    assert words(family) == []
    assert words(refused) == ["1 action needs somebody new."]
    handed = Update(id="u2", action="Ring housing", status="handed_on", meeting="m2", reassigned_to="lead")
    assert words(with_more(refused, updates=(handed,))) == []


def test_each_child_and_each_parent_is_asked_about_whether_here_or_not() -> None:
    family = replace(ALL_DONE, heard=(), lines=())
    assert [check.who for check in still_open(found(family))] == ["mum", "dad", "ivy"]
    ivys = ChildWords(
        id="w", meeting="m1", who="ivy", words="my bed", how="drawing", visibility=FOR_THE_FAMILY
    )
    spoke = with_more(family, child_words=(ivys,), scores=(score("dad", 4),))
    assert [check.who for check in still_open(found(spoke))] == ["mum"]


def test_a_score_that_was_not_asked_is_not_hearing_somebody() -> None:
    family = with_more(
        replace(ALL_DONE, heard=ALL_DONE.heard[1:]), scores=(replace(score("dad", 1), value="not_asked"),)
    )
    assert [check.who for check in still_open(found(family))] == ["dad"]


def test_a_grandmother_an_unborn_baby_and_somebody_who_left_are_not_asked_about() -> None:
    baby = replace(FAMILY.people[3], id="baby", kind="unborn", first_name="Baby")
    gone = replace(FAMILY.people[1], id="gone", first_name="Al", left=FIRST)
    asked = {check.who for check in found(with_more(OPEN, people=(baby, gone))) if check.who}
    assert asked == {"mum", "dad", "ivy"}


def test_somebody_here_whom_the_family_said_no_to_is_a_quiet_line_without_a_name() -> None:
    _, answers = agreed("mum", Centre="yes", School="no")
    family = with_more(replace(ALL_DONE, answers=answers), attendance=(attended("teacher"),))
    assert words_left(family) == ("Not everyone here is in the agreement.",)


def test_whoever_is_outside_the_agreement_by_the_gates_is_outside_it_here() -> None:
    dad = with_more(ALL_DONE, attendance=(attended("dad"),))
    carer = replace(dad, people=(*dad.people[:1], replace(dad.people[1], parental_responsibility=True)))
    for family in (dad, carer, with_more(ALL_DONE, attendance=(attended("teacher"), attended("adviser")))):
        sentence = "Not everyone here is in the agreement." in words_left(family)
        assert sentence is bool(outside_here(family, family.meetings[0], TODAY))


def test_what_a_child_said_for_some_alone_does_not_show_as_having_been_heard() -> None:
    family = replace(ALL_DONE, heard=(), lines=())
    alone = ChildWords(
        id="w",
        meeting="m1",
        who="ivy",
        words="my bed",
        how="drawing",
        visibility=Visibility(level="named", to=("lead",)),
    )
    private = with_more(
        family, child_words=(alone,), scores=(replace(score("mum", 2, "safety"), asked_by="lead"),)
    )
    assert found(private) == found(family)


def test_closing_needs_no_next_day() -> None:
    family = replace(ALL_DONE, meetings=(replace(ALL_DONE.meetings[0], next_meeting=None, outcome="close"),))
    assert words_left(family) == ("The plan does not say who to call.",)
    said = Closure(id="e", meeting="m1", who_to_call="Gran")
    assert words_left(replace(family, closures=(said,))) == ()
    carried_on = replace(family, meetings=(replace(family.meetings[0], outcome="carry_on"),))
    assert words_left(carried_on) == ("No day for the next meeting.",)


@settings(max_examples=50, deadline=None)
@given(st.sets(st.sampled_from([check.id for check in found(OPEN)])))
def test_whatever_is_left_with_a_reason_is_no_longer_asked(left: set[str]) -> None:
    reasons = tuple(
        LeftOpen(id=f"r{each}", meeting="m1", what=each, reason="Rosa was tired") for each in sorted(left)
    )
    family = with_more(OPEN, left_open=reasons)
    assert {check.id for check in still_open(found(family))} == {check.id for check in found(OPEN)} - left
    assert all((check.reason == "Rosa was tired") is (check.id in left) for check in found(family))
