"""A meeting to be written by hand: the app's steps in the app's order, with room for what each of them takes."""

from __future__ import annotations

from datetime import datetime

from docx.document import Document

from exports.form_fields import make_clickable
from exports.form_steps import under_the_step
from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import STANDARD, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.writing import Strong
from eymeeting.domain.form_filled_in import filled_in_form
from eymeeting.domain.paper_form import PaperForm


def build_paper_form(form: PaperForm, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The form as a Word document, blank or with what is known. Nothing is read and nothing is written.

    Headings carry the numbers of the app's steps. Boxes to tick are ticked with a click in Word and print
    as boxes. ``made_at`` is the instant that stands in the file's properties.
    """
    look = look_of(paper.format, standard=STANDARD)
    words = paper.words
    title = words("{meeting} on paper", meeting=form.kind)
    page = new_page(look, title=title, organisation=form.organisation, made_at=made_at, paper=paper)
    marking = _marking(page, form)
    page.head_and_foot(head=[marking], foot=[marking], title=title)
    page.heading(title, 1)
    page.say(
        page.words(
            "For a meeting without the computer. The steps have the order and the numbers of the screen."
        )
    )
    for number, step in enumerate(form.steps, start=1):
        page.heading(f"{number}. {step.title}")
        if step.say:
            page.say(Strong(page.words("Say:")), f"“{step.say}”", keep_next=True)
        under_the_step(page, form, step.id)
    make_clickable(page)
    return page.document


def _marking(page: Page, form: PaperForm) -> str:
    """The handling line: a blank form holds nothing yet; one with names does, and more so when filled in."""
    if form.is_blank:
        return page.words("{marking} when filled in", marking=form.marking)
    return page.words("{marking} now and when filled in", marking=form.marking)


def lay_out_paper_form(asked: Asked) -> LaidOut:
    """The form of a meeting for its chair, with what everybody in the room may read."""
    form = filled_in_form(
        asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    return LaidOut(
        document=build_paper_form(form, asked.made_at, asked.paper),
        on=form.on or asked.today,
        must_not_hold=form.must_not_hold,
    )
