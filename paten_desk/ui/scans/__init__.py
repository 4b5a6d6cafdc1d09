"""Scans and phone photos: the strip of a request's scans, the folder they come from, the page that shows one."""
