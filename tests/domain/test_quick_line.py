import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.dates import spoken
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import owners_known
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Relation, Worker
from eymeeting.domain.quick_line import QuickLine, read_quick_line, with_owner, with_somebody_new
from eymeeting.domain.quick_line_reading import Asks
from eymeeting.packs import default_pack

ENGLAND = EnglandCalendar()
PACK = default_pack()
TODAY = date(2026, 11, 22)


def person(
    id: str,  # noqa: A002
    first_name: str,
    last_name: str,
    relationship: str,
    *,
    kind: PersonKind = "adult",
    preferred_name: str | None = None,
    own_script: str | None = None,
    died: date | None = None,
) -> Person:
    return Person(
        id=id,
        first_name=first_name,
        last_name=last_name,
        relationship=relationship,
        kind=kind,
        preferred_name=preferred_name,
        own_script=own_script,
        died=died,
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


FAMILY = Family(
    details=FamilyDetails(id="EYM-T1", family_name="Fairweather / Nowicka"),
    people=(
        person("p1", "Jadwiga", "Nowicka-Łęcka", "mother", preferred_name="Jadzia"),
        person("p2", "Patrick", "O'Hanlon", "father", preferred_name="Big Pat"),
        person("p3", "Lakshmi", "", "grandmother (father's side)", own_script="லட்சுமி"),
        person("p4", "Rose", "Fairweather", "grandmother (mother's side)", died=date(2026, 1, 5)),
        person("c1", "Patrick", "O'Hanlon", "child", kind="child", preferred_name="Paddy"),
        person("c2", "Zoé", "O'Hanlon", "child", kind="child"),
        person("c3", "Baby", "O'Hanlon", "unborn baby", kind="unborn"),
    ),
    workers=(
        Worker(id="w1", name="Sam Weller", role="Housing officer", agency="Housing"),
        Worker(id="w2", name="Sam Okoro", role="Youth worker", agency="Youth Service"),
        Worker(id="w3", name="Ann-Marie Dee", role="Health visitor", agency="0-19 Community Health"),
        Worker(id="w4", name="Lin Yee", role="Interpreter (Polish)", agency="LinguaWay", interpreter=True),
        Worker(id="w5", name="Dr Ivy Stone", role="GP", agency="Mill Lane Surgery"),
        Worker(id="w6", name="Una Gray", role="Health visitor", agency="0-19 Community Health", active=False),
    ),
)


def read(
    text: str,
    family: Family = FAMILY,
    *,
    next_meeting: date | None = None,
    here: Collection[str] = (),
    apart: Collection[str] = (),
    askers: tuple[str, ...] = (),
) -> QuickLine:
    return read_quick_line(
        text, family, PACK, TODAY, ENGLAND, next_meeting=next_meeting, here=here, apart=apart, askers=askers
    )


def test_a_whole_line_is_understood() -> None:
    line = read("Ring about the mould @sam weller fri 11 dec #home ~she has a date in writing")
    assert line == QuickLine(
        what="Ring about the mould",
        owners=("w1",),
        asks=None,
        due=date(2026, 12, 11),
        area="home",
        how_we_will_know="she has a date in writing",
        problems=(),
        remarks=(),
        understood="Sam Weller (housing officer) · Friday 11 December, in 19 days · Our home",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ring @dee #money ~it is paid",
        "Ring #money @dee ~it is paid",
        "Ring ~it is paid #money @dee",
        "Ring ~it is paid @dee #money",
        "Ring @health visitor #1 ~it is paid",
    ],
)
def test_marks_may_come_in_any_order(text: str) -> None:
    line = read(text)
    assert (line.what, line.owners, line.area, line.how_we_will_know) == (
        "Ring",
        ("w3",),
        "money",
        "it is paid",
    )
    assert line.problems == ()


def test_a_date_may_follow_an_area_when_a_name_came_before() -> None:
    assert read("Ring @dee #home 11 dec").due == date(2026, 12, 11)


def test_a_date_before_any_name_is_said_and_not_dropped() -> None:
    line = read("Ring #home 11 dec @dee")
    assert line.due is None
    assert line.problems == ("I don't understand “11 dec”.",)


