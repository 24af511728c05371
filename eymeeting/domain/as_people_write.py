"""The ways in which people write one and the same name, street, number or postcode.

What is kept from somebody is looked for in all of them, not only as it was first typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from eymeeting.domain.people import Person
from eymeeting.domain.text import folded

_TITLES: Final = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr")
_CUT_SHORT: Final = {
    "road": "rd",
    "street": "st",
    "lane": "ln",
    "avenue": "ave",
    "close": "cl",
    "crescent": "cres",
    "drive": "dr",
    "terrace": "terr",
    "gardens": "gdns",
    "square": "sq",
}
_SCHOOLS: Final = ("school", "primary", "nursery", "preschool", "academy", "infants", "juniors", "college")
_BEFORE_A_STREET: Final = re.compile(
    r"^\W*(?:(?:(?:flat|apartment|unit|room)\s+)?\d+[a-z]?\b\W*)+", re.IGNORECASE
)
_RUN_OF_FIGURES: Final = re.compile(r"\+?\d(?:[^\w+]{0,3}\d){8,}")
_AFTER_A_NAME: Final = frozenset(
    ["asked", "can", "came", "did", "does", "had", "has", "may", "needs", "said", "was", "will"]
)
"""Last names that stand after a first one as a word, too: “Amina said”."""

_FEWEST_IN_A_NAME: Final = 4
_SHORTEST_DISTRICT: Final = 3
"""Signs in the first half of a postcode that is looked for alone: “M1” is a road, too."""


def streets_as_written(line: str) -> Iterator[str]:
    """The streets of one line of an address without their numbers, and cut short, as in “Station Rd”.

    One word alone is no street: a town, a house called Rosewood.
    """
    for part in line.split(","):
        street = _BEFORE_A_STREET.sub("", part).strip()
        words = street.split()
        if len(words) < 2:
            continue
        yield street
        last = folded(words[-1]).strip(".")
        short = _CUT_SHORT.get(last) or next((long for long, cut in _CUT_SHORT.items() if cut == last), None)
        if short is not None:
            yield " ".join((*words[:-1], short))


def is_a_street(line: str) -> bool:
    """Whether a line of an address ends as streets do, also cut short: “Mill Road”, “Mill Rd.”."""
    words = line.split()
    return len(words) > 1 and folded(words[-1]).strip(".") in {*_CUT_SHORT, *_CUT_SHORT.values()}


def district(postcode: str) -> str:
    """The first half of a postcode, which tells the part of a town; empty where it is too short to look for."""
    signs = re.sub(r"\W", "", postcode)[:-3]
    return signs if len(signs) >= _SHORTEST_DISTRICT and re.search(r"\d", signs) else ""


def numbers_as_written(contact: str) -> Iterator[str]:
    """The telephone numbers in what was typed as one, also beside words, and of a landline what neighbours dial."""
    for match in _RUN_OF_FIGURES.finditer(contact):
        yield match[0]
        figures = re.sub(r"^(?:0044|44)?0*", "", re.sub(r"\D", "", match[0]))
        if figures[:1] in ("1", "2"):
            yield figures[-6:] if figures[0] == "1" else figures[-8:]


def schools_as_written(school: str) -> Iterator[str]:
    """A school by its own name with each kind of school, and as where somebody goes: a name may be a common word."""
    words = school.replace(",", " ").split()
    while words and words[-1].casefold() in _SCHOOLS:
        words.pop()
    if words:
        own = " ".join(words)
        yield f"at {own}"
        yield from (f"{own} {kind}" for kind in _SCHOOLS)


def last_names_as_written(person: Person) -> Iterator[str]:
    """Somebody's last name with the first one or a title, of several, and the parts of a double name.

    By these a name is found that is a common word or a helper's name as well.
    """
    last = person.last_name
    if not last.strip():
        return
    if folded(last) not in _AFTER_A_NAME:
        yield from dict.fromkeys((person.full_name, f"{person.called} {last}"))
    for title in _TITLES:
        yield f"{title} {last}"
    yield from several(last)
    parts = re.split(r"[\s-]+", last)
    if len(parts) > 1:
        yield from (each for each in parts if len(each) >= _FEWEST_IN_A_NAME)


def names_of_a_stranger(name: str) -> Iterator[str]:
    """Each name of somebody whom the reader does not know of: the first one tells of them, too."""
    for each in re.findall(r"[^\W\d_][\w'’-]+", name):
        if each.rstrip(".") not in _TITLES:
            yield each
            yield from several(each)


def several(name: str) -> tuple[str, ...]:
    """All of one name, as in “the Lowes”."""
    return (f"{name}s", f"{name}es")


_SENTENCES: Final = """
about actions adult after again agency agreed aloud another anything apologies asked away back because
before belongs better born break call called care carer carry child children chose chosen class clear close
come coming community copy could date does doing done down each early easy education else ended error finish
finished foster friendly from future gave given going good hall handed happened happens head health helped
here hoped housing improve joined just keep know known large last lead leave left letter lighter limited
local longer made manager meet meeting message money named need needed needs none nothing number nursery
only opened part past planned play prefer present print rather reach read reason recorded reply room said
same school sent service services signed site social somebody someone special speech spoken standard start
started step stop support switch teacher teaching their then these thing things this today took touch under
update views visit welfare with words worried worse would written
"""
_OF_THE_FILE: Final = """
an at begin best by chart charts core data default did do document draw drop end far footer frame grown had has header
my numbering numbers of picture row rows sensitive set settings stand strong style styles table text theme
to trust up us was word write
"""
LAID_OUT_WITH: Final = frozenset((_SENTENCES + _OF_THE_FILE).split())
"""Words that finished files and the sentences printed on them are laid out with. Some are people's last names.

Alone they cannot be looked for; with a first name or a title they can.
"""
