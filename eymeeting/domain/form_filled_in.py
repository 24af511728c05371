"""The paper form of a family's meeting, with what may lie on a table where everybody reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from eymeeting.domain.actions import Action
from eymeeting.domain.beginning import under_way
from eymeeting.domain.consent import AGREED, latest_answers
from eymeeting.domain.contributions import helpers
from eymeeting.domain.entry import Entry
from eymeeting.domain.facing_room import Room
from eymeeting.domain.family import Family, collections
from eymeeting.domain.in_the_room import family_called, readers
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.meeting import (
    ChildWords,
    Contribution,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    SafetyScore,
    Score,
)
from eymeeting.domain.names import people_now
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import Known
from eymeeting.domain.paper_form import Named, PaperForm, ToAsk, empty_form
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.problems import NotFound, Refused
from eymeeting.domain.protected import protected_kinds
from eymeeting.domain.reviewing import Asked, asked_actions, wanted_before
from eymeeting.domain.scoring import who_may_score
from eymeeting.domain.sight import Reader, is_open_in_the_room, sees
from eymeeting.domain.who_may_see import EveryoneInTheRoom, Service, may_see
from eymeeting.domain.without_times import as_told_to

NOT_THE_CHAIR = (
    "The paper form with names is only for the chair of that meeting. “eymeeting form” writes a blank one."
)
NOTHING_CHAIRED = "This reader chairs no meeting of this family. “eymeeting form” writes a blank form."
_SAID = (Action, ChildWords, Contribution, Known, Line, Priority, Safeguarding, SafetyScore, Score)
"""What people say and agree, which lies on the table only where everybody in the room may read it."""
_LEFT_OUT = ("not_invited", "asked_to_leave")


def filled_in_form(
    family: Family, reader: str, *, today: date, pack: Pack, meeting: int | None = None
) -> PaperForm:
    """The form of a meeting for its chair, with what may lie on a table where everybody reads it.

    Without ``meeting`` it is the one that is planned or under way, else the latest this reader chaired.
    A paper stays when people have gone: whatever is kept from anybody of the family who may come stays
    off it, whoever came. Last time's scores never stand on it: they would steer.

    Raises:
        Refused: the reader does not chair that meeting, or none.
        NotFound: no meeting has that number.
    """
    chosen = meeting_of_form(family, reader, meeting)
    unmarked = replace(
        family, attendance=tuple(each for each in family.attendance if each.meeting != chosen.id)
    )
    there = readers(unmarked, chosen)
    room = Room(unmarked, chosen, pack, today)
    blank = empty_form(family, chosen, pack)
    asked = [each for each in _asked(family, chosen) if isinstance(each, Worker)]
    workers = [each for each in asked if not interprets(each)]
    chair = family.worker(chosen.chair)
    filled = replace(
        blank,
        ref=family.ref,
        called=family.ref,
        on=chosen.on,
        start=chosen.start,
        place=chosen.venue if not there else room.cleared(chosen.venue) or "",
        chair=chair.name if chair is not None and (not there or room.name(chair.id)) else "",
    )
    if not there:
        helping = tuple(Named(name=each.name, role=_job(each)) for each in workers)
        off = kept_off(family, Reader(id=reader, as_chair_of=chosen.id), today=today, pack=pack)
        return replace(filled, helpers=helping, must_not_hold=off)
    people = [each for each in _asked(family, chosen) if isinstance(each, Person) and each.id in there]
    may_score = {each.id for each in who_may_score(family, chosen.id)}
    return replace(
        filled,
        areas=tuple(each for each in blank.areas if room.cleared(each.name)),
        called=room.cleared(family_called(room.family, there)) or family.ref,
        purpose=room.cleared(chosen.purpose) or "",
        people=tuple(_named(room, people)),
        children=tuple(
            name for each in people if each.kind == "child" and (name := room.name(each.id)) is not None
        ),
        helpers=tuple(_named(room, workers)),
        interpreters=tuple(_named(room, [each for each in asked if interprets(each)])),
        scorers=tuple(name for each in people if each.id in may_score and (name := room.name(each.id))),
        services=tuple(_services(unmarked, chosen, workers, room)),
        agreed=tuple(_agreed(unmarked, chosen, there, room)),
        actions=tuple(
            _to_ask(room, each) for each in asked_actions(room.family, chosen, pack) if _may_ask(room, each)
        ),
        wanted=tuple(
            words
            for each in wanted_before(room.family, chosen, pack)
            if room.sees(each) and (words := room.cleared(each.text))
        ),
        chosen=tuple(_chosen_before(room)),
        must_not_hold=_kept_off_the_table(unmarked, chosen, there, today=today, pack=pack),
    )


def meeting_of_form(family: Family, reader: str, number: int | None) -> Meeting:
    """The meeting that a form is for; without a number the one that is planned or under way, else the latest chaired.

    Raises:
        Refused: the reader does not chair that meeting, or none.
        NotFound: no meeting has that number.
    """
    if number is not None:
        meeting = next((each for each in family.meetings if each.number == number), None)
        if meeting is None:
            raise NotFound("This family has no meeting with that number.")
        if meeting.chair != reader:
            raise Refused(NOT_THE_CHAIR)
        return meeting
    chaired = [each for each in family.meetings_in_order() if each.chair == reader]
    if not chaired:
        raise Refused(NOTHING_CHAIRED)
    coming = under_way(family)
    return coming if coming in chaired else chaired[-1]


def _asked(family: Family, meeting: Meeting) -> list[Person | Worker]:
    """Those who were asked to a meeting or marked at it.

    Where nobody of the family was, or no worker, they are all who may come.
    """
    marks = {each.who: each.status for each in family.attendance if each.meeting == meeting.id}
    asked = {each.who for each in family.invitations if each.meeting == meeting.id} | set(marks)
    asked -= {who for who, status in marks.items() if status in _LEFT_OUT}
    people = [each for each in people_now(family) if each.kind != "unborn" and not (each.died or each.left)]
    working = helpers(family, meeting.id)
    interpreting = [each for each in family.workers if interprets(each) and each.id in asked]
    return [
        *([each for each in people if each.id in asked] or people),
        *([each for each in working if each.id in asked] or working),
        *interpreting,
    ]


def _named(room: Room, asked: list[Person] | list[Worker]) -> Iterator[Named]:
    for each in asked:
        name = room.name(each.id)
        if name is not None:
            role = _job(each) if isinstance(each, Worker) else each.relationship
            yield Named(name=name, role=room.cleared(role) or "")


def _job(worker: Worker) -> str:
    return ", ".join(filter(None, (worker.role, worker.agency)))


def _services(family: Family, meeting: Meeting, workers: list[Worker], room: Room) -> Iterator[str]:
    """The services of those who were asked, as far as everybody in the room may know of each."""
    everyone = EveryoneInTheRoom(meeting=meeting.id)
    for name in dict.fromkeys(each.agency for each in workers if each.agency):
        seen = may_see(family, everyone, Service(name=name), today=room.today, pack=room.pack)
        if seen.answer == "shown" and room.cleared(name):
            yield name


def _agreed(family: Family, meeting: Meeting, there: tuple[str, ...], room: Room) -> Iterator[str]:
    everyone = EveryoneInTheRoom(meeting=meeting.id)
    for who in there:
        for _, answer in latest_answers(family, who, today=room.today):
            seen = may_see(family, everyone, answer, today=room.today, pack=room.pack)
            if answer.answer in AGREED and seen.answer == "shown" and room.cleared(answer.agency):
                yield answer.agency


def _may_ask(room: Room, asked: Asked) -> bool:
    return asked.before.is_open and room.sees(asked.action) and room.cleared(asked.action.text) is not None


def _to_ask(room: Room, asked: Asked) -> ToAsk:
    return ToAsk(what=asked.action.text, who=room.name(asked.before.owner) or "", due=asked.before.due)


def _chosen_before(room: Room) -> Iterator[tuple[str, str]]:
    """The areas chosen at the latest meeting before this one that chose any, with how life will be."""
    before = [each for each in room.family.priorities if each.meeting != room.meeting.id and room.sees(each)]
    order = [each.id for each in room.family.meetings_in_order()]
    latest = max((order.index(each.meeting) for each in before if each.meeting in order), default=-1)
    for each in before:
        name = room.area(each.area)
        if name is not None and order.index(each.meeting) == latest:
            yield name, room.cleared(each.life_when) or ""


def _kept_off_the_table(
    family: Family, meeting: Meeting, there: tuple[str, ...], *, today: date, pack: Pack
) -> dict[str, str]:
    """What somebody of the family may not see, each text with its kind.

    What is kept from somebody only with its times of day may lie there without them.
    """
    told = family
    for each in there:
        told = as_told_to(told, each)
    without_times = {(type(entry), entry.id): entry for _, several in collections(told) for entry in several}

    answers: dict[tuple[type[Entry], str], bool] = {}

    def may_lie_there(entry: Entry) -> bool:
        key = (type(entry), entry.id)
        if key not in answers:
            there_is = without_times.get(key, entry)
            is_open = not isinstance(entry, _SAID) or is_open_in_the_room(
                told, there_is, pack=pack, meeting=meeting.id
            )
            answers[key] = is_open and all(
                sees(told, Reader(id=each), there_is, today=today, pack=pack) for each in there
            )
        return answers[key]

    found: dict[str, str] = {}
    for each in there:
        reader = Reader(id=each)
        found |= kept_off(family, reader, today=today, pack=pack, may_see=may_lie_there)
        found |= protected_kinds(family, reader, today=today, pack=pack)
    return found
