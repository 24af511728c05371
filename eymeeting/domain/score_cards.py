"""A card for one person's own numbers: the parts of life that are scored together, 1 to 10, and nothing said before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from eymeeting.domain.beginning import under_way
from eymeeting.domain.cutting import choose_meeting
from eymeeting.domain.family import Family
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Area, Pack
from eymeeting.domain.people import Person
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import protected_kinds
from eymeeting.domain.scoring import areas_scored
from eymeeting.domain.sight import Reader, is_kept_apart
from eymeeting.domain.telling import is_discussion

NOT_FOR_THEM = "A score card is for somebody of the family, grown-up or child."


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreCard:
    """One person's card, or a blank one without a ``name``.

    ``areas`` are pairs: what a part of life is called, in a child's words for a child, and for a grown-up what it is
    about. ``bands`` are the lowest, the middle and the highest: their numbers, and what these mean. Last time's
    scores are not known here: they would steer. ``must_not_hold`` is as on a family's plan.
    """

    name: str
    is_child: bool
    on: date | None
    areas: tuple[tuple[str, str], ...]
    bands: tuple[tuple[str, str], ...]
    organisation: str
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def blank_card(pack: Pack, *, is_child: bool) -> ScoreCard:
    """A card for anybody: a child's, or a grown-up's."""
    return ScoreCard(
        name="",
        is_child=is_child,
        on=None,
        areas=_areas(pack.joint_areas(), is_child=is_child),
        bands=_bands(pack, is_child=is_child),
        organisation=pack.organisation,
    )


def score_card(
    family: Family, reader_id: str, *, today: date, pack: Pack, meeting: int | None = None
) -> ScoreCard:
    """Somebody's own card for a meeting: without ``meeting`` the one that is planned or under way, else the latest.

    Raises:
        Refused: they are no one who scores, or the meeting was kept apart from them.
        NotFound: nobody has this id, or no meeting has that number.
    """
    person = family.member(reader_id)
    if not isinstance(person, Person) or person.kind == "unborn":
        raise Refused(NOT_FOR_THEM)
    chosen = meeting_scored(family, reader_id, meeting, today=today)
    reader = Reader(id=reader_id)
    protected = protected_kinds(family, reader, today=today, pack=pack)
    paper = ForOneReader(
        family=without_what_is_kept_apart(family, reader_id),
        reader=reader,
        today=today,
        pack=pack,
        meeting=chosen,
        on=max(today, chosen.on),
        protected=tuple(protected),
        is_taken_home=True,
    )
    is_child = person.kind == "child"
    areas = _areas(areas_scored(pack, chosen, ()), is_child=is_child)
    return ScoreCard(
        name=paper.name(reader_id) or "",
        is_child=is_child,
        on=chosen.on,
        areas=tuple(each for each in areas if paper.cleared(each[0]) is not None),
        bands=_bands(pack, is_child=is_child),
        organisation=pack.organisation,
        must_not_hold={**kept_off(family, reader, today=today, pack=pack, may_see=paper.sees), **protected},
    )


def meeting_scored(family: Family, reader: str, number: int | None, *, today: date) -> Meeting:
    """The meeting that a card is for; without a number the one that is planned or under way, else the latest.

    Raises:
        Refused: the meeting was kept apart from the reader, or there is none yet.
        NotFound: no meeting has that number.
    """
    coming = under_way(family)
    if (
        number is None
        and coming is not None
        and not is_discussion(coming)
        and not is_kept_apart(family, coming.id, reader)
    ):
        return coming
    return choose_meeting(family, reader, number, today=today)


def _areas(areas: Iterable[Area], *, is_child: bool) -> tuple[tuple[str, str], ...]:
    """Each part of life that is asked together, in the words for whoever holds the card."""
    return tuple(
        (each.child_name or each.name, "") if is_child else (each.name, each.prompt)
        for each in areas
        if not each.ask_alone
    )


def _bands(pack: Pack, *, is_child: bool) -> tuple[tuple[str, str], ...]:
    bands = sorted(pack.bands, key=lambda each: each.low)
    shown = dict.fromkeys((bands[0], bands[len(bands) // 2], bands[-1]))
    return tuple(
        (
            str(each.low) if each.low == each.high else f"{each.low} – {each.high}",
            each.child if is_child else each.adult,
        )
        for each in shown
    )
