"""Surat: what waits for a signature or a number at the left, the very paper at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from paten_desk.domain.letters import LetterState
from paten_desk.domain.requests import Request, place_of
from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import Action, may_number, next_step
from paten_desk.ui import paper, printing, verifying
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, Tab
from paten_desk.ui.elided import Elided
from paten_desk.ui.letters import revoking
from paten_desk.ui.letters.lists import (
    BOOK,
    OTHER_WORDS,
    PILES,
    UNPRINTED,
    book_table,
    paper_name,
    pile_table,
    request_behind,
    show_book,
    show_pile,
    show_unprinted,
    unprinted_table,
)
from paten_desk.ui.page import Page
from paten_desk.ui.preview import Preview
from paten_desk.ui.requests import acting
from paten_desk.ui.requests.words import short_number, standing_of
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, row
from paten_desk.usecases import letters, print_jobs, requests, services, work, worklists
from paten_desk.usecases.context import Context

TWO_PANELS = 1000
LIST_WIDTH = 480


class LettersPage(Page):
    """The signing pile, what is signed and wants its number, drafts to initial, and the register.

    Signals:
        open_request: The request behind the paper is wanted.
    """

    open_request = Signal(str)
    keys = (
        ("Ctrl+S", "langkah berikutnya: paraf, tanda tangan, atau nomor"),
        ("Ctrl+P", "cetak"),
        ("Ctrl+Shift+P", "cetak salinan"),
        ("Ctrl+M", "cetak map tanda tangan, atau semua yang belum tercetak"),
        ("Ctrl+D", "cabut atau ganti surat"),
        ("Ctrl+E", "periksa keaslian kode QR"),
        ("Enter", "buka berkas"),
        ("F6", "daftar atau surat, di layar sempit"),
        ("Ctrl+Tab", "kelompok berikutnya"),
        ("Ctrl++ atau Ctrl+-", "perbesar atau perkecil"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.verify = Button("Periksa keaslian", "", "badge-check", "Ctrl+E")
        super().__init__("Surat", actions=(self.verify,))
        self._context, self._tasks = context, tasks
        self._held: Request | None = None
        self._narrow = self._paper_first = False
        self._shown = "sign"
        self.tabs = {name: Tab("", name == self._shown) for name in (*PILES, UNPRINTED, BOOK)}
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self.show_view(name))
        self.pile, self.book, self.unprinted = pile_table(), book_table(), unprinted_table()
        self._lists = QStackedWidget()
        for table in (self.pile, self.book, self.unprinted):
            self._lists.addWidget(table)
            table.chosen.connect(lambda _: self._show_paper())
            table.opened.connect(lambda key: self.open_request.emit(request_behind(key)))
        self.preview = Preview("Pilih surat di daftar untuk melihat kertasnya.")
        self._turn = Button("Lihat surat", "", "file-text", "F6")
        below = row(self._lists, self.preview, gap=t.S3)
        below.setStretch(1, 1)
        whole = column(row(*self.tabs.values(), None, self._turn, gap=t.S2), below, gap=t.S3)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        self._make_foot()
        self._show_verbs(None)
        for key, verb in (("Ctrl+Tab", self._next_tab), ("Ctrl+Shift+S", self._save)):
            QShortcut(QKeySequence(key), self).activated.connect(verb)

    def _make_foot(self) -> None:
        self._which = Elided("", "second")
        self.next = Button("", "primary", key="Ctrl+S")
        self.number = Button("Beri nomor", "", "hash")
        self.print = Button("Cetak", "", "printer", "Ctrl+P")
        self.copy = Button("Cetak salinan", "", key="Ctrl+Shift+P")
        self.save = Button("Simpan PDF", "", "download")
        self.end = Button("Cabut atau ganti", "", "file-warning", "Ctrl+D")
        self.seen = Button("Sudah tercetak", "", "check", "Ctrl+T")
        self.all = Button("", "", "printer", "Ctrl+M")
        buttons = (self.end, self.save, self.all, self.seen, self.copy, self.print, self.number, self.next)
        self.show_foot(self._which, *buttons)
        self._turn.clicked.connect(self._other_panel)
        self.verify.clicked.connect(self._verify)
        self.next.clicked.connect(self._advance)
        self.number.clicked.connect(self._number)
        self.print.clicked.connect(self._print)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.end.clicked.connect(self._end)
        self.seen.clicked.connect(self._mark)
        self.all.clicked.connect(self._print_all)

    def show_view(self, name: str) -> None:
        """Show one group: a name of `PILES`, or the register."""
        if name in self.tabs:
            self._shown, self._paper_first = name, False
            self.tabs[name].setChecked(True)
            self.refresh()
            self._fit_panels()
            self.begin()

    def table(self) -> Table:
        """Return the list that is shown."""
        return {BOOK: self.book, UNPRINTED: self.unprinted}.get(self._shown, self.pile)

    def refresh(self) -> None:
        context = self._context
        counts = {name: worklists.count(context, pile.actions) for name, pile in PILES.items()}
        counts[BOOK] = work.numbered_letters(context)
        waiting = print_jobs.waiting(context)
        counts[UNPRINTED] = len(waiting)
        for name, tab in self.tabs.items():
            tab.setText(f"{PILES[name].words if name in PILES else OTHER_WORDS[name]} {counts[name]}")
            tab.setAccessibleName(tab.text())
        self.say("Surat", f"{counts['sign']} menunggu tanda tangan, {counts['issue']} menunggu nomor")
        self._lists.setCurrentWidget(self.table())
        if self._shown == BOOK:
            show_book(self.book, context, counts[BOOK])
        elif self._shown == UNPRINTED:
            show_unprinted(self.unprinted, waiting)
        else:
            show_pile(self.pile, context, PILES[self._shown], counts[self._shown])
        self._show_paper()

    def begin(self) -> None:
        self.table().setFocus()

    def fit(self, width: int) -> None:
        self._narrow = width < TWO_PANELS
        self._fit_panels()

    def _fit_panels(self) -> None:
        self._turn.setVisible(self._narrow)
        self._turn.say("Lihat daftar" if self._paper_first else "Lihat surat")
        self._lists.setVisible(not (self._narrow and self._paper_first))
        self.preview.setVisible(not self._narrow or self._paper_first)
        if self._narrow:
            self._lists.setMaximumWidth(16_777_215)
            self._lists.setMinimumWidth(0)
        else:
            self._lists.setFixedWidth(LIST_WIDTH)

    def _other_panel(self) -> None:
        self._paper_first = not self._paper_first
        self._fit_panels()
        if self._paper_first:
            (self.next if self.next.isVisible() else self.print).setFocus()
        else:
            self.begin()

    def _next_tab(self) -> None:
        names = list(self.tabs)
        self.show_view(names[(names.index(self._shown) + 1) % len(names)])

    def _show_paper(self) -> None:
        """Show the chosen paper and what can be done with it."""
        chosen = request_behind(self.table().current())
        held = requests.load(self._context, chosen) if chosen else None
        self._show_verbs(held)
        if held == self._held:
            return
        self._held = held
        if held is None:
            self.preview.show_pdf(b"")
        else:
            self._tasks.run(lambda: letters.preview(self._context, held.id), lambda pdf: self._drawn(held, pdf))

    def _drawn(self, held: Request, pdf: bytes) -> None:
        if held == self._held:
            self.preview.show_pdf(pdf, *standing_of(held))

    def _show_verbs(self, held: Request | None) -> None:
        for each in (self.next, self.number, self.print, self.copy, self.save, self.end, self.seen):
            each.setVisible(False)
        waits = self._shown == UNPRINTED
        self.all.say("Cetak semua" if waits else "Cetak map")
        self.all.setVisible(bool(self.table().rows.rows) and (waits or self._shown == "sign"))
        self._which.setText("")
        if held is None:
            return
        service, letter = services.service_of(held), work.letter_of(held)
        issued = work.is_issued(held)
        standing = revoking.standing(letter) if letter is not None else ""
        self._which.setText(f"{short_number(held.number)} · {standing or service.name}")
        counts = letter is not None and issued and letter.state is LetterState.VALID
        self.end.setVisible(counts and not waits and may(self._context.user.roles, Right.REVOKE))
        self.print.say("Cetak surat" if issued else "Cetak konsep")
        self.print.setVisible(True)
        self.copy.setVisible(issued and not waits)
        self.seen.setVisible(waits)
        self.save.setVisible(not waits)
        forward = next_step(place_of(held))
        if not issued and forward is not None and may(self._context.user.roles, forward):
            self.next.say(acting.verb(forward, service.output))
            self.next.setVisible(True)
        early = self._context.office.number_at_print and letter is not None and not letter.serial
        self.number.setVisible(
            early
            and self._shown != "issue"
            and may(self._context.user.roles, Right.NUMBER)
            and may_number(service.output, held.status, True)
        )

    def _advance(self) -> None:
        held = self._held
        forward = next_step(place_of(held)) if held else None
        if held is not None and forward is not None:
            issues = forward is Action.MAKE_READY
            done = (lambda: self._issued(held)) if issues else self.refresh
            acting.act(self._context, self._tasks, held, forward, done)

    def _issued(self, held: Request) -> None:
        """Show the paper in the register, so that the next key prints it."""
        self.show_view(BOOK)
        for each in self.book.rows.rows:
            if request_behind(each.key) == held.id:
                self.book.choose(each.key)
        self.print.setFocus()

    def _end(self) -> None:
        letter = work.letter_of(self._held) if self._held is not None else None
        done = revoking.ask(self._context, letter, self) if letter is not None else None
        if done is not None:
            self._again()
        if done:
            self.open_request.emit(done)

    def _verify(self) -> None:
        if request := verifying.ask(self._context, self):
            self.open_request.emit(request)

    def _number(self) -> None:
        if self._held is not None:
            letters.number(self._context, self._held.id)
            self._again()

    def _print(self) -> None:
        if self._held is not None:
            paper.print_letter(self._context, self._tasks, self._held, lambda _: self._again())

    def _copy(self) -> None:
        if self._held is not None:
            paper.print_copy(self._context, self._tasks, self._held)

    def _mark(self) -> None:
        if self._held is not None:
            print_jobs.mark(self._context, self._held.id)
            self._again()

    def _print_all(self) -> None:
        if self._shown == UNPRINTED:
            paper.print_waiting(self._context, self._tasks, lambda _: self._again())
        else:
            paper.print_folder(self._context, self._tasks)

    def _again(self) -> None:
        self._held = None
        self.refresh()
        self.begin()

    def _save(self) -> None:
        held = self._held
        if held is not None:
            letter, service = work.letter_of(held), services.service_of(held)
            name = paper_name(letter.number if letter and letter.number else held.number, service.name)
            self._tasks.run(lambda: letters.preview(self._context, held.id), lambda pdf: self._saved(pdf, name))

    def _saved(self, pdf: bytes, name: str) -> None:
        printing.save_pdf(pdf, Path.home() / name, self)
