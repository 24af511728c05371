"""What can be filled in about a family, one file each. A form knows no widget: it is rows and what they mean."""
