"""What a Word file carries beside its looks, in words: it stays behind in the file, and is told of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from docx.oxml.ns import qn

from exports.council_file import Parts, links_of, read_xml

_IN_PROPERTIES: Final = {
    "creator": "the author's name",
    "lastModifiedBy": "the name of who changed it last",
    "Company": "the company",
    "Manager": "the manager",
    "description": "a remark in its properties",
    "keywords": "keywords",
    "Template": "the name of its template",
}
_IN_PARTS: Final = {
    "docProps/custom": "custom properties",
    "docProps/thumbnail": "a small picture of an older page",
    "customXml/": "data of another program",
    "word/comments": "comments",
    "word/people": "the names of who commented",
    "word/glossary": "stored passages",
    "word/stylesWithEffects": "an older copy of its styles",
    "word/footnotes": "notes",
    "word/printerSettings": "the settings of a printer",
}
_IN_SETTINGS: Final = {
    "w:rsids": "marks of when it was edited",
    "w:documentProtection": "its protection against changes",
    "w:attachedTemplate": "the place of its template",
    "w:trackRevisions": "the tracking of changes",
    "w:mailMerge": "a mail merge",
}


def leftovers(
    parts: Parts, root: Element, near: Mapping[str, str], settings: Element | None
) -> Iterator[str]:
    """What a file carries beside its looks. ``root`` is its main part, ``near`` are the parts beside that by kind."""
    for tag, name in _IN_PROPERTIES.items():
        if any(_says(parts, part, tag) for part in ("docProps/core.xml", "docProps/app.xml")):
            yield name
    for beginning, name in _IN_PARTS.items():
        if any(each.startswith(beginning) for each in parts):
            yield name
    if any(root.find(f".//{qn(tag)}") is not None for tag in ("w:ins", "w:del", "w:moveFrom", "w:moveTo")):
        yield "tracked changes, with the words that were taken out"
    if any(
        link.kind == "hyperlink"
        for each in (*near.values(), "word/document.xml")
        for link in links_of(parts, each)
    ):
        yield "links"
    if settings is not None:
        for tag, name in _IN_SETTINGS.items():
            if settings.find(qn(tag)) is not None:
                yield name


def _says(parts: Parts, part: str, tag: str) -> bool:
    if part not in parts:
        return False
    return any((each.text or "").strip() for each in read_xml(parts[part]).findall(f"{{*}}{tag}"))
