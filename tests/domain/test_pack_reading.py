import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_reading import WrongPack, read_pack
from eymeeting.domain.pack_rules import RANGES
from eymeeting.packs import default_pack

PACK = files("eymeeting.packs").joinpath("essex.toml").read_text("utf-8")
WORDS_HERE = "centre, plan, lead, lead_on_copy, agreement, meeting, assessment"
KEPT = (
    "closing_reasons[6].on_paper cannot be told with moved_away: "
    "that reason stands in the chair's record alone."
)
LEVELS = "lists.levels must name all 4 levels of need, in order, and it names 2."
SHORT_KEY = 3
"""Letters of a key so short that a typo may be as near to another one."""

KEY_LINE = re.compile(r"^([a-z_]+) = .+\n", re.MULTILINE)
GROUP_LINE = re.compile(r"^\[\[?([a-z_]+)\]\]?$", re.MULTILINE)
MAY_BE_LEFT_OUT = {"child_name", "outcome", "ask_alone", "on", "say", "scale", "keep_until_age", "on_paper"}


def kinds(kind: Any) -> list[Any]:
    """The dataclass and every dataclass within it."""
    hints = [hint for each in get_type_hints(kind).values() for hint in (each, *get_args(each))]
    return [kind, *(found for hint in hints if is_dataclass(hint) for found in kinds(hint))]


KNOWN = {each.name for kind in kinds(Pack) for each in fields(kind)}


def wrong_with(old: str, new: str) -> tuple[str, ...]:
    assert old in PACK
    return refused(PACK.replace(old, new, 1))


def refused(text: str) -> tuple[str, ...]:
    with pytest.raises(WrongPack) as refusal:
        read_pack(text)
    assert str(refusal.value) == "\n".join(refusal.value.sentences)
    return refusal.value.sentences


def without(pattern: str) -> str:
    """The default pack without every piece that fits; a dot fits a line break too."""
    text, count = re.subn(f"(?s){pattern}", "", PACK)
    assert count
    return text


@st.composite
def typos(draw: st.DrawFn, word: str) -> str:
    place = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    wrong = draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + word[place] + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            ]
        )
    )
    return wrong if wrong and wrong not in KNOWN else f"{word}x"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_one_key_with_a_typo_is_refused_by_its_name(data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(list(KEY_LINE.finditer(PACK))))
    typo = data.draw(typos(line[1]))
    sentences = refused(PACK[: line.start(1)] + typo + PACK[line.end(1) :])
    [about] = [each for each in sentences if "is not a key here" in each]
    meant = line[1] if len(line[1]) > SHORT_KEY else r"\w+"
    assert re.search(rf"(^|\.){typo} is not a key here\.( Did you mean {meant}\?)?$", about)
    assert len(line[1]) <= SHORT_KEY or "Did you mean" in about


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_any_one_group_with_a_typo_is_refused_by_its_name(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(set(GROUP_LINE.findall(PACK)))))
    typo = data.draw(typos(name))
    sentences = refused(re.sub(rf"^(\[\[?){name}\b", rf"\g<1>{typo}", PACK, flags=re.MULTILINE))
    assert f"{typo} is not a key here. Did you mean {name}?" in sentences


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_one_key_left_out_is_refused_by_its_name_or_may_be_left_out(data: st.DataObject) -> None:
    whole = [line for line in KEY_LINE.finditer(PACK) if not line[0].endswith("[\n")]
    line = data.draw(st.sampled_from(whole))
    text = PACK[: line.start()] + PACK[line.end() :]
    if line[1] in MAY_BE_LEFT_OUT:
        assert read_pack(text).name == default_pack().name
    else:
        assert any(re.search(rf"(^|\.){line[1]} is missing\.$", each) for each in refused(text))


