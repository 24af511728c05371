"""Names for files that every system takes, with nobody's name in them."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Final

NAME_LIMIT: Final = 80
"""Characters in a file name, its ending included."""

_BYTE_LIMIT: Final = 240
"""Most file systems stop at 255 bytes, and letters of other scripts take up to four each."""

_ENDING_LIMIT: Final = 12
_RESERVED: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)
"""Names Windows keeps for itself, whatever ending they have."""

_WITHOUT_WORDS: Final = "copy"
_TRIMMED: Final = "-_."


def safe_file_name(*parts: str, suffix: str = "") -> str:
    """One file name from these parts, joined by hyphens.

    Letters and digits of any script stay, everything else becomes a hyphen: no
    folder, no drive, no hidden file, no name Windows keeps for itself. At most
    80 characters with ``suffix`` (such as ``.docx``). Never empty.
    """
    ending = _ending(suffix)
    name = "-".join(part for part in map(_plain, parts) if part)
    name = _shortened(name, ending) or _WITHOUT_WORDS
    if name.partition(".")[0].upper() in _RESERVED:
        name = _shortened(f"{_WITHOUT_WORDS}-{name}", ending)
    return f"{name}{ending}"


def copy_file_name(kind: str, ref: str, on: date, reader_id: str, ending: str = ".docx") -> str:
    """The name of a paper: its kind, the family's reference, the day people met and the reader's id.

    >>> copy_file_name("family-plan", "EYM-0001", date(2026, 4, 28), "p1")
    'family-plan-EYM-0001-2026-04-28-p1.docx'
    """
    return safe_file_name(kind, ref, on.isoformat(), reader_id, suffix=ending)


def numbered(name: str, number: int) -> str:
    """The name with a number before its ending, to stand beside an older file: ``plan-2.docx``."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    mark = f"-{number}{dot}{ending}"
    return _shortened(stem, mark) + mark


def _plain(part: str) -> str:
    letters = "".join(sign if _may_stand(sign) else "-" for sign in unicodedata.normalize("NFC", part))
    return "-".join(piece for piece in letters.split("-") if piece).strip(_TRIMMED)


def _may_stand(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return sign in "_." or kind[0] in "LN" or kind in ("Mn", "Mc")


def _ending(suffix: str) -> str:
    letters = "".join(sign for sign in suffix if sign.isascii() and (sign.isalnum() or sign == "."))
    return "".join(f".{piece}" for piece in letters.split(".") if piece)[:_ENDING_LIMIT].rstrip(".")


def _shortened(name: str, ending: str) -> str:
    """The beginning of a name that leaves room for the ending, without a stop or hyphen at its end."""
    name = name[: NAME_LIMIT - len(ending)]
    while len(name.encode()) > _BYTE_LIMIT - len(ending):
        name = name[:-1]
    return name.rstrip(_TRIMMED)
