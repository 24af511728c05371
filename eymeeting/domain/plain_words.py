"""Words that workers have among themselves and families do not: found, with what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from eymeeting.domain.text import folded

EVERYBODY_KNOWS: Final[frozenset[str]] = frozenset(
    ["AM", "CD", "DVD", "ID", "OK", "PC", "PE", "PIN", "PM", "TV", "UK", "USA"]
)
"""Initials that need no explaining in any council."""

_INITIALS: Final = re.compile(r"(?<![\w&/.-])([A-Z]{2,6})(?:s|’s|'s)?(?![\w&]|-\d)")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class HardWord:
    """Words a family may not know, and what to ``say`` instead; nothing where nobody has said."""

    words: str
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """What a council wants found in what is typed for families.

    ``initials_known`` are those that families here know, besides what everybody knows.
    """

    jargon: tuple[HardWord, ...] = ()
    initials_known: tuple[str, ...] = ()


NOTHING_TO_FIND: Final = CheckWords()
"""What is looked for where a pack says nothing: initials alone."""


def hard_words_in(texts: Iterable[str], check: CheckWords, names: Iterable[str] = ()) -> tuple[HardWord, ...]:
    """The jargon of a council and the unknown initials that texts hold, each once, in the order they stand.

    Jargon written in capitals is found in capitals alone: “CAF”, and not “caf”. A name in
    capitals is no initials, and neither is a word of a text that is in capitals throughout.
    """
    no_initials = EVERYBODY_KNOWS.union(
        check.initials_known, (word.upper() for name in names for word in _WORD.findall(folded(name)))
    )
    jargon, said = _jargon(check.jargon)
    found: dict[HardWord, None] = {}
    for text in texts:
        spots = [(each.start(), said[_key(each[1])]) for each in jargon.finditer(text)] if jargon else []
        if not text.isupper():
            spots += [
                (each.start(), HardWord(words=each[1]))
                for each in _INITIALS.finditer(text)
                if each[1] not in no_initials and each[1] not in said
            ]
        found.update(dict.fromkeys(word for _, word in sorted(spots, key=lambda spot: spot[0])))
    return tuple(found)


@lru_cache(maxsize=8)
def _jargon(words: tuple[HardWord, ...]) -> tuple[re.Pattern[str] | None, dict[str, HardWord]]:
    """One search for all jargon, and each word by what is found of it."""
    if not words:
        return None, {}
    longest_first = sorted({each.words for each in words}, key=len, reverse=True)
    either = "|".join(
        re.escape(each) if each.isupper() else f"(?i:{re.escape(each)})" for each in longest_first
    )
    search = re.compile(rf"(?<![\w-])({either})(?:s|’s|'s)?(?![\w-])")
    return search, {_key(each.words): each for each in reversed(words)}


def _key(words: str) -> str:
    """Jargon as it is looked up: in capitals as it is, other words in small letters."""
    return words if words.isupper() else words.casefold()
