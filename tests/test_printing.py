from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from eymeeting.domain.problems import Problem
from eymeeting.folders import open_folder
from eymeeting.printing import NOT_PRINTED, way_to_print

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows prints by its own way")

Programs = Callable[..., Mapping[str, str]]


@pytest.fixture
def programs(tmp_path: Path) -> Programs:
    """Stand-ins for the system's programs, each a script that notes its words and then does what is given."""
    folder = tmp_path / "programs"
    folder.mkdir()

    def put(**scripts: str) -> Mapping[str, str]:
        for name, then in scripts.items():
            script = folder / name
            script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/{name}.said"\n{then}\n')
            script.chmod(0o755)
        return {"PATH": f"{folder}{os.pathsep}/bin{os.pathsep}/usr/bin", "DISPLAY": ":7"}

    return put


def said_to(tmp_path: Path, program: str) -> list[str]:
    return (tmp_path / f"{program}.said").read_text("utf-8").splitlines()


DEFAULT = "echo system default destination: Front_Desk"


def test_a_word_file_goes_through_an_office_program_with_a_profile_of_its_own(
    programs: Programs, tmp_path: Path
) -> None:
    printer = way_to_print(programs(lpstat=DEFAULT, soffice="exit 0"))
    assert printer is not None
    assert said_to(tmp_path, "lpstat") == ["-d"]
    paper = tmp_path / "a plan; echo.docx"
    printer.send(paper)
    profile, *words = said_to(tmp_path, "soffice")
    assert words == ["--headless", "--norestore", "--pt", "Front_Desk", str(paper)]
    assert profile.startswith("-env:UserInstallation=file:///")
    assert not Path(profile.partition("file://")[2]).exists()


def test_what_cups_takes_goes_straight_to_the_printer(programs: Programs, tmp_path: Path) -> None:
    printer = way_to_print(programs(lpstat=DEFAULT, lp="exit 0"))
    assert printer is not None
    printer.send(tmp_path / "-plan.pdf")
    assert said_to(tmp_path, "lp") == ["-d", "Front_Desk", "--", str(tmp_path / "-plan.pdf")]


@pytest.mark.parametrize(
    "answer", ["echo no system default destination", "exit 1", "echo system default destination:"]
)
def test_without_a_default_printer_there_is_no_way(answer: str, programs: Programs) -> None:
    assert way_to_print(programs(lpstat=answer)) is None


def test_without_anything_that_prints_there_is_no_way(tmp_path: Path) -> None:
    assert way_to_print({"PATH": str(tmp_path)}) is None


def test_a_printer_that_refuses_is_told_in_a_sentence(programs: Programs, tmp_path: Path) -> None:
    printer = way_to_print(programs(lpstat=DEFAULT, lp="exit 3"))
    assert printer is not None
    with pytest.raises(Problem, match=NOT_PRINTED):
        printer.send(tmp_path / "plan.pdf")


def test_a_folder_is_opened_by_the_programs_of_the_system(programs: Programs, tmp_path: Path) -> None:
    environment = programs(**{"xdg-open": "exit 0", "open": "exit 0"})
    folder = tmp_path / "EYM-0001"
    with pytest.raises(Problem, match="no folder yet"):
        open_folder(folder, environment)
    folder.mkdir()
    open_folder(folder, environment)
    assert said_to(tmp_path, "open" if sys.platform == "darwin" else "xdg-open") == [str(folder)]
    with pytest.raises(Problem, match="The copies are in"):
        open_folder(folder, programs(**{"xdg-open": "exit 4", "open": "exit 4"}))


@pytest.mark.skipif(sys.platform != "linux", reason="a Mac always has windows")
def test_without_windows_the_place_is_said_and_no_program_takes_the_terminal(
    programs: Programs, tmp_path: Path
) -> None:
    environment = {**programs(**{"xdg-open": "exit 0"}), "DISPLAY": ""}
    with pytest.raises(Problem, match=str(tmp_path)):
        open_folder(tmp_path, environment)
    assert not (tmp_path / "xdg-open.said").exists()
