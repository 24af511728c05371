"""Scores then and now for one reader, each person's voice in a row of its own."""

from __future__ import annotations

from eymeeting.domain.copies import ScoreRow
from eymeeting.domain.in_words import score_in_words
from eymeeting.domain.meeting import NoScore, Priority, Score
from eymeeting.domain.one_reader import ForOneReader

NOT_SAID = "not said"
"""Where nobody has said what number they hope for in an area that was chosen."""


def score_rows(paper: ForOneReader) -> tuple[ScoreRow, ...]:
    """The scores this reader may see, by area in the pack's order, then by person in the family's.

    ``last_time`` is the latest earlier score of that person, also where a
    meeting in between did not ask. Who gave no answer, now or last time, has a
    row only in an area that was chosen to work on; hopes are asked for in those alone.
    """
    hopes = {each.area: each.hoped_for for each in latest_priorities(paper)}
    rows = []
    for area, person in voices(paper):
        who, name = paper.name(person), paper.cleared(paper.pack.area_name(area))
        if who is None or name is None:
            continue
        now, last = map(_answer, then_and_now(paper, area, person))
        if now is None and last is None and area not in hopes:
            continue
        rows.append(
            ScoreRow(
                area=name,
                who=who,
                last_time=score_in_words(last),
                now=score_in_words(now),
                hoped_for=_hope(hopes[area]) if area in hopes else "",
            )
        )
    return tuple(rows)


def _answer(score: Score | None) -> int | NoScore | None:
    """What somebody said; nothing where nobody asked."""
    return None if score is None or score.value == "not_asked" else score.value


def _hope(hoped_for: int | None) -> str:
    return NOT_SAID if hoped_for is None else str(hoped_for)


def latest_priorities(paper: ForOneReader) -> tuple[Priority, ...]:
    """The areas chosen at the latest meeting that chose any, in the order chosen."""
    for meeting in paper.meetings():
        chosen = [each for each in paper.family.priorities if each.meeting == meeting.id]
        if chosen:
            return tuple(chosen)
    return ()


def then_and_now(paper: ForOneReader, area: str, person: str) -> tuple[Score | None, Score | None]:
    """Somebody's score at this meeting and their latest before it, as far as the reader may see them."""
    meetings = paper.meetings()
    now = paper.score_at(paper.meeting.id, area, person)
    earlier = (paper.score_at(each.id, area, person) for each in meetings if each.id != paper.meeting.id)
    return now, next((score for score in earlier if score is not None), None)


def voices(paper: ForOneReader) -> list[tuple[str, str]]:
    """Every area and person with a score to show, in order."""
    meetings = {each.id for each in paper.meetings()}
    areas = {area.id: place for place, area in enumerate(paper.pack.areas)}
    people = {person.id: place for place, person in enumerate(paper.family.people)}
    found = {
        (score.area, score.person)
        for score in paper.family.scores
        if score.meeting in meetings and paper.sees(score)
    }
    return sorted(
        found,
        key=lambda voice: (areas.get(voice[0], len(areas)), voice[0], people.get(voice[1], len(people))),
    )
