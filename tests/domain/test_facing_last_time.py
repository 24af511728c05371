from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from made.wards import agreed, met, person, scored, told, wards

from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.facing import facing
from eymeeting.domain.facing_last_time import opens_on_last_time
from eymeeting.domain.family import Family
from eymeeting.domain.for_the_chair import for_the_chair
from eymeeting.domain.meeting import Attendance, FamilyChange, Invitation, Meeting, Priority
from eymeeting.domain.people import Household, Worker
from eymeeting.packs import default_pack

PACK = default_pack()
FIRST, TODAY = date(2026, 9, 29), date(2026, 11, 10)
DAY = timedelta(days=1)


def here(family: Family, *who: str, at: int = -1) -> Family:
    meeting = family.meetings[at].id
    marks = [Attendance(id=f"{meeting}-{each}", meeting=meeting, who=each, status="present") for each in who]
    return replace(family, attendance=(*family.attendance, *marks))


def reviewed_now(family: Family) -> Family:
    return met(family, TODAY, None, kind="taf_review")


def first_time() -> Family:
    """A first meeting with an action, a chosen area and a score."""
    family = here(met(wards(), FIRST, again=TODAY), "p1", "w1")
    family = scored(agreed(family, FIRST + 3 * DAY), 7)
    chosen = Priority(id="y1", meeting="m1", area="home", life_when="Ola sleeps in a dry room")
    return replace(family, priorities=(chosen,))


def parts(family: Family, meeting: Meeting | None = None) -> dict[str, tuple[str, ...]]:
    at = meeting or family.meetings[-1]
    return {part.heading: part.lines for part in facing(family, at.id, PACK, "last time", today=TODAY)}


def words(family: Family) -> str:
    return "\n".join(line for lines in parts(family).values() for line in lines)


def test_a_review_opens_on_what_was_agreed_and_chosen_with_what_is_late_first() -> None:
    family = agreed(agreed(first_time(), None), TODAY + 3 * DAY)
    family = replace(family, actions=(family.actions[1], family.actions[2], family.actions[0]))
    assert parts(reviewed_now(family)) == {
        "Since we last met": ("We last met on Tuesday 29 September, 6 weeks ago.",),
        "What we said we would do": (
            "Late since 2 October · Zofia: Ring about the damp",
            "By Friday 13 November · Zofia: Ring about the damp",
            "No date yet · Zofia: Ring about the damp",
        ),
        "What we chose to work on": ("Our home: “Ola sleeps in a dry room”",),
    }


def test_what_is_done_is_not_asked_for_again_and_no_score_stands_there() -> None:
    done = told(first_time(), "done", FIRST + DAY)
    assert "What we said we would do" not in parts(reviewed_now(done))
    assert "7" not in words(reviewed_now(done))


def test_whoever_is_there_or_asked_for_the_first_time_is_told_with_what_they_are() -> None:
    joe = Worker(id="w2", name="Joe Marsh", role="Housing officer", agency="Harbour Homes")
    family = reviewed_now(first_time())
    family = replace(family, workers=(*family.workers, joe))
    asked = Invitation(id="i1", meeting="m2", who="c2")
    now = here(replace(family, invitations=(asked,)), "p1", "w2")
    assert parts(now)["New here"] == ("Joe Marsh, Housing officer", "Ola, child")
    said_no = replace(now, invitations=(replace(asked, reply="not_coming"),))
    assert parts(said_no)["New here"] == ("Joe Marsh, Housing officer",)
    away = Attendance(id="away", meeting="m2", who="c2", status="did_not_come")
    stayed_away = replace(now, attendance=(*now.attendance, away))
    assert parts(stayed_away)["New here"] == ("Joe Marsh, Housing officer",)


def test_births_and_who_joined_or_left_since_are_told_but_never_a_new_home() -> None:
    family = reviewed_now(first_time())
    baby = person("c3", "Jan", "child")
    changes = (
        FamilyChange(id="f1", meeting="m2", person="c3", event="born", on=TODAY - DAY),
        FamilyChange(id="f2", meeting="m2", person="c2", event="moved", on=TODAY - DAY, note="12 Quay Row"),
        FamilyChange(id="f3", meeting="m2", person="c2", event="left", on=TODAY - DAY),
        FamilyChange(id="f4", meeting="m1", person="p1", event="joined", on=FIRST),
    )
    told = replace(family, people=(*family.people, baby), family_changes=changes)
    assert parts(told)["Since we last met"][1:] == (
        "Jan was born on 9 November.",
        "Ola is no longer part of our plan.",
    )


