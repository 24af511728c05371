"""What is said at the end of the work: fields of the family's own words, kept as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.closing import blank_closure, closure_of, says_nothing
from eymeeting.domain.meeting import Closure, Meeting
from eymeeting.domain.sitting import Place
from eymeeting.domain.text import clean_text
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.plain import plain
from screens.steps.step import Step, TakesDown
from screens.widgets.line_editor import LineEditor


class EndingWordsStep(Step):
    """Questions, each with a field. ``QUESTIONS`` names the fields of the ending, or of the meeting, they fill."""

    QUESTIONS: ClassVar[Mapping[str, str]] = {}
    OF_THE_MEETING: ClassVar[bool] = False
    """Whether the words stand in the meeting itself; else they stand in its ending."""
    DEFAULT_CSS = """
    EndingWordsStep .part { height: auto; margin-top: 1; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._blank = blank_closure(self.view.family, self.view.meeting_id)
        self._said = self.kept or self._blank

    def compose(self) -> ComposeResult:
        """What the chair may say, what stands above the questions, and the questions."""
        yield Static(plain(self.say()), classes="say")
        yield from self.above()
        for name, question in self.QUESTIONS.items():
            yield Static(plain(question), classes="heading")
            yield from self.beside(name)
            yield LineEditor(id=name, placeholder="Type here")

    def above(self) -> ComposeResult:
        """What stands above the questions."""
        yield from ()

    def beside(self, name: str) -> ComposeResult:  # noqa: ARG002
        """What stands between a question and its field."""
        yield from ()

    def on_mount(self) -> None:
        """Draw what was said, with the cursor where it was."""
        for name in self.QUESTIONS:
            is_here = self.start_place.field.partition(":")[0] == name
            self.editor(name).put(self.words(name), self.start_place.cursor if is_here else None)
        self.draw()

    def keyboard_goes_to(self) -> Widget:
        """The field where the keyboard was, or the first."""
        return self.editor(self.field_at_start or next(iter(self.QUESTIONS)))

    @property
    def field_at_start(self) -> str:
        """The field where the keyboard was, if it was in one."""
        name = self.start_place.field.partition(":")[0]
        return name if name in self.QUESTIONS else ""

    @property
    def place(self) -> Place:
        """The field with the keyboard."""
        focused = self.screen.focused
        if isinstance(focused, LineEditor) and focused.id in self.QUESTIONS:
            return self.place_in(focused)
        return super().place

    def place_in(self, editor: LineEditor) -> Place:
        """A field and the cursor in it."""
        return Place(step=self.STEP, field=editor.id or "", cursor=editor.cursor)

    def show(self) -> None:
        """Draw what now stands; words put back elsewhere show in their fields too."""
        self._said = self.kept or self._blank
        for name in self.QUESTIONS:
            editor = self.editor(name)
            if self.words(name) != clean_text(editor.text):
                editor.put(self.words(name))
        self.draw()

    def draw(self) -> None:
        """Draw what stands beside the fields."""

    def finish(self) -> None:
        """What was written is one thing to undo."""
        self.recorder.left()

    def words_here(self) -> SpokenWords | None:
        """The words in the field with the keyboard; beside the fields, those of the last that has any."""
        here = self.place.field.partition(":")[0]
        names = (here,) if here in self.QUESTIONS else tuple(self.QUESTIONS)[::-1]
        found = (self.said(name) for name in names)
        return next((said for said in found if said is not None), None)

    def said(self, name: str) -> SpokenWords | None:
        """The words in a field, where there are any."""
        return said_in(self.kept, name)

    def editor(self, name: str) -> LineEditor:
        """The field of a question."""
        return self.query_one(f"#{name}", LineEditor)

    def words(self, name: str) -> str:
        """What stands in a field."""
        return getattr(self._said, name) or ""

    def value(self, name: str, words: str) -> Any:  # noqa: ARG002
        """What is kept of words typed in a field."""
        return words if words.strip() else None

    @property
    def closure(self) -> Closure:
        """The ending as it stands, or an empty one."""
        return closure_of(self.view.family, self.view.meeting_id) or self._blank

    @on(LineEditor.Typed)
    def keep_words(self, event: LineEditor.Typed) -> None:
        """Keep the words as they are typed."""
        event.stop()
        name, words = event.editor.id or "", clean_text(event.text)
        self._said = said = replace(self._said, **{name: self.value(name, words)})
        after = None if isinstance(said, Closure) and says_nothing(said) else said
        self.recorder.wrote(self.kept, after, self.place_in(event.editor), event.edits)

    @on(LineEditor.Ended)
    @on(LineEditor.Wandered)
    def next_field(self, event: LineEditor.Ended | LineEditor.Wandered) -> None:
        """Go on to the next field, or back to the one before."""
        event.stop()
        backwards = isinstance(event, LineEditor.Wandered) and event.step < 0
        (self.app.action_focus_previous if backwards else self.app.action_focus_next)()

    @on(DescendantBlur)
    def leave_field(self, event: DescendantBlur) -> None:
        """A field was left: what was typed there is one thing to undo."""
        if isinstance(event.widget, LineEditor):
            self.recorder.left()

    @property
    def kept(self) -> Meeting | Closure | None:
        """The entry that holds the words, as it stands."""
        view = self.view
        return view.meeting if self.OF_THE_MEETING else closure_of(view.family, view.meeting_id)


class HelpedStep(EndingWordsStep):
    """What made the difference, and what got in the way."""

    STEP = "helped"
    OF_THE_MEETING = True
    HELP = """\
    Type what people say, in their words. **Enter** or **Tab** goes to the other question.
    Nobody has to answer.
    """
    QUESTIONS: ClassVar[Mapping[str, str]] = {
        "what_helped": "What made the difference?",
        "got_in_the_way": "What got in the way?",
    }
