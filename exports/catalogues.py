"""Headings in another language: a gettext catalogue, usable once a named person has checked it."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Final

import polib

from exports.fixed_words import FixedWords
from exports.spoken import says_nothing
from eymeeting.domain.languages import ENGLISH, is_from_the_right, language_code, language_name
from eymeeting.domain.problems import Refused

CHECKED_BY: Final = "X-Checked-By"
CHECKED_ON: Final = "X-Checked-On"
DIRECTION: Final = "X-Direction"

LARGEST: Final = 500_000
"""Bytes of a catalogue that are read, several times ours in full: a larger one would hold up whoever makes a copy."""

_COUNTED_UP_TO: Final = 200
"""Numbers for which the forms of a count are tried out: no paper counts more things."""

MOST_TOLD: Final = 20
"""Mistakes that are told at once, so that the first of them can still be seen."""

_NAME: Final = re.compile(r"[^\W\d_]{2}")
_DIRECTIONS: Final = {"rtl": True, "ltr": False}
_NOT_KEPT: Final = (
    "The headings of this copy are in English: nothing is kept for {language} yet. "
    "“eymeeting language add FILE.po” adds a catalogue."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Fixed words that somebody checked on a day, and how many ``of`` ours are ``translated``; the rest is English."""

    words: FixedWords
    checked_by: str
    checked_on: date
    translated: int
    of: int

    @property
    def remark(self) -> str:
        """What whoever makes a copy should know: how many of our words have no translation. Empty where all have."""
        missing = self.of - self.translated
        if not missing:
            return ""
        have = "1 heading or sentence has" if missing == 1 else f"{missing} headings and sentences have"
        return f"{have} no {language_name(self.words.code)} yet and will be in English."


def catalogue_from(content: bytes, today: date) -> Catalogue:
    """A catalogue, a ``.po`` file in UTF-8, with who checked it. Entries marked “fuzzy” count as not translated.

    Raises:
        Refused: it cannot be used. It says all that is wrong, a sentence on each line.
    """
    kept = _read(content)
    problems = [*_wrong_in_the_header(kept, today), *_wrong_in_the_entries(kept)]
    if problems:
        raise Refused(_told(problems))
    found = _translations(kept)
    code = language_code(_header(kept, "Language")) or ENGLISH
    turned = _DIRECTIONS.get(_header(kept, DIRECTION).casefold())
    words = FixedWords(
        code=code,
        from_the_right=is_from_the_right(code) if turned is None else turned,
        find=found.gettext,
        find_counted=found.ngettext,
    )
    ours = _fixed_words()
    translated = {each.msgid for each in _in_use(kept)}
    return Catalogue(
        words=words,
        checked_by=_header(kept, CHECKED_BY),
        checked_on=date.fromisoformat(_header(kept, CHECKED_ON)),
        translated=len(ours & translated),
        of=len(ours),
    )


def not_kept(code: str) -> str:
    """The sentence for whoever makes a copy in a language of which no catalogue is kept."""
    return _NOT_KEPT.format(language=language_name(code))


def not_usable(code: str) -> str:
    """The same where a catalogue is kept and cannot be used, for instance because nobody has checked it."""
    return (
        f"The headings of this copy are in English: the catalogue for {language_name(code)} cannot be used. "
        "“eymeeting language list” says why."
    )


def template() -> str:
    """All our fixed words, ready for somebody to write another language beside them."""
    return (files("exports") / "words" / "eymeeting.pot").read_text(encoding="utf-8")


@cache
def _fixed_words() -> frozenset[str]:
    return frozenset(each.msgid for each in polib.pofile(template()))


def _read(content: bytes) -> polib.POFile:
    if len(content) > LARGEST:
        raise Refused("The catalogue is too large to be one of ours. Nothing was kept.")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Refused("The catalogue is not text in UTF-8. Save it in UTF-8 and try again.") from None
    if "msgid" not in text or "\n" not in text or "\0" in text:
        raise Refused("This is not a catalogue: a .po file with lines that begin with msgid and msgstr.")
    try:
        return polib.pofile(text)
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as problem:
        line = re.search(r"\bline (\d+)", str(problem))
        where = f" at line {line[1]}" if line else ""
        raise Refused(f"The catalogue cannot be read{where}: it is not written as a .po file is.") from None


