"""What the citizen will get, told beside the form: promise, fee, who signs, what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from paten_desk.domain.catalogue import Service, fee_of
from paten_desk.domain.formats import full_date, hour, rupiah
from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.widgets import chip, clear, column, label, line, panel, picture, row
from paten_desk.usecases import calendars
from paten_desk.usecases.context import Context

SIGNERS = {"head": "Camat", "secretary": "Sekretaris Kecamatan", "section_head": "Kepala Seksi", "regent": "Bupati"}
PRIVACY = "Data pribadi Anda hanya dipakai untuk layanan ini dan disimpan tersandi di kantor ini."
MARGINS = (14, 10, 14, 12)


class Summary(Card):
    """The right panel of the form."""

    def __init__(self, context: Context) -> None:
        super().__init__("Yang diterima warga")
        self._context = context
        self.promise, self._why = label("", "lead", wrap=True, tone="accent"), label("", "second", wrap=True)
        self.fee, self._basis = label("", "hero"), label("", "second", wrap=True)
        self._signer, self._verifier = label("", "strong", wrap=True), label("", "hint", wrap=True)
        self.number, self._papers = label("", "strong", wrap=True), label("", "strong", wrap=True)
        self._papers_note = label("", "hint", wrap=True)
        self._promise_box = _panel(column(label("JANJI SELESAI", "hint"), self.promise, self._why, gap=1))
        self._fee_box = _panel(column(label("BIAYA", "hint"), self.fee, self._basis, gap=0))
        self._missing = _fact("file-warning", "Berkas", self._papers, self._papers_note)
        self.add(
            self._promise_box,
            self._fee_box,
            4,
            _fact("pen-line", "Ditandatangani", self._signer, self._verifier),
            _fact("hash", "Nomor pendaftaran", self.number),
            self._missing,
            None,
            line(),
            _fact("lock", "Pelindungan data", label(PRIVACY, "hint", wrap=True)),
        )
        self.short_promise, self.short_fee = label("", "strong", tone="accent"), chip("", "good")
        self.strip = clear(row(picture("clock", t.ACCENT, 18), self.short_promise, 4, self.short_fee, gap=6))
        self.show_services((), ())

    def show_services(self, asked: Sequence[Service], missing: Sequence[int]) -> None:
        """Tell what comes of these services; `missing` counts, for each, the papers still to be brought."""
        self._tell_promise(asked)
        self._tell_fee(asked)
        signers = list(dict.fromkeys(SIGNERS[each] for service in asked for each in service.signatories[:1]))
        self._signer.setText(", ".join(signers) or ("tidak memerlukan tanda tangan" if asked else "-"))
        sections = list(dict.fromkeys(service.verifier for service in asked))
        self._verifier.setText(f"Diperiksa Kasi {', '.join(sections)}" if sections else "")
        self._verifier.setVisible(bool(sections))
        self.number.setText(_number_words(missing))
        self._missing.setVisible(any(missing))
        self._papers.setText(f"{sum(missing)} berkas belum ada")
        self._papers_note.setText("Berkas dikembalikan dengan lembar kekurangan.")

    def _tell_promise(self, asked: Sequence[Service]) -> None:
        _tint(self._promise_box, "accent" if asked else "neutral")
        if not asked:
            self.promise.setText("Pilih layanan dahulu")
            self._why.setText("Janji selesai dihitung dari jam kerja kantor ini.")
            self.short_promise.setText("Pilih layanan dahulu")
            return
        now = self._context.now()
        made = [(calendars.promise(self._context, now, service.duration), service) for service in asked]
        last, slowest = max(made, key=lambda each: each[0].due_at)
        words = promise_words(self._context, last.due_at)
        self.promise.setText(words)
        self.short_promise.setText(words)
        estimated = " Perkiraan: libur tahun depan belum ditetapkan." if last.estimated else ""
        self._why.setText(
            f"{slowest.duration} sejak berkas lengkap. Istirahat dan hari libur tidak dihitung.{estimated}"
        )

    def _tell_fee(self, asked: Sequence[Service]) -> None:
        amount = sum(fee_of(service) for service in asked)
        _tint(self._fee_box, "good" if asked and not amount else "warn" if amount else "neutral")
        self.fee.setText("" if not asked else rupiah(amount) if amount else "Rp0 GRATIS")
        self.fee.setProperty("tone", "warn" if amount else "good" if asked else "")
        theme.restyle(self.fee)
        basis = ", ".join(dict.fromkeys(service.fee_basis for service in asked if fee_of(service)))
        free = "Tidak ada pungutan apa pun untuk layanan ini."
        self._basis.setText(f"Menurut {basis}." if basis else free if asked else "Menurut layanan yang dipilih.")
        self.fee.setVisible(bool(asked))
        self.short_fee.setText(self.fee.text())
        self.short_fee.setVisible(bool(asked))


def promise_words(context: Context, due_at: datetime) -> str:
    """Write a promise as people say it: Hari ini, pukul 11.15 WIB."""
    today = context.now().date()
    names = {today: "Hari ini", today + timedelta(days=1): "Besok"}
    day = names.get(due_at.date()) or full_date(due_at.date())
    return f"{day}, pukul {hour(due_at)} {context.office.zone}"


def _panel(inside: QVBoxLayout) -> QFrame:
    inside.setContentsMargins(*MARGINS)
    return panel("neutral", inside)


def _number_words(missing: Sequence[int]) -> str:
    if not any(missing):
        return "diberikan saat disimpan"
    return "tidak diberi nomor" if all(missing) else "diberikan untuk layanan yang lengkap"


def _tint(box: QFrame, tone: str) -> None:
    box.setProperty("panel", tone)
    theme.restyle(box)


def _fact(icon: str, name: str, *words: QWidget) -> QWidget:
    texts = column(label(name, "hint"), *words, gap=0)
    made = row(column(2, picture(icon, t.INK_3, 18), None, gap=0), texts, gap=10)
    made.setStretch(1, 1)
    return clear(made)
