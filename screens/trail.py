"""Who changed what: a family's trail, newest first, as far as whoever is at the keyboard may read it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from eymeeting.domain.family_rows import PlaceRow
from eymeeting.domain.problems import Problem
from eymeeting.domain.trail_marks import TrailMark
from eymeeting.domain.trail_told import trail_lines
from eymeeting.domain.trail_words import TrailLine, findable, fits, heading
from screens.everywhere import FACE_INSTEAD_KEY, HELP_KEYS
from screens.family_desk import FamilyView
from screens.plain import plain
from screens.surroundings import KeptFamilies
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall

THE_TRAIL: Final = PlaceRow(
    kind="trail", id="trail", name="Who changed what", told="newest first", group="What has changed"
)
"""The last line of a family's place."""

PAGE: Final = 200
"""Lines that are shown before more are asked for."""

LOOKED_THROUGH: Final = 5000
"""Lines that are looked through at a time for what was typed."""

NOTHING: Final = "Nothing has been changed yet."
NOTHING_FITS: Final = "Nothing fits what you typed."
MORE: Final = "There is more: Page down at the end shows it."
LOOK_ON: Final = "Page down looks further back."


class TrailScreen(Screen[None]):
    """When, who and which kind of thing; nobody's words stand here."""

    CSS_PATH = "trail.tcss"
    AUTO_FOCUS = "#typed"
    HELP = """\
    Who added, changed or took out what, who made a copy, and who was at the keyboard; newest first. It tells
    the kind of thing and never anybody's words. What you may not open is not listed.
    **Type** a name, a day or a word, such as *Grace score*, to see only the lines that fit.
    **Up**, **down** and the **Page** keys move; **Page down** at the end shows what is older. **Esc** goes back.
    Whether a line was changed or taken out afterwards is told by `eymeeting check`.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS[:1],
        FACE_INSTEAD_KEY,
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to the family", id="back"),
        Binding("down", "move(1)", "Down", show=False, priority=True, tooltip="A line down", id="trail.down"),
        Binding("up", "move(-1)", "Up", show=False, priority=True, tooltip="A line up", id="trail.up"),
        Binding(
            "pagedown",
            "older",
            "Older",
            priority=True,
            tooltip="A page down; at the end, show what is older",
            id="trail.older",
        ),
        Binding("pageup", "newer", "Newer", priority=True, tooltip="A page up", id="trail.newer"),
        Binding(
            "escape",
            "clear_or_leave",
            "Back",
            show=False,
            priority=True,
            tooltip="Empty the line; when it is empty, back to the family",
            id="trail.leave",
        ),
    ]

    def __init__(self, store: KeptFamilies, view: FamilyView) -> None:
        super().__init__()
        self._store = store
        self._view = view
        self._read: list[tuple[TrailLine, str]] = []
        self._wanted = PAGE
        self._looked_through = LOOKED_THROUGH
        self._problem = ""
        self._unread = self._lines()

    def compose(self) -> ComposeResult:
        """Whose trail it is, the line to type in, the lines, whether there is more, the keys."""
        yield Static(plain(f"{self._view.family.details.called} · Who changed what"), id="whose")
        yield Input(placeholder="Only lines with: a name, a day or a word", id="typed", compact=True)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="lines")
        yield Static(id="told")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the newest."""
        self._draw()

    @on(Input.Changed, "#typed")
    def only_what_fits(self, event: Input.Changed) -> None:
        """Show only the lines that fit, from the newest."""
        event.stop()
        self._wanted, self._looked_through = PAGE, LOOKED_THROUGH
        self._draw()
        self._page.scroll_home(animate=False)

    def action_move(self, by: int) -> None:
        """Move a line."""
        self._page.scroll_relative(y=by, animate=False)

    def action_newer(self) -> None:
        """Move a page up."""
        self._page.scroll_page_up(animate=False)

    def action_older(self) -> None:
        """Move a page down; at the end read on."""
        if self._page.scroll_y < self._page.max_scroll_y:
            self._page.scroll_page_down(animate=False)
            return
        self._wanted += PAGE
        self._looked_through += LOOKED_THROUGH
        self._draw()
        self.call_after_refresh(self._page.scroll_page_down, animate=False)

    def action_clear_or_leave(self) -> None:
        """Show every line again; when every line is shown, go back."""
        typed = self.query_one("#typed", Input)
        if typed.value:
            typed.value = ""
        else:
            self.dismiss()

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    def _lines(self) -> Iterator[TrailLine]:
        view = self._view
        yield from trail_lines(
            view.family,
            self._marks(),
            self._store.sittings(view.family.ref),
            keyboard=view.keyboard,
            today=view.today,
            pack=view.pack,
        )

    def _marks(self) -> Iterator[TrailMark]:
        before = None
        while page := self._store.trail(self._view.family.ref, before=before):
            yield from page
            before = page[-1].number

    def _at(self, place: int) -> tuple[TrailLine, str] | None:
        """The line at a place of the whole trail with what it is found by, read when it is not read yet."""
        if place >= len(self._read):
            try:
                self._read += ((line, findable(line)) for line in islice(self._unread, PAGE))
            except Problem as problem:
                self._problem = str(problem)
        return self._read[place] if place < len(self._read) else None

    def _fitting(self, typed: str) -> tuple[list[TrailLine], bool]:
        """The lines to show, and whether there may be more."""
        found: list[TrailLine] = []
        for place in range(self._looked_through):
            read = self._at(place)
            if read is None:
                return found, False
            line, findable_by = read
            if fits(findable_by, typed):
                if len(found) == self._wanted:
                    return found, True
                found.append(line)
        return found, self._at(self._looked_through) is not None

    def _draw(self) -> None:
        typed = self.query_one("#typed", Input).value.strip()
        found, is_more = self._fitting(typed)
        self.query_one("#lines", Static).update(Content("\n").join(_drawn(found)))
        self.query_one("#told", Static).update(plain(self._problem or _told(found, typed, is_more)))


def _told(found: list[TrailLine], typed: str, is_more: bool) -> str:
    if found:
        return MORE if is_more else ""
    nothing = NOTHING_FITS if typed else NOTHING
    return f"{nothing} {LOOK_ON}" if is_more else nothing


def _drawn(lines: list[TrailLine]) -> Iterator[Content]:
    for place, (above, group) in enumerate(groupby(lines, key=heading)):
        if place:
            yield plain("")
        yield plain(above).stylize("bold")
        for line in group:
            yield plain(f"  {line.at:%H:%M}  {line.words}")
