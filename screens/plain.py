"""The one road by which people's words reach the screen."""

from __future__ import annotations

from typing import Final

from textual.content import Content

KEPT_FROM_SOMEBODY: Final = " ◦"
"""Behind what is kept from somebody; from whom, a key tells."""


def plain(text: str) -> Content:
    """The words exactly as they were given, never read as markup.

    Textual reads a string handed to a label, button, list, border title, tooltip or toast as markup.
    A name such as ``[/]`` then ends the app, a worker's initials ``[JS]`` vanish, and
    ``[@click=app.quit]`` runs an action when somebody clicks on it. Escaping does not cure it: ``[/`` still
    ends the app. A ``Content`` made from the words is drawn as it stands, so everything a person typed or
    an import brought goes through here.
    """
    return Content(text)
