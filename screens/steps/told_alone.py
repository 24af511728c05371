"""What one person says of what is asked alone: kept at once, and undone nowhere else."""

from __future__ import annotations

from eymeeting.domain.asked_alone import answered, areas_asked_alone, told_before
from eymeeting.domain.family import Change
from eymeeting.domain.meeting import Score
from screens.desk import MeetingView
from screens.steps.score_words import value_of
from screens.steps.step import TakesDown


class ToldAlone:
    """The numbers of whoever is asked, as far as whoever is at the keyboard may see them."""

    def __init__(self, recorder: TakesDown) -> None:
        self.who = ""
        self._recorder = recorder
        self._done: list[Change] = []

    @property
    def view(self) -> MeetingView:
        """What stands now."""
        return self._recorder.view

    def score(self, area: str) -> Score | None:
        """The number of an area, where whoever is at the keyboard may see it."""
        view = self.view
        return told_before(
            view.family,
            view.meeting_id,
            area,
            self.who,
            view.keyboard,
            today=view.today,
            pack=view.pack,
        )

    def scores(self) -> dict[tuple[str, str], int | str]:
        """What may stand in the cells, by area and person."""
        found = (self.score(area.id) for area in areas_asked_alone(self.view.pack))
        return {(each.area, each.person): each.value for each in found if each is not None}

    def say(self, area: str, said: int | str | None) -> bool:
        """Keep a number, or take it away. Whether that is on disk; what others asked stays as it is."""
        view, before = self.view, self.score(area)
        if said is None:
            return before is None or self.keep(before, None)
        value = value_of(said)
        asked = answered(
            view.family, view.meeting_id, area, self.who, value, asked_by=view.keyboard, before=before
        )
        return asked[0] == asked[1] or self.keep(*asked)

    def keep(self, before: Score | None, after: Score | None) -> bool:
        """Keep a change. Whether it is on disk."""
        change = self.view.change(before, after)
        is_kept = self._note(change)
        if is_kept:
            self._done.append(change)
        return is_kept

    def undo(self) -> bool:
        """Take back the last thing done. Whether there was nothing to take back, or it is on disk."""
        if not self._done:
            return True
        change = self._done.pop()
        is_back = self._note(change.undone())
        if not is_back:
            self._done.append(change)
        return is_back

    def _note(self, change: Change) -> bool:
        self._recorder.note(change)
        standing = next((each for each in self.view.family.scores if each.id == change.entry.id), None)
        return standing == change.after
