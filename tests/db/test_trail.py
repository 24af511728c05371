from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest

from db.file import OpenFile
from db.store import Store
from db.store.trail import FIRST
from eymeeting.domain.family import Change, Family
from eymeeting.domain.sitting import Place

WORDS = "Quillfeather"


@pytest.fixture
def families(store: Store, every_key: tuple[Family, ...]) -> tuple[Family, ...]:
    """Two families in ``store``, and a trail of eight lines about them."""
    one, other, *_ = every_key
    store.take_in([one, other])
    line = one.lines[0]
    changed = replace(line, text=WORDS)
    store.apply(Change(family=one.ref, before=line, after=changed), who="w1")
    store.apply(Change(family=one.ref, before=changed, after=line), who="w2")
    store.apply(Change(family=one.ref, before=one.scores[0], after=None), who="w2")
    store.apply(Change(family=one.ref, before=None, after=one.scores[0]), who="w2")
    sitting = store.begin_sitting(one.ref, one.meetings[0].id, "w1", Place(step="welcome"))
    store.leave(sitting.id)
    return (one, other)


def test_each_change_has_its_line_saying_who_what_when_and_to_which_entry(
    families: tuple[Family, ...], file: OpenFile
) -> None:
    one, other = families
    told = file.connection.execute("SELECT number, who, family, what, kind, entry FROM trail").fetchall()
    line, score = one.lines[0].id, one.scores[0].id
    assert told == [
        (1, "import", one.ref, "imported", "", ""),
        (2, "import", other.ref, "imported", "", ""),
        (3, "w1", one.ref, "changed", "Line", line),
        (4, "w2", one.ref, "changed", "Line", line),
        (5, "w2", one.ref, "removed", "Score", score),
        (6, "w2", one.ref, "added", "Score", score),
        (7, "w1", one.ref, "sat down", "", ""),
        (8, "w1", one.ref, "stood up", "", ""),
    ]
    times = [at for (at,) in file.connection.execute("SELECT at FROM trail")]
    assert times == sorted(times)
    assert times[0].startswith("2026-11-22T10:00:")
    assert times[0].endswith("+00:00")


def test_before_and_after_are_fingerprints_that_match_when_undone(
    families: tuple[Family, ...], file: OpenFile
) -> None:
    (one, two), (three, four) = file.connection.execute(
        "SELECT before, after FROM trail WHERE number IN (3, 4)"
    ).fetchall()
    assert (one, two) == (four, three)
    assert one != two
    assert len(one) == 64


def test_the_trail_never_holds_the_words(families: tuple[Family, ...], file: OpenFile) -> None:
    held = str(file.connection.execute("SELECT * FROM trail").fetchall())
    assert WORDS not in held
    assert families[0].lines[0].text not in held
    assert families[0].details.family_name not in held


def test_the_same_words_of_two_families_have_different_fingerprints(
    families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    line = families[0].lines[0]
    for family in families:
        moved = replace(line, id="same", meeting=family.meetings[0].id)
        store.apply(Change(family=family.ref, before=None, after=moved), who="w1")
    one, two = [after for (after,) in file.connection.execute("SELECT after FROM trail WHERE entry = 'same'")]
    assert one != two


def test_a_trail_that_nobody_touched_holds(families: tuple[Family, ...], store: Store) -> None:
    assert store.broken_trail() is None


@pytest.mark.parametrize(
    "column", ["at", "who", "family", "what", "kind", "entry", "before", "after", "link"]
)
@pytest.mark.parametrize("number", [1, 4, 8])
def test_any_line_that_was_edited_is_found(
    number: int, column: str, families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    file.connection.execute(f"UPDATE trail SET \"{column}\" = 'edited' WHERE number = ?", [number])
    assert store.broken_trail() == number


@pytest.mark.parametrize("number", [1, 4, 7])
def test_a_line_that_was_taken_out_is_found_at_the_next(
    number: int, families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    file.connection.execute("DELETE FROM trail WHERE number = ?", [number])
    assert store.broken_trail() == number + 1


def test_lines_that_were_renumbered_after_one_was_taken_out_are_found(
    families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    file.connection.execute("DELETE FROM trail WHERE number = 4")
    for number in range(5, 9):
        file.connection.execute("UPDATE trail SET number = ? WHERE number = ?", [number - 1, number])
    assert store.broken_trail() == 4


def test_a_line_with_another_number_is_found(
    families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    file.connection.execute("UPDATE trail SET number = 20 WHERE number = 8")
    assert store.broken_trail() == 20


def test_a_line_put_in_between_is_found(families: tuple[Family, ...], store: Store, file: OpenFile) -> None:
    for number in range(8, 3, -1):
        file.connection.execute("UPDATE trail SET number = ? WHERE number = ?", [number + 1, number])
    row = file.connection.execute("SELECT * FROM trail WHERE number = 3").fetchone()
    forged = (4, *row[1:-1], "0" * 64)
    file.connection.execute(f"INSERT INTO trail VALUES ({','.join('?' * len(forged))})", forged)
    assert store.broken_trail() == 4


def test_a_line_that_was_edited_with_its_own_link_is_found_at_the_next(
    families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    file.connection.execute("UPDATE trail SET who = 'somebody else' WHERE number = 1")
    row = file.connection.execute(
        'SELECT at, who, family, what, kind, entry, "before", "after" FROM trail WHERE number = 1'
    ).fetchone()
    link = hashlib.sha256(json.dumps([FIRST, *row]).encode()).hexdigest()
    file.connection.execute("UPDATE trail SET link = ? WHERE number = 1", [link])
    assert store.broken_trail() == 2


def test_a_new_line_cannot_hide_an_old_break(
    families: tuple[Family, ...], store: Store, file: OpenFile
) -> None:
    file.connection.execute("UPDATE trail SET who = 'edited' WHERE number = 2")
    store.apply(Change(family=families[0].ref, before=families[0].lines[0], after=None), who="w1")
    assert store.broken_trail() == 2
