"""The family's story: before, now, and what is hoped for. At a review all that is known, and what has changed."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.meeting import STORY, Section
from screens.steps.lines import LinesStep

CHANGED: Final = "What has changed since we last met?"
_NOW: Final[tuple[Section, ...]] = ("present",)


class StoryStep(LinesStep):
    """Three parts at a first meeting; at a review one, for nothing known is asked again."""

    STEP = "story"
    SECTIONS = STORY

    def sections(self) -> tuple[Section, ...]:
        """At a review only how things are now."""
        return _NOW if asks_what_has_changed(self.view.meeting) else super().sections()

    def question(self, section: Section) -> str:
        """At a review, what has changed."""
        return CHANGED if asks_what_has_changed(self.view.meeting) else super().question(section)
