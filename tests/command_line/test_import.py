from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Ask = Callable[..., Any]


def families_of(file: Path) -> list[dict[str, Any]]:
    families: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["families"]
    return families


def written(file: Path, families: list[dict[str, Any]]) -> Path:
    file.write_text(json.dumps({"schema": 1, "families": families}), "utf-8")
    return file


def test_every_key_comes_back_as_it_was(ask: Ask, every_key: Path, tmp_path: Path) -> None:
    empty, back, again = tmp_path / "empty.sqlite3", tmp_path / "back.json", tmp_path / "again.json"
    assert ask("import", every_key, "--database", empty).out == "6 families added\n"
    assert ask("export", back, "--database", empty).out == f"6 families written to {back}\n"
    assert families_of(back) == families_of(every_key)

    another = tmp_path / "another.sqlite3"
    ask("import", back, "--database", another)
    ask("export", again, "--database", another)
    assert again.read_bytes() == back.read_bytes()


def test_the_same_families_again_are_fine_and_change_nothing(
    ask: Ask, every_key: Path, everything: Callable[[], dict[str, str]]
) -> None:
    before = everything()
    assert ask("import", every_key) == (0, "6 families already here\n", "")
    assert everything() == before


def test_the_order_of_a_set_is_no_difference(ask: Ask, every_key: Path, tmp_path: Path) -> None:
    families = families_of(every_key)
    for family in families:
        for meeting in family["meetings"]:
            meeting["attendance"].reverse()
            meeting["scores"].reverse()
    assert ask("import", written(tmp_path / "turned.json", families)).out == "6 families already here\n"


def test_other_content_is_refused_and_nothing_of_the_file_is_taken_in(
    ask: Ask, every_key: Path, tmp_path: Path, everything: Callable[[], dict[str, str]]
) -> None:
    families = families_of(every_key)
    families[0]["family_name"] = "Somebody else"
    families[1]["ref"] = "KEY-99"
    file = written(tmp_path / "other.json", families)
    before = everything()
    answer = ask("import", file)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.splitlines() == [
        "Nothing was imported.",
        "Family KEY-01 is already here with other content. “--replace” puts the file's in its place.",
    ]
    assert everything() == before
    assert ask("export", tmp_path / "one.json", "--family", "KEY-99").status == 1


def test_replace_puts_the_files_family_in_the_place_of_the_other_and_backs_that_up(
    ask: Ask, every_key: Path, tmp_path: Path, database: Path
) -> None:
    families = families_of(every_key)
    families[0]["family_name"] = "Somebody else"
    file = written(tmp_path / "other.json", families)
    assert ask("import", file, "--replace").out == "5 families already here, 1 family replaced\n"
    ask("export", tmp_path / "now.json")
    assert families_of(tmp_path / "now.json")[6:] == families

    [backup] = (database.parent / "backups").iterdir()
    ask("export", tmp_path / "then.json", "--database", backup)
    assert families_of(tmp_path / "then.json")[6:] == families_of(every_key)


def test_a_wrong_file_is_told_a_sentence_for_every_problem_and_makes_no_database(
    ask: Ask, every_key: Path, tmp_path: Path, everything: Callable[[], dict[str, str]]
) -> None:
    families = families_of(every_key)
    del families[0]["family_name"]
    families[1]["people"][0]["kind"] = "parent"
    families[2]["people"][0]["first_nam"] = "Sam"
    file = written(tmp_path / "wrong.json", families)
    before = everything()
    answer = ask("import", file, "--database", tmp_path / "new" / "families.sqlite3")
    assert answer.status == 1
    assert [line.partition(":")[0] for line in answer.err.splitlines()] == [
        "Nothing was imported",
        "Family KEY-01",
        "Family KEY-02, people 1, kind",
        "Family KEY-03, people 1",
    ]
    assert "“first_nam” is not a key here. Did you mean “first_name”?" in answer.err
    assert everything() == before


def test_a_file_without_a_family_is_fine(ask: Ask, tmp_path: Path) -> None:
    assert ask("import", written(tmp_path / "none.json", [])).out == "There was no family in the file.\n"


def test_a_file_saved_with_a_byte_order_mark_is_read(ask: Ask, every_key: Path, tmp_path: Path) -> None:
    file = tmp_path / "marked.json"
    file.write_bytes(b"\xef\xbb\xbf" + every_key.read_bytes())
    assert ask("import", file).out == "6 families already here\n"
