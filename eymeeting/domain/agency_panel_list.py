"""One service's list after a panel: what its workers took on, each family by its reference alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.agency_may_have import (
    kept_off_the_agency,
    may_stand,
    not_told_elsewhere,
    of_agency,
    protected_from,
    taken_on,
)
from eymeeting.domain.consent import is_agreed
from eymeeting.domain.family import ActionNow, Family
from eymeeting.domain.in_words import listed
from eymeeting.domain.names import named
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.people import Worker
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import holds_any
from eymeeting.domain.reference_only import Pairs, listed_as, who_they_are
from eymeeting.domain.text import clean_line, folded
from eymeeting.domain.without_names import without_names
from eymeeting.domain.without_times import as_told_to

ON_THE_PLAN: Final = "It is written on the family's own plan."
"""Stands for what cannot be said without telling who the family is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyAction:
    """One action of a service. ``who`` are workers by name and job; others stand as what they are to the family."""

    what: str
    who: str
    due: date | None
    how_we_will_know: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyByRef:
    """What a service took on for one family, the soonest first. ``tells`` says who of it tells the family."""

    ref: str
    actions: tuple[AgencyAction, ...]
    tells: str = ""
    tell_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyPanelList:
    """One service's list. ``not_agreed`` are the families that have not agreed to share with it yet.

    ``left_out`` counts what its workers took on and does not stand here; both are
    for whoever makes the list and on no paper.
    """

    agency: str
    panel: str
    on: date
    families: tuple[FamilyByRef, ...]
    marking: str
    organisation: str
    left_out: int = 0
    not_agreed: tuple[str, ...] = ()
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def agencies_that_took_part(pairs: Pairs) -> tuple[str, ...]:
    """The services whose workers took something on at a panel or tell a family, whether or not they may have a list."""
    agencies: dict[str, str] = {}
    for family, item in pairs:
        tells = None if item.tell_family is None else item.tell_family.who
        for worker in family.workers:
            if worker.id == tells or any(taken_on(family, item, (worker,))):
                agencies.setdefault(folded(clean_line(worker.agency)), clean_line(worker.agency))
    return tuple(agencies[key] for key in sorted(agencies) if key)


def agencies_with_actions(pairs: Pairs, *, today: date, pack: Pack) -> tuple[str, ...]:
    """The services that have a list after a panel, by the alphabet: something of theirs may stand on it."""
    return tuple(
        agency
        for agency in agencies_that_took_part(pairs)
        if any(_has_a_part(family, item, agency, today, pack) for family, item in pairs)
    )


def agency_panel_list(pairs: Pairs, agency: str, *, today: date, pack: Pack) -> AgencyPanelList:
    """One service's list out of a panel, as things stand today.

    An action stands on it if its owner or helper there may see it, if nobody of
    that service in this family is kept from it by name, and if it is for everyone or for that
    service: what is for one worker alone is not for their colleagues.

    Raises:
        Refused: nothing of this service may stand on a list.
    """
    families, off, left_out = [], dict[str, str](), 0
    for family, item in pairs:
        workers = of_agency(family, agency)
        rows = _rows(family, item, workers, pairs, today, pack)
        left_out += sum(1 for _ in taken_on(family, item, workers)) - len(rows)
        tells = _teller(family, item, workers, today)
        if rows or tells:
            by = item.tell_family.by if item.tell_family and tells else None
            families.append(FamilyByRef(ref=listed_as(family, pairs), actions=rows, tells=tells, tell_by=by))
        off |= kept_off_the_agency(family, item, workers, today, pack)
    if not families:
        raise Refused(f"There is nothing from this panel that may stand on a list for {agency}.")
    told_of = [item for _, item in pairs]
    return AgencyPanelList(
        agency=agency,
        panel=told_of[0].panel,
        on=told_of[0].on,
        families=tuple(families),
        marking=pack.markings.full_record,
        organisation=pack.organisation,
        left_out=left_out,
        not_agreed=tuple(
            family.ref
            for family, item in pairs
            if any(taken_on(family, item, of_agency(family, agency)))
            and not is_agreed(family, agency, today=today)
        ),
        must_not_hold={
            **not_told_elsewhere(off, pairs, agency, today, pack),
            **who_they_are(pairs, pack=pack),
        },
    )


def _has_a_part(family: Family, item: PanelItem, agency: str, today: date, pack: Pack) -> bool:
    workers = of_agency(family, agency)
    return bool(_teller(family, item, workers, today)) or any(
        may_stand(family, now.action, workers, today, pack) for now in taken_on(family, item, workers)
    )


def _rows(
    family: Family, item: PanelItem, workers: Sequence[Worker], pairs: Pairs, today: date, pack: Pack
) -> tuple[AgencyAction, ...]:
    told = family
    for worker in workers:
        told = as_told_to(told, worker.id)
    shown = [
        now for now in taken_on(told, item, workers) if may_stand(family, now.action, workers, today, pack)
    ]
    shown.sort(key=lambda now: (now.due is None, now.due or date.max, now.action.position))
    others = [each for each, _ in pairs if each.ref != family.ref]
    off = {*protected_from(family, workers, today, pack), *who_they_are(pairs, pack=pack)} if shown else set()
    return tuple(_row(family, now, others, off) for now in shown)


def _row(family: Family, now: ActionNow, others: list[Family], off: Iterable[str]) -> AgencyAction:
    def plain(text: str | None) -> str:
        told = without_names(text or "", family, others)
        return "" if not told.strip() else ON_THE_PLAN if holds_any(told, off) else told

    known = plain(now.action.how_we_will_know)
    return AgencyAction(
        what=plain(now.action.text),
        who=_who(family, now),
        due=now.due,
        how_we_will_know="" if known == ON_THE_PLAN else known,
    )


def _who(family: Family, now: ActionNow) -> str:
    owner = _as_listed(family, now.owner)
    helpers = [_as_listed(family, each) for each in now.action.helpers or () if each != now.owner]
    with_them = f", with {listed([each for each in helpers if each])}" if any(helpers) else ""
    return f"{owner or 'not yet agreed'}{with_them}"


def _as_listed(family: Family, id: str | None) -> str:  # noqa: A002
    """A worker by name and job; somebody of the family as “the family”."""
    worker = family.worker(id or "")
    if worker is not None:
        return named(worker)
    return "" if family.person(id or "") is None else "the family"


def _teller(family: Family, item: PanelItem, workers: Iterable[Worker], today: date) -> str:
    """Who of a service tells the family, while it is not done and the family shares with that service."""
    to_do = item.tell_family
    if to_do is None or to_do.told_on is not None:
        return ""
    teller = next((each for each in workers if each.id == to_do.who), None)
    if teller is None or not is_agreed(family, teller.agency, today=today):
        return ""
    return named(teller)
