from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from made.views import PACK, REF, Filling, after, family_of, person, view_of, worker

from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from screens.agreement import AgreementScreen
from screens.for_you_alone import ForYouAlone
from screens.form_screen import FormScreen
from screens.forms.form import Reading
from screens.forms.next_meeting import NextMeetingForm
from screens.forms.sharing import SharingForm
from screens.last_time import ForTheChairScreen, LastTimeScreen
from screens.meeting import TO_CHECK
from screens.widgets.status_line import StatusLine

BEA = person("p1", "Bea", "Orme", "mother", parental_responsibility=True)
JO = worker("w1", "Jo Lamb", "Family worker", "Hub")
TOM = worker("w2", "Tom Birkett", "Deputy head", "Hillside Primary")
SAID_NO = date(2026, 11, 3)
REFUSED = (
    Agreement(id="g1", by="p1", on=SAID_NO, method="spoken", scope="this plan"),
    Answer(id="n1", agreement="g1", agency="Hub", answer="yes"),
    Answer(id="n2", position=1, agreement="g1", agency="Hillside Primary", answer="no"),
)
WHY = "The family said no to sharing with Hillside Primary on Tuesday 3 November."


def planned() -> Filling:
    filling = Filling(family_of(BEA, JO, TOM, *REFUSED), NextMeetingForm(REF))
    filling.types("on", "tue 12 jan")
    return filling


def going_on(filling: Filling) -> SharingForm:
    stopped = filling.form.choose(filling.view, "who w2", "asked")
    assert (stopped.problem, stopped.changes) == (WHY, ())
    assert isinstance(stopped.first, SharingForm)
    return stopped.first


def test_every_part_of_a_decision_is_kept_as_it_was_said() -> None:
    filling = Filling(family_of(BEA, JO, TOM), SharingForm(REF, "decision1"))
    filling.types("what", "The school was told of the move,\nso that a place is kept")
    filling.chooses("shared", "no")
    filling.types("shared_with", "Hillside Primary")
    assert filling.types("on", "tomorrow").problem == "That day is still to come."
    filling.types("on", "3 nov")
    assert "why_not_asked" not in filling.rows()
    filling.chooses("agreement_asked", "no")
    filling.types("why_not_asked", "It could have put Bea in danger")
    assert filling.shown("decided_by") == "Jo Lamb"
    filling.types("decided_by", "Dana Whit, team manager")
    filling.types("advised_by", "the safeguarding lead")
    filling.chooses("lawful_reason", "legal duty")
    filling.types("told_family_on", "yesterday")
    assert "why_not_told" not in filling.rows()
    filling.types("told_family_on", "")
    filling.types("why_not_told", "Not safe yet")
    (kept,) = filling.family.sharings
    assert (kept.on, kept.shared, kept.shared_with) == (SAID_NO, False, "Hillside Primary")
    assert (kept.agreement_asked, kept.why_not_asked) == (False, "It could have put Bea in danger")
    assert (kept.decided_by, kept.advised_by) == ("Dana Whit, team manager", "the safeguarding lead")
    assert (kept.lawful_reason, kept.told_family_on, kept.why_not_told) == (
        "legal duty",
        None,
        "Not safe yet",
    )
    assert kept.what == "The school was told of the move,\nso that a place is kept"
    assert kept.meeting is None


def test_a_lawful_reason_is_one_of_the_packs_or_any_other_words() -> None:
    filling = Filling(family_of(BEA, JO), SharingForm(REF, "decision1"))
    offered = [choice.id for choice in filling.rows()["lawful_reason"].choices]
    assert offered == list(PACK.sentences.lawful_reasons)
    assert {"risk of significant harm", "court order", "vital interests"} <= set(offered)
    filling.chooses("lawful_reason", "court order")
    filling.types("other reason", "an order of the tribunal")
    assert filling.rows()["lawful_reason"].chosen == ()
    assert filling.shown("other reason") == "an order of the tribunal"
    filling.chooses("lawful_reason", "court order")
    assert filling.shown("other reason") == ""
    filling.types("other reason", "")
    assert filling.family.sharings[0].lawful_reason == "court order"
    filling.chooses("lawful_reason", "court order")
    assert filling.family.sharings[0].lawful_reason is None


def test_whoever_was_refused_is_asked_only_with_a_recorded_reason_and_both_are_one_act() -> None:
    filling = planned()
    form = going_on(filling)
    assert [row.id for row in form.rows(filling.view)] == ["lawful_reason", "other reason"]
    assert form.rows(filling.view)[0].note.startswith(WHY)
    reading = form.choose(filling.view, "lawful_reason", "risk of significant harm")
    assert [type(change.entry).__name__ for change in reading.changes] == ["Invitation", "Sharing"]
    kept = after(filling.family, reading)
    (decision,), (invitation,) = kept.sharings, kept.invitations
    assert (decision.shared_with, decision.lawful_reason) == (
        "Tom Birkett, Hillside Primary",
        "risk of significant harm",
    )
    assert decision.meeting == invitation.meeting == kept.meetings[0].id
    assert len(form.rows(view_of(kept))) > 8
    assert form.choose(view_of(kept), "lawful_reason", "risk of significant harm").problem
    taken = form.taken_away(view_of(kept))
    assert taken is not None
    assert taken.problem.startswith("Tom Birkett is asked")
    again = Filling(kept, filling.form).chooses("who w2", "coming")
    assert (again.problem, again.first) == ("", None)
    unasked = Filling(kept, filling.form)
    unasked.chooses("who w2", "asked")
    assert form.taken_away(unasked.view) == Reading(changes=(unasked.view.change(decision, None),))


