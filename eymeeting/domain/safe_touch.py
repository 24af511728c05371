"""Being in touch with a family only in ways that are safe for it."""

from __future__ import annotations

from typing import Final, get_args

from eymeeting.domain.contact import ContactMethod
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import listed
from eymeeting.domain.people import SafeContact

_TAKES: Final[dict[ContactMethod, str]] = {
    "letter": "write",
    "message": "leave_message",
    "call": "ring",
    "video": "ring",
}
"""Which safe way each kind of contact goes by; the others bring nothing into the home."""

_SAID: Final = {"write": "write", "ring": "ring", "leave_message": "leave a message"}

POSTED: Final = "posted"
LINK: Final = "sent by a safe link"
_WAYS: Final = ("handed over in the room", "handed over later", "read aloud, and handed over", POSTED, LINK)
_REACHES_BY: Final[dict[str, ContactMethod]] = {POSTED: "letter", LINK: "message"}
"""A link reaches a family in a message."""


def unsafe_ways(family: Family) -> frozenset[ContactMethod]:
    """The ways of being in touch that the family said are not safe."""
    safe = family.details.safe_contact or SafeContact()
    return frozenset(way for way, name in _TAKES.items() if getattr(safe, name) == "no")


def ways_of_contact(family: Family, who: str | None = None) -> tuple[ContactMethod, ...]:
    """How somebody may be reached, in the usual order: only what is safe, but a worker in every way."""
    unsafe = frozenset[ContactMethod]() if who and family.worker(who) else unsafe_ways(family)
    ways: tuple[ContactMethod, ...] = get_args(ContactMethod)
    return tuple(way for way in ways if way not in unsafe)


def what_is_unsafe(family: Family) -> str:
    """What the family said is not safe, such as “do not write or leave a message”; else nothing."""
    safe = family.details.safe_contact or SafeContact()
    unsafe = [words for name, words in _SAID.items() if getattr(safe, name) == "no"]
    return f"do not {listed(unsafe, 'or')}" if unsafe else ""


def ways_to_give(family: Family) -> tuple[str, ...]:
    """How a copy may reach somebody: by no letter and no message where that is not safe for the family."""
    unsafe = unsafe_ways(family)
    return tuple(way for way in _WAYS if _REACHES_BY.get(way) not in unsafe)
