"""One family's item at a panel: one screen, worked from top to bottom, with nothing of any other family on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from eymeeting.domain.panel_agenda import running
from eymeeting.domain.panel_meeting import PANEL_STEP
from eymeeting.domain.sitting import Draft, Place
from screens.forms.form import Reading
from screens.help import HelpScreen
from screens.panel.desk import PanelDesk, PanelRecorder, PanelView
from screens.panel.gate_rows import OUTSIDE, STAYS, STEP_OUT, outside_by_row
from screens.panel.item_form import choose_in_row, read_row
from screens.panel.item_keys import ITEM_HELP, ITEM_KEYS
from screens.panel.item_quick_line import QUICK_LINE, ItemQuickLine
from screens.panel.item_rows import TO_DO, item_rows
from screens.plain import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.quick_line_bar import QuickLineBar
from screens.widgets.row_form import RowForm
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

TICK: Final = 15.0
"""Seconds between looks at the clock."""

NEXT: Final = "next"
"""What the screen gives back when the family's turn is over, and the next one's comes."""

FIRST_BELOW: Final = "why_now"
THE_LAST_THING: Final = (OUTSIDE, STAYS, "went_on_because")
"""Rows at which the gate may open; from there the keyboard goes on below it."""


class ItemScreen(ItemQuickLine):
    """One family. Gives back ``NEXT`` when its turn is over, or nothing when it waits."""

    CSS_PATH = "item.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = ITEM_KEYS

    def __init__(self, desk: PanelDesk, notice: str = "") -> None:
        super().__init__()
        self.recorder: PanelRecorder = PanelRecorder(self, desk)
        self._start = desk.place
        self._notice = notice
        self._staying: frozenset[str] = frozenset()
        self._stop_listening: Callable[[], None] | None = None
        self._is_left = False
        self._was_open = desk.view.is_open

    def compose(self) -> ComposeResult:
        """Title, the order by reference where there is room, rows, quick line, status, keys."""
        view = self.recorder.view
        yield Static(id="title")
        with Horizontal(id="middle"):
            yield Static(id="order")
            yield RowForm(
                item_rows(view),
                keep=self._keep,
                draft=lambda row: self.recorder.draft(self.where(row)),
                mean=lambda row, typed: self._said(read_row(self.recorder.view, row, typed)),
                start=TO_DO if self._start.field == QUICK_LINE else self._start.field,
            )
        yield QuickLineBar(
            view.as_meeting,
            self.recorder.draft(self.where(QUICK_LINE)),
            self.where(QUICK_LINE),
            lambda: None,
        )
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """The turn begins: the clock runs, and the keyboard is at the first row, or where it was."""
        self._stop_listening = self.recorder.listen(self._show, self.say_saved, self.say_rescued)
        self.recorder.begin()
        self.say_saved(None)
        self._draw_frame()
        self.set_interval(TICK, self._look_at_clock)
        self._rows.take_keyboard()
        if self._start.field == QUICK_LINE:
            self.action_quick_line()
        if self._notice:
            self.call_after_refresh(self.tell, self._notice)

    def on_unmount(self) -> None:
        """Nobody listens here any more."""
        if self._stop_listening is not None:
            self._stop_listening()

    @property
    def place_now(self) -> Place:
        """Where the keyboard is: in a row, or in the quick line."""
        if self.bar.has_the_keyboard:
            return Place(step=PANEL_STEP, field=QUICK_LINE, cursor=self.bar.field.cursor_position)
        return Place(step=PANEL_STEP, field=self._rows.row.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Below the gate nothing is offered before it is open."""
        if not any(isinstance(each, QuickLineBar) for each in self.children):
            return False
        if action == "show_kept":
            return self._rows.shows_kept is not None
        if action in ("quick_line", "becomes", "for_whom", "unwrite", "not_for"):
            return self.recorder.view.is_open
        return action != "row" or self.bar.has_the_keyboard

    @on(RowForm.At)
    def arrive(self, event: RowForm.At) -> None:
        """Remember the row; at the actions, type in the quick line."""
        event.stop()
        self.recorder.at(self.place_now)
        if event.row == TO_DO and not self.bar.has_the_keyboard:
            self.bar.open()

    @on(RowForm.Typed)
    def keep_half_typed(self, event: RowForm.Typed) -> None:
        """Keep what is half typed."""
        event.stop()
        place = Place(step=PANEL_STEP, field=event.row, cursor=event.draft.cursor)
        self.recorder.drafted(self.where(event.row), event.draft, place, event.edits)

    @on(RowForm.Chose)
    def choose(self, event: RowForm.Chose) -> None:
        """Keep a choice, and go on to the next row; where several may be chosen, stay."""
        event.stop()
        if event.row.startswith(OUTSIDE):
            self._settle(event.row, event.choice)
        else:
            reading = choose_in_row(self.recorder.view, event.row, event.choice)
            if not self._carry_out(reading, None):
                return
        row = self._rows.row
        if row.id == event.row and event.choice in row.chosen and not row.several:
            self._rows.action_go(1)

    def _settle(self, row: str, choice: str) -> None:
        view = self.recorder.view
        name = view.called(outside_by_row(view, row))
        is_out = name in view.stepped_out
        self._staying = self._staying - {name} if choice == STEP_OUT else self._staying | {name}
        if is_out or choice == STEP_OUT:
            self.recorder.step_out(name)
        else:
            self._show()
        view = self.recorder.view
        if view.table and view.keyboard not in [each.worker.id for each in view.table]:
            self.action_hand_over()

    def action_next(self) -> None:
        """The family's turn is over: everything of it is put away, and the next one's comes."""
        self._close(is_over=True)

    def action_back(self) -> None:
        """Back to the order; this family's turn goes on later."""
        self._close(is_over=False)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(ITEM_HELP, self))

    def leave(self) -> bool:
        """Stand up from the keyboard; the family's turn goes on later. Whether everything is on disk."""
        return self.settle() and self.recorder.close(is_over=False)

    def _close(self, *, is_over: bool) -> None:
        if not self._is_left and self.settle() and self.recorder.close(is_over=is_over):
            self._is_left = True
            self.app.clear_notifications()
            self.dismiss(NEXT if is_over else "")

    def _said(self, reading: Reading) -> str:
        return reading.problem or reading.understood

    def _keep(self, row: str, typed: str) -> bool:
        reading = read_row(self.recorder.view, row, typed)
        if reading.problem:
            self._rows.say(reading.problem)
            return False
        if reading.changes:
            return self._carry_out(reading, self.where(row))
        self.recorder.drafted(self.where(row), Draft(text="", cursor=0), self.place_now, 0)
        return self.recorder.flush()

    def _carry_out(self, reading: Reading, clear_draft: str | None) -> bool:
        return not reading.changes or self.recorder.did(*reading.changes, clear_draft=clear_draft)

    def _show(self) -> None:
        view = self.recorder.view
        self._rows.show(item_rows(view, staying=self._staying))
        self.bar.show(view.as_meeting)
        if view.is_open and not self._was_open and self._rows.row.id.startswith(THE_LAST_THING):
            self.call_next(self._rows.go_to_row, FIRST_BELOW)
        self._was_open = view.is_open
        self._draw_frame()
        self.refresh_bindings()

    def _draw_frame(self) -> None:
        view = self.recorder.view
        typist = next(
            (each.seat.name for each in view.everybody if each.worker.id == view.keyboard), "somebody"
        )
        title = f"{view.family.details.called} · {view.panel.name} · {typist} is typing"
        self.query_one("#title", Static).update(plain(title), layout=False)
        self.query_one("#order", Static).update(plain(order_by_reference(view)))
        self.bar.display = view.is_open
        self._draw_clock()

    def _draw_clock(self) -> None:
        view = self.recorder.view
        stands = running(
            view.panel, view.now, family=view.family.ref, seconds_here=self.recorder.seconds_here()
        )
        self.query_one(StatusLine).show_time(stands.words, stands.brief)

    def _look_at_clock(self) -> None:
        if self.is_current:
            self.recorder.spend()
            self._draw_clock()


def order_by_reference(view: PanelView) -> str:
    """The order with a tick at each that is over; other families by their reference alone."""
    lines = []
    for number, slot in enumerate(view.panel.slots, start=1):
        mark = "›" if slot.family == view.slot.family else "✓" if slot.is_over else " "
        lines.append(f"{mark} {number:>2}  {slot.family}")
    return "\n".join(lines)
