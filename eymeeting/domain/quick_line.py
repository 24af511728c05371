"""The quick line: one thing to do, or one thing said, in one line.

``Ring housing about the damp @joe fri 11 dec #home ~he has a date in writing``

What will be done stands before the first mark. A mark counts at the start of a word:
``@`` and ``#`` only with a letter or digit right behind them, ``#`` only before an area;
``@@``, ``##`` and ``~~`` stand for the character itself. The first ``@`` owns the action, the
others help. Only what follows an ``@`` can be a date. ``~`` runs to the next ``@`` or ``#``.
``@grace will ask`` says who will ask an owner who is not there, and ``@zeb (uncle)`` brings in
somebody new.

A line that begins with ``+`` says what is going well, with ``?`` what somebody is worried
about, with ``"`` somebody's exact words; ``@`` says whose they are, and everything else is words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from eymeeting.domain.cost import in_pounds, remarks_on_cost
from eymeeting.domain.dates import Calendar, how_far, remarks, spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import others_known, owners_known
from eymeeting.domain.names import Member, short_names
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.quick_line_marks import Says, marks, opened, sections, spoken_sections
from eymeeting.domain.quick_line_reading import Asks, Known, Reading
from eymeeting.domain.typed_names import name_at


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLine:
    """What a quick line says.

    ``what`` and ``how_we_will_know`` are the words as typed, ends trimmed. ``owners``
    are ids, the owner first, then the helpers; empty while the first name is not settled.
    Of somebody's words it is the one who said them. ``who_will_ask`` is the id of whoever will
    ask the owner, who has not been asked yet. ``newcomers`` are those the line itself brings in.
    ``problems`` stop the line from being kept, ``remarks`` do not; both are plain sentences.
    ``understood`` is one line for the room.
    """

    what: str
    owners: tuple[str, ...]
    asks: Asks | None
    due: date | None
    area: str | None
    how_we_will_know: str | None
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    understood: str
    says: Says = "to_do"
    who_will_ask: str | None = None
    newcomers: tuple[Member, ...] = ()
    cost: float | None = None


def read_quick_line(
    text: str,
    family: Family,
    pack: Pack,
    today: date,
    calendar: Calendar,
    *,
    next_meeting: date | None = None,
    here: Collection[str] = (),
    apart: Collection[str] = (),
    askers: Sequence[str] = (),
    keyboard: str = "",
) -> QuickLine:
    """What the line says, whatever has been typed so far.

    ``here`` are the ids of those present; empty when that is not known. ``apart`` are the ids
    of those this meeting is kept apart from: never guessed or offered, and found only
    where what is typed means nobody else. ``askers`` may ask an owner who is not here, the
    likeliest first; ``keyboard`` types.
    """
    known = Known(family=family, pack=pack, today=today, next_meeting=next_meeting, apart=apart)
    reading = Reading.of(text, known)
    to_do = reading.says == "to_do"
    for section in sections(reading.text, pack) if to_do else spoken_sections(reading.text):
        reading.take(section)
    if not to_do:
        return _said(reading, here, keyboard)
    if not reading.what:
        reading.problems.insert(0, "What will be done is not written yet.")
    if reading.asker is not None and not reading.names:
        reading.problems.append("Who is to be asked? Name them first.")
    due = reading.dates[0] if len(reading.dates) == 1 else None
    area = reading.areas[0] if len(reading.areas) == 1 else None
    cost = reading.costs[0] if len(reading.costs) == 1 else None
    who_will_ask = _who_will_ask(reading, here, askers)
    return QuickLine(
        what=reading.what,
        owners=reading.owners,
        asks=reading.asks,
        due=due,
        area=area.id if area else None,
        how_we_will_know=" ".join(reading.known_by) or None,
        problems=tuple(reading.problems),
        remarks=(
            *_remarks_on_people(reading, here, who_will_ask),
            *_remarks_on_day(reading, due, calendar),
            *remarks_on_cost(reading.what, reading.costs),
        ),
        understood=" · ".join(
            part
            for part in (
                _who(reading),
                f"{spoken_near(due, today)}, {how_far(due, today)}" if due is not None else "",
                area.name if area is not None else "",
                in_pounds(cost) if cost is not None else "",
            )
            if part
        ),
        who_will_ask=who_will_ask,
        newcomers=tuple(reading.newcomers),
        cost=cost,
    )


def with_owner(text: str, asked: str, id: str, family: Family) -> str:  # noqa: A002
    """The line with the name that was asked about replaced by one that means only this person.

    The first name typed so that is not settled is replaced; nothing else changes. Where no
    name was typed, it is put behind the words.
    """
    owners = owners_known(family)
    if not asked:
        return f"{text.rstrip()} @{owners.to_type(id)}"
    at = _asked_at(text, asked, family)
    return text if at is None else text[:at] + owners.to_type(id) + text[at + len(asked) :]


def with_somebody_new(text: str, asked: str, family: Family) -> tuple[str, int]:
    """The line with brackets behind the name nobody has, and the place between them, where to say who it is."""
    at = _asked_at(text, asked, family)
    if at is None:
        return text, len(text)
    end = at + len(asked)
    return f"{text[:end]} (){text[end:]}", end + 2


def _asked_at(text: str, asked: str, family: Family) -> int | None:
    owners, others = owners_known(family), others_known(family)
    line = opened(text)[1]
    for sign, at in marks(line):
        if sign != "@":
            continue
        name = name_at(line, at + 1, owners, others)
        if name.typed == asked and name.introduced is None and len(name.ids) != 1:
            return at + 1
    return None


def _said(reading: Reading, here: Collection[str], keyboard: str) -> QuickLine:
    """A line of somebody's words. While nobody is named, it asks whose they are."""
    asks = reading.asks
    if not reading.what:
        reading.problems.insert(0, "The words are not written yet.")
    elif not reading.names:
        asks = Asks(asked="", candidates=_may_have_said(reading, here, keyboard))
        reading.problems.append("Whose words are these?" if reading.says == "own_words" else "Who says so?")
    elif len({name.typed for name in reading.names}) > 1:
        reading.problems.append("One line has one person's words.")
    words, speaker = reading.what, reading.owners[:1]
    if reading.says == "own_words" and words.endswith('"') and words.count('"') % 2:
        words = words[:-1].rstrip()
    return QuickLine(
        what=words,
        owners=speaker,
        asks=asks,
        due=None,
        area=None,
        how_we_will_know=None,
        problems=tuple(reading.problems),
        remarks=(),
        understood=_who_says(reading, speaker[0] if speaker else None),
        says=reading.says,
        newcomers=tuple(reading.newcomers),
    )


