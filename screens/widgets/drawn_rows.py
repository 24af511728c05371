"""The rows of a form that the keyboard is not at, and the choices of the one it is at: drawn, and clicked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from screens.forms.form import FormRow
from screens.widgets.spacing import fitted

LABEL: Final = 26
"""Cells for a label and the gap after it."""

NOT_SHOWN: Final = "not shown"
"""What stands in place of what is kept from somebody."""

_BETWEEN: Final = 3


class DrawnRows(Widget):
    """Rows that are only read. A click goes to one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    DrawnRows { height: auto; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        row: str

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: tuple[FormRow, ...] = ()
        self._half_typed: Mapping[str, str] = {}
        self._covered: frozenset[str] = frozenset()

    def put(self, rows: Sequence[FormRow], half_typed: Mapping[str, str], covered: frozenset[str]) -> None:
        """Draw these rows, those that are half typed with their words so far, the covered ones without any."""
        if (tuple(rows), half_typed, covered) != (self._rows, self._half_typed, self._covered):
            self._rows, self._half_typed, self._covered = tuple(rows), half_typed, covered
            self.refresh(layout=True)

    def render(self) -> Content:
        """A line a row, and a heading before each part."""
        room = max(self.content_size.width - LABEL, 8)
        lines: list[Content] = []
        for row in self._rows:
            if row.heading is not None:
                lines.append(Content.assemble((row.heading, "bold")))
            words = fitted(" ".join(self._words(row).split()), room)
            lines.append(Content.assemble((f"  {row.label}".ljust(LABEL), "dim"), words))
        return Content("\n").join(lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """A line a row and a heading."""
        return len(self._lines())

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked."""
        at = event.get_content_offset(self)
        lines = self._lines()
        if at is not None and at.y < len(lines):
            self.post_message(self.Clicked(lines[at.y]))

    def _words(self, row: FormRow) -> str:
        if row.id in self._covered:
            return NOT_SHOWN
        half = self._half_typed.get(row.id)
        if half is not None:
            return f"{half} (half typed)"
        return f"{row.shown} · {row.note}" if row.note else row.shown

    def _lines(self) -> list[str]:
        return [row.id for row in self._rows for _ in range(1 if row.heading is None else 2)]


class ChoiceLines(Widget):
    """The choices of a row with their letters, a tick before each that is chosen. A click chooses."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ChoiceLines { height: auto; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        """A choice was clicked."""

        choice: str

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._row: FormRow | None = None

    def put(self, row: FormRow) -> None:
        """Draw this row's choices."""
        self._row = row
        self.refresh(layout=True)

    def render(self) -> Content:
        """As many beside each other as there is room for."""
        lines = self._lines(self.content_size.width)
        return Content("\n").join(
            Content(" " * _BETWEEN).join(
                Content.assemble((letter, "bold"), words) for letter, words, _ in line
            )
            for line in lines
        )

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes."""
        return len(self._lines(width))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        at = event.get_content_offset(self)
        lines = self._lines(self.content_size.width)
        if at is None or at.y >= len(lines):
            return
        left = 0
        for _, words, choice in lines[at.y]:
            right = left + 1 + cell_len(words)
            if left <= at.x < right:
                self.post_message(self.Clicked(choice))
            left = right + _BETWEEN

    def _lines(self, room: int) -> list[list[tuple[str, str, str]]]:
        """Each line's letters, words and ids."""
        lines: list[list[tuple[str, str, str]]] = []
        used = room
        row = self._row
        for letter, choice in zip(ascii_lowercase, () if row is None else row.choices, strict=False):
            words = f" {'✓' if row is not None and choice.id in row.chosen else ' '}{choice.words}"
            wide = 1 + cell_len(words) + _BETWEEN
            if used + wide - _BETWEEN > room:
                lines.append([])
                used = 0
            used += wide
            lines[-1].append((letter, words, choice.id))
        return lines
