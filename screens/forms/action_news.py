"""How an action is going, told between meetings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, get_args

from eymeeting.domain.actions import ActionStatus, Update
from eymeeting.domain.dates import spoken
from eymeeting.domain.family import ActionNow, action_now
from eymeeting.domain.in_words import STATUS
from eymeeting.domain.names import members_now, names_in_picker, why_not_an_owner
from eymeeting.domain.text import clean_line
from screens.family_desk import FamilyView
from screens.forms.form import Choice, FormRow, Reading
from screens.forms.words_of_days import coming_day

_STATUSES: Final = {status: status for status in get_args(ActionStatus)}


class ActionNewsForm:
    """What has become of one action. Each stay in the form is one piece of news, dated today."""

    help = """\
    A **letter** says how it is going. A note, another day and another owner may follow; all of it is dated today,
    and what was agreed before stays on record.
    """

    def __init__(self, ref: str, action: str, news: str) -> None:
        self.where = f"{ref}/news of {action}"
        self._action = action
        self._id = news

    def title(self, view: FamilyView) -> str:
        """What is to be done."""
        now = self._now(view)
        return "An action" if now is None else f"An action · {now.action.text}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand."""
        now, news = self._now(view), self._kept(view)
        if now is None:
            return (FormRow(id="gone", label="This action", value="is not there any more"),)
        owners = [
            each
            for each in members_now(view.family)
            if why_not_an_owner(each) is None or each.id == now.owner
        ]
        names = names_in_picker(owners)
        return (
            FormRow(
                id="status",
                label="How is it going?",
                choices=tuple(Choice(id=status, words=words) for status, words in STATUS.items()),
                chosen=(now.status,),
            ),
            FormRow(
                id="note",
                label="A note",
                value="" if news is None else news.note or "",
                hint="what happened, if there is more to say",
            ),
            FormRow(
                id="due", label="By when", value="" if now.due is None else spoken(now.due), hint="fri, or 2w"
            ),
            FormRow(
                id="owner",
                label="Who does it",
                choices=tuple(Choice(id=each.id, words=names[each.id]) for each in owners),
                chosen=() if now.owner is None else (now.owner,),
            ),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words = clean_line(typed).strip()
        if row == "note":
            return self._with(view, note=words or None)
        if row == "gone":
            return Reading()
        read = coming_day(words, view.today, view.calendar)
        if read.day is None:
            return Reading(problem=read.problem)
        return replace(self._with(view, due=read.day), understood=read.understood)

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change."""
        if row == "status":
            return self._with(view, status=_STATUSES[choice])
        return self._with(view, reassigned_to=choice)

    def taken_away(self, view: FamilyView) -> Reading | None:
        """Today's news may be taken away."""
        kept = self._kept(view)
        return None if kept is None else Reading(changes=(view.change(kept, None),))

    def _now(self, view: FamilyView) -> ActionNow | None:
        found = next((each for each in view.family.actions if each.id == self._action), None)
        return None if found is None else action_now(view.family, found)

    def _kept(self, view: FamilyView) -> Update | None:
        return next((each for each in view.family.updates if each.id == self._id), None)

    def _with(self, view: FamilyView, **changed: Any) -> Reading:
        now, before = self._now(view), self._kept(view)
        if now is None:
            return Reading(problem="This action is not there any more.")
        position = view.family.next_position(Update)
        blank = Update(
            id=self._id, position=position, action=self._action, status=_STATUSES[now.status], on=view.today
        )
        after = replace(before or blank, **changed)
        return Reading() if after in (before, blank) else Reading(changes=(view.change(before, after),))
