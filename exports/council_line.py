"""One line at the head or the foot of the council's own paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from exports.council_logos import Logo
from exports.spoken import says_nothing

Side = Literal["left", "center", "right"]

LONGEST_BESIDE: Final = 60
"""Letters that fit beside a logo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilLine:
    """One line: logos and words, and what stands at the right edge of it."""

    logos: tuple[Logo, ...] = ()
    words: str = ""
    right_logos: tuple[Logo, ...] = ()
    right_words: str = ""
    is_strong: bool = False
    side: Side = "left"

    @property
    def all_logos(self) -> tuple[Logo, ...]:
        """Its logos from left to right."""
        return (*self.logos, *self.right_logos)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it would be seen."""
        return not self.all_logos and says_nothing(self.words) and says_nothing(self.right_words)


def together(lines: tuple[CouncilLine, ...]) -> tuple[CouncilLine, ...]:
    """A logo with its one line of words beside it, because a page has little room; other lines as they are."""
    if len(lines) != 2:
        return lines
    logo, said = lines
    alone = (
        logo.all_logos
        and not (logo.words or logo.right_words)
        and not said.all_logos
        and not said.right_words
    )
    if not alone or len(said.words) > LONGEST_BESIDE or logo.side == "center":
        return lines
    return (beside(said, logo) if logo.side == "right" else beside(logo, said),)


def beside(left: CouncilLine, right: CouncilLine) -> CouncilLine:
    """Two lines as one, the second at the right edge."""
    return CouncilLine(
        logos=left.all_logos,
        words=" ".join(filter(None, (left.words, left.right_words))),
        right_logos=right.all_logos,
        right_words=" ".join(filter(None, (right.words, right.right_words))),
        is_strong=left.is_strong and right.is_strong,
    )
