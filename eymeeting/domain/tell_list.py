"""Who tells which family what a panel decided, as it goes on paper: by reference, for the chair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from eymeeting.domain.pack import Pack
from eymeeting.domain.panel_lists import tell_the_family
from eymeeting.domain.problems import Refused
from eymeeting.domain.reference_only import Pairs, listed_as, who_they_are


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTellByRef:
    """One family by its reference. ``who`` and ``by`` are empty while nobody has been asked."""

    ref: str
    who: str
    by: date | None
    told_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TellList:
    """The chair's list. ``must_not_hold`` are the families' names and how to find them, each with its kind."""

    panel: str
    on: date
    rows: tuple[ToTellByRef, ...]
    marking: str
    organisation: str
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def tell_list(pairs: Pairs, *, today: date, pack: Pack) -> TellList:
    """The chair's list of a panel, as things stand today.

    Raises:
        Refused: no family is on the panel.
    """
    if not pairs:
        raise Refused("No family is on this panel yet, so there is nobody to tell.")
    families = {family.ref: family for family, _ in pairs}
    first = pairs[0][1]
    rows = tuple(
        ToTellByRef(
            ref=listed_as(families[each.ref], pairs),
            who=each.who,
            by=each.by,
            told_on=each.told_on,
            is_late=each.is_late,
        )
        for each in tell_the_family(pairs, today)
    )
    return TellList(
        panel=first.panel,
        on=first.on,
        rows=rows,
        marking=pack.markings.full_record,
        organisation=pack.organisation,
        must_not_hold=who_they_are(pairs, pack=pack),
    )
