"""Somebody who works here: name, job, service, how to reach them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from eymeeting.domain.text import clean_line
from eymeeting.packs import default_pack
from screens.forms.form import Choice, FormRow
from screens.forms.reach_words import about_email, about_phone
from screens.settings.desk import SetUp
from screens.settings.form import Outcome

_INTERPRETS: Final = {"yes": "yes: only interprets", "no": "no"}
_GONE: Final = "They are not on the list any more."


class ColleagueForm:
    """What is known of a colleague, for every family they come to help."""

    title = "Somebody who works here"
    read_when_left: frozenset[str] = frozenset()
    help = """\
    Move with **up** and **down**. Type in a line, or press a choice's **letter**.
    In a family that they help already nothing changes: their line there is that family's own.
    """

    def __init__(self, colleague: str) -> None:
        self.where = f"settings/colleague {colleague}"
        self._colleague = colleague

    def rows(self, set_up: SetUp) -> tuple[FormRow, ...]:
        """The rows as they stand; none when they are not on the list any more."""
        one = set_up.colleague(self._colleague)
        if one is None:
            return ()
        others = [each.agency for each in set_up.colleagues if each.agency and each.id != one.id]
        lists = default_pack().lists
        return (
            FormRow(id="name", label="Name", value=one.name),
            FormRow(
                id="role",
                label="Job",
                value=one.role,
                suggestions=tuple(dict.fromkeys((*lists.roles, *lists.lead_roles))),
            ),
            FormRow(
                id="agency",
                label="Service",
                value=one.agency,
                suggestions=tuple(dict.fromkeys((*others, *lists.agencies))),
            ),
            FormRow(id="phone", label="Telephone", value=one.phone or ""),
            FormRow(id="email", label="Email", value=one.email or ""),
            FormRow(
                id="interpreter",
                label="Interpreter?",
                choices=tuple(Choice(id=answer, words=words) for answer, words in _INTERPRETS.items()),
                chosen=("yes" if one.interpreter else "no",),
            ),
        )

    def read(self, set_up: SetUp, row: str, typed: str) -> Outcome:
        """What words typed in a row would mean."""
        words = clean_line(typed)
        match row:
            case "name" if not words:
                return Outcome(problem="What are they called?")
            case "role" if not words:
                return Outcome(problem="What is their job?")
            case "name" | "role" | "agency":
                return self._with(set_up, **{row: words})
            case "phone":
                return self._with(set_up, about_phone(words), phone=words or None)
            case _:
                return self._with(set_up, about_email(words), email=words or None)

    def choose(self, set_up: SetUp, row: str, choice: str) -> Outcome:  # noqa: ARG002
        """What a choice in a row would change."""
        return self._with(set_up, interpreter=True if choice == "yes" else None)

    def taken_away(self, set_up: SetUp) -> Outcome | None:
        """The list without them. Families they help keep them."""
        one = set_up.colleague(self._colleague)
        if one is None:
            return None
        others = tuple(each for each in set_up.colleagues if each.id != one.id)
        return Outcome(what=f"{one.name} off the list", after=replace(set_up, colleagues=others))

    def _with(self, set_up: SetUp, understood: str = "", /, **known: Any) -> Outcome:
        before = set_up.colleague(self._colleague)
        if before is None:
            return Outcome(problem=_GONE)
        after = replace(before, **known)
        if after == before:
            return Outcome(understood=understood)
        everybody = tuple(after if each.id == before.id else each for each in set_up.colleagues)
        return Outcome(
            understood=understood,
            what=f"what is known of {after.name}",
            after=replace(set_up, colleagues=everybody),
        )
