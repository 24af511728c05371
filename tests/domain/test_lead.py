from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.family import Change, Family
from eymeeting.domain.lead import (
    agree_lead,
    agreement_ended_by,
    agreement_made_at,
    agreement_standing,
    back_up_lead,
    began_on,
    choose_lead,
    lead_of,
    let_lead_go,
    who_asks,
)
from eymeeting.domain.meeting import LeadAgreement, Meeting
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.packs import default_pack

PACK = default_pack()
SPRING = date(2026, 3, 2)
SUMMER = date(2026, 6, 1)


def meeting(number: int, on: date) -> Meeting:
    return Meeting(
        id=f"m{number}",
        position=number,
        number=number,
        type="taf_first",
        on=on,
        start="10:00",
        planned_minutes=60,
        chair="w1",
        venue="Hub",
    )


MUM = Person(
    id="p1",
    first_name="Rosa",
    last_name="Pell",
    relationship="mother",
    kind="adult",
    dob=None,
    due_date=None,
    parental_responsibility=None,
    household=None,
)
FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Pell"),
    people=(MUM, replace(MUM, id="p2", position=1, first_name="Leo", relationship="father")),
    workers=tuple(
        Worker(id=f"w{n}", position=n, name=f"Worker {n}", role="Support worker", agency="Hub")
        for n in (1, 2, 3)
    ),
    meetings=(meeting(1, SPRING), meeting(2, SUMMER)),
)


def done(family: Family, changes: tuple[Change, ...]) -> Family:
    for change in changes:
        family = family.after(change)
    return family


def led(family: Family = FAMILY, worker: str = "w1", at: str = "m1") -> Family:
    return done(family, choose_lead(family, at, worker, PACK))


def test_choosing_the_lead_proposes_the_packs_words_from_that_day_on() -> None:
    family = led()
    [made] = family.lead_agreements
    assert (made.worker, made.since, made.until) == ("w1", SPRING, None)
    assert made.text == " ".join(PACK.sentences.lead_agreement)
    assert "first call" in made.text
    assert family.meeting("m1").lead_professional == "w1"


def test_who_agreed_stands_at_the_meeting_and_in_the_agreement_whichever_was_said_first() -> None:
    before = done(FAMILY, agree_lead(FAMILY, "m1", "p1"))
    family = led(before)
    family = done(family, agree_lead(family, "m1", "p2"))
    assert family.meeting("m1").lead_agreed_by == ("p1", "p2")
    assert family.lead_agreements[0].agreed_by == ("p1", "p2")
    family = done(family, agree_lead(family, "m1", "p1"))
    assert family.meeting("m1").lead_agreed_by == family.lead_agreements[0].agreed_by == ("p2",)


def test_another_lead_later_ends_the_former_and_keeps_it() -> None:
    first = done(led(), agree_lead(led(), "m1", "p1"))
    family = led(first, "w2", "m2")
    former, now = family.lead_agreements
    assert former == replace(first.lead_agreements[0], until=SUMMER)
    assert (now.worker, now.since, now.agreed_by) == ("w2", SUMMER, None)
    assert agreement_ended_by(family, "m2") == former
    assert (lead_of(family, "m1"), lead_of(family, "m2")) == ("w1", "w2")


def test_a_slip_of_the_finger_at_one_meeting_ends_nothing() -> None:
    family = led(led(), "w2", "m2")
    family = led(family, "w3", "m2")
    assert [(each.worker, each.until) for each in family.lead_agreements] == [("w1", SUMMER), ("w3", None)]
    family = led(family, "w1", "m2")
    assert family.lead_agreements == led().lead_agreements
    assert family.meeting("m2").lead_professional == "w1"


def test_the_words_of_the_family_stay_when_the_lead_changes_in_the_same_meeting() -> None:
    family = led()
    made = family.lead_agreements[0]
    family = family.after(Change(family="F-1", before=made, after=replace(made, text="Ring Ann, any day")))
    assert led(family, "w2").lead_agreements[0].text == "Ring Ann, any day"


def test_letting_the_lead_go_takes_back_what_was_just_made_and_ends_what_stood() -> None:
    assert done(led(), let_lead_go(led(), "m1")) == FAMILY
    family = done(led(), let_lead_go(led(), "m2"))
    assert [(each.worker, each.until) for each in family.lead_agreements] == [("w1", SUMMER)]
    assert agreement_standing(family, "m2") is None
    changed = led(led(), "w2", "m2")
    back = done(changed, let_lead_go(changed, "m2"))
    assert (agreement_standing(back, "m2"), agreement_made_at(back, "m2")) == (led().lead_agreements[0], None)


