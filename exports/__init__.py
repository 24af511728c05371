"""The papers a meeting owes: built from what was kept, never from what is on the screen."""
