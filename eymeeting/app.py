"""The app: it puts the places together, and owns none of what they hold."""

from __future__ import annotations

import gc
from asyncio import to_thread
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from db.file import OpenFile
from db.home import FamilyFinder
from db.settings import settings_at_start
from eymeeting.clock import Clock
from eymeeting.domain.keys import keymap
from eymeeting.domain.problems import Problem
from screens.everywhere import EVERYWHERE
from screens.home import HomeScreen
from screens.one_key_at_a_time import OneKeyAtATime
from screens.places import Places
from screens.quiet_ending import QuietEnding
from screens.themes import THEMES, theme_of
from screens.widgets.too_small import NEEDED

if TYPE_CHECKING:
    from db.store import Store
    from eymeeting.domain.settings import Settings
    from screens.surroundings import Surroundings


@runtime_checkable
class Left(Protocol):
    """A screen that has to keep something before it is left."""

    def leave(self) -> bool:
        """Keep it. Whether everything is on disk."""

    def tell(self, words: str) -> None:
        """Say something to whoever is at the keyboard."""


class EyMeeting(QuietEnding, Places, OneKeyAtATime):
    """Opens Home, or the cover of a meeting that was cut short."""

    TITLE = "eymeeting"
    CSS_PATH = Path(__file__).parent.parent / "screens" / "home.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NEEDED[0], "-wide"), (110, "-roomy")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (NEEDED[1], "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = EVERYWHERE

    def __init__(self, file: OpenFile, *, clock: Clock, copies_folder: Path, demo: bool = False) -> None:
        super().__init__()
        self._file = file
        self._clock = clock
        self._copies_folder = copies_folder
        self._demo = demo
        self._finder = FamilyFinder(file)
        self._at_start = settings_at_start(file.connection)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = theme_of(self._at_start.theme).name
        self._around: Surroundings | None = None
        self._wants_to_quit = False

    def get_default_screen(self) -> Screen[Any]:
        """Home."""
        covered = self._at_start.home_covered and not self._demo
        return HomeScreen(self._finder, self._clock, demo=self._demo, covered=covered)

    def on_mount(self) -> None:
        """Cover a meeting that was cut short; the store follows the first frame."""
        self.set_keymap(keymap(self._at_start.keys))
        self.keep_quiet()
        if self._finder.is_interrupted():
            from screens.cover import CoverScreen

            self.push_screen(CoverScreen(at_a_panel=self._finder.was_at_a_panel()), self._after_cover)
        self.call_after_refresh(lambda: self.run_worker(self._settle_in(), name="store"))

    async def _settle_in(self) -> None:
        """Open the store, then have Home count working days; the bank holidays are slow to come the first time.

        All that is loaded by then stays loaded, and is not looked through for rubbish any
        more: that would hold up a key for a tenth of a second now and then.
        """
        around = await self.surroundings()
        await to_thread(around.calendar.bank_holiday, self._clock.today())
        home = next(iter(self.screen_stack), None)
        if isinstance(home, HomeScreen):
            home.count_working_days(around.pack.limits, around.calendar)
        if not self.is_headless:
            gc.freeze()

    async def surroundings(self) -> Surroundings:
        """What the screens are given, once the table library is there. Home does not wait for it."""
        if self._around is not None:
            return self._around
        ways_in = await to_thread(import_module, "screens.way_in")
        stores = await to_thread(import_module, "db.store")
        packs = await to_thread(import_module, "eymeeting.packs")
        pack = await to_thread(packs.pack_in_use, self._at_start)
        if self._around is None:
            try:
                store = stores.Store(self._file, self._clock.now)
            except Problem as problem:
                self.exit(return_code=1, message=Text(str(problem)))
                raise
            self._around = ways_in.surroundings(
                store, self._clock, self._copies_folder, pack=pack.pack, text=pack.text, demo=self._demo
            )
            if pack.problem:
                self.notify(pack.problem, severity="warning", timeout=10, markup=False)
            if not self._demo:
                back_up = partial(self._back_up_the_day, store)
                self.run_worker(back_up, name="backup", exit_on_error=False)  # type: ignore[arg-type]
        return self._around

    async def _back_up_the_day(self, store: Store) -> None:
        """Keep the day's backup, once there are families. What is slow about it is done beside the screens."""
        try:
            backup = store.daily_backup()
            if backup is not None:
                await to_thread(backup.write)
        except Problem as problem:
            self.notify(str(problem), severity="error", markup=False)

    async def _after_cover(self, wanted: bool | None) -> None:
        if wanted:
            around = await self.surroundings()
            from screens.panel.way import go_on_at_panel
            from screens.way_in import go_on

            if not await go_on_at_panel(self, around, self._finder):
                await go_on(self, around)

    async def action_panels(self) -> None:
        """Open the panels, at which several families are looked at in turn."""
        around = await self.surroundings()
        from screens.panel.way import open_panels

        await open_panels(self, around, self._finder)

    async def action_settings(self) -> None:
        """Open the settings, which are taken up as they change."""
        around = await self.surroundings()
        from screens.settings.desk import SettingsDesk
        from screens.settings.settings_place import SettingsScreen

        if not any(isinstance(screen, SettingsScreen) for screen in self.screen_stack):
            desk = SettingsDesk(around.store, around.clock, rescue=around.rescue, take_up=self._take_up)
            await self.push_screen(SettingsScreen(desk))

    async def action_look(self, look: str) -> None:
        """Choose another look, for now and from now on."""
        around = await self.surroundings()
        chosen = replace(around.store.settings(), theme=next(each for each in THEMES if each == look))
        try:
            around.store.keep_settings(chosen)
        except Problem as problem:
            self.notify(str(problem), severity="error", markup=False)
        self._take_up(chosen)

    async def action_back_up(self) -> None:
        """Write another backup, and say where it is."""
        around = await self.surroundings()
        try:
            path = await to_thread(around.store.backup("by-hand").write)
        except Problem as problem:
            self.notify(str(problem), severity="error", markup=False)
        else:
            self.notify(f"Backed up: {path}", markup=False)

    def _take_up(self, settings: Settings) -> None:
        """Use what was chosen at once. The pack waits for the next start: a meeting keeps its words."""
        self.theme = theme_of(settings.theme).name
        self.set_keymap(keymap(settings.keys))
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            home.open_covered(settings.home_covered and not self._demo)

    async def action_quit(self) -> None:
        """Close. A meeting stays open; nothing is asked while everything is saved.

        What the disk would not take is in the rescue file, so a second time closes all the same.
        """
        unsaved = [screen for screen in self.screen_stack if isinstance(screen, Left) and not screen.leave()]
        if not unsaved or self._wants_to_quit:
            self.exit()
            return
        self._wants_to_quit = True
        for screen in unsaved:
            screen.tell("Not everything is saved. Ctrl+Q once more closes all the same.")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette's commands, our own alone: a picture of the screen would hold a family's words."""
        from screens.palette import commands

        return commands(self, screen)
