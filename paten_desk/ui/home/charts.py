"""The charts of Beranda: the days with their promises, and under them what waits or what today's services are.

Painted by Qt and not by reportlab as those on paper: the first page may not wait for reportlab to be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from paten_desk.domain.catalogue import Service
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.home.bars import Bars
from paten_desk.ui.home.chart import Chart, Legend
from paten_desk.ui.home.columns import Columns
from paten_desk.ui.home.day import day_marks, kept_marks, service_marks, waiting_marks
from paten_desk.ui.home.kept import Kept
from paten_desk.ui.requests.words import short_date
from paten_desk.ui.segments import Segments
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases.figures import Home

WAITING, SERVICES = "waiting", "services"


class Charts(QWidget):
    """Two cards under each other.

    Signals:
        opened: The rows behind a bar or a column are wanted (its `Mark`).
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.days, self.kept = Columns("Permohonan per hari"), Kept("Janji yang sampai")
        self.waiting, self.services = Bars("Menunggu"), Bars("Layanan hari ini")
        self._legend, self._since = Legend(), label("", "label")
        self._nothing = {
            WAITING: label("Tidak ada berkas yang menunggu.", "second"),
            SERVICES: label("Belum ada permohonan hari ini.", "second"),
        }
        above = Card("Permohonan per hari", self._legend, pad=t.S3)
        days = column(self.days, self._since, self.kept, gap=2)
        days.setStretch(0, 1)
        above.add(days)
        self.views = Segments("Grafik", ((WAITING, "Menunggu"), (SERVICES, "Layanan hari ini")), WAITING)
        self._stack = QStackedWidget()
        for name, chart in ((WAITING, self.waiting), (SERVICES, self.services)):
            view = column(chart, self._nothing[name], None, gap=0)
            view.setStretch(0, 9)
            self._stack.addWidget(clear(view))
        below = Card(pad=t.S3).add(row(self.views, None), self._stack)
        below.setAccessibleName("Menunggu dan layanan hari ini")
        below.body.setStretch(1, 1)
        whole = column(above, below, gap=t.S3)
        whole.setStretch(0, 2)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        for each in self.each():
            each.opened.connect(self.opened)
        self.views.changed.connect(self._show_view)

    def each(self) -> tuple[Chart, ...]:
        """Return the charts in the order of the Tab key."""
        return self.days, self.kept, self.waiting, self.services

    def show_home(self, home: Home, today: date, catalogue: Mapping[str, Service]) -> None:
        """Show other figures."""
        self.days.show_marks(day_marks(home, today))
        self.kept.show_marks(kept_marks(home))
        self.waiting.show_marks(waiting_marks(home))
        self.services.show_marks(service_marks(home, catalogue))
        self._since.setText(f"Selesai sejak {short_date(home.since)}")
        self._nothing[WAITING].setVisible(not home.waiting)
        self._nothing[SERVICES].setVisible(not home.services)

    def _show_view(self, name: str) -> None:
        self._stack.setCurrentIndex((WAITING, SERVICES).index(name))
