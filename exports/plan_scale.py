"""Where a family is on the scale: one picture and, of the same numbers, the table under it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from exports.chart import add_chart
from exports.chart_layout import pictures
from exports.house_style import Page
from exports.look import STANDARD
from exports.plan_actions import BLANK
from exports.tables import SHORT, Column, Table
from eymeeting.domain.copies import FamilyCopy
from eymeeting.domain.in_words import NOT_ASKED
from eymeeting.domain.scale_chart import START_AND_END, THEN_AND_NOW

HEADING: Final = "Where we are on the scale"

NOBODY_SAID: Final = frozenset(
    {"", "not asked", "not yet", "not yet asked", "not said", "none", "-", "–", "—"}
)
"""What a score column may hold in every row and still hold nothing."""


def scale(page: Page, copy: FamilyCopy) -> None:
    """What the numbers mean, the picture, and the table; nothing where there is no score to show.

    One picture opens the second side. Where it takes several, they come where there is room.
    """
    if not copy.scores:
        return
    page.heading(HEADING, new_page=pictures_needed(copy) == 1)
    if copy.scale:
        page.say(copy.scale, keep_next=True)
    if copy.chart is not None:
        add_chart(page, copy.chart, keep_next=pictures_needed(copy) == 1)
    page.table(_table(copy))


def pictures_needed(copy: FamilyCopy) -> int:
    """How many pictures the scale takes: one for most families, none where there is nothing to compare."""
    return 0 if copy.chart is None else len(pictures(copy.chart, points=STANDARD.body))


def _table(copy: FamilyCopy) -> Table:
    rows = tuple((each.area, each.who, each.last_time, each.now, each.hoped_for) for each in copy.scores)
    nothing = [place for place in (2, 3, 4) if all(row[place].strip().lower() in NOBODY_SAID for row in rows)]
    last_time, now, hoped_for = START_AND_END if copy.ending else THEN_AND_NOW
    table = Table(
        title=HEADING,
        about=f"Each row is one person and one part of life: the number {_when(copy)}, now, and hoped for.",
        columns=(
            Column(heading="Part of life", share=4.7, label=True, empty="not named"),
            Column(heading="Who", share=2.6, empty="not named"),
            Column(heading=last_time, share=_share(row[2] for row in rows), empty="not asked"),
            Column(heading=now, share=_share(row[3] for row in rows), empty="not asked"),
            Column(heading=hoped_for, share=2.95, empty=BLANK),
        ),
        rows=rows,
        one_piece=len(rows) <= SHORT,
    )
    return table.without(nothing)


def _share(said: Iterable[str]) -> float:
    """The share of a column of numbers: wider where a sentence stands in place of one, so that it is one line."""
    return 4.2 if any(len(each) > len(NOT_ASKED) for each in said) else 2.55


def _when(copy: FamilyCopy) -> str:
    return "at the start" if copy.ending else "last time"
