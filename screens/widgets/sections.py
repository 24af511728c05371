"""Lists under headings as the lines and rows of one list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

FIRST_SHOWN = 5
"""Rows of a short list that are shown before the others are asked for."""


@dataclass(frozen=True)
class FamilyRow:
    """A family in the list. ``ref`` comes back in the messages and is not drawn.

    ``meets``: it is opened at its meeting.
    """

    ref: str
    name: str
    detail: str = ""
    meets: bool = False


@dataclass(frozen=True)
class Section:
    """Families under a heading, or without one. ``short``: only the first until the others are asked for."""

    heading: str
    rows: Sequence[FamilyRow]
    short: bool = False


@dataclass(frozen=True)
class Part:
    """A section as it is drawn, from which line and row of the whole list on.

    ``families`` of it are shown; ``more`` are left, and have one row together.
    """

    section: Section
    first_line: int
    first_row: int
    families: int
    more: int

    @property
    def headings(self) -> int:
        """Lines that are no row."""
        return 1 if self.section.heading else 0

    @property
    def rows(self) -> int:
        """Rows that can be highlighted."""
        return self.families + bool(self.more)

    def family(self, place: int) -> FamilyRow | None:
        """The family on one of its rows; none on the row for the others."""
        return self.section.rows[place] if place < self.families else None


class Layout:
    """Where each row of the sections is drawn. Sections without anybody are left out."""

    def __init__(self, sections: Sequence[Section], whole: Collection[str] = ()) -> None:
        """``whole`` names the headings of the short sections that are shown to their end."""
        held = [section for section in sections if len(section.rows)] or [Section("", ())]
        self.parts: list[Part] = []
        line = row = 0
        for section in held:
            count = len(section.rows)
            is_cut = section.short and section.heading not in whole and count > FIRST_SHOWN + 1
            shown = FIRST_SHOWN if is_cut else count
            part = Part(section, line, row, shown, count - shown)
            self.parts.append(part)
            line += part.headings + part.rows
            row += part.rows
        self.lines, self.rows = line, row
        self._first_lines = [part.first_line for part in self.parts]
        self._first_rows = [part.first_row for part in self.parts]

    def part_of(self, row: int) -> tuple[Part, int]:
        """The part that a row is in, and its place there."""
        part = self.parts[bisect_right(self._first_rows, row) - 1]
        return part, row - part.first_row

    def part_at(self, line: int) -> Part:
        """The part that a line is in."""
        return self.parts[bisect_right(self._first_lines, line) - 1]

    def line_of(self, row: int) -> int:
        """The line a row is drawn on."""
        part, place = self.part_of(row)
        return part.first_line + part.headings + place

    def row_on(self, line: int) -> int | None:
        """The row drawn on a line; none on a heading, or past the end."""
        if not 0 <= line < self.lines:
            return None
        part = self.part_at(line)
        place = line - part.first_line - part.headings
        return None if place < 0 else part.first_row + place

    def row_with(self, ref: str, heading: str, place: int) -> int:
        """The row of a family: its old place if it is still there, else anywhere under the same heading.

        Without a heading only the old place counts. The first row where there is none.
        """
        for part in self.parts:
            if part.section.heading != heading:
                continue
            places: list[int] = [place, *range(part.families if heading else 0)]
            for at in places:
                family = part.family(at)
                if family is not None and family.ref == ref:
                    return part.first_row + at
        return 0
