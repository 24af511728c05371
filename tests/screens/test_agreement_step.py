from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from db.interchange import read_families, write_families
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.agreement_matrix import matrix
from eymeeting.domain.meeting import Attendance
from eymeeting.domain.people import Worker
from eymeeting.packs import default_pack
from screens.agreement import AgreementScreen
from screens.widgets.draft_input import DraftInput

FEBRUARY, APRIL = date(2026, 2, 10), date(2026, 4, 21)


def agreed_before() -> tuple[Any, ...]:
    """Yes to the housing in February and no to the school; in April the housing is stopped."""
    first = Agreement(id="g1", by="p1", on=FEBRUARY, method="signed", scope="this plan")
    second = replace(first, id="g2", position=1, on=APRIL, method="spoken")
    return (
        first,
        second,
        Answer(id="n1", agreement="g1", agency="Harbour Homes", answer="yes"),
        Answer(
            id="n2", position=1, agreement="g1", agency="Larkfield Primary", answer="no", reason="SENTINEL"
        ),
        Answer(
            id="n3", position=2, agreement="g2", agency="Harbour Homes", answer="withdrawn", reason="SENTINEL"
        ),
    )


def answers(family: Any) -> list[tuple[str, str, str | None, str | None]]:
    return [(each.agency, each.answer, each.limit, each.reason) for each in family.answers]


