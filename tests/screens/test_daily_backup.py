from __future__ import annotations

from typing import Any

from db.file import backups_of
from db.inspection import inspected


async def test_opening_makes_the_days_backup_once_and_the_second_time_none(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    folder = backups_of(room.database)
    async with room.opened() as chair:
        await chair.until(lambda: any(folder.glob("*.sqlite3")))
        await chair.app.workers.wait_for_complete()
    [made] = folder.iterdir()
    assert made.name.endswith("-daily.sqlite3")
    manifest = inspected(made).manifest
    assert manifest is not None
    assert manifest.rows["family"] == 1
    async with room.opened() as chair:
        await chair.app.surroundings()
        await chair.app.workers.wait_for_complete()
    assert list(folder.iterdir()) == [made]


async def test_a_backup_that_cannot_be_written_is_said_and_the_app_goes_on(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    backups_of(room.database).write_text("a file where the folder should be")
    async with room.opened(size=(120, 40)) as chair:
        await chair.sees("A backup could not be written to")
        await chair.keys("<enter>")
        assert chair.app.is_running
