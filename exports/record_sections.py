"""Sections of a worker's paper written on a page: a heading with a table or a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.house_style import Page
from exports.record_tables import Section
from exports.spoken import says_nothing, sentence, spoken_day
from eymeeting.domain.copies import NextTime
from eymeeting.domain.times import spoken_time


def write_section(page: Page, section: Section, rows: Sequence[Sequence[str]]) -> None:
    """A heading with its table, without the columns that would say in every row that there was nothing.

    Without rows there is the section's sentence for that; a section that has none is left out.
    """
    if not rows and not section.without:
        return
    page.heading(section.heading)
    if rows:
        page.table(section.table(rows).without(list(_saying_nothing(section, rows))))
    else:
        page.say(section.without)


def write_list(page: Page, heading: str, texts: Sequence[str]) -> None:
    """A heading with a list under it, unless the list would say nothing."""
    if not all(says_nothing(text) for text in texts):
        page.heading(heading)
        page.bullets(texts)


def when_and_where(coming: NextTime) -> str:
    """When people meet again and, where that is known, in which place."""
    when = f"{spoken_day(coming.on)}, {spoken_time(coming.time)}"
    return sentence(f"{when}, {coming.place}" if coming.place else when)


def _saying_nothing(section: Section, rows: Sequence[Sequence[str]]) -> Iterator[int]:
    for place, column in enumerate(section.columns):
        if column.may_be_left_out and all(row[place] in ("", column.empty) for row in rows):
            yield place
