"""Before everybody stands up: what is worth a look, how the meeting ends, the copies."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, get_args

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.before_we_finish import Check, checks, still_open
from eymeeting.domain.closing import ended, intended_ending, not_ended
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Change
from eymeeting.domain.how_heard import HOW_HEARD
from eymeeting.domain.in_words import ENDING, OUTCOME
from eymeeting.domain.meeting import Heard, HowHeard, LeftOpen, Outcome, Stopped
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.text import clean_line
from eymeeting.domain.times import spoken_time
from screens.plain import plain
from screens.steps.copies_looked_at import LooksAtCopies
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredList, LetteredRow

_OUTCOMES: Final = {outcome: outcome for outcome in get_args(Outcome)}
_WAYS: Final = {how: how for how in get_args(HowHeard)}
_END: Final = "end"
_AGAIN: Final = "again"
_CHECK: Final = "check "
_WHY: Final = "why"


class FinishStep(LooksAtCopies):
    """The checks, a letter each; the endings; and a line for a reason."""

    STEP = "finish"
    HELP = """\
    A **letter** goes where a line can be settled, or says how somebody was heard.
    **Shift** and the letter leaves it open with a reason, which is for the chair: it does not stay on the screen.
    Nothing here stops the meeting.
    The last line says how the meeting ends. **F7** reads the plan back, **F9** makes the copies.
    """
    DEFAULT_CSS = """
    FinishStep .say { margin-bottom: 0; }
    FinishStep #finish { height: 1fr; min-height: 4; }
    FinishStep #asked, FinishStep #why { display: none; }
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, the list, the line for a reason."""
        yield Static(plain(self.say()), classes="say")
        yield Static(id="told", classes="quiet")
        yield Static(id="asked", classes="heading")
        yield DraftInput(Draft(text="", cursor=0), where=self._where, id=_WHY, placeholder="in a few words")
        yield LetteredList(self._rows(), id="finish", other=True)

    def on_mount(self) -> None:
        """A reason that was half typed goes on."""
        field = self.start_place.field
        if field.startswith(_WHY):
            self._ask_why(field.partition(":")[2])
        self._tell()

    def keyboard_goes_to(self) -> Widget:
        """The list, or the line for a reason."""
        return self.query_one(f"#{_WHY}" if self.start_place.field.startswith(_WHY) else "#finish")

    @property
    def place(self) -> Place:
        """The list, or the reason that is being typed."""
        line = self.query_one(f"#{_WHY}", DraftInput)
        if not line.has_focus:
            return super().place
        return Place(step=self.STEP, field=f"{_WHY}:{self._open}", cursor=line.cursor_position)

    def show(self) -> None:
        """Draw what now stands."""
        self.query_one(LetteredList).show(self._rows())
        self._tell()

    def show_copies(self) -> None:
        """Draw anew, where the copies were made before something changed."""
        self.show()

    @on(LetteredList.Chosen)
    def settle(self, event: LetteredList.Chosen) -> None:
        """Go where it can be settled, or ask how the meeting ends."""
        event.stop()
        if event.id == _END:
            self._ask_ending()
            return
        check = self._check(event.id)
        if check is None:
            return
        if check.who is not None:
            self._ask_how_heard(check.who)
        elif check.step not in (self.STEP, *(step.id for step in self.view.kind.steps)):
            self._leave_open(check)
        else:
            self.post_message(self.Wanted(None if check.step == self.STEP else check.step))

    @on(LetteredList.Other)
    def leave_open(self, event: LetteredList.Other) -> None:
        """Leave it open, with a reason."""
        event.stop()
        check = self._check(event.id)
        if check is not None:
            self._leave_open(check)

    @on(DraftInput.Typed)
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed reason."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place, event.edits)

    @on(Input.Submitted)
    def keep_reason(self, event: Input.Submitted) -> None:
        """Keep the reason, and go back to the list."""
        event.stop()
        if self.recorder.did(*self._reason(clean_line(event.value).strip()), clear_draft=self._where):
            self._ask_why("")
            self.screen.set_focus(self.query_one(LetteredList))

    @property
    def _where(self) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/why"

    _open = ""

    def _leave_open(self, check: Check) -> None:
        """Ask why it stays open. A kind of meeting without the step for it has no other place to go to."""
        if not check.settled:
            self._ask_why(check.id)
            self.screen.set_focus(self.query_one(f"#{_WHY}"))

    def _ask_why(self, check: str) -> None:
        self._open = check
        line, asked = self.query_one(f"#{_WHY}", DraftInput), self.query_one("#asked", Static)
        line.display = asked.display = bool(check)
        question = "Why do we break off?" if check == _BREAK else "Why does it stay open?"
        asked.update(plain(question if check else ""))
        draft = self.recorder.draft(self._where)
        kept = self._kept_reason(check)
        line.put(draft.text or kept, draft.cursor if draft.text else None)

    def _kept_reason(self, check: str) -> str:
        meeting = self.view.meeting
        if check == _BREAK:
            return "" if meeting.stopped is None else meeting.stopped.why
        told = (each.reason for each in self.view.may_open(self._left_open()) if each.what == check)
        return next(told, "")

    def _reason(self, words: str) -> tuple[Change, ...]:
        view = self.view
        meeting = view.meeting
        if self._open == _BREAK:
            stopped = Stopped(at=meeting.end or view.time, why=words) if words else None
            return (view.change(meeting, replace(meeting, stopped=stopped)),)
        known = view.may_open(self._left_open())
        before = next((each for each in known if each.what == self._open), None)
        if not words:
            return () if before is None else (view.change(before, None),)
        position = view.family.next_position(LeftOpen)
        blank = LeftOpen(
            id=new_id(), position=position, meeting=view.meeting_id, what=self._open, reason=words
        )
        return (view.change(before, replace(before or blank, reason=words)),)

    def _left_open(self) -> tuple[LeftOpen, ...]:
        view = self.view
        return tuple(each for each in view.family.left_open if each.meeting == view.meeting_id)

    def _ask_ending(self) -> None:
        meeting = self.view.meeting
        said = None if meeting.outcome is not None else meeting.going_to
        choices: list[tuple[str, str, str]] = [
            (each, words, "said before" if each == said else "") for each, words in ENDING.items()
        ]
        if meeting.outcome is not None:
            choices.append((_AGAIN, "It goes on: open it again", ""))
        self.ask("How does this meeting end?", choices, self._end, at=intended_ending(meeting) or "")

    def _end(self, outcome: str) -> None:
        view = self.view
        if outcome == _AGAIN:
            self.recorder.did(*not_ended(view.family, view.meeting))
            return
        changes = ended(view.family, view.meeting, _OUTCOMES[outcome], at=view.time)
        if self.recorder.did(*changes) and outcome == "adjourned":
            self._ask_why(_BREAK)
            self.screen.set_focus(self.query_one(f"#{_WHY}"))

    def _ask_how_heard(self, who: str) -> None:
        entry = self._how_heard(who)
        now = None if entry is None or not self.view.may_open((entry,)) else entry.how
        choices = [(how, words, "✓" if how == now else "") for how, words in HOW_HEARD.items()]
        self.ask("How did we hear them?", choices, lambda how: self._heard(who, _WAYS[how]))

    def _heard(self, who: str, how: HowHeard) -> None:
        view = self.view
        before = self._how_heard(who)
        position = view.family.next_position(Heard)
        after = Heard(id=new_id(), position=position, meeting=view.meeting_id, who=who, how=how)
        self.did(before, after if before is None else replace(before, how=how))

    def _how_heard(self, who: str) -> Heard | None:
        view = self.view
        return next(
            (each for each in view.family.heard if (each.meeting, each.who) == (view.meeting_id, who)), None
        )

    def _checks(self) -> tuple[Check, ...]:
        view = self.view
        return checks(view.family, view.meeting, view.pack, today=view.today, outdated=self.outdated)

    def _check(self, row: str) -> Check | None:
        return next((each for each in self._checks() if f"{_CHECK}{each.id}" == row), None)

    def _rows(self) -> list[LetteredRow]:
        rows = [
            LetteredRow(
                f"{_CHECK}{check.id}",
                check.words,
                state="" if check.reason is None else "left open",
                mark="✓" if check.settled else "·" if check.reason is None else "–",
                group="Before we finish",
            )
            for check in self._checks()
        ]
        meeting = self.view.meeting
        if meeting.outcome is not None:
            return [*rows, LetteredRow(_END, ENDING[meeting.outcome], mark="✓", group="The ending")]
        said = "" if meeting.going_to is None else f" Said: {OUTCOME[meeting.going_to]}"
        return [*rows, LetteredRow(_END, f"How does this meeting end?{said}", mark="·", group="The ending")]

    def _tell(self) -> None:
        meeting, found = self.view.meeting, self._checks()
        left, settled = len(still_open(found)), sum(check.settled for check in found)
        told = f"{settled} settled, {left} still open." if left else "Nothing is left open."
        if meeting.outcome is not None:
            told = f"Ended at {spoken_time(meeting.end or self.view.time)}. F9 makes the copies. {told}"
        self.query_one("#told", Static).update(plain(told))


_BREAK: Final = "break off"
