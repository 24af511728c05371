from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]

LAYERS = "Each layer knows only those below it"
DOMAIN = "The domain imports nothing but the standard library"
DOORS = "Screens and app meet the database only through the store, and Word only through exports"
BACKWARDS = "Neither the database nor the exports know the screens"
TABLES = "Only the database package knows its tables and engine"

BAD = [
    (LAYERS, "db/home.py", "import exports.files"),
    (LAYERS, "exports/files.py", "import db.file"),
    (LAYERS, "screens/home.py", "import eymeeting.app"),
    (LAYERS, "screens/home.py", "import eymeeting.commands"),
    (LAYERS, "eymeeting/app.py", "import eymeeting.cli"),
    (LAYERS, "eymeeting/packs/__init__.py", "import db.file"),
    (LAYERS, "eymeeting/clock.py", "import screens.plain"),
    *[
        (DOMAIN, "eymeeting/domain/text.py", f"import {stranger}")
        for stranger in ("textual", "rich", "sqlmodel", "docx", "sqlite3", "platformdirs", "db.file")
    ],
    (DOORS, "screens/home.py", "import sqlmodel"),
    (DOORS, "screens/meeting.py", "import sqlite3"),
    (DOORS, "screens/copies.py", "import docx"),
    (DOORS, "screens/home.py", "import db.tables"),
    (DOORS, "eymeeting/app.py", "import db.engine"),
    (BACKWARDS, "exports/files.py", "import textual"),
    (BACKWARDS, "db/home.py", "import screens.plain"),
    (TABLES, "exports/copying.py", "import db.tables"),
    (TABLES, "eymeeting/commands.py", "import db.engine"),
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four packages and the settings, to spoil."""
    folder = tmp_path_factory.mktemp("checkout")
    for package in SETTINGS["root_packages"]:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def linted(folder: Path) -> tuple[int, str]:
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as lint; lint()",
            "--no-cache",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "200", "PYTHONPATH": str(folder)},
    )
    return ran.returncode, ran.stdout


def test_the_layers_hold(checkout: Path) -> None:
    status, told = linted(checkout)
    assert status == 0, told
    assert f"Contracts: {len(SETTINGS['contracts'])} kept, 0 broken." in told


def test_every_contract_is_tried() -> None:
    assert {contract for contract, _, _ in BAD} == {each["name"] for each in SETTINGS["contracts"]}


@pytest.mark.parametrize("contract", sorted({contract for contract, _, _ in BAD}))
def test_bad_imports_are_caught(contract: str, checkout: Path) -> None:
    bad = [(file, line) for each, file, line in BAD if each == contract]
    sound = {file: (checkout / file).read_text("utf-8") for file, _ in bad}
    for file, whole in sound.items():
        lines = "\n".join(f"    {line}" for each, line in bad if each == file)
        (checkout / file).write_text(f"{whole}\n\ndef _spoilt() -> None:\n{lines}\n", "utf-8")
    try:
        status, told = linted(checkout)
    finally:
        for file, whole in sound.items():
            (checkout / file).write_text(whole, "utf-8")
    assert status == 1
    assert f"{contract} BROKEN" in told
    section = told.split(contract)[-1]
    for file, line in bad:
        importer = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        assert f"{importer} -> {line.removeprefix('import ')}" in section, (file, line)
