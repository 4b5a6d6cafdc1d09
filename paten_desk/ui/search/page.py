"""What was found: requests first, then the people known at this counter."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from paten_desk.domain.formats import hour, long_date, mask_nik
from paten_desk.domain.workflow import Status
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import people, requests, services, work
from paten_desk.usecases.context import Context

REQUEST_COLUMNS = (
    Column("Nomor", 150),
    Column("Pemohon", strong=True),
    Column("NIK", 150, from_width=760),
    Column("Layanan", 260, from_width=640),
    Column("Masuk", 190, from_width=900),
    Column("Keadaan", 150),
)
PERSON_COLUMNS = (Column("Nama", strong=True), Column("NIK", 180), Column("Kode desa", 160, from_width=640))
TONES = {"returned": "warn", "ready": "good", "handed_over": "neutral", "rejected": "neutral", "cancelled": "neutral"}


class SearchPage(Page):
    """Results of one search; Enter opens a request.

    Signals:
        open_request: A request was chosen (its id).
        back: Esc.
    """

    open_request = Signal(str)
    back = Signal()
    keys = (("Enter", "buka"), ("Esc", "kembali"), ("Ctrl+K", "cari lagi"))

    def __init__(self, context: Context, tasks: Tasks, text: str) -> None:
        leave = Button("Kembali", key="Esc")
        super().__init__("Hasil pencarian", "", (leave,))
        self._context, self._text = context, text
        self.requests = Table(
            "Permohonan yang ditemukan",
            REQUEST_COLUMNS,
            Empty("search", "Tidak ada permohonan yang cocok", "Coba nama lain, NIK, atau enam angka terakhir."),
        )
        self.people = Table(
            "Warga yang ditemukan",
            PERSON_COLUMNS,
            Empty("users", "Belum ada warga dengan nama atau nomor ini", "Daftarkan lewat Pendaftaran."),
            keys=(),
        )
        self.body.addWidget(self.requests, 3)
        self.body.addWidget(self.people, 2)
        self.requests.opened.connect(lambda key: self.open_request.emit(str(key)))
        leave.clicked.connect(self.back)

    def refresh(self) -> None:
        """Search again."""
        catalogue = services.catalogue(self._context)
        found = requests.find(self._context, self._text)
        rows = []
        for row in found:
            received = datetime.fromisoformat(row.received_at)
            name = catalogue[row.service].name if row.service in catalogue else row.service
            word = "ditunda" if row.paused else work.STATUS_NAMES[Status(row.status)]
            rows.append(
                Row(
                    row.id,
                    (
                        row.number or "tanpa nomor",
                        row.name,
                        mask_nik(row.nik) if row.nik else "-",
                        name,
                        f"{long_date(received.date())} {hour(received)}",
                        (word.capitalize(), TONES.get(row.status, "accent")),
                    ),
                )
            )
        self.requests.show_rows(rows, len(rows), "yang terbaru dulu")
        text = (
            self._text.split(":")[3] if self._text.startswith("PATEN1:") and self._text.count(":") > 2 else self._text
        )
        known = [] if self._text.startswith("PATEN1:") else people.find(self._context, self._text)
        cells = [Row(row.id, (row.name, mask_nik(row.nik) if row.nik else "-", row.village)) for row in known]
        self.people.show_rows(cells, len(cells))
        self.say("Hasil pencarian", f"{text}: {len(rows)} permohonan, {len(cells)} warga")

    def begin(self) -> None:
        """Put the cursor on the first request."""
        self.requests.setFocus()
