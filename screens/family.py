"""A family's place: who is who, what is open, the meetings. Everything between meetings begins here."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from eymeeting.domain.beginning import under_way
from eymeeting.domain.colleagues import as_known
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family_rows import PlaceRow, place_rows
from eymeeting.domain.introductions import Introduction, read_introduction
from eymeeting.domain.names import short_names
from eymeeting.domain.scores_in_the_room import to_look_back_from
from screens.agreement import AgreementScreen
from screens.between_meetings import BetweenMeetings
from screens.family_desk import FamilyDesk
from screens.family_recorder import FamilyRecorder
from screens.family_wanted import ToMeeting
from screens.forms.family_details import FamilyDetailsForm
from screens.forms.household import HouseholdForm
from screens.forms.person import PersonForm
from screens.forms.worker import WorkerForm
from screens.help import HelpScreen
from screens.last_time import ForTheChairScreen
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.then_and_now import ThenAndNowScreen
from screens.then_and_now_words import with_scores
from screens.who_owes import WhoOwesScreen
from screens.widgets.draft_input import DraftInput
from screens.widgets.key_line import KeyLine
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.somebody_input import SomebodyInput
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

_BEGINS_AT: Final = {"needs": "access_needs"}
"""Of the lines that open the family's details, the row they begin at."""


