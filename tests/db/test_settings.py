from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.file import OpenFile
from db.interchange import write_families
from db.settings import from_rows, settings_at_start, to_rows
from db.store import NotSaved, Store
from eymeeting.domain.family import Family
from eymeeting.domain.settings import Colleague, Settings

FIRST_REVISION = Path(__file__).with_name("revisions") / "0001.sqlite3"
CHOSEN = Settings(
    pack="C:\\packs\\ours.toml",
    organisation="Łódź & Sons Children's Centre",
    theme="high_contrast",
    home_covered=False,
    backups="/media/stick/kopie",
    keys={"meeting.finish": "ctrl+e", "cover": "f9"},
)
ANN = Colleague(
    id="a", position=1, name="Ann Bell", role="Support worker", agency="Centre", phone="01632 960 301"
)
BO = Colleague(id="b", position=0, name="Bo Carr", role="Interpreter", agency="Words", interpreter=True)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=6)


def test_what_was_chosen_is_there_when_the_file_is_opened_again(
    place: Path, opened: Callable[[Path], OpenFile], ticking: Callable[[], object]
) -> None:
    first = opened(place)
    store = Store(first, ticking)  # type: ignore[arg-type]
    assert store.settings() == settings_at_start(first.connection) == Settings()
    store.keep_settings(CHOSEN)
    store.keep_colleague(None, ANN)
    store.close()
    again = opened(place)
    assert settings_at_start(again.connection) == CHOSEN
    reopened = Store(again, ticking)  # type: ignore[arg-type]
    assert reopened.settings() == CHOSEN
    assert reopened.colleagues() == (ANN,)


def test_new_choices_leave_nothing_of_those_before(store: Store, file: OpenFile) -> None:
    store.keep_settings(CHOSEN)
    fewer = Settings(theme="light", keys={"cover": "f10"})
    store.keep_settings(fewer)
    assert store.settings() == settings_at_start(file.connection) == fewer
    store.keep_settings(Settings())
    assert file.connection.execute("SELECT count(*) FROM setting").fetchone() == (0,)


@given(
    st.builds(
        Settings,
        pack=st.none() | TEXTS,
        organisation=st.none() | TEXTS,
        theme=st.sampled_from((None, "light", "dark", "high_contrast")),
        home_covered=st.booleans(),
        backups=st.none() | TEXTS,
        keys=st.dictionaries(TEXTS, TEXTS, max_size=3),
    )
)
def test_any_choices_come_back_as_they_were_chosen(chosen: Settings) -> None:
    assert from_rows(to_rows(chosen)) == chosen


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("theme", ""),
        ("theme", 7),
        ("theme", b"light"),
        ("home_covered", "perhaps"),
        ("home_covered", 0),
        ("pack", ""),
        ("pack", b"\xff\xfe"),
        ("keys.", "f2"),
        ("keys.cover", ""),
        ("keys.cover", b"f2"),
        ("colour", "blue"),
        ("", ""),
        (b"theme", "light"),
    ],
)
def test_an_odd_value_counts_as_not_chosen(name: object, value: object, store: Store, file: OpenFile) -> None:
    file.connection.execute("INSERT INTO setting VALUES (?, ?)", [name, value])
    assert settings_at_start(file.connection) == store.settings() == Settings()


def test_before_there_is_a_table_the_app_chooses(tmp_path: Path, opened: Callable[[Path], OpenFile]) -> None:
    assert settings_at_start(opened(tmp_path / "new.sqlite3").connection) == Settings()
    old = opened(Path(shutil.copy(FIRST_REVISION, tmp_path)))
    assert old.revision == 1
    assert settings_at_start(old.connection) == Settings()


def test_a_file_that_cannot_be_read_gives_the_apps_own_choice(tmp_path: Path) -> None:
    path = tmp_path / "spoilt.sqlite3"
    path.write_bytes(b"SQLite format 3\x00" + b"Quillfeather" * 400)
    with closing(sqlite3.connect(path)) as connection:
        assert settings_at_start(connection) == Settings()


def test_the_settings_at_the_start_need_no_table_library() -> None:
    asked = "import sys, db.settings; print([n for n in ('sqlalchemy', 'sqlmodel') if n in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_colleague_is_added_put_right_and_taken_off_and_each_can_be_undone(store: Store) -> None:
    store.keep_colleague(None, ANN)
    store.keep_colleague(None, BO)
    assert store.colleagues() == (BO, ANN)
    renamed = replace(ANN, name="Ann Bell-Cole", phone=None)
    store.keep_colleague(ANN, renamed)
    assert store.colleagues() == (BO, renamed)
    store.keep_colleague(renamed, ANN)
    store.keep_colleague(BO, None)
    assert store.colleagues() == (ANN,)
    store.keep_colleague(None, BO)
    assert store.colleagues() == (BO, ANN)


def test_colleagues_of_one_position_stand_by_name(store: Store) -> None:
    for name in ("zoe", "Adam", "bea"):
        store.keep_colleague(None, Colleague(id=name, name=name, role="", agency=""))
    assert [each.name for each in store.colleagues()] == ["Adam", "bea", "zoe"]


def test_what_a_full_disk_does_not_take_leaves_the_choices_before(store: Store, file: OpenFile) -> None:
    store.keep_settings(CHOSEN)
    (pages,) = file.connection.execute("PRAGMA page_count").fetchone()
    file.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="The disk is full"):
        store.keep_settings(Settings(organisation="x" * 100_000))
    assert store.settings() == CHOSEN


def test_neither_settings_nor_colleagues_go_with_a_family_or_into_its_file(
    store: Store, every_key: tuple[Family, ...]
) -> None:
    store.keep_settings(CHOSEN)
    store.keep_colleague(None, ANN)
    store.take_in(every_key)
    kept = tuple(store.family(ref) for ref in store.refs())
    assert kept == every_key
    assert "Ann Bell" not in write_families(kept)
