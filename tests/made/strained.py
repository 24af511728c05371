"""Meetings made to strain a paper: many people or one, long words, every script, signs that no paper can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.easy_words import fingerprint
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Contribution,
    EasyWords,
    Invitation,
    Line,
    Meeting,
    NextMeeting,
    NoScore,
    Priority,
    Score,
    Section,
)
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import FamilyDetails, Household, Person, Worker

TODAY: Final = date(2026, 11, 24)
_EARLIER, _NEXT = TODAY - timedelta(weeks=4), TODAY + timedelta(weeks=5)
_SECTIONS: Final[tuple[Section, ...]] = ("past", "present", "future", "good_at", "change", "life_when")

STORY: Final = " ".join(["It was a long winter, and we did what we could."] * 42)[:2000]
LONG_ACTION: Final = ("Ring the housing office about the damp in the back bedroom. " * 9)[:500]
ENDLESS: Final = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenvorsteher" * 2
WORDS: Final = (
    'Tea & toast <at last> at Zoë\'s "big" table',
    "Dad’s chłodny dzień, “très bien”, niño",
    "Reads to 👨‍👩‍👧‍👦 and 👩🏽‍🏫 each night 🎉",
    "نحن نأكل معًا كل مساء",
    "我们每天晚上一起吃饭，孩子们很高兴",
    "Sent by\x00 fax\x0b with\x1b[31m signs\x7f in\ufffe it",
    "Two\u00a0spaces\u2009of\u3000every\u200b kind\t and\r\nlines\u2028of\u2029their own",
    "שלום to everyone, 10am and مرحبا again",
    ENDLESS,
    "https://example.org/" + "a-very-long-address/" * 8,
    "ﬁﬂ Ⅳ ½ ﷽ Z̸̢a̷l̵g̶o̴ ỳ̀́",
    "]]> <!-- &amp; {{ name }} {0} %s \\n -- #@!",
    LONG_ACTION,
)
NAMES: Final = (
    "Zoë",
    "Łukasz",
    "Siobhán O’Néill",
    '<Ann> & "Bo"',
    "عائشة",
    "王小明",
    "Dan 🚂",
    "Mary-Jane Anne-Louise Featherstonehaugh-Cholmondeley",
    "É",
    "Kit\x0b Joe",
    "Noé\u200d",
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strain:
    """How much is asked of a paper. ``words`` and ``names`` are taken in turn; no ``score`` stands for nobody asked."""

    adults: int = 2
    children: int = 1
    services: int = 2
    actions: int = 3
    story: str = ""
    lines: int = 1
    score: int | NoScore | None = 5
    areas: int = 4
    confirmed: bool = False
    words: Sequence[str] = WORDS
    names: Sequence[str] = NAMES


WORST: Final = Strain(
    adults=8, children=4, services=12, actions=25, story=STORY, lines=3, score=1, areas=3, confirmed=True
)


def strained(strain: Strain, pack: Pack) -> Family:
    """A family under this strain, at its second meeting, with a third one planned. The first worker leads."""
    says = cycle(strain.words)
    people = tuple(_people(strain))
    workers = tuple(
        Worker(
            id=f"w{n}",
            name=f"{name} {n}",
            role=next(says)[:150],
            agency=f"{next(says)[:120]} {n}",
            phone="01632 960 301",
            interpreter=None,
        )
        for n, name in enumerate(islice(cycle(reversed(strain.names)), strain.services))
    )
    everybody = [each.id for each in (*people, *workers)]
    actions = tuple(_actions(strain, everybody, iter(says)))
    lines = tuple(
        Line(
            id=f"l-{section}-{n}",
            meeting="m2",
            section=section,
            text=next(says),
            by=everybody[n % len(everybody)],
        )
        for section in _SECTIONS
        for n in range(strain.lines)
    )
    if strain.story:
        lines = (*lines, Line(id="l-story", meeting="m2", section="past", text=strain.story))
    family = Family(
        details=FamilyDetails(id="F-9", family_name="Strain", chosen_name=f"The {strain.names[0]}s & co"),
        households=(
            Household(id="h", household="A", lines=("1 Test Street",), postcode="ZZ99 9ZZ", hidden_from=()),
        ),
        people=people,
        workers=workers,
        meetings=tuple(_meetings(next(says))),
        agreements=(Agreement(id="g", by="a0", on=_EARLIER, method="signed", scope="this plan"),),
        answers=tuple(
            Answer(id=f"g-{each.id}", agreement="g", agency=each.agency, answer="yes") for each in workers
        ),
        attendance=tuple(
            Attendance(id=f"at-{at}-{who}", meeting=at, who=who, status="present")
            for at in ("m1", "m2")
            for who in everybody
        ),
        invitations=tuple(Invitation(id=f"in-{who}", meeting="m3", who=who) for who in everybody),
        lines=lines,
        actions=actions,
        scores=tuple(_scores(strain, people, pack)),
        priorities=tuple(
            Priority(id=f"p-{area.id}", meeting="m2", area=area.id, life_when=next(says), hoped_for=9)
            for area in pack.areas[: strain.lines]
        ),
        contributions=tuple(
            Contribution(
                id=f"c-{each.id}",
                meeting="m2",
                by=each.id,
                visibility=FOR_THE_FAMILY,
                working=next(says),
                worry=next(says),
                can_offer=next(says),
            )
            for each in workers
        ),
        child_words=tuple(
            ChildWords(
                id=f"cw-{each.id}",
                meeting="m2",
                who=each.id,
                words=next(says),
                how="in the room",
                visibility=FOR_THE_FAMILY,
            )
            for each in people
            if each.kind == "child"
        ),
    )
    if not strain.confirmed:
        return family
    short = tuple(
        EasyWords(
            id=f"e-{each.id}",
            of=fingerprint(each.text),
            words=f"Short: {next(says)}",
            confirmed_by="w0",
            on=TODAY,
        )
        for each in actions[::2]
    )
    return replace(family, easy_words=short)


def _people(strain: Strain) -> Iterator[Person]:
    names = cycle(strain.names)
    for n in range(strain.adults + strain.children):
        is_adult = n < strain.adults
        yield Person(
            id=f"a{n}" if is_adult else f"k{n - strain.adults}",
            first_name=f"{next(names)} {n}",
            last_name="Strain",
            relationship="mother" if is_adult else "child",
            kind="adult" if is_adult else "child",
            dob=None,
            due_date=None,
            parental_responsibility=True if is_adult else None,
            household="A",
        )


def _meetings(purpose: str) -> Iterator[Meeting]:
    for number, on in enumerate((_EARLIER, TODAY, _NEXT), start=1):
        yield Meeting(
            id=f"m{number}",
            number=number,
            type="taf_review" if number > 1 else "taf_first",
            on=on,
            start="10:00",
            planned_minutes=60,
            chair="w0",
            venue="Garden room",
            purpose=purpose,
            outcome="carry_on" if number < 3 else None,
            lead_professional="w0",
            next_meeting=NextMeeting(on=_NEXT, time="10:00", place="Garden room") if number == 2 else None,
        )


def _actions(strain: Strain, everybody: Sequence[str], says: Iterator[str]) -> Iterator[Action]:
    for n in range(strain.actions):
        yield Action(
            id=f"do-{n}",
            meeting="m1" if n % 3 else "m2",
            text=f"{next(says)} (do{n})",
            owner=everybody[n % len(everybody)],
            helpers=(everybody[(n + 3) % len(everybody)],),
            due=TODAY + timedelta(days=n) if n % 4 else None,
            area="home",
            status="not_started",
            visibility=FOR_THE_FAMILY,
            how_we_will_know=next(says) if n % 2 else None,
            child_words=f"{next(says)} (do{n})" if n % 5 == 0 else None,
        )


def _scores(strain: Strain, people: Sequence[Person], pack: Pack) -> Iterator[Score]:
    if strain.score is None:
        return
    for at in ("m1", "m2"):
        for area in pack.areas[: strain.areas]:
            for each in people:
                yield Score(
                    id=f"s-{at}-{area.id}-{each.id}",
                    meeting=at,
                    area=area.id,
                    person=each.id,
                    value=strain.score,
                )
