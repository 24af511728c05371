"""How far each kind of entry reaches before anybody's agreement is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry, Visibility
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Closure,
    Contribution,
    Copy,
    Correction,
    EasyWords,
    FamilyChange,
    Heard,
    Invitation,
    LeftOpen,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    SafetyScore,
    Score,
    StepTime,
)
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import Known, PanelItem
from eymeeting.domain.people import Person

FOR_THE_CHAIR: Final = Visibility(level="chair_and_agency")
FOR_SAFEGUARDING: Final = Visibility(level="safeguarding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where an entry belongs, who may see it, whom it names, who said it and whose own it is.

    ``place`` is a meeting or a panel item. ``authors`` are those who said,
    heard or took it on. ``names`` are those it reaches although the meeting
    was kept apart from them. ``whose`` is empty when it is nobody's own.
    ``only_those_there``: of the workers, only those who were at the meeting.
    ``not_for`` are those it is kept from, whatever else is said.
    """

    visibility: Visibility = FOR_THE_FAMILY
    place: str | None = None
    authors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    only_those_there: bool = False
    not_for: tuple[str, ...] = ()


def reach(family: Family, entry: Entry, pack: Pack) -> Reach:
    """How far an entry reaches. What has no rule of its own is for everyone on the plan."""
    found = _REACHES.get(type(entry), _for_everyone)(family, entry, pack)
    named = (found.visibility.to or ()) if found.visibility.level == "named" else ()
    own = tuple(each for each in dict.fromkeys(found.whose) if family.person(each) is not None)
    kept_from = getattr(entry, "not_for", None) or ()
    return replace(found, names=(*found.names, *named), whose=own, not_for=kept_from)


def chair_of(family: Family, place: str | None) -> str | None:
    """Who chairs a meeting; at a panel, who brought the family."""
    for meeting in family.meetings:
        if meeting.id == place:
            return meeting.chair
    return next((each.brought_by for each in family.panel_items if each.id == place), None)


def _for_everyone(_family: Family, entry: Entry, _pack: Pack) -> Reach:
    return Reach(place=getattr(entry, "meeting", None))


def _line(_family: Family, line: Line, _pack: Pack) -> Reach:
    said = _only(line.by)
    return Reach(visibility=line.visibility or FOR_THE_FAMILY, place=line.meeting, authors=said, whose=said)


def _score(_family: Family, score: Score, pack: Pack) -> Reach:
    everyone = score.visibility is None and not pack.is_asked_alone(score.area)
    alone = Visibility(level="named", to=_only(score.asked_by))
    return Reach(
        visibility=score.visibility or (FOR_THE_FAMILY if everyone else alone),
        place=score.meeting,
        authors=(score.person,),
        whose=(score.person,),
        only_those_there=everyone,
    )


def _contribution(_family: Family, said: Contribution, _pack: Pack) -> Reach:
    return Reach(visibility=said.visibility, place=said.meeting, authors=(said.by,), whose=(said.by,))


def _child_words(_family: Family, words: ChildWords, _pack: Pack) -> Reach:
    return Reach(
        visibility=words.visibility,
        place=words.meeting,
        authors=_only(words.heard_by),
        whose=(words.who,),
    )


def _action(family: Family, action: Action, _pack: Pack) -> Reach:
    owners = (*_only(action.owner), *_only(action_now(family, action).owner))
    return Reach(
        visibility=action.visibility,
        place=action.meeting or action.panel_item,
        authors=owners,
        names=(*owners, *(action.helpers or ())),
        whose=owners,
    )


def _known(_family: Family, known: Known, _pack: Pack) -> Reach:
    return Reach(visibility=known.visibility, place=known.panel_item, authors=(known.by,), whose=(known.by,))


def _safeguarding(_family: Family, worry: Safeguarding, _pack: Pack) -> Reach:
    return Reach(visibility=FOR_SAFEGUARDING, place=worry.meeting, authors=(worry.raised_by,))


