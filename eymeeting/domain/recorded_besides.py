"""What the chair's full record holds besides what was said: who was asked, how each was heard, what came after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from eymeeting.domain.before_we_finish import HEARD
from eymeeting.domain.contact import Contact
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, collections
from eymeeting.domain.how_heard import HOW_HEARD, said_something, who_is_to_be_heard
from eymeeting.domain.in_words import CONTACT, NOT_RECORDED, REPLY
from eymeeting.domain.meeting import Correction, Invitation, Meeting
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.recorded_words import is_open, visible_to

LEFT_OPEN: Final[dict[str, str]] = {
    "attendance": "Who was here",
    "agreement": "What the family agrees to share",
    "outside": "Somebody here who is not in what the family agreed",
    "actions": "What will be done",
    "owners": "Who does each action",
    "dates": "A date for each action",
    "lead": "Who is the family's first call",
    "phone": "A phone number for the family's first call",
    "next": "The day of the next meeting",
    "copies": "The copies",
    "told": "Whether the family has been told",
    "tells": "Who goes to tell the family",
}
"""What each check before the end of a meeting is about."""

IN_WHAT_THEY_SAID: Final = "in what they said, which was written down"
"""How somebody was heard of whom nobody said more."""


def invited(paper: ForOneReader) -> tuple[tuple[str, str, str], ...]:
    """Everybody who was asked to the meeting: name, when and how, reply."""
    return tuple(
        (paper.full_name(each.who) or NOT_RECORDED, _asked(each), _reply(each))
        for each in paper.family.invitations
        if _stands(paper, each)
    )


def heard(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    """How each child and each parent was heard: name, how. Also who was heard in what they said."""
    told = {
        each.who: _joined(HOW_HEARD[each.how], each.note)
        for each in paper.family.heard
        if _stands(paper, each)
    }
    said = {
        person.id: IN_WHAT_THEY_SAID
        for person in who_is_to_be_heard(paper.family, paper.meeting)
        if said_something(paper.family, paper.meeting, person, paper.sees)
    }
    order = {person.id: place for place, person in enumerate(paper.family.people)}
    found = sorted((said | told).items(), key=lambda each: order.get(each[0], len(order)))
    return tuple((paper.full_name(who) or NOT_RECORDED, how) for who, how in found)


def left_open(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    """What was not settled when the meeting ended: what, why."""
    return tuple(
        (_not_settled(paper, each.what) or NOT_RECORDED, each.reason or NOT_RECORDED)
        for each in paper.family.left_open
        if _stands(paper, each)
    )


def corrections(paper: ForOneReader) -> tuple[tuple[str, str, str, str, str], ...]:
    """What was put right after the meeting: day, by whom, what, what it was before, why.

    Nothing about what stands on the restricted page, or is only for others.
    """
    return tuple(
        (
            day_in_words(each.on),
            paper.full_name(each.by) or NOT_RECORDED,
            each.what or NOT_RECORDED,
            each.was or NOT_RECORDED,
            each.why or NOT_RECORDED,
        )
        for each in _in_order(paper)
        if _page(paper, each) == "open"
    )


def restricted_corrections(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    """What was put right of all that is restricted: label, text."""
    return tuple(
        (f"Put right, {day_in_words(each.on)}", _put_right(paper, each))
        for each in _in_order(paper)
        if _page(paper, each) == "restricted"
    )


def contacts(paper: ForOneReader) -> tuple[tuple[str, str, str, str], ...]:
    """Calls, visits and messages up to the day of the meeting: when, how and with whom, what, who may see it."""
    told = (each for each in paper.family.contacts if each.on <= paper.meeting.on and is_open(paper, each))
    return tuple(
        (
            _joined(day_in_words(each.on), each.time),
            _between(paper, each),
            each.text or NOT_RECORDED,
            visible_to(paper, each),
        )
        for each in sorted(told, key=lambda each: (each.on, each.time or "", each.position))
    )


def contacts_beside(family: Family, meeting: Meeting, here: set[str], *, split: bool) -> Iterable[Contact]:
    """The contacts that may stand in a meeting's record.

    Where anybody is kept apart (``split``), only those with somebody of the
    family who had a part in this meeting, and with nobody else of the family.
    """
    people = {person.id for person in family.people}
    own = here - set(meeting.separate_from or ())
    for each in family.contacts:
        named = people & {each.by, each.who}
        if not split or (named and named <= own):
            yield each


def _stands(paper: ForOneReader, entry: Entry) -> bool:
    return getattr(entry, "meeting", None) == paper.meeting.id and paper.sees(entry)


def _in_order(paper: ForOneReader) -> list[Correction]:
    here = (each for each in paper.family.corrections if _stands(paper, each))
    return sorted(here, key=lambda each: (each.on, each.position))


def _entry(family: Family, id: str) -> Entry | None:  # noqa: A002
    """The entry that has an id, or nothing when it is no longer there."""
    kept = (entry for _, entries in collections(family) for entry in entries)
    return next((entry for entry in (family.details, *kept) if entry.id == id), None)


def _page(paper: ForOneReader, correction: Correction) -> Literal["open", "restricted", "none"]:
    """Where in the record a correction stands: where that stands which was put right.

    Of what is no longer there it tells no words that were not for everyone (see
    ``corrections``), so that one may stand with all the others.
    """
    about = _entry(paper.family, correction.about) if correction.about else None
    if about is None:
        return "open"
    if not paper.sees(about):
        return "none"
    return "open" if is_open(paper, about) else "restricted"


def _not_settled(paper: ForOneReader, what: str) -> str:
    if what.startswith(HEARD):
        return f"How we heard {paper.full_name(what.removeprefix(HEARD)) or 'somebody'}"
    return LEFT_OPEN.get(what, what)


def _put_right(paper: ForOneReader, correction: Correction) -> str:
    by = paper.full_name(correction.by)
    told = [
        correction.what,
        f"before: {correction.was}" if correction.was else "",
        f"why: {correction.why}" if correction.why else "",
        f"by {by}" if by else "",
    ]
    return "; ".join(each for each in told if each)


def _asked(invitation: Invitation) -> str:
    on = day_in_words(invitation.on) if invitation.on else ""
    return _joined(on, invitation.how) or NOT_RECORDED


def _reply(invitation: Invitation) -> str:
    return _joined(REPLY[invitation.reply] if invitation.reply else "", invitation.note) or NOT_RECORDED


def _between(paper: ForOneReader, contact: Contact) -> str:
    made_by, reached = paper.full_name(contact.by), paper.full_name(contact.who)
    names = f"{made_by or NOT_RECORDED} with {reached}" if reached else made_by
    return _joined(CONTACT[contact.how], names, "nobody answered" if contact.reached is False else "")


def _joined(*parts: str | None) -> str:
    return ", ".join(each for each in parts if each)
