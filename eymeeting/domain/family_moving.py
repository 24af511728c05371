"""A family moves: the old address has its last day, the new one stays kept from whom the old one was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count
from string import ascii_uppercase

from eymeeting.domain.family import Change, Family
from eymeeting.domain.family_changing import told
from eymeeting.domain.kept_homes import keeping_homes, kept_from
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.names import people_now
from eymeeting.domain.people import Household, Person


def living_with(family: Family, who: str) -> tuple[Person, ...]:
    """Everybody at somebody's home as it is now, themselves too; nobody where it is not known which home it is."""
    person = family.person(who)
    if person is None or person.household is None:
        return ()
    return tuple(
        each
        for each in people_now(family)
        if each.household == person.household and each.died is None and each.left is None
    )


def moved_together(family: Family, who: str, on: date, *, move: str, at: str = "") -> tuple[Change, ...]:
    """Everybody at somebody's home moves: the home keeps its letter, and has a new address from that day on.

    ``move`` is the id of the new address, and begins that of each one's news. The
    new address is kept from everybody whom the old one was kept from.
    """
    person = family.person(who)
    if person is None:
        return ()
    label = person.household
    if label is None:
        return moved_alone(family, who, on, move=move, at=at)
    movers = tuple(each.id for each in living_with(family, who)) or (who,)
    left = [
        Change(family=family.ref, before=home, after=replace(home, until=on))
        for home in family.households
        if home.household == label and home.until is None
    ]
    new = _new_home(family, label, on, move=move, keep_from=kept_there(family, label))
    return keeping_homes(family, (*left, new, *_news(family, movers, on, move=move, at=at)))


def moved_alone(
    family: Family, who: str, on: date, *, move: str, to: str = "", at: str = ""
) -> tuple[Change, ...]:
    """Somebody moves alone: to another home of the family, or where ``to`` names none to one of their own."""
    person = family.person(who)
    if person is None:
        return ()
    carried = () if person.household is None else kept_there(family, person.household)
    label = to or _free_letter(family)
    moves = Change(family=family.ref, before=person, after=replace(person, household=label))
    after = family.after(moves)
    there = {each.id for each in after.people if each.household == label}
    keep_from = tuple(each for each in carried if each not in there)
    homes = (
        tuple(_keeping(family, to, keep_from))
        if to
        else (_new_home(family, label, on, move=move, keep_from=keep_from),)
    )
    return keeping_homes(family, (moves, *homes, *_news(family, (who,), on, move=move, at=at)))


def moved_on_another_day(family: Family, move: str, on: date) -> tuple[Change, ...]:
    """What has to change when a move is told again with another day."""
    new = next((home for home in family.households if home.id == move), None)
    was = {each.on for each in news_of_move(family, move)}
    left = [
        home
        for home in family.households
        if new is not None and home.household == new.household and home.id != move and home.until in was
    ]
    pairs = [
        *((home, replace(home, until=on)) for home in left),
        *([] if new is None else [(new, replace(new, since=on))]),
        *((each, replace(each, on=on)) for each in news_of_move(family, move)),
    ]
    return tuple(
        Change(family=family.ref, before=before, after=after) for before, after in pairs if before != after
    )


def news_of_move(family: Family, move: str) -> tuple[FamilyChange, ...]:
    """The news of everybody who moved in one move."""
    return tuple(each for each in family.family_changes if each.id.startswith(f"{move}-"))


def kept_there(family: Family, household: str) -> tuple[str, ...]:
    """From whom the address of a home is kept as it is now, in the family's order."""
    homes = [home for home in family.households if home.household == household]
    now = [home for home in homes if home.until is None] or homes[-1:]
    hidden = {each for home in now for each in home.hidden_from} | {*kept_from(family, household)}
    return tuple(person.id for person in family.people if person.id in hidden)


def _news(family: Family, movers: Iterable[str], on: date, *, move: str, at: str) -> Iterable[Change]:
    for who in movers:
        for change in told(family, who, "moved", on, news=f"{move}-{who}", at=at):
            yield change
            family = family.after(change)


def _new_home(family: Family, label: str, on: date, *, move: str, keep_from: tuple[str, ...]) -> Change:
    home = Household(
        id=move,
        position=family.next_position(Household),
        household=label,
        lines=(),
        postcode="",
        hidden_from=keep_from,
        since=on,
    )
    return Change(family=family.ref, before=None, after=home)


def _keeping(family: Family, label: str, keep_from: tuple[str, ...]) -> Iterable[Change]:
    for home in family.households:
        missing = tuple(each for each in keep_from if each not in home.hidden_from)
        if home.household == label and home.until is None and missing:
            kept = replace(home, hidden_from=(*home.hidden_from, *missing))
            yield Change(family=family.ref, before=home, after=kept)


def _free_letter(family: Family) -> str:
    taken = {home.household for home in family.households} | {each.household for each in family.people}
    letters = (letter * times for times in count(1) for letter in ascii_uppercase)
    return next(each for each in letters if each not in taken)


def move_taken_back(family: Family, move: str) -> tuple[Change, ...]:
    """What has to change when a move of a whole home was no move; nothing for somebody who moved alone."""
    new = next((home for home in family.households if home.id == move), None)
    news = news_of_move(family, move)
    was = {each.on for each in news}
    left = [
        home
        for home in family.households
        if new is not None and home.household == new.household and home.id != move and home.until in was
    ]
    if new is None or not left:
        return ()
    return (
        *(Change(family=family.ref, before=each, after=None) for each in (*news, new)),
        *(Change(family=family.ref, before=home, after=replace(home, until=None)) for home in left),
    )
