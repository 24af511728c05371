from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest

from exports.checked_copy import faults_told
from exports.document_check import PaperCheck, faults_of, look_over, profile_for
from exports.house_style import new_page
from exports.look import STANDARD
from exports.paper import PLAIN_PAPER, Paper
from exports.paper_faults import FAMILY, FORM, PRACTITIONER, Profile
from exports.tables import Column, Table
from eymeeting.packs import default_pack

MADE_AT = datetime(2026, 11, 24, 15, 5, tzinfo=UTC)
PACK = default_pack()
PLAIN = "We met at home. You can ask us to stop. We will help you with the rent. Aga will ring the school."
LONG = (
    "Following the multi-agency consideration of all presenting circumstances professionals recommended "
    "the implementation of appropriate parenting interventions without further delay."
)
DRAWING = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:r><w:drawing>'
    '<wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="Picture 1"DESCR/></wp:inline></w:drawing></w:r></w:p>'
)


def paper(*said: str, rows: tuple[tuple[str, ...], ...] = (("Ring the school", "Aga"),)) -> bytes:
    page = new_page(STANDARD, title="Our plan", organisation="Our family hub", made_at=MADE_AT)
    page.head_and_foot(head=["Private."], foot=(), title="Our plan")
    page.heading("Our plan", 1)
    for words in said or (PLAIN, PLAIN):
        page.say(words)
    page.heading("What will happen next")
    columns = (Column(heading="What", share=2), Column(heading="Who", share=1))
    page.table(
        Table(title="What will happen next", about="Each row is one action.", columns=columns, rows=rows)
    )
    page.say("That is all.")
    whole = io.BytesIO()
    page.document.save(whole)
    return whole.getvalue()


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """The paper with the first piece of a part that fits the pattern made another."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            inside = before.read(name)
            if name == part:
                text, count = re.subn(old, new, inside.decode(), count=1, flags=re.DOTALL)
                assert count == 1, (part, old)
                inside = text.encode()
            after.writestr(name, inside)
    return made.getvalue()


def checked(content: bytes, profile: Profile = FAMILY, typed: tuple[str, ...] = ()) -> PaperCheck:
    return look_over(content, profile, typed=typed, names=["Aga", "Joe"], pack=PACK)


def test_a_good_paper_passes_with_its_reading_age_and_its_smallest_letters() -> None:
    check = checked(paper())
    assert check.faults == ()
    assert re.fullmatch(r"Passes: reading age \d, 12 point\.", check.line())


BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
FIRST_RUN = r"(<w:t[ >][^<]*We met at home)"
PLANTED = {
    "no main heading": (BODY, 'w:val="Heading1"', 'w:val="Normal"', "It has no main heading."),
    "two main headings": (BODY, 'w:val="Heading2"', 'w:val="Heading1"', "It has 2 main headings."),
    "a level left out": (
        BODY,
        'w:val="Heading2"',
        'w:val="Heading3"',
        "A heading is of a lower level than the one above it allows.",
    ),
    "an empty heading": (BODY, r"What will happen next</w:t>", "</w:t>", "A heading is empty."),
    "no head of a table": (BODY, "<w:tblHeader/>", "", "The first row of a table is not marked as its head."),
    "a table that says nothing": (
        BODY,
        "<w:tblCaption[^>]*/><w:tblDescription[^>]*/>",
        "",
        "A table says nothing to those who cannot see it.",
    ),
    "merged cells": (
        BODY,
        '<w:tcW w:w="[0-9]+" w:type="dxa"/>',
        '<w:gridSpan w:val="2"/>',
        "Cells of a table are merged.",
    ),
    "an empty cell": (BODY, "Ring the school</w:t>", "</w:t>", "A cell of a table is empty."),
    "a picture without words": (
        BODY,
        "<w:sectPr",
        DRAWING.replace("DESCR", "") + "<w:sectPr",
        "A picture says nothing to those who cannot see it.",
    ),
    "a picture told by its file": (
        BODY,
        "<w:sectPr",
        DRAWING.replace("DESCR", ' descr="scan 12.png"') + "<w:sectPr",
        "A picture is told by the name of its file.",
    ),
    "small letters": (
        STYLES,
        '<w:sz w:val="24"/>',
        '<w:sz w:val="18"/>',
        "Some text is 9 point, and 12 is the least.",
    ),
    "pale letters": (
        STYLES,
        '<w:color w:val="1A1A1A"/>',
        '<w:color w:val="A0A0A0"/>',
        "Some text does not stand out enough from its ground.",
    ),
    "dark letters on a dark head": (
        STYLES,
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="1A1A1A"/>',
        "Some text does not stand out enough from its ground.",
    ),
    "letters with strokes": (
        STYLES,
        'w:ascii="Arial"',
        'w:ascii="Times New Roman"',
        "Some text is in a font that is hard to read.",
    ),
    "text to both edges": (
        BODY,
        r"<w:p><w:r><w:t(?= |>)",
        '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t',
        "Some text does not begin at the left margin.",
    ),
    "italics": (BODY, FIRST_RUN, r"<w:rPr><w:i/></w:rPr>\1", "Some text is in italics."),
    "an underline": (
        BODY,
        FIRST_RUN,
        r'<w:rPr><w:u w:val="single"/></w:rPr>\1',
        "Some text is underlined and is no link.",
    ),
    "capitals": (BODY, FIRST_RUN, r"<w:rPr><w:caps/></w:rPr>\1", "Some text is turned into capitals."),
    "hidden text": (BODY, FIRST_RUN, r"<w:rPr><w:vanish/></w:rPr>\1", "It holds hidden text."),
    "no language": (STYLES, "<w:lang [^>]*/>", "", "Its language is not set."),
    "no title": (CORE, "<dc:title>[^<]*</dc:title>", "", "It has no title."),
    "left-over properties": (
        CORE,
        "(<dc:creator>)[^<]*",
        r"\1python-docx",
        "Its properties come from another file.",
    ),
    "US Letter": (BODY, 'w:w="11906"', 'w:w="12240"', "Its pages are not A4."),
    "narrow margins": (BODY, 'w:left="1134"', 'w:left="900"', "A margin is less than 1.9 centimetres."),
    "tracked changes": (
        BODY,
        r"(<w:r><w:t[ >])",
        r'<w:del w:id="1" w:author="x"/>\1',
        "It holds changes that are tracked.",
    ),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_each_fault_that_is_planted_is_found_and_nothing_else(planted: str) -> None:
    part, old, new, fault = PLANTED[planted]
    check = checked(changed(paper(), part, old, new))
    assert check.faults == (fault,)
    assert check.line() == f"Does not pass: {fault[:1].lower()}{fault[1:]}"
    assert faults_of(changed(paper(), part, old, new), FAMILY) == (fault,)


def test_a_form_may_have_cells_to_write_in_but_no_empty_heading_of_a_column() -> None:
    to_write_in = changed(paper(), BODY, "Ring the school</w:t>", "</w:t>")
    assert checked(to_write_in, FORM).faults == ()
    assert checked(changed(paper(), BODY, "Who</w:t>", "</w:t>"), FORM).faults == (
        "A cell of a table is empty.",
    )


def test_hard_words_of_the_app_are_a_fault_and_the_same_words_typed_are_advice() -> None:
    hard = tuple(
        LONG.replace("professionals", who) for who in ("professionals", "workers", "colleagues", "agencies")
    )
    content = paper(*hard)
    ours = checked(content)
    assert re.fullmatch(r"The words of the app are for readers of \d\d years\.", ours.faults[0])
    assert ours.to_rewrite == ""
    typed = checked(content, typed=hard)
    assert typed.faults == ()
    assert f"{typed.to_rewrite}" in hard
    assert typed.whose == "typed"
    assert [each.words for each in typed.hard_words] == ["multi-agency", "intervention"]
    assert typed.line().startswith("Passes, with advice: reading age ")
    assert typed.line().endswith(f"12 point. Hardest: “{typed.to_rewrite}”")
    assert "Hardest" not in typed.line(may_show=lambda _: False)


def test_what_a_council_wrote_is_told_apart_from_what_people_typed() -> None:
    hard = max((*PACK.sentences.harm, *PACK.sentences.sharing), key=len)
    easyread = profile_for("family", "easyread")
    check = look_over(paper(hard, PLAIN), easyread, typed=(hard,), names=(), pack=PACK)
    assert (check.to_rewrite, check.whose) == (hard.rpartition(". ")[2], "council")


def test_workers_papers_get_no_advice_about_jargon_and_may_have_11_points() -> None:
    check = checked(paper(LONG, PLAIN), PRACTITIONER, typed=(LONG,))
    assert check.faults == ()
    assert check.hard_words == ()


@pytest.mark.parametrize(
    ("kind", "form", "least", "grade"),
    [
        ("family", "standard", 12, 6),
        ("family", "large", 16, 6),
        ("child", "easyread", 14, 4),
        ("family", "clear", 14, 6),
        ("family", "dyslexia", 13, 6),
        ("record", "standard", 11, 10),
        ("agency", "large", 16, 10),
    ],
)
def test_every_kind_in_every_form_has_what_it_keeps_to(
    kind: str, form: str, least: float, grade: float
) -> None:
    profile = profile_for(kind, form)
    assert (profile.least_size, profile.hardest_grade) == (least, grade)


def test_what_is_no_word_file_is_refused() -> None:
    for content in (b"", b"PK", paper()[:400]):
        with pytest.raises(ValueError, match="no Word file"):
            checked(content)


def test_damage_and_rings_of_styles_come_to_an_end() -> None:
    ring = changed(paper(), STYLES, '(w:styleId="Heading1">.*?<w:basedOn w:val=)"Normal"', r'\1"Heading1"')
    assert checked(ring).faults == ()


def test_words_in_another_language_have_no_reading_age_and_no_advice() -> None:
    in_polish = changed(paper(LONG, LONG), CORE, "(<dc:language>)[^<]*", r"\1pl")
    check = checked(in_polish, typed=(LONG,))
    assert check.line() == "Passes: 12 point."
    assert check.hard_words == ()


def test_whoever_makes_a_copy_is_told_of_a_fault_that_nobody_typed_and_of_nothing_else() -> None:
    small = changed(paper(), STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="18"/>')
    assert faults_told(paper(LONG), kind="family", paper=PLAIN_PAPER) == ()
    assert faults_told(b"BEGIN:VCALENDAR", kind="calendar", paper=PLAIN_PAPER) == ()
    [ours] = faults_told(small, kind="family", paper=PLAIN_PAPER)
    assert ours.startswith("This paper has a fault of the app's own, and can be given all the same: ")
    assert ours.endswith(": some text is 9 point, and 12 is the least.")
    [theirs] = faults_told(small, kind="family", paper=Paper(own=b"a council's"))
    assert theirs.startswith("This paper has a fault of the council's paper or of the app")
