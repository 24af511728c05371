"""What a family meeting is, and its rules. Imports nothing but the standard library."""
