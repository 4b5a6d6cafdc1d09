"""Cadangan: what lies where, how old it is, and the verbs that keep the office safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from shiboken6 import isValid

from paten_desk.domain.backups import Backup
from paten_desk.domain.formats import thousands
from paten_desk.domain.roles import Right, may
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.backups.drill_page import DrillPage
from paten_desk.ui.backups.keeper import TITLE
from paten_desk.ui.backups.parts import PlacesCard, StandingCard
from paten_desk.ui.backups.places import ask_place
from paten_desk.ui.backups.words import age, short_moment
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, row, scroll
from paten_desk.usecases import backup_places, backup_turns, backups
from paten_desk.usecases.backup_places import Target
from paten_desk.usecases.backup_turns import Kept, Place, Stick
from paten_desk.usecases.backups import Drill, Standing
from paten_desk.usecases.context import Context

SIDE, NARROW_SIDE = 320, 288
TRYING = "Uji pulih"
COLUMNS = (
    Column("Keadaan", 116),
    Column("Dibuat", strong=True),
    Column("Umur", 128, from_width=360),
    Column("Tempat", 170, from_width=640),
    Column("Catatan", 90, right=True, from_width=640),
)
NOTHING = (
    "Belum ada cadangan",
    "Tambahkan flashdisk atau folder di disk lain dengan Ctrl+N, lalu tekan Ctrl+S.",
)
AWAY = ("Tempat cadangan belum terpasang", "Pasang {name}, lalu tekan F5.")
NONE_YET = ("Belum ada cadangan di tempat yang terpasang", "Tekan Ctrl+S untuk membuat yang pertama.")


class BackupsPage(Page):
    """A room of its own: whoever closes the day or looks after the computer looks here every day.

    Signals:
        page_made: A page shall open over this one (the page).
        restore_asked: The office shall come back from a backup (its folder, or None to look for one).
    """

    page_made = Signal(object)
    restore_asked = Signal(object)
    keys = (
        ("Ctrl+S", "cadangkan sekarang"),
        ("F7", "uji pulih cadangan terbaru"),
        ("Ctrl+P", "lembar uji pulih yang baru dibuat"),
        ("Ctrl+N", "tambah tempat cadangan"),
        ("F5", "lihat lagi, setelah flashdisk dipasang"),
        ("F9", "pulihkan dari cadangan yang dipilih"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.restore = Button("Pulihkan", icon="history", key="F9")
        self.drill = Button("Uji pulih", icon="badge-check", key="F7")
        self.make = Button("Cadangkan sekarang", "primary", "hard-drive", "Ctrl+S")
        super().__init__("Cadangan", "", (self.restore, self.drill, self.make))
        self._context, self._tasks = context, tasks
        self._places: list[Place] = []
        self._seen: Standing | None = None
        self._drilled_now: tuple[Drill, bytes] | None = None
        self.table = Table("Cadangan", COLUMNS, Empty("hard-drive", *NOTHING), keys=(("↑↓", "pilih"),))
        self.standing, self.places = StandingCard(), PlacesCard()
        self.side = scroll(clear(column(self.standing, self.places, None, gap=t.S3)))
        whole = row(self.table, self.side, gap=t.S3)
        whole.setStretch(0, 1)
        self.body.addLayout(whole)
        self.restore.setVisible(may(context.user.roles, Right.RESTORE))
        self.standing.slip.clicked.connect(self._open_slip)
        self.make.clicked.connect(self._make)
        self.drill.clicked.connect(self._drill)
        self.restore.clicked.connect(self._restore)
        self.places.added.connect(self._find_sticks)
        self.places.removed.connect(self._remove)
        self.places.asked.connect(self.look)

    def refresh(self) -> None:
        """Say anew how old everything is; the places themselves are looked at by `look`, on the worker."""
        self.standing.show_standing(self._context)
        working = any(job.title in (TITLE, TRYING) for job in self._tasks.long_work())
        self.make.setEnabled(not working)
        self.drill.setEnabled(not working)
        self.standing.slip.setVisible(self._drilled_now is not None)
        if (seen := backups.standing(self._context)) != self._seen:
            self._seen = seen
            self.look()

    def begin(self) -> None:
        """Look at the places and put the cursor on the backup."""
        self.look()
        self.make.setFocus()

    def fit(self, width: int) -> None:
        self.side.setFixedWidth(SIDE if width >= t.MIDDLE else NARROW_SIDE)

    def look(self) -> None:
        """Look at every place; one that is slow holds nobody up."""
        context = self._context
        self._tasks.run(lambda: (backup_turns.places(context), backup_turns.kept(context)), self._show)

    def _show(self, seen: tuple[list[Place], list[Kept]]) -> None:
        if not isValid(self):
            return  # a slow stick, and another person goes on in a window of their own
        self._places, found = seen
        now, here = self._context.now(), [place for place in self._places if place.is_here]
        self.places.show_places(self._context, self._places)
        self.table.empty.say(*self._nothing(here))
        rows = [
            Row(
                str(each.path),
                (
                    ("Teruji pulih", "accent") if each.is_drilled else ("Teruji", "good"),
                    short_moment(each.made_at),
                    age(each.made_at, now),
                    each.place,
                    thousands(each.records),
                ),
            )
            for each in found
        ]
        self.table.show_rows(rows, len(rows), "yang terbaru dulu")
        self.say("Cadangan", self._where(here))

    def _nothing(self, here: list[Place]) -> tuple[str, str]:
        if not self._places:
            return NOTHING
        return NONE_YET if here else (AWAY[0], AWAY[1].format(name=self._places[0].target.name))

    def _where(self, here: list[Place]) -> str:
        if not self._places:
            return "Belum ada tempat cadangan."
        goes_to = here[0].target.name if here else ""
        return f"Berikutnya ke {goes_to}." if goes_to else f"Pasang {self._places[0].target.name}."

    def _make(self) -> None:
        context = self._context
        if not self._places:
            self._find_sticks()
            return
        self._tasks.run_long(TITLE, lambda report: backup_turns.make_next(context, report), self._made)
        self.refresh()

    def _made(self, _: Backup) -> None:
        """Leave it to `refresh` to look: it comes when the worker falls idle, whoever made the backup."""

    def _drill(self) -> None:
        context = self._context
        self._tasks.run_long(TRYING, lambda report: backup_turns.drill_newest(context, report), self._drilled)
        self.refresh()

    def _drilled(self, made: tuple[Drill, bytes]) -> None:
        if not isValid(self):
            return
        self._drilled_now = made
        self.refresh()
        if self.isVisible():
            self._open_slip()

    def _open_slip(self) -> None:
        if self._drilled_now is not None:
            self.page_made.emit(DrillPage(*self._drilled_now, self._tasks))

    def _find_sticks(self) -> None:
        self._tasks.run(lambda: backup_turns.new_sticks(self._context), self._add)

    def _add(self, sticks: list[Stick]) -> None:
        if isValid(self) and ask_place(self._context, sticks, self) is not None:
            self.look()

    def _remove(self, target: Target) -> None:
        if dialogs.confirm(
            f"Berhenti memakai {target.name}?",
            "Cadangan yang sudah ada di sana tetap ada dan tetap dapat dipulihkan.",
            "Lepas",
            careful=True,
            parent=self,
        ):
            backup_places.forget(self._context, target.id)
            self.look()

    def _restore(self) -> None:
        chosen = self.table.current()
        if dialogs.confirm(
            "Tutup kantor lalu pilih cadangan?",
            "Semua yang tersimpan tetap ada. Isi cadangan diperlihatkan dahulu; sesudah itu Anda masih dapat kembali.",
            "Tutup kantor",
            careful=True,
            parent=self,
        ):
            self.restore_asked.emit(Path(chosen) if chosen else None)
