from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pictures import C, Numbers, Values, in_the_picture, in_the_workbook, pictures
from openxml_audit import OpenXmlValidator

from exports.chart import add_chart
from exports.house_style import Page, new_document
from exports.leaks import check_nothing_leaks
from exports.look import STANDARD
from eymeeting.domain.copies import ScaleChart, ScaleChartRow
from eymeeting.domain.problems import Refused

REVIEW = ("Last time", "Now", "We hope for")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HOSTILE = [
    "O'Hara & <b>Sons</b> ]]>",
    "nul\x00 bell\x07 vertical\x0b",
    "👩‍👧 e" + "\u0301" * 50,
    "محمد علي",
    "李小龍",
    "=HYPERLINK(1)",
    "@SUM(1)",
    "x" * 200,
    "many words " * 30,
    "\ud800 alone",
    " ",
    "\u200b",
]


def scale(areas: dict[str, dict[str, Values]], series: tuple[str, ...] = REVIEW) -> ScaleChart:
    rows = (
        ScaleChartRow(area=area, who=who, values=values)
        for area, people in areas.items()
        for who, values in people.items()
    )
    return ScaleChart(title="Where we are on the scale", series=series, rows=tuple(rows))


def with_names(*names: str, areas: int = 1) -> ScaleChart:
    return scale({f"Area {place}": dict.fromkeys(names, (2, None, 9)) for place in range(areas)})


USUAL = scale(
    {
        "Money": {"Orla": (2, 4, 7), "Sam": (3, 3, 8), "Joe": (None, 5, 7)},
        "Bedtimes and sleep": {"Orla": (3, 5, 8), "Sam": (4, 4, 7), "Alfie": (2, 6, 9)},
        "Getting on together": {"Orla": (4, 6, 8), "Sam": (5, None, 8), "Alfie": (3, 4, None)},
    }
)
MADE_AT = datetime(2026, 11, 24, tzinfo=UTC)


def drawn(*charts: ScaleChart, points: float = 12) -> Document:
    page = Page(new_document(STANDARD, title="Plan", organisation="Centre", made_at=MADE_AT))
    page.heading("Our family plan", 1)
    for chart in charts:
        add_chart(page, chart, points=points)
    return page.document


def saved(document: Document) -> zipfile.ZipFile:
    whole = io.BytesIO()
    document.save(whole)
    return zipfile.ZipFile(whole)


def put_in(chart: ScaleChart) -> Numbers:
    return [(row.area, row.who, row.values) for row in chart.rows]


def described(document: Document) -> list[tuple[str, str]]:
    return [(each.get("title", ""), each.get("descr", "")) for each in document.element.iter(qn("wp:docPr"))]


def test_a_usual_family_is_one_picture_with_its_numbers_and_its_own_workbook() -> None:
    [(root, book)] = pictures(saved(drawn(USUAL)))
    assert in_the_picture(root) == (list(REVIEW), put_in(USUAL))
    assert in_the_workbook(book) == (list(REVIEW), put_in(USUAL))


def test_a_gap_has_no_point_and_no_cell_and_stays_a_gap() -> None:
    [(root, book)] = pictures(saved(drawn(scale({"Money": {"Joe": (None, 5, None)}}))))
    last, now, hope = (series.find(f"{C}val") for series in root.iter(f"{C}ser"))
    assert last is not None
    assert hope is not None
    assert now is not None
    assert [len(list(each.iter(f"{C}pt"))) for each in (last, now, hope)] == [0, 1, 0]
    assert [each.get("val") for each in root.iter(f"{C}dispBlanksAs")] == ["gap"]
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert '"D2"' in sheet
    assert '"C2"' not in sheet
    assert '"E2"' not in sheet


names = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=6)
values = st.tuples(*[st.none() | st.integers(1, 10)] * 3)
charts = st.dictionaries(
    names, st.dictionaries(names, values, min_size=1, max_size=7), min_size=1, max_size=10
).map(scale)


@given(charts)
@settings(max_examples=20, deadline=None)
def test_what_was_said_is_in_the_pictures_and_in_their_workbooks(chart: ScaleChart) -> None:
    seen: Numbers = []
    for root, book in pictures(saved(drawn(chart))):
        assert in_the_picture(root) == in_the_workbook(book)
        seen += in_the_picture(root)[1]
    assert [each[2] for each in seen] == [row.values for row in chart.rows]


def test_the_text_read_out_has_every_number_and_says_where_there_is_none() -> None:
    [(title, text)] = described(drawn(scale({"Money": {"Orla": (2, 4, 7), "Joe": (None, 5, 10)}})))
    assert title == "Where we are on the scale"
    assert text == (
        "A picture of the scale from 1 to 10. Money: Orla, last time 2, now 4, we hope for 7; "
        "Joe, no number last time, now 5, we hope for 10."
    )


def test_a_hope_that_nobody_was_asked_for_is_not_read_out_as_none() -> None:
    [(_, text)] = described(drawn(scale({"Money": {"Orla": (2, 4, None)}, "Home": {"Orla": (1, None, 5)}})))
    assert "Money, last time 2, now 4; Home, last time 1, no number now, we hope for 5." in text


