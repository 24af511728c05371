"""The papers of this centre: the council's own paper, and the languages that somebody has checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from exports.fixed_words import ENGLISH, FixedWords
from exports.paper import Paper
from eymeeting.domain.languages import ENGLISH as ENGLISH_CODE
from eymeeting.domain.languages import language_code
from eymeeting.domain.problems import Refused
from eymeeting.domain.settings import KeptFile, KeptFileKind

if TYPE_CHECKING:
    from exports.papers_wanted import Wanted

KeptFiles = Callable[[KeptFileKind], tuple[KeptFile, ...]]
"""Reads the files of a kind that are kept beside the families."""


@dataclass(frozen=True, slots=True)
class PapersKept:
    """Finds the paper a copy is written on. Everything was read beforehand, so that any thread may ask."""

    own: bytes | None
    languages: Mapping[str, bytes]
    today: date
    _found: dict[str, tuple[FixedWords, str]] = field(default_factory=dict)

    def __call__(self, wanted: Wanted) -> Paper:
        """The paper in a form and a language; in English, with a remark, where that language cannot be had."""
        words, remark = self._words(wanted.language)
        return Paper(format=wanted.format, words=words, own=self.own, remark=remark)

    def _words(self, code: str | None) -> tuple[FixedWords, str]:
        if code is None or code == ENGLISH_CODE:
            return ENGLISH, ""
        if code not in self._found:
            self._found[code] = _words_in(code, self.languages.get(code), self.today)
        return self._found[code]


def papers_kept(kept_files: KeptFiles, today: date) -> PapersKept:
    """The papers as they are kept now; of several of the council's own, the one that was kept last."""
    own = max(kept_files("paper"), key=lambda file: (file.on, file.name), default=None)
    languages = {_code_of(file): file.content for file in kept_files("language")}
    return PapersKept(None if own is None else own.content, languages, today)


def _code_of(file: KeptFile) -> str:
    """The language of a catalogue, by its name: “pl” or “pl.po”."""
    name = PurePath(file.name)
    bare = name.stem if name.suffix == ".po" else file.name
    return language_code(bare) or bare


def _words_in(code: str, content: bytes | None, today: date) -> tuple[FixedWords, str]:
    from exports.catalogues import not_kept, not_usable

    if content is None:
        return ENGLISH, not_kept(code)
    try:
        return _read(content, today)
    except Refused:
        return ENGLISH, not_usable(code)


@cache
def _read(content: bytes, today: date) -> tuple[FixedWords, str]:
    from exports.catalogues import catalogue_from

    catalogue = catalogue_from(content, today)
    return catalogue.words, catalogue.remark
