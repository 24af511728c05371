"""A whole family as it is kept, and the one way in which it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar, cast

from eymeeting.domain.actions import FINISHED, Action, ActionStatus, Update
from eymeeting.domain.agreement import Agreement, Answer, Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import (
    IN_THE_ROOM,
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
    LeadAgreement,
    LeftOpen,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    SafetyScore,
    Score,
    Section,
    StepTime,
)
from eymeeting.domain.panel import Known, PanelItem
from eymeeting.domain.people import FamilyDetails, Household, Person, Relation, Worker
from eymeeting.domain.problems import NotFound

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something the chair did: an entry as it was before, and as it is after.

    Added: no ``before``. Taken away: no ``after``. Both name the same entry.
    """

    family: str
    before: Entry | None
    after: Entry | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("A change needs a before or an after.")
        if (
            self.before
            and self.after
            and (type(self.before), self.before.id) != (type(self.after), self.after.id)
        ):
            raise ValueError("A change is about one entry.")

    @property
    def entry(self) -> Entry:
        """The entry as it stands after the change, or as it was when it is taken away."""
        return cast("Entry", self.after or self.before)

    def undone(self) -> Change:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Everything kept of one family. Each collection is in the order it was entered."""

    details: FamilyDetails
    households: tuple[Household, ...] = ()
    people: tuple[Person, ...] = ()
    relations: tuple[Relation, ...] = ()
    workers: tuple[Worker, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    answers: tuple[Answer, ...] = ()
    sharings: tuple[Sharing, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    lines: tuple[Line, ...] = ()
    scores: tuple[Score, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    child_words: tuple[ChildWords, ...] = ()
    priorities: tuple[Priority, ...] = ()
    actions: tuple[Action, ...] = ()
    updates: tuple[Update, ...] = ()
    copies: tuple[Copy, ...] = ()
    family_changes: tuple[FamilyChange, ...] = ()
    closures: tuple[Closure, ...] = ()
    safeguarding: tuple[Safeguarding, ...] = ()
    safety_scores: tuple[SafetyScore, ...] = ()
    lead_agreements: tuple[LeadAgreement, ...] = ()
    step_times: tuple[StepTime, ...] = ()
    panel_items: tuple[PanelItem, ...] = ()
    known: tuple[Known, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    heard: tuple[Heard, ...] = ()
    left_open: tuple[LeftOpen, ...] = ()
    corrections: tuple[Correction, ...] = ()
    contacts: tuple[Contact, ...] = ()
    easy_words: tuple[EasyWords, ...] = ()

    @property
    def ref(self) -> str:
        """The reference the services use."""
        return self.details.id

    def after(self, change: Change) -> Family:
        """The family once the change is made. Where it is already made, nothing more happens."""
        entry = change.entry
        if isinstance(entry, FamilyDetails):
            return replace(self, details=entry)
        name = KEPT_IN[type(entry)]
        others = [each for each in cast("tuple[Entry, ...]", getattr(self, name)) if each.id != entry.id]
        kept = others if change.after is None else [*others, entry]
        return replace(self, **cast("dict[str, Any]", {name: in_order(kept)}))

    def next_position(self, kind: type[Entry]) -> int:
        """Where a new entry of this kind stands: after all others."""
        kept = cast("tuple[Entry, ...]", getattr(self, KEPT_IN[kind]))
        return max((entry.position for entry in kept), default=-1) + 1

    def person(self, id: str) -> Person | None:  # noqa: A002
        """Somebody of the family, or nothing."""
        return next((person for person in self.people if person.id == id), None)

    def worker(self, id: str) -> Worker | None:  # noqa: A002
        """A worker, or nothing."""
        return next((worker for worker in self.workers if worker.id == id), None)

    def member(self, id: str) -> Person | Worker:  # noqa: A002
        """Somebody of the family or a worker.

        Raises:
            NotFound: nobody here has this id.
        """
        found = self.person(id) or self.worker(id)
        if found is None:
            raise NotFound(f"Nobody in family {self.ref} has the id “{id}”.")
        return found

    def meeting(self, id: str) -> Meeting:  # noqa: A002
        """One meeting.

        Raises:
            NotFound: there is no such meeting.
        """
        for meeting in self.meetings:
            if meeting.id == id:
                return meeting
        raise NotFound(f"Family {self.ref} has no such meeting.")

    def meetings_in_order(self) -> tuple[Meeting, ...]:
        """The meetings, earliest first; on one day by their start, then by their number."""
        return tuple(sorted(self.meetings, key=lambda meeting: (meeting.on, meeting.start, meeting.number)))

    def lines_of(self, meeting: str, section: Section) -> tuple[Line, ...]:
        """The lines of one part of the story or the journey, in order."""
        return tuple(line for line in self.lines if line.meeting == meeting and line.section == section)

    def attendance_of(self, meeting: str, who: str) -> Attendance | None:
        """How somebody attended, or nothing when it is not marked."""
        found = (entry for entry in self.attendance if entry.meeting == meeting and entry.who == who)
        return next(found, None)

    def taking_part(self, meeting: str) -> tuple[str, ...]:
        """The ids of those marked as taking part in a meeting, in the room or from afar."""
        return tuple(
            each.who for each in self.attendance if each.meeting == meeting and each.status in IN_THE_ROOM
        )

    def still_here(self, meeting: str) -> tuple[str, ...]:
        """The ids of those taking part in a meeting who have not left it."""
        return tuple(
            each.who
            for each in self.attendance
            if each.meeting == meeting and each.status in IN_THE_ROOM and each.left is None
        )

    def score(self, meeting: str, area: str, person: str) -> Score | None:
        """What somebody said of an area at a meeting, or nothing."""
        found = (s for s in self.scores if (s.meeting, s.area, s.person) == (meeting, area, person))
        return next(found, None)

    def person_on(self, id: str, day: date) -> Person | None:  # noqa: A002
        """Somebody as they were on a day: births, new names, leaving and coming back count from theirs."""
        person = self.person(id)
        if person is None:
            return None
        changes = sorted(
            (change for change in self.family_changes if change.person == id and change.on <= day),
            key=lambda change: (change.on, change.position),
        )
        for change in changes:
            person = _with(person, change)
        return person


def _with(person: Person, change: FamilyChange) -> Person:
    named = replace(
        person,
        first_name=person.first_name if change.first_name is None else change.first_name,
        last_name=person.last_name if change.last_name is None else change.last_name,
    )
    match change.event:
        case "born":
            relationship = "child" if person.relationship == "unborn baby" else person.relationship
            return replace(named, kind="child", dob=change.on, due_date=None, relationship=relationship)
        case "left":
            return replace(named, left=change.on)
        case "joined":
            return replace(named, left=None)
        case _:
            return named


KEPT_IN: dict[type[Entry], str] = {
    Household: "households",
    Person: "people",
    Relation: "relations",
    Worker: "workers",
    Agreement: "agreements",
    Answer: "answers",
    Sharing: "sharings",
    Meeting: "meetings",
    Attendance: "attendance",
    Line: "lines",
    Score: "scores",
    Contribution: "contributions",
    ChildWords: "child_words",
    Priority: "priorities",
    Action: "actions",
    Update: "updates",
    Copy: "copies",
    FamilyChange: "family_changes",
    Closure: "closures",
    Safeguarding: "safeguarding",
    SafetyScore: "safety_scores",
    LeadAgreement: "lead_agreements",
    StepTime: "step_times",
    PanelItem: "panel_items",
    Known: "known",
    Invitation: "invitations",
    Heard: "heard",
    LeftOpen: "left_open",
    Correction: "corrections",
    Contact: "contacts",
    EasyWords: "easy_words",
}
"""Which collection of a family holds each kind of entry."""


def in_order(entries: Iterable[E]) -> tuple[E, ...]:
    """Entries as they were entered."""
    return tuple(sorted(entries, key=lambda entry: (entry.position, entry.id)))


def collections(family: Family) -> Iterable[tuple[str, tuple[Entry, ...]]]:
    """Every collection of the family with its name."""
    for field in fields(Family):
        if field.name != "details":
            yield field.name, cast("tuple[Entry, ...]", getattr(family, field.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionNow:
    """An action as it stands: the agreed one with what the updates since have made of it.

    Handed on to nobody named, it has no owner until somebody takes it.
    ``moved_from`` holds every earlier date, oldest first.
    """

    action: Action
    status: ActionStatus
    owner: str | None
    due: date | None
    moved_from: tuple[date, ...]
    updates: tuple[Update, ...]

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done."""
        return self.status not in FINISHED


