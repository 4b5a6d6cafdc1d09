"""The office is back, or the laptop is ready: what is lost, where the old data lie, and the new key card."""

from __future__ import annotations

from paten_desk.domain.branches import BranchLedger
from paten_desk.domain.office import full_name
from paten_desk.ui import tokens as t
from paten_desk.ui.backups.ways import CARD, LAPTOP_CARD, lost_words
from paten_desk.ui.cards import Card
from paten_desk.ui.restore.step import Step
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import Part, clear, column, label, line, picture, row
from paten_desk.usecases.continuing import Restored

HOME = "Sepulang dari desa: Pengaturan, bagian Laptop ini, lalu Simpan data untuk kantor. Kantor memberi kode balasan."


class DoneStep(Step):
    """Says it in a few lines."""

    stop = "Selesai"
    second = "Masuklah dengan kata sandi saat cadangan dibuat, atau dengan yang baru saja dipilih."
    verb = "Ke layar masuk"

    def __init__(self, done: Restored) -> None:
        super().__init__()
        self.title = "Kantor sudah pulih" if done.laptop is None else "Laptop desa siap"
        parts = _office(done) if done.laptop is None else _laptop(done.laptop)
        self.setLayout(column(Card(pad=t.S5).add(*parts), None))


def _laptop(made: BranchLedger) -> list[Part]:
    name = made.personal.note or "Laptop ini"
    told = f"Setiap nomor dari laptop ini diawali {made.prefix}, jadi tidak ada nomor kembar dengan kantor."
    return [
        _fact("good", f"{name} siap dengan awalan {made.prefix}", told),
        line(),
        _fact("warn", "Serahkan kartu kunci laptop ke kantor", LAPTOP_CARD),
        line(),
        _fact("neutral", "Membawa hasil pelayanan ke kantor", HOME),
    ]


def _office(done: Restored) -> list[Part]:
    lost = lost_words(done.lost)
    parts: list[Part] = [
        _fact("good", f"{full_name(done.context.office)} pulih", "Setiap catatan dan naskahnya sudah diperiksa.")
    ]
    if lost:
        told = f"{'; '.join(lost)}. Ketik ulang dari tanda terima dan berkas kertas."
        parts += [line(), _fact("warn", "Nomor yang hilang sudah dicatat satu per satu", told)]
    if done.new_card:
        parts += [line(), _fact("warn", "Kartu kunci baru", CARD[done.context.office.role])]
    else:
        parts += [line(), _fact("good", "Kunci segel tetap sama", "Kartu kunci baru tidak diperlukan.")]
    if done.aside is not None:
        told = f"Folder {done.aside.name}, di sebelah folder data. Simpan sampai semuanya terbukti beres."
        parts += [line(), _fact("neutral", "Data sebelumnya tidak dihapus", told)]
    new_book = "Nomor berikutnya memakai awalan buku baru, jadi tidak ada nomor yang diberikan dua kali."
    parts += [line(), _fact("neutral", "Buku catatan baru", new_book)]
    return parts


def _fact(tone: str, what: str, told: str) -> Part:
    words = column(label(what, "strong", wrap=True), label(told, "second", wrap=True), gap=0)
    box = row(column(2, picture(MARKS[tone], t.TONES[tone].ink, 20), None, gap=0), words, gap=t.S3)
    box.setStretch(1, 1)
    return clear(box)
