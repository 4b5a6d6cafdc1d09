"""Buku nomor."""
