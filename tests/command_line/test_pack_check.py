from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from eymeeting.cli import run
from eymeeting.packs import SHIPPED, shipped_path


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    file = tmp_path / "ours.toml"
    file.write_text(files("eymeeting.packs").joinpath("essex.toml").read_text("utf-8"), "utf-8")
    return file


def test_a_pack_that_can_be_used_is_said_to_be(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pack", "check", str(pack)], {}) == 0
    assert "can be used: 10 areas, 7 kinds of meeting." in " ".join(capsys.readouterr().out.split())


def test_a_wrong_key_is_named_with_the_nearest_right_one(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack.write_text(pack.read_text("utf-8").replace("review_weeks", "reviw_weeks"), "utf-8")
    assert run(["pack", "check", str(pack)], {}) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "limits.reviw_weeks" in told.err
    assert "Did you mean review_weeks?" in told.err


def test_the_packs_that_come_with_the_app_are_listed_with_their_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["pack", "list"], {}) == 0
    told = "".join(capsys.readouterr().out.split())
    for name in SHIPPED:
        assert f"{name.capitalize()}-style" in told
        assert str(shipped_path(name)) in told


def test_a_pack_that_is_not_there_is_a_problem_and_no_file_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["pack", "check", str(tmp_path / "none.toml")], {}) == 1
    assert capsys.readouterr().err.startswith("There is no file ")
    assert run(["pack"], {}) == 2
    assert run(["pack", "check"], {}) == 2
