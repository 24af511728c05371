from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from docx.document import Document

from exports.family_copy import build_family_copy
from eymeeting.domain.copies import FamilyCopy, OwnPlan

Read = Callable[[FamilyCopy], Any]


@pytest.fixture
def read(reopened: Callable[[Document], Any], made_at: datetime) -> Read:
    return lambda copy: reopened(build_family_copy(copy, made_at))


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (OwnPlan(), ""),
        (
            OwnPlan(is_agreed=True, words="Nan has the children on Sundays"),
            " Everybody agreed to it on 24 November 2026. In our words: Nan has the children on Sundays.",
        ),
        (
            OwnPlan(is_agreed=False, words="Somebody to cover when Nan is away"),
            (
                " We have not all said yes to it yet, and that is all right."
                " What we still want to change: Somebody to cover when Nan is away."
            ),
        ),
    ],
)
def test_a_plan_the_family_made_says_so_and_whether_all_agreed(
    read: Read, usual_copy: FamilyCopy, plan: OwnPlan, said: str
) -> None:
    lines = read(replace(usual_copy, own_plan=plan)).lines
    assert f"Whose plan this is: This plan is ours. We made it ourselves.{said}" in lines
    assert not any("Who watches" in line for line in lines)


def test_those_who_watch_are_named_and_other_plans_say_none_of_it(read: Read, usual_copy: FamilyCopy) -> None:
    watched = replace(usual_copy, own_plan=OwnPlan(watched_by=("Nan", "Ann Bell")))
    assert "Who watches that it works: Nan and Ann Bell." in read(watched).lines
    assert not any("Whose plan" in line for line in read(usual_copy).lines)
