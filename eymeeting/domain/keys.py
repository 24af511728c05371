"""The keys somebody may choose for an act, and whether another act has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Final

_FOR_TYPING: Final = frozenset("chijmvx")
"""With Ctrl: copy, cut and paste, and what a terminal sends for backspace, tab and Enter."""

CHOOSABLE: Final = (
    *(f"f{number}" for number in range(1, 21)),
    *(f"ctrl+{letter}" for letter in ascii_lowercase if letter not in _FOR_TYPING),
)
"""The keys that no text field needs: function keys, and Ctrl with a letter."""

_NEEDED: Final = frozenset(
    {
        *(f"ctrl+{letter}" for letter in _FOR_TYPING),
        *("enter", "return", "backspace", "delete", "tab", "shift+tab", "escape", "esc", "space"),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadKeys:
    """The keys that a line names, or why they cannot be used."""

    keys: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A key that another act has, and where."""

    key: str
    act: str
    place: str


def read_keys(typed: str) -> ReadKeys:
    """Read keys with commas between them, such as “F11, Ctrl+Y”. No words at all are no keys."""
    named = (re.sub(r"\s*[+\-]\s*|\s+", "+", part.strip().lower()) for part in typed.split(","))
    keys = tuple(dict.fromkeys(key for key in named if key))
    problem = next((_problem(key) for key in keys if key not in CHOOSABLE), "")
    return ReadKeys(problem=problem) if problem else ReadKeys(keys=keys)


def _problem(key: str) -> str:
    if len(key) == 1 or key in _NEEDED:
        return f"“{key}” is needed for typing. Choose a function key, or Ctrl and a letter, such as F11 or Ctrl+Y."
    nearest = _nearest(key, CHOOSABLE, 0.5)
    return f"There is no key “{key}”." + (f" Did you mean {nearest}?" if nearest else "")


def nearest_act(act: str, acts: Iterable[str]) -> str:
    """What is said of an act that there is not."""
    nearest = _nearest(act, acts, 0.4)
    return f"There is no act “{act}”." + (f" Did you mean {nearest}?" if nearest else "")


def _nearest(typed: str, words: Iterable[str], alike: float) -> str:
    """The word most like what was typed, or nothing. What compares them is not needed to start the app."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(typed, tuple(words), 1, cutoff=alike)), "")


def keymap(chosen: Mapping[str, str], acts: Iterable[str] | None = None) -> dict[str, str]:
    """The chosen keys that can be used, by act; what was written by hand and makes no sense is passed over."""
    read = {act: read_keys(typed).keys for act, typed in chosen.items() if acts is None or act in acts}
    return {act: ",".join(keys) for act, keys in read.items() if keys}


def taken(act: str, keys: Iterable[str], places: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Taken | None:
    """The first of the keys that another act has in a place where this act works, too.

    ``places`` gives for each place its acts and their keys as they are now.
    """
    for place, acts in places.items():
        if act not in acts:
            continue
        for key in keys:
            for other, others_keys in acts.items():
                if other != act and key in others_keys:
                    return Taken(key=key, act=other, place=place)
    return None
