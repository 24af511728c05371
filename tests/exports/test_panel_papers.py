"""The papers of a panel, as they are saved: each is opened again and read."""

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from docx.table import Table
from made.panels import CENTRE, HEALTH, HOUSING, action, agreed, item, known, osmans, whites

from exports.panel_copying import (
    PanelPaper,
    make_agency_list,
    make_panel_note,
    make_panel_record,
    make_tell_list,
    panel_folder,
)
from eymeeting.domain.actions import Update
from eymeeting.domain.agency_panel_list import agencies_with_actions
from eymeeting.domain.agreement import AgencyAnswer
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.panel import FamilyTold, PanelItem, TellFamily
from eymeeting.domain.problems import NotFound, Refused
from eymeeting.packs import default_pack

PACK = default_pack()
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
YES: dict[str, AgencyAnswer] = {CENTRE: "yes", HEALTH: "yes", HOUSING: "yes"}
OPENING = (
    "On Monday 23 November 2026 people from different services talked about how to help you. "
    "This was at Family Matters. This note says what they said."
)
NO_NAMES = "Each family has a page of its own and stands by its reference. No names stand here on purpose."
JOE = "Joe Marsh (housing officer)"


def read(paper: PanelPaper) -> list[str]:
    """The lines of a paper, a row of a table as one."""
    lines = []
    for block in docx.Document(str(paper.path)).iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return [line.replace("\u00a0", " ") for line in lines]


def whole(paper: PanelPaper) -> str:
    with zipfile.ZipFile(paper.path) as package:
        return " ".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())


def talked_of() -> Family:
    """The Osmans after a panel: what is for everyone, for some, and for one alone."""
    alone = Visibility(level="named", to=("w3",))
    family = osmans(
        action("a1", "Book the repair at Sahra’s flat", "w3", helpers=("p1",), how_we_will_know="It is dry"),
        action("a2", "Ring Sahra about the groups", "w1"),
        action("a3", "Sit in on the first visit", "p1", due=None),
        action("a4", "Quietly ask the landlord", "w3", visibility=alone),
        action("a5", "Keep from the father", "w1", not_for=("p2",)),
        told=(
            known("k1", "w3", "Repair logged in January"),
            known("k2", "w2", "Privately known", level="chair_and_agency"),
        ),
        about=item(
            worker_word="chaos",
            level_of_need=3,
            plan_kind="child_protection",
            family_wants_you_to_know="We are tired of ringing",
        ),
    )
    return agreed(family, YES)


def note_for(reader: str, folder: Path, about: PanelItem | None = None) -> list[str]:
    family = talked_of() if about is None else replace(talked_of(), panel_items=(about,))
    return read(make_panel_note(family, "i1", reader, folder=folder, now=NOW, pack=PACK))


def test_a_family_takes_home_what_was_said_decided_and_agreed_in_plain_words(tmp_path: Path) -> None:
    assert note_for("p1", tmp_path) == [
        "What was said about us: Team Osman",
        OPENING,
        "Who talks with you about this: Grace Holloway, family support worker, by Wednesday 25 November.",
        "What we talked about",
        "Who brought it: Imran Sheikh, health visitor.",
        "Why now: the cough and the damp room.",
        "What we asked: What help is the right size?",
        "What you wanted us to know: We are tired of ringing.",
        "What people knew:",
        "Joe Marsh, housing officer: Repair logged in January.",
        "What was decided",
        "A first meeting, and Grace leads.",
        "What happens next",
        "What | Who | By when | How we will know",
        "Sit in on the first visit | Sahra | no date yet | –",
        "Book the repair at Sahra’s flat | Joe Marsh and Sahra | Tuesday 1 December | It is dry",
        "Ring Sahra about the groups | Grace Holloway | Tuesday 1 December | –",
        "Keep from the father | Grace Holloway | Tuesday 1 December | –",
        "If something is wrong",
        *PACK.sentences.wrong,
    ]


def test_a_note_is_cut_for_its_reader_and_never_says_how_the_workers_see_it(tmp_path: Path) -> None:
    paper = make_panel_note(talked_of(), "i1", "p2", folder=tmp_path, now=NOW, pack=PACK)
    text = whole(paper)
    for secret in ("Keep from", "Quietly", "Privately", "chaos", "child protection", "level 3", "EYM-0701"):
        assert secret not in text
    assert "Book the repair" in text
    assert paper.left_out == 3
    assert paper.path.name == "panel-note-EYM-0701-2026-11-23-p2.docx"


