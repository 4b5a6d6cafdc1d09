"""PATEN Desk: the one-counter service of a kecamatan, offline, with a record nobody can quietly change."""

__version__ = "0.1.0"