def test_a_ten_makes_no_second_picture_where_nothing_stands_beside_it() -> None:
    twelve: dict[str, dict[str, Values]] = {
        area: {"Orla": (2, 4, 7), "Sam": (3, 9, 8), "Joe": (10, 5, 7)}
        for area in ("Sleep", "Home", "Money", "Play")
    }
    assert len(described(drawn(scale(twelve)))) == 1
    beside = {area: people | {"Sam": (3, 10, 8)} for area, people in twelve.items()}
    assert len(described(drawn(scale(beside)))) > 1


def test_a_long_text_read_out_is_short_and_still_has_every_number() -> None:
    chart = scale({area: {"Orla": (2, None, 7), "Alfie": (1, 4, 10), "Sam": (3, None, 5)} for area in "ABCD"})
    [(_, text)] = described(drawn(chart))
    assert text.startswith(
        "A picture of the scale. The numbers in order: last time, now, we hope for. "
        "A: Orla 2, no number, 7; Alfie 1, 4, 10; Sam 3, no number, 5. B:"
    )


@pytest.mark.parametrize(("people", "areas"), [(2, 10), (3, 7), (3, 10), (6, 4), (6, 10)])
def test_many_numbers_are_several_pictures_of_whole_areas_named_in_their_titles(
    people: int, areas: int
) -> None:
    chart = with_names("Orla", "Sam", "Alfie", "Nana", "Kit", "Alexandra")
    rows = [
        replace(row, area=f"Area {at} of everybody") for at in range(areas) for row in chart.rows[:people]
    ]
    document = drawn(replace(chart, rows=tuple(rows)))
    told = [in_the_picture(root)[1] for root, _ in pictures(saved(document))]
    assert [row for each in told for row in each] == [(row.area, row.who, row.values) for row in rows]
    assert len(told) > 1
    for each, (title, text) in zip(told, described(document), strict=True):
        here = list(dict.fromkeys(area for area, _, _ in each))
        assert len(each) == people * len(here)
        assert [f"{area} of everybody" for area in re.findall(r"Area \d", title)] == here
        assert len(text) <= 600


def test_where_one_person_is_drawn_alone_the_areas_stand_in_the_columns() -> None:
    areas = [
        f"How {each} goes" for each in ("money", "home", "together", "school", "sleep", "play", "health")
    ]
    document = drawn(scale({area: {"Christopher": (2, None, 9)} for area in (*areas, "Everyday life")}))
    told = [in_the_picture(root)[1] for root, _ in pictures(saved(document))]
    assert [each[:2] for rows in told for each in rows] == [
        ("Christopher", area) for area in (*areas, "Everyday life")
    ]
    assert [len(rows) for rows in told] == [4, 4]
    (title, text), _ = described(document)
    assert title.endswith(": How money goes, How home goes, How together goes and How school goes")
    assert "Christopher: How money goes, last time 2, no number now, we hope for 9; How home" in text


def test_numbers_of_pictures_are_never_used_twice() -> None:
    document = drawn(USUAL, with_names("Orla", "Sam", "Alfie", areas=10))
    ids = [each.get("id") for each in document.element.iter(qn("wp:docPr"))]
    assert len(ids) == len(set(ids)) > 3
    again = drawn(USUAL)
    add_chart(Page(again), USUAL)
    assert len({each.get("id") for each in again.element.iter(qn("wp:docPr"))}) == 2


def test_names_lie_level_unless_turning_them_saves_a_picture() -> None:
    def turned(chart: ScaleChart) -> list[str | None]:
        return [
            next(root.find(f".//{C}catAx").iter(f"{A}bodyPr")).get("rot")  # type: ignore[union-attr]
            for root, _ in pictures(saved(drawn(chart)))
        ]

    assert turned(with_names("Orla", "Sam", "Grandad Joe", areas=2)) == ["0"]
    assert turned(with_names("Orla", "Sam", "Alfie", areas=4)) == ["0"]
    assert turned(with_names("Orla", "Sam", "Grandad Joe", areas=4)) == ["-5400000"]


def test_marks_are_told_apart_without_colour_and_drawn_the_same_at_every_meeting() -> None:
    def marks(*series: str) -> list[tuple[str | None, str | None]]:
        chart = scale({"Money": {"Orla": (1,) * len(series)}}, series)
        [(root, _)] = pictures(saved(drawn(chart)))
        return [
            (next(each.iter(f"{C}symbol")).get("val"), next(each.iter(f"{A}srgbClr")).get("val"))
            for each in root.iter(f"{C}marker")
            if len(each)
        ]

    square, circle, diamond = ("square", "767676"), ("circle", "1D3557"), ("diamond", "2E7D32")
    assert marks(*REVIEW) == [square, circle, diamond]
    assert marks("At the start", "Now", "We hoped for") == [square, circle, diamond]
    assert marks("Now", "We hope for") == [circle, diamond]
    assert marks("Last time", "Now") == [square, circle]


