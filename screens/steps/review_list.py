"""The list of a review: the actions it asks about, and below them what the family wanted."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.plain import plain
from screens.steps.review_rows import WANTED, ReviewRows
from screens.widgets.option_rows import OptionRows


class AskedList(OptionRows):
    """One row under the cursor, told at length. ``half_typed`` says whether a line of an action waits."""

    DEFAULT_CSS = """
    AskedList { height: 1fr; min-height: 3; border: none; padding: 0; background: transparent; }
    """

    def __init__(self, rows: ReviewRows, half_typed: Callable[[str], bool]) -> None:
        super().__init__(id="asked", compact=True)
        self._rows = rows
        self._half_typed = half_typed
        self._pointed: str | None = None
        self._drawn: dict[str, Content] = {}

    @property
    def here(self) -> str | None:
        """The row under the cursor."""
        option = self.highlighted_option
        return None if option is None else option.id

    def draw(self, rows: ReviewRows, row: str | None) -> None:
        """Draw the rows as they stand, with the cursor at one of them."""
        is_as_before = bool(self._drawn) and rows.ids == self._rows.ids
        self._rows = rows
        if is_as_before and row is not None:
            self.go_to(row)
            for each in rows.ids:
                self.redraw(each)
            return
        self._pointed = row
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options([self._option(f"action:{each.action.id}") for each in rows.asked])
            if rows.wanted:
                heading = Option(
                    plain(f"\n{WANTED}" if rows.asked else WANTED).stylize("bold"), disabled=True
                )
                wanted = (self._option(f"wanted:{each.id}") for each in rows.wanted)
                self.add_options([heading, *wanted])
            if row is not None:
                self.highlighted = self.get_option_index(row)

    def go_to(self, row: str) -> None:
        """Put the cursor at a row, and draw anew no other than the one it leaves and this one."""
        before, self._pointed = self._pointed, row
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = self.get_option_index(row)
        for each in (before, row):
            if each is not None and each in self._rows.ids:
                self.redraw(each)
        self.call_after_refresh(self.scroll_to_highlight)

    def redraw(self, row: str) -> None:
        """Draw one row anew, where it says something else than it did."""
        shown = self._shown(row)
        if not shown.is_same(self._drawn[row]):
            self._drawn[row] = shown
            self.replace_option_prompt(row, shown)

    def point(self) -> bool:
        """Tell the row under the cursor at length, and no other. Whether the cursor has moved."""
        before, self._pointed = self._pointed, self.here
        if before == self._pointed:
            return False
        for each in (before, self._pointed):
            if each is not None and each in self._rows.ids:
                self.redraw(each)
        self.call_after_refresh(self.scroll_to_highlight)
        return True

    def _option(self, row: str) -> Option:
        self._drawn[row] = shown = self._shown(row)
        return Option(shown, id=row)

    def _shown(self, row: str) -> Content:
        kind, _, action = row.partition(":")
        half_typed = kind == "action" and self._half_typed(action)
        return self._rows.shown(row, here=row == self._pointed, half_typed=half_typed)
