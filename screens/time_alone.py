"""The family is on its own: a calm clock, nothing of anybody on the screen, and one key that ends it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Digits, Static

from eymeeting.domain.time_alone import TimeAlone, on_the_clock, told
from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.widgets.key_line import said

TICK: Final = 5.0
"""Seconds between looks at the clock; only a new minute is drawn."""

_DO_SOMETHING: Final = frozenset({"dismiss", "cover", "app.cover", "pause", "app.pause"})
"""The acts whose keys work: back to the meeting, and the two that cover everything."""


class TimeAloneScreen(Screen[None]):
    """The clock goes on whatever is pressed. What is typed here is thrown away, and goes nowhere later either."""

    DEFAULT_CSS = """
    TimeAloneScreen { align: center middle; }
    TimeAloneScreen #clock { width: 100%; max-width: 64; height: auto; }
    TimeAloneScreen #clock Static { width: 100%; height: auto; text-align: center; }
    TimeAloneScreen #yours { text-style: bold; margin-bottom: 1; }
    TimeAloneScreen #minutes { height: 3; }
    TimeAloneScreen Digits { width: 100%; height: auto; text-align: center; }
    TimeAloneScreen #had { margin-bottom: 1; }
    TimeAloneScreen #back { color: $text-muted; margin-top: 1; }
    """
    HELP = """\
    The family's own time. Nothing is written down, and no key does anything but the one that ends it.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "f10,ctrl+g",
            "dismiss",
            "We are ready",
            priority=True,
            tooltip="The family's own time is over: back to the meeting",
            id="back",
        ),
    ]

    def __init__(
        self, time: TimeAlone, now: Callable[[], datetime], a_minute_more: Callable[[], None]
    ) -> None:
        """``now`` is the clock; ``a_minute_more`` is called when another minute has gone."""
        super().__init__()
        self._time = time
        self._now = now
        self._a_minute_more = a_minute_more
        self._had = -1

    def compose(self) -> ComposeResult:
        """Whose time it is, the clock, what was agreed, and the key."""
        with Vertical(id="clock"):
            yield Static("This is your own time.", id="yours")
            yield Vertical(id="minutes")
            yield Static("hours and minutes so far", id="had")
            yield Static(id="told")
            yield Static("Nothing is written down.")
            yield Static(id="back")

    def on_mount(self) -> None:
        """Show the clock, and keep it going."""
        self.set_interval(TICK, self._look_at_clock)
        keys = [said(key) for key, active in self.active_bindings.items() if active.binding.id == "back"]
        self.query_one("#back", Static).update(plain(f"When you are ready: {' or '.join(keys[:2])}."))
        self._look_at_clock()

    def lets_through(self, key: Key) -> bool:
        """Whether a key does something here."""
        active = self.active_bindings.get(key.key)
        return active is not None and active.binding.action in _DO_SOMETHING

    def _look_at_clock(self) -> None:
        had = self._time.had(self._now())
        if had == self._had:
            return
        if self._had >= 0:
            self._a_minute_more()
        self._had = had
        clock = self.query_one("#minutes", Vertical)
        clock.remove_children()
        clock.mount(Digits(on_the_clock(had)))
        self.query_one("#told", Static).update(plain(told(self._time, self._now())))
