"""The families on Home, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from screens.plain import plain
from screens.widgets.drawn_list import POINTER, QUIET, DrawnList
from screens.widgets.spacing import Piece, fitted

WIDEST_NAME = 40


@dataclass(frozen=True)
class FamilyRow:
    """A family in the list. ``ref`` comes back in the messages and is not drawn."""

    ref: str
    name: str
    detail: str = ""


class FamilyList(DrawnList):
    """Families one to a line.

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
        self._families = rows
        self._empty = empty
        self._clicked: str | None = None

    @property
    def highlighted(self) -> str | None:
        """The reference of the highlighted family, None while the list is empty."""
        return self._families[self._at].ref if self.row_count else None

    @property
    def row_count(self) -> int:
        """How many families there are."""
        return len(self._families)

    @property
    def line_count(self) -> int:
        """A line for each family, or those of the sentence that says there are none."""
        return self.row_count or len(self._sentence())

    def on_mount(self) -> None:
        """Make room for the families given at first."""
        self.lines_changed()

    def on_resize(self) -> None:
        """Wrap the sentence anew, or keep the highlighted family in sight."""
        self.lines_changed()

    def show(self, rows: Sequence[FamilyRow]) -> None:
        """Show other families.

        The highlight stays where it was when the same family is still on that line; otherwise it goes to the
        first one.
        """
        before = self.highlighted
        self._families = rows
        self._clicked = None
        if self._at >= len(rows) or rows[self._at].ref != before:
            self._at = 0
        self.lines_changed()
        if self.highlighted != before:
            self.highlight_moved()

    def line(self, y: int) -> list[Piece]:
        """The family's name, then what there is to know about it."""
        if not self.row_count:
            return [(plain(self._sentence()[y]), QUIET)]
        family = self._families[y]
        width = self.room.width - 2
        name = min(WIDEST_NAME, width // 2) if family.detail else width
        return [
            (fitted(POINTER if y == self._at else "", 2), ""),
            (fitted(family.name, name, gap=2 if family.detail else 0), ""),
            (fitted(family.detail, width - name), QUIET),
        ]

    def highlight_moved(self) -> None:
        """Say which family is highlighted now."""
        if self.highlighted is not None:
            self.post_message(self.Highlighted(self.highlighted, self))

    def row_clicked(self, row: int) -> None:
        """Highlight the family; a second click on it opens it."""
        ref = self._families[row].ref
        again, self._clicked = self._clicked == ref == self.highlighted, ref
        self.highlight_row(row)
        if again:
            self.action_open()

    def action_open(self) -> None:
        """Open the highlighted family, if there is one."""
        if self.highlighted is not None:
            self.post_message(self.Opened(self.highlighted, self))

    def _sentence(self) -> list[str]:
        return [line.plain for line in plain(self._empty).wrap(max(self.room.width, 1))]
