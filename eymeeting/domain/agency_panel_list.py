"""One service's list after a panel: what its workers took on, each family by its reference alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.consent import is_agreed, same_agency
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import ActionNow, Family, action_now
from eymeeting.domain.in_words import listed
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.names import named
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.people import Worker
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import (
    ON_EVERY_PAPER,
    holds_any,
    printed_words,
    protected_kinds,
    words_of,
)
from eymeeting.domain.reach import reach
from eymeeting.domain.sight import Reader, is_kept_from, sees
from eymeeting.domain.text import folded
from eymeeting.domain.without_names import names_of, ways_to_find, without_names
from eymeeting.domain.without_times import as_told_to

Pairs = Sequence[tuple[Family, PanelItem]]

ON_THE_PLAN: Final = "It is written on the family's own plan."
"""Stands for what cannot be said without telling who the family is."""

_ON_THIS_LIST: Final = (
    "actions from the panel to do what who by when how we will know reference service families family not yet "
    "agreed no date tells the family what was decided nobody else names stand here on purpose ask chair page of "
    "it is written own plan mother father child somebody a name monthly list matters not recorded"
)


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


def agencies_with_actions(pairs: Pairs, *, today: date, pack: Pack) -> tuple[str, ...]:
    """The services that have a list after a panel, by the alphabet: something of theirs may stand on it."""
    agencies: dict[str, str] = {}
    for family, item in pairs:
        for worker in family.workers:
            if _rows(family, item, _of_agency(family, worker.agency), pairs, today, pack):
                agencies.setdefault(folded(worker.agency), worker.agency)
    return tuple(agencies[key] for key in sorted(agencies))


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
        workers = _of_agency(family, agency)
        rows = _rows(family, item, workers, pairs, today, pack)
        left_out += sum(1 for _ in _taken_on(family, item, workers)) - len(rows)
        tells = _teller(family, item, workers, today)
        if rows or tells:
            by = item.tell_family.by if item.tell_family and tells else None
            families.append(FamilyByRef(ref=_ref(family, pairs), actions=rows, tells=tells, tell_by=by))
        off |= _kept_off_the_agency(family, item, workers, today, pack)
    if not families:
        raise Refused("There is nothing from this panel that may stand on a list for this service.")
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
            if any(_taken_on(family, item, _of_agency(family, agency)))
            and not is_agreed(family, agency, today=today)
        ),
        must_not_hold={**off, **who_they_are(pairs, pack=pack)},
    )


def who_they_are(pairs: Pairs, *, pack: Pack) -> dict[str, str]:
    """Every name, address and number of the families, with its kind: on no list that goes by reference.

    A word that the list prints anyway, or that is part of a worker's name, service or job, is not among them.
    """
    known = {word for text in _printed(pairs, pack) for word in words_of(text)} | ON_EVERY_PAPER
    found: dict[str, str] = {}
    for family, _ in pairs:
        found |= dict.fromkeys(names_of(family), "a family's name")
        found |= dict.fromkeys(ways_to_find(family), "how to find a family")
    return {text: kind for text, kind in found.items() if not known.issuperset(words_of(text))}


def _printed(pairs: Pairs, pack: Pack) -> Iterator[str]:
    yield from printed_words(pack)
    yield from (_ON_THIS_LIST, pack.markings.full_record, pack.words.meeting)
    for family, item in pairs:
        yield item.panel
        for worker in family.workers:
            yield f"{worker.name} {worker.role} {worker.agency}"


def _of_agency(family: Family, agency: str) -> tuple[Worker, ...]:
    return tuple(each for each in family.workers if same_agency(each.agency, agency))


def _taken_on(family: Family, item: PanelItem, workers: Iterable[Worker]) -> Iterator[ActionNow]:
    """The open actions of an item that these workers own or help with."""
    ids = {each.id for each in workers}
    for action in family.actions:
        now = action_now(family, action)
        if action.panel_item == item.id and now.is_open and ids & {now.owner, *(action.helpers or ())}:
            yield now


def _rows(
    family: Family, item: PanelItem, workers: Sequence[Worker], pairs: Pairs, today: date, pack: Pack
) -> tuple[AgencyAction, ...]:
    told = family
    for worker in workers:
        told = as_told_to(told, worker.id)
    shown = [
        now for now in _taken_on(told, item, workers) if _may_stand(family, now.action, workers, today, pack)
    ]
    shown.sort(key=lambda now: (now.due is None, now.due or date.max, now.action.position))
    others = [each for each, _ in pairs if each.ref != family.ref]
    off = _protected(family, workers, today, pack)
    return tuple(_row(family, now, others, off) for now in shown)


def _may_stand(family: Family, action: Action, workers: Sequence[Worker], today: date, pack: Pack) -> bool:
    """Whether an action may stand on the list of the service of these workers."""
    whole = next((each for each in family.actions if each.id == action.id), action)
    if any(is_kept_from(whole, each.id) for each in workers):
        return False
    if reach(family, whole, pack).visibility.level not in ("family", "chair_and_agency"):
        return False
    now = action_now(family, whole)
    taken_on = [each for each in workers if each.id in (now.owner, *(whole.helpers or ()))]
    return any(sees(family, Reader(id=each.id), whole, today=today, pack=pack) for each in taken_on)


def _row(family: Family, now: ActionNow, others: list[Family], off: Iterable[str]) -> AgencyAction:
    banned = (*off, *ways_to_find(family), *(way for each in others for way in ways_to_find(each)))

    def plain(text: str | None) -> str:
        told = without_names(text or "", family, others)
        return "" if not told.strip() else ON_THE_PLAN if holds_any(told, banned) else told

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


def _ref(family: Family, pairs: Pairs) -> str:
    """The reference; where it tells who the family is, its place on the panel's list."""
    if not holds_any(" ".join(words_of(family.ref.replace("_", " "))), names_of(family)):
        return family.ref
    return f"Family {[each.ref for each, _ in pairs].index(family.ref) + 1}"


def _protected(family: Family, workers: Iterable[Worker], today: date, pack: Pack) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in workers:
        found |= protected_kinds(family, Reader(id=each.id), today=today, pack=pack)
    return found


def _kept_off_the_agency(
    family: Family, item: PanelItem, workers: Sequence[Worker], today: date, pack: Pack
) -> dict[str, str]:
    """What none of a service's workers may see, and what is not for all of them."""
    everyone = tuple(family.workers) if not workers else tuple(workers)

    def may_see(entry: Entry) -> bool:
        if isinstance(entry, Action) and entry.panel_item == item.id:
            return bool(workers) and _may_stand(family, entry, workers, today, pack)
        return bool(workers) and all(
            sees(family, Reader(id=each.id), entry, today=today, pack=pack) for each in workers
        )

    found = _protected(family, workers, today, pack)
    for each in everyone:
        found |= kept_off(family, Reader(id=each.id), today=today, pack=pack, may_see=may_see)
    return found
