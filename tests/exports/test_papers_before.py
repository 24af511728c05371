from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from made.adeyemis import ADEYEMIS
from made.expected import PACK, families
from made.papers import everything_in, found_in

from exports.copying import make_copy
from exports.form_fields import make_clickable, tick_box
from exports.house_style import new_page
from exports.look import STANDARD
from eymeeting.domain.agenda_paper import agenda_paper
from eymeeting.domain.agreement_form import agreement_form
from eymeeting.domain.family import Family
from eymeeting.domain.invitation_paper import invitation_paper
from eymeeting.domain.meeting import Invitation, Meeting
from eymeeting.domain.people import Household, SafeContact
from eymeeting.domain.problems import Refused
from eymeeting.domain.update_slip import update_slip

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 15, 5, tzinfo=UTC)


def planned(family: Family, *, venue: str = "Family room", apart: tuple[str, ...] = ()) -> Family:
    meeting = Meeting(
        id="next",
        number=99,
        type="taf_review",
        on=TODAY + timedelta(days=4),
        start="09:30",
        planned_minutes=50,
        chair=family.meetings[-1].chair,
        venue=venue,
        purpose="To see how bedtimes are going",
        separate_from=apart or None,
    )
    asked = tuple(
        Invitation(id=f"i-{each.id}", meeting="next", who=each.id)
        for each in (*family.people, *family.workers)
        if each.id not in apart
    )
    return replace(family, meetings=(*family.meetings, meeting), invitations=asked)


def test_an_adult_is_told_who_asks_when_until_when_why_and_who_else() -> None:
    paper = invitation_paper(planned(ADEYEMIS), "p1", today=TODAY, pack=PACK)
    assert paper.meeting.asked_by is not None
    assert (paper.meeting.asked_by.name, paper.meeting.asked_by.phone) == ("Grace Holloway", "01632 960 105")
    assert (paper.meeting.on, paper.meeting.start, paper.meeting.until) == (
        date(2026, 11, 26),
        "09:30",
        "10:20",
    )
    assert paper.why == "To see how bedtimes are going"
    assert [each.name for each in paper.asked] == [
        "Daniel",
        "Remi",
        "Grace Holloway",
        "Imran Sheikh",
        "Joan Ferris",
    ]
    assert paper.agreed == ("Centre", "Health", "Advice")


def test_a_third_is_added_where_somebody_interprets() -> None:
    family = planned(ADEYEMIS)
    with_one = replace(family.meetings[-1], interpreter="Mai, Vietnamese")
    family = replace(family, meetings=(*family.meetings[:-1], with_one))
    assert invitation_paper(family, "p1", today=TODAY, pack=PACK).meeting.until > "10:35"


def test_a_meeting_that_is_only_agreed_has_the_time_and_the_interpreter_of_the_last_one() -> None:
    with_words = families()["EYM-0004"]
    day = date(2026, 11, 20)
    assert [each.on for each in with_words.meetings] == [date(2026, 10, 13)]
    paper = invitation_paper(with_words, "p1", today=day, pack=PACK)
    assert (paper.meeting.on, paper.meeting.until) == (date(2026, 11, 24), "10:37")


def test_a_place_that_is_kept_from_a_reader_is_told_by_word_of_mouth(tmp_path: Path) -> None:
    home = Household(id="h", household="Z", lines=("7 Planted Row",), postcode="ZZ9 9ZZ", hidden_from=("p2",))
    family = planned(replace(ADEYEMIS, households=(home,)), venue="7 Planted Row")
    assert invitation_paper(family, "p2", today=TODAY, pack=PACK).meeting.place is None
    assert invitation_paper(family, "p1", today=TODAY, pack=PACK).meeting.place == "7 Planted Row"
    made = make_copy(family, "p2", folder=tmp_path, now=NOW, pack=PACK, kind="invitation")
    assert found_in(everything_in(made.path), ["Planted Row", "ZZ9 9ZZ"]) == []


def test_a_service_the_family_refused_gets_no_paper_and_stands_on_none() -> None:
    family = planned(families()["EYM-0008"])
    for cut in (invitation_paper, agenda_paper, update_slip):
        with pytest.raises(Refused, match="The family said no to sharing with Hillside Primary"):
            cut(family, "w4", today=TODAY, pack=PACK)
    paper = invitation_paper(family, "p1", today=TODAY, pack=PACK)
    assert not {"Tom Birkett", "Joy Pemberton"} & {each.name for each in paper.asked}
    form = agreement_form(family, "p1", today=TODAY, pack=PACK)
    assert {each.answer for each in form.answers} <= {"yes", "limited", "not_asked"}


@pytest.mark.parametrize("reader", ["p1", "c3"])
def test_where_it_is_not_safe_to_write_home_no_letter_is_made(reader: str) -> None:
    family = planned(ADEYEMIS)
    family = replace(family, details=replace(family.details, safe_contact=SafeContact(write="no")))
    with pytest.raises(Refused, match="Tell them in person"):
        invitation_paper(family, reader, today=TODAY, pack=PACK)
    assert invitation_paper(family, "w2", today=TODAY, pack=PACK).kind == "worker"


def test_nobody_is_asked_to_a_meeting_kept_apart_from_them_and_a_child_has_no_paper_of_it() -> None:
    family = planned(ADEYEMIS, apart=("p2",))
    with pytest.raises(Refused):
        invitation_paper(family, "p2", today=TODAY, pack=PACK)
    with pytest.raises(Refused, match="Tell them in person"):
        invitation_paper(family, "c3", today=TODAY, pack=PACK)
    assert "Daniel" not in {
        each.name for each in invitation_paper(family, "p1", today=TODAY, pack=PACK).asked
    }


def test_without_a_planned_meeting_there_is_nothing_to_ask_anybody_to() -> None:
    with pytest.raises(Refused, match="No meeting is planned"):
        invitation_paper(ADEYEMIS, "p1", today=TODAY, pack=PACK)


def test_the_parts_of_the_agenda_follow_one_another_and_it_names_no_place() -> None:
    agenda = agenda_paper(planned(ADEYEMIS), "p1", today=TODAY, pack=PACK)
    assert [each.at for each in agenda.parts][:3] == ["09:30", "09:33", "09:35"]
    assert sum(each.minutes for each in agenda.parts) == 50


def test_a_slip_lists_only_what_its_reader_took_on_and_is_wanted_the_day_before() -> None:
    slip = update_slip(planned(ADEYEMIS), "p2", today=TODAY, pack=PACK)
    assert slip.back_by == date(2026, 11, 25)
    owned = {each.text for each in ADEYEMIS.actions if each.owner == "p2"}
    assert {each.what for each in slip.actions} <= owned


def test_a_grown_up_answers_for_a_child_who_is_not_old_enough() -> None:
    with pytest.raises(Refused, match="A grown-up answers"):
        agreement_form(planned(ADEYEMIS), "c3", today=TODAY, pack=PACK)


def test_a_box_to_tick_can_be_clicked_and_keeps_its_words() -> None:
    page = new_page(STANDARD, title="A form", organisation="Ours", made_at=NOW)
    page.say(tick_box("I said yes."), tick_box("I said no.", ticked=True))
    make_clickable(page)
    body = page.document.element.body
    titles = [each.get(qn("w:val")) for each in body.iter(qn("w:alias"))]
    assert titles == ["I said yes.", "I said no."]
    assert [each.get(qn("w14:val")) for each in body.iter(qn("w14:checked"))] == ["0", "1"]
    words = "".join(each.text or "" for each in body.iter(qn("w:t")))
    assert words.replace("\u00a0", " ") == "☐ I said yes. ☒ I said no."
