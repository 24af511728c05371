"""Scores then and now as a picture: one area at a time, a line for each person, or all areas side by side."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.in_the_room import family_called, readers
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import short_names
from eymeeting.domain.scores_in_the_room import scores_in_the_room
from eymeeting.domain.scoring import area_keys
from screens.everywhere import FACE_KEY, HELP_KEYS
from screens.family_desk import FamilyView
from screens.plain import plain
from screens.then_and_now_words import days_of, notes_of, picture_lines
from screens.widgets.key_line import KeyLine
from screens.widgets.scores_overview import scores_overview
from screens.widgets.scores_picture import ScoresPicture
from screens.widgets.too_small import TooSmall

ALL_AREAS: Final = ""
_BESIDE: Final = 3
"""Cells: an edge on both sides, and the scroll bar."""

_AROUND: Final = 5
"""Lines for the title, the keys and what is said below."""

NOTHING: Final = "There are no scores to look at yet."


def _key(key: str, action: str, description: str, tooltip: str, *, show: bool = True) -> Binding:
    name = action.partition("(")[0]
    return Binding(
        key,
        action,
        description,
        show=show,
        priority=True,
        tooltip=tooltip,
        id=f"then_and_now.{name}.{key.partition(',')[0]}",
    )


class ThenAndNowScreen(Screen[None]):
    """Only what everyone in the room may see stands here; what is asked alone never does."""

    AUTO_FOCUS = "#page"
    HELP = """\
    How the numbers went from meeting to meeting: a mark for each person, their number beside it. Nobody is
    averaged, and where somebody gave no number the picture stays empty.
    **Left** and **right** go from area to area, an area's **digit** goes to it. **V** shows all areas.
    **Up** and **down** let one person's line stand out. **Esc** goes back.
    """
    DEFAULT_CSS = """
    ThenAndNowScreen {
        #whose { height: 1; padding: 0 1; text-style: bold; }
        #notes { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
        #page { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
        #picture { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        FACE_KEY,
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to where you were", id="back"),
        _key("escape,enter", "dismiss", "Back", "Back to where you were", show=False),
        _key("right", "turn(1)", "Next area", "The next area"),
        _key("left", "turn(-1)", "Area before", "The area before", show=False),
        _key("v", "turn_to('')", "All areas", "All areas side by side"),
        _key("down", "follow(1)", "One person", "Let the next person's line stand out"),
        _key("up", "follow(-1)", "Person before", "Let the line of the person before stand out", show=False),
        *(
            _key(digit, f"digit('{digit}')", f"Area {digit}", f"The area with the digit {digit}", show=False)
            for digit in "1234567890"
        ),
    ]

    def __init__(self, view: FamilyView, meeting: Meeting, area: str = ALL_AREAS) -> None:
        super().__init__()
        self._view = view
        self._meeting = meeting
        self._room = scores_in_the_room(view.family, meeting, view.pack)
        self._area = area if area in self._room.areas else ALL_AREAS
        self._here: int | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        """Whose scores, the picture, what has to be said about it, the keys."""
        yield Static(id="whose")
        with VerticalScroll(id="page"):
            yield Static(id="picture")
        yield Static(id="notes")
        yield KeyLine()
        yield TooSmall()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the room there is now."""
        self._draw(event.size)

    def action_turn(self, by: int) -> None:
        """Turn to another area; before the first and after the last stand all of them."""
        pages = (ALL_AREAS, *self._room.areas)
        self.action_turn_to(pages[(pages.index(self._area) + by) % len(pages)])

    def action_turn_to(self, area: str) -> None:
        """Turn to an area, or to all of them."""
        self._area, self._here = area, None
        self._draw()

    def action_digit(self, digit: str) -> None:
        """Turn to the area that has this digit in the grid."""
        area = next((area for area, key in area_keys(self._view.pack).items() if key == digit), None)
        if area in self._room.areas:
            self.action_turn_to(area or ALL_AREAS)
        elif area is not None:
            self._said = f"There is no number to show for {self._view.pack.area_name(area)} yet."
            self._draw()

    def action_follow(self, by: int) -> None:
        """Let one person's line stand out; after the last everybody's does again."""
        lines = self._room.history.of_area(self._area)
        if not lines:
            page = self.query_one("#page", VerticalScroll)
            page.scroll_relative(y=by, animate=False)
            return
        places: list[int | None] = [None, *range(len(lines))]
        self._here = places[(places.index(self._here) + by) % len(places)]
        self._draw()

    def _draw(self, size: Size | None = None) -> None:
        room = size or self.size
        width, height = room.width - _BESIDE, room.height - _AROUND
        drawn, notes = self._all(width) if self._area == ALL_AREAS else self._one(width, height)
        said, self._said = self._said, ""
        self.query_one("#picture", Static).update(Content("\n").join(drawn))
        self.query_one("#notes", Static).update(plain("\n".join(each for each in (said, *notes) if each)))
        self.query_one("#whose", Static).update(plain(self._title()))

    def _one(self, width: int, height: int) -> tuple[list[Content], list[str]]:
        history, view = self._room.history, self._view
        names = short_names(view.family)
        picture = ScoresPicture(
            picture_lines(history, self._area, names),
            days_of(history.meetings),
            view.pack.bands,
            hoped_for=history.hoped_for(self._area),
            here=self._here,
            width=width,
            height=height,
        )
        waiting = [names[each] for each in self._room.waiting_in(self._area)]
        return picture.drawn(), notes_of(history, picture.hidden, waiting)

    def _all(self, width: int) -> tuple[list[Content], list[str]]:
        history, view = self._room.history, self._view
        waiting = {person for _, person in self._room.waiting}
        names = short_names(view.family)
        drawn, hidden = scores_overview(history, view.pack, names, width)
        return drawn or [plain(NOTHING)], notes_of(history, hidden, [names[each] for each in sorted(waiting)])

    def _title(self) -> str:
        view, areas = self._view, self._room.areas
        whose = family_called(view.family, readers(view.family, self._meeting))
        if self._area == ALL_AREAS:
            return f"{whose} · Then and now · All areas"
        place = f"({areas.index(self._area) + 1} of {len(areas)})"
        return f"{whose} · Then and now · {view.pack.area_name(self._area)} {place}"
