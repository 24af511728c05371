from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, FIRST, PACK, TODAY, action, attended, meeting, said, with_more

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.actions import ActionStatus, Update
from eymeeting.domain.before_we_finish import checks, still_open
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.entry import Visibility
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Change, Family, action_now
from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import short_names
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.review_line import ReviewLine, read_review_line, written_line
from eymeeting.domain.review_words import answer_words, moved_words, what_became_of_it, who_had_it
from eymeeting.domain.reviewing import (
    Asked,
    Said,
    answer_at,
    asked_actions,
    carried_on,
    latest_known,
    ticked,
    told,
    wanted_before,
)

NAMES = short_names(FAMILY)
THREE = replace(FAMILY, meetings=(meeting(1), meeting(2), meeting(3)))
DUE = date(2026, 4, 1)
LATER = date(2026, 7, 3)


def news(
    name: str, status: ActionStatus = "part_done", *, at: str | None = "m2", position: int = 0, **more: object
) -> Update:
    plain = Update(id=f"u-{name}-{at}-{position}", position=position, action=name, status=status, meeting=at)
    return replace(plain, **more)  # type: ignore[arg-type]


def asked(family: Family, number: int = 2) -> tuple[Asked, ...]:
    return asked_actions(family, family.meeting(f"m{number}"), PACK)


def names_of(found: tuple[Asked, ...]) -> list[str]:
    return [each.action.id for each in found]


def tell(family: Family, number: int, status: ActionStatus, words: Said | None = None) -> Family:
    place = family.meeting(f"m{number}")
    [only] = asked_actions(family, place, PACK)
    before = answer_at(family, place.id, only.action.id)
    return family.after(
        Change(family=family.ref, before=before, after=told(family, place, only, status, words))
    )


def test_every_action_still_open_is_asked_about_the_late_ones_first_then_by_date() -> None:
    family = with_more(
        THREE,
        actions=(
            action("soon", "mum", due=date(2026, 4, 20)),
            action("undated", "mum", due=None),
            action("late", "dad", due=date(2026, 3, 10)),
            action("finished", "mum"),
            action("given up", "mum"),
            action("new", "mum", at="m2"),
        ),
        updates=(
            news("finished", "done", at="m1"),
            news("given up", "no_longer_needed", at=None, on=date(2026, 3, 20)),
            news("soon", "not_done", at="m1"),
        ),
    )
    assert names_of(asked(family)) == ["late", "soon", "undated"]
    assert [each.is_late(family.meeting("m2").on) for each in asked(family)] == [True, False, False]
    assert names_of(asked(family, 3)) == ["late", "new", "soon", "undated"]
    assert asked(family, 1) == ()


def test_an_action_of_a_panel_is_asked_about_once_it_has_been_and_the_family_was_told() -> None:
    panels = tuple(
        PanelItem(
            id=id_,
            on=on,
            panel="Family Matters",
            slot_minutes=10,
            brought_by="lead",
            why_now="damp",
            family_told=FamilyTold(told=is_told),
        )
        for id_, on, is_told in (("i1", FIRST, True), ("i2", TODAY, True), ("i3", FIRST, False))
    )
    actions = tuple(action(f"of {each.id}", "lead", at=None, panel_item=each.id) for each in panels)
    [found] = asked(with_more(THREE, panel_items=panels, actions=actions))
    assert (found.action.id, found.agreed_on) == ("of i1", FIRST)


@pytest.mark.parametrize("level", ["named", "chair_and_agency", "safeguarding"])
def test_what_may_not_stand_in_the_room_is_not_even_counted(level: str) -> None:
    hidden = action("hidden", "mum", visibility=Visibility(level=level, to=("mum",)))  # type: ignore[arg-type]
    family = with_more(THREE, actions=(hidden, action("open", "mum")))
    assert names_of(asked(family)) == ["open"]
    assert len(carried_on(family, family.meeting("m2"), PACK)) == 1


