"""A decision to share, or not to share, outside an agreement. It is for the chair's record alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from eymeeting.domain.agreement import Sharing
from eymeeting.domain.at_the_keyboard import who_may_type
from eymeeting.domain.dates import spoken
from eymeeting.domain.family import Change
from eymeeting.domain.sharing import asked_because_of, record_for
from eymeeting.domain.text import NOTE_LIMIT, clean_line, clean_text
from screens.family_desk import FamilyView
from screens.forms.form import Choice, FormRow, Reading
from screens.forms.words_of_days import past_day

_YES_OR_NO: Final = (Choice(id="yes", words="yes"), Choice(id="no", words="no"))
_LONG: Final = frozenset({"what", "why_not_asked", "why_not_told"})
_DAYS: Final = frozenset({"on", "told_family_on"})
_REASON: Final = "lawful_reason"
_OTHER_REASON: Final = "other reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOn:
    """What was stopped, and is gone on with only for a reason.

    ``why_stopped`` is said first, ``done`` afterwards; ``with_it`` is done in one act with the ``decision``.
    """

    where: str
    title: str
    why_stopped: str
    done: str
    decision: Callable[[FamilyView], Sharing]
    with_it: Callable[[FamilyView], tuple[Change, ...]]


class SharingForm:
    """One decision. Nothing is kept of it before its first row is."""

    is_for_one_alone = True
    help = """\
    What was shared or kept back outside an agreement, and why. Press a choice's **letter**, or type the words.
    Only the chair's full record tells of it. Whoever chairs the meeting it belongs to, or decided it,
    can open it again and put it right. **F8** takes back the last thing.
    """

    def __init__(self, ref: str, decision: str, going_on: GoingOn | None = None) -> None:
        """Until there is a reason for ``going_on``, the reason alone is asked for."""
        self.where = f"{ref}/sharing {decision}" if going_on is None else going_on.where
        self._id = decision
        self._going_on = going_on

    def title(self, view: FamilyView) -> str:
        """What it is, for whoever is at the keyboard alone."""
        what = "Sharing without an agreement" if self._going_on is None else self._going_on.title
        return f"{what} · {view.family.details.called}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand."""
        sharing = self._kept(view)
        if sharing is None and self._going_on is not None:
            return _reason_rows(view, None, f"{self._going_on.why_stopped} To go on, give a lawful reason.")
        sharing = sharing or self._blank(view)
        return (
            *_what_rows(view, sharing),
            *_asked_rows(sharing),
            *_decided_rows(view, sharing),
            *_reason_rows(view, sharing.lawful_reason),
            *_told_rows(sharing),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words = clean_text(typed).strip() if row in _LONG else clean_line(typed).strip()
        if row in _DAYS:
            return self._day(view, row, words)
        if row == "what":
            return self._with(view, what=words)
        if row == _OTHER_REASON:
            return self._because(view, words) if words else self._without_other_words(view)
        return self._with(view, **{row: words or None})

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change."""
        sharing = self._kept(view) or self._blank(view)
        if row == _REASON:
            return self._because(view, None if sharing.lawful_reason == choice else choice)
        if row == "shared":
            return self._with(view, shared=choice == "yes")
        is_yes = choice == "yes"
        asked = None if sharing.agreement_asked is is_yes else is_yes
        return self._with(view, agreement_asked=asked)

    def taken_away(self, view: FamilyView) -> Reading | None:
        """A decision written down by mistake may go, while nobody is asked to a meeting by it."""
        kept = self._kept(view)
        if kept is None:
            return None
        asked = asked_because_of(view.family, kept, view.today)
        if asked is not None:
            return Reading(problem=f"{asked} is asked to a meeting by this decision. Take that back first.")
        return Reading(changes=(view.change(kept, None),))

    def _kept(self, view: FamilyView) -> Sharing | None:
        return next((each for each in view.family.sharings if each.id == self._id), None)

    def _blank(self, view: FamilyView) -> Sharing:
        if self._going_on is not None:
            return self._going_on.decision(view)
        return blank_decision(view, self._id)

    def _day(self, view: FamilyView, row: str, words: str) -> Reading:
        if not words and row != "on":
            return self._with(view, **{row: None})
        read = past_day(words, view.today)
        if read.day is None:
            return Reading(problem=read.problem)
        changed: dict[str, Any] = {row: read.day}
        if row == "on":
            changed["meeting"] = record_for(view.family, read.day)
        return replace(self._with(view, **changed), understood=f"{read.understood}.")

    def _because(self, view: FamilyView, reason: str | None) -> Reading:
        if reason is None and self._going_on is not None:
            return Reading(
                problem="This was gone on with for a reason. Give another, or take it back with F8."
            )
        return self._with(view, lawful_reason=reason)

    def _without_other_words(self, view: FamilyView) -> Reading:
        sharing = self._kept(view)
        reason = None if sharing is None else sharing.lawful_reason
        offered = reason in view.pack.sentences.lawful_reasons
        return Reading() if reason is None or offered else self._because(view, None)

    def _with(self, view: FamilyView, **changed: Any) -> Reading:
        before = self._kept(view)
        blank = self._blank(view) if before is None else before
        after = replace(blank, **changed)
        if after == blank:
            return Reading()
        if before is not None or self._going_on is None:
            return Reading(changes=(view.change(before, after),))
        beside = self._going_on.with_it(view)
        return Reading(changes=(*beside, view.change(before, after)), understood=self._going_on.done)


def blank_decision(view: FamilyView, decision: str, **known: Any) -> Sharing:
    """A decision of today, made by whoever is at the keyboard, in the record of the meeting it belongs to."""
    worker = view.family.worker(view.keyboard)
    blank = Sharing(
        id=decision,
        position=view.family.next_position(Sharing),
        on=view.today,
        what="",
        shared=True,
        meeting=record_for(view.family, view.today),
        decided_by=None if worker is None else worker.name,
    )
    return replace(blank, **known)


def _what_rows(view: FamilyView, sharing: Sharing) -> tuple[FormRow, ...]:
    services = dict.fromkeys((*(each.agency for each in view.family.workers), *view.pack.lists.agencies))
    return (
        FormRow(
            id="what",
            label="What, and why",
            value=sharing.what,
            is_long=True,
            limit=NOTE_LIMIT,
            hint="what was shared or kept back, and why",
        ),
        FormRow(
            id="shared",
            label="Was it shared?",
            choices=_YES_OR_NO,
            chosen=("yes" if sharing.shared else "no",),
        ),
        FormRow(
            id="shared_with",
            label="With whom",
            value=sharing.shared_with or "",
            suggestions=tuple(each for each in services if each),
            hint="a service, or somebody's name",
        ),
        FormRow(id="on", label="When", value=spoken(sharing.on), hint="today, yesterday, or 12 nov"),
    )


def _asked_rows(sharing: Sharing) -> tuple[FormRow, ...]:
    asked = sharing.agreement_asked
    chosen = () if asked is None else ("yes" if asked else "no",)
    rows = [FormRow(id="agreement_asked", label="Was the family asked?", choices=_YES_OR_NO, chosen=chosen)]
    if asked is False or sharing.why_not_asked:
        rows.append(_long("why_not_asked", "Why not asked", sharing.why_not_asked))
    return tuple(rows)


def _decided_rows(view: FamilyView, sharing: Sharing) -> tuple[FormRow, ...]:
    workers = tuple(each.name for each in who_may_type(view.family))
    decided = next((w.name for w in view.family.workers if w.id == sharing.decided_by), sharing.decided_by)
    return (
        FormRow(
            id="decided_by", label="Who decided", value=decided or "", suggestions=workers, hint="a name"
        ),
        FormRow(
            id="advised_by",
            label="Who advised",
            value=sharing.advised_by or "",
            suggestions=workers,
            hint="a name, or the service's safeguarding lead",
        ),
    )


def _reason_rows(view: FamilyView, reason: str | None, note: str = "") -> tuple[FormRow, ...]:
    offered = view.pack.sentences.lawful_reasons
    typed = FormRow(
        id=_OTHER_REASON,
        label="Another reason" if offered else "Lawful reason",
        value="" if reason is None or reason in offered else reason,
        hint="any other lawful reason",
        note="" if offered else note,
    )
    if not offered:
        return (typed,)
    choices = tuple(Choice(id=each, words=each) for each in offered)
    chosen = (reason,) if reason in offered and reason is not None else ()
    return FormRow(id=_REASON, label="Lawful reason", choices=choices, chosen=chosen, note=note), typed


def _told_rows(sharing: Sharing) -> tuple[FormRow, ...]:
    told = sharing.told_family_on
    day = FormRow(
        id="told_family_on",
        label="Family told on",
        value="" if told is None else spoken(told),
        hint="today, or 12 nov; empty: not told",
    )
    why_not = _long("why_not_told", "Why not told", sharing.why_not_told)
    return (day, why_not) if told is None or sharing.why_not_told else (day,)


def _long(row: str, label: str, value: str | None) -> FormRow:
    return FormRow(
        id=row, label=label, value=value or "", is_long=True, limit=NOTE_LIMIT, hint="in a few words"
    )
