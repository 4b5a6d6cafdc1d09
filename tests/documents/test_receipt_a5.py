from __future__ import annotations

from datetime import date

from paten_desk.documents.receipt import Paper, Promise, render_a5


def test_the_citizen_and_the_dossier_get_a_copy_each(look, a_receipt):
    read = look(render_a5(a_receipt()))

    assert len(read) == 2
    assert read.size_mm() == (148, 210)
    assert read.text(0).endswith("Rangkap 1, untuk warga")
    assert read.text(1).endswith("Rangkap 2, untuk berkas")
    both = [read.text(at).split(" 000444 Pemohon")[0] for at in (0, 1)]
    assert both[0] == both[1]


def test_the_citizen_cuts_off_the_part_to_collect_with_and_the_dossier_its_counterfoil(look, a_receipt):
    read = look(render_a5(a_receipt()))
    facts = (
        "000444 Pemohon SITI RAHMAWATI NIK 9999 •••• •••• 0002 Layanan Surat Keterangan Tidak Mampu "
        "Selesai Jumat, 20 November 2026, pukul 11.15 WIB"
    )

    assert f"{facts} BAGIAN PENGAMBILAN" in read.text(0)
    assert "Tanggal dan tanda tangan pengambil" in read.text(0)
    assert f"{facts} BONGGOL" in read.text(1)
    assert "Paraf petugas" in read.text(1)


def test_the_receipt_says_number_promise_fee_and_papers(look, a_receipt):
    read = look(render_a5(a_receipt())).text(0)

    for words in (
        "KECAMATAN CONTOH",
        "TANDA TERIMA BERKAS",
        "Nomor pendaftaran L1-2026-000444 000444",
        "Diterima Jumat, 20 November 2026 pukul 10.14 WIB di Loket 1",
        "NIK : 9999 •••• •••• 0002",
        "HP : 0812••••1234",
        "JANJI SELESAI, SELAMBAT-LAMBATNYA pukul 11.15 WIB hari ini, Jumat, 20 November 2026",
        "BIAYA Rp0 (GRATIS)",
        "1 Surat keterangan Kepala Desa asli, 1",
        "2 KTP-el pemohon asli ditunjukkan",
        "UU 27/2022",
        "SMS 1708 atau lapor.go.id",
        "Rina Marlina",
    ):
        assert words in read
    assert "9999994708840002" not in read
    assert "081234561234" not in read


def test_a_promise_without_hour_and_an_estimate_are_said_so(look, a_receipt, an_item):
    item = an_item(promise=Promise(date(2026, 11, 23), None, is_estimate=True))

    read = look(render_a5(a_receipt(items=(item,)))).text(0)

    assert "PERKIRAAN SELESAI 23 November 2026 hari Senin, dalam jam pelayanan" in read


def test_a_reprint_is_marked(look, a_receipt):
    read = look(render_a5(a_receipt(copy_no=1)))

    assert all("SALINAN 1" in read.text(at) for at in (0, 1))


def test_three_requests_of_a_visit_fit_on_one_page(look, a_receipt, an_item):
    papers = tuple(Paper(f"Fotokopi dokumen pendukung nomor {at}", "fotokopi", 1) for at in range(4))
    items = tuple(an_item(number=f"L1-2026-00044{at}", short=f"00044{at}", papers=papers) for at in (4, 5, 6))

    read = look(render_a5(a_receipt(items=items)))

    assert len(read) == 2
    assert "3 permohonan" in read.text(0)
    for short in ("000444", "000445", "000446"):
        assert f"{short} · Surat Keterangan Tidak Mampu L1-2026-{short}" in read.text(0)


def test_long_names_and_forty_papers_stay_inside(look, a_receipt, an_item, long_name):
    papers = tuple(Paper(f"{at} {long_name}", "fotokopi", 3) for at in range(40))

    read = look(
        render_a5(a_receipt(applicant=long_name, clerk=long_name, items=(an_item(papers=papers, service=long_name),)))
    )

    assert read.is_inside(12)
    assert read.text(0).endswith(f"Rangkap 1, untuk warga, halaman 1 dari {len(read) // 2}")
    assert all(f"{at} {long_name[:12]}" in read.text() for at in range(40))


def test_the_same_receipt_has_the_same_bytes(a_receipt):
    assert render_a5(a_receipt()) == render_a5(a_receipt())
