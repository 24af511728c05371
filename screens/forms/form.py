"""What a form is: rows with what stands in them, and what a row's words or a choice would change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Protocol, runtime_checkable

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change
from eymeeting.domain.text import LINE_LIMIT
from screens.family_desk import FamilyView


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose, by a letter; the letter is given by its place."""

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One thing to fill in.

    ``value`` is what stands, in the words somebody would type; of a row with
    ``choices`` the ids ``chosen``. ``several`` may be chosen at once.
    ``suggestions`` complete what is typed, other words are fine.
    A row that begins a new part carries its ``heading``. ``is_long`` words wrap.
    A ``note`` on what stands is told beside it.
    What is ``kept`` from somebody is drawn only once it is asked for.
    """

    id: str
    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: tuple[str, ...] = ()
    several: bool = False
    suggestions: tuple[str, ...] = ()
    heading: str | None = None
    is_long: bool = False
    kept: bool = False
    note: str = ""
    limit: int = LINE_LIMIT

    @property
    def shown(self) -> str:
        """What stands, in words."""
        if not self.choices:
            return self.value
        return ", ".join(choice.words for choice in self.choices if choice.id in self.chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What typed words mean: in plain words, or why they cannot be kept, and what they change.

    With no ``problem`` and no ``changes`` everything is as it was. ``first`` is a
    form that has to be filled in before, and then makes the change itself.
    """

    understood: str = ""
    problem: str = ""
    changes: tuple[Change, ...] = ()
    first: Form | None = None


class Form(Protocol):
    """Rows of one thing, such as a person. The view is given anew each time, so a form holds no family.

    ``where`` holds the family's reference and the entry's id, so that half-typed
    words come back where they belong.
    """

    help: str

    @property
    def where(self) -> str:
        """The beginning of the places of half-typed words."""

    def title(self, view: FamilyView) -> str:
        """What stands at the top."""

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand."""

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean; empty words clear it."""

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change; chosen again, it is let go."""

    def taken_away(self, view: FamilyView) -> Reading | None:
        """What taking the whole away would change; a problem says why it cannot go, nothing that it is not offered."""


@runtime_checkable
class OfAPerson(Protocol):
    """A form about somebody, from which the address of their home is a key away."""

    def home(self, view: FamilyView) -> Form | None:
        """The form of their newest address, or of one to be written down; nothing when they are not here."""


@runtime_checkable
class ForOneAlone(Protocol):
    """A form whose half-typed words come back to whoever typed them, and to nobody else at the keyboard."""

    is_for_one_alone: bool


def free_id(prefix: str, kept: Iterable[Entry]) -> str:
    """The id of the next new entry: always the same until it is kept.

    So the half-typed words of something that is not kept yet are there again
    when its form is next opened, even after a crash.
    """
    taken = {entry.id for entry in kept}
    return next(free for number in count(1) if (free := f"{prefix}{number}") not in taken)
