"""The tables of the full record: their headings, their columns, and what is said where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exports.tables import Column, Table

_FEW: Final = 8
"""Up to this many rows stay on one page; longer tables would leave half a page white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with one table under it.

    ``about`` is read out to whoever cannot see the table. ``without`` is the
    sentence for a table with no rows; a section that has none is then left out.
    ``short_rows``: a few rows are kept on one page.
    """

    heading: str
    about: str
    columns: tuple[Column, ...]
    without: str = ""
    short_rows: bool = False

    def table(self, rows: Sequence[Sequence[str]]) -> Table:
        """The table with these rows."""
        return Table(
            title=self.heading,
            about=self.about,
            columns=self.columns,
            rows=tuple(rows),
            one_piece=self.short_rows and len(rows) <= _FEW,
        )


DETAILS: Final = Section(
    heading="Meeting details",
    about="What kind of meeting it was, when and where, and who led it.",
    columns=(Column(heading="Detail", share=4.2, label=True), Column(heading="Record", share=12.8)),
    short_rows=True,
)
INVITED: Final = Section(
    heading="Who was asked",
    about="Each row is one person: when and how they were asked, and what they answered.",
    columns=(
        Column(heading="Name", share=4.6, label=True),
        Column(heading="Asked", share=6.2),
        Column(heading="Reply", share=6.2),
    ),
    short_rows=True,
)
ATTENDANCE: Final = Section(
    heading="Who was there",
    about="Each row is one person: role, agency, and whether they came.",
    columns=(
        Column(heading="Name", share=4.6, label=True),
        Column(heading="Role", share=4.1),
        Column(heading="Agency", share=4.4),
        Column(heading="Attended", share=3.9),
    ),
    without="Nobody is marked as there.",
    short_rows=True,
)
HEARD: Final = Section(
    heading="How each child and parent was heard",
    about="Each row is one child or parent, here or not, and how we heard them.",
    columns=(Column(heading="Name", share=4.6, label=True), Column(heading="How", share=12.4)),
    short_rows=True,
)
AGREEMENT: Final = Section(
    heading="",
    about="Each row is one answer: who gave it, for which agency, and what was said.",
    columns=(
        Column(heading="Who agreed", share=4.6, label=True),
        Column(heading="Agency", share=4.2),
        Column(heading="Answer", share=2.4),
        Column(heading="What was said, and when", share=5.8),
    ),
    without="No agreement about sharing is written down.",
    short_rows=True,
)
LEADS: Final = Section(
    heading="The family's first call",
    about="Each row is one lead: from when to when, who agreed, and what was said and handed over.",
    columns=(
        Column(heading="Who", share=4.0, label=True),
        Column(heading="When", share=4.0),
        Column(heading="Agreed by", share=3.0),
        Column(heading="What was said and handed over", share=6.0),
    ),
    short_rows=True,
)
FAMILY_CHANGES: Final = Section(
    heading="What has changed in the family",
    about="Each row is one change: who it is about, what and when, and what was noted.",
    columns=(
        Column(heading="Who", share=4.6, label=True),
        Column(heading="What and when", share=5.4),
        Column(heading="Noted", share=7.0),
    ),
    short_rows=True,
)
LAST_TIME: Final = Section(
    heading="Actions from last time",
    about="Each row is one earlier action: who had it, by when, and how it went.",
    columns=(
        Column(heading="Action", share=5.9),
        Column(heading="Who", share=3.1),
        Column(heading="By when", share=3.2, empty="no date"),
        Column(heading="Result", share=4.8),
    ),
)
SCORES: Final = Section(
    heading="Scores",
    about="Each row is one person and one part of life: the numbers then, now and hoped for, from 1 to 10.",
    columns=(
        Column(heading="Part of life", share=5.0, label=True),
        Column(heading="Who", share=4.0, brief=True),
        Column(heading="At the start", share=2.9, empty="not asked", brief=True, may_be_left_out=True),
        Column(heading="Last time", share=2.9, empty="not asked", brief=True, may_be_left_out=True),
        Column(heading="Now", share=2.9, empty="not asked", brief=True),
        Column(heading="Hoped for", share=2.2, empty="–", brief=True, may_be_left_out=True),
    ),
    without="Nobody gave a score.",
    short_rows=True,
)
DECISIONS: Final = Section(
    heading="Discussion and decisions",
    about="Each row is one thing we talked about, and what was said or decided.",
    columns=(Column(heading="About", share=4.2, label=True), Column(heading="What was said", share=12.8)),
)
ACTIONS: Final = Section(
    heading="Actions agreed",
    about="Each row is one action with its number: who does it, by when, how we will know, its status.",
    columns=(
        Column(heading="No.", share=1.1, counts=True),
        Column(heading="What", share=4.6),
        Column(heading="Who", share=2.9, empty="nobody yet"),
        Column(heading="By when", share=2.8, empty="no date yet"),
        Column(heading="How we will know", share=2.9, empty="not yet agreed"),
        Column(heading="Status", share=2.7),
    ),
    without="No actions were agreed.",
)
LEFT_OPEN: Final = Section(
    heading="Left open when the meeting ended",
    about="Each row is one thing that was not settled, and why.",
    columns=(Column(heading="What", share=6.2, label=True), Column(heading="Why", share=10.8)),
    short_rows=True,
)
COPIES: Final = Section(
    heading="Who gets which copy",
    about="Each row is one reader: which copy they get, and how.",
    columns=(
        Column(heading="Who", share=4.6, label=True),
        Column(heading="Which copy", share=6.2),
        Column(heading="How", share=6.2),
    ),
    without="No copies are written down.",
    short_rows=True,
)
CONTACTS: Final = Section(
    heading="Between meetings",
    about="Each row is one call, visit or message: when, with whom, and what was said.",
    columns=(
        Column(heading="When", share=3.4, label=True),
        Column(heading="How, and with whom", share=5.0),
        Column(heading="What was said", share=8.6),
    ),
)
CORRECTIONS: Final = Section(
    heading="Put right after the meeting",
    about="Each row is one correction: the day, by whom, what it is about, what it was before, and why.",
    columns=(
        Column(heading="When", share=2.7, label=True),
        Column(heading="By whom", share=3.0),
        Column(heading="What", share=3.6),
        Column(heading="What it was before", share=4.1),
        Column(heading="Why", share=3.6),
    ),
)
SAFEGUARDING: Final = Section(
    heading="Restricted: safeguarding",
    about="Each row is one part of what was raised and what was decided.",
    columns=(Column(heading="About", share=4.2, label=True), Column(heading="Record", share=12.8)),
)
