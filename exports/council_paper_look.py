"""The council's own paper as it lies in its file: what stands at its head and foot, and how its headings look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal
from xml.etree.ElementTree import Element

from docx.oxml.ns import qn

from exports.council_file import CANNOT_BE_READ, DAMAGED, CannotBeUsed, Parts, links_of, parts_of, read_xml
from exports.council_headings import Lettering, is_on, letterings
from exports.council_leftovers import leftovers
from exports.council_line import CouncilLine, together
from exports.council_lines import LineReader, Odd
from exports.council_logos import CENTIMETRE, Logo
from exports.look import A4_TWIPS, MARGIN_TWIPS, WHITE, Look

Place = Literal["head", "foot"]
Pages = Literal["default", "first", "even"]

HEADINGS: Final = ("heading 1", "heading 2", "heading 3")
EDGE: Final = 454
"""Twips between the edge of the sheet and the head or the foot: 8 mm, which every printer reaches."""

_TWIP: Final = 635
_LINE: Final = 6 * CENTIMETRE // 10
"""The height of a line of words of 12 points, with the room around it."""

_LINE_PER_POINT: Final = 14_600
"""The height of a line of our font, for each point of its size."""

_FREE: Final = (MARGIN_TWIPS - EDGE) * _TWIP
"""What a head takes of the margin before it pushes the words down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What stands at the head or the foot of some pages."""

    place: Place
    pages: Pages
    lines: tuple[CouncilLine, ...] = ()

    @property
    def logos(self) -> tuple[Logo, ...]:
        """Its logos in the order in which they are read."""
        return tuple(logo for line in self.lines for logo in line.all_logos)

    def height(self, words: int) -> int:
        """About how high its lines are, where one of words is so high; all in English Metric Units."""
        return sum(max((words, *(logo.height for logo in line.all_logos))) for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPaper:
    """The council's own paper. Sizes of the page and its margins are in twips; ``leftovers`` are named in words."""

    bands: tuple[Band, ...] = ()
    letterings: Mapping[str, Lettering] = field(default_factory=dict)
    page: tuple[int, ...] = A4_TWIPS
    margins: tuple[int, ...] = ()
    sections: int = 1
    body_words: int = 0
    body_pictures: int = 0
    odd: Mapping[Odd, tuple[str, ...]] = field(default_factory=dict)
    leftovers: tuple[str, ...] = ()

    @property
    def logos(self) -> tuple[Logo, ...]:
        """Every logo once."""
        return tuple({logo.content: logo for band in self.bands for logo in band.logos}.values())

    def accent(self, ground: str = WHITE) -> str | None:
        """The colour of the highest heading whose colour everybody can read on paper of this colour."""
        there = (self.letterings[name] for name in HEADINGS if name in self.letterings)
        colours = (lettering.usable_colour(ground) for lettering in there)
        return next((colour for colour in colours if colour), None)

    @property
    def pushed_down(self) -> int:
        """How far the head pushes the words of the first page down, in English Metric Units."""
        high = sum(band.height(_LINE) for band in self.bands if band.pages == self.first_pages)
        return max(0, high + _LINE - _FREE)

    @property
    def first_pages(self) -> Pages:
        """The kind of page that a first page is."""
        return "first" if any(band.pages == "first" for band in self.bands) else "default"


@lru_cache(maxsize=4)
def council_paper(content: bytes) -> CouncilPaper:
    """What a Word file holds of the council's own paper.

    Raises:
        CannotBeUsed: it is no Word file, is not whole, or holds what must not be on our papers.
    """
    parts = parts_of(content)
    try:
        return _read(parts)
    except CANNOT_BE_READ:
        raise CannotBeUsed((DAMAGED,)) from None


