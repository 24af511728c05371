"""What is said below the score grid: a number in words, since when it stands, what it was last time."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.dates import MONTHS
from eymeeting.domain.faces import SMALL, face, wants_faces, words_for
from eymeeting.domain.in_words import listed, score_in_words
from eymeeting.domain.meeting import NoScore, Score
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.scaling import HARD, Gap, Voice
from eymeeting.domain.score_history import ScoreHistory
from eymeeting.domain.scoring import last_time
from screens.family_desk import FamilyView

NO_BREAK = "\u00a0"
ONE_HIGHER = "What would make it one higher?"
_ONE_HIGHER_BEGINS = "One higher: "

NO_SCORE: dict[str, NoScore] = {"prefer_not_to_say": "prefer_not_to_say", "not_asked": "not_asked"}
"""The keys of the grid that are no number, as they are kept."""

_NO_NUMBER: dict[NoScore, str] = {"prefer_not_to_say": "Would rather not say.", "not_asked": "Not asked."}


def value_of(said: int | str) -> int | NoScore:
    """What the grid was told, as it is kept."""
    return said if isinstance(said, int) else NO_SCORE[said]


def both_ends(pack: Pack, person: Person | None) -> str:
    """What the lowest and the highest number mean, for whoever has not scored yet."""
    return f"1: {_band(pack, person, 1)}\n10: {_band(pack, person, 10)}"


def scale_words(pack: Pack, person: Person | None) -> str:
    """What the numbers mean for whoever has not scored yet: in faces for a child, and for whoever wants them."""
    if not wants_faces(person):
        return both_ends(pack, person)
    if person is not None and person.kind == "child":
        bands = sorted(pack.bands, key=lambda band: band.low)
        told = (f"{band.low} {band.high} {SMALL[face(pack, band)]} {band.child}" for band in bands)
        return "   ".join(each.replace(" ", NO_BREAK) for each in told)
    return "\n".join(
        f"{face_first(pack, person, value)}{value}: {_band(pack, person, value)}" for value in (1, 10)
    )


def meaning(pack: Pack, person: Person | None, score: Score) -> str:
    """A score in words: the band's own, a child's for a child. Ten is echoed in letters."""
    if not isinstance(score.value, int):
        return _NO_NUMBER[score.value]
    number = "Ten" if score.value == 10 else str(score.value)
    return f"{number}: {_band(pack, person, score.value)}"


def face_first(pack: Pack, person: Person | None, value: int | NoScore) -> str:
    """The face of a number, and a space, for whoever is asked with faces; nothing for others, or without a number."""
    if not isinstance(value, int) or not wants_faces(person):
        return ""
    return f"{SMALL[face(pack, pack.band(value))]} "


def in_full(view: FamilyView, score: Score) -> str:
    """A score in words with what belongs to it: the day it is from, last time's, and the reason given."""
    before = last_time(view.family, score, view.pack)
    told = (
        meaning(view.pack, view.family.person(score.person), score),
        f"From {day_near(score.on, view.today)}." if score.on else "",
        f"Last time: {score_in_words(before.value)}." if before else "",
        f"“{score.note}”" if score.note else "",
    )
    return " ".join(_ended(each) for each in told if each)


def gap_words(view: FamilyView, gap: Gap) -> str:
    """How two people see an area, each with their number, and the question that goes on from there."""
    names = short_names(view.family)

    def side(who: tuple[str, ...], number: int) -> str:
        return f"{listed([names[each] for each in who])} {number}"

    return f"{side(gap.low, gap.lowest)}, {side(gap.high, gap.highest)}. {ONE_HIGHER}"


def voice_words(view: FamilyView, voice: Voice | None) -> str:
    """The lowest number given in an area and whose it is, in short."""
    return "not scored" if voice is None else f"{voice.lowest}, {_whose(view, voice)}"


def voice_in_full(view: FamilyView, voice: Voice | None) -> str:
    """The lowest number given in an area, whose it is, and how many people find it hard."""
    if voice is None:
        return "nobody scored it."
    people = "1 person" if voice.hard_for == 1 else f"{voice.hard_for} people"
    hard = f" {people} at {HARD} or less." if voice.hard_for else ""
    return f"the lowest is {voice.lowest}, {_whose(view, voice)}.{hard}"


def then_to_now(view: FamilyView, told: ScoreHistory, area: str) -> str:
    """How everybody's numbers of an area went, where anybody has given more than one."""
    names = short_names(view.family)
    went = [f"{names[line.person]} {line.in_words}" for line in told.of_area(area) if line.last_time]
    return ". ".join(went) + "." if went else ""


def _whose(view: FamilyView, voice: Voice) -> str:
    names = short_names(view.family)
    return listed([names[who] for who in voice.whose])


def day_near(day: date, today: date) -> str:
    """A day as “20 March”, with the year when it is not this year's."""
    return f"{day.day} {MONTHS[day.month - 1]}{'' if day.year == today.year else f' {day.year}'}"


def _band(pack: Pack, person: Person | None, value: int) -> str:
    return words_for(person, pack.band(value))


def _ended(sentence: str) -> str:
    return sentence if sentence[-1] in ".!?”" else f"{sentence}."


def begun_about_one_higher(note: str | None) -> str:
    """Where the answer to what would make it one higher is typed: after the reason, and told apart from it."""
    if not note or _ONE_HIGHER_BEGINS in note:
        return note or ""
    return f"{note.rstrip()} · {_ONE_HIGHER_BEGINS}"
