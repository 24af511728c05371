from dataclasses import replace
from datetime import date

import pytest
from made.adeyemis import ADEYEMIS, CLOSURE
from made.pells import action, copy_for, paper

from eymeeting.domain.copies import Ending, Helper
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import ClosingReason, Closure, Meeting, Outcome, Score


def closing(**more: object) -> Family:
    return replace(ADEYEMIS, closures=(replace(CLOSURE, **more),))  # type: ignore[arg-type]


def ending(family: Family = ADEYEMIS, reader: str = "p1") -> Ending:
    found = copy_for(reader, family, 3).ending
    assert found is not None
    return found


def last_meeting(family: Family, **more: object) -> Family:
    *others, last = family.meetings
    changed: Meeting = replace(last, **more)  # type: ignore[arg-type]
    return replace(family, meetings=(*others, changed))


def test_the_copy_tells_how_far_each_has_come_in_each_part_of_life() -> None:
    found = [(each.area, each.who, each.numbers, each.change) for each in ending().how_far]
    assert found == [
        ("Money", "Folake", (2, 5, 7), "up 5"),
        ("Money", "Daniel", (3, 6), "up 3"),
        ("How we feel", "Folake", (3, 5, 7), "up 4"),
        ("How we feel", "Daniel", (5, 7), "up 2"),
        ("Everyday life", "Folake", (2, 4, 8), "up 6"),
        ("Everyday life", "Daniel", (4, 7), "up 3"),
    ]


def test_the_table_and_the_picture_go_from_the_start_to_now() -> None:
    copy = copy_for("p1", ADEYEMIS, 3)
    assert [(each.last_time, each.now, each.hoped_for) for each in copy.scores][:2] == [
        ("2", "7", "8"),
        ("3", "6", "8"),
    ]
    assert copy.chart is not None
    assert copy.chart.series == ("At the start", "Now", "We hoped for")
    assert copy.chart.rows[0].values == (2, 7, 8)


def test_the_start_is_the_first_number_and_not_that_nobody_asked() -> None:
    earlier = Score(id="x", meeting="m1", area="support", person="p1", value="prefer_not_to_say")
    later = Score(id="y", meeting="m2", area="support", person="p1", value=4)
    now = Score(id="z", meeting="m3", area="support", person="p1", value=3)
    family = replace(ADEYEMIS, scores=(*ADEYEMIS.scores, earlier, later, now))
    row = next(each for each in copy_for("p1", family, 3).scores if each.area == "People around us")
    assert (row.last_time, row.now) == ("4", "3")
    fall = next(each for each in ending(family).how_far if each.area == "People around us")
    assert (fall.change, fall.fell) == ("down 1", True)


def test_everything_that_was_done_over_the_whole_time_stands_by_its_part_of_life() -> None:
    assert [(each.area, each.what[:10], each.words) for each in copy_for("p2", ADEYEMIS, 3).done] == [
        ("Money", "Go through", "Agreed £12 a week off the arrears"),
        ("Money", "Check Heal", "£41 a month better off"),
        ("Getting on together", "Take Remi ", "Remi drew the park"),
        ("Everyday life", "Keep a two", None),
        ("Everyday life", "Home visit", None),
        ("People around us", "Join Tuesd", None),
    ]


def test_the_copy_says_whom_to_call_what_goes_on_and_when_somebody_asks_again() -> None:
    last = replace(
        action("Bring the bike back", "p1", at="m3"), id="a7", after_closing=True, due=date(2026, 8, 1)
    )
    copy = copy_for("p1", replace(ADEYEMIS, actions=(*ADEYEMIS.actions, last)), 3)
    assert copy.helper == Helper(name="Grace Holloway", role="Family support worker", phone="01632 960 105")
    assert copy.next_time is None
    assert [each.what for each in copy.actions] == ["Bring the bike back"]
    end = ending()
    assert (end.keep_doing, end.later_check) == (("Saturday park", "Same bedtime"), date(2027, 1, 21))
    assert end.to_call is None
    assert ending(closing(who_to_call="The centre, 01632 960 100")).to_call == "The centre, 01632 960 100"


