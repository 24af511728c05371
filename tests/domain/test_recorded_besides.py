from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from made.pells import (
    FAMILY,
    FIRST,
    PACK,
    TODAY,
    agreed,
    attended,
    copy_for,
    meeting,
    paper,
    said,
    score,
    texts,
    with_more,
)

from eymeeting.domain.before_we_finish import checks
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.how_heard import HOW_HEARD
from eymeeting.domain.in_words import CONTACT, REPLY
from eymeeting.domain.meeting import Correction, Heard, Invitation, LeftOpen, Line, Safeguarding
from eymeeting.domain.recorded import FullRecord
from eymeeting.domain.recorded_besides import LEFT_OPEN

DAY = timedelta(days=1)
HARM = Safeguarding(
    id="harm",
    meeting="m1",
    raised_by="teacher",
    time="10:20",
    what="A bruise",
    shared_with="the front door",
    agreement_asked=False,
    why_not_asked="risk",
    decided_by="lead",
)


def record(family: Family, number: int | None = 1) -> FullRecord:
    return full_record(family, "lead", today=TODAY, pack=PACK, meeting=number)


def contact(text: str, by: str = "lead", on: date = FIRST, **more: Any) -> Contact:
    return Contact(id=f"c-{text}", on=on, by=by, how="call", text=text, **more)


def corrected(about: str | None, at: str = "m1", **more: Any) -> Correction:
    return Correction(
        id=f"k-{about}-{at}", meeting=at, on=TODAY, by="lead", what="by when", about=about, **more
    )


def test_who_was_asked_stands_with_the_day_the_way_and_the_reply() -> None:
    asked = (
        Invitation(id="i1", meeting="m1", who="mum", on=FIRST - 14 * DAY, how="at the door", reply="coming"),
        Invitation(id="i2", meeting="m1", who="dad", how="by text", reply="not_coming", note="on nights"),
        Invitation(id="i3", meeting="m1", who="teacher"),
        Invitation(id="i4", meeting="m2", who="gran", reply="no_reply"),
    )
    family = with_more(replace(FAMILY, meetings=(meeting(1), meeting(2))), invitations=asked)
    assert record(family).invited == (
        ("Rosa Pell", "16 February 2026, at the door", "coming"),
        ("Leo Vane", "by text", "not coming, on nights"),
        ("Di Eames", "not recorded", "not recorded"),
    )
    assert record(family, 2).invited == (("Ida Pell", "not recorded", "no reply"),)


def test_how_each_was_heard_and_what_was_left_open_stand_with_the_reasons() -> None:
    family = with_more(
        FAMILY,
        heard=(
            Heard(id="h1", meeting="m1", who="mum", how="in_the_room"),
            Heard(id="h2", meeting="m1", who="ivy", how="not_heard", note="asleep; Ann calls in on Tuesday"),
        ),
        left_open=(
            LeftOpen(id="o1", meeting="m1", what="dates", reason="The nursery is closed"),
            LeftOpen(id="o2", meeting="m1", what="heard ivy", reason="Asleep"),
            LeftOpen(id="o3", meeting="m1", what="the gate", reason="Nobody has the key"),
        ),
    )
    found = record(family)
    assert found.heard == (
        ("Rosa Pell", "here, in their own words"),
        ("Ivy Pell-Vane", "not this time, asleep; Ann calls in on Tuesday"),
    )
    assert found.left_open == (
        ("A date for each action", "The nursery is closed"),
        ("How we heard Ivy Pell-Vane", "Asleep"),
        ("the gate", "Nobody has the key"),
    )


def test_what_the_family_was_told_stands_with_its_day_and_a_meeting_that_goes_on_says_with_which() -> None:
    told = replace(
        meeting(1), family_told="the letter", family_told_on=FIRST - DAY, resumes=3, children_first=True
    )
    details = dict(record(replace(FAMILY, meetings=(told,))).details)
    assert details["What the family was told before"] == "the letter (1 March 2026)"
    assert details["Goes on with"] == "meeting 3, which was adjourned"
    assert details["The children's part"] == "straight after the welcome"


