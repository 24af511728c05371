"""Over families made up by Hypothesis: no word stands on a paper whose reader may not have it.

Fifty families in every run; ``EYMEETING_EXAMPLES=1000`` tries as many as it says.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made.families_with_secrets import TODAY, Marked, families_with_secrets
from made.pen import told
from made.who_may_read import Paper, may_be_shown, may_stand

from exports.copying import make_copy
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.problems import Refused
from eymeeting.packs import default_pack

PACK = default_pack()
NOW = datetime.combine(TODAY, time(15), UTC)
STEPS = (
    *(
        "welcome",
        "agreement",
        "children",
        "story",
        "journey",
        "review",
        "scores",
        "workers",
        "areas",
        "actions",
    ),
    *("lead", "keep", "call", "helped", "view", "last time", "plan so far", "finish"),
)
WORD = re.compile(r"zqk[bcdfghjklmnpqrst]{3}|\b0[1-9]:[0-5]\d\b")
EXAMPLES = int(os.environ.get("EYMEETING_EXAMPLES", "50"))
often = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


def words_in(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in WORD.findall(text.casefold())}


def held_by_file(content: bytes) -> Iterator[str]:
    """Every part of a file as it stands and without its tags, with those of the files within it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield package.comment.decode("latin-1")
        for each in package.infolist():
            part = package.read(each)
            yield each.filename
            if zipfile.is_zipfile(io.BytesIO(part)):
                yield from held_by_file(part)
            else:
                told = part.decode("utf-8", errors="ignore")
                yield told
                yield re.sub("<[^>]*>", "", told)
                yield part.decode("utf-16-le", errors="ignore")


def papers(marked: Marked) -> Iterator[tuple[Paper, int | None]]:
    """Every paper that may be asked for, with the number of the meeting it is asked of."""
    family = marked.family
    numbers = (None, *(each.number for each in family.meetings))
    for person in family.people:
        kind: Any = "family" if person.kind == "adult" else "child"
        yield from ((Paper(reader=person.id, kind=kind), number) for number in numbers)
    for worker in family.workers:
        yield from ((Paper(reader=worker.id, kind="agency"), number) for number in numbers)
    for each in family.meetings:
        yield Paper(reader=each.chair, kind="record", meeting=each.id), each.number


def made(marked: Marked, paper: Paper, number: int | None, folder: Path) -> tuple[str, ...] | None:
    """Every text of a paper in its file, its name and what is told of what it leaves out; none where it is refused."""
    try:
        copy = make_copy(
            marked.family, paper.reader, folder=folder, now=NOW, pack=PACK, kind=paper.kind, meeting=number
        )
    except Refused as refused:
        if "would have shown" in str(refused):
            raise
        return None
    return (
        *held_by_file(copy.path.read_bytes()),
        copy.path.name,
        *copy.remarks,
        str(copy.left_out_by_kind),
    )


def leaked(marked: Marked, paper: Paper, found: Iterable[str]) -> list[str]:
    secrets = [marked.word(word) for word in found]
    return [told(each) for each in secrets if not may_stand(marked.family, each, paper, TODAY)]


@often
@given(families_with_secrets(), st.data())
def test_no_word_stands_in_a_file_whose_reader_may_not_have_it(marked: Marked, data: st.DataObject) -> None:
    asked = data.draw(st.lists(st.sampled_from(list(papers(marked))), min_size=1, max_size=4, unique=True))
    with TemporaryDirectory() as folder:
        for paper, number in asked:
            found = words_in(made(marked, paper, number, Path(folder)) or ())
            assert leaked(marked, paper, found) == [], (paper, number)


@often
@given(families_with_secrets(), st.lists(st.sampled_from(STEPS), min_size=1, max_size=4, unique=True))
def test_no_word_is_turned_to_a_room_in_which_somebody_may_not_have_it(
    marked: Marked, steps: list[str]
) -> None:
    family, meeting = marked.family, marked.family.meetings[-1].id
    for step in steps:
        shown = facing(family, meeting, PACK, step, today=TODAY)
        for word in words_in(text for part in shown for text in (part.heading, *part.lines)):
            secret = marked.word(word)
            assert may_be_shown(family, secret, meeting, TODAY), (step, told(secret))


@settings(often, max_examples=EXAMPLES // 2)
@given(families_with_secrets())
def test_what_is_to_be_done_and_is_for_everyone_stands_on_every_plan(marked: Marked) -> None:
    family = marked.family
    for person in (each for each in family.people if each.kind == "adult"):
        try:
            copy = family_copy(family, person.id, today=TODAY, pack=PACK)
        except Refused:
            continue
        planned = words_in(each.what for each in copy.actions)
        for action in family.actions:
            kept = action.not_for or action.times_not_for or is_split(family)
            is_plain = action.visibility.level == "family" and not kept
            if is_plain and action_now(family, action).is_open and "Street" not in action.text:
                assert words_in([action.text]) <= planned, (person.id, action)


def is_split(family: Family) -> bool:
    return any(each.separate_from for each in family.meetings)
