from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, copy_for, paper, with_more

from eymeeting.domain.copies import FamilyCopy
from eymeeting.domain.dates import NUMBER_WORDS
from eymeeting.domain.facing import facing
from eymeeting.domain.protected import holds_any
from eymeeting.domain.text import folded
from eymeeting.domain.without_times import as_told_to, times_in, told_by_a_time, without_times

HOURS = NUMBER_WORDS


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Meet Layla at the side door at 8.45", "Meet Layla at the side door"),
        ("Meet Layla at 8:45am at the side door", "Meet Layla at the side door"),
        ("Pick up at half past three.", "Pick up."),
        ("Home by quarter to 9, then tea", "Home, then tea"),
        ("Every Tuesday 3-4pm at the library", "Every Tuesday at the library"),
        ("Meet after school at 3", "Meet after school"),
        ("Lunch at noon together", "Lunch together"),
        ("Tuesdays 3–4", "Tuesdays"),
        ("At 8 in the morning she leaves", "She leaves"),
        ("8.45: meet Layla", "meet Layla"),
        ("Gets the 8.45 bus", "Gets the bus"),
        ("Goes on the 8.45.", "Goes."),
        ("Swimming (3.30pm) with Dad", "Swimming with Dad"),
        ("Nursery from 9am until 3pm", "Nursery"),
        ("Every day at 8.45 and 15.15 at the gate", "Every day at the gate"),
        ("Drop off at 0845", "Drop off"),
        ("Ring before 6, please", "Ring, please"),
        ("In bed by half seven every night", "In bed every night"),
        ("At 10am on 3 September", "On 3 September"),
        ("Clinic, 14:30, with Ali", "Clinic, with Ali"),
        ("Be there at 3 sharp.", "Be there."),
        ("At 3 mum collects", "Mum collects"),
        ("Collect at 3. Then home at 4.", "Collect. Then home."),
        ("No later than 9am at the gate", "At the gate"),
        ("At 3, 4 or 5", ""),
        ("In the mornings, at bedtime and after school", "In the mornings, at bedtime and after school"),
    ],
)
def test_times_of_day_go_and_a_sentence_stays(typed: str, left: str) -> None:
    assert without_times(typed) == left


@pytest.mark.parametrize(
    "text",
    [
        "Layla (age 4) and Adam, aged 2 and 3",
        "Read 3 books at least 3 times a week",
        "Ring 01632 960 118 or 0800 1111",
        "Pay £8.45 a week, then £ 9.30",
        "By 12 October, on 12.10.2026, on 12.10, before 5 September, Tuesday 3 September",
        "At 22 Quarry Lane, or at 7 High Street",
        "For 10 weeks, for 2 to 3 hours, after 3 weeks",
        "The score went from 4 to 6, up by 2",
        "For children from 3 to 5 years",
        "One by one, at one of the clubs, at 3 sessions",
        "8.45 miles",
        "Since 2019, from 2015",
        "In 10 days",
        "This one am I",
    ],
)
def test_dates_ages_counts_money_and_numbers_to_ring_stay(text: str) -> None:
    assert without_times(text) == text


hours = st.integers(1, 12)
minutes = st.integers(0, 59)
halves = st.sampled_from(["am", "pm", " am", " pm", " a.m.", "p.m."])
clocks = st.one_of(
    st.builds("{}.{:02}".format, hours, minutes),
    st.builds("{:02}:{:02}".format, st.integers(0, 23), minutes),
    st.builds("{}:{:02}{}".format, hours, minutes, halves),
    st.builds("{}{}".format, hours, halves),
    st.builds("{}{}".format, st.sampled_from(HOURS[1:]), halves),
    st.builds("{} o'clock".format, st.sampled_from(HOURS)),
    st.builds("{} past {}".format, st.sampled_from(["half", "quarter", "ten", "20"]), st.sampled_from(HOURS)),
    st.builds("quarter to {}".format, hours),
    st.builds("{}-{}pm".format, hours, hours),
    st.sampled_from(["noon", "12 noon", "midday", "midnight", "3ish", "half eight", "0930 hrs"]),
)
befores = st.sampled_from(["at", "from", "by", "before", "until", "at about", "after", "around", ""])
sentences = st.sampled_from(
    [
        "Meet Layla {} at the side door",
        "Meet Layla at the side door {}",
        "{} we walk to nursery",
        "Walk in the park {}, then ring Tom.",
        "Swimming ({}) with Adam",
        "Every Tuesday {} at the library",
        "Tea {} and a book {}",
    ]
)
texts = st.builds(
    lambda sentence, before, clock: sentence.replace("{}", f"{before} {clock}".strip()),
    sentences,
    befores,
    clocks,
)


