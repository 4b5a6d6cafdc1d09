"""What is looked at before a day is closed, and the day's figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from paten_desk.domain.backups import Tone
from paten_desk.domain.formats import full_date
from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import Action, Status
from paten_desk.ui import outbox
from paten_desk.ui import tokens as t
from paten_desk.ui.backups.words import age
from paten_desk.ui.cards import Card, Empty, sum_line
from paten_desk.ui.requests.words import short_number
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.steps import CheckRow
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import empty, fill, label, line
from paten_desk.usecases import backup_places, backups, closings, requests, services, standings
from paten_desk.usecases.closings import DayCount
from paten_desk.usecases.context import Context

IN_HAND = frozenset(Status) - {
    Status.RETURNED,
    Status.READY,
    Status.HANDED_OVER,
    Status.REJECTED,
    Status.CANCELLED,
}
COLUMNS = (
    Column("Layanan"),
    Column("Sisa lalu", 84, right=True, from_width=560),
    Column("Masuk", 70, right=True),
    Column("Dari luar", 82, right=True),
    Column("Selesai", 74, right=True),
    Column("Lewat janji", 94, right=True, from_width=560),
    Column("Sisa", 62, right=True, strong=True),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is looked at.

    Attributes:
        tone: good, warn, late or neutral.
        verb, room, view: The button at its end and where it leads; empty for none.

    """

    what: str
    second: str
    state: str
    tone: str
    verb: str = ""
    room: str = ""
    view: str = ""


def items(context: Context, counted: DayCount) -> list[Item]:
    """Look at everything that belongs to the end of a day."""
    late = requests.overdue(context)
    hand = requests.count(context, IN_HAND)
    ready = requests.count(context, frozenset({Status.READY}))
    handover = "Lihat" if may(context.user.roles, Action.HAND_OVER) else ""
    return [
        _earlier_days(closings.unclosed_days(context)),
        Item(f"{late} berkas lewat janji", "Terbawa ke besok.", "Periksa", "late", "Lihat", "requests", "open")
        if late
        else Item("Tidak ada berkas lewat janji", "Semua yang dikerjakan masih dalam janji.", "Beres", "good"),
        Item(f"{hand} berkas masih dikerjakan", "Terbawa ke besok.", "Terbawa", "neutral", "Lihat", "requests", "open")
        if hand
        else Item("Tidak ada berkas tersisa", "Semua berkas sudah selesai dikerjakan.", "Beres", "good"),
        Item(f"{ready} menunggu diambil", "Tetap siap diserahkan besok.", "Menunggu", "neutral", handover, "handover")
        if ready
        else Item("Tidak ada yang menunggu diambil", "Semua yang siap sudah diserahkan.", "Beres", "good"),
        Item("Nomor yang dipakai", _numbers(counted), "Urut", "good"),
        _sending(context),
        _backup(context),
    ]


def _earlier_days(forgotten: Sequence[date]) -> Item:
    if not forgotten:
        return Item("Hari-hari sebelumnya sudah ditutup", "Tidak ada hari yang terlewat.", "Beres", "good")
    more = f" Masih ada {len(forgotten) - 1} hari lain." if len(forgotten) > 1 else ""
    second = f"Tutup hari itu dahulu, di kanan bawah.{more}"
    return Item(f"{full_date(forgotten[0])} belum ditutup", second, "Terlewat", "late")


def _sending(context: Context) -> Item:
    standing = standings.standing(context)
    if standing.open:
        return Item(outbox.waiting(standing, "catatan"), "Kirim sesudah hari ditutup.", "Belum", "warn")
    who = outbox.receiver(standing).capitalize()
    return Item(f"{who} sudah memegang semua catatan", "Tidak ada yang perlu dikirim.", "Beres", "good")


def _backup(context: Context) -> Item:
    leads = may(context.user.roles, Right.BACK_UP)
    verb, room = ("Lihat", "backups") if leads else ("", "")
    if not backup_places.targets(context):
        second = "Tambahkan flashdisk atau folder di disk lain."
        return Item("Belum ada tempat cadangan", second, "Belum", "warn", verb, room)
    standing = backups.standing(context)
    if standing.proven is None:
        second = "Cadangan dibuat sesudah hari ditutup."
        return Item("Belum ada cadangan teruji", second, "Belum", "warn", verb, room)
    made = standing.proven
    what = f"Cadangan teruji {age(made.at, context.now())}"
    if standing.backup_tone is Tone.GOOD:
        return Item(what, f"Tersimpan di {made.target}.", "Teruji", "good", verb, room)
    return Item(what, "Cadangan dibuat sesudah hari ditutup.", "Lama", standing.backup_tone, verb, room)


