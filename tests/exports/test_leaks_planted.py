"""Copies from whole families: nothing restricted leaves in any part of the file, and what is planted is caught."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, action, attended, meeting, score, with_more

from db.interchange import read_families
from exports.copying import make_copy
from exports.family_copy import build_family_copy
from exports.files import save_copy
from eymeeting.domain.copies import FamilyCopy, ScaleChart, ScaleChartRow, ScoreRow
from eymeeting.domain.entry import Level, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.meeting import ChildWords, Contribution, FamilyChange, LeadAgreement, Line
from eymeeting.domain.problems import Problem, Refused

NOW = datetime(2026, 6, 1, 10, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
SOURCES = (ROOT / "eymeeting/demo/families.json", *sorted((ROOT / "tests/families").glob("*.json")))
AREA = PACK.areas[0].id
PRIVATE = Visibility(level="named", to=("teacher",))
SECRET = "I hide behind the marigold shed"


def with_a_secret() -> Family:
    words = ChildWords(id="c", meeting="m1", who="ivy", words=SECRET, how="told", visibility=PRIVATE)
    return with_more(
        replace(FAMILY, meetings=(meeting(1),)),
        child_words=(words,),
        attendance=(attended("mum"), attended("lead")),
        scores=(score("mum", 4, AREA), score("dad", 6, AREA)),
    )


def held_by_file(path: Path) -> str:
    """The name of a file and every part of it, workbooks within it too, as one text."""
    told = [path.name]

    def read(content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                part = package.read(name)
                told.append(name)
                if zipfile.is_zipfile(io.BytesIO(part)):
                    read(part)
                else:
                    told.append(part.decode("utf-8", errors="ignore"))

    read(path.read_bytes())
    return "\n".join(told)


def planted(copy: FamilyCopy, where: str) -> FamilyCopy:
    if where == "text":
        return replace(copy, going_well=(f"We know: {SECRET}, she said.",))
    row = ScaleChartRow(area="Home", who=SECRET, values=(3, 5))
    chart = ScaleChart(title="Scale", series=("Last time", "Now"), rows=(row,))
    told = ScoreRow(area="Home", who="Rosa", last_time="3", now="5", hoped_for="")
    return replace(copy, chart=chart, scores=(told,))


@pytest.mark.parametrize("where", ["text", "workbook"])
def test_a_leak_planted_in_the_text_or_the_workbook_of_the_picture_is_refused_by_its_kind(
    where: str, tmp_path: Path
) -> None:
    copy = planted(family_copy(with_a_secret(), "mum", today=NOW.date(), pack=PACK), where)
    with pytest.raises(Refused, match="not theirs to see, a child's words") as refused:
        save_copy(build_family_copy(copy, NOW), tmp_path, "plan.docx", must_not_hold=copy.must_not_hold)
    assert "marigold" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_in_the_cutting_itself_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(*_: object) -> tuple[tuple[str, str], ...]:
        return (("Ivy", SECRET),)

    monkeypatch.setattr("eymeeting.domain.family_copy._child_words", careless)
    with pytest.raises(Refused, match="a child's words"):
        make_copy(with_a_secret(), "mum", folder=tmp_path, now=NOW, pack=PACK)
    assert list(tmp_path.iterdir()) == []


def test_a_file_may_not_be_called_by_what_its_reader_may_not_see(tmp_path: Path) -> None:
    copy = family_copy(with_a_secret(), "mum", today=NOW.date(), pack=PACK)
    name = f"{SECRET.replace(' ', '_')}.docx"
    with pytest.raises(Refused, match="a child's words"):
        save_copy(build_family_copy(copy, NOW), tmp_path, name, must_not_hold=copy.must_not_hold)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_plan_of_any_family_is_stopped_by_a_false_alarm(source: Path, tmp_path: Path) -> None:
    stopped = []
    for family in read_families(source.read_text("utf-8")):
        for person in (each for each in family.people if each.kind == "adult"):
            try:
                make_copy(family, person.id, folder=tmp_path, now=NOW, pack=PACK)
            except Problem as refused:
                stopped += [(family.ref, person.id)] if "would have shown" in str(refused) else []
    assert stopped == []


levels: st.SearchStrategy[Level] = st.sampled_from(["family", "named", "chair_and_agency", "safeguarding"])


@st.composite
def families(draw: st.DrawFn) -> tuple[Family, dict[str, frozenset[str]]]:
    """A family, and of each of its marked words the adults who may read it."""
    may_read: dict[str, frozenset[str]] = {}
    adults = ("mum", "dad", "gran")

    def text(who: frozenset[str]) -> str:
        word = f"zq{len(may_read)}x"
        may_read[word] = who
        return f"What {word} means to us"

    def visible() -> tuple[Visibility, frozenset[str]]:
        level = draw(levels)
        to = draw(st.frozensets(st.sampled_from(adults)))
        mine = {"family": frozenset(adults), "named": to}.get(level, frozenset())
        return Visibility(level=level, to=tuple(sorted(to)) if level == "named" else None), mine

    lines, said, words, actions = [], [], [], []
    for n in range(draw(st.integers(1, 4))):
        seen, who = visible()
        lines.append(Line(id=f"l{n}", meeting="m1", section="good_at", text=text(who), visibility=seen))
        seen, who = visible()
        said.append(Contribution(id=f"c{n}", meeting="m1", by="lead", working=text(who), visibility=seen))
        seen, who = visible()
        words.append(
            ChildWords(id=f"w{n}", meeting="m1", who="ivy", words=text(who), how="told", visibility=seen)
        )
        seen, who = visible()
        actions.append(action(f"a{n}", "lead", text=text(who), visibility=seen, how_we_will_know=text(who)))
    apart = draw(st.sets(st.sampled_from(["dad", "gran"])))
    told = frozenset(adults) - apart
    family = with_more(
        replace(FAMILY, meetings=(meeting(1), meeting(2, apart=tuple(sorted(apart))))),
        attendance=(attended("mum"), attended("dad")),
        scores=(replace(score("mum", 4, AREA), note=text(frozenset())), score("dad", 6, AREA)),
        lines=tuple(lines),
        contributions=tuple(said),
        child_words=tuple(words),
        actions=(*actions, action("later", "lead", at="m2", text=text(told))),
        family_changes=(
            FamilyChange(id="f", meeting="m2", person="ivy", event="joined", on=NOW.date(), note=text(told)),
        ),
        lead_agreements=(LeadAgreement(id="h", worker="lead", since=NOW.date(), handover=text(frozenset())),),
    )
    return family, may_read


@settings(max_examples=25, deadline=None)
@given(families(), st.sampled_from(["mum", "dad", "gran"]))
def test_no_restricted_word_leaves_in_anybody_elses_file_its_name_or_its_properties(
    made: tuple[Family, dict[str, frozenset[str]]], reader: str
) -> None:
    family, may_read = made
    with TemporaryDirectory() as folder:
        held = held_by_file(make_copy(family, reader, folder=Path(folder), now=NOW, pack=PACK).path)
    assert not [word for word, who in may_read.items() if word in held and reader not in who]


@settings(max_examples=25, deadline=None)
@given(families(), st.sampled_from(["mum", "dad", "gran"]))
def test_the_kinds_left_out_add_up_to_all_that_is_left_out(
    made: tuple[Family, dict[str, frozenset[str]]], reader: str
) -> None:
    copy = family_copy(made[0], reader, today=NOW.date(), pack=PACK)
    assert sum(copy.left_out_by_kind.values()) == copy.left_out
    assert 0 not in copy.left_out_by_kind.values()
