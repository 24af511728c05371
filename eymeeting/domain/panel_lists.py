"""Who tells each family what a panel decided, by when, and who has done it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from eymeeting.domain.family import Change, Family
from eymeeting.domain.names import named
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.problems import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """One family that is to hear what was decided.

    ``family_name`` is for the chair alone. ``who`` is a worker by name and job, or what
    somebody is to the family; it and ``by`` are empty while nobody has been asked to tell them.
    """

    ref: str
    panel_item: str
    family_name: str
    who: str = ""
    by: date | None = None
    told_on: date | None = None
    is_late: bool = False


def tell_the_family(pairs: Iterable[tuple[Family, PanelItem]], today: date) -> tuple[ToTell, ...]:
    """A row for each family that was talked of: those nobody tells yet first, then by their day, then the told.

    A family whose talk was put off with nothing decided has nothing to be told.
    """
    rows = [_row(family, item, today) for family, item in pairs if is_to_be_told(item)]
    return tuple(sorted(rows, key=_order))


def late(rows: Sequence[ToTell]) -> tuple[ToTell, ...]:
    """The families that should have been told by now."""
    return tuple(each for each in rows if each.is_late)


def is_to_be_told(item: PanelItem) -> bool:
    """Whether something was decided of a family, or somebody has been asked to tell it."""
    return bool((item.decision or "").strip()) or item.tell_family is not None


def told(family: Family, item: PanelItem, on: date) -> Change:
    """The family has been told what was decided, on a day.

    Raises:
        Refused: nobody has been asked to tell them.
    """
    if item.tell_family is None:
        raise Refused("Nobody has been asked to tell this family yet. Say who, and by when.")
    return Change(
        family=family.ref,
        before=item,
        after=replace(item, tell_family=replace(item.tell_family, told_on=on)),
    )


def _row(family: Family, item: PanelItem, today: date) -> ToTell:
    to_do = item.tell_family
    row = ToTell(ref=family.ref, panel_item=item.id, family_name=family.details.called)
    if to_do is None:
        return row
    return replace(
        row,
        who=_teller(family, to_do.who),
        by=to_do.by,
        told_on=to_do.told_on,
        is_late=to_do.told_on is None and to_do.by < today,
    )


def _teller(family: Family, who: str) -> str:
    worker = family.worker(who)
    if worker is not None:
        return named(worker)
    person = family.person(who)
    return "" if person is None else f"the {person.relationship}"


def _order(row: ToTell) -> tuple[bool, date, str]:
    return row.told_on is not None, row.by or date.min, row.ref
