"""Where a family is on the scale: one picture and, of the same numbers, the table under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from exports.chart import add_chart
from exports.chart_layout import pictures
from exports.fixed_words import FixedWords
from exports.house_style import Page
from exports.look import STANDARD
from exports.plan_actions import BLANK
from exports.tables import SHORT, Column, Table
from eymeeting.domain.copies import FamilyCopy
from eymeeting.domain.in_words import NOT_ASKED
from eymeeting.domain.scale_chart import START_AND_END, THEN_AND_NOW

_MOST_LARGE_PICTURES: Final = 3
"""Of more pictures than this in large print only the numbers under them are left."""

NOBODY_SAID: Final = frozenset(
    {"", "not asked", "not yet", "not yet asked", "not said", "none", "-", "–", "—"}
)
"""What a score column may hold in every row and still hold nothing."""


def scale(page: Page, copy: FamilyCopy, *, opens_a_side: bool = True) -> None:
    """What the numbers mean, the picture, and the table; nothing where there is no score to show.

    It opens the second side. Where it takes several pictures, or words come before it that may have begun
    that side, they come where there is room.
    """
    if not copy.scores:
        return
    needed = pictures_needed(page, copy)
    page.heading(
        page.words("Where we are on the scale"),
        new_page=opens_a_side and needed <= 1 and page.look == STANDARD,
    )
    if copy.scale:
        page.say(copy.scale, keep_next=True)
    if copy.chart is not None and needed:
        drawn = replace(copy.chart, title=page.words.known(copy.chart.title))
        add_chart(page, drawn, points=page.look.body, keep_next=needed == 1 and page.look.columns > 1)
    page.table(_table(copy, page.words))


def pictures_needed(page: Page, copy: FamilyCopy) -> int:
    """How many pictures the scale takes: one for most families, none where there is nothing to compare.

    None, too, where letters as large as the rest would need a whole row of pictures: the numbers
    stand below in any case.
    """
    if copy.chart is None:
        return 0
    needed = len(pictures(copy.chart, points=page.look.body, words=page.words))
    return 0 if page.look.columns == 1 and needed > _MOST_LARGE_PICTURES else needed


def _table(copy: FamilyCopy, words: FixedWords) -> Table:
    rows: tuple[tuple[str, ...], ...] = tuple(
        (each.area, each.who, each.last_time, each.now, each.hoped_for) for each in copy.scores
    )
    nothing = [place for place in (2, 3, 4) if all(row[place].strip().lower() in NOBODY_SAID for row in rows)]
    rows = tuple((row[0], row[1], *map(words.known, row[2:])) for row in rows)
    last_time, now, hoped_for = START_AND_END if copy.ending else THEN_AND_NOW
    table = Table(
        title=words("Where we are on the scale"),
        about=_about(copy, words),
        columns=(
            Column(heading=words("Part of life"), share=4.7, label=True, empty=words("not named")),
            Column(heading=words("Who"), share=2.6, empty=words("not named"), brief=True),
            *(
                Column(
                    heading=words.known(heading),
                    share=_share(row[place] for row in rows),
                    empty=words("not asked"),
                    brief=True,
                )
                for place, heading in ((2, last_time), (3, now))
            ),
            Column(heading=words.known(hoped_for), share=2.95, empty=BLANK, brief=True),
        ),
        rows=rows,
        one_piece=len(rows) <= SHORT,
    )
    return table.without(nothing)


def _share(said: Iterable[str]) -> float:
    """The share of a column of numbers: wider where a sentence stands in place of one, so that it is one line."""
    return 4.2 if any(len(each) > len(NOT_ASKED) for each in said) else 2.55


def _about(copy: FamilyCopy, words: FixedWords) -> str:
    if copy.ending:
        return words(
            "Each row is one person and one part of life: the number at the start, now, and hoped for."
        )
    return words("Each row is one person and one part of life: the number last time, now, and hoped for.")
