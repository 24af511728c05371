"""How old a reader has to be to read something with ease, by how long its sentences and its words are.

The measure is the Flesch-Kincaid grade, and the reading age is that grade and five years. It is for
English alone, and it is rough: it never says that words are good, only that long ones may be hard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from eymeeting.domain.text import folded

FEWEST_WORDS: Final = 30
"""Below so many words a reading age says nothing."""

_YEARS_BEFORE_THE_FIRST_GRADE: Final = 5
LONG_ENOUGH_TO_BE_HARD: Final = 8
"""Words below which a sentence is not hard, however long its words are."""

_PARTS: Final = (
    "ly|ty|ful|less|ness|ment|thing|times?|one|body|where|what|how|work|fore|gu?ard|side|room|land|man|mate|"
    "line|date|book|hold|keep|care|style|day|some"
)
"""Second parts of words, before which an e at the end of the first part is silent: care-ful, some-one."""

_SPOKEN: Final = tuple(
    (re.compile(pattern), spoken)
    for pattern, spoken in (
        (r"^every", "evry"),
        (r"qu", "kw"),
        (r"(?<=[aeiou].)ea(?=s?$)", "e-o"),
        (r"(?<!ar)gu(?=[aei])", "g"),
        (r"([^aeiouylrw])le([sd]?)$", r"\1ul\2"),
        (r"([tc])re(s?)$", r"\1er\2"),
        (rf"([aeiouy][^aeiouy]{{1,2}})e(?=(?:{_PARTS}))", r"\1-"),
        (r"([^aeiou])e$", r"\1"),
        (r"(?<!ch)(?<!sh)(?<![sxzcge])es$", "s"),
        (r"(?<![etd])ed$", "d"),
        (r"sm(s?)$", r"sum\1"),
        (r"(?<=[aeiouy])ing", "-ing"),
        (r"(?<=[aeou])y(?=[aeiou])", "y-"),
        (r"(?<=an|vr)y(?=on)", "y-"),
        (r"(?<![cst])ia(?!ge)|(?<=[cst])ia(?![ln])", "i-a"),
        (r"(?<![tscgxhnl])io(?!ur)|(?<=[scghl])io(?![nru])|tio$", "i-o"),
        (r"(?<!sc)(?<![ct])ie(?=n[ct])|(?<=^sc)ie(?=n)|ie(?=t)|(?<=..)i(?=ers?$|est$)|iu|(?<=u)ou", "i-e"),
        (r"ua(?!de)|ue(?=[lnt])|ui(?=t[iy]|n|d|ci)", "u-a"),
        (r"(?<![gy])eo(?!p)(?!us$)|(?<=cr)ea(?=t)|(?<=r)ea(?=lit)", "e-o"),
        (r"(?<=er|id)ea(?=l)|ao|^rea(?=ct|pp|ss)|eu(?=m)|^re(?=i)|oe(?=[mtv])|(?<=^c)oo(?=p|rd)", "e-o"),
    )
)
"""English spelling towards how it is spoken, in this order; a hyphen parts two vowels that are said apart."""

_OUT_OF_RULE: Final = {
    "argued": 2,
    "business": 2,
    "diabetes": 4,
    "element": 3,
    "elements": 3,
    "evening": 2,
    "evenings": 2,
    "hundred": 2,
    "lion": 2,
    "maybe": 2,
    "naked": 2,
    "wednesday": 2,
    "wicked": 2,
}

_VOWELS: Final = re.compile("[aeiouy]+")
_NOT_PROSE: Final = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\+?\d[\d \u00a0/.:-]*\d")
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘-](?=[^\W\d_]))*")
_END: Final = re.compile(r"(?<=[.!?…:;])[\"'”’)\]]*\s+|\n+")
_SHORTENED: Final = re.compile(
    r"(?:^|[\s(“\"])(?:mrs?|ms|dr|prof|st|rd|ave|nos|tel|ext|approx|etc|vs|e\.g|i\.e|a\.m|p\.m|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|[^\W\d_])\.$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"[Nn]o\.\s+\d")
_MOST_LETTERS: Final = 60
"""What is longer is no word of English, and is counted as one of this length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How hard something is to read.

    ``age`` is in years and ``grade`` in years of school, each to a tenth; ``longest_sentence`` is in words.
    """

    age: float
    grade: float
    words: int
    longest_sentence: int


def reading(texts: Iterable[str], names: Iterable[str] = ()) -> Reading | None:
    """How hard texts are to read, or nothing where they hold fewer than thirty words.

    Every text begins a sentence. Each word of ``names`` counts as one syllable, so that nobody's
    name makes a paper hard; numbers, dates in figures and addresses of e-mail do not count at all.
    """
    neutral = _neutral(tuple(names))
    counted = [_counted(sentence, neutral) for text in texts for sentence in sentences_in(text)]
    total = sum(words for words, _ in counted)
    if total < FEWEST_WORDS:
        return None
    spoken = [each for each in counted if each[0]]
    grade = _grade(total, sum(said for _, said in spoken), len(spoken))
    return Reading(
        age=round(grade + _YEARS_BEFORE_THE_FIRST_GRADE, 1),
        grade=round(grade, 1),
        words=total,
        longest_sentence=max(words for words, _ in spoken),
    )


def hardness(sentence: str, names: Iterable[str] = ()) -> float:
    """The grade of one sentence by itself; 0 where it has fewer than eight words, whose length says nothing."""
    words, said = _counted(sentence, _neutral(tuple(names)))
    return max(0.0, _grade(words, said, 1)) if words >= LONG_ENOUGH_TO_BE_HARD else 0.0


def _counted(sentence: str, neutral: frozenset[str]) -> tuple[int, int]:
    """The words of a sentence and their syllables."""
    words = words_in(sentence)
    return len(words), sum(1 if folded(word) in neutral else syllables(word) for word in words)


@lru_cache(maxsize=8)
def _neutral(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in words_in(folded(name)))


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a text, trimmed. Lines, colons and semicolons end one; “Dr.”, “J.” and “9.30” do not."""
    begun = 0
    for end in _END.finditer(text):
        before = text[max(0, end.start() - len("(approx.")) : end.start()]
        if "\n" not in end[0] and (_SHORTENED.search(before) or _NUMBERED.match(text, end.start() - 3)):
            continue
        sentence = text[begun : end.end()].strip()
        begun = end.end()
        if sentence:
            yield sentence
    if rest := text[begun:].strip():
        yield rest


def words_in(text: str) -> list[str]:
    """The words of a text as they are written; what is joined by a hyphen is one."""
    return _WORD.findall(_NOT_PROSE.sub(" ", text))


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables an English word has, one at least; initials are said letter by letter."""
    if word.isupper() and 1 < len(word) <= len("AAAAAA"):
        return len(word)
    return sum(map(_of_one_part, folded(word.replace("é", "ey"))[:_MOST_LETTERS].split("-"))) or 1


def _of_one_part(written: str) -> int:
    """The syllables of a word without a hyphen, in small letters."""
    if not written:
        return 0
    shortened = re.search(r"[std]n't$", written) is not None
    word = re.sub(r"'(?:s|re|ve|ll|d|m|t)?", "", written)
    if word in _OUT_OF_RULE:
        return _OUT_OF_RULE[word]
    for pattern, spoken in _SPOKEN:
        word = pattern.sub(spoken, word)
    return max(1, len(_VOWELS.findall(word))) + shortened


def _grade(words: int, syllables_said: int, sentences: int) -> float:
    """The Flesch-Kincaid grade, as its authors published it in 1975."""
    return 0.39 * words / sentences + 11.8 * syllables_said / words - 15.59
