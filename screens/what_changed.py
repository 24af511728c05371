"""Asking what has changed, and with whom: a letter each, then a short form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from eymeeting.domain.entry import new_id
from eymeeting.domain.family_changing import Happening, can_happen, news_of
from eymeeting.domain.family_history import Happened
from eymeeting.domain.family_moving import living_with
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.in_words import listed
from eymeeting.domain.kept_homes import is_anyone_kept_from, is_kept_from, name_in_the_room
from eymeeting.domain.names import names_in_picker, people_now, short_names
from eymeeting.domain.people import Person
from screens.family_desk import FamilyView
from screens.forms.family_news import FamilyNewsForm
from screens.forms.form import Form
from screens.forms.joining import JoiningForm
from screens.forms.move import TOGETHER, MoveForm
from screens.forms.person import PersonForm
from screens.forms.person_rows import homes

WITH_WHOM: Final = "With whom has something changed?"
_JOINED: Final = "joined"
_QUIET_WAYS: Final = [(TOGETHER, "Everybody at the same home", ""), ("alone", "Alone, to another home", "")]
"""What is offered on a screen that all can read where a home is kept from anybody: no home, and nobody there."""

_WORDS: Final[dict[Happening, str]] = {
    "born": "Born",
    "name_change": "A new name",
    "moved": "Moved",
    "left": "Left the family",
    "joined": "Came back",
    "died": "Has died",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How a screen asks: what stands, a question with letters, a form to open; ``at`` is the open meeting."""

    view: Callable[[], FamilyView]
    pick: Callable[[str, Sequence[tuple[str, str, str]], Callable[[str], None]], None]
    open_form: Callable[[Form], None]
    at: str = ""

    def with_whom(self) -> None:
        """Ask with whom something has changed, somebody new among them; nobody an open meeting is kept apart from."""
        family = self.view().family
        apart = {who for each in family.meetings if each.id == self.at for who in kept_away_from(each)}
        people = tuple(each for each in people_now(family) if each.id not in apart)
        names = names_in_picker(people)
        choices = [(each.id, names[each.id], "") for each in people if can_happen(family, each.id)]
        if family.meetings:
            choices.append((_JOINED, "Somebody has joined the family", ""))
        self.pick(WITH_WHOM, choices, self._with)

    def what(self, who: str) -> None:
        """Ask what has changed with somebody."""
        family = self.view().family
        names = short_names(family)
        choices = [(each, _WORDS[each], "") for each in can_happen(family, who)]
        if choices:
            self.pick(f"What has changed with {names[who]}?", choices, lambda what: self._told(who, what))

    def again(self, happened: Happened) -> None:
        """Open what was told before, to put it right."""
        ref, [first, *_] = self.view().family.ref, happened.who
        news = happened.news[0] if happened.news else ""
        move = news.removesuffix(f"-{first}")
        if happened.what == "moved":
            is_here = move != news and any(home.id == move for home in self.view().family.households)
            self.open_form(MoveForm(ref, first, TOGETHER, move) if is_here else PersonForm(ref, first))
        elif happened.what == _JOINED and self._is_new(first, news):
            self.open_form(JoiningForm(ref, news))
        else:
            self.open_form(FamilyNewsForm(ref, first, happened.what, news))

    def _with(self, who: str) -> None:
        if who == _JOINED:
            self.open_form(JoiningForm(self.view().family.ref, new_id(), at=self.at))
        else:
            self.what(who)

    def _told(self, who: str, what: str) -> None:
        if what == "moved":
            self._moved(who)
            return
        happening = next(each for each in _WORDS if each == what)
        self.open_form(FamilyNewsForm(self.view().family.ref, who, happening, new_id(), at=self.at))

    def _moved(self, who: str) -> None:
        view = self.view()
        person = view.family.person(who)
        if person is None:
            return

        def opened(how: str) -> None:
            home = how.removeprefix("to ") if how.startswith("to ") else TOGETHER if how == TOGETHER else ""
            self.open_form(MoveForm(view.family.ref, who, home, new_id(), at=self.at))

        quietly = bool(self.at) and is_anyone_kept_from(view.family, person)
        choices = _QUIET_WAYS if quietly else _ways_to_move(view, person)
        if len(choices) == 1:
            opened(choices[0][0])
        else:
            self.pick("Who moved, and where to?", choices, opened)

    def _is_new(self, who: str, news: str) -> bool:
        family = self.view().family
        kept = news_of(family, news)
        before = [each for each in family.family_changes if each.person == who and each.event == "left"]
        return kept is not None and not before and getattr(family.person(who), "left", None) is None


def _ways_to_move(view: FamilyView, person: Person) -> list[tuple[str, str, str]]:
    family = view.family
    names = short_names(family)
    living = [each.id for each in living_with(family, person.id)]
    name = names[person.id]
    choices = []
    if len(living) > 1:
        everybody = listed(tuple(names[each] for each in living))
        choices.append((TOGETHER, f"Everybody at home: {everybody}", ""))
        choices.append(("alone", f"Only {name}, to a home of their own", ""))
    else:
        how = TOGETHER if person.household is not None else "alone"
        choices.append((how, f"{name}, to a new address", ""))
    choices += [
        (f"to {home}", f"Only {name}, to home {words or name_in_the_room(family, home)}", "")
        for home, words in homes(family, person).items()
        if home != person.household and not is_kept_from(family, home, person.id)
    ]
    return choices
