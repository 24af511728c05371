from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from db.interchange import read_families
from exports.checked_copy import check_before
from exports.copy_kinds import KINDS, member_kind
from exports.paper import Paper, PaperFormat
from eymeeting.demo import demo_families
from eymeeting.domain.family import Family
from eymeeting.domain.problems import Problem
from eymeeting.packs import default_pack

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@cache
def family() -> Family:
    """The made-up family with the most meetings."""
    return max(read_families(demo_families()), key=lambda each: (len(each.meetings), len(each.actions)))


@pytest.mark.parametrize("form", ["standard", "large", "easyread"])
def test_every_kind_of_paper_is_made_without_a_fault_of_ours(form: PaperFormat) -> None:
    chair = family().meetings[-1].chair
    members = {member_kind(family(), each.id): each.id for each in family().people} | {"worker": chair}
    checked = set()
    for kind, made in KINDS.items():
        for who in made.readers & members.keys():
            try:
                check = check_before(
                    family(), members[who], now=NOW, pack=default_pack(), kind=kind, paper=Paper(format=form)
                )
            except Problem:
                continue
            if check is not None:
                assert check.faults == (), (kind, who)
                checked.add(kind)
    assert {"family", "child", "agency", "record"} <= checked
