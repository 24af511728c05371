from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from made.council_papers import (
    SETTINGS,
    letterhead,
    logo,
    put_into_header,
    saved,
    with_link,
    with_parts,
)
from openxml_audit import OpenXmlValidator

from exports.child_page import build_child_page
from exports.council_base import council_package
from exports.family_copy import build_family_copy
from exports.leaks import check_nothing_leaks
from exports.look import CREAM, LARGE, NAVY, STANDARD
from exports.paper import Paper, PaperFormat
from eymeeting.domain.copies import ChildPage, FamilyCopy
from eymeeting.domain.problems import Refused

Made = Callable[..., "Opened"]
NO_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class Opened:
    """A plan made on the council's own paper, saved and opened again."""

    def __init__(self, document: Document) -> None:
        whole = io.BytesIO()
        document.save(whole)
        self.content = whole.getvalue()
        with zipfile.ZipFile(whole) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    @property
    def pictures(self) -> dict[str, bytes]:
        return {name: part for name, part in self.parts.items() if "/media/" in name}

    def text(self, name: str) -> str:
        return self.parts[name].decode()

    def bands(self, kind: str) -> list[str]:
        """The words of every head, or every foot."""
        named = [name for name in self.parts if re.fullmatch(rf"word/{kind}\d*\.xml", name)]
        return [" ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", self.text(name))) for name in sorted(named)]

    @property
    def everything(self) -> str:
        told = [*self.parts, *(part.decode("utf-8", errors="ignore") for part in self.parts.values())]
        return "\n".join(told)


@pytest.fixture
def made(usual_copy: FamilyCopy, made_at: datetime) -> Made:
    def make(own: bytes, form: PaperFormat = "standard") -> Opened:
        return Opened(build_family_copy(usual_copy, made_at, Paper(format=form, own=own)))

    return make


def full_of_leftovers() -> bytes:
    content = saved(letterhead())
    for kind, part, words in (
        ("comments", "comments.xml", "Ring Mrs Marsh"),
        ("customXml", "../customXml/item9.xml", "Marsh-case-9"),
        ("glossaryDocument", "glossary/document.xml", "Kind regards, Pat"),
    ):
        name = f"word/{part}".replace("word/../", "")
        content = with_parts(content, {name: f"<a>{words}</a>"})
        content = with_link(content, kind, part)
    content = with_parts(content, {"word/_rels/settings.xml.rels": NO_LINKS})
    return with_link(
        content,
        "attachedTemplate",
        "file:///S:/Pat/Letter.dotx",
        outwards=True,
        links="word/_rels/settings.xml.rels",
    )


def test_the_logo_is_the_same_and_nothing_else_of_the_old_file_is_there(made: Made) -> None:
    plan = made(full_of_leftovers())
    [picture] = plan.pictures.values()
    assert hashlib.sha256(picture).digest() == hashlib.sha256(logo()).digest()
    told = plan.everything
    for left in ("Marsh", "Bellweather", "Kind regards", "Letter.dotx", "rsid", "thumbnail", "customXml"):
        assert left not in told, left
    for left in ("comments", "glossary", "stylesWithEffects", "python-docx"):
        assert left not in told, left


def test_our_words_are_all_there_below_the_councils(made: Made, usual_copy: FamilyCopy) -> None:
    plan = made(saved(letterhead()))
    words = plan.text("word/document.xml")
    assert "Lights out at 8pm" in words
    assert all(line in words for line in usual_copy.going_well)
    [head] = plan.bands("header")
    assert head.index("Larkshire County Council") < head.index("This plan belongs to")
    [foot] = plan.bands("footer")
    assert foot.index("County Hall") < foot.index("Our family plan") < foot.index("page")
    assert re.search(r'descr="Larkshire County Council"', plan.text("word/header1.xml"))


def test_every_plan_is_a4_with_two_centimetres_around_it_whatever_their_page_is(made: Made) -> None:
    page = made(saved(letterhead())).text("word/document.xml")
    assert 'w:w="11906" w:h="16838"' in page
    edges = re.findall(r'w:(?:top|right|bottom|left)="(\d+)"', re.findall(r"<w:pgMar[^>]*>", page)[0])
    assert edges == ["1134"] * 4


def test_headings_have_the_councils_font_and_colour_and_the_sizes_of_the_form(made: Made) -> None:
    for form, look in (("standard", STANDARD), ("large", LARGE)):
        styles = made(saved(letterhead()), form).text("word/styles.xml")
        heading = re.findall(r'w:styleId="Heading1".*?</w:style>', styles, re.DOTALL)[0]
        assert 'w:ascii="Verdana"' in heading
        assert 'w:val="005F73"' in heading
        assert f'<w:sz w:val="{round(look.title * 2)}"/>' in heading
        assert NAVY not in styles


def test_pale_red_capitals_give_way_to_our_own(made: Made) -> None:
    document = letterhead(colour="FF6666")
    for level in (1, 2, 3):
        style: Any = document.styles[f"Heading {level}"]
        style.font.all_caps = style.font.italic = True
        style.font.name = "Brush Script MT"
    styles = made(saved(document)).text("word/styles.xml")
    assert NAVY in styles
    assert not any(found in styles for found in ("FF6666", "w:caps", "<w:i/>", "Brush", "w:jc"))


