"""What tests of the screens share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from quiet import wait_for_rest
from textual.app import App
from worked_out_once import blank_file, share_statements, share_styles, spare_the_disk, spare_the_terminal

from eymeeting.domain.settings import Settings

NEVER = 600.0
"""Seconds until what is typed would go to disk by itself, or what is told would go; no test takes as long."""


def _beside(name: str) -> ModuleType:
    """A file in this folder; tests are no package, so it cannot be imported by name."""
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def seen() -> Callable[[App[Any]], str]:
    """A function that returns the words on an app's screen, line by line."""
    found: Callable[[App[Any]], str] = _beside("seen").seen
    return found


@pytest.fixture(scope="session")
def markup_corpus() -> tuple[str, ...]:
    """Strings that end the app, vanish or run an action where they are read as markup."""
    corpus: tuple[str, ...] = _beside("markup_corpus").MARKUP_CORPUS
    return corpus


@pytest.fixture(scope="session")
def people() -> ModuleType:
    """Families made for tests, and what builds them."""
    return _beside("room")


@pytest.fixture(scope="session", autouse=True)
def _worked_out_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        share_styles(patch)
        spare_the_terminal(patch)
        wait_for_rest(patch)
        yield


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and nothing in it, whose home opens with its names, to be copied."""
    return blank_file(tmp_path_factory.mktemp("blank"), Settings(home_covered=False))


@pytest.fixture
def room(
    tmp_path: Path,
    people: ModuleType,
    seen: Callable[[App[Any]], str],
    blank: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Any:
    """A blank file for families, and the app to open on it.

    What is typed goes to disk when a test lets the moment pass, however long its keys take to be taken in,
    and what is told for a while stays.
    """
    spare_the_disk(monkeypatch)
    for wait in ("keeper.WAIT", "keeper.PAUSE", "widgets.quick_line_told.SHOWN_FOR"):
        monkeypatch.setattr(f"screens.{wait}", NEVER)
    room = people.Room(tmp_path, seen)
    shutil.copy(blank, room.database)
    return room


BY_ITSELF = 0.05
"""Seconds until what is typed goes to disk by itself."""


@pytest.fixture
def elsewhere(room: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another folder, in which rescued words land while what is typed goes to disk by itself."""
    monkeypatch.setattr("screens.keeper.WAIT", BY_ITSELF)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder
