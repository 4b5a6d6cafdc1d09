"""The kabupaten's pages: take files in, see the offices, keep their keys."""
