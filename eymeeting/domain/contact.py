"""What happens between meetings: calls, visits and messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from eymeeting.domain.entry import Entry, Visibility

ContactMethod = Literal["call", "visit", "met", "message", "letter", "video"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Entry):
    """A call, a visit or a message between meetings: who made it, with whom, and what was said.

    ``time`` is local wall time, ``HH:MM``. ``reached`` is false for an attempt
    that nobody answered. Without ``visibility`` it is for the chair and the
    service of whoever made it.
    """

    on: date
    by: str
    how: ContactMethod
    text: str
    time: str | None = None
    who: str | None = None
    reached: bool | None = None
    visibility: Visibility | None = None
    not_for: tuple[str, ...] | None = None
