"""Families made up by Hypothesis in which every text holds a word of its own, with what is true of each.

Who they are and what was agreed is drawn here, what was said and written in
``said_with_secrets``; who may read each word is worked out in ``who_may_read``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st
from made.pen import Pen, told
from made.said_with_secrets import everything_said
from made.who_may_read import THERE, Secret

from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import KEPT_IN, Family, collections, in_order
from eymeeting.domain.meeting import Attendance, AttendanceStatus, Meeting, NextMeeting, Stopped
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker

TODAY: Final = date(2026, 11, 22)
REF: Final = "EYM-0777"
AGENCIES: Final = ("Larkfield centre", "Riverside Health Visiting", "Harbour Homes", "Kiln Lane School")
ADULTS: Final = (("Rosa", "mother"), ("Leo", "father"), ("Ida", "grandmother"), ("Tom", "uncle"))
CHILDREN: Final = (("Ivy", 8), ("Noah", 13), ("Ada", 3))
WORKERS: Final = (
    ("Ann", "Support worker"),
    ("Ben", "Health visitor"),
    ("Di", "Housing officer"),
    ("Ed", "Class teacher"),
    ("Gia", "Adviser"),
)
ANSWERS: Final[tuple[AgencyAnswer, ...]] = (
    *("yes", "yes", "yes", "not_needed", "limited", "no", "withdrawn", "not_asked"),
)
AWAY: Final[tuple[AttendanceStatus, ...]] = (
    *("views_only", "apologies", "sent_update", "did_not_come", "not_invited", "asked_to_leave"),
)


class Marked:
    """A family, and every word in it that can be found again."""

    def __init__(self, family: Family, secrets: Sequence[Secret]) -> None:
        self.family, self.secrets = family, tuple(secrets)

    def __repr__(self) -> str:
        """Every entry with what it holds, a line each, so that a failing example can be read."""
        entries = [each for _, several in collections(self.family) for each in several]
        return "\n".join(told(each) for each in entries)

    def word(self, word: str) -> Secret:
        """What is true of a word."""
        return next(each for each in self.secrets if each.word == word)


@st.composite
def families_with_secrets(draw: st.DrawFn, *, under_way: bool = False) -> Marked:
    """A family with one to three meetings and all that is kept of it; ``under_way``: the last one is today,
    and no text tells an address or a time that is kept from somebody: it was said aloud there."""
    pen = Pen(draw, aloud=under_way)
    people, workers = _people(pen), _workers(pen)
    homes = _homes(pen, people)
    people = tuple(_reached(pen, each, people) for each in people)
    meetings = _meetings(pen, people, workers, under_way=under_way)
    _agreements(pen, people, workers, meetings)
    _attendance(pen, people, workers, meetings, under_way=under_way)
    bare = Family(
        details=FamilyDetails(
            id=REF,
            family_name="Fairweather",
            chosen_name="The Fairweathers",
            case_system_number=pen.word(kind="case number", in_records=True),
        ),
        people=people,
        workers=workers,
        households=homes,
        meetings=meetings,
    )
    everything_said(pen, bare)
    return Marked(_with_all(bare, pen.entries), pen.secrets)


def _with_all(family: Family, entries: Sequence[Entry]) -> Family:
    held: dict[str, list[Entry]] = {}
    for each in entries:
        held.setdefault(KEPT_IN[type(each)], []).append(each)
    return replace(family, **{name: in_order(each) for name, each in held.items()})  # type: ignore[arg-type]


def _people(pen: Pen) -> tuple[Person, ...]:
    adults = ADULTS[: pen.count(1, 4)]
    children = CHILDREN[: pen.count(0, 3)]
    homes = ("A", "B")[: pen.count(1, 2)]
    kin = [(name, relation, "adult", 34) for name, relation in adults]
    kin += [(name, "child", "child", age) for name, age in children]
    return tuple(
        Person(
            id=f"p{number}",
            position=number,
            first_name=name,
            last_name=f"Fairweather{number}",
            relationship=relation,
            kind=kind,  # type: ignore[arg-type]
            dob=date(TODAY.year - age, 3, 1),
            due_date=None,
            parental_responsibility=pen.one((True, True, False, None)) if kind == "adult" else None,
            household=pen.one(homes),
        )
        for number, (name, relation, kind, age) in enumerate(kin, start=1)
    )


def _reached(pen: Pen, person: Person, people: Sequence[Person]) -> Person:
    """Somebody with how to reach them, at times kept from some of the others, and with what they need."""
    hidden = _others(pen, person, people) if pen.chance(3) else ()
    true_of_it: dict[str, Any] = {"not_for": hidden, "is_gated": False}
    theirs: dict[str, Any] = {"kind": "need", "own": person.id, "is_gated": False}
    return replace(
        person,
        last_name=pen.word(kind="last name", **true_of_it).title() if hidden else person.last_name,
        own_script=pen.word(kind="own script", **true_of_it) if pen.chance(3) else None,
        access_needs=pen.text(**theirs) if pen.chance(3) else None,
        interpreter=pen.text(**theirs) if pen.chance(4) else None,
        hidden_from=hidden or None,
        email=f"{pen.word(kind='email', **true_of_it)}@example.org",
        school=f"{pen.word(kind='school', **true_of_it).title()} School" if pen.chance(3) else None,
        gp=pen.word(kind="doctor", **true_of_it) if pen.chance(3) else None,
        upn=pen.word(kind="pupil number", level="named") if pen.chance(3) else None,
    )


def _others(pen: Pen, person: Person, people: Sequence[Person]) -> tuple[str, ...]:
    return pen.some([each.id for each in people if each.kind == "adult" and each.id != person.id], 2)


def _workers(pen: Pen) -> tuple[Worker, ...]:
    agencies = AGENCIES[: pen.count(1, 4)]
    return tuple(
        Worker(
            id=f"w{number}",
            position=number,
            name=f"{name} {pen.word(kind='name of a worker', is_name_of=f'w{number}').title()}",
            role=role,
            agency=pen.one(agencies),
            phone="01632 960301" if number == 1 else None,
            interpreter=True if number == 5 and pen.chance(2) else None,
        )
        for number, (name, role) in enumerate(WORKERS[: pen.count(1, 5)], start=1)
    )


def _homes(pen: Pen, people: Sequence[Person]) -> tuple[Household, ...]:
    found = []
    for home in sorted({each.household for each in people if each.household}):
        strangers = [each.id for each in people if each.kind == "adult" and each.household != home]
        hidden = pen.some(strangers, 3)
        street = f"{pen.word(kind='address', not_for=hidden, is_gated=False).title()} Street"
        if hidden and not pen.aloud:
            pen.addresses.append(f"17 {street}")
        found.append(
            Household(id=f"h{home}", household=home, lines=(f"17 {street}",), postcode="", hidden_from=hidden)
        )
    return tuple(found)


def _meetings(
    pen: Pen, people: Sequence[Person], workers: Sequence[Worker], *, under_way: bool
) -> tuple[Meeting, ...]:
    adults = [each.id for each in people if each.kind == "adult"]
    chairs = [each.id for each in workers if not each.interpreter]
    found = []
    last = pen.count(1, 3)
    for number in range(1, last + 1):
        at: dict[str, Any] = {"place": f"m{number}", "is_gated": False}
        is_last = number == last
        found.append(
            Meeting(
                id=f"m{number}",
                position=number,
                number=number,
                type="taf_first" if number == 1 else pen.one(("taf_review", "taf_review", "taf_closing")),
                on=TODAY - timedelta(weeks=6 * (last - number)),
                start="10:00",
                planned_minutes=60,
                chair=pen.one(chairs),
                recorder=pen.one((None, *chairs)),
                lead_professional=pen.one((None, *chairs)),
                venue=pen.text(kind="venue", **at),
                purpose=pen.maybe_text(kind="purpose", **at),
                family_told=pen.maybe_text(kind="told before", **at),
                what_helped=pen.maybe_text(kind="what helped", **at),
                got_in_the_way=pen.maybe_text(kind="what got in the way", **at),
                stopped=Stopped(at="11:00", why=pen.text(kind="why stopped", **at))
                if pen.chance(6)
                else None,
                outcome=None if is_last and (under_way or pen.chance(2)) else _outcome(pen, is_last=is_last),
                next_meeting=NextMeeting(
                    on=TODAY + timedelta(weeks=6), time="10:00", place=pen.text(kind="next place", **at)
                )
                if is_last or pen.chance(2)
                else None,
                separate_from=pen.some(adults[1:], 2) or None if pen.chance(3) else None,
            )
        )
    return tuple(found)


def _outcome(pen: Pen, *, is_last: bool) -> Any:
    return pen.one(("carry_on", "lighter_touch", "close") if is_last else ("carry_on", "adjourned"))


def _attendance(
    pen: Pen,
    people: Sequence[Person],
    workers: Sequence[Worker],
    meetings: Sequence[Meeting],
    *,
    under_way: bool,
) -> None:
    for meeting in meetings:
        for each in (*people, *workers):
            apart = each.id in (meeting.separate_from or ())
            comes: tuple[Any, ...] = AWAY if apart else (*THERE[:1] * 4, *THERE, *AWAY)
            marks: tuple[Any, ...] = (None, *comes)
            status: Any = "present" if under_way and each.id == meeting.chair else pen.one(marks)
            if status is None:
                continue
            note = pen.text(kind="note of attendance", place=meeting.id, in_records=True)
            pen.keep(
                Attendance(
                    id=f"{meeting.id}-{each.id}",
                    meeting=meeting.id,
                    who=each.id,
                    status=status,
                    note=note if pen.chance(3) else None,
                )
            )


def _agreements(
    pen: Pen, people: Sequence[Person], workers: Sequence[Worker], meetings: Sequence[Meeting]
) -> None:
    agencies = sorted({each.agency for each in workers})
    children = [each.id for each in people if each.kind == "child"]
    for person in people:
        for number in range(
            pen.count(int(person.parental_responsibility is True), 2 if person.kind == "adult" else 1)
        ):
            given = Agreement(
                id=f"g-{person.id}-{number}",
                by=person.id,
                on=meetings[0].on + timedelta(days=number),
                method="spoken",
                scope="this plan",
                note=pen.text(kind="note of agreement", in_records=True, giver=person.id),
                for_children=pen.some(children) if children and pen.chance(4) else None,
                judged_by=workers[0].id if person.kind == "child" and pen.chance(2) else None,
            )
            pen.keep(given)
            for agency in agencies:
                _answer(pen, given, agency, workers)


def _answer(pen: Pen, given: Agreement, agency: str, workers: Sequence[Worker]) -> None:
    answer = pen.one((None, *ANSWERS))
    if answer is None:
        return
    theirs = tuple(each.id for each in workers if each.agency == agency)
    limit = {
        "kind": "limit",
        "level": "named",
        "to": (given.by, *theirs),
        "giver": given.by,
        "in_records_too": True,
    }
    pen.keep(
        Answer(
            id=f"{given.id}-{agency}",
            agreement=given.id,
            agency=agency,
            answer=answer,
            limit=pen.text(**limit) if answer == "limited" else None,
            reason=pen.text(kind="reason", in_records=True, giver=given.by)
            if answer in ("no", "withdrawn")
            else None,
        )
    )
