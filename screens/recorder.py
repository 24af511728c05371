"""Takes down what is done in a meeting: at once what is chosen, a moment later what is typed."""

from __future__ import annotations

from textual.message_pump import MessagePump

from eymeeting.domain.entry import Entry
from eymeeting.domain.own_words import own_words
from eymeeting.domain.said_alone import where_pauses_are_kept, with_a_pause
from eymeeting.domain.sitting import Draft, Place
from screens.desk import MeetingDesk, MeetingView
from screens.family_recorder import FamilyRecorder
from screens.time_spent import TimeSpent


class Recorder(FamilyRecorder):
    """Between the steps of a meeting and the desk: it knows where the keyboard is, and the time spent."""

    desk: MeetingDesk

    def __init__(self, pump: MessagePump, desk: MeetingDesk) -> None:
        super().__init__(pump, desk)
        self._time = TimeSpent(desk.around.clock.now)
        self._place = desk.place

    @property
    def view(self) -> MeetingView:
        """What stands now."""
        return self.desk.view

    async def outdated_copies(self) -> frozenset[str]:
        """The ids of the copies made today that do not hold any more how things stand."""
        from screens.copies_there import outdated_copies

        return await outdated_copies(self)

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
        return self._time.seconds()

    @property
    def is_live(self) -> bool:
        """Whether people sit together now: it is not typed in from paper, and nothing is put right."""
        meeting = self.view.meeting
        return meeting.entered_on is None and not meeting.is_over(self.view.today)

    def take_a_break(self) -> None:
        """Put on disk what is typed, and the time; the step's time does not go on. Live only is a pause kept."""
        self._time.take_a_break()
        if self.is_live:
            view = self.view
            self._keeper.typed(
                f"pause {view.time}", 0, "", lambda _: self._keep_pause(view.time, view.keyboard)
            )
        self._keeper.flush_typed()

    def end_break(self) -> None:
        """The step's time goes on from where it stood."""
        self._time.end_break()

    def _keep_pause(self, time: str, keyboard: str) -> None:
        where = where_pauses_are_kept(self.view.family, self.view.meeting_id)
        lines = with_a_pause(self.desk.draft(where).text, time, keyboard)
        self.desk.keep_draft(where, Draft(text=lines, cursor=0), self._place, 0)

    def spend(self, step: str) -> None:
        """Keep the time spent at a step so far; typing in from paper, and putting right, takes none of it."""
        seconds = self.seconds_here()
        if seconds and self.is_live and not self.is_waiting:
            self._time.start_anew()
            self._try(lambda: self.desk.spend(step, seconds))