def _safety_score(family: Family, score: SafetyScore, _pack: Pack) -> Reach:
    alone = (*_only(score.asked_by), *_only(chair_of(family, score.meeting)))
    return Reach(
        visibility=score.visibility or Visibility(level="named", to=alone),
        place=score.meeting,
        authors=(score.person,),
        whose=(score.person,),
    )


def _attendance(_family: Family, attendance: Attendance, _pack: Pack) -> Reach:
    left_out = attendance.status in ("not_invited", "asked_to_leave")
    return Reach(
        visibility=FOR_THE_CHAIR if left_out else FOR_THE_FAMILY,
        place=attendance.meeting,
        whose=(attendance.who,),
    )


def _copy(family: Family, copy: Copy, _pack: Pack) -> Reach:
    readers = (copy.to, *_only(chair_of(family, copy.meeting)))
    return Reach(visibility=Visibility(level="named", to=readers), place=copy.meeting)


def _family_change(_family: Family, change: FamilyChange, _pack: Pack) -> Reach:
    return Reach(place=change.meeting, whose=(change.person,))


def _step_time(_family: Family, time: StepTime, _pack: Pack) -> Reach:
    return Reach(visibility=FOR_THE_CHAIR, place=time.meeting)


def _invitation(_family: Family, invitation: Invitation, _pack: Pack) -> Reach:
    return Reach(visibility=FOR_THE_CHAIR, place=invitation.meeting, whose=(invitation.who,))


def _heard(_family: Family, heard: Heard, _pack: Pack) -> Reach:
    return Reach(visibility=FOR_THE_CHAIR, place=heard.meeting, whose=(heard.who,))


def _for_the_chair(_family: Family, entry: LeftOpen | Correction, _pack: Pack) -> Reach:
    return Reach(visibility=FOR_THE_CHAIR, place=entry.meeting)


def _sharing(family: Family, sharing: Sharing, _pack: Pack) -> Reach:
    """Beside the chair, whoever of the workers decided it."""
    decided = [each.id for each in family.workers if sharing.decided_by in (each.id, each.name)]
    authors = tuple(decided) if len(decided) == 1 else ()
    return Reach(visibility=FOR_THE_CHAIR, place=sharing.meeting, authors=authors)


def _contact(family: Family, contact: Contact, _pack: Pack) -> Reach:
    """A call belongs to the meeting before it, or before any to the first: its chair is the chair meant."""
    order = family.meetings_in_order()
    before = [meeting for meeting in order if meeting.on <= contact.on] or list(order[:1])
    return Reach(
        visibility=contact.visibility or FOR_THE_CHAIR,
        place=before[-1].id if before else None,
        authors=(contact.by,),
        whose=_only(contact.who),
    )


def _easy_words(_family: Family, _words: EasyWords, _pack: Pack) -> Reach:
    """By themselves for nobody but the chair: on paper they stand in the place of what a reader may read."""
    return Reach(visibility=FOR_THE_CHAIR)


def _itself(_family: Family, entry: Meeting | PanelItem, _pack: Pack) -> Reach:
    return Reach(place=entry.id)


def _person(_family: Family, person: Person, _pack: Pack) -> Reach:
    return Reach(whose=(person.id,))


def _only(id: str | None) -> tuple[str, ...]:  # noqa: A002
    return () if id is None else (id,)


_REACHES: Final[dict[type[Entry], Callable[[Family, Any, Pack], Reach]]] = {
    Line: _line,
    Score: _score,
    Contribution: _contribution,
    ChildWords: _child_words,
    Action: _action,
    Known: _known,
    Safeguarding: _safeguarding,
    SafetyScore: _safety_score,
    Attendance: _attendance,
    Copy: _copy,
    FamilyChange: _family_change,
    StepTime: _step_time,
    Meeting: _itself,
    PanelItem: _itself,
    Person: _person,
    Priority: _for_everyone,
    Closure: _for_everyone,
    Invitation: _invitation,
    Heard: _heard,
    LeftOpen: _for_the_chair,
    Correction: _for_the_chair,
    Contact: _contact,
    EasyWords: _easy_words,
    Sharing: _sharing,
}