@settings(max_examples=100, deadline=None)
@given(st.text() | st.text(alphabet="[]{}=\"'#.\n\\a1 "))
def test_no_text_at_all_brings_anything_but_a_pack_or_plain_sentences(text: str) -> None:
    assert all(sentence and sentence.isprintable() for sentence in refused(text))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("review_weeks = 6", 'review_weeks = "6"', "limits.review_weeks must be a whole number."),
        ("review_weeks = 6", "review_weeks = 6.5", "limits.review_weeks must be a whole number."),
        ("review_weeks = 6", "review_weeks = true", "limits.review_weeks must be a whole number."),
        ("review_weeks = 6", "review_weeks = 0", "limits.review_weeks must be from 1 to 52."),
        (
            "review_weeks = 6",
            "review_weeks = 13",
            "limits.review_warn_weeks must not be less than limits.review_weeks.",
        ),
        ("minutes = 5", "minutes = -5", "meetings[1].steps[1].minutes must be from 0 to 240."),
        ("ask_alone = true", 'ask_alone = "yes"', "areas[10].ask_alone must be true or false."),
        ('name = "Money"', "name = 7", "areas[1].name must be words in quotes."),
        ('name = "Money"', 'name = " \\n "', "areas[1].name is empty."),
        ('name = "Money"', f'name = "{"m" * 501}"', "areas[1].name has 501 characters, and 500 is the most."),
        ('id = "home"', 'id = "money"', "areas[2].id is “money”, and so is areas[1].id."),
        (
            'id = "home"',
            'id = "Our home"',
            "areas[2].id must be small letters, figures and _, beginning with a letter.",
        ),
        (
            'id = "story"',
            'id = "welcome"',
            "meetings[1].steps[4].id is “welcome”, and so is meetings[1].steps[1].id.",
        ),
        ('"taf_first"', '"taf_fist"', "meetings[1].type cannot be “taf_fist”. Did you mean taf_first?"),
        ('"taf_review"', '"taf_first"', "meetings[2].type is “taf_first”, and so is meetings[1].type."),
        ("high = 2", "high = 3", "bands must hold each score from 1 to 10 once. 3 is in 2 of them."),
        ("low = 9", "low = 10", "bands must hold each score from 1 to 10 once. 9 is in none of them."),
        ("high = 10", "high = 11", "bands[5].high must be from 1 to 10."),
        ('"GP", "Speech', '7, "Speech', "lists.agencies[7] must be words in quotes."),
        (
            "to {name}.",
            "to {nickname}.",
            "markings.family may hold {name}, and nothing else in curly brackets.",
        ),
        ("to {name}.", "to {name.", "markings.family may hold {name}, and nothing else in curly brackets."),
        ('"1 means', '["1 means"] # ', "sentences.scale must be words in quotes."),
        (
            'id = "journey"',
            'id = "jorney"',
            "meetings[1].steps[5].id is “jorney”, and there is no such step. Did you mean journey?",
        ),
        (
            'reason = "moved_away"',
            'reason = "moved_on"',
            "closing_reasons[6].reason cannot be “moved_on”. Did you mean moved_away?",
        ),
        (
            'reason = "moved_away"',
            'reason = "needs_met"',
            "closing_reasons[6].reason is “needs_met”, and so is closing_reasons[1].reason.",
        ),
        (
            'words = "moved away"',
            'words = "moved away"\non_paper = "They have moved."',
            KEPT,
        ),
        ("[limits]", 'levels = ["some", "more"]\n\n[limits]', LEVELS),
        (
            "[markings]",
            "[plan_kinds]\nearly_help = 1\n\n[markings]",
            "plan_kinds.early_help must be words in quotes.",
        ),
        (
            "[markings]",
            '[[worker_words]]\nid = "ok"\nwords = "coping"\n' * 2 + "[markings]",
            "worker_words[2].id is “ok”, and so is worker_words[1].id.",
        ),
        ("[markings]", '[[worker_words]]\nid = "ok"\n\n[markings]', "worker_words[1].words is missing."),
        (
            'words = "EHA"',
            'words = "CAF"',
            "check.jargon[2].words is “CAF”, and so is check.jargon[1].words.",
        ),
        (
            'words = "CAF", say',
            'words = "CAF", says',
            "check.jargon[1].says is not a key here. Did you mean say?",
        ),
        (
            "[markings]",
            '[safety_line]\nname = "Safe?"\nprompt = "0 to 10"\nlow = 0\nhigh = "safe"\n\n[markings]',
            "safety_line.low must be words in quotes.",
        ),
    ],
)
def test_what_a_key_cannot_hold_is_refused_in_one_sentence(old: str, new: str, sentence: str) -> None:
    assert wrong_with(old, new) == (sentence,)


