from dataclasses import replace
from datetime import date

import pytest
from made import pells
from made.adeyemis import ADEYEMIS

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement, Answer, Sharing
from eymeeting.domain.copies import NextTime
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry, Level, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Closure,
    Contribution,
    Copy,
    FamilyChange,
    LeadAgreement,
    Line,
    Meeting,
    NextMeeting,
    Priority,
    Safeguarding,
    Score,
)
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.problems import NotFound, Refused
from eymeeting.domain.recorded import FullRecord, RecordedWords
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 6, 1)


def person(who: str, name: str, relationship: str) -> Person:
    return Person(
        id=who,
        first_name=name,
        last_name="Pell",
        relationship=relationship,
        kind="child" if who == "ivy" else "adult",
        dob=None,
        due_date=None,
        parental_responsibility=who == "mum",
        household=None,
    )


def meeting(number: int, chair: str = "chair", apart: tuple[str, ...] | None = None) -> Meeting:
    return Meeting(
        id=f"m{number}",
        number=number,
        type="taf_review",
        on=date(2026, 2 + number, 2),
        start="10:00",
        planned_minutes=60,
        chair=chair,
        venue="Garden room",
        outcome="carry_on",
        separate_from=apart,
    )


def action(name: str, at: str = "m2", level: Level = "family", *to: str) -> Action:
    return Action(
        id=name,
        meeting=at,
        text=name,
        owner="nurse",
        due=date(2026, 4, 1),
        area="home",
        status="under_way",
        visibility=Visibility(level=level, to=to or None),
    )


def note(text: str, level: Level, *to: str) -> Contribution:
    return Contribution(
        id=text, meeting="m2", by="nurse", visibility=Visibility(level=level, to=to or None), text=text
    )


GIVEN = Agreement(id="g1", by="mum", on=date(2026, 3, 1), method="signed", scope="this plan")
FAMILY = Family(
    details=FamilyDetails(id="F-7", family_name="Pell", level_of_need=2),
    people=(
        person("mum", "Rosa", "mother"),
        person("dad", "Leo", "father"),
        person("ivy", "Ivy", "child"),
    ),
    workers=(
        Worker(id="chair", name="Ann Bell", role="Support worker", agency="Centre"),
        Worker(id="nurse", name="Bo Carr", role="Health visitor", agency="Health"),
    ),
    meetings=(meeting(1), meeting(2)),
    attendance=(
        Attendance(id="at1", meeting="m2", who="nurse", status="present"),
        Attendance(id="at2", meeting="m2", who="mum", status="part", came="10:20", note="from work"),
    ),
    agreements=(GIVEN,),
    answers=(
        Answer(id="an1", agreement="g1", agency="Centre", answer="yes"),
        Answer(id="an2", agreement="g1", agency="School", answer="no", reason="a falling-out"),
        Answer(id="an3", agreement="g1", agency="Clinic", answer="limited", limit="the asthma plan"),
    ),
)


def with_more(family: Family = FAMILY, **more: tuple[Entry, ...]) -> Family:
    held = {name: (*getattr(family, name), *entries) for name, entries in more.items()}
    return replace(family, **held)  # type: ignore[arg-type]


def record(family: Family = FAMILY, number: int | None = None, chair: str = "chair") -> FullRecord:
    return full_record(family, chair, today=TODAY, pack=PACK, meeting=number)


def test_the_full_record_is_for_that_meeting_s_chair_alone() -> None:
    family = replace(FAMILY, meetings=(meeting(1), meeting(2, chair="nurse")))
    assert record(family).meeting.endswith("meeting 1")
    assert record(family, chair="nurse").meeting.endswith("meeting 2")
    for who, number in (("chair", 2), ("nurse", 1), ("mum", 1), ("mum", None), ("a stranger", 1)):
        with pytest.raises(Refused):
            record(family, number, who)
    with pytest.raises(NotFound):
        record(family, 3)


def test_refusals_and_their_reasons_stand_in_the_record() -> None:
    assert record().agreement == (
        ("Rosa Pell", "Centre", "yes", "signed, 1 March 2026"),
        ("Rosa Pell", "School", "no", "signed, 1 March 2026; reason: a falling-out"),
        ("Rosa Pell", "Clinic", "yes, limited", "signed, 1 March 2026; limited to the asthma plan"),
    )


