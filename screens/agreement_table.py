"""Everybody's agreement to sharing, service by service: the step of a meeting and the family's place share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, Protocol

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from eymeeting.domain.agreeing import (
    Asking,
    Step,
    answer_of_the_day,
    answered,
    told,
)
from eymeeting.domain.agreement import AgencyAnswer, AgreementMethod
from eymeeting.domain.consent import REFUSALS, same_agency
from eymeeting.domain.family import Change
from eymeeting.domain.sitting import Draft
from eymeeting.domain.stopped_sharing import what_it_does
from eymeeting.domain.who_interprets import interpreters
from screens.agreement_choices import CHOICES, WHO_JUDGED, choices, chosen, is_judged_today, judged, judges
from screens.agreement_interpreter import (
    NO_INTERPRETER,
    NOBODY_CALLED_SO,
    taken_away,
    with_interpreter,
)
from screens.agreement_line import QUESTIONS
from screens.agreement_shown import AgreementShown, Turned
from screens.agreement_words import names_here
from screens.family_desk import FamilyView
from screens.picker import Picker
from screens.widgets.agreement_grid import AgreementGrid
from screens.widgets.agreement_keys import Act
from screens.widgets.draft_input import DraftInput

_ANSWERS: Final[dict[Act, AgencyAnswer]] = {
    "yes": "yes",
    "no": "no",
    "limited": "limited",
    "withdrawn": "withdrawn",
    "not_asked": "not_asked",
    "not_needed": "not_needed",
}
_ASKS: Final[dict[Act, str]] = {
    "limited": "limit",
    "not_needed": "duty",
    "note": "note",
    "reason": "reason",
    "agency": "agency",
    "interpreter": "interpreter",
}
"""Which line a key opens."""

_PAST: Final = "That is how it stood then. Today's answers are given today."


class TakesAgreement(Protocol):
    """What keeps the answers."""

    def draft(self, where: str) -> Draft: ...  # noqa: D102
    def did(self, *changes: Change, clear_draft: str | None = None) -> bool: ...  # noqa: D102
    @property
    def view(self) -> FamilyView: ...  # noqa: D102


class AgreementTable(AgreementShown):
    """The grid in which answers are given. It tells the recorder; ``half_typed`` keeps what stands in the line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "leave_line",
            "Back",
            show=False,
            tooltip="Back to the services",
            id="agreement_table.leave_line",
        ),
    ]

    def __init__(
        self,
        recorder: TakesAgreement,
        turned: Turned,
        half_typed: Callable[[str, Draft, int], None],
        start: str = "",
    ) -> None:
        """``start`` is the ``place`` it was left at."""
        super().__init__(turned)
        self._recorder, self._half_typed = recorder, half_typed
        self._just_answered = ""
        self._came_to = ("", "")
        self._start = start
        self._services = f"{recorder.view.family.ref}/agreement/services"
        self.added += recorder.draft(self._services).text.splitlines()

    def on_mount(self) -> None:
        """Go to where the keyboard was."""
        kind, _, rest = self._start.partition("|")
        person, _, agency = rest.partition("|")
        self.grid.move_to(person, agency)
        if kind in QUESTIONS and (not person or self.view.family.person(person)):
            self._open_line(kind, person, agency)
        self.draw()

    @property
    def view(self) -> FamilyView:
        """What stands now."""
        return self._recorder.view

    @property
    def keyboard_goes_to(self) -> Widget:
        """The line while one is open, else the grid."""
        return self.line if self.line.is_open else self.grid

    @property
    def place(self) -> str:
        """Which cell the cursor is at, and which line is open, as one text."""
        return "|".join(self.line.about if self.line.is_open else ("", *self.grid.cursor))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is a way back from the line only while it is open."""
        return action != "leave_line" or self.line.is_open

    @on(AgreementGrid.Pressed)
    def take(self, event: AgreementGrid.Pressed) -> None:
        """Do what a key asks for."""
        act = event.act
        if act == "say":
            return
        event.stop()
        if act == "all":
            self.show_all_or_not()
        elif act == "agency":
            self._ask_agency()
        elif act == "clear" and self.is_only_added(event.agency):
            self.take_away(event.agency)
        elif not event.person:
            self.say("There is nobody to ask yet.")
        elif self.turned.on() != self.turned.answers_on():
            self.say(_PAST)
        elif act in _ANSWERS:
            self._answer(act, event.person, event.agency)
        elif act in ("told_limits", "told_rights"):
            self._keep(told(self.view.family, self._everybody_here(event.person), act))
        elif act == "clear":
            asking, interpreter = self._asking(event.person), self.turned.interpreter()
            self._keep(taken_away(self.view.family, asking, event.agency, interpreter))
        elif act in _ASKS:
            self._ask_words(_ASKS[act], event.person, event.agency)
        else:
            self._choose(act, event.person)

    @on(DraftInput.Typed, "#agreement-line")
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed words."""
        event.stop()
        self._half_typed(event.field.where, event.draft, event.edits)
        self.draw_limit()

    @on(Input.Submitted, "#agreement-line")
    def keep_line(self, event: Input.Submitted) -> None:
        """Keep the words of the line, and go back to the grid."""
        event.stop()
        line = self.line
        kind, person, _ = line.about
        if kind == "interpreter" and line.words and line.interpreter is None:
            self.say(NOBODY_CALLED_SO)
            return
        if not self._keep(line.steps(self.view.family, self._asking(person)), clear_draft=line.where):
            return
        self._half_typed(line.where, Draft(text="", cursor=0), 0)
        if kind == "agency":
            self.add_agency(line.words)
        self.action_leave_line()
        if kind in ("limit", "duty"):
            self.grid.go_on()

    def action_leave_line(self) -> None:
        """Leave the line; what is half typed stays for next time."""
        self.line.close()
        self.screen.set_focus(self.grid)
        self.draw_lines()

    def _answer(self, act: Act, person: str, agency: str) -> None:
        if not agency:
            return
        self._just_answered = agency
        steps = answered(self.view.family, self._asking(person), agency, _ANSWERS[act])
        if not self._keep(with_interpreter(self.view.family, steps, self.turned.interpreter())):
            return
        if act in _ASKS:
            self._ask_words(_ASKS[act], person, agency)
        else:
            self.grid.go_on()
            self._came_to = self.grid.cursor
            self.draw_lines()

    def what_it_does(self) -> str:
        """What it does that a service was just stopped, until the cursor goes on."""
        view = self.view
        if not self._just_answered or self._came_to != self.grid.cursor:
            return ""
        return what_it_does(
            view.family,
            self._just_answered,
            today=self.turned.answers_on(),
            pack=view.pack,
            meeting=self.turned.meeting,
        )

    def _ask_words(self, kind: str, person: str, agency: str) -> None:
        """Open a line. A reason belongs to the no under the cursor, or to the one that was just said."""
        if kind == "interpreter":
            known = interpreters(self.view.room)
            if not known:
                self.say(NO_INTERPRETER)
                return
            self.line.ask_interpreter(known)
        if kind == "reason":
            family, asking = self.view.family, self._asking(person)
            given = [
                each
                for each in (agency, self._just_answered)
                if (answer := answer_of_the_day(family, asking, each)) and answer.answer in REFUSALS
            ]
            if not given:
                self.say("A reason stands beside today's no. n says no.")
                return
            agency = given[0]
        self._open_line(kind, person, agency)

    def _ask_agency(self) -> None:
        shown = self.matrix.agencies
        offered_here = self.view.pack.lists.agencies
        more = [each for each in offered_here if not any(same_agency(each, agency) for agency in shown)]
        offered = [("", "Another one, typed", ""), *((agency, agency, "") for agency in more)]

        def added(agency: str | None) -> None:
            if agency:
                self.add_agency(agency)
            elif agency is not None:
                self._open_line("agency", *self.grid.cursor)

        self.app.push_screen(Picker("Which service?", offered), added)

    def keep_added(self) -> None:
        """Keep the services that nobody has answered for yet, as what is half typed is kept."""
        words = "\n".join(self.added)
        self._half_typed(self._services, Draft(text=words, cursor=len(words)), 0)

    def _choose(self, act: Act, person: str) -> None:
        offered = choices(act, self.view, self._asking(person))
        if isinstance(offered, str):
            self.say(offered)
            return

        def taken(choice: str | None) -> None:
            if choice == "typed":
                self._open_line("scope", *self.grid.cursor)
            elif act == "able" and choice and not is_judged_today(self.view, self._asking(person), choice):
                self._ask_who_judged(choice)
            elif choice is not None:
                self._keep(chosen(act, self.view, self._asking(person), choice))
                if act == "able":
                    self.grid.move_to(choice, self.grid.cursor[1])

        self.app.push_screen(Picker(CHOICES[act], offered), taken)

    def _ask_who_judged(self, child: str) -> None:
        def taken(judge: str | None) -> None:
            if judge is not None:
                self._keep(judged(self.view, self._asking(child), child, judge))
                self.grid.move_to(child, self.grid.cursor[1])

        self.app.push_screen(Picker(WHO_JUDGED, judges(self.view), at=self.view.keyboard), taken)

    def _keep(self, steps: Sequence[Step], *, clear_draft: str | None = None) -> bool:
        changes = [self.view.change(before, after) for before, after in steps]
        return not changes or self._recorder.did(*changes, clear_draft=clear_draft)

    def _open_line(self, kind: str, person: str, agency: str) -> None:
        line, family = self.line, self.view.family
        line.open(kind, family, self._asking(person), agency, self._recorder.draft)
        self.screen.set_focus(line)
        self.say(line.question(names_here(family).get(person, "")))
        self.draw_limit()
        self.call_after_refresh(line.scroll_visible, animate=False)

    def _asking(self, person: str) -> Asking:
        method: AgreementMethod = "phone" if self.turned.by_phone(person) else "spoken"
        return Asking(person=person, on=self.turned.answers_on(), method=method)

    def _everybody_here(self, person: str) -> tuple[Asking, ...]:
        """Those who are told what is said to the room; nobody marked, whoever the cursor is at."""
        here = self.turned.here() or (person,)
        return tuple(self._asking(each.id) for each in self.matrix.people if each.id in here)
