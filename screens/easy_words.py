"""Short words for an easy read copy, typed or confirmed one after another."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from eymeeting.domain.meeting import EasyWords
from screens.family_recorder import FamilyRecorder
from screens.form_screen import FormScreen
from screens.forms.easy_words import EasyWordsForm
from screens.plain import plain
from screens.taken_back import taken_back
from screens.widgets.key_line import KeyLine
from screens.widgets.line_editor import LineEditor
from screens.widgets.row_form import RowForm
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

TAKEN_BACK: Final = "Taken back."


class EasyRows(RowForm):
    """Rows in which Enter confirms what stands there, also where nothing was typed."""

    @on(Input.Submitted)
    @on(LineEditor.Ended)
    def confirm(self) -> None:
        """Keep what stands, as it is; then the form goes to the next row."""
        if self.typed.strip() == self.row.value:
            self._keep(self.row.id, self.typed)

    def _arrive(self) -> None:
        """What stands is selected, unless it is half typed: what is typed takes its place."""
        super()._arrive()
        if not self._draft(self.row.id).text:
            self.query_one(LineEditor).select_all()


class EasyWordsScreen(FormScreen):
    """The texts of one adult's easy read copy, to be put into short words or confirmed."""

    def __init__(self, recorder: FamilyRecorder, reader: str) -> None:
        self._easy = EasyWordsForm(recorder.view.family.ref, reader)
        super().__init__(recorder, self._easy)

    def compose(self) -> ComposeResult:
        """Title with what is left, rows, status, keys."""
        view = self.recorder.view
        yield Static(plain(self._form.title(view)), id="title")
        yield EasyRows(
            self._form.rows(view),
            keep=self._keep,
            draft=lambda row: self.recorder.draft(self._where(row)),
            mean=self._mean,
        )
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def action_undo(self) -> None:
        """Take back the last thing done; of words it is said no more than that they are taken back."""
        undone = self.recorder.undo()
        if undone and all(isinstance(each.entry, EasyWords) for each in undone):
            self.tell(TAKEN_BACK)
        elif undone is not None:
            self.tell(taken_back(undone, self.recorder.view))

    def _mean(self, row: str, typed: str) -> str:
        return self._easy.told_of(self.recorder.view, row, typed)