def test_attendance_stands_with_its_times_and_notes_the_family_first() -> None:
    assert record().attendance == (
        ("Rosa Pell", "mother", "Family", "for part of it, came 10:20, from work"),
        ("Bo Carr", "Health visitor", "Health", "present"),
    )


def test_what_only_others_may_read_stays_out_and_what_the_chair_may_read_says_for_whom() -> None:
    family = with_more(
        contributions=(
            note("for all", "family"),
            note("for us", "chair_and_agency"),
            note("for her", "named", "mum"),
            note("for me too", "named", "chair", "mum"),
        )
    )
    assert record(family).contributions == (
        RecordedWords(text="for all", who="Bo Carr", visible_to=""),
        RecordedWords(text="for us", who="Bo Carr", visible_to="the chair and Health"),
        RecordedWords(text="for me too", who="Bo Carr", visible_to="only Ann Bell, Rosa and Bo Carr"),
    )


def test_another_chair_s_private_notes_stay_closed() -> None:
    earlier = replace(action("private", "m1", "chair_and_agency"), owner="chair")
    family = with_more(replace(FAMILY, meetings=(meeting(1), meeting(2, chair="nurse"))), actions=(earlier,))
    assert "private" not in repr(record(family, chair="nurse"))
    assert "private" in repr(record(family, 1))


def test_the_safeguarding_note_and_what_is_marked_like_it_stand_on_the_restricted_page_alone() -> None:
    worry = Safeguarding(
        id="sg",
        meeting="m2",
        raised_by="nurse",
        time="10:40",
        what="possible injury",
        shared_with="named nurse",
        agreement_asked=False,
        why_not_asked="not safe",
        decided_by="nurse",
    )
    family = with_more(
        safeguarding=(worry, replace(worry, id="sg1", meeting="m1", what="an older worry")),
        contributions=(note("a bruise", "safeguarding"),),
        actions=(action("See her alone", "m2", "safeguarding"),),
    )
    found = record(family)
    assert ("What", "possible injury") in found.safeguarding
    assert ("Bo Carr", "a bruise") in found.safeguarding
    assert ("Bo Carr", "See her alone (by 1 April 2026)") in found.safeguarding
    rest = repr(replace(found, safeguarding=()))
    assert not [text for text in ("injury", "bruise", "alone", "older worry") if text in rest]
    assert "older worry" not in repr(found)


def test_what_was_to_be_done_stands_with_its_result_and_what_is_open_goes_on() -> None:
    family = with_more(
        actions=(
            action("asked about", "m1"),
            action("left", "m1"),
            action("finished between", "m1"),
            action("finished before", "m1"),
            action("new"),
        ),
        updates=(
            Update(id="u9", action="finished before", status="done", meeting="m1"),
            Update(id="u0", action="finished between", status="done", on=date(2026, 3, 20), note="by post"),
            Update(
                id="u1",
                action="asked about",
                status="not_done",
                meeting="m2",
                reason="no answer",
                due=date(2026, 5, 5),
                reassigned_to="mum",
            ),
        ),
    )
    found = record(family)
    assert found.last_time == (
        (
            "asked about",
            "Bo Carr",
            "1 April 2026",
            "not done, no answer, now by 5 May 2026, now with Rosa Pell",
        ),
        ("left", "Bo Carr", "1 April 2026", "not asked"),
        ("finished between", "Bo Carr", "1 April 2026", "20 March 2026: done, by post"),
    )
    assert [(each.number, each.what, each.who, each.due) for each in found.actions] == [
        (1, "new", "Bo Carr", "1 April 2026"),
        (2, "asked about", "Rosa Pell", "5 May 2026 (was 1 April 2026)"),
        (3, "left", "Bo Carr", "1 April 2026"),
    ]


def test_news_that_is_not_for_the_chair_stands_nowhere_in_the_record() -> None:
    kept = Update(
        id="u", action="old", status="not_done", meeting="m2", note="she saw him", not_for=("chair",)
    )
    found = record(with_more(actions=(action("old", "m1"),), updates=(kept,)))
    assert found.last_time == (("old", "Bo Carr", "1 April 2026", "not asked"),)
    assert "she saw him" not in repr(found)


