"""A large scale of faces for one person, to be seen from across the table; a digit scores for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.faces import LARGE, face, words_for
from eymeeting.domain.pack import Band, Pack
from eymeeting.domain.people import Person
from screens.everywhere import FACE_KEY, HELP_KEYS
from screens.plain import plain
from screens.widgets.grid_picture import NOT_ASKED, PREFER_NOT_TO_SAY, GridArea
from screens.widgets.key_line import KeyLine
from screens.widgets.too_small import TooSmall

Said = int | str | None
"""A number, an answer without one as the grid names it, or nothing yet."""

_NARROWEST: Final = 15
_WIDEST: Final = 22
_CHOSEN: Final = "▲"


def _key(key: str, action: str, description: str, tooltip: str, *, show: bool = False) -> Binding:
    name = key.partition(",")[0]
    return Binding(key, action, description, show=show, tooltip=tooltip, id=f"picture_scale.{name}")


class PictureScale(Screen[None]):
    """Five faces with their words and numbers, for one area at a time, and one person alone."""

    AUTO_FOCUS = ""
    HELP = """\
    The scale in faces, for somebody who would rather see it. A **digit** scores for them, **0** is ten.
    **-** is “prefer not to say”, **space** “not asked”, **Backspace** takes the number away.
    **Enter** or **down** goes to the next area, **up** to the one before. **Esc** goes back to the grid.
    A click on a number or a face scores, too.
    """
    DEFAULT_CSS = """
    PictureScale {
        align: center middle;

        #asked { text-align: center; text-style: bold; height: auto; margin-bottom: 1; }
        #faces { width: auto; height: auto; }
        #said { text-align: center; height: 2; margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        FACE_KEY,
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to the grid", id="back"),
        _key("escape", "dismiss", "Back", "Back to the grid"),
        *(
            _key(str(number % 10), f"give({number})", f"Score {number}", f"Score {number} for them")
            for number in range(1, 11)
        ),
        _key("enter,down", "go(1)", "Next area", "The next area", show=True),
        _key("up", "go(-1)", "Area before", "The area before"),
        _key(
            "minus", f"give('{PREFER_NOT_TO_SAY}')", "Rather not say", "They would rather not say", show=True
        ),
        _key("space", f"give('{NOT_ASKED}')", "Not asked", "They were not asked", show=True),
        _key("backspace,delete", "take_away", "Take away", "Take the score away"),
    ]

    def __init__(
        self,
        pack: Pack,
        person: Person,
        name: str,
        areas: Sequence[GridArea],
        area: str,
        *,
        said: Callable[[str], tuple[Said, str]],
        give: Callable[[str, Said], None],
    ) -> None:
        """Ask one person, called ``name``.

        ``said`` tells what stands in an area, and the words for it; ``give`` keeps
        what they say.
        """
        super().__init__()
        self._pack, self._person, self._called = pack, person, name
        self._areas = areas
        self._at = next((place for place, each in enumerate(areas) if each.id == area), 0)
        self._said, self._give = said, give

    def compose(self) -> ComposeResult:
        """Who is asked what, the faces, what was said."""
        yield Static(id="asked")
        yield Static(id="faces")
        yield Static(id="said")
        yield KeyLine()
        yield TooSmall()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the room there is now."""
        self._draw(event.size.width)

    def on_click(self, event: events.Click) -> None:
        """Score the number under the mouse; a face's left half is its lower number, its right half the higher."""
        offset = event.get_content_offset(self.query_one("#faces"))
        bands = _bands(self._pack)
        if offset is None or not bands:
            return
        at, across = divmod(offset.x, self._cells(self.size.width))
        numbers = range(bands[at].low, bands[at].high + 1)
        self.action_give(numbers[across * len(numbers) // self._cells(self.size.width)])

    def action_give(self, value: int | str) -> None:
        """Keep what they say."""
        self._give(self._areas[self._at].id, value)
        self._draw()

    def action_take_away(self) -> None:
        """Take the score away."""
        if self._said(self._areas[self._at].id)[0] is not None:
            self._give(self._areas[self._at].id, None)
            self._draw()

    def action_go(self, by: int) -> None:
        """Go to another area, stopping at the ends."""
        self._at = max(0, min(self._at + by, len(self._areas) - 1))
        self._draw()

    @property
    def here(self) -> str:
        """The area that is asked about."""
        return self._areas[self._at].id

    def _draw(self, width: int | None = None) -> None:
        area, is_child = self._areas[self._at], self._person.kind == "child"
        value, words = self._said(area.id)
        name = area.child_name if is_child and area.child_name else area.name
        question = "" if is_child or not area.prompt else f"\n{area.prompt}"
        room = self._cells(width or self.size.width)
        self.query_one("#asked", Static).update(plain(f"{self._called} · {name}{question}"))
        self.query_one("#faces", Static).update(scale_of_faces(self._pack, self._person, value, room))
        self.query_one("#said", Static).update(plain(words))

    def _cells(self, width: int) -> int:
        """How many cells each face has."""
        return max(_NARROWEST, min(width // max(len(self._pack.bands), 1), _WIDEST))


def _bands(pack: Pack) -> list[Band]:
    return sorted(pack.bands, key=lambda band: band.low)


def scale_of_faces(pack: Pack, person: Person, value: Said, cells: int) -> Content:
    """The faces side by side, so many cells each, with words and numbers; the chosen one is marked below."""
    bands = _bands(pack)
    chosen = next((band for band in bands if isinstance(value, int) and band.low <= value <= band.high), None)
    words = [wrap(words_for(person, band), cells - 2) for band in bands]
    lines = [
        [(LARGE[face(pack, band)][row], "bold" if band is chosen else "") for band in bands]
        for row in range(len(LARGE[0]))
    ]
    lines += [
        [(told[row] if row < len(told) else "", "bold") for told in words]
        for row in range(max(map(len, words), default=0))
    ]
    lines.append([("", "") for _ in bands])
    lines.append([(_numbers(range(band.low, band.high + 1), value), "bold") for band in bands])
    lines.append([(_CHOSEN * 5 if band is chosen else "", "bold") for band in bands])
    return Content("\n").join(
        Content.assemble(*((text.center(cells), look) for text, look in line)) for line in lines
    )


def _numbers(numbers: range, value: Said) -> str:
    return "  ".join(f"[{each}]" if each == value else f" {each} " for each in numbers)
