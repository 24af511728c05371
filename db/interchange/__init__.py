"""Families as JSON: the interchange form, schema 1, in both directions and losing nothing."""

from db.interchange.reading import read_families
from db.interchange.writing import write_families

__all__ = ["read_families", "write_families"]
