from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from exports.paper import PLAIN_PAPER, Paper
from exports.papers_wanted import Wanted
from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.panel import FamilyTold, PanelItem
from eymeeting.domain.panel_meeting import PanelMeeting, Seat
from eymeeting.packs import default_pack
from screens.panel.papers import make_papers

NOW = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)


def decided(people: ModuleType) -> tuple[Any, PanelItem]:
    """A family of which something was decided, with an action for the service that brought it."""
    item = PanelItem(
        id="i1",
        on=NOW.date(),
        panel="Family Matters",
        slot_minutes=10,
        brought_by="w1",
        why_now="The rent",
        family_told=FamilyTold(told=True, agencies=("Larkfield children's centre",)),
        decision="We ring housing",
    )
    action = Action(
        id="a1",
        text="Ring housing",
        owner="w1",
        due=NOW.date(),
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        panel_item="i1",
    )
    said = Agreement(id="g1", by="p1", on=NOW.date(), method="spoken", scope="this plan")
    yes = Answer(id="y1", agreement="g1", agency="Larkfield children's centre", answer="yes")
    family = people.without_start(people.the_adeyemis())
    mother = replace(family.people[0], parental_responsibility=True)
    family = replace(family, people=(mother, *family.people[1:]), agreements=(said,), answers=(yes,))
    return replace(family, panel_items=(item,), actions=(action,)), item


def test_every_paper_of_a_panel_is_made_in_one_go_and_no_list_is_in_a_familys_folder(
    people: ModuleType, tmp_path: Path
) -> None:
    seats = (Seat(name="Grace Holloway", role="Family support worker", agency="Larkfield children's centre"),)
    panel = PanelMeeting(id="n1", name="Family Matters", on=NOW.date(), start="09:00", seats=seats)
    family, item = decided(people)
    made = make_papers(panel, [(family, item)], tmp_path, NOW, default_pack())
    papers = list(tmp_path.rglob("*.docx"))
    assert (made.count, made.not_made) == (len(papers), ())
    assert sorted(path.parent == made.folder for path in papers) == [False] * 4 + [True] * 2

    nothing = make_papers(panel, [(family, replace(item, decision=None))], tmp_path, NOW, default_pack())
    assert (nothing.count, nothing.not_made) == (0, ())


def test_the_papers_lie_in_the_folder_of_their_day_on_the_paper_that_is_kept(
    people: ModuleType, tmp_path: Path
) -> None:
    seats = (Seat(name="Grace Holloway", role="Family support worker", agency="Larkfield children's centre"),)
    panel = PanelMeeting(id="n1", name="Family Matters", on=NOW.date(), start="09:00", seats=seats)
    family, item = decided(people)
    asked: list[Wanted] = []

    def papers(wanted: Wanted) -> Paper:
        asked.append(wanted)
        return replace(PLAIN_PAPER, remark="On plain paper.")

    made = make_papers(panel, [(family, item)], tmp_path, NOW, default_pack(), papers)
    assert (len(asked), made.remarks) == (made.count, ("On plain paper.",))
    folders = {path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx")}
    assert folders == {f"{family.ref}/{NOW.date().isoformat()}", f"panel-{NOW.date().isoformat()}"}
