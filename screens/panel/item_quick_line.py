"""The quick line of one family's item at a panel: what is to be done, by whom and when."""

from __future__ import annotations

from typing import Final

from textual import on

from eymeeting.domain.sitting import Place
from screens.panel.item_asides import ItemAsides
from screens.panel.item_form import agreed
from screens.panel.item_rows import TO_DO
from screens.widgets.draft_input import DraftInput
from screens.widgets.quick_line_bar import QuickLineBar

QUICK_LINE: Final = "quick line"
ONLY_TO_DO: Final = "At a panel this line takes what is to be done. What somebody knows stands above."


class ItemQuickLine(ItemAsides):
    """Beside the rows there is one line for actions, reached from anywhere and left for the row before."""

    @property
    def bar(self) -> QuickLineBar:
        """The quick line."""
        return self.query_one(QuickLineBar)

    @property
    def place_now(self) -> Place:
        """Where the keyboard is: in a row, or in the quick line."""
        raise NotImplementedError

    def where(self, row: str) -> str:
        """The place of what is half typed in a row."""
        slot = self.recorder.desk.slot
        return f"{slot.family}/{slot.panel_item}/{row}"

    def action_quick_line(self) -> None:
        """Go to the quick line, or back from it."""
        if self.bar.has_the_keyboard:
            self.bar.action_leave()
        elif self.settle():
            self.bar.open()

    @on(QuickLineBar.Closed)
    def back_to_rows(self) -> None:
        """Go on to the row after the actions, or back to the row that the keyboard was at."""
        if self._rows.row.id == TO_DO:
            self._rows.action_go(1)
        else:
            self._rows.take_keyboard()

    def action_row(self, by: int) -> None:
        """From the quick line to the row above or below."""
        if self._rows.row.id == TO_DO:
            self._rows.action_go(by)
        else:
            self._rows.take_keyboard()

    @on(DraftInput.Typed, "#line")
    def keep_line(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed quick line."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place_now, event.edits)

    @on(QuickLineBar.Agreed)
    def agree(self, event: QuickLineBar.Agreed) -> None:
        """Keep an action."""
        event.stop()
        if event.line.says != "to_do":
            self.tell(ONLY_TO_DO)
            return
        if not self.recorder.flush():
            return
        changes = agreed(self.recorder.view, event.line)
        if self.recorder.did(*changes, clear_draft=self.where(QUICK_LINE)):
            self.bar.clear()
            if self._rows.row.id != TO_DO:
                self._rows.take_keyboard()
            self.tell(
                " · ".join(part for part in (f"Kept: {event.line.what}", event.line.understood) if part)
            )

    def tell(self, words: str) -> None:
        """Say something under the quick line, or while there is none under the row."""
        if self.bar.display:
            self.bar.tell(words)
        else:
            self._rows.say(words)
