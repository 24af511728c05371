"""A family's own note after a panel: what was talked about, what was decided, what happens next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.copies import PlannedAction
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.names import people_now
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_paper import (
    actions_of,
    as_the_note_tells_it,
    known_of,
    left_out_of,
    panel_item,
    paper_for,
)
from eymeeting.domain.planned_actions import planned_action
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import protected_kinds
from eymeeting.domain.sight import Reader

A_HELPER: Final = "A helper"
"""In place of whoever said something and may not be named on this note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelNote:
    """One adult's note, cut for that adult.

    ``known`` is who said what, ``teller`` who tells the family, by the name and
    job this reader may have. ``must_not_hold`` are texts that must be nowhere in the
    finished file, each with its kind.
    """

    reader: str
    belongs_to: str
    title_name: str
    panel: str
    on: date
    brought_by: str
    why_now: str
    question: str
    wanted_you_to_know: str
    known: tuple[tuple[str, str], ...]
    decision: str
    actions: tuple[PlannedAction, ...]
    teller: str
    tell_by: date | None
    told_on: date | None
    carried_to: date | None
    wrong: tuple[str, ...]
    marking: str
    organisation: str
    plan_word: str
    left_out: int = 0
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def panel_note(family: Family, item: str, reader: str, *, today: date, pack: Pack) -> PanelNote:
    """The note of one item for one adult of the family, as it was agreed at the panel.

    How far the workers think it has come, its kind of plan and its level of need stand on no note.

    Raises:
        NotFound: the item or the reader is not there.
        Refused: it is not for a grown-up of this family.
    """
    told = panel_item(family, item)
    _check_reader(family, reader)
    family = as_the_note_tells_it(family, told)
    me = Reader(id=reader)
    paper = paper_for(family, told, me, today=today, pack=pack)
    chosen_name = paper.cleared(family.details.chosen_name) or ""
    mine = paper.name(reader) or ""
    to_do = told.tell_family
    belongs_to = chosen_name or mine
    known = tuple(_known(paper, told))
    actions = tuple(_actions(paper, told))
    return PanelNote(
        reader=mine,
        belongs_to=belongs_to,
        title_name=chosen_name,
        panel=told.panel,
        on=told.on,
        brought_by=_with_job(paper, told.brought_by),
        why_now=paper.cleared(told.why_now) or "",
        question=paper.cleared(told.question) or "",
        wanted_you_to_know=paper.cleared(told.family_wants_you_to_know) or "",
        known=known,
        decision=paper.cleared(told.decision) or "",
        actions=actions,
        teller="" if to_do is None else _with_job(paper, to_do.who),
        tell_by=None if to_do is None else to_do.by,
        told_on=None if to_do is None else to_do.told_on,
        carried_to=told.carried_to,
        wrong=pack.sentences.wrong,
        marking=pack.markings.family.format(name=belongs_to),
        organisation=pack.organisation,
        plan_word=pack.words.plan,
        left_out=left_out_of(paper, told),
        must_not_hold={
            **kept_off(family, me, today=today, pack=pack),
            **protected_kinds(family, me, today=today, pack=pack),
        },
    )


def who_gets_a_note(family: Family) -> tuple[str, ...]:
    """The ids of the grown-ups who get a note of their own: nobody who has died or left."""
    return tuple(
        each.id
        for each in people_now(family)
        if each.kind == "adult" and each.died is None and each.left is None
    )


def _check_reader(family: Family, reader: str) -> None:
    family.member(reader)
    if reader not in who_gets_a_note(family):
        raise Refused("This note is for a grown-up of the family. Nothing was written.")


def _known(paper: ForOneReader, item: PanelItem) -> Iterator[tuple[str, str]]:
    for each in known_of(paper, item):
        text = paper.cleared(each.text)
        if text is not None:
            yield _with_job(paper, each.by) or A_HELPER, text


def _actions(paper: ForOneReader, item: PanelItem) -> Iterator[PlannedAction]:
    """The family's own first, then the helpers', the soonest first."""
    agreed = (action_now(paper.family, each) for each in actions_of(paper, item))
    rows = (planned_action(paper, now, of_all_times=True) for now in agreed if now.is_open)
    found = [each for each in rows if each is not None]
    yield from sorted(found, key=lambda each: (not each.theirs, each.due or date.max))


def _with_job(paper: ForOneReader, id: str) -> str:  # noqa: A002
    name = paper.name(id)
    return "" if name is None else f"{name}, {paper.role(id)}"
