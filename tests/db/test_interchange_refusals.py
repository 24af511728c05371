from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from db.interchange import read_families
from db.interchange.reading import UnsoundFile
from eymeeting.domain.text import NOTE_LIMIT

SECRET = "Quillfeather"
"""A word that stands everywhere in a spoilt file, and must be in no sentence about it."""

Spoilt = Callable[[dict[str, Any]], object]


def refused(text: str) -> list[str]:
    with pytest.raises(UnsoundFile) as caught:
        read_families(text)
    first, *sentences = str(caught.value).splitlines()
    assert first == "Nothing was imported: the file does not fit."
    assert sentences
    assert all(sentence.endswith((".", "?")) for sentence in sentences)
    assert SECRET not in str(caught.value)
    return sentences


def spoilt(small: dict[str, Any], spoil: Spoilt) -> list[str]:
    for line in small["families"][0]["meetings"][0]["story"]["past"]:
        line["text"] = SECRET
    for person in small["families"][0]["people"]:
        person["last_name"] = SECRET
    spoil(small)
    return refused(json.dumps(small))


def family(file: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = file["families"][0]
    return found


def meeting(file: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = family(file)["meetings"][0]
    return found


def score(file: dict[str, Any], value: object) -> None:
    meeting(file)["scores"][1]["value"] = value


def visibility(file: dict[str, Any], value: object) -> None:
    meeting(file)["actions"][0]["visibility"] = value


def agencies(file: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = family(file)["agreement"][0]["agencies"]
    return found


def contact(file: dict[str, Any], **spoilt: object) -> None:
    held = {"date": "2026-11-22", "by": "w1", "how": "call", "text": SECRET}
    family(file)["contacts"] = [held | spoilt]


DAY = "Family SMALL-1, meetings 1, date: must be a day such as 2026-11-22."
TIME = "Family SMALL-1, meetings 1, start: must be a time such as 13:30."
VALUE = "Family SMALL-1, meetings 1, scores 2, value: must be"
SEEN = "Family SMALL-1, meetings 1, actions 1, visibility"
SPOILT: list[tuple[Spoilt, str]] = [
    (lambda file: meeting(file).update(date="20261122"), DAY),
    (lambda file: meeting(file).update(date="2026-W47-7"), DAY),
    (lambda file: meeting(file).update(date="2026-02-30"), DAY),
    (lambda file: meeting(file).update(date="２０２６-11-22"), DAY),
    (lambda file: meeting(file).update(date="2026-11-22\n"), DAY),
    (lambda file: meeting(file).update(date=SECRET), DAY),
    (lambda file: meeting(file).update(date=None), "Family SMALL-1, meetings 1, date: must be text."),
    (
        lambda file: family(file)["people"][1].update(dob="1990-13-01"),
        "Family SMALL-1, people 2, dob: must be a day such as 2026-11-22.",
    ),
    (
        lambda file: family(file)["people"][1].update(dob=19900101),
        "Family SMALL-1, people 2, dob: must be text or null.",
    ),
    (lambda file: meeting(file).update(start="12:30\n"), TIME),
    (lambda file: meeting(file).update(start="24"), TIME),
    (lambda file: meeting(file).update(start="9:30"), TIME),
    (lambda file: meeting(file).update(start="12:60"), TIME),
    (lambda file: meeting(file).update(start=SECRET), TIME),
    (lambda file: score(file, 0), f"{VALUE} 1 or more."),
    (lambda file: score(file, 11), f"{VALUE} 10 or less."),
    (lambda file: score(file, True), f"{VALUE} a whole number, prefer_not_to_say or not_asked."),
    (lambda file: score(file, 6.5), f"{VALUE} a whole number, prefer_not_to_say or not_asked."),
    (lambda file: score(file, SECRET), f"{VALUE} a whole number, prefer_not_to_say or not_asked."),
    (lambda file: score(file, 10**30), f"{VALUE} 10 or less."),
    (
        lambda file: meeting(file).update(planned_minutes=2**63),
        "Family SMALL-1, meetings 1, planned_minutes: must be 9223372036854775807 or less.",
    ),
    (
        lambda file: meeting(file)["actions"][0].update(budget_pounds=-1),
        "Family SMALL-1, meetings 1, actions 1, budget_pounds: must be 0 or more.",
    ),
    (
        lambda file: visibility(file, {"level": SECRET}),
        f"{SEEN}, level: must be family, chair_and_agency, safeguarding or named.",
    ),
    (lambda file: visibility(file, {"level": "named"}), f"{SEEN}: “to” is missing."),
    (lambda file: visibility(file, {"level": "family", "to": ["p1"]}), f"{SEEN}: “to” is not a key here."),
    (lambda file: visibility(file, {"level": "named", "to": [5]}), f"{SEEN}, to 1: must be text."),
    (lambda file: visibility(file, {}), f"{SEEN}: “level” is missing."),
    (lambda file: visibility(file, "family"), f"{SEEN}: must be a group."),
    (lambda file: visibility(file, None), f"{SEEN}: must be a group."),
    (
        lambda file: meeting(file).update(type=SECRET),
        (
            "Family SMALL-1, meetings 1, type: must be taf_first, taf_review, taf_closing, "
            "facilitated_family_meeting, family_network_meeting, desk_review or professionals_discussion."
        ),
    ),
    (lambda file: family(file).update(people={}), "Family SMALL-1, people: must be a list."),
    (lambda file: family(file)["people"].append(SECRET), "Family SMALL-1, people 6: must be a group."),
    (
        lambda file: family(file)["people"][2].update(dob_estimated="yes"),
        "Family SMALL-1, people 3, dob_estimated: must be true or false.",
    ),
    (lambda file: meeting(file).update(chair=""), "Family SMALL-1, meetings 1, chair: must not be empty."),
    (
        lambda file: meeting(file).update(chair="\x00"),
        "Family SMALL-1, meetings 1, chair: must not be empty.",
    ),
    (
        lambda file: family(file).update(agreements=[]),
        "Family SMALL-1: “agreements” is not a key here. Did you mean “agreement”?",
    ),
    (lambda file: meeting(file).update(zzz=SECRET), "Family SMALL-1, meetings 1: “zzz” is not a key here."),
    (
        lambda file: meeting(file).update({"chiar": 1, "venu": 1}),
        (
            "Family SMALL-1, meetings 1: “chiar” is not a key here. Did you mean “chair”? "
            "“venu” is not a key here. Did you mean “venue”?"
        ),
    ),
    (
        lambda file: meeting(file).update({"\x1b[31mred\n" + "x" * 200: 1}),
        "Family SMALL-1, meetings 1: “[31mred " + "x" * 31 + "…” is not a key here.",
    ),
    (lambda file: meeting(file).pop("venue"), "Family SMALL-1, meetings 1: “venue” is missing."),
    (
        lambda file: [family(file).pop(key) for key in ("people", "meetings")],
        "Family SMALL-1: “people”, “meetings” are missing.",
    ),
    (
        lambda file: family(file).update(access_needs="x" * (NOTE_LIMIT + 1)),
        "Family SMALL-1, access_needs: longer than 20,000 characters.",
    ),
    (
        lambda file: meeting(file).update(venue="\U0001d160" * (NOTE_LIMIT // 2)),
        "Family SMALL-1, meetings 1, venue: longer than 20,000 characters.",
    ),
    (
        lambda file: agencies(file).update({SECRET: {"answer": SECRET}}),
        (
            "Family SMALL-1, agreement 1, agencies 6, answer: "
            "must be yes, no, limited, withdrawn, not_asked or not_needed."
        ),
    ),
    (
        lambda file: agencies(file).update({"Zoe\u0308": {"answer": "yes"}, "Zo\u00eb": {"answer": "no"}}),
        "Family SMALL-1, agreement 1, agencies: two keys are the same once cleaned.",
    ),
    (
        lambda file: meeting(file).update(heard=[{"who": "p1", "how": SECRET}]),
        (
            "Family SMALL-1, meetings 1, heard 1, how: must be "
            "in_the_room, from_afar, their_words, sent_word, spoke_before or not_heard."
        ),
    ),
    (
        lambda file: meeting(file).update(heard=[{"who": SECRET, "how": "not_heard"}]),
        "Family SMALL-1: meeting 1, heard 1: “who” names nobody in this family.",
    ),
    (
        lambda file: meeting(file).update(left_open=[{"what": SECRET}]),
        "Family SMALL-1, meetings 1, left_open 1: “reason” is missing.",
    ),
    (
        lambda file: meeting(file).update(invitations=[{"who": "p1", "date": SECRET}]),
        "Family SMALL-1, meetings 1, invitations 1, date: must be a day such as 2026-11-22.",
    ),
    (
        lambda file: meeting(file).update(corrections=[{"date": "2026-11-22", "by": SECRET, "what": ""}]),
        "Family SMALL-1: meeting 1, corrections 1: “by” names nobody in this family.",
    ),
    (lambda file: meeting(file).update(resumes=0), "Family SMALL-1, meetings 1, resumes: must be 1 or more."),
    (
        lambda file: contact(file, time="half four"),
        "Family SMALL-1, contacts 1, time: must be a time such as 13:30.",
    ),
    (
        lambda file: contact(file, who=SECRET),
        "Family SMALL-1: contacts 1: “who” names nobody in this family.",
    ),
    (lambda file: contact(file, heard=SECRET), "Family SMALL-1, contacts 1: “heard” is not a key here."),
    (lambda file: file.update(schema=2), "schema: must be 1."),
    (lambda file: file.update(schema=True), "schema: must be 1."),
    (lambda file: file.pop("schema"), "The file: “schema” is missing."),
    (lambda file: file.update(families={}), "families: must be a list."),
    (lambda file: file.update(family=[]), "The file: “family” is not a key here. Did you mean “families”?"),
]


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT)
def test_what_does_not_fit_is_told_with_the_family_and_the_field_and_never_its_words(
    spoil: Spoilt, sentence: str, small: dict[str, Any]
) -> None:
    assert spoilt(small, spoil) == [sentence]


def test_a_family_whose_reference_is_a_story_is_told_by_its_place(small: dict[str, Any]) -> None:
    family(small)["ref"] = f"{SECRET} and everything about them"
    assert spoilt(small, lambda file: meeting(file).pop("venue")) == [
        "Family number 1 in the file, meetings 1: “venue” is missing."
    ]
    meeting(small)["venue"] = ""
    assert spoilt(small, lambda file: meeting(file).update(chair="nobody")) == [
        "Family number 1 in the file: meetings 1: “chair” names nobody in this family."
    ]


WHOLE: list[tuple[str, str]] = [
    ("", "Line 1, column 1 is not JSON."),
    ('{"schema": 1,\n "families": [}', "Line 2, column 15 is not JSON."),
    ("Dear all, here is the plan.", "Line 1, column 1 is not JSON."),
    ("[]", "The file: must be a group."),
    ("null", "The file: must be a group."),
    ('{"schema": 1, "families": [NaN]}', "NaN and Infinity are not numbers a family's file can hold."),
    ('{"schema": 1, "families": [-Infinity]}', "NaN and Infinity are not numbers a family's file can hold."),
    ('{"schema": 1, "families": [1e999]}', "A number in the file is too large."),
    ('{"schema": 1, "families": [' + "9" * 400 + "]}", "A number in the file is too large."),
    ('{"schema": 1, "families": [' + "9" * 5000 + "]}", "A number in the file is too large."),
    ('{"schema": 1, "families": [], "schema": 1}', "The file: “schema” stands twice in one group."),
    (
        '{"schema": 1, "families": [{"ref": "A-1", "people": [{"id": "1", "id": "2"}]}]}',
        "Family A-1, people 1: “id” stands twice in one group.",
    ),
    (
        '{"families": [{"ref": "A-1", "agreement": [{"agencies": {"ONE": 1, "ONE": 2}}]}]}'.replace(
            "ONE", SECRET
        ),
        "Family A-1, agreement 1, agencies: a key stands twice in one group.",
    ),
    (" " * 20_000_001, "The file is larger than 20 million characters."),
]


@pytest.mark.parametrize(("text", "sentence"), WHOLE, ids=range(len(WHOLE)))
def test_a_text_that_is_no_file_of_families_is_refused_whole(text: str, sentence: str) -> None:
    assert refused(text) == [sentence]


@pytest.mark.parametrize("depth", [41, 1000, 100_000])
@pytest.mark.parametrize("ends", ["[]", ('{"families": ', "}")], ids=["lists", "groups"])
def test_lists_and_groups_too_deep_are_refused_however_deep(depth: int, ends: tuple[str, str]) -> None:
    opening, closing = ends
    assert refused(opening * depth + "1" + closing * depth)[0] in (
        "The file has more than 40 lists and groups inside one another.",
        "The file holds something no family needs: groups too deep, or a number too long.",
    )


def test_a_text_of_twenty_thousand_characters_is_taken(small: dict[str, Any]) -> None:
    family(small)["access_needs"] = "x" * NOTE_LIMIT
    [read] = read_families(json.dumps(small))
    assert read.details.access_needs == "x" * NOTE_LIMIT


def test_many_problems_are_told_up_to_twenty_and_counted_from_there(small: dict[str, Any]) -> None:
    people = family(small)["people"]
    family(small)["people"] = [{**people[0], "id": f"n{number}", "dob": "never"} for number in range(30)]
    sentences = spoilt(small, lambda file: None)
    assert len(sentences) == 21
    assert sentences[-1] == "And 10 more."


def test_two_families_of_one_reference_are_refused(small: dict[str, Any]) -> None:
    assert spoilt(small, lambda file: file["families"].append(family(file))) == [
        "Family SMALL-1 is in the file twice."
    ]


def test_two_references_that_differ_only_in_how_they_are_spelt_are_one(small: dict[str, Any]) -> None:
    family(small)["ref"] = "Zo\u00eb"
    small["families"].append({**family(small), "ref": unicodedata.normalize("NFD", "Zo\u00eb")})
    assert spoilt(small, lambda file: None) == ["Family Zoë is in the file twice."]


def test_every_family_that_is_wrong_is_told(small: dict[str, Any]) -> None:
    other = json.loads(json.dumps(family(small))) | {"ref": "SMALL-2"}
    other["meetings"][0]["chair"] = "nobody"
    small["families"].append(other)
    assert spoilt(small, lambda file: meeting(file).update(recorder="nobody")) == [
        "Family SMALL-1: meetings 1: “recorder” names nobody in this family.",
        "Family SMALL-2: meetings 1: “chair” names nobody in this family.",
    ]
