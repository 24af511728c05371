"""When typed text goes to disk: so many milliseconds after the first unsaved key, whatever else is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from textual.message_pump import MessagePump
from textual.timer import Timer

from eymeeting.domain.problems import Problem

WAIT = 0.15
"""Seconds from the first unsaved key to the commit; later keys do not put it off."""

RETRY = 1.0
"""Seconds until a commit that failed is tried again."""


@dataclass
class Keeper:
    """Holds what is typed until it is on disk. Nothing is let go while the disk will not take it.

    ``write`` is called with how many keys it makes safe; ``changed`` whenever the
    save mark has something else to say, with the problem while there is one.
    """

    pump: MessagePump
    changed: Callable[[Problem | None], None]
    rescue: Callable[[], None]
    _write: Callable[[int], None] | None = None
    _edits: int = 0
    _timer: Timer | None = field(default=None, repr=False)
    problem: Problem | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on disk yet."""
        return self._write is not None

    def typed(self, edits: int, write: Callable[[int], None]) -> None:
        """Something was typed: write it soon."""
        self._write = write
        self._edits += edits
        if self._timer is None:
            self._timer = self.pump.set_timer(RETRY if self.problem else WAIT, self.flush)
        self.changed(self.problem)

    def flush(self) -> bool:
        """Write now. Whether everything is on disk."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._write is None:
            return True
        try:
            self._write(self._edits)
        except Problem as problem:
            self._failed(problem)
            return False
        self._write, self._edits, self.problem = None, 0, None
        self.changed(None)
        return True

    def _failed(self, problem: Problem) -> None:
        if self.problem is None:
            self.rescue()
        self.problem = problem
        self._timer = self.pump.set_timer(RETRY, self.flush)
        self.changed(problem)
