"""Where families are kept: one SQLite file, one door."""
