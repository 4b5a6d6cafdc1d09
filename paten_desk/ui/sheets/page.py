"""Cetakan: register books, what hangs on the wall and forms at the left, the very sheet at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from paten_desk.domain.errors import PatenError
from paten_desk.domain.formats import hour
from paten_desk.domain.printing import PAPERS_MM, PrintProfile
from paten_desk.domain.roles import Right, may
from paten_desk.ui import dialogs, printing
from paten_desk.ui import pdf as pdfs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, Tab
from paten_desk.ui.cards import Empty
from paten_desk.ui.elided import Elided
from paten_desk.ui.page import Page
from paten_desk.ui.painting import same, upright
from paten_desk.ui.preview import Preview
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.sheets.options import Options
from paten_desk.ui.sheets.shelf import GROUPS, Sheet, Wish, kind, month_words, shelf, title
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Job, Tasks
from paten_desk.ui.widgets import clear, column, row
from paten_desk.usecases import print_profiles, services
from paten_desk.usecases.context import Context

COLUMNS = (Column("Lembar", strong=True), Column("Keterangan", 120, from_width=330))
TWO_PANELS = 740
LIST_WIDTHS = (300, 420)
SLOW_MS = 300
BEING_MADE = "Lembar sedang disusun."


class SheetsPage(Page):
    """One group of sheets at a time; what is shown is what is printed, but for NIKs in full."""

    keys = (
        ("↑↓", "pilih lembar"),
        ("Enter", "ke tombol cetak"),
        ("Ctrl+Tab", "kelompok berikutnya"),
        ("Alt+←", "bulan sebelumnya"),
        ("Alt+→", "bulan berikutnya"),
        ("F4", "NIK lengkap, bila Anda berwenang"),
        ("Ctrl+P", "cetak"),
        ("Ctrl+S", "simpan PDF"),
        ("F6", "daftar atau lembar, di layar sempit"),
        ("Ctrl++", "perbesar"),
        ("Ctrl+-", "perkecil"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__("Cetakan", "Buku register, papan layanan, brosur, dan formulir")
        self._context, self._tasks = context, tasks
        self._shelf: dict[str, list[Sheet]] = {}
        self._group = next(iter(GROUPS))
        self._chosen: Sheet | None = None
        self._shown: tuple[Sheet, Wish] | None = None
        self._pdf = b""
        self._job: Job | None = None
        self._narrow = self._paper_first = self._sends = False
        self._list_width = LIST_WIDTHS[0]
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self.tabs = {name: Tab(words, name == self._group) for name, words in GROUPS.items()}
        nothing = Empty("printer", "Belum ada lembar di kelompok ini", "Pilih kelompok lain di atas.")
        self.table = Table("Lembar", COLUMNS, nothing, keys=(("↑↓", "pilih"), ("Enter", "ke cetak")))
        self.options = Options(context.today(), may(context.user.roles, Right.REVEAL))
        self.preview = Preview(BEING_MADE)
        self._turn = Button("", "", "file-text", "F6")
        side = column(self.options, self.preview, gap=t.S2)
        side.setStretch(1, 1)
        self._side = clear(side)
        below = row(self.table, self._side, gap=t.S3)
        below.setStretch(1, 1)
        whole = column(row(*self.tabs.values(), None, self._turn, gap=t.S2), below, gap=t.S3)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        self.said = Elided("", "second")
        policy = self.said.sizePolicy()
        policy.setHorizontalStretch(1)  # the buttons keep their own size
        self.said.setSizePolicy(policy)
        self.save = Button("Simpan PDF", "", "download", "Ctrl+S")
        self.print = Button("Cetak", "primary", "printer", "Ctrl+P")
        self.show_foot(self.said, self.save, self.print)
        self._listen()

    def _listen(self) -> None:
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self.show_view(name))
        QShortcut(QKeySequence("Ctrl+Tab"), self).activated.connect(self._next_tab)
        self.table.chosen.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._go_on())
        self.options.changed.connect(self._draw)
        self._slow.timeout.connect(lambda: self.preview.show_pdf(b""))
        self._turn.clicked.connect(self._other_panel)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)

    def views(self) -> list[str]:
        """Return the names of the groups."""
        return list(self.tabs)

    def show_view(self, name: str) -> None:
        """Show one group: a name of `GROUPS`."""
        if name in self.tabs:
            self._group, self._paper_first = name, False
            self.tabs[name].setChecked(True)
            self.refresh()
            self._fit_panels()
            self.begin()

    def refresh(self) -> None:
        """Read the shelf again; the shown sheet stays as it is while it is the wanted one."""
        if self._sends and not self._tasks.busy():
            self._say("")  # no printer took it, and why was told
        self._shelf = shelf(self._context)
        for name, tab in self.tabs.items():
            tab.setText(f"{GROUPS[name]} {len(self._shelf[name])}")
            tab.setAccessibleName(tab.text())
        offered = sorted((each.name, each.code) for each in services.offered(self._context))
        self.options.show_services([(code, name) for name, code in offered], self._context.today())
        rows = [Row(each.key, (each.name, each.note)) for each in self._shelf[self._group]]
        self.table.show_rows(rows, len(rows))
        self._choose()

    def begin(self) -> None:
        """Put the cursor on the list."""
        self.table.setFocus()

    def leave(self) -> None:
        """Draw anew at the next visit: books grow with the day's work."""
        self._shown = None

    def fit(self, width: int) -> None:
        self._narrow = width < TWO_PANELS
        least, most = LIST_WIDTHS
        self._list_width = max(least, min(most, width * 36 // 100))
        self._fit_panels()

    def pdf(self) -> bytes:
        """Return the sheet that is shown, or no bytes while it is drawn."""
        return self._pdf

    def _fit_panels(self) -> None:
        self._turn.setVisible(self._narrow)
        self._turn.say("Lihat daftar" if self._paper_first else "Lihat lembar")
        self.table.setVisible(not (self._narrow and self._paper_first))
        self._side.setVisible(not self._narrow or self._paper_first)
        if self._narrow:
            self.table.setMaximumWidth(16_777_215)
            self.table.setMinimumWidth(0)
        else:
            self.table.setFixedWidth(self._list_width)

    def _other_panel(self) -> None:
        self._paper_first = not self._paper_first
        self._fit_panels()
        (self.print if self._paper_first else self.table).setFocus()

    def _go_on(self) -> None:
        if self._narrow:
            self._other_panel()
        else:
            self.print.setFocus()

    def _next_tab(self) -> None:
        names = list(self.tabs)
        self.show_view(names[(names.index(self._group) + 1) % len(names)])

    def _choose(self) -> None:
        key = self.table.current()
        sheet = next((each for each in self._shelf[self._group] if each.key == key), None)
        if sheet != self._chosen:
            self._chosen = sheet
            self.options.show_sheet(sheet)
        self._draw()

    def _draw(self) -> None:
        """Draw the chosen sheet, if it is not the shown one; NIKs are masked on the screen in any case."""
        sheet, wanted = self._chosen, None
        if sheet is not None:
            wanted = sheet, replace(self.options.wish(), full_nik=False)
        if sheet is None or wanted is None or (sheet.of_service and not wanted[1].service):
            self._forget()
            self.preview.show_pdf(b"")
            return
        if wanted == self._shown:
            return
        self._forget()
        self._shown, context = wanted, self._context
        self._slow.start()

        def work() -> bytes | PatenError:
            try:
                return sheet.draw(context, wanted[1])
            except PatenError as error:
                return error

        self._job = self._tasks.run(work, lambda made: self._drawn(wanted, made))

    def _drawn(self, shown: tuple[Sheet, Wish], made: bytes | PatenError) -> None:
        if shown is not self._shown:
            return
        self._slow.stop()
        self._job = None
        if isinstance(made, PatenError):
            self.preview.show_pdf(b"")
            raise made
        self._pdf = made
        self.preview.show_pdf(made)
        self._offer()

    def _forget(self) -> None:
        """Give up the sheet that is shown or being drawn."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._shown, self._pdf = None, None, b""
        self._slow.stop()
        self._say("")
        self._offer()

    def _offer(self) -> None:
        for button in (self.save, self.print):
            button.setEnabled(bool(self._pdf))

    def _print(self) -> None:
        if self._shown is None or not self._pdf:
            return  # the sheet is still being drawn
        if not self._may_go_on("Cetak"):
            return
        own, draw, name = self._profile(*self._shown), self._maker(), self._name()
        self._say("Lembar dikirim ke printer.", sends=True)
        printing.print_made(self._tasks, draw, name, self._printed, own)

    def _printed(self, printer: str) -> None:
        self._say(f"Diterima printer {printer} pukul {hour(self._context.now())}.")

    def _save(self) -> None:
        if self._shown is None or not self._pdf or not self._may_go_on("Simpan PDF"):
            return
        draw, suggested = self._maker(), Path.home() / f"{self._name()}.pdf"
        path = dialogs.choose_new_file("Simpan sebagai PDF", dialogs.PDF, suggested, self)
        if path is not None:
            self._tasks.run(lambda: printing.write_pdf(draw(), path), lambda _: self._say(f"Tersimpan: {path.name}"))

    def _may_go_on(self, verb: str) -> bool:
        """Ask before every NIK of a month is written out."""
        if self._shown is None or not self.options.is_full():
            return True
        sheet, wish = self._shown
        return dialogs.confirm(
            f"{sheet.name} {month_words(wish.month)} dengan NIK lengkap?",
            "Setiap NIK tertulis utuh. Nama Anda dan waktunya tercatat; simpan lembarnya di tempat terkunci.",
            verb,
            careful=True,
            parent=self,
        )

    def _maker(self) -> Callable[[], bytes]:
        """Return how the paper is had: the very bytes that are shown, or drawn anew where NIKs are written out."""
        assert self._shown is not None
        context, pdf = self._context, self._pdf
        sheet, wish = self._shown
        if not self.options.is_full():
            return lambda: pdf
        return lambda: sheet.draw(context, replace(wish, full_nik=True))

    def _name(self) -> str:
        assert self._shown is not None
        return title(self._context, *self._shown) + (", NIK lengkap" if self.options.is_full() else "")

    def _profile(self, sheet: Sheet, wish: Wish) -> PrintProfile:
        """Return how the sheet is printed here; a paper named for another size does not count for it."""
        own = print_profiles.profile(self._context, kind(sheet, wish))
        usual = upright(PAPERS_MM[own.sheet])
        return own if same(upright(pdfs.page_sizes(self._pdf)[0]), usual) else replace(own, paper="")

    def _say(self, words: str, *, sends: bool = False) -> None:
        self._sends = sends
        self.said.setText(words)
