"""The one door to what is kept. Plain values in and out; one method is one transaction."""

from db.store.store import NotSaved, Store, TakenIn, Visit

__all__ = ["NotSaved", "Store", "TakenIn", "Visit"]
