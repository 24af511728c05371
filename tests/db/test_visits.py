from __future__ import annotations

from dataclasses import replace

import pytest

from db.file import OpenFile
from db.store import NotSaved, Store
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.sitting import Place

WORDS = "Quillfeather said the kettle is broken"
"""Words that must be in the line alone."""


@pytest.fixture
def family(store: Store, every_key: tuple[Family, ...]) -> Family:
    """The first family, kept in ``store``."""
    store.take_in(every_key[:1])
    return every_key[0]


def line(family: Family, text: str) -> Line:
    return Line(id="new", position=500, meeting=family.meetings[0].id, section="past", text=text)


def trail(file: OpenFile) -> list[tuple[str, str, str | None, str | None]]:
    return file.connection.execute("SELECT what, entry, before, after FROM trail ORDER BY number").fetchall()


def tables(file: OpenFile) -> dict[str, str]:
    """Every table's content as text."""
    names = file.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: str(file.connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names}


def type_into(store: Store, family: Family, before: Entry | None, text: str) -> Change | None:
    visit = store.visit(family.ref, before, "w1")
    for end in range(1, len(text) + 1):
        visit.write(line(family, text[:end]))
    return visit.end()


def test_many_writes_are_one_change_and_two_lines_in_the_trail(
    store: Store, family: Family, file: OpenFile
) -> None:
    before = trail(file)
    change = type_into(store, family, None, WORDS)
    assert change == Change(family=family.ref, before=None, after=line(family, WORDS))
    told = trail(file)[len(before) :]
    assert [(what, entry) for what, entry, _, _ in told] == [("began writing", ""), ("ended writing", "new")]
    assert told[1][2] is None
    assert told[1][3]


def test_each_write_is_kept_at_once(store: Store, family: Family) -> None:
    visit = store.visit(family.ref, None, "w1")
    for text in ("T", "To", "Toy"):
        visit.write(line(family, text))
        assert store.family(family.ref).lines[-1].text == text


def test_undo_takes_back_the_whole_visit(store: Store, family: Family) -> None:
    old = family.lines[0]
    visit = store.visit(family.ref, old, "w1")
    visit.write(replace(old, text="other"))
    visit.write(replace(old, text="other words"))
    change = visit.end()
    assert change is not None
    store.apply(change.undone(), who="w1")
    assert store.family(family.ref) == family


def test_the_words_are_nowhere_but_in_the_line_itself(store: Store, family: Family, file: OpenFile) -> None:
    type_into(store, family, None, WORDS)
    assert [name for name, content in tables(file).items() if "Quillfeather" in content] == ["line"]
    file.close()
    assert file.path.read_bytes().count(b"Quillfeather") == 1


def test_words_that_were_taken_back_are_not_left_in_the_file(
    store: Store, family: Family, file: OpenFile
) -> None:
    change = type_into(store, family, None, WORDS)
    assert change is not None
    store.apply(change.undone(), who="w1")
    file.close()
    assert [path.name for path in file.path.parent.iterdir()] == [file.path.name]
    content = file.path.read_bytes()
    assert b"kettle is broken" not in content
    assert b"Quillfeather" not in content
    assert family.lines[0].text.encode() in content


def test_coming_and_going_without_a_key_leaves_nothing(store: Store, family: Family, file: OpenFile) -> None:
    before = trail(file)
    assert store.visit(family.ref, family.lines[0], "w1").end() is None
    assert trail(file) == before


def test_a_text_put_back_as_it_was_is_no_change(store: Store, family: Family) -> None:
    old = family.lines[0]
    visit = store.visit(family.ref, old, "w1")
    visit.write(replace(old, text="other"))
    visit.write(old)
    assert visit.end() is None
    assert store.family(family.ref) == family


def test_a_new_line_that_is_emptied_again_is_gone(store: Store, family: Family) -> None:
    visit = store.visit(family.ref, None, "w1")
    visit.write(line(family, "K"))
    visit.write(None)
    assert visit.end() is None
    assert store.family(family.ref) == family


def test_nothing_typed_in_a_new_line_writes_nothing(store: Store, family: Family, file: OpenFile) -> None:
    before = trail(file)
    visit = store.visit(family.ref, None, "w1")
    visit.write(None)
    assert visit.end() is None
    assert trail(file) == before


def test_a_line_that_is_emptied_is_taken_away(store: Store, family: Family) -> None:
    visit = store.visit(family.ref, family.lines[0], "w1")
    visit.write(None)
    assert visit.end() == Change(family=family.ref, before=family.lines[0], after=None)
    assert store.family(family.ref).lines == family.lines[1:]


def test_going_on_after_the_end_is_the_next_change(store: Store, family: Family) -> None:
    old = family.lines[0]
    visit = store.visit(family.ref, old, "w1")
    one, two = replace(old, text="one"), replace(old, text="two")
    visit.write(one)
    visit.end()
    visit.write(two)
    assert visit.end() == Change(family=family.ref, before=one, after=two)
    assert visit.end() is None


def test_the_keyboards_place_is_kept_with_the_words(store: Store, family: Family) -> None:
    sitting = store.begin_sitting(family.ref, family.meetings[0].id, "w1", Place(step="welcome"))
    visit = store.visit(family.ref, None, "w1")
    here = Place(step="story", field="past", cursor=3)
    visit.write(line(family, "Toy"), sitting.id, here)
    interrupted = store.interrupted()
    assert interrupted is not None
    assert interrupted.place == here


def test_a_write_that_fails_leaves_what_was_kept_and_may_be_tried_again(
    store: Store, family: Family, file: OpenFile
) -> None:
    before = trail(file)
    visit = store.visit(family.ref, None, "w1")
    with pytest.raises(NotSaved):
        visit.write(replace(line(family, "K"), meeting="nowhere"))
    assert store.family(family.ref) == family
    assert trail(file) == before
    visit.write(line(family, "Ke"))
    assert visit.end() == Change(family=family.ref, before=None, after=line(family, "Ke"))
    assert [what for what, *_ in trail(file)[len(before) :]] == ["began writing", "ended writing"]
