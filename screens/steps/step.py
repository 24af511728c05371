"""What every step of a meeting is: it draws from a view, and tells the recorder what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import on
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change
from eymeeting.domain.settings import Colleague
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.unwritten import SpokenWords
from screens.desk import MeetingView
from screens.picker import Picker
from screens.widgets.line_editor import LineEditor


class TakesDown(Protocol):
    """What a step tells of what was done: it is on disk then, or the save mark says that it is not."""

    def draft(self, where: str) -> Draft: ...  # noqa: D102
    def colleagues(self) -> tuple[Colleague, ...]: ...  # noqa: D102
    def did(self, *changes: Change, clear_draft: str | None = None) -> bool: ...  # noqa: D102
    def wrote(self, before: Entry | None, after: Entry | None, place: Place, edits: int) -> None: ...  # noqa: D102
    def drafted(self, where: str, draft: Draft, place: Place, edits: int) -> None: ...  # noqa: D102
    def at(self, place: Place) -> None: ...  # noqa: D102
    def note(self, change: Change) -> None: ...  # noqa: D102
    def left(self) -> bool: ...  # noqa: D102
    async def outdated_copies(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def view(self) -> MeetingView: ...  # noqa: D102


class Step(VerticalScroll, can_focus=False):
    """One step. It knows no store: it tells the recorder, and is shown what then stands."""

    @dataclass
    class Wanted(Message):
        """Another step is wanted, or with no step the copies."""

        step: str | None

    @dataclass
    class Turned(Message):
        """The keyboard goes on from this step to one that stands beside it on the screen."""

        step: str

    STEP: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    IS_TYPED_IN_QUICK_LINE: ClassVar[bool] = False
    """Whether the keyboard is at home in the quick line while this step is open."""
    DEFAULT_CSS = """
    Step { height: 1fr; padding: 0 1; scrollbar-gutter: stable; }
    Step .say { color: $text-muted; height: auto; margin-bottom: 1; }
    Step .heading { text-style: bold; height: auto; }
    Step .quiet { color: $text-muted; height: auto; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(id="step")
        self.recorder = recorder
        self.start_place = place

    @property
    def view(self) -> MeetingView:
        """What stands now."""
        return self.recorder.view

    @property
    def step(self) -> str:
        """Which step of the meeting is open: where several stand beside each other, the one with the keyboard."""
        return self.STEP

    @property
    def place(self) -> Place:
        """Where the keyboard is in this step."""
        return Place(step=self.STEP)

    def turn_to(self, step: str) -> bool:  # noqa: ARG002
        """Go to another step, where it stands on the screen beside this one. Whether it does."""
        return False

    def keyboard_goes_to(self) -> Widget:
        """The field that takes the keyboard when the step opens."""
        raise NotImplementedError

    def show(self) -> None:
        """Draw what now stands."""

    def finish(self) -> None:
        """Keep what stands in the fields, before the step is left."""

    def take_back(self) -> bool:
        """Take back the last thing done, where that is on the screen alone. Whether it was."""
        return False

    def words_here(self) -> SpokenWords | None:
        """The words at the keyboard, or those said last: whoever said them may ask not to have them written."""
        return None

    def entry_here(self) -> Entry | None:
        """What was said or agreed that the keyboard is at: it can be kept from somebody."""
        said = self.words_here()
        return None if said is None else said.entry

    def say(self) -> str:
        """What the chair may say, from the pack."""
        return next((step.say for step in self.view.kind.steps if step.id == self.STEP), "")

    @on(LineEditor.Moved)
    def remember_cursor(self, event: LineEditor.Moved) -> None:
        """Remember where the cursor is in a field of words."""
        event.stop()
        self.recorder.at(self.place)

    def did(self, before: Entry | None, after: Entry | None) -> bool:
        """Tell of one change. Whether it is on disk."""
        return self.recorder.did(self.view.change(before, after))

    def ask(
        self,
        title: str,
        choices: Sequence[tuple[str, str, str]],
        then: Callable[[str], None],
        *,
        at: str = "",
    ) -> None:
        """Let the chair choose, a letter each, or the one ``at`` with Enter; ``then`` is told the id chosen."""

        def chosen(choice: str | None) -> None:
            if choice is not None:
                then(choice)

        self.app.push_screen(Picker(title, choices, at=at), chosen)
