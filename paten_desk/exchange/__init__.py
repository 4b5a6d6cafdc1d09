"""Sealed files between kecamatan and kabupaten: one code for both ends.

A sealed file is age( ZIP( BagIt( canonical JSON Lines ) + SSHSIG ) ). `sealed_file` packs and opens it, `media` brings
it onto a stick, `keys` makes and reads key cards; `docs/sealed-file.md` is the format.
"""