def test_a_colour_for_white_paper_gives_way_on_cream_alone(made: Made) -> None:
    grey = saved(letterhead(colour="757575"))
    assert "757575" in made(grey).text("word/styles.xml")
    cream = made(grey, "dyslexia")
    assert CREAM in cream.text("word/document.xml")
    assert "757575" not in cream.text("word/styles.xml")


def test_a_first_page_and_even_pages_keep_their_own_logos_and_all_have_our_lines(
    made: Made, tmp_path: Path
) -> None:
    document = letterhead()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    other = logo((120, 20, 60))
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(other), width=Cm(3))
    section.even_page_header.paragraphs[0].text = "Larkshire on even pages"
    plan = made(saved(document))
    heads, feet = plan.bands("header"), plan.bands("footer")
    assert len(heads) == len(feet) == 3
    assert all("This plan belongs to" in head for head in heads)
    assert all("page" in foot for foot in feet)
    assert sorted(plan.pictures.values()) == sorted([logo(), other])
    assert "w:titlePg" in plan.text("word/document.xml")
    assert "w:evenAndOddHeaders" in plan.text(SETTINGS)
    (tmp_path / "plan.docx").write_bytes(plan.content)
    assert OpenXmlValidator().validate(str(tmp_path / "plan.docx")).errors == []


def test_two_logos_stay_and_a_silent_one_is_named_after_the_organisation(
    made: Made, usual_copy: FamilyCopy
) -> None:
    document = letterhead(alt="image1.png", words="")
    run = document.sections[0].header.paragraphs[0].add_run("\t")
    run.add_picture(io.BytesIO(logo((120, 20, 60))), width=Cm(3))
    plan = made(saved(document))
    assert len(plan.pictures) == 2
    head = plan.text("word/header1.xml")
    assert head.count(f'descr="Logo of {usual_copy.organisation}') == 2
    numbers = re.findall(r'docPr id="(\d+)"', head + plan.text("word/document.xml"))
    assert len(set(numbers)) == len(numbers)


def test_a_floating_logo_and_an_old_one_come_into_their_line(made: Made) -> None:
    document = letterhead()
    header = document.sections[0].header._element
    [inline] = header.iter(qn("wp:inline"))
    inline.tag = qn("wp:anchor")
    relation = next(header.iter(qn("a:blip"))).get(qn("r:embed"))
    put_into_header(
        document,
        '<w:p><w:r><w:pict><v:shape style="position:absolute;width:90pt;height:30pt" alt="Larkford Town Council">'
        f'<v:imagedata r:id="{relation}"/></v:shape></w:pict></w:r></w:p>',
    )
    plan = made(saved(document))
    head = plan.text("word/header1.xml")
    assert "anchor" not in head
    assert "pict>" not in head
    assert head.count("<wp:inline") == 2
    assert 'cx="1143000" cy="381000"' in head
    assert 'descr="Larkford Town Council"' in head
    assert list(plan.pictures.values()) == [logo()]


def test_tracked_words_hidden_words_and_links_in_the_head_leave_no_trace(made: Made) -> None:
    document = letterhead(words="")
    put_into_header(
        document,
        '<w:p><w:ins w:id="1" w:author="Pat"><w:r><w:t>Early </w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="Pat"><w:r><w:delText>Late</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="3" w:author="Pat"><w:r><w:t>Marsh</w:t></w:r></w:moveFrom>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Marsh</w:t></w:r>"
        '<w:hyperlink r:id="rId77"><w:r><w:t>Help</w:t></w:r></w:hyperlink></w:p>',
    )
    plan = made(saved(document))
    [head] = plan.bands("header")
    assert "Early Help" in head
    assert not any(found in plan.everything for found in ("Marsh", "Late<", 'author="Pat"', "rId77"))


def test_a_child_s_page_leaves_room_for_the_council(made_at: datetime) -> None:
    page = ChildPage(
        child="Kit",
        on=None,
        came=False,
        said=(),
        said_on=None,
        will_happen=(),
        talk_to="Mina",
        is_the_end=False,
        organisation="Larkshire",
    )

    def height(own: bytes | None) -> int:
        text = Opened(build_child_page(page, made_at, Paper(own=own))).text("word/document.xml")
        return max(int(found) for found in re.findall(r'w:line="(\d+)" w:lineRule="atLeast"', text))

    assert height(saved(letterhead())) < height(None)


def test_the_pixels_of_a_logo_are_no_words(made: Made) -> None:
    noise = b" Jo ".join(hashlib.sha256(bytes([each])).digest() for each in range(40))
    check_nothing_leaks(made(saved(letterhead(picture=logo() + noise))).content, ["Jo"])


def test_a_paper_is_worked_out_once_for_each_form() -> None:
    own = saved(letterhead())
    assert council_package(own, STANDARD, "Logo") is council_package(own, STANDARD, "Logo")
    assert council_package(own, STANDARD, "Logo") != council_package(own, LARGE, "Logo")


def test_no_copy_is_made_on_a_kept_file_that_cannot_be_used(made: Made) -> None:
    with pytest.raises(Refused, match=r"own paper cannot be used\. It is not a Word file .* Choose another"):
        made(b"Dear all")
