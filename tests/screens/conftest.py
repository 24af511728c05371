"""What tests of the screens share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from at_the_screens import beside, blank, people, quick_screens, room, seen

__all__ = ["blank", "people", "quick_screens", "room", "seen"]


NEVER = 600.0
"""Seconds until what is typed would go to disk by itself, or what is told would go; no test takes as long."""


@pytest.fixture(scope="session", autouse=True)
def _worked_out_once(quick_screens: None) -> None:
    """Tests that open an app in another way are as quick."""


@pytest.fixture(autouse=True)
def _waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed goes to disk when a test lets the moment pass, however long its keys take to be taken in.

    And what is told for a while stays.
    """
    for wait in ("keeper.WAIT", "keeper.PAUSE", "widgets.quick_line_told.SHOWN_FOR"):
        monkeypatch.setattr(f"screens.{wait}", NEVER)


@pytest.fixture(scope="session")
def markup_corpus() -> tuple[str, ...]:
    """Strings that end the app, vanish or run an action where they are read as markup."""
    corpus: tuple[str, ...] = beside("markup_corpus").MARKUP_CORPUS
    return corpus


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
