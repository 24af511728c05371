"""What is turned to the family: the step, the plan so far and the read-back, for everyone in the room at once.

It holds only what each of the family who is there may see, and nothing by
which anybody could be reached.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from eymeeting.domain.closing import ends_the_work
from eymeeting.domain.dates import how_far, spoken
from eymeeting.domain.facing_closing import OF_THE_ENDING, READ_BACK, Told
from eymeeting.domain.facing_last_time import LAST_TIME
from eymeeting.domain.facing_own_meetings import OF_THEIR_OWN, own_plan
from eymeeting.domain.facing_review import WANTED, how_it_went, wanted
from eymeeting.domain.facing_room import NOT_YET_AGREED, Room
from eymeeting.domain.facing_scores import THEN_AND_NOW, scale, then_and_now
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.in_words import PART, listed
from eymeeting.domain.meeting import JOURNEY, STORY, Section
from eymeeting.domain.pack import Pack
from eymeeting.domain.times import spoken_time


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingPart:
    """A heading, and lines of plain words under it."""

    heading: str
    lines: tuple[str, ...]


def facing(family: Family, meeting: str, pack: Pack, step: str, *, today: date) -> tuple[FacingPart, ...]:
    """What a step shows the family, a part under another. A part with nothing to say is left out."""
    room = Room(family, family.meeting(meeting), pack, today)
    read_back = _READ_BACK_AT_A_REVIEW if asks_what_has_changed(room.meeting) else _READ_BACK
    read_back = _READ_BACK_AT_THE_END if ends_the_work(room.meeting) else read_back
    parts = (part(room) for part in _PARTS.get(step, read_back))
    return tuple(part for part in parts if part.lines)


def has_own_page(step: str) -> bool:
    """Whether a step shows something of its own. Any other shows the read-back."""
    return step in _PARTS


def _who_is_here(room: Room) -> FacingPart:
    here = room.family.still_here(room.meeting.id)
    names = tuple(name for who in here if (name := room.name(who)))
    return FacingPart(heading="Here today", lines=(listed(names),) if names else ())


def _what_for(room: Room) -> FacingPart:
    purpose = room.cleared(room.meeting.purpose)
    return FacingPart(heading="Why we meet", lines=(purpose,) if purpose else ())


def _rules(room: Room) -> FacingPart:
    return FacingPart(heading="How we talk", lines=room.pack.sentences.ground_rules)


def _sharing(room: Room) -> FacingPart:
    return FacingPart(heading="You choose", lines=room.pack.sentences.sharing)


def _harm(room: Room) -> FacingPart:
    return FacingPart(heading="What we cannot keep to ourselves", lines=room.pack.sentences.harm)


def _children(room: Room) -> FacingPart:
    said = [each for each in room.family.child_words if each.meeting == room.meeting.id and room.sees(each)]
    lines = tuple(
        f"“{words}” {name}"
        for each in said
        if (words := room.cleared(each.words)) and (name := room.name(each.who))
    )
    return FacingPart(heading="In the children's own words", lines=lines)


def _changed(room: Room) -> FacingPart:
    """What was said today of what has changed; what was said before is known."""
    today = [
        each for each in room.family.lines if each.meeting == room.meeting.id and each.section == "present"
    ]
    lines = tuple(words for each in today if room.sees(each) and (words := room.cleared(each.text)))
    return FacingPart(heading=room.step_title("story"), lines=lines)


def _section(section: Section) -> Callable[[Room], FacingPart]:
    return lambda room: FacingPart(heading=PART[section], lines=tuple(room.lines(section)))


def _how_it_went(room: Room) -> FacingPart:
    return FacingPart(heading=room.step_title("review"), lines=how_it_went(room))


def _wanted(room: Room) -> FacingPart:
    return FacingPart(heading=WANTED, lines=wanted(room))


def _scale(room: Room) -> FacingPart:
    return FacingPart(heading="From 1 to 10", lines=scale(room))


def _then_and_now(room: Room) -> FacingPart:
    return FacingPart(heading=THEN_AND_NOW, lines=then_and_now(room))


def _workers(room: Room) -> FacingPart:
    lines = []
    for each in room.family.contributions:
        name = room.name(each.by)
        if each.meeting != room.meeting.id or name is None or not room.sees(each):
            continue
        told = (
            ("news", each.text),
            ("going well", each.working),
            ("worried about", each.worry),
            ("can offer", each.can_offer),
        )
        lines += [f"{name}, {what}: {text}" for what, words in told if (text := room.cleared(words))]
    return FacingPart(heading="The people who help", lines=tuple(lines))


def _chosen(room: Room) -> FacingPart:
    chosen = [each for each in room.family.priorities if each.meeting == room.meeting.id and room.sees(each)]
    lines = []
    for each in chosen:
        when, name = room.cleared(each.life_when), room.area(each.area)
        if name is not None:
            lines.append(name if when is None else f"{name}: “{when}”")
    return FacingPart(heading="What we want to work on", lines=tuple(lines))


def _actions(room: Room) -> FacingPart:
    lines = []
    for action in room.family.actions:
        now, what = action_now(room.family, action), room.cleared(action.text)
        if what is None or not now.is_open or not room.sees(action):
            continue
        owner = room.name(now.owner)
        who = "Nobody yet" if now.owner is None else owner or NOT_YET_AGREED
        helpers = [name for helper in action.helpers or () if (name := room.name(helper))]
        if helpers and owner is not None:
            who = f"{owner} with {listed(helpers)}"
        if now.status == "not_yet_asked" and owner is not None:
            who = f"{who}, not asked yet"
        due = "" if now.due is None else f", by {spoken(now.due, with_year=False)}"
        lines.append(f"{who}{due}: {what}")
    return FacingPart(heading=room.step_title("actions"), lines=tuple(lines))


def _lead(room: Room) -> FacingPart:
    name = room.name(room.meeting.lead_professional)
    agreed = [each for each in room.family.lead_agreements if each.worker == room.meeting.lead_professional]
    text = room.cleared(agreed[-1].text) if agreed and agreed[-1].until is None else None
    lines = tuple(part for part in (name, text) if part) if name else ()
    return FacingPart(heading=f"Your {room.pack.words.lead_on_copy}", lines=lines)


def _next(room: Room) -> FacingPart:
    coming = room.meeting.next_meeting
    if coming is None:
        return FacingPart(heading="We meet again", lines=())
    place = room.cleared(coming.place)
    when = f"{spoken(coming.on)}, {spoken_time(coming.time)}, {how_far(coming.on, room.today)}"
    return FacingPart(heading="We meet again", lines=(when, place) if place else (when,))


def _sounds_right(_: Room) -> FacingPart:
    return FacingPart(heading="Does this sound right?", lines=("We change it now if it does not.",))


def _told(part: Callable[[Room], Told]) -> Callable[[Room], FacingPart]:
    def facing_part(room: Room) -> FacingPart:
        heading, lines = part(room)
        return FacingPart(heading=heading, lines=lines)

    return facing_part


_JOURNEY: Final = tuple(_section(section) for section in JOURNEY)
_READ_BACK: Final[tuple[Callable[[Room], FacingPart], ...]] = (
    *_JOURNEY,
    _chosen,
    _actions,
    _told(own_plan),
    _lead,
    _next,
    _sounds_right,
)
_READ_BACK_AT_A_REVIEW: Final = (_how_it_went, _changed, _children, *_READ_BACK)
_READ_BACK_AT_THE_END: Final = (*(_told(part) for part in READ_BACK), _sounds_right)
_PARTS: Final[dict[str, tuple[Callable[[Room], FacingPart], ...]]] = {
    "welcome": (_who_is_here, _what_for, _rules),
    "agreement": (_sharing, _harm),
    "children": (_children,),
    "story": tuple(_section(section) for section in STORY),
    "journey": _JOURNEY,
    "review": (_how_it_went, _wanted),
    "scores": (_scale, _then_and_now),
    "workers": (_workers,),
    "areas": (_chosen,),
    "actions": (_actions,),
    "lead": (_lead,),
    **{step: tuple(_told(part) for part in parts) for step, parts in OF_THE_ENDING.items()},
    **{step: tuple(_told(part) for part in parts) for step, parts in OF_THEIR_OWN.items()},
    "agreed": (_actions, *(_told(part) for part in OF_THEIR_OWN["agreed"])),
    "last time": tuple(_told(part) for part in LAST_TIME),
    "plan so far": (_chosen, _actions, _lead, _next),
}
