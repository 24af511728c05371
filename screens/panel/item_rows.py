"""The rows of one family's item at a panel, from top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from eymeeting.domain.consent import is_agreed
from eymeeting.domain.dates import spoken
from eymeeting.domain.names import short_names
from eymeeting.domain.panel import Known
from eymeeting.domain.panel_gate import Outside
from eymeeting.domain.panel_known import for_whom_words, known_at_the_table
from eymeeting.domain.panel_outside import decision_on
from eymeeting.domain.panel_table import Seated, with_the_table
from eymeeting.domain.people import Worker
from eymeeting.domain.quick_line_writing import written
from eymeeting.domain.sight import is_open_in_the_room
from screens.forms.form import Choice, FormRow
from screens.panel.desk import PanelView

TO_DO: Final = "to do"
"""The row at which the quick line is opened."""
KNOWN: Final = "known "
ACTION: Final = "action "
OUTSIDE: Final = "outside "
STAYS: Final = "stays "

YES: Final = "yes"
NO: Final = "no"
STEP_OUT: Final = "out"
STAY: Final = "stay"

TOLD_WHAT: Final = "what it would be about, and who would hear it"
PUT_OFF: Final = "Put off until"


def item_rows(view: PanelView, *, staying: frozenset[str] = frozenset()) -> tuple[FormRow, ...]:
    """What can be filled in just now. Below the gate there is nothing until it is open.

    ``staying`` are the names of those outside the agreement for whom a reason is about to be typed.
    """
    if view.kept is None:
        return tuple(_brought_by(view))
    above = (*_brought_by(view), *_gate(view))
    if view.gate.stops:
        return above
    outside = tuple(_outside(view, staying))
    if not view.is_open:
        return (*above, *outside, _carried(view))
    below = (*_about(view), *_known(view), *_decided(view), *_to_do(view), *_told_by(view), _carried(view))
    return (*above, *outside, *below)


def _brought_by(view: PanelView) -> Iterator[FormRow]:
    chosen = view.item.brought_by
    choices = _seats(view.everybody)
    if chosen and chosen not in [each.id for each in choices]:
        choices = (*choices, Choice(id=chosen, words=_called(view, chosen)))
    yield FormRow(id="brought_by", label="Who brings them", choices=choices, chosen=_one(chosen))


def _gate(view: PanelView) -> Iterator[FormRow]:
    item, told = view.item, view.item.family_told
    state = view.gate.state
    chosen = {"told": (YES,), "not_told": (NO,)}.get(state, ())
    yield FormRow(
        id="told",
        label="Told?",
        choices=(Choice(id=YES, words="yes"), Choice(id=NO, words="no")),
        chosen=chosen,
        heading="Has the family been told?",
        note="" if told.told else view.gate.words,
    )
    if told.told:
        yield FormRow(id="told_on", label="When", value=_day(told.on), hint="yesterday, 12 nov")
        yield FormRow(id="told_by", label="By whom", choices=_tellers(view), chosen=_one(told.by or ""))
        yield FormRow(
            id="told_note", label="What they were told", value=told.note or "", hint=TOLD_WHAT, is_long=True
        )
        yield FormRow(
            id="agencies",
            label="They said yes to",
            choices=_agencies(view),
            chosen=told.agencies or (),
            several=True,
        )
    elif state == "not_told":
        yield _carried(view)
        yield FormRow(
            id="went_on_because",
            label="Gone on with, because",
            value=item.went_on_because or "",
            hint="a reason that is kept; else it waits",
            is_long=True,
        )


def _outside(view: PanelView, staying: frozenset[str]) -> Iterator[FormRow]:
    heading: str | None = "At the table, outside the agreement"
    for person in view.outside:
        reason = decision_on(view.family, view.item, person)
        why = "" if reason is None else reason.lawful_reason or ""
        called = view.called(person)
        out = called in view.stepped_out
        stays = not out and (bool(why) or called in staying)
        yield FormRow(
            id=f"{OUTSIDE}{called}",
            label=_short(called),
            choices=(
                Choice(id=STEP_OUT, words="they step out"),
                Choice(id=STAY, words="they stay, for a reason"),
            ),
            chosen=(STEP_OUT,) if out else (STAY,) if stays else (),
            heading=heading,
            note=person.words,
        )
        heading = None
        if stays:
            yield FormRow(
                id=f"{STAYS}{called}",
                label="They stay, because",
                value=why,
                hint="the reason is kept",
                suggestions=view.pack.sentences.lawful_reasons,
            )


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
    yield FormRow(id="plan_kind", label="Plan", choices=kinds, chosen=_one(item.plan_kind or ""))
    levels = tuple(Choice(id=str(level), words=pack.level(level)) for level in range(1, 5))
    chosen = "" if item.level_of_need is None else str(item.level_of_need)
    yield FormRow(id="level_of_need", label="Level of need", choices=levels, chosen=_one(chosen))
    if pack.worker_words:
        words = tuple(Choice(id=each.id, words=each.words) for each in pack.worker_words)
        yield FormRow(
            id="worker_word", label="Our word for it", choices=words, chosen=_one(item.worker_word or "")
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
            label=_short(view.called(seated.seat)),
            value="" if known is None else known.text,
            hint=seated.seat.agency,
            is_long=True,
            heading=heading,
            kept=known is not None and not is_open_in_the_room(view.family, known, pack=view.pack),
            note="" if known is None else for_whom_words(known, with_the_table(view.family, view.table)),
        )
        heading = None


_ROOM_FOR_A_NAME: Final = 22


def _short(called: str) -> str:
    return called if len(called) < _ROOM_FOR_A_NAME else f"{called[: _ROOM_FOR_A_NAME - 1]}…"


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
        choices=_tellers(view),
        chosen=_one(chosen),
        heading="The family hears of it",
    )
    if tell is not None:
        yield FormRow(id="tell_by", label="By when", value=_day(tell.by), hint="fri, tomorrow")


def _carried(view: PanelView) -> FormRow:
    return FormRow(id="carried_to", label=PUT_OFF, value=_day(view.item.carried_to), hint="29 nov, 1w")


def _seats(seats: Iterable[Seated]) -> tuple[Choice, ...]:
    return _told_apart([each.worker for each in seats])


def _tellers(view: PanelView) -> tuple[Choice, ...]:
    """Those at the table first, then the family's other workers."""
    here = [each.worker for each in view.table]
    known = {each.id for each in here}
    others = [each for each in view.family.workers if each.id not in known and each.active is not False]
    return _told_apart([*here, *others])


