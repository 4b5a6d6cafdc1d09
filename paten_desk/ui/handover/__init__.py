"""Penyerahan: the right paper to the right person."""
