"""Where a household lives, or has lived: one address with its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from string import ascii_uppercase
from typing import Any, Final

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family import Change
from eymeeting.domain.in_words import listed
from eymeeting.domain.kept_homes import (
    is_kept,
    is_kept_from,
    is_like_an_address,
    keeping_homes,
    kept_from,
    name_in_the_room,
)
from eymeeting.domain.names import name_in_picker, people_now, short_names
from eymeeting.domain.people import Household, Person
from eymeeting.domain.text import clean_line
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading, free_id
from screens.forms.person_choices import KEPT_HOME
from screens.forms.person_rows import choices
from screens.forms.words_of_days import past_day_or_month, past_or_coming_day

_LINE: Final = "line "
_DAYS: Final = ("since", "until")
_NOT_AN_ADDRESS: Final = (
    "The address goes in the lines below. Here stands a letter or a short name: A, or Gran's."
)
_STILL_THERE: Final = "That home has another address. Write there until when it was."


class HouseholdForm:
    """One address of a household. A new one is begun by the first line that is filled in.

    A household that moves has an address for each place, the one before with the day it ended.
    """

    help = """\
    A home has a letter or a short name, and an address for every place it was at: write the day that one was left.
    The postcode may stay empty, and so may the address: no fixed address.
    **Kept from** says who must never learn it. Turn the screen while this page shows an address.
    """

    def __init__(self, ref: str, household: str | None, *, lives_here: str | None = None) -> None:
        """``lives_here``: of a new address, the person whose home it is."""
        self._ref = ref
        self._id = household
        self._lives_here = lives_here

    @property
    def where(self) -> str:
        """The place of half-typed words. A new address has its id from the first look at the family on."""
        return f"{self._ref}/household {self._id or 'new'}"

    def title(self, view: FamilyView) -> str:
        """Whose home it is, in the names of the room; never the address."""
        home = self._home(view)
        if self._kept(view) is None:
            return "Another address"
        living = [each.id for each in view.family.people if each.household == home.household]
        names = short_names(view.family)
        who = listed([names[each] for each in living])
        name = f"Home {name_in_the_room(view.family, home.household)}".rstrip()
        return name + (f" · {who}" if who else "")

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand."""
        home = self._home(view)
        hidden = is_kept(view.family, home)
        lines = [*home.lines, *[""] * (1 if home.lines else 2)]
        return (
            self._letter(view, home, kept=hidden),
            *(
                FormRow(
                    id=f"{_LINE}{at}",
                    label="Address" if at == 0 else "",
                    value=line,
                    hint="no fixed address" if at == 0 else "",
                    heading="Where it is (turn the screen)" if at == 0 else None,
                    kept=hidden,
                )
                for at, line in enumerate(lines)
            ),
            FormRow(id="postcode", label="Postcode", value=home.postcode, hint="may be empty", kept=hidden),
            FormRow(id="since", label="Since", value=_day(home.since), hint="12 march", heading="From when"),
            FormRow(id="until", label="Until", value=_day(home.until), hint="empty while they live there"),
            FormRow(
                id="hidden_from",
                label="Kept from",
                hint="These people never see this address.",
                choices=choices(
                    {
                        each.id: name_in_picker(each, view.family)
                        for each in people_now(view.family)
                        if each.kind != "unborn" and each.household != home.household
                    }
                ),
                chosen=home.hidden_from,
                several=True,
                kept=hidden,
                heading="Who must not learn it",
            ),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words, home = clean_line(typed).strip(), self._home(view)
        if row == "household":
            return self._renamed(view, words)
        if row.startswith(_LINE):
            return self._with(view, lines=_with_line(home.lines, int(row.removeprefix(_LINE)), words))
        if row in _DAYS:
            return self._read_day(view, row, words)
        if row == "postcode":
            return self._with(view, postcode=words.upper())
        return Reading()

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:  # noqa: ARG002
        """Keep the address from somebody, or no longer."""
        home = self._home(view)
        if choice not in home.hidden_from:
            return self._with(view, hidden_from=(*home.hidden_from, choice))
        if choice in kept_from(view.family, home.household):
            return Reading(problem="Somebody who lives here is kept from them. That comes first.")
        return self._with(view, hidden_from=tuple(each for each in home.hidden_from if each != choice))

    def taken_away(self, view: FamilyView) -> Reading | None:
        """An address entered by mistake; one that was left has its last day instead."""
        home = self._kept(view)
        return None if home is None else Reading(changes=(view.change(home, None),))

    def _letter(self, view: FamilyView, home: Household, *, kept: bool) -> FormRow:
        """Before anything is kept, the next free letter stands as a hint: another household's may be typed."""
        known = tuple(dict.fromkeys(each.household for each in view.family.households))
        if self._kept(view) is None:
            hint = f"{home.household}, or {listed(known)} when they moved" if known else home.household
            return FormRow(id="household", label="Home", hint=hint)
        named = kept and len(home.household) > 1
        return FormRow(id="household", label="Home", value=home.household, hint="A, or Gran's", kept=named)

    def _resident(self, view: FamilyView) -> Person | None:
        return None if self._lives_here is None else view.family.person(self._lives_here)

    def _kept(self, view: FamilyView) -> Household | None:
        if self._id is None:
            self._id = free_id("h", view.family.households)
        return next((each for each in view.family.households if each.id == self._id), None)

    def _home(self, view: FamilyView) -> Household:
        """The address as it stands, or a blank one that is not kept yet."""
        kept, person = self._kept(view), self._resident(view)
        return kept or Household(
            id=self._id or "",
            position=view.family.next_position(Household),
            household=(person and person.household) or _free_letter(view),
            lines=(),
            postcode="",
            hidden_from=(),
        )

    def _with(self, view: FamilyView, understood: str = "", /, **known: Any) -> Reading:
        before, home = self._kept(view), self._home(view)
        after = replace(home, **known)
        if after == home:
            return Reading(understood=understood)
        person = self._resident(view)
        moving_in: tuple[Change, ...] = ()
        if before is None and person is not None and person.household != after.household:
            moving_in = (view.change(person, replace(person, household=after.household)),)
        changes = keeping_homes(view.family, (view.change(before, after), *moving_in))
        return Reading(understood=understood, changes=_as_one(changes))

    def _renamed(self, view: FamilyView, words: str) -> Reading:
        """Another letter: of the whole household, unless another household has it already or nothing is kept yet."""
        if not words:
            return Reading(problem="A home needs a letter, or what you call it.")
        if words != self._home(view).household and is_like_an_address(words):
            return Reading(problem=_NOT_AN_ADDRESS)
        if self._lives_here is not None and is_kept_from(view.family, words, self._lives_here):
            return Reading(problem=KEPT_HOME)
        before, family = self._kept(view), view.family
        others = [each for each in family.households if each.id != self._id]
        is_known = words in {each.household for each in others}
        if before is None or is_known:
            still = [each for each in others if each.household == words and each.until is None]
            return self._with(view, _STILL_THERE if still else "", household=words)
        homes = [home for home in family.households if home.household == before.household]
        people = [person for person in family.people if person.household == before.household]
        return Reading(
            changes=(
                *(view.change(home, replace(home, household=words)) for home in homes),
                *(view.change(person, replace(person, household=words)) for person in people),
            )
        )

    def _read_day(self, view: FamilyView, row: str, words: str) -> Reading:
        if not words:
            return self._with(view, "", **{row: None})
        read = (past_or_coming_day if row == "until" else past_day_or_month)(words, view.today)
        if read.day is None:
            return Reading(problem=read.problem)
        return self._with(view, read.understood, **{row: read.day})


def _as_one(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes of one address as a single one, from as it was to as it is kept in the end."""
    first, *more = changes
    last = {change.entry.id: change for change in more}
    mine = last.pop(first.entry.id, None)
    return (first if mine is None else replace(first, after=mine.after), *last.values())


def _with_line(lines: tuple[str, ...], at: int, words: str) -> tuple[str, ...]:
    kept = [*lines, *[""] * (at + 1 - len(lines))]
    kept[at] = words
    return tuple(line for line in kept if line)


def _free_letter(view: FamilyView) -> str:
    taken = {home.household for home in view.family.households} | {
        person.household for person in view.family.people
    }
    return next((letter for letter in ascii_uppercase if letter not in taken), "")


def _day(day: date | None) -> str:
    return "" if day is None else day_in_words(day)
