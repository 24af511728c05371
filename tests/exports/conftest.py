"""Fictitious family copies to lay out: a usual one, one with nearly nothing in it, a very long one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import docx
import pytest
from docx.document import Document
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from eymeeting.domain.copies import (
    Attended,
    Change,
    FamilyCopy,
    Helper,
    NextTime,
    PlannedAction,
    ScoreRow,
)

MET_ON = date(2026, 11, 24)
MADE_AT = datetime(2026, 11, 24, 15, 5, tzinfo=UTC)
SCALE = "1 means things are as bad as they could be. 10 means everything is going very well."


class Paper:
    """A saved document, opened again. No-break spaces are shown as spaces."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document = docx.Document(io.BytesIO(content))
        blocks = list(self.document.iter_inner_content())
        self.paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        self.tables = [_rows(block) for block in blocks if isinstance(block, Table)]
        self.lines = [_plain(paragraph.text) for paragraph in self.paragraphs]
        self.headings = [
            _plain(each.text) for each in self.paragraphs if each.style and "Heading" in str(each.style.name)
        ]

    @property
    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            return package.namelist()

    def part(self, name: str) -> BaseOxmlElement:
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            return parse_xml(package.read(name))

    def under(self, heading: str) -> list[str]:
        """The paragraphs between this heading and the next."""
        start = self.lines.index(heading) + 1
        rest = self.lines[start:]
        return rest[: next((n for n, line in enumerate(rest) if line in self.headings), len(rest))]


def _rows(table: Table) -> list[list[str]]:
    return [[_plain(cell.text) for cell in row.cells] for row in table.rows]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture(scope="session")
def reopened() -> Callable[[Document], Paper]:
    def reopen(document: Document) -> Paper:
        whole = io.BytesIO()
        document.save(whole)
        return Paper(whole.getvalue())

    return reopen


@pytest.fixture(scope="session")
def made_at() -> datetime:
    return MADE_AT


