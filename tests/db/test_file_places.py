from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory

import pytest

from db.file import OpenFile, UnusableFile, open_file
from db.place import refuse_synchronised

ROOT = Path(__file__).parents[2]
Opened = Callable[[Path], OpenFile]

SYNCHRONISED: list[tuple[PurePath, Mapping[str, str]]] = [
    (PureWindowsPath(r"C:\Users\h\Work\f.sqlite3"), {"OneDrive": r"C:\Users\h\Work"}),
    (PureWindowsPath(r"c:\users\H\work\deep\f.sqlite3"), {"OneDriveCommercial": "C:\\Users\\h\\Work\\"}),
    (PureWindowsPath(r"D:\Cloud\f.sqlite3"), {"OneDriveConsumer": r"D:\Cloud"}),
    (PureWindowsPath(r"C:\Users\h\OneDrive - Essex\Documents\f.sqlite3"), {}),
    (PureWindowsPath(r"C:\Users\h\Dropbox\f.sqlite3"), {}),
    (PureWindowsPath(r"C:\Users\h\Dropbox (Family Hub)\f.sqlite3"), {}),
    (PureWindowsPath(r"C:\Users\h\iCloudDrive\f.sqlite3"), {}),
    (PureWindowsPath(r"C:\Users\h\Google Drive\f.sqlite3"), {}),
    (PureWindowsPath(r"\\server\share\f.sqlite3"), {}),
    (PureWindowsPath("//server/share/f.sqlite3"), {}),
    (PurePosixPath("//server/share/f.sqlite3"), {}),
    (PurePosixPath(r"\\server\share\f.sqlite3"), {}),
    (PurePosixPath("/home/h/Dropbox/f.sqlite3"), {}),
    (PurePosixPath("/home/h/DROPBOX/deep/f.sqlite3"), {}),
    (PurePosixPath("/home/h/Nextcloud/f.sqlite3"), {}),
    (PurePosixPath("/Users/h/Library/Mobile Documents/com~apple~CloudDocs/f.sqlite3"), {}),
    (PurePosixPath("/Users/h/Library/CloudStorage/OneDrive-Council/f.sqlite3"), {}),
    (PurePosixPath("/Users/h/Library/CloudStorage/Box-Box/f.sqlite3"), {}),
    (PurePosixPath("/Users/h/Library/CloudStorage/GoogleDrive-h/f.sqlite3"), {}),
]
FREE: list[tuple[PurePath, Mapping[str, str]]] = [
    (PureWindowsPath(r"C:\Users\h\AppData\Local\eymeeting\f.sqlite3"), {"OneDrive": r"C:\Users\h\OneDrive"}),
    (PureWindowsPath(r"C:\Users\h\f.sqlite3"), {"OneDrive": "", "OneDriveCommercial": ""}),
    (PurePosixPath("/home/h/.local/share/eymeeting/f.sqlite3"), {"OneDrive": "/home/h/work"}),
    (PurePosixPath("/home/h/dropbox.sqlite3"), {}),
    (PurePosixPath("/home/h/My Dropbox notes/f.sqlite3"), {}),
]


@pytest.mark.parametrize(("path", "environment"), SYNCHRONISED, ids=lambda each: str(each)[:40])
def test_a_synchronised_folder_or_network_share_is_refused(
    path: PurePath, environment: Mapping[str, str]
) -> None:
    with pytest.raises(UnusableFile, match=r"synchronised or on a network.*Nothing was written"):
        refuse_synchronised(path, environment)


@pytest.mark.parametrize(("path", "environment"), FREE, ids=lambda each: str(each)[:40])
def test_a_folder_of_this_computer_alone_is_fine(path: PurePath, environment: Mapping[str, str]) -> None:
    refuse_synchronised(path, environment)


def test_nothing_is_made_in_a_synchronised_folder(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="synchronised"):
        open_file(tmp_path / "Dropbox" / "families.sqlite3", {})
    with pytest.raises(UnusableFile, match="synchronised"):
        open_file(tmp_path / "work" / "families.sqlite3", {"OneDrive": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_a_link_into_a_synchronised_folder_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    link(tmp_path / "mine", tmp_path / "Dropbox")
    link(tmp_path / "families.sqlite3", tmp_path / "Dropbox" / "families.sqlite3")
    for path in (tmp_path / "mine" / "families.sqlite3", tmp_path / "families.sqlite3"):
        with pytest.raises(UnusableFile, match="synchronised"):
            open_file(path, {})
    assert list((tmp_path / "Dropbox").iterdir()) == []


def test_a_link_to_a_file_opens_the_file_it_stands_for(place: Path, opened: Opened) -> None:
    link(place.with_name("link.sqlite3"), place)
    assert opened(place.with_name("link.sqlite3")).path == place.resolve()
    with pytest.raises(UnusableFile, match="already open"):
        open_file(place, {})


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("no links may be made here")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match=r"is a folder\. Name a file"):
        open_file(tmp_path, {})


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file")
    with pytest.raises(UnusableFile, match=r"cannot be opened for writing .*Nothing was changed"):
        open_file(tmp_path / "notes" / "families.sqlite3", {})
    assert (tmp_path / "notes").read_text() == "a file"


@pytest.mark.parametrize("name", ["n" * 300, "nul\0name", "~nobody-of-that-name/f.sqlite3"])
def test_a_name_that_no_file_can_have_is_refused(name: str, tmp_path: Path) -> None:
    path = Path(name) if name.startswith("~") else tmp_path / name
    with pytest.raises(UnusableFile, match=r"Nothing was (changed|written)"):
        open_file(path, {})


WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from db.file import UnusableFile, open_file
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_file(Path(sys.argv[1]), {})
except UnusableFile as problem:
    print(problem)
"""


def asked_without_rights(path: Path) -> str:
    """What somebody is told who may not write there. Root may everything, so it becomes nobody first."""
    asked = subprocess.run(
        [sys.executable, "-c", WITHOUT_RIGHTS, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.stderr == ""
    return asked.stdout


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that everybody may reach, for nobody to be refused in it and not on the way there."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode"), [(0o444, 0o755), (0o666, 0o555), (0o000, 0o755), (0o666, 0o000)]
)
def test_who_may_not_write_is_told_so_in_a_sentence_and_nothing_changes(
    file_mode: int, folder_mode: int, place: Path, reachable: Path
) -> None:
    folder = reachable / "theirs"
    folder.mkdir()
    path = Path(shutil.copy(place, folder / "families.sqlite3"))
    before = path.read_bytes()
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    try:
        told = asked_without_rights(path)
    finally:
        folder.chmod(0o755)
        path.chmod(0o600)
    assert "Nothing was changed. Choose another place with --database" in told
    assert path.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_who_may_make_no_file_is_told_so_in_a_sentence(reachable: Path) -> None:
    folder = reachable / "theirs"
    folder.mkdir()
    folder.chmod(0o555)
    told = asked_without_rights(folder / "families.sqlite3")
    assert "Nothing was changed. Choose another place with --database" in told
    assert list(folder.iterdir()) == []
