"""The order of a panel: families are added, moved and opened; while one is open, none of the others is named."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from db.home import FamilyFound, Found
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.entry import new_id
from eymeeting.domain.panel_agenda import (
    ended,
    has_been_open,
    moved,
    next_up,
    running,
    slot_minutes,
    with_family,
    without_family,
)
from eymeeting.domain.panel_meeting import PanelMeeting, Slot
from eymeeting.domain.problems import Problem
from screens.help import HelpScreen
from screens.panel.afterwards import AfterwardsScreen
from screens.panel.agenda_keys import AGENDA_HELP, AGENDA_KEYS
from screens.panel.agenda_rows import CARRIED, FOUND, THE_ORDER, carried_rows, found_rows, order_rows
from screens.panel.item import NEXT
from screens.panel.opening import OpensAFamily
from screens.panel.table import TableScreen
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.widgets.family_list import FamilyList, Section
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall

NOBODY_YET: Final = "No family yet. Type part of a name, and press Enter to add it."
NOBODY_FITS: Final = "Nobody here is called that. Try another part of the name, or the reference."
SHOWS_NAMES: Final = " · F12 shows the names"
ALL_OVER: Final = "Every family has had its turn. F9: who tells whom, and the papers. F7 ends the panel."


class Finder(Protocol):
    """Finds families by what is typed, and those that were put off."""

    def find(self, typed: str) -> Found: ...  # noqa: D102
    def called(self, ref: str) -> str: ...  # noqa: D102
    def carried(self, on: date) -> tuple[FamilyFound, ...]: ...  # noqa: D102


class AgendaScreen(OpensAFamily):
    """One panel. ``covered``: it opens without a name, and is covered again whenever a family was open."""

    CSS_PATH = "agenda.tcss"
    AUTO_FOCUS = "#find"
    BINDINGS: ClassVar[list[BindingType]] = AGENDA_KEYS

    def __init__(self, around: Surroundings, finder: Finder, panel: PanelMeeting) -> None:
        super().__init__()
        self._around = around
        self._finder = finder
        self._panel = panel
        self._covers = around.store.settings().home_covered and not around.demo
        self._is_covered = self._covers
        self._hidden_meanwhile = False
        self._told = ""

    def compose(self) -> ComposeResult:
        """Title, the line to add a family, the order, what is said, the keys."""
        yield Static(id="title")
        yield Input(placeholder="Add a family: part of a name, or the reference", id="find", compact=True)
        yield FamilyList(empty=NOBODY_YET, id="families")
        yield Static(id="count")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin at the family whose turn comes."""
        self.call_after_refresh(self._go_to_next)

    @on(events.ScreenResume)
    def read(self) -> None:
        """Show how the panel stands; with the names that were taken off in between, where Home does not cover."""
        if self._hidden_meanwhile and not self._covers:
            self._is_covered = False
        self._hidden_meanwhile = False
        self._draw()

    @on(events.ScreenSuspend)
    def leave_names(self) -> None:
        """Take every name off when another place is gone to; a page that only lies above is none."""
        if not isinstance(self.app.screen, ModalScreen) and self.query(FamilyList):
            self._hidden_meanwhile = not self._is_covered
            self._is_covered = True
            self.query_one("#find", Input).value = ""
            self._draw()

    @on(Input.Changed, "#find")
    def find(self) -> None:
        """List the families that fit what is typed."""
        self._draw()

    @on(FamilyList.Opened)
    async def open_clicked(self, event: FamilyList.Opened) -> None:
        """Open or add a family that was clicked."""
        event.stop()
        await self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Moving, and taking out, is of a family in the order."""
        if not self.query(FamilyList):
            return False
        return action not in ("earlier", "take_out") or self._slot_here is not None

    async def action_open(self) -> None:
        """Open the family under the cursor, or add it to the order."""
        ref = self._list.highlighted
        if ref is None:
            return
        if self._slot_here is None:
            self._add(ref)
        else:
            await self.open_family(ref)

    async def action_next(self) -> None:
        """Open the family whose turn comes."""
        slot = next_up(self._panel)
        if slot is None:
            self.tell(ALL_OVER if self._panel.slots else NOBODY_YET)
        else:
            await self.open_family(slot.family)

    def action_move(self, by: int) -> None:
        """Go up or down the list without leaving the line."""
        (self._list.action_cursor_up if by < 0 else self._list.action_cursor_down)()

    def action_earlier(self, by: int) -> None:
        """Move the family under the cursor so many places."""
        slot = self._slot_here
        if slot is not None and self._keep(moved(self._panel, slot.family, by)):
            self._list.highlight_row([each.family for each in self._panel.slots].index(slot.family))

    def action_take_out(self) -> None:
        """Take the family under the cursor out of the order, while its turn has not begun."""
        slot = self._slot_here
        if slot is not None and has_been_open(slot):
            self.tell("This family's turn has begun, so it stays in the order.")
        elif slot is not None:
            self._keep(without_family(self._panel, slot.family))

    def action_table(self) -> None:
        """Say who sits here, and who is in the chair."""
        self.app.push_screen(TableScreen(self._around, self._panel), self.take_up)

    def action_afterwards(self) -> None:
        """Show who tells whom, and make the papers."""
        self.app.push_screen(AfterwardsScreen(self._around, self._panel), self.take_up)

    def action_end(self) -> None:
        """The panel ends, or goes on again."""
        self._keep(ended(self._panel, self._around.clock.now()))

    def action_clear_find(self) -> None:
        """Empty the line, so that the order is there again."""
        self.query_one("#find", Input).value = ""

    def action_back(self) -> None:
        """Back to the panels."""
        self.dismiss()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(AGENDA_HELP, self))

    def cover(self) -> None:
        """Take every name off, or show them again. The order stays, by reference."""
        self._is_covered = not self._is_covered
        self._draw()

    def tell(self, words: str) -> None:
        """Say something under the order."""
        self._told = words
        self._draw()

    @property
    def _list(self) -> FamilyList:
        return self.query_one(FamilyList)

    @property
    def _typed(self) -> str:
        return self.query_one("#find", Input).value.strip()

    @property
    def _slot_here(self) -> Slot | None:
        row = self._list.highlighted
        return None if row is None or self._typed else self._panel.slot(row)

    def _add(self, ref: str) -> None:
        minutes = slot_minutes(self._panel, self._around.pack.panels)
        find = self.query_one("#find", Input)
        typed = find.value
        with find.prevent(Input.Changed):
            find.value = ""
        if not self._keep(with_family(self._panel, ref, new_id(), minutes)):
            find.value = typed
        else:
            self._list.highlight_row(len(self._panel.slots) - 1)

    def item_closed(self, how: str | None) -> None:
        """A family was put away; where its turn is over, go to the next one."""
        self.take_up(None)
        if how == NEXT:
            self._go_to_next()

    def _go_to_next(self) -> None:
        slot = next_up(self._panel)
        if slot is not None:
            self._list.highlight_row([each.family for each in self._panel.slots].index(slot.family))
        elif self._panel.slots:
            self.tell(ALL_OVER)

    def take_up(self, _: object) -> None:
        """Read the panel again: another page has changed it."""
        found = (each for each in self._around.store.panels() if each.id == self._panel.id)
        self._panel = next(found, self._panel)
        self._draw()

    def _keep(self, panel: PanelMeeting) -> bool:
        try:
            self._around.store.keep_panel(panel)
        except Problem as problem:
            self.tell(str(problem))
            return False
        self._panel = panel
        self._told = ""
        self._draw()
        return True

    def _draw(self) -> None:
        if not self.query(FamilyList):
            return
        panel, now = self._panel, self._around.clock.now()
        chair = panel.chair
        parts = (
            panel.name,
            spoken_near(panel.on, now.date()),
            f"in the chair: {chair.name}" if chair else "",
        )
        self.query_one("#title", Static).update(plain(" · ".join(part for part in parts if part)))
        if self._typed:
            found = found_rows(panel, self._finder.find(self._typed).families, now.date())
            self._list.show_sections([Section(FOUND, list(found))], NOBODY_FITS)
        else:
            called = None if self._is_covered else self._finder.called
            order = Section(THE_ORDER, list(order_rows(panel, called)))
            carried = Section(CARRIED, list(carried_rows(panel, self._finder.carried(panel.on), called)))
            self._list.show_sections([order, carried], NOBODY_YET)
        stands = running(panel, now).words if panel.ended is None else f"ended {panel.ended}"
        shows = SHOWS_NAMES if self._is_covered and panel.slots else ""
        self.query_one("#count", Static).update(plain(self._told or f"{stands}{shows}"))
        self.refresh_bindings()
