"""One citizen: who it is with hidden numbers, the family of the same card, and every request and letter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal

from paten_desk.domain.formats import mask_nik, mask_phone, spaced_nik
from paten_desk.domain.people import Party
from paten_desk.domain.roles import Right, may
from paten_desk.ui import printing
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.page import Page
from paten_desk.ui.requests.facts import address_words, birth_words, named
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.search import rows as shapes
from paten_desk.ui.search.merging import MergePage
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, empty, fill, label, row
from paten_desk.usecases import citizens, own_data, services
from paten_desk.usecases.citizens import Citizen
from paten_desk.usecases.context import Context

REVEALED_MS = 30_000
SIDE, SIDE_NARROW = 380, 320
KEYS = (("↑↓", "pilih"), ("Enter", "buka"))
FAMILY_COLUMNS = (Column("Nama", strong=True), Column("NIK", 150, from_width=300))
REQUEST_COLUMNS = (
    Column("Nomor", 155),
    Column("Layanan", strong=True),
    Column("Masuk", 185, from_width=620),
    Column("Keadaan", 140),
)
LETTER_COLUMNS = (
    Column("Nomor surat", 230),
    Column("Surat", strong=True),
    Column("Tanggal", 170, from_width=620),
    Column("Keadaan", 130),
)


class CitizenPage(Page):
    """All services of one citizen; opening it is recorded as a look-up.

    Signals:
        open_request: A request or letter was chosen (the request's id).
        open_rooms: The citizen is to be registered (room, id of the citizen).
        page_made: A page shall open over this one.
        back: Esc.
    """

    open_request = Signal(str)
    open_rooms = Signal(str, str)
    page_made = Signal(object)
    back = Signal()
    least_width = 844
    keys = (
        ("Ctrl+N", "daftarkan permohonan warga ini"),
        ("F4", "tampilkan nomor selama setengah menit"),
        ("Ctrl+P", "cetak data saya"),
        ("Ctrl+S", "simpan data saya sebagai PDF"),
        ("Ctrl+G", "gabungkan dengan catatan lain"),
        ("Esc", "kembali"),
    )

    def __init__(self, context: Context, tasks: Tasks, person: str) -> None:
        self.register = Button("Daftarkan", "primary", "clipboard-list", "Ctrl+N")
        self.print = Button("Cetak data saya", icon="printer", key="Ctrl+P")
        self.save = Button("Simpan PDF", "quiet", key="Ctrl+S")
        self.merge = Button("Gabungkan", "quiet", key="Ctrl+G")
        leave = Button("Kembali", key="Esc")
        super().__init__("Warga", "")
        self._context, self._tasks, self._person = context, tasks, person
        roles = context.user.roles
        self.register.setVisible(may(roles, Right.REGISTER))
        self.merge.setVisible(may(roles, Right.CORRECT))
        for button in (self.print, self.save):
            button.setVisible(own_data.may_print(context))
        self.reveal = Button("Tampilkan nomor", "quiet", "eye", "F4")
        self._lines = column(gap=t.S1)
        self.card = Card("Data diri", self.reveal, pad=t.S3).add(self._lines)
        nobody = Empty("users", "Belum ada keluarga yang tercatat", "Yang mempunyai nomor KK sama tampil di sini.")
        self.family = Table("Keluarga dengan nomor KK yang sama", FAMILY_COLUMNS, nobody, keys=())
        self.requests = Table(
            "Permohonan warga ini",
            REQUEST_COLUMNS,
            Empty("folder-open", "Belum ada permohonan", "Tekan Ctrl+N untuk mendaftarkan warga ini."),
            keys=KEYS,
        )
        self.letters = Table(
            "Surat warga ini",
            LETTER_COLUMNS,
            Empty("file-text", "Belum ada surat", "Surat tampil di sini sesudah permohonan diproses."),
            keys=KEYS,
        )
        self._notes = Card("Catatan", pad=t.S3)
        side = column(self.card, label("Keluarga dalam satu KK", "head"), self.family, gap=t.S2)
        side.setStretch(2, 1)
        self._side = clear(side)
        main = column(
            *(label("Permohonan", "head"), self.requests, label("Surat", "head"), self.letters, self._notes), gap=t.S2
        )
        main.setStretch(1, 3)
        main.setStretch(3, 2)
        body = row(self._side, main, gap=t.S3)
        body.setStretch(1, 1)
        self.body.addLayout(body)
        self.show_foot(leave, self.merge, None, self.save, self.print, self.register)
        self._hide_again = QTimer(self)
        self._hide_again.setSingleShot(True)
        self._hide_again.setInterval(REVEALED_MS)
        self._hide_again.timeout.connect(self._hide)
        self._connect(leave)

    def refresh(self) -> None:
        """Read the citizen again."""
        held = citizens.open_citizen(self._context, self._person)
        self._person = held.party.person
        self.reveal.setVisible(citizens.may_reveal(self._context, self._person))
        names = {code: service.name for code, service in services.catalogue(self._context).items()}
        self.say(held.party.name, self._counts(held))
        self._show_party(held.party)
        family = [Row(each.id, shapes.person(self._context, each)[:2]) for each in held.family]
        self.family.show_rows(family, len(family))
        requests = []
        for each in held.requests:
            cells = shapes.request(self._context, each, names.get(each.service, each.service))
            requests.append(Row(each.id, (cells[0], cells[3], cells[4], cells[5])))
        self.requests.show_rows(requests, len(requests), "yang terbaru dulu")
        letters = []
        for paper in held.letters:
            cells = shapes.letter(paper, names.get(paper.subject, paper.subject))
            letters.append(Row(f"{paper.request}/{paper.id}", (cells[0], *cells[2:])))
        self.letters.show_rows(letters, len(letters), "yang terbaru dulu")
        self._show_notes(held)

    def begin(self) -> None:
        """Put the cursor on the newest request."""
        self.requests.setFocus()

    def fit(self, width: int) -> None:
        is_wide = width >= t.MIDDLE
        self._side.setFixedWidth(SIDE if is_wide else SIDE_NARROW)
        self.print.say("Cetak data saya" if is_wide else "Cetak data")
        self.save.say("Simpan PDF" if is_wide else "PDF")

    def is_revealed(self) -> bool:
        """Say whether the numbers stand in full now."""
        return self._hide_again.isActive()

    def _connect(self, leave: Button) -> None:
        leave.clicked.connect(self.back)
        self.register.clicked.connect(lambda: self.open_rooms.emit("registration", self._person))
        self.reveal.clicked.connect(self._toggle)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.merge.clicked.connect(lambda: self.page_made.emit(MergePage(self._context, self._person)))
        self.requests.opened.connect(lambda key: self.open_request.emit(str(key)))
        self.letters.opened.connect(lambda key: self.open_request.emit(str(key).split("/")[0]))
        self.family.opened.connect(self._open_relative)

    def _counts(self, held: Citizen) -> str:
        words = f"{len(held.requests)} permohonan, {len(held.letters)} surat"
        return f"{words}, termasuk {len(held.merged)} catatan yang digabungkan" if held.merged else words

    def _show_party(self, party: Party) -> None:
        full = self.is_revealed()
        self.reveal.say("Sembunyikan nomor" if full else "Tampilkan nomor")
        nik = (spaced_nik if full else mask_nik)(party.nik) if party.nik else f"tidak ada: {party.no_nik_reason}"
        lines = [
            ("NIK", nik),
            ("Nomor KK", (spaced_nik if full else mask_nik)(party.kk)),
            ("Lahir", birth_words(party)),
            ("Alamat", address_words(party)),
            ("Telepon", party.phone if full else mask_phone(party.phone)),
            ("Pekerjaan", party.occupation),
        ]
        empty(self._lines)
        fill(self._lines, *(named(name, label(value, wrap=True)) for name, value in lines if value))

    def _show_notes(self, held: Citizen) -> None:
        self._notes.setVisible(bool(held.notes))
        self._notes.note.setText("")
        while self._notes.body.count() > 1:
            item = self._notes.body.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for note in held.notes[:3]:
            self._notes.add(label(f"{note.number or 'Tanpa nomor'}: {note.text}", "second", wrap=True))

    def _toggle(self) -> None:
        if self.is_revealed():
            self._hide()
            return
        party = citizens.reveal(self._context, self._person)
        self._hide_again.start()
        self._show_party(party)

    def _hide(self) -> None:
        self._hide_again.stop()
        self.refresh()

    def _print(self) -> None:
        made = own_data.pdf(self._context, self._person)
        printing.print_made(self._tasks, lambda: made, "Data saya")

    def _save(self) -> None:
        from paten_desk.ui import dialogs

        path = dialogs.choose_new_file("Simpan sebagai PDF", dialogs.PDF, Path.home() / "Data saya.pdf", self)
        if path is not None:
            printing.write_pdf(own_data.pdf(self._context, self._person), path)

    def _open_relative(self, person: Any) -> None:
        self.page_made.emit(CitizenPage(self._context, self._tasks, str(person)))
