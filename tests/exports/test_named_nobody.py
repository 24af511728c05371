from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, action, agreed, attended, with_more

from exports.copying import make_copy
from exports.named_nobody import reader_in_a_name, ref_in_a_name
from eymeeting.domain.family import Family
from eymeeting.domain.protected import holds_any
from eymeeting.domain.text import folded

NOW = datetime(2026, 6, 1, 15, 5, tzinfo=UTC)
AGREED, ANSWERS = agreed("dad", 1, Centre="yes", School="yes", Housing="yes")
MET = with_more(
    FAMILY,
    attendance=(attended("mum"), attended("lead"), attended("ivy")),
    actions=(action("Ring", "mum"), action("Write", "teacher")),
    agreements=(AGREED,),
    answers=ANSWERS,
)
READERS = (("mum", None), ("dad", None), ("ivy", None), ("teacher", None), ("lead", "record"))
letters = st.characters(categories=("Lu", "Ll", "Lo"))
names = st.text(letters, min_size=1, max_size=12).map(lambda name: f"Qz{name}")


def renamed(family: Family, name: str, phone: str, street: str) -> Family:
    """The family with these in every place that holds a name, a number or an address."""
    return replace(
        family,
        details=replace(family.details, family_name=name, chosen_name=f"The {name}s"),
        people=tuple(
            replace(each, first_name=name, last_name=name, phone=phone, nhs_number="943 476 5919")
            for each in family.people
        ),
        workers=tuple(
            replace(each, name=f"{name} {name}", phone=phone, email=f"{name}@hub.example")
            for each in family.workers
        ),
        households=tuple(replace(each, lines=(street,), postcode="ZZ99 4AA") for each in family.households),
    )


def told_outside(path: Path) -> str:
    """The name of a file and all its properties."""
    properties = docx.Document(str(path)).core_properties
    kept = (
        *(properties.title, properties.author, properties.last_modified_by, properties.subject),
        *(properties.keywords, properties.comments, properties.category, properties.identifier),
        *(properties.content_status, properties.version, properties.language),
    )
    return "\n".join((path.name, *kept))


@settings(max_examples=6, deadline=None, database=None)
@given(names, st.integers(100_000, 999_999), st.integers(1, 99))
def test_neither_a_file_name_nor_a_property_holds_anybody(name: str, figures: int, house: int) -> None:
    family = renamed(MET, name, f"01632 {figures}", f"{house} {name} Court")
    secrets = (name, f"01632 {figures}", f"{house} {name} Court", "ZZ99 4AA", "943 476 5919")
    with TemporaryDirectory() as folder:
        for reader, kind in READERS:
            made = make_copy(family, reader, folder=Path(folder), now=NOW, pack=PACK, kind=kind)
            told = told_outside(made.path)
            assert not holds_any(told, secrets), (kind, told)
            assert folded(name) not in folded(told), (kind, told)


@pytest.mark.parametrize(
    ("ref", "stands"),
    [
        ("F-7", "F-7"),
        ("EYM-0001", "EYM-0001"),
        ("Pell-7", ""),
        ("thepells", ""),
        ("Alder Court 4", "Alder Court 4"),
    ],
)
def test_a_reference_that_is_a_name_stays_out_of_the_file_name(ref: str, stands: str) -> None:
    assert ref_in_a_name(replace(MET, details=replace(MET.details, id=ref))) == stands


@pytest.mark.parametrize(
    ("who", "stands"),
    [
        ("p1", "p1"),
        ("mum", "mum"),
        ("rosa", "reader-1"),
        ("Rosa.Pell", "reader-1"),
        ("mum_rosapell", "reader-1"),
        ("07700900123", "reader-1"),
    ],
)
def test_a_reader_is_named_by_an_id_that_tells_nobody(who: str, stands: str) -> None:
    family = replace(MET, people=(replace(MET.people[0], id=who, phone="07700 900 123"), *MET.people[1:]))
    assert reader_in_a_name(family, who) == stands
