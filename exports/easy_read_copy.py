"""Somebody's easy read plan, laid out, with a word to whoever makes it on what still waits for short words."""

from __future__ import annotations

from exports.easy_read import build_easy_read
from exports.laid_out import Asked, LaidOut
from eymeeting.domain.easy_copy import easy_copy


def easy_read(asked: Asked) -> LaidOut:
    """The plan of one adult in easy read.

    Raises:
        Refused: as for the family copy.
        NotFound: no meeting has that number.
    """
    easy = easy_copy(
        asked.family,
        asked.reader,
        today=asked.today,
        pack=asked.pack,
        meeting=asked.meeting,
        takes=asked.takes,
    )
    return LaidOut(
        document=build_easy_read(easy, asked.made_at, asked.paper),
        on=easy.copy.on,
        left_out=easy.copy.left_out,
        must_not_hold=easy.copy.must_not_hold,
        left_out_by_kind=easy.copy.left_out_by_kind,
        remarks=_remarks(easy.waiting),
    )


def _remarks(waiting: int) -> tuple[str, ...]:
    if not waiting:
        return ()
    texts, stand = ("1 text has", "stands") if waiting == 1 else (f"{waiting} texts have", "stand")
    return (f"{texts} no short words yet and {stand} as said.",)
