"""What every step of a meeting is: it draws from a view, and tells of what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.message import Message

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change
from eymeeting.domain.sitting import Draft, Place
from screens.desk import MeetingView


class Step(VerticalScroll, can_focus=False):
    """One step. It knows no store: it posts what was done, and is shown what then stands."""

    STEP: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    DEFAULT_CSS = """
    Step { height: 1fr; padding: 0 1; scrollbar-gutter: stable; }
    Step .say { color: $text-muted; height: auto; margin-bottom: 1; }
    Step .heading { text-style: bold; height: auto; }
    Step .quiet { color: $text-muted; height: auto; }
    """

    @dataclass
    class Did(Message):
        """Something was done at once. ``clear_draft`` is the place of the half-typed line it finishes."""

        changes: tuple[Change, ...]
        clear_draft: str | None = None

    @dataclass
    class Wrote(Message):
        """A kept text changed, by so many keys."""

        before: Entry | None
        after: Entry | None
        place: Place
        edits: int = 1

    @dataclass
    class Drafted(Message):
        """A half-typed line changed, by so many keys."""

        where: str
        draft: Draft
        place: Place
        edits: int = 1

    class Left(Message):
        """The text field was left."""

    @dataclass
    class Asked(Message):
        """A choice is wanted, a letter each. ``then`` is told the id chosen."""

        title: str
        choices: tuple[tuple[str, str, str], ...]
        then: Callable[[str], None]

    def __init__(self, view: MeetingView, drafts: Callable[[str], Draft], place: Place) -> None:
        super().__init__(id="step")
        self.view = view
        self.drafts = drafts
        self.start_place = place

    @property
    def place(self) -> Place:
        """Where the keyboard is in this step."""
        return Place(step=self.STEP)

    def show(self, view: MeetingView) -> None:
        """Draw what now stands."""
        self.view = view

    def say(self) -> str:
        """What the chair may say, from the pack."""
        return next((step.say for step in self.view.kind.steps if step.id == self.STEP), "")

    def did(self, before: Entry | None, after: Entry | None, clear_draft: str | None = None) -> None:
        """Tell of one change."""
        self.post_message(self.Did((self.view.change(before, after),), clear_draft))

    def unsaved_text(self) -> str:
        """The words in the field being typed in, to be rescued when the file cannot take them."""
        return ""
