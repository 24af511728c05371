"""Choosing what the plan is about: up to four areas, ranked by the lowest single voice."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.entry import new_id
from eymeeting.domain.meeting import Priority
from eymeeting.domain.names import short_names
from eymeeting.domain.scaling import Voice, priorities
from screens.plain import plain
from screens.steps.step import Step
from screens.widgets.lettered_list import LetteredList, LetteredRow


class AreasStep(Step):
    """The areas, hardest first; a letter chooses one or lets it go."""

    STEP = "areas"
    HELP = """\
    The areas stand hardest first: by the lowest single score, then by how many said 4 or less.
    A **letter** chooses an area or lets it go. The family may choose any, scored or not.
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, the areas, how many may still be chosen."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(self._rows(), id="areas")
        yield Static(id="chosen", classes="quiet")

    def on_mount(self) -> None:
        """Say how many are chosen."""
        self._count()

    def keyboard_goes_to(self) -> Widget:
        """The areas."""
        return self.query_one(LetteredList)

    def show(self) -> None:
        """Draw what is chosen."""
        self.query_one(LetteredList).show(self._rows())
        self._count()

    @on(LetteredList.Chosen)
    def choose(self, event: LetteredList.Chosen) -> None:
        """Choose an area, or let it go."""
        event.stop()
        chosen = self._chosen()
        before = next((priority for priority in chosen if priority.area == event.id), None)
        if before is not None:
            self.did(before, None)
        elif len(chosen) >= self.view.pack.limits.chosen_areas:
            self._count(full=True)
        else:
            position = self.view.family.next_position(Priority)
            after = Priority(id=new_id(), position=position, meeting=self.view.meeting_id, area=event.id)
            self.did(None, after)

    def _count(self, *, full: bool = False) -> None:
        most, chosen = self.view.pack.limits.chosen_areas, len(self._chosen())
        words = f"{chosen} chosen, up to {most}."
        if full:
            words = f"{most} are chosen already. Let one go first, with its letter."
        self.query_one("#chosen", Static).update(plain(words))

    def _chosen(self) -> tuple[Priority, ...]:
        return tuple(each for each in self.view.family.priorities if each.meeting == self.view.meeting_id)

    def _rows(self) -> list[LetteredRow]:
        pack, family = self.view.pack, self.view.family
        areas = [area.id for area in pack.joint_areas()]
        areas += [each.area for each in self._chosen() if each.area not in areas]
        scores = self.view.open_here(family.scores)
        ranked = priorities(scores, areas)
        voices = {voice.area: voice for voice in ranked}
        order = [voice.area for voice in ranked] + [area for area in areas if area not in voices]
        chosen = [each.area for each in self._chosen()]
        return [
            LetteredRow(
                area,
                pack.area_name(area),
                self._said(voices.get(area)),
                "",
                "✓" if area in chosen else "·",
            )
            for area in order
        ]

    def _said(self, voice: Voice | None) -> str:
        if voice is None:
            return "not scored"
        names = short_names(self.view.family)
        whose = " and ".join(names[who] for who in voice.whose)
        return f"{voice.lowest}, {whose}"
