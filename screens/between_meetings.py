"""What is done for a family between meetings: calls, news of actions, copies given, who is at the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from eymeeting.domain.at_the_keyboard import offered_the_keyboard
from eymeeting.domain.contact import Contact
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import ActionNow
from eymeeting.domain.family_changing import can_happen
from eymeeting.domain.family_history import what_has_happened
from eymeeting.domain.family_now import finished_actions, open_actions
from eymeeting.domain.family_rows import rows_of_earlier_meetings
from eymeeting.domain.in_words import CONTACT, STATUS
from eymeeting.domain.kept_apart import Gathering, pairs, to_come
from eymeeting.domain.meeting import Copy
from eymeeting.domain.names import short_names
from eymeeting.domain.safe_touch import ways_to_give
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.standing import MADE_NOT_GIVEN
from eymeeting.domain.taken_home import said_of_a_copy
from screens.at_a_family import AtAFamily
from screens.copies_given import CopiesGivenScreen
from screens.family_wanted import ToMeeting
from screens.form_screen import FormScreen
from screens.forms.action_news import ActionNewsForm
from screens.forms.contact import ContactForm
from screens.forms.form import Form, free_id
from screens.forms.next_meeting import NextMeetingForm
from screens.picker import Picker
from screens.what_changed import Asking
from screens.which_meeting import choices_of
from screens.widgets.spacing import cut

NEW_CONTACT: Final = "new"
OTHERS: Final = "others"
_WHICH_ACTION: Final = "Which action is there news of?"
_FIRST_WORDS: Final = 22
"""Cells of what was said that stand beside a call or a visit."""


class BetweenMeetings(AtAFamily[ToMeeting | None]):
    """The acts of a family's place that ask first which of several is meant."""

    def add_whoever_types(self) -> None:
        """Ask for somebody to be at the keyboard, since nobody helps this family yet."""
        raise NotImplementedError

    def action_contact(self) -> None:
        """Write down a call or a visit."""
        self.with_somebody(lambda: self._open_contact(NEW_CONTACT))

    def with_somebody(self, then: Callable[[], None]) -> None:
        """Do something once it is known who is at the keyboard."""
        desk = self.recorder.desk
        workers = offered_the_keyboard(desk.family, self.recorder.view.today)
        if desk.keyboard:
            then()
        elif not workers:
            self.add_whoever_types()
        else:

            def sits_down(who: str) -> None:
                desk.keyboard = who
                desk.around.at_keyboard.name = next(each.name for each in workers if each.id == who)
                self.recorder.redraw()
                then()

            self._pick(
                "Who is at the keyboard?", [(each.id, each.name, each.role) for each in workers], sits_down
            )

    def open_form(self, form: Form, start: str = "") -> None:
        """Open a form, at a row of it."""
        if self.recorder.left():
            self.app.push_screen(FormScreen(self.recorder, form, start=start))

    def choose_action(self) -> None:
        """Ask which action is meant: the open ones first, then what is finished, with how it stands.

        Those that are not for everyone are a second question.
        """
        view = self.recorder.view
        found = (*open_actions(view.family), *finished_actions(view.family))
        open_here = [now for now in found if is_open_in_the_room(view.family, now.action, pack=view.pack)]
        others = [now for now in found if now not in open_here and view.may_open((now.action,))]
        choices = [self._told_of(now) for now in open_here]
        if others:
            choices.append((OTHERS, f"{len(others)} more, not for everyone", ""))
        if not choices:
            self.tell("No action is agreed yet.")
            return

        def open_news(action: str) -> None:
            if action == OTHERS:
                self._pick(_WHICH_ACTION, [self._told_of(now) for now in others], open_news)
            else:
                self.open_news(action)

        self._pick(_WHICH_ACTION, choices, open_news)

    def open_news(self, action: str) -> None:
        """Open the news of an action."""
        self.open_form(ActionNewsForm(self.recorder.view.family.ref, action, new_id()))

    def _told_of(self, now: ActionNow) -> tuple[str, str, str]:
        view, names = self.recorder.view, short_names(self.recorder.view.family)
        parts = (
            STATUS[now.status],
            None if now.owner is None else names[now.owner],
            None if now.due is None else spoken_near(now.due, view.today),
        )
        return now.action.id, now.action.text, " · ".join(part for part in parts if part)

    def choose_contact(self) -> None:
        """Ask which call or visit is meant, a new one among them."""
        view, names = self.recorder.view, short_names(self.recorder.view.family)
        seen = view.may_open(view.family.contacts)
        choices = [(NEW_CONTACT, "A new call or visit", "")]
        choices += [
            (
                each.id,
                f"{spoken_near(each.on, view.today)}: {_with_whom(each, names)}",
                _first_words(each),
            )
            for each in sorted(seen, key=lambda each: (each.on, each.position), reverse=True)
        ]
        if len(choices) == 1:
            self.action_contact()
            return
        self._pick(
            "Which call or visit?",
            choices,
            self._open_contact,
        )

    def _open_contact(self, chosen: str) -> None:
        family = self.recorder.view.family
        contact = free_id("call", family.contacts) if chosen == NEW_CONTACT else chosen
        self.open_form(ContactForm(family.ref, contact))

    def open_meeting(self, meeting: str) -> None:
        """Open a meeting to read it, or to put something right in it."""
        raise NotImplementedError

    def choose_meeting(self) -> None:
        """Ask which of the earlier meetings is meant."""
        view = self.recorder.view
        earlier = rows_of_earlier_meetings(view.family, view.pack, view.today)
        self._pick("Which meeting?", [(each.id, each.name, each.told) for each in earlier], self.open_meeting)

    def choose_next(self) -> None:
        """Open the next meeting; where people are kept apart, ask which, another one among them."""
        view = self.recorder.view
        ref, coming = view.family.ref, to_come(view.family)
        if not pairs(view.family):
            self.open_form(NextMeetingForm(ref))
            return
        choices = [*choices_of(view.family, coming, view.today), (NEW_CONTACT, "Another meeting", "")]

        def chosen(at: str) -> None:
            another = Gathering(on=view.today, start="10:00", minutes=0, place="", apart=())
            self.open_form(NextMeetingForm(ref, another if at == NEW_CONTACT else coming[int(at)]))

        self._pick("Which meeting?", choices, chosen)

    def choose_what_changed(self, who: str) -> None:
        """Ask what has changed with somebody; with nobody named, or somebody who has died, first with whom."""
        view = self.recorder.view
        asking = Asking(view=lambda: self.recorder.view, pick=self._pick, open_form=self.open_form)
        if can_happen(view.family, who):
            asking.what(who)
        else:
            asking.with_whom()

    def choose_change(self, place: str) -> None:
        """Open what changed at a place of the history, to put it right; without one ask which."""
        view = self.recorder.view
        happened = what_has_happened(view.family)
        if place:
            asking = Asking(view=lambda: self.recorder.view, pick=self._pick, open_form=self.open_form)
            asking.again(happened[int(place)])
            return
        choices = [
            (str(at), each.words, spoken_near(each.on, view.today)) for at, each in enumerate(happened)
        ]
        self._pick("Which change?", choices, self.choose_change)

    def choose_copy(self) -> None:
        """Show the copies: which was given, and how; where they lie."""
        if not self.recorder.view.family.copies:
            self.tell("No copy is made yet. F9 at the meeting makes them.")
            return
        self.app.push_screen(CopiesGivenScreen(self.recorder, self._ask_how_given))

    def _ask_how_given(self, made: Copy) -> None:
        view = self.recorder.view
        choices = [(way, way, "") for way in (*ways_to_give(view.family), MADE_NOT_GIVEN)]
        stayed_off = said_of_a_copy(view.family, made, view.keyboard)
        question = f"How was it given? It is {stayed_off}." if stayed_off else "How was it given?"
        self._pick(question, choices, lambda how: self._given(made.id, how))

    def _given(self, copy: str, how: str) -> None:
        view = self.recorder.view
        before = next((each for each in view.family.copies if each.id == copy), None)
        if before is not None:
            self.recorder.did(view.change(before, replace(before, how=how, on=view.today)))

    def _pick(self, title: str, choices: Sequence[tuple[str, str, str]], then: Callable[[str], None]) -> None:
        def picked(choice: str | None) -> None:
            if choice:
                then(choice)

        self.app.push_screen(Picker(title, choices), picked)


def _with_whom(contact: Contact, names: Mapping[str, str]) -> str:
    who = None if contact.who is None else names.get(contact.who)
    return CONTACT[contact.how] + (f", {who}" if who else "")


def _first_words(contact: Contact) -> str:
    words = " ".join(contact.text.split())
    if not words:
        return "no answer" if contact.reached is False else "nothing written yet"
    return cut(words, _FIRST_WORDS)
