"""Whose words stand on a paper: what people typed, what the council wrote, what is the app's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Final

from eymeeting.domain.family import Family, collections
from eymeeting.domain.names import Member, members_now
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Worker
from eymeeting.domain.plain_words import NOTHING_TO_FIND
from eymeeting.domain.reading_age import words_in
from eymeeting.domain.sight import LEFT_OUT_OF, is_open_in_the_room
from eymeeting.domain.text import folded

_RUN: Final = 3
"""So many words in a row, found in a text, are that text's and not found there by chance."""

_ENOUGH: Final = 0.5
"""The share of a sentence from which on it is somebody's."""


@dataclass(frozen=True, slots=True)
class WordsOf:
    """The words of some texts, to tell what is taken from them. Made with ``words_of_texts``."""

    runs: frozenset[tuple[str, ...]]
    whole: str

    def hold(self, sentence: str) -> bool:
        """Whether a sentence stands in one of the texts from its first word to its last."""
        words = _plain_words(sentence)
        return bool(words) and f" {' '.join(words)} " in self.whole

    def share(self, sentence: str, names: frozenset[str] = frozenset()) -> float:
        """How much of a sentence is taken from the texts or is a name, from 0 to 1."""
        taken = [is_taken for _, is_taken in self._taken(sentence, names)]
        return sum(taken) / len(taken) if taken else 0.0

    def left_of(self, sentence: str, names: frozenset[str] = frozenset()) -> str:
        """The words of a sentence that are neither taken from the texts nor a name."""
        return " ".join(word for word, is_taken in self._taken(sentence, names) if not is_taken)

    def _taken(self, sentence: str, names: frozenset[str]) -> list[tuple[str, bool]]:
        """Each word of a sentence with whether it is taken from the texts or is a name."""
        words = _plain_words(sentence)
        taken = [word in names for word in words]
        for length in range(1, _RUN + 1):
            for at in range(len(words) - length + 1):
                if tuple(words[at : at + length]) in self.runs:
                    taken[at : at + length] = [True] * length
        return list(zip(words, taken, strict=True))

    def are_in(self, sentence: str, names: frozenset[str] = frozenset()) -> bool:
        """Whether half of a sentence or more is taken from the texts."""
        return self.share(sentence, names) >= _ENOUGH


def words_of_texts(texts: Iterable[str]) -> WordsOf:
    """The words of texts; one of fewer than three words counts as a whole."""
    runs: set[tuple[str, ...]] = set()
    lines = []
    for text in dict.fromkeys(texts):
        words = _plain_words(text)
        if words:
            lines.append(" ".join(words))
            runs.update(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
    return WordsOf(runs=frozenset(runs), whole=f" {' | '.join(lines)} ")


def typed_in(family: Family) -> tuple[str, ...]:
    """Everything that was typed for a family, each text once, names among them."""
    return tuple(dict.fromkeys(_texts_in(tuple(getattr(family, each.name) for each in fields(family)))))


def written_in(pack: Pack) -> tuple[str, ...]:
    """Everything a council wrote for its screens and papers, each text once; jargon it looks for is none of it."""
    return tuple(dict.fromkeys(_texts_in(replace(pack, check=NOTHING_TO_FIND))))


def told_in_the_room(family: Family, *, pack: Pack, meeting: str, keyboard: str) -> tuple[str, ...]:
    """What was typed and may stand on a screen that everybody at a meeting can read."""
    return tuple(
        text
        for name, entries in collections(family)
        if name in LEFT_OUT_OF
        for entry in entries
        if is_open_in_the_room(family, entry, pack=pack, meeting=meeting, keyboard=keyboard)
        for text in _texts_in(entry)
    )


def names_in(family: Family) -> tuple[str, ...]:
    """Every name by which somebody of a family or one of its workers is called."""
    called = (name for member in members_now(family) for name in _called(member))
    own = (family.details.family_name, family.details.chosen_name)
    return tuple(dict.fromkeys(name for name in (*called, *own) if name))


def _called(member: Member) -> tuple[str | None, ...]:
    if isinstance(member, Worker):
        return (member.name,)
    return (member.first_name, member.last_name, member.preferred_name, member.own_script)


def _plain_words(text: str) -> list[str]:
    return [folded(word) for word in words_in(text)]


def _texts_in(part: object) -> Iterator[str]:
    if isinstance(part, str):
        if " " in part or not any(letter.isdigit() for letter in part):
            yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts_in(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts_in(getattr(part, field.name))
