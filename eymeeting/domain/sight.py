"""Who may see what: the one rule set that every screen, paper and report asks.

An entry passes four gates in turn. Nobody reads what was marked as not for
them. The meeting: nothing of it reaches somebody it was kept apart from, unless
the entry names them; and nothing of a panel reaches a family that has not been
told of it. The visibility the entry was given. And for a worker the agreement of
whoever it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from eymeeting.domain.actions import Update
from eymeeting.domain.agreement import Agreement, Answer, Sharing
from eymeeting.domain.consent import (
    REFUSALS,
    Standing,
    answer_about,
    answer_of_the_family,
    same_agency,
    strictest,
)
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.kept_homes import is_home_kept
from eymeeting.domain.limits import let_through
from eymeeting.domain.meeting import IN_THE_ROOM
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Household, Person, Worker
from eymeeting.domain.reach import Reach, chair_of, reach
from eymeeting.domain.telling import is_discussion, is_untold


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody of the family or a worker who reads.

    ``as_chair_of`` is the meeting whose full record they are reading; it counts
    only for that meeting's chair (at a panel, for whoever brought the family).
    """

    id: str
    as_chair_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Whether a reader may see something, and why, in one sentence for the chair who asks."""

    answer: Literal["shown", "in_part", "hidden"]
    why: str


LEFT_OUT_OF: Final = (
    "lines",
    "scores",
    "contributions",
    "child_words",
    "priorities",
    "actions",
    "known",
    "safeguarding",
    "safety_scores",
)
"""What is counted when a copy says how much its reader does not get."""

_KEPT_APART: Final = Sight(answer="hidden", why="That meeting was kept apart from this reader.")
_NOT_FOR_THEM: Final = Sight(answer="hidden", why="It was marked as not for this reader.")
_NOT_ON_THE_PLAN: Final = Sight(answer="hidden", why="This reader is not on the plan.")
_THEIR_OWN: Final = Sight(answer="shown", why="It is this reader's own answer.")
_IN_THE_RECORD: Final = Sight(answer="shown", why="It stands in the chair's full record.")
_ONLY_IN_THE_RECORD: Final = Sight(answer="hidden", why="It stands only in the chair's full record.")
_FOR_EVERYONE: Final = Sight(answer="shown", why="It is for everyone on the plan.")
_NOT_TOLD_OF: Final = Sight(answer="hidden", why="The family has not been told of that panel yet.")
_KEPT_HOME: Final = Sight(answer="hidden", why="This address is kept from this reader.")
_ONLY_THE_FIRST_NAME: Final = Sight(
    answer="in_part", why="Only the first name: how to reach them is kept from this reader."
)
_NOT_YET: Final = Sight(answer="hidden", why="There is no agreement for this service yet.")


def sees(family: Family, reader: Reader, entry: Entry, *, today: date, pack: Pack) -> bool:
    """Whether a reader may see an entry whole.

    In part is not whole: somebody has to say what fits the limit.
    """
    return sight(family, reader, entry, today=today, pack=pack).answer == "shown"


def is_open_in_the_room(
    family: Family, entry: Entry, *, pack: Pack, meeting: str | None = None, keyboard: str = ""
) -> bool:
    """Whether something may stand on a screen that everyone round the table can read.

    What was said where helpers talked without the family knowing stands on no screen but theirs.
    What is not for somebody, or not with its times of day, may while they are not at
    the ``meeting``, nor at the ``keyboard``; between meetings, and before anybody of
    the family came, it may not. Nothing of a meeting stands there while somebody is here
    from whom that meeting was kept apart, unless it names them.
    """
    found = reach(family, entry, pack)
    if found.visibility.level != "family":
        return False
    if found.place != meeting and _stays_with_helpers(family, found.place, meeting):
        return False
    if meeting is not None and any(
        is_kept_apart(family, found.place, each) and each not in found.names
        for each in family.still_here(meeting)
    ):
        return False
    kept_from = (*found.not_for, *(getattr(entry, "times_not_for", None) or ()))
    if not kept_from:
        return True
    here = set() if meeting is None else set(family.taking_part(meeting))
    has_begun = any(family.person(each) is not None for each in here)
    return has_begun and not {*here, keyboard}.intersection(kept_from)


def left_out(family: Family, reader: Reader, *, today: date, pack: Pack) -> int:
    """How many things said, scored or agreed this reader does not get."""
    return sum(
        not sees(family, reader, entry, today=today, pack=pack)
        for name in LEFT_OUT_OF
        for entry in getattr(family, name)
    )


def sight(family: Family, reader: Reader, entry: Entry, *, today: date, pack: Pack) -> Sight:
    """What a reader may see of an entry, and why. The agreements are those that stand on ``today``."""
    if family.person(reader.id) is None and family.worker(reader.id) is None:
        return _NOT_ON_THE_PLAN
    match entry:
        case Agreement() | Answer() | Sharing():
            return _of_agreement(family, reader, entry)
        case Household() if is_home_kept(family, entry, reader.id):
            return _KEPT_HOME
        case Person() if reader.id in (entry.hidden_from or ()):
            return _ONLY_THE_FIRST_NAME
        case Update():
            return _of_update(family, reader, entry, today, pack)
        case _:
            return _through_the_gates(family, reader, entry, today, pack)


def is_kept_apart(family: Family, place: str | None, reader: str) -> bool:
    """Whether a meeting was kept apart from somebody.

    So is, from a family that has not been told of it, what helpers talked of among themselves or at a panel.
    """
    return _why_apart(family, place, reader) is not None


def _why_apart(family: Family, place: str | None, reader: str) -> Sight | None:
    is_of_the_family = family.person(reader) is not None
    for meeting in family.meetings:
        if meeting.id == place:
            apart = reader in (meeting.separate_from or ()) or (is_of_the_family and is_untold(meeting))
            return _KEPT_APART if apart else None
    unknown = any(each.id == place and not each.family_knows for each in family.panel_items)
    return _NOT_TOLD_OF if is_of_the_family and unknown else None


def _stays_with_helpers(family: Family, place: str | None, meeting: str | None) -> bool:
    """Whether something was said where helpers talked of a family that did not know, and this is no such meeting."""
    held = {each.id: each for each in family.meetings if each.id in (place, meeting)}
    said_at, here = held.get(place or ""), held.get(meeting or "")
    return said_at is not None and is_untold(said_at) and (here is None or not is_discussion(here))


def reads_as_chair(family: Family, reader: Reader) -> bool:
    """Whether somebody is reading the full record of a meeting they chaired."""
    return reader.as_chair_of is not None and chair_of(family, reader.as_chair_of) == reader.id


def _of_agreement(family: Family, reader: Reader, entry: Agreement | Answer | Sharing) -> Sight:
    if reads_as_chair(family, reader):
        mine = not isinstance(entry, Sharing) or entry.meeting == reader.as_chair_of
        return _IN_THE_RECORD if mine else _ONLY_IN_THE_RECORD
    if isinstance(entry, Sharing) or (isinstance(entry, Answer) and entry.answer in REFUSALS):
        return _ONLY_IN_THE_RECORD
    if isinstance(entry, Answer):
        giver = next((each.by for each in family.agreements if each.id == entry.agreement), None)
        worker = family.worker(reader.id)
        if worker is not None and same_agency(worker.agency, entry.agency):
            return Sight(answer="shown", why="It is about this reader's own service.")
    else:
        giver = entry.by
    return _THEIR_OWN if giver == reader.id else _ONLY_IN_THE_RECORD


def is_marked_not_for(entry: Entry, reader: str) -> bool:
    """Whether something was marked as not for somebody."""
    return reader in (getattr(entry, "not_for", None) or ())


def _of_update(family: Family, reader: Reader, update: Update, today: date, pack: Pack) -> Sight:
    action = next((each for each in family.actions if each.id == update.action), None)
    if action is None:
        return Sight(answer="hidden", why="It belongs to nothing on the plan.")
    if is_marked_not_for(update, reader.id):
        return _NOT_FOR_THEM
    if is_kept_apart(family, update.meeting, reader.id) and update.reassigned_to != reader.id:
        return _KEPT_APART
    return sight(family, reader, action, today=today, pack=pack)


def _through_the_gates(family: Family, reader: Reader, entry: Entry, today: date, pack: Pack) -> Sight:
    found = reach(family, entry, pack)
    if reader.id in found.not_for:
        return _NOT_FOR_THEM
    apart = _why_apart(family, found.place, reader.id)
    if apart is not None and reader.id not in found.names:
        return apart
    seen = _by_visibility(family, reader, found)
    worker = family.worker(reader.id)
    if seen.answer == "hidden" or worker is None or _is_interpreter(family, worker, found.place):
        return seen
    if reads_as_chair(family, reader) and chair_of(family, found.place) == reader.id:
        return seen
    standing = _standing(family, found, worker.agency, today, pack)
    if standing.answer == "limited":
        answer, why = let_through(standing.limit or "", entry, worker.id, family, pack)
        return Sight(answer=answer, why=why)
    return _by_agreement(standing, seen)


def _by_visibility(family: Family, reader: Reader, found: Reach) -> Sight:
    chair = chair_of(family, found.place)
    match found.visibility.level:
        case "family":
            if found.only_those_there and not _was_there(family, reader.id, found.place):
                return Sight(answer="hidden", why="It is for those who were at that meeting.")
            return _FOR_EVERYONE
        case "named":
            named = reader.id in (*(found.visibility.to or ()), *found.authors)
            return Sight(answer="shown" if named else "hidden", why="It is only for the people it names.")
        case "chair_and_agency":
            close = reader.id == chair or _shares_an_agency(family, reader.id, found.authors)
            return Sight(
                answer="shown" if close else "hidden",
                why="It is for that meeting's chair and the author's own service.",
            )
        case "safeguarding":
            inside = reader.id == chair and reader.as_chair_of == found.place
            return _IN_THE_RECORD if inside else _ONLY_IN_THE_RECORD


def _was_there(family: Family, reader: str, place: str | None) -> bool:
    """Everybody of the family counts: a score without more is for the family copies too."""
    if family.person(reader) is not None:
        return True
    if reader == chair_of(family, place):
        return True
    return any(
        each.meeting == place and each.who == reader and each.status in IN_THE_ROOM
        for each in family.attendance
    )


def _shares_an_agency(family: Family, reader: str, authors: tuple[str, ...]) -> bool:
    worker = family.worker(reader)
    if worker is None:
        return False
    writers = (family.worker(author) for author in authors)
    return any(writer is not None and same_agency(writer.agency, worker.agency) for writer in writers)


def _is_interpreter(family: Family, worker: Worker, place: str | None) -> bool:
    return interprets(worker) or any(
        each.meeting == place and each.who == worker.id and each.role == "interpreter"
        for each in family.attendance
    )


def _standing(family: Family, found: Reach, agency: str, today: date, pack: Pack) -> Standing:
    if not found.whose:
        return answer_of_the_family(family, agency, today=today)
    return strictest(
        (answer_about(family, each, agency, today=today, pack=pack) for each in found.whose), agency
    )


def _by_agreement(standing: Standing, seen: Sight) -> Sight:
    match standing.answer:
        case "yes" | "not_needed":
            return seen
        case _:
            return _NOT_YET
