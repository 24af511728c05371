from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from db.interchange import read_families
from exports.family_copy import build_family_copy
from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.agenda import agenda
from eymeeting.domain.agreement_matrix import matrix
from eymeeting.domain.completions import completions
from eymeeting.domain.drift import signs
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.meeting import Attendance
from eymeeting.domain.names import name_in_picker, names_in_picker
from eymeeting.domain.owed import lists_to_send, wants_a_new_owner
from eymeeting.domain.planning import coming_meeting
from eymeeting.domain.quick_line import read_quick_line
from eymeeting.domain.review_words import what_became_of_it
from eymeeting.domain.reviewing import asked_actions
from eymeeting.domain.safe_touch import unsafe_ways, ways_to_give
from eymeeting.domain.scaling import priorities
from eymeeting.domain.scores_in_the_room import scores_in_the_room
from eymeeting.domain.scoring import joint_scores, scorers
from eymeeting.domain.signing import can_sign
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 11, 22)


@cache
def families() -> dict[str, Family]:
    kept = Path(__file__).with_name("over_time.json").read_text("utf-8")
    return {family.ref: family for family in read_families(kept)}


def with_a_review(family: Family, *attendance: Attendance) -> Family:
    meeting = coming_meeting(family, PACK, on=TODAY, start="10:00", venue="Hub", chair=family.workers[0].id)
    there = tuple(replace(each, id=f"{meeting.id} {each.who}", meeting=meeting.id) for each in attendance)
    return replace(family, meetings=(*family.meetings, meeting), attendance=(*family.attendance, *there))


