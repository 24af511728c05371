"""The quick line at the foot of a meeting, and under it what was understood."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from eymeeting.domain.actions import Action
from eymeeting.domain.completions import Completion, complete, completions
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.lead import who_asks
from eymeeting.domain.quick_line import QuickLine, read_quick_line
from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import NOTE_LIMIT
from screens.desk import MeetingView
from screens.widgets.draft_input import DraftInput
from screens.widgets.quick_line_keys import QUICK_LINE_KEYS
from screens.widgets.quick_line_question import Question
from screens.widgets.quick_line_told import Told

HOW: Final = 'What to do @who when #area ~how we know   + well  ? worry  " their words'
BACK: Final = "Esc or F2 goes back; what is half typed stays here."
TO_THE_LIST: Final = "Up or Esc goes to the list of actions; what is half typed stays here."
KEPT: Final = "What is half typed stays here. F2 goes on with it."


class QuickLineBar(Vertical):
    """One line, from anywhere in a meeting. It asks when a name is not clear, and keeps the text.

    ``putting_right`` gives the action that the line puts right, while there is one.
    ``is_home`` while a step is typed in the line: then Enter on an empty line stays in it.
    """

    BINDINGS: ClassVar[list[BindingType]] = QUICK_LINE_KEYS
    DEFAULT_CSS = """
    QuickLineBar { height: auto; border-top: solid $panel; }
    """

    @dataclass
    class Agreed(Message):
        """The line was finished, and nothing in it is unclear."""

        line: QuickLine
        bar: QuickLineBar

    class Closed(Message):
        """The chair goes back to the step."""

    def __init__(
        self, view: MeetingView, draft: Draft, where: str, putting_right: Callable[[], Action | None]
    ) -> None:
        super().__init__(id="quick-line")
        self._view = view
        self._putting_right = putting_right
        self._draft = draft
        self._where = where
        self._offers: tuple[Completion, ...] = ()
        self._offer = 0
        self._question: Question | None = None
        self.is_home = False

    def compose(self) -> ComposeResult:
        """The line, and what was understood."""
        yield DraftInput(
            self._draft, where=self._where, id="line", limit=NOTE_LIMIT, placeholder="F2: something to do"
        )
        yield Told(self._say_while_typing)

    @property
    def field(self) -> DraftInput:
        """The line itself."""
        return self.query_one("#line", DraftInput)

    @property
    def has_the_keyboard(self) -> bool:
        """Whether the line is being typed in."""
        return self.screen.focused is self.field

    @property
    def _told(self) -> Told:
        return self.query_one(Told)

    def show(self, view: MeetingView) -> None:
        """Know the family as it now is; what was told of the thing done before goes."""
        self._view = view
        self.fall_quiet()

    def fall_quiet(self) -> None:
        """Let go what is told, but for a question and for what is being typed."""
        if not self._told.asks:
            self._told.say("")
            self._say_while_typing()

    def open(self, text: str | None = None, *, still_told: bool = False) -> None:
        """Take the keyboard, with a text to put right when one is given.

        ``still_told``: what was done just now stays told, instead of how the line is written.
        """
        if text is not None:
            self.field.put(text)
        self.screen.set_focus(self.field)
        if not (still_told and self._told.is_for_a_while):
            self._say()

    def clear(self) -> None:
        """Be ready for the next one."""
        self._stop_asking()
        self.field.put("")
        self._offers = ()
        self._told.say("")

    @on(events.DescendantFocus)
    def say_how(self) -> None:
        """Say what the line takes."""
        self.field.placeholder = HOW

    @on(events.DescendantBlur)
    def say_key(self) -> None:
        """Say which key comes here."""
        self.field.placeholder = "F2: something to do"
        if self._told.words in (BACK, TO_THE_LIST):
            self._told.say("")

    @on(Input.Changed)
    def understand(self) -> None:
        """Say at once what the line means so far."""
        self._stop_asking()
        self._say()

    @on(DraftInput.Typed)
    def understand_there(self, event: DraftInput.Typed) -> None:
        """Say what may follow where the cursor has moved to."""
        if not event.edits:
            self.understand()

    @on(Input.Submitted)
    def agree(self, event: Input.Submitted) -> None:
        """Keep it, or ask what is not clear."""
        event.stop()
        if not event.value.strip():
            if not self.is_home:
                self.post_message(self.Closed())
            return
        line = self._read(event.value)
        if line.asks is not None:
            self._question = Question.about(line.asks, line.says, self._view)
            self.field.answers = self._question.answers
            self._told.say(self._question.words, asks=True)
        elif line.problems:
            self._told.say(" ".join(line.problems), asks=True)
        else:
            self.post_message(self.Agreed(line, self))

    @on(DraftInput.Answered)
    def answer(self, event: DraftInput.Answered) -> None:
        """Take the answer to whom a name means; when that was all, the line is agreed."""
        event.stop()
        if self._question is None:
            return
        text, cursor = self._question.answered(event.character, event.field.value, self._view.room)
        self._stop_asking()
        line = self._read(text)
        if line.problems:
            self._put(text, cursor)
            return
        event.field.put(text)
        self.post_message(self.Agreed(line, self))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Another offer is shown only while there are some. Tab never leaves a line half typed."""
        if action == "next_offer":
            return bool(self._offers) and self.has_the_keyboard
        if action == "previous_offer":
            return (bool(self._offers) or self.is_home) and self.has_the_keyboard
        return self.has_the_keyboard

    def action_accept(self) -> None:
        """Take the name or area offered, if there is one."""
        field = self.field
        if not self._offers:
            return
        self._put(*complete(field.value, field.cursor_position, self._offers[self._offer]))

    def action_next_offer(self) -> None:
        """Offer the next one."""
        self._offer = (self._offer + 1) % len(self._offers)
        self._show_offers()

    def action_previous_offer(self) -> None:
        """Offer the one before; where nothing is offered, go up to the step."""
        if not self._offers:
            self.action_leave()
            return
        self._offer = (self._offer - 1) % len(self._offers)
        self._show_offers()

    def action_leave(self) -> None:
        """Go back to where the cursor was, and keep what is half typed."""
        self._stop_asking()
        self.tell(KEPT if self.field.value.strip() else "")
        self.post_message(self.Closed())

    def _say(self) -> None:
        field = self.field
        offers = completions(
            field.value,
            field.cursor_position,
            self._view.room,
            self._view.pack,
            apart=self._apart,
            first=self._view.offered_first,
        )
        line = self._read(field.value)
        settled = {*line.owners, line.area}
        self._offers, self._offer = offers, 0
        if any(offer.id not in settled for offer in offers):
            self._show_offers()
            return
        if not field.value.strip():
            self._told.say(self._hint if self.has_the_keyboard else "")
            return
        parts = (line.understood, " ".join((*line.remarks, *line.problems)))
        self._told.say(" · ".join(part for part in parts if part))

    def _say_while_typing(self) -> None:
        if self.has_the_keyboard:
            self._say()

    @property
    def _hint(self) -> str:
        if not self.is_home:
            return BACK
        return TO_THE_LIST if self._view.open_here(self._view.family.actions) else ""

    def _show_offers(self) -> None:
        labels = [offer.label for offer in self._offers]
        around = labels[self._offer : self._offer + 3]
        more = f"  ({len(labels) - len(around)} more: down)" if len(labels) > len(around) else ""
        self._told.say(f"Tab: {around[0]}" + "".join(f"  ·  {label}" for label in around[1:]) + more)

    def _put(self, text: str, cursor: int) -> None:
        self.field.value = text
        self.field.cursor_position = cursor

    def _stop_asking(self) -> None:
        self._question = None
        self.field.answers = ""

    def tell(self, words: str) -> None:
        """Say something under the line for a while, or until something else is to be said there."""
        self._told.say_for_a_while(words)

    def _read(self, text: str) -> QuickLine:
        view = self._view
        coming, before = view.meeting.next_meeting, self._putting_right()
        here = view.here()
        if here and before is not None and before.owner and before.status != "not_yet_asked":
            here |= {before.owner}
        return read_quick_line(
            text,
            view.room,
            view.pack,
            view.today,
            view.calendar,
            next_meeting=None if coming is None else coming.on,
            here=here,
            apart=self._apart,
            askers=who_asks(view.family, view.meeting_id, view.keyboard),
            keyboard=view.keyboard,
        )

    @property
    def _apart(self) -> Collection[str]:
        return kept_away_from(self._view.meeting)
