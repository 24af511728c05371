"""People with a letter each, chosen by one key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

GAP = 2
NARROWEST_DETAIL = 5
"""Cells, the gap among them, at which a detail is not worth its room any more."""


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

    @classmethod
    def wanted_by(cls, rows: Sequence[LetteredRow]) -> _Columns:
        """The widths at which nothing is shortened; nought for a column that is empty."""

        def widest(words: Iterable[str], gap: int) -> int:
            cells = max((cell_len(steady(text)) for text in words), default=0)
            return cells + gap if cells else 0

        return cls(
            mark=widest((row.mark for row in rows), 1),
            name=widest((row.name for row in rows), GAP),
            detail=widest((row.detail for row in rows), GAP),
            state=widest((row.state for row in rows), 0),
        )

    def narrowed(self, room: int) -> _Columns:
        """The widths for so many cells: first the detail gives way, then the state, then the name."""
        name = min(self.name, max(room - self.mark - self.state, room // 2))
        state = min(self.state, max(room - self.mark - name, 0))
        detail = min(self.detail, max(room - self.mark - name - state, 0))
        return _Columns(self.mark, name, detail if detail > NARROWEST_DETAIL else 0, state)

    def with_room_for(self, row: LetteredRow) -> _Columns:
        """The widths in one row: a state that would be cut takes what the row's own name leaves free."""
        spare = self.name + self.detail - cell_len(steady(row.name)) - GAP
        more = min(cell_len(steady(row.state)) - self.state, spare)
        if row.detail or more <= 0:
            return self
        return _Columns(self.mark, self.name + self.detail - more, 0, self.state + more)


class LetteredList(DrawnList):
    """People under one another, each with a letter from a to z; those after z are reached with the arrows."""

    LETTERS: ClassVar[str] = ascii_lowercase
    """The letters that stand beside the rows; a list in a place where letters are keys goes without those."""

    HELP = """\
    ### The list of people

    Press a person's **letter**, or go to them with **up** and **down** and press **space** or **Enter**.
    **Shift** with the letter, or a **full stop**, does the other thing this list offers.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "choose", "Choose", show=False, tooltip="Choose this one", id="people.choose"),
        Binding(
            "full_stop",
            "other",
            "Other",
            show=False,
            key_display=".",
            tooltip="The other choice, as Shift with the letter",
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
        other: bool = False,
    ) -> None:
        """``other``: the list offers another choice besides, with Shift and the letter or a full stop."""
        super().__init__(id=id, classes=classes)
        self._has_other = other
        self._take(rows)

    @property
    def highlighted(self) -> str | None:
        """The id of the highlighted person, None while there is nobody."""
        return self._rows[self._at].id if self._rows else None

    def put_highlight(self, id: str) -> None:  # noqa: A002
        """Highlight somebody, if they are in the list."""
        place = next((place for place, row in enumerate(self._rows) if row.id == id), None)
        if place is not None:
            self.highlight_row(place)

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
        if not self._is_letter(event.key):
            return
        event.stop()
        self.highlight_row(self.LETTERS.index(event.key.lower()))
        if event.key.islower():
            self.action_choose()
        else:
            self.action_other()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The other choice is a key only where there is one."""
        return action != "other" or self._has_other

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters that stand beside somebody have no other use while this list has the focus."""
        return self._is_letter(character or key)

    def action_choose(self) -> None:
        """Choose the highlighted person, if there is one."""
        if self.highlighted is not None:
            self.post_message(self.Chosen(self.highlighted, self))

    def action_other(self) -> None:
        """Make the other choice for the highlighted person, where there is one."""
        if self._has_other and self.highlighted is not None:
            self.post_message(self.Other(self.highlighted, self))

    def row_clicked(self, row: int) -> None:
        """Choose the person under the mouse."""
        self.highlight_row(row)
        self.action_choose()

    def line_of(self, row: int) -> int:
        """The line a person is on, below the headings."""
        return self._lines.index(row)

    def first_line_of(self, row: int) -> int:
        """The heading's line for the first of a group."""
        line = self.line_of(row)
        return line - 1 if line and isinstance(self._lines[line - 1], str) else line

    def row_on(self, y: int) -> int | None:
        """The person on a line, None for a heading or below the list."""
        row = self._lines[y] if 0 <= y < len(self._lines) else None
        return row if isinstance(row, int) else None

    def line(self, y: int) -> list[Piece]:
        """A heading, or a person: letter, mark, name, detail and state."""
        place = self._lines[y]
        if isinstance(place, str):
            return [(fitted(place, self.room.width), HEADING)]
        row = self._rows[place]
        columns = self._columns.narrowed(self.room.width - BESIDE_LETTER).with_room_for(row)
        letter = self.LETTERS[place] if place < len(self.LETTERS) else ""
        return [
            (fitted(f"{POINTER if place == self._at else ' '} {letter}", BESIDE_LETTER), ""),
            (fitted(row.mark, columns.mark, gap=1), ""),
            (fitted(row.name, columns.name, gap=GAP), ""),
            (fitted(row.detail, columns.detail, gap=GAP), QUIET),
            (fitted(row.state, columns.state), ""),
        ]

    def _take(self, rows: Sequence[LetteredRow]) -> None:
        self._rows = tuple(rows)
        self._columns = _Columns.wanted_by(self._rows)
        self._lines: list[str | int] = []
        group = None
        for place, row in enumerate(self._rows):
            if row.group is not None and row.group != group:
                self._lines.append(row.group)
            group = row.group
            self._lines.append(place)

    def _is_letter(self, key: str) -> bool:
        return len(key) == 1 and key.lower() in self.LETTERS[: len(self._rows)]
