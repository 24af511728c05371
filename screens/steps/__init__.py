"""The steps of a meeting, one file each."""
