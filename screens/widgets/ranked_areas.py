"""The areas of family life in the order of how hard they are, a letter each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from screens.widgets.lettered_list import LetteredList


class RankedAreas(LetteredList):
    """A lettered list that tells where the highlight is, and in which Enter goes on to writing."""

    HELP = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "choose",
            "Choose",
            show=False,
            tooltip="Choose this area, or let it go",
            id="ranked_areas.choose",
        ),
        Binding(
            "enter,full_stop",
            "other",
            "Write",
            show=False,
            tooltip="Choose this area, and write what life will be like",
            id="ranked_areas.other",
        ),
    ]

    keeps_k = False
    """Whether K does something else just now: the row beside it is then chosen with space."""

    @dataclass
    class Moved(Message):
        """Another area is highlighted."""

        areas: RankedAreas

        @property
        def control(self) -> RankedAreas:
            """The list."""
            return self.areas

    def _is_letter(self, key: str) -> bool:
        return super()._is_letter(key) and not (self.keeps_k and key.casefold() == "k")

    def highlight_moved(self) -> None:
        """Tell of it."""
        self.post_message(self.Moved(self))
