"""Which form somebody's papers have, where more than one is kept of them, and what whoever makes one is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from made.adeyemis import ADEYEMIS

from exports.copying import make_copy
from exports.papers_wanted import READ_ALOUD, format_wanted, to_be_read_aloud
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Invitation, Meeting
from eymeeting.domain.people import Format
from eymeeting.packs import default_pack

PACK = default_pack()
NOW = datetime(2026, 11, 22, 15, 5, tzinfo=UTC)
NEXT = Meeting(
    id="next",
    number=99,
    type="taf_review",
    on=date(2026, 11, 26),
    start="09:30",
    planned_minutes=50,
    chair="w1",
    venue="Family room",
)
COMING = replace(
    ADEYEMIS,
    meetings=(*ADEYEMIS.meetings, NEXT),
    invitations=tuple(Invitation(id=f"i-{who}", meeting="next", who=who) for who in ("p1", "w1", "w2")),
)


def needing(who: str, *forms: Format, family: Family = ADEYEMIS) -> Family:
    def told(each: Any) -> Any:
        return replace(each, formats=forms) if each.id == who else each

    return replace(family, people=tuple(map(told, family.people)), workers=tuple(map(told, family.workers)))


@pytest.mark.parametrize(
    ("forms", "form", "aloud"),
    [
        ((), "standard", False),
        (("easyread", "large"), "easyread", False),
        (("large", "easyread"), "large", False),
        (("read_aloud",), "standard", True),
        (("read_aloud", "large", "clear"), "large", True),
    ],
)
def test_the_first_form_that_is_a_paper_counts_and_reading_aloud_is_told(
    forms: tuple[Format, ...], form: str, aloud: bool, tmp_path: Path
) -> None:
    family = needing("p1", *forms)
    assert format_wanted(family, "p1").format == form
    assert format_wanted(family, "p1", "dyslexia").format == "dyslexia"
    made = make_copy(family, "p1", folder=tmp_path, now=NOW, pack=PACK, kind="family")
    assert [each for each in made.remarks if "aloud" in each] == [READ_ALOUD] * aloud
    assert to_be_read_aloud(family, "p2") == ""


@pytest.mark.parametrize(
    ("reader", "kind"),
    [
        ("w1", "lead"),
        ("w1", "record"),
        ("w2", "agency"),
        ("w2", "invitation"),
        ("w2", "agenda"),
        ("w2", "update_slip"),
    ],
)
def test_a_workers_own_form_counts_on_every_paper_for_them(reader: str, kind: str, tmp_path: Path) -> None:
    sizes = []
    needs: tuple[tuple[Format, ...], ...] = ((), ("read_aloud", "large"))
    for forms in needs:
        family = needing(reader, *forms, family=COMING)
        made = make_copy(family, reader, folder=tmp_path, now=NOW, pack=PACK, kind=kind)
        document = docx.Document(str(made.path))
        [defaults] = document.styles.element.iter(qn("w:docDefaults"))
        [size] = defaults.iter(qn("w:sz"))
        sizes.append(int(size.get(qn("w:val"))) / 2)
        assert (READ_ALOUD in made.remarks) is bool(forms)
    usual, large = sizes
    assert (usual < 18, large) == (True, 18)
