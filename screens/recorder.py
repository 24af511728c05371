"""Takes down what is done in a meeting: at once what is chosen, a moment later what is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.message_pump import MessagePump

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change
from eymeeting.domain.meeting import Line
from eymeeting.domain.problems import Problem
from eymeeting.domain.sitting import Draft, Place
from screens.desk import MeetingDesk, MeetingView
from screens.keeper import Keeper


class Recorder:
    """Between the steps and the desk. A problem is told, never raised; what is typed is never let go.

    ``redraw`` is called with what then stands, ``say_saved`` whenever the save
    mark changes, ``say_rescued`` with the place of the words that the file would not take.
    """

    def __init__(
        self,
        pump: MessagePump,
        desk: MeetingDesk,
        *,
        redraw: Callable[[MeetingView], None],
        say_saved: Callable[[Problem | None], None],
        say_rescued: Callable[[Path], None],
    ) -> None:
        self.desk = desk
        self._redraw = redraw
        self._say_saved = say_saved
        self._say_rescued = say_rescued
        self._keeper = Keeper(pump, self._tell, self._rescue)
        self._since: datetime = desk.around.clock.now()

    @property
    def view(self) -> MeetingView:
        """What stands now."""
        return self.desk.view

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on disk yet."""
        return self._keeper.is_waiting

    def draft(self, where: str) -> Draft:
        """The half-typed line of a place."""
        return self.desk.draft(where)

    def did(self, *changes: Change, clear_draft: str | None = None) -> bool:
        """Keep what was done, and show it. Whether it is on disk."""
        if not self.flush():
            return False
        return self._try(lambda: self._apply(changes, clear_draft))

    def wrote(self, before: Entry | None, after: Entry | None, place: Place, edits: int) -> None:
        """Keep a text, a moment after it began to change."""
        self._keeper.typed(
            place.field,
            edits,
            after.text if isinstance(after, Line) else "",
            lambda count: self.desk.write(before, after, place, count),
        )

    def drafted(self, where: str, draft: Draft, place: Place, edits: int) -> None:
        """Keep a half-typed line, a moment after it began to change."""
        self._keeper.typed(
            where, edits, draft.text, lambda count: self.desk.keep_draft(where, draft, place, count)
        )

    def at(self, place: Place) -> None:
        """Remember where the keyboard is, a moment later."""
        if place != self.desk.place:
            self._keeper.typed("place", 0, "", lambda _: self.desk.move(place))

    def left(self) -> bool:
        """A text field was left: what was typed there is one thing to undo. Whether all is on disk."""
        return self.flush() and self._try(self.desk.end_visit)

    def flush(self) -> bool:
        """Put on disk what is typed. Whether everything is there."""
        return self._keeper.flush()

    def undo(self) -> bool:
        """Take back the last thing done. Whether there was anything."""
        if not self.flush():
            return True
        undone: list[Change] = []
        if not self._try(lambda: undone.extend(self.desk.undo())):
            return True
        self._redraw(self.view)
        return bool(undone)

    def go_to(self, place: Place) -> bool:
        """Remember that the keyboard is at another step. Whether all is on disk."""
        return self.left() and self._try(lambda: self.desk.move(place))

    def hand_over(self, keyboard: str) -> None:
        """Give the keyboard to another worker."""
        if self.left() and self._try(lambda: self.desk.hand_over(keyboard)):
            self._redraw(self.view)

    def stand_up(self) -> bool:
        """End the sitting. Whether all is on disk."""
        return self.left() and self._try(self.desk.leave)

    def note(self, change: Change) -> None:
        """Keep something that the app itself has to tell."""
        if self.flush():
            self._try(lambda: self.desk.note(change))

    def seconds_here(self) -> int:
        """Seconds at this step that are not kept yet."""
        return max(0, int((self.desk.around.clock.now() - self._since).total_seconds()))

    def spend(self, step: str) -> None:
        """Keep the time spent at a step so far."""
        seconds = self.seconds_here()
        if seconds and not self.is_waiting:
            self._since = self.desk.around.clock.now()
            self._try(lambda: self.desk.spend(step, seconds))

    def _apply(self, changes: tuple[Change, ...], clear_draft: str | None) -> None:
        self.desk.end_visit()
        self.desk.apply(*changes, clear_draft=clear_draft)
        self._redraw(self.view)

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Problem as problem:
            self._tell(problem)
            return False
        self._tell(None)
        return True

    def _tell(self, problem: Problem | None) -> None:
        self._say_saved(problem)

    def _rescue(self, words: str) -> None:
        path = self.desk.around.rescue(words)
        if path is not None:
            self._say_rescued(path)
