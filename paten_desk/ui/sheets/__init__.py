"""Cetakan."""
