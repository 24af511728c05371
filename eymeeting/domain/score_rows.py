"""Scores then and now for one reader, each person's voice in a row of its own."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.copies import HowFar, ScoreRow
from eymeeting.domain.in_words import score_in_words
from eymeeting.domain.meeting import NoScore, Priority, Score
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.score_history import ScoreHistory, ScoreLine, change_in_words, history_for

NOT_SAID: Final = "not said"
"""Where nobody has said what number they hope for in an area that was chosen."""


def score_rows(paper: ForOneReader, *, from_the_start: bool = False) -> tuple[ScoreRow, ...]:
    """The scores this reader may see, by area in the pack's order, then by person in the family's.

    ``last_time`` is the latest earlier score of that person, also where a
    meeting in between did not ask; ``from_the_start``, it is the first number
    they gave. An area that nobody was asked about this time stands only where
    it was chosen to work on, or where nobody was asked about any. Who gave no
    answer, now or then, has a row only in an area that was chosen; hopes are
    asked for in those alone.
    """
    told = history_for(paper)
    hopes = {each.area: each.hoped_for for each in told.chosen}
    rows = []
    for line in _of_this_time(told):
        now, last = _answer(line.now), _answer(line.start if from_the_start else line.last_time)
        named = _named(paper, line)
        if named is None or (now is None and last is None and line.area not in hopes):
            continue
        area, who = named
        rows.append(
            ScoreRow(
                area=area,
                who=who,
                last_time=score_in_words(last),
                now=score_in_words(now),
                hoped_for=_hope(hopes[line.area]) if line.area in hopes else "",
            )
        )
    return tuple(rows)


def how_far(paper: ForOneReader) -> tuple[HowFar, ...]:
    """Everybody's numbers from their first to today's, wherever there is more than one and one is today's."""
    found = []
    for line in history_for(paper).lines:
        numbers = tuple(value for value in line.values if isinstance(value, int))
        named = _named(paper, line)
        if named is not None and line.values[-1] in numbers and len(numbers) > 1:
            area, who = named
            found.append(HowFar(area=area, who=who, numbers=numbers, change=change_in_words(numbers)))
    return tuple(found)


def latest_priorities(paper: ForOneReader) -> tuple[Priority, ...]:
    """The areas chosen at the latest meeting that chose any, in the order chosen."""
    return history_for(paper).chosen


def _of_this_time(told: ScoreHistory) -> tuple[ScoreLine, ...]:
    """The lines of the areas that were asked about at this meeting, or chosen; all where none was."""
    chosen = {each.area for each in told.chosen}
    asked = {line.area for line in told.lines if _answer(line.now) is not None}
    return tuple(line for line in told.lines if line.area in asked | chosen) if asked else told.lines


def _named(paper: ForOneReader, line: ScoreLine) -> tuple[str, str] | None:
    """The area and the person of a line in plain words, where both may stand on this paper."""
    area, who = paper.cleared(paper.pack.area_name(line.area)), paper.name(line.person)
    return None if area is None or who is None else (area, who)


def _answer(score: Score | None) -> int | NoScore | None:
    """What somebody said; nothing where nobody asked."""
    return None if score is None or score.value == "not_asked" else score.value


def _hope(hoped_for: int | None) -> str:
    return NOT_SAID if hoped_for is None else str(hoped_for)
