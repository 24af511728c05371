"""What tests of the command line share: families on disk, and two ways of asking."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from worked_out_once import share_statements, spare_the_disk

from eymeeting.cli import run

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"


class Answer(NamedTuple):
    """What the command line gave back."""

    status: int
    out: str
    err: str


def fair(answer: Answer) -> Answer:
    """An answer that says a problem in plain sentences, and no problem where there is none."""
    assert "Traceback" not in answer.err
    assert "did not expect" not in answer.err
    assert answer.status in (0, 1, 2)
    if answer.status:
        assert answer.out == ""
        assert answer.err.strip()
        assert all(line.endswith((".", "?")) for line in answer.err.splitlines())
    return answer


@pytest.fixture(scope="session", autouse=True)
def _worked_out_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        yield


@pytest.fixture(scope="session")
def every_key() -> Path:
    """A file with every key of the interchange form."""
    return ROOT / "tests" / "families" / "every_key.json"


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo families as a file."""
    from eymeeting.demo import demo_families

    file = tmp_path_factory.mktemp("demo") / "demo.json"
    file.write_text(demo_families(), "utf-8")
    return file


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, every_key: Path, demo_file: Path) -> Path:
    """A database that holds both files' families. It is copied, never opened again."""
    database = tmp_path_factory.mktemp("filled") / "families.sqlite3"
    for file in (demo_file, every_key):
        assert run(["import", str(file)], {"EYMEETING_DATABASE": str(database)}) == 0
    return database


@pytest.fixture
def database(filled: Path, tmp_path: Path) -> Path:
    """A database of this test's own, with twelve families."""
    folder = tmp_path / "kept"
    folder.mkdir()
    own = folder / "families.sqlite3"
    shutil.copy(filled, own)
    return own


@pytest.fixture
def ask(
    database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Ask the command line within this process. Keywords are the environment."""
    spare_the_disk(monkeypatch)

    def asked(*arguments: object, **environment: str) -> Answer:
        set_for_all = {"EYMEETING_DATABASE": str(database), "EYMEETING_TODAY": TODAY}
        capsys.readouterr()
        status = run([str(each) for each in arguments], set_for_all | environment)
        return fair(Answer(status, *capsys.readouterr()))

    return asked


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., Answer]:
    """Start the program itself, in a folder of its own unless another is named."""

    def started(
        *arguments: object, folder: Path | None = None, environment: Mapping[str, str] | None = None
    ) -> Answer:
        if folder is None:
            folder = tmp_path / "elsewhere"
            folder.mkdir(exist_ok=True)
        own = {"EYMEETING_TODAY": TODAY, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": ""}
        ran = subprocess.run(
            [sys.executable, "-m", "eymeeting", *map(str, arguments)],
            cwd=folder,
            env={**os.environ, **own, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=100,
        )
        return fair(Answer(ran.returncode, ran.stdout, ran.stderr))

    return started


@pytest.fixture
def everything(tmp_path: Path) -> Callable[[], dict[str, str]]:
    """A function that returns every file of this test by its path, with a fingerprint of what it holds."""

    def listed() -> dict[str, str]:
        return {
            str(path.relative_to(tmp_path)): hashlib.sha256(path.read_bytes()).hexdigest()
            if path.is_file()
            else "folder"
            for path in sorted(tmp_path.rglob("*"))
        }

    return listed


@pytest.fixture
def held_open() -> Callable[[Path], object]:
    """Something to hold a database open with, in another process."""

    @contextmanager
    def held(database: Path) -> Iterator[None]:
        holder = (
            "import sys; from pathlib import Path; from db.file import open_file; "
            "file = open_file(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); file.close()"
        )
        with subprocess.Popen(
            [sys.executable, "-c", holder, str(database)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "open\n"
            yield
            other.communicate()

    return held
