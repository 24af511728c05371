"""Panels made up by Hypothesis: whatever is said there, no paper of one family tells anything of another."""

import io
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.agency_panel_list import build_agency_panel_list
from exports.leaks import check_nothing_leaks
from exports.panel_note import build_panel_note
from exports.panel_record import build_panel_record
from exports.tell_list import build_tell_list
from eymeeting.domain.actions import Action
from eymeeting.domain.agency_panel_list import agencies_with_actions, agency_panel_list
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.entry import Level, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.panel import FamilyTold, Known, PanelItem, TellFamily
from eymeeting.domain.panel_note import panel_note
from eymeeting.domain.panel_record import panel_record
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.tell_list import tell_list
from eymeeting.packs import default_pack

PACK = default_pack()
DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AGENCIES = ("Larkfield centre", "Harbour Homes")
LEVELS: tuple[Level, ...] = ("family", "family", "named", "chair_and_agency", "safeguarding")
ANSWERS: tuple[AgencyAnswer, ...] = ("yes", "yes", "limited", "no", "not_asked")
TOKEN = re.compile(r"zq[a-e][b-z]{2}")


@dataclass
class Told:
    """One family's part of a panel, and what is true of each word in it."""

    family: Family
    item: PanelItem
    answers: dict[str, AgencyAnswer]
    entries: dict[str, Action | Known]

    @property
    def letter(self) -> str:
        return self.family.ref[-1]


@st.composite
def a_familys_part(draw: st.DrawFn, letter: str) -> Told:
    count = iter(f"{one}{two}" for one in "bcdfgh" for two in "jklmnpqrst")

    def word() -> str:
        return f"zq{letter}{next(count)}"

    names = {who: word() for who in ("p1", "p2", "last", "called")}
    people = tuple(
        Person(
            id=who,
            first_name=names[who].title(),
            last_name=names["last"].title(),
            relationship=kin,
            kind="adult",
            dob=None,
            due_date=None,
            parental_responsibility=True,
            household="A",
        )
        for who, kin in (("p1", "mother"), ("p2", "father"))
    )
    workers = tuple(
        Worker(id=f"w{n}", position=n, name=f"Worker {n}", role="Helper", agency=AGENCIES[n % 2])
        for n in range(1, 4)
    )
    everybody = ("p1", "p2", "w1", "w2", "w3")

    def visibility() -> Visibility:
        level = draw(st.sampled_from(LEVELS))
        to = tuple(draw(st.lists(st.sampled_from(everybody), max_size=2, unique=True)))
        return Visibility(level=level, to=to if level == "named" else None)

    def kept_from() -> tuple[str, ...] | None:
        return draw(st.sampled_from((None, None, ("p2",), ("w1",), ("w3",))))

    entries: dict[str, Action | Known] = {}
    for n in range(draw(st.integers(1, 4))):
        token = word()
        entries[token] = Action(
            id=f"a{n}",
            position=n,
            text=f"Ask {names['p1'].title()} what {token} needs before winter comes",
            owner=draw(st.sampled_from(everybody)),
            due=None,
            area="home",
            status="not_started",
            visibility=visibility(),
            panel_item="i",
            not_for=kept_from(),
        )
    for n in range(draw(st.integers(0, 2))):
        token = word()
        entries[token] = Known(
            id=f"k{n}",
            position=n,
            panel_item="i",
            by=draw(st.sampled_from(("w1", "w2", "w3"))),
            text=f"We heard that {token} was hard last winter",
            visibility=visibility(),
            not_for=kept_from(),
        )
    item = PanelItem(
        id="i",
        on=DAY,
        panel="Family Matters",
        slot_minutes=10,
        brought_by="w1",
        why_now=f"the cough and {word()}",
        family_told=FamilyTold(told=True, note=f"rang about {word()}"),
        decision=f"a first meeting about {word()}",
        tell_family=TellFamily(who=draw(st.sampled_from(("w1", "w3", "p2"))), by=DAY),
    )
    answers = {agency: draw(st.sampled_from(ANSWERS)) for agency in AGENCIES}
    family = Family(
        details=FamilyDetails(
            id=f"EYM-{letter}", family_name=names["last"].title(), chosen_name=f"Team {names['called']}"
        ),
        people=people,
        workers=workers,
        agreements=(Agreement(id="g", by="p1", on=DAY, method="spoken", scope="this plan"),),
        answers=tuple(
            Answer(id=agency, agreement="g", agency=agency, answer=answer)
            for agency, answer in answers.items()
        ),
        panel_items=(item,),
        actions=tuple(each for each in entries.values() if isinstance(each, Action)),
        known=tuple(each for each in entries.values() if isinstance(each, Known)),
    )
    return Told(family, item, answers, entries)


