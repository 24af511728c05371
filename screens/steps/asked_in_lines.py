"""A step that asks for a few things, a line each; each is kept when it is left, and half typed before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.family import Change
from eymeeting.domain.sitting import Draft, Place
from screens.plain import plain
from screens.steps.step import Step
from screens.widgets.draft_input import DraftInput

LINE_KEYS: Final[list[BindingType]] = [
    Binding("down", "app.focus_next", "Down", show=False, tooltip="The next line", id="asked.down"),
    Binding("up", "app.focus_previous", "Up", show=False, tooltip="The line before", id="asked.up"),
]
"""From line to line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """One line: its name, what is asked, and how an answer may look."""

    name: str
    question: str
    hint: str


class AskedInLines(Step):
    """The lines, and under them what was understood."""

    LINES: ClassVar[tuple[AskedLine, ...]] = ()
    DEFAULT_CSS = """
    AskedInLines DraftInput { margin-bottom: 0; }
    AskedInLines #understood { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, the lines, what was understood."""
        yield Static(plain(self.say()), classes="say")
        for line in self.lines():
            yield Static(plain(line.question), classes="heading")
            is_suggestion = not self.recorder.draft(self._where(line.name)).text
            yield DraftInput(
                self._draft(line.name),
                where=self._where(line.name),
                id=line.name,
                placeholder=line.hint,
                is_suggestion=is_suggestion,
            )
        yield Static(id="understood", classes="quiet")

    def on_mount(self) -> None:
        """Say what stands."""
        self._draw()

    def lines(self) -> tuple[AskedLine, ...]:
        """What is asked, from the top."""
        return self.LINES

    def first_line(self) -> str:
        """Where the keyboard begins: the first line that is empty."""
        names = [line.name for line in self.lines()]
        return next((name for name in names if not self._value(name).strip()), names[0])

    def kept(self, name: str) -> str:
        """What is kept of a line, in words."""
        raise NotImplementedError

    def changes(self, typed: Mapping[str, str]) -> tuple[Change, ...] | None:
        """What the lines change; nothing at all while one of them cannot be read."""
        raise NotImplementedError

    def understood(self, typed: Mapping[str, str]) -> str:
        """What the lines mean so far, in words."""
        raise NotImplementedError

    def keyboard_goes_to(self) -> Widget:
        """The line where the keyboard was, or where it begins."""
        names = [line.name for line in self.lines()]
        field = self.start_place.field if self.start_place.field in names else self.first_line()
        return self.query_one(f"#{field}")

    @property
    def place(self) -> Place:
        """The line with the keyboard."""
        for line in self.lines():
            field = self.query_one(f"#{line.name}", DraftInput)
            if field.has_focus:
                return Place(step=self.STEP, field=line.name, cursor=field.cursor_position)
        return super().place

    def show(self) -> None:
        """Draw what now stands."""
        for line in self.lines():
            field, draft = self.query_one(f"#{line.name}", DraftInput), self._draft(line.name)
            if field.value != draft.text:
                field.put(draft.text, draft.cursor)
        self._draw()

    def finish(self) -> None:
        """Keep what stands in the lines."""
        self._keep()

    @on(DraftInput.Typed)
    def keep_draft(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed line, and say what it means so far."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place, event.edits)
        self._draw()

    @on(Input.Submitted)
    def next_line(self, event: Input.Submitted) -> None:
        """Keep what is there, and go on."""
        event.stop()
        self._keep()
        self.app.action_focus_next()

    @on(DescendantBlur)
    def keep_when_left(self) -> None:
        """Keep what is there when its line is left."""
        if self.query(DraftInput):
            self._keep()

    def _keep(self) -> None:
        if all(self._value(line.name) == self.kept(line.name) for line in self.lines()):
            return
        changes = self.changes(self._typed())
        if changes is None or (changes and not self.recorder.did(*changes)):
            return
        for line in self.lines():
            self.recorder.drafted(self._where(line.name), Draft(text="", cursor=0), self.place, 0)
        self.recorder.left()
        self.show()

    def _typed(self) -> Mapping[str, str]:
        return {line.name: self._value(line.name) for line in self.lines()}

    def _draw(self) -> None:
        self.query_one("#understood", Static).update(plain(self.understood(self._typed())))

    def _draft(self, name: str) -> Draft:
        draft = self.recorder.draft(self._where(name))
        return draft if draft.text else Draft(text=self.kept(name), cursor=len(self.kept(name)))

    def _where(self, name: str) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/{self.STEP}/{name}"

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", DraftInput).value
