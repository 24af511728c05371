"""How long a key takes to be on the screen in each step of a meeting, its save among it, and a step change.

    python tests/benchmarks/keys.py [rounds] [place ...]

Beside it, in the same rounds, a bare Textual program with one field. Prints median and p95 in milliseconds
and the ratio to the bare one. It judges nothing: the aims are p95 within 35 ms for a key, 120 ms for a step
change. POSIX only; it needs pyte, which the test extra installs.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from terminal import Terminal

from db.file import open_file
from db.interchange import read_families
from db.store import Store
from eymeeting.demo import demo_families
from eymeeting.domain.actions import Action
from eymeeting.domain.agreeing import Asking, answered
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Change
from eymeeting.domain.lead import choose_lead
from eymeeting.domain.meeting import Attendance, MeetingType, Priority
from eymeeting.domain.sitting import Place
from eymeeting.packs import default_pack

FAMILY, MEETING, KEYBOARD = "HB-104", "m1", "w1"
PACK = default_pack()
AREA = PACK.joint_areas()[0].id
AGENCY = PACK.lists.agencies[0]
LETTERS = "we all eat our tea together on sundays and nana brings the bread she bakes "
DOWN, UP, RIGHT, LEFT = "\x1b[B", "\x1b[A", "\x1b[C", "\x1b[D"
F3, F4 = "\x1bOR", "\x1bOS"
SIX_WEEKS = timedelta(weeks=6)
PAUSE = (0.02, 0.09)
"""Seconds of stillness between two keys: some are pressed while what was typed before goes to disk."""

HELLO = """
from textual.app import App
from textual.widgets import Input, Static
class Hello(App):
    def compose(self):
        yield Static("Hello there")
        yield Input()
