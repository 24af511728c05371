"""The one line in which words about somebody's agreement are typed: a limit, a reason, a note, a service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from eymeeting.domain.agreeing import Asking, Step, answer_of_the_day, of_the_day, with_more, with_words
from eymeeting.domain.family import Family
from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import clean_line
from screens.widgets.draft_input import DraftInput

QUESTIONS: Final[dict[str, str]] = {
    "limit": "Limited to what?",
    "duty": "Which duty? For the chair's record only",
    "reason": "Why not? For the chair's record only",
    "note": "A note on what was said",
    "scope": "What is this agreement about?",
    "agency": "Which service?",
}
_PART_OF_ANSWER: Final = {"limit": "limit", "duty": "reason", "reason": "reason"}
_NOTHING: Final = ("", "", "")


class AgreementLine(DraftInput):
    """It is seen only while it asks something. A reason that is kept is never shown again."""

    DEFAULT_CSS = """
    AgreementLine { display: none; &.-open { display: block; } }
    """

    def __init__(self) -> None:
        super().__init__(Draft(text="", cursor=0), where="", id="agreement-line", placeholder="Type here")
        self.about = _NOTHING

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self.about != _NOTHING

    @property
    def words(self) -> str:
        """What stands in it, cleaned."""
        return clean_line(self.value).strip()

    def open(
        self, kind: str, family: Family, asking: Asking, agency: str, draft_of: Callable[[str], Draft]
    ) -> None:
        """Ask one thing about somebody and a service; what was half typed comes back."""
        self.about = (kind, asking.person, agency)
        self.where = f"{family.ref}/agreement/{'|'.join(self.about)}"
        draft = draft_of(self.where)
        kept = _kept(kind, family, asking, agency)
        self.put(draft.text or kept, draft.cursor if draft.text else None)
        self.add_class("-open")

    def close(self) -> None:
        """Ask nothing more."""
        self.about = _NOTHING
        self.remove_class("-open")

    def question(self, called: str) -> str:
        """What is asked, and of whom."""
        kind, _, agency = self.about
        asked = QUESTIONS[kind]
        return f"{called}, {agency}: {asked}" if kind in _PART_OF_ANSWER else asked

    def steps(self, family: Family, asking: Asking) -> tuple[Step, ...]:
        """What the words change. Empty words take a limit or a note away, and change nothing else."""
        kind, _, agency = self.about
        words = self.words or None
        if kind == "agency" or (words is None and kind not in ("limit", "note")):
            return ()
        if kind in _PART_OF_ANSWER:
            return with_words(family, asking, agency, **{_PART_OF_ANSWER[kind]: words})
        return with_more(family, asking, **{kind: words})


def _kept(kind: str, family: Family, asking: Asking, agency: str) -> str:
    answer, agreement = answer_of_the_day(family, asking, agency), of_the_day(family, asking)
    kept = {
        "limit": answer.limit if answer is not None else "",
        "note": agreement.note if agreement is not None else "",
        "scope": agreement.scope if agreement is not None else "",
    }
    return kept.get(kind) or ""
