"""The opening of a review: what was agreed last time, for everybody; and on a key what the chair alone looks at."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.engagement import HEADING as IN_TOUCH
from eymeeting.domain.engagement import in_touch
from eymeeting.domain.facing import facing
from eymeeting.domain.for_the_chair import NOTHING, for_the_chair
from eymeeting.domain.meeting import Meeting
from screens.desk import MeetingView
from screens.everywhere import FACE_INSTEAD_KEY, FACE_KEY, HELP_KEYS
from screens.family_desk import FamilyView
from screens.plain import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall

FIRST_TIME: Final = "No earlier meeting can be told of here."
"""What stands in place of last time where there was none, or it was kept apart from somebody."""


class _CalmPage(Screen[None]):
    """A page to read, with the keys that show what does not fit."""

    AUTO_FOCUS = "#page"
    DEFAULT_CSS = """
    _CalmPage {
        align: center top;
        #whose { height: 3; padding: 1 2; text-style: bold; text-align: center; }
        #page { width: 100%; max-width: 84; height: 1fr; padding: 0 3; scrollbar-size-vertical: 1; }
        #words { height: auto; }
        #how { height: 1; padding: 0 2; text-align: center; color: $text-muted; }
    }
    """

    def compose(self) -> ComposeResult:
        """Whose page it is, the words, how to go on, the keys."""
        yield Static(plain(self.title or ""), id="whose")
        with VerticalScroll(id="page"):
            yield Static(self.words(), id="words")
        yield Static(id="how")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Say how to go on."""
        self.watch(self.query_one("#page"), "scroll_y", self._say_how, init=False)
        self.call_after_refresh(self._say_how)

    def on_resize(self) -> None:
        """Say whether there is more, in the room there is now."""
        self.call_after_refresh(self._say_how)

    def words(self) -> Content:
        """What stands on the page."""
        raise NotImplementedError

    @property
    def how(self) -> str:
        """What Enter does."""
        return "Enter goes back."

    def action_go_on(self) -> None:
        """Leave the page."""
        self.dismiss(None)

    def _say_how(self) -> None:
        page = self.query_one("#page", VerticalScroll)
        more = "▼ more: Down" if page.scroll_y < page.max_scroll_y else "▲ more: Up" if page.scroll_y else ""
        self.query_one("#how", Static).update(plain("   ".join(each for each in (more, self.how) if each)))


class LastTimeScreen(_CalmPage):
    """Everybody present may read this: what was agreed, who is new, and no score. ``begins``: the meeting does."""

    HELP = """\
    Everybody present may read this page: what was agreed last time, what is late, who is new. No score stands
    here, for it would steer what people say today. **Enter** goes on with the meeting; **Ctrl+E** shows the
    page again at any step. **C** is for the chair: turn the screen to yourself first.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        FACE_KEY,
        Binding(
            "enter",
            "go_on",
            "Go on",
            priority=True,
            tooltip="Begin, or go back to the meeting",
            id="last_time.go_on",
        ),
        Binding(
            "f10,ctrl+g",
            "dismiss",
            "Go on",
            show=False,
            priority=True,
            tooltip="Back to the meeting",
            id="back",
        ),
        Binding(
            "f13,ctrl+e",
            "dismiss",
            "Go on",
            show=False,
            priority=True,
            tooltip="Back to the meeting",
            id="meeting.last_time",
        ),
        Binding(
            "escape",
            "dismiss",
            "Go on",
            show=False,
            priority=True,
            tooltip="Back to the meeting",
            id="last_time.dismiss",
        ),
        Binding(
            "c",
            "for_the_chair",
            "For the chair",
            priority=True,
            tooltip="For the chair alone: what may show that the plan drifts, and what could help",
            id="last_time.for_the_chair",
        ),
    ]

    def __init__(self, view: MeetingView, *, begins: bool = False) -> None:
        super().__init__()
        self._view = view
        self._begins = begins
        self.title = f"{view.called} · Last time"

    def words(self) -> Content:
        """What was agreed, a part under another."""
        view = self._view
        parts = facing(view.family, view.meeting_id, view.pack, "last time", today=view.today)
        told = [_part(part.heading, part.lines) for part in parts]
        return Content("\n\n").join(told) if told else plain(FIRST_TIME)

    @property
    def how(self) -> str:
        """What Enter does."""
        return "Enter begins." if self._begins else "Enter goes back to the meeting."

    def action_for_the_chair(self) -> None:
        """Show what the chair alone looks at."""
        self.app.push_screen(ForTheChairScreen(self._view, at=self._view.meeting))


class ForTheChairScreen(_CalmPage):
    """Signs that a plan drifts, each with what could help. It is there when it is asked for, and nowhere else."""

    HELP = """\
    This page is for the chair: what may show that a plan drifts, by the council's limits, and what could help;
    between meetings also how the family and its services have kept in touch.
    It is no judgement of anybody. **Enter** or **Esc** goes back; **F7** turns the screen to the family.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        FACE_INSTEAD_KEY,
        Binding(
            "f11,ctrl+e",
            "go_on",
            "Back",
            show=False,
            priority=True,
            tooltip="Back to where you were",
            id="family.worth_a_look",
        ),
        Binding(
            "enter,escape",
            "go_on",
            "Back",
            priority=True,
            tooltip="Back to where you were",
            id="for_the_chair.dismiss",
        ),
        Binding(
            "f10,ctrl+g",
            "dismiss",
            "Back",
            show=False,
            priority=True,
            tooltip="Back to where you were",
            id="back",
        ),
    ]

    def __init__(self, view: FamilyView, *, at: Meeting | None = None) -> None:
        super().__init__()
        self._view = view
        self._at = at
        self.title = "For the chair"

    def words(self) -> Content:
        """Each sign, and under it what could help."""
        view = self._view
        notes = for_the_chair(
            view.family, reader=view.keyboard, today=view.today, pack=view.pack, at=self._at
        )
        parts = [_part(note.words, (note.helps,)) for note in notes] or [plain(NOTHING)]
        told = () if self._at else in_touch(view.family, view.pack, view.keyboard, today=view.today)
        return Content("\n\n").join([*parts, *([_part(IN_TOUCH, told)] if told else [])])

    def put_away(self) -> bool:
        """Nothing is typed here, so nothing has to be kept."""
        return True


def _part(heading: str, lines: tuple[str, ...]) -> Content:
    """A heading, and its lines under it."""
    return Content("\n").join((Content.assemble((heading, "bold")), *(plain(f"· {line}") for line in lines)))
