"""Start: ``eymeeting`` on its own opens the app, with a command it does without the screens."""

from __future__ import annotations

import io
import os
import sys
from importlib.util import find_spec
from pathlib import Path

_PACKAGES = ("eymeeting", "screens", "db", "exports")
_LOOKS = frozenset(
    f"TEXTUAL_{look}"
    for look in ("ANIMATIONS", "COLOR_SYSTEM", "DIM_FACTOR", "DISABLE_KITTY_KEY", "FPS", "SMOOTH_SCROLL")
)
"""What a person may set about how the screens look. Every other setting of Textual's is for developers:
logs and pictures of the screen would hold a family's words."""


def main() -> int:
    """Do what the command line asks. What comes back is the exit status."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL") and name not in _LOOKS]:
        del os.environ[name]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
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

    status = run(sys.argv[1:], os.environ)
    if _is_handed_over():
        return status
    if status == 0:
        sys.stderr.write("It is done, but the answer could not be written out.\n")
    return 1


def _is_handed_over() -> bool:
    """Whether standard output took what was written to it. Where it did not, it is not tried again."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def _forget_current_folder(home: Path) -> None:
    """Keep a stranger's ``db.py`` in the current folder from being taken for ours.

    ``python -m`` puts that folder first. Wherever else it stands it was put on purpose.
    """
    try:
        here = Path.cwd()
    except OSError:
        return
    first = sys.path[0] if sys.path else None
    if first is not None and here != home and Path(first) in (here, Path()):
        del sys.path[0]


def _stranger(home: Path) -> str | None:
    for name in _PACKAGES:
        found = find_spec(name)
        origin = found.origin if found is not None else None
        if origin is None or Path(origin).resolve().parent.parent != home:
            return name
    return None


if __name__ == "__main__":
    sys.exit(main())
