"""Takes down what is done to a family: at once what is chosen, a moment later what is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.message_pump import MessagePump

from eymeeting.domain.family import Change
from eymeeting.domain.problems import Problem
from eymeeting.domain.settings import Colleague
from eymeeting.domain.sitting import Draft
from screens.family_desk import FamilyDesk, FamilyView
from screens.keeper import Keeper


class FamilyRecorder:
    """Between the screens and the desk. A problem is told, never raised; what is typed is never let go.

    Whoever listens is told whenever what stands, or the save mark, has changed.
    """

    def __init__(self, pump: MessagePump, desk: FamilyDesk) -> None:
        self.desk: FamilyDesk = desk
        self._keeper = Keeper(pump, self._tell, self._rescue)
        self._redraws: list[Callable[[], None]] = []
        self._marks: list[Callable[[Problem | None], None]] = []
        self._rescues: list[Callable[[Path], None]] = []

    @property
    def view(self) -> FamilyView:
        """What stands now."""
        return self.desk.view

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on disk yet."""
        return self._keeper.is_waiting

    @property
    def problem(self) -> Problem | None:
        """Why something is not on disk, while that is so."""
        return self._keeper.problem

    def listen(
        self,
        redraw: Callable[[], None],
        say_saved: Callable[[Problem | None], None],
        say_rescued: Callable[[Path], None],
    ) -> Callable[[], None]:
        """Be told what then stands, of the save mark, and of words that the file would not take.

        What comes back ends it: call it when the screen goes.
        """
        kept = ((self._redraws, redraw), (self._marks, say_saved), (self._rescues, say_rescued))
        for listeners, listener in kept:
            listeners.append(listener)  # type: ignore[arg-type]

        def end() -> None:
            for listeners, listener in kept:
                listeners.remove(listener)  # type: ignore[arg-type]

        return end

    def draft(self, where: str) -> Draft:
        """The half-typed line of a place."""
        return self.desk.draft(where)

    def colleagues(self) -> tuple[Colleague, ...]:
        """Who works here; nobody while the file cannot be read."""
        try:
            return self.desk.around.store.colleagues()
        except Problem:
            return ()

    def did(self, *changes: Change, clear_draft: str | None = None) -> bool:
        """Keep what was done, and show it. Whether it is on disk."""
        if not self._keeper.flush_typed():
            return False
        return self._try(lambda: self._apply(changes, clear_draft))

    def unwrote(self, *changes: Change) -> bool:
        """Keep that somebody took back what they said, and show it. Whether it is on disk."""
        if not self._keeper.flush_typed():
            return False
        return self._try(lambda: self._apply(changes, None, is_unwritten=True))

    def half_typed(self, where: str, draft: Draft, edits: int) -> None:
        """Keep a half-typed line, a moment after it began to change."""
        self._keeper.typed(
            where, edits, draft.text, lambda count: self.desk.keep_draft(where, draft, None, count)
        )

    def left(self) -> bool:
        """A text field was left: what was typed there is one thing to undo. Whether all is on disk."""
        return self._keeper.flush_typed() and self._try(self.desk.end_visit)

    def flush(self) -> bool:
        """Put on disk what is typed. Whether everything is there."""
        return self._keeper.flush()

    def undo(self) -> tuple[Change, ...] | None:
        """Take back the last thing done. What was taken back, or nothing while the disk would not take it."""
        if not self._keeper.flush_typed():
            return None
        undone: list[Change] = []
        if not self._try(lambda: undone.extend(self.desk.undo())):
            return None
        self.redraw()
        return tuple(undone)

    def note(self, change: Change) -> None:
        """Keep something that the app itself has to tell."""
        if self._keeper.flush_typed():
            self._try(lambda: self.desk.note(change))

    def redraw(self) -> None:
        """Show what now stands."""
        for listener in tuple(self._redraws):
            listener()

    def _apply(
        self, changes: tuple[Change, ...], clear_draft: str | None, *, is_unwritten: bool = False
    ) -> None:
        self.desk.end_visit()
        self.desk.apply(*changes, clear_draft=clear_draft, is_unwritten=is_unwritten)
        self.redraw()

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Problem as problem:
            self._tell(problem)
            return False
        self._tell(None)
        return True

    def _tell(self, problem: Problem | None) -> None:
        for listener in tuple(self._marks):
            listener(problem)

    def _rescue(self, words: str) -> None:
        path = self.desk.around.rescue(words)
        if path is not None:
            for listener in tuple(self._rescues):
                listener(path)
