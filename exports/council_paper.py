"""What a look through the council's own paper finds, in plain sentences: fine, will be changed, cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from exports.council_file import LARGEST, CannotBeUsed
from exports.council_headings import Lettering
from exports.council_lines import Odd
from exports.council_logos import CENTIMETRE
from exports.council_paper_look import HEADINGS, CouncilPaper, council_paper
from exports.easy_to_see import LEAST_CONTRAST, contrast
from exports.look import A4_TWIPS, CREAM, FONT, STANDARD, WHITE
from eymeeting.domain.in_words import listed
from eymeeting.domain.problems import Problem
from eymeeting.domain.settings import KeptFile
from eymeeting.domain.text import clean_line

TALL: Final = CENTIMETRE
"""How much a head and a foot may take of a page before a long plan may need another one."""

_TWIPS_PER_CENTIMETRE: Final = 567
_PLACES: Final = {"head": "at the head", "foot": "at the foot"}
_PAGES: Final = {"default": "of the pages", "first": "of the first page", "even": "of even pages"}
_LONGEST_NAME: Final = 200
_MACRO_ENDINGS: Final = (".docm", ".dotm")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReport:
    """What stays as it is, what will be different on copies, and what stands in the way; a sentence each."""

    fine: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether copies can be made on this paper."""
        return not self.refused


def look_through(content: bytes, name: str = "") -> PaperReport:
    """What the council's own paper would look like under our words. Nothing is written."""
    if name.lower().endswith(_MACRO_ENDINGS):
        return PaperReport(refused=("It can hold macros: save it in Word as .docx.",))
    try:
        paper = council_paper(content)
    except CannotBeUsed as problem:
        return PaperReport(refused=problem.reasons)
    return PaperReport(fine=tuple(_fine(paper)), changed=tuple(_changed(paper)))


