"""What tests of the database share: a blank file to copy, open stores that are closed again, families."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from worked_out_once import blank_file, share_statements

from db.file import OpenFile, open_file
from db.interchange import read_families
from db.store import Store
from eymeeting.domain.family import Family
from eymeeting.domain.panel_meeting import PackHeld, PanelMeeting, Seat, Slot
from eymeeting.domain.settings import Colleague, KeptFile, Settings

EVERY_KEY = Path(__file__).parents[1] / "families" / "every_key.json"


class Ticking:
    """A clock that goes on by a second each time it is asked."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@pytest.fixture(scope="session")
def generated() -> ModuleType:
    """The families made up from the schema; tests are no package, so it cannot be imported by name."""
    spec = spec_from_file_location("generated", Path(__file__).with_name("generated.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session", autouse=True)
def _worked_out_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        yield


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and nothing in it, to be copied."""
    return blank_file(tmp_path_factory.mktemp("blank"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, every_key: tuple[Family, ...]) -> Path:
    """A file with every family of the file with every key, settings and a colleague, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "filled.sqlite3"
    store = Store(open_file(path, {}), Ticking())
    store.take_in(every_key)
    store.keep_settings(Settings(theme="dark"))
    store.keep_colleague(None, Colleague(id="c1", name="Odile Marsh", role="Chair", agency="Brookside"))
    store.keep_panel(
        PanelMeeting(
            id="panel1",
            name="Family Matters",
            on=date(2026, 10, 14),
            start="09:30",
            seats=(Seat(name="Odile Marsh", role="Chair", agency="Brookside", is_chair=True),),
            slots=(Slot(family=every_key[4].ref, panel_item="panel1", minutes=10),),
        )
    )
    store.keep_file(KeptFile(kind="language", name="ar", content=b"msgid", on=date(2026, 11, 22)))
    store.keep_pack(PackHeld(fingerprint="5f2c", name="Ours", version="1", text="name = 'Ours'"))
    store.close()
    return path


@pytest.fixture
def place(tmp_path: Path, blank: Path) -> Path:
    """A blank file of this test's own."""
    return Path(shutil.copy(blank, tmp_path / "families.sqlite3"))


@pytest.fixture
def opened() -> Iterator[Callable[[Path], OpenFile]]:
    """A function that opens a file; all are closed when the test ends."""
    files: list[OpenFile] = []

    def open_it(path: Path) -> OpenFile:
        files.append(open_file(path, {}))
        return files[-1]

    yield open_it
    for file in files:
        file.connection.close()


@pytest.fixture
def file(place: Path, opened: Callable[[Path], OpenFile]) -> OpenFile:
    """The open file that ``store`` keeps its families in."""
    return opened(place)


@pytest.fixture
def store(file: OpenFile) -> Store:
    """A store with no family yet, which does not wait for the disk."""
    file.connection.execute("PRAGMA synchronous = OFF")
    return Store(file, Ticking())


@pytest.fixture(scope="session")
def every_key_text() -> str:
    """Families with every key of the interchange form, as text."""
    return EVERY_KEY.read_text("utf-8")


@pytest.fixture(scope="session")
def every_key(every_key_text: str) -> tuple[Family, ...]:
    """Families with every key of the interchange form."""
    return read_families(every_key_text)


@pytest.fixture
def ticking() -> Ticking:
    """A clock of this test's own."""
    return Ticking()


@pytest.fixture
def small(every_key_text: str) -> dict[str, Any]:
    """A small file of one family in the interchange form, to be spoilt."""
    whole = json.loads(every_key_text)["families"][0]
    meeting = whole["meetings"][0]
    family = {
        **{key: copy.deepcopy(whole[key]) for key in ("people", "professionals", "agreement", "addresses")},
        "ref": "SMALL-1",
        "family_name": "Littlewood",
        "meetings": [
            {
                **{
                    key: meeting[key]
                    for key in ("type", "date", "start", "planned_minutes", "chair", "venue")
                },
                "no": 1,
                **{key: copy.deepcopy(meeting[key]) for key in ("attendance", "scores", "actions", "story")},
                "copies": [],
            }
        ],
        "panel_items": [],
    }
    return {"schema": 1, "families": [family]}
