"""What is typed from coming to a text field until leaving it."""

from __future__ import annotations

from db.store import families
from db.store.transactions import Transactions
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change
from eymeeting.domain.sitting import Place


class Visit:
    """One stay in a text field. Each ``write`` is on disk when it returns; the whole stay is one change."""

    def __init__(self, transactions: Transactions, family: str, before: Entry | None, who: str) -> None:
        self._transactions = transactions
        self._family = family
        self._before = before
        self._written = before
        self._who = who
        self._begun = False

    def write(self, after: Entry | None, sitting: int | None = None, place: Place | None = None) -> None:
        """Keep the entry as it is now; nothing when it is to be gone.

        Raises:
            NotSaved: it did not reach the disk; what was kept before stands.
        """
        if after is None and self._written is None:
            return
        change = Change(family=self._family, before=self._written, after=after)
        with self._transactions.begin() as session:
            if not self._begun:
                self._transactions.tell(session, self._family, "began writing", self._who, self._before)
            families.write(session, change)
            if sitting is not None and place is not None:
                self._transactions.move(session, sitting, place)
        self._begun = True
        self._written = after

    def end(self) -> Change | None:
        """Leave the field. What comes back is the one change of the stay, or nothing when all is as it was.

        Raises:
            NotSaved: the line in the trail did not reach the disk.
        """
        if not self._begun:
            return None
        with self._transactions.begin() as session:
            self._transactions.tell(
                session, self._family, "ended writing", self._who, self._before, self._written
            )
        self._begun = False
        if self._before == self._written:
            return None
        change = Change(family=self._family, before=self._before, after=self._written)
        self._before = self._written
        return change
