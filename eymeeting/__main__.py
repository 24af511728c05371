"""Start: ``eymeeting`` on its own opens the app, with a command it does without the screens."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

_PACKAGES = ("eymeeting", "screens", "db", "exports")
_WATCHED = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_DEVTOOLS_PORT", "TEXTUAL_SCREENSHOT")


def main() -> int:
    """Do what the command line asks. What comes back is the exit status."""
    for name in _WATCHED:
        os.environ.pop(name, None)
    home = Path(__file__).resolve().parent.parent
    _forget_current_folder(home)
    stranger = _stranger(home)
    if stranger is not None:
        sys.stderr.write(
            f"Another program on this computer uses the name “{stranger}”, so eymeeting cannot start. "
            "Install eymeeting on its own with “pipx install .” or “uv tool install .”.\n"
        )
        return 2
    from eymeeting.cli import run

    return run(sys.argv[1:], os.environ)


def _forget_current_folder(home: Path) -> None:
    """Keep a stranger's ``db.py`` in the current folder from being taken for ours."""
    here = Path.cwd()
    if here != home:
        sys.path[:] = [entry for entry in sys.path if entry and Path(entry) != here]


def _stranger(home: Path) -> str | None:
    for name in _PACKAGES:
        found = find_spec(name)
        origin = found.origin if found is not None else None
        if origin is None or Path(origin).resolve().parent.parent != home:
            return name
    return None


if __name__ == "__main__":
    sys.exit(main())
