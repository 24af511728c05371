"""What somebody said, as far as an entry holds words that are typed into a field of their own."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import ChildWords, Contribution, LeadAgreement, Line, Priority, Score
from eymeeting.domain.people import Worker

TYPED: Final[dict[type[Entry], tuple[str, ...]]] = {
    Line: ("text",),
    ChildWords: ("words",),
    Contribution: ("working", "worry", "can_offer", "text"),
    LeadAgreement: ("text", "manager", "handover"),
    Action: ("child_words",),
    Score: ("note",),
    Priority: ("life_when",),
    Worker: ("phone",),
}
"""Which fields of an entry are kept as they are typed, key by key."""


def own_words(entry: Entry) -> str:
    """The words typed into an entry as its field is typed in, a paragraph each; nothing for other kinds."""
    said = (getattr(entry, field) for field in TYPED.get(type(entry), ()))
    return "\n".join(words for words in said if words)