@given(texts)
@settings(max_examples=120)
def test_no_time_survives_and_what_is_left_reads_as_a_sentence(text: str) -> None:
    left = without_times(text)
    assert times_in(left) == ()
    assert without_times(left) == left
    assert not any(each.isdecimal() for each in left)
    assert not {"noon", "midday", "past", "pm", "am", "clock"} & set(folded(left).replace("'", " ").split())
    assert "  " not in left
    assert left == left.strip()
    assert folded(left).strip(" .").rpartition(" ")[2] not in {"at", "by", "from", "until", "about", "after"}
    assert not any(f" {each}" in left for each in ",.;)")


@given(st.text(alphabet="ab atby 0123456789.:-,£(o'clock)half past", max_size=40))
@settings(max_examples=150)
def test_cutting_twice_is_cutting_once_and_a_text_without_times_is_left_as_it_is(text: str) -> None:
    left = without_times(text)
    assert without_times(left) == left
    if not times_in(text):
        assert left == text


@given(texts)
@settings(max_examples=80)
def test_what_a_time_is_known_by_is_in_the_whole_text_and_not_in_the_cut_one(text: str) -> None:
    for words in told_by_a_time(text):
        assert holds_any(text, (words,))
        assert not holds_any(without_times(text), (words,))


def searched_for(copy: FamilyCopy) -> Mapping[str, str]:
    assert isinstance(copy.must_not_hold, Mapping)
    return copy.must_not_hold


def test_only_the_reader_it_is_cut_for_gets_it_cut_and_the_search_of_the_paper_knows_what_went() -> None:
    walk = replace(
        action("Walk", "mum"),
        text="Walk Mia to the side door at 8.45 every day",
        how_we_will_know="She is in by nine",
        times_not_for=("dad",),
    )
    family = with_more(FAMILY, actions=(walk,))
    [told] = as_told_to(family, "dad").actions[-1:]
    assert (told.text, told.how_we_will_know) == ("Walk Mia to the side door every day", "She is in")
    assert as_told_to(family, "mum") is family
    dads, mums = copy_for("dad", family), copy_for("mum", family)
    assert "side door every day" in paper(dads)
    assert "8.45" not in paper(dads)
    assert "by nine" not in paper(dads)
    assert "at 8.45 every day" in paper(mums)
    cut = [words for words, kind in searched_for(dads).items() if kind == "a time of day"]
    assert cut == ["walk mia to the side door at 8 45", "she is in by nine"]
    assert not holds_any(paper(dads), cut)
    assert holds_any(paper(mums), cut)
    again = with_more(family, actions=(replace(walk, id="again", times_not_for=None),))
    assert "a time of day" not in searched_for(copy_for("dad", again)).values()


@pytest.mark.parametrize(
    ("there", "told"), [("dad", "Walk Mia every day"), ("mum", "Walk Mia at 8.45 every day")]
)
def test_what_is_turned_to_the_family_has_no_times_that_one_of_those_there_must_not_learn(
    there: str, told: str
) -> None:
    walk = action("Walk Mia at 8.45 every day", "mum", times_not_for=("dad",))
    family = replace(with_more(FAMILY, actions=(walk,)), attendance=(attended(there),))
    shown = repr(facing(family, "m1", PACK, "actions", today=TODAY))
    assert f": {told}'" in shown
