"""Where the families' file may be, and where its backups are beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

from db.unusable import UnusableFile


def place_of(path: Path, environment: Mapping[str, str]) -> Path:
    """Where a file really is, past every link and drive letter that stands for another place.

    Raises:
        UnusableFile: no file can be there, or the folder is synchronised.
    """
    try:
        named = Path(path).expanduser().absolute()
        real = named.resolve()
    except (OSError, RuntimeError, ValueError):
        raise UnusableFile(
            f"{path} is not a place for a file. Nothing was written. Choose another with --database."
        ) from None
    for each in (named, real):
        refuse_synchronised(each, environment)
    return real


def refuse_synchronised(path: PurePath, environment: Mapping[str, str]) -> None:
    """Refuse a place that another program copies while we write: it would copy half a database.

    Raises:
        UnusableFile: the file lies under OneDrive, Dropbox, iCloud, Google Drive or on a network share.
    """
    if is_synchronised(path, environment):
        raise UnusableFile(
            f"The folder {path.parent} is synchronised or on a network, "
            "and that can damage the families' file. Nothing was written. "
            "Choose a folder on this computer with --database."
        )


def is_synchronised(path: PurePath, environment: Mapping[str, str]) -> bool:
    """Whether a file lies under OneDrive, Dropbox, iCloud, Google Drive or on a network share, by its path."""
    text = str(path)
    named = [environment.get(name, "") for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")]
    under = any(folder and type(path)(folder) in path.parents for folder in named)
    parts = [part.casefold() for part in path.parts[:-1]]
    telling = any(part.startswith(_SYNCHRONISED) or part in _SYNCHRONISED_EXACT for part in parts)
    return under or telling or text.startswith(("\\\\", "//"))


_SYNCHRONISED: Final = ("onedrive", "dropbox", "icloud", "google drive", "googledrive")
_SYNCHRONISED_EXACT: Final = frozenset(
    {"mobile documents", "com~apple~clouddocs", "cloudstorage", "nextcloud", "owncloud"}
)


def backups_of(path: Path) -> Path:
    """The folder beside a file that holds its backups."""
    return path.with_name("backups")
