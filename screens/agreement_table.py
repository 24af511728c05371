"""Everybody's agreement to sharing, service by service: the step of a meeting and the family's place share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar, Final, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.agreeing import (
    Asking,
    Step,
    answer_of_the_day,
    answered,
    not_answered,
    of_the_day,
    told,
    with_more,
    with_words,
)
from eymeeting.domain.agreement import AgencyAnswer
from eymeeting.domain.agreement_matrix import Matrix, matrix
from eymeeting.domain.family import Change
from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import clean_line
from screens.agreement_choices import QUESTIONS, choices, chosen
from screens.agreement_words import answer_line, conversation_line, names_here, signing_line
from screens.family_desk import FamilyView
from screens.picker import Picker
from screens.plain import plain
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
}
"""Which line a key opens."""

_LINES: Final[dict[str, str]] = {
    "limit": "Limited to what?",
    "duty": "Which duty? For the chair's record only",
    "reason": "Why not? For the chair's record only",
    "note": "A note on what was said",
    "scope": "What is this agreement about?",
    "agency": "Which service?",
}
_WORDS_OF: Final = {"limit": "limit", "duty": "reason", "reason": "reason"}
_PAST: Final = "That is how it stood then. Today's answers are given today."


class TakesAgreement(Protocol):
    """What keeps the answers."""

    def draft(self, where: str) -> Draft: ...  # noqa: D102
    def did(self, *changes: Change, clear_draft: str | None = None) -> bool: ...  # noqa: D102
    @property
    def view(self) -> FamilyView: ...  # noqa: D102


class AgreementTable(Vertical):
    """The grid, what is known of the cell under the cursor, and one line for words.

    Turned to a room, ``readers`` are those of the family who look at it and
    ``without`` those it is kept apart from; an earlier refusal then reads “not
    yet”. ``on`` is the day that is looked at; answers are given only on
    ``answers_on``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_line", "Back", show=False, tooltip="Back to the services"),
    ]
    DEFAULT_CSS = """
    AgreementTable {
        height: auto;
        & Static { height: auto; }
        & .quiet { color: $text-muted; }
        & #agreement-line { display: none; }
        & #agreement-line.-open { display: block; }
    }
    """

    def __init__(
        self,
        recorder: TakesAgreement,
        *,
        half_typed: Callable[[str, Draft, int], None],
        on: Callable[[], date],
        answers_on: Callable[[], date],
        readers: Callable[[], Sequence[str]] | None = None,
        without: Sequence[str] = (),
        by_phone: Callable[[str], bool] = lambda _: False,
        start: str = "",
    ) -> None:
        super().__init__()
        self._recorder, self._half_typed = recorder, half_typed
        self._on, self._answers_on = on, answers_on
        self._readers, self._without, self._by_phone = readers, tuple(without), by_phone
        self._more: list[str] = []
        self._shows_all = readers is None
        self._line = ("", "", "")
        self._start = start

    def compose(self) -> ComposeResult:
        """The grid, the lines about it, the line for words."""
        yield AgreementGrid(*self._grid(), id="agreement")
        yield Static(id="agreement-answer")
        yield Static(id="agreement-conversation", classes="quiet")
        yield Static(id="agreement-signing", classes="quiet")
        yield DraftInput(Draft(text="", cursor=0), where="", id="agreement-line")

    def on_mount(self) -> None:
        """Go to where the keyboard was."""
        kind, _, rest = self._start.partition("|")
        person, _, agency = rest.partition("|")
        self.grid.move_to(person, agency)
        if kind in _LINES and (not person or self._view.family.person(person)):
            self._open_line(kind, person, agency)
        self.draw()

    @property
    def grid(self) -> AgreementGrid:
        """The grid."""
        return self.query_one(AgreementGrid)

    @property
    def keyboard_goes_to(self) -> Widget:
        """The line while one is open, else the grid."""
        return self._input if self._line[0] else self.grid

    @property
    def place(self) -> str:
        """Which cell the cursor is at, and which line is open, as one text."""
        return "|".join(self._line if self._line[0] else ("", *self.grid.cursor))

    @property
    def _view(self) -> FamilyView:
        return self._recorder.view

    @property
    def _input(self) -> DraftInput:
        return self.query_one("#agreement-line", DraftInput)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is a way back from the line only while it is open."""
        return action != "leave_line" or bool(self._line[0])

    def draw(self) -> None:
        """Show how it stands."""
        self.grid.show(*self._grid())
        self._draw_lines()

    def say(self, words: str) -> None:
        """Say something where the answer under the cursor stands."""
        self.query_one("#agreement-answer", Static).update(plain(words))

    @on(AgreementGrid.Moved)
    def about_another(self, event: AgreementGrid.Moved) -> None:
        """Say what is known of the cell the cursor came to."""
        event.stop()
        self._draw_lines()

    @on(AgreementGrid.Pressed)
    def take(self, event: AgreementGrid.Pressed) -> None:
        """Do what a key asks for."""
        act = event.act
        if act == "say":
            return
        event.stop()
        if act == "all":
            self._shows_all = not self._shows_all
            self.draw()
        elif act == "agency":
            self._ask_agency()
        elif not event.person:
            self.say("There is nobody to ask yet.")
        elif self._on() != self._answers_on():
            self.say(_PAST)
        elif act in _ANSWERS:
            self._answer(act, event.person, event.agency)
        elif act in ("told_limits", "told_rights"):
            self._keep(told(self._view.family, self._everybody_here(event.person), act))
        elif act == "clear":
            self._keep(not_answered(self._view.family, self._asking(event.person), event.agency))
        elif act in _ASKS:
            self._ask_words(_ASKS[act], event.person, event.agency)
        else:
            self._choose(act, event.person)

    @on(DraftInput.Typed, "#agreement-line")
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed words."""
        event.stop()
        self._half_typed(event.field.where, event.draft, event.edits)

    @on(Input.Submitted, "#agreement-line")
    def keep_line(self, event: Input.Submitted) -> None:
        """Keep the words of the line, and go back to the grid."""
        event.stop()
        kind, person, agency = self._line
        words = clean_line(event.value).strip()
        asking, family = self._asking(person), self._view.family
        if kind == "agency":
            self._add_agency(words)
        elif kind in _WORDS_OF:
            if words or kind == "limit":
                self._keep(with_words(family, asking, agency, **{_WORDS_OF[kind]: words or None}), clear=True)
        elif words or kind == "note":
            self._keep(with_more(family, asking, **{kind: words or None}), clear=True)
        self._half_typed(self._input.where, Draft(text="", cursor=0), 0)
        self.action_leave_line()
        if kind in ("limit", "duty"):
            self.grid.go_on()

    def action_leave_line(self) -> None:
        """Leave the line; what is half typed stays for next time."""
        self._line = ("", "", "")
        self._input.remove_class("-open")
        self.screen.set_focus(self.grid)
        self._draw_lines()

    def _answer(self, act: Act, person: str, agency: str) -> None:
        if not agency:
            return
        if not self._keep(answered(self._view.family, self._asking(person), agency, _ANSWERS[act])):
            return
        if act in _ASKS:
            self._ask_words(_ASKS[act], person, agency)
        else:
            self.grid.go_on()

    def _ask_words(self, kind: str, person: str, agency: str) -> None:
        answer = answer_of_the_day(self._view.family, self._asking(person), agency)
        if kind == "reason" and (answer is None or answer.answer not in ("no", "withdrawn")):
            self.say("A reason stands beside today's no. n says no.")
            return
        self._open_line(kind, person, agency)

    def _ask_agency(self) -> None:
        shown = self._matrix().agencies
        more = [agency for agency in self._view.pack.lists.agencies if agency not in shown]
        offered = [("", "Another one, typed", ""), *((agency, agency, "") for agency in more)]

        def added(agency: str | None) -> None:
            if agency:
                self._add_agency(agency)
            elif agency is not None:
                self._open_line("agency", *self.grid.cursor)

        self.app.push_screen(Picker("Which service?", offered), added)

    def _add_agency(self, agency: str) -> None:
        if agency:
            self._more.append(agency)
            self.draw()
            self.grid.move_to(self.grid.cursor[0], agency)

    def _choose(self, act: Act, person: str) -> None:
        offered = choices(act, self._view, self._asking(person))
        if isinstance(offered, str):
            self.say(offered)
            return

        def taken(choice: str | None) -> None:
            if choice == "typed":
                self._open_line("scope", *self.grid.cursor)
            elif choice is not None:
                self._keep(chosen(act, self._view, self._asking(person), choice))
                if act == "able":
                    self.grid.move_to(choice, self.grid.cursor[1])

        self.app.push_screen(Picker(QUESTIONS[act], offered), taken)

    def _keep(self, steps: Sequence[Step], *, clear: bool = False) -> bool:
        changes = [self._view.change(before, after) for before, after in steps]
        kept = not changes or self._recorder.did(*changes, clear_draft=self._input.where if clear else None)
        self.draw()
        return kept

    def _open_line(self, kind: str, person: str, agency: str) -> None:
        self._line = (kind, person, agency)
        where = f"{self._view.family.ref}/agreement/{'|'.join(self._line)}"
        draft = self._recorder.draft(where)
        line = self._input
        line.where, line.placeholder = where, _LINES[kind]
        line.put(draft.text or self._stands_in_line(), draft.cursor if draft.text else None)
        line.add_class("-open")
        self.screen.set_focus(line)
        self.say(_LINES[kind])

    def _stands_in_line(self) -> str:
        """The words to put right; a reason is never shown again."""
        kind, person, agency = self._line
        if kind == "limit":
            answer = answer_of_the_day(self._view.family, self._asking(person), agency)
            return (answer.limit or "") if answer else ""
        agreement = of_the_day(self._view.family, self._asking(person))
        if agreement is None or kind not in ("note", "scope"):
            return ""
        return (agreement.note or "") if kind == "note" else agreement.scope

    def _asking(self, person: str) -> Asking:
        return Asking(
            person=person, on=self._answers_on(), method="phone" if self._by_phone(person) else "spoken"
        )

    def _everybody_here(self, person: str) -> tuple[Asking, ...]:
        """Those who are told what is said to the room; nobody marked, whoever the cursor is at."""
        here = set(self._readers() if self._readers else ()) or {person}
        return tuple(self._asking(each.id) for each in self._matrix().people if each.id in here)

    def _matrix(self) -> Matrix:
        view = self._view
        return matrix(
            view.family,
            self._on(),
            view.pack,
            more=self._more,
            without=self._without,
            readers=self._readers() if self._readers else (),
        )

    def _grid(self) -> tuple[tuple[str, ...], list[tuple[str, str]], dict[tuple[str, str], str]]:
        shown, names = self._matrix(), names_here(self._view.family)
        marks: dict[tuple[str, str], str] = {}
        for person in shown.people:
            for agency in shown.agencies:
                stands = shown.stands(person.id, agency)
                if stands is not None and (self._shows_all or stands.may_be_seen(shown.on)):
                    marks[person.id, agency] = stands.answer.answer
        return shown.agencies, [(person.id, names[person.id]) for person in shown.people], marks

    def _draw_lines(self) -> None:
        view, cell = self._view, self.grid.cursor
        names = names_here(view.family)
        who = view.family.person(cell[0])
        day = of_the_day(view.family, Asking(person=cell[0], on=self._on()))
        lines: dict[str, Any] = {
            "#agreement-answer": answer_line(self._matrix(), cell, names, view.today, all_=self._shows_all),
            "#agreement-conversation": conversation_line(day, names, who.interpreter if who else None),
            "#agreement-signing": signing_line(view.family, cell[0]),
        }
        for line, words in lines.items():
            shown = self.query_one(line, Static)
            if not (self._line[0] and line == "#agreement-answer"):
                shown.update(plain(words))
            shown.display = bool(words) or line == "#agreement-answer"
