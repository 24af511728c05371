from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.agreed import changes_for
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Change, Family
from eymeeting.domain.lead import who_asks
from eymeeting.domain.meeting import ChildWords, Contribution, Line, Meeting
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Worker
from eymeeting.domain.quick_line import QuickLine, read_quick_line
from eymeeting.packs import default_pack

PACK = default_pack()
ENGLAND = EnglandCalendar()
TODAY = date(2026, 11, 22)


def person(key: str, first: str, relationship: str, kind: PersonKind = "adult") -> Person:
    return Person(
        id=key,
        position=["p1", "c1", "c2"].index(key),
        first_name=first,
        last_name="Pell",
        relationship=relationship,
        kind=kind,
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Pell"),
    people=(
        person("p1", "Rosa", "mother"),
        person("c1", "Ivy", "child", "child"),
        person("c2", "Baby", "unborn baby", "unborn"),
    ),
    workers=(
        Worker(id="w1", position=1, name="Grace Holloway", role="Support worker", agency="Hub"),
        Worker(id="w2", position=2, name="Imran Sheikh", role="Health visitor", agency="Health"),
        Worker(id="w3", position=3, name="Lin Yee", role="Interpreter", agency="LinguaWay", interpreter=True),
    ),
    meetings=(
        Meeting(
            id="m1",
            number=1,
            type="taf_first",
            on=TODAY,
            start="10:00",
            planned_minutes=60,
            chair="w1",
            venue="Hub",
        ),
    ),
)


def read(text: str, family: Family = FAMILY, here: tuple[str, ...] = ()) -> QuickLine:
    return read_quick_line(
        text,
        family,
        PACK,
        TODAY,
        ENGLAND,
        here=here,
        askers=who_asks(family, "m1", "w1"),
        keyboard="w1",
    )


def changed(text: str, family: Family = FAMILY) -> tuple[Change, ...]:
    return changes_for(
        read(text, family), family, "m1", PACK, here=(), keyboard="w1", today=TODAY, before=None
    )


def kept(text: str, family: Family = FAMILY) -> Family:
    for change in changed(text, family):
        family = family.after(change)
    return family


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("+ She comes every week @imran", "Going well, Imran Sheikh says"),
        ("? She is not sleeping @health visitor", "Worried about this, Imran Sheikh says"),
        ("+ We sing @mum", "We are good at this, Rosa says"),
        ("? The damp @rosa", "We want to change this, Rosa says"),
        ('"I like my bed" @ivy', "Ivy's own words"),
        ("+ We sing", "Going well"),
        ('"I like', "Somebody's own words"),
    ],
)
def test_what_was_said_is_told_in_plain_words(text: str, understood: str) -> None:
    assert read(text).understood == understood


def test_a_helpers_view_goes_on_in_their_own_contribution_and_writes_over_nothing() -> None:
    family = kept("+ She comes every week @imran")
    [said] = family.contributions
    assert (said.by, said.meeting, said.working, said.worry) == ("w2", "m1", "She comes every week", None)
    assert said.visibility == FOR_THE_FAMILY
    family = kept("? She is not sleeping @imran", kept("+ She sings @imran", family))
    [said] = family.contributions
    assert (said.working, said.worry) == ("She comes every week\nShe sings", "She is not sleeping")


def test_a_helpers_note_for_few_is_never_added_to() -> None:
    private = Contribution(
        id="k1", meeting="m1", by="w2", visibility=Visibility(level="chair_and_agency"), worry="Between us"
    )
    family = kept(
        "? She is not sleeping @imran", FAMILY.after(Change(family="F-1", before=None, after=private))
    )
    assert private in family.contributions
    assert [each.worry for each in family.contributions if each != private] == ["She is not sleeping"]


@pytest.mark.parametrize(
    ("text", "section", "words"),
    [
        ("+ We sing on Fridays @mum", "good_at", "We sing on Fridays"),
        ("?the damp, #home ~ really @mum", "change", "the damp, #home ~ really"),
        ('"It is cold" @mum', "present", "It is cold"),
        ('"@mum it is cold', "present", "it is cold"),
        ("+ @ivy I can swim", "good_at", "I can swim"),
        ('"He said "go" to me @mum', "present", 'He said "go" to me'),
        ('"write to @@home or a@b.org" @mum', "present", "write to @home or a@b.org"),
    ],
)
def test_what_the_family_says_is_a_line_in_their_words(text: str, section: str, words: str) -> None:
    [line] = kept(text).lines
    assert isinstance(line, Line)
    assert (line.section, line.text, line.meeting) == (section, words, "m1")


def test_a_helpers_exact_words_are_a_line_of_the_story() -> None:
    [line] = kept('"You are doing well" @imran').lines
    assert (line.section, line.by, line.text) == ("present", "w2", "You are doing well")