def action_now(family: Family, action: Action) -> ActionNow:
    """What has become of an action through every update that the family's file holds, meeting by meeting."""
    order = {meeting.id: (meeting.on, place) for place, meeting in enumerate(family.meetings_in_order())}
    news = [update for update in family.updates if update.action == action.id]
    updates = sorted(news, key=lambda update: (*_when(update, news, order), update.position))
    status, owner, due = action.status, action.owner, action.due
    moved: list[date] = []
    for update in updates:
        status = update.status
        owner = update.reassigned_to or (None if update.status == "handed_on" else owner)
        if update.due is not None and update.due != due:
            if due is not None:
                moved.append(due)
            due = update.due
    return ActionNow(
        action=action, status=status, owner=owner, due=due, moved_from=tuple(moved), updates=tuple(updates)
    )


def _when(update: Update, news: Iterable[Update], order: dict[str, tuple[date, int]]) -> tuple[date, int]:
    """The day of some news and its place on that day: between meetings, behind what was kept before it."""
    if update.meeting is not None:
        return order.get(update.meeting, (date.min, 0))
    day = update.on or date.min
    earlier = (order.get(each.meeting or "") for each in news if each.position < update.position)
    return day, max((found[1] for found in earlier if found is not None and found[0] == day), default=-1)
