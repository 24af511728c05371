"""About the family as a whole: names, where it came from, the plan, what is safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, get_args

from eymeeting.domain.dates import spoken
from eymeeting.domain.people import FamilyDetails, PlanKind, SafeAnswer, SafeContact
from eymeeting.domain.text import clean_line
from screens.family_desk import FamilyView
from screens.forms.form import Choice, FormRow, Reading
from screens.forms.words_of_days import past_day

SAFE_WORDS: Final[dict[SafeAnswer, str]] = {"yes": "yes, it is safe", "no": "no", "unknown": "not known"}
_SAFE: Final = {"write": "Safe to write?", "ring": "Safe to ring?", "leave_message": "Leave a message?"}
_DAYS: Final = ("opened", "assessment_date")


class FamilyDetailsForm:
    """What is known of the family as a whole."""

    help = """\
    Move with **up** and **down**. Type over a line, or press a choice's **letter**. Every line is kept as you leave it.
    Days as you would say them: *12 march*, *last tue*.
    """

    def __init__(self, ref: str) -> None:
        self.where = f"{ref}/family details"

    def title(self, view: FamilyView) -> str:
        """Whose details these are."""
        return f"About the family · {view.family.details.family_name}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand."""
        details, lists = view.family.details, view.pack.lists
        safe = details.safe_contact or SafeContact()
        return (
            FormRow(id="family_name", label="What services call it", value=details.family_name),
            FormRow(id="chosen_name", label="What it calls itself", value=details.chosen_name or ""),
            FormRow(
                id="plan_kind",
                label="Plan",
                choices=tuple(Choice(id=kind, words=words) for kind, words in view.pack.plan_kinds.choices()),
                chosen=_chosen(details.plan_kind),
                heading="The work",
            ),
            FormRow(
                id="level_of_need",
                label="Level of need",
                choices=tuple(Choice(id=str(level), words=view.pack.level(level)) for level in range(1, 5)),
                chosen=_chosen(details.level_of_need),
            ),
            FormRow(
                id="came_from",
                label="Came from",
                value=details.came_from or "",
                hint="who first thought of it",
                suggestions=lists.came_from,
            ),
            FormRow(id="opened", label="Opened on", value=_day(details.opened), hint="12 march"),
            FormRow(
                id="assessment_date",
                label="Assessment on",
                value=_day(details.assessment_date),
                hint=f"{view.pack.words.assessment}: 12 march",
            ),
            FormRow(
                id="case_system_number", label="Number elsewhere", value=details.case_system_number or ""
            ),
            FormRow(
                id="hub", label="Centre", value=details.hub or "", hint=f"which {view.pack.words.centre}"
            ),
            *(
                FormRow(
                    id=name,
                    label=label,
                    choices=tuple(Choice(id=answer, words=words) for answer, words in SAFE_WORDS.items()),
                    chosen=_chosen(getattr(safe, name)),
                    heading="Safe ways to be in touch" if name == "write" else None,
                )
                for name, label in _SAFE.items()
            ),
            FormRow(
                id="access_needs",
                label="What helps them",
                value=details.access_needs or "",
                hint="an interpreter, large print, a quiet room",
                is_long=True,
                heading="What this family needs",
            ),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words = clean_line(typed).strip()
        if row == "family_name":
            if not words:
                return Reading(problem="What do the services call the family? It needs a name.")
            return _with(view, family_name=words)
        if row in _DAYS:
            return self._read_day(view, row, words)
        return _with(view, **{row: words or None})

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change."""
        details = view.family.details
        if row in _SAFE:
            safe = details.safe_contact or SafeContact()
            answer = _CHOICES[row](choice)
            safe = replace(safe, **{row: None if getattr(safe, row) == answer else answer})
            return _with(view, safe_contact=None if safe == SafeContact() else safe)
        value = _CHOICES[row](choice)
        return _with(view, **{row: None if getattr(details, row) == value else value})

    def taken_away(self, view: FamilyView) -> Reading | None:  # noqa: ARG002
        """A family is not taken away here."""
        return None

    def _read_day(self, view: FamilyView, row: str, words: str) -> Reading:
        if not words:
            return _with(view, **{row: None})
        read = past_day(words, view.today)
        if read.day is None:
            return Reading(problem=read.problem)
        return replace(_with(view, **{row: read.day}), understood=read.understood)


_CHOICES: Final[dict[str, Callable[[str], Any]]] = {
    "plan_kind": {kind: kind for kind in get_args(PlanKind)}.__getitem__,
    "level_of_need": int,
    **dict.fromkeys(_SAFE, {answer: answer for answer in get_args(SafeAnswer)}.__getitem__),
}


def _with(view: FamilyView, **changed: Any) -> Reading:
    before = view.family.details
    after: FamilyDetails = replace(before, **changed)
    return Reading(changes=() if after == before else (view.change(before, after),))


def _chosen(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _day(day: Any) -> str:
    return "" if day is None else spoken(day)
