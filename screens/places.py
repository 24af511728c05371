"""The ways from one place to another, and what is a key away in every one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import App

if TYPE_CHECKING:
    from screens.surroundings import Surroundings


@runtime_checkable
class CoversItself(Protocol):
    """A screen with a covered look of its own."""

    def cover(self) -> None:
        """Cover it, or uncover it."""


@runtime_checkable
class TurnsToTheFamily(Protocol):
    """A meeting: it can turn the screen to the family at any step."""

    def action_face(self) -> None:
        """Turn the screen to the family."""


@runtime_checkable
class TakesBreaks(Protocol):
    """A meeting: a short break stops its clock."""

    def take_a_break(self) -> None:
        """Keep the time, and all that is typed."""

    def end_break(self) -> None:
        """Go on."""


@runtime_checkable
class IsForOneAlone(Protocol):
    """A page for whoever is at the keyboard alone: after a break it does not come back by itself."""

    def put_away(self) -> bool:
        """Keep what stands in its field. Whether everything is on disk."""


@runtime_checkable
class HasLinesForOneAlone(Protocol):
    """A page with lines for whoever is at the keyboard alone: after a break it comes back without them."""

    def hide_lines(self) -> None:
        """Show those lines no more."""


class Places(App[None]):
    """An app that opens families, their meetings, the cover and the help."""

    async def surroundings(self) -> Surroundings:
        """What the screens are given."""
        raise NotImplementedError

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

    def action_face_the_family(self) -> None:
        """Turn the screen to the family, over the page that is open; outside a meeting close the page."""
        meeting = next((screen for screen in self.screen_stack if isinstance(screen, TurnsToTheFamily)), None)
        if meeting is None:
            self.screen.dismiss()
        else:
            meeting.action_face()

    def action_face_instead(self) -> None:
        """Close the page that is open, and turn the screen to the family where there is a meeting."""
        self.screen.dismiss()
        if any(isinstance(screen, TurnsToTheFamily) for screen in self.screen_stack):
            self.action_face_the_family()

    def action_command_palette(self) -> None:
        """Find an act by name. A palette that waits under the cover is not opened a second time."""
        from screens.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(id="--command-palette"))

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A short break there is only at a meeting; elsewhere its key does what it does in a field."""
        if action == "pause":
            return any(isinstance(screen, TakesBreaks) for screen in self.screen_stack)
        return super().check_action(action, parameters)

    def action_pause(self) -> None:
        """Cover the meeting at once for a short break, whatever is open over it; pressed again, it stays covered."""
        from screens.paused import PausedScreen

        meeting = next((screen for screen in self.screen_stack if isinstance(screen, TakesBreaks)), None)
        if meeting is None or any(isinstance(screen, PausedScreen) for screen in self.screen_stack):
            return
        self.clear_notifications()
        self._put_away_what_is_for_one_alone()
        self.push_screen(PausedScreen(), lambda _: meeting.end_break())
        meeting.take_a_break()

    def _put_away_what_is_for_one_alone(self) -> None:
        """Close such pages with all that is open over them, and hide such lines. Words not on disk stay."""
        for screen in self.screen_stack:
            if isinstance(screen, HasLinesForOneAlone):
                screen.hide_lines()
        pages = [screen for screen in self.screen_stack if isinstance(screen, IsForOneAlone)]
        if pages and all(page.put_away() for page in reversed(pages)):
            first = self.screen_stack.index(pages[0])
            while len(self.screen_stack) > first:
                self.pop_screen()

    def action_help_quit(self) -> None:
        """Say what Ctrl+C found, and which key closes: in a terminal many press it to be rid of a program."""
        from screens.widgets.key_line import said

        keys = (key for key, active in self.active_bindings.items() if active.binding.action == "quit")
        closes = next((said(key) for key in keys), "Ctrl+Q")
        self.notify(f"Nothing is selected, so nothing was copied. {closes} closes eymeeting.", markup=False)

    def action_help(self) -> None:
        """Show every key of the screen, and what it is for."""
        from screens.help import HelpScreen

        self.push_screen(HelpScreen(getattr(self.screen, "HELP", ""), self.screen))
