"""Readings carried away in forms that other programs read."""
