"""What the tests of what is expected on the screens share with the tests of the screens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from quiet import wait_for_rest
from worked_out_once import blank_file, share_statements, share_styles, spare_the_disk, spare_the_terminal

from eymeeting.domain.settings import Settings


def _of_the_screens(name: str) -> ModuleType:
    """A file beside the tests of the screens; tests are no package, so it cannot be imported by name."""
    path = Path(__file__).parent.parent / "screens" / f"{name}.py"
    spec = spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def _quick_screens() -> Iterator[None]:
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
def room(_quick_screens: None, blank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A blank file for families, and the app to open on it."""
    spare_the_disk(monkeypatch)
    room = _of_the_screens("room").Room(tmp_path, _of_the_screens("seen").seen)
    shutil.copy(blank, room.database)
    return room