@st.composite
def panels(draw: st.DrawFn) -> list[Told]:
    letters = "abcde"[: draw(st.integers(2, 4))]
    return [draw(a_familys_part(letter)) for letter in letters]


def tokens(document: Document, must_not_hold: object) -> set[str]:
    """Every word of its own in a finished paper, which has to pass its own search."""
    whole = io.BytesIO()
    document.save(whole)
    check_nothing_leaks(whole.getvalue(), must_not_hold)  # type: ignore[arg-type]
    with zipfile.ZipFile(whole) as package:
        text = " ".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())
    return set(TOKEN.findall(text.casefold()))


def is_open_to(entry: Action | Known, reader: str, chair: str = "") -> bool:
    """Whether somebody of the family, or the chair in the record, may read something. Written anew for this test."""
    author = entry.owner if isinstance(entry, Action) else entry.by
    if reader in (entry.not_for or ()):
        return False
    match entry.visibility.level:
        case "family":
            return True
        case "named":
            return reader == author or reader in (entry.visibility.to or ())
        case "chair_and_agency":
            mates = {"w1": ("w1", "w3"), "w2": ("w2",), "w3": ("w1", "w3")}
            return reader == chair or (reader.startswith("w") and reader in mates.get(author or "", ()))
        case _:
            return reader == chair


def may_be_listed(told: Told, entry: Action | Known, agency: str) -> bool:
    """Whether something may stand on a service's list: taken on there, shared, and nobody of it kept from it."""
    mates = {AGENCIES[1]: ("w1", "w3"), AGENCIES[0]: ("w2",)}[agency]
    return (
        isinstance(entry, Action)
        and entry.owner in mates
        and entry.visibility.level in ("family", "chair_and_agency")
        and not set(entry.not_for or ()) & set(mates)
        and told.answers[agency] in ("yes", "limited")
    )


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(panels())
def test_no_paper_of_a_panel_tells_one_family_or_service_what_is_not_theirs(panel: list[Told]) -> None:
    for told in panel:
        for reader in ("p1", "p2"):
            note = panel_note(told.family, "i", reader, today=DAY, pack=PACK)
            seen = tokens(build_panel_note(note, NOW), note.must_not_hold)
            assert {each[2] for each in seen} == {told.letter}
            assert {each for each in seen if each in told.entries} == {
                each for each, entry in told.entries.items() if is_open_to(entry, reader)
            }
        record = panel_record(told.family, "i", "w1", today=DAY, pack=PACK)
        seen = tokens(build_panel_record(record, NOW), record.must_not_hold)
        assert {each[2] for each in seen} == {told.letter}
        assert {each for each in seen if each in told.entries} == {
            each for each, entry in told.entries.items() if is_open_to(entry, "w1", chair="w1")
        }
    pairs = [(told.family, told.item) for told in panel]
    listed = agencies_with_actions(pairs, today=DAY, pack=PACK)
    for agency in AGENCIES:
        allowed = {
            word
            for told in panel
            for word, entry in told.entries.items()
            if may_be_listed(told, entry, agency)
        }
        assert allowed == set() or agency in listed
        if agency in listed:
            paper = agency_panel_list(pairs, agency, today=DAY, pack=PACK)
            assert tokens(build_agency_panel_list(paper, NOW), paper.must_not_hold) == allowed
    chair = tell_list(pairs, today=DAY, pack=PACK)
    assert tokens(build_tell_list(chair, NOW), chair.must_not_hold) == set()


@settings(max_examples=6, deadline=None)
@given(panels())
def test_what_one_family_says_of_another_by_name_reaches_no_list(panel: list[Told]) -> None:
    one, other = panel[0], panel[1]
    name = other.family.people[0].first_name
    actions = tuple(replace(each, text=f"{each.text}, with {name}") for each in one.family.actions)
    pairs = [
        (replace(one.family, actions=actions), one.item),
        *((told.family, told.item) for told in panel[1:]),
    ]
    for agency in agencies_with_actions(pairs, today=DAY, pack=PACK):
        paper = agency_panel_list(pairs, agency, today=DAY, pack=PACK)
        seen = tokens(build_agency_panel_list(paper, NOW), paper.must_not_hold)
        assert name.casefold() not in seen
