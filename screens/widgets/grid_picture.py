"""What the lines of a score grid say, before they have any colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.geometry import Size

from screens.plain import plain
from screens.widgets.grid_columns import NARROWEST_PERSON, grid_columns, with_room_at_the_end
from screens.widgets.grid_walk import GridPlace, GridView
from screens.widgets.spacing import Piece, centred, cut, fitted, short_labels, short_names

PREFER_NOT_TO_SAY = "prefer_not_to_say"
NOT_ASKED = "not_asked"
MARKS: Mapping[int | str | None, str] = {PREFER_NOT_TO_SAY: "–", NOT_ASKED: "/", None: "·"}
LEGEND = "0 is ten  – rather not say  / not asked  · not yet"
NOBODY = "There is nobody, or nothing, to score together yet."

HERE = "score-grid--here"
CURSOR = "score-grid--cursor"
QUIET = "score-grid--quiet"
PLAIN = ""

THEN = "›"
ROOM_FOR_BOTH = 8
"""Cells in which a ten stands beside the ten of the time before, in the brackets of the cursor."""

ABOUT_LINES = 2
ROWS_WORTH_MORE = 4
"""So many areas are shown before any line goes to saying in full where the cursor is, or what marks mean."""

Scores = Mapping[tuple[str, str], int | str]
"""Scores by area and person."""

NOTHING_BEFORE: Scores = {}


@dataclass(frozen=True)
class GridArea:
    """A row: an area of family life, its plain question, and what a child calls it."""

    id: str
    name: str
    prompt: str = ""
    child_name: str = ""


@dataclass(frozen=True)
class GridPerson:
    """A column: somebody who scores. A child is asked in the child's words."""

    id: str
    name: str
    is_child: bool = False


