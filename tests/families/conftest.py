"""What the tests of what is expected on the screens share with the tests of the screens."""

from __future__ import annotations

from at_the_screens import blank, people, quick_screens, room, seen

__all__ = ["blank", "people", "quick_screens", "room", "seen"]
