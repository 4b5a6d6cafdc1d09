"""The office's own settings."""
