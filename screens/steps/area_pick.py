"""Which areas are scored: the family picks first, and scores only those."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.pack import Pack
from eymeeting.domain.scoring import area_keys, picked_areas
from screens.everywhere import HELP_KEYS
from screens.widgets.keyed_rows import KeyedRow, KeyedRows
from screens.widgets.too_small import TooSmall


class AreaPick(ModalScreen[tuple[tuple[str, ...] | None] | None]):
    """Gives back what was picked: the areas' ids, or nothing for all of them. Left: no answer at all.

    Areas with a score stay whatever is picked.
    """

    DEFAULT_CSS = """
    AreaPick {
        align: center middle;

        #box {
            width: 64; max-width: 95%; height: auto; max-height: 90%;
            border: round $primary; padding: 0 1; background: $surface;
        }
        #question { text-style: bold; margin-bottom: 1; }
        #rows { max-height: 14; }
        #how { color: $text-muted; margin-top: 1; }
    }
    """
    HELP = """\
    Which areas to score today. A **letter** or **space** ticks one, or takes the tick away.
    **Enter** scores those with a tick.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter",
            "keep",
            "Score these",
            priority=True,
            tooltip="Score the areas with a tick",
            id="area_pick.keep",
        ),
        Binding(
            "plus",
            "pick_all",
            "All",
            key_display="+",
            tooltip="Tick all the areas scored as a rule",
            id="area_pick.pick_all",
        ),
        Binding(
            "minus",
            "pick_none",
            "None",
            key_display="-",
            tooltip="Take all the ticks away",
            id="area_pick.pick_none",
        ),
        Binding("f10,ctrl+g", "leave", "Leave it", priority=True, tooltip="Leave it as it was", id="back"),
        Binding("escape", "leave", "Leave it", priority=True, tooltip="Leave it as it was", id="back.escape"),
    ]

    def __init__(self, pack: Pack, picked: Collection[str] | None, scored: Collection[str]) -> None:
        super().__init__()
        self._pack = pack
        self._ticked = set(picked or ())
        self._scored = frozenset(scored)

    def compose(self) -> ComposeResult:
        """The question, the areas, the keys."""
        with Vertical(id="box"):
            yield Static("Which shall we score? With none ticked, all of them.", id="question")
            yield KeyedRows(self._rows(), id="rows")
            yield Static(
                "Its key ticks one. + ticks all, - none. Enter scores these. Esc leaves it.", id="how"
            )
        yield TooSmall()

    @on(KeyedRows.Chosen)
    def tick(self, event: KeyedRows.Chosen) -> None:
        """Tick an area, or take its tick away."""
        event.stop()
        self._ticked ^= {event.id}
        self._draw()

    def action_pick_all(self) -> None:
        """Tick every area that is scored as a rule."""
        self._ticked |= {area.id for area in self._pack.joint_areas()}
        self._draw()

    def action_pick_none(self) -> None:
        """Take all the ticks away."""
        self._ticked.clear()
        self._draw()

    def action_keep(self) -> None:
        """Give back the pick."""
        picked = self._ticked | self._scored if self._ticked else ()
        self.dismiss((picked_areas(self._pack, picked),))

    def action_leave(self) -> None:
        """Give back nothing."""
        self.dismiss(None)

    def _draw(self) -> None:
        self.query_one(KeyedRows).show(self._rows())

    def _rows(self) -> list[KeyedRow]:
        keys = area_keys(self._pack)
        return [
            KeyedRow(
                area.id,
                keys[area.id],
                "✓" if area.id in self._ticked or area.id in self._scored else "·",
                area.name,
                "scored, stays" if area.id in self._scored else "",
            )
            for area in self._pack.areas
            if not area.ask_alone
        ]
