from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from string import ascii_letters, digits

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.house_style import new_document
from exports.leaks import check_nothing_leaks
from exports.look import STANDARD
from eymeeting.domain.problems import Refused


def saved(document: Document) -> bytes:
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    whole = io.BytesIO(content)
    with zipfile.ZipFile(whole, "a") as package:
        package.writestr(name, part)
    return whole.getvalue()


def leaks(document: Document | bytes, *must_not_hold: str) -> bool:
    try:
        check_nothing_leaks(document if isinstance(document, bytes) else saved(document), must_not_hold)
    except Refused as refused:
        return not any(text in str(refused) for text in must_not_hold)
    return False


def test_a_file_with_nothing_of_the_kind_passes(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("We eat together on Sundays.")
    path = tmp_path / "plan.docx"
    path.write_bytes(saved(document))
    check_nothing_leaks(path, ["22 Ferry Lane", "07700 900177", "Joy Pemberton", ""])
    check_nothing_leaks(path, [])


def test_words_are_found_across_runs() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Post it to 22 Fer")
    paragraph.add_run("ry La").bold = True
    paragraph.add_run("ne")
    assert leaks(document, "22 Ferry Lane")


def test_words_are_found_across_lines_paragraphs_and_cells() -> None:
    broken, apart, cells = docx.Document(), docx.Document(), docx.Document()
    broken.add_paragraph("22 Ferry\nLane")
    apart.add_paragraph("22 Ferry")
    apart.add_paragraph("Lane")
    table = cells.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "22 Ferry", "Lane"
    assert leaks(broken, "22 Ferry Lane")
    assert leaks(apart, "22 Ferry Lane")
    assert leaks(cells, "22 Ferry Lane")


@pytest.mark.parametrize(
    "typed",
    [
        "07700 900177",
        "07700900177",
        "07700\u00a0900\u00a0177",
        "+44 7700 900177",
        "(07700) 900-177",
        "077 00900177",
    ],
)
def test_a_number_is_found_however_it_is_grouped(typed: str) -> None:
    document = docx.Document()
    document.add_paragraph(f"Ring {typed} after six.")
    assert leaks(document, "07700 900177")


@pytest.mark.parametrize("typed", ["O'Hara's", "O’Hara's", "O\u00ad'Hara", "o'hara"])
def test_a_name_is_found_with_any_apostrophe_and_in_any_letters(typed: str) -> None:
    document = docx.Document()
    document.add_paragraph(f"We met {typed} friend.")
    assert leaks(document, "O'Hara")


def test_remarks_in_the_xml_are_searched() -> None:
    for part in (b"<w><!-- Safe Steps --></w>", b"<w><?note Safe Steps?></w>"):
        assert leaks(with_part(saved(docx.Document()), "word/more.xml", part), "Safe Steps")


def test_part_of_another_word_is_not_a_name() -> None:
    document = docx.Document()
    document.add_paragraph("The annual planning")
    assert not leaks(document, "Ann", "Plan")


def test_properties_headers_descriptions_and_links_are_searched() -> None:
    told = [docx.Document() for _ in range(4)]
    told[0].core_properties.keywords = "Safe Steps"
    told[1].sections[0].header.paragraphs[0].text = "Safe Steps"
    told[2].add_table(1, 1)._tbl.tblPr.set("descr", "the house of Safe Steps")
    told[3].part.relate_to("https://example.org/?from=Safe Steps", "link", is_external=True)
    assert all(leaks(document, "Safe Steps") for document in told)
    assert not leaks(docx.Document(), "Safe Steps")


def test_parts_inside_the_file_their_names_and_files_within_it_are_searched() -> None:
    plain = saved(docx.Document())
    inner = with_part(
        saved(docx.Document()), "xl/sharedStrings.xml", b"<sst><si><t>Safe </t><t>Steps</t></si></sst>"
    )
    assert leaks(with_part(plain, "word/embeddings/scores.xlsx", inner), "Safe Steps")
    assert leaks(with_part(plain, "word/Safe Steps.bin", b"x"), "Safe Steps")
    assert leaks(with_part(plain, "word/picture.png", b"\x89PNG Safe Steps"), "Safe Steps")
    assert leaks(with_part(plain, "word/picture.png", "Safe Steps".encode("utf-16-le")), "Safe Steps")


def test_the_layout_of_every_paper_is_nobodys_name(made_at: datetime) -> None:
    paper = new_document(STANDARD, title="Our family plan", organisation="Centre", made_at=made_at)
    assert not leaks(paper, "Heading", "Table", "Arial", "Box", "Strong", "Head")


@given(st.text(f"{ascii_letters}{digits}éłß", min_size=7, max_size=20), st.integers(0, 20))
@settings(max_examples=15, deadline=None)
def test_a_text_is_found_wherever_it_is_cut_into_runs(secret: str, cut: int) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("about ")
    paragraph.add_run(secret[:cut])
    paragraph.add_run(secret[cut:])
    paragraph.add_run(" today")
    assert leaks(document, secret)
