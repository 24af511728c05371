from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, FIRST, PACK, action, attended, meeting, with_more

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.copies_log import may_be_removed, owed_by, replaced, to_give
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Copy, NextMeeting
from eymeeting.domain.set_of_copies import set_of_copies, who_gets_a_calendar_file
from eymeeting.domain.standing import MADE_NOT_GIVEN, standing
from eymeeting.domain.whose_copies import how_given

HANDED = "handed over in the room"


def copy(
    number: int, to: str = "mum", kind: str | None = "family", how: str = MADE_NOT_GIVEN, **more: object
) -> Copy:
    made = Copy(
        id=f"c{number}", position=number, meeting="m1", to=to, kind=kind, how=how, file_name=f"{number}.docx"
    )
    return replace(made, **more)  # type: ignore[arg-type]


def logged(*copies: Copy) -> Family:
    return with_more(FAMILY, copies=copies)


def test_a_newer_copy_stands_for_an_older_one_which_nobody_waits_for() -> None:
    family = logged(copy(1), copy(2, how=HANDED), copy(3), copy(4, to="dad"))
    assert replaced(family.copies) == {"c1", "c2"}
    assert [each.id for each in to_give(family)] == ["c3", "c4"]
    assert standing(family).copies_made == 2
    how = how_given(family, today=FIRST, pack=PACK)
    assert list(how.values()) == ["replaced", f"replaced, {HANDED}", MADE_NOT_GIVEN, MADE_NOT_GIVEN]


def test_until_it_is_given_again_a_copy_made_anew_is_wanting() -> None:
    once = logged(copy(1, how=HANDED))
    assert standing(once).copies_on is None
    assert standing(with_more(once, copies=(copy(2),))).copies_made == 1
    assert standing(with_more(once, copies=(copy(2, how="posted"),))).copies_on is None
    assert standing(logged(copy(1), copy(2, how=HANDED))).copies_on is None


def test_calendar_files_the_chairs_own_papers_and_what_was_taken_away_keep_nobody_waiting() -> None:
    for kind in ("calendar", "form", "record", "text"):
        assert to_give(logged(copy(1, kind=kind))) == ()
    family = logged(copy(1, how=HANDED), copy(2, kind="calendar"), copy(3, to="dad", removed_on=FIRST))
    assert to_give(family) == ()
    assert standing(family).copies_on is None
    assert standing(logged(copy(2, kind="calendar"))).copies_on == FIRST


def test_only_what_was_given_or_replaced_may_be_removed_and_once() -> None:
    family = logged(
        copy(1), copy(2), copy(3, to="dad", how="posted"), copy(4, to="gran", how=HANDED, removed_on=FIRST)
    )
    assert [may_be_removed(family, each) for each in family.copies] == [True, False, True, False]
    assert how_given(family, today=FIRST, pack=PACK)["c4"] == f"file removed, {HANDED}"


def test_what_is_owed_is_told_with_its_day_by_the_council_s_limit_in_working_days() -> None:
    sunday = date(2026, 11, 22)
    day = owed_by(sunday, PACK.limits, EnglandCalendar())
    assert day == date(2026, 11, 27)
    how = how_given(logged(copy(1, owed_by=day)), today=sunday, pack=PACK)
    assert how == {"c1": "owed by Friday 27 November"}


def test_a_paper_for_a_meeting_is_wanted_on_its_day_at_the_latest_and_not_once_it_has_begun() -> None:
    sunday, calendar = date(2026, 11, 22), EnglandCalendar()
    days = [date(2026, 11, 24), date(2026, 12, 24), date(2026, 11, 20)]
    owed = [owed_by(sunday, PACK.limits, calendar, before=each) for each in days]
    assert owed == [date(2026, 11, 24), date(2026, 11, 27), sunday]
    papers = (copy(1, kind="invitation"), copy(2, kind="score_cards"), copy(3, kind="form"))
    coming = replace(logged(*papers), meetings=(replace(meeting(1), outcome=None),))
    assert [each.id for each in to_give(coming)] == ["c1", "c2"]
    assert to_give(with_more(coming, attendance=(attended("mum"),))) == ()
    assert to_give(logged(*papers)) == ()


kinds = st.sampled_from(["family", "child", "agency", None, "calendar"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["mum", "dad", "lead"]), kinds, st.booleans()), max_size=8))
def test_of_one_kind_for_one_reader_just_one_copy_stands(made: list[tuple[str, str | None, bool]]) -> None:
    copies = [
        copy(n, to, kind, HANDED if given else MADE_NOT_GIVEN) for n, (to, kind, given) in enumerate(made)
    ]
    older = replaced(copies)
    stand = [(each.to, each.kind) for each in copies if each.id not in older]
    assert sorted(map(str, stand)) == sorted(map(str, {(each.to, each.kind) for each in copies}))
    assert not older & {each.id for each in to_give(logged(*copies))}


def offered(
    family: Family, keyboard: str = "lead", room: Family | None = None
) -> list[tuple[str, str, bool]]:
    found = set_of_copies(family, family.meetings[-1], keyboard, room=room or family, today=FIRST, pack=PACK)
    return [(each.kind, each.reader, each.is_likely) for each in found]


MET = with_more(
    replace(
        FAMILY,
        meetings=(replace(FAMILY.meetings[0], next_meeting=NextMeeting(on=date(2026, 6, 9), time="10:00")),),
    ),
    attendance=(attended("mum"), attended("teacher"), attended("ivy")),
    actions=(action("Ring", "teacher"), action("Write", "adviser"), action("Walk", "mum")),
)


def test_the_set_holds_all_that_a_meeting_owes_the_record_last_of_the_papers() -> None:
    assert offered(MET) == [
        ("family", "mum", True),
        ("family", "dad", False),
        ("family", "gran", False),
        ("child", "ivy", True),
        ("agency", "teacher", True),
        ("lead", "lead", True),
        ("record", "lead", True),
        ("calendar", "", False),
    ]
    found = set_of_copies(MET, MET.meetings[0], "lead", room=MET, today=FIRST, pack=PACK)
    assert who_gets_a_calendar_file(found) == ("mum", "dad", "gran", "teacher", "lead")


def test_a_list_is_offered_for_what_everybody_there_may_know_of_and_by_no_name_that_may_not_stand_there() -> (
    None
):
    hidden = replace(MET, actions=tuple(replace(each, not_for=("mum",)) for each in MET.actions))
    nobody = replace(MET, workers=())
    assert "agency" not in {kind for kind, _, _ in offered(hidden)}
    assert {"agency", "lead"}.isdisjoint(kind for kind, _, _ in offered(MET, room=nobody))


def test_lists_tell_how_things_stand_now_so_that_only_the_newest_meeting_has_them() -> None:
    later = with_more(MET, meetings=(meeting(2),))
    found = set_of_copies(later, later.meetings[0], "lead", room=later, today=date(2026, 6, 1), pack=PACK)
    assert {"agency", "lead"}.isdisjoint(each.kind for each in found)
