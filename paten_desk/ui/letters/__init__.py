"""Surat: what waits for a signature or a number, and the register of letters."""