class FamilyScreen(BetweenMeetings):
    """One family between its meetings. Gives back the meeting that is wanted, or nothing."""

    CSS_PATH = "family.tcss"
    AUTO_FOCUS = "#place"
    HELP = """\
    A **letter** opens a line; or go there with **up** and **down** and press **Enter**.
    **F2** adds somebody: name, who they are, birthday or service, with commas.
    **F3**, or **Shift** with somebody's letter, tells what has changed: born, a new name, moved, joined, left, died.
    **F6** shows who owes what, and makes a list for each worker that the lead can send out.
    **F4** begins the meeting, or goes on with it. **F5** writes down a call or a visit.
    **F7** shows the scores then and now as a picture. **F9** shows, for the chair, whether the plan drifts.
    Under **Meetings** a letter opens a meeting as it was written down, to read it or to put a word right.
    A telephone number, or somebody's home, stands on their page; an address opens under **Where they live**.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1", "help", "Help", priority=True, tooltip="Every key, and what this place is for", id="help"
        ),
        Binding(
            "f2,ctrl+n", "add", "Add somebody", priority=True, tooltip="Add a person or a worker", id="add"
        ),
        Binding(
            "f4,ctrl+t",
            "meet",
            "Meeting",
            priority=True,
            tooltip="Begin the meeting, or go on with it",
            id="meet",
        ),
        Binding(
            "f5,ctrl+l",
            "contact",
            "Call",
            priority=True,
            tooltip="Write down a call or a visit",
            id="family.call",
        ),
        Binding(
            "f3,ctrl+b",
            "changed",
            "Changed",
            show=False,
            priority=True,
            tooltip="Somebody was born, has a new name, moved, joined, left or died",
            id="family.changed",
        ),
        Binding(
            "f7,ctrl+f",
            "then_and_now",
            "Then and now",
            show=False,
            priority=True,
            tooltip="See how the scores went from meeting to meeting",
            id="family.then_and_now",
        ),
        Binding(
            "f6,ctrl+k",
            "who_owes",
            "Who owes what",
            show=False,
            priority=True,
            tooltip="Everybody's open actions, and a list for each worker to send out",
            id="family.who_owes",
        ),
        Binding(
            "f9,ctrl+e",
            "worth_a_look",
            "Worth a look",
            show=False,
            priority=True,
            tooltip="For the chair: what may show that the plan drifts, and what could help",
            id="family.worth_a_look",
        ),
        Binding(
            "f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done", id="undo"
        ),
        Binding(
            "f10,ctrl+g", "home", "Home", priority=True, tooltip="Go home; everything is kept", id="back"
        ),
        Binding(
            "question_mark",
            "help",
            show=False,
            tooltip="Every key, and what this place is for",
            id="help.question_mark",
        ),
    ]

    def __init__(self, around: Surroundings, ref: str, keyboard: str) -> None:
        super().__init__()
        self._around = around
        self.recorder = FamilyRecorder(self, FamilyDesk(around, around.store.family(ref), keyboard))
        self.recorder.listen(self._show, self.say_saved, self.say_rescued)

    def compose(self) -> ComposeResult:
        """Title, the lines, somebody new, status, keys."""
        yield Static(id="title")
        yield LetteredList(self._lettered(), id="place")
        yield SomebodyInput(
            self.recorder.draft(self._where),
            where=self._where,
            placeholder="Who else? Name, who they are, birthday or service",
            colleagues=self.recorder.colleagues,
            workers=lambda: self.recorder.view.family.workers,
        )
        yield Static(id="told")
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Say whose place it is."""
        self._draw_title()
        self.say_saved(None)

    @property
    def _where(self) -> str:
        return f"{self.recorder.view.family.ref}/people/somebody"

    @on(events.ScreenResume)
    def show_again(self) -> None:
        """Draw what now stands."""
        if self.is_mounted:
            self._show()

    @on(LetteredList.Chosen)
    def open_line(self, event: LetteredList.Chosen) -> None:
        """Open a line."""
        event.stop()
        row = self._rows()[int(event.id)]
        self._openers[row.kind](row)

    @on(LetteredList.Other)
    def changed_with_somebody(self, event: LetteredList.Other) -> None:
        """Ask what has changed with somebody; with any other line, with whom."""
        event.stop()
        self.action_changed()

    @on(DraftInput.Typed)
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed line, and say what it means so far."""
        event.stop()
        self.recorder.half_typed(self._where, event.draft, event.edits)
        told = self._read(event.draft.text)
        self.tell(told.problem or told.understood)

    @on(Input.Submitted, "#somebody")
    def add_somebody(self, event: Input.Submitted) -> None:
        """Add somebody."""
        event.stop()
        told = as_known(self._read(event.value), self.recorder.colleagues())
        if told.member is None:
            self.tell(told.problem or "")
            return
        if self.recorder.did(self.recorder.view.change(None, told.member), clear_draft=self._where):
            self.query_one("#somebody", DraftInput).put("")
            self.tell(f"Added: {told.understood}" if told.understood else "Added.")

    def action_add(self) -> None:
        """Go to the line for somebody new, or back from it."""
        line = self.query_one("#somebody", DraftInput)
        self.set_focus(self.query_one(LetteredList) if line.has_focus else line)

    def go_to_part(self, kind: str) -> bool:
        """Go to the first line of a kind. Whether there is one."""
        place = next((place for place, row in enumerate(self._rows()) if row.kind == kind), None)
        if place is None:
            return False
        lines = self.query_one("#place", LetteredList)
        lines.put_highlight(str(place))
        self.set_focus(lines)
        return True

    def action_changed(self) -> None:
        """Ask what has changed: with whoever is highlighted, else first with whom."""
        self.with_somebody(self._ask_what_changed)

    def _ask_what_changed(self) -> None:
        highlighted = self.query_one(LetteredList).highlighted
        row = None if highlighted is None else self._rows()[int(highlighted)]
        self.choose_what_changed(row.id if row is not None and row.kind == "person" else "")

    def action_who_owes(self) -> None:
        """Show everybody's open actions; the one that is chosen is opened to write down its news."""
        self.with_somebody(self._show_who_owes)

    def _show_who_owes(self) -> None:
        def chosen(action: str | None) -> None:
            if action is not None:
                self.open_news(action)

        if self.recorder.left():
            self.app.push_screen(WhoOwesScreen(self.recorder), chosen)

    def action_worth_a_look(self) -> None:
        """Show what may show that the plan drifts."""
        self.with_somebody(self._show_worth_a_look)

    def _show_worth_a_look(self) -> None:
        if self.recorder.left():
            self.app.push_screen(ForTheChairScreen(self.recorder.view))

    def action_meet(self) -> None:
        """Begin the meeting, or go on with it."""
        self.with_somebody(self._meet)

    def _meet(self) -> None:
        meeting = under_way(self.recorder.view.family)
        if self.recorder.left():
            self.dismiss(ToMeeting(None if meeting is None else meeting.id))

    def action_then_and_now(self) -> None:
        """Show how the scores went; where meetings were kept apart from somebody, ask up to which."""
        view = self.recorder.view
        found = to_look_back_from(view.family)

        def show(meeting: str) -> None:
            self.app.push_screen(ThenAndNowScreen(view, view.family.meeting(meeting)))

        if not found:
            self.tell("Nobody has given a score yet.")
        elif not self.recorder.left():
            return
        elif len(found) == 1:
            show(found[0].id)
        else:
            choices = [(each.id, spoken_near(each.on, view.today), each.title or "") for each in found]
            self._pick("The scores up to which meeting?", choices, show)

    def action_home(self) -> None:
        """Go home. What is half typed is there next time."""
        if self.leave():
            self.dismiss(None)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.HELP, self))

    def add_whoever_types(self) -> None:
        """Go to the line for somebody new: nobody helps this family yet."""
        self.set_focus(self.query_one("#somebody"))
        self.tell("Add whoever is at the keyboard first: name, job, service.")

    def leave(self) -> bool:
        """Keep what is half typed. Whether everything is on disk."""
        return self.recorder.left()

    def tell(self, words: str) -> None:
        """Say something under the lines."""
        self.query_one("#told", Static).update(plain(words))

    @property
    def _openers(self) -> dict[str, Callable[[PlaceRow], None]]:
        ref = self.recorder.view.family.ref
        return {
            "actions": lambda _: self.choose_action(),
            "next": lambda _: self.with_somebody(self.choose_next),
            "contacts": lambda _: self.with_somebody(self.choose_contact),
            "copies": lambda _: self.with_somebody(self.choose_copy),
            "agreement": lambda _: self.with_somebody(self._open_agreement),
            "details": lambda row: self.open_form(FamilyDetailsForm(ref), _BEGINS_AT.get(row.id, "")),
            "person": lambda row: self.open_form(PersonForm(ref, row.id)),
            "worker": lambda row: self.open_form(WorkerForm(ref, row.id)),
            "household": lambda row: self.open_form(HouseholdForm(ref, row.id or None)),
            "meeting": lambda row: self.with_somebody(lambda: self.open_meeting(row.id)),
            "scores": lambda _: self.action_then_and_now(),
            "changed": lambda row: self.with_somebody(lambda: self.choose_change(row.id)),
            "earlier": lambda _: self.with_somebody(self.choose_meeting),
        }

    def _open_agreement(self) -> None:
        if self.recorder.left():
            self.app.push_screen(AgreementScreen(self.recorder))

    def open_meeting(self, meeting: str) -> None:
        """Open a meeting to read it, or to put something right in it."""
        if self.recorder.left():
            self.dismiss(ToMeeting(meeting, "look"))

    def _read(self, text: str) -> Introduction:
        view = self.recorder.view
        return read_introduction(text, view.family, view.pack, view.today)

    def _rows(self) -> tuple[PlaceRow, ...]:
        view = self.recorder.view
        return with_scores(place_rows(view.family, view.pack, view.today), view.family)

    def _lettered(self) -> list[LetteredRow]:
        return [
            LetteredRow(str(place), row.name, "", row.told, "", row.group)
            for place, row in enumerate(self._rows())
        ]

    def _show(self) -> None:
        self.query_one("#place", LetteredList).show(self._lettered())
        self._draw_title()

    def _draw_title(self) -> None:
        view = self.recorder.view
        details = view.family.details
        who = short_names(view.family).get(view.keyboard)
        typing = "" if who is None else f" · {who} is typing"
        self.query_one("#title", Static).update(plain(f"{details.called} · {details.ref}{typing}"))
