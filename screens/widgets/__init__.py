"""Pieces that several screens are made of. No widget knows the store."""
