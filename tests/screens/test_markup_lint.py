from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for package in ("screens", "eymeeting")
    for path in sorted((ROOT / package).rglob("*.py"))
    if "textual" in path.read_text("utf-8")
]

WIDGETS = ("Static", "Label", "Button", "Option", "Checkbox", "RadioButton", "Collapsible", "Tab", "TabPane")
METHODS = ("update", "notify", "add_row", "add_option")
FIELDS = ("border_title", "border_subtitle", "tooltip")
WORDS = ("content", "label", "prompt", "title", "message", "renderable")
MADE_PLAIN = ("plain", "Content", "Text")


class Reading:
    """What one file hands to the widgets, and whether it is plain."""

    def __init__(self, source: str) -> None:
        self.tree = ast.parse(source)
        self.inside: dict[ast.AST, ast.AST] = {
            child: parent for parent in ast.walk(self.tree) for child in ast.iter_child_nodes(parent)
        }

    def wrong(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            for handed in self.handed(node):
                if not self.is_plain(handed):
                    yield f"line {handed.lineno}: {ast.unparse(handed)}"
            if isinstance(node, ast.ImportFrom) and node.module in ("rich.markup", "textual.markup"):
                yield f"line {node.lineno}: escaping is no cure"
            if isinstance(node, ast.Attribute) and ast.unparse(node).endswith("markup.escape"):
                yield f"line {node.lineno}: escaping is no cure"

    def handed(self, node: ast.AST) -> Iterator[ast.expr]:
        """What a widget is given to show by this call or assignment."""
        if isinstance(node, ast.Assign):
            fields = [target for target in node.targets if isinstance(target, ast.Attribute)]
            if any(target.attr in FIELDS for target in fields):
                yield node.value
        if not isinstance(node, ast.Call):
            return
        if isinstance(node.func, ast.Name):
            is_watched = node.func.id in WIDGETS
        else:
            is_watched = isinstance(node.func, ast.Attribute) and node.func.attr in METHODS
        is_literal = any(
            each.arg == "markup" and isinstance(each.value, ast.Constant) and each.value.value is False
            for each in node.keywords
        )
        if is_watched and not is_literal:
            yield from node.args[: None if ast.unparse(node.func).endswith("add_row") else 1]
            yield from (each.value for each in node.keywords if each.arg in WORDS)

    def is_plain(self, expression: ast.expr) -> bool:
        """Whether nothing in an expression is read as markup: the program's own words, or made plain."""
        match expression:
            case ast.Constant():
                return True
            case ast.IfExp(body=body, orelse=orelse):
                return self.is_plain(body) and self.is_plain(orelse)
            case ast.BoolOp(values=values):
                return all(map(self.is_plain, values))
            case ast.Call(func=func):
                return self.gives_plain(func)
            case ast.Name(id=name):
                return self.holds_plain(name, expression)
            case ast.Attribute(value=ast.Name(id="self")):
                return self.holds_plain(ast.unparse(expression), expression)
            case _:
                return False

    def gives_plain(self, func: ast.expr) -> bool:
        if root_of(func) in MADE_PLAIN:
            return not ast.unparse(func).endswith("from_markup")
        name = func.attr if isinstance(func, ast.Attribute) else ast.unparse(func)
        made = [
            node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef) and node.name == name
        ]
        return bool(made) and all(is_of_plain_kind(each.returns) for each in made)

    def holds_plain(self, name: str, used: ast.AST) -> bool:
        """Whether all that a name is set to, in the function that uses it or around that, is plain."""
        around: ast.AST | None = used
        while around is not None:
            around = self.inside.get(around)
            if not isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module):
                continue
            if isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef):
                given = (*around.args.posonlyargs, *around.args.args, *around.args.kwonlyargs)
                if any(each.arg == name for each in given):
                    return all(is_of_plain_kind(each.annotation) for each in given if each.arg == name)
            set_to = list(assigned(around, name))
            if set_to:
                return all(map(self.is_plain, set_to))
        return False


def root_of(func: ast.expr) -> str:
    """The first name of a chain: ``Content`` in ``Content("\\n").join``."""
    while isinstance(func, ast.Attribute | ast.Call):
        func = func.value if isinstance(func, ast.Attribute) else func.func
    return ast.unparse(func)


def assigned(place: ast.AST, name: str) -> Iterator[ast.expr]:
    for node in ast.walk(place):
        if isinstance(node, ast.Assign) and name in [ast.unparse(target) for target in node.targets]:
            yield node.value
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name and node.value is not None:
            yield node.value


def is_of_plain_kind(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation).strip("'\"") in MADE_PLAIN


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_persons_words_reach_a_widget_as_markup(path: Path) -> None:
    assert list(Reading(path.read_text("utf-8")).wrong()) == []


def test_the_screens_are_looked_at() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize(
    "line",
    [
        "Static(name)",
        "Static(f'{name}')",
        "Static('Dear ' + name)",
        "Static(content=name)",
        "Button(label=person.name)",
        "Option(str(person))",
        "self.query_one(Static).update(name)",
        "self.notify(str(problem))",
        "self.notify(f'{problem}', markup=True)",
        "self.border_title = name",
        "widget.tooltip = f'{name}'",
        "table.add_row(plain(name), name)",
        "Static(plain(name) if name else other)",
        "Static(Content.from_markup(name))",
        "words = 'Nobody'\n    words = name\n    Static(words)",
        "from rich.markup import escape",
        "from textual.markup import escape",
        "Static(rich.markup.escape('x'))",
    ],
)
def test_a_persons_words_as_markup_are_caught(line: str) -> None:
    assert list(Reading(f"def show(self, name: str):\n    {line}\n").wrong())


@pytest.mark.parametrize(
    "line",
    [
        "Static('Nobody yet')",
        "Static()",
        "Static(id=f'lines-{name}')",
        "Static(plain(name))",
        "Static(Content.assemble(name, ' is here'))",
        "Static(plain(name) if name else 'Nobody yet')",
        "self.notify(str(problem), markup=False)",
        "words = 'Nobody'\n    Static(words)",
        "words = plain(name)\n    widget.update(words)",
        "widget.border_title = plain(name)",
        "Static(drawn)",
        "Static(Content(', ').join([drawn]))",
    ],
)
def test_plain_words_are_let_through(line: str) -> None:
    assert list(Reading(f"def show(self, name: str, drawn: Content):\n    {line}\n").wrong()) == []
