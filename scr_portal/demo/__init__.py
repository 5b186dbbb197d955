"""The demonstration: a fictional board, its people and its reviews."""
