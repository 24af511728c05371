"""The app: it puts the places together, and owns none of what they hold."""

from __future__ import annotations

import sys
from asyncio import AbstractEventLoop, get_running_loop, to_thread
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from db.file import OpenFile
from db.home import FamilyFinder
from eymeeting.clock import Clock
from eymeeting.domain.problems import Problem
from screens.home import HomeScreen
from screens.one_key_at_a_time import OneKeyAtATime
from screens.widgets.too_small import NEEDED

if TYPE_CHECKING:
    from db.store import Store
    from screens.surroundings import Surroundings

SORRY = (
    "eymeeting met something it did not expect and has closed. Everything that was saved is safe: "
    "start it again, and the meeting goes on where it was.\n"
)


@runtime_checkable
class Left(Protocol):
    """A screen that has to keep something before it is left."""

    def leave(self) -> bool:
        """Keep it. Whether everything is on disk."""

    def tell(self, words: str) -> None:
        """Say something to whoever is at the keyboard."""


@runtime_checkable
class CoversItself(Protocol):
    """A screen with a covered look of its own."""

    def cover(self) -> None:
        """Cover it, or uncover it."""


class EyMeeting(OneKeyAtATime):
    """Opens Home, or the cover of a meeting that was cut short."""

    TITLE = "eymeeting"
    CSS_PATH = Path(__file__).parent.parent / "screens" / "home.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NEEDED[0], "-wide"), (110, "-roomy")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (NEEDED[1], "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, tooltip="Close; everything is saved"),
        Binding(
            "f12,ctrl+d",
            "cover",
            "Cover",
            show=False,
            priority=True,
            tooltip="Cover everything, and uncover it",
        ),
    ]

    def __init__(self, file: OpenFile, *, clock: Clock, copies_folder: Path, demo: bool = False) -> None:
        super().__init__()
        self._file = file
        self._clock = clock
        self._copies_folder = copies_folder
        self._demo = demo
        self._finder = FamilyFinder(file)
        self._around: Surroundings | None = None
        self._wants_to_quit = False

    def get_default_screen(self) -> Screen[Any]:
        """Home."""
        return HomeScreen(self._finder, self._clock, demo=self._demo)

    def on_mount(self) -> None:
        """Cover a meeting that was cut short; the store follows the first frame."""
        if not self.is_headless:
            get_running_loop().set_exception_handler(_say_nothing)
        if self._finder.is_interrupted():
            from screens.cover import CoverScreen

            self.push_screen(CoverScreen(), self._after_cover)
        self.call_after_refresh(lambda: self.run_worker(self._settle_in(), name="store"))

    async def _settle_in(self) -> None:
        """Open the store, then have Home count working days; the bank holidays are slow to come the first time."""
        around = await self.surroundings()
        await to_thread(around.calendar.bank_holiday, self._clock.today())
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            home.count_working_days(around.pack.limits, around.calendar)

    async def surroundings(self) -> Surroundings:
        """What the screens are given, once the table library is there. Home does not wait for it."""
        ways_in = await to_thread(import_module, "screens.way_in")
        stores = await to_thread(import_module, "db.store")
        if self._around is None:
            try:
                store = stores.Store(self._file, self._clock.now)
            except Problem as problem:
                self.exit(return_code=1, message=Text(str(problem)))
                raise
            self._around = ways_in.surroundings(store, self._clock, self._copies_folder, demo=self._demo)
            if not self._demo:
                self.run_worker(self._back_up_the_day(store), name="backup", exit_on_error=False)
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
            from screens.way_in import go_on

            await go_on(self, around)

    async def action_open_family(self, ref: str) -> None:
        """Go on with a family's meeting, or begin one."""
        around = await self.surroundings()
        from screens.way_in import open_family

        await open_family(self, around, ref)

    async def action_new_family(self) -> None:
        """Add a family."""
        around = await self.surroundings()
        from screens.way_in import add_family

        await add_family(self, around)

    async def action_family_place(self, ref: str) -> None:
        """Open a family's place."""
        around = await self.surroundings()
        from screens.way_in import open_place

        await open_place(self, around, ref)

    def action_cover(self) -> None:
        """Cover everything at once, or uncover it. What is being typed goes on where it was."""
        if isinstance(self.screen, CoversItself):
            self.screen.cover()
            return
        from screens.covered import CoveredScreen

        if isinstance(self.screen, CoveredScreen):
            self.screen.dismiss()
        else:
            self.push_screen(CoveredScreen())

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
        """The palette's commands, without the picture of the screen: it would hold a family's words."""
        for command in super().get_system_commands(screen):
            if command.title.casefold() not in ("screenshot", "save screenshot"):
                yield command

    def _fatal_error(self) -> None:
        """Close on an error with one sentence; its details would show a family's words."""
        self._return_code = 1
        if not self._exit:
            self.bell()
            self._exit_renderables.clear()
            self._sorry = True
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:  # noqa: ARG002
        """Close on an error of Textual's own, with the same sentence."""
        self._fatal_error()

    def _print_error_renderables(self) -> None:
        if getattr(self, "_sorry", False):
            sys.stderr.write(SORRY)
        super()._print_error_renderables()


def _say_nothing(_: AbstractEventLoop, __: dict[str, Any]) -> None:
    """What goes wrong where nobody waits for it would be written to the terminal with its words."""
