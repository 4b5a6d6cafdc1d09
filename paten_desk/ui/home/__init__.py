"""Beranda: the day in figures and what needs a hand now."""
