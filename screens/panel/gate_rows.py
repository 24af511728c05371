"""The rows of a panel item before a family is talked of: who brings it, whether it knows, who is outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from eymeeting.domain.consent import is_agreed
from eymeeting.domain.dates import spoken
from eymeeting.domain.names import short_names
from eymeeting.domain.panel_gate import Outside
from eymeeting.domain.panel_outside import decision_on
from eymeeting.domain.panel_table import Seated, with_the_table
from eymeeting.domain.people import Worker
from screens.forms.form import Choice, FormRow
from screens.panel.desk import PanelView

OUTSIDE: Final = "outside "
STAYS: Final = "stays "

YES: Final = "yes"
NO: Final = "no"
STEP_OUT: Final = "out"
STAY: Final = "stay"

TOLD_WHAT: Final = "what it would be about, and who would hear it"
PUT_OFF: Final = "Put off until"


def brought_by_row(view: PanelView) -> Iterator[FormRow]:
    """Who brings the family."""
    chosen = view.item.brought_by
    choices = _seats(view.everybody)
    if chosen and chosen not in [each.id for each in choices]:
        choices = (*choices, Choice(id=chosen, words=_called(view, chosen)))
    yield FormRow(id="brought_by", label="Who brings them", choices=choices, chosen=one(chosen))


def gate_rows(view: PanelView) -> Iterator[FormRow]:
    """Whether the family was told; where it was not, putting it off, or the reason to go on."""
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
        yield FormRow(id="told_on", label="When", value=day_words(told.on), hint="yesterday, 12 nov")
        yield FormRow(id="told_by", label="By whom", choices=tellers(view), chosen=one(told.by or ""))
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
        yield carried_row(view)
        yield FormRow(
            id="went_on_because",
            label="Gone on with, because",
            value=item.went_on_because or "",
            hint="a reason that is kept; else it waits",
            is_long=True,
        )


def outside_rows(view: PanelView, staying: frozenset[str]) -> Iterator[FormRow]:
    """Each who is outside the agreement steps out, or stays for a reason."""
    heading: str | None = "At the table, outside the agreement"
    for person in view.outside:
        reason = decision_on(view.family, view.item, person)
        why = "" if reason is None else reason.lawful_reason or ""
        called = view.called(person)
        out = called in view.stepped_out
        stays = not out and (bool(why) or called in staying)
        yield FormRow(
            id=f"{OUTSIDE}{called}",
            label=short(called),
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


def carried_row(view: PanelView) -> FormRow:
    """The day to which the family is put off."""
    return FormRow(id="carried_to", label=PUT_OFF, value=day_words(view.item.carried_to), hint="29 nov, 1w")


def outside_by_row(view: PanelView, row: str) -> Outside:
    """Whom a row about somebody outside the agreement is about."""
    name = row.removeprefix(OUTSIDE).removeprefix(STAYS)
    return next(each for each in view.outside if view.called(each) == name)


def _seats(seats: Iterable[Seated]) -> tuple[Choice, ...]:
    return _told_apart([each.worker for each in seats])


def tellers(view: PanelView) -> tuple[Choice, ...]:
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


def one(chosen: str) -> tuple[str, ...]:
    """What is chosen where one thing can be; nothing while nothing is."""
    return (chosen,) if chosen else ()


def day_words(day: date | None) -> str:
    """A day in words; empty where there is none."""
    return "" if day is None else spoken(day)


_ROOM_FOR_A_NAME: Final = 22


def short(called: str) -> str:
    """What somebody is called, as far as it fits beside a row."""
    return called if len(called) < _ROOM_FOR_A_NAME else f"{called[: _ROOM_FOR_A_NAME - 1]}…"
