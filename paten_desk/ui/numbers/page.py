"""Buku Nomor: every number of a book, explained; nothing here is edited, everything is a record."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from paten_desk.domain.formats import MONTHS, long_date
from paten_desk.domain.number_book import STATE_NAMES, Line, NumberState
from paten_desk.domain.printing import SheetKind
from paten_desk.domain.roles import Right, may
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ComboField
from paten_desk.ui.numbers.forms import ask_last_used, ask_paper, ask_range, ask_reason
from paten_desk.ui.page import Page
from paten_desk.ui.printing import print_made
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, row
from paten_desk.usecases import number_book, number_lines, number_proof, print_profiles
from paten_desk.usecases.context import Context

COLUMNS = (
    Column("Nomor", 76, strong=True),
    Column("Tertulis", 245, from_width=900),
    Column("Tanggal", 150),
    Column("Nama"),
    Column("Perihal atau alasan", from_width=760),
    Column("Oleh", 140, from_width=1120),
    Column("Keadaan", 150),
)
TONES = {
    NumberState.HOLE: "late",
    NumberState.VOIDED: "warn",
    NumberState.LOST: "warn",
    NumberState.RESERVED: "accent",
    NumberState.USED: "good",
}
VOIDABLE = frozenset({NumberState.USED, NumberState.FILLED, NumberState.INSERTED, NumberState.RESERVED})
LAST_BOOK = "letter"
SHOWN_YEARS = 5


class NumbersPage(Page):
    """One book of one year at a time.

    Signals:
        open_request: The request behind a number is wanted (its id).
    """

    open_request = Signal(str)
    keys = (
        ("F2", "isi surat tulis tangan"),
        ("Ctrl+N", "cadangkan nomor"),
        ("Ctrl+I", "nomor sisipan"),
        ("Ctrl+D", "nyatakan batal"),
        ("Ctrl+P", "cetak bukti bulanan"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.start = Button("Lanjutkan buku kertas")
        self.print = Button("Cetak bukti bulanan", icon="printer", key="Ctrl+P")
        super().__init__("Buku Nomor", "", (self.start, self.print))
        self._context, self._tasks = context, tasks
        self._lines: dict[str, Line] = {}
        self.book = ComboField("Buku")
        self.year = ComboField("Tahun")
        self.book.setMinimumWidth(360)
        self.table = Table(
            "Isi buku nomor",
            COLUMNS,
            Empty("hash", "Buku ini belum dipakai", "Nomor pertama muncul di sini saat surat diterbitkan."),
            keys=(("↑↓", "pilih"),),
        )
        self.void = Button("Nyatakan batal", key="Ctrl+D")
        self.insert = Button("Sisipkan", key="Ctrl+I")
        self.fill = Button("Isi surat", icon="pencil", key="F2")
        self.reserve = Button("Cadangkan nomor", "primary", "plus", "Ctrl+N")
        self.body.addWidget(clear(row(self.book, self.year, None)))
        self.body.addWidget(self.table, 1)
        self.show_foot(self.void, None, self.insert, self.fill, self.reserve)
        self.book.changed.connect(self._show)
        self.year.changed.connect(self._year_changed)
        self.table.chosen.connect(lambda _: self._offer())
        self.void.clicked.connect(self._void)
        self.insert.clicked.connect(self._insert)
        self.fill.clicked.connect(self._fill)
        self.reserve.clicked.connect(self._reserve)
        self.start.clicked.connect(self._start)
        self.print.clicked.connect(self._print)

    def refresh(self) -> None:
        """Read the books again; the chosen one stays."""
        year = self.year.value() or str(self._context.today().year)
        self.year.set_choices(
            [
                (str(each), str(each))
                for each in range(self._context.today().year, self._context.today().year - SHOWN_YEARS, -1)
            ]
        )
        self.year.set_value(year)
        self._read_books()
        self._show()

    def begin(self) -> None:
        """Put the cursor on the list."""
        self.table.setFocus()

    def _year_changed(self) -> None:
        self._read_books()
        self._show()

    def _read_books(self) -> None:
        chosen = self.book.value()
        books = number_lines.books(self._context, self._year())
        self.book.set_choices([(held.book, held.title) for held in books])
        names = [held.book for held in books]
        begun = [held.book for held in books if held.last]
        first = next((name for name in (chosen, LAST_BOOK, *begun, *names) if name in names), "")
        self.book.set_value(first)

    def _year(self) -> int:
        return int(self.year.value() or self._context.today().year)

    def _show(self) -> None:
        lines = number_lines.book(self._context, self.book.value(), self._year()) if self.book.value() else []
        self._lines = {line.label: line for line in lines}
        rows = [Row(line.label, self._cells(line)) for line in reversed(lines)]
        self.table.show_rows(rows, len(rows), "nomor terbaru dulu")
        holes = number_lines.holes(lines)
        said = f"{len(lines)} nomor, semuanya terjelaskan" if lines else "Belum ada nomor"
        if holes:
            said = f"{len(holes)} nomor tidak tercatat: hubungi admin sebelum memakai buku ini lagi"
        self.say("Buku Nomor", said)
        self.start.setVisible(not lines and may(self._context.user.roles, Right.NUMBER))
        self._offer()

    def _cells(self, line: Line) -> tuple[str | tuple[str, str], ...]:
        by = " dan ".join(name for name in (line.who, line.approver) if name)
        what = " · ".join(text for text in (line.subject, line.reason) if text)
        state = STATE_NAMES[line.state]
        tone = TONES.get(line.state, "neutral")
        day = long_date(line.day) if line.day else ""
        return line.label, line.number, day, line.name, what, by, (state[0].upper() + state[1:], tone)

    def _chosen(self) -> Line | None:
        return self._lines.get(str(self.table.current()))

    def _offer(self) -> None:
        line, roles = self._chosen(), self._context.user.roles
        this_year = self._year() == self._context.today().year
        self.void.setEnabled(line is not None and line.state in VOIDABLE and may(roles, Right.VOID))
        self.fill.setEnabled(line is not None and line.state is NumberState.RESERVED and may(roles, Right.NUMBER))
        self.insert.setEnabled(line is not None and not line.suffix and may(roles, Right.RESERVE))
        self.reserve.setEnabled(this_year and bool(self.book.value()) and may(roles, Right.RESERVE))
        self.print.setEnabled(bool(self._lines) and may(roles, Right.NUMBER))

    def _void(self) -> None:
        line = self._chosen()
        if line is None:
            return
        reason = ask_reason(
            f"Nyatakan nomor {line.label} batal?",
            "Nomornya tetap di buku sebagai BATAL dan tidak dipakai lagi.",
            "Nyatakan batal",
            self,
        )
        if not reason:
            return
        words = f"Nomor {line.label} dinyatakan batal: {reason}"
        approval = ask_approval(self._context, Right.VOID, words, self)
        if approval is not None:
            number_book.void(self._context, self.book.value(), self._year(), line.serial, reason, approval, line.suffix)
            self._show()

    def _reserve(self) -> None:
        book = next(each for each in number_lines.books(self._context, self._year()) if each.book == self.book.value())
        asked = ask_range(book.last + 1, self)
        if asked is None:
            return
        count, keeper, reason = asked
        words = f"{count} nomor mulai dari {book.last + 1} dibawa {keeper}: {reason}"
        approval = ask_approval(self._context, Right.RESERVE, words, self)
        if approval is not None:
            made = number_book.reserve(self._context, book.book, self._year(), count, keeper, reason, approval)
            self._show()
            self.table.choose(str(made.first))

    def _fill(self) -> None:
        line = self._chosen()
        if line is None:
            return
        asked = ask_paper(
            self._context,
            f"Surat tulis tangan nomor {line.label}",
            "Tulis seperti yang tertera di surat itu.",
            self._year(),
            "Simpan",
            self,
            with_reason=False,
        )
        if asked is not None:
            number_book.fill(self._context, line.entry, line.serial, asked[0])
            self._show()

    def _insert(self) -> None:
        line = self._chosen()
        if line is None:
            return
        asked = ask_paper(
            self._context,
            f"Nomor sisipan sesudah nomor {line.label}",
            "Untuk surat yang sudah keluar tanpa nomor; tanggal surat tidak dimundurkan.",
            self._year(),
            "Sisipkan",
            self,
            with_reason=True,
        )
        if asked is None:
            return
        paper, reason = asked
        words = f"Nomor sisipan sesudah {line.label} untuk {paper.name}: {reason}"
        approval = ask_approval(self._context, Right.RESERVE, words, self)
        if approval is not None:
            number_book.insert(self._context, self.book.value(), self._year(), line.serial, paper, reason, approval)
            self._show()

    def _start(self) -> None:
        title = next(
            each.title for each in number_lines.books(self._context, self._year()) if each.book == self.book.value()
        )
        last = ask_last_used(title, self)
        if last:
            number_book.start(self._context, self.book.value(), self._year(), last)
            self._show()

    def _print(self) -> None:
        month = ComboField("Bulan", [(str(at), name) for at, name in enumerate(MONTHS, 1)])
        month.set_value(str(self._context.today().month))
        if not ask_form(
            "Cetak bukti buku nomor",
            "Setiap nomor bulan itu dijelaskan; kepala seksi dan camat menandatanganinya.",
            (month,),
            {"month": month},
            list,
            verb="Cetak",
            icon="printer",
            parent=self,
        ):
            return
        book, year, chosen = self.book.value(), self._year(), int(month.value())
        print_made(
            self._tasks,
            lambda: number_proof.proof(self._context, book, year, chosen),
            f"Bukti buku nomor {date(year, chosen, 1):%m-%Y}",
            profile=print_profiles.profile(self._context, SheetKind.BOOK),
        )
