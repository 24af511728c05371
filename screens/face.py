"""The screen turned to the family: large, calm text that everyone present may see."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.facing import FacingPart, facing, has_own_page
from screens.desk import MeetingView
from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall

PAGES: Final = (("", ""), ("plan so far", "The plan so far"), ("read back", "Does this sound right?"))
"""The step itself, then what is turned to the family at any step."""


class FaceScreen(Screen[None]):
    """Nothing restricted stands here: the words come from one rule, and none of the keys shows anything else."""

    CSS_PATH = "face.tcss"
    AUTO_FOCUS = "#page"
    HELP = """\
    Everybody present may see this screen: nothing that is for some alone stands on it.
    **Down** and **up** show what does not fit. **Right** and **left** turn to the plan so far and to the
    read-back. **F7** turns back to the meeting.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "f7,ctrl+f",
            "dismiss",
            "Turn back",
            priority=True,
            tooltip="Back to the meeting",
            id="meeting.face",
        ),
        Binding(
            "f10,ctrl+g", "dismiss", "Turn back", priority=True, tooltip="Back to the meeting", id="back"
        ),
        Binding(
            "enter,escape",
            "dismiss",
            "Turn back",
            priority=True,
            tooltip="Back to the meeting",
            id="face.dismiss",
        ),
        Binding(
            "f3,ctrl+b",
            "turn(-1)",
            "Page before",
            priority=True,
            tooltip="The page before",
            id="meeting.step_before",
        ),
        Binding(
            "left", "turn(-1)", "Page before", priority=True, tooltip="The page before", id="face.turn_before"
        ),
        Binding(
            "f4,ctrl+t",
            "turn(1)",
            "Next page",
            priority=True,
            tooltip="The next page",
            id="meeting.next_step",
        ),
        Binding(
            "right,space",
            "turn(1)",
            "Next page",
            priority=True,
            tooltip="The next page",
            id="face.turn_after",
        ),
    ]

    def __init__(self, view: MeetingView, step: str) -> None:
        super().__init__()
        self._view = view
        self._step = step
        self._at = 0

    def compose(self) -> ComposeResult:
        """One page, and the keys."""
        yield Static(id="whose")
        with VerticalScroll(id="page"):
            yield Static(id="words")
        yield Static(id="more")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the step."""
        self._draw()
        self.watch(self.query_one("#page"), "scroll_y", self._say_more, init=False)

    def on_resize(self) -> None:
        """Say whether there is more, in the room there is now."""
        self.call_after_refresh(self._say_more)

    def action_turn(self, by: int) -> None:
        """Turn to another page; what does not fit on this one comes first."""
        page = self.query_one("#page", VerticalScroll)
        if by > 0 and page.scroll_y < page.max_scroll_y:
            page.scroll_page_down(animate=False)
            return
        self._at = (self._at + by) % len(self._pages)
        self._draw()

    @property
    def _pages(self) -> tuple[tuple[str, str], ...]:
        """The step's own page first; where it has none, the read-back."""
        return PAGES if has_own_page(self._step) else PAGES[:0:-1]

    def _draw(self) -> None:
        view, (page, name) = self._view, self._pages[self._at]
        whose = view.called
        titles = {step.id: step.title for step in view.kind.steps}
        title = name or titles.get(self._step, "Now")
        number = f"({self._at + 1} of {len(self._pages)})"
        self.query_one("#whose", Static).update(plain(f"{whose} · {title} {number}"))
        parts = facing(view.family, view.meeting_id, view.pack, page or self._step, today=view.today)
        self.query_one("#words", Static).update(_large(parts))
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.call_after_refresh(self._say_more)

    def _say_more(self) -> None:
        """Say which keys show what does not fit."""
        page = self.query_one("#page", VerticalScroll)
        above, below = page.scroll_y > 0, page.scroll_y < page.max_scroll_y
        words = ("▲ more: Up" if above else "", "▼ more: Down" if below else "")
        self.query_one("#more", Static).update(plain("   ".join(each for each in words if each)))


def _large(parts: tuple[FacingPart, ...]) -> Content:
    if not parts:
        return plain("Nothing is written here yet.")
    told: list[Content] = []
    for part in parts:
        told.append(Content.assemble((part.heading, "bold underline")))
        told += [plain(line) for line in part.lines]
    return Content("\n\n").join(told)
