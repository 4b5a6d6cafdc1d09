"""Sealed files between kecamatan and kabupaten: one code for both ends."""
