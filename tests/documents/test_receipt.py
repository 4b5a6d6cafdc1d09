from __future__ import annotations

import pytest

from paten_desk.documents import receipt


@pytest.mark.parametrize("form", receipt.RENDERERS)
def test_one_door_gives_nouns_and_all_sizes(look, a_receipt, form):
    read = look(receipt.RENDERERS[form](a_receipt())).text()

    for words in ("TANDA TERIMA BERKAS", "L1-2026-000444", "SITI RAHMAWATI", "Rp0 (GRATIS)", "KTP-el pemohon"):
        assert words in read
    assert "9999994708840002" not in read


@pytest.mark.parametrize("form", receipt.RENDERERS)
def test_in_every_size_the_same_receipt_has_the_same_bytes(a_receipt, form):
    assert receipt.RENDERERS[form](a_receipt()) == receipt.RENDERERS[form](a_receipt())
