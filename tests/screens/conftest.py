"""What tests of the screens share."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from textual.app import App


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


@pytest.fixture
def room(tmp_path: Path, people: ModuleType, seen: Callable[[App[Any]], str]) -> Any:
    """A file for families, and the app to open on it."""
    return people.Room(tmp_path, seen)
