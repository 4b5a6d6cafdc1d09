"""The first run: a wizard in six short pages, or the sample office."""
