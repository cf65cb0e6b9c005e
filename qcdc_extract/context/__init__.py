"""What the words around a number say of it: its noun, its period, its status, what it measures."""
