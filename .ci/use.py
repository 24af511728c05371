"""Use an installed eymeeting as somebody would who has only the wheel."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import is_zipfile


def eymeeting(*arguments: str) -> str:
    """What it says on standard output; it has to go well and to say nothing else."""
    ran = subprocess.run(["eymeeting", *arguments], capture_output=True, text=True, encoding="utf-8")
    if ran.returncode or ran.stderr:
        sys.exit(f"eymeeting {' '.join(arguments)} gave {ran.returncode}: {ran.stderr}")
    sys.stdout.write(f"eymeeting {' '.join(arguments)}\n    {ran.stdout}")
    return ran.stdout


def main(every_key: str) -> None:
    """Say the version, import, export the same, and make both kinds of copy."""
    here = Path.cwd()
    os.environ |= {
        "EYMEETING_DATABASE": str(here / "kept" / "families.sqlite3"),
        "EYMEETING_TODAY": "2026-11-22",
        "PYTHONIOENCODING": "utf-8",
    }
    eymeeting("--version")
    eymeeting("import", every_key)
    eymeeting("export", "back.json")
    given, back = (json.loads(Path(file).read_text("utf-8"))["families"] for file in (every_key, "back.json"))
    assert given == back, "what was exported is not what was imported"
    for asked in (("p1", "family"), ("w1", "record")):
        copy = Path(
            eymeeting("copy", "KEY-01", "--for", asked[0], "--kind", asked[1], "--out", "papers")[:-1]
        )
        assert copy.is_absolute(), f"{copy} is not a whole path"
        assert is_zipfile(copy), f"{copy} is no Word file"
    assert sorted(path.name for path in here.iterdir()) == ["back.json", "kept", "papers"]


if __name__ == "__main__":
    main(sys.argv[1])