def _header(kept: polib.POFile, name: str) -> str:
    return " ".join(str(kept.metadata.get(name, "")).split())


def _wrong_in_the_header(kept: polib.POFile, today: date) -> Iterator[str]:
    code = language_code(_header(kept, "Language"))
    if code is None:
        yield "The header Language must hold the language's code, such as ar or pl."
    elif code == ENGLISH:
        yield "The header Language says English, and that is what the papers are in anyway."
    if _NAME.search(_header(kept, CHECKED_BY)) is None:
        yield f"Nobody has checked it: the header {CHECKED_BY} must hold the full name of whoever did."
    yield from _wrong_day(_header(kept, CHECKED_ON), today)
    if _header(kept, DIRECTION).casefold() not in ("", *_DIRECTIONS):
        yield f"The header {DIRECTION} can be rtl or ltr, or be left out."


def _wrong_day(written: str, today: date) -> Iterator[str]:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        yield f"The header {CHECKED_ON} must hold the day it was checked, such as 2026-11-22."
        return
    if day > today:
        yield f"The header {CHECKED_ON} holds a day that is still to come."


def _wrong_in_the_entries(kept: polib.POFile) -> Iterator[str]:
    seen: set[str] = set()
    for entry in kept:
        if entry.obsolete:
            continue
        if entry.msgid in seen:
            yield f"“{_short(entry.msgid)}” stands in it twice."
        seen.add(entry.msgid)
    for entry in _in_use(kept):
        for said in _said(entry):
            if not _same_places(entry, said):
                yield f"“{_short(entry.msgid)}” needs the same places in braces in its translation, and no others."
                break
    try:
        forms = _translations(kept)
        for number in range(_COUNTED_UP_TO + 1):
            forms.ngettext("", "", number)
    except (ValueError, OSError, SyntaxError, LookupError, RecursionError, ArithmeticError):
        yield "The header Plural-Forms is not written as gettext asks."


def _in_use(kept: polib.POFile) -> list[polib.POEntry]:
    """The entries that are translated: not the fuzzy ones, nor those that only hold spaces."""
    return [
        entry
        for entry in kept
        if not entry.fuzzy
        and not entry.obsolete
        and not entry.msgctxt
        and entry.msgid
        and (said := _said(entry))
        and not any(says_nothing(each) for each in said)
    ]


def _said(entry: polib.POEntry) -> Sequence[str]:
    return tuple(entry.msgstr_plural.values()) if entry.msgid_plural else (entry.msgstr,)


def _translations(kept: polib.POFile) -> gettext.GNUTranslations:
    used = polib.POFile()
    used.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    if plural := _header(kept, "Plural-Forms"):
        used.metadata["Plural-Forms"] = plural
    used.extend(_in_use(kept))
    return gettext.GNUTranslations(io.BytesIO(used.to_binary()))


def _same_places(entry: polib.POEntry, said: str) -> bool:
    """Whether a translation holds just what is filled in, in braces; of a number that is told it may hold none."""
    wanted = _places(entry.msgid)
    if wanted is None:
        return True
    told = _places(said)
    if told is None:
        return False
    if entry.msgid_plural:
        several = _places(entry.msgid_plural) or frozenset()
        return told <= wanted | several and told | {_NUMBER} >= several
    return told == wanted


_Place = tuple[str | None, str | None, str | None]
_NUMBER: Final[_Place] = ("number", "", None)


def _places(text: str) -> frozenset[_Place] | None:
    """What is filled in, as it is written in braces; nothing where the braces do not fit together."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return frozenset((name, layout, turned) for _, name, layout, turned in parts if name is not None)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _told(problems: Sequence[str]) -> str:
    told = [*dict.fromkeys(problems)]
    more = len(told) - MOST_TOLD
    rest = [f"And {more} more."] if more > 0 else []
    return "\n".join([*told[:MOST_TOLD], *rest])
