"""Fictitious papers to lay out: the usual ones, nearly empty ones, and very long ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from eymeeting.domain.copies import (
    Attended,
    Change,
    FamilyCopy,
    FullRecord,
    Helper,
    NextTime,
    PlannedAction,
    RecordedAction,
    RecordedWords,
    ScoreRow,
)

MET_ON = date(2026, 11, 24)
MADE_AT = datetime(2026, 11, 24, 15, 5, tzinfo=UTC)
SCALE = "1 means things are as bad as they could be. 10 means everything is going very well."


@pytest.fixture(scope="session")
def made_at() -> datetime:
    return MADE_AT


@pytest.fixture(scope="session")
def usual_copy() -> FamilyCopy:
    return _usual_copy()


@pytest.fixture(scope="session")
def bare_copy() -> FamilyCopy:
    return _bare_copy()


@pytest.fixture(scope="session")
def long_copy() -> FamilyCopy:
    return _long_copy()


@pytest.fixture(scope="session")
def usual_record() -> FullRecord:
    return _usual_record()


@pytest.fixture(scope="session")
def bare_record() -> FullRecord:
    return _bare_record()


@pytest.fixture(scope="session")
def long_record() -> FullRecord:
    return _long_record()


def _usual_copy() -> FamilyCopy:
    return FamilyCopy(
        title_name="Team Lime Tree",
        belongs_to="Team Lime Tree",
        reader="Orla",
        on=MET_ON,
        place="Fernbank Children's Centre",
        helper=Helper(name="Mina Costa", role="Family support worker", phone="01632 960 141"),
        next_time=NextTime(on=date(2027, 1, 12), time="13:30", place="the Garden Room"),
        going_well=(
            "We eat tea together most nights",
            "Kit has made two friends at nursery",
            "Grandad Joe helps on school mornings",
            "Orla rang the landlord on her own",
        ),
        changes=(
            Change(area="Money", life_when="We know what we owe and the calls stop"),
            Change(area="Bedtimes and sleep", life_when="Kit sleeps in his own bed"),
            Change(area="Getting on together"),
        ),
        wanted=("Fewer rows in the mornings", "A door that shuts on the boys' room"),
        life_when=("We laugh more", "The mornings are calm"),
        done=(
            PlannedAction(what="Kit had his two-year check", who="Orla", due=date(2026, 11, 6)),
            PlannedAction(what="Filled in the form for a nursery place", who="Mina Costa", due=None),
        ),
        actions=(
            PlannedAction(
                what="Go to the debt advice drop-in. Take the letters in the blue bag.",
                who="Orla and Mina Costa",
                due=date(2026, 12, 4),
                how_we_will_know="We have a list of what we owe and a plan to pay.",
                theirs=True,
            ),
            PlannedAction(
                what="Lights out at 8pm, with one story",
                who="Orla and Sam",
                due=date(2026, 12, 1),
                how_we_will_know="Kit sleeps in his own bed four nights a week.",
                theirs=True,
            ),
            PlannedAction(
                what="Ask housing to look at the damp in the boys' room",
                who="Ray Dunne",
                due=date(2026, 12, 11),
                how_we_will_know="The damp is gone.",
                moved_from=(date(2026, 11, 20),),
            ),
            PlannedAction(
                what="Meet Alfie at the gate and give him a calm start",
                who="Tess Amadi",
                due=date(2026, 11, 30),
                how_we_will_know="Alfie tells us mornings feel better.",
                part_done=True,
            ),
            PlannedAction(
                what="Tell us about the playgroup in the church hall",
                who="Health visitor",
                due=date(2027, 1, 8),
                not_yet_asked="Mina Costa",
            ),
        ),
        worried=(
            "Call Mina Costa on 01632 960 141. If Mina is away, call the centre on 01632 960 100.",
            "If someone is in danger now, call 999.",
            "Children can call Childline free on 0800 1111, day or night.",
        ),
        scores=tuple(
            ScoreRow(area=area, who=who, last_time=then, now=now, hoped_for=hope)
            for area, who, then, now, hope in (
                ("Money", "Orla", "2", "4", "7"),
                ("Money", "Sam", "3", "3", "8"),
                ("Money", "Grandad Joe", "not asked", "5", "7"),
                ("Bedtimes and sleep", "Orla", "3", "5", "8"),
                ("Bedtimes and sleep", "Sam", "4", "4", "7"),
                ("Bedtimes and sleep", "Alfie", "2", "6", "9"),
                ("Getting on together", "Orla", "4", "6", "8"),
                ("Getting on together", "Sam", "5", "prefer not to say", "8"),
                ("Getting on together", "Alfie", "3", "4", "9"),
            )
        ),
        scale=SCALE,
        family_there=(
            Attended(name="Orla", role="mother"),
            Attended(name="Sam", role="father"),
            Attended(name="Alfie", role="child", note="for 20 minutes"),
            Attended(name="Grandad Joe", role="grandfather"),
        ),
        helpers_there=(
            Attended(name="Mina Costa", role="Family support worker"),
            Attended(name="Tess Amadi", role="Class teacher"),
            Attended(name="Ann Lowe", role="Health visitor"),
            Attended(name="Bev Hart", role="Nursery manager"),
        ),
        could_not_come=(Attended(name="Ray Dunne", role="Housing officer", note="sent a note"),),
        child_words=(("Alfie", "I like it when Dad walks me"),),
        may_see=("Lime Tree Primary School", "the health visiting team", "the housing team"),
        sharing=(
            "We will not share it with anyone else unless we think someone is at risk of harm.",
            "You can change your mind about sharing, or stop having meetings, at any time. Tell Mina Costa.",
            "You can ask us to put right anything that is wrong in this plan.",
        ),
        marking="Private. This plan belongs to Team Lime Tree.",
        organisation="Fernbank Children's Centre",
        left_out=1,
        must_not_hold=("22 Ferry Lane", "07700 900177"),
    )


def _bare_copy() -> FamilyCopy:
    return FamilyCopy(
        title_name=None,
        belongs_to="Orla",
        reader="Orla",
        on=MET_ON,
        place=None,
        helper=None,
        next_time=None,
        going_well=(),
        changes=(),
        wanted=(),
        life_when=(),
        done=(),
        actions=(),
        worried=(),
        scores=(),
        scale=SCALE,
        family_there=(),
        helpers_there=(),
        could_not_come=(),
        child_words=(),
        may_see=(),
        sharing=(),
        marking="",
        organisation="Fernbank Children's Centre",
    )


def _long_copy() -> FamilyCopy:
    usual = _usual_copy()
    return replace(
        usual,
        actions=tuple(
            replace(usual.actions[number % 5], due=MET_ON + timedelta(days=3 * number))
            for number in range(30)
        ),
        scores=usual.scores * 4,
        family_there=usual.family_there + tuple(Attended(name=f"Cousin {n}", role="cousin") for n in "ABC"),
        helpers_there=tuple(Attended(name=f"Worker {n}", role="Early help worker") for n in "ABCDEFGHIJK"),
        going_well=usual.going_well * 3,
        child_words=(("Alfie", "I like it when Dad walks me"), ("Kit", "More trains. " * 60)),
    )


def _usual_record() -> FullRecord:
    return FullRecord(
        ref="EYM-0042",
        family_name="Lindqvist-Moore",
        meeting="Review meeting 2",
        on=MET_ON,
        marking="OFFICIAL-SENSITIVE [PERSONAL DATA]",
        organisation="Fernbank Children's Centre",
        details=(
            ("Meeting", "Review meeting 2, 1.30pm to 2.20pm"),
            ("Place", "Fernbank Children's Centre, Garden Room"),
            ("Chair", "Mina Costa, family support worker"),
            ("Recorder", "Bev Hart, nursery manager"),
            ("Lead professional", "Mina Costa, 01632 960 141"),
            ("Interpreter", "not needed"),
        ),
        attendance=(
            ("Orla Lindqvist-Moore", "mother", "Family", "present"),
            ("Sam Moore", "father", "Family", "present, from 1.45pm"),
            ("Alfie Moore", "child, age 7", "Family", "for 20 minutes"),
            ("Joe Lindqvist", "grandfather", "Family", "present"),
            ("Mina Costa", "Family support worker", "Fernbank Children's Centre", "present"),
            ("Tess Amadi", "Class teacher", "Lime Tree Primary", "present"),
            ("Ann Lowe", "Health visitor", "0-19 Community Health", "present"),
            ("Ray Dunne", "Housing officer", "District council", "apologies, sent an update"),
        ),
        agreement=(
            ("Orla Lindqvist-Moore", "Lime Tree Primary", "yes", "Signed on 13 October 2026"),
            ("Orla Lindqvist-Moore", "District council", "limited", "Only about the damp. 13 October 2026"),
            ("Sam Moore", "Lime Tree Primary", "yes", "Spoken, 24 November 2026"),
        ),
        last_time=(
            ("Ask for a nursery place for Kit", "Bev Hart", "30 October 2026", "done on 12 October 2026"),
            (
                "Report the damp",
                "Ray Dunne",
                "20 November 2026",
                "moved to 11 December: waiting for a survey",
            ),
        ),
        story=(
            ("Past", (RecordedWords(text="We moved here when Kit was born.", who="Orla", visible_to=""),)),
            (
                "Present",
                (RecordedWords(text="The boys' room is damp. We are behind.", who="Sam", visible_to=""),),
            ),
            ("Future", (RecordedWords(text="A dry room and no more calls.", who="Orla", visible_to=""),)),
        ),
        journey=(
            (
                "What we are good at",
                (
                    RecordedWords(text="We eat tea together most nights", who="", visible_to=""),
                    RecordedWords(text="Orla rang the landlord on her own", who="Mina Costa", visible_to=""),
                ),
            ),
            ("What we want to change", (RecordedWords(text="Fewer rows", who="Sam", visible_to=""),)),
            ("Life when it has happened", (RecordedWords(text="We laugh more", who="Orla", visible_to=""),)),
        ),
        child_words=(
            RecordedWords(text="I like it when Dad walks me", who="Alfie, told to Tess Amadi", visible_to=""),
        ),
        contributions=(
            RecordedWords(
                text="Kit settles quickly and loves the water tray.", who="Bev Hart", visible_to=""
            ),
            RecordedWords(text="The survey is booked.", who="Ray Dunne", visible_to="Orla and Mina Costa"),
        ),
        worries=(RecordedWords(text="Both boys are tired by 11am.", who="Tess Amadi", visible_to=""),),
        scores=(
            ("Money", "Orla", "2", "4"),
            ("Money", "Sam", "3", "3"),
            ("Bedtimes and sleep", "Orla", "3", "5"),
            ("Bedtimes and sleep", "Alfie", "2", "6"),
            ("Getting on together", "Sam", "5", "prefer not to say"),
        ),
        priorities=("Money", "Bedtimes and sleep", "Getting on together"),
        actions=tuple(
            RecordedAction(
                number=number,
                what=what,
                who=who,
                due=due,
                area=area,
                how_we_will_know=know,
                status=status,
                visible_to=seen,
            )
            for number, what, who, due, area, know, status, seen in (
                (
                    1,
                    "Go to the debt advice drop-in",
                    "Orla and Mina Costa",
                    "4 December 2026",
                    "Money",
                    "A list of what is owed",
                    "not started",
                    "",
                ),
                (
                    2,
                    "Ask housing to look at the damp",
                    "Ray Dunne",
                    "11 December 2026",
                    "Home",
                    "The damp is gone",
                    "under way, moved from 20 November 2026",
                    "",
                ),
                (
                    3,
                    "Talk to the GP about sleep",
                    "Orla",
                    "8 December 2026",
                    "Feelings",
                    "",
                    "not started",
                    "Orla and Ann Lowe",
                ),
            )
        ),
        decisions=(
            ("Discussion", "Sam would like meetings to be after work. Orla prefers mornings. We take turns."),
            ("Outcome", "Carry on with the plan. Next review in seven weeks."),
        ),
        safeguarding=(
            ("Raised by", "Tess Amadi, at 1.55pm"),
            ("What was said", "A bruise on Kit's arm that nobody could explain."),
            ("Shared with", "The children and families front door, 24 November 2026"),
            ("Agreement asked", "No. It could have put Kit at more risk."),
            ("Decided by", "Mina Costa, advised by Petra Voss"),
            ("Family told", "Yes, by Mina Costa, after the meeting"),
        ),
        copies=(
            ("Orla Lindqvist-Moore", "Family plan, 12 point", "printed at the meeting"),
            ("Sam Moore", "Family plan, 12 point", "printed at the meeting"),
            ("Tess Amadi", "School's actions", "safe link, 25 November 2026"),
            ("Mina Costa", "This record", "kept by the centre"),
        ),
        sharing=("We share without agreement only where someone is at risk of serious harm.",),
        next_time=NextTime(on=date(2027, 1, 12), time="13:30", place="Fernbank Children's Centre"),
    )


def _bare_record() -> FullRecord:
    return FullRecord(
        ref="EYM-0043",
        family_name="Moore",
        meeting="First meeting",
        on=MET_ON,
        marking="OFFICIAL-SENSITIVE [PERSONAL DATA]",
        organisation="Fernbank Children's Centre",
        details=(("Chair", "Mina Costa"),),
        attendance=(),
        agreement=(),
        last_time=(),
        story=(),
        journey=(),
        child_words=(),
        contributions=(),
        scores=(),
        priorities=(),
        actions=(),
        decisions=(),
        safeguarding=(),
        copies=(),
        sharing=(),
    )


def _long_record() -> FullRecord:
    usual = _usual_record()
    return replace(
        usual,
        attendance=usual.attendance
        + tuple((f"Worker {n}", "Teacher", "School", "present") for n in "ABCDEFGHIJ"),
        actions=tuple(replace(usual.actions[n % 3], number=n + 1) for n in range(30)),
        scores=usual.scores * 6,
        story=(("Past", (RecordedWords(text="It was a long road. " * 300, who="Orla", visible_to=""),)),),
    )
