"""How this copy of the app is set up: the pack, the look, the backups, who works here, the keys."""
