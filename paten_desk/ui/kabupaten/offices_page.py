"""Kecamatan: which days each office has sent, how it stands, and its figures by day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from paten_desk.domain.formats import MONTHS, long_date
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.kabupaten.month import MonthGrid
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.segments import Segments
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import chip, clear, column, label, row, scroll
from paten_desk.usecases import kabupaten
from paten_desk.usecases.context import Context

STANDING_WORDS = {
    "WHOLE": ("Utuh", "good"),
    "GAP": ("Ada yang hilang", "warn"),
    "KEY": ("Kunci belum dicocokkan", "warn"),
    "SHRUNK": ("Catatan memendek", "late"),
    "FORK": ("Bercabang", "late"),
}
OFFICE_COLUMNS = (
    Column("Keadaan", 200),
    Column("Kecamatan", strong=True),
    Column("Kode", 110, from_width=900),
    Column("Catatan", 100, right=True),
    Column("Berkas", 90, right=True, from_width=900),
    Column("Hari terakhir", 190),
)
FIGURE_COLUMNS = (
    Column("Hari", 210),
    Column("Kecamatan", strong=True),
    Column("Masuk", 80, right=True),
    Column("Dari luar", 90, right=True),
    Column("Selesai", 90, right=True),
    Column("Lewat janji", 110, right=True),
    Column("Dikembalikan", 120, right=True),
)
VIEWS = (("month", "Kalender"), ("offices", "Keadaan kantor"), ("figures", "Angka per hari"))
FAR_BEHIND = 2


class OfficesPage(Page):
    """Three views of the same records; all of it is computed from them, nothing is typed."""

    keys = (("F6", "tampilan berikutnya"), ("PgUp", "bulan sebelumnya"), ("PgDown", "bulan berikutnya"))

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.behind = chip("", "late")
        self.before, self.after = (
            Button("", "quiet", "chevron-left", "PgUp"),
            Button("", "quiet", "chevron-right", "PgDown"),
        )
        super().__init__("Kecamatan", "", (self.behind,))
        self._context = context
        self._first = context.today().replace(day=1)
        self.before.setAccessibleName("Bulan sebelumnya")
        self.after.setAccessibleName("Bulan berikutnya")
        self.month, self.title = MonthGrid(), label("", "head")
        self.offices = Table(
            "Kecamatan terdaftar",
            OFFICE_COLUMNS,
            Empty("building-2", "Belum ada kecamatan yang terdaftar", "Masukkan kartu kuncinya di ruang Kunci."),
            keys=(("↑↓", "pilih"),),
        )
        self.figures = Table(
            "Angka per hari",
            FIGURE_COLUMNS,
            Empty("chart-column", "Belum ada berkas yang digabungkan", "Terima berkas kecamatan dahulu."),
            keys=(("↑↓", "pilih"),),
        )
        self.nobody = Empty("map", "Belum ada kecamatan yang terdaftar", "Masukkan kartu kuncinya di ruang Kunci.")
        self.tabs = Segments("Tampilan", VIEWS, "month")
        self.following = Button("Tampilan berikutnya", "quiet", key="F6")
        self.stack = QStackedWidget()
        self._views: dict[str, QWidget] = {
            "month": self._calendar(),
            "offices": self.offices,
            "figures": self.figures,
        }
        for view in self._views.values():
            self.stack.addWidget(view)
        self.body.addLayout(row(self.tabs, self.following, None))
        self.body.addWidget(self.stack, 1)
        self.tabs.changed.connect(self.show_view)
        self.following.clicked.connect(self._next)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))

    def views(self) -> list[str]:
        """Return the names of the views."""
        return list(self._views)

    def show_view(self, name: str) -> None:
        """Show one of the three views."""
        self.tabs.choose(name)
        self.stack.setCurrentWidget(self._views[name])
        self.begin()

    def begin(self) -> None:
        """Put the cursor into the list that is shown."""
        shown = self.stack.currentWidget()
        (shown if isinstance(shown, Table) else self.tabs).setFocus()

    def refresh(self) -> None:
        """Count again."""
        standings = kabupaten.standings(self._context)
        names = {standing.ledger: standing.name.removeprefix("Kecamatan ") for standing in standings}
        rows = [
            Row(
                standing.ledger,
                (
                    STANDING_WORDS[standing.status.value],
                    names[standing.ledger],
                    standing.area,
                    str(standing.length),
                    str(standing.files),
                    long_date(date.fromisoformat(standing.newest_day)) if standing.newest_day else "belum pernah",
                ),
            )
            for standing in sorted(standings, key=lambda each: (each.status.value == "WHOLE", each.area))
        ]
        self.offices.show_rows(rows, len(rows), "yang perlu dilihat dulu")
        figures = kabupaten.figures(self._context)
        self.figures.show_rows(
            [
                Row(
                    (figure.ledger, figure.day),
                    (
                        long_date(date.fromisoformat(figure.day)),
                        names.get(figure.ledger, "Belum terdaftar"),
                        str(figure.received),
                        str(figure.outside),
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
        self._show_month()

    def _show_month(self) -> None:
        today = self._context.today()
        offices = kabupaten.month(self._context, self._first)
        self.month.show_month(offices, self._first, today)
        self.month.setVisible(bool(offices))
        self.nobody.setVisible(not offices)
        self.title.setText(f"Berkas harian, {MONTHS[self._first.month - 1]} {self._first.year}")
        self.after.setEnabled(self._first < today.replace(day=1))
        whole = sum(not office.behind for office in offices)
        self.say("Kecamatan", f"{whole} dari {len(offices)} lengkap sampai hari kerja terakhir" if offices else "")
        far = sum(office.behind > FAR_BEHIND for office in offices)
        self.behind.setText(f"{far} tertinggal lebih dari {FAR_BEHIND} hari")
        self.behind.setVisible(far > 0)

    def _turn(self, months: int) -> None:
        near = self._first + timedelta(days=31 if months > 0 else -1)
        self._first = near.replace(day=1)
        self._show_month()

    def _next(self) -> None:
        names = list(self._views)
        self.show_view(names[(names.index(self.tabs.chosen()) + 1) % len(names)])

    def _calendar(self) -> QWidget:
        legend = row(*(part for name, words in LEGEND for part in (_mark(name), label(words, "hint"), 8)), gap=6)
        card = Card(pad=t.S3).add(row(self.before, self.title, self.after, None, legend), t.S1)
        card.add(scroll(clear(column(self.month, self.nobody, None, gap=0))))
        card.body.setStretch(2, 1)
        card.setAccessibleName("Kalender berkas harian")
        return card


LEGEND = (("held", "diterima"), ("missing", "belum"), ("off", "libur"))


def _mark(word: str) -> QLabel:
    tone = {"held": t.ACCENT, "missing": t.TONES["late"].ink, "off": t.EDGE}[word]
    made = label({"held": "■", "missing": "□", "off": "·"}[word])
    made.setStyleSheet(f"color: {tone}; font-weight: 700;")
    return made