def test_a_meeting_of_the_familys_own_says_too_what_goes_on_from_before() -> None:
    first, second, *more = THREE.meetings
    own = replace(THREE, meetings=(first, replace(second, type="family_network_meeting"), *more))
    family = with_more(own, actions=(action("open", "mum"),))
    [found] = carried_on(family, family.meeting("m2"), PACK)
    assert found.action.id == "open"


def test_a_meeting_kept_apart_from_somebody_leaks_neither_its_actions_nor_its_news() -> None:
    family = with_more(
        replace(FAMILY, meetings=(meeting(1), meeting(2, apart=("dad",)), meeting(3))),
        actions=(action("open", "mum"), action("apart", "mum", at="m2")),
        updates=(news("open", "done", due=LATER, reassigned_to="adviser", note="she told us alone"),),
    )
    [found] = asked(family, 3)
    assert (found.action.id, found.before.owner, found.before.due) == ("open", "mum", DUE)
    assert what_became_of_it(found, NAMES) == ("Agreed on 2 March 2026.",)
    also_apart = replace(family, meetings=(*family.meetings[:2], meeting(3, apart=("dad",))))
    assert names_of(asked(also_apart, 3)) == ["apart"]


def test_the_history_says_when_it_was_agreed_moved_and_handed_on_and_the_last_news() -> None:
    family = with_more(
        replace(THREE, meetings=(*THREE.meetings, meeting(4))),
        actions=(action("Ring housing", "mum"),),
        updates=(
            news("Ring housing", due=date(2026, 4, 28), note="waiting"),
            news("Ring housing", "under_way", at=None, on=date(2026, 4, 3), reassigned_to="officer"),
            news("Ring housing", "not_done", at="m3", due=date(2026, 6, 5), reason="He was ill"),
        ),
    )
    [found] = asked(family, 4)
    assert what_became_of_it(found, NAMES) == (
        "Agreed on 2 March 2026.",
        "Moved twice: from 1 April 2026, then from 28 April 2026.",
        "Rosa had it before.",
        "Last news, 27 April 2026: not done: He was ill.",
    )
    assert who_had_it(found, NAMES, PACK, date(2026, 6, 8)).startswith(
        "Ed Fry · late: Friday 5 June, 3 days ago"
    )


def test_a_reason_nobody_gave_is_no_news() -> None:
    family = with_more(
        THREE, actions=(action("a", "mum"),), updates=(news("a", "not_done", reason="No reason given."),)
    )
    assert what_became_of_it(asked(family, 3)[0], NAMES)[-1] == "Last news, 30 March 2026: not done."


@pytest.mark.parametrize(
    ("status", "said_words", "words"),
    [
        ("done", Said(), "Done"),
        (
            "part_done",
            Said(words="one visit", due=LATER),
            "Part done · one visit · by Friday 3 July, in 4 weeks",
        ),
        ("not_done", Said(words="no time"), "Not done · no time"),
        ("no_longer_needed", Said(words="he moved"), "No longer needed · he moved"),
        ("handed_on", Said(owner="officer"), "Handed on · Ed Fry has it now"),
        ("handed_on", Said(words="to the school"), "Handed on · to the school · nobody has it yet"),
        ("not_started", Said(words="he rang"), "News · he rang"),
    ],
)
def test_each_answer_is_one_line_in_plain_words(status: ActionStatus, said_words: Said, words: str) -> None:
    family = tell(with_more(THREE, actions=(action("a", "mum"),)), 2, status, said_words)
    [found] = asked(family)
    assert found.answer is not None
    assert answer_words(found.answer, NAMES, date(2026, 6, 5)) == words
    assert action_now(family, found.action).is_open == (status not in ("done", "no_longer_needed"))


