"""Takes down what is done in a meeting: at once what is chosen, a moment later what is typed."""

from __future__ import annotations

from datetime import datetime

from textual.message_pump import MessagePump

from eymeeting.domain.entry import Entry
from eymeeting.domain.own_words import own_words
from eymeeting.domain.sitting import Draft, Place
from screens.desk import MeetingDesk, MeetingView
from screens.family_recorder import FamilyRecorder


class Recorder(FamilyRecorder):
    """Between the steps of a meeting and the desk: it knows where the keyboard is, and the time spent."""

    desk: MeetingDesk

    def __init__(self, pump: MessagePump, desk: MeetingDesk) -> None:
        super().__init__(pump, desk)
        self._since: datetime = desk.around.clock.now()
        self._place = desk.place

    @property
    def view(self) -> MeetingView:
        """What stands now."""
        return self.desk.view

    def wrote(self, before: Entry | None, after: Entry | None, place: Place, edits: int) -> None:
        """Keep a text, a moment after it began to change."""
        self._place = place
        self._keeper.typed(
            place.field,
            edits,
            "" if after is None else own_words(after),
            lambda count: self.desk.write(before, after, place, count),
        )

    def drafted(self, where: str, draft: Draft, place: Place, edits: int) -> None:
        """Keep a half-typed line and where the keyboard is, a moment after it began to change."""
        self._place = place
        self._keeper.typed(
            where, edits, draft.text, lambda count: self.desk.keep_draft(where, draft, place, count)
        )

    def at(self, place: Place) -> None:
        """Remember where the keyboard is, a while later."""
        self._place = place
        if place != self.desk.place:
            self._keeper.later(lambda: self.desk.move(self._place))

    def go_to(self, place: Place) -> bool:
        """Remember that the keyboard is at another step. Whether all is on disk."""
        self._place = place
        return self.left() and self._try(lambda: self.desk.move(place))

    def hand_over(self, keyboard: str) -> None:
        """Give the keyboard to another worker."""
        if self.left() and self._try(lambda: self.desk.hand_over(keyboard)):
            self.redraw()

    def stand_up(self) -> bool:
        """End the sitting. Whether all is on disk."""
        return self.left() and self._try(self.desk.leave)

    def seconds_here(self) -> int:
        """Seconds at this step that are not kept yet."""
        return max(0, int((self.desk.around.clock.now() - self._since).total_seconds()))

    def spend(self, step: str) -> None:
        """Keep the time spent at a step so far; typing in from paper, and putting right, takes none of it."""
        seconds, meeting = self.seconds_here(), self.view.meeting
        is_live = meeting.entered_on is None and not meeting.is_over(self.view.today)
        if seconds and is_live and not self.is_waiting:
            self._since = self.desk.around.clock.now()
            self._try(lambda: self.desk.spend(step, seconds))
