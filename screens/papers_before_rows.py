"""The rows of the papers before a meeting: whose each is, in which form, and whether it is made already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from string import ascii_lowercase
from typing import ClassVar, Final

from eymeeting.domain.in_words import FORMAT
from eymeeting.domain.names import members_now, names_in_picker, short_names
from eymeeting.domain.set_before import PaperBefore
from screens.copies_rows import MADE
from screens.copies_there import OneCopy
from screens.family_desk import FamilyView
from screens.widgets.lettered_list import LetteredList, LetteredRow

_WORDS: Final = {
    "invitation": "Invitation for {name}",
    "update_slip": "Update slip for {name}",
    "agreement_form": "Agreement form for {name}",
    "form": "Paper form for {name}",
}
_FOR_ALL: Final = {
    "agenda": "Agendas for everybody who may come",
    "score_cards": "Score cards for everybody who may come",
}
_FORMS: Final = {str(form): words for form, words in FORMAT.items()}


class PapersList(LetteredList):
    """Papers under one another; the letters that print and open the folder stand beside none."""

    LETTERS: ClassVar[str] = ascii_lowercase.replace("o", "").replace("p", "")


def row_id(paper: PaperBefore) -> str:
    """What a row of papers is known by in the list."""
    return " ".join((paper.kind, *paper.readers))


def words_of_paper(view: FamilyView, paper: PaperBefore) -> str:
    """What a row of papers is and for whom: “Invitation for Folake (mother)”."""
    if paper.kind in _FOR_ALL:
        return _FOR_ALL[paper.kind]
    (reader,) = paper.readers
    is_a_workers = view.family.worker(reader) is not None
    names = short_names(view.family) if is_a_workers else names_in_picker(members_now(view.family))
    return _WORDS[paper.kind].format(name=names[reader])


def copies_of_papers(view: FamilyView, papers: Sequence[PaperBefore]) -> tuple[OneCopy, ...]:
    """Each paper of these rows: its reader, kind, and the form that reader needs."""
    from exports.papers_wanted import format_wanted

    return tuple(
        OneCopy(reader, each.kind, format_wanted(view.family, reader).format)
        for each in papers
        for reader in each.readers
    )


def row_of_paper(
    view: FamilyView, paper: PaperBefore, *, ticked: Collection[PaperBefore], made: Collection[PaperBefore]
) -> LetteredRow:
    """A row: the form of a single paper where it is not the usual one, how it stands, and whether it is made."""
    forms = [_FORMS[each.form] for each in copies_of_papers(view, [paper]) if each.form != "standard"]
    told = (*(forms if len(paper.readers) == 1 else ()), paper.why, MADE if paper in made else "")
    return LetteredRow(
        row_id(paper),
        words_of_paper(view, paper),
        "",
        ", ".join(filter(None, told)),
        "✓" if paper in ticked else "·",
        "Which papers?",
    )
