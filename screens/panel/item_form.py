"""What words and choices in the rows of a panel item change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from eymeeting.domain.actions import Action
from eymeeting.domain.agreed import changes_for
from eymeeting.domain.dates import working_days_after
from eymeeting.domain.family import Change
from eymeeting.domain.panel import FamilyTold, PanelItem, TellFamily
from eymeeting.domain.panel_known import newly_known
from eymeeting.domain.panel_outside import stays_because
from eymeeting.domain.panel_table import of_the_panel, owners_in, taken_in
from eymeeting.domain.quick_line import QuickLine, read_quick_line
from eymeeting.domain.text import clean_line, clean_text
from screens.forms.form import Reading
from screens.forms.words_of_days import coming_day, past_day
from screens.panel.desk import PanelView
from screens.panel.gate_rows import NO, STAYS, outside_by_row
from screens.panel.item_rows import ACTION, KNOWN, known_rows

_LONG: Final = frozenset({"why_now", "family_wants_you_to_know", "question", "decision", "went_on_because"})
_EVERY_ROW_IS_TEXT: Final = "Only what is to be done stands here. What is known stands above."


def read_row(view: PanelView, row: str, typed: str) -> Reading:
    """What words typed in a row would mean; empty words clear it."""
    if row in _LONG:
        words = clean_text(typed).strip()
        return _with(view, **{row: words if words or row == "why_now" else None})
    if row in _READ:
        return _READ[row](view, clean_line(typed).strip())
    if row.startswith(KNOWN):
        return _read_known(view, row, clean_text(typed).strip())
    if row.startswith(STAYS):
        person = outside_by_row(view, row)
        decided_by = next((each.seat.name for each in view.everybody if each.worker.id == view.keyboard), "")
        why = clean_line(typed).strip()
        return Reading(changes=stays_because(view.family, view.item, person, why, decided_by))
    if row.startswith(ACTION):
        return _read_action(view, row.removeprefix(ACTION), clean_line(typed).strip())
    return Reading()


def choose_in_row(view: PanelView, row: str, choice: str) -> Reading:
    """What a choice in a row would change; chosen again, it is let go."""
    item = view.item
    if row == "brought_by":
        return _brought(view, choice)
    if row == "told":
        return _with(view, family_told=_answered(view, choice))
    if row == "told_by":
        by = None if item.family_told.by == choice else choice
        return _with(view, *((choice,) if by else ()), family_told=replace(item.family_told, by=by))
    if row == "agencies":
        return _with(view, family_told=_with_agency(item.family_told, choice))
    if row == "tell_who":
        return _tells(view, choice)
    value = int(choice) if row == "level_of_need" else choice
    return _with(view, **{row: None if getattr(item, row) == value else value})


def agreed(view: PanelView, line: QuickLine, before: Action | None = None) -> tuple[Change, ...]:
    """What a finished quick line changes; those at the table whom it names are taken into the family's file."""
    gathering = view.as_meeting
    changes = changes_for(
        line,
        gathering.family,
        view.item.id,
        view.pack,
        here=gathering.here(),
        keyboard=view.keyboard,
        today=view.today,
        before=before,
    )
    return (
        *taken_in(view.family, view.table, owners_in(changes)),
        *of_the_panel(changes, view.item),
    )


def _brought(view: PanelView, choice: str) -> Reading:
    people = taken_in(view.family, view.everybody, {choice, view.keyboard})
    before = view.kept
    after = replace(view.item, brought_by=choice)
    if before == after:
        return Reading()
    return Reading(changes=(*people, view.change(before, after)))


def _answered(view: PanelView, choice: str) -> FamilyTold:
    told = view.item.family_told
    if choice == NO:
        return FamilyTold(told=False, on=view.today)
    return told if told.told else FamilyTold(told=True)


def _with_agency(told: FamilyTold, agency: str) -> FamilyTold:
    said = told.agencies or ()
    kept = tuple(each for each in said if each != agency) if agency in said else (*said, agency)
    return replace(told, agencies=kept or None)


def _tells(view: PanelView, choice: str) -> Reading:
    tell = view.item.tell_family
    if tell is not None and tell.who == choice:
        return _with(view, tell_family=None)
    by = working_days_after(view.today, 1, view.calendar) if tell is None else tell.by
    return _with(view, choice, tell_family=TellFamily(who=choice, by=by))


def _read_told_on(view: PanelView, words: str) -> Reading:
    told = view.item.family_told
    if not words:
        return _with(view, family_told=replace(told, on=None))
    read = past_day(words, view.today)
    if read.day is None:
        return Reading(problem=read.problem)
    return replace(_with(view, family_told=replace(told, on=read.day)), understood=read.understood)


def _read_told_note(view: PanelView, words: str) -> Reading:
    return _with(view, family_told=replace(view.item.family_told, note=words or None))


def _read_tell_by(view: PanelView, words: str) -> Reading:
    tell = view.item.tell_family
    if tell is None:
        return Reading()
    read = coming_day(words, view.today, view.calendar)
    if read.day is None:
        return Reading(problem=read.problem)
    return replace(_with(view, tell_family=replace(tell, by=read.day)), understood=read.understood)


def _read_carried_to(view: PanelView, words: str) -> Reading:
    if not words:
        return _with(view, carried_to=None)
    read = coming_day(words, view.today, view.calendar)
    if read.day is None:
        return Reading(problem=read.problem)
    return replace(_with(view, carried_to=read.day), understood=read.understood)


_READ: Final[dict[str, Callable[[PanelView, str], Reading]]] = {
    "told_on": _read_told_on,
    "told_note": _read_told_note,
    "tell_by": _read_tell_by,
    "carried_to": _read_carried_to,
}


def _read_known(view: PanelView, row: str, words: str) -> Reading:
    seated, known = known_rows(view)[row]
    if known is not None:
        after = replace(known, text=words) if words else None
        return Reading(changes=() if after == known else (view.change(known, after),))
    if not words:
        return Reading()
    people = taken_in(view.family, view.table, {seated.worker.id})
    new = newly_known(view.family, view.item, seated.worker.id, words)
    return Reading(changes=(*people, view.change(None, new)))


def _read_action(view: PanelView, action: str, words: str) -> Reading:
    before = next((each for each in view.family.actions if each.id == action), None)
    if before is None:
        return Reading()
    if not words:
        return Reading(changes=(view.change(before, None),))
    gathering = view.as_meeting
    line = read_quick_line(
        words,
        gathering.family,
        view.pack,
        view.today,
        view.calendar,
        here=gathering.here(),
        askers=(view.keyboard,),
        keyboard=view.keyboard,
    )
    if line.says != "to_do":
        return Reading(problem=_EVERY_ROW_IS_TEXT)
    if line.problems:
        return Reading(problem=" ".join(line.problems))
    return Reading(understood=line.understood, changes=agreed(view, line, before))


def _with(view: PanelView, *who: str, **changed: Any) -> Reading:
    """The item with something changed; those of the table who come into it are taken into the family's file."""
    before = view.kept
    if before is None:
        return Reading()
    after: PanelItem = replace(before, **changed)
    if after == before:
        return Reading()
    return Reading(changes=(*taken_in(view.family, view.everybody, who), view.change(before, after)))
