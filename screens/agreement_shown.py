"""How agreement to sharing stands: the grid, and what is known of the cell under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from eymeeting.domain.agreeing import Asking, of_the_day
from eymeeting.domain.agreement_matrix import Matrix, matrix
from eymeeting.domain.consent import same_agency
from eymeeting.domain.family import Family
from eymeeting.domain.limits import in_words
from screens.agreement_line import AgreementLine
from screens.agreement_words import answer_line, conversation_line, marks, names_here, signing_line
from screens.family_desk import FamilyView
from screens.plain import plain
from screens.widgets.agreement_grid import AgreementGrid


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """Whom the screen is turned to, and the day that is looked at.

    ``readers`` are those of the family who look at it, nobody while a worker
    looks alone; ``without`` those it is kept apart from. Those ``here`` are told
    what is said to the room. Answers are given only on ``answers_on``. ``interpreter``
    is the id of whoever interprets at the ``meeting``; between meetings there is none.
    """

    on: Callable[[], date]
    answers_on: Callable[[], date]
    readers: Callable[[], Sequence[str]] | None = None
    here: Callable[[], Collection[str]] = tuple
    without: Sequence[str] = ()
    by_phone: Callable[[str], bool] = lambda _: False
    interpreter: Callable[[], str | None] = lambda: None
    meeting: str | None = None


class AgreementShown(Vertical):
    """The grid, and lines about it. Turned to a room, an earlier refusal reads “not yet” until it is asked for.

    What a limit lets through is said as it is typed, so that the chair can say it aloud.
    """

    DEFAULT_CSS = """
    AgreementShown {
        height: auto;
        & Static { height: auto; }
        & .quiet { color: $text-muted; }
    }
    """

    def __init__(self, turned: Turned) -> None:
        super().__init__()
        self.turned = turned
        self.added: list[str] = []
        self._as_added: Family | None = None
        self._shows_all = turned.readers is None

    def compose(self) -> ComposeResult:
        """The grid, the answer under the cursor with the line for words, the lines about the rest."""
        yield AgreementGrid(*self._grid(), id="agreement")
        yield Static(id="agreement-answer")
        yield AgreementLine()
        yield Static(id="agreement-limit", classes="quiet")
        yield Static(id="agreement-conversation", classes="quiet")
        yield Static(id="agreement-signing", classes="quiet")

    @property
    def grid(self) -> AgreementGrid:
        """The grid."""
        return self.query_one(AgreementGrid)

    @property
    def line(self) -> AgreementLine:
        """The line for words."""
        return self.query_one(AgreementLine)

    @property
    def view(self) -> FamilyView:
        """What stands now."""
        raise NotImplementedError

    @property
    def matrix(self) -> Matrix:
        """Everybody's answers on the day, as far as they may stand here."""
        view, turned = self.view, self.turned
        return matrix(
            view.family,
            turned.on(),
            view.pack,
            more=self.added,
            without=turned.without,
            readers=turned.readers() if turned.readers else (),
        )

    def is_only_added(self, agency: str) -> bool:
        """Whether a service was only added here, and nobody has answered for it."""
        is_answered = any(same_agency(named, agency) for _, named in self.matrix.answers)
        return agency in self.added and not is_answered

    def add_agency(self, agency: str) -> None:
        """Show another service, and bring the cursor there."""
        if agency:
            self.added.append(agency)
            self._as_added = self._as_it_stands
            self.keep_added()
            self.draw()
            self.grid.move_to(self.grid.cursor[0], agency)

    def take_back_adding(self) -> bool:
        """Take back the adding of a service, where that was the last thing done. Whether it was."""
        if not self.added or self._as_added != self._as_it_stands:
            return False
        self.take_away(self.added[-1])
        return True

    def take_away(self, agency: str) -> None:
        """Show a service no longer that was only added."""
        self.added.remove(agency)
        self._as_added = None
        self.keep_added()
        self.draw()

    def keep_added(self) -> None:
        """Other services are shown besides now."""

    @property
    def _as_it_stands(self) -> Family:
        """The family without the time spent, which goes on by itself."""
        return replace(self.view.family, step_times=())

    def draw(self) -> None:
        """Show how it stands."""
        self.grid.show(*self._grid())
        self.draw_lines()

    def say(self, words: str) -> None:
        """Say something where the answer under the cursor stands."""
        shown = self.query_one("#agreement-answer", Static)
        shown.update(plain(words))
        shown.display = bool(words)

    def show_all_or_not(self) -> None:
        """Show earlier refusals too, or hide them again."""
        self._shows_all = not self._shows_all
        self.draw()

    @on(AgreementGrid.Moved)
    def draw_lines(self) -> None:
        """Say what is known of the cell the cursor is at."""
        view, cell = self.view, self.grid.cursor
        names, who = names_here(view.family), view.family.person(cell[0])
        stands = self.matrix.stands(*cell) if self.turned.readers is None else None
        of_that_answer = None if stands is None else stands.agreement
        day = of_the_day(view.family, Asking(person=cell[0], on=self.turned.on())) or of_that_answer
        if not self.line.is_open:
            answer = answer_line(self.matrix, cell, names, view.today, all_=self._shows_all)
            answer = f"{answer} Delete takes the service away." if self.is_only_added(cell[1]) else answer
            self.say("\n".join(each for each in (self.what_it_does(), answer) if each))
        self.draw_limit()
        lines = {
            "#agreement-conversation": conversation_line(day, names, who.interpreter if who else None),
            "#agreement-signing": signing_line(view.family, cell[0]),
        }
        for line, words in lines.items():
            shown = self.query_one(line, Static)
            shown.update(plain(words))
            shown.display = bool(words)

    def what_it_does(self) -> str:
        """What the answer just given does to a service, while the cursor has not gone on from there."""
        return ""

    def draw_limit(self) -> None:
        """Say what the limit that is typed, or that stands under the cursor, lets through and what not."""
        shown, view, limit = self.query_one("#agreement-limit", Static), self.view, self._limit_here
        agency = self.line.about[2] if self.line.is_open else self.grid.cursor[1]
        shown.update(plain("" if limit is None else in_words(limit, agency, view.family, view.pack)))
        shown.display = limit is not None

    @property
    def _limit_here(self) -> str | None:
        if self.line.is_open:
            return self.line.words if self.line.about[0] == "limit" else None
        stands = self.matrix.stands(*self.grid.cursor)
        return stands.answer.limit or "" if stands and stands.answer.answer == "limited" else None

    def _grid(self) -> tuple[tuple[str, ...], list[tuple[str, str]], dict[tuple[str, str], str]]:
        shown, names = self.matrix, names_here(self.view.family)
        people = [(person.id, names[person.id]) for person in shown.people]
        return shown.agencies, people, marks(shown, all_=self._shows_all)
