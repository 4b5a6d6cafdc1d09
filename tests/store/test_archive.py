import pytest

from paten_desk.domain.errors import NotFound
from paten_desk.store import archive


def test_a_document_comes_back_by_its_hash_and_is_stored_once(both_engines):
    first = archive.put(b"%PDF isi surat", 2026)
    second = archive.put(b"%PDF isi surat", 2026)

    assert first == second
    assert archive.get(first, 2026) == b"%PDF isi surat"
    assert list(archive.hashes(2026)) == [first]


def test_what_is_not_there_is_said_so(both_engines):
    with pytest.raises(NotFound, match="tidak ada di arsip"):
        archive.get("0" * 64, 2026)


def test_the_archive_on_disk_is_encrypted(store, tmp_path):
    archive.put(b"%PDF isi surat RAHASIA", 2026)
    archive.close()

    assert b"RAHASIA" not in b"".join(path.read_bytes() for path in tmp_path.glob("arsip-*"))
