"""A list drawn line by line, with a highlight that keys and the mouse move."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.spacing import Piece

HIGHLIGHT = "drawn-list--highlight"
HEADING = "drawn-list--heading"
QUIET = "drawn-list--quiet"
POINTER = "›"
"""Stands before the highlighted row, so that it shows without colour too."""


def _key(key: str, action: str, description: str, tooltip: str) -> Binding:
    return Binding(key, action, description, show=False, tooltip=tooltip, id=f"list.{key}")


class DrawnList(ScrollView, can_focus=True, inherit_bindings=False):
    """What lists of people and families have in common.

    Only the lines in sight are drawn and a move redraws two of them, so the length of the list costs
    nothing. A list says how many rows it has, where each is drawn and what each line says.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "cursor_up", "Up", "The row above"),
        _key("down", "cursor_down", "Down", "The row below"),
        _key("pageup", "page_up", "Page up", "A screenful up"),
        _key("pagedown", "page_down", "Page down", "A screenful down"),
        _key("home", "first", "First", "The first row"),
        _key("end", "last", "Last", "The last row"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {HIGHLIGHT, HEADING, QUIET}
    DEFAULT_CSS = """
    DrawnList {
        width: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        color: $foreground;
        & > .drawn-list--heading { text-style: bold; }
        & > .drawn-list--quiet { color: $text-muted; }
        & > .drawn-list--highlight {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .drawn-list--highlight {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    _at = 0

    @property
    def row_count(self) -> int:
        """How many rows can be highlighted."""
        raise NotImplementedError

    @property
    def line_count(self) -> int:
        """How many lines the whole list has."""
        return self.row_count

    @property
    def room(self) -> Size:
        """Cells across and lines down beside the scroll bar."""
        return self.scrollable_content_region.size

    def line(self, y: int) -> list[Piece]:
        """What a line of the whole list says, counted from nought."""
        raise NotImplementedError

    def line_of(self, row: int) -> int:
        """The line a row is drawn on."""
        return row

    def first_line_of(self, row: int) -> int:
        """The first line that belongs in sight with a row: its own, or that of the heading right above it."""
        return self.line_of(row)

    def row_on(self, y: int) -> int | None:
        """The row drawn on a line, or None where there is no row."""
        return y if 0 <= y < self.row_count else None

    def highlight_moved(self) -> None:
        """Called when another row is highlighted."""

    def row_clicked(self, row: int) -> None:
        """Called when the mouse was clicked on a row."""
        raise NotImplementedError

    def highlight_row(self, row: int) -> None:
        """Highlight a row, or the nearest one there is, and scroll until it is in sight."""
        row = max(min(row, self.row_count - 1), 0)
        before, self._at = self._at, row
        if before == row or not self.row_count:
            return
        self.refresh_line(self.line_of(before))
        self.refresh_line(self.line_of(row))
        self.bring_into_view()
        self.highlight_moved()

    def bring_into_view(self) -> None:
        """Scroll no further than needed for the highlighted row to be in sight."""
        if not self.is_mounted or not self.row_count:
            return
        last, top, height = self.line_of(self._at), self.scroll_offset.y, self.room.height
        first = self.first_line_of(self._at) if height > 1 else last
        if height and not top <= first <= last < top + height:
            top = first if first < top else last - height + 1
            self.scroll_to(y=top, animate=False, force=True)
        if isinstance(self.parent, Widget):
            at = self.virtual_region
            lines = Region(at.x, at.y + first - top, 1, last - first + 1)
            self.parent.scroll_to_region(lines, animate=False, force=True)

    def action_cursor_up(self) -> None:
        """Highlight the row above."""
        self.highlight_row(self._at - 1)

    def action_cursor_down(self) -> None:
        """Highlight the row below."""
        self.highlight_row(self._at + 1)

    def action_page_up(self) -> None:
        """Highlight the row a screenful up."""
        self.highlight_row(self._at - max(self.room.height, 1))

    def action_page_down(self) -> None:
        """Highlight the row a screenful down."""
        self.highlight_row(self._at + max(self.room.height, 1))

    def action_first(self) -> None:
        """Highlight the first row."""
        self.highlight_row(0)

    def action_last(self) -> None:
        """Highlight the last row."""
        self.highlight_row(self.row_count - 1)

    def on_click(self, event: events.Click) -> None:
        """Find the row under the mouse."""
        offset = event.get_content_offset(self)
        row = None if offset is None else self.row_on(offset.y + self.scroll_offset.y)
        if row is not None:
            event.stop()
            self.row_clicked(row)

    def on_resize(self) -> None:
        """Keep the highlighted row in sight."""
        self.bring_into_view()

    def render_line(self, y: int) -> Strip:
        """One line of those in sight, in its colours."""
        y += self.scroll_offset.y
        if not 0 <= y < self.line_count:
            return Strip.blank(self.room.width, self.visual_style.rich_style)
        segments: list[Segment] = []
        highlighted = bool(self.row_count) and self.line_of(self._at) == y
        for words, look in self.line(y):
            looks = [HIGHLIGHT] if highlighted else [look] if look else []
            segments += words.render_segments(self.get_visual_style(*looks))
        ending = self.get_visual_style(*([HIGHLIGHT] if highlighted else []))
        return Strip(segments).adjust_cell_length(self.room.width, ending.rich_style)

    def lines_changed(self) -> None:
        """Make room for the lines there are now, and draw them all."""
        self.virtual_size = Size(1, self.line_count)
        self.bring_into_view()
        self.refresh()