class GridPicture:
    """The words of every line, for one set of areas and people and one size of room."""

    def __init__(
        self,
        areas: Sequence[GridArea],
        people: Sequence[GridPerson],
        room: Size,
        *,
        has_scores_before: bool = False,
    ) -> None:
        labels, names = [area.name for area in areas], [person.name for person in people]
        self._areas = areas
        self._people = people
        self._width = room.width
        self._columns = grid_columns(
            room.width, labels, names, ROOM_FOR_BOTH if has_scores_before else NARROWEST_PERSON
        )
        self._names = short_names(names, self._columns.person - 1)
        few = min(len(areas), ROWS_WORTH_MORE)
        self._has_legend = room.height >= few + 2
        self.about_lines = ABOUT_LINES if room.height >= few + 2 + ABOUT_LINES else 0
        self.head_lines = 1
        self.people_in_view = self._columns.people
        if self._wants_two_lines() and room.height >= self.about_lines + 2 + len(areas) + self._has_legend:
            self.head_lines = 2
            self._names = short_names(names, 2 * self._columns.person - 1)
            widest = max(map(cell_len, self._names))
            self._columns = with_room_at_the_end(self._columns, room.width, widest)
        self._labels = short_labels(labels, self._columns.label - 1)
        self.areas_in_view = min(
            max(room.height - self.about_lines - self.head_lines - self._has_legend, 1), len(areas)
        )

    @property
    def lines(self) -> int:
        """How many lines there are to draw."""
        return self.about_lines + self.head_lines + self.areas_in_view + self._has_legend

    def line(
        self, y: int, place: GridPlace, view: GridView, scores: Scores, before: Scores = NOTHING_BEFORE
    ) -> list[Piece]:
        """The words of one line, none below the last."""
        if not self._areas or not self._people:
            return [(fitted(NOBODY, self._width), QUIET)] if y == 0 else []
        row = y - self.about_lines - self.head_lines
        if row < -self.head_lines:
            return self._about(place)[y]
        if row < 0:
            return self._head(view, place, below=row == -1)
        if row < self.areas_in_view:
            return self._row(view.area + row, place, self._marks(view.area + row, view, scores, before))
        return self._legend(view) if row == self.areas_in_view and self._has_legend else []

    def line_of(self, area: int, view: GridView) -> int:
        """The line an area is drawn on, counted from nought; outside the room when it is out of sight."""
        return self.about_lines + self.head_lines + area - view.area

    def cell_at(self, x: int, y: int, place: GridPlace, view: GridView) -> tuple[int, int]:
        """The area and person drawn there; off the columns the person of ``place``, off the rows its area."""
        column = (x - self._columns.label) // self._columns.person
        row = y - self.about_lines - self.head_lines
        return (
            view.area + row if 0 <= row < self.areas_in_view else place.area,
            view.person + column if 0 <= column < len(self._in_view(view)) else place.person,
        )

    def _about(self, place: GridPlace) -> list[list[Piece]]:
        who_and_what = f"{self._people[place.person].name} · {self._called(place)}"
        question = "" if self._in_childs_words(place) else self._areas[place.area].prompt
        told = plain(f"{who_and_what}: {question}" if question else who_and_what)
        lines = [line.plain for line in told.wrap(max(self._width, 1))]
        if len(lines) > ABOUT_LINES:
            lines[ABOUT_LINES - 1] = cut(lines[ABOUT_LINES - 1] + " …", self._width)
        lines += [""] * ABOUT_LINES
        second = max(len(who_and_what) - len(lines[0]) - 1, 0)
        return [
            [(plain(line[:end]), HERE), (plain(line[end:]), QUIET)]
            for line, end in zip(lines, (len(who_and_what), second), strict=False)
        ]

    def _head(self, view: GridView, place: GridPlace, *, below: bool) -> list[Piece]:
        """A line of names: all of them, or every other one where each needs the room of two columns."""
        shown, width = self._in_view(view), self._columns.person
        first, into = 0, 0
        if self.head_lines == 2:
            first, into, width = int(below), width // 2, 2 * width
            shown = shown[first::2]
        label = self._columns.label + first * self._columns.person - into
        hidden = self._hidden(view) if below else ""
        names = [
            (centred(self._names[person], width), HERE if person == place.person else PLAIN)
            for person in shown
        ]
        return [(fitted(hidden, label, gap=1), QUIET), *names]

    def _hidden(self, view: GridView) -> str:
        after = len(self._people) - view.person - self._columns.people
        sides = ((view.person, f"‹ {view.person} more"), (after, f"{after} more ›"))
        return "  ".join(words for count, words in sides if count > 0)

    def _wants_two_lines(self) -> bool:
        """Whether names lose part of a word in columns as narrow as these."""
        return self.people_in_view > 1 and any("…" in name for name in self._names)

    def _row(self, area: int, place: GridPlace, marks: Mapping[int, str]) -> list[Piece]:
        here = area == place.area
        called = self._called(place) if here and self._in_childs_words(place) else self._labels[area]
        label = fitted(called, self._columns.label, gap=1)
        pieces: list[Piece] = [(label, HERE if here else PLAIN)]
        for person, mark in marks.items():
            if here and person == place.person:
                pieces.append((centred(f"[{mark}]", self._columns.person), CURSOR))
            else:
                pieces.append((centred(f" {mark} ", self._columns.person), PLAIN))
        return pieces

    def _marks(self, area: int, view: GridView, scores: Scores, before: Scores) -> dict[int, str]:
        """What stands in a row, person by person: the score, and where it fits what they said before it."""
        marks = {}
        for person in self._in_view(view):
            cell = (self._areas[area].id, self._people[person].id)
            now = _mark(scores.get(cell))
            then = (
                f"{_mark(before[cell]).strip()}{THEN}{now.strip()}"
                if cell in before and cell in scores
                else ""
            )
            marks[person] = then if then and self._columns.person >= ROOM_FOR_BOTH else now
        return marks

    def _legend(self, view: GridView) -> list[Piece]:
        below = len(self._areas) - view.area - self.areas_in_view
        hidden = "".join(f"{way} {count} more  " for way, count in (("↑", view.area), ("↓", below)) if count)
        return [(fitted(hidden + LEGEND, self._width), QUIET)]

    def _in_view(self, view: GridView) -> range:
        return range(view.person, min(view.person + self._columns.people, len(self._people)))

    def _in_childs_words(self, place: GridPlace) -> bool:
        return self._people[place.person].is_child and bool(self._areas[place.area].child_name)

    def _called(self, place: GridPlace) -> str:
        area = self._areas[place.area]
        return area.child_name if self._in_childs_words(place) else area.name


def _mark(value: int | str | None) -> str:
    return MARKS.get(value, str(value)).rjust(2)
