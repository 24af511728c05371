"""Somebody who helps the family: name, job, service, how to reach them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from eymeeting.domain.in_words import FORMAT, listed
from eymeeting.domain.put_right import named_in, taken_away
from eymeeting.domain.text import clean_line, folded
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading
from screens.forms.person_rows import choices
from screens.forms.reach_words import about_email, about_phone

_GONE: Final = "They are not here any more."
_YES_OR_NO: Final = {"yes": True, "no": False}
_INTERPRETS: Final = {"yes": "yes: only interprets", "no": "no"}
_HELPS_NOW: Final = {"yes": "yes", "no": "not any more"}


class WorkerForm:
    """What is known of somebody who helps."""

    help = """\
    Move with **up** and **down**. Type over a line, or press a choice's **letter**.
    **Right** takes up what is suggested.
    Somebody who interprets is never given an action or asked for a score.
    *Their copies* is the form in which their lists and invitations are made.
    Who has moved on stays on record: say *not any more*.
    """

    def __init__(self, ref: str, worker: str) -> None:
        self.where = f"{ref}/worker {worker}"
        self._worker = worker

    def title(self, view: FamilyView) -> str:
        """Who it is."""
        worker = view.family.worker(self._worker)
        if worker is None:
            return _GONE
        return " · ".join(part for part in (worker.name, worker.role, worker.agency) if part)

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand; none when the worker is not here any more."""
        worker, lists = view.family.worker(self._worker), view.pack.lists
        if worker is None:
            return ()
        here = [each.agency for each in view.family.workers if each.agency and each.id != worker.id]
        return (
            FormRow(id="name", label="Name", value=worker.name),
            FormRow(
                id="role",
                label="Job",
                value=worker.role,
                hint="health visitor",
                suggestions=tuple(dict.fromkeys((*lists.roles, *lists.lead_roles))),
            ),
            FormRow(
                id="agency",
                label="Service",
                value=worker.agency,
                hint="the school, the centre, the council's team",
                suggestions=tuple(dict.fromkeys((*here, *lists.agencies))),
            ),
            FormRow(id="phone", label="Telephone", value=worker.phone or "", heading="How to reach them"),
            FormRow(id="email", label="Email", value=worker.email or ""),
            FormRow(
                id="interpreter",
                label="Interpreter?",
                choices=choices(_INTERPRETS),
                chosen=_answer(worker.interpreter),
                heading="At meetings",
            ),
            FormRow(
                id="formats",
                label="Their copies",
                hint="Of several, the first in this order is made.",
                choices=choices(FORMAT),
                chosen=worker.formats or (),
                several=True,
            ),
            FormRow(
                id="active",
                label="Helps this family?",
                choices=choices(_HELPS_NOW),
                chosen=_answer(worker.active is not False),
            ),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words = clean_line(typed).strip()
        match row:
            case "name" if not words:
                return Reading(problem="What is the worker called?")
            case "role" if folded(words).startswith("interpreter"):
                return self._with(view, "Only interprets.", role=words, interpreter=True)
            case "name" | "role" | "agency":
                return self._with(view, **{row: words})
            case "phone":
                return self._with(view, about_phone(words), phone=words or None)
            case _:
                return self._with(view, about_email(words), email=words or None)

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change; chosen again, it is let go."""
        worker = view.family.worker(self._worker)
        if row == "formats":
            wanted = {*((worker and worker.formats) or ())} ^ {choice}
            return self._with(view, formats=tuple(each for each in FORMAT if each in wanted) or None)
        answer = _YES_OR_NO[choice]
        if row == "active":
            return self._with(view, active=None if answer else False)
        same = worker is not None and worker.interpreter is answer
        return self._with(view, interpreter=None if same else answer)

    def taken_away(self, view: FamilyView) -> Reading | None:
        """Somebody named nowhere can be taken away; otherwise they do not help any more."""
        worker = view.family.worker(self._worker)
        if worker is None:
            return None
        if worker.id == view.keyboard:
            return Reading(problem="They are at the keyboard.")
        where = named_in(view.family, worker.id)
        if where:
            return Reading(
                problem=f"{worker.name} is named in {listed(where)}. Say that they do not help any more instead."
            )
        return Reading(changes=taken_away(view.family, worker))

    def _with(self, view: FamilyView, understood: str = "", /, **known: Any) -> Reading:
        before = view.family.worker(self._worker)
        if before is None:
            return Reading(problem=_GONE)
        after = replace(before, **known)
        changes = () if after == before else (view.change(before, after),)
        return Reading(understood=understood, changes=changes)


def _answer(answer: bool | None) -> tuple[str, ...]:
    return () if answer is None else ("yes" if answer else "no",)
