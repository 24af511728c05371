from dataclasses import replace
from datetime import UTC, date, datetime

from made.panels import CENTRE, HEALTH, HOUSING, action, agreed, item, known, osmans

from eymeeting.domain.agreement import AgencyAnswer
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Meeting, NextMeeting
from eymeeting.domain.panel import FamilyTold, PanelItem, TellFamily
from eymeeting.domain.panel_becoming import becomes_a_meeting
from eymeeting.domain.reviewing import asked_actions
from eymeeting.packs import default_pack

PACK = default_pack()
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
YES: dict[str, AgencyAnswer] = {CENTRE: "yes", HEALTH: "yes", HOUSING: "yes"}


def become(family: Family, about: PanelItem | None = None) -> tuple[Family, Meeting]:
    """The family afterwards, and its newest meeting."""
    for change in becomes_a_meeting(family, about or family.panel_items[0], now=NOW, pack=PACK):
        family = family.after(change)
    return family, family.meetings[-1]


def asked(family: Family, meeting: Meeting) -> list[str]:
    return [each.who for each in family.invitations if each.meeting == meeting.id]


def held(family: Family, **given: object) -> Family:
    """The family with a first meeting behind it."""
    before = Meeting(
        id="m1",
        number=1,
        type="taf_first",
        on=date(2026, 10, 20),
        start="10:00",
        planned_minutes=75,
        chair="w1",
        venue="Larkfield",
        outcome="carry_on",
        lead_professional="w1",
    )
    return replace(family, meetings=(replace(before, **given),))  # type: ignore[arg-type]


def test_an_item_becomes_a_first_meeting_with_nothing_typed_again() -> None:
    family = agreed(
        osmans(action("a1", "Book the repair", "w3"), told=(known("k1", "w3", "Repair logged in January"),)),
        YES,
    )
    after, meeting = become(family)
    assert (meeting.type, meeting.number, meeting.chair) == ("taf_first", 1, "w1")
    assert meeting.purpose == "What help is the right size?"
    assert (meeting.family_told, meeting.family_told_on) == (
        "That Family Matters on 23 November 2026 would talk about them: rang the mother",
        date(2026, 11, 20),
    )
    assert asked(after, meeting) == ["w2", "w3", "p1", "p2"]
    assert after.details.came_from == "Panel"
    assert meeting.planned_minutes == PACK.kind("taf_first").minutes
    assert meeting.on == date(2026, 12, 14)


def test_where_one_runs_the_item_becomes_its_next_review_which_asks_about_the_actions_of_the_panel() -> None:
    running = held(
        agreed(osmans(action("a1", "Book the repair", "w3")), YES),
        next_meeting=NextMeeting(on=date(2026, 12, 1), time="13:30", place="Kiln Lane"),
    )
    after, meeting = become(replace(running, details=replace(running.details, came_from="Midwife booking")))
    assert (meeting.type, meeting.number) == ("taf_review", 2)
    assert (meeting.on, meeting.start, meeting.venue) == (date(2026, 12, 1), "13:30", "Kiln Lane")
    assert [each.action.text for each in asked_actions(after, meeting, PACK)] == ["Book the repair"]
    assert after.details.came_from == "Midwife booking"


def test_a_meeting_that_is_set_up_is_taken_and_keeps_what_it_says_already() -> None:
    after, planned = become(held(agreed(osmans(), YES)))
    named = replace(planned, purpose="The first weeks at school")
    after = after.after(Change(family=after.ref, before=planned, after=named))
    again, meeting = become(after)
    assert (meeting.id, meeting.purpose) == (planned.id, "The first weeks at school")
    assert again == after, "doing it twice changes nothing more"


def test_taking_back_every_change_leaves_the_family_as_it_was() -> None:
    family = agreed(osmans(told=(known("k1", "w3", "Repair logged"),)), YES)
    changes = becomes_a_meeting(family, item(), now=NOW, pack=PACK)
    after = family
    for change in changes:
        after = after.after(change)
    for change in reversed(changes):
        after = after.after(change.undone())
    assert after == family


def test_a_family_that_does_not_know_of_the_panel_is_not_asked_and_reads_nothing_of_it() -> None:
    about = item(
        family_told=FamilyTold(told=False),
        went_on_because="harm",
        tell_family=TellFamily(who="w1", by=NOW.date()),
    )
    family = agreed(osmans(action("a1", "Book the repair", "w3"), about=about), YES)
    after, meeting = become(family)
    assert (meeting.purpose, meeting.family_told, meeting.family_told_on) == (None, None, None)
    assert asked(after, meeting) == ["w2"]
    assert asked_actions(after, meeting, PACK) == ()
    told = replace(about, tell_family=TellFamily(who="w1", by=NOW.date(), told_on=NOW.date()))
    after, meeting = become(replace(family, panel_items=(told,)))
    assert meeting.purpose == about.question
    assert meeting.family_told == "What was decided at Family Matters on 23 November 2026"
    assert [each.action.id for each in asked_actions(after, meeting, PACK)] == ["a1"]


def test_nothing_restricted_reaches_anybody_by_it() -> None:
    secret = known("k1", "w3", "Quietly known", level="chair_and_agency")
    alone = replace(action("a1", "Quietly done", "w3"), visibility=Visibility(level="named", to=("w1",)))
    family = agreed(osmans(alone, told=(secret,)), YES)
    changes = becomes_a_meeting(family, item(), now=NOW, pack=PACK)
    after, meeting = become(family)
    assert "w3" not in asked(after, meeting)
    assert "Quietly" not in repr(changes)
    assert asked_actions(after, meeting, PACK) == ()


def test_a_service_outside_the_agreement_is_not_asked() -> None:
    family = agreed(osmans(told=(known("k1", "w3", "Repair logged"),)), {**YES, HOUSING: "no"})
    after, meeting = become(family)
    assert asked(after, meeting) == ["w2", "p1", "p2"]


def test_nobody_of_a_family_in_which_two_are_kept_apart_is_asked_by_itself() -> None:
    family = agreed(osmans(), YES)
    people = (replace(family.people[0], hidden_from=("p2",)), *family.people[1:])
    after, meeting = become(replace(family, people=people))
    assert asked(after, meeting) == ["w2"]


def test_closed_work_is_opened_again() -> None:
    family = held(agreed(osmans(), YES), outcome="close")
    family = replace(family, details=replace(family.details, closed=date(2026, 10, 20)))
    after, _ = become(family)
    assert after.details.closed is None
