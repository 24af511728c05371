from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.childs_part import (
    HOW,
    blank_words,
    carers,
    children_of,
    visibility_for,
)
from eymeeting.domain.contributions import (
    away,
    blank_contribution,
    evidence_words,
    has_spoken,
    helpers,
    is_empty,
    news_mark,
    read_evidence,
)
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    Attendance,
    AttendanceStatus,
    ChildWords,
    Evidence,
    FamilyChange,
    Line,
    Meeting,
    Score,
)
from eymeeting.domain.own_words import own_words
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Worker
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 11, 22)
MEETING = Meeting(
    id="m1", number=1, type="taf_first", on=TODAY, start="10:00", planned_minutes=75, chair="w1", venue="Hub"
)


def person(key: str, kind: PersonKind = "adult", home: str | None = None, pr: bool | None = None) -> Person:
    return Person(
        id=key,
        position=int(key[1:]),
        first_name=key,
        last_name="Rowe",
        relationship="child" if kind == "child" else "parent",
        kind=kind,
        dob=None,
        due_date=date(2026, 10, 1) if kind == "unborn" else None,
        parental_responsibility=pr,
        household=home,
    )


FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Rowe"),
    people=(
        person("p1", home="A"),
        person("p2", pr=True),
        person("p3"),
        person("c4", "child", "A"),
        person("c5", "unborn"),
    ),
    workers=(
        Worker(id="w1", name="Grace", role="Support worker", agency="Hub"),
        Worker(id="w2", position=1, name="Joe", role="Housing officer", agency="Homes"),
        Worker(id="w3", position=2, name="Mai", role="Polish interpreter", agency="Talk"),
        Worker(id="w4", position=3, name="Left", role="Midwife", agency="NHS", active=False),
    ),
    meetings=(MEETING,),
)


def with_marks(**marks: AttendanceStatus) -> Family:
    return replace(
        FAMILY,
        attendance=tuple(
            Attendance(id=f"a{at}", position=at, meeting="m1", who=who, status=status)
            for at, (who, status) in enumerate(marks.items())
        ),
    )


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        (
            "ASQ-3 communication 35, 3 march",
            Evidence(measure="ASQ-3 communication", value="35", on=date(2026, 3, 3)),
        ),
        ("Attendance 92%, last friday", Evidence(measure="Attendance", value="92%", on=date(2026, 11, 20))),
        ("Weight 9.1kg", Evidence(measure="Weight", value="9.1kg")),
        ("Settles well, and eats", Evidence(measure="Settles well, and eats")),
        ("Hearing test, 2 oct 2026", Evidence(measure="Hearing test", on=date(2026, 10, 2))),
        ("ASQ-3", Evidence(measure="ASQ-3")),
        ("   ", None),
    ],
)
def test_what_was_measured_is_read_from_one_line(line: str, evidence: Evidence | None) -> None:
    assert read_evidence(line, TODAY) == evidence
    assert read_evidence(evidence_words(evidence), TODAY) == evidence


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_any_line_is_read_and_what_it_reads_as_says_the_same_again(line: str) -> None:
    read = read_evidence(line, TODAY)
    again = read_evidence(evidence_words(read), TODAY)
    assert (read is None) == (again is None)


def test_those_who_are_here_stand_first_and_interpreters_say_nothing_of_their_own() -> None:
    family = with_marks(w2="present", p1="present", p3="asked_to_leave")
    assert [each.id for each in helpers(family, "m1")] == ["w2", "w1"]
    assert [each.id for each in away(family, "m1")] == ["p2"]
    assert away(FAMILY, "m1") == ()


@pytest.mark.parametrize(
    ("marks", "becomes"),
    [
        ({"p1": "present"}, "sent_update"),
        ({"w2": "apologies"}, "apologies_with_update"),
        ({"w2": "present"}, None),
        ({"w2": "sent_update"}, None),
        ({"w2": "did_not_come"}, None),
        ({}, None),
    ],
)
def test_news_of_somebody_who_is_away_marks_them_as_having_sent_it(
    marks: dict[str, AttendanceStatus], becomes: AttendanceStatus | None
) -> None:
    change = news_mark(with_marks(**marks), "m1", "w2")
    assert (change[1].status if change else None) == becomes
    assert change is None or change[1].who == "w2"


def test_the_family_has_spoken_once_it_said_or_scored_something() -> None:
    theirs = Line(id="l1", meeting="m1", section="past", text="Hello", by="p1")
    spoken = (
        replace(FAMILY, lines=(theirs,)),
        replace(FAMILY, lines=(replace(theirs, by=None),)),
        replace(FAMILY, scores=(Score(id="s", meeting="m1", area="home", person="p1", value=3),)),
    )
    assert all(has_spoken(family, "m1", PACK) for family in spoken)
    assert not has_spoken(FAMILY, "m1", PACK)
    assert not has_spoken(replace(FAMILY, lines=(replace(theirs, by="w1"),)), "m1", PACK)
    assert not has_spoken(replace(FAMILY, lines=(replace(theirs, meeting="m0"),)), "m1", PACK)
    alone = replace(theirs, visibility=Visibility(level="named", to=("w1",)))
    asked_alone = Score(id="s", meeting="m1", area="safety", person="p1", value=3, asked_by="w1")
    assert not has_spoken(replace(FAMILY, lines=(alone,), scores=(asked_alone,)), "m1", PACK)


def test_a_contribution_begins_empty_and_for_the_family() -> None:
    blank = blank_contribution(FAMILY, "m1", "w1")
    assert is_empty(blank)
    assert blank.visibility == FOR_THE_FAMILY
    said = replace(blank, working="Sleeps", can_offer="A visit")
    assert not is_empty(said)
    assert own_words(said) == "Sleeps\nA visit"


def test_a_child_s_words_are_heard_in_the_meeting_or_one_to_one_before_it() -> None:
    before = blank_words(FAMILY, MEETING, "c4", "w1")
    here = blank_words(with_marks(c4="present"), MEETING, "c4", "w1")
    assert (before.how, before.heard_by, before.heard_on) == ("one to one", "w1", None)
    assert (here.how, here.heard_on) == ("in meeting", TODAY)
    assert {before.how, here.how} <= set(HOW)


def test_a_child_s_words_are_for_everyone_for_carers_or_only_for_who_heard_them() -> None:
    words = ChildWords(
        id="q", meeting="m1", who="c4", words="x", how="drawing", visibility=FOR_THE_FAMILY, heard_by="w2"
    )
    assert carers(FAMILY, "c4") == ("p1", "p2")
    assert visibility_for(FAMILY, words, "everyone") == FOR_THE_FAMILY
    assert visibility_for(FAMILY, words, "carers") == Visibility(level="named", to=("p1", "p2"))
    assert visibility_for(FAMILY, words, "heard_by") == Visibility(level="named", to=("w2",))


def test_a_baby_born_by_then_is_one_of_the_children() -> None:
    born = FamilyChange(id="f", meeting="m1", person="c5", event="born", on=TODAY)
    assert [each.id for each in children_of(FAMILY, MEETING)] == ["c4"]
    assert [each.id for each in children_of(replace(FAMILY, family_changes=(born,)), MEETING)] == ["c4", "c5"]
