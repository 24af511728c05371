"""Short words for easy read copies: which stand for a text, and how they are kept and go.

Nothing here makes a text shorter: short words are typed by a person, or a person confirms that the text
itself is short enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from eymeeting.domain.actions import Update
from eymeeting.domain.entry import Entry, new_id
from eymeeting.domain.family import Change, Family, collections
from eymeeting.domain.meeting import EasyWords
from eymeeting.domain.pack import Pack
from eymeeting.domain.reading_age import reading, sentences_in, syllables, words_in
from eymeeting.domain.text import clean_line
from eymeeting.domain.without_times import as_told_to

MOST_WORDS: Final = 15
"""Words in a sentence of easy read, at most: the Department of Health's guidance on easy read, of 2009."""

MOST_GRADE: Final = 4
"""Of school, for all the words together: what a child of nine can read."""

_SYLLABLES_OF_A_HARD_WORD: Final = 4


def fingerprint(text: str) -> str:
    """The 16 hexadecimal signs a text is known by. How it is spaced and broken into lines does not matter."""
    return sha256(clean_line(text).encode()).hexdigest()[:16]


def short_words(family: Family, text: str) -> str | None:
    """The words that were confirmed last in the place of this text; None where it waits for some."""
    kept = easy_words_of(family, text)
    return None if kept is None else kept.words


def easy_words_of(family: Family, text: str) -> EasyWords | None:
    """What is kept of a text: the short words, who confirmed them and when."""
    known_by = fingerprint(text)
    found = (each for each in family.easy_words if each.of == known_by)
    return max(found, key=lambda each: each.position, default=None)


def confirmed(family: Family, text: str, words: str, *, by: str, on: date, pack: Pack) -> tuple[Change, ...]:
    """Keep the words somebody typed for a text, or the text itself; with no words it waits again.

    Words for what is nowhere in the family any more, nor in the ``pack``, go with the same change.
    """
    before = easy_words_of(family, text)
    said = clean_line(words)
    after = None
    if said:
        after = EasyWords(
            id=new_id() if before is None else before.id,
            position=family.next_position(EasyWords) if before is None else before.position,
            of=fingerprint(text),
            words=said,
            confirmed_by=by,
            on=on,
        )
    if before is None and after is None:
        return ()
    there = {*_there(family), *(fingerprint(each) for each in sentences_of(pack)), fingerprint(text)}
    return (
        Change(family=family.ref, before=before, after=after),
        *(_gone(family, each) for each in family.easy_words if each.of not in there),
    )


def gone_with(before: Family, after: Family) -> tuple[Change, ...]:
    """The short words of texts that stood in the family before and are nowhere in it after."""
    if not before.easy_words:
        return ()
    gone = _there(before) - _there(after)
    return tuple(_gone(before, each) for each in before.easy_words if each.of in gone)


def sentences_of(pack: Pack) -> tuple[str, ...]:
    """The council's own sentences that stand on a plan. Short words for these, too, come from a person."""
    words = pack.sentences
    told = (*words.sharing, *words.harm, *words.keeping, *words.wrong, *words.worried, words.scale)
    return tuple(dict.fromkeys(each for each in told if each))


def advice(words: str) -> str:
    """What would make these words easier, in a sentence for whoever types them; empty where nothing would."""
    longest = max((len(words_in(each)) for each in sentences_in(words)), default=0)
    if longest > MOST_WORDS:
        return f"{longest} words in one sentence: up to {MOST_WORDS} are easier to read."
    hard = next((each for each in words_in(words) if syllables(each) >= _SYLLABLES_OF_A_HARD_WORD), None)
    return f"“{hard}” may be a hard word. Is there an easier one?" if hard else ""


def advice_on_all(texts: Iterable[str]) -> str:
    """The same for all the words of one copy together; empty where they are easy, or too few to say."""
    found = reading(texts)
    if found is None or found.grade <= MOST_GRADE:
        return ""
    return f"All together: reading age {found.age:.0f}. The aim is {MOST_GRADE + 5} or younger."


def _gone(family: Family, words: EasyWords) -> Change:
    return Change(family=family.ref, before=words, after=None)


def fingerprints_in(family: Family) -> Mapping[str, tuple[Entry, ...]]:
    """Every text of a family by its fingerprint, with the entries that hold it."""
    found: dict[str, list[Entry]] = {}
    for _, entries in (("", (family.details,)), *collections(family)):
        for entry in entries:
            if not isinstance(entry, EasyWords):
                for text in _told(entry):
                    found.setdefault(fingerprint(text), []).append(entry)
    return {each: tuple(entries) for each, entries in found.items()}


def _there(family: Family) -> set[str]:
    """The fingerprints of all texts, whole and without the times of day that somebody must not learn."""
    told = (as_told_to(family, each.id) for each in family.people)
    return {each for one in (family, *told) for each in fingerprints_in(one)}


def _told(entry: Entry) -> Iterator[str]:
    """The texts of an entry; of an update also as they stand on a plan, without the stop and side by side."""
    if isinstance(entry, Update):
        said = [text.strip().rstrip(".") for text in (entry.reason, entry.note) if text and text.strip()]
        yield from said
        yield "; ".join(said)
    for field in fields(entry):
        yield from texts_in(getattr(entry, field.name))


def texts_in(part: object) -> Iterator[str]:
    """Every text in a value, however deep it lies."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_in(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_in(getattr(part, field.name))
