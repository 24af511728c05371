"""Who is the family's first call, and what they and the family say to each other about it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.date_words import ReadDate, read_date
from eymeeting.domain.dates import spoken
from eymeeting.domain.lead import (
    agree_lead,
    agreement_ended_by,
    agreement_made_at,
    back_up_lead,
    began_on,
    choose_lead,
    lead_of,
    let_lead_go,
    with_words,
)
from eymeeting.domain.meeting import LeadAgreement
from eymeeting.domain.names import short_names
from eymeeting.domain.people import Worker
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.text import clean_text
from screens.plain import plain
from screens.steps.lead_rows import lead_rows, who_led_before
from screens.steps.step import Step, TakesDown
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredList
from screens.widgets.line_editor import LineEditor


class LeadStep(Step):
    """The workers, who of the family agreed, and the agreement in words."""

    STEP = "lead"
    HELP = """\
    A worker's **letter** makes them the family's first call; again lets it go. **Shift** and the letter
    makes a worker the one to ring when they are away.
    The letter of somebody of the family says that they agreed.
    **Tab** goes to the words: change them until they are the family's own. **F8** takes them back.
    Further on is their phone number, which stands on the family's plan.
    """
    WORDS: ClassVar[dict[str, str]] = {
        "text": "What they say to the family",
        "phone": "Their phone number, for the family's plan",
        "manager": "Their manager, if it helps to know",
        "handover": "What is handed over",
    }
    DEFAULT_CSS = """
    LeadStep .part { height: auto; margin-top: 1; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._now = self._made
        self._lead = self._lead_kept

    def compose(self) -> ComposeResult:
        """What the chair may say, everybody who may lead or agree, then the agreement."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(lead_rows(self.view), id="lead", other=True)
        yield Static(plain(_HOW), id="how", classes="quiet")
        yield Static(id="standing", classes="quiet part")
        for name in self.WORDS:
            yield Static(plain(self.WORDS[name]), id=f"about-{name}", classes="heading part")
            yield LineEditor(id=name, placeholder="Type here")
            if name == "text":
                yield Static(plain("From which day"), id="about-since", classes="heading part")
                yield DraftInput(self._draft(), where=self._where, id="since", is_suggestion=True)
                yield Static(id="understood", classes="quiet")

    def on_mount(self) -> None:
        """Draw the agreement, with the cursor where it was."""
        self._draw()
        field = self.start_place.field
        if field in self.WORDS and self._holder(field) is not None:
            self._editor(field).put(self._words(field), self.start_place.cursor)

    def keyboard_goes_to(self) -> Widget:
        """The field where the keyboard was, or the list."""
        field = self.start_place.field
        is_there = field in (*self.WORDS, "since") and self._holder(field) is not None
        return self.query_one(f"#{field}") if is_there else self.query_one(LetteredList)

    @property
    def place(self) -> Place:
        """The field with the keyboard."""
        focused = self.screen.focused
        if isinstance(focused, LineEditor) and focused.id in self.WORDS:
            return Place(step=self.STEP, field=focused.id, cursor=focused.cursor)
        if isinstance(focused, DraftInput) and focused.id == "since":
            return Place(step=self.STEP, field="since", cursor=focused.cursor_position)
        return Place(step=self.STEP, field="lead")

    def show(self) -> None:
        """Draw who leads, who agreed and what was said."""
        self._now, self._lead = self._made, self._lead_kept
        self.query_one(LetteredList).show(lead_rows(self.view))
        self._draw()

    def finish(self) -> None:
        """Keep the first day, before the step is left."""
        self._keep_since()

    @on(LetteredList.Chosen)
    def choose(self, event: LetteredList.Chosen) -> None:
        """Choose who leads, or mark that somebody agreed."""
        event.stop()
        if not self.recorder.left():
            return
        family, meeting = self.view.family, self.view.meeting
        if family.worker(event.id) is None:
            self.recorder.did(*agree_lead(family, meeting.id, event.id))
        elif meeting.lead_professional == event.id:
            self.recorder.did(*let_lead_go(family, meeting.id))
        else:
            self.recorder.did(*choose_lead(family, meeting.id, event.id, self.view.pack))

    @on(LetteredList.Other)
    def choose_backup(self, event: LetteredList.Other) -> None:
        """Choose whom to ring when the lead is away."""
        event.stop()
        if self.recorder.left():
            changes = back_up_lead(self.view.family, self.view.meeting_id, event.id)
            if changes:
                self.recorder.did(*changes)

    @on(LineEditor.Typed)
    def keep_words(self, event: LineEditor.Typed) -> None:
        """Keep the words as they are typed."""
        event.stop()
        name, words = event.editor.id or "", clean_text(event.text)
        place = Place(step=self.STEP, field=name, cursor=event.editor.cursor)
        if name == "phone" and self._lead is not None:
            self._lead = replace(self._lead, phone=" ".join(words.splitlines()) if words.strip() else None)
            self.recorder.wrote(self._lead_kept, self._lead, place, event.edits)
        elif name != "phone" and self._now is not None:
            self._now = with_words(self._now, name, words)
            self.recorder.wrote(self._made, self._now, place, event.edits)

    @on(LineEditor.Ended)
    @on(LineEditor.Wandered)
    def next_field(self, event: LineEditor.Ended | LineEditor.Wandered) -> None:
        """Go on to the next field, or back to the one before."""
        event.stop()
        backwards = isinstance(event, LineEditor.Wandered) and event.step < 0
        (self.app.action_focus_previous if backwards else self.app.action_focus_next)()

    @on(DraftInput.Typed)
    def keep_day_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed day, and say what it means so far."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place, event.edits)
        self._understand()

    @on(Input.Submitted)
    def keep_day(self, event: Input.Submitted) -> None:
        """Keep the day, and go on."""
        event.stop()
        self._keep_since()
        self.app.action_focus_next()

    @on(DescendantBlur)
    def leave_field(self, event: DescendantBlur) -> None:
        """A field was left: what was typed there is one thing to undo."""
        if event.widget.id == "since":
            self._keep_since()
        elif isinstance(event.widget, LineEditor):
            self.recorder.left()

    def _keep_since(self) -> None:
        made, read = self._made, self._read_day()
        if made is None or read is None or read.day is None or not self._day_is_half_typed:
            return
        changes = began_on(self.view.family, self.view.meeting_id, replace(made, since=read.day))
        self.recorder.did(*changes, clear_draft=self._where)

    def _read_day(self) -> ReadDate | None:
        return read_date(self.query_one("#since", DraftInput).value, self.view.today)

    @property
    def _day_is_half_typed(self) -> bool:
        return self._made is not None and self.query_one("#since", DraftInput).value != spoken(
            self._made.since
        )

    def _understand(self) -> None:
        read, shown = self._read_day(), self.query_one("#understood", Static)
        words = "Say a day, such as 1 dec or today." if read is None else read.problem or ""
        if read is not None and read.day is not None:
            words = f"{spoken(read.day)}."
        shown.update(plain(words))
        shown.display = self._day_is_half_typed

    @property
    def _made(self) -> LeadAgreement | None:
        return agreement_made_at(self.view.family, self.view.meeting_id)

    @property
    def _lead_kept(self) -> Worker | None:
        return self.view.family.worker(lead_of(self.view.family, self.view.meeting_id) or "")

    def _holder(self, name: str) -> LeadAgreement | Worker | None:
        """What holds the words of a field: the lead themselves their number, the agreement the rest."""
        return self._lead if name == "phone" else self._now

    def _words(self, name: str) -> str:
        return getattr(self._holder(name), name, None) or ""

    @property
    def _where(self) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/lead/since"

    def _draft(self) -> Draft:
        draft = self.recorder.draft(self._where)
        if draft.text or self._made is None:
            return draft
        kept = spoken(self._made.since)
        return Draft(text=kept, cursor=len(kept))

    def _editor(self, name: str) -> LineEditor:
        return self.query_one(f"#{name}", LineEditor)

    def _draw(self) -> None:
        now = self._now
        former = agreement_ended_by(self.view.family, self.view.meeting_id)
        for name in self.WORDS:
            is_shown = self._holder(name) is not None and (name != "handover" or former is not None)
            about = self.query_one(f"#about-{name}", Static)
            about.display = is_shown
            if name == "handover" and former is not None:
                whoever = short_names(self.view.family)[former.worker]
                about.update(plain(f"What {whoever} hands over"))
            editor = self._editor(name)
            editor.display = is_shown
            words = self._words(name)
            if words != clean_text(editor.text):
                editor.put(words)
        since, draft = self.query_one("#since", DraftInput), self._draft()
        self.query_one("#how").display = now is not None
        self.query_one("#about-since").display = since.display = now is not None
        if since.value != draft.text:
            since.put(draft.text, draft.cursor)
        self._understand()
        standing = self.query_one("#standing", Static)
        told = who_led_before(self.view)
        standing.update(plain(told))
        standing.display = bool(told)


_HOW = "Shift and a letter: whom to ring when they are away."