def test_an_agreement_since_is_told_without_what_was_said_and_to_the_chair_with_it() -> None:
    family = reviewed_now(first_time())
    agreement = Agreement(id="g1", by="p1", on=FIRST + DAY, method="spoken", scope="this plan")
    answer = Answer(id="n1", agreement="g1", agency="Harbour Homes", answer="withdrawn")
    family = replace(family, agreements=(agreement,), answers=(answer,))
    line = "What may be shared was gone through again on 30 September."
    assert parts(family)["Since we last met"][1:] == (line,)
    assert "Harbour Homes" not in words(family)
    apart = replace(
        family, meetings=(*family.meetings, replace(family.meetings[0], id="m9", separate_from=("c2",)))
    )
    assert line not in words(
        replace(apart, meetings=(apart.meetings[0], apart.meetings[2], apart.meetings[1]))
    )
    notes = [
        [
            note.words
            for note in for_the_chair(family, reader=who, today=TODAY, pack=PACK, at=family.meetings[-1])
        ]
        for who in ("w1", "w2")
    ]
    assert notes == [["Zofia said no to Harbour Homes on 30 September."], []]


def test_what_is_not_for_the_whole_room_does_not_stand_there() -> None:
    family = first_time()
    private = replace(family.actions[0], visibility=Visibility(level="named", to=("w1",)))
    assert "damp" not in words(reviewed_now(replace(family, actions=(private,))))
    apart = replace(family, meetings=(replace(family.meetings[0], separate_from=("c2",)),))
    assert parts(reviewed_now(apart)) == {}
    assert family.actions[0].visibility == FOR_THE_FAMILY


def test_before_anybody_is_marked_nothing_stands_there_that_one_of_those_who_may_read_it_may_not_see() -> (
    None
):
    family = replace(
        first_time(),
        people=(
            replace(person("p1", "Zofia"), household="A"),
            replace(person("p2", "Jan"), household="B"),
            *wards().people[1:],
        ),
        households=(
            Household(
                id="h", household="A", lines=("9 Quarry Lane",), postcode="ZZ9 9ZZ", hidden_from=("p2",)
            ),
        ),
        workers=(*wards().workers, Worker(id="w2", name="Joe Marsh", role="Adviser", agency="Safe Harbour")),
    )
    first = family.actions[0]
    kept = {
        "SENTINEL named": {"visibility": Visibility(level="named", to=("p1",))},
        "SENTINEL not for him": {"not_for": ("p2",)},
        "Paint 9 Quarry Lane": {},
        "Ring Safe Harbour": {"meeting": "m2", "owner": "w2"},
    }
    more = [
        replace(first, id=f"k{place}", text=text, **changed)  # type: ignore[arg-type]
        for place, (text, changed) in enumerate(kept.items())
    ]
    apart = met(replace(family, actions=(first, *more)), FIRST + DAY)
    apart = replace(apart, meetings=(apart.meetings[0], replace(apart.meetings[1], separate_from=("p2",))))
    review = reviewed_now(apart)
    before = {line for heading, lines in parts(review).items() if heading != "New here" for line in lines}
    assert any("Ring about the damp" in line for line in before)
    assert not any(text in line for line in before for text in kept)
    for who in ("p1", "p2", "c2"):
        alone = parts(here(review, who))
        assert before <= {line for lines in alone.values() for line in lines}
    mums = words(
        here(
            replace(
                review, meetings=(*review.meetings[:-1], replace(review.meetings[-1], separate_from=("p2",)))
            ),
            "p1",
        )
    )
    assert "Paint 9 Quarry Lane" in mums


def test_a_first_meeting_one_that_goes_on_and_one_from_paper_do_not_open_on_last_time() -> None:
    now = reviewed_now(first_time())
    review = now.meetings[-1]
    assert opens_on_last_time(now, review)
    for other in (
        replace(review, type="taf_first"),
        replace(review, resumes=1),
        replace(review, entered_on=TODAY),
    ):
        family = replace(now, meetings=(now.meetings[0], other))
        assert not opens_on_last_time(family, other)
    alone = reviewed_now(wards())
    assert not opens_on_last_time(alone, alone.meetings[-1])
