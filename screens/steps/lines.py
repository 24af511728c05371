"""The family's story and Our Family Journey: lines of words, with whose words they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.contributions import takes_part
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import JOURNEY, Line, Section
from eymeeting.domain.names import names_in_picker, short_names
from eymeeting.domain.not_for import is_kept_from_anybody
from eymeeting.domain.sitting import Place
from eymeeting.domain.text import clean_text
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.desk import MeetingView
from screens.plain import KEPT_FROM_SOMEBODY, plain
from screens.steps.known_lines import known_before
from screens.steps.step import Step, TakesDown
from screens.widgets.line_editor import LineEditor

QUESTIONS: dict[Section, str] = {
    "past": "What should people know about before?",
    "present": "How are things now?",
    "future": "What would you like things to be like?",
    "good_at": "What is our family good at?",
    "change": "What do we want to change, improve or make stronger?",
    "life_when": "What will life be like when it has happened?",
}

WHOSE_WORDS: Final = Binding(
    "ctrl+o",
    "whose_words",
    "Whose words",
    show=False,
    priority=True,
    tooltip="Say whose words these are",
    id="meeting.whose_words",
)


class LinesStep(Step):
    """Three parts, each with its lines and a field for the next one."""

    SECTIONS: ClassVar[tuple[Section, ...]] = ()
    HELP = """\
    Type what people say, in their words. **Enter** ends a line. **Tab** goes to the next part.
    **Up** from the top of the field goes back to a line to put it right; emptying a line takes it away.
    **Ctrl+O** says whose words they are; that stays so in the next line and the next part.
    **Ctrl+Y**, “please don't write that”, takes the line back at once, also the last one that was ended.
    """
    BINDINGS: ClassVar[list[BindingType]] = [WHOSE_WORDS]
    DEFAULT_CSS = """
    LinesStep .lines { height: auto; padding: 0 1; }
    LinesStep .part { height: auto; margin-bottom: 1; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._sections = self.sections()
        self._current: dict[Section, Line] = {
            section: self._blank(section, None) for section in self._sections
        }
        self._section: Section = self._sections[0]

    def compose(self) -> ComposeResult:
        """What the chair may say, then the parts."""
        yield Static(plain(self.say()), classes="say")
        known = known_before(self.view, self.SECTIONS)
        if known:
            yield Static(plain(known), id="known", classes="quiet part")
        yield Static(id="whose", classes="quiet")
        for section in self._sections:
            yield Static(plain(self.question(section)), classes="heading")
            yield Static(id=f"lines-{section}", classes="lines")
            yield LineEditor(id=section, placeholder="Type here")

    def sections(self) -> tuple[Section, ...]:
        """The parts that are asked about at this meeting."""
        return self.SECTIONS

    def question(self, section: Section) -> str:
        """What is asked for a part."""
        return QUESTIONS[section]

    def on_mount(self) -> None:
        """Go to where the keyboard was."""
        name, _, line = self.start_place.field.partition(":")
        self._section = next((section for section in self._sections if section == name), self._section)
        found = next((each for each in self._lines(self._section) if each.id == line), None)
        if found is not None:
            self._current[self._section] = found
            self._editor().put(self.as_typed(found), self.start_place.cursor)
        self._draw()

    def keyboard_goes_to(self) -> Widget:
        """The field of the part where the keyboard was."""
        return self._editor()

    @property
    def place(self) -> Place:
        """The part, the line in it, and the cursor."""
        line = self._current[self._section]
        return Place(step=self.step, field=f"{self._section}:{line.id}", cursor=self._editor().cursor)

    def as_typed(self, line: Line) -> str:
        """A line as it stands in its field."""
        return line.text

    def as_kept(self, line: Line, text: str) -> Line:
        """The line with what stands in its field."""
        return replace(line, text=text)

    def show(self) -> None:
        """Draw what now stands; a line put back or taken away elsewhere shows in its field too."""
        for section, line in self._current.items():
            kept = self._kept(line)
            if kept is not None and kept != line:
                self._current[section] = kept
                if kept != self.as_kept(kept, clean_text(self._editor(section).text)):
                    self._editor(section).put(self.as_typed(kept))
            elif kept is None and self._editor(section).text:
                self._current[section] = self._blank(section, line.by)
                self._editor(section).put("")
        self._draw()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Another part is being typed in."""
        section = next((each for each in self._sections if each == event.widget.id), None)
        if section is not None and section != self._section:
            speaker, self._section = self._current[self._section].by, section
            self.recorder.left()
            here = self._current[section]
            if self._kept(here) is None and not self._editor().text:
                self._current[section] = replace(here, by=speaker)
            self._draw()

    @on(LineEditor.Typed)
    def keep_line(self, event: LineEditor.Typed) -> None:
        """Keep the line as it is typed."""
        event.stop()
        section = self._section_of(event.editor)
        line = self._current[section]
        before = self._kept(line)
        text = clean_text(event.text)
        typed = self.as_kept(line, text)
        self._current[section] = typed
        after = typed if text.strip() else None
        place = Place(step=self.step, field=f"{section}:{line.id}", cursor=event.editor.cursor)
        self.recorder.wrote(before, after, place, event.edits)

    @on(LineEditor.Ended)
    def next_line(self, event: LineEditor.Ended) -> None:
        """Be ready for the next line, with the same person's words."""
        event.stop()
        self._open(self._section_of(event.editor), None)

    @on(LineEditor.Wandered)
    def wander(self, event: LineEditor.Wandered) -> None:
        """Go to the line before or after; past the last one waits a new one."""
        event.stop()
        if not self.recorder.left():
            return
        section = self._section_of(event.editor)
        lines, current = self._lines(section), self._current[section]
        is_kept = self._kept(current) is not None
        here = sum((line.position, line.id) < (current.position, current.id) for line in lines)
        there = here + event.step if is_kept or event.step < 0 else here
        if 0 <= there < len(lines):
            self._open(section, lines[there])
        elif there >= len(lines) and is_kept:
            self._open(section, None)
        else:
            self.go_beyond(event.step)

    def go_beyond(self, step: int) -> None:
        """Go to the part before, with -1, or to the next one."""
        (self.app.action_focus_previous if step < 0 else self.app.action_focus_next)()

    def words_here(self) -> SpokenWords | None:
        """The line that is open, else the last one of this part."""
        kept = self._kept(self._current[self._section])
        lines = self._lines(self._section)
        return said_in(kept or (lines[-1] if lines else None))

    def action_whose_words(self) -> None:
        """Ask whose words are being typed."""
        self.ask("Whose words are these?", speakers(self.view), self._by)

    def _by(self, who: str) -> None:
        self.recorder.left()
        line = self._current[self._section]
        after = replace(line, by=who or None)
        self._current[self._section] = after
        kept = self._kept(line)
        if kept is not None:
            self.did(kept, replace(kept, by=who or None))
        self._draw()
        self.screen.set_focus(self._editor())

    def _open(self, section: Section, line: Line | None) -> None:
        if not self.recorder.left():
            return
        line = line or self._blank(section, self._current[section].by)
        self._current[section] = line
        self._editor(section).put(self.as_typed(line))
        self._draw()

    def _draw(self) -> None:
        speaker = self._current[self._section].by
        names = short_names(self.view.family)
        whose = names[speaker] if speaker else "nobody's in particular"
        self.query_one("#whose", Static).update(plain(f"Whose words: {whose}   (Ctrl+O)"))
        for section in self._sections:
            before = self.view.open_before(each for each in self.view.family.lines if each.section == section)
            shown: list[Content | None] = [Content.assemble("· ", *_said(line, names)) for line in before]
            shown += [self._shown(line, section, names) for line in self._lines(section)]
            drawn = Content("\n").join(line for line in shown if line is not None)
            lines = self.query_one(f"#lines-{section}", Static)
            lines.update(drawn)
            lines.display = bool(drawn.plain)

    def _shown(self, line: Line, section: Section, names: Mapping[str, str]) -> Content | None:
        lines = self._lines(section)
        if line.id == self._current[section].id:
            return None if line.id == lines[-1].id else Content("› being put right below")
        return Content.assemble("• ", *_said(line, names))

    def _kept(self, line: Line) -> Line | None:
        """The line as it stands on the screen; what is not for somebody who is here does not."""
        return next(
            (each for each in self.view.open_here(self.view.family.lines) if each.id == line.id), None
        )

    def _lines(self, section: Section) -> tuple[Line, ...]:
        view = self.view
        return view.open_here(view.family.lines_of(view.meeting_id, section))

    def _blank(self, section: Section, by: str | None) -> Line:
        position = self.view.family.next_position(Line)
        return Line(
            id=new_id(), position=position, meeting=self.view.meeting_id, section=section, text="", by=by
        )

    def _editor(self, section: Section | None = None) -> LineEditor:
        return self.query_one(f"#{section or self._section}", LineEditor)

    def _section_of(self, editor: LineEditor) -> Section:
        return next(section for section in self._sections if section == editor.id)


def _said(line: Line, names: Mapping[str, str]) -> tuple[Content, tuple[str, str]]:
    sign = KEPT_FROM_SOMEBODY if is_kept_from_anybody(line) else ""
    return plain(line.text), (f"{f'  — {names[line.by]}' if line.by else ''}{sign}", "$text-muted")


class JourneyStep(LinesStep):
    """Our Family Journey, three questions."""

    STEP = "journey"
    SECTIONS = JOURNEY


def speakers(view: MeetingView) -> tuple[tuple[str, str, str], ...]:
    """Whose words something can be: the family, then the workers, those in the room before the others."""
    family: Family = view.room
    people = sorted(
        (person for person in family.people if person.kind != "unborn"),
        key=lambda person: not takes_part(family, view.meeting_id, person.id),
    )
    names = names_in_picker((*people, *family.workers))
    workers = sorted(family.workers, key=lambda each: not takes_part(family, view.meeting_id, each.id))
    return (
        *((person.id, names[person.id], "") for person in people),
        *((worker.id, names[worker.id], "") for worker in workers),
        ("", "Nobody's in particular", ""),
    )
