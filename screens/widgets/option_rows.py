"""A list of several lines a row."""

from __future__ import annotations

from textual.widgets import OptionList


class OptionRows(OptionList):
    """A page key that comes before the list is laid out does nothing: there is no page yet."""

    def action_page_up(self) -> None:
        """Highlight the row a screenful up."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Highlight the row a screenful down."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
