"""What somebody said, as far as an entry holds their own words."""

from __future__ import annotations

from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import ChildWords, Contribution, Line


def own_words(entry: Entry) -> str:
    """The words typed into an entry as its field is typed in, a paragraph each; nothing for other kinds."""
    match entry:
        case Line(text=text):
            return text
        case ChildWords(words=words):
            return words
        case Contribution():
            said = (entry.working, entry.worry, entry.can_offer, entry.text)
            return "\n".join(words for words in said if words)
        case _:
            return ""
