"""What was said alone: the breaks of a meeting by their time, for whoever is at the keyboard with nobody near."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.closing import said_to_go
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.said_alone import (
    Pause,
    SaidAlone,
    pauses_in,
    said_alone,
    where_pauses_are_kept,
    with_a_pause,
    with_it_again,
    without_a_pause,
)
from eymeeting.domain.sitting import Draft
from eymeeting.domain.times import spoken_time
from screens.family_desk import FamilyView
from screens.family_recorder import FamilyRecorder
from screens.forms.harm_note import HarmNoteForm
from screens.harm_note import HarmNoteScreen
from screens.picker import Picker
from screens.plain import plain
from screens.said_alone_keys import SAID_ALONE_KEYS
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

FIRST_QUESTION: Final = "This page is for you alone. Is anyone else near the screen?"
_FIRST_KEYS: Final = "Enter: nobody is, go on.   Esc: not now."
_KEYS: Final = (
    "A letter opens it to write.   F2: told without a break\n"
    "Delete: nothing was told   F9: social care takes it on   Esc goes back"
)
_NOTHING: Final = "There is no break here that is yours to write about."
_ENDED: Final = "The meeting has ended: how it goes on is put right at its last step."
_RECORDED: Final = "Recorded: the meeting goes on with social care."
_NOT_TODAY: Final = (
    "That meeting was on another day: what you were told since belongs under calls and visits."
)
_SEEN_BY_ALL: Final = (
    "“Step up” then stands on the meeting's screen, where everyone can read it. Record it now?"
)
_YES: Final = "yes"
_TAKEN_AWAY: Final = "That break is taken away. F8 brings it back."
_NOTE_STAYS: Final = "What was said stays. Only a break with nothing written can be taken away."
_BACK_AGAIN: Final = "The break is back."
_NOT_TAKEN: Final = "No break was taken away on this page."


class SaidAloneScreen(Screen[None]):
    """Asks first whether anybody else is near, then lists the breaks; each opens what was said, to be written.

    Without a meeting it lists those of all the family's meetings, the latest first.
    """

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    SaidAloneScreen {
        align: center middle;
        #page { width: 76; max-width: 96%; height: auto; max-height: 96%; border: round $primary; padding: 1 2; }
        #question { text-style: bold; margin-bottom: 1; }
        #breaks { height: auto; max-height: 12; }
        #said { height: auto; margin-top: 1; }
        #how { color: $text-muted; margin-top: 1; height: auto; }
    }
    """
    HELP = """\
    For whoever is at the keyboard, with nobody else near. Each break stands here with its time and nothing more.
    A **letter** opens it, to write what you were told. **F2** writes down something told without a break.
    **Delete** takes away a break in which nothing was told; **F8** brings it back. **F9** records that social care
    takes it on. **Esc** closes the page; nothing of it stays on the screen.
    """
    BINDINGS: ClassVar[list[BindingType]] = SAID_ALONE_KEYS

    def __init__(self, recorder: FamilyRecorder, meeting: str | None = None) -> None:
        super().__init__()
        self._recorder = recorder
        self._meeting = meeting
        self._is_alone = False
        self._gone: list[Pause] = []

    def compose(self) -> ComposeResult:
        """The question; then the breaks, in its place."""
        with Vertical(id="page"):
            yield Static(plain(FIRST_QUESTION), id="question")
            yield LetteredList(id="breaks")
            yield Static(id="said")
            yield Static(plain(_FIRST_KEYS), id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the question alone."""
        self.query_one("#breaks").display = False
        self.query_one("#said").display = False

    @on(events.ScreenResume)
    def show_again(self) -> None:
        """Draw what now stands."""
        if self._is_alone:
            self._draw()

    def action_go_on(self) -> None:
        """Nobody else is near: show the breaks."""
        if not self._is_alone:
            self._is_alone = True
            self.query_one("#question", Static).update("What was said alone")
            self.query_one("#how", Static).update(plain(_KEYS))
            self._draw()

    @on(LetteredList.Chosen)
    def open_one(self, event: LetteredList.Chosen) -> None:
        """Open one to write."""
        event.stop()
        self.tell("")
        self._open(next(each for each in self._found() if each.pause.id == event.id))

    def action_told_without_a_break(self) -> None:
        """Keep the time now as that of a break, and open it to write."""
        meeting, view = self._latest, self._view
        if not self._is_alone or meeting is None:
            return
        if meeting.on != view.today:
            self.tell(_NOT_TODAY)
            return
        if self._keep(meeting.id, lambda kept: with_a_pause(kept, view.time, view.keyboard)):
            self._open(SaidAlone(pause=pauses_in(self._kept(meeting.id), meeting.id)[-1]))

    def action_take_away(self) -> None:
        """Take away the break that is highlighted, where nothing is written of it."""
        at = self.query_one(LetteredList).highlighted
        chosen = next((each for each in self._found() if each.pause.id == at), None)
        if not self._is_alone or chosen is None:
            return
        if chosen.note is not None:
            self.tell(_NOTE_STAYS)
        elif self._keep(chosen.pause.meeting, lambda kept: without_a_pause(kept, chosen.pause)):
            self._gone.append(chosen.pause)
            self._draw()
            self.tell(_TAKEN_AWAY)

    def action_bring_back(self) -> None:
        """Bring back the break that was taken away last."""
        if not self._is_alone:
            return
        if not self._gone:
            self.tell(_NOT_TAKEN)
            return
        pause = self._gone[-1]
        if self._keep(pause.meeting, lambda kept: with_it_again(kept, pause)):
            self._gone.pop()
            self._draw()
            self.tell(_BACK_AGAIN)

    def action_step_up(self) -> None:
        """Ask, since it stands where everybody can read it; then record that social care takes it on."""
        meeting, view = self._latest, self._view
        if not self._is_alone or meeting is None:
            return
        if meeting.outcome is not None:
            self.tell(_ENDED)
            return

        def answered(answer: str | None) -> None:
            if answer == _YES and self._recorder.did(*said_to_go(view.family, meeting, "step_up")):
                self.tell(_RECORDED)

        choices = (("no", "No, not on the screen", ""), (_YES, "Yes: social care takes it on", ""))
        self.app.push_screen(Picker(_SEEN_BY_ALL, choices), answered)

    def put_away(self) -> bool:
        """Nothing is typed on this page itself. Whether everything is on disk."""
        return self._recorder.flush()

    def tell(self, words: str) -> None:
        """Say something below the breaks."""
        said = self.query_one("#said", Static)
        said.update(plain(words))
        said.display = bool(words)

    @property
    def _view(self) -> FamilyView:
        return self._recorder.view

    @property
    def _meetings(self) -> tuple[Meeting, ...]:
        meetings = reversed(self._view.family.meetings_in_order())
        return tuple(each for each in meetings if self._meeting in (None, each.id))

    @property
    def _latest(self) -> Meeting | None:
        """The meeting that is open, or the last one up to today."""
        return next((each for each in self._meetings if each.on <= self._view.today), None)

    def _found(self) -> tuple[SaidAlone, ...]:
        view = self._view
        found: list[SaidAlone] = []
        for meeting in self._meetings:
            pauses = pauses_in(self._kept(meeting.id), meeting.id)
            found += said_alone(view.family, meeting, pauses, view.keyboard, today=view.today, pack=view.pack)
        return tuple(found)

    def _kept(self, meeting: str) -> str:
        return self._recorder.draft(where_pauses_are_kept(self._view.family, meeting)).text

    def _keep(self, meeting: str, change: Callable[[str], str]) -> bool:
        """Change the lines that hold a meeting's breaks. Whether they are on disk."""
        where = where_pauses_are_kept(self._view.family, meeting)
        self._recorder.half_typed(where, Draft(text=change(self._kept(meeting)), cursor=0), 0)
        return self._recorder.flush()

    def _open(self, chosen: SaidAlone) -> None:
        form = HarmNoteForm(self._view.family.ref, chosen.pause)
        self.app.push_screen(HarmNoteScreen(self._recorder, form))

    def _draw(self) -> None:
        view, found, breaks = self._view, self._found(), self.query_one(LetteredList)
        days = {each.id: spoken_near(each.on, view.today) for each in self._meetings}
        breaks.show(
            [
                LetteredRow(
                    each.pause.id,
                    spoken_time(each.pause.time),
                    state="" if each.note is None else "written",
                    mark="·" if each.note is None else "✓",
                    group=days[each.pause.meeting],
                )
                for each in found
            ]
        )
        breaks.display = bool(found)
        self.set_focus(breaks if found else None)
        if not found:
            self.tell(_NOTHING)
