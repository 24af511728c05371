"""What can be done with what somebody knows: for whom it is, from whom it is kept, and that it is not written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.actions import SkipAction

from eymeeting.domain.entry import Entry
from eymeeting.domain.panel import Known
from eymeeting.domain.panel_known import (
    EVERYONE,
    THE_CHAIR,
    kept_about_harm,
    meant_for,
    named_in,
    taken_back,
)
from eymeeting.domain.problems import Problem
from screens.at_a_family import AtAFamily
from screens.not_for import NotForScreen
from screens.panel.desk import PanelRecorder
from screens.panel.item_rows import known_rows
from screens.picker import Picker
from screens.widgets.row_form import RowForm

NOTHING_KNOWN: Final = "Go to what somebody knows first, then press this key."
GONE: Final = "Off the screen and every paper. F8 brings it back. About harm? Ctrl+Y again."
KEPT_ABOUT_HARM: Final = (
    "It is off the screen and every other paper. The record of whoever brings them keeps it."
)
KEPT: Final = "That is noted: who reads it, and who does not. F8 takes it back."


class KnownAsides(AtAFamily[str]):
    """For whom what is known is; it is also taken back here."""

    recorder: PanelRecorder
    _gone: tuple[Known, int] | None = None
    """What was just taken back, and how much had been done by then."""

    @property
    def _rows(self) -> RowForm:
        return self.query_one(RowForm)

    def settle(self) -> bool:
        """Keep what stands in the field. Whether everything is on disk."""
        self._rows.leave_row()
        return self.recorder.flush()

    def action_for_whom(self) -> None:
        """Ask who may have what somebody knows."""
        known = self._known_here()
        if known is None:
            return
        view, named = self.recorder.view, named_in(known)
        people = [(each.worker.id, each.seat.name) for each in view.table if each.worker.id != known.by]
        choices = [
            (EVERYONE, "Everyone at the table, and the family", ""),
            (THE_CHAIR, "Whoever brings the family, and their own service", ""),
            *((who, f"{name} by name", "✓" if who in named else "") for who, name in people),
        ]

        def mark(whom: str) -> None:
            self.recorder.did(self.recorder.view.change(known, meant_for(known, whom)))

        self._pick("Who may have this?", choices, mark)

    def action_not_for(self) -> None:
        """Ask from whom what is known is kept. What is marked in a field goes as it does everywhere."""
        if getattr(self.focused, "selected_text", ""):
            raise SkipAction
        known = self._known_here()
        if known is None:
            return

        def keep(after: Entry | None) -> None:
            if after is not None and self.recorder.did(self.recorder.view.change(known, after)):
                self.tell(KEPT)

        self.app.push_screen(NotForScreen(self.recorder.view, known), keep)

    def action_unwrite(self) -> None:
        """“Please don't write that”: the words go at once. The same key again keeps them, for they are about harm."""
        if not self.settle():
            return
        family, done = self.recorder.view.family, self.recorder.desk.saved
        if self._gone is not None and self._gone[1] == done:
            kept, self._gone = kept_about_harm(family, self._gone[0]), None
            if self.recorder.unwrote(kept):
                self.tell(KEPT_ABOUT_HARM)
            return
        known = self._known_here()
        if known is not None and self.recorder.unwrote(taken_back(family, known)):
            self._gone = known, self.recorder.desk.saved
            self.tell(GONE)

    def action_show_kept(self) -> None:
        """Show what is not for everyone, or cover it again."""
        self._rows.show_kept(not self._rows.shows_kept)

    def say_saved(self, problem: Problem | None) -> None:
        """Say whether everything is on disk; once more is done, the words taken back are spoken of no more."""
        super().say_saved(problem)
        if self._gone is not None and self._gone[1] != self.recorder.desk.saved:
            self._gone = None
            self.tell("")

    def _known_here(self) -> Known | None:
        """What stands in the row that the keyboard is at; where nobody's words are, it is said."""
        self._rows.leave_row()
        known = known_rows(self.recorder.view).get(self._rows.row.id, (None, None))[1]
        if known is None:
            self.tell(NOTHING_KNOWN)
        return known

    def _pick(self, title: str, choices: Sequence[tuple[str, str, str]], then: Callable[[str], None]) -> None:
        def picked(choice: str | None) -> None:
            if choice:
                then(choice)

        if self.settle():
            self.app.push_screen(Picker(title, choices), picked)
