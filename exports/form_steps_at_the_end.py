"""What stands under the later steps of the paper form: how it goes on, the family's own plan, what is told to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from exports.form_fields import box, tick_box
from exports.form_tables import blank_rows, fill_in, named_rows, to_write_in
from exports.house_style import Page
from exports.writing import Strong
from eymeeting.domain.closing import LAST_MEETING
from eymeeting.domain.paper_form import PaperForm
from eymeeting.domain.telling import DISCUSSION


def _told(page: Page, _: PaperForm) -> None:
    columns = [
        named_rows(page.words("Has the family been told?"), 6),
        to_write_in(page.words("Write here"), 11),
    ]
    rows = [
        (page.words("Who told them?"), ""),
        (page.words("When?"), ""),
        (page.words("What were they told?"), ""),
        (page.words("Not told? Why do we talk all the same?"), ""),
    ]
    fill_in(page, page.words("Has the family been told?"), columns, rows, 1.2)


def _private(page: Page, form: PaperForm) -> None:
    page.say(tick_box(page.words("The family had time on its own.")), keep_next=True)
    columns = [to_write_in(page.words("From"), 8.5), to_write_in(page.words("Until"), 8.5)]
    fill_in(page, form.title("private"), columns, blank_rows(1, 2), 0.9)


def _agreed(page: Page, _: PaperForm) -> None:
    page.say(tick_box(page.words("Everyone says yes to this plan.")))
    page.say(tick_box(page.words("Not yet.")), keep_next=True)
    box(page, page.words("Why, or what would need to change"), 3)


def _watching(page: Page, _: PaperForm) -> None:
    columns = [
        named_rows(page.words("Who looks in on the plan"), 6),
        to_write_in(page.words("How, and whom they tell"), 11),
    ]
    fill_in(page, page.words("Who looks in on the plan"), columns, blank_rows(3, 2), 1.1)


def _keep(page: Page, _: PaperForm) -> None:
    box(page, page.words("What we will keep doing"), 4.5)


def _call(page: Page, _: PaperForm) -> None:
    columns = [
        named_rows(page.words("Who to call"), 6),
        to_write_in(page.words("Job and service"), 6),
        to_write_in(page.words("Phone"), 5),
    ]
    fill_in(page, page.words("Who to call"), columns, blank_rows(2, 3), 1.1)


def _helped(page: Page, _: PaperForm) -> None:
    box(page, page.words("What helped"), 2.7)
    page.heading(page.words("What got in the way"), 3)
    box(page, page.words("In your own words"), 2.7)


def _outcome(page: Page, form: PaperForm) -> None:
    ways = [
        page.words("We carry on"),
        page.words("We carry on with a lighter touch"),
        page.words("We close: the family no longer needs us"),
        page.words("We step up to social care"),
        page.words("We step down to one service"),
    ]
    for each in ways:
        page.say(tick_box(each))
    box(page, page.words("Why"), 1.8)
    if form.type == LAST_MEETING:
        page.heading(page.words("A later check"), 3)
        box(page, page.words("Who looks in once more, and when"), 1.2)


def _lead(page: Page, form: PaperForm) -> None:
    page.say(*form.sentences.lead_agreement, keep_next=True)
    columns = [
        named_rows(page.words("Who: one name"), 6),
        to_write_in(page.words("Job and service"), 6),
        to_write_in(page.words("Phone"), 5),
    ]
    fill_in(page, page.words("Who to ring first"), columns, blank_rows(1, 3), 0.9)
    page.say(tick_box(page.words("They have said yes.")), tick_box(page.words("The family has said yes.")))


def _next(page: Page, form: PaperForm) -> None:
    if form.type == DISCUSSION:
        columns = [
            named_rows(page.words("Who tells them"), 5),
            to_write_in(page.words("By when"), 4),
            to_write_in(page.words("What they are told"), 8),
        ]
        fill_in(page, form.title("next"), columns, blank_rows(1, 3), 2)
        return
    columns = [
        to_write_in(page.words("Day"), 6),
        to_write_in(page.words("Time"), 4),
        to_write_in(page.words("Place"), 7),
    ]
    fill_in(page, form.title("next"), columns, blank_rows(1, 3), 0.9)


def _finish(page: Page, form: PaperForm) -> None:
    looked_at = [
        page.words("Everything was read back, and it sounds right."),
        page.words("Every child and every parent was heard, or we wrote down why not."),
        page.words("Every action has one name and a day."),
    ]
    for each in looked_at:
        page.say(tick_box(each))
    columns = [
        named_rows(page.words("Who gets a copy"), 6),
        to_write_in(page.words("Print, easy read, language"), 6),
        to_write_in(page.words("How given, and when"), 5),
    ]
    named = [each.name for each in form.people if each.name not in form.children]
    rows = [(each, "", "") for each in named] or blank_rows(3, 3)
    fill_in(page, page.words("Who gets a copy"), columns, rows, 0.85)
    page.say(Strong(page.words("Ended at:")), "____________")


AT_THE_END: Final[Mapping[str, Callable[[Page, PaperForm], None]]] = {
    "told": _told,
    "private": _private,
    "agreed": _agreed,
    "watching": _watching,
    "keep": _keep,
    "call": _call,
    "helped": _helped,
    "outcome": _outcome,
    "lead": _lead,
    "next": _next,
    "finish": _finish,
}
"""What stands under a later step, by its id."""
