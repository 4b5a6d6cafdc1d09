"""Tutup Hari: close the day and send what the kabupaten does not hold yet."""
