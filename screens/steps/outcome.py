"""Where it goes from here: said in the room, and what there is to say when the work ends."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.closing import (
    carried_past,
    closure_of,
    ended,
    said_to_go,
    told_of_the_ending,
)
from eymeeting.domain.date_words import read_date
from eymeeting.domain.dates import how_far, remarks, spoken
from eymeeting.domain.meeting import ClosingReason, Outcome, Result
from eymeeting.domain.names import names_in_picker, short_names, why_not_an_owner
from eymeeting.domain.sitting import Draft, Place
from screens.plain import plain
from screens.steps.outcome_rows import (
    CALL,
    CHECK,
    ON,
    REASON,
    WAY,
    outcome_rows,
)
from screens.steps.step import Step, TakesDown
from screens.steps.who_to_call import call_rows
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredList

_REASONS: Final = {each: each for each in get_args(ClosingReason)}
_RESULTS: Final = {each: each for each in get_args(Result)}
_NOTHING: Final = ""
_ASKED: Final = "A later look? 6 months, or 12 jan. Empty: none."
_HOW: Final = "Enter keeps it. Esc goes back to the list."
_LATER: Final = "later"


class OutcomeStep(Step):
    """The ways on, a letter each; how things are now; and at a closing what there is to say of it."""

    STEP = "outcome"
    HELP = """\
    A **letter** says how it goes on, and how things are now for the family; the same letter again takes it back.
    This ends nothing: the meeting ends at its last step, which then offers what was said here.
    When it closes, more lines open: why, who carries on, whom to call, when to look in once more, and which
    actions go on after today. Each can be left as it is. **Esc** leaves the line for the later look half typed.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,up,down",
            "leave_line",
            "The list",
            show=False,
            tooltip="Back to the list; a day that is half typed stays",
            id="outcome.leave_line",
        ),
    ]
    DEFAULT_CSS = """
    OutcomeStep .say { margin-bottom: 0; }
    OutcomeStep #outcome { height: 1fr; min-height: 4; }
    OutcomeStep #asked, OutcomeStep #later, OutcomeStep #understood { display: none; }
    OutcomeStep.-later #asked, OutcomeStep.-later #later, OutcomeStep.-later #understood { display: block; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._opens_later = place.field == _LATER

    def compose(self) -> ComposeResult:
        """What the chair may say, the line for a day, the list."""
        yield Static(plain(self.say()), classes="say")
        yield Static(plain(_ASKED), id="asked", classes="heading")
        is_suggestion = not self.recorder.draft(self._where).text
        yield DraftInput(self._draft(), where=self._where, id=_LATER, is_suggestion=is_suggestion)
        yield Static(id="understood", classes="quiet")
        yield LetteredList(outcome_rows(self.view), id="outcome")

    def on_mount(self) -> None:
        """A day that was half typed goes on."""
        self.set_class(self._opens_later, "-later")
        self._understand()

    def keyboard_goes_to(self) -> Widget:
        """The list, or the day that was being typed."""
        return self._line if self._opens_later else self.query_one(LetteredList)

    @property
    def place(self) -> Place:
        """The list, or the day that is being typed."""
        if not self._line.has_focus:
            return super().place
        return Place(step=self.STEP, field=_LATER, cursor=self._line.cursor_position)

    def show(self) -> None:
        """Draw what now stands."""
        self.query_one(LetteredList).show(outcome_rows(self.view))
        draft = self._draft()
        if self._line.value != draft.text:
            self._line.put(draft.text, draft.cursor)
        self._understand()

    def finish(self) -> None:
        """Keep the day in the open line, where it can be read; else it stays half typed."""
        if self.has_class("-later") and self.recorder.draft(self._where).text:
            self._keep_day()

    @on(LetteredList.Chosen)
    def choose(self, event: LetteredList.Chosen) -> None:
        """Say one thing of how it goes on."""
        event.stop()
        kind, _, chosen = event.id.partition(" ")
        match kind:
            case "way":
                self._go(WAY[event.id])
            case "result":
                self._now(_RESULTS[chosen])
            case "after":
                self._carry_past(chosen)
        if event.id == REASON:
            self._ask_why()
        elif event.id == ON:
            self._ask_who_carries_on()
        elif event.id == CALL:
            self._ask_whom_to_call()
        elif event.id == CHECK:
            self._open_later()

    @on(DraftInput.Typed)
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed day, and say what it means so far."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place, event.edits)
        self._understand()

    @on(Input.Submitted)
    def keep_day(self, event: Input.Submitted) -> None:
        """Keep the day, and go back to the list."""
        event.stop()
        if self._keep_day():
            self.screen.set_focus(self.query_one(LetteredList))

    @on(DescendantBlur)
    def close_line(self, event: DescendantBlur) -> None:
        """The line was left: it is closed, and what is half typed in it is kept."""
        if event.widget is self._line:
            self.remove_class("-later")

    def action_leave_line(self) -> None:
        """Go back to the list; a day that is half typed stays."""
        self.screen.set_focus(self.query_one(LetteredList))

    def _go(self, way: Outcome) -> None:
        view = self.view
        meeting = view.meeting
        if meeting.outcome is None:
            chosen = None if meeting.going_to == way else way
            self.recorder.did(*said_to_go(view.family, meeting, chosen))
        elif meeting.outcome != way:
            self.recorder.did(*ended(view.family, meeting, way, at=view.time))

    def _now(self, result: Result) -> None:
        meeting = self.view.meeting
        self.did(meeting, replace(meeting, result=None if meeting.result == result else result))

    def _carry_past(self, action: str) -> None:
        found = next((each for each in self.view.family.actions if each.id == action), None)
        if found is not None:
            self.recorder.did(carried_past(self.view.family, found))

    def _ask_why(self) -> None:
        now = self._closure_part("reason")
        offered = self.view.pack.closing_reasons
        choices = [(each.reason, each.words, "✓" if each.reason == now else "") for each in offered]
        self.ask(
            "Why does it end? Nobody has to say.",
            [*choices, (_NOTHING, "not said", "")],
            lambda reason: self._told("reason", _REASONS.get(reason)),
        )

    def _ask_who_carries_on(self) -> None:
        now, workers = self._closure_part("handed_to"), self.view.room.workers
        names = names_in_picker(workers)
        choices = [
            (each.id, names[each.id], "✓" if each.id == now else "")
            for each in workers
            if why_not_an_owner(each) is None
        ]
        self.ask(
            "Who carries on with the family?",
            [*choices, (_NOTHING, "Nobody in particular", "")],
            lambda who: self._told("handed_to", who or None),
        )

    def _ask_whom_to_call(self) -> None:
        names = short_names(self.view.family)
        rows = call_rows(self.view, self._closure_part("who_to_call") or "")
        self.ask(
            "Who would you ring first?",
            [*((row.id, row.name, "✓" if row.mark == "✓" else "") for row in rows), (_NOTHING, "Nobody", "")],
            lambda who: self._told("who_to_call", names.get(who)),
        )

    def _keep_day(self) -> bool:
        typed = self._line.value.strip()
        read = read_date(typed, self.view.today)
        if typed and (read is None or read.day is None):
            return False
        day = None if read is None else read.day
        changes = told_of_the_ending(self.view.family, self.view.meeting_id, later_check=day)
        return self.recorder.did(*changes, clear_draft=self._where)

    def _open_later(self) -> None:
        self.add_class("-later")
        self.screen.set_focus(self._line)

    def _told(self, part: str, value: str | None) -> None:
        self.recorder.did(*told_of_the_ending(self.view.family, self.view.meeting_id, **{part: value}))

    def _closure_part(self, part: str) -> str | None:
        return getattr(closure_of(self.view.family, self.view.meeting_id), part, None)

    def _understand(self) -> None:
        words, view = self._line.value.strip(), self.view
        read = read_date(words, view.today)
        told = _HOW if not words else "Write the day as you would say it: 6 months, or 12 jan."
        if read is not None:
            told = read.problem or told
            if read.day is not None:
                notes = remarks(read.day, view.today, view.calendar)
                told = " ".join([f"{spoken(read.day)}, {how_far(read.day, view.today)}.", *notes])
        self.query_one("#understood", Static).update(plain(told))

    @property
    def _line(self) -> DraftInput:
        return self.query_one(f"#{_LATER}", DraftInput)

    @property
    def _where(self) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/outcome/later"

    def _draft(self) -> Draft:
        draft = self.recorder.draft(self._where)
        closure = closure_of(self.view.family, self.view.meeting_id)
        if draft.text or closure is None or closure.later_check is None:
            return draft
        kept = spoken(closure.later_check)
        return Draft(text=kept, cursor=len(kept))