def test_words_that_are_not_for_the_keyboard_are_not_told_and_typing_nothing_leaves_them() -> None:
    family = with_more(THREE, actions=(action("a", "mum"),))
    family = with_more(family, updates=(news("a", note="one visit", not_for=("officer",)),))
    place = family.meeting("m2")
    [found] = asked_actions(family, place, PACK, "officer")
    assert found.answer is not None
    assert (found.answer.status, found.answer.note) == ("part_done", None)
    assert told(family, place, found, "done", Said()).note == "one visit"
    assert told(family, place, found, "done", Said(words="two")).note == "two"


def test_an_answer_given_again_is_changed_and_not_doubled() -> None:
    family = with_more(THREE, actions=(action("a", "mum"),))
    family = tell(family, 2, "part_done", Said(words="one visit", due=LATER, owner="officer"))
    family = tell(family, 2, "not_done")
    [kept] = family.updates
    assert (kept.status, kept.reason, kept.note, kept.due) == ("not_done", "one visit", None, LATER)
    family = tell(family, 2, "done")
    [kept] = family.updates
    assert (kept.status, kept.note, kept.due, kept.reassigned_to) == ("done", "one visit", None, "officer")
    family = tell(family, 2, "done", Said())
    [kept] = family.updates
    assert (kept.note, kept.reason, kept.due, kept.reassigned_to) == (None, None, None, None)
    assert asked(family, 3) == ()


def test_what_is_told_on_a_later_day_between_meetings_counts_last() -> None:
    family = tell(with_more(THREE, actions=(action("a", "mum"),)), 2, "not_done", Said(due=LATER))
    between = news("a", "done", at=None, on=family.meeting("m2").on + timedelta(days=3), position=9)
    family = with_more(family, updates=(between,))
    assert action_now(family, family.actions[0]).status == "done"
    assert asked(family, 3) == ()
    [found] = asked(family, 2)
    assert found.answer is not None
    assert found.before.due == DUE


def test_what_is_done_is_moved_to_no_other_day() -> None:
    family = tell(
        with_more(THREE, actions=(action("a", "mum"),)), 2, "done", Said(words="All done", due=LATER)
    )
    now = action_now(family, family.actions[0])
    assert (now.due, now.moved_from, now.updates[0].note) == (DUE, (), "All done")


def test_handed_on_to_nobody_it_has_nobody_until_somebody_takes_it() -> None:
    family = tell(with_more(THREE, actions=(action("a", "mum"),)), 2, "handed_on")
    [found] = asked(family, 3)
    assert found.before.owner is None
    assert who_had_it(found, NAMES, PACK, TODAY).startswith("nobody yet · ")
    taken = tell(family, 3, "not_done", Said(owner="officer"))
    assert action_now(taken, found.action).owner == "officer"


def test_the_part_told_before_a_meeting_broke_off_is_told() -> None:
    goes_on = replace(meeting(3), resumes=2)
    family = replace(FAMILY, meetings=(meeting(1), replace(meeting(2), outcome="adjourned"), goes_on))
    family = with_more(
        family,
        actions=(action("a", "mum"), action("b", "mum")),
        updates=(news("a", "done"),),
        lines=(said("life_when", "We sleep"), said("present", "Dry now", at="m2"), said("present", "Damp")),
    )
    assert [(each.action.id, each.answer is not None) for each in asked(family, 3)] == [
        ("a", True),
        ("b", False),
    ]
    assert [line.text for line in latest_known(family, goes_on, "present", PACK)] == ["Damp"]


def test_what_was_wanted_comes_from_the_latest_meeting_that_has_it_and_is_ticked() -> None:
    family = with_more(
        THREE,
        lines=(
            said("change", "old"),
            said("life_when", "We sleep"),
            said("change", "a worker's wish", at="m2", by="lead"),
            said("change", "new", at="m2", by="mum"),
            replace(said("change", "hidden", at="m2"), visibility=Visibility(level="named", to=("mum",))),
            said("change", "here", at="m3"),
        ),
    )
    wanted = wanted_before(family, family.meeting("m3"), PACK)
    assert [line.text for line in wanted] == ["new", "a worker's wish", "We sleep"]
    assert ticked(wanted[0]).done
    assert ticked(ticked(wanted[0])) == wanted[0]


