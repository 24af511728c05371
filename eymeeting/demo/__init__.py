"""Fictitious families for trying eymeeting out, dated around late November 2026."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Final

DEMO_DAY: Final = date(2026, 11, 22)
"""The day the demo takes place, unless another is set."""


def demo_families() -> str:
    """The families as JSON text in the interchange form, schema 1."""
    return files(__package__).joinpath("families.json").read_text("utf-8")
