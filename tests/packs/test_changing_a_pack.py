"""The page of packs, followed to the letter: each of its examples put into the default pack."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from eymeeting.domain.meeting import ClosingReason
from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_reading import read_pack
from eymeeting.domain.plain_words import CheckWords, HardWord
from eymeeting.packs import default_pack, shipped_text

ESSEX = shipped_text("essex")
PAGE = (Path(__file__).parents[2] / "docs" / "pack.md").read_text("utf-8")
AREA, ROLE, LIMIT, WORD, SAFETY = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def with_lines(lines: str) -> Pack:
    """The default pack with the lines of an example in the place of its own."""
    text = ESSEX
    for line in lines.strip().splitlines():
        key = line.partition(" = ")[0]
        text, count = re.subn(rf"(?m)^{key} = .*$", line, text)
        assert count == 1, key
    return read_pack(text)


def test_an_area_is_added_by_its_id() -> None:
    pack = read_pack(ESSEX.replace("# What the scores mean.", AREA))
    assert pack.area_name("garden") == "Getting outside"
    assert [area.id for area in pack.joint_areas()][-1] == "garden"
    assert read_pack(ESSEX) == default_pack()


def test_a_role_is_renamed() -> None:
    renamed = with_lines(ROLE)
    assert (renamed.words.lead, renamed.words.lead_on_copy) == ("family partner", "family partner")
    lists = read_pack(ESSEX.replace('"Family support worker"', '"Family partner"')).lists
    assert (lists.roles[0], lists.lead_roles[0]) == ("Family partner", "Family partner")


def test_a_limit_is_set() -> None:
    assert with_lines(LIMIT).limits.review_weeks == 4


def test_a_word_that_families_do_not_know_is_added() -> None:
    check = read_pack(ESSEX.replace("jargon = [\n", f"jargon = [\n{WORD}")).check
    assert check.jargon[0] == HardWord(words="FSP", say="plan for the family")
    assert set(default_pack().check.jargon) == set(check.jargon[1:])


def test_a_pack_from_before_the_check_is_as_good_as_it_was() -> None:
    older = read_pack(re.sub(r"(?s)\n\[check\]\n.*?\n]\njargon.*?\n]\n", "\n", ESSEX))
    assert older == replace(default_pack(), check=CheckWords())


def test_the_line_about_safety_is_added() -> None:
    line = read_pack(f"{ESSEX}\n{SAFETY}").safety_line
    assert line is not None
    assert (line.name, line.low) == ("How safe are the children?", "The children are not safe at home.")
    assert default_pack().safety_line is None


def test_what_stands_behind_a_number_sign_can_be_taken_up_as_it_is() -> None:
    rest = ESSEX[ESSEX.index("# [[worker_words]]") :]
    pack = read_pack(ESSEX.replace(rest, rest.replace("# ", "")))
    assert [each.words for each in pack.worker_words] == ["thriving", "coping", "not coping"]
    assert pack.worker_word("not_coping") == "not coping"
    assert pack.worker_word("chaotic") == "chaotic"
    assert pack.safety_line is not None


def test_a_pack_of_before_is_a_pack_still() -> None:
    text = ESSEX[: ESSEX.index("# Why work with")] + ESSEX[ESSEX.index("# The choices that") :]
    assert "closing_reasons" not in text
    assert read_pack(text) == default_pack()


def test_levels_and_kinds_of_plan_are_told_in_the_words_here() -> None:
    assert default_pack().level(2) == "level 2"
    levels = 'levels = ["all", "some", "more", "most"]\n\n# wd:'
    named = ESSEX.replace("# wd:", levels).replace(
        "[markings]", '[plan_kinds]\nnone = "not yet"\n\n[markings]'
    )
    pack = read_pack(named)
    assert pack.level(2) == "level 2: some"
    assert pack.plan_kinds.choices()[-1] == ("none", "not yet")
    assert pack.plan_kinds.called("child_in_need") == "child in need"


@pytest.mark.parametrize("reason", ["moved_away", "needs_met"])
def test_a_reason_that_is_not_offered_keeps_the_apps_words_where_it_was_said_before(
    reason: ClosingReason,
) -> None:
    only = '[[closing_reasons]]\nreason = "needs_met"\nwords = "all is well"\n\n'
    start, end = ESSEX.index("[[closing_reasons]]"), ESSEX.index("# The choices that")
    pack = read_pack(ESSEX[:start] + only + ESSEX[end:])
    assert [each.reason for each in pack.closing_reasons] == ["needs_met"]
    assert pack.closing(reason).words == {"needs_met": "all is well", "moved_away": "moved away"}[reason]
