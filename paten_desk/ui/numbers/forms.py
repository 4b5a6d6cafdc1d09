"""What is asked before a number is voided, reserved, filled in or inserted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.number_book import PaperLetter, check_paper
from paten_desk.domain.people import clean
from paten_desk.ui.ask import ask_form
from paten_desk.ui.date_field import DateField
from paten_desk.ui.fields import Field, TextField
from paten_desk.usecases.context import Context
from paten_desk.usecases.number_book import MOST_RESERVED

NO_REASON = "Tulis alasannya; alasan ini tercetak di bukti buku nomor."


def ask_reason(question: str, consequence: str, verb: str, parent: QWidget) -> str:
    """Ask why; return the reason, or ""."""
    reason = TextField("Alasan")

    def check() -> list[Problem]:
        return [] if clean(reason.value()) else [Problem("reason", NO_REASON)]

    asked = ask_form(question, consequence, (reason,), {"reason": reason}, check, verb=verb, icon="hash", parent=parent)
    return reason.value() if asked else ""


def ask_range(next_number: int, parent: QWidget) -> tuple[int, str, str] | None:
    """Ask how many numbers to set aside, for whom and why; return (count, keeper, reason), or None."""
    count = TextField("Berapa nomor", f"Mulai dari nomor {next_number}; paling banyak {MOST_RESERVED}.")
    keeper = TextField("Pemegang nomor", "Orang yang membawa nomor ini, misalnya ke desa.")
    reason = TextField("Untuk apa")
    fields: dict[str, Field] = {"count": count, "keeper": keeper, "reason": reason}

    def check() -> list[Problem]:
        found = []
        if not 1 <= whole(count.value()) <= MOST_RESERVED:
            found.append(Problem("count", f"Isi angka 1 sampai {MOST_RESERVED}."))
        if not clean(keeper.value()):
            found.append(Problem("keeper", "Isi nama pemegang nomor ini."))
        if not clean(reason.value()):
            found.append(Problem("reason", NO_REASON))
        return found

    if ask_form(
        "Cadangkan nomor untuk surat tulis tangan",
        "Nomor ini tidak dipakai program lagi; isi nama dan perihalnya setelah suratnya jadi.",
        tuple(fields.values()),
        fields,
        check,
        verb="Cadangkan",
        icon="hash",
        parent=parent,
    ):
        return whole(count.value()), keeper.value(), reason.value()
    return None


def ask_last_used(title: str, parent: QWidget) -> int:
    """Ask for the last number of the paper book; return it, or 0."""
    last = TextField("Nomor terakhir di buku kertas")

    def check() -> list[Problem]:
        return [] if whole(last.value()) > 0 else [Problem("last", "Isi nomor terakhir yang sudah dipakai.")]

    asked = ask_form(
        f"Lanjutkan buku kertas: {title}",
        "Nomor berikutnya dari program adalah nomor ini ditambah satu. Hanya bisa sebelum nomor pertama dipakai.",
        (last,),
        {"last": last},
        check,
        verb="Lanjutkan",
        icon="hash",
        parent=parent,
    )
    return whole(last.value()) if asked else 0


def ask_paper(
    context: Context, question: str, consequence: str, year: int, verb: str, parent: QWidget, *, with_reason: bool
) -> tuple[PaperLetter, str] | None:
    """Ask for a letter written by hand, and why where that is asked; return (letter, reason), or None."""
    dated = DateField("Tanggal surat")
    name = TextField("Nama", capitals=True)
    subject = TextField("Perihal")
    reason = TextField("Alasan nomor sisipan")
    fields: dict[str, Field] = {"dated": dated, "name": name, "subject": subject}
    if with_reason:
        fields["reason"] = reason

    def typed() -> PaperLetter:
        return PaperLetter(dated.value() or context.today(), name.value(), subject.value())

    def check() -> list[Problem]:
        found = check_paper(typed(), year, context.today())
        if dated.value() is None:
            found.insert(0, Problem("dated", "Isi tanggal di surat itu."))
        if with_reason and not clean(reason.value()):
            found.append(Problem("reason", NO_REASON))
        return found

    if ask_form(question, consequence, tuple(fields.values()), fields, check, verb=verb, icon="hash", parent=parent):
        return typed(), reason.value()
    return None


def whole(text: str) -> int:
    """Return a typed whole number, or 0."""
    return int(text) if text.strip().isascii() and text.strip().isdigit() else 0
