"""What journeys share with the tests of the screens."""

from __future__ import annotations

import pytest
from at_the_screens import blank, people, quick_screens, room, seen

__all__ = ["blank", "people", "quick_screens", "room", "seen"]


@pytest.fixture(scope="session", autouse=True)
def _worked_out_once(quick_screens: None) -> None:
    """Journeys that open an app in another way are as quick."""
