"""The families on Home, however many there are, under headings where there are several lists of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from screens.plain import plain
from screens.widgets.drawn_list import HEADING, POINTER, QUIET, DrawnList
from screens.widgets.sections import FamilyRow, Layout, Section
from screens.widgets.spacing import Piece, fitted

__all__ = ["FamilyList", "FamilyRow", "Section"]

WIDEST_NAME = 40


class FamilyList(DrawnList):
    """Families one to a line, under headings that cannot be chosen.

    The rows are read only as they are drawn, so a sequence that fetches them as they are asked for will do.
    A search field above can keep the focus and call ``action_cursor_down``, ``action_open`` and the like.
    """

    HELP = """\
    ### Families

    **Up** and **down** choose a family, **Enter** opens it. With the mouse, click twice.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", tooltip="Open this family", id="families.open"),
    ]
    DEFAULT_CSS = """
    FamilyList { height: 1fr; }
    """

    @dataclass
    class Opened(Message):
        """A family was chosen."""

        ref: str
        families: FamilyList

        @property
        def control(self) -> FamilyList:
            """The list it was chosen from."""
            return self.families

    @dataclass
    class Highlighted(Message):
        """Another family is highlighted."""

        ref: str
        families: FamilyList

        @property
        def control(self) -> FamilyList:
            """The list it is in."""
            return self.families

    def __init__(
        self,
        rows: Sequence[FamilyRow] = (),
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._empty = empty
        self._clicked: int | None = None
        self._whole: set[str] = set()
        self._sections: Sequence[Section] = [Section("", rows)]
        self._layout = Layout(self._sections)

    @property
    def row(self) -> FamilyRow | None:
        """The highlighted family; None while nobody is listed, or the row for the others is highlighted."""
        if not self.row_count:
            return None
        part, place = self._layout.part_of(self._at)
        return part.family(place)

    @property
    def highlighted(self) -> str | None:
        """The reference of the highlighted family."""
        return None if self.row is None else self.row.ref

    @property
    def row_count(self) -> int:
        """How many rows can be highlighted."""
        return self._layout.rows

    @property
    def line_count(self) -> int:
        """A line for each row and heading, or those of the sentence that says there is nobody."""
        return self._layout.lines or len(self._sentence())

    def on_mount(self) -> None:
        """Make room for the families given at first."""
        self.lines_changed()

    def on_resize(self) -> None:
        """Wrap the sentence anew, or keep the highlighted family in sight."""
        self.lines_changed()

    def show(self, rows: Sequence[FamilyRow], empty: str | None = None) -> None:
        """Show other families, without a heading.

        The highlight stays where it was when the same family is still on that line; otherwise it goes to the
        first one.
        """
        self.show_sections([Section("", rows)], empty)

    def show_sections(self, sections: Sequence[Section], empty: str | None = None) -> None:
        """Show other lists. The highlight stays with its family under the same heading, if it is there."""
        before = self.row
        part, place = self._layout.part_of(self._at)
        self._empty = self._empty if empty is None else empty
        self._clicked = None
        self._sections, self._layout = sections, Layout(sections, self._whole)
        self._at = 0 if before is None else self._layout.row_with(before.ref, part.section.heading, place)
        self.lines_changed()
        if self.highlighted != (None if before is None else before.ref):
            self.highlight_moved()

    def line_of(self, row: int) -> int:
        """The line a row is drawn on."""
        return self._layout.line_of(row)

    def first_line_of(self, row: int) -> int:
        """The row's own line, or that of the heading right above it."""
        part, place = self._layout.part_of(row)
        return self.line_of(row) - (part.headings if place == 0 else 0)

    def row_on(self, y: int) -> int | None:
        """The row drawn on a line; none on a heading."""
        return self._layout.row_on(y)

    def line(self, y: int) -> list[Piece]:
        """A heading, or the family's name and what there is to know about it."""
        if not self.row_count:
            return [(plain(self._sentence()[y]), QUIET)]
        row = self.row_on(y)
        if row is None:
            heading = self._layout.part_at(y).section.heading
            return [(fitted(heading, self.room.width), HEADING)]
        part, place = self._layout.part_of(row)
        width = self.room.width - 2
        pointer = (fitted(POINTER if row == self._at else "", 2), "")
        family = part.family(place)
        if family is None:
            return [pointer, (fitted(f"… {part.more} more. Enter shows them.", width), QUIET)]
        name = min(WIDEST_NAME, width * 2 // 5) if family.detail else width
        return [
            pointer,
            (fitted(family.name, name, gap=2 if family.detail else 0), ""),
            (fitted(family.detail, width - name), QUIET),
        ]

    def highlight_moved(self) -> None:
        """Say which family is highlighted now."""
        if self.highlighted is not None:
            self.post_message(self.Highlighted(self.highlighted, self))

    def row_clicked(self, row: int) -> None:
        """Highlight the family; a second click on it opens it."""
        again, self._clicked = self._clicked == row == self._at, row
        self.highlight_row(row)
        if again or self.row is None:
            self.action_open()

    def action_open(self) -> None:
        """Open the highlighted family, or show the rest of its list."""
        if self.highlighted is not None:
            self.post_message(self.Opened(self.highlighted, self))
        else:
            self.show_more()

    def show_more(self) -> None:
        """Show the rest of the list whose last row is highlighted."""
        if self.row_count:
            part, _ = self._layout.part_of(self._at)
            self._whole.add(part.section.heading)
            self._layout = Layout(self._sections, self._whole)
            self.lines_changed()
            self.highlight_moved()

    def _sentence(self) -> list[str]:
        return [line.plain for line in plain(self._empty).wrap(max(self.room.width, 1))]
