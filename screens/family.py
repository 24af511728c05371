"""A family's place: who is who, what is open, the meetings. Everything between meetings begins here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from eymeeting.domain.beginning import under_way
from eymeeting.domain.dates import how_far, spoken_near
from eymeeting.domain.entry import new_id
from eymeeting.domain.family_now import open_actions
from eymeeting.domain.family_rows import PlaceRow, place_rows
from eymeeting.domain.in_words import STATUS
from eymeeting.domain.introductions import Introduction, read_introduction
from eymeeting.domain.names import short_names
from eymeeting.domain.problems import Problem
from screens.family_desk import FamilyDesk
from screens.family_recorder import FamilyRecorder
from screens.form_screen import FormScreen
from screens.forms.action_news import ActionNewsForm
from screens.forms.contact import METHOD_WORDS, ContactForm
from screens.forms.family_details import FamilyDetailsForm
from screens.forms.form import Form
from screens.forms.next_meeting import NextMeetingForm
from screens.help import HelpScreen
from screens.picker import Picker
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.taken_back import taken_back
from screens.widgets.draft_input import DraftInput, too_long
from screens.widgets.key_line import KeyLine
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall


@dataclass(frozen=True, slots=True)
class ToMeeting:
    """A meeting is wanted: this one, or where there is none, a new one."""

    meeting: str | None
    way: Literal["begin", "look"] = "begin"


NEW_CONTACT: Final = "new"


class FamilyScreen(Screen[ToMeeting | None]):
    """One family between its meetings. Gives back the meeting that is wanted, or nothing."""

    CSS_PATH = "family.tcss"
    AUTO_FOCUS = "#place"
    HELP = """\
    A **letter** opens a line; or go there with **up** and **down** and press **Enter**.
    **F2** adds somebody: name, who they are, birthday or service, with commas.
    **F4** begins the meeting, or goes on with it. **F5** writes down a call or a visit.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", priority=True, tooltip="Every key, and what this place is for"),
        Binding("f2,ctrl+n", "add", "Add somebody", priority=True, tooltip="Add a person or a worker"),
        Binding("f4,ctrl+t", "meet", "Meeting", priority=True, tooltip="Begin the meeting, or go on with it"),
        Binding("f5,ctrl+l", "contact", "Call", priority=True, tooltip="Write down a call or a visit"),
        Binding("f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing done"),
        Binding("f10,ctrl+g", "home", "Home", priority=True, tooltip="Go home; everything is kept"),
        Binding("question_mark", "help", show=False, tooltip="Every key, and what this place is for"),
    ]

    def __init__(self, around: Surroundings, ref: str, keyboard: str) -> None:
        super().__init__()
        self._around = around
        self.recorder = FamilyRecorder(self, FamilyDesk(around, around.store.family(ref), keyboard))
        self.recorder.listen(self._show, self._say_saved, self._say_rescued)

    def compose(self) -> ComposeResult:
        """Title, the lines, somebody new, status, keys."""
        yield Static(id="title")
        yield LetteredList(self._lettered(), id="place")
        yield DraftInput(
            self.recorder.draft(self._where),
            where=self._where,
            id="somebody",
            placeholder="Somebody else? Name, who they are, birthday or service",
        )
        yield Static(id="told")
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Say whose place it is."""
        self._draw_title()
        self._say_saved(None)

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
        told = self._read(event.value)
        if told.member is None:
            self.tell(told.problem or "")
            return
        if self.recorder.did(self.recorder.view.change(None, told.member), clear_draft=self._where):
            self.query_one("#somebody", DraftInput).put("")
            self.tell(f"Added: {told.understood}" if told.understood else "Added.")

    @on(DraftInput.TooLong)
    def refuse_paste(self, event: DraftInput.TooLong) -> None:
        """Say that a paste was too long; nothing of it was taken."""
        event.stop()
        self.tell(too_long(event.length))

    def action_add(self) -> None:
        """Go to the line for somebody new, or back from it."""
        line = self.query_one("#somebody", DraftInput)
        self.set_focus(self.query_one(LetteredList) if line.has_focus else line)

    def action_meet(self) -> None:
        """Begin the meeting, or go on with it."""
        self._with_somebody(self._meet)

    def _meet(self) -> None:
        meeting = under_way(self.recorder.view.family)
        if self.recorder.left():
            self.dismiss(ToMeeting(None if meeting is None else meeting.id))

    def action_contact(self) -> None:
        """Write down a call or a visit."""
        form = ContactForm(self.recorder.view.family.ref, new_id())
        self._with_somebody(lambda: self._open_form(form))

    def action_undo(self) -> None:
        """Take back the last thing done."""
        undone = self.recorder.undo()
        if undone is not None:
            self.tell(taken_back(undone, self.recorder.view))

    def action_home(self) -> None:
        """Go home. What is half typed is there next time."""
        if self.leave():
            self.dismiss(None)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.HELP, self))

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
            "actions": lambda _: self._choose_action(),
            "next": lambda _: self._with_somebody(lambda: self._open_form(NextMeetingForm(ref))),
            "contacts": lambda _: self._choose_contact(),
            "details": lambda _: self._open_form(FamilyDetailsForm(ref)),
            "meeting": lambda row: self._open_meeting(row.id),
        }

    def _with_somebody(self, then: Callable[[], None]) -> None:
        """Do something once it is known who is at the keyboard."""
        desk = self.recorder.desk
        workers = [worker for worker in desk.family.workers if not worker.interpreter]
        if desk.keyboard:
            then()
        elif not workers:
            self.set_focus(self.query_one("#somebody"))
            self.tell("Add whoever is at the keyboard first: name, job, service.")
        else:

            def sits_down(who: str) -> None:
                desk.keyboard = who
                self._around.at_keyboard.name = next(each.name for each in workers if each.id == who)
                self._draw_title()
                then()

            self._pick(
                "Who is at the keyboard?", [(each.id, each.name, each.role) for each in workers], sits_down
            )

    def _open_form(self, form: Form) -> None:
        if self.recorder.left():
            self.app.push_screen(FormScreen(self.recorder, form))

    def _choose_action(self) -> None:
        view = self.recorder.view
        names = short_names(view.family)
        choices = [
            (
                now.action.id,
                now.action.text,
                " · ".join(
                    part
                    for part in (
                        STATUS[now.status],
                        None if now.owner is None else names[now.owner],
                        None if now.due is None else f"{spoken_near(now.due, view.today)}",
                    )
                    if part
                ),
            )
            for now in open_actions(view.family)
        ]
        if not choices:
            self.tell("No action is open.")
            return
        self._pick(
            "Which action is there news of?",
            choices,
            lambda action: self._open_form(ActionNewsForm(view.family.ref, action, new_id())),
        )

    def _choose_contact(self) -> None:
        view = self.recorder.view
        choices = [(NEW_CONTACT, "A new call or visit", "")]
        choices += [
            (
                each.id,
                f"{spoken_near(each.on, view.today)}: {METHOD_WORDS[each.how]}",
                how_far(each.on, view.today),
            )
            for each in sorted(view.family.contacts, key=lambda each: (each.on, each.position), reverse=True)
        ]
        if len(choices) == 1:
            self.action_contact()
            return
        self._pick(
            "Which call or visit?",
            choices,
            lambda chosen: self._open_form(
                ContactForm(view.family.ref, new_id() if chosen == NEW_CONTACT else chosen)
            ),
        )

    def _open_meeting(self, meeting: str) -> None:
        if self.recorder.left():
            self.dismiss(ToMeeting(meeting, "look"))

    def _pick(self, title: str, choices: list[tuple[str, str, str]], then: Callable[[str], None]) -> None:
        def picked(choice: str | None) -> None:
            if choice:
                then(choice)

        self.app.push_screen(Picker(title, choices), picked)

    def _read(self, text: str) -> Introduction:
        view = self.recorder.view
        return read_introduction(text, view.family, view.pack, view.today)

    def _rows(self) -> tuple[PlaceRow, ...]:
        view = self.recorder.view
        return place_rows(view.family, view.pack, view.today)

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
        self.query_one("#title", Static).update(
            plain(f"{details.chosen_name or details.family_name} · {details.ref}{typing}")
        )

    def _say_saved(self, problem: Problem | None) -> None:
        desk = self.recorder.desk
        self.query_one(StatusLine).show_mark(
            problem, desk.saved_at, desk.saved, is_waiting=self.recorder.is_waiting
        )

    def _say_rescued(self, path: object) -> None:
        self.tell(f"Until it is saved, it is also in {path}")
