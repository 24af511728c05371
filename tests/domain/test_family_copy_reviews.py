from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.adeyemis import ADEYEMIS
from made.pells import FAMILY, PACK, action, copy_for, meeting, paper, person, said, score, with_more

from eymeeting.domain.actions import ActionStatus, Update
from eymeeting.domain.copies import FamilyCopy, PlannedAction
from eymeeting.domain.entry import Level, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import FamilyChange, NoScore, Priority, Score
from eymeeting.domain.people import Household
from eymeeting.domain.scale_chart import THEN_AND_NOW, scale_chart

REVIEWED = replace(FAMILY, meetings=(meeting(1), meeting(2)))
HELD = meeting(2).on


def told(status: ActionStatus = "done", at: str | None = "m2", of: str = "Walk", **more: object) -> Update:
    return Update(id=f"u-{of}-{at}-{status}", action=of, status=status, meeting=at, **more)  # type: ignore[arg-type]


def with_updates(*updates: Update, owner: str = "teacher") -> Family:
    return with_more(REVIEWED, actions=(action("Walk", owner),), updates=updates)


def the_open_one(*updates: Update, owner: str = "teacher") -> PlannedAction:
    [planned] = copy_for("mum", with_updates(*updates, owner=owner)).actions
    return planned


def test_each_meeting_s_copy_shows_the_family_as_it_stood_then() -> None:
    first, review, end = (copy_for("p1", ADEYEMIS, number) for number in (1, 2, 3))
    assert (first.done, len(first.actions), first.has_changed, first.ending) == ((), 4, (), None)
    assert [(each.what[:12], each.who, each.words) for each in review.done] == [
        ("Go through t", "Joan Ferris", "Agreed £12 a week off the arrears"),
        ("Keep a two-w", "Folake", None),
        ("Take Remi to", "Daniel", "Remi drew the park"),
    ]
    [visit] = [each for each in review.actions if each.part_done]
    assert (visit.words, visit.due) == ("One visit done, second booked", date(2026, 6, 23))
    assert visit.moved_from == (date(2026, 5, 19),)
    assert review.has_changed == ("The twins sleep till six",)
    assert (len(end.done), end.actions) == (6, ())
    assert end.ending is not None


def test_somebody_who_gave_no_score_at_the_review_is_a_gap_and_never_a_nought() -> None:
    copy = copy_for("p2", ADEYEMIS, 2)
    row = next(each for each in copy.scores if (each.area, each.who) == ("Money", "Daniel"))
    assert (row.last_time, row.now, row.hoped_for) == ("3", "not asked", "8")
    assert copy.chart is not None
    assert copy.chart.series == ("Last time", "Now", "We hope for")
    [drawn] = [each.values for each in copy.chart.rows if (each.area, each.who) == ("Money", "Daniel")]
    assert drawn == (3, None, 8)


def test_an_area_that_nobody_was_asked_about_now_stands_only_where_it_was_chosen() -> None:
    assert "Our home" not in {each.area for each in copy_for("p1", ADEYEMIS, 2).scores}
    chosen = with_more(ADEYEMIS, priorities=(Priority(id="pr3", position=2, meeting="m1", area="home"),))
    assert "Our home" in {each.area for each in copy_for("p1", chosen, 2).scores}
    unscored = replace(ADEYEMIS, scores=tuple(each for each in ADEYEMIS.scores if each.meeting == "m1"))
    assert "Our home" in {each.area for each in copy_for("p1", unscored, 2).scores}


def test_there_is_no_picture_where_there_is_nothing_to_compare() -> None:
    assert copy_for("p1", replace(ADEYEMIS, scores=(), priorities=()), 2).chart is None
    assert copy_for("p1", replace(ADEYEMIS, priorities=()), 1).chart is None
    hoped = copy_for("p1", ADEYEMIS, 1).chart
    assert hoped is not None
    assert hoped.series == ("Now", "We hope for")


def test_what_was_done_between_two_meetings_was_done_since_last_time() -> None:
    between = told(at=None, on=date(2026, 3, 20), note="On the bus.")
    [done] = copy_for("mum", with_updates(between), 2).done
    assert (done.what, done.words) == ("Walk", "On the bus")
    before = told(at="m1")
    assert copy_for("mum", with_updates(before), 2).done == ()


