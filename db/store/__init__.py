"""The one door to what is kept. Plain values in and out; one method is one transaction."""

from db.store.store import Store, TakenIn
from db.store.transactions import NotSaved
from db.store.visit import Visit

__all__ = ["NotSaved", "Store", "TakenIn", "Visit"]
