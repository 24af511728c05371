"""The papers of a panel in the form and the language their readers need, on the council's own paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from made.council_papers import letterhead, saved
from made.panels import CENTRE, HEALTH, HOUSING, action, agreed, osmans
from openxml_audit import OpenXmlValidator

from exports.fixed_words import ENGLISH, FixedWords
from exports.panel_copying import (
    PanelPaper,
    make_agency_list,
    make_panel_note,
    make_panel_record,
    make_tell_list,
)
from exports.paper import Paper
from exports.papers_wanted import READ_ALOUD, Wanted
from eymeeting.domain.family import Family
from eymeeting.domain.people import Format
from eymeeting.packs import default_pack

PACK = default_pack()
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LETTER = saved(letterhead())
MARKED = FixedWords(code="pl", find=lambda english: f"§{english}")


def papers(wanted: Wanted) -> Paper:
    """The council's own paper; in a language that marks every one of our words, where one is wanted."""
    words = ENGLISH if wanted.language is None else MARKED
    return Paper(format=wanted.format, words=words, own=LETTER, remark="" if words is ENGLISH else "Marked.")


def talked_of(*forms: Format, language: str | None = None) -> Family:
    """The Osmans after a panel; the mother and whoever brought them need papers in another form."""
    family = osmans(
        action("a1", "Book the repair", "w3", helpers=("p1",), how_we_will_know="It is dry"),
        action("a2", "Ring about the groups", "w1"),
    )
    mother = replace(family.people[0], formats=forms, copy_language=language)
    workers = tuple(replace(each, formats=forms) if each.id == "w2" else each for each in family.workers)
    family = replace(family, people=(mother, *family.people[1:]), workers=workers)
    return agreed(family, {CENTRE: "yes", HEALTH: "yes", HOUSING: "yes"})


def points_of(paper: PanelPaper) -> float:
    [defaults] = docx.Document(str(paper.path)).styles.element.iter(qn("w:docDefaults"))
    [size] = defaults.iter(qn("w:sz"))
    return int(size.get(qn("w:val"))) / 2


def is_on_the_councils_paper(paper: PanelPaper) -> bool:
    with ZipFile(paper.path) as package:
        return any("/media/" in name for name in package.namelist())


@pytest.mark.parametrize(("form", "points"), [("large", 18), ("dyslexia", 13), ("clear", 14)])
def test_a_note_and_a_record_have_the_form_of_their_reader(
    form: Format, points: float, tmp_path: Path
) -> None:
    family = talked_of(form)
    note = make_panel_note(family, "i1", "p1", folder=tmp_path, now=NOW, pack=PACK, papers=papers)
    others = make_panel_note(family, "i1", "p2", folder=tmp_path, now=NOW, pack=PACK, papers=papers)
    record = make_panel_record(family, "i1", "w2", folder=tmp_path, now=NOW, pack=PACK, papers=papers)
    assert (points_of(note), points_of(others), points_of(record)) == (points, 12, points)
    for paper in (note, record):
        assert OpenXmlValidator().validate(str(paper.path)).errors == []
    once = make_panel_note(family, "i1", "p1", folder=tmp_path, now=NOW, pack=PACK, format="standard")
    assert points_of(once) == 12


def test_every_paper_of_a_panel_stands_on_the_councils_own_paper(tmp_path: Path) -> None:
    family = talked_of()
    pairs = [(family, family.panel_items[0])]
    made = (
        make_panel_note(family, "i1", "p1", folder=tmp_path, now=NOW, pack=PACK, papers=papers),
        make_panel_record(family, "i1", "w2", folder=tmp_path, now=NOW, pack=PACK, papers=papers),
        make_agency_list(pairs, HOUSING, folder=tmp_path, now=NOW, pack=PACK, papers=papers),
        make_tell_list(pairs, folder=tmp_path, now=NOW, pack=PACK, papers=papers),
    )
    assert [is_on_the_councils_paper(each) for each in made] == [True] * 4
    plain = make_tell_list(pairs, folder=tmp_path, now=NOW, pack=PACK)
    assert not is_on_the_councils_paper(plain)


def test_a_note_is_in_its_readers_language_but_for_what_was_said(tmp_path: Path) -> None:
    family = talked_of("read_aloud", language="pl")
    paper = make_panel_note(family, "i1", "p1", folder=tmp_path, now=NOW, pack=PACK, papers=papers)
    document = docx.Document(str(paper.path))
    headings = [each.text for each in document.paragraphs if "Heading" in str(each.style and each.style.name)]
    assert [each for each in headings if not each.startswith("§")] == []
    assert [cell.text[0] for cell in document.tables[0].rows[0].cells] == ["§"] * 4
    openings = [run.text for each in document.paragraphs for run in each.runs if run.style.name == "Strong"]
    assert [each for each in openings if each.endswith(":") and not each.startswith("§")] == []
    told = [cell.text for row in document.tables[0].rows[1:] for cell in row.cells]
    assert {"Book the repair", "Ring about the groups", "It is dry"} <= set(told)
    assert "§Joe Marsh and Sahra" in told
    assert paper.remarks == ("Marked.", READ_ALOUD)


def test_a_note_that_is_read_from_the_right_is_turned_as_every_other_paper_is(tmp_path: Path) -> None:
    words = FixedWords(code="ar", from_the_right=True, find=lambda english: f"قال {english}")
    paper = make_panel_note(
        talked_of(), "i1", "p1", folder=tmp_path, now=NOW, pack=PACK, papers=lambda _: Paper(words=words)
    )
    document = docx.Document(str(paper.path))
    [table] = document.tables
    assert table._element.xpath("w:tblPr/w:bidiVisual")
    headings = [each for each in document.paragraphs if "Heading" in str(each.style and each.style.name)]
    assert all(each._element.xpath("w:pPr/w:bidi") for each in headings)
