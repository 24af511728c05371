"""The fixed words of our papers, in English or in a language somebody has checked; free words stay as said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


def _english(one: str, several: str, number: int) -> str:
    return one if number == 1 else several


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedWords:
    """Headings and sentences of ours in one language. Called with the English words, it gives them in that language.

    ``code`` is the language's, such as “ar”; ``find`` gives what stands for an English text,
    ``find_counted`` what stands for one of two by a number, in as many forms as the language has.
    """

    code: str = "en-GB"
    from_the_right: bool = False
    find: Callable[[str], str] = str
    find_counted: Callable[[str, str, int], str] = _english

    def __call__(self, english: str, /, **given: object) -> str:
        """These words in the language, with what is ``given`` in the places named in braces."""
        found = self.find(english)
        return found.format(**given) if given else found

    def counted(self, one: str, several: str, number: int, /, **given: object) -> str:
        """The words for this number of things, which stands in the place ``{number}``."""
        return self.find_counted(one, several, number).format(number=number, **given)

    def known(self, text: str) -> str:
        """A fixed text that came in a value, such as “not asked”; what is no fixed text of ours stays as it is."""
        return self.find(text) if text else text


ENGLISH: Final = FixedWords()
