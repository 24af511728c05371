"""The one line in which words about somebody's agreement are typed: a limit, a reason, a note, a service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from eymeeting.domain.agreeing import Asking, Step, answer_of_the_day, of_the_day, with_more, with_words
from eymeeting.domain.family import Family
from eymeeting.domain.people import Worker
from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import clean_line
from eymeeting.domain.who_interprets import interpreter_called
from screens.agreement_interpreter import InterpreterOffers
from screens.widgets.draft_input import DraftInput

QUESTIONS: Final[dict[str, str]] = {
    "limit": "Limited to what?",
    "duty": "Which duty? For the chair's record only",
    "reason": "Why not? For the chair's record only",
    "note": "A note on what was said",
    "scope": "What is this agreement about?",
    "agency": "Which service?",
    "interpreter": "Who interpreted? Tab takes the name offered, Enter keeps it",
}
_PART_OF_ANSWER: Final = {"limit": "limit", "duty": "reason", "reason": "reason"}
_NOTHING: Final = ("", "", "")


class AgreementLine(DraftInput):
    """It is seen only while it asks something. A reason that is kept is never shown again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab",
            "take_offered",
            "Take it",
            show=False,
            priority=True,
            tooltip="Take the name offered",
            id="agreement_line.take_offered",
        ),
    ]
    DEFAULT_CSS = """
    AgreementLine { display: none; &.-open { display: block; } }
    """

    def __init__(self) -> None:
        super().__init__(Draft(text="", cursor=0), where="", id="agreement-line", placeholder="Type here")
        self.about = _NOTHING
        self._interpreters: Sequence[Worker] = ()

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
        self.suggester = InterpreterOffers(self._interpreters) if kind == "interpreter" else None
        self.where = f"{family.ref}/agreement/{'|'.join(self.about)}"
        draft = draft_of(self.where)
        kept = _kept(kind, family, asking, agency)
        self.put(draft.text or kept, draft.cursor if draft.text else None)
        self.add_class("-open")

    def ask_interpreter(self, known: Sequence[Worker]) -> None:
        """Know who interprets here, before that is asked."""
        self._interpreters = known

    @property
    def interpreter(self) -> Worker | None:
        """Whom the name in the line means."""
        return interpreter_called(self.words, self._interpreters)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Tab takes a name while one is offered; else it stays in the line that asks."""
        return action != "take_offered" or self.is_open

    def action_take_offered(self) -> None:
        """Put the whole name that is offered."""
        offered = (
            self.suggester.offered(self.value) if isinstance(self.suggester, InterpreterOffers) else None
        )
        if offered is not None:
            self.value = offered
            self.cursor_position = len(offered)

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
        if kind == "interpreter":
            found = self.interpreter
            return with_more(family, asking, interpreter=None if found is None else found.id)
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
        "interpreter": _name_of(family, agreement.interpreter if agreement is not None else None),
    }
    return kept.get(kind) or ""


def _name_of(family: Family, worker: str | None) -> str:
    found = None if worker is None else family.worker(worker)
    return "" if found is None else found.name
