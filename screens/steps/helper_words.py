"""What one helper says, or somebody of the family who is away: the fields, kept as they are typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.contributions import (
    PARTS,
    evidence_words,
    is_empty,
    news_mark,
    read_evidence,
    takes_part,
)
from eymeeting.domain.dates import spoken
from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import Contribution, Line
from eymeeting.domain.names import members_now, names_in_picker
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.text import clean_text
from screens.desk import MeetingView
from screens.plain import plain
from screens.steps.helpers_said import (
    Said,
    blank_words,
    kept_words,
    open_words,
    says_nothing,
    shown_in_fields,
)
from screens.steps.step import TakesDown
from screens.widgets.draft_input import DraftInput
from screens.widgets.line_editor import LineEditor

STEP: Final = "workers"
WORDS: Final = "words"
EVIDENCE: Final = "evidence"
NEWS: Final = "text"
"""What somebody who is away has sent, as a whole."""


class HelperWords(Vertical):
    """Three questions and what was measured, before them news of who is away; for the family away, one field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Names", show=False, tooltip="Back to the names", id="back.escape"),
    ]
    DEFAULT_CSS = """
    HelperWords {
        height: auto; display: none;
        &.-open { display: block; }
        & Static { height: auto; }
        & .sent { display: none; }
        &.-family .sent { display: block; }
        &.-family .asked { display: none; }
        & .news { display: none; }
        &.-away .news { display: block; }
    }
    """

    @dataclass
    class Left(Message):
        """The words of somebody were left."""

        who: str

    def __init__(self, recorder: TakesDown) -> None:
        super().__init__()
        self._recorder = recorder
        self._who = ""
        self._field = ""
        self._said: Said | None = None

    def compose(self) -> ComposeResult:
        """Whose words, the questions, what was measured, what was sent."""
        yield Static(id="whose", classes="heading")
        yield Static("News: what did they send?", classes="news quiet")
        yield LineEditor(id=NEWS, placeholder="Type here").add_class("news")
        for part, question in PARTS.items():
            yield Static(plain(question), classes="asked quiet")
            editor = LineEditor(id=part, placeholder="Type here")
            yield editor.add_class("asked")
        yield Static("What was measured? The number, then the day", classes="asked quiet")
        line = DraftInput(
            Draft(text="", cursor=0), where="", id=EVIDENCE, placeholder="ASQ-3 communication 35, 3 march"
        )
        yield line.add_class("asked")
        yield Static(id="measured", classes="asked quiet")
        yield Static("What did they want to say?", classes="sent quiet")
        yield LineEditor(id=WORDS, placeholder="Type here").add_class("sent")

    @property
    def who(self) -> str:
        """Whose words are open; nobody's when empty."""
        return self._who

    @property
    def field(self) -> Widget:
        """The field in use."""
        return self.query_one(f"#{self._field}")

    @property
    def place(self) -> Place:
        """Whose words, which field, and the cursor."""
        field = self.field
        cursor = field.cursor if isinstance(field, LineEditor) else self._line.cursor_position
        return Place(step=STEP, field=f"{self._who}:{self._field}", cursor=cursor)

    @property
    def _fields(self) -> tuple[str, ...]:
        if isinstance(self._said, Line):
            return (WORDS,)
        return (*((NEWS,) if self.has_class("-away") else ()), *PARTS, EVIDENCE)

    @property
    def _sends_news(self) -> bool:
        """Whether a worker is away, once it is known who is here; or has sent something all the same."""
        view, said = self._view, self._said
        if not isinstance(said, Contribution):
            return False
        is_marked = any(mark.meeting == view.meeting_id for mark in view.family.attendance)
        is_away = is_marked and not takes_part(view.family, view.meeting_id, self._who)
        return is_away or bool(said.text)

    @property
    def _view(self) -> MeetingView:
        return self._recorder.view

    @property
    def _line(self) -> DraftInput:
        return self.query_one(f"#{EVIDENCE}", DraftInput)

    def open(self, who: str, field: str = "", cursor: int | None = None) -> None:
        """Show somebody's words."""
        self._who = who
        self._said = open_words(self._view, who) or blank_words(self._view, who)
        is_family = isinstance(self._said, Line)
        self.set_class(is_family, "-family")
        self.add_class("-open")
        self.set_class(self._sends_news, "-away")
        fields = self._fields
        self._field = field if field in fields else fields[0]
        self._line.where = f"{self._view.family.ref}/{self._view.meeting_id}/evidence/{who}"
        self._fill()
        editor = self.field
        if isinstance(editor, LineEditor) and cursor is not None:
            editor.put(editor.text, cursor)
        self.query_one("#whose", Static).update(plain(self._called(who)))

    def show(self) -> None:
        """Words put back or taken away elsewhere show in their fields too."""
        if self._said is None:
            return
        kept = kept_words(self._view, self._said.id)
        stands = kept if kept is not None else replace(blank_words(self._view, self._who), id=self._said.id)
        if shown_in_fields(stands) != shown_in_fields(self._said):
            self._said = stands
            self._fill()
        else:
            self._said = stands

    def keep_measured(self) -> None:
        """Keep what was measured, as it stands in its line."""
        said, line = self._said, self._line
        if not isinstance(said, Contribution) or line.value == evidence_words(said.evidence):
            return
        if not self._recorder.left():
            return
        before = kept_words(self._view, said.id)
        after = replace(said, evidence=read_evidence(line.value, self._view.today))
        if self._tell(before, None if is_empty(after) else after, clear_draft=line.where):
            self._said = after
            line.put(evidence_words(after.evidence))

    @on(LineEditor.Typed)
    def keep_words(self, event: LineEditor.Typed) -> None:
        """Keep the words as they are typed."""
        event.stop()
        said, field = self._said, event.editor.id or ""
        if said is None:
            return
        text = clean_text(event.text)
        more: dict[str, Any] = {"text": text}
        if isinstance(said, Contribution):
            more = {field: text if text.strip() else None}
        self._said = said = replace(said, **more)
        before, after = kept_words(self._view, said.id), None if says_nothing(said) else said
        is_first_news = before is None and after is not None and self._news() is not None
        if not (is_first_news and self._tell(None, after)):
            place = Place(step=STEP, field=f"{self._who}:{field}", cursor=event.editor.cursor)
            self._recorder.wrote(before, after, place, event.edits)

    @on(LineEditor.Moved)
    def remember_place(self, event: LineEditor.Moved) -> None:
        """Remember where the cursor is."""
        event.stop()
        if self._who:
            self._recorder.at(self.place)

    @on(LineEditor.Ended)
    def next_field(self, event: LineEditor.Ended) -> None:
        """Go on to the next question; after the only one, back to the names."""
        event.stop()
        self._go(1)

    @on(LineEditor.Wandered)
    def wander(self, event: LineEditor.Wandered) -> None:
        """Go to the question before or after."""
        event.stop()
        if event.step < 0 or event.editor.id != WORDS:
            self._go(event.step)

    @on(DraftInput.Typed)
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed line, and say what it means so far."""
        event.stop()
        if self._who:
            self._recorder.drafted(event.field.where, event.draft, self.place, event.edits)
            self._say_measured(event.draft.text)

    @on(Input.Submitted)
    def keep_line(self, event: Input.Submitted) -> None:
        """Keep what was measured, and go back to the names."""
        event.stop()
        self.action_leave()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Another question is being answered: what was typed before is one thing to undo."""
        field = event.widget.id or ""
        if self._who and field in self._fields and field != self._field:
            self._field = field
            self._recorder.left()

    def action_leave(self) -> None:
        """Go back to the names."""
        self.keep_measured()
        if self._recorder.left():
            who, self._who, self._said = self._who, "", None
            self.remove_class("-open", "-family", "-away")
            self.post_message(self.Left(who))

    def _go(self, by: int) -> None:
        fields = self._fields
        at = fields.index(self._field) + by
        if 0 <= at < len(fields):
            self.screen.set_focus(self.query_one(f"#{fields[at]}"))
        else:
            self.action_leave()

    def _tell(self, before: Entry | None, after: Entry | None, clear_draft: str | None = None) -> bool:
        changes = [self._view.change(before, after)] if before or after else []
        news = self._news() if before is None and after is not None else None
        if news is not None:
            changes.append(self._view.change(*news))
        return self._recorder.did(*changes, clear_draft=clear_draft) if changes else True

    def _news(self) -> tuple[Entry | None, Entry] | None:
        return news_mark(self._view.family, self._view.meeting_id, self._who)

    def _fill(self) -> None:
        said = self._said
        if isinstance(said, Line):
            self.query_one(f"#{WORDS}", LineEditor).put(said.text)
        elif said is not None:
            for part in (NEWS, *PARTS):
                self.query_one(f"#{part}", LineEditor).put(getattr(said, part) or "")
            draft = self._recorder.draft(self._line.where)
            self._line.put(draft.text or evidence_words(said.evidence), draft.cursor if draft.text else None)
            self._say_measured(self._line.value)

    def _say_measured(self, text: str) -> None:
        evidence = read_evidence(text, self._view.today)
        words = ""
        if evidence is not None:
            parts = (evidence.measure, evidence.value or "", spoken(evidence.on) if evidence.on else "no day")
            words = " · ".join(part for part in parts if part)
        self.query_one("#measured", Static).update(plain(words))

    def _called(self, who: str) -> str:
        family = self._view.family
        name = names_in_picker(members_now(family))[who]
        return f"{name}, not marked as here: kept as news they sent" if self._news() is not None else name
