"""The grid in which everyone's scores are taken, a key for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.grid_keys import GRID_KEYS
from screens.widgets.grid_picture import CURSOR, HERE, QUIET, GridArea, GridPerson, GridPicture, Scores
from screens.widgets.grid_walk import GridPlace, GridView, GridWalk

__all__ = ["GridArea", "GridPerson", "ScoreGrid"]

ANY_HEIGHT = 10_000
"""Lines: more than any grid needs."""


class ScoreGrid(Widget, can_focus=True):
    """People across, areas down, and each person's own score in every cell.

    A key asks for a score and moves on; nothing is drawn until the parent, having kept it, calls
    ``show_score``. Scores are 1 to 10, ``"prefer_not_to_say"`` or ``"not_asked"``; a cell without one has
    not been come to yet.
    """

    ALLOW_SELECT = False
    HELP = """\
    ### Scores

    A digit scores and moves on; **0** is ten. **-** is "prefer not to say", **space** is "not asked".
    Arrows go back to put a score right, **backspace** takes one away, **Enter** goes to the next area.
    """
    BINDINGS: ClassVar[list[BindingType]] = GRID_KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {HERE, CURSOR, QUIET}
    DEFAULT_CSS = """
    ScoreGrid {
        width: 1fr;
        height: auto;
        max-height: 100%;
        color: $foreground;
        & > .score-grid--here { text-style: bold; }
        & > .score-grid--quiet { color: $text-muted; }
        & > .score-grid--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .score-grid--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    @dataclass
    class Scored(Message):
        """Somebody's score for an area was given, or taken away (``value`` is None). It is not kept yet."""

        area: str
        person: str
        value: int | str | None
        grid: ScoreGrid

        @property
        def control(self) -> ScoreGrid:
            """The grid it was given in."""
            return self.grid

    @dataclass
    class Moved(Message):
        """The cursor came to another cell."""

        area: str
        person: str
        grid: ScoreGrid

        @property
        def control(self) -> ScoreGrid:
            """The grid the cursor is in."""
            return self.grid

    def __init__(
        self,
        areas: Sequence[GridArea],
        people: Sequence[GridPerson],
        scores: Scores,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
        before: Scores | None = None,
    ) -> None:
        """Begin with these scores.

        ``before`` is what each said the time before; it stands beside their score
        once that is given, where there is room, and never before it.
        """
        super().__init__(id=id, classes=classes)
        self._before = dict(before or {})
        self._place = GridPlace()
        self._view = GridView()
        self._take(areas, people, scores)

    @property
    def cursor(self) -> tuple[str, str]:
        """The ids of the area and the person under the cursor; two empty strings while there is nobody."""
        if self._is_empty:
            return "", ""
        return self._areas[self._place.area].id, self._people[self._place.person].id

    def show(self, areas: Sequence[GridArea], people: Sequence[GridPerson], scores: Scores) -> None:
        """Show other areas, people and scores. The cursor stays where it was, or as near as there is."""
        if (tuple(areas), tuple(people)) == (self._areas, self._people):
            for cell in {cell for cell, _ in {*self._scores.items()} ^ {*scores.items()}}:
                self.show_score(*cell, scores.get(cell))
            return
        area, person = self.cursor
        self._take(areas, people, scores)
        if not self._is_empty:
            row = self._rows.get(area, self._place.area)
            there = self._walk.nearest(row, self._columns.get(person, self._place.person))
            stays = (there.area, there.person) == (self._place.area, self._place.person)
            self._place = replace(there, row_just_ended=stays and self._place.row_just_ended)
        self._bring_into_view()
        self.refresh(layout=True)

    def show_score(self, area: str, person: str, value: int | str | None) -> None:
        """Draw one score as it now stands, None for none. One outside the grid is passed over."""
        if area not in self._rows or person not in self._columns:
            return
        if value is None:
            self._scores.pop((area, person), None)
        else:
            self._scores[area, person] = value
        self._redraw(self._picture.line_of(self._rows[area], self._view))

    def move_to(self, area: str, person: str) -> None:
        """Bring the cursor to a cell. One that is not in the grid is passed over."""
        if area in self._rows and person in self._columns:
            self._go(GridPlace(self._rows[area], self._columns[person]))

    def move_on_from(self, area: str, person: str) -> None:
        """Bring the cursor to a cell, and past it where it has a score."""
        self.move_to(area, person)
        if (area, person) in self._scores and (area, person) == self.cursor:
            self._go(self._walk.after_score(self._place))

    def action_score(self, value: int | str) -> None:
        """Ask for a score in the cell under the cursor, and move on."""
        if not self._is_empty:
            self.post_message(self.Scored(*self.cursor, value, self))
            self._go(self._walk.after_score(self._place))

    def action_clear(self) -> None:
        """Ask for the score under the cursor to be taken away, if there is one."""
        if self.cursor in self._scores:
            self.post_message(self.Scored(*self.cursor, None, self))
            self._go(self._walk.moved(self._place))

    def action_next_area(self) -> None:
        """Go to the next area's first person."""
        if not self._is_empty:
            self._go(self._walk.after_enter(self._place))

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor by so many areas and people, stopping at the edges."""
        if not self._is_empty:
            self._go(self._walk.moved(self._place, down=down, right=right))

    def action_first(self) -> None:
        """Go to the first person."""
        self.action_move(0, -len(self._people))

    def action_last(self) -> None:
        """Go to the last person."""
        self.action_move(0, len(self._people))

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor under the mouse."""
        offset = event.get_content_offset(self)
        if offset is not None and not self._is_empty:
            event.stop()
            self._go(GridPlace(*self._picture.cell_at(*offset, self._place, self._view)))

    def on_resize(self) -> None:
        """Lay the grid out for the room there is now."""
        self._picture = self._picture_in(self.size)
        self._bring_into_view()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines for everything; in less room the areas scroll."""
        return 1 if self._is_empty else self._picture_in(Size(width, ANY_HEIGHT)).lines

    def render_line(self, y: int) -> Strip:
        """One line in its colours."""
        segments = [
            segment
            for words, look in self._picture.line(y, self._place, self._view, self._scores, self._before)
            for segment in words.render_segments(self.get_visual_style(*([look] if look else [])))
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.visual_style.rich_style)

    def _take(self, areas: Sequence[GridArea], people: Sequence[GridPerson], scores: Scores) -> None:
        self._areas = tuple(areas)
        self._people = tuple(people)
        self._scores = dict(scores)
        self._rows = {area.id: row for row, area in enumerate(self._areas)}
        self._columns = {person.id: column for column, person in enumerate(self._people)}
        self._walk = GridWalk(len(self._areas), len(self._people))
        self._picture = self._picture_in(self.size)

    def _picture_in(self, room: Size) -> GridPicture:
        return GridPicture(self._areas, self._people, room, has_scores_before=bool(self._before))

    def _go(self, place: GridPlace) -> None:
        before, self._place = self._place, place
        if (before.area, before.person) == (place.area, place.person):
            return
        if self._bring_into_view():
            self.refresh()
        else:
            rows = (self._picture.line_of(area, self._view) for area in {before.area, place.area})
            self._redraw(*range(self._picture.about_lines + self._picture.head_lines), *rows)
        self.post_message(self.Moved(*self.cursor, self))

    def _bring_into_view(self) -> bool:
        before = self._view
        self._view = self._walk.view_of(
            self._place, before, self._picture.areas_in_view, self._picture.people_in_view
        )
        return self._view != before

    def _redraw(self, *lines: int) -> None:
        self.refresh(*(Region(0, line, self.size.width, 1) for line in lines))

    @property
    def _is_empty(self) -> bool:
        return not self._areas or not self._people
