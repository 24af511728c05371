"""A score card: one person's parts of life, with a number from 1 to 10 to draw a ring round."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from docx.document import Document

from exports.form_fields import circle_numbers
from exports.form_tables import TO_CIRCLE, fill_in, named_rows, to_write_in
from exports.house_style import Page, new_page
from exports.laid_out import Asked, LaidOut
from exports.look import STANDARD, Look, child_looks, look_of
from exports.paper import PLAIN_PAPER, Paper
from exports.spoken import sentence, spoken_date
from exports.writing import Phrase, Strong
from eymeeting.domain.score_cards import ScoreCard, score_card

_COLUMNS: Final = 2
_OPEN_LINES: Final = 1.5
"""Line spacing from which a child's letters are a size smaller."""

_ROW: Final = 1.4
_CHILDS_ROW: Final = 1.65
"""Centimetres of a row: room for a ring round a number."""


def build_score_card(card: ScoreCard, made_at: datetime, paper: Paper = PLAIN_PAPER) -> Document:
    """The card as a Word document. Nothing is read and nothing is written.

    A child's is in large type. ``made_at`` is the instant that stands in the file's properties.
    """
    look = _childs(paper.format) if card.is_child else look_of(paper.format)
    words = paper.words
    title = words("My numbers, {day}", day=spoken_date(card.on, words)) if card.on else words("My numbers")
    page = new_page(look, title=title, organisation=card.organisation, made_at=made_at, paper=paper)
    page.head_and_foot(head=[_whose(page, card)], foot=(), title=title)
    page.heading(card.name or page.words("My numbers"), 1)
    if not card.name:
        page.say(page.words("My name:"), "______________________________")
    if card.is_child:
        page.say(page.words("Draw a ring round a number. You may leave any out. No answer is wrong."))
    else:
        page.say(
            page.words(
                "How is it for you today? Draw a ring round one number for each. You may leave any out."
            ),
            page.words("There are no wrong answers. You need not agree with anybody."),
        )
    bands: list[list[Phrase]] = [
        [Strong(f"{numbers}:"), sentence(meaning)] for numbers, meaning in card.bands
    ]
    page.box(*bands)
    if page.look.columns < _COLUMNS:
        _one_by_one(page, card)
    else:
        _in_rows(page, card)
    return page.document


def _whose(page: Page, card: ScoreCard) -> str:
    if not card.name:
        return page.words("Private when filled in.")
    return page.words("Private. This card belongs to {name}", name=sentence(card.name))


def _one_by_one(page: Page, card: ScoreCard) -> None:
    for area, about in card.areas:
        page.heading(page.words.known(area))
        page.say(about, keep_next=True)
        circle_numbers(page)


def _in_rows(page: Page, card: ScoreCard) -> None:
    """A row for each part of life; without what it is about for a child, and where larger letters need the side."""
    name_alone = card.is_child or page.look.body > STANDARD.body
    shares = (6.6, 0.0, 10.4) if name_alone else (4.4, 5.1, 7.5)
    columns = [
        named_rows(page.words("Part of life"), shares[0]),
        to_write_in(page.words("What it is about"), shares[1]),
        to_write_in(page.words("1 to 10"), shares[2]),
    ]
    rows = [(page.words.known(area), about or "–", TO_CIRCLE) for area, about in card.areas]
    kept = [place for place, share in enumerate(shares) if share]
    fill_in(
        page,
        page.words("Numbers from 1 to 10"),
        [columns[place] for place in kept],
        [[row[place] for place in kept] for row in rows],
        _CHILDS_ROW if card.is_child else _ROW,
    )


def _childs(form: str) -> Look:
    """A child's sizes with which every part of life has room on one side: in rows, also where letters are large."""
    looks = child_looks(form)
    look = looks[0] if looks[0].line < _OPEN_LINES else looks[1]
    return replace(look, title=look.heading + 4, columns=max(look.columns, _COLUMNS))


def lay_out_score_card(asked: Asked) -> LaidOut:
    """Somebody's own card for a meeting."""
    card = score_card(asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting)
    return LaidOut(
        document=build_score_card(card, asked.made_at, asked.paper),
        on=card.on or asked.today,
        must_not_hold=card.must_not_hold,
    )
