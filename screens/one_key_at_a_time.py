"""Keys in their turn: the next one is looked at when all that the last one began is done."""

from __future__ import annotations

from asyncio import Event as Signal
from asyncio import timeout
from collections.abc import Iterable
from typing import Any, Final, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from screens.widgets.too_small import is_kept_back

LONGEST_WAIT: Final = 2.0
"""Seconds after which a key is taken although a screen is still at something."""

MOST_ROUNDS: Final = 50
"""How often it is asked whether something is under way before a key is taken all the same."""

_IN_TURN: Final = (events.Key, events.Paste, events.MouseDown, events.MouseUp)


@runtime_checkable
class Locked(Protocol):
    """A screen at which most keys do nothing, and are not kept for later either."""

    def lets_through(self, key: events.Key) -> bool:
        """Whether a key does what it does elsewhere."""


class OneKeyAtATime(App[None]):
    """An app that loses no key, however fast they come.

    Textual hands a key to the field that has the keyboard when the key arrives. A chair who types a line,
    presses Enter and types on is faster than the field's own messages: without waiting, the words after
    Enter or F4 would still land in the field before.
    """

    def post_message(self, message: Message) -> bool:
        """Queue a message; a key that no field had a use for comes back before the keys after it."""
        if isinstance(message, events.Key) and message.is_forwarded:
            self.call_next(super().on_event, message)
            return True
        return super().post_message(message)

    async def on_event(self, event: events.Event) -> None:
        """Take a key, a paste or a click when what came before it is done."""
        if isinstance(event, _IN_TURN) and not event.is_forwarded:
            await self._finish_what_is_under_way()
            if not self._screen_stack or (isinstance(event, events.Key) and is_kept_back(self, event)):
                return
            if isinstance(self.screen, Locked) and not (
                isinstance(event, events.Key) and self.screen.lets_through(event)
            ):
                return
        await super().on_event(event)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Let a capital do what its small letter does, where it has no meaning of its own: keys are shown so."""
        if await super()._check_bindings(key, priority):
            return True
        is_capital = len(key) == 1 and key.isupper() and not priority
        return is_capital and await super()._check_bindings(key.lower())

    def push_screen(self, *screen: Any, **settings: Any) -> Any:
        """Open a screen over what stands there now: a field that was just taken away cannot be drawn under it."""
        if self._screen_stack and self.screen._layout_required:
            self.screen._on_timer_update()
        for opened in screen[:1]:
            self._fit(opened)
        return super().push_screen(*screen, **settings)

    def _fit(self, screen: Screen[Any]) -> None:
        """Give a screen the classes of a window of this size before it opens: so it is styled once, not twice."""
        classes: dict[str, bool] = {}
        for breakpoints, cells in (
            (self.HORIZONTAL_BREAKPOINTS or [], self.size.width),
            (self.VERTICAL_BREAKPOINTS or [], self.size.height),
        ):
            reached = max((least for least, _ in breakpoints if cells >= least), default=None)
            classes |= {name: least == reached for least, name in breakpoints}
        screen.update_classes(classes, update=False)

    async def _finish_what_is_under_way(self) -> None:
        quiet = 0
        for _ in range(MOST_ROUNDS):
            await self._flush_next_callbacks()
            pumps = list(self._whoever_hears_keys())
            try:
                for pump in pumps:
                    await _turn_of(pump)
            except TimeoutError:
                return
            waits = self._next_callbacks or any(not pump._message_queue.empty() for pump in pumps)
            quiet = 0 if waits else quiet + 1
            if quiet == 2:
                return

    def _whoever_hears_keys(self) -> Iterable[MessagePump]:
        """The field with the keyboard and all it lies in, up to the screen."""
        if not self._screen_stack:
            return []
        field = self.focused or self.screen
        return (node for node in field.ancestors_with_self if node is not self)


async def _turn_of(pump: MessagePump) -> None:
    """Wait until a pump has done what it had to do so far."""
    turn = Signal()
    if pump.call_later(turn.set):
        async with timeout(LONGEST_WAIT):
            await turn.wait()
