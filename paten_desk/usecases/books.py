"""Register books: what an office keeps on paper of a month, ready to be signed and inspected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from paten_desk.documents import book as sheet
from paten_desk.documents.book import Column, Row
from paten_desk.domain.books import BookPrint
from paten_desk.domain.errors import NotFound
from paten_desk.domain.formats import MONTHS, hour, long_date
from paten_desk.domain.office import full_name
from paten_desk.domain.officials import Post
from paten_desk.domain.roles import Right
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import book_rows, letterheads, officials
from paten_desk.usecases.book_months import Month, month_of
from paten_desk.usecases.context import Context

OUTSIDE = "dari luar kecamatan"
NO, SIGN, NOTE = Column("No", 9, "right"), Column("Tanda tangan", 20), Column("Ket.", 26)
HEAD = (
    NO,
    Column("Tanggal", 20),
    Column("Nomor register", 38),
    Column("Nama pemohon", 38),
    Column("NIK", 29),
    Column("Desa atau kelurahan", 24),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One book.

    Attributes:
        counted: What is summed on each page.
        money: Which column's sum is in rupiah, or None.
        nothing: What did not happen in an empty month, e.g. "berkas yang dikembalikan".
        has_nik: Whether a NIK stands in it.

    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Month], list[Row]]
    counted: tuple[str, ...]
    nothing: str
    money: int | None = None
    has_nik: bool = False


KINDS = {
    "register": Kind(
        "Buku Register Pelayanan",
        (
            NO,
            Column("No. register", 28),
            Column("Tanggal, jam masuk", 19),
            Column("Nama pemohon", 33),
            Column("NIK", 28.5),
            Column("Desa atau kelurahan", 20),
            Column("Jenis pelayanan", 32),
            Column("Lengkap", 16.5),
            Column("Janji selesai", 18.5),
            Column("Selesai", 18.5),
            Column("Nomor dan tanggal surat", 44),
            Column("Biaya (Rp)", 15, "right"),
            Column("Pengambil", 24),
            Column("Tanggal ambil", 18.5),
            Column("Tanda tangan", 17),
            Column("Ket.", 20),
        ),
        book_rows.register,
        ("permohonan", OUTSIDE, "selesai"),
        "permohonan yang diterima",
        money=11,
        has_nik=True,
    ),
    "agenda": Kind(
        "Buku Agenda Surat Keluar",
        (
            NO,
            Column("Tanggal", 20),
            Column("Nomor surat", 54),
            Column("Kode", 20),
            Column("Kepada atau nama", 52),
            Column("Perihal", 56),
            Column("Pengolah", 36),
            Column("Lampiran", 18, "middle"),
            Column("Ket.", 45),
        ),
        book_rows.agenda,
        ("nomor", "batal"),
        "surat keluar",
    ),
    "returned": Kind(
        "Buku Berkas Dikembalikan",
        (
            NO,
            Column("Tanggal", 20),
            Column("Nama", 48),
            Column("Layanan", 48),
            Column("Kekurangan atau alasan", 104),
            Column("Batas", 22),
            Column("Kembali tanggal", 22),
            Column("Ket.", 34),
        ),
        book_rows.returned,
        ("berkas", OUTSIDE, "sudah kembali"),
        "berkas yang dikembalikan",
    ),
    "legalisation": Kind(
        "Buku Legalisasi",
        (
            *HEAD,
            Column("Dokumen yang dilegalisasi", 46),
            Column("Jenis pelayanan", 40),
            Column("Lembar", 16, "right"),
            Column("Biaya (Rp)", 17, "right"),
            SIGN,
            NOTE,
        ),
        book_rows.legalisation,
        ("legalisasi", OUTSIDE, "lembar"),
        "legalisasi",
        money=9,
        has_nik=True,
    ),
    "heirs": Kind(
        "Register Ahli Waris",
        (
            *HEAD,
            Column("Pewaris", 38),
            Column("Meninggal", 22),
            Column("Ahli waris", 48),
            Column("Nomor dan tanggal surat desa", 36),
            SIGN,
            NOTE,
        ),
        book_rows.heirs,
        ("register", OUTSIDE),
        "surat pernyataan ahli waris yang diregister",
        has_nik=True,
    ),
    "land": Kind(
        "Register Tanah",
        (
            *HEAD,
            Column("Jenis surat", 40),
            Column("Letak tanah", 48),
            Column("Luas (m²)", 16, "right"),
            Column("Nomor dan tanggal surat desa", 36),
            SIGN,
            NOTE,
        ),
        book_rows.land,
        ("register", OUTSIDE),
        "surat tanah yang diregister",
        has_nik=True,
    ),
    "marriages": Kind(
        "Register Dispensasi Nikah",
        (
            NO,
            Column("Tanggal", 20),
            Column("Nomor surat", 46),
            Column("Calon suami", 38),
            Column("Calon istri", 38),
            Column("Desa atau kelurahan", 24),
            Column("Akad nikah", 26),
            Column("Kantor urusan agama", 30),
            Column("Alasan", 46),
            Column("Penetapan pengadilan", 30),
            SIGN,
            NOTE,
        ),
        book_rows.marriages,
        ("dispensasi", OUTSIDE),
        "dispensasi nikah",
    ),
    "handovers": Kind(
        "Buku Pengambilan",
        (
            NO,
            Column("Tanggal, jam", 20),
            Column("No. register", 28),
            Column("Nomor surat", 46),
            Column("Nama pemohon", 38),
            Column("Jenis pelayanan", 38),
            Column("Nama pengambil", 36),
            Column("Hubungan", 24),
            Column("NIK pengambil", 29),
            Column("Surat kuasa", 15, "middle"),
            Column("Tanda tangan", 26),
            NOTE,
        ),
        book_rows.handed_over,
        ("pengambilan", OUTSIDE, "dengan surat kuasa"),
        "hasil layanan yang diambil",
        has_nik=True,
    ),
    "dispatch": Kind(
        "Buku Ekspedisi",
        (
            NO,
            Column("Tanggal surat", 21),
            Column("Nomor surat", 52),
            Column("Perihal", 48),
            Column("Dikirim kepada", 48),
            Column("Nama warga", 42),
            Column("Tanggal diterima", 26),
            Column("Nama penerima", 36),
            Column("Tanda tangan dan cap penerima", 36),
            NOTE,
        ),
        book_rows.dispatch,
        ("surat",),
        "surat untuk instansi lain",
    ),
}


def books() -> list[tuple[str, str]]:
    """Return key and name of every book that can be printed, in the order of the shelf."""
    return [(key, kind.name) for key, kind in KINDS.items()]


def has_nik(key: str) -> bool:
    """Say whether a book holds NIKs, so that printing it in full is a question at all."""
    return KINDS[key].has_nik


def book_pdf(context: Context, key: str, month: date, full_nik: bool = False) -> bytes:
    """Draw one month of a book, the month `month` lies in.

    NIKs are masked; `full_nik` writes them out, for the paper register alone, and records that they were shown.

    Raises:
        NoRight, NotFound: Not by this user, or not in full; there is no such book.

    """
    context.demand(Right.LOOK_UP)
    kind = KINDS.get(key)
    if kind is None:
        raise NotFound("Buku ini tidak ada.", "Pilih buku dari daftar.")
    if full_nik:
        context.demand(Right.REVEAL)
    asked = month_of(context, month, full_nik)
    made = _sheet(context, kind, asked)
    if full_nik and kind.has_nik:
        with transaction():
            shown = BookPrint(context.new_id(), key, asked.first, len(made.rows))
            journal.record(context.stamp(), "revealed", shown)
    return sheet.render(made)


def _sheet(context: Context, kind: Kind, month: Month) -> sheet.Book:
    office, now = context.office, context.now()
    signers = officials.holders(context)
    section = signers.get(Post.SECTION_HEAD)
    post = f"KEPALA SEKSI {section.section.upper()}" if section else "KEPALA SEKSI"
    period = f"{MONTHS[month.first.month - 1]} {month.first.year}"
    head = signers.get(Post.HEAD)
    camat = letterheads.own_post(office, head, f"CAMAT {office.name.upper()}", "Mengetahui:")
    printed = f"Dicetak {context.user.display}, {long_date(now.date())} pukul {hour(now)} {office.zone}"
    return sheet.Book(
        kind.name,
        f"{full_name(office)}, {office.kabupaten_kind} {office.kabupaten}",
        period,
        kind.columns,
        tuple(kind.rows(month)),
        f"Tidak ada {kind.nothing} pada bulan {period}.",
        f"Kepala Seksi {section.section}" if section else "Kepala Seksi",
        f"{office.seat or office.name}, {long_date(context.today())}",
        letterheads.own_post(office, section, post),
        camat,
        printed + ("; memuat NIK lengkap, simpan di tempat terkunci" if month.full_nik and kind.has_nik else ""),
        kind.counted,
        kind.money,
    )
