import re
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest

from eymeeting.domain.pack_reading import WrongPack
from eymeeting.domain.problems import Problem
from eymeeting.packs import SIZE_LIMIT, default_pack, pack_from

PAPER = ("sharing", "harm", "keeping", "wrong", "worried", "ground_rules", "lead_agreement")


def test_the_ten_areas_stand_in_the_order_of_their_keys() -> None:
    on = [area.id for area in default_pack().areas if area.on]
    assert " ".join(on) == (
        "money home relationships feelings health child_dev routines learning support safety"
    )
    assert [area.id for area in default_pack().areas if area.ask_alone] == ["safety"]
    assert len(default_pack().areas) == 13


@pytest.mark.parametrize(
    ("kind", "minutes", "steps"),
    [
        (
            "taf_first",
            75,
            "welcome agreement children story journey scores workers areas actions lead next finish",
        ),
        (
            "taf_review",
            50,
            "welcome agreement children story review scores workers areas actions outcome lead next finish",
        ),
        ("taf_closing", 45, "welcome review scores children keep call helped view actions outcome finish"),
        (
            "facilitated_family_meeting",
            95,
            "welcome agreement past present future private scores areas actions next",
        ),
        (
            "family_network_meeting",
            90,
            "welcome agreement workers private actions agreed watching outcome next",
        ),
        ("desk_review", 20, "welcome review story scores next"),
        ("professionals_discussion", 30, "welcome told workers actions next"),
    ],
)
def test_a_meeting_has_its_steps_and_its_length(kind: str, minutes: int, steps: str) -> None:
    found = default_pack().kind(kind)
    assert found.minutes == minutes
    assert [step.id for step in found.steps] == steps.split()


def test_the_family_is_heard_before_the_workers() -> None:
    for kind in default_pack().meetings:
        steps = [step.id for step in kind.steps]
        for theirs in {"story", "scores", "past"} & set(steps):
            assert "workers" not in steps or steps.index(theirs) < steps.index("workers")


def test_every_step_has_a_line_to_say() -> None:
    assert all(step.say for kind in default_pack().meetings for step in kind.steps)


def test_the_sentences_for_paper_are_short() -> None:
    sentences = default_pack().sentences
    said = [line for name in PAPER for line in getattr(sentences, name)] + [sentences.scale]
    for sentence in re.split(r"(?<=[.?!]) ", " ".join(said)):
        assert len(sentence.split()) < 20, sentence


def test_a_child_has_words_of_its_own_where_the_adults_words_are_long() -> None:
    for band in default_pack().bands:
        assert len(band.child.split()) <= 4


def test_the_worried_box_has_the_two_numbers_as_plain_text() -> None:
    worried = " ".join(default_pack().sentences.worried)
    assert "999" in worried
    assert "0800 1111" in worried


def test_the_markings_are_for_the_family_in_plain_words_and_for_the_record_in_the_governments() -> None:
    markings = default_pack().markings
    assert markings.family.format(name="Number Nine") == "Private. This plan belongs to Number Nine."
    assert markings.full_record == "OFFICIAL-SENSITIVE [PERSONAL DATA]"


def test_nothing_offered_is_offered_twice() -> None:
    lists = default_pack().lists
    for each in fields(lists):
        choices = getattr(lists, each.name)
        assert choices or each.name == "levels"
        assert len(set(choices)) == len(choices), each.name


def test_the_default_pack_is_read_once() -> None:
    assert default_pack() is default_pack()


def test_a_pack_in_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes(b"\xef\xbb\xbf" + default_text().replace("Money", "Pennies").encode())
    assert pack_from(file).area_name("money") == "Pennies"


def test_a_wrong_pack_in_a_file_is_refused_by_its_key(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(default_text().replace("prompt", "prompts", 1), "utf-8")
    with pytest.raises(WrongPack, match=r"^areas\[1\]\.prompts is not a key here\. Did you mean prompt\?$"):
        pack_from(file)


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"^There is no file .*ours\.toml\.$"):
        pack_from(tmp_path / "ours.toml")


def test_a_folder_in_place_of_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"cannot be read\. Is it a file that you may open\?$"):
        pack_from(tmp_path)


def test_a_name_no_file_can_have_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"cannot be read\.|There is no file"):
        pack_from(tmp_path / "our\0pack.toml")


def test_a_file_that_is_not_utf_8_is_said_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes('name = "Ynys Môn"'.encode("cp1252"))
    with pytest.raises(Problem, match=r"is not UTF-8 text\. Save it as UTF-8 and try again\.$"):
        pack_from(file)


def test_a_file_too_large_for_a_pack_is_said_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes(b"#" * (SIZE_LIMIT + 1))
    with pytest.raises(Problem, match="is too large for a pack: 256 KB is the most"):
        pack_from(file)


def default_text() -> str:
    return files("eymeeting.packs").joinpath("essex.toml").read_text("utf-8")
