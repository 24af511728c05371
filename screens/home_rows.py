"""What Home lists, row by row: what today needs, then the families."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from db.home import FamilyFound, Found
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.due_words import TITLES, counted
from eymeeting.domain.what_is_due import DueList
from screens.widgets.family_list import FamilyRow, Section


class _Named(Protocol):
    @property
    def ref(self) -> str: ...
    @property
    def name(self) -> str: ...


def sections(
    due: Sequence[DueList], families: Sequence[FamilyFound], today: date, *, searching: bool = False
) -> Iterator[Section]:
    """A section for each list that holds somebody, then the families; on their own they need no heading.

    Two families with one name have their references before it. Whoever is
    ``searching`` sees the families alone.
    """
    held = [each for each in due if each.in_all and not searching]
    alike = _alike((*families, *(row for each in held for row in each.rows)))
    meeting = meets(due)
    for each in held:
        rows = [
            FamilyRow(row.ref, _called(row, alike), row.line, meets=row.ref in meeting) for row in each.rows
        ]
        part = f", the first {len(rows)} here" if each.in_all > len(rows) else ""
        yield Section(f"{TITLES[each.kind]} · {each.in_all}{part}", rows, short=True)
    yield Section("All families" if held else "", list(_rows(families, alike, meeting, today)))


def meets(due: Sequence[DueList]) -> set[str]:
    """The references of the families that are opened at their meeting."""
    return {row.ref for each in due for row in each.rows if row.meets}


def left_out(found: Found) -> str:
    """What is said under the families when there are more."""
    shown = len(found.families)
    if found.in_all is None:
        return f"The first {shown} are shown: type more to find the others."
    return f"{shown} of {found.in_all} shown: type to find the others." if found.in_all > shown else ""


def covered_words(due: Sequence[DueList]) -> str:
    """What stands on Home while the names are covered: how much there is, and nothing of anybody."""
    numbers = counted(due) or ("Nothing is due today.",)
    lines = ("Covered: no name is on the screen.", "", *numbers, "", "Enter or F12 shows the names.")
    return "\n".join((*lines, "Type part of a name to find one family."))


def _rows(
    families: Sequence[FamilyFound], alike: set[str], meeting: set[str], today: date
) -> Iterator[FamilyRow]:
    for family in families:
        is_on = family.ref in meeting or family.begun or family.meeting_on == today
        yield FamilyRow(family.ref, _called(family, alike), how_it_stands(family, today), meets=is_on)


def how_it_stands(family: FamilyFound, today: date) -> str:
    """How a family stands in a few words: when it meets or met, or that its plan is closed."""
    if family.meeting_on is not None:
        day = spoken_near(family.meeting_on, today)
        if family.meeting_on < today and not family.begun:
            return f"meeting was planned for {day}"
        if family.begun and family.meeting_on <= today:
            return "meeting under way" if family.meeting_on == today else f"meeting under way, {day}"
        return "meeting today" if family.meeting_on == today else f"meeting planned, {day}"
    if family.closed is not None:
        return f"closed {spoken_near(family.closed, today)}"
    if family.next_meeting is not None:
        words = "next meeting" if family.next_meeting >= today else "was to meet again"
        return f"{words} {spoken_near(family.next_meeting, today)}"
    if family.last_met is not None:
        return f"met {spoken_near(family.last_met, today)}"
    return "not met yet"


def _alike(rows: Sequence[_Named]) -> set[str]:
    """The names that more than one family has."""
    named: dict[str, set[str]] = {}
    for row in rows:
        named.setdefault(row.name.casefold(), set()).add(row.ref)
    return {name for name, refs in named.items() if len(refs) > 1}


def _called(row: _Named, alike: set[str]) -> str:
    return f"{row.ref} · {row.name}" if row.name.casefold() in alike else row.name
