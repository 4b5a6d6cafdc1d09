"""Forms that an office brings itself as PDF and gives out for a service."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import clean

NAME_LENGTH = 80
MOST_BYTES = 5 * 1024 * 1024
MOST_PAGES = 20


@dataclass(frozen=True, slots=True)
class AttachmentPersonal:
    """Free text about a form.

    Attributes:
        reason: Why it is given out no more.

    """

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One form of one service; retired, never deleted.

    Attributes:
        service: Code of the service, "" for a form of every service.
        content: SHA-256 of the PDF in the archive of what belongs to no year, in hex.

    """

    id: str
    service: str
    name: str
    content: str
    pages: int = 1
    retired: bool = False
    personal: AttachmentPersonal = AttachmentPersonal()


def check(name: str, pdf: bytes) -> list[Problem]:
    """List what is wrong with a form as chosen ("name", "pdf"); what is inside the PDF is looked at elsewhere."""
    found = []
    if not clean(name):
        found.append(Problem("name", "Beri nama formulir ini agar mudah dipilih di loket."))
    elif len(clean(name)) > NAME_LENGTH:
        found.append(Problem("name", f"Nama paling panjang {NAME_LENGTH} huruf; terisi {len(clean(name))}."))
    if len(pdf) > MOST_BYTES:
        found.append(Problem("pdf", "Formulir lebih besar dari 5 MB. Pindai lagi dengan ukuran yang lebih kecil."))
    elif not pdf.startswith(b"%PDF-"):
        found.append(Problem("pdf", "Berkas ini bukan PDF. Pilih formulir dalam bentuk PDF."))
    return found


def check_reason(reason: str) -> list[Problem]:
    """List what is wrong with why a form is given out no more ("reason")."""
    return [] if clean(reason) else [Problem("reason", "Tulis mengapa formulir ini tidak diberikan lagi.")]