def _numbers(counted: DayCount) -> str:
    letters = f"{len(counted.letters)} nomor surat, {len(counted.registers)} nomor register."
    if not counted.first_number:
        return f"Belum ada nomor pendaftaran; {letters}"
    return f"Pendaftaran {short_number(counted.first_number)} sampai {short_number(counted.last_number)}; {letters}"


class Checklist(Card):
    """The items with their chips.

    Signals:
        asked: The room behind an item is wanted (its name, which of its lists).
    """

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Sebelum ditutup")
        self.body.setSpacing(0)
        self.body.setContentsMargins(t.S4, t.S3, t.S4, t.S2)
        self._found: Sequence[Item] = ()
        self._is_narrow = False

    def fit(self, *, is_narrow: bool) -> None:
        """Leave out the second sentence of what is in order where there is little room."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.show_items(self._found)

    def show_items(self, found: Sequence[Item]) -> None:
        """Show the items anew."""
        self._found = found
        while self.body.count() > 1:
            taken = self.body.takeAt(1)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        good = sum(item.tone in ("good", "neutral") for item in found)
        self.note.setText(f"{good} dari {len(found)} beres")
        for at, item in enumerate(found):
            if at:
                self.body.addWidget(line())
            second = "" if self._is_narrow and item.tone == "good" else item.second
            row = CheckRow(item.what, second, item.state, item.tone)
            row.acted.connect(lambda item=item: self.asked.emit(item.room, item.view))
            self.body.addWidget(row, 1)
            if item.verb:  # only now: a button that is shown before it has a place comes up as a window of its own
                row.button.say(item.verb)
                row.button.setAccessibleName(f"{item.verb}: {item.what}")
                row.button.setVisible(True)


class DayFigures(Card):
    """What came in, what was done, what is left."""

    def __init__(self) -> None:
        super().__init__(pad=t.S3)
        self.body.setSpacing(t.S1)

    def show_count(self, title: str, counted: DayCount) -> None:
        """Show the figures of a day."""
        totals = counted.totals
        finished = sum(each.finished for each in totals)
        on_time = sum(each.on_time for each in totals)
        empty(self.body)
        lines = [
            ("Sisa hari lalu", sum(each.carried_in for each in totals)),
            ("Masuk", sum(each.received for each in totals)),
            ("di antaranya dari luar kecamatan", sum(each.outside for each in totals)),
            ("Selesai", finished),
            ("Ditolak atau batal", sum(each.ended_otherwise for each in totals)),
            ("Dikembalikan", counted.returned),
        ]
        fill(self.body, label(title, "head"), *(sum_line(name, str(number)) for name, number in lines))
        left = sum(each.carried_out for each in totals)
        fill(self.body, line(), sum_line("Sisa sekarang", str(left), strong=True))
        kept = f"{on_time} dari {finished}" if finished else "belum ada yang selesai"
        fill(self.body, sum_line("Sesuai janji", kept))


class ServiceTable(Table):
    """The day by service; its rows open nothing."""

    def __init__(self) -> None:
        super().__init__(
            "Per layanan",
            COLUMNS,
            Empty(
                "chart-column", "Belum ada permohonan hari ini.", "Angka per layanan muncul begitu warga didaftarkan."
            ),
            (("↑↓", "gulir"),),
        )

    def show_count(self, context: Context, counted: DayCount) -> None:
        """Show the services of a day, the busiest first."""
        names = {code: service.name for code, service in services.catalogue(context).items()}
        totals = sorted(counted.totals, key=lambda each: (-each.received, each.service))
        rows = [
            Row(
                each.service,
                (
                    names.get(each.service, each.service),
                    str(each.carried_in),
                    str(each.received),
                    str(each.outside),
                    str(each.finished),
                    str(each.late),
                    str(each.carried_out),
                ),
            )
            for each in totals
        ]
        self.show_rows(rows, len(rows), "yang terbanyak dahulu")
