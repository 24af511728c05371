"""A panel's day and place, who sits at its table, and who is in the chair."""

from __future__ import annotations

from collections.abc import Iterable
from string import digits
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.colleagues import in_a_line
from eymeeting.domain.dates import spoken
from eymeeting.domain.panel_agenda import is_same_seat, seat_of
from eymeeting.domain.panel_meeting import PanelMeeting, Seat
from eymeeting.domain.problems import Problem
from eymeeting.domain.settings import Colleague
from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import clean_line
from screens.everywhere import HELP_KEYS
from screens.forms.form import Choice, FormRow
from screens.keeper import Keeper
from screens.panel.table_reading import CHOSEN, READ, SOMEBODY, Read, seat_id
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.widgets.draft_input import DraftInput, too_long
from screens.widgets.key_line import KeyLine
from screens.widgets.line_editor import LineEditor
from screens.widgets.row_form import RowForm
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

_LETTERS: Final = 26


class TableScreen(Screen[None]):
    """Rows to fill in. Everything is kept as it is left."""

    CSS_PATH = "table.tcss"
    AUTO_FOCUS = ""
    HELP = """\
    The panel's day, its time and place, and who sits there. A **letter** puts a colleague at the table, or takes
    them off it; somebody else is typed: *name, job, service*. Whoever is **not here today** has no tick.
    Everything is kept; **F10** goes on to the families.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "f10,ctrl+g",
            "back",
            "To the families",
            priority=True,
            tooltip="Back; everything is kept",
            id="back",
        ),
        Binding(
            "escape",
            "back",
            "Back",
            show=False,
            priority=True,
            tooltip="Back; everything is kept",
            id="back.escape",
        ),
    ]

    def __init__(self, around: Surroundings, panel: PanelMeeting) -> None:
        super().__init__()
        self._around = around
        self._panel = panel
        self._colleagues = around.store.colleagues()
        self._keeper = Keeper(self, self._say_saved, around.rescue)
        self._saved = 0
        self._saved_at = around.clock.now()

    def compose(self) -> ComposeResult:
        """Title, rows, status, keys."""
        yield Static(plain(self._panel.name), id="title")
        yield RowForm(
            self._rows(),
            keep=self._keep,
            draft=lambda row: self._around.store.draft(self._where(row)),
            mean=self._mean,
            start=self._somebody if self._panel.seats or not self._colleagues else "seats",
        )
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Take the keyboard."""
        self._say_saved(None)
        self._form.take_keyboard()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing is left before the rows are there."""
        return bool(self.query(RowForm))

    @property
    def _form(self) -> RowForm:
        return self.query_one(RowForm)

    @on(RowForm.Typed)
    def keep_half_typed(self, event: RowForm.Typed) -> None:
        """Keep what is half typed."""
        event.stop()
        where, draft = self._where(event.row), event.draft
        self._keeper.typed(where, event.edits, draft.text, lambda count: self._put_draft(where, draft, count))

    @on(RowForm.Chose)
    def choose(self, event: RowForm.Chose) -> None:
        """Keep a choice."""
        event.stop()
        self._take_up(CHOSEN[event.row](self._panel, self._seats(), event.choice))

    @on(LineEditor.TooLong)
    @on(DraftInput.TooLong)
    def refuse_paste(self, event: LineEditor.TooLong | DraftInput.TooLong) -> None:
        """Say that a paste was too long; nothing of it was taken."""
        event.stop()
        self._form.say(too_long(event.length))

    def action_back(self) -> None:
        """Back to the families. What cannot be kept stays half typed."""
        if self.leave():
            self.dismiss()

    def leave(self) -> bool:
        """Keep what stands in the field. Whether everything is on disk."""
        self._form.leave_row()
        return self._keeper.flush()

    def tell(self, words: str) -> None:
        """Say something under the field."""
        self._form.say(words)

    @property
    def _somebody(self) -> str:
        """The row for somebody new, another one each time."""
        return f"{SOMEBODY}{len(self._panel.seats)}"

    def _where(self, row: str) -> str:
        return f"panel/{self._panel.id}/{row}"

    def _seats(self) -> tuple[Seat, ...]:
        """Colleagues who may be put at the table by a letter, and whoever sits there besides."""
        known = [seat_of(each) for each in self._colleagues]
        others = [each for each in self._panel.seats if not any(is_same_seat(each, seat) for seat in known)]
        return (*others, *known)[:_LETTERS]

    def _rows(self) -> tuple[FormRow, ...]:
        panel, seats = self._panel, self._seats()
        there = tuple(seat_id(each) for each in panel.seats)
        rows = [
            FormRow(id="on", label="On", value=spoken(panel.on), hint="today, fri"),
            FormRow(id="start", label="Begins at", value=panel.start, hint="9:30"),
            FormRow(id="venue", label="Where", value=panel.venue),
        ]
        rows.append(
            FormRow(
                id=self._somebody,
                label="Who sits here",
                hint="name, job, service",
                suggestions=tuple(in_a_line(each) for each in self._new(self._colleagues)),
            )
        )
        if seats:
            words = tuple(Choice(id=seat_id(each), words=each.name) for each in seats)
            rows.append(FormRow(id="seats", label="At the table", choices=words, chosen=there, several=True))
        if panel.seats:
            words = tuple(Choice(id=seat_id(each), words=each.name) for each in panel.seats)
            here = tuple(seat_id(each) for each in panel.seats if each.is_here)
            chair = tuple(seat_id(each) for each in panel.seats if each.is_chair)
            rows.append(FormRow(id="chair", label="In the chair", choices=words, chosen=chair))
            rows.append(FormRow(id="here", label="Here today", choices=words, chosen=here, several=True))
        return tuple(rows)

    def _new(self, colleagues: Iterable[Colleague]) -> list[Colleague]:
        there = self._panel.seats
        return [each for each in colleagues if not any(is_same_seat(seat_of(each), seat) for seat in there)]

    def _read(self, row: str, typed: str) -> Read:
        return READ[row.rstrip(digits)](self._panel, clean_line(typed).strip(), self._around.clock.today())

    def _mean(self, row: str, typed: str) -> str:
        read = self._read(row, typed)
        return read.problem or read.understood

    def _keep(self, row: str, typed: str) -> bool:
        read = self._read(row, typed)
        if not self._take_up(read):
            return False
        where = self._where(row)
        self._keeper.typed(where, 0, "", lambda _: self._put_draft(where, Draft(text="", cursor=0), 0))
        if row.startswith(SOMEBODY) and read.panel is not None:
            self.call_next(self._form.go_to_row, self._somebody)
        return self._keeper.flush_typed()

    def _take_up(self, read: Read) -> bool:
        if read.problem:
            self._form.say(read.problem)
            return False
        if read.panel is None or read.panel == self._panel:
            return True
        try:
            self._around.store.keep_panel(read.panel)
        except Problem as problem:
            self._say_saved(problem)
            return False
        self._panel = read.panel
        self._counted(1)
        self._form.show(self._rows())
        return True

    def _put_draft(self, where: str, draft: Draft, edits: int) -> None:
        self._around.store.keep_draft(where, draft)
        self._counted(edits)

    def _counted(self, edits: int) -> None:
        self._saved += edits
        self._saved_at = self._around.clock.now()
        self._say_saved(None)

    def _say_saved(self, problem: Problem | None) -> None:
        mark = self.query_one(StatusLine)
        mark.show_mark(problem, self._saved_at, self._saved, is_waiting=self._keeper.is_waiting)
