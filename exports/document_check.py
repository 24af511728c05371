"""The check of a finished paper: can everybody read it, and is anything in it that should not be.

What is wrong with how we made it is a fault. What people typed is theirs: about that there is advice,
never a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from exports.check_structure import (
    faults_of_headings,
    faults_of_pages,
    faults_of_pictures,
    faults_of_tables,
    faults_of_the_file,
    is_in_english,
    smallest_in_charts,
)
from exports.check_text import TextFound, look_at_text
from exports.check_words import Whose, look_at_words
from exports.paper_faults import CLEAR, EASY_READ, FAMILY, FORM, LARGE, PRACTITIONER, Profile
from exports.word_file import WordFile
from eymeeting.domain.in_words import listed
from eymeeting.domain.pack import Pack
from eymeeting.domain.plain_words import HardWord
from eymeeting.domain.reading_age import Reading

IN_FORM: Final[Mapping[str, Profile]] = {
    "standard": FAMILY,
    "clear": CLEAR,
    "large": LARGE,
    "dyslexia": replace(FAMILY, least_size=13),
    "easyread": EASY_READ,
}
"""What a paper for a family has to keep to in each form."""

OF_KIND: Final[Mapping[str, Profile]] = {
    "agency": PRACTITIONER,
    "record": PRACTITIONER,
    "lead": PRACTITIONER,
    "agreement_form": FORM,
    "update_slip": FORM,
    "form": FORM,
    "score_cards": FORM,
}
"""The kinds of paper that have to keep to something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCheck:
    """What the check found. ``faults`` are ours; everything else is about what people or the council wrote.

    ``to_rewrite`` is the one sentence worth writing anew, and holds a family's words: it is shown to whoever may
    read them, and to nobody else. So are the ``hard_words``.
    """

    faults: tuple[str, ...]
    reading: Reading | None
    smallest: float | None
    to_rewrite: str
    whose: Whose
    hard_words: tuple[HardWord, ...]

    @property
    def has_advice(self) -> bool:
        """Whether there is anything to say about what people typed."""
        return bool(self.to_rewrite or self.hard_words)

    @property
    def measures(self) -> str:
        """The reading age, in whole years, and the smallest letters: “reading age 8, 12 point”."""
        age = f"reading age {max(self.reading.age, _YOUNGEST):.0f}" if self.reading else ""
        size = f"{self.smallest:g} point" if self.smallest else ""
        return ", ".join(filter(None, (age, size))) or "nothing to read"

    def line(self, may_show: Callable[[str], bool] = bool) -> str:
        """All of it in one line; ``may_show`` says whether a sentence may stand where the line is to stand."""
        if self.faults:
            more = len(self.faults) - 1
            besides = f" And {more} more." if more else ""
            return f"Does not pass: {self.faults[0][:1].lower()}{self.faults[0][1:]}{besides}"
        if not self.has_advice:
            return f"Passes: {self.measures}."
        hardest = f" Hardest: “{self.to_rewrite}”" if self.to_rewrite and may_show(self.to_rewrite) else ""
        return f"Passes, with advice: {self.measures}.{hardest}"


_YOUNGEST: Final = 5
"""Years of age below which nobody reads by themselves."""


def profile_for(kind: str, form: str) -> Profile:
    """What a kind of paper has to keep to in a form."""
    in_form = IN_FORM.get(form, FAMILY)
    own = OF_KIND.get(kind)
    if own is None:
        return in_form
    return own if form == "standard" else replace(own, least_size=max(own.least_size, in_form.least_size))


def look_over(
    content: bytes, profile: Profile, *, typed: Iterable[str], names: Iterable[str], pack: Pack
) -> PaperCheck:
    """A finished paper looked over, as it lies in its file. Nothing is changed and nothing is written.

    The words are looked at where they are English. ``typed`` is everything people typed for the family, so
    that their words are told from ours; each of ``names`` counts as one syllable.

    Raises:
        ValueError: the content is no Word file.
    """
    file = WordFile(content)
    text = look_at_text(file, profile)
    pieces = text.pieces if is_in_english(file) else ()
    words = look_at_words(pieces, profile, typed=typed, names=names, pack=pack)
    in_charts = smallest_in_charts(file)
    sizes = [size for size in (text.smallest, in_charts) if size is not None]
    return PaperCheck(
        faults=(*_faults(file, text, profile), *words.faults),
        reading=words.reading,
        smallest=min(sizes, default=None),
        to_rewrite=words.to_rewrite,
        whose=words.whose,
        hard_words=words.hard_words,
    )


def faults_of(content: bytes, profile: Profile) -> tuple[str, ...]:
    """What is wrong with how a finished paper is made, whatever its words are; each fault once.

    Raises:
        ValueError: the content is no Word file.
    """
    file = WordFile(content)
    return _faults(file, look_at_text(file, profile), profile)


def faults_in_words(faults: Sequence[str], *, on_the_councils_paper: bool = False) -> tuple[str, ...]:
    """One plain sentence for whoever makes a paper, where something nobody typed is at fault."""
    if not faults:
        return ()
    told = listed([f"{each[:1].lower()}{each[1:].rstrip('.')}" for each in faults])
    whose = (
        "a fault of the council's paper or of the app"
        if on_the_councils_paper
        else "a fault of the app's own"
    )
    return (f"This paper has {whose}, and can be given all the same: {told}.",)


def _faults(file: WordFile, text: TextFound, profile: Profile) -> tuple[str, ...]:
    faults = (
        *faults_of_headings(text.pieces),
        *faults_of_tables(file, profile),
        *faults_of_pictures(file),
        *text.faults,
        *_faults_of_charts(file, profile),
        *faults_of_pages(file, profile),
        *faults_of_the_file(file),
    )
    return tuple(dict.fromkeys(faults))


def _faults_of_charts(file: WordFile, profile: Profile) -> Iterator[str]:
    smallest = smallest_in_charts(file)
    if smallest is not None and smallest < profile.least_size:
        yield f"Words of a chart are {smallest:g} point, and {profile.least_size:g} is the least."
