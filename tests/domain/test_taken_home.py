from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, paper, with_more

from eymeeting.domain.copies import FamilyCopy, LeftOut
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.full_record import full_record
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.left_out import left_out_in_words
from eymeeting.domain.meeting import ChildWords, Copy, LeadAgreement, Safeguarding
from eymeeting.domain.people import SafeContact
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import holds
from eymeeting.domain.safe_at_home import what_is_near
from eymeeting.domain.safe_touch import ways_to_give
from eymeeting.domain.sight import Reader
from eymeeting.domain.taken_home import (
    TakenHome,
    every_way,
    said_of_a_copy,
    stayed_off_in_words,
    stays_off,
    taken_home_without,
    without_in_words,
    without_numbers,
)
from eymeeting.domain.trail_marks import TrailMark
from eymeeting.domain.trail_told import trail_lines

TOLD = action(
    "told", "teacher", text="Ann Bell rings the GP on 01632 960 301, then Di", helpers=("lead", "officer")
)
AT_HOME = with_more(
    replace(FAMILY, meetings=(replace(FAMILY.meetings[0], lead_professional="lead"),)),
    attendance=(attended("mum"), attended("lead"), attended("teacher", "apologies")),
    actions=(TOLD,),
    lead_agreements=(LeadAgreement(id="la", worker="lead", since=FAMILY.meetings[0].on),),
)


def taken(takes: TakenHome, family: Family = AT_HOME) -> FamilyCopy:
    return family_copy(family, "mum", today=TODAY, pack=PACK, takes=takes)


def test_the_whole_copy_is_the_usual_one() -> None:
    assert taken(TakenHome()) == family_copy(AT_HOME, "mum", today=TODAY, pack=PACK)
    assert next(every_way()) == TakenHome()
    assert without_in_words(TakenHome()) == ""


def test_the_worried_box_telephone_numbers_and_helpers_stay_off_one_by_one() -> None:
    whole = taken(TakenHome())
    assert whole.worried
    assert "01632 960 301" in paper(whole)
    assert "ann bell" in paper(whole)
    assert taken(TakenHome(worried=False)) == replace(whole, worried=())
    unrung = taken(TakenHome(phones=False))
    assert "01632" not in paper(unrung)
    assert "ann bell rings the gp on …" in paper(unrung)
    assert unrung.helper is not None
    assert unrung.helper.phone is None
    nobody = taken(TakenHome(helpers=False))
    for name in ("ann", "bell", "di", "eames", "ed fry", "support worker"):
        assert name not in paper(nobody).replace(",", " ").split(), name
    assert nobody.helper is not None
    assert nobody.helper.name == "somebody we know"
    assert [each.who for each in nobody.actions] == ["Helpers"]
    assert nobody.actions[0].what == "A helper rings the GP on 01632 960 301, then a helper"
    assert "Ann Bell" in nobody.must_not_hold
    assert "01632 960 301" in unrung.must_not_hold


@given(st.sampled_from(tuple(every_way())))
@settings(max_examples=8, deadline=None)
def test_what_stays_off_stands_nowhere_and_is_never_counted(takes: TakenHome) -> None:
    copy = taken(takes)
    assert not [each for each in copy.must_not_hold if holds(paper(copy), each)]
    assert copy.left_out == taken(TakenHome()).left_out


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring 07700 900177 today", "Ring … today"),
        ("(01632) 960-301 or +44 7700 900177", "… or …"),
        ("Childline 0800 1111", "Childline …"),
        ("On 01.12.2026 from 09.30-10.30", "On 01.12.2026 from 09.30-10.30"),
        ("Call 999, by 05-12-2026, 2026-12-05", "Call 999, by 05-12-2026, 2026-12-05"),
    ],
)
def test_telephone_numbers_go_and_days_and_times_stay(text: str, left: str) -> None:
    assert without_numbers(text) == left


def logged(without: tuple[str, ...] | None) -> Copy:
    return Copy(id="k", meeting="m1", to="mum", how="made", kind="family", made_by="teacher", without=without)


@given(st.builds(TakenHome, worried=st.booleans(), phones=st.booleans(), helpers=st.booleans()))
def test_what_stayed_off_is_written_down_and_read_back(takes: TakenHome) -> None:
    assert taken_home_without(stays_off(takes)) == takes
    assert stayed_off_in_words(logged(stays_off(takes))) == without_in_words(takes)


def test_what_cannot_be_left_out_is_refused_by_its_name() -> None:
    with pytest.raises(Refused, match="“phone” cannot be left out, only worried, phones or helpers"):
        taken_home_without(["helpers", "phone"])
    assert stayed_off_in_words(logged(("phones", "music"))) == "without telephone numbers"
    assert stayed_off_in_words(logged(None)) == ""


