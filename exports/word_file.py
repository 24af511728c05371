"""A finished Word file opened for looking over: its parts, found by how they are related."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Protocol, cast

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml


class Element(Protocol):
    """An element of any part, as far as it is looked at."""

    @property
    def tag(self) -> str: ...  # noqa: D102

    @property
    def text(self) -> str | None: ...  # noqa: D102

    def get(self, key: str, default: str = ..., /) -> str | None: ...  # noqa: D102

    def find(self, path: str, /) -> Element | None: ...  # noqa: D102

    def findall(self, path: str, /) -> Sequence[Element]: ...  # noqa: D102

    def iter(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102

    def iterchildren(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102

    def iterancestors(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102

    def getparent(self) -> Element | None: ...  # noqa: D102

    def __iter__(self) -> Iterator[Element]: ...


class WordFile:
    """The parts of a Word file as elements. Nothing in it is changed.

    Raises:
        ValueError: the content is no Word file.
    """

    def __init__(self, content: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                self._contents = {name: package.read(name) for name in package.namelist()}
        except (zipfile.BadZipFile, KeyError, EOFError) as damaged:
            raise ValueError("This is no Word file.") from damaged
        self._read: dict[str, Element] = {}
        self.main_name = next(iter(self.named("", "officeDocument")), "")
        if self.main_name not in self._contents:
            raise ValueError("This is no Word file.")

    @cached_property
    def main(self) -> Element:
        """The document itself."""
        return self.part(self.main_name)

    @cached_property
    def styles(self) -> Element | None:
        """The styles, where there are any."""
        return self._first("styles")

    @cached_property
    def settings(self) -> Element | None:
        """The settings, where there are any."""
        return self._first("settings")

    def stories(self) -> Iterator[Element]:
        """The document, then what stands on top and at the foot of its pages, and its notes."""
        yield self.main
        for kind in ("header", "footer", "footnotes", "endnotes"):
            yield from map(self.part, self.named(self.main_name, kind))

    def part(self, name: str) -> Element:
        """One part by its name in the package."""
        if name not in self._read:
            self._read[name] = cast("Element", parse_xml(self._contents[name]))
        return self._read[name]

    def named(self, source: str, kind: str) -> tuple[str, ...]:
        """The names of the parts that are there and have this relation to a part, or to the whole where it is empty."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._contents:
            return ()
        targets = (
            each.get("Target", "") or ""
            for each in self.part(relations)
            if (each.get("Type") or "").endswith(f"/{kind}") and each.get("TargetMode") != "External"
        )
        found = (posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in targets)
        return tuple(each for each in found if each in self._contents)

    def _first(self, kind: str) -> Element | None:
        return next(map(self.part, self.named(self.main_name, kind)), None)


@lru_cache(maxsize=256)
def _tag(name: str) -> str:
    """A name of Word's own XML with its namespace."""
    return qn(f"w:{name}")


def value(parent: Element | None, *path: str, of: str = "val") -> str | None:
    """What an element of Word's own XML says, down a path of names such as ``pPr``, ``jc``; None without one."""
    found = child(parent, *path)
    return None if found is None else found.get(_tag(of))


def child(parent: Element | None, *path: str) -> Element | None:
    """The element at the end of a path of names, or None."""
    for name in path:
        if parent is None:
            return None
        parent = next(parent.iterchildren(_tag(name)), None)
    return parent


def is_on(parent: Element | None, *path: str) -> bool | None:
    """Whether something that is on or off is on; None where nothing is said of it."""
    found = child(parent, *path)
    if found is None:
        return None
    return found.get(_tag("val"), "1") not in ("0", "false", "off", "none")
