"""The marks in a quick line: ``@`` who, ``#`` area, ``~`` how we will know, and the sign it opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias, cast

from eymeeting.domain.names import plain
from eymeeting.domain.pack import Area, Pack

Sign = Literal["", "@", "#", "~"]
Says: TypeAlias = Literal["to_do", "going_well", "worried", "own_words"]
"""What a line is: something to do, what is going well, what is worried about, somebody's exact words."""

_OPENINGS: Final[dict[str, Says]] = {"+": "going_well", "?": "worried", '"': "own_words"}
_DIGIT_KEYS: Final = "1234567890"
_MARK: Final = re.compile(r"(?<!\S)(?:(?P<doubled>@@|##|~~)|(?P<sign>[@#](?=[^\W_])|~))")
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the line that one mark begins: its sign, and where what follows the sign starts and ends.

    The first section has no sign and holds what will be done.
    """

    sign: Sign
    start: int
    end: int


def opened(text: str) -> tuple[Says, str]:
    """What a line is by its first sign, and the line with a space in place of that sign.

    A line without one is something to do, and so is one whose first sign is doubled:
    ``++`` begins an action with a plus.
    """
    at = len(text) - len(text.lstrip())
    sign = text[at : at + 1]
    if sign not in _OPENINGS:
        return "to_do", text
    is_doubled = text[at + 1 : at + 2] == sign
    return "to_do" if is_doubled else _OPENINGS[sign], f"{text[:at]} {text[at + 1 :]}"


def with_opening_doubled(words: str) -> str:
    """Words that begin an action, whatever sign they begin with."""
    return f"{words[0]}{words}" if words[:1] in _OPENINGS else words


def marks(text: str) -> tuple[tuple[Sign, int], ...]:
    """Every place where a mark may stand: at the start of a word, not doubled, a name or area behind it."""
    return tuple(
        (cast("Sign", match["sign"]), match.start()) for match in _MARK.finditer(text) if match["sign"]
    )


def sections(text: str, pack: Pack) -> tuple[Section, ...]:
    """The line cut at its marks, in order.

    ``#`` is a mark only where an area follows it, and with a digit only behind an
    ``@``, so that “Flat #3” stays whole. ``~`` runs to the next ``@`` or ``#``.
    """
    places = marks(text)
    stops = [at for _, at in places[1:]] + [len(text)]
    found: list[tuple[Sign, int]] = [("", -1)]
    for (sign, at), stop in zip(places, stops, strict=True) if places else ():
        if sign == "~" and found[-1][0] == "~":
            continue
        if sign == "#" and not area_at(text, at + 1, stop, pack)[0]:
            continue
        if sign == "#" and text[at + 1].isdigit() and all(each != "@" for each, _ in found):
            continue
        found.append((sign, at))
    return _cut(text, found)


def spoken_sections(text: str) -> tuple[Section, ...]:
    """A line of somebody's words cut at its names: ``#`` and ``~`` are words there."""
    return _cut(text, [("", -1), *((sign, at) for sign, at in marks(text) if sign == "@")])


def _cut(text: str, places: list[tuple[Sign, int]]) -> tuple[Section, ...]:
    ends = [at for _, at in places[1:]] + [len(text)]
    return tuple(Section(sign, at + 1, end) for (sign, at), end in zip(places, ends, strict=True))


def next_mark(text: str, start: int) -> int:
    """Where the next mark may stand, or the end of the line."""
    return next((match.start() for match in _MARK.finditer(text, start) if match["sign"]), len(text))


def as_meant(text: str) -> str:
    """Words as they are kept: ends trimmed, a doubled mark turned into the one character it stands for."""
    return _MARK.sub(lambda match: match[0][:1], text).strip()


def as_said(text: str) -> str:
    """Somebody's words as they are kept: ends trimmed, ``@@`` turned into the one character it stands for."""
    return _MARK.sub(lambda match: "@" if match["doubled"] == "@@" else match[0], text).strip()


def word_ends(text: str, start: int, stop: int, most: int) -> list[int]:
    """Where each of the first words between two places ends, at most so many of them."""
    ends: list[int] = []
    for word in _WORD.finditer(text, start, stop):
        ends.append(word.end())
        if len(ends) == most:
            break
    return ends


def area_at(text: str, start: int, stop: int, pack: Pack) -> tuple[tuple[Area, ...], int]:
    """The areas that the words from ``start`` on may mean, and where those words end; as many words as fit.

    No areas when the words mean none. More than one when too little is typed.
    """
    spelled = _spelled(pack.areas)
    most = max((len(name.split()) for _, _, names in spelled for name in names), default=0)
    for end in reversed(word_ends(text, start, stop, most)):
        found = areas_meant(text[start:end], pack)
        if found:
            return found, end
    return (), start


def areas_meant(typed: str, pack: Pack) -> tuple[Area, ...]:
    """The areas with this id, name, child's name or digit key; if there is none, those that start so."""
    key = plain(typed)
    if not key:
        return ()
    spelled = _spelled(pack.areas)
    exact = tuple(area for digit, area, names in spelled if key in (digit, *names))
    return exact or tuple(area for _, area, names in spelled if any(name.startswith(key) for name in names))


def areas_with_keys(pack: Pack) -> tuple[tuple[str, Area], ...]:
    """The areas in use, in order: the first ten with the digit that picks them, the others with ``""``."""
    return tuple((key, area) for key, area, _ in _spelled(pack.areas))


@lru_cache(maxsize=4)
def _spelled(areas: tuple[Area, ...]) -> tuple[tuple[str, Area, tuple[str, ...]], ...]:
    """Each area in use with its key, and with its id and names as they are compared."""
    used = [area for area in areas if area.on]
    return tuple(
        (
            _DIGIT_KEYS[at : at + 1],
            area,
            tuple(plain(name) for name in (area.id, area.name, area.child_name) if name),
        )
        for at, area in enumerate(used)
    )
