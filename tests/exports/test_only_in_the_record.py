from __future__ import annotations

import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from made.pells import FAMILY, FIRST, PACK, TODAY, meeting, with_more

from exports.copying import make_copy
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Visibility
from eymeeting.domain.meeting import Correction, Heard, Invitation, LeftOpen
from eymeeting.domain.problems import Refused

OPEN = Visibility(level="family")
EVERYBODY = ("mum", "dad", "gran", "ivy", "lead", "teacher", "officer", "adviser")
ASKED = tuple(
    Invitation(id=f"i-{who}", meeting="m1", who=who, how="zqasked", note="zqreply") for who in EVERYBODY
)
SHOWN = with_more(
    replace(FAMILY, meetings=(replace(meeting(1), locked_on=TODAY),)),
    invitations=ASKED,
    heard=tuple(
        Heard(id=f"h-{who}", meeting="m1", who=who, how="not_heard", note="zqheard") for who in EVERYBODY
    ),
    left_open=(LeftOpen(id="o", meeting="m1", what="zqopen", reason="zqreason"),),
    corrections=(
        Correction(id="k", meeting="m1", on=TODAY, by="lead", what="zqput", was="zqwas", why="zqwhy"),
    ),
    contacts=tuple(
        Contact(id=f"c-{who}", on=FIRST, by="lead", how="call", text="zqcall", who=who, visibility=OPEN)
        for who in EVERYBODY
    ),
)
WORDS = {"zqasked", "zqreply", "zqheard", "zqopen", "zqreason", "zqput", "zqwas", "zqwhy", "zqcall"}


def words_on(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return {word for word in WORDS if any(word in part for part in parts)}


def test_they_stand_in_the_chairs_full_record(made_at: datetime, tmp_path: Path) -> None:
    made = make_copy(SHOWN, "lead", folder=tmp_path, now=made_at, pack=PACK, kind="record")
    assert words_on(made.path) == WORDS


@pytest.mark.parametrize("who", EVERYBODY)
def test_they_stand_on_no_other_copy(who: str, made_at: datetime, tmp_path: Path) -> None:
    made = []
    for kind in ("family", "child", "agency"):
        with suppress(Refused):
            made.append(make_copy(SHOWN, who, folder=tmp_path, now=made_at, pack=PACK, kind=kind))
    assert [words_on(copy.path) for copy in made] == [set()] * len(made)
    assert made or who not in ("mum", "dad", "gran")
