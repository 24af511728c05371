"""A copy checked: one that is laid out and not saved yet, and one as it is made."""

from __future__ import annotations

from datetime import datetime

from exports.copy_kinds import KINDS, kind_for
from exports.document_check import PaperCheck, faults_in_words, faults_of, look_over, profile_for
from exports.laid_out import Asked
from exports.paper import PLAIN_PAPER, Paper
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.taken_home import EVERYTHING, TakenHome
from eymeeting.domain.whose_words import names_in, typed_in


def check_before(
    family: Family,
    reader: str,
    *,
    now: datetime,
    pack: Pack,
    kind: str,
    meeting: int | None = None,
    takes: TakenHome = EVERYTHING,
    paper: Paper = PLAIN_PAPER,
) -> PaperCheck | None:
    """What the check finds in one reader's copy as it would be made now; None where it is no paper.

    Raises:
        NotFound: the reader or the meeting is not there.
        Refused: this reader may not have this kind of copy, or not of this meeting.
    """
    asked = Asked(
        family=family,
        reader=reader,
        today=now.date(),
        made_at=now,
        pack=pack,
        meeting=meeting,
        takes=takes,
        paper=paper,
    )
    laid = KINDS[kind_for(family, reader, kind)].lay_out(asked)
    try:
        return look_over(
            laid.content(),
            profile_for(kind, paper.format),
            typed=typed_in(family),
            names=names_in(family),
            pack=pack,
        )
    except ValueError:
        return None


def faults_told(content: bytes, *, kind: str, paper: Paper) -> tuple[str, ...]:
    """One sentence for whoever makes a copy where something of it is at fault that nobody typed; usually none."""
    try:
        faults = faults_of(content, profile_for(kind, paper.format))
    except ValueError:
        return ()
    return faults_in_words(faults, on_the_councils_paper=paper.own is not None)