async def test_an_answer_is_one_key_and_a_reason_is_never_on_the_screen_again(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1", "p2", "w1"))
    async with room.meeting(family, "agreement") as chair:
        await chair.keys("yynr", "SENTINEL fell out", "<enter>")
        assert "SENTINEL" not in chair.words
        await chair.keys("<up>", "r")
        assert (chair.field, chair.one(DraftInput, "#agreement-line").value) == ("agreement-line", "")
        await chair.keys("<escape>", "<down>", "l", "attendance", "<enter>")
        assert "Larkfield Primary: limited: attendance (today)." in chair.prose
        await chair.keys("p")
        assert "p ✓ told what we cannot keep private" in chair.prose
        assert "c · told about copies and keeping h said aloud" in chair.prose
        await chair.keys("h", "b", "<enter>", "d", "a duty", "<enter>", "<f8>", "<f8>", "<f8>")
        assert "As before" in chair.prose or "Taken away" in chair.prose
        assert "SENTINEL" not in chair.words
        await chair.saved()
    kept = room.family()
    assert answers(kept) == [
        ("Larkfield children's centre", "yes", None, None),
        ("Riverside Health Visiting", "yes", None, None),
        ("Harbour Homes", "no", None, "SENTINEL fell out"),
        ("Larkfield Primary", "limited", "attendance", None),
    ]
    assert [(each.by, each.on, each.told_limits, each.told_rights) for each in kept.agreements] == [
        ("p1", people.TODAY, True, None),
        ("p2", people.TODAY, True, None),
    ]


async def test_all_that_belongs_to_an_agreement_is_taken_by_keys_and_comes_back_in_the_export(
    room: Any, people: Any
) -> None:
    wanda = Worker(id="i5", position=5, name="Wanda", role="Polish interpreter", agency="Talk")
    family = people.the_adeyemis(wanda, *people.present("p1", "w1", "w2"))
    async with room.meeting(family, "agreement") as chair:
        await chair.keys("ynr", "fell out", "<enter>", "l", "mon")
        assert "Harbour Homes will see nothing of the plan but their own actions and the days." in chair.prose
        await chair.keys("ey")
        assert "Harbour Homes will see: goals, actions and scores about Money;" in chair.prose
        await chair.keys("<enter>", "<up>")
        assert "limited: money (today). Harbour Homes will see: goals" in chair.prose
        await chair.keys("<down>", "d", "a court order", "<enter>", "pc", "i", "wa", "<tab>", "<enter>")
        await chair.keys("h", "c", "t", "said twice", "<enter>", "s", "b", "j", "a", "b")
        assert "understands enough to answer alone, judged by Imran Sheikh" in chair.prose
        await chair.keys("<up>", "<up>", "<up>", "yw", "<space>")
        await chair.saved()
    kept = room.family()
    hers, the_child_s = kept.agreements
    assert (hers.by, hers.on, hers.method, hers.interpreter) == ("p1", people.TODAY, "read_aloud", "i5")
    assert (hers.told_limits, hers.told_rights, hers.note) == (True, True, "said twice")
    assert (hers.scope, hers.judged_by) == ("this meeting only", None)
    assert (the_child_s.by, the_child_s.judged_by) == ("c4", "w2")
    assert answers(kept) == [
        ("Larkfield children's centre", "yes", None, None),
        ("Riverside Health Visiting", "no", None, "fell out"),
        ("Harbour Homes", "limited", "money", None),
        ("Larkfield Primary", "not_needed", None, "a court order"),
        ("Larkfield children's centre", "yes", None, None),
        ("Riverside Health Visiting", "withdrawn", None, None),
        ("Harbour Homes", "not_asked", None, None),
    ]
    [read] = read_families(write_families([kept]))
    same = [
        [shown.answer(person, agency) for person in ("p1", "c4") for agency in shown.agencies]
        for each in (kept, read)
        for shown in [matrix(each, people.TODAY, default_pack())]
    ]
    assert same[0] == same[1]
    assert [
        (each.by, each.on, each.method, each.note, each.told_limits, each.judged_by)
        for each in read.agreements
    ] == [
        (each.by, each.on, each.method, each.note, each.told_limits, each.judged_by)
        for each in kept.agreements
    ]
    assert answers(read) == answers(kept)


async def test_a_refusal_of_an_earlier_day_reads_not_yet_until_it_is_asked_for(
    room: Any, people: Any
) -> None:
    family = people.the_adeyemis(*people.present("p1", "p2"), *agreed_before())
    async with room.meeting(family, "agreement", size=(120, 40)) as chair:
        await chair.keys("<down>", "<down>", "<down>")
        assert "Folake, Larkfield Primary: not yet." in chair.prose
        assert "stopped " not in chair.prose.replace("w stopped ", "")
        await chair.keys("v")
        assert "Folake, Larkfield Primary: no (Tuesday 10 February)." in chair.prose
        assert "stopped " in chair.prose.replace("w stopped ", "")
        await chair.keys("<up>", "y", "v")
        assert "SENTINEL" not in chair.words
        await chair.saved()
    kept = room.family()
    assert kept.answers[:3] == family.answers
    assert kept.agreements[:2] == family.agreements
    assert [(each.agency, each.answer) for each in kept.answers[3:]] == [("Harbour Homes", "yes")]


async def test_who_interpreted_is_never_family_and_responsibility_is_asked(room: Any, people: Any) -> None:
    wanda = Worker(id="i5", position=5, name="Wanda", role="Polish interpreter", agency="Talk")
    on_the_phone = Attendance(id="x", position=9, meeting="m1", who="p2", status="by_phone")
    family = people.the_adeyemis(wanda, on_the_phone, *people.present("p1"))
    async with room.meeting(family, "agreement") as chair:
        assert "Does Folake have parental responsibility? It is not known yet." in chair.prose
        await chair.keys("u", "a")
        assert "Does Daniel have parental responsibility? It is not known yet." in chair.prose
        await chair.keys("<enter>", "y", "i", "nobody", "<enter>")
        assert "No interpreter here is called that." in chair.prose
        await chair.keys(*["<backspace>"] * 6, "wa", "<tab>")
        assert chair.one(DraftInput, "#agreement-line").value == "Wanda"
        await chair.keys("<enter>", "j", "a", "<enter>", "n", "a", "a", "Safe Start", "<enter>")
        assert "Safe Start: not yet. Delete takes the service away." in chair.prose
        await chair.keys("<delete>")
        assert "Safe Start" not in chair.prose
        await chair.keys("a", "a", "Safe Start", "<enter>", "<f4>", "<f3>")
        assert "Safe Start" in chair.prose
        await chair.keys(*["<down>"] * 9, "<delete>", "<f4>", "<f3>")
        assert "Safe Start" not in chair.prose
        await chair.keys(*["<right>"] * 9, "a", "a", "Safe Start", "<enter>", "<f8>")
        assert "Safe Start" not in chair.prose
        await chair.keys("a", "a", "Safe Start", "<enter>", "y", "<up>", "<delete>", "y")
        assert "Safe Start" in chair.prose
        await chair.saved()
    kept = room.family()
    assert [each.parental_responsibility for each in kept.people] == [True, None, None, None]
    assert [(each.by, each.method, each.interpreter, each.judged_by) for each in kept.agreements] == [
        ("p2", "phone", "i5", None),
        ("c4", "spoken", None, "w1"),
    ]
    assert ("Safe Start", "yes", None, None) in answers(kept)


async def test_who_interprets_at_the_meeting_is_taken_without_asking(room: Any, people: Any) -> None:
    wanda = Worker(id="i5", position=5, name="Wanda", role="Polish interpreter", agency="Talk")
    family = people.the_adeyemis(wanda, *people.present("p1", "i5"))
    folake = replace(family.people[0], interpreter="Polish", parental_responsibility=True)
    family = replace(family, people=(folake, *family.people[1:]))
    async with room.meeting(family, "agreement") as chair:
        await chair.keys("y", "<up>", "<delete>")
        await chair.saved()
        assert chair.app.screen.recorder.view.family.agreements == ()
        await chair.keys("y")
        assert "Wanda interpreted" in chair.prose
        assert "/ not asked · not yet then on to the next row" in chair.prose
        await chair.saved()
    assert [each.interpreter for each in room.family().agreements] == ["i5"]


async def test_what_is_half_typed_about_an_answer_is_there_again(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "agreement") as chair:
        await chair.keys("<down>", "l", "only the due da")
        await chair.saved()
    async with room.opened() as chair:
        await chair.keys("<enter>")
        line = chair.one(DraftInput, "#agreement-line")
        assert (chair.field, line.value) == ("agreement-line", "only the due da")
        await chair.keys("te", "<enter>")
        await chair.saved()
    assert answers(room.family()) == [("Riverside Health Visiting", "limited", "only the due date", None)]


async def test_the_consent_screen_shows_what_was_agreed_on_a_past_day(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis(*agreed_before()))
    async with room.opened((120, 40)) as chair:
        await chair.keys("<f3>", "a", "d")
        assert isinstance(chair.app.screen, AgreementScreen)
        await chair.keys("<down>", "<down>")
        assert "Folake, Harbour Homes: stopped (Tuesday 21 April)." in chair.prose
        await chair.keys("<f5>", "20 april", "<enter>")
        assert "as it stood on Monday 20 April 2026" in chair.prose
        assert "Folake, Harbour Homes: yes (Tuesday 10 February)." in chair.prose
        assert "c · told about copies and keeping signed" in chair.prose.replace(" h ", " ")
        await chair.keys("y")
        assert "That is how it stood then." in chair.prose
        await chair.keys("<f5>", "9 feb", "<enter>")
        assert "Folake, Harbour Homes: not yet." in chair.prose
        await chair.keys("<f5>", "<enter>", "y", "<f8>", "<up>", "y", "<f10>")
        assert not isinstance(chair.app.screen, AgreementScreen)
        assert "SENTINEL" not in chair.words
    kept = room.family()
    assert [(each.agency, each.answer) for each in kept.answers[3:]] == [("Harbour Homes", "yes")]
    assert [each.on for each in kept.agreements] == [FEBRUARY, APRIL, people.TODAY]
