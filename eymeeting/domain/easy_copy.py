"""The plan of somebody who needs easy read: the family copy, with the short words that people confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.copies import FamilyCopy
from eymeeting.domain.easy_texts import one_by_one, texts_on, turned
from eymeeting.domain.easy_words import fingerprint, fingerprints_in, sentences_of, short_words, texts_in
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family, collections
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.pack import Pack
from eymeeting.domain.protected import holds_any, words_of
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.taken_home import EVERYTHING, TakenHome
from eymeeting.domain.without_times import as_told_to

_ENOUGH, _BY_WHICH_IT_IS_KNOWN = 4, 12
"""Words that are not told together by chance, and by how many a longer text is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToShorten:
    """A text of an easy read copy: under which heading it stands, and the short words confirmed for it.

    ``held_by`` are the entries that hold it; there are none where it is a sentence of the council's own.
    """

    text: str
    part: str
    words: str | None
    held_by: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyCopy:
    """A family copy in which confirmed words stand in the place of longer ones.

    ``areas`` is the part of life, by its id, of every part's plain name that stands on the copy, and of what is
    planned for these; ``about`` is what each of the council's own sentences is about, such as “sharing”.
    ``waiting`` counts the texts that stand as they were said, because nobody has confirmed words for them; only
    those count of which everyone at that meeting knows.
    """

    copy: FamilyCopy
    areas: Mapping[str, str]
    about: Mapping[str, str]
    waiting: int


def easy_copy(
    family: Family,
    reader: str,
    *,
    today: date,
    pack: Pack,
    meeting: int | None = None,
    takes: TakenHome = EVERYTHING,
) -> EasyCopy:
    """One adult's plan in easy words. What ``takes`` leaves at the centre stays there.

    Short words that hold what this reader must not have do not stand on it: the text itself does.

    Raises:
        Refused: as for the family copy.
        NotFound: no meeting has that number.
    """
    copy = family_copy(family, reader, today=today, pack=pack, meeting=meeting, takes=takes)
    copy = replace(copy, sharing=tuple(one_by_one(copy.sharing, pack)))
    found = texts_on(copy)
    known = _held(family, reader)
    words = {text: short for text in found if (short := short_words(family, text))}
    words = {text: short for text, short in words.items() if not holds_any(short, copy.must_not_hold)}
    at = next((each.id for each in family.meetings if each.number == meeting), None)
    waiting = sum(text not in words and _may_be_told_of(family, text, known, pack, at) for text in found)
    off = _words_of_others(family, copy, found)
    return EasyCopy(
        copy=replace(
            turned(copy, lambda _, text: words.get(text, text)),
            must_not_hold={**off, **_with_kinds(copy.must_not_hold)},
        ),
        areas=_areas(copy, as_told_to(family, reader), words, pack),
        about={
            words.get(each, each): kind
            for kind in ("sharing", "harm", "keeping", "wrong")
            for each in getattr(pack.sentences, kind)
        },
        waiting=waiting,
    )


def _areas(copy: FamilyCopy, told: Family, words: Mapping[str, str], pack: Pack) -> dict[str, str]:
    """The parts of life that this copy names, and what is planned for one of these.

    A picture tells as much as a name: what is planned for any other part, or for one that is asked alone,
    has none of its own.
    """
    on_it = {*(each.area for each in copy.changes), *(each.area for each in copy.scores)}
    named = {
        area.name: area.id for area in pack.areas if area.name in on_it and not pack.is_asked_alone(area.id)
    }
    planned = ((each.text, each.area) for each in told.actions if each.area in named.values())
    return named | {words.get(text, text): area for text, area in planned}


def texts_to_shorten(family: Family, reader: str, *, today: date, pack: Pack) -> tuple[ToShorten, ...]:
    """The texts on somebody's easy read copy that may have short words, in its order, each once.

    What the app itself puts into words, and what children said, is not among them.

    Raises:
        Refused: as for the family copy.
    """
    copy = family_copy(family, reader, today=today, pack=pack)
    copy = replace(copy, sharing=tuple(one_by_one(copy.sharing, pack)))
    known = _held(family, reader)
    return tuple(
        ToShorten(
            text=text,
            part=part,
            words=short_words(family, text),
            held_by=known.get(fingerprint(text), ()),
        )
        for text, part in texts_on(copy).items()
        if _can_be_shortened(text, known, pack)
    )


def for_this_screen(
    family: Family,
    texts: Iterable[ToShorten],
    *,
    meeting: str | None,
    keyboard: str,
    today: date,
    pack: Pack,
) -> tuple[ToShorten, ...]:
    """Those that may stand on the screen: what everyone in the ``meeting`` may read, and at any time the council's.

    With no meeting open it is what whoever is at the keyboard may open.
    """
    return tuple(
        each
        for each in texts
        if not each.held_by
        or any(
            is_open_in_the_room(family, entry, pack=pack, meeting=meeting, keyboard=keyboard)
            if meeting
            else may_open(family, entry, keyboard, today=today, pack=pack)
            for entry in _as_kept(family, each.held_by)
        )
    )


def _as_kept(family: Family, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries whole, where times of day had been left out of them for a reader."""
    whole = {(type(entry), entry.id): entry for _, kept in collections(family) for entry in kept}
    return (whole.get((type(entry), entry.id), entry) for entry in entries)


def _can_be_shortened(text: str, known: Mapping[str, tuple[Entry, ...]], pack: Pack) -> bool:
    return fingerprint(text) in known or text in sentences_of(pack)


def _may_be_told_of(
    family: Family, text: str, known: Mapping[str, tuple[Entry, ...]], pack: Pack, meeting: str | None
) -> bool:
    """Whether a text can be shortened, and whoever is in the room may know that it is there."""
    held_by = tuple(_as_kept(family, known.get(fingerprint(text), ())))
    is_open = (is_open_in_the_room(family, each, pack=pack, meeting=meeting) for each in held_by)
    return any(is_open) if held_by else text in sentences_of(pack)


def _held(family: Family, reader: str) -> Mapping[str, tuple[Entry, ...]]:
    """The entries that hold each text, as far as it is told to this reader, by the fingerprint of the text."""
    return fingerprints_in(as_told_to(family, reader))


def _words_of_others(family: Family, copy: FamilyCopy, found: Mapping[str, str]) -> dict[str, str]:
    """How short words begin that stand for texts not on this copy, unless it says the same somewhere."""
    there = {fingerprint(text) for text in found}
    on_it = (text for text in texts_in(replace(copy, must_not_hold=())))
    told = (each.words for each in family.easy_words if each.of in there)
    open_to_them = " __ ".join((*on_it, *told))
    private = (
        " ".join(each.words.split()[:_BY_WHICH_IT_IS_KNOWN])
        for each in family.easy_words
        if each.of not in there and len(words_of(each.words)) >= _ENOUGH
    )
    return {
        each: "short words for something else" for each in private if not holds_any(open_to_them, (each,))
    }


def _with_kinds(must_not_hold: Mapping[str, str] | tuple[str, ...]) -> Mapping[str, str]:
    return must_not_hold if isinstance(must_not_hold, Mapping) else dict.fromkeys(must_not_hold, "")
