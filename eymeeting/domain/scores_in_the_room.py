"""Scores then and now as everyone in the room may see them, nobody steered by what they said before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting, Priority
from eymeeting.domain.pack import Pack
from eymeeting.domain.score_history import ScoreHistory, chosen_latest, history
from eymeeting.domain.scoring import areas_scored, is_joint, joint_scores, scorers
from eymeeting.domain.sight import is_open_in_the_room


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomScores:
    """What may be shown of a family's scores, and whose line waits for today's number, by area and person."""

    history: ScoreHistory
    waiting: frozenset[tuple[str, str]]

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas with a line that may be shown."""
        return self.history.areas

    def waiting_in(self, area: str) -> tuple[str, ...]:
        """Whose line of an area waits, in no order that means anything."""
        return tuple(sorted(person for each, person in self.waiting if each == area))


def scores_in_the_room(family: Family, meeting: Meeting, pack: Pack) -> RoomScores:
    """The scores up to a meeting that everyone there may see.

    What is asked alone never stands here, nor what was said at a meeting kept
    apart from somebody who may read this one. While a meeting is going on, what
    somebody said before comes only after their number of today: a ghost steers.
    """
    meetings = (*earlier_meetings(family, meeting), meeting)
    told = history(family, meetings, pack, lambda score: is_joint(family, score, pack, meeting.id))

    def is_open(chosen: Priority) -> bool:
        return is_open_in_the_room(family, chosen, pack=pack, meeting=meeting.id)

    waiting = _waiting(family, meeting, pack, told)
    lines = tuple(line for line in told.lines if (line.area, line.person) not in waiting)
    chosen = chosen_latest(family, meetings, is_open)
    return RoomScores(history=replace(told, lines=lines, chosen=chosen), waiting=waiting)


def scored_openly(family: Family, pack: Pack) -> frozenset[str]:
    """The ids of the meetings with a score that everyone may see. What is asked alone tells not even that it was."""
    return frozenset(score.meeting for score in family.scores if is_joint(family, score, pack, score.meeting))


def to_look_back_from(family: Family, pack: Pack) -> tuple[Meeting, ...]:
    """The meetings from which all scores can be looked back at, latest first: as a rule the latest alone.

    Where meetings were kept apart from somebody, the latest of each kind, since
    one may not tell what was said at another.
    """
    scored = scored_openly(family, pack)
    order = family.meetings_in_order()
    latest = {
        frozenset(each.separate_from or ()): each for each in order if each.took_place or each.id in scored
    }
    return tuple(sorted(latest.values(), key=order.index, reverse=True)) if scored else ()


def _waiting(family: Family, meeting: Meeting, pack: Pack, told: ScoreHistory) -> frozenset[tuple[str, str]]:
    if meeting.outcome is not None:
        return frozenset()
    now = joint_scores(family, meeting.id, pack)
    areas = {area.id for area in areas_scored(pack, meeting, now)}
    asked = {person.id for person in scorers(family, meeting.id)}
    return frozenset(
        (line.area, line.person)
        for line in told.lines
        if line.now is None and line.area in areas and line.person in asked
    )
