from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from db.interchange import read_families
from db.interchange.checking import checked
from eymeeting.cli import SORRY, run
from eymeeting.domain.problems import Problem

Ask = Callable[..., Any]

SENTINEL = "Quillfeather"
FREE = re.compile(r"[A-Za-z].*[ .]|\D*[^\W\d_]{4}")
"""A text that somebody typed, rather than an id, a day or a time."""


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """Families whose every typed text holds a word that must not be repeated."""
    file = Path(__file__).parents[1] / "families" / "every_key.json"
    marked: dict[str, Any] = with_sentinels(json.loads(file.read_text("utf-8")), listed_values())
    assert json.dumps(marked).count(SENTINEL) > 300
    return marked


@pytest.fixture
def secret(told: dict[str, Any], tmp_path: Path) -> tuple[Path, Path]:
    """Those families as a file and as a database."""
    file, database = tmp_path / "secret.json", tmp_path / "secret" / "families.sqlite3"
    file.write_text(json.dumps(told), "utf-8")
    assert run(["import", str(file)], {"EYMEETING_DATABASE": str(database)}) == 0
    return file, database


def listed_values() -> set[str]:
    schema = json.dumps(json.loads(files("db").joinpath("families.schema.json").read_text("utf-8")))
    found = re.findall(r'"(?:enum|const)": (\[.*?\]|"\w+")', schema)
    return {value for each in found for value in re.findall(r'"(\w+)"', each)}


def with_sentinels(value: Any, listed: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: with_sentinels(each, listed) if key != "ref" else each for key, each in value.items()}
    if isinstance(value, list):
        return [with_sentinels(each, listed) for each in value]
    if isinstance(value, str) and value not in listed and FREE.match(value):
        return f"{value} {SENTINEL}"
    return value


def places(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where every value stands that holds no other."""
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(each, (*at, key))
    else:
        yield at


def test_no_problem_of_a_wrong_file_repeats_what_the_file_holds(told: dict[str, Any]) -> None:
    wrong = json.loads(json.dumps(told))
    for at in places(told):
        group = wrong
        for step in at[:-1]:
            group = group[step]
        if at[-1] not in ("schema", "ref"):
            group[at[-1]] = {} if isinstance(group[at[-1]], str) and SENTINEL in group[at[-1]] else SENTINEL
    _, problems = checked(json.dumps(wrong))
    assert len(problems) > 300
    assert not [problem for problem in problems if SENTINEL in problem]


def test_nor_does_a_fault_in_who_is_named(told: dict[str, Any]) -> None:
    wrong = json.loads(json.dumps(told))
    for family in wrong["families"]:
        for person in (*family["people"], *family["professionals"]):
            person["id"] = f"{SENTINEL}-{person['id']}"
    with pytest.raises(Problem) as raised:
        read_families(json.dumps(wrong))
    assert "names nobody" in str(raised.value)
    assert SENTINEL not in str(raised.value)


def test_whatever_copy_is_asked_for_only_its_path_comes_back(
    secret: tuple[Path, Path], ask: Ask, tmp_path: Path
) -> None:
    _, database = secret
    readers, ways = ("p1", "c1", "w1", "p9"), ((), ("--kind", "record"), ("--meeting", "2"))
    made = 0
    for ref, reader, way in product(("KEY-01", "KEY-02", "KEY-03", "KEY-99"), readers, ways):
        answer = ask(
            *("copy", ref, "--for", reader, *way, "--out", tmp_path / "papers", "--database", database)
        )
        assert SENTINEL not in answer.out + answer.err
        made += answer.status == 0
    assert made == len(list((tmp_path / "papers").iterdir())) > 5
    assert not [path for path in tmp_path.rglob("*") if SENTINEL in path.name]


def test_nor_do_refused_imports_and_exports_say_a_word_of_it(
    secret: tuple[Path, Path], ask: Ask, tmp_path: Path
) -> None:
    file, database = secret
    whole = file.read_text("utf-8")
    other, cut_short = tmp_path / "other.json", tmp_path / "cut short.json"
    other.write_text(whole.replace(SENTINEL, f"{SENTINEL}s"), "utf-8")
    cut_short.write_text(whole[: len(whole) // 2], "utf-8")
    for asked in (
        ("import", other),
        ("import", cut_short),
        ("export", tmp_path / "out.json", "--family", "KEY-99"),
        ("export", tmp_path / "nowhere" / "out.json"),
    ):
        answer = ask(*asked, "--database", database)
        assert answer.status == 1
        assert SENTINEL not in answer.err


def test_nor_when_the_database_breaks_in_the_middle(secret: tuple[Path, Path], ask: Ask) -> None:
    file, database = secret
    with closing(sqlite3.connect(database)) as broken:
        broken.execute(
            f"CREATE TRIGGER no BEFORE INSERT ON person BEGIN SELECT RAISE(ABORT, '{SENTINEL}'); END"
        )
    file.write_text(file.read_text("utf-8").replace("KEY-0", "KEY-8"), "utf-8")
    answer = ask("import", file, "--database", database)
    assert answer.status == 1
    assert SENTINEL not in answer.err


def test_nor_when_what_it_holds_makes_no_sense(
    secret: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    file, database = secret
    with closing(sqlite3.connect(database)) as broken:
        broken.execute("PRAGMA ignore_check_constraints = ON")
        broken.execute(f"UPDATE person SET dob = 'a day {SENTINEL}'")
        broken.commit()
    capsys.readouterr()
    status = run(["export", str(file.with_name("out.json"))], {"EYMEETING_DATABASE": str(database)})
    out, err = capsys.readouterr()
    assert (status, out) == (1, "")
    assert SENTINEL not in err
    assert not file.with_name("out.json").exists()


def test_the_last_resort_is_a_sentence_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", f"{SENTINEL}\0.json"], {}) == 1
    assert capsys.readouterr() == ("", SORRY)
