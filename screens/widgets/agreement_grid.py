"""The grid of people by services in which everybody's agreement to sharing is taken, a key for each answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.agreement_keys import ACTS, AGREEMENT_KEYS, Act
from screens.widgets.grid_columns import GridColumns, grid_columns
from screens.widgets.grid_walk import GridPlace, GridView, GridWalk
from screens.widgets.spacing import Piece, centred, fitted, short_labels, short_names

HERE = "agreement-grid--here"
CURSOR = "agreement-grid--cursor"
QUIET = "agreement-grid--quiet"

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "yes": ("yes", "y"),
    "no": ("no", "n"),
    "limited": ("limited", "l"),
    "withdrawn": ("stopped", "w"),
    "not_asked": ("/", "/"),
    "not_needed": ("no need", "d"),
    "": ("·", "·"),
}
"""Every mark in a wide and in a narrow column."""

LEGEND: Final = "y yes  n no  l limited  w stopped  d no need"
MORE: Final = "/ not asked  · not yet  then on to the next row"
NOBODY: Final = "There is nobody to ask yet, or no service to ask about. a adds one."
_ROOMY: Final = 9
"""Cells of a person's column from which a mark is a word."""

Marks = Mapping[tuple[str, str], str]
"""By person and service: an answer, or nothing for “not yet”."""


