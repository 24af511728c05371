"""The words of a finished paper: which sentences are ours, the council's or people's, and how hard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from exports.check_text import Piece
from exports.paper_faults import Profile
from eymeeting.domain.dates import MONTHS, WEEKDAYS
from eymeeting.domain.pack import Pack
from eymeeting.domain.plain_words import HardWord, hard_words_in
from eymeeting.domain.reading_age import (
    LONG_ENOUGH_TO_BE_HARD,
    Reading,
    hardness,
    reading,
    sentences_in,
    words_in,
)
from eymeeting.domain.text import folded
from eymeeting.domain.whose_words import WordsOf, words_of_texts, written_in

Whose = Literal["council", "typed"]

_LET_BE: Final = 3
"""Grades by which a single sentence of a paper that is easy as a whole may be harder."""

_ENOUGH_OF_OURS: Final = 60
"""Words of ours below which what they are about, more than how they are said, makes their age."""

_FEWEST_IN_A_PARAGRAPH: Final = 3
_FEWEST_IN_A_CELL: Final = 4
"""Words below which a piece is a label or a name, and no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsFound:
    """How hard the words of a paper are. ``to_rewrite`` is the one sentence that is worth it, and ``whose`` it is."""

    reading: Reading | None
    faults: tuple[str, ...]
    to_rewrite: str
    whose: Whose
    hard_words: tuple[HardWord, ...]


def look_at_words(
    pieces: Sequence[Piece], profile: Profile, *, typed: Iterable[str], names: Iterable[str], pack: Pack
) -> WordsFound:
    """The words of the pieces of a paper, against what a form of paper has to keep to."""
    names, typed = tuple(names), tuple(typed)
    theirs, councils = words_of_texts(typed), _of_the_council(pack)
    called = frozenset(folded(word) for name in (*names, *MONTHS, *WEEKDAYS) for word in words_in(name))
    texts = [piece.text for piece in pieces if _is_prose(piece)]
    sentences = [sentence for text in texts for sentence in sentences_in(text) if words_in(sentence)]
    ours = [
        theirs.left_of(sentence, called)
        for sentence in sentences
        if not (councils.hold(sentence) or theirs.are_in(sentence, called) or councils.are_in(sentence))
    ]
    # A place or a service has a short field, and its name is no sentence to be written anew.
    long = words_of_texts(text for text in typed if len(words_in(text)) >= LONG_ENOUGH_TO_BE_HARD)
    read = reading(sentences, names)
    hard = _hardest(
        (sentence for sentence in sentences if councils.hold(sentence) or long.are_in(sentence)),
        profile,
        names,
        is_too_hard=read is not None and read.grade > profile.hardest_grade,
    )
    return WordsFound(
        reading=read,
        faults=tuple(_faults(ours, profile)),
        to_rewrite=hard,
        whose="council" if councils.hold(hard) else "typed",
        hard_words=hard_words_in(sentences, pack.check, names) if profile.is_for_family else (),
    )


@lru_cache(maxsize=4)
def _of_the_council(pack: Pack) -> WordsOf:
    return words_of_texts(written_in(pack))


def _is_prose(piece: Piece) -> bool:
    fewest = _FEWEST_IN_A_CELL if piece.is_in_table else _FEWEST_IN_A_PARAGRAPH
    return piece.heading is None and not piece.is_in_head and len(words_in(piece.text)) >= fewest


def _faults(ours: Sequence[str], profile: Profile) -> Iterator[str]:
    read = reading(ours)
    if not profile.is_for_family or read is None:
        return
    if read.grade > profile.hardest_grade and read.words >= _ENOUGH_OF_OURS:
        yield f"The words of the app are for readers of {read.age:.0f} years."
    if read.longest_sentence > profile.longest_sentence:
        yield f"A sentence of the app has {read.longest_sentence} words."


def _hardest(sentences: Iterable[str], profile: Profile, names: tuple[str, ...], *, is_too_hard: bool) -> str:
    """The hardest of the sentences that are harder than they should be; nothing where none is.

    One hard sentence among easy ones is let be, unless it is much too hard or too long.
    """
    hardest = profile.hardest_grade + (0 if is_too_hard else _LET_BE)
    measured = [(hardness(sentence, names), sentence) for sentence in dict.fromkeys(sentences)]
    too_hard = [
        (grade, sentence)
        for grade, sentence in measured
        if grade > hardest or len(words_in(sentence)) > profile.longest_sentence
    ]
    return max(too_hard, default=(0.0, ""))[1].rstrip(" :;")
