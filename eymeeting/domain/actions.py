"""What will be done, by whom and by when, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from eymeeting.domain.entry import Entry, Visibility

ActionStatus = Literal[
    "not_yet_asked",
    "not_started",
    "under_way",
    "part_done",
    "done",
    "not_done",
    "no_longer_needed",
    "handed_on",
]
FINISHED: Final[frozenset[ActionStatus]] = frozenset({"done", "no_longer_needed"})
"""Every other status leaves an action open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """One thing to do, agreed at a meeting or for a panel item. No ``owner``: nobody has taken it yet.

    ``status`` and ``due`` are as agreed at first: what happened since stands in the updates.
    ``child_words`` is how a child is told. ``carried_from`` is the number of an earlier meeting.
    ``not_for`` never read it, whoever else may; ``times_not_for`` read it without its times of day.
    """

    text: str
    owner: str | None
    due: date | None
    area: str
    status: ActionStatus
    visibility: Visibility
    meeting: str | None = None
    panel_item: str | None = None
    helpers: tuple[str, ...] | None = None
    how_we_will_know: str | None = None
    who_will_ask: str | None = None
    child_words: str | None = None
    budget_pounds: float | None = None
    carried_from: int | None = None
    after_closing: bool | None = None
    not_for: tuple[str, ...] | None = None
    times_not_for: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Update(Entry):
    """How an action went, told at a meeting, or on a day between meetings (``on``, no meeting).

    ``due`` is a new date, ``reassigned_to`` a new owner, ``escalate_to`` in the room's words.
    """

    action: str
    status: ActionStatus
    meeting: str | None = None
    on: date | None = None
    note: str | None = None
    reason: str | None = None
    due: date | None = None
    reassigned_to: str | None = None
    escalate_to: str | None = None
    not_for: tuple[str, ...] | None = None
