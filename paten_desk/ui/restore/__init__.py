"""Pulihkan: bring an office back from a backup on its own computer, or move it to a new one."""
