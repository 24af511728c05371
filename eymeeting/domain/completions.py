"""What may follow where a name or an area is being typed in a quick line."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from eymeeting.domain.family import Family
from eymeeting.domain.known_names import others_known, owners_known
from eymeeting.domain.names import plain
from eymeeting.domain.pack import Area, Pack
from eymeeting.domain.quick_line_marks import areas_meant, areas_with_keys, opened
from eymeeting.domain.typed_names import name_at

_LAST_MARK: Final = re.compile(r".*(?<!\S)([@#~])(?!\1)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """One way to go on: whose or which it is, what is put in between two places, and what is shown for it.

    ``id`` is that of a person, a worker or an area.
    """

    id: str
    insert: str
    label: str
    start: int
    end: int


def completions(
    text: str,
    cursor: int,
    family: Family,
    pack: Pack,
    *,
    apart: Collection[str] = (),
    first: Collection[str] = (),
) -> tuple[Completion, ...]:
    """What the name or area at the cursor may become: the family first, then workers; areas in order.

    Nothing when neither is being typed there, or when what is typed before a space is
    already clear. ``apart``, the ids of those the meeting is kept apart from, are left out;
    those whose ids are ``first`` stand before all others.
    """
    says, line = opened(text)
    match = _LAST_MARK.fullmatch(line, 0, cursor)
    if match is None or match[1] == "~" or not (match[2] == "" or match[2][0].isalnum()):
        return ()
    if match[1] == "#":
        return _areas(line, match.start(2), cursor, pack) if says == "to_do" else ()
    found = _names(line, match.start(2), cursor, family, apart)
    return tuple(sorted(found, key=lambda each: each.id not in first))


def complete(text: str, cursor: int, completion: Completion) -> tuple[str, int]:
    """The line with the completion in it, and where the cursor is then: after the space behind it.

    Nothing changes when the cursor has left the place that the completion is for.
    """
    if not completion.start <= cursor <= completion.end:
        return text, cursor
    after = text[completion.end :]
    line = text[: completion.start] + completion.insert + (after[1:] if after[:1].isspace() else after)
    return line, completion.start + len(completion.insert)


def _names(
    text: str, start: int, cursor: int, family: Family, apart: Collection[str]
) -> tuple[Completion, ...]:
    owners = owners_known(family)
    typed = text[start:cursor]
    if typed[-1:].isspace() and len(owners.meant_by(typed)) == 1:
        return ()
    end = _end_of_word(text, cursor)
    if typed:
        found = name_at(text, start, owners, others_known(family))
        end = max(end, found.end) if found.ids else end
    return tuple(
        Completion(
            id=each, insert=f"{owners.to_type(each)} ", label=owners.labels[each], start=start, end=end
        )
        for each in owners.starting_with(typed)
        if each not in apart
    )


def _areas(text: str, start: int, cursor: int, pack: Pack) -> tuple[Completion, ...]:
    typed = text[start:cursor]
    meant = areas_meant(typed, pack)
    if typed[-1:].isspace() and len(meant) == 1:
        return ()
    end = _end_of_word(text, cursor)
    return tuple(
        Completion(
            id=area.id,
            insert=f"{area.id} ",
            label=_area_label(area, key, typed),
            start=start,
            end=end,
        )
        for key, area in areas_with_keys(pack)
        if not typed or area in meant
    )


def _area_label(area: Area, key: str, typed: str) -> str:
    """The area's name and key; its name for children too where that is what is being typed."""
    by_child = area.child_name and plain(typed) and plain(area.child_name).startswith(plain(typed))
    by_name = any(plain(name).startswith(plain(typed)) for name in (area.name, area.id))
    name = f"{area.name}, “{area.child_name}”" if by_child and not by_name else area.name
    return f"{name} ({key})" if key else name


def _end_of_word(text: str, cursor: int) -> int:
    """Where the word ends in which the cursor stands; right there when it stands behind a space."""
    if text[cursor - 1 : cursor].isspace():
        return cursor
    word = re.compile(r"\S*").match(text, cursor)
    return word.end() if word else cursor
