"""What can be wrong with how a paper is made: each fault a plain sentence without a word of what the paper says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LEAST_MARGIN: Final = 1077
"""1.9 centimetres, in twips."""

LONGEST_LINE: Final = 90
"""Letters in a line of usual text; the RNIB asks for 60 to 70, and a wide page in 11 points has just under this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a form of paper has to keep to: sizes in points, grades of Flesch-Kincaid, words of a sentence.

    ``is_for_family``: our own words are at fault where they are too hard, and jargon is
    looked for; workers' papers get advice alone.
    """

    name: str
    least_size: float
    hardest_grade: float
    longest_sentence: int
    is_for_family: bool = True
    may_have_empty_cells: bool = False


FAMILY: Final = Profile(name="family", least_size=12, hardest_grade=6, longest_sentence=25)
CLEAR: Final = Profile(name="clear", least_size=14, hardest_grade=6, longest_sentence=25)
LARGE: Final = Profile(name="large", least_size=16, hardest_grade=6, longest_sentence=25)
EASY_READ: Final = Profile(name="easyread", least_size=14, hardest_grade=4, longest_sentence=15)
PRACTITIONER: Final = Profile(
    name="practitioner", least_size=11, hardest_grade=10, longest_sentence=30, is_for_family=False
)
FORM: Final = Profile(
    name="form", least_size=12, hardest_grade=6, longest_sentence=25, may_have_empty_cells=True
)
