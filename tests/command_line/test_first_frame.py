from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SLOW = (
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "docx",
    "holidays",
    "icalendar",
    "jsonschema",
    "lxml",
    "polib",
    "pydantic",
)

OPEN_HOME = """
import asyncio, sys
from pathlib import Path
from db.file import open_file
from eymeeting.app import EyMeeting
from eymeeting.clock import Clock

loaded, drawn = [], []

class Watched(EyMeeting):
    async def surroundings(self):
        if not drawn:
            loaded.extend(name for name in sys.argv[2:] if name in sys.modules)
            drawn.extend(strip.text.rstrip() for strip in self.screen._compositor.render_strips())
        return await super().surroundings()

async def look():
    file = open_file(Path(sys.argv[1]))
    app = Watched(file, clock=Clock(), copies_folder=Path(sys.argv[1]).parent)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.surroundings()
        await app.workers.wait_for_complete()
    file.close()
    assert "sqlmodel" in sys.modules, "the store never came"
    print(loaded)
    print("\\n".join(drawn))

asyncio.run(look())
"""


def test_home_is_drawn_before_anything_slow_is_loaded(database: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", OPEN_HOME, str(database), *SLOW],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
    )
    assert ran.returncode == 0, ran.stderr
    loaded, *drawn = ran.stdout.splitlines()
    assert loaded == "[]"
    assert any("no name is on the screen" in line for line in drawn)
