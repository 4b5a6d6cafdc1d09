"""What was found: requests first, then the people known at this counter."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from paten_desk.domain.formats import hour, long_date, mask_nik
from paten_desk.domain.office import OfficeRole, find_village, village_title
from paten_desk.domain.workflow import Status
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import label
from paten_desk.usecases import kabupaten, people, requests, services, work
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

REQUEST_COLUMNS = (
    Column("Nomor", 155),
    Column("Pemohon", strong=True),
    Column("NIK", 150, from_width=920),
    Column("Layanan", 240),
    Column("Masuk", 185, from_width=1100),
    Column("Keadaan", 140),
)
KABUPATEN_COLUMNS = (
    Column("Nomor", 155),
    Column("Kecamatan", 240, strong=True),
    Column("Layanan"),
    Column("Masuk", 185, from_width=760),
    Column("Keadaan", 140),
)
PERSON_COLUMNS = (Column("Nama", strong=True), Column("NIK", 180), Column("Tempat tinggal", 260, from_width=640))
TONES = {"returned": "warn", "ready": "good", "handed_over": "neutral", "rejected": "neutral", "cancelled": "neutral"}
SCANNED = "PATEN1:"


class SearchPage(Page):
    """Results of one search; Enter opens a request. At the kabupaten no person is known, and nothing opens.

    Signals:
        open_request: A request was chosen (its id).
        back: Esc.
    """

    open_request = Signal(str)
    back = Signal()
    keys = (("Enter", "buka"), ("Tab", "ke daftar warga"), ("Ctrl+K", "cari lagi"), ("Esc", "kembali"))

    def __init__(self, context: Context, tasks: Tasks, text: str) -> None:
        leave = Button("Kembali", key="Esc")
        super().__init__("Hasil pencarian", "", (leave,))
        self._context, self._text = context, text
        self._is_counter = context.office.role is OfficeRole.KECAMATAN
        self.requests = Table(
            "Permohonan yang ditemukan",
            REQUEST_COLUMNS if self._is_counter else KABUPATEN_COLUMNS,
            Empty("search", "Tidak ada permohonan yang cocok", self._hint()),
            keys=(("↑↓", "pilih"), ("Enter", "buka")) if self._is_counter else (("↑↓", "pilih"),),
        )
        self.people = Table(
            "Warga yang ditemukan",
            PERSON_COLUMNS,
            Empty("users", "Belum ada warga dengan nama atau nomor ini", "Daftarkan lewat ruang Pendaftaran."),
            keys=(("↑↓", "pilih"),),
        )
        self._head = label("Warga yang dikenal di loket ini", "head")
        self.body.addWidget(self.requests, 3)
        self.body.addWidget(self._head)
        self.body.addWidget(self.people, 2)
        self._shows_people = self._is_counter and not text.startswith(SCANNED)
        self._head.setVisible(self._shows_people)
        self.people.setVisible(self._shows_people)
        if self._is_counter:
            self.requests.opened.connect(lambda key: self.open_request.emit(str(key)))
        leave.clicked.connect(self.back)

    def refresh(self) -> None:
        """Search again."""
        catalogue = services.catalogue(self._context)
        names = {code: held.name for code, held in catalogue.items()}
        found = self._found()
        shape = self._at_the_counter if self._is_counter else self._at_the_kabupaten
        self.requests.show_rows(
            [Row(row.id, shape(row, names.get(row.service, row.service))) for row in found],
            len(found),
            "yang terbaru dulu",
        )
        counts = f"{len(found)} permohonan"
        if self._shows_people:
            known = people.find(self._context, self._text)
            cells = [
                Row(row.id, (row.name, mask_nik(row.nik) if row.nik else "-", self._place(row.village)))
                for row in known
            ]
            self.people.show_rows(cells, len(cells), "yang terbaru dulu")
            counts += f", {len(known)} warga"
        parts = self._text.split(":")
        said = parts[3] if self._text.startswith(SCANNED) and len(parts) > 3 else self._text
        self.say("Hasil pencarian", f"“{said}”: {counts}")

    def only(self) -> str:
        """Return the one request behind a scanned code, or ""."""
        found = self._found() if self._is_counter and self._text.startswith(SCANNED) else []
        return found[0].id if len(found) == 1 else ""

    def begin(self) -> None:
        """Put the cursor on the first request."""
        self.requests.setFocus()

    def _found(self) -> list[RequestRow]:
        parts = self._text.split(":")
        if self._is_counter and self._text.startswith(SCANNED) and parts[1] != self._context.office.area:
            self.requests.empty.say("Tanda terima ini milik kantor lain", f"Kode wilayah kantor itu {parts[1]}.")
            return []
        return requests.find(self._context, self._text)

    def _hint(self) -> str:
        if self._is_counter:
            return "Coba nama lain, NIK, nomor HP, atau enam angka terakhir tanda terima."
        return "Nama warga tidak ada di kabupaten; cari dengan nomor pendaftaran."

    def _at_the_counter(self, row: RequestRow, service: str) -> tuple[str | tuple[str, str], ...]:
        nik = mask_nik(row.nik) if row.nik else "-"
        return row.number or "tanpa nomor", row.name, nik, service, _received(row), _state(row)

    def _at_the_kabupaten(self, row: RequestRow, service: str) -> tuple[str | tuple[str, str], ...]:
        offices = {standing.area: standing.name for standing in kabupaten.standings(self._context)}
        return row.number or "tanpa nomor", offices.get(row.village[:8], "-"), service, _received(row), _state(row)

    def _place(self, code: str) -> str:
        village = find_village(self._context.office, code)
        return f"{village_title(self._context.office, village)} {village.name}" if village else "di luar kecamatan ini"


def _received(row: RequestRow) -> str:
    received = datetime.fromisoformat(row.received_at)
    return f"{long_date(received.date())} {hour(received)}"


def _state(row: RequestRow) -> tuple[str, str]:
    word = "ditunda" if row.paused else work.STATUS_NAMES[Status(row.status)]
    return word[0].upper() + word[1:], TONES.get(row.status, "accent")
