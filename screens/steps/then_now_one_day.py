"""Then, now and one day: three panes beside each other, one of them open, and what mattered in its order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, DescendantFocus, Resize
from textual.widgets import Static

from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import STORY, Line, Section
from eymeeting.domain.names import short_names
from eymeeting.domain.not_for import is_kept_from_anybody
from eymeeting.domain.sitting import Place
from eymeeting.domain.strengths import as_the_line, strength_of, turned_strength
from eymeeting.domain.their_story import panes, what_mattered
from eymeeting.domain.timeline import as_typed, with_when
from screens.plain import KEPT_FROM_SOMEBODY, plain
from screens.steps.lines import LinesStep
from screens.steps.panes_keys import PANES_KEYS
from screens.steps.step import TakesDown
from screens.widgets.line_editor import LineEditor

STAR: Final = "★"
HOW: Final = "“ @ 2019” says when · Ctrl+Space ★"
_BETWEEN: Final = "  →  "


class ThenNowOneDayStep(LinesStep):
    """Three steps of the meeting on one screen: Tab goes between them at any time, and the minutes go along."""

    SECTIONS = STORY
    HELP = """\
    Type what people say, in their words. **Enter** ends a line. **Tab** goes to the next pane and **Shift+Tab**
    back, in any order and at any time; so do **up** and **down** past the last line.
    **We moved here @ the summer Remi was born** says when something was: a year, a month, a season, “last
    March”, as people say it. **F7** shows the family what mattered, in its order.
    **Ctrl+Space** picks a line out as a strength: it is what the family is good at, in that person's words. Again
    takes it back. **Up** goes back to a line first, to put it right or to pick it out.
    **Ctrl+O** says whose words they are. **Ctrl+Y**, “please don't write that”, takes the line back at once.
    """
    BINDINGS: ClassVar[list[BindingType]] = PANES_KEYS
    SCOPED_CSS = False
    DEFAULT_CSS = """
    ThenNowOneDayStep { overflow-y: hidden; scrollbar-gutter: auto; }
    ThenNowOneDayStep #whose { height: 1; }
    ThenNowOneDayStep #panes { height: 1fr; layout: vertical; }
    ThenNowOneDayStep .pane { height: 3; border: round $panel; border-title-color: $text; }
    ThenNowOneDayStep .pane.-open { height: 1fr; border: heavy $primary; border-title-style: bold; }
    ThenNowOneDayStep .asked { height: auto; color: $text-muted; padding: 0 1; display: none; }
    ThenNowOneDayStep .-open .asked { display: block; }
    ThenNowOneDayStep .told { height: 1fr; scrollbar-size-vertical: 1; }
    ThenNowOneDayStep .pane LineEditor { display: none; }
    ThenNowOneDayStep .pane.-open LineEditor { display: block; }
    ThenNowOneDayStep #timeline { display: none; height: auto; max-height: 3; margin-top: 1; }
    .-roomy ThenNowOneDayStep #panes { layout: horizontal; }
    .-roomy ThenNowOneDayStep .pane { width: 1fr; height: 100%; }
    .-roomy ThenNowOneDayStep .pane.-open { width: 1.6fr; }
    .-roomy ThenNowOneDayStep #timeline.-told { display: block; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._section = next((each for each in self._sections if each == place.step), self._section)
        self._opened: Line | None = None

    def compose(self) -> ComposeResult:
        """Whose words are typed, the panes, and what mattered in its order."""
        titles = {step.id: step for step in self.view.kind.steps}
        yield Static(id="whose", classes="quiet")
        with Container(id="panes"):
            for section in self._sections:
                with Vertical(id=f"pane-{section}", classes="pane") as pane:
                    pane.border_title = plain(titles[section].title)
                    yield Static(plain(titles[section].say), classes="asked")
                    with VerticalScroll(classes="told", can_focus=False):
                        yield Static(id=f"lines-{section}", classes="lines")
                    yield LineEditor(id=section, placeholder="Type here")
        yield Static(id="timeline", classes="quiet")

    def sections(self) -> tuple[Section, ...]:
        """The parts that are steps of this meeting."""
        return panes(self.view.meeting, self.view.pack)

    @property
    def step(self) -> str:
        """The pane that is open."""
        return self._section

    def turn_to(self, step: str) -> bool:
        """Open another pane. Whether that step is one."""
        section = next((each for each in self._sections if each == step), None)
        if section is not None:
            self._open_pane(section)
        return section is not None

    def as_typed(self, line: Line) -> str:
        """A line with when it was."""
        return as_typed(line)

    def as_kept(self, line: Line, text: str) -> Line:
        """The line, and when it was where that is said."""
        return with_when(line, text)

    def go_beyond(self, step: int) -> None:
        """Go to the pane before or the next one; not round from the last to the first."""
        there = self._sections.index(self._section) + step
        if 0 <= there < len(self._sections):
            self._open_pane(self._sections[there])

    def entry_here(self) -> Entry | None:
        """The line that is open, else the last one of this pane."""
        return self._line_here()

    def finish(self) -> None:
        """What was typed is one thing to undo; a strength keeps the words of its line."""
        self._settle()

    def did(self, before: Entry | None, after: Entry | None) -> bool:
        """Tell of one change of a line; a strength goes along with it."""
        view = self.view
        is_kept = self.recorder.did(view.change(before, after), *as_the_line(view.family, before, after))
        self._opened = self._kept(self._current[self._section])
        return is_kept

    def action_turn(self, by: int) -> None:
        """Open the pane beside this one, round from the last to the first."""
        at = self._sections.index(self._section)
        self._open_pane(self._sections[(at + by) % len(self._sections)])

    def action_strength(self) -> None:
        """Pick out the line that is open, else the last one, as a strength; or take that back."""
        self._settle()
        line = self._line_here()
        if line is not None:
            self.recorder.did(turned_strength(self.view.family, line))
            self._opened = self._kept(self._current[self._section])

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Another pane was opened: the minutes so far are those of the one before."""
        if event.widget.id in self._sections and event.widget.id != self._section:
            self.post_message(self.Turned(self.step))

    @on(Resize)
    def draw_again(self) -> None:
        """A closed pane shows as much as there is room for."""
        self._draw()

    @on(Click)
    def open_pane_clicked(self, event: Click) -> None:
        """Open the pane that was clicked."""
        at = event.widget
        while at is not None and not (at.id or "").startswith("pane-"):
            at = at.parent if isinstance(at.parent, Container | Vertical | VerticalScroll) else None
        if at is not None:
            self.turn_to((at.id or "").removeprefix("pane-"))

    def _open_pane(self, section: Section) -> None:
        self._settle()
        pane = self.query_one(f"#pane-{section}")
        pane.add_class("-open")
        self.screen.set_focus(self._editor(section))
        self._opened = self._kept(self._current[section])

    def _open(self, section: Section, line: Line | None) -> None:
        self._settle()
        super()._open(section, line)
        self._opened = line

    def _settle(self) -> None:
        """Words that were put right are put right in their strength, too."""
        if not self.recorder.left():
            return
        before, self._opened = self._opened, None
        if before is None:
            return
        now = next((each for each in self.view.family.lines if each.id == before.id), None)
        changes = tuple(as_the_line(self.view.family, before, now))
        if now != before and changes:
            self.recorder.did(*changes)
        self._opened = now

    def _line_here(self) -> Line | None:
        lines = self._lines(self._section)
        return self._kept(self._current[self._section]) or (lines[-1] if lines else None)

    def _draw(self) -> None:
        names = short_names(self.view.family)
        self._draw_whose(names)
        is_roomy = self.screen.has_class("-roomy")
        for section in self._sections:
            is_open = section == self._section
            pane = self.query_one(f"#pane-{section}")
            pane.set_class(is_open, "-open")
            pane.border_subtitle = plain(HOW if is_open else "")
            before = self.view.open_before(each for each in self.view.family.lines if each.section == section)
            shown = [self._told(line, names) for line in before]
            shown += [told for line in self._lines(section) if (told := self._shown(line, section, names))]
            if not (is_open or is_roomy):
                shown = _in_one_row(shown)
            lines = self.query_one(f"#lines-{section}", Static)
            lines.update(Content("\n").join(shown))
            lines.styles.text_wrap = "wrap" if is_open or is_roomy else "nowrap"
            lines.styles.text_overflow = "fold" if is_open or is_roomy else "ellipsis"
            self.call_after_refresh(lines.parent.scroll_end, animate=False)  # type: ignore[union-attr]
        self._draw_timeline()

    def _draw_whose(self, names: Mapping[str, str]) -> None:
        speaker, line = self._current[self._section].by, self._kept(self._current[self._section])
        whose = names[speaker] if speaker else "nobody's in particular"
        is_strength = line is not None and strength_of(self.view.family, line) is not None
        sign = f"  {STAR}" if is_strength else ""
        self.query_one("#whose", Static).update(plain(f"Whose words: {whose}   (Ctrl+O){sign}"))

    def _draw_timeline(self) -> None:
        view = self.view
        lines = tuple(line for section in self._sections for line in self._lines(section))
        dated = what_mattered(view.family, lines, view.meeting.on)
        shown = self.query_one("#timeline", Static)
        shown.set_class(len(dated) > 1, "-told")
        shown.update(plain(f"In its order: {_BETWEEN.join(f'{line.dated} · {line.text}' for line in dated)}"))

    def _shown(self, line: Line, section: Section, names: Mapping[str, str]) -> Content | None:
        if line.id != self._current[section].id or section != self._section:
            return self._told(line, names)
        return None if line.id == self._lines(section)[-1].id else Content("› being put right below")

    def _told(self, line: Line, names: Mapping[str, str]) -> Content:
        sign = KEPT_FROM_SOMEBODY if is_kept_from_anybody(line) else ""
        who = f"  — {names[line.by]}" if line.by else ""
        star = STAR if strength_of(self.view.family, line) is not None else "•"
        when = Content.assemble((f"{line.dated} · ", "bold")) if line.dated else Content("")
        return Content.assemble(f"{star} ", when, plain(line.text), (f"{who}{sign}", "$text-muted"))


def _in_one_row(shown: list[Content]) -> list[Content]:
    """The last line, with how many there are; nothing where nothing is told."""
    if len(shown) < 2:
        return shown
    return [Content.assemble((f"{len(shown)} lines, the last  ", "$text-muted"), shown[-1])]


class ThenStep(ThenNowOneDayStep):
    """What people should know of before."""

    STEP = "past"


class NowStep(ThenNowOneDayStep):
    """How things are."""

    STEP = "present"


class OneDayStep(ThenNowOneDayStep):
    """What it will look like."""

    STEP = "future"