def test_what_was_put_right_stands_in_the_record_of_its_meeting_however_late_it_was() -> None:
    line = said("good_at", "tea together")
    family = with_more(
        replace(FAMILY, meetings=(meeting(1), meeting(2))),
        lines=(line,),
        corrections=(
            corrected(line.id, was="tee together", why="a slip"),
            corrected("taken away since", was="a line"),
            corrected(None),
            corrected(None, at="m2", why="of the later meeting"),
        ),
    )
    assert record(family).corrections == (
        ("1 June 2026", "Ann Bell", "by when", "tee together", "a slip"),
        ("1 June 2026", "Ann Bell", "by when", "a line", "not recorded"),
        ("1 June 2026", "Ann Bell", "by when", "not recorded", "not recorded"),
    )
    assert [row[-1] for row in record(family, 2).corrections] == ["of the later meeting"]


def test_what_was_put_right_of_something_restricted_stands_on_the_restricted_page_alone() -> None:
    hushed = replace(said("past", "hushed"), visibility=Visibility(level="safeguarding"))
    for_gran = replace(said("past", "for gran"), visibility=Visibility(level="named", to=("gran",)))
    restricted = (corrected("harm", was="A mark"), corrected(hushed.id))
    family = with_more(
        FAMILY,
        lines=(hushed, for_gran),
        safeguarding=(HARM,),
        corrections=(*restricted, corrected(for_gran.id, was="whispered")),
    )
    found = record(family)
    assert found.corrections == ()
    assert [row for row in found.safeguarding if row[0].startswith("Put right")] == [
        ("Put right, 1 June 2026", "by when; before: A mark; by Ann Bell"),
        ("Put right, 1 June 2026", "by when; by Ann Bell"),
    ]
    assert "whispered" not in "\n".join(texts(found))


def test_contacts_stand_up_to_the_day_of_the_meeting_in_their_order() -> None:
    family = with_more(
        FAMILY,
        contacts=(
            contact("The day after", on=FIRST + DAY),
            contact("In the afternoon", time="16:05", who="mum", reached=False),
            contact("In the morning", time="09:00", who="mum", reached=True),
            contact("The day before", on=FIRST - DAY),
            contact("", on=FIRST - 2 * DAY),
        ),
    )
    assert record(family).contacts == (
        ("28 February 2026", "call, Ann Bell", "not recorded", "the chair and Centre"),
        ("1 March 2026", "call, Ann Bell", "The day before", "the chair and Centre"),
        ("2 March 2026, 09:00", "call, Ann Bell with Rosa Pell", "In the morning", "the chair and Centre"),
        (
            "2 March 2026, 16:05",
            "call, Ann Bell with Rosa Pell, nobody answered",
            "In the afternoon",
            "the chair and Centre",
        ),
    )
    assert [row[2] for row in record(family, None).contacts] == [row[2] for row in record(family).contacts]


@pytest.mark.parametrize(
    ("more", "stands"),
    [
        ({"by": "lead"}, True),
        ({"by": "teacher", "visibility": Visibility(level="family")}, True),
        ({"by": "teacher", "visibility": Visibility(level="named", to=("lead",))}, True),
        ({"by": "teacher", "visibility": Visibility(level="named", to=("mum",))}, False),
        ({"by": "lead", "visibility": Visibility(level="safeguarding")}, False),
    ],
)
def test_a_contact_stands_only_where_the_chair_may_see_it_today(more: dict[str, Any], stands: bool) -> None:
    family = with_more(FAMILY, contacts=(contact("Rang", **more),))
    assert bool(record(family).contacts) is stands


def test_a_contact_about_somebody_who_no_longer_agrees_stays_with_the_chair_of_that_time() -> None:
    refused = tuple(replace(each, answer="withdrawn") for each in FAMILY.answers)
    family = with_more(FAMILY, contacts=(contact("Rang", who="mum"),))
    assert record(family).contacts
    assert record(replace(family, answers=refused)).contacts