def test_what_was_said_of_the_end_and_is_not_for_the_chair_stays_off_the_record() -> None:
    told = Closure(id="end", meeting="m2", keep_doing=("Tea together",), not_for=("chair",))
    assert "Tea together" not in repr(record(with_more(closures=(told,))))
    assert "Tea together" in repr(record(with_more(closures=(replace(told, not_for=None),))))


def test_as_it_stood_then_nothing_later_is_in_the_record() -> None:
    family = with_more(
        actions=(action("old", "m1"), action("new")),
        updates=(Update(id="u", action="old", status="done", meeting="m2"),),
    )
    [only] = record(family, 1).actions
    assert (only.what, only.status) == ("old", "under way")
    assert record(family, 1).last_time == ()


def test_scores_stand_then_and_now_with_what_was_said_beside_them() -> None:
    def score(who: str, value: int, at: str, area: str = "home") -> Score:
        return Score(id=f"{who}{at}{area}", meeting=at, area=area, person=who, value=value)

    family = with_more(
        scores=(
            score("mum", 2, "m1"),
            replace(score("mum", 5, "m2"), note="drier"),
            score("ivy", 4, "m2"),
            score("mum", 3, "m2", "safety"),
            replace(score("mum", 3, "m2", "money"), visibility=Visibility(level="chair_and_agency")),
        ),
        priorities=(Priority(id="p", meeting="m1", area="home", hoped_for=7),),
    )
    assert record(family).scores == (
        ("Money", "Rosa", "", "not asked", "3 (the chair alone)", ""),
        ("Our home", "Rosa", "", "2", "5 (drier)", "7"),
        ("Our home", "Ivy", "", "not asked", "4", "7"),
    )


def test_where_the_plan_ends_the_record_goes_from_the_start_over_last_time_to_now() -> None:
    end = full_record(ADEYEMIS, "w1", today=date(2026, 8, 1), pack=PACK, meeting=3)
    assert end.scores[:3] == (
        ("Money", "Folake", "2", "5", "7", "8"),
        ("Money", "Daniel", "3", "3", "6", "8"),
        ("Our home", "Folake", "5", "5", "not asked", ""),
    )
    assert ("Lead professional", "Grace Holloway, Family support worker, 01632 960 105") in end.details


def test_the_words_of_the_meeting_stand_under_their_parts() -> None:
    family = with_more(
        lines=(
            Line(id="l1", meeting="m2", section="present", text="It is damp", by="mum"),
            Line(id="l2", meeting="m2", section="good_at", text="We laugh"),
            Line(id="l3", meeting="m1", section="past", text="long ago"),
        ),
        child_words=(
            ChildWords(
                id="cw",
                meeting="m2",
                who="ivy",
                words="My bed",
                how="drawing",
                visibility=FOR_THE_FAMILY,
                heard_by="nurse",
                heard_on=date(2026, 4, 1),
            ),
        ),
        contributions=(
            replace(note("x", "family"), text=None, working="Reads", worry="Late", can_offer="Club"),
        ),
        priorities=(Priority(id="p", meeting="m2", area="home", life_when="Warm", hoped_for=7),),
    )
    found = record(family)
    assert found.story == (("Now", (RecordedWords(text="It is damp", who="Rosa Pell", visible_to=""),)),)
    assert [part for part, _ in found.journey] == ["What we are good at"]
    assert [(each.text, each.who) for each in found.child_words] == [
        ("My bed", "Ivy Pell, drawing, heard by Bo Carr, 1 April 2026")
    ]
    assert [each.text for each in found.contributions] == ["Going well: Reads", "Can offer: Club"]
    assert [each.text for each in found.worries] == ["Late"]
    assert found.priorities == ("Our home: Warm; hoping for 7",)


