"""The pictures of easy read papers: what each one shows, and which parts of life it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Symbol = Literal[
    "arrow_up",
    "book",
    "calendar",
    "clock",
    "eye",
    "hand",
    "heart",
    "house",
    "pencil",
    "people",
    "purse",
    "speech",
    "star",
    "sun",
    "table",
    "telephone",
    "tick",
]

SHOWS: Final[Mapping[Symbol, str]] = {
    "arrow_up": "An arrow going up, for change",
    "book": "An open book, for school and learning",
    "calendar": "A calendar with a day marked, for a date",
    "clock": "A clock, for the time",
    "eye": "An eye, for who may see this",
    "hand": "A raised hand, for saying no or stop",
    "heart": "A heart, for how people feel",
    "house": "A house, for home",
    "pencil": "A pencil, for something to do",
    "people": "Two grown-ups and a child, for people",
    "purse": "A purse with a coin, for money",
    "speech": "A speech bubble, for what somebody said",
    "star": "A star, for what is good",
    "sun": "A sun, for a good day",
    "table": "People at a table, for a meeting",
    "telephone": "A telephone, for whom to call",
    "tick": "A tick, for what is done",
}
"""What is read out to whoever cannot see a picture."""

OF_AN_AREA: Final[Mapping[str, Symbol]] = {
    "money": "purse",
    "home": "house",
    "relationships": "people",
    "feelings": "heart",
    "health": "heart",
    "child_dev": "sun",
    "routines": "clock",
    "learning": "book",
    "support": "people",
    "work": "table",
}
"""The picture of a part of life by its id in the default pack. Others have that of their section."""

OF_A_SENTENCE: Final[Mapping[str, Symbol]] = {
    "sharing": "hand",
    "harm": "speech",
    "keeping": "book",
    "wrong": "pencil",
}
"""The picture beside the council's own sentences, by the list of the pack they stand in."""


@cache
def picture(symbol: Symbol) -> bytes:
    """A picture as it is put into a paper: PNG, 300 pixels square."""
    return files(__name__).joinpath(f"{symbol}.png").read_bytes()
