"""On which day somebody's scores were given, when it was not in the meeting itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from eymeeting.domain.family import Change
from eymeeting.domain.scoring import joint_scores
from eymeeting.domain.sitting import Draft, Place
from screens.desk import MeetingView
from screens.steps.step import TakesDown


class DaysGiven:
    """The day that goes with what is typed next for each person.

    It is kept like a half-typed line, for it is nobody's score yet. A day said of somebody who
    was not here no longer counts once they are: they score for themselves now.
    """

    def __init__(self, recorder: TakesDown) -> None:
        self._recorder = recorder

    def day_of(self, who: str) -> date | None:
        """The day that was said for somebody; today, for who is not here before the day of the meeting."""
        return self._said(who) or self._unsaid(who)

    def brought(self) -> frozenset[str]:
        """Whoever is not here and had a day said for their scores."""
        family, here = self._view.family, self._view.here()
        return frozenset(each.id for each in family.people if each.id not in here and self._said(each.id))

    def line(self, who: str) -> str:
        """Where the half-typed day of somebody is kept."""
        return self._where("day typed", who)

    def keep(self, who: str, day: date | None, place: Place) -> bool:
        """Say the day of somebody's scores, or that they are given here. Whether it is on disk.

        Those scores of theirs that had no day, or the day said before, go along.
        """
        changes = tuple(self._changes(who, day or self._unsaid(who)))
        kept = not changes or self._recorder.did(*changes)
        if kept:
            text = "" if day is None else day.isoformat()
            self._recorder.drafted(self._mark(who), Draft(text=text, cursor=len(text)), place, 0)
            self._recorder.drafted(self.line(who), Draft(text="", cursor=0), place, 0)
            kept = self._recorder.left()
        return kept

    def _changes(self, who: str, day: date | None) -> Iterator[Change]:
        view, before = self._view, self.day_of(who)
        for score in joint_scores(view.family, view.meeting_id, view.pack):
            belongs = score.on == before or (score.on is None and day is not None)
            if score.person == who and belongs and score.on != day:
                yield view.change(score, replace(score, on=day))

    def _unsaid(self, who: str) -> date | None:
        view = self._view
        return view.today if view.today < view.meeting.on and who not in view.here() else None

    def _said(self, who: str) -> date | None:
        text = self._recorder.draft(self._mark(who)).text
        return date.fromisoformat(text) if text else None

    def _mark(self, who: str) -> str:
        return self._where("here" if who in self._view.here() else "from before", who)

    def _where(self, what: str, who: str) -> str:
        view = self._view
        return f"{view.family.ref}/{view.meeting_id}/scores/{what}/{who}"

    @property
    def _view(self) -> MeetingView:
        return self._recorder.view
