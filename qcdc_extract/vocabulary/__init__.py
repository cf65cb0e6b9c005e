"""Word tables: what Vietnamese calls its numbers, units, times and nouns; no code decides anything here."""
