"""What somebody said alone, written down by whoever was told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from eymeeting.domain.at_the_keyboard import may_open, who_may_type
from eymeeting.domain.meeting import Safeguarding
from eymeeting.domain.names import names_in_picker
from eymeeting.domain.people import Worker
from eymeeting.domain.reach import chair_of
from eymeeting.domain.said_alone import Pause, blank_note, note_of
from eymeeting.domain.text import NOTE_LIMIT, clean_line, clean_text
from eymeeting.domain.times import spoken_time
from screens.family_desk import FamilyView
from screens.forms.form import Choice, FormRow, Reading

_MAY_BE_NOTHING: Final = frozenset({"told_family", "referral_ref", "advised_by", "lawful_reason"})
_IS_LONG: Final = frozenset({"what", "why_not_asked", "told_family"})
_LABELS: Final = {
    "what": ("What was said", "their words, as they said them"),
    "shared_with": ("Shared with", "whom you told: name, service, when"),
    "why_not_asked": ("Why it was not asked", "if nobody asked for agreement"),
    "decided_by": ("Decided by", "who decided to share it, or not to"),
    "advised_by": ("Advised by", "whom you rang for advice"),
    "lawful_reason": ("Lawful reason", "why it may be shared"),
    "told_family": ("Told the family", "what and when, or why not"),
    "referral_ref": ("Referral reference", "the number you were given"),
}
_BEFORE_ASKED: Final = ("shared_with",)
_AFTER_ASKED: Final = (
    "why_not_asked",
    "decided_by",
    "advised_by",
    "lawful_reason",
    "told_family",
    "referral_ref",
)


class HarmNoteForm:
    """The note of one pause. It begins with its first words; nothing is kept of it before but the time."""

    is_for_one_alone = True
    help = """\
    Only whoever raised it reads this, and the chair in the full record. What was said first, in their words.
    Each row is kept as you leave it; nothing has to be filled in now. **F8** takes back the last thing.
    """

    def __init__(self, ref: str, pause: Pause) -> None:
        self.where = f"{ref}/alone {pause.id}"
        self._pause = pause

    def title(self, view: FamilyView) -> str:
        """When it was said."""
        time = (note_of(view.family, self._pause) or self._pause).time
        return f"What was said alone, {spoken_time(time)}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand; none for somebody who may not read the note, or not any more."""
        kept = note_of(view.family, self._pause)
        if kept is not None and not may_open(
            view.family, kept, view.keyboard, today=view.today, pack=view.pack
        ):
            return ()
        note = kept or blank_note(view.family, self._pause)
        workers = self._who_may_have_raised_it(view, note)
        names = names_in_picker(workers)
        yes_or_no = (Choice(id="yes", words="yes"), Choice(id="no", words="no"))
        return (
            _words_row(view, note, "what"),
            FormRow(
                id="raised_by",
                label="Raised by",
                choices=tuple(Choice(id=each.id, words=names[each.id]) for each in workers),
                chosen=(note.raised_by,),
                hint="They alone read it, and the chair.",
            ),
            *(_words_row(view, note, field) for field in _BEFORE_ASKED),
            FormRow(
                id="agreement_asked",
                label="Agreement asked?",
                choices=yes_or_no,
                chosen=("yes" if note.agreement_asked else "no",),
            ),
            *(_words_row(view, note, field) for field in _AFTER_ASKED),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """Words are kept as they are typed."""
        words = (clean_text(typed) if row in _IS_LONG else clean_line(typed)).strip()
        return self._with(view, **{row: words or (None if row in _MAY_BE_NOTHING else "")})

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """Who raised it, or whether agreement was asked."""
        chosen: Any = choice == "yes" if row == "agreement_asked" else choice
        return self._with(view, **{row: chosen})

    def taken_away(self, view: FamilyView) -> Reading | None:  # noqa: ARG002
        """What was said stays; F8 takes back the last thing written."""
        return None

    def _who_may_have_raised_it(self, view: FamilyView, note: Safeguarding) -> tuple[Worker, ...]:
        """For the chair anybody who types; nobody else gives a note away, for then they could not read it any more."""
        if view.keyboard == chair_of(view.family, note.meeting):
            return who_may_type(view.family)
        return tuple(each for each in view.family.workers if each.id == note.raised_by)

    def _with(self, view: FamilyView, **changed: Any) -> Reading:
        before = note_of(view.family, self._pause)
        blank = before or blank_note(view.family, self._pause)
        after = replace(blank, **changed)
        return Reading() if after == blank else Reading(changes=(view.change(before, after),))


def _words_row(view: FamilyView, note: Safeguarding, field: str) -> FormRow:
    label, hint = _LABELS[field]
    workers = tuple(each.name for each in view.family.workers)
    suggestions = {
        "lawful_reason": view.pack.sentences.lawful_reasons,
        "decided_by": workers,
        "advised_by": workers,
    }
    return FormRow(
        id=field,
        label=label,
        value=getattr(note, field) or "",
        hint=hint,
        is_long=field in _IS_LONG,
        limit=NOTE_LIMIT,
        suggestions=suggestions.get(field, ()),
    )
