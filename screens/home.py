"""Home: find a family, go on with a meeting, begin one, add a family."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Protocol

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from db.home import FamilyFound, Found
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.problems import Problem
from screens.plain import plain
from screens.widgets.family_list import FamilyList, FamilyRow
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall


class Finder(Protocol):
    """Finds families by what is typed."""

    def find(self, typed: str) -> Found: ...  # noqa: D102


class Clock(Protocol):
    """Knows what day it is."""

    def today(self) -> date: ...  # noqa: D102


class HomeScreen(Screen[None]):
    """A line to type in, and the families that fit."""

    AUTO_FOCUS = "#find"
    HELP = """\
    Type part of a name, of anybody in the family, or the reference. **Up** and **down** choose.
    **Enter** goes on with the family's meeting, or begins one.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", priority=True, tooltip="Every key, and what Home is for"),
        Binding("f2,ctrl+n", "app.new_family", "New family", priority=True, tooltip="Add a family"),
        Binding("enter", "open", "Open", priority=True, tooltip="Go on with the meeting, or begin one"),
        Binding("f3,ctrl+o", "app.people_of", "People", priority=True, tooltip="Add people and workers"),
        Binding("up", "move(-1)", show=False, priority=True, tooltip="The family above"),
        Binding("down", "move(1)", show=False, priority=True, tooltip="The family below"),
        Binding("pageup", "page(-1)", show=False, priority=True, tooltip="A page up"),
        Binding("pagedown", "page(1)", show=False, priority=True, tooltip="A page down"),
        Binding("ctrl+q", "app.quit", "Quit", priority=True, tooltip="Close eymeeting; everything is saved"),
    ]

    def __init__(self, finder: Finder, clock: Clock, *, demo: bool) -> None:
        super().__init__()
        self._finder = finder
        self._clock = clock
        self._demo = demo

    def compose(self) -> ComposeResult:
        """The line, the families, the keys."""
        title = "eymeeting · demo: nobody here is real" if self._demo else "eymeeting"
        yield Static(title, id="title")
        yield Input(placeholder="Find a family: part of a name, or the reference", id="find", compact=True)
        yield FamilyList(empty="No family yet. F2 adds one.", id="families")
        yield Static(id="count")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """List the families."""
        self.find()

    @on(events.ScreenResume)
    @on(Input.Changed, "#find")
    def find(self) -> None:
        """List the families that fit what is typed."""
        try:
            found = self._finder.find(self.query_one("#find", Input).value)
        except Problem as problem:
            self.app.exit(return_code=1, message=Text(str(problem)))
            return
        self.query_one(FamilyList).show([self._row(family) for family in found.families])
        more = found.in_all - len(found.families)
        words = f"{len(found.families)} of {found.in_all} shown: type to find the others." if more else ""
        self.query_one("#count", Static).update(plain(words))

    @on(FamilyList.Opened)
    async def open_clicked(self, event: FamilyList.Opened) -> None:
        """Open a family that was clicked."""
        event.stop()
        await self.action_open()

    @property
    def highlighted(self) -> str | None:
        """The reference of the family under the cursor."""
        return self.query_one(FamilyList).highlighted

    async def action_open(self) -> None:
        """Go on with the meeting of the family under the cursor, or begin one."""
        if self.highlighted is not None:
            await self.app.run_action(f"app.open_family({self.highlighted!r})")

    def action_move(self, by: int) -> None:
        """Go up or down the list without leaving the line."""
        families = self.query_one(FamilyList)
        (families.action_cursor_up if by < 0 else families.action_cursor_down)()

    def action_page(self, by: int) -> None:
        """Go a page up or down."""
        families = self.query_one(FamilyList)
        (families.action_page_up if by < 0 else families.action_page_down)()

    def action_help(self) -> None:
        """Show every key."""
        from screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.HELP, self))

    def _row(self, family: FamilyFound) -> FamilyRow:
        return FamilyRow(family.ref, family.name, self._detail(family))

    def _detail(self, family: FamilyFound) -> str:
        today = self._clock.today()
        if family.under_way is not None:
            is_to_come = family.under_way > today
            words = "meeting planned" if is_to_come else "meeting under way"
            return f"{words}, {spoken_near(family.under_way, today)}"
        if family.next_meeting is not None:
            return f"next meeting {spoken_near(family.next_meeting, today)}"
        if family.last_met is not None:
            return f"met {spoken_near(family.last_met, today)}"
        return "not met yet"
