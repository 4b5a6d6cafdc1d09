"""What a dossier receipt says: what the office has taken, what it promises by when, and what it costs.

One receipt covers a visit, which may hold several requests. NIK and telephone are masked here, whatever is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.domain.formats import fee, full_date, hour, mask_nik, mask_phone, spaced_nik

COPIES = ("Rangkap 1, untuk warga", "Rangkap 2, untuk berkas")
PRIVACY = "Data Anda dipakai hanya untuk layanan ini (UU 27/2022)."
TAKE_ALONG = "Ambil hasil layanan dengan membawa tanda terima ini."
PROXY = "Bila diwakilkan, bawa surat kuasa dan KTP-el penerima kuasa."


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper handed in.

    Attributes:
        form: "asli", "fotokopi", "asli ditunjukkan".
        count: Sheets or copies; 0 where it was only shown.

    """

    name: str
    form: str = ""
    count: int = 0

    def how(self) -> str:
        """Say form and count: "fotokopi, 1"."""
        return ", ".join(words for words in (self.form, str(self.count) if self.count else "") if words)


@dataclass(frozen=True, slots=True)
class Promise:
    """By when a service is ready at the latest.

    Attributes:
        at: The hour, or None for "within office hours of that day".
        is_estimate: The office may not bind itself, e.g. another office has to act.

    """

    day: date
    at: time | None = None
    is_estimate: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One request of the visit.

    Attributes:
        number: Full registration number.
        short: Its last six digits, printed large; "" where the number has none.

    """

    number: str
    service: str
    promise: Promise
    papers: tuple[Paper, ...]
    short: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A visit's receipt.

    Attributes:
        applicant: Who came.
        subject: Whom it is about, where that is someone else.
        received_at: Office time.
        zone: "WIB", "WITA" or "WIT".
        fee_rupiah: For all requests; None while it is not assessed yet.
        fee_basis: The regional regulation, where there is a fee.
        payload: What the QR code says.
        complaints: Where to complain, e.g. ("WA 0812-0000-0000", "SMS 1708", "lapor.go.id").
        copy_no: 1 for the first reprint; 0 for the original.
        slip: Number of the paper slip it was first written on, or "".
        is_unsure: The clock was doubted; the date waits for confirmation.

    """

    letterhead: Letterhead
    items: tuple[Item, ...]
    applicant: str
    nik: str
    phone: str
    received_at: datetime
    zone: str
    counter: str
    clerk: str
    payload: str
    fee_rupiah: int | None = 0
    fee_basis: str = ""
    subject: str = ""
    complaints: tuple[str, ...] = ("SMS 1708", "lapor.go.id")
    privacy: str = PRIVACY
    copy_no: int = 0
    slip: str = ""
    is_unsure: bool = False


def title_of(receipt: Receipt) -> str:
    """Name the document by its first number."""
    return f"Tanda Terima Berkas {receipt.items[0].number}"


def received(receipt: Receipt) -> str:
    """Say when and where the papers were taken."""
    at = receipt.received_at
    late = f" (susulan, lembar kertas {receipt.slip})" if receipt.slip else ""
    unsure = " (tanggal menunggu konfirmasi)" if receipt.is_unsure else ""
    return f"{full_date(at.date())} pukul {hour(at)} {receipt.zone}{late}{unsure}"


def masked_facts(receipt: Receipt) -> list[Fact]:
    """List who came, masked."""
    rows = [
        Fact("Pemohon", receipt.applicant, bold=True),
        Fact("NIK", spaced_nik(mask_nik(receipt.nik)) if receipt.nik else ""),
        Fact("HP", mask_phone(receipt.phone) if receipt.phone else ""),
        Fact("Atas nama", receipt.subject),
    ]
    return [row for row in rows if row.value]


def latest(receipt: Receipt) -> Promise:
    """Return the promise that falls due last; it is an estimate when any of them is."""
    last = max((item.promise for item in receipt.items), key=lambda promise: (promise.day, promise.at or time.max))
    return Promise(last.day, last.at, any(item.promise.is_estimate for item in receipt.items))


def fee_words(receipt: Receipt) -> tuple[str, str]:
    """Return what is large and what is small in the fee's box."""
    if receipt.fee_rupiah is None:
        return "Belum dihitung", receipt.fee_basis or "diberitahukan sebelum diproses"
    if receipt.fee_rupiah == 0:
        return fee(0), "Tidak ada pungutan apa pun"
    return fee(receipt.fee_rupiah), receipt.fee_basis


def closing_words(receipt: Receipt) -> str:
    """Say where to complain and what the data are for."""
    *others, last = receipt.complaints or ("",)
    asked = f"{', '.join(others)} atau {last}" if others else last
    complaint = f" Diminta membayar di luar biaya di atas? Lapor: {asked}." if receipt.complaints else ""
    return receipt.privacy + complaint


def promise_words(promise: Promise) -> str:
    """Say a promise in words: "selesai selambat-lambatnya hari Jumat, 20 November 2026, pukul 11.15"."""
    at = f", pukul {hour(promise.at)}" if promise.at else ""
    flag = " (perkiraan)" if promise.is_estimate else ""
    return f"selesai selambat-lambatnya hari {full_date(promise.day)}{at}{flag}"


def numbers(receipt: Receipt) -> str:
    """Name all requests by what is printed large of their numbers: "000444, 000445"."""
    return ", ".join(item.short or item.number for item in receipt.items)


def services(receipt: Receipt) -> str:
    """Name the asked services, each once."""
    return ", ".join(dict.fromkeys(item.service for item in receipt.items))


def due_words(receipt: Receipt) -> str:
    """Say by when all is ready: "Jumat, 20 November 2026, pukul 11.15 WIB"."""
    promise = latest(receipt)
    at = f", pukul {hour(promise.at)} {receipt.zone}" if promise.at else ""
    return f"{full_date(promise.day)}{at}{' (perkiraan)' if promise.is_estimate else ''}"
