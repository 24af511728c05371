from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from made.runs import fullest, runs

from db.file import open_file
from db.interchange import read_families
from db.store import NotSaved, Store
from eymeeting.clock import Clock
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Line, Score
from eymeeting.domain.sitting import Place
from eymeeting.packs import default_pack
from screens.desk import MeetingDesk
from screens.way_in import surroundings

TODAY = date(2026, 11, 22)
EVERY_KEY = Path(__file__).parents[1] / "families" / "every_key.json"


@pytest.fixture(scope="module")
def finished() -> Family:
    """A family with everything in it, whose meetings are all finished."""
    family = fullest(tuple(read_families(EVERY_KEY.read_text("utf-8"))))
    meetings = tuple(replace(each, locked_on=date(2026, 3, 31), locked_by="w1") for each in family.meetings)
    said = Line(id="said", meeting=meetings[0].id, section="past", text="We moved in with Dad.")
    return replace(family, details=replace(family.details, position=0), meetings=meetings, lines=(said,))


@contextmanager
def desk_of(family: Family, blank: Path) -> Iterator[tuple[MeetingDesk, Store]]:
    """A meeting of the family put right, on a file of its own."""
    with TemporaryDirectory() as folder:
        clock = Clock(TODAY)
        store = Store(open_file(Path(shutil.copy(blank, folder)), {}), clock.now)
        try:
            store.take_in([family])
            kept, place = store.family(family.ref), Place(step="story")
            sitting = store.begin_sitting(kept.ref, kept.meetings[0].id, kept.workers[0].id, place)
            around = surroundings(store, clock, Path(folder), pack=default_pack(), text="", demo=True)
            yield MeetingDesk(around, kept, sitting), store
        finally:
            store.close()


def typed(desk: MeetingDesk, change: Change) -> bool:
    """Type the words of an entry in two goes, as its field does; not of a kind that is chosen."""
    after, before = change.after, change.before
    if not isinstance(after, Line) or not after.text:
        return False
    place = Place(step="story", field=f"past:{after.id}")
    for so_far in (after.text[:1], after.text):
        desk.write(before, replace(after, text=so_far), place, 1)
        before = after
    return True


@settings(
    max_examples=8,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(st.data())
def test_putting_a_finished_meeting_right_is_undone_with_its_corrections(
    finished: Family, blank: Path, data: st.DataObject
) -> None:
    run = data.draw(runs(finished))
    with desk_of(finished, blank) as (desk, store):
        start = desk.family
        for change in run:
            if not typed(desk, change):
                desk.apply(change)
            if data.draw(st.booleans()):
                desk.undo()
                desk.apply(change)
        assert store.family(start.ref) == desk.family
        while desk.undo():
            pass
        assert desk.family == start
        assert store.family(start.ref) == start
        assert store.broken_trail() is None


def test_what_was_typed_into_a_finished_meeting_and_its_correction_go_in_one_undo(
    finished: Family, blank: Path
) -> None:
    with desk_of(finished, blank) as (desk, store):
        [before] = desk.family.lines
        start, place = desk.family, Place(step="story", field=f"past:{before.id}")
        desk.write(before, replace(before, text="Put r"), place, 5)
        desk.write(before, replace(before, text="Put right"), place, 4)
        desk.end_visit()
        [correction] = [each for each in desk.family.corrections if each not in start.corrections]
        assert (correction.about, correction.was, correction.on) == (before.id, before.text, TODAY)
        assert store.family(start.ref) == desk.family
        undone = desk.undo()
        assert [type(each.entry) for each in undone] == [type(correction), type(before)]
        assert desk.family == start == store.family(start.ref)
        assert desk.undo() == ()


def test_a_score_asked_alone_after_the_end_leaves_a_correction_that_does_not_tell_it(
    finished: Family, blank: Path
) -> None:
    with desk_of(finished, blank) as (desk, _):
        start = desk.family
        who = next(person.id for person in start.people if person.kind == "adult")
        told = Score(
            id="asked", meeting=start.meetings[0].id, area="safety", person=who, value=2, asked_by="w1"
        )
        desk.note(desk.view.change(None, told))
        [correction] = [each for each in desk.family.corrections if each not in start.corrections]
        assert (correction.about, correction.was) == ("asked", None)
        assert correction.what == "Added: something that is not for everyone"


def test_a_correction_that_the_disk_would_not_take_comes_when_there_is_room(
    finished: Family, blank: Path
) -> None:
    with desk_of(finished, blank) as (desk, store):
        [before] = desk.family.lines
        start, place = desk.family, Place(step="story", field=f"past:{before.id}")
        desk.write(before, replace(before, text="Put right"), place, 9)
        connection = store._file.connection
        connection.execute(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON correction BEGIN SELECT RAISE(FAIL, 'full'); END"
        )
        for _ in range(2):
            with pytest.raises(NotSaved):
                desk.end_visit()
        connection.execute("DROP TRIGGER full")
        desk.end_visit()
        [correction] = [each for each in desk.family.corrections if each not in start.corrections]
        assert (correction.about, correction.was) == (before.id, before.text)
        assert store.family(start.ref) == desk.family
        desk.undo()
        assert desk.family == start == store.family(start.ref)