def test_what_is_not_done_yet_says_why_in_the_very_words_and_what_is_handed_on_by_whom() -> None:
    waiting = the_open_one(told("not_done", reason="waiting list 14 weeks", note="Rang twice"))
    assert (waiting.not_done, waiting.words) == (True, "waiting list 14 weeks; Rang twice")
    assert the_open_one(told("not_done", reason="no reason given")).words is None
    assert the_open_one(told("not_done", reason="the form was refused")).words == "the form was refused"
    handed = the_open_one(told("handed_on", reassigned_to="officer"))
    assert (handed.who, handed.handed_on_by) == ("Ed Fry", "Di Eames")
    nobody_yet = the_open_one(told("handed_on"))
    assert (nobody_yet.who, nobody_yet.handed_on_by) == ("Not yet agreed", "Di Eames")
    assert the_open_one(told("under_way", at="m1", reassigned_to="officer")).handed_on_by is None


@pytest.mark.parametrize(("reader", "words"), [("dad", "No credit on my phone"), ("mum", None)])
def test_why_somebody_of_the_family_has_not_done_a_thing_stands_on_their_own_copy_alone(
    reader: str, words: str | None
) -> None:
    family = with_updates(told("not_done", reason="No credit on my phone"), owner="dad")
    [planned] = copy_for(reader, family).actions
    assert (planned.not_done, planned.words) == (True, words)
    noted = with_updates(told("not_done", note="The bank refused, not us"), owner="dad")
    [planned] = copy_for(reader, noted).actions
    assert planned.words == "The bank refused, not us"


def test_words_of_an_earlier_meeting_are_not_told_again() -> None:
    stale = the_open_one(told("part_done", at="m1", note="Half of it"))
    assert (stale.part_done, stale.words) == (True, None)


def test_what_is_no_longer_needed_is_said_once() -> None:
    family = with_updates(told("no_longer_needed"))
    assert copy_for("mum", family, 2).no_longer_needed == ("Walk",)
    assert copy_for("mum", family, 1).no_longer_needed == ()
    later = with_more(family, meetings=(meeting(3),))
    assert copy_for("mum", later, 3).no_longer_needed == ()


@pytest.mark.parametrize("level", ["named", "chair_and_agency", "safeguarding"])
def test_what_is_said_of_something_that_is_not_for_this_reader_stands_nowhere(level: Level) -> None:
    hidden = Visibility(level=level, to=("teacher",) if level == "named" else None)
    family = with_more(
        REVIEWED,
        actions=(action("Walk", "teacher", visibility=hidden),),
        updates=(told(note="zzdone"),),
        lines=(replace(said("present", "zzline", at="m2"), visibility=hidden),),
    )
    assert "zz" not in paper(copy_for("mum", family))


def test_words_that_name_what_is_kept_from_a_reader_stay_away() -> None:
    safe = Household(
        id="h2", household="B", lines=("9 Mill Lane",), postcode="ZZ99 7AA", hidden_from=("mum",)
    )
    family = replace(with_updates(told(note="Meet at 9 Mill Lane")), households=(*FAMILY.households, safe))
    [done] = copy_for("mum", family).done
    assert (done.what, done.words) == ("Walk", None)
    [done] = copy_for("gran", family).done
    assert done.words == "Meet at 9 Mill Lane"


def changed(event: str, who: str = "dad", **more: object) -> FamilyChange:
    return FamilyChange(id=f"fc-{event}-{who}", meeting="m2", person=who, event=event, on=HELD, **more)  # type: ignore[arg-type]


def test_births_new_names_moves_and_who_came_or_went_are_told_without_an_address() -> None:
    baby = person("bud", "Baby", "Pell", "unborn baby", "unborn")
    family = with_more(
        replace(REVIEWED, people=(*FAMILY.people, baby)),
        family_changes=(
            changed("born", "bud", first_name="Kit", note="Both are well."),
            changed("name_change", first_name="Lee"),
            changed("name_change", "gran", last_name="Vane"),
            changed("moved", note="now at 9 Mill Lane"),
            changed("joined", "gran", note="sleeps at 9 Mill Lane"),
            changed("left", "ivy", note="to 9 Mill Lane"),
        ),
    )
    assert copy_for("mum", family).has_changed == (
        "Kit was born on 30 March 2026. Both are well.",
        "Lee is the name we use now.",
        "Ida is called Ida Vane now.",
        "Lee has moved.",
        "Ida is part of our plan now.",
        "Ivy is no longer part of our plan.",
    )
    assert copy_for("mum", family, 1).has_changed == ()
    kept = replace(
        family,
        people=tuple(replace(each, hidden_from=("mum",)) for each in family.people if each.id != "mum"),
    )
    assert copy_for("gran", family).has_changed == copy_for("mum", family).has_changed
    mum = with_more(kept, people=(FAMILY.people[0],))
    assert copy_for("mum", mum).has_changed == ("Kit was born on 30 March 2026. Both are well.",)