def test_contacts_with_others_stay_out_of_the_record_where_anybody_is_kept_apart() -> None:
    shared: dict[str, Any] = {"by": "teacher", "visibility": Visibility(level="family")}
    given, answers = agreed("dad", Centre="yes")
    family = with_more(
        replace(FAMILY, meetings=(meeting(1, apart=("dad",)), meeting(2))),
        agreements=(given,),
        answers=answers,
        attendance=(attended("mum"), attended("dad", "not_invited"), attended("dad", at="m2")),
        contacts=(
            contact("with mum", who="mum", **shared),
            contact("with dad", who="dad", **shared),
            contact("with nobody named", **shared),
            replace(contact("from mum to dad", who="dad", **shared), by="mum"),
        ),
    )
    assert [row[2] for row in record(family, 1).contacts] == ["with mum"]
    assert [row[2] for row in record(family, 2).contacts] == ["with dad"]
    together = replace(family, meetings=(meeting(1), meeting(2)))
    assert len(record(together, 1).contacts) == 4


@pytest.mark.parametrize("who", ["mum", "dad", "gran"])
def test_none_of_it_stands_on_anybodys_family_copy(who: str) -> None:
    everyone = Visibility(level="family")
    line = Line(id="l1", meeting="m1", section="good_at", text="tea together")
    family = with_more(
        FAMILY,
        lines=(line,),
        invitations=(Invitation(id="i", meeting="m1", who=who, how="zqhow", reply="coming", note="zqnote"),),
        heard=(Heard(id="h", meeting="m1", who=who, how="spoke_before", note="zqheard"),),
        left_open=(LeftOpen(id="o", meeting="m1", what="zqwhat", reason="zqreason"),),
        corrections=(replace(corrected("l1", was="zqwas", why="zqwhy"), what="zqput"),),
        contacts=(contact("zqcall", who=who, visibility=everyone),),
    )
    assert "tea together" in paper(copy_for(who, family, 1))
    assert "zq" not in paper(copy_for(who, family, 1))
    assert copy_for(who, family, 1) == copy_for(who, with_more(FAMILY, lines=(line,)), 1)


def test_every_reply_way_of_hearing_and_kind_of_contact_has_its_words() -> None:
    for kind, name, words in (
        (Invitation, "reply", REPLY),
        (Heard, "how", HOW_HEARD),
        (Contact, "how", CONTACT),
    ):
        hint = get_type_hints(kind)[name]
        listed = {
            each for option in (hint, *get_args(hint)) for each in get_args(option) if isinstance(each, str)
        }
        assert listed == set(words)


def test_no_cell_of_it_is_empty_where_nothing_more_was_said() -> None:
    family = with_more(
        FAMILY,
        invitations=(Invitation(id="i", meeting="m1", who="mum"),),
        left_open=(LeftOpen(id="o", meeting="m1", what="", reason=""),),
        corrections=(replace(corrected(None), what=""),),
    )
    found = record(family)
    names = ("invited", "heard", "left_open", "corrections")
    assert {*names, "contacts"} <= {each.name for each in fields(FullRecord)}
    assert all(cell for name in names for row in getattr(found, name) for cell in row)


def test_every_check_before_the_end_has_its_words_on_paper() -> None:
    found = {check.id for check in checks(FAMILY, FAMILY.meetings[0], PACK, today=TODAY)}
    people = {f"heard {person.id}" for person in FAMILY.people}
    assert found & people
    assert found - people <= set(LEFT_OPEN)


def test_whoever_is_settled_as_heard_before_the_end_stands_as_heard_in_the_record() -> None:
    family = with_more(
        FAMILY,
        lines=(said("present", "tired", by="mum"),),
        scores=(score("ivy", 6), replace(score("dad", 1), value="not_asked")),
        heard=(Heard(id="h1", meeting="m1", who="ivy", how="spoke_before"),),
    )
    settled = [
        check.who
        for check in checks(family, family.meetings[0], PACK, today=TODAY)
        if check.who is not None and check.settled
    ]
    assert settled == ["mum", "ivy"]
    assert record(family).heard == (
        ("Rosa Pell", "in what they said, which was written down"),
        ("Ivy Pell-Vane", "somebody spoke with them before"),
    )
