"""A pen that draws what Hypothesis chooses and writes down what is true of each word it writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from made.who_may_read import Secret

from eymeeting.domain.entry import Entry, Level, Visibility
from eymeeting.domain.family import Family

T = TypeVar("T")
LETTERS: Final = "bcdfghjklmnpqrst"
SENTENCES: Final = (
    "We talked about {} and what comes next",
    "{} is what matters most at home",
    "Nobody but {} knew of it before Sunday",
    "{}",
)


def told(part: Any) -> str:
    """A value with only those of its fields that hold anything."""
    held = [(each.name, getattr(part, each.name)) for each in fields(part) if each.name != "position"]
    return f"{type(part).__name__}({', '.join(f'{name}={value!r}' for name, value in held if value)})"


class Pen:
    """Draws, and writes down what is true of each word as it is written."""

    def __init__(self, draw: st.DrawFn, *, aloud: bool) -> None:
        self.draw, self.aloud = draw, aloud
        self.secrets: list[Secret] = []
        self.entries: list[Entry] = []
        self.addresses: list[str] = []

    def word(self, **true_of_it: Any) -> str:
        """A word of its own: six letters that no other ends or begins with."""
        count, letters = len(self.secrets), ""
        for _ in range(3):
            count, letter = divmod(count, len(LETTERS))
            letters = LETTERS[letter] + letters
        secret = Secret(word=f"zqk{letters}", **true_of_it)
        self.secrets.append(secret)
        return secret.word

    def text(self, **true_of_it: Any) -> str:
        """A sentence around a word of its own, at times with an address that is kept from somebody."""
        sentence = SENTENCES[len(self.secrets) % len(SENTENCES)].format(self.word(**true_of_it))
        if self.addresses and self.chance(12):
            return f"{sentence}, at {self.one(self.addresses)}"
        return sentence

    def timed(
        self, text: str, members: Sequence[str], **true_of_it: Any
    ) -> tuple[str, tuple[str, ...] | None]:
        """Now and then with a time of day that no other text has, and who gets it without that time."""
        if self.aloud or not self.chance(4):
            return text, None
        without = self.some(members, 2)
        number = len(self.secrets) % 540
        self.secrets.append(
            Secret(
                **{**true_of_it, "kind": "time of day", "without_times": without},
                word=f"{number // 60 + 1:02}:{number % 60:02}",
            )
        )
        return f"{text} at {self.secrets[-1].word}", without or None

    def maybe_text(self, **true_of_it: Any) -> str | None:
        """A sentence, or now and then none."""
        return None if self.chance(2) else self.text(**true_of_it)

    def keep(self, entry: Entry) -> None:
        """One more entry, behind the others."""
        self.entries.append(replace(entry, position=len(self.entries)))

    def one(self, some: Sequence[T]) -> T:
        """One of several."""
        return self.draw(st.sampled_from(some))

    def chance(self, of: int) -> bool:
        """Once in so many times, less often where Hypothesis looks for the smallest."""
        return self.draw(st.integers(0, of - 1)) == of - 1

    def count(self, fewest: int, most: int) -> int:
        """A number between two."""
        return self.draw(st.integers(fewest, most))

    def some(self, of: Sequence[T], most: int = 3) -> tuple[T, ...]:
        """A few of several, each once."""
        return tuple(self.draw(st.lists(st.sampled_from(of), max_size=most, unique=True))) if of else ()

    def not_for(self, members: Sequence[str]) -> tuple[str, ...] | None:
        """Now and then somebody a thing is kept from."""
        return self.some(members, 2) or None if self.chance(4) else None

    def visibility(self, members: Sequence[str]) -> Visibility:
        """One of the four levels; half of all is for everyone."""
        levels: tuple[Level, ...] = (
            "family",
            "family",
            "family",
            "named",
            "chair_and_agency",
            "safeguarding",
        )
        level = self.one(levels)
        return Visibility(level=level, to=self.some(members) if level == "named" else None)


def everybody(family: Family) -> tuple[str, ...]:
    """The ids of everybody, of the family and of those who help it."""
    return tuple(each.id for each in (*family.people, *family.workers))


def people_among(family: Family, *who: str | None) -> tuple[str, ...]:
    """Those of several who are of the family."""
    return tuple(each.id for each in family.people if each.id in who)


def true_of(seen: Visibility, place: str | None, **more: Any) -> dict[str, Any]:
    """What is true of a text that may be seen so far: those it names are reached wherever it was said."""
    named = seen.to or ()
    more["reached"] = (*more.get("reached", ()), *named)
    return {"level": seen.level, "to": named, "place": place, **more}
