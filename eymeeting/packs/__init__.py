"""A council's own words, areas, agenda and time limits, as TOML."""
