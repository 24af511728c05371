"""What all tests that open the app share: a room with a blank file, and families made for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from quiet import wait_for_rest
from textual.app import App
from worked_out_once import blank_file, share_signatures, share_statements, share_styles, spare_the_disk

from eymeeting.domain.settings import Settings

BESIDE = Path(__file__).parent / "screens"


@cache
def beside(name: str) -> ModuleType:
    """A file beside the tests of the screens; tests are no package, so it cannot be imported by name."""
    spec = spec_from_file_location(name, BESIDE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def quick_screens() -> Iterator[None]:
    """What every app would work out again is worked out once, and drawn when it is at rest."""
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        share_styles(patch)
        share_signatures(patch)
        wait_for_rest(patch)
        yield


@pytest.fixture(scope="session")
def seen() -> Callable[[App[Any]], str]:
    """A function that returns the words on an app's screen, line by line."""
    found: Callable[[App[Any]], str] = beside("seen").seen
    return found


@pytest.fixture(scope="session")
def people() -> ModuleType:
    """Families made for tests, and what builds them."""
    return beside("room")


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and nothing in it, whose home opens with its names, to be copied."""
    return blank_file(tmp_path_factory.mktemp("blank"), Settings(home_covered=False))


@pytest.fixture
def room(
    quick_screens: None, tmp_path: Path, people: ModuleType, seen: Any, blank: Path, monkeypatch: Any
) -> Any:
    """A blank file for families, and the app to open on it."""
    spare_the_disk(monkeypatch)
    room = people.Room(tmp_path, seen)
    shutil.copy(blank, room.database)
    return room
