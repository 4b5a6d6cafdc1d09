"""The texts of letters: their editor with the live page beside it, and their versions."""