def paper_from(path: Path) -> tuple[PaperReport, bytes]:
    """The look through a file, and what it holds.

    Raises:
        Problem: there is no such file, or it cannot be read.
    """
    name = clean_line(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Problem(f"There is no file {name}.") from None
    except (OSError, ValueError):
        raise Problem(f"{name} cannot be read. Is it a file that you may open?") from None
    return look_through(content, path.name), content


def kept_paper(name: str, content: bytes, on: date) -> KeptFile:
    """The paper as it is kept beside the families, by the name of its file."""
    return KeptFile(kind="paper", name=clean_line(name)[:_LONGEST_NAME], content=content, on=on)


def _fine(paper: CouncilPaper) -> Iterator[str]:
    for band in paper.bands:
        where = f"{_PLACES[band.place]} {_PAGES[band.pages]}"
        for logo in band.logos:
            if logo.is_decoration:
                yield f"A decoration of {logo.size_in_words} {where} stays, and is not read out."
            elif logo.words:
                yield f"The logo of {logo.size_in_words} {where} stays; “{clean_line(logo.words)}” is read out."
            else:
                yield f"The logo of {logo.size_in_words} {where} stays."
        said = [f"“{words}”" for line in band.lines for words in (line.words, line.right_words) if words]
        if said:
            yield f"These words {where} stay: {listed(said)}."
    if paper.accent():
        yield f"The colour of its headings, {paper.accent()}, stays, and colours tables and boxes too."
    fonts = dict.fromkeys(paper.letterings[name].usable_font for name in HEADINGS if name in paper.letterings)
    kept = [font for font in fonts if font]
    if kept:
        yield f"The font of its headings, {listed(kept)}, stays."
    if paper.page == A4_TWIPS:
        yield "It is A4."


def _changed(paper: CouncilPaper) -> Iterator[str]:
    if not paper.logos:
        yield "There is no logo at its head or foot, so there will be none on copies: put it into the header in Word."
    elif any(not (logo.words or logo.is_decoration) for logo in paper.logos):
        yield (
            "A logo has no alt text that says anything: “Logo of”, with the organisation's name, will be read out."
        )
    yield from _sheet(paper)
    yield from _letters(paper)
    yield from _body(paper)
    for kind, sentence in _ODD.items():
        if kind in paper.odd:
            said = listed([f"“{clean_line(words)}”" for words in paper.odd[kind]])
            yield sentence.format(said=said) if said else sentence
    if paper.leftovers:
        yield f"These stay behind in the file and are on no copy: {listed(paper.leftovers)}."
    if paper.pushed_down > TALL:
        yield (
            f"Its head and foot take {paper.pushed_down / CENTIMETRE:.1f} cm more of a page than usual, so a long "
            "plan may need another page: a lower logo, or words beside it, would help."
        )


def _sheet(paper: CouncilPaper) -> Iterator[str]:
    if paper.page != A4_TWIPS:
        size = " × ".join(f"{side / _TWIPS_PER_CENTIMETRE:.1f}" for side in paper.page)
        yield f"Its page is {size} cm; copies are A4." if size else "It says no size of page; copies are A4."
    if any(round(edge / _TWIPS_PER_CENTIMETRE, 1) != 2 for edge in paper.margins):
        edges = " ".join(f"{edge / _TWIPS_PER_CENTIMETRE:.1f}" for edge in paper.margins)
        yield (
            f"Its margins are {edges} cm (top, right, bottom, left); on copies each is 2 cm. "
            "The words begin below the logo, however high it is."
        )


def _letters(paper: CouncilPaper) -> Iterator[str]:
    there = [name for name in HEADINGS if name in paper.letterings]
    if not there:
        yield "It has no headings of its own, so ours are used."
    for name in there:
        yield from _heading(name.capitalize(), paper.letterings[name])
    written = {name: paper.letterings[name].size for name in ("normal", *there) if name in paper.letterings}
    sizes = [f"{name} {size:g}" for name, size in written.items() if size]
    if sizes:
        yield (
            f"Its sizes ({', '.join(sizes)} points) give way to those of each reader's form: {STANDARD.body} for "
            f"most, up to 18 in large print. Words are in {FONT}, so that each form keeps its pages."
        )
    added = [own for own in _OWN_STYLES if own.lower() not in paper.letterings]
    if added:
        yield f"These styles are added: {listed(added)}."


def _heading(name: str, lettering: Lettering) -> Iterator[str]:
    if lettering.colour and not lettering.usable_colour():
        seen = f"{contrast(lettering.colour, WHITE):.1f}:1"
        yield (
            f"{name} is in {lettering.colour}, whose contrast is {seen}, less than {LEAST_CONTRAST}:1, so our own "
            "colour is used."
        )
    elif lettering.colour and not lettering.usable_colour(CREAM):
        yield f"{name} is in {lettering.colour}, which is too pale on cream paper, so there it is in our own colour."
    if lettering.font and not lettering.usable_font:
        yield f"{name} is in {lettering.font}, which is not easy for everybody to read, so it is in {FONT}."
    if lettering.is_all_capitals:
        yield f"{name} is all in capitals; on copies it is not, because capitals are harder to read."
    if lettering.is_slanted:
        yield f"{name} is slanted; on copies it is not, because upright letters are easier to read."


def _body(paper: CouncilPaper) -> Iterator[str]:
    if paper.body_words:
        words = "word stands" if paper.body_words == 1 else "words stand"
        yield f"{paper.body_words} {words} in its text and will be on no copy."
    if paper.body_pictures:
        yield "A picture stands in its text and will be on no copy: a logo belongs in the header."
    if paper.sections > 1:
        yield f"It has {paper.sections} sections; the head and foot are those of the one with the logo."


_OWN_STYLES: Final = ("Plan Bullet", "Key Box", "Own Words", "Plan Table")

_ODD: Final[dict[Odd, str]] = {
    "placeholder": "Words that wait to be replaced are left out: {said}.",
    "marking": "A marking is left out, because each copy has its own: {said}.",
    "number": "Page numbers that were typed are left out, because each copy counts its own pages.",
    "counted": "What Word fills in by itself is left out, because it may name a person or a folder: {said}.",
    "shape": "A drawn line or shape is left out; only pictures and words are kept.",
    "ground": "What lies behind the words is left out: it makes them harder to read.",
    "table": "Words and logos in a table become lines, which are read out in their order.",
    "box": "Words in a text box become lines, because many programs do not read boxes out.",
    "tracked": "Words that were taken out with tracked changes are left out.",
}