def test_a_line_taken_back_is_nowhere() -> None:
    family = with_more(REVIEWED, lines=(said("present", "Rather not", at="m2"),))
    assert "rather not" in paper(copy_for("mum", family))
    assert "rather not" not in paper(copy_for("mum", replace(family, lines=())))


def test_what_helped_is_told_and_what_got_in_the_way_is_not() -> None:
    held = replace(meeting(2), what_helped="The bus pass", got_in_the_way="Nobody rang")
    copy = copy_for("mum", replace(FAMILY, meetings=(meeting(1), held)))
    assert copy.what_helped == ("The bus pass",)
    assert "nobody rang" not in paper(copy)


no_number: st.SearchStrategy[NoScore] = st.sampled_from(["prefer_not_to_say", "not_asked"])
answers: st.SearchStrategy[int | NoScore] = st.one_of(st.integers(1, 10), no_number)


@st.composite
def scored(draw: st.DrawFn) -> Family:
    voices = st.tuples(
        st.sampled_from(["m1", "m2", "m3"]),
        st.sampled_from(["home", "money", "safety", "garden"]),
        st.sampled_from(["mum", "dad", "gran", "ivy"]),
    )
    given_scores: dict[tuple[str, str, str], int | NoScore] = draw(
        st.dictionaries(voices, answers, max_size=14)
    )
    hopes = draw(
        st.dictionaries(st.sampled_from(["home", "money"]), st.one_of(st.none(), st.integers(1, 10)))
    )
    return with_more(
        replace(FAMILY, meetings=(meeting(1), meeting(2), meeting(3))),
        scores=tuple(
            Score(id=f"{at}{area}{who}", meeting=at, area=area, person=who, value=value)
            for (at, area, who), value in given_scores.items()
        ),
        priorities=tuple(
            Priority(id=area, meeting="m2", area=area, hoped_for=hope) for area, hope in hopes.items()
        ),
    )


def shown(copy: FamilyCopy) -> list[tuple[str, str, tuple[int | None, ...]]]:
    """The numbers of the table, words as gaps."""
    return [
        (
            row.area,
            row.who,
            tuple(
                int(each) if each.isdecimal() else None for each in (row.last_time, row.now, row.hoped_for)
            ),
        )
        for row in copy.scores
    ]


@settings(max_examples=25, deadline=None)
@given(scored(), st.sampled_from(["mum", "dad"]), st.sampled_from([1, 2, 3]))
def test_the_picture_holds_the_numbers_of_the_table_and_no_other(
    family: Family, reader: str, number: int
) -> None:
    copy = copy_for(reader, family, number)
    if copy.chart is None:
        return
    places = [THEN_AND_NOW.index(name) for name in copy.chart.series]
    drawn = [(row.area, row.who, row.values) for row in copy.chart.rows]
    assert drawn == [(area, who, tuple(values[each] for each in places)) for area, who, values in shown(copy)]
    left_out = set(range(3)) - set(places)
    assert all(values[each] is None for _, _, values in shown(copy) for each in left_out)
    assert any(row.values[0] is not None for row in copy.chart.rows)


@settings(max_examples=25, deadline=None)
@given(scored(), st.sampled_from([1, 2, 3]))
def test_no_number_on_the_copy_is_anything_but_what_that_person_said(family: Family, number: int) -> None:
    names = {"Rosa": "mum", "Leo": "dad", "Ida": "gran", "Ivy": "ivy"}
    areas = {PACK.area_name(area): area for area in ("home", "money", "safety", "garden")}
    for area, who, (last_time, now, hope) in shown(copy_for("mum", family, number)):
        said_of = {
            each.meeting: each.value
            for each in family.scores
            if (each.area, each.person) == (areas[area], names[who])
        }
        assert now == (value if isinstance(value := said_of.get(f"m{number}"), int) else None)
        earlier = [said_of[f"m{each}"] for each in range(number - 1, 0, -1) if f"m{each}" in said_of]
        assert last_time == (earlier[0] if earlier and isinstance(earlier[0], int) else None)
        assert area != "Feeling safe"
        assert hope is None or hope in {each.hoped_for for each in family.priorities}


def test_a_score_that_is_asked_alone_is_in_neither_table_nor_picture() -> None:
    family = with_more(
        REVIEWED,
        scores=(
            score("mum", 4, "safety", at="m1"),
            score("mum", 3, "safety", at="m2"),
            score("mum", 2, at="m2"),
        ),
    )
    copy = copy_for("mum", family)
    assert [(each.area, each.now) for each in copy.scores] == [("Our home", "2")]
    assert scale_chart(copy.scores, title="x") is None