@pytest.mark.parametrize("kind", ["taf_review", "taf_closing", "desk_review"])
def test_reviews_closings_and_desk_reviews_go_on_from_what_is_known(kind: str) -> None:
    assert asks_what_has_changed(replace(meeting(1), type=kind))  # type: ignore[arg-type]
    assert not asks_what_has_changed(replace(meeting(1), type="taf_first"))


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
TOLD = st.tuples(
    st.sampled_from(["part_done", "not_done", "handed_on", "under_way"]), st.one_of(st.none(), DAYS)
)


@given(first=st.one_of(st.none(), DAYS), each_time=st.lists(TOLD, min_size=1, max_size=5))
@settings(max_examples=60)
def test_carried_from_meeting_to_meeting_an_action_keeps_every_date_in_order(
    first: date | None, each_time: list[tuple[ActionStatus, date | None]]
) -> None:
    count = len(each_time) + 2
    family = replace(FAMILY, meetings=tuple(meeting(number) for number in range(1, count)))
    family = with_more(
        replace(family, meetings=(*family.meetings, meeting(count))), actions=(action("a", "mum", due=first),)
    )
    dates = [first] if first else []
    for number, (status, due) in enumerate(each_time, start=2):
        family = tell(family, number, status, Said(due=due))
        dates += [due] if due is not None and dates[-1:] != [due] else []
        [found] = asked(family, number + 1)
        before = found.before
        assert [*before.moved_from, *([before.due] if before.due else [])] == dates
        told_days = moved_words(before.moved_from)
        assert told_days.count("from ") == len(before.moved_from)
        assert [day for day in before.moved_from if day_in_words(day) not in told_days] == []
        [then] = asked(family, number)
        assert then.before.moved_from == before.moved_from[: len(then.before.moved_from)]


HERE = ("mum", "lead", "officer")


def read(text: str, family: Family = FAMILY, today: date = TODAY) -> ReviewLine:
    return read_review_line(text, family, PACK, today, EnglandCalendar(), here=HERE)


@pytest.mark.parametrize(
    ("text", "words", "owner", "due"),
    [
        ("", "", None, None),
        ("waiting for the letter", "waiting for the letter", None, None),
        ('"we will" #1 ~soon, fri 5 june', '"we will" #1 ~soon, fri 5 june', None, None),
        ("? who knows", "? who knows", None, None),
        ("waiting @ed fri 5 june", "waiting", "officer", date(2026, 6, 5)),
        ("@in 2 weeks", "", None, date(2026, 6, 15)),
        ("no answer @fri", "no answer", None, date(2026, 6, 5)),
        ("@ed fry", "", "officer", None),
        ("@ed @fri", "", "officer", date(2026, 6, 5)),
        ("write to @@home", "write to @home", None, None),
    ],
)
def test_words_stay_words_and_only_behind_the_sign_stand_who_and_when(
    text: str, words: str, owner: str | None, due: date | None
) -> None:
    line = read(text)
    assert line.problems == ()
    assert line.said == Said(words=words, owner=owner, due=due)
    assert read(written_line(line.said, FAMILY)).said == line.said


JOES = with_more(
    FAMILY,
    workers=(
        Worker(id="j1", name="Joe Marsh", role="Housing officer", agency="Housing"),
        Worker(id="j2", name="Joe Bell", role="Teacher", agency="School"),
        Worker(id="ewa", name="Ewa Lis", role="Interpreter", agency="Tandem", interpreter=True),
    ),
)


