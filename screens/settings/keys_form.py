"""Other keys for acts, each by its own line."""

from __future__ import annotations

from dataclasses import replace

from eymeeting.domain.keys import nearest_act, read_keys, taken
from eymeeting.domain.text import clean_line
from screens.forms.form import FormRow
from screens.key_list import acts_to_choose_keys_for, keys_now
from screens.settings.desk import SetUp
from screens.settings.form import Outcome
from screens.widgets.key_line import said


class KeysForm:
    """The acts with the keys they have. An empty line gives an act its own keys back."""

    where = "settings/keys"
    title = "Keys"
    read_when_left: frozenset[str] = frozenset()
    help = """\
    Type the keys for an act, with a comma between them: *F11, Ctrl+Y*. Function keys can be chosen, and
    **Ctrl** with a letter that no text needs. An empty line gives an act its own keys back.
    They work at once, and stand in the last line and under F1 of every place.
    """

    def rows(self, set_up: SetUp) -> tuple[FormRow, ...]:
        """A row for each act, then for those there are not any more."""
        chosen = set_up.settings.keys
        rows: list[FormRow] = []
        heading = ""
        for id, (place, act) in acts_to_choose_keys_for().items():  # noqa: A001
            keys = chosen[id].split(",") if id in chosen else act.keys
            rows.append(
                FormRow(
                    id=id,
                    label=act.words,
                    value=_listed(keys),
                    hint=f"empty: {_listed(act.keys)}",
                    heading=place if place != heading else None,
                )
            )
            heading = place
        gone = [id for id in chosen if id not in acts_to_choose_keys_for()]  # noqa: A001
        rows += [
            FormRow(
                id=id, label=id, value=_listed(chosen[id].split(",")), heading=None if at else "Not known"
            )
            for at, id in enumerate(gone)  # noqa: A001
        ]
        return tuple(rows)

    def read(self, set_up: SetUp, row: str, typed: str) -> Outcome:
        """What keys typed in a row would mean."""
        chosen = dict(set_up.settings.keys)
        read = read_keys(clean_line(typed))
        known = acts_to_choose_keys_for()
        if row not in known and typed.strip():
            return Outcome(problem=f"{nearest_act(row, known)} Empty the line to let it go.")
        if read.problem:
            return Outcome(problem=read.problem)
        tooltip = known[row][1].tooltip if row in known else ""
        wanted = read.keys or (known[row][1].keys if row in known else ())
        other = taken(row, wanted, keys_now(chosen))
        if other is not None:
            return Outcome(problem=_taken_words(other.key, other.act, other.place))
        chosen.pop(row, None)
        if read.keys and wanted != known[row][1].keys:
            chosen[row] = ",".join(read.keys)
        understood = f"{_listed(wanted)}: {tooltip}" if wanted else ""
        if chosen == dict(set_up.settings.keys):
            return Outcome(understood=understood)
        settings = replace(set_up.settings, keys=chosen)
        return Outcome(understood=understood, what="a key", after=replace(set_up, settings=settings))

    def choose(self, set_up: SetUp, row: str, choice: str) -> Outcome:  # noqa: ARG002
        """Nothing is chosen here."""
        return Outcome()

    def taken_away(self, set_up: SetUp) -> Outcome | None:  # noqa: ARG002
        """Keys stay."""
        return None


def _listed(keys: tuple[str, ...] | list[str]) -> str:
    return ", ".join(said(key) for key in keys)


def _taken_words(key: str, act: str, place: str) -> str:
    known = acts_to_choose_keys_for().get(act)
    if known is None:
        return f"{said(key)} does something else already, in: {place}. Choose another."
    return f"{said(key)} is “{known[1].words}” already, in: {place}. Give that another key first."
