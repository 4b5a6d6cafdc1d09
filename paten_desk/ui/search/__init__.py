"""What the one search box finds."""
