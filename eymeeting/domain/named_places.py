"""What a text names by which somebody could be found: a place, a car, a way that is gone every day.

It errs on the side of telling: whoever is asked decides with one key. Yet a word alone is no place:
“a school report” is none, “to school” is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from eymeeting.domain.dates import MONTHS, WEEKDAYS
from eymeeting.domain.protected import ON_EVERY_PAPER
from eymeeting.domain.text import folded

THE_SCHOOL: Final = "the school"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place in the words of a sentence, such as “the school”, with the proper name where the text has one."""

    said: str
    name: str = ""


_BY_ITSELF: Final[Mapping[str, str]] = {
    r"refuges?|safe houses?": "a refuge",
    r"school runs?|school gates?|side doors?|pick[- ]?ups?|drop[- ]?offs?|home time": "the way to school",
    r"bus ?stops?|\d+ bus": "a bus",
    r"number ?plates?|[a-z]{2}\d\d ?[a-z]{3}": "a car",
}
"""What tells where somebody is wherever it stands in a text."""

_WITH_A_WAY: Final[Mapping[str, str]] = {
    r"school|primary|infants|juniors|academy|breakfast club|after[- ]school club": THE_SCHOOL,
    r"nursery|pre-?school|playgroup|childminders?": "the nursery",
    r"gp|surgery|doctors?|doctor's|dentists?|clinic|hospital|health centre": "a surgery or a clinic",
    r"mosque|church|temple|synagogue|gurdwara|chapel": "a place of worship",
    r"gym|pool|swimming|leisure centre|football|boxing": "a place for sport",
    r"work|job|office|shop|factory|warehouse|college": "where somebody works or learns",
    r"station|taxi rank|tram": "a station",
    r"library|park|playground|caf[eé]|market|hostel|hotel|shelter|car park": "a place",
    r"nan's|gran's|grandma's|grandad's|mum's|dad's|auntie's|aunt's|sister's|brother's|friend's": "a home",
    r"car|van|taxi": "a car",
}
"""What is a place only with a word before it that leads there."""

_WAYS: Final = "at|to|from|outside|near|by|into|in|behind|opposite|through|off|leaves?|leaving|past"
_LEADS: Final = rf"\b(?:{_WAYS})\s+(?:(?!and\b|or\b|for\b|with\b)[^\W\d_]+(?:['’]s)?\s+){{0,2}}?"
_FOUND: Final = tuple(
    (re.compile(rf"{lead}\b(?:{words})(?![\w'’-])", re.IGNORECASE), said)
    for lead, table in (("", _BY_ITSELF), (_LEADS, _WITH_A_WAY))
    for words, said in table.items()
)

_CAPITAL: Final = r"[^\W\d_a-z][\w'’-]+"
_KIND_OF_PLACE: Final = """Primary School Nursery Preschool Academy College Infants Juniors Surgery Hospital
Clinic Church Mosque Temple Chapel Library Centre Center Hall House Hub Park Gardens Street Road Lane Avenue Close
Drive Court Terrace Crescent Grove Row Way Station Estate Club Gym Pool Hostel Hotel Market Farm Green Mews
"""
_SCHOOLS: Final = frozenset(("primary", "school", "nursery", "preschool", "academy", "infants", "juniors"))
_NAMED: Final = re.compile(
    rf"\b{_CAPITAL}(?:\s(?:of\s|the\s)?{_CAPITAL})*?\s(?:{'|'.join(_KIND_OF_PLACE.split())})\b"
    rf"|\b(?:{_WAYS})\s(?:the\s)?({_CAPITAL}(?:\s{_CAPITAL})*)"
)
_CAPITALS: Final = """
mum dad mam mummy daddy nan nana gran grandma grandad granddad grandpa auntie uncle universal credit benefit
child english christmas easter ramadan eid diwali early help the her his their our your this that gp send
senco camhs dwp hmrc taf marac idva council police
"""
_NO_PLACE: Final = frozenset(folded(" ".join((*WEEKDAYS, *MONTHS, _CAPITALS))).split())
"""Words with a capital letter that are no place."""


def places_in(text: str) -> Iterator[NamedPlace]:
    """What a text names, the most telling first: what anybody knows the word of, then what has a name of its own."""
    for pattern, said in _FOUND:
        if pattern.search(text):
            yield NamedPlace(said=said)
    for match in _NAMED.finditer(text):
        name = match[1] or match[0]
        words = set(folded(name).replace("’", "'").replace("'s", "").split())
        if words - _NO_PLACE:
            yield NamedPlace(said=THE_SCHOOL if words & _SCHOOLS else "a place", name=name)


def telling_words(name: str) -> frozenset[str]:
    """The words of a name that are its own, such as “hillside” of “Hillside Primary School”."""
    return frozenset(
        each for each in re.findall(r"[^\W\d_]+", folded(name)) if len(each) > 3 and each not in _NOBODYS_OWN
    )


_NOBODYS_OWN: Final = (
    frozenset(
        folded(f"{_KIND_OF_PLACE} saint medical practice health group children childrens service").split()
    )
    | ON_EVERY_PAPER
    | _NO_PLACE
)
"""Words that many names of places have."""
