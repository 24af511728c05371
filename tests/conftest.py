"""What every test shares: an interpreter that does not look for rubbish at every turn."""

from __future__ import annotations

import gc

import pytest

SELDOM = (50_000, 20, 50)
"""When rubbish is looked for: a test that opens an app makes some hundred thousand things and lets them all go."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for rubbish seldom, and never among what is loaded for every test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