def _told_apart(workers: Sequence[Worker]) -> tuple[Choice, ...]:
    """A choice for each; with the service where two have one name."""
    names = Counter(each.name for each in workers)
    return tuple(
        Choice(id=each.id, words=each.name if names[each.name] == 1 else f"{each.name} ({each.agency})")
        for each in workers
    )


def _agencies(view: PanelView) -> tuple[Choice, ...]:
    here = dict.fromkeys(each.seat.agency for each in view.everybody if each.seat.agency)
    said = (each for each in view.item.family_told.agencies or () if each not in here)
    return tuple(
        Choice(
            id=agency,
            words=f"{agency} (agreed before)" if is_agreed(view.family, agency, today=view.today) else agency,
        )
        for agency in (*here, *said)
    )


def _called(view: PanelView, who: str) -> str:
    return short_names(with_the_table(view.family, view.everybody)).get(who, "somebody")


def _one(chosen: str) -> tuple[str, ...]:
    return (chosen,) if chosen else ()


def _day(day: date | None) -> str:
    return "" if day is None else spoken(day)


def outside_by_row(view: PanelView, row: str) -> Outside:
    """Whom a row about somebody outside the agreement is about."""
    name = row.removeprefix(OUTSIDE).removeprefix(STAYS)
    return next(each for each in view.outside if view.called(each) == name)