AREAS = r"\[\[areas\]\].*?(?=\[\[bands)"
WORDS = r"\[words\].*?(?=# The parts)"
DESK_REVIEW = r"\[\[meetings\]\]\ntype = \"desk.*?(?=\[\[meetings\]\])"
PANELS = r"\[\[panels\]\]\n.*?(?=# The choices)"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (lambda: without(PANELS), "panels is missing."),
        (lambda: without(DESK_REVIEW), "meetings has none with the type desk_review."),
        (lambda: "areas = []\n" + without(AREAS), "areas is empty. At least one is needed."),
        (lambda: "areas = 3\n" + without(AREAS), "areas must be a list, each one under [[areas]]."),
        (lambda: "areas = [3]\n" + without(AREAS), "areas[1] must be a group of keys."),
        (lambda: "words = 3\n" + without(WORDS), "words must be a group of keys."),
        (lambda: all_off(), "areas must have at least one that is on."),
    ],
)
def test_a_wrong_shape_is_refused(text: Callable[[], str], sentence: str) -> None:
    assert refused(text()) == (sentence,)


def all_off() -> str:
    return PACK.replace("\non = false", "").replace("[[areas]]", "[[areas]]\non = false")


def test_words_in_place_of_a_list_are_refused() -> None:
    assert wrong_with("worried = [", "worried = 7\nzzzzz = [")[1:] == (
        "sentences.worried must be a list, in square brackets.",
    )


def test_everything_that_is_wrong_is_said_at_once() -> None:
    text = (
        PACK.replace("prompt = ", "prompts = ", 1)
        .replace("minutes = 5", 'minutes = "5"', 1)
        .replace("low = 9", "low = 8")
    )
    assert refused(text) == (
        "areas[1].prompts is not a key here. Did you mean prompt?",
        "meetings[1].steps[1].minutes must be a whole number.",
        "bands must hold each score from 1 to 10 once. 8 is in 2 of them.",
    )


def test_a_key_like_no_other_is_refused_with_the_keys_there_are() -> None:
    assert wrong_with("[words]", "[words]\nzzzzz = 1") == (
        f"words.zzzzz is not a key here. The keys here are {WORDS_HERE}.",
    )


def test_a_mistake_in_the_writing_is_said_with_its_line() -> None:
    line = PACK[: PACK.index("[words]")].count("\n") + 1
    [sentence] = wrong_with("[words]", "[words")
    assert sentence.startswith(f"Line {line} cannot be read as TOML: expected")


def test_a_file_that_breaks_off_is_said_to_end_too_early() -> None:
    [sentence] = refused('name = "Essex')
    assert sentence.startswith(("The end of the file cannot be read as TOML: ", "Line 1 cannot"))


def test_lists_within_lists_without_end_are_refused() -> None:
    [sentence] = refused("a = " + "[" * 100_000)
    assert sentence == "The file holds lists within lists, deeper than any pack."


def test_an_endless_number_is_refused() -> None:
    [sentence] = refused("name = " + "9" * 5_000)
    assert "cannot be read as TOML" in sentence


def test_nothing_that_harms_a_terminal_comes_out_of_a_pack_or_its_refusal() -> None:
    read = read_pack(PACK.replace('name = "Money"', 'name = "Mo\\u001b[31mney\\u202e"'))
    assert read.area_name("money") == "Mo[31mney"
    [sentence] = wrong_with("[words]", '[words]\n"\\u001b]0;" = 1')
    assert "\x1b" not in sentence


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert read_pack("\ufeff" + PACK.replace("\n", "\r\n")) == default_pack()


def test_every_number_in_a_pack_has_a_range() -> None:
    numbers = {
        each.name for kind in kinds(Pack) for each in fields(kind) if get_type_hints(kind)[each.name] is int
    }
    assert numbers == set(RANGES)


def test_every_key_of_a_pack_is_in_its_page() -> None:
    page = (Path(__file__).parents[2] / "docs" / "pack.md").read_text("utf-8")
    assert {name for name in KNOWN if f"`{name}`" not in page} == set()
