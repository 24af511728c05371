"""The command line: what is asked for, and in which words a problem is told."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn, get_args

from eymeeting.domain.kinds_of_copies import CopyKind, PaperFormat
from eymeeting.domain.meeting import MeetingType
from eymeeting.domain.problems import Problem
from eymeeting.panel_copy import panel_day

PROBLEM = 1
WRONG_USAGE = 2
SORRY = (
    "eymeeting met something it did not expect and has stopped. Everything that was saved before is safe.\n"
)
"""All that is said of an error nobody foresaw; its details could show a family's words."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}. “{self.prog} --help” shows how it is used.\n")
        sys.exit(WRONG_USAGE)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from eymeeting.version import version

        sys.stdout.write(f"eymeeting {version()}\n")
        parser.exit()


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Do what the arguments ask. Gives the exit status: 0, 1 for a problem, 2 for wrong usage."""
    try:
        return _carry_out(_asked(arguments), environment)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. What was saved before is safe.\n")
    except Exception:
        sys.stderr.write(SORRY)
    return PROBLEM


def _carry_out(asked: argparse.Namespace, environment: Mapping[str, str]) -> int:
    from eymeeting import commands
    from eymeeting.clock import WrongToday

    try:
        return commands.carry_out(asked, environment)
    except WrongToday as problem:
        sys.stderr.write(f"{problem}\n")
        return WRONG_USAGE


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.command == "restore" and asked.file is None and not asked.drill:
        parser.error("restore needs FILE, the backup to put in place")
    return asked


def _parser() -> argparse.ArgumentParser:
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--database", metavar="PATH", type=Path, help="the families' file")
    parser = _Parser(
        prog="eymeeting",
        description="Family meetings, recorded live. On its own it opens the app.",
        parents=[shared],
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="which version this is")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    commands.add_parser(
        "demo", help="the app with fictitious families; nothing real is touched", parents=[shared]
    )

    take_in = commands.add_parser("import", help="take in families, all or none", parents=[shared])
    take_in.add_argument("file", metavar="FILE.json", type=Path)
    take_in.add_argument(
        "--replace", action="store_true", help="put them in the place of families that differ"
    )

    hand_out = commands.add_parser("export", help="write families to a file", parents=[shared])
    hand_out.add_argument("file", metavar="FILE.json", type=Path)
    hand_out.add_argument(
        "--family", metavar="REF", action="append", default=[], help="only this family; may be given again"
    )

    copy = commands.add_parser("copy", help="make one reader's Word copy", parents=[shared])
    copy.add_argument("ref", metavar="REF", help="the family's reference, such as EYM-0001")
    copy.add_argument(
        "--for", dest="reader", metavar="ID", required=True, help="a person or worker of the family"
    )
    copy.add_argument(
        "--kind",
        choices=get_args(CopyKind),
        help="without it an adult's plan, a child's page, a worker's list",
    )
    copy.add_argument(
        "--format", choices=get_args(PaperFormat), help="without it the form that is kept with the reader"
    )
    copy.add_argument(
        "--without",
        metavar="PARTS",
        default="",
        help="what stays off a plan: worried, phones, helpers; several with commas",
    )
    copy.add_argument(
        "--meeting",
        metavar="N",
        type=int,
        help="as it stood at that meeting's end; of a paper before one, that one",
    )
    copy.add_argument(
        "--panel",
        metavar="DAY",
        type=panel_day,
        help="the paper of the panel on that day, such as 2026-11-23",
    )
    copy.add_argument("--out", metavar="FOLDER", type=Path, help="the folder for it")

    _ask_for_a_form(commands, shared)

    back_up = commands.add_parser("backup", help="write a backup and print where it is", parents=[shared])
    back_up.add_argument("--out", metavar="FILE", type=Path, help="a file of your own choice")

    restore = commands.add_parser(
        "restore", help="put a backup in place; the present file is kept beside it", parents=[shared]
    )
    restore.add_argument("file", metavar="FILE", type=Path, nargs="?", help="the backup")
    restore.add_argument(
        "--drill", action="store_true", help="only try it out; without FILE, the newest backup"
    )

    commands.add_parser("check", help="look through the families' file", parents=[shared])

    packs = commands.add_parser("pack", help="look at a council's own words").add_subparsers(
        dest="wanted", metavar="COMMAND", required=True, parser_class=_Parser
    )
    check = packs.add_parser("check", help="say whether a pack can be used")
    check.add_argument("file", metavar="FILE", type=Path)
    packs.add_parser("list", help="the packs that come with the app, and where to copy them from")
    _ask_about_languages(commands, shared)
    _ask_about_the_brand(commands, shared)
    return parser


def _ask_about_the_brand(commands: argparse._SubParsersAction[_Parser], shared: _Parser) -> None:
    brands = commands.add_parser("brand", help="the council's own paper").add_subparsers(
        dest="wanted", metavar="COMMAND", required=True, parser_class=_Parser
    )
    check = brands.add_parser("check", help="say whether copies can be made on a Word file, and what changes")
    check.add_argument("file", metavar="FILE.docx", type=Path)
    use = brands.add_parser("use", help="make every copy on a Word file", parents=[shared])
    use.add_argument("file", metavar="FILE.docx", type=Path)
    brands.add_parser("remove", help="go back to plain paper", parents=[shared])


def _ask_about_languages(commands: argparse._SubParsersAction[_Parser], shared: _Parser) -> None:
    languages = commands.add_parser("language", help="headings in other languages").add_subparsers(
        dest="wanted", metavar="COMMAND", required=True, parser_class=_Parser
    )
    template = languages.add_parser(
        "template", help="all headings and sentences, to be translated", parents=[shared]
    )
    template.add_argument("--out", metavar="FILE", type=Path, help="write them to this file")
    check = languages.add_parser("check", help="say whether a translation can be used, and who checked it")
    check.add_argument("file", metavar="FILE.po", type=Path)
    add = languages.add_parser("add", help="keep a translation beside the families", parents=[shared])
    add.add_argument("file", metavar="FILE.po", type=Path)
    languages.add_parser("list", help="the languages that are kept", parents=[shared])
    remove = languages.add_parser("remove", help="take a language away", parents=[shared])
    remove.add_argument("code", metavar="CODE", help="such as ar or pl")


def _ask_for_a_form(commands: argparse._SubParsersAction[_Parser], shared: _Parser) -> None:
    form = commands.add_parser(
        "form", help="write a blank paper form, to be filled in by hand", parents=[shared]
    )
    form.add_argument(
        "--type", choices=get_args(MeetingType), default="taf_first", help="the kind of meeting"
    )
    form.add_argument("--format", choices=get_args(PaperFormat), default="standard")
    form.add_argument(
        "--cards", action="store_true", help="blank score cards too, for grown-ups and children"
    )
    form.add_argument("--out", metavar="FOLDER", type=Path, help="the folder for it")