def test_a_note_says_what_is_not_settled_or_is_put_off_and_who_has_told_them(tmp_path: Path) -> None:
    put_off = item(decision=None, tell_family=None, carried_to=date(2026, 12, 7))
    lines = note_for("p1", tmp_path, put_off)
    assert "It is not settled yet who talks with you about this." in lines
    assert "We talk about it again on Monday 7 December." in lines
    done = TellFamily(who="w1", by=date(2026, 11, 25), told_on=date(2026, 11, 24))
    lines = note_for("p1", tmp_path, item(tell_family=done))
    assert "Who told you: Grace Holloway, family support worker, on Tuesday 24 November 2026." in lines


def test_why_it_was_talked_of_without_telling_them_is_for_the_record_alone(tmp_path: Path) -> None:
    about = item(family_told=FamilyTold(told=False), went_on_because="somebody could come to harm at once")
    family = replace(talked_of(), panel_items=(about,))
    note = make_panel_note(family, "i1", "p1", folder=tmp_path, now=NOW, pack=PACK)
    record = make_panel_record(family, "i1", "w2", folder=tmp_path, now=NOW, pack=PACK)
    assert "come to harm at once" not in whole(note)
    assert "Why it was talked of all the same | somebody could come to harm at once" in read(record)


def test_only_grown_ups_of_the_family_have_a_note_and_only_who_brought_it_the_record(tmp_path: Path) -> None:
    for reader in ("c1", "w1"):
        with pytest.raises(Refused, match="grown-up"):
            make_panel_note(talked_of(), "i1", reader, folder=tmp_path, now=NOW, pack=PACK)
    with pytest.raises(Refused, match="whoever brought the family"):
        make_panel_record(talked_of(), "i1", "w1", folder=tmp_path, now=NOW, pack=PACK)
    with pytest.raises(NotFound):
        make_panel_note(talked_of(), "i9", "p1", folder=tmp_path, now=NOW, pack=PACK)
    assert list(tmp_path.iterdir()) == []


def test_the_record_holds_everything_that_whoever_brought_the_family_may_have(tmp_path: Path) -> None:
    told = replace(
        talked_of(),
        known=(*talked_of().known, known("k3", "w3", "Raised for safety", level="safeguarding")),
    )
    lines = read(make_panel_record(told, "i1", "w2", folder=tmp_path, now=NOW, pack=PACK))
    assert "Kind of plan that day | child protection" in lines
    assert "How the workers see it | chaos" in lines
    assert (
        "Imran Sheikh: Privately known. Who may see this: the chair and Riverside Health Visiting." in lines
    )
    assert lines[-1] == "Joe Marsh | Raised for safety"
    assert lines.index("Restricted") > lines.index("Actions")
    assert not any("Quietly" in line for line in lines), "it is for one worker alone"


def test_a_service_has_one_list_with_each_family_on_a_page_by_its_reference_alone(tmp_path: Path) -> None:
    second = agreed(whites(action("a1", "Ask Nell, and the Osmans, who comes", "w3")), YES)
    pairs = [(family, family.panel_items[0]) for family in (talked_of(), second)]
    today = NOW.date()
    assert agencies_with_actions(pairs, today=today, pack=PACK) == (HOUSING, CENTRE)
    paper = make_agency_list(pairs, HOUSING, folder=tmp_path, now=NOW, pack=PACK)
    assert read(paper)[2:] == [
        f"For {HOUSING}, and nobody else. {NO_NAMES}",
        "EYM-0701",
        "What | Who | By when | How we will know",
        f"Book the repair at [mother]’s flat | {JOE}, with the family | Tuesday 1 December | It is dry",
        "EYM-0702",
        "What | Who | By when",
        f"Ask [mother], and the [a name], who comes | {JOE} | Tuesday 1 December",
    ]
    assert "pageBreakBefore" in whole(paper)
    assert (paper.left_out, paper.remarks) == (1, ())


def test_an_action_that_tells_where_a_family_lives_is_sent_back_to_the_plan(tmp_path: Path) -> None:
    family = agreed(osmans(action("a1", "Visit 4 Quay Row, ring 07700900471", "w3")), YES)
    lines = read(
        make_agency_list([(family, family.panel_items[0])], HOUSING, folder=tmp_path, now=NOW, pack=PACK)
    )
    assert lines[-1].startswith("It is written on the family's own plan. |")