def test_a_childs_exact_words_are_kept_with_who_heard_them_and_when() -> None:
    [words] = kept('"I want a bed that is mine" @ivy').child_words
    assert words == ChildWords(
        id=words.id,
        meeting="m1",
        who="c1",
        words="I want a bed that is mine",
        how="in meeting",
        visibility=FOR_THE_FAMILY,
        heard_by="w1",
        heard_on=TODAY,
    )


@pytest.mark.parametrize(
    ("text", "first"), [("+ We sing", "w1"), ("? It is cold", "w1"), ('"It is cold"', "p1")]
)
def test_words_without_a_name_ask_whose_they_are_and_change_nothing(text: str, first: str) -> None:
    line = read(text)
    assert line.asks is not None
    assert (line.asks.asked, line.asks.candidates[0], line.asks.is_new) == ("", first, False)
    assert set(line.asks.candidates) == {"p1", "c1", "w1", "w2"}
    assert changed(text) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("+", "The words are not written yet."),
        ("? @mum", "The words are not written yet."),
        ("+ We sing @lin", "Lin Yee is here to interpret. Whose words are they?"),
        ("+ We sing @baby", "Baby Pell is not born yet."),
        ("+ We sing @mum and @ivy", "One line has one person's words."),
        ("+ We sing @mum on Fridays", "I don't understand “on Fridays”. The words go before the name."),
        ("+ We sing @zeb", "Nobody known here is called “zeb”."),
    ],
)
def test_what_is_not_clear_is_said_and_nothing_is_dropped(text: str, problem: str) -> None:
    assert problem in read(text).problems
    assert changed(text) == ()


@pytest.mark.parametrize(
    ("text", "what"), [("++ 5 a day @mum", "+ 5 a day"), ('""Hello" signs @mum', '"Hello" signs')]
)
def test_a_doubled_sign_begins_an_action(text: str, what: str) -> None:
    assert (read(text).says, read(text).what) == ("to_do", what)


def test_somebody_new_is_brought_in_with_the_line_and_undone_with_it() -> None:
    changes = changed("Fetch Ivy @zebedee (uncle) fri and @bo hart (school nurse, Hub)")
    assert [type(change.after).__name__ for change in changes] == ["Person", "Worker", "Action"]
    family = kept("Fetch Ivy @zebedee (uncle) fri and @bo hart (school nurse, Hub)")
    [action] = family.actions
    uncle, nurse = family.member(action.owner or ""), family.member((action.helpers or ("",))[0])
    assert isinstance(uncle, Person)
    assert isinstance(nurse, Worker)
    assert (uncle.first_name, uncle.relationship, uncle.parental_responsibility) == ("Zebedee", "uncle", None)
    assert (nurse.name, nurse.role, nurse.agency) == ("Bo Hart", "School nurse", "Hub")
    assert action.due == date(2026, 11, 27)
    line = read("Fetch Ivy @zebedee (uncle) fri", here=("p1", "w1"))
    assert line.understood.startswith("Zebedee (new: uncle) · Friday 27 November")
    assert line.remarks == ("Zebedee has not been asked yet; Grace Holloway will ask.",)
    for change in reversed(changes):
        family = family.after(change.undone())
    assert family == FAMILY


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Ring @zeb ()", "Who is Zeb? Say mother, uncle, or their job and service."),
        ("Ring @zeb (plumber)", "Is “plumber” a job? Then add the service after another comma."),
        ("Ring @zeb (interpreter, LinguaWay)", "Zeb is here to interpret and is not given actions."),
        ("Ring @zeb (unborn baby)", "Zeb is not born yet."),
    ],
)
def test_who_somebody_new_is_has_to_be_clear(text: str, problem: str) -> None:
    assert read(text).problems == (problem,)


@pytest.mark.parametrize("text", ["Ring @Rosa (mother)", "Ring @imran sheikh (health visitor, health) fri"])
def test_brackets_that_belong_to_a_known_name_bring_in_nobody(text: str) -> None:
    assert read(text).newcomers == ()
    assert read(text).problems == ()


said = st.text(alphabet=st.sampled_from("ab #~(),.é friday 11"), min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=100, deadline=None)
@given(said, st.sampled_from('+?"'), st.sampled_from(["p1", "c1", "w2"]))
def test_all_that_was_said_comes_back_word_for_word_and_undo_takes_it_back(
    words: str, sign: str, who: str
) -> None:
    name = {"p1": "Rosa", "c1": "Ivy", "w2": "Imran Sheikh"}[who]
    family = kept(f"{sign}{words} @{name}")
    found = [
        *(line.text for line in family.lines),
        *(each.words for each in family.child_words),
        *(each.working or each.worry for each in family.contributions),
    ]
    assert found == [words.strip()]
    [change] = changed(f"{sign}{words} @{name}")
    assert FAMILY.after(change).after(change.undone()) == FAMILY
