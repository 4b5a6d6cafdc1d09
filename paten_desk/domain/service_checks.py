"""What is wrong with a service as an office writes it down: words that lack, keys that clash, and what the law refuses.

Fields of the problems are those of `Service`; a row of a list is named by its place ("requirements.0", "fields.2").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paten_desk.domain.catalogue import Authority, OutputKind, Service, ServiceField, ServiceStatus
from paten_desk.domain.errors import Problem
from paten_desk.domain.workflow import OPTIONAL

FIELD_KINDS = ("text", "long", "date", "number", "rupiah", "time", "list")
ADMINDUK = "Register Adminduk"
POSTS = frozenset({"head", "secretary", "section_head", "regent"})
LONGEST_LABEL, LONGEST_TEXT = 40, 200
CODE_HINT = "Kode terdiri atas 2 sampai 8 huruf besar atau angka dan diawali huruf, misalnya SKTM."

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_CLASS = re.compile(r"\d{3}(\.\d{1,3})*")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ABOLISHED = re.compile(r"\bizin (gangguan|mendirikan bangunan|tempat usaha|usaha mikro)", re.IGNORECASE)
_OTHERS_PAPER = re.compile(
    r"(surat keterangan catatan kepolisian|kartu (keluarga|tanda penduduk|identitas anak)|(kutipan )?akta\b|ktp\b"
    r"|persetujuan bangunan gedung|nomor induk berusaha|izin keramaian)",
    re.IGNORECASE,
)
_POPULATION_PAPER = re.compile(
    r"\b(ktp|kk|kia|skpwni|kartu keluarga|kartu identitas anak|akta (kelahiran|kematian)|pindah datang|biodata)\b",
    re.IGNORECASE,
)


def check(service: Service) -> list[Problem]:
    """List what is wrong with a service."""
    return [*_words(service), *_money(service), *_law(service), *_way(service), *_papers(service), *_blanks(service)]


def check_code(code: str) -> list[Problem]:
    """Say whether a code is well formed."""
    return [] if _CODE.fullmatch(code) else [Problem("code", CODE_HINT)]


def is_open(service: Service) -> bool:
    """Say whether a service can be offered at all."""
    return service.status is ServiceStatus.ACTIVE


def _words(service: Service) -> Iterator[Problem]:
    texts = {
        "name": "Isi nama layanan.",
        "category": "Pilih kelompok layanan.",
        "legal_basis": "Isi dasar hukum layanan ini.",
        "register_book": "Pilih buku register layanan ini.",
    }
    for field, text in texts.items():
        if not getattr(service, field).strip():
            yield Problem(field, text)
    if not _CLASS.fullmatch(service.code_2022):
        yield Problem("code_2022", "Tulis kode klasifikasi seperti 400.12.3.1.")
    if service.duration.amount < 1:
        yield Problem("duration", "Waktu layanan paling sedikit 1.")
    if service.valid_days < 0:
        yield Problem("valid_days", "Masa berlaku tidak boleh kurang dari 0 hari.")


def _money(service: Service) -> Iterator[Problem]:
    """Source: UU 1/2022 (levies by perda only); UU 24/2013 Pasal 79A (papers of the population are free)."""
    if service.fee_rupiah < 0:
        yield Problem("fee_rupiah", "Biaya tidak boleh kurang dari Rp0.")
    if service.fee_rupiah > 0 and not service.fee_basis.strip():
        yield Problem("fee_basis", "Biaya di atas Rp0 memerlukan nomor dan tahun perda.")
    is_population = service.register_book == ADMINDUK or bool(
        _POPULATION_PAPER.search(service.name) or _POPULATION_PAPER.search(service.title)
    )
    if service.fee_rupiah > 0 and is_population:
        yield Problem("fee_rupiah", "Dokumen kependudukan tidak dipungut biaya (UU 24/2013 Pasal 79A).")


def _law(service: Service) -> Iterator[Problem]:
    """Source: Permendagri 19/2017 (HO), PP 16/2021 (IMB), PP 5/2021 (IUMK, SITU): abolished, whoever signs."""
    if is_open(service) and service.authority is not Authority.OWN and not service.authority_basis.strip():
        yield Problem("authority_basis", "Isi nomor dan tahun keputusan bupati yang melimpahkan layanan ini.")
    if service.status is ServiceStatus.HISTORICAL and service.offered:
        yield Problem("offered", "Layanan ini sudah dihapus oleh peraturan dan tidak dapat dibuka lagi.")
    if not is_open(service) or service.output is OutputKind.NONE:
        return
    if not service.title.strip():
        yield Problem("title", "Isi judul yang tercetak di atas surat.")
    if _ABOLISHED.search(service.title):
        yield Problem("title", "Izin ini sudah dihapus oleh peraturan; camat tidak dapat menerbitkannya lagi.")
    if service.output is OutputKind.LETTER and _OTHERS_PAPER.match(service.title.strip()):
        yield Problem("title", "Dokumen ini diterbitkan instansi lain; tulis surat pengantar atau rekomendasi.")
    if not service.template:
        yield Problem("template", "Pilih naskah surat layanan ini.")


def _way(service: Service) -> Iterator[Problem]:
    allowed = {action.value for action in OPTIONAL[service.output]}
    if service.steps is not None and not set(service.steps) <= allowed:
        yield Problem("steps", "Langkah ini tidak ada pada layanan tanpa surat camat.")
    if service.output is OutputKind.NONE and service.signatories:
        yield Problem("signatories", "Layanan tanpa surat tidak ditandatangani.")
    if service.output is OutputKind.NONE and service.template:
        yield Problem("template", "Layanan tanpa surat tidak memakai naskah.")
    if service.output is not OutputKind.NONE and not service.signatories:
        yield Problem("signatories", "Pilih pejabat yang boleh menandatangani.")
    if not set(service.signatories) <= POSTS:
        yield Problem("signatories", "Pilih jabatan dari daftar.")


def _papers(service: Service) -> Iterator[Problem]:
    if all(paper.when for paper in service.requirements):
        yield Problem("requirements", "Tulis paling sedikit satu berkas yang selalu diminta.")
    seen: set[str] = set()
    for at, paper in enumerate(service.requirements):
        field, text = f"requirements.{at}", paper.text.strip()
        if not text:
            yield Problem(field, "Tulis nama berkasnya, atau hapus baris ini.")
        elif text.casefold() in seen:
            yield Problem(field, "Berkas ini sudah ada dalam daftar.")
        if paper.when and not paper.when.startswith("bila "):
            yield Problem(field, "Tulis syaratnya mulai dengan kata bila, misalnya bila untuk berobat.")
        if max(len(text), len(paper.when)) > LONGEST_TEXT:
            yield Problem(field, f"Ringkaskan sampai {LONGEST_TEXT} huruf.")
        seen.add(text.casefold())
    keys = [paper.key for paper in service.requirements]
    if len(set(keys)) < len(keys) or not all(key.isascii() and key for key in keys):
        yield Problem("requirements", "Dua berkas memakai kunci yang sama; hapus salah satunya dan tambahkan lagi.")


def _blanks(service: Service) -> Iterator[Problem]:
    labels, keys = set[str](), set[str]()
    for at, blank in enumerate(service.fields):
        for text in _blank(blank, labels, keys):
            yield Problem(f"fields.{at}", text)
        labels.add(blank.label.strip().casefold())
        keys.add(blank.key)


def _blank(blank: ServiceField, labels: set[str], keys: set[str]) -> Iterator[str]:
    said = blank.label.strip()
    if not said:
        yield "Tulis nama isiannya, atau hapus baris ini."
    elif said.casefold() in labels:
        yield "Isian dengan nama ini sudah ada."
    elif not _KEY.fullmatch(blank.key) or blank.key in keys:
        yield "Nama isian ini tidak dapat dibedakan dari yang lain; tulis dengan huruf biasa."
    if len(said) > LONGEST_LABEL:
        yield f"Ringkaskan nama isian sampai {LONGEST_LABEL} huruf."
    if blank.kind not in FIELD_KINDS:
        yield "Pilih jenis isian dari daftar."
    if (blank.kind == "list") is not bool(blank.columns):
        yield "Tulis nama kolom daftarnya, dipisahkan koma."
    columns = [key for key, _ in blank.columns]
    if len(set(columns)) < len(columns) or not all(_KEY.fullmatch(key) for key in columns):
        yield "Nama kolom daftar harus berbeda satu sama lain."
