"""Fitting people's words into columns, measured in the terminal's cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from screens.plain import plain

Piece = tuple[Content, str]
"""Words, and the name of the look they have; an empty name for the widget's own."""

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lady"})
_UNSTEADY = str.maketrans({"\u200d": None, "\ufe0e": None, "\ufe0f": None, "\n": " ", "\t": " "})


def steady(text: str) -> str:
    """The text as it can be drawn in a column on any terminal.

    Joiners and variation selectors go: terminals disagree on how wide the joined sign is, so a family emoji
    would push every column after it aside. A line break or tab becomes a space.
    """
    return text.translate(_UNSTEADY)


def cut(text: str, cells: int) -> str:
    """The text in at most so many cells, ending in ``…`` where something was left out."""
    text = steady(text)
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + "…" if cells > 0 else ""


def fitted(text: str, cells: int, gap: int = 0) -> Content:
    """The text in exactly so many cells, shortened with ``…`` or followed by spaces, ``gap`` at least."""
    short = cut(text, cells - gap)
    return plain(short + " " * (cells - cell_len(short)))


def centred(text: str, cells: int) -> Content:
    """The text in the middle of exactly so many cells, an odd space going before it."""
    short = cut(text, cells)
    spare = cells - cell_len(short)
    return plain(" " * (spare - spare // 2) + short + " " * (spare // 2))


def short_names(names: Sequence[str], cells: int) -> tuple[str, ...]:
    """Every name in at most so many cells (four or more), and no two alike.

    A name that fits stays whole. Otherwise the first name stands for it, then the first name and an
    initial, then the beginning, then the beginning and the part that differs from names like it. Names that
    are still alike are numbered.
    """
    return _told_apart(names, cells, (_whole, _first_name, _with_initial, cut))


def short_labels(labels: Sequence[str], cells: int) -> tuple[str, ...]:
    """Every label in at most so many cells (four or more), and no two alike; its beginning where it can."""
    return _told_apart(labels, cells, (_whole, cut))


def _told_apart(
    names: Sequence[str], cells: int, forms: Sequence[Callable[[str, int], str]]
) -> tuple[str, ...]:
    shown = [""] * len(names)
    for form in forms:
        _keep_unlike(shown, {place: form(names[place], cells) for place in _unnamed(shown)})
    _keep_unlike(shown, _differing_parts(names, cells, _unnamed(shown)))
    for place in _unnamed(shown):
        shown[place] = _numbered(names[place], cells, shown)
    return tuple(shown)


def _unnamed(shown: Sequence[str]) -> list[int]:
    return [place for place, short in enumerate(shown) if not short]


def _keep_unlike(shown: list[str], tries: dict[int, str]) -> None:
    seen = Counter([*tries.values(), *shown])
    for place, short in tries.items():
        if seen[short] == 1 and cell_len(short):
            shown[place] = short


def _whole(name: str, cells: int) -> str:
    name = steady(name)
    return name if cell_len(name) <= cells else ""


def _first_name(name: str, cells: int) -> str:
    words = _without_title(name)
    return _whole(words[0], cells) if words else ""


def _with_initial(name: str, cells: int) -> str:
    words = _without_title(name)
    return _whole(f"{words[0]} {words[-1][0]}", cells) if len(words) > 1 else ""


def _differing_parts(names: Sequence[str], cells: int, places: Sequence[int]) -> dict[int, str]:
    """Names that begin alike, as their beginning and what comes where they part."""
    alike: dict[str, list[int]] = {}
    for place in places:
        alike.setdefault(cut(names[place], cells), []).append(place)
    parts: dict[int, str] = {}
    for group in alike.values():
        shared = _shared_beginning([steady(names[place]) for place in group])
        for place in group:
            name = steady(names[place])
            ending = cut(name[shared:], cells - 2)
            beginning = set_cell_size(name, cells - 1 - cell_len(ending)).rstrip()
            parts[place] = _whole(f"{beginning}…{ending}", cells) if ending else ""
    return parts


def _shared_beginning(names: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False)))


def _numbered(name: str, cells: int, taken: Sequence[str]) -> str:
    number = 1
    while (short := f"{cut(name, cells - 1 - len(str(number)))} {number}".strip()) in taken:
        number += 1
    return short


def _without_title(name: str) -> list[str]:
    words = steady(name).split()
    return words[1:] if len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES else words
