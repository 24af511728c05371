"""What stands under the first steps of the paper form: who is here, and who may see what is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from exports.form_fields import box, tick_box
from exports.form_tables import blank_rows, fill_in, named_rows, to_write_in
from exports.house_style import Page
from exports.spoken import spoken_day
from exports.writing import Strong
from eymeeting.domain.paper_form import PaperForm
from eymeeting.domain.telling import DISCUSSION
from eymeeting.domain.times import spoken_time

_A_LINE: Final = 0.85
"""Centimetres of a row for a name."""

_PEOPLE: Final = 9
"""Rows for those who are here, where nobody's name is known."""


def _welcome(page: Page, form: PaperForm) -> None:
    columns = [
        named_rows(page.words("This meeting"), 5),
        to_write_in(page.words("Write here"), 12),
    ]
    rows = [
        (page.words("Family"), _family(form)),
        (page.words("Day"), spoken_day(form.on) if form.on else ""),
        (page.words("Begins at"), spoken_time(form.start) if form.start else ""),
        (page.words("Place"), form.place),
        (page.words("Who leads the meeting"), form.chair),
        (page.words("Who writes this down"), ""),
    ]
    fill_in(page, page.words("This meeting"), columns, rows, _A_LINE)
    here = page.words("Here?") if form.type != "desk_review" else page.words("Spoke with us?")
    page.heading(page.words("Who is here"), 3)
    people = [
        named_rows(page.words("Name"), 6),
        to_write_in(page.words("Who they are to the family, or job and service"), 8.2),
        to_write_in(here, 2.8),
    ]
    yes = tick_box(page.words("yes"))
    named = [(each.name, each.role, yes) for each in (*form.people, *form.helpers, *form.interpreters)]
    more = [("", "", yes)] * (2 if named else _PEOPLE)
    fill_in(page, page.words("Who is here"), people, [*named, *more], _A_LINE)
    is_discussion = form.type == DISCUSSION
    wish = (
        page.words("What we talk about, and why")
        if is_discussion
        else page.words("What each of us wants from today")
    )
    page.heading(wish, 3)
    box(page, page.words("In your own words"), 1.6, form.purpose)


def _family(form: PaperForm) -> str:
    return form.called if form.called in ("", form.ref) else f"{form.called}, {form.ref}"


def _agreement(page: Page, form: PaperForm) -> None:
    told = form.sentences
    page.say(*told.sharing, *told.harm, keep_next=True)
    if form.agreed:
        page.say(Strong(page.words("Yes before:")), "; ".join(form.agreed), keep_next=True)
    columns = [
        named_rows(page.words("Service"), 4.4),
        to_write_in(page.words("Who answers"), 3.2),
        to_write_in(page.words("Answer"), 5.4),
        to_write_in(page.words("If in part: what"), 4),
    ]
    answers = " ".join(
        (
            tick_box(page.words("yes")),
            tick_box(page.words("no")),
            tick_box(page.words("in part")),
        )
    )
    blank = 2 if form.services else 5
    rows = [(each, "", answers, "") for each in (*form.services, *[""] * blank)]
    fill_in(page, form.title("agreement"), columns, rows, 1.1)
    page.say(tick_box(page.words("We were told what cannot be kept private.")))
    page.say(
        tick_box(page.words("We were told who gets a copy, how long it is kept, and that we can see it."))
    )
    _signatures(page, form)


def _signatures(page: Page, form: PaperForm) -> None:
    page.heading(page.words("Signed by those who wish to"), 3)
    columns = [
        named_rows(page.words("Name"), 6),
        to_write_in(page.words("Signed"), 7),
        to_write_in(page.words("Date"), 4),
    ]
    grown_up = [each.name for each in form.people if each.name not in form.children]
    rows = [(name, "", "") for name in grown_up] or blank_rows(3, 3)
    fill_in(page, page.words("Signed by those who wish to"), columns, rows, 1.1)


AT_THE_START: Final[Mapping[str, Callable[[Page, PaperForm], None]]] = {
    "welcome": _welcome,
    "agreement": _agreement,
}
"""What stands under a first step, by its id."""