Hello().run()
"""


@dataclass(frozen=True)
class Typing:
    """One place, with the keys that are pressed there one after the other."""

    place: Place
    keys: tuple[str, ...]
    kind: MeetingType = "taf_first"


def letters(step: str, field: str, kind: MeetingType = "taf_first") -> Typing:
    """Words typed into a field."""
    return Typing(Place(step=step, field=field), tuple(LETTERS), kind)


PLACES: dict[str, Typing] = {
    "welcome": Typing(Place(step="welcome"), (DOWN, DOWN, DOWN, UP, UP, UP)),
    "agreement": Typing(Place(step="agreement"), ("y", "n", UP, RIGHT, "y", UP, LEFT, UP)),
    "agreement's limit": letters("agreement", f"limit|p1|{AGENCY}"),
    "children": letters("children", "c1::exact-words"),
    "story": letters("story", "past:"),
    "journey": letters("journey", "good_at:"),
    "scores": Typing(Place(step="scores"), ("7", "3", "0", DOWN, LEFT, "5", UP, LEFT, "-", RIGHT)),
    "scores' words": letters("scores", f"note:{AREA}/p1"),
    "workers": letters("workers", "w2:working"),
    "areas": Typing(Place(step="areas"), (DOWN, DOWN, UP, DOWN, UP, UP)),
    "areas' words": letters("areas", f"life:{AREA}"),
    "actions": Typing(Place(step="actions"), (DOWN, UP)),
    "actions for a child": letters("actions", "child:a1"),
    "lead": letters("lead", "text"),
    "next": Typing(Place(step="next"), tuple("tue 12 jan")),
    "finish": Typing(Place(step="finish"), (DOWN, DOWN, UP, UP)),
    "quick line": Typing(
        Place(step="actions", field="quick line"),
        tuple("Ring the landlord about the damp @leanne fri #home "),
    ),
    "review": Typing(Place(step="review"), ("d", "x", "d", UP, DOWN, "x", UP, UP), "taf_review"),
    "review's line": letters("review", "line:b1", "taf_review"),
    "then and now": Typing(Place(step="scores"), ("7", "3", "0", DOWN, LEFT, "5", UP, LEFT), "taf_review"),
    "outcome": Typing(Place(step="outcome"), ("f", "b", "g", "a", DOWN, UP), "taf_review"),
    "a later look": Typing(Place(step="outcome", field="later"), tuple("tue 12 jan"), "taf_closing"),
    "keep": letters("keep", "keep_doing:0", "taf_closing"),
    "call": letters("call", "who_to_call", "taf_closing"),
    "helped": letters("helped", "what_helped", "taf_closing"),
    "view": Typing(Place(step="view"), ("7", "3", "0", "-", "9"), "taf_closing"),
    "view's words": letters("view", "family_said", "taf_closing"),
}


@dataclass
class Times:
    """Seconds, one for each key and each step change."""

    keys: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    wanted = sys.argv[2:] or list(PLACES)
    times = {name: Times() for name in ("hello", *wanted)}
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, "utf-8")
        for name in wanted:
            fill(Path(folder) / f"{name}.sqlite3", PLACES[name])
        for _ in range(rounds):
            type_hello(hello, times["hello"])
            for name in wanted:
                type_there(Path(folder) / f"{name}.sqlite3", PLACES[name], times[name])
    tell(times)


def tell(times: dict[str, Times]) -> None:
    """Print what was measured."""
    floor = statistics.median(times["hello"].keys)
    print(f"{'':20} {'key median':>10} {'p95':>6} {'ratio':>6}   {'step change median':>18} {'p95':>6}")
    for name, each in times.items():
        median, p95 = spread(each.keys)
        line = f"{name:20} {median:10.1f} {p95:6.1f} {median / floor / 1000:6.2f}"
        if each.changes:
            line += "   {:18.1f} {:6.1f}".format(*spread(each.changes))
        print(line)


def spread(seconds: list[float]) -> tuple[float, float]:
    """Median and p95 in milliseconds."""
    ordered = sorted(seconds)
    return statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000


def type_hello(program: Path, times: Times) -> None:
    """Type into a bare field."""
    with Terminal([sys.executable, str(program)], str(program.parent)) as terminal:
        terminal.wait_for("Hello there")
        terminal.rest()
        press_each(terminal, tuple(LETTERS[:40]), times)


def type_there(filled: Path, typing: Typing, times: Times) -> None:
    """Go on with a meeting where it was cut short, type there, then go a step on and back."""
    database = filled.with_suffix(".now")
    for each in filled.parent.glob(f"{database.name}*"):
        each.unlink()
    shutil.copy(filled, database)
    command = [sys.executable, "-m", "eymeeting", "--database", str(database)]
    with Terminal(command, str(Path.cwd())) as terminal:
        terminal.wait_for("Enter goes on")
        terminal.rest(0.3)
        terminal.press("\r")
        terminal.wait_for("Saved ")
        terminal.rest(0.3)
        press_each(terminal, typing.keys * (40 // len(typing.keys) or 1), times)
        terminal.rest(0.3)
        there, back = (F3, F4) if typing.place.step == "finish" else (F4, F3)
        for key in (there, back, there, back):
            took = terminal.press(key)
            if took is not None:
                times.changes.append(took)
            terminal.rest(0.2)


def press_each(terminal: Terminal, keys: tuple[str, ...], times: Times) -> None:
    """Press keys at the pace of somebody who types well."""
    for key in keys:
        terminal.rest(random.uniform(*PAUSE))
        took = terminal.press(key)
        if took is not None:
            times.keys.append(took)


def fill(database: Path, typing: Typing) -> None:
    """Make a file with the demo's meeting cut short at a place."""
    store = Store(open_file(database, {}), lambda: datetime.now().astimezone())
    try:
        store.take_in(read_families(demo_families()))
        here = [
            Attendance(id=f"here-{who}", position=at, meeting=MEETING, who=who, status="present")
            for at, who in enumerate(("p1", "p2", "w1"))
        ]
        action = Action(
            id="a1",
            position=0,
            meeting=MEETING,
            text="Ring the landlord",
            owner="p1",
            due=None,
            area=AREA,
            status="not_started",
            visibility=FOR_THE_FAMILY,
        )
        another = replace(action, id="a2", position=1, text="Ask about the nursery place")
        chosen = Priority(id="x1", position=0, meeting=MEETING, area=AREA)
        for entry in (*here, action, another, chosen):
            store.apply(Change(family=FAMILY, before=None, after=entry), who=KEYBOARD)
        for change in choose_lead(store.family(FAMILY), MEETING, KEYBOARD, PACK):
            store.apply(change, who=KEYBOARD)
        asking = Asking(person="p1", on=datetime.now().astimezone().date(), method="spoken")
        for before, after in answered(store.family(FAMILY), asking, AGENCY, "limited"):
            store.apply(Change(family=FAMILY, before=before, after=after), who=KEYBOARD)
        if typing.kind != "taf_first":
            meet_before(store, typing.kind)
        store.begin_sitting(FAMILY, MEETING, KEYBOARD, typing.place)
    finally:
        store.close()


def meet_before(store: Store, kind: MeetingType) -> None:
    """Make the meeting a later one, with ten actions open from the one before."""
    now = store.family(FAMILY).meeting(MEETING)
    before = replace(now, id="m0", position=0, type="taf_first", on=now.on - SIX_WEEKS, outcome="carry_on")
    later = replace(now, number=2, position=1, type=kind, going_to="close" if kind == "taf_closing" else None)
    open_before = (
        Action(
            id=f"b{place}",
            position=2 + place,
            meeting="m0",
            text=f"Write to the school, letter {place + 1}",
            owner="p1",
            due=now.on,
            area=AREA,
            status="not_started",
            visibility=FOR_THE_FAMILY,
        )
        for place in range(10)
    )
    store.apply(Change(family=FAMILY, before=now, after=later), who=KEYBOARD)
    for entry in (before, *open_before):
        store.apply(Change(family=FAMILY, before=None, after=entry), who=KEYBOARD)


if __name__ == "__main__":
    main()
