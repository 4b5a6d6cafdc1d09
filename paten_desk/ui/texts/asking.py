"""What the editor of a letter's text asks: a kind of part, a blank, the day and the reason of a change."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.date_field import DateField
from paten_desk.ui.fields import ChoiceField, ComboField, TextField
from paten_desk.usecases import text_editing
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_blocks import KIND_NAMES
from paten_desk.usecases.text_samples import Vocabulary

PLAIN = "plain"
FORMS = ((PLAIN, "Isi"), ("capital", "Huruf kapital"), ("#", "Hanya bila terisi"), ("^", "Hanya bila kosong"))


def ask_kind(parent: QWidget) -> str:
    """Ask what kind of part is to be added; "" where the user went back."""
    kind = ComboField("Jenis bagian", [*KIND_NAMES.items()])
    kind.set_value("paragraph")

    def check() -> list[Problem]:
        return [] if kind.value() else [Problem("kind", "Pilih jenis bagian dari daftar.")]

    went_on = ask_form(
        "Bagian apa yang ditambahkan?",
        "Bagian baru berdiri sesudah bagian yang dipilih.",
        (kind,),
        {"kind": kind},
        check,
        verb="Tambahkan",
        parent=parent,
    )
    return kind.value() if went_on else ""


def ask_blank(vocabulary: Vocabulary, list_name: str, parent: QWidget) -> tuple[str, str]:
    """Ask for a blank and how it is put in, as `Words.insert` takes them; ("", "") where the user went back."""
    blank = ComboField("Isian", vocabulary.choices(list_name), "Ketik sebagian namanya untuk mencari.")
    form = ChoiceField("Bentuk", FORMS, PLAIN, "Dua yang terakhir berlaku untuk kata yang dipilih pada teks.")

    def check() -> list[Problem]:
        return [] if blank.value() else [Problem("blank", "Pilih isian dari daftar.")]

    went_on = ask_form(
        "Isian mana yang disisipkan?",
        "Isian diganti dengan data permohonan ketika surat dibuat.",
        (blank, form),
        {"blank": blank, "form": form},
        check,
        first=blank,
        verb="Sisipkan",
        parent=parent,
    )
    how = "" if form.value() == PLAIN else form.value()
    return (blank.value(), how) if went_on else ("", "")


def ask_change(context: Context, parent: QWidget) -> tuple[date, str] | None:
    """Ask from which day a change counts, and why; None where the user went back."""
    since = DateField("Berlaku sejak", "Surat yang sudah dibuat tetap memakai naskahnya sendiri.")
    since.set_value(context.today())
    note = TextField("Alasan perubahan", "Tercatat pada daftar versi dan dapat dibaca pemeriksa.")

    def check() -> list[Problem]:
        return text_editing.asked(context, since.value(), note.value())

    went_on = ask_form(
        "Simpan naskah ini sebagai versi baru?",
        "Versi lama tetap ada dan dapat dikembalikan.",
        (since, note),
        {"since": since, "note": note},
        check,
        first=note,
        parent=parent,
    )
    day = since.value()
    return (day, note.value()) if went_on and day is not None else None


def ask_leaving(parent: QWidget) -> str:
    """Ask what becomes of changes that are not saved: "drop", "keep", or "" to stay."""
    return dialogs.ask(
        "Perubahan naskah ini belum disimpan.",
        "Konsep tetap ada sampai Anda menyimpan atau membuangnya; surat memakai naskah yang lama.",
        (("drop", "Buang perubahan"), ("keep", "Simpan konsep")),
        parent=parent,
    )
