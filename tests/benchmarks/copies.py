"""How long the set of copies of a large meeting takes: 18 people, 14 actions, everything ticked.

    python tests/benchmarks/copies.py

Prints milliseconds. It judges nothing: the aims are 3000 for the whole set, and for one plan no more than 8 times
what packing and reading its parts takes anyway, measured in the same run.
"""

from __future__ import annotations

import io
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from made.pells import FAMILY, PACK, action, attended, person, said, score, with_more

from exports.copying import AS_THINGS_STAND, make_copy
from eymeeting.domain.agreement import Answer
from eymeeting.domain.family import Family
from eymeeting.domain.people import Worker
from eymeeting.domain.set_of_copies import set_of_copies

ROUNDS: Final = 5
NOW: Final = datetime(2026, 3, 2, 11, 5, tzinfo=UTC)


def large_meeting() -> Family:
    """Six adults, four children and eight workers round the table, with a story, scores and 14 actions."""
    adults = ["mum", *(f"a{number}" for number in range(5))]
    children = [f"c{number}" for number in range(4)]
    workers = tuple(
        Worker(
            id=f"w{number}", name=f"Helper{number} Example", role="Support worker", agency=f"Service {number}"
        )
        for number in range(8)
    )
    people = (
        *(person(each, f"Adult {each}", "Pell", "mother") for each in adults),
        *(person(each, f"Child{each[1:]}", "Pell", "child", "child") for each in children),
    )
    given = FAMILY.agreements[0]
    family = replace(
        FAMILY,
        people=people,
        workers=workers,
        meetings=(replace(FAMILY.meetings[0], chair="w0", lead_professional="w0"),),
        agreements=(replace(given, by="mum"),),
        answers=tuple(
            Answer(id=f"answer-{each.id}", agreement=given.id, agency=each.agency, answer="yes")
            for each in workers
        ),
    )
    owners = [*adults, *(each.id for each in workers)]
    return with_more(
        family,
        attendance=tuple(attended(each) for each in (*adults, *children, *(each.id for each in workers))),
        actions=tuple(action(f"Do the thing that was agreed as number {n}", owners[n]) for n in range(14)),
        lines=tuple(
            said(part, f"What was said of {part}, {n}") for part in ("past", "good_at") for n in range(6)
        ),
        scores=tuple(score(who, 3, area) for who in adults for area in ("home", "money", "health")),
    )


def make_the_set(family: Family, folder: Path) -> int:
    """Make all that the meeting owes; how many copies that is."""
    wanted = set_of_copies(family, family.meetings[0], "w0", room=family, today=date(2026, 3, 2), pack=PACK)
    papers = [each for each in wanted if each.kind != "calendar"]
    for each in papers:
        make_copy(
            family,
            each.reader,
            kind=each.kind,
            meeting=None if each.kind in AS_THINGS_STAND else 1,
            folder=folder,
            now=NOW,
            pack=PACK,
        )
    return len(papers)


def floor(file: Path) -> None:
    """What nobody can do without: the parts of a file written as XML, read again, and packed."""
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as again:
        for name in whole.namelist():
            content = whole.read(name)
            if name.endswith((".xml", ".rels")):
                content = ET.tostring(ET.fromstring(content))
            again.writestr(name, content)


def milliseconds(act: Callable[[], object]) -> float:
    """The best of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return min(took) * 1000


def one_plan(family: Family, folder: Path) -> Path:
    """One adult's plan."""
    return make_copy(family, "mum", kind="family", meeting=1, folder=folder, now=NOW, pack=PACK).path


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        family, folder = large_meeting(), Path(place)
        plan = one_plan(family, folder)
        began = time.perf_counter()
        count = make_the_set(family, folder)
        whole = (time.perf_counter() - began) * 1000
        alone, least = milliseconds(lambda: one_plan(family, folder)), milliseconds(lambda: floor(plan))
        print(f"{count} copies     {whole:7.0f} ms")
        print(
            f"one plan      {alone:7.1f} ms, {alone / least:.1f} times the {least:.1f} ms of its parts alone"
        )
