"""Families at one panel, made up by Hypothesis: every text of each holds words that no other family has.

Some things they share: a last name, a street, a school, two of their workers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st
from made.pen import told

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer, Sharing
from eymeeting.domain.entry import Level, Visibility
from eymeeting.domain.family import Family, collections
from eymeeting.domain.panel import FamilyTold, Known, PanelItem, TellFamily
from eymeeting.domain.panel_meeting import PanelMeeting, Seat, Slot
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker

TODAY: Final = date(2026, 11, 22)
FAMILIES: Final = "bcdfg"
_LETTERS: Final = "bcdfghjklmnpqrst"
_WORD: Final = re.compile(f"zq([{FAMILIES}])")
SEATS: Final = (
    Seat(name="Grace Holloway", role="Family support worker", agency="Larkfield centre", is_chair=True),
    Seat(name="Imran Sheikh", role="Health visitor", agency="Riverside Health Visiting"),
    Seat(name="Joe Marsh", role="Housing officer", agency="Harbour Homes"),
)
ANSWERS: Final[tuple[AgencyAnswer, ...]] = ("yes", "yes", "yes", "limited", "no", "not_asked")
LEVELS: Final[tuple[Level, ...]] = ("family", "family", "named", "chair_and_agency", "safeguarding")


def whose_words(texts: Iterable[str]) -> set[str]:
    """The letters of all families of which any word, or the beginning of one, stands in some texts."""
    return {letter for text in texts for letter in _WORD.findall(text.casefold())}


class AtThePanel:
    """A panel and its families in their order; the place of each gives its letter."""

    def __init__(self, panel: PanelMeeting, families: Sequence[Family]) -> None:
        self.panel, self.families = panel, tuple(families)

    def __repr__(self) -> str:
        """Every entry with what it holds, a line each, so that a failing example can be read."""
        entries = (each for family in self.families for _, several in collections(family) for each in several)
        return "\n".join((told(self.panel), *(told(each) for each in entries)))

    def letter(self, ref: str) -> str:
        """The letter in all words of a family."""
        return FAMILIES[[each.ref for each in self.families].index(ref)]

    @property
    def pairs(self) -> list[tuple[Family, PanelItem]]:
        """Each family with its item at this panel."""
        return [(each, each.panel_items[-1]) for each in self.families]


class _Pen:
    """Draws, and writes words of one family."""

    def __init__(self, draw: st.DrawFn, letter: str) -> None:
        self._draw, self._letter, self._count = draw, letter, 0

    def word(self) -> str:
        """A word of its own."""
        count, letters = self._count, ""
        for _ in range(3):
            count, letter = divmod(count, len(_LETTERS))
            letters = _LETTERS[letter] + letters
        self._count += 1
        return f"Zq{self._letter}{letters}"

    def text(self) -> str:
        """A sentence around a word of its own."""
        sentence: str = self.one(("We talked of {}", "{} is what matters", "{}"))
        return sentence.format(self.word())

    def maybe(self) -> str | None:
        """A sentence, or now and then none."""
        return None if self.one((True, False, False)) else self.text()

    def one(self, some: Sequence[Any]) -> Any:
        """One of several."""
        return self._draw(st.sampled_from(some))

    def visibility(self, members: Sequence[str]) -> Visibility:
        """Who may see something."""
        level = self.one(LEVELS)
        return Visibility(level=level, to=(self.one(members),) if level == "named" else None)


@st.composite
def panels(draw: st.DrawFn, *, most: int = 5) -> AtThePanel:
    """A panel of today with two families or more."""
    families = [_family(_Pen(draw, FAMILIES[place]), place) for place in range(draw(st.integers(2, most)))]
    slots = tuple(Slot(family=each.ref, panel_item=each.panel_items[-1].id, minutes=10) for each in families)
    order = draw(st.permutations(slots))
    panel = PanelMeeting(
        id="n1", name="Family Matters", on=TODAY, start="09:00", seats=SEATS, slots=tuple(order)
    )
    return AtThePanel(panel, families)


def _family(pen: _Pen, place: int) -> Family:
    people, workers = _people(pen, place), _workers(pen)
    members = [each.id for each in (*people, *workers)]
    item = _item(pen, place, workers)
    return Family(
        details=FamilyDetails(
            id=f"EYM-07{place:02}",
            family_name=_last_name(pen, place),
            chosen_name=pen.one((None, pen.word())),
            case_system_number=pen.word(),
            hub=pen.word(),
            access_needs=pen.text(),
        ),
        people=people,
        households=(
            Household(
                id="h1",
                household="A",
                lines=(f"{pen.word()} House", "Mill Road"),
                postcode="ZZ99 4WW",
                hidden_from=pen.one(((), ("p2",))),
            ),
        ),
        workers=workers,
        agreements=(
            Agreement(id="g1", by="p1", on=TODAY, method="spoken", scope=pen.text(), note=pen.text()),
        ),
        answers=_answers(pen, workers),
        sharings=(Sharing(id="s1", on=TODAY, what=pen.text(), shared=True, shared_with=pen.word()),),
        panel_items=(item,),
        known=tuple(_known(pen, number, item, members, workers) for number in range(pen.one((0, 1, 3)))),
        actions=tuple(_action(pen, number, item, members, people) for number in range(pen.one((1, 2, 3)))),
    )


def _last_name(pen: _Pen, place: int) -> str:
    return "Carter" if place < 2 else pen.word()


def _people(pen: _Pen, place: int) -> tuple[Person, ...]:
    last = _last_name(pen, place)
    adult = Person(
        id="p1",
        first_name=pen.word(),
        last_name=last,
        relationship="mother",
        kind="adult",
        dob=None,
        due_date=None,
        parental_responsibility=True,
        household="A",
        phone=pen.word(),
        email=f"{pen.word()}@example.org",
        gp=pen.word(),
        access_needs=pen.text(),
    )
    father = replace(
        adult, id="p2", position=1, relationship="father", first_name=pen.word(), preferred_name=pen.word()
    )
    child = Person(
        id="c1",
        position=2,
        first_name=pen.word(),
        last_name=last,
        relationship="child",
        kind="child",
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household="A",
        school=pen.one(("Kiln Lane School", f"{pen.word()} School")),
    )
    return (adult, father, child)


def _workers(pen: _Pen) -> tuple[Worker, ...]:
    shared = tuple(
        Worker(id=f"w{number}", position=number, name=each.name, role=each.role, agency=each.agency)
        for number, each in enumerate(SEATS[: pen.one((1, 2))], start=1)
    )
    own = Worker(id="w9", position=9, name=f"Ann {pen.word()}", role=pen.word(), agency=f"{pen.word()} trust")
    return (*shared, own)


def _answers(pen: _Pen, workers: Sequence[Worker]) -> tuple[Answer, ...]:
    """Half of the families said yes to everybody."""
    agencies = dict.fromkeys((*(seat.agency for seat in SEATS), *(worker.agency for worker in workers)))
    given = pen.one((("yes",), ANSWERS))
    return tuple(
        Answer(id=f"y{number}", position=number, agreement="g1", agency=agency, answer=pen.one(given))
        for number, agency in enumerate(agencies)
    )


def _item(pen: _Pen, place: int, workers: Sequence[Worker]) -> PanelItem:
    told_of = pen.one((True, True, False))
    told_it = FamilyTold(
        told=True, on=TODAY, by="w9", note=pen.text(), agencies=pen.one((None, (SEATS[1].agency,)))
    )
    return PanelItem(
        id=f"item-{place}",
        on=TODAY,
        panel="Family Matters",
        slot_minutes=10,
        brought_by=pen.one([each.id for each in workers]),
        why_now=pen.text(),
        family_told=told_it if told_of else FamilyTold(told=False),
        went_on_because=None if told_of else pen.maybe(),
        question=pen.maybe(),
        decision=pen.maybe(),
        family_wants_you_to_know=pen.maybe(),
        tell_family=pen.one((None, TellFamily(who=pen.one([each.id for each in workers]), by=TODAY))),
    )


def _known(
    pen: _Pen, number: int, item: PanelItem, members: Sequence[str], workers: Sequence[Worker]
) -> Known:
    return Known(
        id=f"k{number}",
        position=number,
        panel_item=item.id,
        by=pen.one([each.id for each in workers]),
        text=pen.text(),
        visibility=pen.visibility(members),
    )


def _action(
    pen: _Pen, number: int, item: PanelItem, members: Sequence[str], people: Sequence[Person]
) -> Action:
    called = pen.one([each.called for each in people])
    return Action(
        id=f"a{number}",
        position=number,
        text=pen.one((pen.text(), f"Ring {called} about {pen.word()}", f"{called} comes from Mill Road")),
        owner=pen.one(members),
        due=TODAY,
        area="",
        status="not_started",
        visibility=pen.visibility(members),
        panel_item=item.id,
        how_we_will_know=pen.maybe(),
        helpers=pen.one((None, (pen.one(members),))),
    )