def test_a_planned_meeting_takes_up_what_was_decided_before_and_lets_it_go_when_it_goes() -> None:
    filling = Filling(family_of(BEA, JO), SharingForm(REF, "decision1"))
    filling.types("what", "The clinic was told")
    filling.form = NextMeetingForm(REF)
    filling.types("on", "tue 12 jan")
    assert filling.family.sharings[0].meeting == filling.family.meetings[0].id
    taken = filling.form.taken_away(filling.view)
    assert taken is not None
    assert not taken.problem
    assert after(filling.family, taken).sharings[0].meeting is None


def test_a_parent_without_an_agreement_is_asked_and_it_is_told() -> None:
    sam = person("p2", "Sam", "Orme", "father", parental_responsibility=True)
    filling = Filling(family_of(BEA, sam, JO, TOM, *REFUSED), NextMeetingForm(REF))
    filling.types("on", "tue 12 jan")
    assert filling.chooses("who p2", "asked").understood == "Sam has no agreement of their own yet."
    assert filling.chooses("who p1", "asked").understood == ""
    assert [each.who for each in filling.family.invitations] == ["p2", "p1"]


def ormes() -> Family:
    meeting = Meeting(
        id="m1",
        number=1,
        type="taf_first",
        on=SAID_NO,
        start="10:00",
        planned_minutes=60,
        chair="w1",
        venue="Hall",
        outcome="carry_on",
    )
    return replace(family_of(BEA, JO, TOM, *REFUSED), meetings=(meeting,))


async def test_a_decision_is_written_opened_again_and_taken_back_from_the_agreement(room: Any) -> None:
    room.hold(ormes())
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "d", "<f6>")
        assert isinstance(chair.app.screen, FormScreen)
        await chair.keys("The clinic was told", "<down>", "b", "<down>", "Clinic", "<f10>")
        assert isinstance(chair.app.screen, AgreementScreen)
        assert "Clinic" not in chair.words
        await chair.keys("<f6>")
        assert "not shared with Clinic" in chair.prose
        await chair.keys("b", "<f8>")
        assert "something that is not for everyone" in chair.prose
        await chair.saved()
    (kept,) = room.family(REF).sharings
    assert (kept.what, kept.shared, kept.shared_with, kept.meeting) == (
        "The clinic was told",
        False,
        None,
        "m1",
    )


async def test_who_is_outside_the_agreement_is_a_sign_in_the_room_and_words_on_a_key(
    room: Any, people: Any
) -> None:
    yes = (replace(REFUSED[0], on=people.TODAY), replace(REFUSED[1], agency="Harbour Homes", answer="no"))
    family = people.the_adeyemis(*yes, *people.present("p1"))
    async with room.meeting(family, "welcome") as chair:

        def line() -> str:
            return str(chair.one(StatusLine).render())

        assert TO_CHECK not in line()
        await chair.keys("<ctrl+a>")
        assert "There is nothing to check." in chair.prose
        mark = next(each for each in chair.app.screen.recorder.view.family.workers if each.id == "w3")
        view = chair.app.screen.recorder.view
        here = replace(people.present("p1")[0], id="here-w3", who=mark.id, position=5)
        chair.app.screen.recorder.did(view.change(None, here))
        await chair.settled()
        assert TO_CHECK in line()
        assert "Harbour Homes on" not in chair.prose
        await chair.keys("<f14>")
        assert isinstance(chair.app.screen, ForYouAlone)
        assert "Is anyone else near the screen?" in chair.prose
        assert "said no to" not in chair.prose
        await chair.keys("<enter>")
        assert (
            "Joe Marsh: the family said no to sharing with Harbour Homes on Sunday 22 November."
            in chair.prose
        )
        await chair.keys("<enter>")
        assert not isinstance(chair.app.screen, ForYouAlone)
        assert "said no to sharing" not in chair.prose
        await chair.keys("<f14>", "<enter>")
        assert "said no to sharing" in chair.prose
        await chair.keys("<ctrl+u>")
        assert "said no to sharing" not in chair.prose
        await chair.keys("<enter>")
        assert not isinstance(chair.app.screen, ForYouAlone)
        assert "said no to sharing" not in chair.prose
        await chair.keys("<ctrl+e>", "c")
        assert isinstance(chair.app.screen, ForTheChairScreen)
        await chair.keys("<ctrl+u>", "<enter>")
        assert isinstance(chair.app.screen, LastTimeScreen)
