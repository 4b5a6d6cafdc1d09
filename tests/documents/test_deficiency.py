from __future__ import annotations

from datetime import datetime
from typing import Any

from paten_desk.documents import deficiency
from paten_desk.documents.deficiency import Deficiency, Missing
from paten_desk.documents.receipt import Paper


def _a_deficiency(letterhead, **changes: Any) -> Deficiency:
    facts: dict[str, Any] = {
        "letterhead": letterhead,
        "applicant": "SITI RAHMAWATI",
        "service": "Surat Keterangan Tidak Mampu",
        "checked_at": datetime(2026, 11, 20, 10, 14),
        "zone": "WIB",
        "counter": "Loket 1",
        "clerk": "Rina Marlina",
        "present": (Paper("KTP-el pemohon", "asli", 1),),
        "missing": (Missing("Fotokopi Kartu Keluarga", "Bawa aslinya"), Missing("Surat pernyataan")),
    }
    return Deficiency(**{**facts, **changes})


def test_the_citizen_reads_what_to_bring_and_only_that(look, letterhead):
    read = look(deficiency.render(_a_deficiency(letterhead, deadline="Jumat, 27 November 2026")))

    assert len(read) == 1
    assert read.size_mm() == (148, 210)
    for words in (
        "LEMBAR KEKURANGAN BERKAS",
        "Diperiksa Jumat, 20 November 2026 pukul 10.14 WIB di Loket 1",
        "Kembali dengan membawa ini saja: 1. Fotokopi Kartu Keluarga Bawa aslinya 2. Surat pernyataan",
        "Paling lambat Jumat, 27 November 2026.",
        "1 KTP-el pemohon asli, 1",
        "Lembar ini bukan penolakan.",
    ):
        assert words in read.text()


def test_an_empty_dossier_is_said_kindly(look, letterhead):
    read = look(deficiency.render(_a_deficiency(letterhead, present=(), complaints=())))

    assert "Belum ada berkas yang dapat diterima." in read.text()


def test_forty_missing_papers_go_on_on_more_pages(look, letterhead, long_name):
    missing = tuple(Missing(f"{at} {long_name}", long_name) for at in range(40))

    read = look(
        deficiency.render(_a_deficiency(letterhead, missing=missing, number="L1-2026-000444", payload="PATEN1:x"))
    )

    assert len(read) > 1
    assert read.is_inside(12)
    assert read.text().endswith(f"Untuk warga, halaman {len(read)} dari {len(read)}")