def test_what_is_understood_is_said_in_plain_words() -> None:
    line = read("no letter @ed fri 5 june")
    assert line.understood == (
        "“no letter” · Ed Fry (housing officer) has it from now on · by Friday 5 June, in 4 days"
    )
    assert read("@sat 6 june").remarks == ("That is a Saturday.",)
    assert read("@25 december").remarks == ("That is Christmas Day.",)
    assert read("@29 may").remarks == ("That day has passed.",)
    assert read("@di").remarks == ("Di Eames is not here and has not been asked.",)
    assert read("@fri 6 june").problems == ("6 June is a Saturday, not a Friday.",)


def test_a_name_that_is_not_clear_is_asked_about() -> None:
    two = read("@joe fri", JOES)
    assert two.asks is not None
    assert two.asks.candidates == ("j1", "j2")
    assert (two.said.owner, two.said.due) == (None, date(2026, 6, 5))
    unknown = read("@zebedee", JOES)
    assert unknown.asks is not None
    assert unknown.asks.candidates == HERE
    assert read("@ewa", JOES).problems == ("Ewa Lis is here to interpret and is not given actions.",)
    new = read("he takes it @zeb (uncle)", JOES)
    [zeb] = new.newcomers
    assert isinstance(zeb, Person)
    assert (new.problems, new.said.owner) == ((), zeb.id)
    assert read("@ed @rosa").problems == ("One person has it from now on. Who helps goes into the words.",)
    assert read("@di @lead will ask").problems != ()
    assert read("@fri @sat").problems == ("One line has one date.",)
    assert read("@in 2 weeks if it rains").problems == ("I don't understand “if it rains”.",)


OWNERS = st.sampled_from([None, "mum", "gran", "officer", "teacher"])


@given(
    words=st.text(st.sampled_from("a @#~\"'?+."), max_size=12), owner=OWNERS, due=st.one_of(st.none(), DAYS)
)
@settings(max_examples=80)
def test_a_kept_line_reads_back_as_what_was_said(words: str, owner: str | None, due: date | None) -> None:
    said_so = Said(words=" ".join(words.split()), owner=owner, due=due)
    line = read(written_line(said_so, FAMILY))
    assert (line.said, line.problems) == (said_so, ())


def room(*updates: Update) -> Family:
    return with_more(
        THREE,
        attendance=(attended("mum", at="m2"), attended("dad", at="m2"), attended("lead", at="m2")),
        actions=(action("Ring housing", "mum"), action("Buy paint", "dad", due=LATER)),
        updates=updates,
        lines=(replace(said("life_when", "We sleep"), done=True), said("change", "The damp")),
    )


def test_the_family_sees_each_action_with_its_answer_and_what_it_wanted() -> None:
    parts = facing(
        room(news("Ring housing", "handed_on", note="to the school")), "m2", PACK, "review", today=TODAY
    )
    assert [(part.heading, *part.lines) for part in parts] == [
        (
            "What we said we would do",
            "→ Rosa: Ring housing — Handed on · to the school · nobody has it yet",
            "· Leo: Buy paint",
        ),
        ("What you wanted", "· The damp", "✓ We sleep — It has come true."),
    ]


def left_open(family: Family, place: Meeting) -> list[str]:
    return [each.words for each in still_open(checks(family, place, PACK, today=TODAY))]


def test_what_was_not_asked_about_is_told_before_the_end_and_what_goes_on_counts_as_agreed() -> None:
    family = room()
    assert "2 actions were not asked about." in left_open(family, family.meeting("m2"))
    one = room(news("Ring housing", "not_done"))
    assert "1 action was not asked about." in left_open(one, one.meeting("m2"))
    both = room(news("Ring housing", "not_done"), news("Buy paint", "done"))
    found = {each.id: each for each in checks(both, both.meeting("m2"), PACK, today=TODAY)}
    assert (found["asked"].settled, found["asked"].step) == (True, "review")
    assert (found["actions"].settled, found["actions"].words) == (True, "1 action is carried on.")
    done = room(news("Ring housing", "done"), news("Buy paint", "done"))
    assert "No action is agreed." in left_open(done, done.meeting("m2"))
