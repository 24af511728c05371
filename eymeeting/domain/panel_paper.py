"""What the papers of one family after a panel have in common: one reader, one item, what stands and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eymeeting.domain.actions import Action
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import Known, PanelItem
from eymeeting.domain.problems import NotFound
from eymeeting.domain.protected import protected_words
from eymeeting.domain.sight import Reader


def panel_item(family: Family, id: str) -> PanelItem:  # noqa: A002
    """One item of this family.

    Raises:
        NotFound: it has no such item.
    """
    found = next((each for each in family.panel_items if each.id == id), None)
    if found is None:
        raise NotFound("This family has no such item at a panel.")
    return found


def as_the_note_tells_it(family: Family, item: PanelItem) -> Family:
    """The family once it holds the note of an item: by it, the family is told of that panel."""
    told = replace(item, family_told=replace(item.family_told, told=True))
    items = tuple(told if each.id == item.id else each for each in family.panel_items)
    return replace(family, panel_items=items)


def paper_for(family: Family, item: PanelItem, reader: Reader, *, today: date, pack: Pack) -> ForOneReader:
    """A paper in the making of what a panel said of one family, as it was agreed that day, for one reader."""
    as_agreed = without_what_is_kept_apart(replace(family, updates=()), reader.id)
    return ForOneReader(
        family=as_agreed,
        reader=reader,
        today=today,
        pack=pack,
        meeting=_as_a_meeting(item),
        on=max(today, item.on),
        protected=protected_words(family, reader, today=today, pack=pack),
    )


def known_of(paper: ForOneReader, item: PanelItem) -> tuple[Known, ...]:
    """What each service knows, as far as the reader may see it."""
    return tuple(each for each in paper.family.known if each.panel_item == item.id and paper.sees(each))


def actions_of(paper: ForOneReader, item: PanelItem) -> tuple[Action, ...]:
    """What was agreed for the item, as far as the reader may see it."""
    return tuple(each for each in paper.family.actions if each.panel_item == item.id and paper.sees(each))


def left_out_of(paper: ForOneReader, item: PanelItem) -> int:
    """How many things known or agreed of the item do not stand on the paper."""
    entries: tuple[Known | Action, ...] = (*paper.family.known, *paper.family.actions)
    hidden = (each for each in entries if each.panel_item == item.id and not paper.sees(each))
    return sum(1 for _ in hidden) + len(paper.withheld)


def _as_a_meeting(item: PanelItem) -> Meeting:
    """The panel in the place of the meeting that other papers are of."""
    return Meeting(
        id=item.id,
        number=0,
        type="professionals_discussion",
        on=item.on,
        start="",
        planned_minutes=item.slot_minutes,
        chair=item.brought_by,
        venue="",
    )
