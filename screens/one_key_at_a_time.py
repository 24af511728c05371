"""Keys in their turn: the next one is looked at when all that the last one began is done."""

from __future__ import annotations

from asyncio import Event as Signal
from asyncio import timeout
from collections.abc import Iterable
from typing import Final

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

LONGEST_WAIT: Final = 2.0
"""Seconds after which a key is taken although something is still under way."""

_IN_TURN: Final = (events.Key, events.Paste, events.MouseDown, events.MouseUp)


class OneKeyAtATime(App[None]):
    """An app that loses no key, however fast they come.

    Textual hands a key to the field that has the keyboard when the key arrives. A chair who types a line,
    presses Enter and types on is faster than the field's own messages: without waiting, the words after
    Enter or F4 would still land in the field before.
    """

    async def on_event(self, event: events.Event) -> None:
        """Take a key, a paste or a click when what came before it is done."""
        if isinstance(event, _IN_TURN) and not event.is_forwarded:
            await self._finish_what_is_under_way()
        await super().on_event(event)

    async def _finish_what_is_under_way(self) -> None:
        quiet = 0
        try:
            async with timeout(LONGEST_WAIT):
                while quiet < 2:
                    await self._flush_next_callbacks()
                    pumps = list(self._whoever_hears_keys())
                    for pump in pumps:
                        await _turn_of(pump)
                    waits = any(not pump._message_queue.empty() for pump in pumps)
                    quiet = 0 if waits or self._next_callbacks else quiet + 1
        except TimeoutError:
            return

    def _whoever_hears_keys(self) -> Iterable[MessagePump]:
        """The field with the keyboard and all it lies in, up to the screen."""
        if not self._screen_stack:
            return ()
        field = self.focused or self.screen
        return (node for node in field.ancestors_with_self if node is not self)


async def _turn_of(pump: MessagePump) -> None:
    """Wait until a pump has done what it had to do so far."""
    turn = Signal()
    if pump.call_later(turn.set):
        await turn.wait()
