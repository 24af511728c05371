"""Choosing what the plan is about: the areas ranked by the lowest single voice, and what life will be like."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.chosen_before import chosen_again, chosen_now, still_to_offer
from eymeeting.domain.entry import Entry
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Priority
from eymeeting.domain.scaling import Voice, priorities
from eymeeting.domain.scores_in_the_room import scores_in_the_room
from eymeeting.domain.scoring import areas_scored, joint_scores
from eymeeting.domain.sitting import Place
from eymeeting.domain.text import clean_text
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.plain import plain
from screens.steps.areas_keys import AREAS_KEYS
from screens.steps.score_words import then_to_now, voice_in_full, voice_words
from screens.steps.step import Step, TakesDown
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.line_editor import LineEditor
from screens.widgets.ranked_areas import RankedAreas

LIFE_WHEN = "What will life be like when it has happened?"
HOPED = "A digit is the number they hope for."
LET_GO = "Let go, with what was written. F8 brings it back."
AS_LAST_TIME = "As last time, with what was written then."
HOW = "A letter chooses. Enter writes."


class AreasStep(Step):
    """The areas, hardest first; a letter chooses one or lets it go, Enter writes about it."""

    STEP = "areas"
    HELP = """\
    The areas stand hardest first: by the lowest single score, then by how many said 4 or less.
    A **letter** chooses an area or lets it go. The family may choose any, scored or not.
    **Enter** writes what life will be like when it has happened; Enter again goes back.
    A **digit** on a chosen area is the number they hope for, **0** is ten; **Backspace** takes it away.
    At a review **○** marks what was chosen last time: **K** chooses all of it again, its letter one of it,
    with what was written then and the number hoped for.
    """
    BINDINGS: ClassVar[list[BindingType]] = AREAS_KEYS
    DEFAULT_CSS = """
    AreasStep #about { height: auto; }
    AreasStep.-writing .say, AreasStep.-writing #chosen { display: none; }
    AreasStep #life { max-height: 4; }
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._writes_about = ""
        self._read()

    def compose(self) -> ComposeResult:
        """What the chair may say, the areas, how many are chosen, the words for one of them."""
        yield Static(plain(self.say()), classes="say")
        yield RankedAreas(self._rows(), id="areas", other=True)
        yield Static(id="chosen", classes="quiet")
        yield Static(id="about")
        yield LineEditor(id="life", placeholder="In their own words")

    def on_mount(self) -> None:
        """Go to the area, or into the words, where the keyboard was."""
        line, _, area = self.start_place.field.partition(":")
        ids = [row.id for row in self._rows()]
        self._list.highlight_row(ids.index(area) if area in ids else 0)
        self._life.display = False
        priority = self._chosen_as(area)
        if line == "life" and priority is not None:
            self._open_life(area)
            self._life.put(priority.life_when or "", self.start_place.cursor)
        self._count()

    def keyboard_goes_to(self) -> Widget:
        """The areas, or the words that are being written."""
        return self._life if self._writes_about else self._list

    @property
    def place(self) -> Place:
        """The area, or the words about it and the cursor in them."""
        if self._writes_about:
            return Place(step=self.STEP, field=f"life:{self._writes_about}", cursor=self._life.cursor)
        return Place(step=self.STEP, field=f"area:{self._list.highlighted or ''}")

    def words_here(self) -> SpokenWords | None:
        """What life will be like, of the area that is open or under the cursor."""
        return said_in(self._chosen_as(self._writes_about or self._list.highlighted or ""))

    def entry_here(self) -> Entry | None:
        """The area that is open or under the cursor, if the family chose it."""
        return self._chosen_as(self._writes_about or self._list.highlighted or "")

    def show(self) -> None:
        """Draw what is chosen."""
        self._read()
        self._list.show(self._rows())
        self._count()
        if self._writes_about:
            priority = self._chosen_as(self._writes_about)
            if priority is None:
                self.action_close_line()
            elif (priority.life_when or "") != clean_text(self._life.text):
                self._life.put(priority.life_when or "")

    def finish(self) -> None:
        """What was written is one thing to undo."""
        self.recorder.left()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Back among the areas, the words are closed."""
        if event.widget is self._list and self._writes_about:
            self._writes_about = ""
            self._life.display = False
            self.remove_class("-writing")
            self.recorder.left()
            self._say_about()

    def action_close_line(self) -> None:
        """Go back to the areas."""
        self.screen.set_focus(self._list)

    @on(RankedAreas.Moved)
    def say_about(self, event: RankedAreas.Moved) -> None:
        """Say whose voice it is, and what the family wrote."""
        event.stop()
        self.recorder.at(self.place)
        self._say_about()

    @on(LetteredList.Chosen)
    def choose(self, event: LetteredList.Chosen) -> None:
        """Choose an area, or let it go."""
        event.stop()
        before = self._chosen_as(event.id)
        if before is None:
            self._choose(event.id)
        elif self.did(before, None) and before.life_when:
            self._count(LET_GO)

    @on(LetteredList.Other)
    def write_about(self, event: LetteredList.Other) -> None:
        """Write what life will be like in an area; it is chosen then."""
        event.stop()
        if self._chosen_as(event.id) is not None or self._choose(event.id):
            self._open_life(event.id)

    @on(LineEditor.Typed)
    def keep_life(self, event: LineEditor.Typed) -> None:
        """Keep the words as they are typed."""
        event.stop()
        before = self._chosen_as(self._writes_about)
        if before is not None:
            text = clean_text(event.text)
            after = replace(before, life_when=text if text.strip() else None)
            self.recorder.wrote(before, after, self.place, event.edits)

    @on(LineEditor.Ended)
    @on(LineEditor.Wandered)
    def end_life(self, event: LineEditor.Ended | LineEditor.Wandered) -> None:
        """The words are written: go back to the areas."""
        event.stop()
        self.action_close_line()

    def action_keep_these(self) -> None:
        """Choose the areas of last time again, with what was written then."""
        offered = tuple(each.area for each in self._offered())
        again = chosen_again(self.view.family, self.view.meeting, offered, self.view.pack)
        if again and self.recorder.did(*(self.view.change(None, each) for each in again)):
            self._count(f"{AS_LAST_TIME} F8 takes it back.")

    def action_score_hoped(self, number: int) -> None:
        """Keep the number the family hopes for in the highlighted area; none takes it away."""
        before = self._chosen_as(self._list.highlighted or "")
        if before is None:
            self._count("Choose the area first, with its letter.")
        elif before.hoped_for != (number or None):
            self.did(before, replace(before, hoped_for=number or None))

    def _read(self) -> None:
        """Take in how the numbers went, as they now stand."""
        self._went = scores_in_the_room(self.view.family, self.view.meeting, self.view.pack).history

    def _choose(self, area: str) -> bool:
        most = self.view.pack.limits.chosen_areas
        if len(self._chosen()) >= most:
            self._count(f"{most} are chosen already. Let one go first, with its letter.")
            return False
        [after] = chosen_again(self.view.family, self.view.meeting, (area,), self.view.pack)
        is_kept = self.did(None, after)
        if is_kept and (after.life_when or after.hoped_for):
            self._count(AS_LAST_TIME)
        return is_kept

    def _open_life(self, area: str) -> None:
        priority = self._chosen_as(area)
        self._writes_about = area
        self._life.display = True
        self.add_class("-writing")
        self._life.put((priority.life_when if priority else None) or "")
        self._say_about()
        self.screen.set_focus(self._life)

    def _count(self, words: str = "") -> None:
        most, chosen = self.view.pack.limits.chosen_areas, len(self._chosen())
        offered = [self.view.pack.area_name(each.area) for each in self._offered()]
        self._list.keeps_k = bool(offered)
        how = f"Last time: {listed(offered)}. K: still these." if offered else HOW
        self.query_one("#chosen", Static).update(plain(words or f"{chosen} chosen, up to {most}. {how}"))
        self._say_about()

    def _say_about(self) -> None:
        area = self._writes_about or self._list.highlighted or ""
        priority = self._chosen_as(area)
        told = [f"{self.view.pack.area_name(area)}: {voice_in_full(self.view, self._voices().get(area))}"]
        if self._writes_about:
            told.append(LIFE_WHEN)
        elif priority is not None:
            told.append(HOPED if priority.hoped_for is None else f"Hoped for: {priority.hoped_for}.")
            told.append(f"“{priority.life_when}”" if priority.life_when else "")
        if not self._writes_about:
            told.insert(1, then_to_now(self.view, self._went, area))
        self.query_one("#about", Static).update(
            plain("\n".join(each for each in told if each) if area else "")
        )

    def _chosen(self) -> tuple[Priority, ...]:
        return self.view.open_here(chosen_now(self.view.family, self.view.meeting))

    def _offered(self) -> tuple[Priority, ...]:
        return still_to_offer(self.view.family, self.view.meeting, self.view.pack)

    def _chosen_as(self, area: str) -> Priority | None:
        return next((each for each in self._chosen() if each.area == area), None)

    def _areas(self) -> list[str]:
        view = self.view
        scores = joint_scores(view.family, view.meeting_id, view.pack)
        found = [area.id for area in view.pack.joint_areas()]
        found += [area.id for area in areas_scored(view.pack, view.meeting, scores)]
        chosen = (*self._chosen(), *self._offered())
        return list(dict.fromkeys([*found, *(each.area for each in chosen)]))

    def _voices(self) -> dict[str, Voice]:
        view = self.view
        scores = joint_scores(view.family, view.meeting_id, view.pack)
        return {voice.area: voice for voice in priorities(scores, self._areas())}

    def _rows(self) -> list[LetteredRow]:
        pack, voices = self.view.pack, self._voices()
        offered = {each.area for each in self._offered()}
        order = [*voices, *(area for area in self._areas() if area not in voices)]
        rows = []
        for area in order:
            priority = self._chosen_as(area)
            hope = f"; hope {priority.hoped_for}" if priority and priority.hoped_for else ""
            state = f"{voice_words(self.view, voices.get(area))}{hope}"
            mark = "✓" if priority else "○" if area in offered else "·"
            rows.append(LetteredRow(area, pack.area_name(area), "", state, mark))
        return rows

    @property
    def _list(self) -> RankedAreas:
        return self.query_one(RankedAreas)

    @property
    def _life(self) -> LineEditor:
        return self.query_one("#life", LineEditor)
