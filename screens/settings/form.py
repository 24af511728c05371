"""What a form of the settings is: rows with what stands in them, and what words or a choice would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from screens.forms.form import FormRow
from screens.settings.desk import SetUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What typed words or a choice mean, or why they cannot be kept, and how all would stand then.

    With no ``problem`` and no ``after`` everything is as it was. ``what`` names in a word what changes.
    """

    understood: str = ""
    problem: str = ""
    after: SetUp | None = None
    what: str = ""


class SettingsRows(Protocol):
    """Rows of one kind of settings. How all stands is given anew each time.

    The rows in ``read_when_left`` are not looked at with every key: what they name lies on the disk.
    """

    where: str
    read_when_left: frozenset[str]
    help: str
    title: str

    def rows(self, set_up: SetUp) -> tuple[FormRow, ...]:
        """The rows as they stand; none when what they were about is gone."""

    def read(self, set_up: SetUp, row: str, typed: str) -> Outcome:
        """What words typed in a row would mean; empty words clear it."""

    def choose(self, set_up: SetUp, row: str, choice: str) -> Outcome:
        """What a choice in a row would change."""

    def taken_away(self, set_up: SetUp) -> Outcome | None:
        """What taking the whole away would change; nothing where that is not offered."""
