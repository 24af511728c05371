"""Cleaning of everything that is typed, pasted or imported."""

from __future__ import annotations

import re
import unicodedata

LINE_LIMIT = 200
"""Characters in a single-line field."""

NOTE_LIMIT = 20_000
"""Characters in a longer text."""

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f"  # C0 controls but tab and line feed (carriage returns are turned first)
    "\x7f-\x9f"  # DEL and the C1 controls
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides and isolates
    "\ud800-\udfff"  # lone surrogates
    "\ufffe\uffff"  # not characters
    "]"
)


def clean_text(text: str) -> str:
    """The text as it is kept: NFC, line feeds only, nothing that harms a terminal, a file or Word.

    Spaces and line breaks stay as typed. Cleaning twice changes nothing more.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSAFE.sub("", lines))


def clean_line(text: str) -> str:
    """Cleaned text for a single-line field: line breaks and tabs become spaces, ends are trimmed."""
    return " ".join(clean_text(text).split())


def folded(text: str) -> str:
    """A form for finding: lower case, accents taken off, ``ł`` and ``ø`` as people type them."""
    if text.isascii():
        return text.lower()
    plain = text.translate(_TYPED_WITHOUT_ACCENT)
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


_TYPED_WITHOUT_ACCENT = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "’": "'", "‘": "'"}
)
