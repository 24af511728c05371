"""What one service may have on paper of a family's item at a panel: what its workers took on and may see.

A list goes to the service, so what is for one worker alone does not stand on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from eymeeting.domain.actions import Action
from eymeeting.domain.consent import same_agency
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import ActionNow, Family, action_now
from eymeeting.domain.for_whom import is_for_a_service
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.people import Worker
from eymeeting.domain.protected import held_by, protected_kinds
from eymeeting.domain.reference_only import Pairs
from eymeeting.domain.sight import Reader, is_marked_not_for, sees


def of_agency(family: Family, agency: str) -> tuple[Worker, ...]:
    """A family's workers of one service."""
    return tuple(each for each in family.workers if same_agency(each.agency, agency))


def taken_on(family: Family, item: PanelItem, workers: Iterable[Worker]) -> Iterator[ActionNow]:
    """The open actions of an item that these workers own or help with."""
    ids = {each.id for each in workers}
    for action in family.actions:
        now = action_now(family, action)
        if action.panel_item == item.id and now.is_open and ids & {now.owner, *(action.helpers or ())}:
            yield now


def may_stand(family: Family, action: Action, workers: Sequence[Worker], today: date, pack: Pack) -> bool:
    """Whether an action may stand on the list of the service of these workers."""
    whole = next((each for each in family.actions if each.id == action.id), action)
    if any(is_marked_not_for(whole, each.id) for each in workers):
        return False
    if not is_for_a_service(family, whole, pack):
        return False
    now = action_now(family, whole)
    taken_on = [each for each in workers if each.id in (now.owner, *(whole.helpers or ()))]
    return any(sees(family, Reader(id=each.id), whole, today=today, pack=pack) for each in taken_on)


def protected_from(family: Family, workers: Iterable[Worker], today: date, pack: Pack) -> dict[str, str]:
    """What must be nowhere on a paper for any of these workers, each with its kind."""
    found: dict[str, str] = {}
    for each in workers:
        found |= protected_kinds(family, Reader(id=each.id), today=today, pack=pack)
    return found


def kept_off_the_agency(
    family: Family, item: PanelItem, workers: Sequence[Worker], today: date, pack: Pack
) -> dict[str, str]:
    """What not all of a service's workers may see; everything of a family that none of them works with."""

    def may_see(entry: Entry) -> bool:
        if isinstance(entry, Action) and entry.panel_item == item.id:
            return may_stand(family, entry, workers, today, pack)
        return bool(workers) and all(
            sees(family, Reader(id=each.id), entry, today=today, pack=pack) for each in workers
        )

    found = protected_from(family, workers, today, pack)
    for id in [each.id for each in workers] or [""]:  # noqa: A001
        found |= kept_off(family, Reader(id=id), today=today, pack=pack, may_see=may_see)
    return found


def not_told_elsewhere(
    off: Mapping[str, str], pairs: Pairs, agency: str, today: date, pack: Pack
) -> dict[str, str]:
    """Without what the service may be told of another family in the very same words, and its own name."""
    told = [agency]
    for family, item in pairs:
        workers = of_agency(family, agency)
        told += [item.panel, *(f"{each.name}, {each.role}" for each in family.workers)]
        for now in taken_on(family, item, workers):
            if may_stand(family, now.action, workers, today, pack):
                told += [now.action.text, now.action.how_we_will_know or ""]
    open_to_them = set(held_by("\n__\n".join(told), off))
    return {text: kind for text, kind in off.items() if text not in open_to_them}
