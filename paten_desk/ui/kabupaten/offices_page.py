"""Kecamatan: how each office stands, and its figures by day."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.formats import long_date
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import label
from paten_desk.usecases import kabupaten
from paten_desk.usecases.context import Context

STANDING_WORDS = {
    "WHOLE": ("Utuh", "good"),
    "GAP": ("Ada yang hilang", "warn"),
    "KEY": ("Kunci belum diperiksa", "warn"),
    "SHRUNK": ("Buku memendek", "late"),
    "FORK": ("Bercabang", "late"),
}
OFFICE_COLUMNS = (
    Column("Keadaan", 190),
    Column("Kecamatan", strong=True),
    Column("Kode", 110, from_width=640),
    Column("Catatan", 100, right=True),
    Column("Berkas", 90, right=True, from_width=760),
    Column("Hari terakhir", 190),
)
FIGURE_COLUMNS = (
    Column("Hari", 210),
    Column("Kecamatan", strong=True),
    Column("Masuk", 90, right=True),
    Column("Selesai", 90, right=True),
    Column("Lewat janji", 110, right=True),
    Column("Dikembalikan", 120, right=True),
)


class OfficesPage(Page):
    """Offices by code above, figures per day below; all computed from the records themselves."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__("Kecamatan", "Angka dihitung dari catatan yang diterima, bukan diketik.")
        self._context = context
        self.offices = Table(
            "Kecamatan terdaftar",
            OFFICE_COLUMNS,
            Empty("building-2", "Belum ada kecamatan yang terdaftar", "Masukkan kartu kuncinya di halaman Kunci."),
            keys=(),
        )
        self.figures = Table(
            "Angka per hari",
            FIGURE_COLUMNS,
            Empty("chart-column", "Belum ada berkas yang digabungkan", "Terima berkas kecamatan dahulu."),
            keys=(),
        )
        self.body.addWidget(self.offices, 2)
        self.body.addWidget(label("Per hari", "head"))
        self.body.addWidget(self.figures, 3)

    def refresh(self) -> None:
        """Count again."""
        standings = kabupaten.standings(self._context)
        names = {standing.ledger: standing.name for standing in standings}
        rows = [
            Row(
                standing.ledger,
                (
                    STANDING_WORDS[standing.status.value],
                    standing.name,
                    standing.area,
                    str(standing.length),
                    str(standing.files),
                    long_date(date.fromisoformat(standing.newest_day)) if standing.newest_day else "belum pernah",
                ),
            )
            for standing in standings
        ]
        self.offices.show_rows(rows, len(rows), "menurut kode")
        figures = kabupaten.figures(self._context)
        self.figures.show_rows(
            [
                Row(
                    (figure.ledger, figure.day),
                    (
                        long_date(date.fromisoformat(figure.day)),
                        names.get(figure.ledger, "?"),
                        str(figure.received),
                        str(figure.finished),
                        str(figure.late),
                        str(figure.returned),
                    ),
                )
                for figure in figures
            ],
            len(figures),
            "hari terbaru dulu",
        )
