"""Berkas: the list of requests and one request with its steps."""
