"""Every score of a family over its meetings: each person's voice in a line of its own, area by area."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final, TypeAlias

from eymeeting.domain.family import Family
from eymeeting.domain.in_words import NO_SCORE
from eymeeting.domain.meeting import Meeting, NoScore, Priority, Score
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack

Value: TypeAlias = int | NoScore | None
"""What stands at one meeting: a number, an answer without one, or nothing at all, which is a gap."""

GAP: Final = "no score"
"""A gap in words: nothing was given at that meeting. It is neither nought nor what was said before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """What one person said of one area, a place for each meeting in order; ``None`` is a gap.

    The last place is that of the meeting the history is told at.
    """

    area: str
    person: str
    scores: tuple[Score | None, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """What stands at each meeting."""
        return tuple(None if score is None else score.value for score in self.scores)

    @property
    def now(self) -> Score | None:
        """The score of the meeting the history is told at; nothing while none is given."""
        return self.scores[-1] if self.scores else None

    @property
    def last_time(self) -> Score | None:
        """The person's latest earlier score, also where meetings in between have none."""
        return latest(self.scores[:-1])

    @property
    def start(self) -> Score | None:
        """The first number given before this meeting, else the first that was said instead of one."""
        said = [score for score in self.scores[:-1] if score is not None]
        return next((score for score in said if isinstance(score.value, int)), next(iter(said), None))

    @property
    def in_words(self) -> str:
        """The line as it is said: “2, then 5, then 7: up 5”."""
        return said_in_steps(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreHistory:
    """Then, now and hoped for, as far as one reader, or everyone in a room, may see it.

    ``meetings`` are earliest first. ``lines`` stand by area in the pack's order,
    then by person in the family's. ``chosen`` are the areas chosen at the latest
    meeting that chose any.
    """

    meetings: tuple[Meeting, ...]
    lines: tuple[ScoreLine, ...]
    chosen: tuple[Priority, ...] = ()

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas with a score, in order."""
        return tuple(dict.fromkeys(line.area for line in self.lines))

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody with a score, in no order that means anything."""
        return tuple(dict.fromkeys(line.person for line in self.lines))

    def of_area(self, area: str) -> tuple[ScoreLine, ...]:
        """The lines of one area, a person each."""
        return tuple(line for line in self.lines if line.area == area)

    def line(self, area: str, person: str) -> ScoreLine | None:
        """One person's line of an area, or nothing when they never scored it."""
        return next((each for each in self.of_area(area) if each.person == person), None)

    def hoped_for(self, area: str) -> int | None:
        """The number the family hopes for in an area, if it chose the area and said one."""
        return next((each.hoped_for for each in self.chosen if each.area == area), None)


def history(
    family: Family, meetings: Sequence[Meeting], pack: Pack, sees: Callable[[Score], bool]
) -> ScoreHistory:
    """Every score given at these meetings that may be seen, the meetings earliest first.

    Nothing is averaged, carried over or made up: a score that is not there, or
    may not be seen, is a gap. A meeting that did not happen has no place, unless
    somebody gave scores for it; one that was broken off counts as what it is.
    """
    seen: dict[tuple[str, str, str], Score] = {}
    for score in family.scores:
        if sees(score):
            seen.setdefault((score.meeting, score.area, score.person), score)
    scored = {meeting for meeting, _, _ in seen}
    held = tuple(
        each
        for place, each in enumerate(meetings, 1)
        if each.id in scored or each.outcome != "did_not_happen" or place == len(meetings)
    )
    ids = {each.id for each in held}
    voices = {(area, person) for meeting, area, person in seen if meeting in ids}
    return ScoreHistory(
        meetings=held,
        lines=tuple(
            ScoreLine(
                area=area, person=person, scores=tuple(seen.get((each.id, area, person)) for each in held)
            )
            for area, person in in_their_order(voices, family, pack)
        ),
    )


def history_for(paper: ForOneReader) -> ScoreHistory:
    """The history as one reader may have it at the meeting of their paper."""
    meetings = tuple(reversed(paper.meetings()))
    told = history(paper.family, meetings, paper.pack, paper.sees)
    return ScoreHistory(
        meetings=told.meetings, lines=told.lines, chosen=chosen_latest(paper.family, meetings, paper.sees)
    )


def latest(scores: Sequence[Score | None]) -> Score | None:
    """The latest of some scores in the order of their meetings: what is meant by “last time”."""
    return next((score for score in reversed(scores) if score is not None), None)


def chosen_latest(
    family: Family, meetings: Sequence[Meeting], sees: Callable[[Priority], bool] = lambda _: True
) -> tuple[Priority, ...]:
    """The areas chosen at the latest of these meetings that chose any, in the order chosen."""
    for meeting in reversed(meetings):
        chosen = tuple(each for each in family.priorities if each.meeting == meeting.id and sees(each))
        if chosen:
            return chosen
    return ()


def in_their_order(voices: Iterable[tuple[str, str]], family: Family, pack: Pack) -> list[tuple[str, str]]:
    """Areas and people, by the pack's order of areas, then by the family's order of people."""
    areas = {area.id: place for place, area in enumerate(pack.areas)}
    people = {person.id: place for place, person in enumerate(family.people)}
    return sorted(
        voices,
        key=lambda voice: (
            areas.get(voice[0], len(areas)),
            voice[0],
            people.get(voice[1], len(people)),
            voice[1],
        ),
    )


def said_in_steps(values: Sequence[Value]) -> str:
    """What somebody said from meeting to meeting, and how far that is from their first number to their latest.

    “2, then 5, then 7: up 5”, “6, then 4: down 2”, “1, then 1: still 1”. What comes
    before their first answer is left unsaid; a gap after it is said as one.
    """
    steps = list(dropwhile(lambda value: value is None, values))
    after = next(
        (place for place in range(len(steps), 0, -1) if isinstance(steps[place - 1], int)), len(steps)
    )
    until, since = _then(steps[:after]), _then(steps[after:])
    told = _told([until, change_in_words(steps)], ": ")
    return _told([told, f"then {since}" if since and told else since], "; ")


def change_in_words(values: Sequence[Value]) -> str:
    """From the first number to the latest: “up 5”, “down 2”, “still 1”, “back at 5”; nothing before the second."""
    numbers = [value for value in values if isinstance(value, int)]
    if len(numbers) < 2:
        return ""
    first, last = numbers[0], numbers[-1]
    if first == last:
        return f"still {last}" if len(set(numbers)) == 1 else f"back at {last}"
    return f"up {last - first}" if last > first else f"down {first - last}"


def value_in_words(value: Value) -> str:
    """One place of a line in words."""
    if value is None:
        return GAP
    return str(value) if isinstance(value, int) else NO_SCORE[value]


def _then(values: Sequence[Value]) -> str:
    return ", then ".join(map(value_in_words, values))


def _told(parts: Iterable[str], between: str) -> str:
    return between.join(part for part in parts if part)