def test_the_first_name_owns_it_and_the_others_help() -> None:
    line = read("Sort the loft @big pat and @dee, by fri")
    assert line.owners == ("p2", "w3")
    assert line.due == date(2026, 11, 27)
    assert line.understood.startswith("Big Pat (father) with Ann-Marie Dee (health visitor) · ")
    assert line.problems == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jadzia", "p1"),
        ("JADWIGA", "p1"),
        ("nowicka łęcka", "p1"),
        ("lecka", "p1"),
        ("jadwiga nowicka-lecka", "p1"),
        ("Nowicka-Łęcka Jadwiga", "p1"),
        ("mum", "p1"),
        ("mother", "p1"),
        ("big pat", "p2"),
        ("dad", "p2"),
        ("paddy", "c1"),
        ("lakshmi", "p3"),
        ("லட்சுமி", "p3"),
        ("nan", "p3"),
        ("zoe", "c2"),
        ("zoe ohanlon", "c2"),
        ("Zoé O’Hanlon", "c2"),
        ("sam w", "w1"),
        ("housing officer", "w1"),
        ("housing", "w1"),
        ("youth service", "w2"),
        ("ann marie", "w3"),
        ("health visitor", "w3"),
        ("gp", "w5"),
        ("dr stone", "w5"),
    ],
)
def test_a_person_is_found_by_any_of_their_names(typed: str, meant: str) -> None:
    line = read(f"Write it down @{typed} fri")
    assert (line.owners, line.due, line.problems) == ((meant,), date(2026, 11, 27), ())


def test_a_date_is_not_taken_for_the_first_letter_of_a_last_name() -> None:
    family = replace(FAMILY, people=(person("p1", "Amy", "Abbott", "mother"),))
    line = read("Write it down @amy a week", family)
    assert (line.owners, line.due, line.problems) == (("p1",), date(2026, 11, 29), ())


def test_what_somebody_is_to_one_child_finds_them_too() -> None:
    told = replace(FAMILY, relations=(Relation(id="r1", person="p3", child="c1", relation="aunt"),))
    assert read("Write it down @auntie", told).owners == ("p3",)


@pytest.mark.parametrize(
    ("typed", "candidates", "said"),
    [
        (
            "sam",
            ("w1", "w2"),
            "Which “sam”: Sam Weller (Housing officer, Housing) or Sam Okoro (Youth worker, Youth Service)?",
        ),
        ("Patrick", ("p2", "c1"), "Which “Patrick”: Big Pat (father) or Paddy (child)?"),
    ],
)
def test_a_name_two_people_have_is_asked_about(typed: str, candidates: tuple[str, ...], said: str) -> None:
    line = read(f"Paint the hall @{typed} 11 dec and @dee")
    assert line.asks == Asks(asked=typed, candidates=candidates)
    assert line.problems == (said,)
    assert (line.what, line.owners, line.due) == ("Paint the hall", (), date(2026, 12, 11))


@pytest.mark.parametrize(
    ("typed", "asked"), [("zeb", "zeb"), ("aunty jean fri", "aunty jean"), ("zeb and @dee", "zeb")]
)
def test_a_name_nobody_has_is_said_and_the_words_are_kept(typed: str, asked: str) -> None:
    line = read(f"Paint the hall @{typed}")
    assert line.what == "Paint the hall"
    assert line.asks == Asks(asked=asked, candidates=(), is_new=True)
    assert line.problems == (f"Nobody known here is called “{asked}”.",)


def test_the_start_of_a_name_is_not_taken_for_the_name_but_offered() -> None:
    line = read("Paint the hall @iv fri")
    assert line.owners == ()
    assert line.asks == Asks(asked="iv", candidates=("w5",), is_new=True)
    assert line.problems == (
        "Nobody known here is called “iv”. Did you mean Dr Ivy Stone (GP, Mill Lane Surgery)?",
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lin yee", "Lin Yee is here to interpret and is not given actions."),
        ("baby", "Baby O'Hanlon is not born yet."),
        ("rose", "Rose has died."),
        ("una", "Una Gray does not work with this family any more."),
    ],
)
def test_who_cannot_own_an_action_is_named_with_the_reason(typed: str, said: str) -> None:
    line = read(f"Paint the hall @{typed} fri")
    assert (line.owners, line.asks, line.problems) == ((), None, (said,))


def test_those_the_meeting_is_kept_apart_from_are_never_guessed() -> None:
    assert read("Ring @sam", apart=("w2",)).owners == ("w1",)
    assert read("Ring @ok", apart=("w2",)).asks == Asks(asked="ok", candidates=(), is_new=True)
    assert read("Ring @sam okoro", apart=("w2",)).owners == ("w2",)


