"""What changes in a family: somebody is born, has a new name, joins, leaves, comes back or dies.

Somebody stays who they were first known as, with their id and everything said of
them. The news of a change counts from its own day on, so that a paper of an
earlier day has the names of that day. ``Family.person_on`` is the one reading of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final, Literal

from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_now import latest_meeting
from eymeeting.domain.meeting import Event, FamilyChange, Meeting
from eymeeting.domain.names import Member
from eymeeting.domain.people import Person
from eymeeting.domain.put_right import put_right

Happening = Literal["born", "name_change", "moved", "left", "joined", "died"]

_BEFORE_BIRTH: Final = "That is before they were born."
_AFTER_DEATH: Final = "That is after the day they died."


def can_happen(family: Family, who: str) -> tuple[Happening, ...]:
    """What can be told of somebody as they are now; nothing of somebody who has died, or is not there."""
    person = family.person_on(who, date.max)
    if person is None or person.died is not None:
        return ()
    if person.kind == "unborn":
        return ("born", "name_change", "moved", "died")
    if person.left is not None:
        return ("joined", "name_change", "moved", "died")
    return ("name_change", "moved", "left", "died")


def told(
    family: Family,
    who: str,
    event: Event,
    on: date,
    *,
    news: str,
    at: str = "",
    first_name: str | None = None,
    last_name: str | None = None,
) -> tuple[Change, ...]:
    """What has to change when something about somebody is told; under the id of ``news`` it is put right.

    ``at`` is the meeting that is open, if one is. Names that are not given stay.
    While there is no meeting that could hold the news, no paper has told
    anything else, and the person is known as they are now from the beginning.
    """
    names: dict[str, Any] = {
        field: name
        for field, name in (("first_name", first_name), ("last_name", last_name))
        if name is not None
    }
    before = news_of(family, news)
    if before is not None:
        after = replace(before, on=on, **names)
        return () if after == before else (Change(family=family.ref, before=before, after=after),)
    meeting = told_at(family, who, at=at)
    if meeting is None:
        return put_right(family, who, **names, **_known_by(family, who, event, on))
    new = FamilyChange(
        id=news,
        position=family.next_position(FamilyChange),
        meeting=meeting.id,
        person=who,
        event=event,
        on=on,
        first_name=first_name,
        last_name=last_name,
    )
    return (Change(family=family.ref, before=None, after=new),)


def joined(family: Family, person: Person, on: date, *, news: str, at: str = "") -> tuple[Change, ...]:
    """Somebody new belongs to the family from a day on."""
    new = Change(family=family.ref, before=None, after=person)
    return new, *told(family.after(new), person.id, "joined", on, news=news, at=at)


def added(family: Family, member: Member) -> tuple[Change, ...]:
    """Somebody who was not written down yet. A child born since the last meeting is news, with their birthday."""
    new = Change(family=family.ref, before=None, after=member)
    latest = latest_meeting(family)
    if not isinstance(member, Person) or member.kind != "child" or latest is None:
        return (new,)
    if member.dob is None or member.dob_estimated or member.dob <= latest.on:
        return (new,)
    return new, *told(family.after(new), member.id, "born", member.dob, news=new_id())


def died(family: Family, who: str, on: date) -> tuple[Change, ...]:
    """Somebody has died. What they said and were asked stays; they are asked for nothing more."""
    return put_right(family, who, died=on)


def why_not_on(family: Family, who: str, happening: Happening, on: date) -> str:
    """Why something cannot have happened to somebody on a day, in a plain sentence; empty when it can."""
    person = family.person_on(who, date.max)
    if person is None:
        return "They are not here any more."
    if happening != "born" and person.dob is not None and not person.dob_estimated and on < person.dob:
        return _BEFORE_BIRTH
    if happening != "died" and person.died is not None and on > person.died:
        return _AFTER_DEATH
    return ""


def news_of(family: Family, news: str) -> FamilyChange | None:
    """One piece of news, or nothing."""
    return next((each for each in family.family_changes if each.id == news), None)


def told_at(family: Family, who: str, *, at: str = "", without: str = "") -> Meeting | None:
    """The meeting that news of somebody belongs to; nothing while there is none.

    The one that is open, ``at``; between meetings the next one that is set up,
    where it will be told, and until then the latest. Never one that is kept
    apart from them or from somebody they live with, since those would not learn of it.
    """
    person = family.person(who)
    home = None if person is None else person.household
    close = {
        each.id for each in family.people if each.id == who or (home is not None and each.household == home)
    }
    open_to = [
        each
        for each in family.meetings_in_order()
        if each.outcome != "did_not_happen"
        and each.id != without
        and not close & set(each.separate_from or ())
    ]
    here = [each for each in family.meetings if each.id == at and who not in (each.separate_from or ())]
    coming = [each for each in open_to if each.outcome is None]
    return next(iter((*here, *coming, *reversed(open_to))), None)


def told_elsewhere(family: Family, meeting: str) -> tuple[Change, ...]:
    """The news kept with a meeting that is let go, each with the meeting it then belongs to."""
    changes = []
    for news in family.family_changes:
        other = told_at(family, news.person, without=meeting) if news.meeting == meeting else None
        if other is not None:
            changes.append(Change(family=family.ref, before=news, after=replace(news, meeting=other.id)))
    return tuple(changes)


def relationship_once_born(relationship: str) -> str:
    """What somebody is to the family once they are born: a child, unless other words were chosen."""
    return "child" if relationship.startswith("unborn") else relationship


def _known_by(family: Family, who: str, event: Event, on: date) -> dict[str, Any]:
    person = family.person(who)
    if event == "left":
        return {"left": on}
    if event == "joined" and person is not None and person.left is not None:
        return {"left": None}
    if event == "born" and person is not None:
        relationship = relationship_once_born(person.relationship)
        return {"kind": "child", "dob": on, "due_date": None, "relationship": relationship}
    return {}
