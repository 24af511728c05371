"""Which version this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """The installed version, or a word for running from the source alone."""
    try:
        return installed("eymeeting")
    except PackageNotFoundError:
        return "from source"
