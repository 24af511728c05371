"""Scores from meeting to meeting as a picture: ten rows, and at each meeting a place for every person."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from textual.content import Content

from eymeeting.domain.pack import Band
from eymeeting.domain.score_history import Value
from screens.plain import plain
from screens.widgets.spacing import cut, fitted

SHAPES: Final = "●○■□▲△◆◇"
"""A mark for each person, told apart without colour; after these come capital letters."""

HOPED: Final = "»"
GAP_WORDS: Final = "empty: no score"
_ANSWERS: Final[Mapping[str, str]] = {"prefer_not_to_say": "–", "not_asked": "/"}
_ANSWER_WORDS: Final[Mapping[str, str]] = {
    "prefer_not_to_say": "–: would rather not say",
    "not_asked": "/: not asked",
}
_POINT: Final = 3
"""Cells: a person's mark and a ten."""

_NARROWEST: Final = 8
"""Cells of a meeting: its day and month, and two spaces."""

_WIDER: Final = 10
"""Cells by which meetings stand further apart where there is room."""

_ROWS: Final = 10
_BELOW: Final = 6
"""Lines below the scale beside those for people: answers, days, what the signs mean."""

_SCALE: Final = 4
_WORTH_MORE: Final = 3
"""So many meetings are shown before any room goes to the band's full words."""

_QUIET: Final = "$text-muted"
_HERE: Final = "bold"


@dataclass(frozen=True)
class PictureLine:
    """One person: their mark, what they are called, what they said at each meeting, and the same in words."""

    mark: str
    name: str
    values: tuple[Value, ...]
    words: str


@dataclass(frozen=True)
class PictureDay:
    """Under a meeting: its day, and what tells it apart from its neighbours."""

    day: str
    below: str = ""


def shape(place: int) -> str:
    """The mark of a person by their place, counted from nought."""
    return SHAPES[place] if place < len(SHAPES) else chr(ord("A") + (place - len(SHAPES)) % 26)