@pytest.mark.parametrize(
    ("asked", "text", "chosen", "line"),
    [
        ("sam", "Ring @sam fri #home", "w2", "Ring @Sam Okoro fri #home"),
        ("sam", "Ring @Sam Weller and @sam, fri", "w2", "Ring @Sam Weller and @Sam Okoro, fri"),
        ("Patrick", "Ring  @Patrick", "c1", "Ring  @Paddy"),
        ("zeb", "Ring @@zeb @zeb 3d", "w3", "Ring @@zeb @Ann-Marie Dee 3d"),
        ("nobody", "Ring @sam", "w2", "Ring @sam"),
    ],
)
def test_the_chosen_name_takes_the_place_of_the_one_asked_about(
    asked: str, text: str, chosen: str, line: str
) -> None:
    assert with_owner(text, asked, chosen, FAMILY) == line


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("x #home", "home"),
        ("x #Our Home", "home"),
        ("x #mon", "money"),
        ("x #getting on", "relationships"),
        ("x @dee #2", "home"),
        ("x @dee #0", "safety"),
        ("x #child_dev", "child_dev"),
    ],
)
def test_an_area_is_found_by_id_name_start_or_key(text: str, area: str) -> None:
    line = read(text)
    assert (line.what, line.area, line.problems) == ("x", area, ())


def test_an_area_that_is_not_clear_is_asked_about() -> None:
    line = read("x #how @dee")
    assert line.area is None
    assert line.problems == (
        "Which “how”: Getting on together or How we feel or How our children are growing?",
    )


def test_two_areas_or_two_dates_are_too_many_for_a_line() -> None:
    line = read("x @dee fri #home #money @gp sat")
    assert (line.due, line.area) == (None, None)
    assert line.problems == ("One line has one area.", "One line has one date.")
    assert read("x @dee fri #home @gp fri #home").problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "Fix the door at Flat #30",
        "Collect the keys for Flat #3",
        "Meet at 3 @ the gate",
        "Write to ivy@example.org",
        "Read C# together",
        "Wait - ten minutes, (no more) - 'then' \"go\"",
        'Say ? what + " is #gardening',
    ],
)
def test_characters_that_mark_nothing_stay_words(text: str) -> None:
    line = read(f"{text} @dee fri")
    assert (line.what, line.owners, line.due, line.problems) == (text, ("w3",), date(2026, 11, 27), ())


def test_a_doubled_mark_stands_for_the_character() -> None:
    line = read("@@home ##1 ~~ten a##b @dee ~see @@home, ##2")
    assert (line.what, line.how_we_will_know) == ("@home #1 ~ten a##b", "see @home, #2")
    assert line.problems == ()


def test_how_we_will_know_may_hold_a_tilde_and_ends_at_the_next_mark() -> None:
    line = read("x ~about ~ 5 letters #home @dee fri")
    assert (line.how_we_will_know, line.area, line.owners) == ("about ~ 5 letters", "home", ("w3",))


def test_words_behind_a_name_are_never_dropped() -> None:
    line = read("Ring @dee fri 11 dec if she can")
    assert (line.owners, line.due) == (("w3",), date(2026, 12, 11))
    assert line.problems == ("I don't understand “if she can”.",)


def test_a_wrong_weekday_gives_no_date() -> None:
    line = read("Ring @dee fri 12 dec")
    assert line.due is None
    assert line.problems == ("12 December is a Saturday, not a Friday.",)
    assert line.remarks == ()


@pytest.mark.parametrize("text", ["", "   ", "@dee fri", "#home"])
def test_a_line_without_anything_to_do_is_a_problem(text: str) -> None:
    assert read(text).problems == ("What will be done is not written yet.",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ring", ("Nobody's name is beside it yet.", "No date yet.")),
        ("Ring @dee", ("No date yet.",)),
        ("Ring @dee sat", ("That is a Saturday.",)),
        ("Ring @dee 28 dec", ("That is the Boxing Day bank holiday.",)),
        ("Ring @dee 3 nov", ("That day has passed.",)),
    ],
)
def test_what_is_worth_saying_does_not_stop_the_line(text: str, said: tuple[str, ...]) -> None:
    line = read(text)
    assert (line.remarks, line.problems) == (said, ())


def test_an_owner_who_is_not_here_has_not_been_asked() -> None:
    assert read("Ring @sam w fri", here=("p1",)).remarks == ("Sam Weller is not here: not yet asked.",)
    assert read("Ring @mum fri", here=("p1",)).remarks == ()
    assert read("Ring @sam w fri").remarks == ()


@pytest.mark.parametrize(
    ("text", "asker", "said"),
    [
        ("Ring @sam w fri", "w3", "Sam Weller has not been asked yet; Ann-Marie Dee will ask."),
        ("Ring @dee fri", None, None),
        ("Ring @gp fri @sam w will ask", "w1", "Dr Ivy Stone has not been asked yet; Sam Weller will ask."),
        ("Ring @sam w will ask @gp fri", "w1", "Dr Ivy Stone has not been asked yet; Sam Weller will ask."),
        ("Ring @gp @mum asks, fri #home", "p1", "Dr Ivy Stone has not been asked yet; Jadzia will ask."),
        ("Ring @dee @sam w to ask fri", "w1", "Ann-Marie Dee has not been asked yet; Sam Weller will ask."),
    ],
)
def test_who_will_ask_is_the_lead_unless_the_line_says_another(
    text: str, asker: str | None, said: str | None
) -> None:
    line = read(text, here=("p1", "w3"), askers=("w3", "w1"))
    assert (line.who_will_ask, line.due, line.problems) == (asker, date(2026, 11, 27), ())
    assert line.remarks == (() if said is None else (said,))
    assert asker not in line.owners


