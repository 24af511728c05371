"""What every test shares: an interpreter that seldom looks for rubbish, and processes that begin loaded."""

from __future__ import annotations

import gc
import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent

SELDOM = (1_000_000, 20, 50)
"""When rubbish is looked for: a test that opens an app makes some hundred thousand things and lets them all go."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for rubbish seldom, and never among what is loaded for every test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


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
