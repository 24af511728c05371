"""Look into a wheel: it holds the four packages, whole, and nothing else."""

import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("eymeeting", "screens", "db", "exports")
NEEDED = (
    *(f"{package}/{file}" for package in PACKAGES for file in ("__init__.py", "py.typed")),
    "eymeeting/packs/essex.toml",
    "eymeeting/demo/families.json",
    "db/families.schema.json",
    "db/migrations/env.py",
    "db/migrations/versions/0001_the_first_tables.py",
    "screens/home.tcss",
    "screens/meeting.tcss",
)


def main(wheel: str) -> str:
    """What is wrong with the wheel, or nothing."""
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wrong = [f"missing: {name}" for name in sorted((there | set(NEEDED)) - held)]
    wrong += [f"not ours: {name}" for name in sorted(held - there)]
    return "\n".join(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) or 0)
