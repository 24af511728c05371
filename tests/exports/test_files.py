from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from exports.files import save_copy
from eymeeting.domain.problems import Problem, Refused

OLDER = b"the plan of last time"
NEWER = bytes(range(256)) * 8


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_makes_its_folder_and_never_takes_the_place_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "papers" / "spring"
    names = [save_copy(docx.Document(), folder, "plan.docx").name for _ in range(3)]
    assert names == ["plan.docx", "plan-2.docx", "plan-3.docx"]
    assert names_in(folder) == ["plan-2.docx", "plan-3.docx", "plan.docx"]


def test_copies_saved_at_the_same_moment_all_get_a_name(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda _: save_copy(docx.Document(), tmp_path, "plan.docx"), range(8)))
    assert len(set(paths)) == len(names_in(tmp_path)) == 8


@pytest.mark.parametrize("name", ["../evil.docx", "/evil.docx", "..\\evil.docx", "CON.docx", "evil.docx. "])
def test_a_copy_stays_in_its_folder_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    path = save_copy(docx.Document(), folder, name)
    assert path.parent == folder
    assert names_in(tmp_path) == ["papers"]


def test_a_copy_that_holds_what_it_must_not_gets_no_name(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("She is at 22 Ferry Lane now.")
    with pytest.raises(Refused) as raised:
        save_copy(document, tmp_path / "papers", "plan.docx", must_not_hold=["22 Ferry Lane"])
    assert "Ferry" not in str(raised.value)
    assert names_in(tmp_path) == []


def test_a_folder_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "papers").write_bytes(OLDER)
    with pytest.raises(Problem, match=r"A file stands where the folder should be\."):
        save_copy(docx.Document(), tmp_path / "papers", "plan.docx")
    with pytest.raises(Problem, match=r"A file stands where the folder should be\."):
        save_copy(docx.Document(), tmp_path / "papers" / "spring", "plan.docx")
    assert (tmp_path / "papers").read_bytes() == OLDER


SMALL_DISK = """
import resource, sys
from pathlib import Path
import docx
from exports.files import save_copy
from eymeeting.domain.problems import Problem

folder = Path(sys.argv[1])
for room in range(0, 48_001, 4_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        save_copy(docx.Document(), folder, "plan.docx")
        print("saved")
    except Problem as problem:
        print(problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is of other systems")
def test_a_disk_without_room_loses_no_older_copy(tmp_path: Path) -> None:
    older = tmp_path / "plan.docx"
    older.write_bytes(OLDER)
    ran = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, str(tmp_path)], capture_output=True, text=True, check=True
    )
    said = ran.stdout.splitlines()
    assert said[0].startswith("The disk is full.")
    assert said[-1] == "saved"
    assert set(said) == {said[0], "saved"}
    assert older.read_bytes() == OLDER
    docx.Document(str(tmp_path / "plan-2.docx"))
    assert len(names_in(tmp_path)) == 1 + said.count("saved")