class ScoresPicture:
    """The lines of the picture for one area and one width. ``here`` is the person whose line stands out."""

    def __init__(
        self,
        lines: Sequence[PictureLine],
        days: Sequence[PictureDay],
        bands: Sequence[Band],
        *,
        hoped_for: int | None = None,
        here: int | None = None,
        width: int = 80,
        height: int = 24,
    ) -> None:
        self._lines = lines
        self._hoped_for = hoped_for
        self._here = here
        self._column = max(_POINT * len(lines) + 1, _NARROWEST)
        self._hope = _NARROWEST if hoped_for is not None else 0
        room = width - _SCALE - self._hope
        self._bands = _band_words(bands, room - min(len(days), _WORTH_MORE) * self._column)
        self._left = max(map(len, self._bands.values()), default=0) + 1 + _SCALE
        fits = max((width - self._left - self._hope) // self._column, 1)
        self.hidden = max(len(days) - fits, 0)
        """How many of the earlier meetings there is no room for."""
        self._days = days[self.hidden :]
        self._tall = 2 if height >= 2 * _ROWS + len(lines) + _BELOW else 1
        free = (width - self._left - self._hope) // len(self._days) - self._column
        self._column += max(min(free, _WIDER), 0)
        self._shown = [line.values[self.hidden :] for line in lines]
        self._width = self._left + len(self._days) * self._column + self._hope

    def drawn(self) -> list[Content]:
        """The picture from the top: the scale, the days, and what each mark means."""
        cells: list[list[tuple[str, str]]] = [
            [(" ", "")] * self._width for _ in range(_ROWS * self._tall + 1)
        ]
        for row in range(_ROWS * self._tall):
            self._put(cells[row], 0, self._scale(row), _QUIET)
        owners: dict[tuple[int, int], int] = {}
        for place, values in enumerate(self._shown):
            for meeting, value in enumerate(values):
                if value is not None:
                    self._put_point(cells, owners, place, meeting, value)
        self._connect(cells, owners)
        if self._hoped_for is not None:
            at = self._width - self._hope + 2
            self._put(cells[self._row(self._hoped_for)], at, f"{HOPED}{self._hoped_for}", _HERE)
        answered = any(isinstance(value, str) for values in self._shown for value in values)
        rows = [_row(each) for each in cells[: None if answered else -1]]
        return [*rows, *self._axis(), *self._legend()]

    def _row(self, number: int) -> int:
        return (_ROWS - number) * self._tall

    def _scale(self, row: int) -> str:
        number = _ROWS - row // self._tall
        room = self._left - _SCALE - 1
        if row % self._tall:
            return f"{'':>{room}}    │"
        return f"{self._bands.get(number, ''):>{room}} {number:>2} ┤"

    def _put_point(
        self,
        cells: list[list[tuple[str, str]]],
        owners: dict[tuple[int, int], int],
        place: int,
        meeting: int,
        value: int | str,
    ) -> None:
        look = _HERE if self._here in (None, place) else ""
        said = str(value) if isinstance(value, int) else _ANSWERS[value]
        row = self._row(value) if isinstance(value, int) else -1
        x, words = self._x(place, meeting), f"{self._lines[place].mark}{said}"
        self._put(cells[row], x, words, look)
        for at in range(x, x + len(words)):
            owners[at, row] = place

    def _connect(self, cells: list[list[tuple[str, str]]], owners: Mapping[tuple[int, int], int]) -> None:
        """Thin dots from number to number of one person; none across a gap, and none beside somebody else's."""
        for place, values in enumerate(self._shown):
            if self._here is None or place == self._here:
                for meeting, (before, after) in enumerate(pairwise(values)):
                    if isinstance(before, int) and isinstance(after, int):
                        start, end = self._x(place, meeting) + _POINT, self._x(place, meeting + 1) - 1
                        for x, row in _between(start, self._row(before), end, self._row(after)):
                            if all(owners.get((x + side, row), place) == place for side in (-1, 0, 1)):
                                cells[row][x] = ("·", _QUIET)

    def _axis(self) -> Iterator[Content]:
        line = " " * (self._left - 1) + "└" + "─" * (self._width - self._left)
        yield Content.assemble((line, _QUIET))
        names = [day.day for day in self._days] + (["hoped"] if self._hope else [])
        yield plain(self._under(names))
        if any(day.below for day in self._days):
            yield Content.assemble((self._under([day.below for day in self._days]), _QUIET))

    def _under(self, words: Sequence[str]) -> str:
        return " " * (self._left + 1) + "".join(
            cut(each, self._column - 1).ljust(self._column) for each in words
        )

    def _legend(self) -> Iterator[Content]:
        widest = max((len(line.name) for line in self._lines), default=0) + 2
        for place, line in enumerate(self._lines):
            look = _HERE if self._here == place else ""
            yield Content.assemble(
                (f"{line.mark} ", look),
                (fitted(line.name, min(widest, 22), gap=2).plain, look),
                line.words,
            )
        told = {value for values in self._shown for value in values}
        signs = [GAP_WORDS] if None in told else []
        signs += [words for answer, words in _ANSWER_WORDS.items() if answer in told]
        if self._hoped_for is not None:
            signs.append(f"{HOPED}: hoped for")
        if signs:
            yield Content.assemble((" · ".join(signs), _QUIET))

    def _x(self, place: int, meeting: int) -> int:
        return self._left + 1 + meeting * self._column + _POINT * place

    @staticmethod
    def _put(row: list[tuple[str, str]], x: int, words: str, look: str) -> None:
        row[x : x + len(words)] = [(letter, look) for letter in words]


def _between(left: int, top: int, right: int, bottom: int) -> Iterator[tuple[int, int]]:
    """The cells of a thin line, its ends left free; a level one has a dot in every other cell."""
    steps = right - left
    for step in range(0, steps + 1, 2 if top == bottom else 1):
        share = (step + 1) / (steps + 2)
        row = round(top + (bottom - top) * share)
        yield left + step, row


def _band_words(bands: Sequence[Band], room: int) -> dict[int, str]:
    """By number, the words beside it: the band's own over its two rows, or where room is short the short ones."""
    for cells in range(16, room):
        wrapped = {band.high: textwrap.wrap(band.adult, cells) for band in bands}
        if all(len(wrapped[band.high]) <= band.high - band.low + 1 for band in bands):
            return {high - row: words for high, lines in wrapped.items() for row, words in enumerate(lines)}
    return {band.high: band.child for band in bands}


def _row(cells: Sequence[tuple[str, str]]) -> Content:
    """Neighbours of one look together; bold and quiet show without colour too."""
    parts: list[tuple[str, str]] = []
    for letter, look in cells:
        if parts and parts[-1][1] == look:
            parts[-1] = (parts[-1][0] + letter, look)
        else:
            parts.append((letter, look))
    return Content.assemble(*parts).rstrip()
