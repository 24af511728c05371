"""The text to paste, as a file of plain text that every program opens."""

from __future__ import annotations

from typing import Final

from exports.laid_out import Asked, LaidOut
from exports.off_the_record import off_the_record
from eymeeting.domain.text_to_paste import TextToPaste, text_to_paste

LINE_END: Final = "\r\n"
"""What Windows ends a line with: its older programs show a text without it as one line, and others take it too."""


def text_file(text: TextToPaste) -> bytes:
    """The text in UTF-8, without a mark at its beginning: pasted into a case system, that would be a stray sign."""
    return "".join(f"{line}{LINE_END}" for line in text.lines).encode()


def lay_out_text(asked: Asked) -> LaidOut:
    """The text of a meeting for its chair; it holds nothing that even their record may not hold."""
    text = text_to_paste(
        asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    off = off_the_record(
        asked.family, asked.reader, text.on, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    return LaidOut(
        document=text_file(text),
        on=text.on,
        must_not_hold={**text.must_not_hold, **off},
        remarks=text.remarks,
    )
