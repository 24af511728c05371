from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOMAIN = ROOT / "eymeeting" / "domain"
RESTRICTS = frozenset(
    {"visibility", "level", "hidden_from", "separate_from", "not_for", "times_not_for", "visibility_level"}
)
"""What an entry holds that says who may not have it. Whoever reads one decides something by it."""

SETS = "shows whom the chair keeps something from, ticked or not, and sets it"
MAY_READ_OUTSIDE: Mapping[str, tuple[frozenset[str], str]] = {
    "screens/forms/household.py": (frozenset({"hidden_from"}), SETS),
    "screens/forms/person_rows.py": (frozenset({"hidden_from"}), SETS),
    "screens/forms/person_choices.py": (frozenset({"hidden_from"}), SETS),
    "exports/chart_xml.py": (frozenset({"level"}), "writing that lies level, not turned"),
}

THE_RULES = "the rules themselves"
A_NAME = "what people are called where some must not be known"
APART = "who is not to meet, and which meeting may be told of at which"
SUGGESTS = "asks the chair about texts that may give away what is kept from somebody"
KEEPS_ON = "carries what is kept from somebody over to what follows from it"
TELLS_THE_CHAIR = "says in the chair's own papers who may have what"
COUNTS = "counts only what is for everyone, where a number alone would tell"
MAY_READ_INSIDE: Mapping[str, str] = {
    "sight": THE_RULES,
    "reach": THE_RULES,
    "for_whom": THE_RULES,
    "at_the_keyboard": THE_RULES,
    "who_may_see": THE_RULES,
    "not_for": "keeps from somebody by name, and gives back",
    "gives_away": SUGGESTS,
    "onlookers": SUGGESTS,
    "left_as_it_is": SUGGESTS,
    "kept_off": "what must be nowhere in a reader's file",
    "without_times": "takes the times of day out for whoever must not learn them",
    "asked_alone": THE_RULES,
    "kept_homes": THE_RULES,
    "naming": A_NAME,
    "names": A_NAME,
    "family_history": A_NAME,
    "earlier": APART,
    "kept_apart": APART,
    "whose_copies": APART,
    "family_changing": APART,
    "facing_last_time": APART,
    "full_record": APART,
    "going_on": APART,
    "scores_in_the_room": APART,
    "agreement_matrix": APART,
    "safe_at_home": "says by kind what is kept near a reader",
    "what_has_changed": "a home kept from a reader is no news for them",
    "trail_told": "a trail read by somebody whom a home is kept from",
    "planning": KEEPS_ON,
    "family_moving": KEEPS_ON,
    "childs_part": KEEPS_ON,
    "panel_known": "shows who may have what is known at a panel, and sets it",
    "said": "finds what a helper said for everyone, to go on with it",
    "standing": COUNTS,
    "recorded_rows": TELLS_THE_CHAIR,
    "recorded_changes": TELLS_THE_CHAIR,
    "recorded_besides": TELLS_THE_CHAIR,
    "recorded_words": TELLS_THE_CHAIR,
}
"""The modules of the domain that decide by it, each with its reason. A new one has to be argued for here."""


def reads(source: str) -> Iterator[tuple[int, str]]:
    """Where a text of Python reads what restricts: its line, and the name. A function of that name is none of it."""
    whole = ast.parse(source)
    called = {each.func for each in ast.walk(whole) if isinstance(each, ast.Call)}
    for node in ast.walk(whole):
        match node:
            case ast.Attribute(attr=name, ctx=ast.Load()) if name in RESTRICTS and node not in called:
                yield node.lineno, name
            case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=name), *_]) if (
                name in RESTRICTS
            ):
                yield node.lineno, str(name)
            case ast.MatchClass(kwd_attrs=names):
                yield from ((node.lineno, name) for name in names if name in RESTRICTS)


def outside() -> list[str]:
    folders = ("screens", "exports", "db")
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    files += [path for path in sorted((ROOT / "eymeeting").rglob("*.py")) if DOMAIN not in path.parents]
    return [path.relative_to(ROOT).as_posix() for path in files]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("if line.visibility is None: show(line)", {"visibility"}),
        ("apart = meeting.separate_from or ()", {"separate_from"}),
        ("kept = getattr(entry, 'not_for', None)", {"not_for"}),
        ("kept = getattr(entry, 'not_for')", {"not_for"}),
        ("match said:\n    case Line(visibility=None): pass", {"visibility"}),
        ("replace(meeting, separate_from=None)", set()),
        ("words.style.visibility_of(it)", set()),
        ("pack.level(2)", set()),
        ("if said.visibility.level == 'family': show(said)", {"visibility", "level"}),
    ],
)
def test_reading_what_restricts_is_found_and_setting_it_is_not(source: str, found: set[str]) -> None:
    assert {name for _, name in reads(source)} == found


def test_nothing_but_the_domain_decides_who_may_see_something() -> None:
    wrong = []
    for name in outside():
        may, _ = MAY_READ_OUTSIDE.get(name, (frozenset(), ""))
        found = reads((ROOT / name).read_text("utf-8"))
        wrong += [f"{name}:{line} reads .{what}" for line, what in found if what not in may]
    assert not wrong, f"ask the domain instead: {wrong}"


def test_the_modules_of_the_domain_that_decide_by_it_are_the_ones_argued_for() -> None:
    deciding = {
        path.stem for path in sorted(DOMAIN.rglob("*.py")) if any(reads(path.read_text(encoding="utf-8")))
    }
    assert deciding == set(MAY_READ_INSIDE)


def test_no_file_outside_is_excused_any_longer_than_it_needs() -> None:
    unused = [
        f"{name} no longer reads .{what}"
        for name, (may, _) in MAY_READ_OUTSIDE.items()
        for what in sorted(may - {found for _, found in reads((ROOT / name).read_text("utf-8"))})
    ]
    assert unused == []
