"""When typed text goes to disk: so many milliseconds after the first unsaved key, whatever else is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from textual.message_pump import MessagePump
from textual.timer import Timer

from eymeeting.domain.problems import Problem

WAIT = 0.15
"""Seconds from the first unsaved key to the commit; later keys do not put it off."""

PAUSE = 0.6
"""Seconds after which what can wait is written, such as where the keyboard is."""

RETRY = 1.0
"""Seconds until a commit that failed is tried again."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in one place and is not on disk yet: by how many keys, and how it is written."""

    edits: int
    words: str
    write: Callable[[int], None]


@dataclass
class Keeper:
    """Holds what is typed until it is on disk. Nothing is let go while the disk will not take it.

    ``changed`` is called whenever the save mark has something else to say, with
    the problem while there is one; ``rescue`` with the words that are not on
    disk, whenever there are others than before, and with none when all are.
    """

    pump: MessagePump
    changed: Callable[[Problem | None], None]
    rescue: Callable[[str], object]
    problem: Problem | None = None
    _waiting: dict[str, Typed] = field(default_factory=dict)
    _timer: Timer | None = field(default=None, repr=False)
    _rescued: str = ""
    _later: Callable[[], None] | None = None
    _later_timer: Timer | None = field(default=None, repr=False)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on disk yet."""
        return any(typed.edits for typed in self._waiting.values())

    def typed(self, where: str, edits: int, words: str, write: Callable[[int], None]) -> None:
        """Something was typed in a place: write it soon.

        ``write`` is called with how many keys it makes safe, those before it in
        the same place among them.
        """
        before = self._waiting.pop(where, None)
        self._waiting[where] = Typed(edits + (before.edits if before else 0), words, write)
        if self._timer is None:
            wait, flush = (RETRY, self.flush) if self.problem else (WAIT, self.flush_typed)
            self._timer = self.pump.set_timer(wait, flush)
        self.changed(self.problem)

    def later(self, write: Callable[[], None]) -> None:
        """Write something that no key has to wait for, in a while; of several only the last is written."""
        self._later = write
        if self._later_timer is None:
            self._later_timer = self.pump.set_timer(PAUSE, self.flush)

    def flush(self) -> bool:
        """Write everything now. Whether all of it is on disk."""
        return self.flush_typed() and self._flush_later()

    def flush_typed(self) -> bool:
        """Write what was typed now; what can wait may wait. Whether it is on disk."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self._waiting:
            return True
        try:
            for where, typed in list(self._waiting.items()):
                typed.write(typed.edits)
                del self._waiting[where]
        except Problem as problem:
            self._failed(problem)
            return False
        self._succeeded()
        return True

    def _flush_later(self) -> bool:
        if self._later_timer is not None:
            self._later_timer.stop()
            self._later_timer = None
        if self._later is None:
            return True
        try:
            self._later()
        except Problem as problem:
            self._failed(problem)
            return False
        self._later = None
        if self.problem is not None:
            self._succeeded()
        return True

    def _succeeded(self) -> None:
        self.problem = None
        if self._rescued:
            self._rescued = ""
            self.rescue("")
        self.changed(None)

    def _failed(self, problem: Problem) -> None:
        self.problem = problem
        self._timer = self.pump.set_timer(RETRY, self.flush)
        words = "\n\n".join(typed.words for typed in self._waiting.values() if typed.words)
        if words and words != self._rescued:
            self._rescued = words
            self.rescue(words)
        self.changed(problem)