def _read(parts: Parts) -> CouncilPaper:
    main = next(link.target for link in links_of(parts) if link.kind == "officeDocument")
    root = read_xml(parts[main])
    body = root.find(qn("w:body"))
    near = {link.kind: link.target for link in links_of(parts, main) if not link.outwards}
    sections = _sections(root)
    section, references = _with_logos(parts, main, sections)
    odd: dict[Odd, list[str]] = {}
    settings = read_xml(parts[near["settings"]]) if "settings" in near else None
    size, edges = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    words = "".join(each.text or "" for each in body.iter(qn("w:t"))) if body is not None else ""
    return CouncilPaper(
        bands=tuple(_bands(parts, main, references, _kinds_in_use(section, settings), odd)),
        letterings=letterings(parts, near.get("styles"), near.get("theme")),
        page=_whole(size, "w", "h"),
        margins=_whole(edges, "top", "right", "bottom", "left"),
        sections=max(1, len(sections)),
        body_words=len(words.split()),
        body_pictures=sum(1 for _ in root.iter(qn("a:blip"))),
        odd={kind: tuple(said) for kind, said in odd.items()},
        leftovers=tuple(leftovers(parts, root, near, settings)),
    )


def room_taken(content: bytes | None, look: Look) -> float:
    """How many centimetres of a page the council's own paper takes at most, in these sizes; 0 on plain paper."""
    if content is None:
        return 0
    paper = council_paper(content)
    pages = paper.first_pages
    line = round(look.body * look.line * _LINE_PER_POINT)
    return sum(band.height(line) for band in paper.bands if band.pages == pages) / CENTIMETRE


def _sections(root: Element) -> list[Element]:
    before = {id(each) for was in root.iter(qn("w:sectPrChange")) for each in was}
    return [each for each in root.iter(qn("w:sectPr")) if id(each) not in before]


_References = Mapping[tuple[Place, Pages], str]


def _with_logos(parts: Parts, main: str, sections: list[Element]) -> tuple[Element, _References]:
    """The last section with what stands at its heads and feet, or the first with a picture there, if it has none."""
    told: list[tuple[Element, _References]] = []
    known: dict[tuple[Place, Pages], str] = {}
    for section in sections:
        known = {**known, **dict(_references(section))}
        told.append((section, known))
    if not told:
        return Element(qn("w:sectPr")), {}
    targets = dict(_targets(parts, main))
    pictured = [
        each
        for each in told
        if any(
            b"r:embed" in parts[targets[rel]] or b"imagedata" in parts[targets[rel]]
            for rel in each[1].values()
            if rel in targets
        )
    ]
    return told[-1] if told[-1] in pictured or not pictured else pictured[0]


def _references(section: Element) -> Iterator[tuple[tuple[Place, Pages], str]]:
    for tag, place in _PLACES.items():
        for each in section.findall(qn(tag)):
            pages = _PAGES.get(each.get(qn("w:type"), "default"))
            if pages:
                yield (place, pages), each.get(qn("r:id"), "")


def _targets(parts: Parts, part: str) -> Iterator[tuple[str, str]]:
    """The parts that a part leads to within the file, by the ids it knows them under."""
    for link in links_of(parts, part):
        if not link.outwards and link.target in parts:
            yield link.id, link.target


def _kinds_in_use(section: Element, settings: Element | None) -> tuple[Pages, ...]:
    first = is_on(section.find(qn("w:titlePg")))
    even = settings is not None and is_on(settings.find(qn("w:evenAndOddHeaders")))
    used: Mapping[Pages, bool] = {"default": True, "first": first, "even": even}
    return tuple(pages for pages, is_used in used.items() if is_used)


def _bands(
    parts: Parts, main: str, references: _References, kinds: tuple[Pages, ...], odd: dict[Odd, list[str]]
) -> Iterator[Band]:
    near = dict(_targets(parts, main))
    for place in _PLACES.values():
        for pages in kinds:
            part = near.get(references.get((place, pages), ""))
            if part is None:
                yield Band(place=place, pages=pages)
                continue
            ids = dict(_targets(parts, part))
            reader = LineReader({name: (named, parts[named]) for name, named in ids.items()}.get)
            yield Band(place=place, pages=pages, lines=together(reader.lines(read_xml(parts[part]))))
            for kind, said in reader.odd.items():
                odd.setdefault(kind, []).extend(each for each in said if each not in odd.get(kind, []))


def _whole(each: Element | None, *names: str) -> tuple[int, ...]:
    if each is None:
        return ()
    return tuple(round(float(each.get(qn(f"w:{name}"), "0"))) for name in names)


_PLACES: Final[Mapping[str, Place]] = {"w:headerReference": "head", "w:footerReference": "foot"}
_PAGES: Final[Mapping[str, Pages]] = {"default": "default", "first": "first", "even": "even"}