def test_outcome_closing_copies_and_sharing_stand_in_words() -> None:
    ended = replace(meeting(2), outcome="close", next_meeting=NextMeeting(on=date(2026, 7, 1), time="10:00"))
    family = with_more(
        replace(FAMILY, meetings=(meeting(1), ended)),
        closures=(Closure(id="cl", meeting="m2", reason="needs_met", keep_doing=("Walks", "Club")),),
        copies=(
            Copy(id="co", meeting="m2", to="mum", how="in the room", on=date(2026, 4, 2), kind="family"),
        ),
        sharings=(
            Sharing(
                id="sh",
                on=date(2026, 4, 2),
                what="the bruise",
                shared=True,
                shared_with="police",
                meeting="m2",
                decided_by="nurse",
            ),
            Sharing(id="sh2", on=date(2026, 4, 2), what="something else", shared=False),
        ),
    )
    found = record(family)
    assert ("Outcome", "close") in found.decisions
    assert ("Why it ends", "needs met") in found.decisions
    assert ("What we will keep doing", "Walks; Club") in found.decisions
    assert found.copies == (("Rosa Pell", "family plan", "in the room, 2 April 2026"),)
    assert found.sharing == ("2 April 2026, shared with police: the bruise. Decided by nurse.",)
    assert found.next_time == NextTime(on=date(2026, 7, 1), time="10:00")


def test_nothing_of_a_meeting_kept_apart_from_somebody_here_stands_in_this_record() -> None:
    family = with_more(
        replace(FAMILY, meetings=(meeting(1, apart=("dad",)), meeting(2, apart=("mum",)))),
        attendance=(Attendance(id="at", meeting="m2", who="dad", status="present"),),
        actions=(action("hers", "m1", "named", "mum", "chair"), action("theirs")),
        scores=(Score(id="s", meeting="m1", area="home", person="mum", value=2),),
    )
    family = replace(family, attendance=tuple(each for each in family.attendance if each.who != "mum"))
    found = record(family, 2)
    assert [each.what for each in found.actions] == ["theirs"]
    assert found.last_time == ()
    assert found.scores == ()
    assert found.agreement == ()
    assert "Rosa" not in repr(found)


def test_no_cell_is_left_empty() -> None:
    bare = replace(FAMILY, people=(replace(FAMILY.people[0], relationship=""), *FAMILY.people[1:]))
    found = record(with_more(bare, actions=(replace(action("thing"), owner=None, due=None),)))
    tables = (found.details, found.attendance, found.agreement, found.scores, found.decisions, found.copies)
    assert all(cell for table in tables for row in table for cell in row)
    [only] = found.actions
    assert (only.who, only.due, only.how_we_will_know) == ("Not yet agreed", "no date yet", "not yet agreed")


def test_the_chair_is_the_recorder_where_nobody_else_was() -> None:
    assert ("Recorder", "Ann Bell, Support worker") in record(FAMILY).details
    typed = replace(FAMILY, meetings=(meeting(1), replace(meeting(2), recorder="nurse")))
    assert ("Recorder", "Bo Carr, Health visitor") in record(typed).details


def test_who_interpreted_when_it_was_agreed_stands_beside_what_was_said() -> None:
    interpreted = replace(FAMILY, agreements=(replace(GIVEN, interpreter="nurse", note="twice"),))
    said = record(interpreted).agreement[2][3]
    assert said == "signed, 1 March 2026; limited to the asthma plan; interpreted by Bo Carr; twice"


def test_of_several_copies_of_one_kind_for_one_reader_the_latest_stands() -> None:
    def copy(place: int, how: str, kind: str = "family", to: str = "mum") -> Copy:
        return Copy(id=f"c{place}", position=place, meeting="m2", to=to, how=how, kind=kind)

    made = (
        copy(0, "made, not given yet"),
        copy(3, "by post"),
        copy(1, "made", to="dad"),
        copy(2, "here", "child"),
    )
    assert record(with_more(copies=made)).copies == (
        ("Rosa Pell", "family plan", "by post"),
        ("Leo Pell", "family plan", "made"),
        ("Rosa Pell", "child's page", "here"),
    )


