"""What can go wrong, said in a sentence a busy person can act on."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818
    """Something the person at the keyboard has to know.

    The text is one plain sentence or a few: what happened, what is safe, what
    to do. It never holds a name or the words of a family.
    """


class Refused(Problem):
    """Asked for something the rules do not allow."""


class NotFound(Problem):
    """A family, meeting, person or worker that is not there."""
