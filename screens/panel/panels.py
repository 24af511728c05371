"""The panels, the newest first, and a new one in a few keys."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.dates import spoken_near
from eymeeting.domain.panel_agenda import as_last_time, day_words, has_begun, new_panel
from eymeeting.domain.panel_meeting import PanelMeeting
from eymeeting.domain.problems import Problem
from screens.everywhere import HELP_KEYS
from screens.panel.agenda import AgendaScreen, Finder
from screens.panel.table import TableScreen
from screens.picker import Picker
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.widgets.family_list import FamilyList, FamilyRow
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall

NONE_YET: Final = "No panel yet. F2 sets one up."
STAYS: Final = "This panel has begun, so it stays in the list."


class PanelsScreen(Screen[None]):
    """Every panel by its name and its day. No family is named here."""

    CSS_PATH = "agenda.tcss"
    AUTO_FOCUS = "#families"
    HELP = """\
    Panels look at several families in turn. **F2** sets up a new one, for today, with the table of last time;
    **Enter** opens one. **F3** takes one out of the list that has not begun.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "f2,ctrl+n", "add", "New panel", priority=True, tooltip="Set up a new panel", id="panels.new"
        ),
        Binding("enter", "open", "Open", priority=True, tooltip="Open this panel", id="panels.open"),
        Binding(
            "f3,ctrl+b",
            "take_out",
            "Take out",
            priority=True,
            tooltip="Take a panel that has not begun out of the list",
            id="panels.take_out",
        ),
        Binding("f10,ctrl+g", "back", "Home", priority=True, tooltip="Back home", id="back"),
        Binding("escape", "back", "Home", show=False, priority=True, tooltip="Back home", id="back.escape"),
    ]

    def __init__(self, around: Surroundings, finder: Finder) -> None:
        super().__init__()
        self._around = around
        self._finder = finder

    def compose(self) -> ComposeResult:
        """The panels, what is said, the keys."""
        yield Static("Panels", id="title")
        yield FamilyList(empty=NONE_YET, id="families")
        yield Static(id="count")
        yield KeyLine()
        yield TooSmall()

    @on(events.ScreenResume)
    def read(self) -> None:
        """Look at the panels."""
        today = self._around.clock.today()
        rows = [
            FamilyRow(each.id, each.name, f"{spoken_near(each.on, today)} · {day_words(each, today)}")
            for each in self._around.store.panels()
        ]
        self.query_one(FamilyList).show(rows)

    @on(FamilyList.Opened)
    def open_clicked(self, event: FamilyList.Opened) -> None:
        """Open a panel that was clicked."""
        event.stop()
        self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing is opened before the list is there."""
        return bool(self.query(FamilyList))

    def action_open(self) -> None:
        """Open the panel under the cursor."""
        panel = self._here
        if panel is not None:
            self.app.push_screen(AgendaScreen(self._around, self._finder, panel))

    def action_add(self) -> None:
        """Set up a new panel: of which kind, where there are several."""
        kinds = self._around.pack.panels
        if len(kinds) == 1:
            self._add(kinds[0].name)
            return

        def picked(choice: str | None) -> None:
            if choice:
                self._add(choice)

        choices = [(each.name, each.name, f"{each.slot_minutes} minutes each") for each in kinds]
        self.app.push_screen(Picker("Which panel?", choices), picked)

    def action_take_out(self) -> None:
        """Take a panel out of the list that has not begun."""
        panel = self._here
        if panel is None:
            return
        if has_begun(panel):
            self.tell(STAYS)
            return
        try:
            self._around.store.remove_panel(panel.id)
        except Problem as problem:
            self.tell(str(problem))
        self.read()

    def action_back(self) -> None:
        """Back home."""
        self.dismiss()

    def tell(self, words: str) -> None:
        """Say something under the list."""
        self.query_one("#count", Static).update(plain(words))

    @property
    def _here(self) -> PanelMeeting | None:
        here = self.query_one(FamilyList).highlighted
        return next((each for each in self._around.store.panels() if each.id == here), None)

    def _add(self, name: str) -> None:
        kind = next(each for each in self._around.pack.panels if each.name == name)
        panel = as_last_time(new_panel(kind, self._around.clock.now()), self._around.store.panels())
        try:
            self._around.store.keep_panel(panel)
        except Problem as problem:
            self.tell(str(problem))
            return
        agenda = AgendaScreen(self._around, self._finder, panel)
        self.app.push_screen(agenda)
        if not panel.seats:
            self.app.push_screen(TableScreen(self._around, panel), agenda.take_up)