def test_the_lead_of_before_still_leads_until_it_is_said_otherwise() -> None:
    assert lead_of(led(), "m2") == "w1"
    confirmed = led(led(), "w1", "m2")
    assert confirmed.lead_agreements == led().lead_agreements
    assert confirmed.meeting("m2").lead_professional == "w1"


def test_somebody_else_can_be_rung_when_the_lead_is_away_but_not_the_lead() -> None:
    assert back_up_lead(FAMILY, "m1", "w2") == ()
    assert back_up_lead(led(), "m1", "w1") == ()
    family = done(led(), back_up_lead(led(), "m1", "w2"))
    assert family.lead_agreements[0].backup == "Worker 2"
    assert led(family, "w2").lead_agreements[0].backup is None
    assert done(family, back_up_lead(family, "m1", "w2")) == led()


def test_another_first_day_moves_the_end_of_the_one_before() -> None:
    family = led(led(), "w2", "m2")
    made = agreement_made_at(family, "m2")
    assert made is not None
    later = SUMMER + timedelta(days=7)
    family = done(family, began_on(family, "m2", replace(made, since=later)))
    assert [(each.since, each.until) for each in family.lead_agreements] == [(SPRING, later), (later, None)]


def test_the_lead_asks_who_is_not_here_else_the_chair_else_who_types() -> None:
    assert who_asks(FAMILY, "m1", "w3") == ("w1", "w3")
    assert who_asks(led(worker="w2"), "m1", "w3") == ("w2", "w1", "w3")
    assert who_asks(led(worker="w2"), "m2", "w1") == ("w2", "w1")


def test_agreements_from_elsewhere_stand_too() -> None:
    old = LeadAgreement(id="l1", worker="w3", since=SPRING)
    family = led(replace(FAMILY, lead_agreements=(old,)), "w2", "m2")
    assert [(each.worker, each.until) for each in family.lead_agreements] == [("w3", SUMMER), ("w2", None)]


acts = st.lists(
    st.tuples(st.sampled_from(["choose", "go", "agree", "back"]), st.sampled_from(["w1", "w2", "w3"])),
    max_size=8,
)


@settings(max_examples=50, deadline=None)
@given(acts)
def test_whatever_is_chosen_one_lead_stands_at_most_and_undo_takes_all_of_it_back(
    pressed: list[tuple[str, str]],
) -> None:
    start = family = led()
    made: list[Change] = []
    for act, worker in pressed:
        changes = {
            "choose": choose_lead(family, "m2", worker, PACK),
            "go": let_lead_go(family, "m2"),
            "agree": agree_lead(family, "m2", "p1"),
            "back": back_up_lead(family, "m2", worker),
        }[act]
        family = done(family, changes)
        made += changes
        assert sum(each.until is None for each in family.lead_agreements) <= 1
        lead = family.meeting("m2").lead_professional
        standing = agreement_standing(family, "m2")
        assert lead is None or (standing is not None and standing.worker == lead)
    assert done(family, tuple(change.undone() for change in reversed(made))) == start


def told_by_meetings(*leads: str | None) -> Family:
    days = [date(2026, 1 + place, 5) for place in range(len(leads))]
    meetings = [
        replace(meeting(place + 1, day), lead_professional=leads[place]) for place, day in enumerate(days)
    ]
    return replace(FAMILY, meetings=(*meetings, meeting(len(leads) + 1, SUMMER)), lead_agreements=())


def made(family: Family, changes: tuple[Change, ...]) -> Family:
    for change in changes:
        family = family.after(change)
    return family


def test_whoever_led_last_time_leads_still_and_is_not_asked_for_again() -> None:
    family = told_by_meetings("w2", "w1", None, "w1")
    assert lead_of(family, "m5") == "w1"
    standing = agreement_standing(family, "m5")
    assert standing is not None
    assert (standing.worker, standing.since) == ("w1", date(2026, 2, 5))
    assert lead_of(told_by_meetings(None), "m2") is None


def test_a_lead_that_only_the_meetings_tell_of_hands_over_with_both_days_and_a_note() -> None:
    family = told_by_meetings("w1", "w1")
    after = made(family, choose_lead(family, "m3", "w2", PACK))
    former = agreement_ended_by(after, "m3")
    assert former is not None
    assert (former.worker, former.since, former.until) == ("w1", date(2026, 1, 5), SUMMER)
    assert lead_of(after, "m3") == "w2"
    back = after
    for change in reversed(choose_lead(family, "m3", "w2", PACK)):
        back = back.after(change.undone())
    assert back == family


def test_a_lead_that_only_the_meetings_tell_of_can_be_let_go() -> None:
    family = told_by_meetings("w1")
    after = made(family, let_lead_go(family, "m2"))
    assert lead_of(after, "m2") is None
    assert [(each.worker, each.until) for each in after.lead_agreements] == [("w1", SUMMER)]
