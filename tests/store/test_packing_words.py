import hashlib

from paten_desk.store.packing_words import WORDS_1


def test_the_words_by_which_stored_records_are_read_never_change():
    assert hashlib.sha256(WORDS_1).hexdigest() == "ed231adb5824a10ce46094102821f526a7a9a1e0e7c3220a5a6f150fce1084da"
