"""Who interpreted when somebody spoke about sharing: taken from the meeting, and typed where it is somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.suggester import Suggester

from eymeeting.domain.agreeing import Asking, Step, not_answered, of_the_day
from eymeeting.domain.agreement import Agreement
from eymeeting.domain.family import Family
from eymeeting.domain.people import Worker
from eymeeting.domain.who_interprets import interpreter_called

NO_INTERPRETER = "No interpreter is known here yet. Add them at the welcome: name, interpreter, service."
NOBODY_CALLED_SO = "No interpreter here is called that. Enter on an empty line: nobody interpreted."


def with_interpreter(family: Family, steps: Sequence[Step], interpreter: str | None) -> tuple[Step, ...]:
    """The steps, where a conversation that begins with somebody who needs an interpreter names who it is."""
    need_one = {person.id for person in family.people if person.interpreter}

    def named(step: Step) -> Step:
        before, after = step
        begins = before is None and isinstance(after, Agreement)
        if begins and isinstance(after, Agreement) and after.by in need_one:
            return before, replace(after, interpreter=after.interpreter or interpreter)
        return step

    return tuple(named(step) for step in steps)


def taken_away(family: Family, asking: Asking, agency: str, interpreter: str | None) -> tuple[Step, ...]:
    """What changes when the day's answer is taken away: no conversation stays for its interpreter alone."""
    said = of_the_day(family, asking)
    if said is None or said.interpreter is None or said.interpreter != interpreter:
        return not_answered(family, asking, agency)
    bare = replace(said, interpreter=None)
    agreements = tuple(bare if each.id == said.id else each for each in family.agreements)
    steps = not_answered(replace(family, agreements=agreements), asking, agency)
    return tuple((said if before == bare else before, after) for before, after in steps)


class InterpreterOffers(Suggester):
    """Offers the rest of an interpreter's name."""

    def __init__(self, known: Sequence[Worker]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    def offered(self, value: str) -> str | None:
        """The whole name that what is typed begins; nothing when it is not one alone."""
        found = interpreter_called(value, self._known)
        return None if found is None or found.name == value else found.name

    async def get_suggestion(self, value: str) -> str | None:
        """The name, where it goes on from what is typed."""
        return self.offered(value)
