"""How fast and how right the program is, measured."""
