from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from made.council_papers import (
    MAIN,
    SETTINGS,
    changed,
    letterhead,
    logo,
    put_into_header,
    saved,
    with_link,
    with_parts,
)

from exports.council_file import CannotBeUsed
from exports.council_paper import look_through, paper_from
from exports.council_paper_look import council_paper
from eymeeting.domain.problems import Problem

USUAL = saved(letterhead())

BODY = "<w:body>"
DEEP = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000


def bomb() -> bytes:
    return with_parts(USUAL, {"word/more.bin": b" " * 5_000_000})


def long_part() -> bytes:
    return with_parts(USUAL, {"word/more.xml": f"<w>{' '.join(map(str, range(750_000)))}</w>"})


def encrypted() -> bytes:
    marked = bytearray(USUAL)
    place = -1
    while (place := marked.find(b"PK\x01\x02", place + 1)) >= 0:
        marked[place + 8] |= 1
    return bytes(marked)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not a Word file"),
        (b"Dear all,", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "has a password"),
        (encrypted(), "damaged"),
        (USUAL[: len(USUAL) // 2], "damaged"),
        (b"PK\x03\x04" + b"\0" * 20_000_001, "larger than 20 MB"),
        (bomb(), "far more than a letterhead can hold"),
        (long_part(), "far more than a letterhead can hold"),
        (with_parts(USUAL, {f"word/more{n}.xml": "<w/>" for n in range(600)}), "far more than"),
        (with_parts(USUAL, {MAIN: "<w:document"}), "damaged"),
        (with_parts(USUAL, {"[Content_Types].xml": "<Types/>"}), "not a Word file"),
        (with_parts(USUAL, {MAIN: '<!DOCTYPE w [<!ENTITY a "aa">]><w>&a;</w>'}), "declarations"),
        (changed(USUAL, "[Content_Types].xml", "document.main+xml", "template.main+xml"), "a template"),
        (with_parts(USUAL, {"word/vbaProject.bin": b"Sub AutoOpen"}), "macros"),
        (with_parts(USUAL, {"word/activeX/activeX1.xml": "<ax/>"}), "ActiveX"),
        (with_parts(USUAL, {"word/embeddings/oleObject1.bin": b"MZ"}), "OLE"),
        (with_link(USUAL, "image", "https://larkshire.example/logo.png", outwards=True), "only linked"),
        (with_link(USUAL, "subDocument", "file:///S:/Pat/more.docx", outwards=True), "another place"),
        (with_link(USUAL, "comments", "comments.xml"), "damaged"),
        (changed(USUAL, "word/header1.xml", 'cx="', 'cx="a'), "damaged"),
        (changed(USUAL, MAIN, 'w:right="', f'w:right="{"9" * 400}'), "damaged"),
        (changed(USUAL, "word/header1.xml", "</w:hdr>", f"{DEEP}</w:hdr>"), "damaged"),
    ],
    ids=[
        "nothing",
        "a text",
        "an old file",
        "a password",
        "half a file",
        "too large",
        "a bomb",
        "a part that is too long",
        "many parts",
        "broken words",
        "another kind of file",
        "declarations",
        "a template",
        "macros",
        "controls",
        "another program's file",
        "a linked picture",
        "another document",
        "a part that is missing",
        "a size that is none",
        "a margin without end",
        "too deep",
    ],
)
def test_what_cannot_be_used_is_refused_in_a_plain_sentence(content: bytes, told: str) -> None:
    report = look_through(content, "paper.docx")
    assert not report.is_usable
    assert told in " ".join(report.refused)
    assert all(sentence.endswith(".") for sentence in report.refused)


def test_every_reason_is_told_at_once() -> None:
    parts: dict[str, bytes | str] = {
        "word/vbaProject.bin": b"Sub AutoOpen",
        "word/activeX/activeX1.xml": "<ax/>",
    }
    assert len(look_through(with_parts(USUAL, parts)).refused) == 2


def test_a_name_for_files_with_macros_is_refused_whatever_is_in_it() -> None:
    assert look_through(USUAL, "Letter.DOCM").refused


def test_a_usual_letterhead_is_told_of_in_three_kinds_of_sentences() -> None:
    report = look_through(USUAL, "letter.docx")
    fine, different = " ".join(report.fine), " ".join(report.changed)
    assert "4.5 × 1.5 cm at the head of the pages stays; “Larkshire County Council” is read out" in fine
    assert "005F73" in fine
    assert "Verdana" in fine
    assert "“County Hall, Larkford LK1 2AB” and “larkshire.example”" in fine
    assert "21.6 × 27.9 cm; copies are A4" in different
    assert "heading 1 22, heading 2 18" in different
    assert "Plan Bullet" in different
    assert "10 words stand in its text" in different
    for left in ("author's name", "older page", "another program", "edited", "older copy of its styles"):
        assert left in different
    assert "Marsh" not in fine + different
    assert "Bellweather" not in fine + different


@pytest.mark.parametrize("alt", ["", "image1.png", "Picture 2", "C:\\logos\\new logo.jpg", "x"])
def test_a_logo_whose_alt_text_says_nothing_is_told_of(alt: str) -> None:
    report = look_through(saved(letterhead(alt=alt)))
    assert any("no alt text that says anything" in sentence for sentence in report.changed)


