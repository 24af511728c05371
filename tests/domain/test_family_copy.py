from dataclasses import replace
from datetime import date

import pytest
from made.pells import (
    FAMILY,
    FIRST,
    action,
    agreed,
    attended,
    copy_for,
    meeting,
    person,
    said,
    score,
    with_more,
)

from eymeeting.domain.actions import Update
from eymeeting.domain.copies import Change, Helper, NextTime
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import (
    ChildWords,
    Contribution,
    FamilyChange,
    LeadAgreement,
    NextMeeting,
    Priority,
    Score,
)
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.problems import Refused


@pytest.mark.parametrize("who", ["ivy", "lead", "a stranger"])
def test_a_family_copy_is_for_an_adult_of_the_family(who: str) -> None:
    with pytest.raises(Refused):
        copy_for(who, FAMILY)


def test_the_copy_says_whose_it_is_when_and_where_people_met_and_who_helps() -> None:
    settled = replace(meeting(1), next_meeting=NextMeeting(on=date(2026, 7, 1), time="10:00", place="Hall"))
    copy = copy_for("mum", replace(FAMILY, meetings=(settled,)))
    assert (copy.title_name, copy.belongs_to, copy.reader) == ("The Pells", "The Pells", "Rosa")
    assert copy.marking == "Private. This plan belongs to The Pells."
    assert (copy.on, copy.place) == (FIRST, "Garden room")
    assert copy.helper == Helper(name="Ann Bell", role="Support worker", phone="01632 960 301")
    assert copy.next_time == NextTime(on=date(2026, 7, 1), time="10:00", place="Hall")
    assert copy.lead_word == "main helper"


def test_once_the_next_date_has_gone_by_the_planned_meeting_stands_instead() -> None:
    settled = replace(meeting(1), next_meeting=NextMeeting(on=date(2026, 4, 1), time="10:00"))
    planned = replace(meeting(2, outcome=None), on=date(2026, 6, 9), start="13:00")
    family = replace(FAMILY, meetings=(settled, planned))
    assert copy_for("mum", family).next_time == NextTime(
        on=date(2026, 6, 9), time="13:00", place="Garden room"
    )
    assert copy_for("mum", family, 1).next_time == NextTime(on=date(2026, 4, 1), time="10:00")
    apart = replace(FAMILY, meetings=(settled, replace(planned, separate_from=("mum",))))
    assert copy_for("mum", apart).next_time == NextTime(on=date(2026, 4, 1), time="10:00")


def test_a_lead_agreed_between_meetings_is_the_helper_and_one_whose_time_is_over_is_not() -> None:
    agreed_later = LeadAgreement(id="la", worker="teacher", since=date(2026, 5, 1))
    family = with_more(FAMILY, lead_agreements=(agreed_later,))
    helper = copy_for("mum", family).helper
    assert helper is not None
    assert helper.name == "Di Eames"
    over = replace(FAMILY, lead_agreements=(replace(agreed_later, until=date(2026, 5, 20)),))
    assert copy_for("mum", over).helper is None


def test_the_family_s_own_words_come_first_and_stay_from_the_meeting_that_has_them() -> None:
    family = with_more(
        FAMILY,
        meetings=(meeting(2),),
        lines=(
            said("good_at", "from a worker", by="teacher"),
            said("good_at", "We laugh", by="ivy"),
            said("change", "The damp"),
            said("life_when", "Dry rooms"),
            replace(said("change", "Sorted out"), done=True),
        ),
        contributions=(
            Contribution(id="c1", meeting="m2", by="teacher", visibility=FOR_THE_FAMILY, working="Ivy reads"),
        ),
        priorities=(Priority(id="p1", meeting="m1", area="home", life_when="Warm", hoped_for=7),),
        child_words=(
            ChildWords(
                id="cw", meeting="m1", who="ivy", words="My bed", how="drawing", visibility=FOR_THE_FAMILY
            ),
        ),
    )
    copy = copy_for("gran", family)
    assert copy.going_well == ("We laugh", "from a worker", "Ivy reads")
    assert (copy.wanted, copy.life_when) == (("The damp",), ("Dry rooms",))
    assert copy.changes == (Change(area="Our home", life_when="Warm"),)
    assert copy.child_words == (("Ivy", "My bed"),)


