"""People with a letter each, chosen by one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from screens.widgets.drawn_list import HEADING, POINTER, QUIET, DrawnList
from screens.widgets.spacing import Piece, fitted, steady

BESIDE_LETTER = 5
"""Cells: the pointer, a space, the letter, and two spaces."""

WIDEST_STATE = 24


@dataclass(frozen=True)
class LetteredRow:
    """A person: name, who they are to the family, how it stands with them in a word and a mark.

    Neighbouring rows of one ``group`` stand under its name.
    """

    id: str
    name: str
    detail: str = ""
    state: str = ""
    mark: str = ""
    group: str | None = None


@dataclass(frozen=True)
class _Columns:
    mark: int
    name: int
    detail: int
    state: int


class LetteredList(DrawnList):
    """People under one another, each with a letter from a to z; those after z are reached with the arrows."""

    HELP = """\
    ### The list of people

    Press a person's **letter**, or go to them with **up** and **down** and press **space** or **Enter**.
    **Shift** with the letter, or a **full stop**, does the other thing this list offers.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "choose", "Choose", tooltip="Choose this person", id="people.choose"),
        Binding(
            "full_stop",
            "other",
            "Other",
            show=False,
            key_display=".",
            tooltip="The other choice for this person, as shift with the letter",
            id="people.other",
        ),
    ]
    DEFAULT_CSS = """
    LetteredList {
        height: auto;
        max-height: 100%;
    }
    """

    @dataclass
    class Chosen(Message):
        """A person was chosen: by letter, by space or Enter, or with the mouse."""

        id: str
        people: LetteredList

        @property
        def control(self) -> LetteredList:
            """The list they were chosen from."""
            return self.people

    @dataclass
    class Other(Message):
        """The other choice was made for a person: shift and the letter, or a full stop."""

        id: str
        people: LetteredList

        @property
        def control(self) -> LetteredList:
            """The list they are in."""
            return self.people

    def __init__(
        self,
        rows: Sequence[LetteredRow] = (),
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._take(rows)

    @property
    def highlighted(self) -> str | None:
        """The id of the highlighted person, None while there is nobody."""
        return self._rows[self._at].id if self._rows else None

    @property
    def row_count(self) -> int:
        """How many people there are."""
        return len(self._rows)

    @property
    def line_count(self) -> int:
        """A line for each person and each heading."""
        return len(self._lines)

    def on_mount(self) -> None:
        """Make room for the people given at first."""
        self.lines_changed()

    def show(self, rows: Sequence[LetteredRow]) -> None:
        """Show the people as they are now, drawing only the lines that changed.

        The highlight stays on the same person, or on the same line when they are gone.
        """
        highlighted, lines, columns = self.highlighted, self._lines, self._columns
        before = self._rows
        self._take(rows)
        places = {row.id: place for place, row in enumerate(self._rows)}
        at = places.get(highlighted or "", min(self._at, max(len(self._rows) - 1, 0)))
        moved, self._at = at != self._at, at
        if moved or (lines, columns) != (self._lines, self._columns):
            self.lines_changed()
            return
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.refresh_line(self.line_of(place))

    def on_key(self, event: events.Key) -> None:
        """Take the letters that stand beside somebody."""
        if event.key is None or not self._is_letter(event.key):
            return
        event.stop()
        event.prevent_default()
        self.highlight_row(ascii_lowercase.index(event.key.lower()))
        if event.key.islower():
            self.action_choose()
        else:
            self.action_other()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters that stand beside somebody are not free for other uses while this list has the focus."""
        return self._is_letter(character or key)

    def line(self, y: int) -> list[Piece]:
        """A heading, or a person: letter, mark, name, detail and state."""
        place = self._lines[y]
        if isinstance(place, str):
            return [(fitted(place, self.room.width), HEADING)]
        row, columns = self._rows[place], self._columns_in(self.room.width)
        pointer = POINTER if place == self._at else " "
        letter = ascii_lowercase[place] if place < len(ascii_lowercase) else " "
        return [
            (fitted(f"{pointer} {letter}", BESIDE_LETTER), ""),
            (fitted(row.mark, columns.mark), ""),
            (fitted(row.name, columns.name), ""),
            (fitted(row.detail, columns.detail), QUIET),
            (fitted(row.state, columns.state), ""),
        ]
