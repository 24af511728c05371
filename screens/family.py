"""A family's place: who is who, what is open, the meetings. Everything between meetings begins here."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from eymeeting.domain.at_the_keyboard import who_may_type
from eymeeting.domain.beginning import under_way
from eymeeting.domain.colleagues import as_known
from eymeeting.domain.family_changing import added
from eymeeting.domain.family_rows import PlaceRow, place_rows
from eymeeting.domain.introductions import Introduction, read_introduction
from eymeeting.domain.names import short_names
from screens.agreement import AgreementScreen
from screens.family_desk import FamilyDesk
from screens.family_keys import FAMILY_KEYS, HELP
from screens.family_recorder import FamilyRecorder
from screens.family_wanted import ToMeeting
from screens.forms.family_details import FamilyDetailsForm
from screens.forms.household import HouseholdForm
from screens.forms.person import PersonForm
from screens.forms.worker import WorkerForm
from screens.help import HelpScreen
from screens.looking_back import LookingBack
from screens.papers_planned import choose_papers
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.then_and_now_words import with_scores
from screens.trail import THE_TRAIL
from screens.widgets.draft_input import DraftInput
from screens.widgets.key_line import KeyLine
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.somebody_input import SomebodyInput
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

_NOBODY_TO_TYPE: Final = "Add whoever is at the keyboard first: name, job, service."
_NONE_TO_TYPE: Final = "Add somebody whose service the family shares with: name, job, service."
_BEGINS_AT: Final = {"needs": "access_needs"}
"""Of the lines that open the family's details, the row they begin at."""


class FamilyScreen(LookingBack):
    """One family between its meetings. Gives back the meeting that is wanted, or nothing."""

    CSS_PATH = "family.tcss"
    AUTO_FOCUS = "#place"
    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = FAMILY_KEYS

    def __init__(self, around: Surroundings, ref: str, keyboard: str) -> None:
        super().__init__()
        self._around = around
        self.recorder = FamilyRecorder(self, FamilyDesk(around, around.store.family(ref), keyboard))
        self.recorder.listen(self._show, self.say_saved, self.say_rescued)

    def compose(self) -> ComposeResult:
        """Title, the lines, somebody new, status, keys."""
        yield Static(id="title")
        yield LetteredList(self._lettered(), id="place", other=True)
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
        if self.recorder.did(*added(self.recorder.view.family, told.member), clear_draft=self._where):
            self.query_one("#somebody", DraftInput).put("")
            self.tell(f"Added: {told.understood}" if told.understood else "Added.")

    def action_leave_line(self) -> None:
        """Go back to the lines."""
        self.set_focus(self.query_one(LetteredList))

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

    def action_meet(self) -> None:
        """Begin the meeting, or go on with it."""
        self.with_somebody(self._meet)

    def _meet(self) -> None:
        meeting = under_way(self.recorder.view.family)
        if self.recorder.left():
            self.dismiss(ToMeeting(None if meeting is None else meeting.id))

    def action_papers(self) -> None:
        """Make the papers before a meeting that is planned; of several, ask which."""
        self.with_somebody(lambda: choose_papers(self))

    def action_home(self) -> None:
        """Go home. What is half typed is there next time."""
        if self.leave():
            self.dismiss(None)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.HELP, self))

    def add_whoever_types(self) -> None:
        """Go to the line for somebody new: nobody helps this family yet, or nobody whose service it shares with."""
        self.set_focus(self.query_one("#somebody"))
        self.tell(_NONE_TO_TYPE if who_may_type(self.recorder.view.family) else _NOBODY_TO_TYPE)

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
            "trail": lambda _: self.with_somebody(self.show_trail),
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
        rows = place_rows(view.family, view.pack, view.today, view.keyboard)
        return (*with_scores(rows, view.family, view.pack), THE_TRAIL)

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
