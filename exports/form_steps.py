"""What stands under each step of the paper form: room for just what the app's step takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from exports.form_fields import box, circle_numbers, tick_box
from exports.form_steps_at_the_end import AT_THE_END
from exports.form_steps_at_the_start import AT_THE_START
from exports.form_tables import TO_CIRCLE, blank_rows, fill_in, named_rows, to_write_in
from exports.house_style import Page
from exports.spoken import day_near, sentence
from exports.tables import Column
from exports.writing import Strong
from eymeeting.domain.closing import LAST_MEETING
from eymeeting.domain.paper_form import PaperForm


def _children(page: Page, form: PaperForm) -> None:
    if not form.children:
        box(page, page.words("Each child's own words, after their name"), 3.8)
    for place, child in enumerate(form.children):
        if place:
            page.heading(child, 3)
        box(page, page.words("{child}, in their own words or a drawing", child=child), 3)
    page.say(
        page.words("Who may see it:"),
        tick_box(page.words("everyone on the plan")),
        tick_box(page.words("only those named here:")),
    )


def _story(page: Page, form: PaperForm) -> None:
    if form.is_a_review:
        box(page, page.words("What has changed, and who said it"), 4.5)
        return
    parts = (page.words("Before"), page.words("Now"), page.words("What we hope for"))
    _in_their_words(page, form, "story", parts)


def _journey(page: Page, form: PaperForm) -> None:
    parts = (
        page.words("What we are good at"),
        page.words("What we want to change, improve or strengthen"),
        page.words("How life will be when it has happened"),
    )
    _in_their_words(page, form, "journey", parts)


def _in_their_words(page: Page, form: PaperForm, step: str, parts: Sequence[str]) -> None:
    """Questions with room for the answers beside them."""
    columns = [
        named_rows(page.words("Question"), 4),
        to_write_in(page.words("In your own words, and who said it"), 13),
    ]
    fill_in(page, form.title(step), columns, [(part, "") for part in parts], 2.5)


def _one_box(page: Page, _: PaperForm) -> None:
    box(page, page.words("In your own words, and who said it"), 7)


def _review(page: Page, form: PaperForm) -> None:
    columns = [
        to_write_in(page.words("What was agreed"), 5.2),
        to_write_in(page.words("Who"), 2.7),
        to_write_in(page.words("By when"), 2.7),
        to_write_in(page.words("How it went"), 3.5),
        to_write_in(page.words("What was said, or a new day"), 2.9),
    ]
    went = "\n".join(
        (
            tick_box(page.words("done")),
            tick_box(page.words("part done")),
            tick_box(page.words("not done")),
            tick_box(page.words("not needed")),
        )
    )
    asked = [
        (each.what, each.who, day_near(each.due, met_on=form.on or each.due) if each.due else "", went, "")
        for each in form.actions
    ]
    blank = 1 if asked else 5
    fill_in(page, page.words("What was agreed"), columns, [*asked, *[("", "", "", went, "")] * blank], 2.1)
    if form.wanted:
        page.heading(page.words("What you wanted: has it happened?"), 3)
        for each in form.wanted:
            page.say(tick_box(each))


def _scores(page: Page, form: PaperForm) -> None:
    page.say(form.sentences.scale, keep_next=True)
    page.say(
        page.words("Draw a ring round one number. You may leave any out, and you need not agree."),
        keep_next=True,
    )
    columns = [
        named_rows(page.words("Part of life"), 6.7),
        to_write_in(page.words("Who"), 2.8),
        to_write_in(page.words("1 to 10"), 7.5),
    ]
    who = form.scorers or ("", "", "")
    rows = [(area.name, each, TO_CIRCLE) for area in form.areas for each in who]
    fill_in(page, page.words("Numbers from 1 to 10"), columns, rows, 0.7)


def _workers(page: Page, form: PaperForm) -> None:
    columns = [
        named_rows(page.words("Who"), 3.5),
        to_write_in(page.words("What is going well?"), 4.5),
        to_write_in(page.words("What are they worried about?"), 4.5),
        to_write_in(page.words("What can they do?"), 4.5),
    ]
    rows = [(each.name, "", "", "") for each in form.helpers] or blank_rows(4, 4)
    fill_in(page, form.title("workers"), columns, rows, 1.7)


def _areas(page: Page, form: PaperForm) -> None:
    _chosen_last_time(page, form)
    columns = [
        named_rows(page.words("Part of life"), 6),
        to_write_in(page.words("How life will be when it has happened"), 11),
    ]
    page.say(page.words("Choose up to {number}.", number=form.limits.chosen_areas), keep_next=True)
    fill_in(page, form.title("areas"), columns, blank_rows(form.limits.chosen_areas, 2), 1)


def _chosen_last_time(page: Page, form: PaperForm) -> None:
    areas = [f"{area}: {life_when}" if life_when else area for area, life_when in form.chosen]
    if any(life_when for _, life_when in form.chosen):
        page.say(Strong(page.words("Last time:")), keep_next=True)
        page.bullets(areas)
    elif areas:
        page.say(Strong(page.words("Last time:")), sentence("; ".join(areas)), keep_next=True)


def _actions(page: Page, form: PaperForm) -> None:
    columns = [
        Column(heading=page.words("No."), share=1.3, label=True, counts=True),
        to_write_in(page.words("What"), 5.5),
        to_write_in(page.words("Who: one name"), 3.6),
        to_write_in(page.words("By when"), 2.6),
        to_write_in(page.words("How we will know"), 4),
    ]
    count = 4 if form.type == LAST_MEETING else 8
    rows = [(str(number), "", "", "", "") for number in range(1, count + 1)]
    fill_in(page, form.title("actions"), columns, rows, 1.2)


def _view(page: Page, _: PaperForm) -> None:
    page.say(page.words("How much did we help? 1 is not at all, 10 is very much."))
    circle_numbers(page)
    box(page, page.words("In your own words"), 2.4)


_UNDER: Final[Mapping[str, Callable[[Page, PaperForm], None]]] = {
    **AT_THE_START,
    "children": _children,
    "story": _story,
    "journey": _journey,
    "past": _one_box,
    "present": _one_box,
    "future": _one_box,
    "review": _review,
    "scores": _scores,
    "workers": _workers,
    "areas": _areas,
    "actions": _actions,
    "view": _view,
    **AT_THE_END,
}
"""What stands under a step, by its id."""


def under_the_step(page: Page, form: PaperForm, step: str) -> None:
    """Write what stands under a step; a step nobody has planned paper for has a box."""
    _UNDER.get(step, _one_box)(page, form)
