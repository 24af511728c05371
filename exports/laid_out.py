"""A copy asked for, and a copy laid out: what goes into a kind of paper, and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO

from docx.document import Document

from exports.paper import PLAIN_PAPER, Paper
from exports.right_to_left import is_from_the_right, turn
from eymeeting.domain.copies import LeftOut
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.taken_home import EVERYTHING, TakenHome


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One reader's copy that is asked for. ``meeting`` is its number; nothing stands for the latest that fits."""

    family: Family
    reader: str
    today: date
    made_at: datetime
    pack: Pack
    meeting: int | None = None
    takes: TakenHome = EVERYTHING
    paper: Paper = PLAIN_PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A copy laid out and not saved: a Word document, or the bytes of another kind of file. ``on`` is in its name.

    ``must_not_hold`` is searched in the finished file before it gets its name. ``remarks`` are for whoever
    makes it, a sentence each.
    """

    document: Document | bytes
    on: date
    left_out: int = 0
    must_not_hold: Mapping[str, str] | tuple[str, ...] = ()
    left_out_by_kind: Mapping[LeftOut, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def content(self) -> bytes:
        """The file as it is saved."""
        if isinstance(self.document, bytes):
            return self.document
        if is_from_the_right(self.document):
            turn(self.document)
        whole = BytesIO()
        self.document.save(whole)
        return whole.getvalue()
