import re
from dataclasses import fields
from importlib.resources import files

import pytest

from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_rules import STEPS
from eymeeting.packs import SHIPPED, default_pack, shipped_pack, shipped_text
from screens.steps import STEPS as SCREENS

PAPER = ("sharing", "harm", "keeping", "wrong", "worried", "ground_rules", "lead_agreement")
SHORT_FORMS = re.compile(r"\b[A-Z]{2,}\b")


@pytest.fixture(params=SHIPPED)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pack(name: str) -> Pack:
    return shipped_pack(name)


def test_every_file_of_a_pack_is_offered_and_says_whose_it_is_not(name: str) -> None:
    there = {each.name for each in files("eymeeting.packs").iterdir() if each.name.endswith(".toml")}
    assert there == {f"{each}.toml" for each in SHIPPED}
    head = shipped_text(name).partition("\nname = ")[0]
    assert "It is not the council's own." in head
    assert shipped_pack(name).name.startswith(f"{name.capitalize()}-style ")


def test_every_step_has_a_line_to_say_that_a_child_of_nine_could_follow(pack: Pack) -> None:
    for kind in pack.meetings:
        for step in kind.steps:
            sentences = re.split(r"(?<=[.?!:]) ", step.say)
            assert step.say, (kind.type, step.id)
            assert max(len(each.split()) for each in sentences) <= 18, step.say
            assert not SHORT_FORMS.search(step.say), step.say
            assert len(step.say) <= 130, step.say


def test_what_stands_on_paper_is_short_and_plain(pack: Pack) -> None:
    said = [line for part in PAPER for line in getattr(pack.sentences, part)] + [pack.sentences.scale]
    for sentence in re.split(r"(?<=[.?!]) ", " ".join(said)):
        assert len(sentence.split()) < 20, sentence
        assert not SHORT_FORMS.search(sentence), sentence
    for band in pack.bands:
        assert len(band.child.split()) <= 4


def test_the_family_is_heard_before_the_workers_in_every_meeting(pack: Pack) -> None:
    for kind in pack.meetings:
        steps = [step.id for step in kind.steps]
        for theirs in {"story", "scores", "past"} & set(steps):
            assert "workers" not in steps or steps.index(theirs) < steps.index("workers")


def test_every_pack_has_the_steps_the_default_has_and_a_meeting_ends_with_reading_back(pack: Pack) -> None:
    for kind in default_pack().meetings:
        ours = {step.id for step in pack.kind(kind.type).steps}
        assert {step.id for step in kind.steps} <= ours
    for type_ in ("taf_first", "taf_review", "taf_closing"):
        assert pack.kind(type_).steps[-1].id == "finish"


def test_every_step_there_is_a_screen_for_may_stand_in_a_pack() -> None:
    assert set(SCREENS) <= set(STEPS)


def test_the_areas_keep_their_ids_so_that_scores_stay_under_them(pack: Pack) -> None:
    ours = [(area.id, area.ask_alone, area.on) for area in pack.areas]
    assert ours == [(area.id, area.ask_alone, area.on) for area in default_pack().areas]


def test_the_worried_box_has_the_two_numbers(pack: Pack) -> None:
    worried = " ".join(pack.sentences.worried)
    assert "999" in worried
    assert "0800 1111" in worried


def test_nothing_offered_is_offered_twice(pack: Pack) -> None:
    for each in fields(pack.lists):
        choices = getattr(pack.lists, each.name)
        assert len(set(choices)) == len(choices), each.name


def test_no_pack_speaks_to_a_family_in_the_words_of_another(pack: Pack) -> None:
    others = {other.words.lead_on_copy for each in SHIPPED if (other := shipped_pack(each)).name != pack.name}
    said = " ".join(line for part in PAPER for line in getattr(pack.sentences, part))
    assert not {words for words in others if words in said}
    assert pack.words.lead_on_copy in said


def test_the_warwickshire_style_pack_has_its_meeting_its_limits_and_its_four_reasons() -> None:
    pack = shipped_pack("warwickshire")
    assert pack.kind("taf_first").name == "First family support meeting"
    assert (pack.limits.first_meeting_wd, pack.limits.chosen_areas) == (15, 4)
    assert [each.words for each in pack.closing_reasons] == [
        "the family's needs are met",
        "one agency can finish",
        "social care has taken the lead",
        "the family does not wish to go on",
    ]
    assert pack.step_title("actions", "taf_closing") == "Our plan for afterwards"
    assert [(panel.name, panel.slot_minutes) for panel in pack.panels] == [("Family Matters", 10)]
    assert (pack.words.lead, pack.words.lead_on_copy) == ("lead professional", "lead person")


def test_the_hertfordshire_style_pack_has_its_keyworker_its_panel_and_its_limits() -> None:
    pack = shipped_pack("hertfordshire")
    limits = pack.limits
    assert (limits.first_meeting_wd, limits.review_weeks, limits.review_warn_weeks, limits.copy_wd) == (
        30,
        6,
        6,
        5,
    )
    assert (pack.words.lead, pack.words.assessment) == ("keyworker", "Families First assessment")
    assert [panel.name for panel in pack.panels] == ["Team Matters"]
    assert "Keyworker" in pack.lists.lead_roles


def test_each_pack_calls_things_by_names_of_its_own() -> None:
    packs = [shipped_pack(name) for name in SHIPPED]
    for called in ("plan", "lead_on_copy", "meeting", "centre"):
        assert len({getattr(pack.words, called) for pack in packs}) == len(packs)
    for type_ in ("taf_first", "taf_review", "taf_closing", "desk_review", "professionals_discussion"):
        assert len({pack.kind(type_).name for pack in packs}) == len(packs)