def test_that_something_stayed_off_is_told_to_whoever_made_the_copy_and_the_chair_alone() -> None:
    told = {who: said_of_a_copy(AT_HOME, logged(("phones",)), who) for who in ("lead", "teacher", "mum", "")}
    assert told == {
        "lead": "without telephone numbers",
        "teacher": "without telephone numbers",
        "mum": "",
        "": "",
    }


def test_the_full_record_says_what_stayed_off_a_copy() -> None:
    family = with_more(AT_HOME, copies=(logged(("phones", "helpers")),))
    [(who, which, how)] = full_record(family, "lead", today=TODAY, pack=PACK).copies
    assert (who, which) == ("Rosa Pell", "family plan")
    assert how == "made, without telephone numbers and the names of helpers"


@pytest.mark.parametrize(
    ("keyboard", "told"),
    [
        ("lead", "made a copy for Rosa, without telephone numbers"),
        ("officer", "made a copy for Rosa"),
    ],
)
def test_the_trail_tells_what_stayed_off_to_whoever_may_know(keyboard: str, told: str) -> None:
    made = replace(logged(("phones",)), file_name="plan.docx")
    mark = TrailMark(
        number=1,
        at=datetime(2026, 6, 1, 12, 0, tzinfo=UTC),
        who="teacher",
        what="added",
        kind="Copy",
        entry="k",
    )
    family = with_more(AT_HOME, copies=(made,))
    [line] = trail_lines(family, [mark], [], keyboard=keyboard, today=TODAY, pack=PACK)
    assert line.did == told


def test_what_is_left_out_is_counted_by_kind_and_in_words() -> None:
    private = Visibility(level="named", to=("lead",))
    family = with_more(
        AT_HOME,
        child_words=(
            ChildWords(
                id="c", meeting="m1", who="ivy", words="I hide upstairs", how="talk", visibility=private
            ),
        ),
        actions=(action("one", "lead", visibility=private), action("two", "lead", visibility=private)),
    )
    copy = taken(TakenHome(), family)
    why = "only for the people it names"
    assert copy.left_out_by_kind == {
        LeftOut(kind="note of a child's words", why=why): 1,
        LeftOut(kind="action", why=why): 2,
    }
    assert (
        left_out_in_words(copy.left_out_by_kind) == "3 things left out (1 note of a child's words, 2 actions)"
    )
    assert left_out_in_words({}) == "nothing left out"
    assert kinds(family)["I hide upstairs"] == "a child's words"


def kinds(family: Family, reader: str = "mum") -> dict[str, str]:
    return kept_off(family, Reader(id=reader), today=TODAY, pack=PACK)


def test_short_and_common_words_and_what_stands_openly_elsewhere_stop_no_copy() -> None:
    private = Visibility(level="named", to=("lead",))

    def hidden(text: str) -> Family:
        return with_more(AT_HOME, actions=(action("x", "lead", text=text, visibility=private),))

    for text in ("Going well", "home", "Not agreed yet", "9.30", "12 12 12 12 12", TOLD.text):
        assert kinds(hidden(text)) == {}, text
    assert set(kinds(hidden("Ask about Marigold House"))) == {"Ask about Marigold House"}


def test_hand_over_notes_and_notes_about_harm_are_kept_off_and_named_by_their_kind_only() -> None:
    note = "Leave Rosa time before the review"
    lead = replace(AT_HOME.lead_agreements[0], handover=note)
    harm = Safeguarding(
        id="s",
        meeting="m1",
        raised_by="teacher",
        time="10:40",
        what="Bruises seen on both arms",
        shared_with="the duty desk",
        agreement_asked=False,
        why_not_asked="It would not be safe to ask",
        decided_by="lead",
    )
    family = replace(AT_HOME, lead_agreements=(lead,), safeguarding=(harm,))
    found = kinds(family)
    assert found[note] == "a hand-over note"
    assert found["Bruises seen on both arms"] == "private words"
    assert what_is_near(family, "mum", "lead", today=TODAY, pack=PACK) == ("a restricted note",)
    assert what_is_near(family, "mum", "officer", today=TODAY, pack=PACK) == ()


def test_what_is_kept_from_the_reader_or_from_somebody_at_home_is_near() -> None:
    def near(family: Family) -> tuple[str, ...]:
        return what_is_near(family, "mum", "lead", today=TODAY, pack=PACK)

    assert near(AT_HOME) == ()
    home = replace(AT_HOME.households[0], household="C", hidden_from=("ivy",))
    assert near(replace(AT_HOME, households=(home,))) == ("an address kept from somebody in the same home",)
    gran = replace(AT_HOME.people[2], hidden_from=("mum",))
    family = replace(AT_HOME, people=(*AT_HOME.people[:2], gran, AT_HOME.people[3]))
    assert near(family) == ("a name or a phone kept from this reader",)
    safe = replace(AT_HOME.details, safe_contact=SafeContact(write="no", leave_message="no"))
    unsafe = replace(AT_HOME, details=safe)
    assert near(unsafe) == ("do not write or leave a message",)
    assert not {"posted", "sent by a safe link"} & set(ways_to_give(unsafe))
