"""How older files become this version's, and how a new file gets its tables."""
