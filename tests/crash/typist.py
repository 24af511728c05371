"""Types into a family's story as the recorder does, and says what is on disk.

Each line it says names a place and how many characters of its text are kept. It goes on until it is killed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from db.file import open_file
from db.store import Store
from eymeeting.domain.meeting import Line
from eymeeting.domain.sitting import Draft, Place

FAMILY, MEETING = "KEY-01", "m1"
WORDS = "The kettle, the stairs, the letter in red and what nana said about łóżko. "
LINE_LENGTH = 60


def type_on(database: Path, run: int, told: Connection) -> None:
    """Type line after line, three keys to a commit; each line is half typed as a draft before."""

    def say(what: str, kept: int) -> None:
        told.send_bytes(f"{what} {kept}".encode("ascii"))

    store = Store(open_file(database, {}), lambda: datetime.now(UTC))
    sitting = store.begin_sitting(FAMILY, MEETING, "w1", Place(step="story"))
    say("sitting", sitting.id)
    for number in count():
        line, text = f"r{run}-{number}", f"{run} {number} {WORDS}"[:LINE_LENGTH]
        store.keep_draft("the quick line", Draft(text=text, cursor=number), sitting.id, Place(step="actions"))
        say("draft", number)
        visit = store.visit(FAMILY, None, "w1")
        for end in range(3, LINE_LENGTH + 1, 3):
            written = Line(
                id=line, position=run * 1000 + number, meeting=MEETING, section="past", text=text[:end]
            )
            visit.write(written, sitting.id, Place(step="story", field="past", cursor=end))
            say(line, end)
        visit.end()
