"""The search by which copies are looked through finds what is there, wherever it is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from made.papers import everything_in, found_in


@pytest.mark.parametrize(
    "where", ["runs", "property", "remark", "hidden", "bookmark", "header", "link", "workbook", "name"]
)
def test_the_search_finds_what_is_planted(where: str, tmp_path: Path) -> None:
    paper = docx.Document()
    line = paper.add_paragraph("Let Layla in by the si")
    parts: dict[str, str] = {}
    match where:
        case "runs":
            line.add_run("de do").bold = True
            line.add_run("or")
        case "property":
            paper.core_properties.keywords = "side door"
        case "remark":
            parts["word/comments.xml"] = "<c><!-- side door --></c>"
        case "hidden":
            paper.add_paragraph().add_run("side door").font.hidden = True
        case "bookmark":
            parts["word/more.xml"] = '<w><bookmarkStart name="the_side_door_1"/></w>'
        case "header":
            paper.sections[0].header.paragraphs[0].text = "Side\u00a0door"
        case "link":
            paper.part.relate_to("https://example.org/?to=side%20door#side-door", "link", is_external=True)
        case "workbook":
            inner = tmp_path / "scale.xlsx"
            with zipfile.ZipFile(inner, "w") as package:
                package.writestr("xl/sharedStrings.xml", "<sst><si><t>si</t><t>de door</t></si></sst>")
    file = tmp_path / ("side_door.docx" if where == "name" else "plan.docx")
    paper.save(str(file))
    with zipfile.ZipFile(file, "a") as package:
        for name, part in parts.items():
            package.writestr(name, part)
        if where == "workbook":
            package.write(tmp_path / "scale.xlsx", "word/embeddings/scale1.xlsx")
    assert found_in(everything_in(file), ["side door", "back door"]) == ["side door"]


@pytest.mark.parametrize("typed", ["07700900105", "+44 7700 900 105", "(07700) 900-105"])
def test_the_search_finds_a_number_however_it_is_grouped(typed: str) -> None:
    assert found_in(f"Ring {typed} after six.", ["07700 900105", "07700 900106"]) == ["07700 900105"]
