"""Over families made up by Hypothesis: nothing stands on a screen that somebody in the room may not read.

Five families in every run; ``EYMEETING_EXAMPLES=1000`` tries as many as it says.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from made.families_with_secrets import TODAY, Marked, families_with_secrets
from made.pen import told
from made.who_may_read import is_for_everyone, may_be_shown

from screens.steps.step import Step

WORD = re.compile("zqk[bcdfghjklmnpqrst]{3}")
BIG = (110, 48)
BESIDE = (("<f7>",), ("<escape>", "<f13>"), ("<escape>", "<f9>"), ("<f10>",))
"""From the last step to the screen turned to the family, to what was agreed last time, to the copies, and back."""

AT_HOME = (("<f10>",), ("<f3>",), ("<f6>",), ("<escape>", "<f7>"))
"""From a meeting home, to the family, to who owes what, to the scores from meeting to meeting."""
BETWEEN = ("HomeScreen", "FamilyScreen", "WhoOwesScreen", "ThenAndNowScreen")
"""Where somebody is between two meetings, with nobody of the family there."""


@settings(
    max_examples=int(os.environ.get("EYMEETING_EXAMPLES", "5")),
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(families_with_secrets(under_way=True))
async def test_no_word_stands_on_a_screen_that_somebody_in_the_room_may_not_read(
    room: Any, people: Any, seen: Any, blank: Path, marked: Marked
) -> None:
    meeting = marked.family.meetings[-1].id
    shown: list[tuple[str, str]] = []
    with TemporaryDirectory() as folder:
        place = people.Room(Path(folder), seen)
        shutil.copy(blank, place.database)
        async with place.meeting(marked.family, "welcome", size=BIG) as chair:

            async def look(*keys: str) -> None:
                await chair.keys(*keys)
                shown.append((type(chair.app.screen).__name__, chair.words))

            last = None
            while last != (last := chair.app.screen.query_one("#step", Step).STEP):
                await look("<f4>")
            for keys in BESIDE + AT_HOME:
                await look(*keys)
    for where, words in shown:
        for word in set(WORD.findall(words.casefold())):
            secret = marked.word(word)
            is_open = may_be_shown(marked.family, secret, meeting, TODAY)
            assert is_open or (where in BETWEEN and is_for_everyone(secret)), (where, told(secret))