@pytest.mark.parametrize(
    ("reason", "said", "celebrated"),
    [
        ("needs_met", "We finish because things are better.", True),
        ("one_agency_will_finish", "One service will carry on with us.", True),
        ("family_chose_to_stop", "We chose to stop here.", True),
        ("moved_away", None, True),
        ("social_care_took_the_lead", None, False),
        ("could_not_reach_the_family", None, False),
        ("opened_in_error", None, False),
    ],
)
def test_a_reason_is_told_only_where_it_is_kind_to_print(
    reason: ClosingReason, said: str | None, celebrated: bool
) -> None:
    end = ending(closing(reason=reason))
    assert (end.reason, end.is_celebrated) == (said, celebrated)


def test_whoever_finishes_what_is_left_is_named_and_whoever_took_over_otherwise_is_not() -> None:
    finishes = ending(closing(reason="one_agency_will_finish", handed_to="w2")).goes_on_with
    assert finishes == Helper(name="Imran Sheikh", role="Health visitor")
    assert ending(closing(reason="social_care_took_the_lead", handed_to="w2")).goes_on_with is None
    refused = replace(
        closing(reason="one_agency_will_finish", handed_to="w2"),
        answers=tuple(
            replace(each, answer="no") if each.agency == "Health" else each for each in ADEYEMIS.answers
        ),
    )
    assert ending(refused).goes_on_with is None


def test_the_level_of_need_and_the_number_for_how_helpful_it_was_are_on_no_copy() -> None:
    before = paper(copy_for("p1", ADEYEMIS, 3))
    assert before == paper(copy_for("p1", closing(level_of_need=4, helpfulness=2), 3))


def test_words_about_the_help_stand_only_on_the_copy_of_whoever_must_have_said_them() -> None:
    assert ending().said is None
    alone = replace(ADEYEMIS, attendance=tuple(each for each in ADEYEMIS.attendance if each.id != "at-p2-3"))
    assert ending(alone).said == CLOSURE.family_said
    assert ending(alone, "p2").said is None
    by_daniel = closing(said_by="p2")
    assert ending(by_daniel).said is None
    assert ending(by_daniel, "p2").said == CLOSURE.family_said


@pytest.mark.parametrize(
    ("outcome", "ends"), [("close", True), (None, True), ("carry_on", False), ("did_not_happen", False)]
)
def test_a_closing_that_people_decide_to_carry_on_from_is_not_the_end(
    outcome: Outcome | None, ends: bool
) -> None:
    family = last_meeting(ADEYEMIS, outcome=outcome)
    assert (copy_for("p1", family, 3).ending is not None) is ends


def test_while_people_still_talk_it_ends_as_they_say_it_goes_on() -> None:
    talking = last_meeting(ADEYEMIS, outcome=None, going_to="carry_on")
    assert copy_for("p1", talking, 3).ending is None
    review = last_meeting(ADEYEMIS, outcome=None, going_to="close", type="taf_review")
    assert copy_for("p1", review, 3).ending is not None
    assert ending(closing(reason=None)).reason is None


def test_a_review_at_which_everybody_decides_to_close_is_the_end() -> None:
    family = last_meeting(ADEYEMIS, type="taf_review")
    assert copy_for("p1", family, 3).ending is not None


def test_an_end_of_which_nothing_more_was_written_down_is_still_celebrated() -> None:
    end = ending(replace(ADEYEMIS, closures=()))
    assert end.is_celebrated
    assert end.how_far == ending().how_far
    assert isinstance(CLOSURE, Closure)


def test_once_the_plan_is_open_again_its_end_is_not_the_newest_copy() -> None:
    again = replace(ADEYEMIS.meetings[1], id="m4", number=4, on=date(2026, 10, 1), outcome="carry_on")
    family = replace(ADEYEMIS, meetings=(*ADEYEMIS.meetings, again))
    assert copy_for("p1", family, today=date(2026, 11, 1)).ending is None
    assert copy_for("p1", family, 3, today=date(2026, 11, 1)).ending is not None
    planned = replace(family, meetings=(*ADEYEMIS.meetings, replace(again, outcome=None)))
    still = copy_for("p1", planned, today=date(2026, 9, 1))
    assert still.ending is not None
    assert still.next_time is not None
    assert still.next_time.on == date(2026, 10, 1)
