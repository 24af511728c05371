"""What stands under the quick line: what was understood, what is asked, and for a while what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.timer import Timer
from textual.widgets import Static

from screens.plain import plain

SHOWN_FOR: Final = 10.0
"""Seconds after which what was done no longer stands in front of the family."""


class Told(Static):
    """One message at a time. ``afterwards`` is called when one that is told for a while has gone."""

    DEFAULT_CSS = """
    Told { display: none; height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    Told.-asks { color: $text-warning; text-style: bold; max-height: 5; }
    """

    def __init__(self, afterwards: Callable[[], None]) -> None:
        super().__init__(id="understood")
        self._afterwards = afterwards
        self._timer: Timer | None = None
        self.words = ""

    @property
    def asks(self) -> bool:
        """Whether it is something to be answered or put right."""
        return self.has_class("-asks")

    @property
    def is_for_a_while(self) -> bool:
        """Whether something is told that goes by itself."""
        return self._timer is not None and bool(self.words)

    def say(self, words: str, *, asks: bool = False) -> None:
        """Say something until something else is said."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.words = words
        self.set_class(asks, "-asks")
        self.update(plain(words))
        self.display = bool(words)

    def say_for_a_while(self, words: str) -> None:
        """Say something that goes by itself."""
        self.say(words)
        if words:
            self._timer = self.set_timer(SHOWN_FOR, self._gone)

    def _gone(self) -> None:
        self._timer = None
        self.say("")
        self._afterwards()
