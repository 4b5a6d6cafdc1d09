"""A service from its name to the day on which it counts, page by page."""
