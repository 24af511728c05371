from __future__ import annotations

import ast
import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from eymeeting.cli import run

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md")]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))
SCHEMA: dict[str, Any] = json.loads((ROOT / "db" / "families.schema.json").read_text("utf-8"))

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def code_in(text: str) -> list[str]:
    """What stands in backticks, in a line or as a block of lines."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))
    return [line for block in blocks for line in block.splitlines()] + lines


@pytest.mark.parametrize(
    "command",
    [
        "python -m pip install . && eymeeting demo",
        'python -m pip install ".[test]" && pytest',
        "python -m pip install . ; if ($?) { eymeeting demo }",
        'python -m pip install ".[test]" ; if ($?) { pytest }',
    ],
)
def test_the_readme_gives_the_commands_for_a_fresh_machine(command: str) -> None:
    assert command in (ROOT / "README.md").read_text("utf-8").splitlines()


def test_the_readme_asks_for_the_python_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["requires-python"].removeprefix(">=")
    assert f"Python {asked} or newer" in (ROOT / "README.md").read_text("utf-8")


@each_document
def test_every_link_leads_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    for link in re.findall(r"\]\(([^)]+)\)", text):
        place, _, heading = link.partition("#")
        if place.startswith("https://"):
            continue
        target = document.parent / place if place else document
        assert target.is_file(), link
        assert not heading or f"# {heading}\n" in target.read_text("utf-8"), link


@each_document
def test_every_file_that_is_named_is_there(document: Path) -> None:
    places = (ROOT, ROOT / "eymeeting" / "domain")
    for code in code_in(document.read_text("utf-8")):
        is_path = re.fullmatch(r"[\w./-]+/[\w./-]+|[\w-]+\.(py|md|toml|json)|\.ci/run", code)
        if is_path and not code.startswith((".venv", "~")):
            assert any((place / code).exists() for place in places), code


@pytest.mark.parametrize("document", ["README.md", "docs/families.md", "docs/backups.md"])
def test_every_command_that_is_named_is_there(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    for code in code_in((ROOT / document).read_text("utf-8")):
        asked = re.match(r"eymeeting ([a-z]+)\b", code)
        if asked is not None:
            assert run([asked[1], "--help"], {}) == 0, code
            told = capsys.readouterr().out
            assert all(option in told for option in re.findall(r"--[a-z]+", code)), code


def test_every_option_of_the_readmes_table_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    rows = re.findall(r"^\| `eymeeting (\w+)[ `].*$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [
        "demo",
        "import",
        "export",
        "copy",
        "form",
        "backup",
        "restore",
        "check",
        "pack",
        "brand",
        "language",
    ]
    for line in (ROOT / "README.md").read_text("utf-8").splitlines():
        command = re.match(r"\| `eymeeting (\w+)[ `]", line)
        if command:
            run([command[1], "--help"], {})
            told = capsys.readouterr().out
            assert all(f"{option} " in told for option in re.findall(r"`(--[a-z]+)", line)), line


def name_of(node: ast.AST) -> str | None:
    """What stands in code for a class, a function, a name or something of one's own."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return f"self.{name}"
    return None


def test_every_name_in_code_that_the_architecture_gives_is_there() -> None:
    known = {
        name_of(node)
        for package in ("eymeeting", "screens", "db", "exports")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    }
    given = code_in((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    names = [code for code in given if re.fullmatch(r"[A-Za-z_]+|self\.\w+", code)]
    assert len(names) > 10
    assert [name for name in names if name not in known and not (ROOT / name).is_dir()] == []


def groups_described() -> dict[str, str]:
    """The text under each heading of the families' document that names a group."""
    text = (ROOT / "docs" / "families.md").read_text("utf-8")
    headings = [*re.finditer(r"^### (\w+)$", text, re.MULTILINE), None]
    return {
        one[1]: text[one.end() : following.start() if following else None]
        for one, following in pairwise(headings)
        if one is not None
    }


def groups_of_the_schema() -> list[tuple[str, dict[str, Any]]]:
    return [(name, group) for name, group in SCHEMA["$defs"].items() if group.get("type") == "object"]


def test_the_families_document_describes_every_group() -> None:
    assert sorted(groups_described()) == sorted(name for name, _ in groups_of_the_schema())


@pytest.mark.parametrize(("name", "group"), groups_of_the_schema(), ids=lambda each: str(each)[:20])
def test_the_families_document_names_every_key_and_which_may_be_left_out(
    name: str, group: dict[str, Any]
) -> None:
    described = groups_described()[name]
    always, _, others = described.partition("- May be left out:")
    always = always.partition("- Always:")[2]
    required = set(group.get("required", ()))
    assert set(re.findall(r"`(\w+)`", always)) == required
    assert set(re.findall(r"`(\w+)`", others)) == set(group["properties"]) - required


@pytest.mark.parametrize(("name", "group"), groups_of_the_schema(), ids=lambda each: str(each)[:20])
def test_the_families_document_names_every_choice(name: str, group: dict[str, Any]) -> None:
    described = " ".join(groups_described()[name].split())
    for key, value in group["properties"].items():
        choices = value.get("enum") or value.get("items", {}).get("enum")
        if choices:
            listed = f"{', '.join(choices[:-1])} or {choices[-1]}"
            assert re.search(rf"`{key}` \((list of )?{listed}", described), key
