"""What the chair decided about each text that may give somebody away, and how it goes on from there.

What is kept from a reader stands at the entry itself. That a text was looked at and left as it is stands
nowhere in the family's record: it is kept beside it, like a half-typed line, by a mark that tells nothing of
the words. Words that are changed since are asked about again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final, Literal, cast

from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import KEPT_IN, Change, Family
from eymeeting.domain.gives_away import Suggestion
from eymeeting.domain.meeting import Line
from eymeeting.domain.strengths import as_the_line
from eymeeting.domain.without_times import times_in

Decision = Literal["to_decide", "not_for", "without_times", "left"]

_MARK: Final = 20
"""Letters of a mark."""


def where_it_is_kept(family: Family) -> str:
    """The place of the half-typed lines that hold what was left as it is."""
    return f"{family.ref}/left as it is"


def mark_of(suggestion: Suggestion) -> str:
    """What tells this text, with these words, for these readers, from every other."""
    told = (suggestion.about.id, suggestion.field, suggestion.words, *suggestion.from_whom)
    return sha256("\n".join(told).encode()).hexdigest()[:_MARK]


def with_it_left(kept: str, suggestion: Suggestion) -> str:
    """The lines with one more text that was left as it is."""
    return "\n".join(dict.fromkeys((*kept.splitlines(), mark_of(suggestion))))


def still_to_decide(suggestions: Iterable[Suggestion], kept: str) -> tuple[Suggestion, ...]:
    """Those that nobody has left as they are."""
    marks = set(kept.splitlines())
    return tuple(each for each in suggestions if mark_of(each) not in marks)


def decided(family: Family, suggestion: Suggestion, kept: str) -> Decision:
    """How it stands with a text now."""
    entry: Any = _now(family, suggestion)
    readers = set(suggestion.from_whom)
    if readers <= set(getattr(entry, "not_for", None) or ()):
        return "not_for"
    if readers <= set(getattr(entry, "times_not_for", None) or ()):
        return "without_times"
    return "left" if mark_of(suggestion) in kept.splitlines() else "to_decide"


def next_decision(suggestion: Suggestion, now: Decision) -> Decision:
    """What the next press makes of it; where the time alone tells something new, to leave that out comes first."""
    if not can_go_without_times(suggestion):
        return "left" if now == "not_for" else "not_for"
    order: list[Decision] = ["not_for", "without_times", "left"]
    if suggestion.only_times:
        order = ["without_times", "not_for", "left"]
    return order[0] if now == "to_decide" else order[(order.index(now) + 1) % len(order)]


def can_go_without_times(suggestion: Suggestion) -> bool:
    """Whether a text can be told without its times of day, and tells any."""
    return isinstance(suggestion.about, Line | Action) and bool(times_in(suggestion.words))


def deciding(family: Family, suggestion: Suggestion, decision: Decision) -> tuple[Change, ...]:
    """The changes that keep a decision, of a strength too; none where nothing is different, or the text is gone."""
    before: Any = _now(family, suggestion)
    if before is None:
        return ()
    readers = suggestion.from_whom
    kept: dict[str, Any] = {"not_for": _with(before.not_for, readers, put_in=decision == "not_for")}
    if isinstance(before, Line | Action):
        kept["times_not_for"] = _with(before.times_not_for, readers, put_in=decision == "without_times")
    after = cast("Entry", replace(before, **kept))
    if after == before:
        return ()
    return (Change(family=family.ref, before=before, after=after), *as_the_line(family, before, after))


def _now(family: Family, suggestion: Suggestion) -> Entry | None:
    entries: tuple[Entry, ...] = getattr(family, KEPT_IN[type(suggestion.about)])
    return next((each for each in entries if each.id == suggestion.about.id), None)


def _with(kept: tuple[str, ...] | None, readers: tuple[str, ...], *, put_in: bool) -> tuple[str, ...] | None:
    others = tuple(each for each in kept or () if each not in readers)
    return (*others, *readers) if put_in else others or None
