"""Rows that each have a key of their own, such as the digits of the areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from screens.widgets.drawn_list import POINTER, QUIET, DrawnList
from screens.widgets.spacing import Piece, fitted

BESIDE_KEY = 7
"""Cells: the pointer, the key, the mark, and the spaces between them."""


@dataclass(frozen=True)
class KeyedRow:
    """A row: the key that chooses it, how it stands with it in a mark, its name, and what is told of it."""

    id: str
    key: str
    mark: str
    name: str
    told: str = ""


class KeyedRows(DrawnList):
    """Rows under one another; a row's key, space, or the mouse chooses it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose", show=False, tooltip="Choose this row", id="rows.choose"),
    ]
    DEFAULT_CSS = "KeyedRows { height: auto; max-height: 100%; }"

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        id: str
        rows: KeyedRows

        @property
        def control(self) -> KeyedRows:
            """The rows it is among."""
            return self.rows

    def __init__(self, rows: Sequence[KeyedRow], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows = tuple(rows)

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def on_mount(self) -> None:
        """Make room for the rows."""
        self.lines_changed()

    def show(self, rows: Sequence[KeyedRow]) -> None:
        """Show the rows as they are now."""
        self._rows = tuple(rows)
        self.lines_changed()

    def on_key(self, event: events.Key) -> None:
        """Choose the row whose key was pressed."""
        row = next((place for place, row in enumerate(self._rows) if row.key == event.character), None)
        if event.character and row is not None:
            event.stop()
            self.highlight_row(row)
            self.action_choose()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """A row's key has no other use while these rows have the keyboard."""
        return any(row.key == (character or key) for row in self._rows)

    def action_choose(self) -> None:
        """Choose the highlighted row, if there is one."""
        if self._rows:
            self.post_message(self.Chosen(self._rows[self._at].id, self))

    def row_clicked(self, row: int) -> None:
        """Choose the row under the mouse."""
        self.highlight_row(row)
        self.action_choose()

    def line(self, y: int) -> list[Piece]:
        """A row: key, mark, name, what is told of it."""
        row = self._rows[y]
        room = max(self.room.width - BESIDE_KEY, 0)
        name = min(max(cell_len(each.name) for each in self._rows) + 2, room)
        pointer = POINTER if y == self._at else " "
        return [
            (fitted(f"{pointer} {row.key or ' '}  {row.mark}", BESIDE_KEY), ""),
            (fitted(row.name, name, gap=1), ""),
            (fitted(row.told, room - name), QUIET),
        ]
