"""The line below the actions of a review: what somebody says of one of them, and what was understood of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from eymeeting.domain.completions import Completion, complete, completions
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.review_line import ReviewLine, read_review_line, written_line
from eymeeting.domain.reviewing import Asked, said_of
from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import NOTE_LIMIT, clean_line
from screens.desk import MeetingView
from screens.plain import plain
from screens.widgets.draft_input import DraftInput
from screens.widgets.quick_line_question import Question

HOW = "Their words. Behind @ who has it now, and a new day: @joe fri 11 dec. Enter keeps it, Esc leaves it."
LINE = "review-line"


class ReviewField(Vertical):
    """One line about one action. It asks when a name is not clear, and keeps the text.

    ``view`` gives what stands now, ``draft`` the half-typed line of a place.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab",
            "accept",
            "Accept",
            show=False,
            priority=True,
            tooltip="Take the name offered",
            id="review_line.accept",
        ),
        Binding(
            "escape,down,up,shift+tab",
            "leave",
            "Actions",
            show=False,
            tooltip="Back to the actions; what is half typed stays",
            id="review_line.leave",
        ),
    ]
    DEFAULT_CSS = """
    ReviewField {
        height: auto; display: none;
        &.-open { display: block; }
        & Static { height: auto; max-height: 4; }
        & #review-understood { color: $text-muted; }
        & #review-understood.-asks { color: $text-warning; text-style: bold; }
    }
    """

    @dataclass
    class Kept(Message):
        """The line was finished, and nothing in it is unclear."""

        line: ReviewLine
        is_new: bool

    class Left(Message):
        """The line was left; what is half typed stays in it."""

    def __init__(self, view: Callable[[], MeetingView], draft: Callable[[str], Draft]) -> None:
        super().__init__()
        self._view = view
        self._draft = draft
        self._written = ""
        self._offer: Completion | None = None
        self._question: Question | None = None
        self._asks_who = False
        self.action = ""

    def compose(self) -> ComposeResult:
        """What it is about, the line, what was understood."""
        yield Static(id="review-about", classes="heading")
        yield DraftInput(Draft(text="", cursor=0), where="", id=LINE, limit=NOTE_LIMIT)
        yield Static(id="review-understood")

    @property
    def field(self) -> DraftInput:
        """The line itself."""
        return self.query_one(f"#{LINE}", DraftInput)

    @property
    def is_open(self) -> bool:
        """Whether something is being said of an action."""
        return bool(self.action)

    @property
    def is_as_kept(self) -> bool:
        """Whether the line is open, and says nothing but what was kept when it was opened."""
        return self.is_open and self.field.value.strip() == self._written.strip()

    def open(self, asked: Asked, where: str, question: str, cursor: int | None = None) -> None:
        """Open the line of an action: half typed as it was left, else as it is kept."""
        self.action = asked.action.id
        self._asks_who = asked.answer is not None and asked.answer.status == "handed_on"
        self.add_class("-open")
        self._written = clean_line(written_line(said_of(asked.answer), self._view().room))
        draft = self._draft(where)
        self.field.where = where
        text, place = (draft.text, draft.cursor) if draft.text else (self._written, len(self._written))
        self.field.put(text, min(place if cursor is None else cursor, len(text)))
        self.query_one("#review-about", Static).update(plain(question))
        self._stop_asking()
        self._say()

    def close(self) -> None:
        """Show the line no more."""
        self.action = ""
        self.remove_class("-open")

    def said(self) -> ReviewLine:
        """What the line says as it stands."""
        return self._read(self.field.value)

    @on(Input.Changed)
    def understand(self) -> None:
        """Say at once what the line means so far."""
        self._stop_asking()
        self._say()

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Keep the line, or ask what is not clear."""
        event.stop()
        line = self.said()
        if self.is_as_kept:
            self.post_message(self.Kept(line, is_new=False))
        elif line.asks is not None:
            self._question = question = Question.about(line.asks, "to_do", self._view())
            self.field.answers = question.answers
            self._tell(question.words, asks=True)
        elif line.problems:
            self._tell(" ".join(line.problems), asks=True)
        else:
            self.post_message(self.Kept(line, is_new=True))

    @on(DraftInput.Answered)
    def answer(self, event: DraftInput.Answered) -> None:
        """Take the answer to whom a name means; when that was all, the line is kept."""
        event.stop()
        if self._question is None:
            return
        text, cursor = self._question.answered(event.character, self.field.value, self._view().room)
        self._stop_asking()
        line = self._read(text)
        self.field.value = text
        self.field.cursor_position = cursor
        if not line.problems:
            self.post_message(self.Kept(line, is_new=True))

    def action_accept(self) -> None:
        """Take the name offered; where none is, leave the line."""
        if self._offer is None:
            self.action_leave()
            return
        text, cursor = complete(self.field.value, self.field.cursor_position, self._offer)
        self.field.value = text
        self.field.cursor_position = cursor

    def action_leave(self) -> None:
        """Go back to the actions."""
        self._stop_asking()
        self.post_message(self.Left())

    def _say(self) -> None:
        field, view, line = self.field, self._view(), self.said()
        members = {*view.family.people, *view.family.workers}
        ids = {each.id for each in members} - {line.said.owner}
        found = completions(
            field.value, field.cursor_position, view.room, view.pack, apart=self._never_offered(view)
        )
        offers = [each for each in found if each.id in ids]
        self._offer = offers[0] if offers else None
        if offers:
            more = f"  ({len(offers) - 3} more: type on)" if len(offers) > 3 else ""
            self._tell(f"Tab: {'  ·  '.join(each.label for each in offers[:3])}{more}")
        elif not field.value.strip():
            self._tell(HOW)
        else:
            parts = (line.understood, " ".join((*line.remarks, *line.problems)))
            self._tell(" · ".join(part for part in parts if part))

    def _tell(self, words: str, *, asks: bool = False) -> None:
        understood = self.query_one("#review-understood", Static)
        understood.set_class(asks, "-asks")
        understood.update(plain(words))

    def _stop_asking(self) -> None:
        self._question = None
        self.field.answers = ""

    def _read(self, text: str) -> ReviewLine:
        """What a line says. Where it is asked who has it now, a name alone is an answer, without the mark."""
        if self._asks_who and text.strip() and "@" not in text:
            line = self._read_as_typed(f"@{text.strip()}")
            if (line.said.owner or line.asks) and not (line.problems and line.asks is None):
                return line
        return self._read_as_typed(text)

    def _read_as_typed(self, text: str) -> ReviewLine:
        view = self._view()
        coming = view.meeting.next_meeting
        line = read_review_line(
            text,
            view.room,
            view.pack,
            view.today,
            view.calendar,
            next_meeting=None if coming is None else coming.on,
            here=view.here(),
            apart=kept_away_from(view.meeting),
        )
        return replace(line, said=replace(line.said, words=clean_line(line.said.words)))

    def _never_offered(self, view: MeetingView) -> set[str]:
        """Those who are not here, once it is known who is, and those the meeting is kept apart from."""
        here = view.here()
        everybody = {each.id for each in (*view.family.people, *view.family.workers)}
        return {*kept_away_from(view.meeting), *(everybody - here if here else ())}