def test_open_actions_stand_with_the_family_s_own_first_and_the_soonest_first() -> None:
    family = with_more(
        FAMILY,
        actions=(
            action("later", "teacher", due=date(2026, 5, 1)),
            action("sooner", "teacher", due=date(2026, 4, 1)),
            action("ours", "mum", due=date(2026, 9, 1), helpers=("ivy", "lead")),
            action("nobody's", None, due=None),
            action("finished", "mum", status="done"),
            action("dropped", "mum", status="no_longer_needed"),
        ),
    )
    copy = copy_for("gran", family)
    assert [(each.what, each.who, each.theirs) for each in copy.actions] == [
        ("ours", "Rosa, Ivy and Ann Bell", True),
        ("sooner", "Di Eames", False),
        ("later", "Di Eames", False),
        ("nobody's", "Not yet agreed", False),
    ]
    assert [each.what for each in copy.done] == ["finished"]


def test_an_action_shows_where_it_stands_the_dates_it_moved_from_and_who_will_ask() -> None:
    family = with_more(
        FAMILY,
        meetings=(meeting(2),),
        actions=(
            action("moved", "mum"),
            action("not asked", "officer", status="not_yet_asked", who_will_ask="lead"),
            action("done before", "mum"),
        ),
        updates=(
            Update(id="u1", action="moved", status="part_done", meeting="m2", due=date(2026, 5, 5)),
            Update(id="u2", action="done before", status="done", meeting="m1"),
        ),
    )
    moved, asked = copy_for("mum", family).actions
    assert (moved.due, moved.moved_from, moved.part_done) == (date(2026, 5, 5), (date(2026, 4, 1),), True)
    assert (asked.who, asked.not_yet_asked) == ("Ed Fry", "Ann Bell")
    assert copy_for("mum", family).done == ()


def test_scores_stand_then_and_now_each_in_words_that_are_never_blank() -> None:
    family = with_more(
        FAMILY,
        meetings=(meeting(2), meeting(3)),
        scores=(
            score("mum", 2),
            score("ivy", 10, at="m3"),
            replace(score("dad", 1, at="m3"), value="prefer_not_to_say"),
            score("mum", 5, at="m3"),
            score("gran", 4, "garden"),
            score("gran", 6, "garden", at="m3"),
        ),
        priorities=(Priority(id="p", meeting="m3", area="home", hoped_for=8),),
    )
    rows = [
        (row.area, row.who, row.last_time, row.now, row.hoped_for) for row in copy_for("gran", family).scores
    ]
    assert rows == [
        ("Our home", "Rosa", "2", "5", "8"),
        ("Our home", "Leo", "not asked", "would rather not say", "8"),
        ("Our home", "Ivy", "not asked", "10", "8"),
        ("garden", "Ida", "4", "6", ""),
    ]


def test_who_gave_no_answer_has_a_row_only_where_the_family_chose_to_work_on_it() -> None:
    def unasked(who: str, area: str, at: str) -> Score:
        return replace(score(who, 1, area, at=at), value="not_asked")

    family = with_more(
        FAMILY,
        meetings=(meeting(2),),
        scores=(
            unasked("mum", "money", "m1"),
            unasked("mum", "money", "m2"),
            unasked("gran", "home", "m2"),
            score("dad", 3, "food"),
            score("gran", 5, "food", at="m2"),
            replace(score("dad", 1, "school", at="m2"), value="prefer_not_to_say"),
        ),
        priorities=(Priority(id="p", meeting="m2", area="home"),),
    )
    rows = copy_for("gran", family).scores
    assert sorted((row.who, row.last_time, row.now, row.hoped_for) for row in rows) == [
        ("Ida", "not asked", "5", ""),
        ("Ida", "not asked", "not asked", "not said"),
        ("Leo", "3", "not asked", ""),
        ("Leo", "not asked", "would rather not say", ""),
    ]