def test_a_number_is_written_once_where_two_marks_lie_on_each_other() -> None:
    [(root, _)] = pictures(saved(drawn(scale({"Money": {"Orla": (4, 4, 4), "Sam": (2, 5, 8)}}))))
    left_out = [
        [label.find(f"{C}idx").get("val") for label in series.iter(f"{C}dLbl")]  # type: ignore[union-attr]
        for series in root.iter(f"{C}ser")
    ]
    assert left_out == [[], [], ["0"]]
    assert [each.get("val") for each in root.iter(f"{C}dLblPos")] == ["l", "r", "r"]


@pytest.mark.parametrize("points", [12, 18])
def test_the_scale_runs_from_1_to_10_in_text_of_the_size_asked_for(points: float) -> None:
    document = drawn(with_names("Orla", "Sam", "Alfie", areas=3), points=points)
    for root, _ in pictures(saved(document)):
        axis = root.find(f".//{C}valAx")
        assert axis is not None
        ends = [axis.find(f".//{C}{name}") for name in ("min", "max", "majorUnit")]
        assert [each.get("val") for each in ends if each is not None] == ["1", "10", "1"]
        assert {each.get("sz") for each in root.iter(f"{A}defRPr")} == {f"{points * 100:g}"}
    widths = [int(each.get("cx")) for each in document.element.iter(qn("wp:extent"))]
    assert max(widths) <= 17 * 360_000


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_breaks_the_picture_or_its_workbook(text: str) -> None:
    chart = ScaleChart(
        title=text, series=(text, "Now"), rows=(ScaleChartRow(area=text, who=text, values=(1, 2)),)
    )
    [(root, book)] = pictures(saved(drawn(chart)))
    assert in_the_picture(root) == in_the_workbook(book)
    assert in_the_picture(root)[1][0][2] == (1, 2)
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_the_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    drawn(USUAL, with_names("Orla", "Grandad Joe", "Sam & Kit", "Zażółć", areas=6)).save(str(path))
    assert OpenXmlValidator().validate(path).errors == []
    book = tmp_path / "scale.xlsx"
    book.write_bytes(zipfile.ZipFile(path).read("word/embeddings/scale1.xlsx"))
    assert OpenXmlValidator().validate(book).errors == []
    whole = io.BytesIO()
    docx.Document(str(path)).save(whole)
    assert len(list(pictures(zipfile.ZipFile(whole)))) == len(list(pictures(zipfile.ZipFile(path)))) > 2


def test_the_same_numbers_are_the_same_bytes_with_nobodys_name_and_no_time() -> None:
    first, second = saved(drawn(USUAL)), saved(drawn(USUAL))
    assert all(first.read(name) == second.read(name) for name in first.namelist())
    [(_, book)] = pictures(first)
    assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(name.startswith("docProps") for name in book.namelist())
    sizes = {each.filename: each.compress_size for each in first.infolist()}
    assert sizes["word/embeddings/scale1.xlsx"] < 3_000


def leaks(whole: bytes, text: str) -> bool:
    try:
        check_nothing_leaks(whole, [text])
    except Refused:
        return True
    return False


@pytest.fixture(scope="module")
def changed() -> Callable[[str, str, str], bytes]:
    """A file in which one text of one part is another one, in that part alone."""
    package = saved(drawn(with_names("Orla", "Kit Lowe")))

    def change(part: str, old: str, new: str) -> bytes:
        def rewritten(source: zipfile.ZipFile, name: str) -> bytes:
            content = source.read(name)
            if name.endswith(".xlsx"):
                return whole(zipfile.ZipFile(io.BytesIO(content)))
            if name == part:
                assert old.encode() in content
                return content.replace(old.encode(), new.encode())
            return content

        def whole(source: zipfile.ZipFile) -> bytes:
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w") as target:
                for name in source.namelist():
                    target.writestr(name, rewritten(source, name))
            return made.getvalue()

        return whole(package)

    return change


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "word/charts/chart1.xml", "word/document.xml"])
def test_a_name_in_the_workbook_alone_or_the_picture_alone_is_found(
    part: str, changed: Callable[[str, str, str], bytes]
) -> None:
    assert leaks(changed(part, "Kit Lowe", "Joy Pemberton"), "Pemberton")
    assert not leaks(changed(part, "Kit Lowe", "Joy Pembertons"), "Pemberton")


def test_the_marks_and_parts_of_a_picture_are_nobodys_name() -> None:
    whole = io.BytesIO()
    drawn(USUAL).save(whole)
    names = ("Square", "Diamond", "Circle", "Low", "Gap", "General", "Chart", "Package", "Standard", "Normal")
    assert [name for name in names if leaks(whole.getvalue(), name)] == []


def test_without_rows_nothing_is_drawn_and_the_number_drawn_is_told() -> None:
    page = Page(new_document(STANDARD, title="Plan", organisation="Centre", made_at=MADE_AT))
    assert add_chart(page, replace(USUAL, rows=())) == 0
    assert add_chart(page, USUAL, keep_next=True) == 1
    assert len(page.document.element.body.findall(f".//{qn('w:keepNext')}")) == 1