@pytest.mark.parametrize("answer", ["no", "withdrawn", "not_asked"])
def test_what_a_family_does_not_share_with_a_service_stands_on_no_list_of_it(
    answer: AgencyAnswer, tmp_path: Path
) -> None:
    shares = agreed(whites(action("a1", "Ask who comes", "w3")), YES)
    about = item(tell_family=TellFamily(who="w3", by=date(2026, 11, 25)))
    keeps = agreed(osmans(action("a1", "Book the repair", "w3"), about=about), {**YES, HOUSING: answer})
    pairs = [(family, family.panel_items[0]) for family in (keeps, shares)]
    paper = make_agency_list(pairs, HOUSING, folder=tmp_path, now=NOW, pack=PACK)
    assert "EYM-0701" not in whole(paper)
    assert "Book the repair" not in whole(paper)
    assert paper.remarks == (
        f"EYM-0701 has not agreed to share with {HOUSING} yet, so what it took on for them is on no list.",
    )
    with pytest.raises(Refused, match="nothing from this panel"):
        make_agency_list(pairs[:1], HOUSING, folder=tmp_path, now=NOW, pack=PACK)


def test_a_service_reads_nothing_that_is_for_one_of_its_workers_or_kept_from_one(tmp_path: Path) -> None:
    family = talked_of()
    colleague = replace(family.workers[2], id="w4", name="Una Reed", position=4)
    family = replace(
        family,
        workers=(*family.workers, colleague),
        actions=(*family.actions, action("a6", "Not for Una", "w3", not_for=("w4",))),
    )
    pairs = [(family, family.panel_items[0])]
    paper = make_agency_list(pairs, HOUSING, folder=tmp_path, now=NOW, pack=PACK)
    assert "Not for Una" not in whole(paper)
    assert "Quietly" not in whole(paper)
    assert paper.left_out == 2


def test_a_list_says_how_things_stand_now_and_who_tells_the_family(tmp_path: Path) -> None:
    family = talked_of()
    handed = Update(
        id="u1",
        action="a1",
        status="handed_on",
        on=date(2026, 11, 24),
        reassigned_to="w1",
        due=date(2026, 12, 5),
    )
    family = replace(family, updates=(handed,))
    pairs = [(family, family.panel_items[0])]
    lines = read(make_agency_list(pairs, CENTRE, folder=tmp_path, now=NOW, pack=PACK))
    told = (
        "Tells the family what was decided: Grace Holloway (family support worker), by Wednesday 25 November."
    )
    assert told in lines
    assert any(
        line.startswith("Book the repair") and "Grace" in line and "5 December" in line for line in lines
    )


def test_a_reference_that_tells_who_they_are_gives_way_to_the_place_on_the_list(tmp_path: Path) -> None:
    family = talked_of()
    family = replace(family, details=replace(family.details, id="osman-1"))
    pairs = [(family, family.panel_items[0])]
    paper = make_agency_list(pairs, HOUSING, folder=tmp_path, now=NOW, pack=PACK)
    assert "Family 1" in read(paper)
    tell = make_tell_list(pairs, folder=tmp_path, now=NOW, pack=PACK)
    assert "osman" not in whole(tell).casefold()


def test_the_chair_has_a_list_of_who_tells_which_family_with_a_box_for_each(tmp_path: Path) -> None:
    done = TellFamily(who="w1", by=date(2026, 11, 23), told_on=date(2026, 11, 23))
    late = item(tell_family=TellFamily(who="w1", by=date(2026, 11, 23)))
    pairs = [(osmans(about=late), late), (whites(), item(tell_family=done))]
    paper = make_tell_list(pairs, folder=tmp_path, now=NOW, pack=PACK)
    assert read(paper)[3:] == [
        "Reference | Who tells them | By when | Told",
        "EYM-0701 | Grace Holloway (family support worker) | Monday 23 November (the day has passed) | ☐",
        "EYM-0702 | Grace Holloway (family support worker) | Monday 23 November | ☑ Monday 23 November",
    ]
    assert paper.path.name == "tell-the-families-2026-11-23.docx"
    assert panel_folder(tmp_path, date(2026, 11, 23)).name == "panel-2026-11-23"


def test_the_name_of_a_panel_is_the_councils_own_whoever_is_called_the_same(tmp_path: Path) -> None:
    panel = item(panel="The Idil panel")
    family = agreed(osmans(action("a1", "Book the repair", "w3"), about=panel), YES)
    paper = make_agency_list([(family, panel)], HOUSING, folder=tmp_path, now=NOW, pack=PACK)
    assert "The Idil panel, Monday 23 November 2026." in read(paper)
