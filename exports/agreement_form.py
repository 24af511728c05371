"""The agreement form: whom the family shares with, to be answered by hand or in Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from docx.document import Document

from exports.form_fields import make_clickable, table_to_fill, tick_box
from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import STANDARD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import spoken_date
from exports.tables import Column, Table
from eymeeting.domain.agreement_form import AgreementForm, agreement_form
from eymeeting.domain.consent import Standing

_ANSWER: Final = 1.0
"""Centimetres of a row to answer in."""

_SIGNED: Final = 1.0
"""Centimetres of a row to sign in."""


def lay_out_agreement_form(asked: Asked) -> LaidOut:
    """The form that is asked for. Refused as ``agreement_form`` refuses it."""
    form = agreement_form(
        asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    return LaidOut(
        document=build_agreement_form(form, asked.made_at, asked.paper),
        on=form.on,
        must_not_hold=form.must_not_hold,
    )


def build_agreement_form(form: AgreementForm, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The form as a Word document. Nothing is read and nothing is written.

    ``made_at`` is the instant that stands in the file's properties.
    """
    look = look_of(paper.format, standard=STANDARD)
    title = paper.words("Agreement to share, {date}", date=spoken_date(form.on, paper.words))
    page = new_page(look, title=title, organisation=form.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(
        head=[page.words("Private. This is for {name}.", name=form.reader.rstrip("."))], foot=(), title=title
    )
    page.heading(page.words("Who we may share with: {name}", name=form.reader), 1)
    page.say(_for_whom(page, form))
    page.say(*map(page.words.known, form.sharing))
    _services(page, form)
    page.heading(page.words("What we cannot keep private"))
    page.say(*map(page.words.known, form.harm))
    page.say(tick_box(page.words("I was told what you cannot keep private.")))
    page.heading(page.words("What we keep, and your rights"))
    page.say(*map(page.words.known, form.keeping))
    page.say(*map(page.words.known, form.wrong))
    page.say(
        tick_box(page.words("I was told about copies, how long things are kept, and my right to see them."))
    )
    _how(page, form)
    _signatures(page, form)
    make_clickable(page)
    return page.document


def _for_whom(page: Page, form: AgreementForm) -> str:
    """For whom they answer, as far as that is known."""
    if form.is_child:
        return page.words("You answer for yourself. Nobody answers for you.")
    if form.for_children is None:
        return page.words("You answer for yourself. We will ask who can agree for the children.")
    if form.for_children:
        return page.words("You answer for yourself and for the children.")
    return page.words("You answer for yourself, not for the children.")


def _services(page: Page, form: AgreementForm) -> None:
    page.heading(page.words("May these services see the {plan}?", plan=page.words.known(form.plan_word)))
    empty = Standing(agency="", answer="not_asked")
    answers = (*form.answers, empty) if form.answers else (empty, empty, empty)
    table = Table(
        title=page.words("Services"),
        about=page.words("Each row is one service, with a box for yes, for no, and for a part of it."),
        columns=(
            Column(heading=page.words("Service"), share=5.2, empty=""),
            Column(heading=page.words("All of it"), share=2.2),
            Column(heading=page.words("None of it"), share=2.7),
            Column(heading=page.words("A part. Which?"), share=6.9),
        ),
        rows=tuple(_row(page, each) for each in answers),
    )
    table_to_fill(page, table, _ANSWER)


def _row(page: Page, standing: Standing) -> Sequence[str]:
    is_part = standing.answer == "limited"
    part = page.words("some of it:")
    return (
        standing.agency,
        tick_box(page.words("yes"), ticked=standing.answer in ("yes", "not_needed")),
        tick_box(page.words("no")),
        tick_box(f"{part} {standing.limit}" if standing.limit else part, ticked=is_part),
    )


def _how(page: Page, form: AgreementForm) -> None:
    page.heading(page.words("How you agreed"))
    ways = (
        page.words("I read it, and I signed."),
        page.words("It was read aloud to me, and I said yes."),
        page.words("We talked on the phone, and I said yes."),
    )
    for way in ways:
        page.say(tick_box(way))
    if form.interpreter:
        need = form.interpreter.rstrip(".")
        page.say(page.words("What we have written down about an interpreter: {need}.", need=need))


def _signatures(page: Page, form: AgreementForm) -> None:
    page.heading(page.words("Names"))
    page.say(page.words("You need not sign. You can change your mind on any day."), keep_next=True)
    judged = (page.words("Who judged that you understand this:"),) if form.is_child else ()
    names = (form.reader, page.words("Asked by:"), page.words("Interpreter, and language:"), *judged)
    table = Table(
        title=page.words("Names"),
        about=page.words("Each row is one person: their name, where they sign, and the date."),
        columns=(
            Column(heading=page.words("Name"), share=6.5, empty=""),
            Column(heading=page.words("Signed"), share=6.5, empty=""),
            Column(heading=page.words("Date"), share=4, empty=""),
        ),
        rows=tuple((name, "", "") for name in names),
        one_piece=True,
    )
    table_to_fill(page, table, _SIGNED)