def test_a_new_lead_stands_with_who_had_it_before_who_agreed_and_what_was_handed_over() -> None:
    former = LeadAgreement(id="l1", worker="chair", since=date(2026, 3, 2), until=date(2026, 4, 2))
    new = LeadAgreement(
        id="l2",
        position=1,
        worker="nurse",
        since=date(2026, 4, 2),
        agreed_by=("mum",),
        handover="Knows about the rent",
        backup="Ann Bell",
    )
    family = with_more(lead_agreements=(former, new))
    assert record(family).leads == (
        ("Ann Bell, Support worker", "from 2 March 2026 to 2 April 2026", "not recorded", "not recorded"),
        (
            "Bo Carr, Health visitor",
            "from 2 April 2026",
            "Rosa",
            "took over from Ann Bell; handed over: Knows about the rent; when they are away: Ann Bell",
        ),
    )
    [first] = record(family, 1).leads
    assert first[1] == "from 2 March 2026"
    later = replace(meeting(3), on=date(2026, 5, 20))
    assert record(replace(family, meetings=(*family.meetings, later)), 3).leads == ()
    apart = replace(family, meetings=(meeting(1), meeting(2, apart=("dad",))))
    assert [who for who, *_ in record(apart).leads] == ["Bo Carr, Health visitor"]


def test_what_changed_in_the_family_stands_with_its_day_and_what_was_noted() -> None:
    def change(who: str, event: str, at: str = "m2", **more: str) -> FamilyChange:
        day = date(2026, 3, 20)
        return FamilyChange(id=f"{who}{event}", meeting=at, person=who, event=event, on=day, **more)  # type: ignore[arg-type]

    family = with_more(
        family_changes=(
            change("ivy", "name_change", last_name="Vane", note="her own wish"),
            change("dad", "left"),
            change("mum", "moved", at="m1"),
        )
    )
    assert record(family).family_changes == (
        ("Ivy Vane", "took a new name, 20 March 2026", "now Vane; her own wish"),
        ("Leo Pell", "left the family, 20 March 2026", "not recorded"),
    )


def test_the_end_of_the_plan_stands_whole_with_what_goes_on_after_it() -> None:
    closure = Closure(
        id="cl",
        meeting="m2",
        reason="social_care_took_the_lead",
        who_to_call="Bo Carr",
        keep_doing=("Walks",),
        family_said="It helped",
        said_by="mum",
        handed_to="nurse",
        level_of_need=3,
        later_check=date(2026, 10, 2),
        helpfulness=8,
    )
    after = replace(action("Ring once more"), after_closing=True)
    found = record(with_more(closures=(closure,), actions=(after,)))
    assert found.decisions[1:] == (
        ("Why it ends", "social care took the lead"),
        ("What we will keep doing", "Walks"),
        ("Who to call", "Bo Carr"),
        ("What the family said", "Rosa Pell: It helped"),
        ("How helpful it was, 1 to 10", "8"),
        ("Handed to", "Bo Carr"),
        ("Level of need at the end", "3"),
        ("Later check", "2 October 2026"),
    )
    assert [each.status for each in found.actions] == ["under way, goes on after the plan has ended"]


def test_a_number_that_nobody_agreed_to_share_with_the_next_chair_is_said_to_be_that_and_not_unasked() -> (
    None
):
    family = pells.with_more(
        meetings=(replace(pells.meeting(2), chair="teacher"),),
        attendance=(pells.attended("teacher"),),
        scores=(
            pells.score("mum", 3),
            pells.score("dad", 4),
            pells.score("mum", 5, at="m2"),
            pells.score("dad", 6, at="m2"),
        ),
    )
    found = full_record(family, "teacher", today=pells.TODAY, pack=pells.PACK)
    assert [(who, last, now) for _, who, _, last, now, _ in found.scores] == [
        ("Rosa", "3", "5"),
        ("Leo", "not shared with this chair", "6"),
    ]
    hidden = replace(pells.score("gran", 2), visibility=Visibility(level="named", to=("lead",)))
    family = pells.with_more(family, scores=(hidden, pells.score("gran", 7, at="m2")))
    assert ("Ida", "not asked", "7") in [
        (who, last, now)
        for _, who, _, last, now, _ in full_record(
            family, "teacher", today=pells.TODAY, pack=pells.PACK
        ).scores
    ]


def test_the_record_says_which_version_of_the_councils_sentences_was_told() -> None:
    pack = replace(PACK, sentences=replace(PACK.sentences, version="2026-3"))
    made = full_record(FAMILY, "chair", today=TODAY, pack=pack)
    assert ("The council's sentences", "version 2026-3") in made.details
