"""What we said we would do: every action that was open before, asked one by one."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import OptionList, Static

from eymeeting.domain.actions import ActionStatus
from eymeeting.domain.entry import Entry
from eymeeting.domain.reviewing import Asked, answer_at, ticked, told
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.plain import plain
from screens.steps.review_field import ReviewField
from screens.steps.review_keys import REVIEW_KEYS
from screens.steps.review_list import AskedList
from screens.steps.review_rows import ReviewRows
from screens.steps.step import Step, TakesDown
from screens.widgets.draft_input import DraftInput

_LINE: Final = "line"
_QUESTIONS: Final[dict[ActionStatus, str]] = {
    "part_done": "What is done, and what is left?",
    "not_done": "Why not, if they want to say?",
    "no_longer_needed": "Why is it no longer needed, if they want to say?",
    "handed_on": "Who has it now?",
}
"""The answers after which a line opens, with what it asks."""
_MORE: Final = "What would they like to say?"
_KEYS: Final = "D done  P part done  N not done  X no longer needed  H handed on  Enter say more"
_KEYS_WANTED: Final = "T it has come true, or not yet"
_AWAY: Final = "Esc goes back to the actions."
_NOT_HERE: Final = "That was told at the meeting before. A new answer stands beside it."


class ReviewStep(Step):
    """The actions asked about, one under the cursor, and a line for what is said of it."""

    STEP = "review"
    HELP = """\
    One key for each action, and the next one is asked: **D** done, **P** part done, **N** not done,
    **X** no longer needed, **H** handed on. After all but D a line opens for what they want to say, and on
    **Enter** for any; nobody has to. Behind **@** stands who has it now, a new day, or both:
    *waiting for the letter @joe fri 11 dec*. **Enter** keeps the line, **Esc** leaves it half typed.
    **Backspace** takes an answer back. Below the actions is what the family wanted: **T** ticks what has come true.
    """
    BINDINGS: ClassVar[list[BindingType]] = REVIEW_KEYS
    DEFAULT_CSS = "ReviewStep.-writing .say { display: none; }"

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._rows = ReviewRows.of(self.view)

    def compose(self) -> ComposeResult:
        """What the chair may say, how many are told, the actions, the keys, the line."""
        yield Static(plain(self.say()), classes="say")
        yield Static(id="told", classes="quiet")
        yield AskedList(self._rows, self._is_half_typed)
        yield Static(id="keys", classes="quiet")
        yield ReviewField(lambda: self.view, self.recorder.draft)

    def on_mount(self) -> None:
        """Go to where the keyboard was, or to the first action without an answer."""
        kind, _, id_ = self.start_place.field.partition(":")
        ids = self._rows.ids
        wanted = f"action:{id_}" if kind == _LINE else self.start_place.field
        self._draw(wanted if wanted in ids else self._rows.next_after("") or next(iter(ids), None))
        asked = self._rows.action(f"action:{id_}")
        if kind == _LINE and asked is not None:
            self._open(asked, self.start_place.cursor)

    def keyboard_goes_to(self) -> Widget:
        """The actions, or the line that is being typed."""
        return self._field.field if self._field.is_open else self._list

    @property
    def place(self) -> Place:
        """The row under the cursor, or the line and the cursor in it."""
        if len(self.query("AskedList, ReviewField")) < 2:
            return super().place
        field = self._field
        if field.is_open:
            return Place(step=self.STEP, field=f"{_LINE}:{field.action}", cursor=field.field.cursor_position)
        return Place(step=self.STEP, field=self._here or "")

    def words_here(self) -> SpokenWords | None:
        """What was said of the action under the cursor."""
        asked = self._rows.action(self._here)
        return None if asked is None else said_in(asked.answer)

    def entry_here(self) -> Entry | None:
        """The action under the cursor."""
        asked = self._rows.action(self._here)
        return None if asked is None else asked.action

    def show(self) -> None:
        """Draw what now stands; the cursor goes to the answer that was changed."""
        before, self._rows = self._rows.answers(), ReviewRows.of(self.view)
        now = self._rows.answers()
        changed = [each for each, answer in now.items() if answer != before.get(each)]
        if self._field.is_as_kept and f"action:{self._field.action}" in changed:
            self._close()
        self._draw(changed[0] if len(changed) == 1 else self._here)

    def finish(self) -> None:
        """Keep what the line says, where nothing in it is unclear; else it stays half typed."""
        field = self._field
        if field.is_open and not field.is_as_kept:
            line = field.said()
            if not line.problems:
                self._keep(ReviewField.Kept(line, is_new=True))

    def action_answer(self, status: ActionStatus) -> None:
        """Keep how the action under the cursor went; go on to the next, or to what they want to say."""
        asked = self._rows.action(self._here)
        if asked is None or not self.recorder.left():
            return
        before = answer_at(self.view.family, self.view.meeting_id, asked.action.id)
        after = told(self.view.family, self.view.meeting, asked, status)
        if after != before and not self.did(before, after):
            return
        asked = self._rows.action(f"action:{asked.action.id}") or asked
        if status in _QUESTIONS:
            self._open(asked)
        else:
            self._go_on(asked)

    def action_tick(self) -> None:
        """Tick what was wanted and has come true, or take the tick back."""
        line, wanted = self._rows.line(self._here), self._rows.wanted
        if line is not None and self.did(line, ticked(line)):
            below = [each.id for each in wanted].index(line.id) + 1
            self._draw(f"wanted:{wanted[min(below, len(wanted) - 1)].id}")

    def action_take_back_answer(self) -> None:
        """Take back the answer under the cursor."""
        asked = self._rows.action(self._here)
        if asked is None or asked.answer is None:
            return
        kept = answer_at(self.view.family, self.view.meeting_id, asked.action.id)
        if kept is None:
            self.query_one("#keys", Static).update(plain(_NOT_HERE))
        elif self.did(kept, None):
            self._forget_line(asked.action.id)

    @on(OptionList.OptionHighlighted)
    def point(self) -> None:
        """Tell what became of the action under the cursor, and remember that the cursor is there."""
        if self._list.point():
            self._say_keys()
            self.recorder.at(self.place)

    @on(OptionList.OptionSelected)
    def say_more(self, event: OptionList.OptionSelected) -> None:
        """Open the line of the action; a wanted line is ticked."""
        event.stop()
        asked = self._rows.action(event.option_id)
        if asked is None:
            self.action_tick()
        elif self.recorder.left():
            self._open(asked)

    @on(DraftInput.Typed)
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed line."""
        event.stop()
        if self._field.is_open:
            draft = Draft(text="", cursor=0) if self._field.is_as_kept else event.draft
            self.recorder.drafted(event.field.where, draft, self.place, event.edits)

    @on(ReviewField.Kept)
    def keep_line(self, event: ReviewField.Kept) -> None:
        """Keep what was said, and go on."""
        event.stop()
        asked = self._rows.action(f"action:{self._field.action}")
        if asked is not None and self._keep(event):
            self._close()
            self._go_on(asked)

    @on(ReviewField.Left)
    def leave_line(self, event: ReviewField.Left) -> None:
        """Back to the actions; what is half typed stays."""
        event.stop()
        self._close()
        self._draw(self._here)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def say_keys(self) -> None:
        """Say what the letters do while the keyboard is at the list."""
        self._say_keys()

    def _keep(self, kept: ReviewField.Kept) -> bool:
        """Keep a line as one thing to undo. Whether it is on disk."""
        view, action = self.view, self._field.action
        asked = self._rows.action(f"action:{action}")
        if asked is None:
            return True
        before = answer_at(view.family, view.meeting_id, action)
        status = asked.before.status if asked.answer is None else asked.answer.status
        after = told(view.family, view.meeting, asked, status, kept.line.said)
        if not kept.is_new or after == before:
            self._forget_line(action)
            return True
        newcomers = (view.change(None, each) for each in kept.line.newcomers)
        return self.recorder.did(*newcomers, view.change(before, after), clear_draft=self._where(action))

    def _forget_line(self, action: str) -> None:
        if self.recorder.draft(self._where(action)).text:
            self.recorder.drafted(self._where(action), Draft(text="", cursor=0), self.place, 0)

    def _open(self, asked: Asked, cursor: int | None = None) -> None:
        status = None if asked.answer is None else asked.answer.status
        question = _QUESTIONS.get(status, _MORE) if status else _MORE
        self.add_class("-writing")
        self._field.open(asked, self._where(asked.action.id), question, cursor)
        self._list.redraw(f"action:{asked.action.id}")
        self._say_keys()
        self.screen.set_focus(self._field.field)
        self.call_after_refresh(self._list.scroll_to_highlight)

    def _close(self) -> None:
        self._field.close()
        self.remove_class("-writing")
        self.screen.set_focus(self._list)
        self._say_keys()

    def _go_on(self, asked: Asked) -> None:
        row = self._rows.next_after(asked.action.id) or self._here
        if row is not None:
            self._list.go_to(row)
        self._say_keys()
        self.recorder.at(self.place)

    @property
    def _list(self) -> AskedList:
        return self.query_one(AskedList)

    @property
    def _field(self) -> ReviewField:
        return self.query_one(ReviewField)

    @property
    def _here(self) -> str | None:
        """The row under the cursor."""
        return self._list.here

    def _where(self, action: str) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/review/{action}"

    def _is_half_typed(self, action: str) -> bool:
        return action != self._field.action and bool(self.recorder.draft(self._where(action)).text)

    def _say_keys(self) -> None:
        words = _KEYS_WANTED if self._rows.line(self._here) is not None else _KEYS
        if self._field.is_open:
            words = ""
        keys = self.query_one("#keys", Static)
        keys.display = bool(words and self._rows.ids)
        keys.update(plain(words))

    def _draw(self, row: str | None) -> None:
        """Draw the rows, with the cursor at one of them."""
        self._list.draw(self._rows, row)
        self.query_one("#told", Static).update(plain(self._rows.told()))
        self._say_keys()
        self.recorder.at(self.place)
