"""Short words for somebody's easy read copy: a row for each text on it."""

from __future__ import annotations

from datetime import date
from typing import Final

from eymeeting.domain.easy_copy import ToShorten, for_this_screen, texts_to_shorten
from eymeeting.domain.easy_words import advice, advice_on_all, confirmed, fingerprint
from eymeeting.domain.family import Family
from eymeeting.domain.names import short_names
from eymeeting.domain.problems import Problem
from eymeeting.domain.text import NOTE_LIMIT, clean_line
from screens.desk import MeetingView
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading

NOTHING: Final = "Nothing here waits for short words."
_NO_ROW: Final = "none"
_LABEL: Final = 21
"""Characters of a text in its label."""


class EasyWordsForm:
    """The texts on one adult's copy. Nothing is shortened here but by whoever types."""

    help = """\
    These texts stand on the easy read copy. Type **short words** over one, or leave it as it is; **Enter** confirms
    what stands there and goes to the next. **✓** has words somebody confirmed; the others stand on the copy as
    they were said. Up to 15 words in a sentence, and one idea, are easiest to read. **F8** takes back the last thing.

    Clear a line to let its words go. Only what everyone here may read is listed.
    """

    def __init__(self, ref: str, reader: str) -> None:
        self.where = f"{ref}/easy words {reader}"
        self._reader = reader
        self._worked_out: tuple[Family | None, date | None, tuple[ToShorten, ...]] = (None, None, ())

    def title(self, view: FamilyView) -> str:
        """Whose copy it is, and how many texts still wait of those that may stand here.

        Of any other there is no word, nor how many there are: that alone would tell the room of them.
        """
        waiting = sum(each.words is None for each in self._shown(view))
        return f"Easy words for {short_names(view.family)[self._reader]} · {waiting} left"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """A row a text, under the part of the copy it stands in first."""
        rows, part = [], ""
        for each in self._shown(view):
            rows.append(_row(each, heading=each.part if each.part != part else None))
            part = each.part
        return tuple(rows) or (FormRow(id=_NO_ROW, label="Nothing to do", hint=NOTHING),)

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """Words are kept as they are typed; empty words let them go."""
        text, words = self._text(view, row), clean_line(typed)
        if text is None or (text.words is not None and text.words == words):
            return Reading()
        return Reading(
            changes=confirmed(view.family, text.text, words, by=view.keyboard, on=view.today, pack=view.pack)
        )

    def told_of(self, view: FamilyView, row: str, typed: str) -> str:
        """What was said in these words, and what would make them easier."""
        text, words = self._text(view, row), clean_line(typed)
        if text is None:
            return ""
        others = (each.words for each in self._all(view) if each.words and each != text)
        told = (_as_said(text.text, words), advice(words) or advice_on_all([*others, words]))
        return "\n".join(filter(None, told))

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:  # noqa: ARG002
        """There is nothing to choose here."""
        return Reading()

    def taken_away(self, view: FamilyView) -> Reading | None:  # noqa: ARG002
        """Words go one by one: a line that is cleared."""
        return None

    def _text(self, view: FamilyView, row: str) -> ToShorten | None:
        return next((each for each in self._shown(view) if fingerprint(each.text) == row), None)

    def _all(self, view: FamilyView) -> tuple[ToShorten, ...]:
        """The texts, worked out once for a family as it stands."""
        family, day, texts = self._worked_out
        if family is not view.family or day != view.today:
            try:
                texts = texts_to_shorten(view.family, self._reader, today=view.today, pack=view.pack)
            except Problem:
                texts = ()
            self._worked_out = view.family, view.today, texts
        return texts

    def _shown(self, view: FamilyView) -> tuple[ToShorten, ...]:
        return for_this_screen(
            view.family,
            self._all(view),
            meeting=view.meeting_id if isinstance(view, MeetingView) else None,
            keyboard=view.keyboard,
            today=view.today,
            pack=view.pack,
        )


def _row(text: ToShorten, *, heading: str | None) -> FormRow:
    stands = clean_line(text.text if text.words is None else text.words)
    short = clean_line(text.text)
    if len(short) > _LABEL:
        short = f"{short[: _LABEL - 1]}…"
    return FormRow(
        id=fingerprint(text.text),
        label="· as it stands" if text.words is None else f"✓ {short}",
        value=stands,
        hint="\n".join(filter(None, (_as_said(text.text, stands), advice(stands)))) or "Enter confirms it.",
        is_long=True,
        limit=NOTE_LIMIT,
        heading=heading,
    )


def _as_said(text: str, words: str) -> str:
    said = clean_line(text)
    return "" if said == words else f"In place of: {said}"
