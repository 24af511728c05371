"""Home: what today needs, find a family, go on with a meeting, add a family."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from db.home import Found
from eymeeting.domain.dates import Calendar
from eymeeting.domain.due_words import TITLES
from eymeeting.domain.problems import Problem
from eymeeting.domain.what_is_due import DueList
from screens.home_rows import covered_words, left_out, sections
from screens.plain import plain
from screens.widgets.family_list import FamilyList
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from eymeeting.domain.pack import Limits

NOBODY_YET = "No family yet. F2 adds one."
NOBODY_FITS = (
    "Nobody here is called that. Try another part of the name, of anybody in the family, or the reference. "
    "F2 adds a family."
)


class Finder(Protocol):
    """Finds families by what is typed, and by what is due."""

    def find(self, typed: str) -> Found: ...  # noqa: D102
    def due(self, today: date) -> tuple[DueList, ...]: ...  # noqa: D102
    def due_by_working_days(  # noqa: D102
        self, today: date, limits: Limits, calendar: Calendar
    ) -> tuple[DueList, ...]: ...


class Clock(Protocol):
    """Knows what day it is."""

    def today(self) -> date: ...  # noqa: D102


class HomeScreen(Screen[None]):
    """A line to type in, what is due, and the families that fit.

    ``covered``: it opens without a name on it, and is covered again whenever
    another place is gone to. Whoever comes back from a meeting may still have
    the family beside them, who must not read the names of others.
    """

    AUTO_FOCUS = "#find"
    HELP = """\
    At first Home shows what today needs, then every family. Type part of a name, of anybody in the family,
    or the reference, and only the families that fit are shown. **Up** and **down** choose.
    **Worth a look** are plans that may be drifting; **F11** in the family's place says what could help.
    **Copies not given** wait until the family's place says how each was given.
    **Esc** empties the line. **Enter** goes to the meeting when it is today or under way, otherwise to the family.
    **F12** takes every name off the screen, and **Enter** or **F12** shows them again.
    **F7** opens the panels, **F6** the settings.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", priority=True, tooltip="Every key, and what Home is for", id="help"),
        Binding(
            "question_mark",
            "help",
            show=False,
            tooltip="Every key, and what Home is for",
            id="help.question_mark",
        ),
        Binding(
            "f2,ctrl+n",
            "app.new_family",
            "New family",
            priority=True,
            tooltip="Add a family",
            id="home.new_family",
        ),
        Binding(
            "enter",
            "open",
            "Open",
            priority=True,
            tooltip="Go to today's meeting, or to the family",
            id="home.open",
        ),
        Binding(
            "enter", "show_names", "Show names", priority=True, tooltip="Show the names", id="home.show_names"
        ),
        Binding(
            "f3,ctrl+o", "family_place", "Family", priority=True, tooltip="Go to the family", id="home.family"
        ),
        Binding(
            "f7,ctrl+f",
            "app.panels",
            "Panels",
            priority=True,
            tooltip="Panels: several families in turn",
            id="home.panels",
        ),
        Binding(
            "f12,ctrl+d",
            "app.cover",
            "Cover",
            priority=True,
            tooltip="Take the names off, and show them again",
            id="cover",
        ),
        Binding(
            "up", "move(-1)", show=False, priority=True, tooltip="The family above", id="home.move_before"
        ),
        Binding(
            "down", "move(1)", show=False, priority=True, tooltip="The family below", id="home.move_after"
        ),
        Binding("pageup", "page(-1)", show=False, priority=True, tooltip="A page up", id="home.page_before"),
        Binding(
            "pagedown", "page(1)", show=False, priority=True, tooltip="A page down", id="home.page_after"
        ),
        Binding(
            "escape",
            "clear_find",
            show=False,
            priority=True,
            tooltip="Empty the line, and show everybody again",
            id="home.clear_find",
        ),
        Binding(
            "ctrl+q",
            "app.quit",
            "Quit",
            priority=True,
            tooltip="Close eymeeting; everything is saved",
            id="quit",
        ),
        Binding(
            "f6,ctrl+k",
            "app.settings",
            "Settings",
            priority=True,
            tooltip="Settings: pack, look, backups, who works here, keys",
            id="settings",
        ),
    ]

    def __init__(self, finder: Finder, clock: Clock, *, demo: bool, covered: bool = False) -> None:
        super().__init__()
        self._finder = finder
        self._clock = clock
        self._demo = demo
        self._opens_covered = covered
        self._is_covered = covered
        self._counting: tuple[Limits, Calendar] | None = None
        self._due: tuple[DueList, ...] = ()
        self._found = Found((), 0)

    def compose(self) -> ComposeResult:
        """The line, the families or what stands in their place, the keys."""
        title = "eymeeting · demo: nobody here is real" if self._demo else "eymeeting"
        yield Static(title, id="title")
        yield Input(placeholder="Find a family: part of a name, or the reference", id="find", compact=True)
        yield FamilyList(empty=NOBODY_YET, id="families")
        yield Static(id="covered")
        yield Static(id="count")
        yield KeyLine()
        yield TooSmall()

    def open_covered(self, wanted: bool) -> None:
        """From now on open covered, or open."""
        self._opens_covered = self._is_covered = wanted

    def count_working_days(self, limits: Limits, calendar: Calendar) -> None:
        """Show from now on what a council's limits in working days make due, too."""
        self._counting = limits, calendar
        if self.is_running and self.query("#covered"):
            self.read()

    @on(events.ScreenResume)
    def read(self) -> None:
        """Look at what is due today, then at the families."""
        today = self._clock.today()
        try:
            due = self._finder.due(today)
            if self._counting is not None:
                due += self._finder.due_by_working_days(today, *self._counting)
        except Problem as problem:
            self._give_up(problem)
            return
        self._due = tuple(sorted(due, key=lambda each: list(TITLES).index(each.kind)))
        self.find()

    @on(Input.Changed, "#find")
    def find(self) -> None:
        """List the families that fit what is typed."""
        try:
            self._found = self._finder.find(self._typed)
        except Problem as problem:
            self._give_up(problem)
            return
        self._draw()

    @on(events.ScreenSuspend)
    def leave(self) -> None:
        """Cover the names when another place is gone to. What only lies above, like the help, is none."""
        if self._opens_covered and not isinstance(self.app.screen, ModalScreen):
            self._hide()

    @on(FamilyList.Opened)
    async def open_clicked(self, event: FamilyList.Opened) -> None:
        """Open a family that was clicked."""
        event.stop()
        await self.action_open()

    @property
    def highlighted(self) -> str | None:
        """The reference of the family under the cursor; none while the names are covered."""
        return None if self._hides else self._families.highlighted

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While the names are covered, keys show them and open nobody; where there is nobody they open none."""
        if action == "show_names":
            return self._hides
        if action in ("open", "family_place") and not self._found.families:
            return False
        return not (self._hides and action in ("open", "family_place", "move", "page"))

    async def action_open(self) -> None:
        """Go to the meeting when it is today or under way, otherwise to the family."""
        row = self._families.row
        if row is None:
            self._families.show_more()
        else:
            place = "open_family" if row.meets else "family_place"
            await self.app.run_action(f"app.{place}({row.ref!r})")

    async def action_family_place(self) -> None:
        """Go to the family under the cursor."""
        if self.highlighted is not None:
            await self.app.run_action(f"app.family_place({self.highlighted!r})")

    def cover(self) -> None:
        """Take every name off the screen, what was typed too; or show them again."""
        if self._hides:
            self.action_show_names()
        else:
            self._hide()

    def action_show_names(self) -> None:
        """Show the names again."""
        self._is_covered = False
        self.read()

    def action_clear_find(self) -> None:
        """Empty the line, so that everything is there again."""
        self.query_one("#find", Input).value = ""

    def action_move(self, by: int) -> None:
        """Go up or down the list without leaving the line."""
        (self._families.action_cursor_up if by < 0 else self._families.action_cursor_down)()

    def action_page(self, by: int) -> None:
        """Go a page up or down."""
        (self._families.action_page_up if by < 0 else self._families.action_page_down)()

    def action_help(self) -> None:
        """Show every key."""
        from screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.HELP, self))

    @property
    def _families(self) -> FamilyList:
        return self.query_one(FamilyList)

    @property
    def _typed(self) -> str:
        return self.query_one("#find", Input).value.strip()

    @property
    def _hides(self) -> bool:
        """Whether the names are covered just now: what is typed shows whoever fits, and nobody else."""
        return self._is_covered and bool(self._found.families) and not self._typed

    def _give_up(self, problem: Problem) -> None:
        self.app.exit(return_code=1, message=Text(str(problem)))

    def _hide(self) -> None:
        self._is_covered = True
        find = self.query_one("#find", Input)
        if find.value:
            find.value = ""
        else:
            self._draw()

    def _draw(self) -> None:
        """Show what was read, or in its place how much there is of it."""
        families, covered, count = (
            self._families,
            self.query_one("#covered"),
            self.query_one("#count", Static),
        )
        families.display, covered.display = not self._hides, self._hides
        if self._hides:
            self.query_one("#covered", Static).update(plain(covered_words(self._due)))
            count.update("")
        else:
            searching = bool(self._typed)
            rows = sections(self._due, self._found.families, self._clock.today(), searching=searching)
            families.show_sections(list(rows), NOBODY_FITS if searching else NOBODY_YET)
            count.update(plain(left_out(self._found)))
        self.refresh_bindings()
