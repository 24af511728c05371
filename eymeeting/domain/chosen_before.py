"""The areas a family chose last time, offered again at a review and never taken over by themselves."""

from __future__ import annotations

from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting, Priority
from eymeeting.domain.pack import Pack
from eymeeting.domain.score_history import chosen_latest
from eymeeting.domain.sight import is_open_in_the_room


def chosen_last_time(family: Family, meeting: Meeting, pack: Pack) -> tuple[Priority, ...]:
    """The areas chosen at the latest earlier meeting that chose any, as far as the room may be told of it."""
    return chosen_latest(
        family,
        earlier_meetings(family, meeting),
        lambda chosen: is_open_in_the_room(family, chosen, pack=pack, meeting=meeting.id),
    )


def chosen_now(family: Family, meeting: Meeting) -> tuple[Priority, ...]:
    """The areas chosen at a meeting so far, in the order chosen."""
    return tuple(each for each in family.priorities if each.meeting == meeting.id)


def still_to_offer(family: Family, meeting: Meeting, pack: Pack) -> tuple[Priority, ...]:
    """Those of last time that are not chosen at this meeting, as many as may still be."""
    chosen = chosen_now(family, meeting)
    areas = {each.area for each in chosen}
    left = [each for each in chosen_last_time(family, meeting, pack) if each.area not in areas]
    return tuple(left[: max(pack.limits.chosen_areas - len(chosen), 0)])


def chosen_again(
    family: Family, meeting: Meeting, areas: tuple[str, ...], pack: Pack
) -> tuple[Priority, ...]:
    """New choices for these areas, each with the words and the number hoped for of last time, if it was chosen."""
    before = {each.area: each for each in chosen_last_time(family, meeting, pack)}
    first = family.next_position(Priority)
    return tuple(
        Priority(
            id=new_id(),
            position=first + place,
            meeting=meeting.id,
            area=area,
            life_when=before[area].life_when if area in before else None,
            hoped_for=before[area].hoped_for if area in before else None,
        )
        for place, area in enumerate(areas)
    )
