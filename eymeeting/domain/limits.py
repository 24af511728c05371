"""What a limit to sharing lets a service see, decided by plain rules that err on the side of not showing.

Whoever works for a service that was told only a part sees what they took on themselves, on which
days and where the family meets, and what the limit names: of a part of life its goals, actions
and scores; of somebody named the actions for everyone that they have a part in, and nothing that
they said or scored; for “attendance” who of the family came. Words that nobody can be sure of
open nothing. Where two people have set a limit, both have to let a thing through.
"""

from __future__ import annotations

from typing import Final, Literal

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.for_whom import is_for_everyone
from eymeeting.domain.in_words import listed
from eymeeting.domain.limit_reading import KINDS, Opened, read_limit
from eymeeting.domain.meeting import Attendance, Meeting, Priority, Score
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person

BETWEEN: Final = ";"
"""What stands between the limits that several people have set."""

_ALWAYS: Final = "their own actions and the days"

Seen = Literal["shown", "in_part", "hidden"]


def covers(limit: str, entry: Entry, family: Family, pack: Pack) -> bool:
    """Whether a limit lets a service see the whole of something that it may see without the limit."""
    return all(_opens(each, entry, family, pack) for each in limit.split(BETWEEN))


def let_through(limit: str, entry: Entry, worker: str, family: Family, pack: Pack) -> tuple[Seen, str]:
    """What is left for a worker of something that the worker may see without the limit, and why, in one sentence.

    Of a meeting it is the day and the place, of who came the name without the
    words beside it, of an unborn baby the due date: a part of each.
    """
    if isinstance(entry, Action) and action_now(family, entry).owner == worker:
        return "shown", "It is what this reader took on."
    if isinstance(entry, Meeting):
        return "in_part", f"Only the day and the place: the agreement is limited to: {limit}."
    if covers(limit, entry, family, pack):
        return "shown", f"The agreement is limited to: {limit}; this is a part of it."
    if isinstance(entry, Attendance) and all(
        _came(each, entry, family, pack) for each in limit.split(BETWEEN)
    ):
        return "in_part", f"Without the words beside it: the agreement is limited to: {limit}."
    if isinstance(entry, Person) and all(_is_due(each, entry, family, pack) for each in limit.split(BETWEEN)):
        return "in_part", f"Only the due date: the agreement is limited to: {limit}."
    return "hidden", f"The agreement is limited to: {limit}."


def in_words(limit: str, agency: str, family: Family, pack: Pack) -> str:
    """What a service will see with one person's limit, for the chair to say aloud before it is agreed."""
    read = read_limit(limit, family, pack)
    if read.not_understood:
        unclear = f"We do not understand “{read.not_understood}”."
        return f"{unclear} As it stands, {agency} will see nothing of the plan but {_ALWAYS}."
    told = dict.fromkeys(words for each in read.opened if (words := _told(each, family, pack)))
    if not told:
        return f"{agency} will see nothing of the plan but {_ALWAYS}."
    return f"{agency} will see: {'; '.join((*told, _ALWAYS))}. Nothing else."


def _opens(limit: str, entry: Entry, family: Family, pack: Pack) -> bool:
    if isinstance(entry, Update):
        action = next((each for each in family.actions if each.id == entry.action), None)
        return action is not None and _opens(limit, action, family, pack)
    if isinstance(entry, Attendance):
        return not entry.note and _came(limit, entry, family, pack)
    return any(_holds(each, entry, family) for each in read_limit(limit, family, pack).opened)


def _holds(opened: Opened, entry: Entry, family: Family) -> bool:
    """Whether a goal, an action or a score is among what a limit has opened."""
    match entry:
        case Action():
            is_there = not opened.areas or entry.area in opened.areas
            is_theirs = not opened.people or _has_a_part(entry, opened.people, family)
            return _is_open(opened, "actions") and is_there and is_theirs
        case Score():
            return _is_open(opened, "scores") and entry.area in opened.areas
        case Priority():
            return _is_open(opened, "goals") and entry.area in opened.areas
        case _:
            return False


def _is_open(opened: Opened, kind: Literal["goals", "actions", "scores"]) -> bool:
    """Whether it is of a part of life, or of somebody: not of attendance, the days or the due date."""
    of_the_plan = not (opened.attendance or opened.due_date) and bool(opened.areas or opened.people)
    return of_the_plan and kind in opened.kinds


def _has_a_part(action: Action, people: tuple[str, ...], family: Family) -> bool:
    own = {action_now(family, action).owner, *(action.helpers or ())}
    return is_for_everyone(action) and not own.isdisjoint(people)


def _came(limit: str, attendance: Attendance, family: Family, pack: Pack) -> bool:
    """Whether a limit tells of somebody of the family that they came. Of other services it tells nothing."""
    return family.person(attendance.who) is not None and any(
        each.attendance and attendance.who in (each.people or (attendance.who,))
        for each in read_limit(limit, family, pack).opened
    )


def _is_due(limit: str, person: Person, family: Family, pack: Pack) -> bool:
    return person.kind == "unborn" and any(
        each.due_date and person.id in (each.people or (person.id,))
        for each in read_limit(limit, family, pack).opened
    )


def _told(opened: Opened, family: Family, pack: Pack) -> str:
    """One thing that a limit opens, in words; empty for the days, which are told in any case."""
    names = short_names(family)
    whose = listed([names[each] for each in opened.people])
    if opened.due_date:
        return "the due date"
    if opened.attendance:
        return f"when {whose} came" if whose else "who of the family came"
    areas = listed([pack.area_name(each) for each in opened.areas])
    what = listed([kind for kind in KINDS if kind in opened.kinds])
    if whose:
        what = f"actions with {whose}"
    elif not areas:
        return ""
    return f"{what} about {areas}" if areas else what
