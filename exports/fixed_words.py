"""The fixed words of our papers, in English or in a language somebody has checked; free words stay as said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedWords:
    """Headings and sentences of ours in one language. Called with the English words, it gives them in that language.

    ``code`` is the language's, such as “ar”; ``find`` gives what stands for an English text.
    """

    code: str = "en-GB"
    from_the_right: bool = False
    find: Callable[[str], str] = str

    def __call__(self, english: str, /, **given: object) -> str:
        """These words in the language, with what is ``given`` in the places named in braces."""
        found = self.find(english)
        return found.format(**given) if given else found


ENGLISH: Final = FixedWords()
