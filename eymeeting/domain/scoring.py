"""Who scores, which parts of family life they score, and what they said the time before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import IN_THE_ROOM, Attendance, Meeting, Score
from eymeeting.domain.names import people_now
from eymeeting.domain.pack import Area, Pack
from eymeeting.domain.people import Person
from eymeeting.domain.score_history import latest
from eymeeting.domain.sight import is_open_in_the_room

_BROUGHT: Final = ("views_only", "apologies_with_update", "sent_update")
"""The statuses of somebody who did not come but whose views did."""


def who_may_score(family: Family, meeting: str) -> tuple[Person, ...]:
    """Everybody of the family who can be asked for a score, here or not.

    An unborn baby cannot, nor can somebody who has died. Whoever interprets at
    this meeting only interprets (the field's guidance), also when they are family.
    Workers never score a family's life.
    """
    marks = _marks(family, meeting)
    return tuple(
        person
        for person in people_now(family)
        if person.kind != "unborn" and person.died is None and not _interprets(marks.get(person.id))
    )


def scorers(family: Family, meeting: str, brought: Iterable[str] = ()) -> tuple[Person, ...]:
    """Whoever stands in the grid, in the family's order.

    Those who take part, whose views came without them, or whose scores are
    brought (``brought`` names those whose scores are about to be). Somebody with a
    score stays. Before anybody is marked: the adults, and whoever is asked to come.
    """
    marks = _marks(family, meeting)
    scored = {score.person for score in family.scores if score.meeting == meeting}
    coming = {each.who for each in family.invitations if each.meeting == meeting}
    may = who_may_score(family, meeting)

    def has_a_voice(person: Person) -> bool:
        mark = marks.get(person.id)
        return mark is not None and (mark.status in IN_THE_ROOM or mark.status in _BROUGHT)

    speaking = {person.id for person in may if has_a_voice(person)}
    if not speaking:
        speaking = {person.id for person in may if person.kind == "adult" or person.id in coming}
    named = scored | speaking | {person.id for person in may if person.id in set(brought)}
    return tuple(person for person in people_now(family) if person.id in named)


def joint_scores(family: Family, meeting: str, pack: Pack) -> tuple[Score, ...]:
    """The scores of a meeting that may stand on a screen everyone can read.

    What is asked alone never does, also when the scorer said that it is for everyone.
    """
    return tuple(
        score
        for score in family.scores
        if score.meeting == meeting and is_joint(family, score, pack, meeting)
    )


def areas_scored(pack: Pack, meeting: Meeting, scores: Iterable[Score]) -> tuple[Area, ...]:
    """The areas that are scored together at a meeting, in the pack's order.

    Those the family picked first, or all that are on; always those with a score.
    An area that the pack does not know comes last and is shown as written.
    """
    scored = dict.fromkeys(score.area for score in scores)
    picked = meeting.areas
    known = {area.id for area in pack.areas}
    return (
        *(
            area
            for area in pack.areas
            if not area.ask_alone
            and (area.id in scored or (area.on if picked is None else area.id in picked))
        ),
        *(
            Area(id=each, name=each, prompt="")
            for each in dict.fromkeys((*scored, *(picked or ())))
            if each not in known
        ),
    )


def area_keys(pack: Pack) -> Mapping[str, str]:
    """The key of each area that can be scored together: 1 to 9 and 0 for the first ten that are on.

    The others, those that are off among them, have letters. An area that is asked
    alone keeps its key but is not named here.
    """
    on = [area for area in pack.areas if area.on]
    digits = dict(zip((area.id for area in on), "1234567890", strict=False))
    others = [area.id for area in pack.areas if not area.ask_alone and area.id not in digits]
    letters = dict(zip(others, "abcdefghijklmnopqrstuvwxyz", strict=False))
    return {area.id: (digits | letters).get(area.id, "") for area in pack.areas if not area.ask_alone}


def picked_areas(pack: Pack, ids: Iterable[str]) -> tuple[str, ...] | None:
    """What a meeting keeps of a pick, in the pack's order; nothing when it is what is scored anyway.

    An area that the pack does not know stays picked, after the others.
    """
    wanted = dict.fromkeys(ids)
    known = {area.id for area in pack.areas}
    picked = (
        *(area.id for area in pack.areas if area.id in wanted and not area.ask_alone),
        *(each for each in wanted if each not in known),
    )
    usual = tuple(area.id for area in pack.joint_areas())
    return None if picked == usual else picked or None


def last_time(family: Family, score: Score, pack: Pack) -> Score | None:
    """What the same person last gave the same area at an earlier meeting, where the room may see it.

    What was said at a meeting kept apart from somebody is not told at one that
    is not kept apart from them.
    """
    before = earlier_meetings(family, family.meeting(score.meeting))
    then = (family.score(meeting.id, score.area, score.person) for meeting in before)
    return latest([each for each in then if each is not None and is_joint(family, each, pack, score.meeting)])


def is_joint(family: Family, score: Score, pack: Pack, meeting: str | None = None) -> bool:
    """Whether a score may stand on a screen everyone at a meeting can read. What is asked alone never does."""
    return not pack.is_asked_alone(score.area) and is_open_in_the_room(
        family, score, pack=pack, meeting=meeting
    )


def _marks(family: Family, meeting: str) -> dict[str, Attendance]:
    return {each.who: each for each in family.attendance if each.meeting == meeting}


def _interprets(mark: Attendance | None) -> bool:
    return mark is not None and mark.role == "interpreter"