def test_nobody_asks_themselves_and_an_owner_has_to_be_there_to_ask() -> None:
    assert read("Ring @sam w", here=("p1",), askers=("w1", "w3")).who_will_ask == "w3"
    assert read("Ring @sam w", here=("p1",), askers=("w6", "w1", "w3")).who_will_ask == "w3"
    line = read("Ring @sam w will ask")
    assert (line.who_will_ask, line.problems) == (None, ("Who is to be asked? Name them first.",))
    assert read("Ring @mum @sam will ask").problems[0].startswith("Which “sam”")


def test_a_name_spelled_nearly_right_is_offered() -> None:
    assert read("Paint the hall @jadza").asks == Asks(asked="jadza", candidates=("p1",), is_new=True)


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        ("zeb", "Ring @zeb fri", "Ring @zeb (|) fri"),
        ("zeb", '"@zeb', '"@zeb (|)'),
        ("sam", "Ring @gp and @sam", "Ring @gp and @sam (|)"),
        ("nobody", "Ring @sam", "Ring @sam|"),
    ],
)
def test_somebody_new_is_said_between_brackets_behind_the_name(asked: str, text: str, line: str) -> None:
    found, cursor = with_somebody_new(text, asked, FAMILY)
    assert f"{found[:cursor]}|{found[cursor:]}" == line


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("fri", date(2026, 11, 27)),
        ("11 dec", date(2026, 12, 11)),
        ("fri 11 dec", date(2026, 12, 11)),
        ("in 2 weeks", date(2026, 12, 6)),
        ("6w", date(2027, 1, 3)),
        ("before the next meeting", date(2027, 1, 5)),
        ("today", TODAY),
    ],
)
def test_a_day_may_be_said_in_every_way_people_say_it(words: str, day: date) -> None:
    line = read(f"Ring @dee {words}", next_meeting=date(2027, 1, 6))
    assert (line.what, line.due, line.problems) == ("Ring", day, ())


def test_before_the_next_meeting_is_understood_where_one_is_planned() -> None:
    line = read("Ring @dee before the next meeting", next_meeting=date(2027, 1, 6))
    assert line.due == date(2027, 1, 5)
    assert line.understood == "Ann-Marie Dee (health visitor) · Tuesday 5 January 2027, in about 6 weeks"


TEXTS = [
    "Wednesday is pizza night - Zoé picks",
    "Homework club on Tuesdays, Thursdays and Sundays",
    "Take Paddy swimming, just the two of them, every Monday",
    "Ask Housing's boss today and text Jadzia what was said",
    "Move the baby's red book by 11 dec to the new surgery (Mill Lane)",
    "“No more late letters”, said Dad: ring first, then write",
    "Don't ring before 9.30 on Fri 4 Dec",
    "2 visits in 6 weeks, tomorrow first",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("owner", [*owners_known(FAMILY).members])
def test_an_action_comes_back_word_for_word(text: str, owner: str) -> None:
    name = owners_known(FAMILY).to_type(owner)
    for words in ("by Friday 11 December 2026", "11/12", "fri 11 dec, #home ~on time"):
        line = read(f"{text} @{name} {words}")
        assert (line.what, line.owners, line.due) == (text, (owner,), date(2026, 12, 11))
        assert line.problems == ()


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["fri", "3", "a@b", "#", "@", "joe", "6w", "é"])).map(" ".join),
    st.sampled_from([*owners_known(FAMILY).members]),
    st.integers(0, 300),
)
def test_any_words_without_marks_come_back_whatever_follows(text: str, owner: str, days_on: int) -> None:
    assume(text.strip() and text.strip()[0] not in '+?"')
    assume(not re.search(r"(?:^|\s)(?:[@#][^\W_]|@@|##|~)", text))
    due = TODAY + timedelta(days=days_on)
    line = read(f"{text} @{owners_known(FAMILY).to_type(owner)} {spoken(due)}")
    assert (line.what, line.owners, line.due, line.problems) == (text.strip(), (owner,), due, ())


@given(st.text(alphabet='@#~ ,samhoef11dc+?"()', max_size=40))
def test_no_line_at_all_breaks_the_reading(text: str) -> None:
    line = read(text)
    known = {*owners_known(FAMILY).members, *(each.id for each in line.newcomers)}
    assert set(line.owners) <= known
    assert line.asks is None or (line.problems and line.asks.asked in text)