def _may_have_said(reading: Reading, here: Collection[str], keyboard: str) -> tuple[str, ...]:
    """Whose words a line may be: a helper's view most likely that of whoever types, exact words the family's."""
    known, owners = reading.known, reading.known.owners.members
    there = [who for who in owners if who in here or not here]
    typing = [] if reading.says == "own_words" else [keyboard]
    people = dict.fromkeys(who for who in (*typing, *there, *owners) if who in owners)
    return tuple(who for who in people if who not in known.apart)


_SAID = {
    ("going_well", True): "We are good at this, {} says",
    ("worried", True): "We want to change this, {} says",
    ("own_words", True): "{}'s own words",
    ("going_well", False): "Going well, {} says",
    ("worried", False): "Worried about this, {} says",
    ("own_words", False): "{}'s own words",
}
_OPENED = {"going_well": "Going well", "worried": "Worried about", "own_words": "Somebody's own words"}


def _who_says(reading: Reading, speaker: str | None) -> str:
    if speaker is None:
        return _OPENED[reading.says]
    family = reading.known.family
    new = next((member for member in reading.newcomers if member.id == speaker), None)
    is_family = isinstance(new, Person) or family.person(speaker) is not None
    called = reading.called(speaker) if new is not None else short_names(family)[speaker]
    return _SAID[reading.says, is_family].format(called)


def _who_will_ask(reading: Reading, here: Collection[str], askers: Sequence[str]) -> str | None:
    owner = reading.owners[0] if reading.owners else None
    if reading.asker is not None:
        return reading.asker.ids[0] if len(reading.asker.ids) == 1 and owner is not None else None
    if owner is None or not here or owner in here:
        return None
    members = reading.known.owners.members
    return next((who for who in askers if who != owner and who in members), None)


def _remarks_on_people(reading: Reading, here: Collection[str], who_will_ask: str | None) -> list[str]:
    if not reading.names:
        return ["Nobody's name is beside it yet."]
    if not reading.owners:
        return []
    names = short_names(reading.known.family) | {
        each.id: each.called if isinstance(each, Person) else each.name for each in reading.newcomers
    }
    owner, *helpers = reading.owners
    said = []
    if who_will_ask is not None:
        said.append(f"{names[owner]} has not been asked yet; {names[who_will_ask]} will ask.")
    elif here and owner not in here:
        said.append(f"{names[owner]} is not here: not yet asked.")
    return said + [f"{names[each]} is not here." for each in helpers if here and each not in here]


def _remarks_on_day(reading: Reading, due: date | None, calendar: Calendar) -> tuple[str, ...]:
    if due is None:
        return () if reading.date_is_wrong or reading.dates else ("No date yet.",)
    return remarks(due, reading.known.today, calendar)


def _who(reading: Reading) -> str:
    who = dict.fromkeys(
        reading.called(name.ids[0]) if len(name.ids) == 1 else f"“{name.typed}”?" for name in reading.names
    )
    owner, helpers = [*who][:1], [*who][1:]
    return " with ".join(filter(None, (*owner, " and ".join(helpers))))