def chart_numbers(content: bytes) -> dict[str, list[str | None]]:
    """Each series of the chart: a text for each place, nothing for a gap."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        (name,) = [name for name in package.namelist() if re.fullmatch(r"word/charts/chart\d*\.xml", name)]
        xml = package.read(name).decode()
    found: dict[str, list[str | None]] = {}
    for series in re.findall(r"<c:ser>.*?</c:ser>", xml, re.DOTALL):
        said = re.search(r"<c:tx>.*?<c:v>(.*?)</c:v>", series, re.DOTALL)
        values = re.search(r"<c:val>.*?</c:val>", series, re.DOTALL)
        assert said is not None
        assert values is not None
        count = re.search(r'ptCount val="(\d+)"', values[0])
        assert count is not None
        row: list[str | None] = [None] * int(count[1])
        for at, value in re.findall(r'<c:pt idx="(\d+)">\s*<c:v>(.*?)</c:v>', values[0], re.DOTALL):
            row[int(at)] = value
        found[said[1]] = row
    return found


def copy_of(ref: str, reader: str, number: int | None = None) -> tuple[str, bytes]:
    cut = family_copy(families()[ref], reader, today=TODAY, pack=PACK, meeting=number)
    whole = io.BytesIO()
    build_family_copy(cut, datetime(2026, 11, 22, tzinfo=UTC)).save(whole)
    with zipfile.ZipFile(io.BytesIO(whole.getvalue())) as package:
        text = re.sub(r"<[^>]+>", " ", package.read("word/document.xml").decode())
    return " ".join(text.replace("\u00a0", " ").split()), whole.getvalue()


def test_0001_the_mothers_money_is_two_then_five_then_seven_up_five() -> None:
    family = families()["EYM-0001"]
    line = scores_in_the_room(family, family.meetings[2], PACK).history.line("money", "p1")
    assert line is not None
    assert line.values == (2, 5, 7)
    assert line.in_words == "2, then 5, then 7: up 5"
    words, _ = copy_of("EYM-0001", "p1", 3)
    assert "Folake 2, then 5, now 7: up 5" in words


def test_0001_the_father_has_no_score_at_the_second_meeting_and_the_chart_a_gap() -> None:
    family = families()["EYM-0001"]
    line = scores_in_the_room(family, family.meetings[2], PACK).history.line("money", "p2")
    assert line is not None
    assert line.values == (3, None, 6)
    _, content = copy_of("EYM-0001", "p1", 2)
    chart = chart_numbers(content)
    assert chart["Last time"][:2] == ["2", "3"]
    assert chart["Now"][:2] == ["5", None]
    assert "0" not in [value for row in chart.values() for value in row]


def test_0001_the_visit_shows_that_it_was_moved_and_both_days_stay() -> None:
    family = families()["EYM-0001"]
    visit = action_now(family, next(each for each in family.actions if each.id == "a3"))
    assert (visit.moved_from, visit.due, visit.status) == ((date(2026, 5, 19),), date(2026, 6, 23), "done")
    (asked,) = [each for each in asked_actions(family, family.meetings[2], PACK) if each.action.id == "a3"]
    told = " ".join(what_became_of_it(asked, names_in_picker(family.workers)))
    assert "19 May" in told
    assert "Moved from 19 May" in copy_of("EYM-0001", "p1", 2)[0]


def test_0002_the_second_meeting_was_seventy_days_late_and_is_not_stopped() -> None:
    family = families()["EYM-0002"]
    told = [sign.words for sign in signs(family, reader="w2", today=date(2026, 10, 6), pack=PACK)]
    assert any("70 days" in words and "28 July" in words for words in told), told
    assert coming_meeting(family, PACK, on=TODAY, start="10:00", venue="", chair="w2").number == 3


def test_0002_a_score_that_falls_is_told_plainly_in_words() -> None:
    family = families()["EYM-0002"]
    line = scores_in_the_room(family, family.meetings[1], PACK).history.line("feelings", "p1")
    assert line is not None
    assert line.in_words == "6, then 4: down 2"
    words, content = copy_of("EYM-0002", "p1", 2)
    assert "How we feel Aga 6 4" in words
    assert "C00000" not in content.decode("latin-1")


def test_0004_the_interpreter_was_there_scores_nothing_and_owns_nothing() -> None:
    family = families()["EYM-0004"]
    meeting = family.meetings[0]
    assert family.attendance_of(meeting.id, "i1") is not None
    assert "i1" not in {person.id for person in scorers(family, meeting.id)}
    for typed in ("Ring @t", "Ring @m"):
        offered = [str(each) for each in completions(typed, len(typed), family, PACK)]
        assert not any("Trần" in each for each in offered)


def test_0004_each_step_of_the_review_takes_a_third_more() -> None:
    family = families()["EYM-0004"]
    mark = family.attendance_of(family.meetings[0].id, "i1")
    assert mark is not None
    review = with_a_review(family, mark)
    minutes = {step.id: step.minutes for step in agenda(review, review.meetings[-1], PACK)}
    assert (minutes["review"], minutes["welcome"], minutes["scores"]) == (16, 4, 11)


def test_0005_the_mother_keeps_the_say_and_not_the_carer() -> None:
    assert [person.id for person in can_sign(families()["EYM-0005"])] == ["p2"]


def test_0005_the_mothers_copy_names_the_carer_and_nothing_that_leads_to_her() -> None:
    words, content = copy_of("EYM-0005", "p2")
    assert "Maureen" in words
    assert "foster carer" in words
    carer = families()["EYM-0005"].person("p1")
    assert carer is not None
    for word in (carer.last_name, carer.phone or "07700"):
        assert word not in words
        assert word.encode() not in content


def test_0006_the_father_and_the_son_are_told_apart_where_an_owner_is_picked() -> None:
    family = families()["EYM-0006"]
    names = [name_in_picker(person, family) for person in family.people]
    assert "Martin (Big Martin, father)" in names
    assert "Marty (child)" in names


def test_0006_what_is_late_is_named_where_the_next_meeting_opens_and_the_score_stayed_one() -> None:
    family = with_a_review(families()["EYM-0006"])
    told = facing(family, family.meetings[-1].id, PACK, "last time", today=TODAY)
    lines = [line for part in told for line in part.lines]
    late = next(action for action in family.actions if action.id == "a1").text
    assert any(late in line and "Late since 25 August" in line for line in lines), lines
    assert not any(re.search(r"\b1\b", line) for line in lines)
    scored = [score.value for score in family.scores if (score.area, score.person) == ("home", "p1")]
    assert scored == [1, 1]


def test_0007_four_people_have_four_lines_and_the_lowest_voice_is_named() -> None:
    family = families()["EYM-0007"]
    first = family.meetings[0]
    history_ = scores_in_the_room(family, first, PACK).history
    assert len(history_.of_area("relationships")) == 4
    found = {
        voice.area: voice
        for voice in priorities(joint_scores(family, first.id, PACK), [area.id for area in PACK.areas])
    }
    assert (found["relationships"].lowest, found["relationships"].whose) == (3, ("c1",))


def test_0007_a_private_word_and_what_came_of_it_stand_in_no_copy() -> None:
    family = families()["EYM-0007"]
    private = next(each.words for each in family.child_words if each.visibility.level == "named")
    action = next(each.text for each in family.actions if each.id == "a3")
    for person in ("p1", "p2"):
        words, content = copy_of("EYM-0007", person)
        for told in (private, action):
            assert told not in words
            assert told.encode() not in content


def test_0008_what_was_agreed_shows_on_any_past_day() -> None:
    family = families()["EYM-0008"]
    housing = next(worker.agency for worker in family.workers if worker.id == "w3")

    def answer(day: date) -> str:
        return matrix(family, day, PACK).answer("p1", housing)

    assert answer(date(2026, 4, 20)) == "yes"
    assert answer(date(2026, 4, 22)) == "withdrawn"


def test_0008_housing_is_off_the_list_and_its_open_actions_want_somebody_new() -> None:
    family = families()["EYM-0008"]
    after = date(2026, 4, 22)
    assert "w3" not in lists_to_send(family, today=after)
    assert {now.action.id for now in wants_a_new_owner(family, today=after)} == {"a1"}
    assert wants_a_new_owner(family, today=date(2026, 4, 20)) == ()


def test_0013_the_meeting_that_was_broken_off_is_on_record_and_counts_for_no_limit() -> None:
    family = families()["EYM-0013"]
    assert [meeting.outcome for meeting in family.meetings] == ["adjourned", "carry_on"]
    told = [sign.words for sign in signs(family, reader="w1", today=date(2026, 4, 1), pack=PACK)]
    assert not any("late" in words or "days after" in words for words in told), told


def test_0013_an_owner_who_was_not_there_has_not_been_asked_and_it_says_who_will() -> None:
    words, _ = copy_of("EYM-0013", "p1")
    assert "Joe Marsh (Grace Holloway will ask)" in words
    family = with_a_review(families()["EYM-0013"])
    assert "a4" in {each.action.id for each in asked_actions(family, family.meetings[-1], PACK)}


def test_0013_the_quick_line_asks_which_joe() -> None:
    family = families()["EYM-0013"]
    read = read_quick_line("Mend the fan @joe fri 11 dec", family, PACK, TODAY, EnglandCalendar())
    assert read is not None
    assert "Joe Marsh" in str(read)
    assert "Joe Ibekwe" in str(read)


def test_0013_every_action_comes_back_word_for_word_with_its_days_of_the_week() -> None:
    family = families()["EYM-0013"]
    texts = {action.id: action.text for action in family.actions}
    assert texts["a2"] == "Go to breakfast club each Monday, Wednesday and Friday"
    assert texts["a2"] in copy_of("EYM-0013", "p1")[0]


def test_0013_no_letter_is_offered_where_writing_is_not_safe() -> None:
    family = families()["EYM-0013"]
    assert {"letter", "message"} <= unsafe_ways(family)
    assert "posted" not in ways_to_give(family)