class AgreementGrid(Widget, can_focus=True):
    """People across, services down. A key asks for something; nothing is drawn until the parent has kept it."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = AGREEMENT_KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {HERE, CURSOR, QUIET}
    DEFAULT_CSS = """
    AgreementGrid {
        width: 1fr;
        height: auto;
        max-height: 100%;
        color: $foreground;
        & > .agreement-grid--here { text-style: bold; }
        & > .agreement-grid--quiet { color: $text-muted; }
        & > .agreement-grid--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .agreement-grid--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    @dataclass
    class Pressed(Message):
        """A key asked for something about the person and the service under the cursor."""

        act: Act
        person: str
        agency: str

    @dataclass
    class Moved(Message):
        """The cursor came to another cell."""

        person: str
        agency: str

    def __init__(
        self,
        agencies: Sequence[str],
        people: Sequence[tuple[str, str]],
        marks: Marks,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """``people`` are ids with names."""
        super().__init__(id=id)
        self._place, self._view = GridPlace(), GridView()
        self._take(agencies, people, marks)

    @property
    def cursor(self) -> tuple[str, str]:
        """The person and the service under the cursor; empty where there is none."""
        person = self._people[self._place.person][0] if self._people else ""
        agency = self._agencies[self._place.area] if self._agencies else ""
        return person, agency

    def show(self, agencies: Sequence[str], people: Sequence[tuple[str, str]], marks: Marks) -> None:
        """Show how it stands now. The cursor stays at its person and service, or as near as there is."""
        if (tuple(agencies), tuple(people), dict(marks)) == (self._agencies, self._people, self._marks):
            return
        person, agency = self.cursor
        lines = self.line_count
        self._take(agencies, people, marks)
        if not self._is_empty:
            ids = [each for each, _ in self._people]
            area = self._agencies.index(agency) if agency in self._agencies else self._place.area
            self._place = self._walk.nearest(area, ids.index(person) if person in ids else self._place.person)
        self._bring_into_view()
        self.refresh(layout=self.line_count != lines)

    def move_to(self, person: str, agency: str) -> None:
        """Bring the cursor to a cell. One that is not there is passed over."""
        ids = [each for each, _ in self._people]
        if person in ids and agency in self._agencies:
            self._go(GridPlace(self._agencies.index(agency), ids.index(person)))

    def go_on(self) -> None:
        """Go to the next service."""
        self.action_move(1, 0)

    def action_act(self, act: str) -> None:
        """Ask for something."""
        self.post_message(self.Pressed(ACTS[act], *self.cursor))

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor, stopping at the edges."""
        if not self._is_empty:
            self._go(self._walk.moved(self._place, down=down, right=right))

    def action_next_person(self) -> None:
        """Go to the next person's first service."""
        if not self._is_empty and self._place.person + 1 < len(self._people):
            self._go(GridPlace(0, self._place.person + 1))

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor under the mouse."""
        at = event.get_content_offset(self)
        if at is None or self._is_empty or at.y < 1:
            return
        columns = self._columns
        column = (at.x - columns.label) // columns.person
        if at.x >= columns.label and at.y - 1 < self._rows_in_view:
            self._go(self._walk.nearest(self._first_row + at.y - 1, self._view.person + column))

    def on_resize(self) -> None:
        """Lay the grid out for the room there is now."""
        self._bring_into_view()
        self.refresh()

    @property
    def line_count(self) -> int:
        """Names, services, and what the marks mean."""
        return 1 if self._is_empty else len(self._agencies) + 3

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines for everything; in less room the services scroll."""
        return self.line_count

    def render_line(self, y: int) -> Strip:
        """One line in its colours."""
        segments = [
            segment
            for words, look in self._line(y)
            for segment in words.render_segments(self.get_visual_style(*([look] if look else [])))
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.visual_style.rich_style)

    def _line(self, y: int) -> list[Piece]:
        if self._is_empty:
            return [(fitted(NOBODY, self.size.width), QUIET)] if y == 0 else []
        if y == 0:
            return self._head()
        row = y - 1
        if row < self._rows_in_view:
            return self._row(self._first_row + row)
        legend = (self._legend, MORE)[row - self._rows_in_view : row - self._rows_in_view + 1]
        return [(fitted(words, self.size.width), QUIET) for words in legend]

    def _head(self) -> list[Piece]:
        columns, first = self._columns, self._view.person
        names = short_names([name for _, name in self._people], columns.person - 1)
        more = [
            f"‹ {first}" if first else "",
            f"{hidden} more ›" if (hidden := len(self._people) - first - columns.people) > 0 else "",
        ]
        side = fitted(" ".join(each for each in more if each), columns.label, gap=1)
        called = [
            (centred(names[at], columns.person), HERE if at == self._place.person else "")
            for at in self._people_in_view
        ]
        return [(side, QUIET), *called]

    def _row(self, area: int) -> list[Piece]:
        columns, here = self._columns, area == self._place.area
        label = short_labels(self._agencies, columns.label - 1)[area]
        pieces: list[Piece] = [(fitted(label, columns.label, gap=1), HERE if here else "")]
        for at in self._people_in_view:
            mark = self._marks.get((self._people[at][0], self._agencies[area]), "")
            word = WORDS[mark][0 if columns.person >= _ROOMY else 1]
            is_cursor = here and at == self._place.person
            pieces.append(
                (centred(f"[{word}]" if is_cursor else word, columns.person), CURSOR if is_cursor else "")
            )
        return pieces

    @property
    def _legend(self) -> str:
        below = len(self._agencies) - self._first_row - self._rows_in_view
        hidden = ((self._first_row, "↑"), (below, "↓"))
        return "".join(f"{way} {count} more  " for count, way in hidden if count > 0) + LEGEND

    @property
    def _columns(self) -> GridColumns:
        names = [name.ljust(_ROOMY) for _, name in self._people]
        return grid_columns(max(self.size.width, 20), self._agencies, names)

    @property
    def _rows_in_view(self) -> int:
        return min(max(self.size.height - 3, 1), len(self._agencies))

    @property
    def _first_row(self) -> int:
        return max(min(self._view.area, len(self._agencies) - self._rows_in_view), 0)

    @property
    def _people_in_view(self) -> range:
        return range(self._view.person, min(self._view.person + self._columns.people, len(self._people)))

    def _take(self, agencies: Sequence[str], people: Sequence[tuple[str, str]], marks: Marks) -> None:
        self._agencies, self._people, self._marks = tuple(agencies), tuple(people), dict(marks)
        self._walk = GridWalk(max(len(agencies), 1), max(len(people), 1))

    def _go(self, place: GridPlace) -> None:
        if (place.area, place.person) == (self._place.area, self._place.person):
            return
        self._place = place
        self._bring_into_view()
        self.refresh()
        self.post_message(self.Moved(*self.cursor))

    def _bring_into_view(self) -> None:
        if not self._is_empty:
            self._view = self._walk.view_of(self._place, self._view, self._rows_in_view, self._columns.people)

    @property
    def _is_empty(self) -> bool:
        return not self._agencies or not self._people
