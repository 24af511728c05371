from __future__ import annotations

from typing import Any

from made.views import Filling, family_of, person, worker

from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Contribution
from eymeeting.domain.people import Worker
from screens.forms.worker import WorkerForm

REF = "EYM-0071"


def the_ormes(*more: Any) -> Family:
    return family_of(
        person("p1", "Tess", "Orme", "mother"),
        worker("w1", "Ann Bell", "Support worker", "Centre"),
        worker("w2", "Di Eames", "Teacher", "Stowe Primary"),
        *more,
    )


def filling(who: str = "w2", family: Family | None = None) -> Filling:
    return Filling(family or the_ormes(), WorkerForm(REF, who))


def known(form: Filling, who: str = "w2") -> Worker:
    found = form.family.worker(who)
    assert found is not None
    return found


def test_what_is_typed_of_a_worker_is_kept() -> None:
    form = filling()
    for row, words in (("name", "Di Eames-Fry"), ("role", "SENCO"), ("agency", "Stowe Junior")):
        form.types(row, words)
    assert form.title == "Di Eames-Fry · SENCO · Stowe Junior"
    assert form.types("phone", "01632").understood == "5 figures so far. It is kept as typed."
    assert (
        form.types("email", "di@school").understood == "Not a whole email address yet. It is kept as typed."
    )
    form.types("email", "")
    assert (known(form).phone, known(form).email) == ("01632", None)
    assert form.types("name", " ").problem == "What is the worker called?"


def test_services_already_helping_the_family_are_suggested_first() -> None:
    suggested = filling().rows()["agency"].suggestions
    assert suggested[0] == "Centre"
    assert "Health visiting" in suggested
    assert "Stowe Primary" not in suggested


def test_somebody_whose_job_it_is_only_interprets() -> None:
    form = filling()
    assert form.types("role", "Interpreter (Polish)").understood == "Only interprets."
    assert known(form).interpreter is True
    form.chooses("interpreter", "yes")
    assert known(form).interpreter is None


def test_a_worker_has_their_copies_in_the_forms_they_need() -> None:
    form = filling()
    form.chooses("formats", "large")
    form.chooses("formats", "clear")
    assert known(form).formats == ("clear", "large")
    form.chooses("formats", "clear")
    form.chooses("formats", "large")
    assert known(form).formats is None


def test_who_has_moved_on_stays_on_record() -> None:
    form = filling()
    form.chooses("active", "no")
    assert (known(form).active, form.shown("active")) == (False, "not any more")
    form.chooses("active", "yes")
    assert (known(form).active, form.shown("active")) == (None, "yes")


def test_only_a_worker_named_nowhere_and_not_at_the_keyboard_is_taken_away() -> None:
    form = filling()
    gone = form.form.taken_away(form.view)
    assert gone is not None
    assert gone.changes[0].before == known(form)
    at_keyboard = filling("w1").form.taken_away(form.view)
    assert at_keyboard is not None
    assert at_keyboard.problem == "They are at the keyboard."
    said = Contribution(id="k1", meeting="m1", by="w2", visibility=FOR_THE_FAMILY, working="Reading")
    named = filling(family=the_ormes(said))
    stays = named.form.taken_away(named.view)
    assert stays is not None
    assert stays.problem == (
        "Di Eames is named in what was said at a meeting. Say that they do not help any more instead."
    )


def test_a_worker_who_is_gone_leaves_an_empty_form() -> None:
    form = filling("w9")
    assert form.rows() == {}
    assert form.types("name", "Di").problem == form.title == "They are not here any more."