@pytest.fixture(scope="session")
def usual_copy() -> FamilyCopy:
    return FamilyCopy(
        title_name="Team Lime Tree",
        belongs_to="Team Lime Tree",
        reader="Orla",
        on=MET_ON,
        place="Fernbank Children's Centre",
        helper=Helper(name="Mina Costa", role="Family support worker", phone="01632 960 141"),
        next_time=NextTime(on=date(2027, 1, 12), time="13:30", place="the Garden Room"),
        going_well=(
            "We eat tea together most nights",
            "Kit has made two friends at nursery",
            "Grandad Joe helps on school mornings",
            "Orla rang the landlord on her own",
        ),
        changes=(
            Change(area="Money", life_when="We know what we owe and the calls stop"),
            Change(area="Bedtimes and sleep", life_when="Kit sleeps in his own bed"),
            Change(area="Getting on together"),
        ),
        wanted=("Fewer rows in the mornings", "A door that shuts on the boys' room"),
        life_when=("We laugh more", "The mornings are calm"),
        done=(
            PlannedAction(what="Kit had his two-year check", who="Orla", due=date(2026, 11, 6)),
            PlannedAction(what="Filled in the form for a nursery place", who="Mina Costa", due=None),
        ),
        actions=(
            PlannedAction(
                what="Go to the debt advice drop-in. Take the letters in the blue bag.",
                who="Orla and Mina Costa",
                due=date(2026, 12, 4),
                how_we_will_know="We have a list of what we owe and a plan to pay.",
                theirs=True,
            ),
            PlannedAction(
                what="Lights out at 8pm, with one story",
                who="Orla and Sam",
                due=date(2026, 12, 1),
                how_we_will_know="Kit sleeps in his own bed four nights a week.",
                theirs=True,
            ),
            PlannedAction(
                what="Ask housing to look at the damp in the boys' room",
                who="Ray Dunne",
                due=date(2026, 12, 11),
                how_we_will_know="The damp is gone.",
                moved_from=(date(2026, 11, 20),),
            ),
            PlannedAction(
                what="Meet Alfie at the gate and give him a calm start",
                who="Tess Amadi",
                due=date(2026, 11, 30),
                how_we_will_know="Alfie tells us mornings feel better.",
                part_done=True,
            ),
            PlannedAction(
                what="Tell us about the playgroup in the church hall",
                who="Health visitor",
                due=date(2027, 1, 8),
                not_yet_asked="Mina Costa",
            ),
        ),
        worried=(
            "Call Mina Costa on 01632 960 141. If Mina is away, call the centre on 01632 960 100.",
            "If someone is in danger now, call 999.",
            "Children can call Childline free on 0800 1111, day or night.",
        ),
        scores=tuple(
            ScoreRow(area=area, who=who, last_time=then, now=now, hoped_for=hope)
            for area, who, then, now, hope in (
                ("Money", "Orla", "2", "4", "7"),
                ("Money", "Sam", "3", "3", "8"),
                ("Money", "Grandad Joe", "not asked", "5", "7"),
                ("Bedtimes and sleep", "Orla", "3", "5", "8"),
                ("Bedtimes and sleep", "Sam", "4", "4", "7"),
                ("Bedtimes and sleep", "Alfie", "2", "6", "9"),
                ("Getting on together", "Orla", "4", "6", "8"),
                ("Getting on together", "Sam", "5", "prefer not to say", "8"),
                ("Getting on together", "Alfie", "3", "4", "9"),
            )
        ),
        scale=SCALE,
        family_there=(
            Attended(name="Orla", role="mother"),
            Attended(name="Sam", role="father"),
            Attended(name="Alfie", role="child", note="for 20 minutes"),
            Attended(name="Grandad Joe", role="grandfather"),
        ),
        helpers_there=(
            Attended(name="Mina Costa", role="Family support worker"),
            Attended(name="Tess Amadi", role="Class teacher"),
            Attended(name="Ann Lowe", role="Health visitor"),
            Attended(name="Bev Harper", role="Nursery manager"),
        ),
        could_not_come=(Attended(name="Ray Dunne", role="Housing officer", note="sent a note"),),
        child_words=(("Alfie", "I like it when Dad walks me"),),
        may_see=("Lime Tree Primary School", "the health visiting team", "the housing team"),
        sharing=(
            "We will not share it with anyone else unless we think someone is at risk of harm.",
            "You can change your mind about sharing, or stop having meetings, at any time. Tell Mina Costa.",
            "You can ask us to put right anything that is wrong in this plan.",
        ),
        marking="Private. This plan belongs to Team Lime Tree.",
        organisation="Fernbank Children's Centre",
        lead_word="main helper",
        plan_word="family plan",
        to_do="What will happen next",
        left_out=1,
        must_not_hold=("22 Ferry Lane", "07700 900177"),
    )


@pytest.fixture(scope="session")
def bare_copy() -> FamilyCopy:
    return FamilyCopy(
        title_name=None,
        belongs_to="Orla",
        reader="Orla",
        on=MET_ON,
        place=None,
        helper=None,
        next_time=None,
        going_well=(),
        changes=(),
        wanted=(),
        life_when=(),
        done=(),
        actions=(),
        worried=(),
        scores=(),
        scale=SCALE,
        family_there=(),
        helpers_there=(),
        could_not_come=(),
        child_words=(),
        may_see=(),
        sharing=(),
        marking="",
        organisation="Fernbank Children's Centre",
        lead_word="main helper",
        plan_word="family plan",
        to_do="What will happen next",
    )


@pytest.fixture(scope="session")
def long_copy(usual_copy: FamilyCopy) -> FamilyCopy:
    return replace(
        usual_copy,
        actions=tuple(
            replace(usual_copy.actions[number % 5], due=MET_ON + timedelta(days=3 * number))
            for number in range(30)
        ),
        scores=usual_copy.scores * 4,
        family_there=(
            *usual_copy.family_there,
            *(Attended(name=f"Cousin {n}", role="cousin") for n in "ABC"),
        ),
        helpers_there=tuple(Attended(name=f"Worker {n}", role="Early help worker") for n in "ABCDEFGHIJK"),
        going_well=usual_copy.going_well * 3,
        child_words=(("Alfie", "I like it when Dad walks me"), ("Kit", "More trains. " * 60)),
    )
