"""What somebody said, as far as an entry holds words that are typed into a field of their own."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import (
    ChildWords,
    Closure,
    Contribution,
    LeadAgreement,
    Line,
    Meeting,
    Priority,
    Score,
)
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
    Meeting: ("what_helped", "got_in_the_way", "plan_agreed_why"),
    Closure: ("who_to_call", "keep_doing", "family_said"),
}
"""Which fields of an entry are kept as they are typed, key by key."""


def own_words(entry: Entry) -> str:
    """The words typed into an entry as its field is typed in, a paragraph each; nothing for other kinds."""
    said = (getattr(entry, field) for field in TYPED.get(type(entry), ()))
    told = (words if isinstance(words, str) else "\n".join(words or ()) for words in said)
    return "\n".join(words for words in told if words)
