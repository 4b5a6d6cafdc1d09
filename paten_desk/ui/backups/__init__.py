"""Cadangan: make backups, try them out, bring an office back, and what the start's guards lead to."""
