"""The rows of one family's item at a panel, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eymeeting.domain.panel import Known
from eymeeting.domain.panel_known import for_whom_words, known_at_the_table
from eymeeting.domain.panel_table import Seated, with_the_table
from eymeeting.domain.quick_line_writing import written
from eymeeting.domain.sight import is_open_in_the_room
from screens.forms.form import Choice, FormRow
from screens.panel.desk import PanelView
from screens.panel.gate_rows import (
    brought_by_row,
    carried_row,
    day_words,
    gate_rows,
    one,
    outside_rows,
    short,
    tellers,
)

TO_DO: Final = "to do"
"""The row at which the quick line is opened."""
KNOWN: Final = "known "
ACTION: Final = "action "


def item_rows(view: PanelView, *, staying: frozenset[str] = frozenset()) -> tuple[FormRow, ...]:
    """What can be filled in just now. Below the gate there is nothing until it is open.

    ``staying`` are the names of those outside the agreement for whom a reason is about to be typed.
    """
    if view.kept is None:
        return tuple(brought_by_row(view))
    above = (*brought_by_row(view), *gate_rows(view))
    if view.gate.stops:
        return above
    outside = tuple(outside_rows(view, staying))
    if not view.is_open:
        return (*above, *outside, carried_row(view))
    below = (*_about(view), *_known(view), *_decided(view), *_to_do(view), *_told_by(view), carried_row(view))
    return (*above, *outside, *below)


def _about(view: PanelView) -> Iterator[FormRow]:
    item, pack = view.item, view.pack
    yield FormRow(id="why_now", label="Why now", value=item.why_now, is_long=True, heading="What it is about")
    yield FormRow(
        id="family_wants_you_to_know",
        label="They want us to know",
        value=item.family_wants_you_to_know or "",
        hint="in the family's own words",
        is_long=True,
    )
    kinds = tuple(Choice(id=kind, words=words) for kind, words in pack.plan_kinds.choices())
    yield FormRow(id="plan_kind", label="Plan", choices=kinds, chosen=one(item.plan_kind or ""))
    levels = tuple(Choice(id=str(level), words=pack.level(level)) for level in range(1, 5))
    chosen = "" if item.level_of_need is None else str(item.level_of_need)
    yield FormRow(id="level_of_need", label="Level of need", choices=levels, chosen=one(chosen))
    if pack.worker_words:
        words = tuple(Choice(id=each.id, words=each.words) for each in pack.worker_words)
        yield FormRow(
            id="worker_word", label="Our word for it", choices=words, chosen=one(item.worker_word or "")
        )


def known_rows(view: PanelView) -> dict[str, tuple[Seated, Known | None]]:
    """Who may say what they know, by the row they have: each at the table a row, more for what more they said."""
    told = view.may_open(known_at_the_table(view.family, view.item))
    rows: dict[str, tuple[Seated, Known | None]] = {}
    for each in view.table:
        theirs = [known for known in told if known.by == each.worker.id]
        for number, known in enumerate(theirs or [None], start=1):
            more = "" if number == 1 else f" {number}"
            rows[f"{KNOWN}{view.called(each.seat)}{more}"] = each, known
    return rows


def _known(view: PanelView) -> Iterator[FormRow]:
    heading: str | None = "Who knows what"
    for row, (seated, known) in known_rows(view).items():
        yield FormRow(
            id=row,
            label=short(view.called(seated.seat)),
            value="" if known is None else known.text,
            hint=seated.seat.agency,
            is_long=True,
            heading=heading,
            kept=known is not None and not is_open_in_the_room(view.family, known, pack=view.pack),
            note="" if known is None else for_whom_words(known, with_the_table(view.family, view.table)),
        )
        heading = None


def _decided(view: PanelView) -> Iterator[FormRow]:
    item = view.item
    yield FormRow(
        id="question",
        label="The question",
        value=item.question or "",
        is_long=True,
        heading="What is decided",
    )
    yield FormRow(id="decision", label="The decision", value=item.decision or "", is_long=True)


def _to_do(view: PanelView) -> Iterator[FormRow]:
    heading: str | None = "Who does what, by when"
    named = with_the_table(view.family, view.table)
    actions = [each for each in view.family.actions if each.panel_item == view.item.id]
    for number, action in enumerate(view.may_open(actions), start=1):
        yield FormRow(
            id=f"{ACTION}{action.id}",
            label=f"{number}.",
            value=written(action, named, view.pack),
            heading=heading,
        )
        heading = None
    yield FormRow(
        id=TO_DO, label="One more" if heading is None else "To do", hint="what @who when", heading=heading
    )


def _told_by(view: PanelView) -> Iterator[FormRow]:
    tell = view.item.tell_family
    chosen = "" if tell is None else tell.who
    yield FormRow(
        id="tell_who",
        label="Who tells them",
        choices=tellers(view),
        chosen=one(chosen),
        heading="The family hears of it",
    )
    if tell is not None:
        yield FormRow(id="tell_by", label="By when", value=day_words(tell.by), hint="fri, tomorrow")
