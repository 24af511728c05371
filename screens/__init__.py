"""What the chair and the family see."""
