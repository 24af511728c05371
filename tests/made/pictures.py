"""The pictures of a saved paper read back: what is drawn, and what stands in the workbook of each."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

Values = tuple[int | None, ...]
Numbers = list[tuple[str, str, Values]]

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def pictures(package: zipfile.ZipFile) -> Iterator[tuple[ET.Element, zipfile.ZipFile]]:
    """Each picture with the workbook it names as its own."""
    names = [name for name in package.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    for name in sorted(names, key=lambda each: int("".join(filter(str.isdigit, each)))):
        root = ET.fromstring(package.read(name))
        [data] = root.iter(f"{C}externalData")
        named = data.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        [target] = [
            each.get("Target", "")
            for each in ET.fromstring(package.read(f"word/charts/_rels/{name[12:]}.rels"))
            if each.get("Id") == named
        ]
        book = package.read(f"word/{target.removeprefix('../')}")
        yield root, zipfile.ZipFile(io.BytesIO(book))


def in_the_picture(root: ET.Element) -> tuple[list[str], Numbers]:
    series, columns = [], []
    [count] = {int(each.get("val", "")) for each in root.findall(f".//{C}val//{C}ptCount")}
    for each in root.iter(f"{C}ser"):
        series.append(each.findtext(f"{C}tx//{C}v", ""))
        points = {
            int(point.get("idx", "")): point.findtext(f"{C}v", "") for point in each.findall(f"{C}val//{C}pt")
        }
        columns.append([int(points[at]) if at in points else None for at in range(count)])
    people, areas = (
        {int(point.get("idx", "")): point.findtext(f"{C}v", "") for point in level.iter(f"{C}pt")}
        for level in next(root.iter(f"{C}multiLvlStrCache")).iter(f"{C}lvl")
    )
    values = list(zip(*columns, strict=True))
    return series, [
        (areas[max(start for start in areas if start <= at)], people[at].strip(), values[at])
        for at in range(count)
    ]


def in_the_workbook(book: zipfile.ZipFile) -> tuple[list[str], Numbers]:
    texts = [each.findtext(f"{X}t", "") for each in ET.fromstring(book.read("xl/sharedStrings.xml"))]
    cells: dict[int, dict[str, Any]] = {}
    for cell in ET.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{X}c"):
        column, row = cell.get("r", "")[0], int(cell.get("r", "")[1:])
        number = int(cell.findtext(f"{X}v", ""))
        cells.setdefault(row, {})[column] = texts[number] if cell.get("t") == "s" else number
    head = [cells[1][column] for column in sorted(cells[1])]
    rows, area = [], ""
    for number in range(2, max(cells) + 1):
        area = cells[number].get("A", area)
        values = tuple(cells[number].get(column) for column in sorted(cells[1])[2:])
        rows.append((area, cells[number]["B"].strip(), values))
    return head[2:], rows
