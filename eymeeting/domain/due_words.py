"""What is due in plain words: a line for each family, and counts that name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from eymeeting.domain.dates import day_in_words, how_far, spoken
from eymeeting.domain.what_is_due import Drift, DueList, Kind, Standing

if TYPE_CHECKING:
    from eymeeting.domain.pack import Limits

TITLES: Final[dict[Kind, str]] = {
    "today": "Today",
    "unfinished": "Not finished",
    "reviews": "Reviews due",
    "first_meetings": "First meetings late or due",
    "actions": "Actions late",
    "to_tell": "To tell after a panel",
    "put_off": "Put off to a panel",
    "checks": "To ask how it goes",
    "worth_a_look": "Worth a look",
    "copies": "Copies not given",
}
"""The lists in their order, and what each is called."""

_COUNTED: Final[dict[Kind, tuple[str, str]]] = {
    "today": ("meeting today", "meetings today"),
    "unfinished": ("meeting not finished", "meetings not finished"),
    "reviews": ("review due", "reviews due"),
    "first_meetings": ("first meeting late or due", "first meetings late or due"),
    "actions": ("family with actions late", "families with actions late"),
    "to_tell": ("family to tell after a panel", "families to tell after a panel"),
    "put_off": ("family put off to a panel", "families put off to a panel"),
    "checks": ("family to ask how it goes", "families to ask how it goes"),
    "copies": ("family without its copies", "families without their copies"),
}

_LONG: Final = 365
"""Days after which lateness is told in months and years."""


def counted(due: Sequence[DueList]) -> tuple[str, ...]:
    """How many there are of each, in the order of the lists: “2 meetings today”. Nobody is named.

    Whose plan drifts is not counted: that is for whoever looks.
    """
    numbers = {each.kind: each.in_all for each in due}
    return tuple(
        f"{numbers[kind]} {_COUNTED[kind][numbers[kind] != 1]}" for kind in _COUNTED if numbers.get(kind)
    )


def meeting_today(start: str, venue: str, *, begun: bool, late_since: date | None, today: date) -> str:
    """A meeting of today: “10:00 · Kiln Lane”. ``late_since`` is an earlier day that was agreed for it."""
    when = f"under way since {start}" if begun else start
    parts = [when, f"{_late(late_since, today)}" if late_since else "", venue]
    return " · ".join(part for part in parts if part)


def unfinished_line(day: date, today: date, *, begun: bool) -> str:
    """A meeting of an earlier day that has no outcome."""
    return f"{'begun on' if begun else 'was planned for'} {near(day, today)}"


def review_line(stands: Standing, today: date) -> str:
    """How late a review is, or how soon it comes. Only for one that is due."""
    day = stands.review_on
    if day is None:
        return f"no next day yet, met {near(stands.no_day_since or today, today)}"
    if day < today:
        late = _late(day, today)
        return f"{late}{' to go on' if stands.goes_on else ''}, agreed for {near(day, today)}"
    agreed = stands.agreed_on
    if agreed is not None and agreed < day:
        return f"{near(day, today)}, {_late(agreed, day)}"
    return f"{'goes on ' if stands.goes_on else ''}{how_far(day, today)}, {near(day, today)}"


def first_meeting_line(by: date, planned_on: date | None, today: date) -> str:
    """By when a first meeting should be, or should have been, and whether one is planned."""
    words = f"{'was due' if by < today else 'due'} by {near(by, today)}"
    if planned_on is None:
        return f"{words}, {how_far(by, today)}"
    return f"{words}, planned {how_far(planned_on, today)}"


def actions_line(late: Sequence[date], today: date) -> str:
    """How many actions are past their day, and the oldest of those days."""
    which = "due" if len(late) == 1 else "the oldest due"
    return f"{len(late)} late, {which} {near(late[0], today)}"


def copies_line(met: date, made: int, today: date, owed_by: date | None = None) -> str:
    """Whether copies lie there made, or none was made, of the meeting of a day; and by when they are owed."""
    if not made:
        return f"no copy yet, met {near(met, today)}"
    if owed_by is None:
        return f"{made} made, not given yet, met {near(met, today)}"
    owed = f"{'owed' if owed_by >= today else 'was owed'} by {near(owed_by, today)}"
    return f"{made} made, {owed}, met {near(met, today)}"


def drift_line(stands: Standing, today: date, limits: Limits) -> str:
    """The signs that a plan drifts in one line, the likeliest to be talked about first.

    What moved and what did not rise are not named.
    """
    words: dict[Drift, str] = {
        "moved": f"an action has moved {times(stands.moves)}",
        "not_risen": "a score has not risen over two reviews",
        "held_late": f"last met {stands.late_by} days late",
        "many_reviews": "1 review" if stands.reviews == 1 else f"{stands.reviews} reviews",
        "open_long": f"open since {near(stands.open_since or today, today)}",
    }
    shown = stands.drifts(today, limits)
    return " · ".join(told for sign, told in words.items() if sign in shown)


def check_line(day: date, today: date) -> str:
    """When to ask a family how it goes, after the work has ended."""
    return f"agreed for {near(day, today)}, {how_far(day, today)}"


def to_tell_line(by: date, today: date) -> str:
    """By when a family is to hear what a panel decided, or should have heard it."""
    return f"{'was to be told' if by < today else 'tell them'} by {near(by, today)}, {how_far(by, today)}"


def put_off_line(day: date, today: date) -> str:
    """To which day a panel put off its talk of a family."""
    return f"put off to {near(day, today)}, {how_far(day, today)}"


def times(number: int) -> str:
    """How often: “once”, “twice”, “3 times”."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def near(day: date, today: date) -> str:
    """A day in few words: its weekday while it is to come, its year where that is another one."""
    words = spoken(day) if day >= today else day_in_words(day)
    return words.removesuffix(f" {day.year}") if day.year == today.year else words


def _late(day: date, today: date) -> str:
    days = (today - day).days
    if days > _LONG:
        return f"{how_far(day, today).removesuffix(' ago')} late"
    return "1 day late" if days == 1 else f"{days} days late"