def test_pale_red_capitals_that_lean_are_told_of() -> None:
    document = letterhead(colour="FF6666")
    font = document.styles["Heading 1"].font
    font.all_caps = font.italic = True
    font.name = "Brush Script MT"
    told = " ".join(look_through(saved(document)).changed)
    assert "Heading 1 is in FF6666, whose contrast is 2.9:1, less than 4.5:1" in told
    assert "Heading 1 is in Brush Script MT, which is not easy" in told
    assert "all in capitals" in told
    assert "slanted" in told


def test_a_colour_that_is_too_pale_on_cream_alone_is_told_of() -> None:
    told = look_through(saved(letterhead(colour="767676"))).changed
    assert any("too pale on cream paper" in sentence for sentence in told)


def test_words_that_wait_and_markings_and_shapes_are_told_of_and_left_out() -> None:
    document = letterhead()
    header = document.sections[0].header
    for words in ("[Insert your name here]", "OFFICIAL - SENSITIVE", "Early Help"):
        header.add_paragraph(words)
    put_into_header(
        document,
        '<w:p><w:r><w:pict><v:shape style="width:400pt;height:100pt"><v:textpath string="DRAFT"/></v:shape>'
        '</w:pict></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>FILENAME \\p'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>S:/Pat/letter.docx</w:t>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )
    content = saved(document)
    told = " ".join(look_through(content).changed)
    for words in ("[Insert your name here]", "OFFICIAL - SENSITIVE", "behind the words", "FILENAME"):
        assert words in told
    lines = [line.words for line in council_paper(content).bands[0].lines if line.words]
    assert lines == ["Larkshire County Council", "Early Help"]


def test_a_logo_in_a_table_beside_one_line_stays_beside_it_and_in_text_is_told_of() -> None:
    document = letterhead(words="")
    header = document.sections[0].header
    header.paragraphs[0]._element.getparent().remove(header.paragraphs[0]._element)
    table = header.add_table(1, 2, Cm(16))
    table.cell(0, 0).paragraphs[0].add_run().add_picture(BytesIO(logo()), width=Cm(3))
    table.cell(0, 1).text = "Larkshire"
    document.add_paragraph().add_run().add_picture(BytesIO(logo()), width=Cm(3))
    content = saved(document)
    told = " ".join(look_through(content).changed)
    assert "in a table become lines" in told
    assert "A picture stands in its text" in told
    [line] = council_paper(content).bands[0].lines
    assert (len(line.logos), line.right_words) == (1, "Larkshire")


def test_lines_that_somebody_broke_stay_lines_and_typed_page_numbers_go() -> None:
    document = letterhead(words="", footer="Page 1 of 3")
    run = document.sections[0].header.paragraphs[0].add_run("County Hall")
    run.add_break()
    run.add_text("Larkford")
    content = saved(document)
    head, foot = council_paper(content).bands
    assert [(len(line.logos), line.words) for line in head.lines] == [(1, "County Hall"), (0, "Larkford")]
    assert foot.lines == ()
    assert any("Page numbers that were typed" in sentence for sentence in look_through(content).changed)


def test_words_around_page_numbers_go_from_a_line_of_any_length() -> None:
    counted = '<w:p><w:r><w:t>{words}</w:t></w:r><w:fldSimple w:instr="PAGE"/></w:p>'
    document = letterhead(words="")
    put_into_header(document, counted.format(words="Larkford, page "))
    put_into_header(document, counted.format(words="- " * 20_000 + "!"))
    lines = [line.words for line in council_paper(saved(document)).bands[0].lines if line.words]
    assert lines[0] == "Larkford"


def test_tracked_changes_protection_and_its_template_are_told_of() -> None:
    content = changed(
        USUAL,
        MAIN,
        BODY,
        f'{BODY}<w:p><w:del w:id="7" w:author="Pat"><w:r><w:delText>Marsh</w:delText></w:r></w:del></w:p>',
    )
    content = changed(
        content, SETTINGS, "<w:rsids>", '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:rsids>'
    )
    told = " ".join(look_through(content).changed)
    assert "tracked changes" in told
    assert "protection against changes" in told


def test_a_blank_file_says_that_it_has_no_logo() -> None:
    told = " ".join(look_through(saved(docx.Document())).changed)
    assert "There is no logo" in told


def test_the_logo_on_the_first_section_is_found() -> None:
    document = letterhead()
    for place in ("header", "footer"):
        band = getattr(document.add_section(), place)
        band.is_linked_to_previous = False
    content = saved(document)
    assert len(council_paper(content).logos) == 1
    assert any("has 3 sections" in sentence for sentence in look_through(content).changed)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no file"):
        paper_from(tmp_path / "none.docx")
    with pytest.raises(Problem, match="cannot be read"):
        paper_from(tmp_path)


def test_bytes_that_were_changed_anywhere_are_refused_or_read_and_never_fail() -> None:
    with zipfile.ZipFile(BytesIO(USUAL)) as package:
        names = [name for name in package.namelist() if "/_rels/" in name or name.startswith("word/s")]
    for name in (*names, MAIN, "[Content_Types].xml", "word/header1.xml", "word/theme/theme1.xml"):
        for part in (b"\xff\xfe<a/>", b"<a><b/></a>"):
            try:
                council_paper(with_parts(USUAL, {name: part}))
            except CannotBeUsed:
                continue
