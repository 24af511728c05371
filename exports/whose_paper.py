"""Whose a paper is and for whom a copy of it was made, as it stands on top of every page."""

from __future__ import annotations

from exports.fixed_words import FixedWords
from exports.spoken import sentence


def whose_paper(marking: str, belongs_to: str, reader: str, words: FixedWords) -> str:
    """The organisation's marking, or the usual one in the reader's language, and for whom this copy is.

    It says for whom, so that nobody is handed another's.
    """
    usual = "Private. This plan belongs to {name}."
    is_usual = marking in ("", usual.format(name=belongs_to))
    owner = sentence(belongs_to) if not marking else f"{belongs_to}."
    owned = words("Private. This plan belongs to {name}", name=owner) if is_usual else marking
    if reader == belongs_to:
        return owned
    return f"{owned} {sentence(words('Copy for {name}', name=reader))}"
