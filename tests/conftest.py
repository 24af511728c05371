"""What every test shares: an interpreter that seldom looks for rubbish, and processes that begin loaded."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from worked_out_once import look_seldom_for_rubbish

HERE = Path(__file__).parent
EXAMPLES = 40
"""How many made-up cases a property tries in every run, where it does not say itself; more on demand."""

settings.register_profile(
    "every run", max_examples=max(EXAMPLES, int(os.environ.get("EYMEETING_EXAMPLES", EXAMPLES)))
)
settings.load_profile("every run")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for rubbish seldom, and never among what is loaded for every test."""
    look_seldom_for_rubbish()


@pytest.fixture(scope="session")
def processes() -> Any:
    """What starts a process. Where it can be, everything is loaded once, and each process is one beside that."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing.forkserver import ensure_running

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crash.typist", "cut_short", "alembic.command"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join((str(HERE.parent), str(HERE))))
        ensure_running()
    return context
