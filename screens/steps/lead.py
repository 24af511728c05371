"""Who is the family's first call."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.names import names_in_picker
from screens.plain import plain
from screens.steps.step import Step
from screens.widgets.lettered_list import LetteredList, LetteredRow


class LeadStep(Step):
    """The workers, and who of the family agreed."""

    STEP = "lead"
    HELP = """\
    A worker's **letter** makes them the one who leads; again lets it go.
    The letter of somebody of the family says that they agreed.
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, then everybody who may lead or agree."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(self._rows(), id="lead")

    def keyboard_goes_to(self) -> Widget:
        """The list."""
        return self.query_one(LetteredList)

    def show(self) -> None:
        """Draw who leads and who agreed."""
        self.query_one(LetteredList).show(self._rows())

    @on(LetteredList.Chosen)
    def choose(self, event: LetteredList.Chosen) -> None:
        """Choose who leads, or mark that somebody agreed."""
        event.stop()
        meeting = self.view.meeting
        if self.view.family.worker(event.id) is not None:
            lead = None if meeting.lead_professional == event.id else event.id
            self.did(meeting, replace(meeting, lead_professional=lead))
            return
        agreed = list(meeting.lead_agreed_by or ())
        if event.id in agreed:
            agreed.remove(event.id)
        else:
            agreed.append(event.id)
        self.did(meeting, replace(meeting, lead_agreed_by=tuple(agreed) or None))

    def _rows(self) -> list[LetteredRow]:
        family, meeting = self.view.family, self.view.meeting
        names = names_in_picker((*family.people, *family.workers))
        rows = [
            LetteredRow(
                worker.id,
                names[worker.id],
                "",
                "leads" if worker.id == meeting.lead_professional else "",
                "✓" if worker.id == meeting.lead_professional else "·",
                "Who is the family's first call?",
            )
            for worker in family.workers
            if not worker.interpreter
        ]
        agreed = meeting.lead_agreed_by or ()
        rows += [
            LetteredRow(
                person.id,
                names[person.id],
                "",
                "agreed" if person.id in agreed else "",
                "✓" if person.id in agreed else "·",
                "Who of the family agrees?",
            )
            for person in family.people
            if person.kind != "unborn"
        ]
        return rows
