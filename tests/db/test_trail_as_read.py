from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from db.file import OpenFile
from db.store import Store
from eymeeting.domain.family import Change, Family
from eymeeting.domain.sitting import Place

LINES = 50_000


@pytest.fixture
def families(store: Store, every_key: tuple[Family, ...]) -> tuple[Family, ...]:
    one, other, *_ = every_key
    store.take_in([one, other])
    return (one, other)


def test_a_familys_own_lines_come_newest_first_a_page_at_a_time(
    families: tuple[Family, ...], store: Store
) -> None:
    one, other = families
    line, score = one.lines[0], one.scores[0]
    store.apply(Change(family=one.ref, before=line, after=replace(line, text="other")), who="w1")
    store.apply(Change(family=other.ref, before=other.people[0], after=other.people[0]), who="w9")
    store.apply(Change(family=one.ref, before=score, after=None), who="w2")
    newest = store.trail(one.ref, most=2)
    assert [(each.who, each.act, each.kind, each.entry) for each in newest] == [
        ("w2", "removed", "Score", score.id),
        ("w1", "changed", "Line", line.id),
    ]
    (first,) = store.trail(one.ref, before=newest[-1].number)
    assert (first.act, first.who) == ("imported", "import")
    assert store.trail(one.ref, before=first.number) == ()
    assert timedelta(0) < newest[0].at - datetime(2026, 11, 22, 10, 0, tzinfo=UTC) < timedelta(minutes=1)


def test_a_stay_in_a_field_is_read_as_what_became_of_the_text(
    families: tuple[Family, ...], store: Store
) -> None:
    one, _ = families
    line = replace(one.lines[0], id="new")
    for before, after in ((None, line), (line, replace(line, text="more")), (line, None), (None, None)):
        visit = store.visit(one.ref, before, "w1")
        visit.write(line)
        visit.write(after)
        visit.end()
    assert [each.act for each in store.trail(one.ref, most=8)][::2] == ["", "removed", "changed", "added"]


def test_sittings_are_told_newest_first_with_whether_they_were_left(
    families: tuple[Family, ...], store: Store
) -> None:
    one, _ = families
    meeting = one.meetings[0].id
    store.leave(store.begin_sitting(one.ref, meeting, "w1", Place(step="welcome")).id)
    store.begin_sitting(one.ref, meeting, "w2", Place(step="welcome"))
    newest, oldest = store.sittings(one.ref)
    assert (newest.meeting, newest.was_left, oldest.was_left) == (meeting, False, True)
    assert newest.began > oldest.began


def test_one_page_of_fifty_thousand_lines_reads_no_more_than_the_page(
    families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    one, _ = families
    row = file.connection.execute("SELECT * FROM trail WHERE number = 1").fetchone()
    more = ((number, *row[1:]) for number in range(3, LINES + 1))
    file.connection.executemany(f"INSERT INTO trail VALUES ({','.join('?' * len(row))})", more)
    asked: list[str] = []
    file.connection.set_trace_callback(asked.append)
    page = store.trail(one.ref, before=LINES // 2, most=200)
    file.connection.set_trace_callback(None)
    (query,) = [each for each in asked if "FROM trail" in each]
    plan = [step for *_, step in file.connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [each.number for each in page] == list(range(LINES // 2 - 1, LINES // 2 - 201, -1))
    assert plan == ["SEARCH trail USING INTEGER PRIMARY KEY (rowid<?)"]