def test_who_was_there_and_who_could_not_come_stand_without_their_notes() -> None:
    family = with_more(
        FAMILY,
        attendance=(
            attended("mum"),
            attended("dad", "by_phone"),
            attended("ivy", "views_only"),
            attended("teacher"),
            attended("officer", "apologies_with_update"),
            attended("adviser", "not_invited"),
            attended("gran", "asked_to_leave"),
        ),
    )
    copy = copy_for("mum", family)
    assert [(each.name, each.role, each.note) for each in copy.family_there] == [
        ("Rosa Pell", "mother", None),
        ("Leo Vane", "father", "by phone"),
    ]
    assert [each.name for each in copy.helpers_there] == ["Di Eames"]
    assert [(each.name, each.note) for each in copy.could_not_come] == [
        ("Ivy Pell-Vane", "gave their views"),
        ("Ed Fry", "sent an update"),
    ]
    assert "private note" not in repr(copy)
    assert "Gia Holt" not in repr(copy)


def test_services_stand_with_the_reader_s_own_answers_only() -> None:
    given, answers = agreed("dad", Centre="not_needed", School="no", Housing="not_asked")
    limited = replace(answers[0], id="x", agency="Clinic", answer="limited", limit="the asthma plan")
    family = with_more(FAMILY, agreements=(given,), answers=(*answers, limited))
    assert copy_for("dad", family).may_see == (
        "Centre (does not need to ask)",
        "Clinic (only the asthma plan)",
    )
    assert copy_for("gran", family).may_see == ()


@pytest.mark.parametrize(
    ("limit", "printed"),
    [
        ("Only how the twins play", "only how the twins play"),
        ("only how the twins play", "only how the twins play"),
        ("How the twins play", "only how the twins play"),
        ("Ivy’s asthma", "only Ivy’s asthma"),
        ("GP letters", "only GP letters"),
        ("I say each time", "only I say each time"),
        ("Tuesday visits", "only Tuesday visits"),
        ("Safe Harbour knows", "only Safe Harbour knows"),
        ("Only ", "Clinic"),
    ],
)
def test_a_limit_goes_on_after_the_word_only(limit: str, printed: str) -> None:
    given, answers = agreed("dad", Clinic="limited")
    limited = (replace(answers[0], limit=limit),)
    [service] = copy_for("dad", with_more(FAMILY, agreements=(given,), answers=limited)).may_see
    assert service == (printed if printed == "Clinic" else f"Clinic ({printed})")


def test_two_of_one_name_are_told_apart() -> None:
    big = person("dad", "Ivy", "Vane", "father")
    family = with_more(
        replace(FAMILY, people=(FAMILY.people[0], big, *FAMILY.people[2:])),
        actions=(action("Thing", "dad", helpers=("ivy",)),),
    )
    assert copy_for("mum", family).actions[0].who == "Ivy Vane and Ivy Pell-Vane"


def test_a_child_born_since_the_meeting_is_not_yet_born_on_its_copy() -> None:
    baby = person("bud", "Baby", "Pell", "unborn baby", "unborn")
    family = with_more(
        replace(FAMILY, people=(*FAMILY.people, baby)),
        meetings=(meeting(2),),
        attendance=(attended("bud"), attended("bud", at="m2")),
        family_changes=(
            FamilyChange(
                id="fc",
                meeting="m2",
                person="bud",
                event="born",
                on=FIRST,
                first_name="Kit",
                last_name="Pell",
            ),
        ),
    )
    assert [(each.name, each.role) for each in copy_for("mum", family, 1).family_there] == [
        ("Baby Pell", "unborn baby")
    ]
    assert [(each.name, each.role) for each in copy_for("mum", family).family_there] == [
        ("Kit Pell", "child")
    ]


def test_an_open_action_from_a_panel_stands_on_the_plan() -> None:
    item = PanelItem(
        id="pi",
        on=FIRST,
        panel="Weekly",
        slot_minutes=10,
        brought_by="lead",
        why_now="x",
        family_told=FamilyTold(told=True),
    )
    family = with_more(
        FAMILY, panel_items=(item,), actions=(action("From the panel", "lead", at=None, panel_item="pi"),)
    )
    assert [each.what for each in copy_for("mum", family).actions] == ["From the panel"]
