"""One request: what it says, its letter, its steps, and the one thing to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.printing import SheetKind
from paten_desk.domain.requests import PaperState, Request, place_of
from paten_desk.domain.roles import Right, may, who_may
from paten_desk.domain.workflow import ENDED, IN_WORK, Action, Status, next_step
from paten_desk.ui import paper
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.page import Page
from paten_desk.ui.preview import Preview
from paten_desk.ui.printing import print_made
from paten_desk.ui.requests import acting, aside, correcting, filing, refusing
from paten_desk.ui.requests.facts import ApplicantCard, AskedCard, PapersCard
from paten_desk.ui.requests.people_page import PeoplePage
from paten_desk.ui.requests.scans import ScansCard
from paten_desk.ui.requests.words import moment, promise_of, standing_of, stops
from paten_desk.ui.segments import Segments
from paten_desk.ui.steps import Steps
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import chip, clear, column, empty, fill, label, panel, row, scroll
from paten_desk.usecases import corrections, letters, print_profiles, receipts, rejections, requests, services, work
from paten_desk.usecases.context import Context

WORDS = {
    Action.RETURN: ("Kembalikan", "undo-2"),
    Action.REJECT: ("Tolak", "x"),
    Action.CANCEL: ("Batalkan", "delete"),
    Action.PAUSE: ("Tunda", "clock"),
    Action.RESUME: ("Lanjutkan", "arrow-right"),
}
SIDE = 312
FACTS, LETTER = "facts", "letter"


class RequestPage(Page):
    """One request over the list.

    Signals:
        back: Esc.
        open_rooms: Another room is wanted, for what (its name, the request).
        page_made: A page shall open over this one (the page).
    """

    back = Signal()
    page_made = Signal(object)
    open_rooms = Signal(str, str)
    keys = (
        ("Ctrl+S", "langkah berikutnya"),
        ("F8", "kerjakan sampai tanda tangan"),
        ("F4", "tampilkan nomor identitas"),
        ("F2", "ubah isian"),
        ("Shift+F2", "betulkan data orang"),
        ("F6", "data atau surat"),
        ("F7", "kabari warga"),
        ("Shift+F7", "jadwalkan pemeriksaan lapangan"),
        ("F9", "berkas di meja saya"),
        ("Ctrl+O", "ambil pindaian atau foto berkas"),
        ("Ctrl+V", "tempel pindaian atau foto"),
        ("Ctrl+L", "lampirkan pindaian baru dari folder"),
        ("Del", "lepas pindaian yang dipilih"),
        ("Ctrl+P", "cetak tanda terima, kekurangan, atau konsep"),
        ("Esc", "kembali"),
    )

    def __init__(self, context: Context, tasks: Tasks, request: str) -> None:
        self._leave_button = Button("Kembali", "quiet", "chevron-left", "Esc")
        self._print = Button("", "", "printer", "Ctrl+P")
        super().__init__("", actions=(self._leave_button, self._print))
        self._context, self._tasks, self._identity = context, tasks, request
        self._held: Request | None = None
        self.papers: PapersCard | None = None
        self.views = Segments("Tampilan", ((FACTS, "Data permohonan"), (LETTER, "Surat")), FACTS)
        self._facts = column(gap=t.S3)
        self.scans = ScansCard(context, tasks, self)
        self.preview = Preview("Surat belum dapat dipratinjau.")
        self._stack = QStackedWidget()
        self._stack.addWidget(scroll(clear(self._facts)))
        self._stack.addWidget(self.preview)
        self._chip, self._steps = column(), Steps(pitch=42)
        self._todo = column(gap=t.S2)
        self.next = Button("", "primary", key="Ctrl+S")
        self.walk = Button("Kerjakan sampai tanda tangan", "", "list-checks", "F8")
        self.correct = Button("Ubah isian", "", "pencil", "F2")
        side = Card("Jalan berkas")
        side.setFixedWidth(SIDE)
        side.add(self._chip, scroll(clear(column(self._steps, None))), self._todo)
        side.body.setStretch(2, 1)
        left = column(row(self.views, None), self._stack, gap=t.S2)
        left.setStretch(1, 1)
        whole = row(left, side, gap=t.S3)
        whole.setStretch(0, 1)
        self.body.addLayout(whole)
        self.show_actions(self._leave_button, self.correct, self._print)
        self.correct.clicked.connect(self._correct)
        self._leave_button.clicked.connect(self.back)
        self._print.clicked.connect(self._print_paper)
        self.next.clicked.connect(self._advance)
        self.walk.clicked.connect(self._walk)
        self.views.changed.connect(self._show_view)
        self.scans.page_made.connect(self.page_made)
        for key, verb in (("F6", self._other_view), ("Shift+F2", self._correct_people)):
            QShortcut(QKeySequence(key), self).activated.connect(verb)

    def refresh(self) -> None:
        held = requests.load(self._context, self._identity)
        if held == self._held:
            return
        self._held = held
        service, now = services.service_of(held), self._context.now()
        number = held.number or "Belum bernomor"
        who = held.personal.applicant.represents or held.personal.applicant.name
        self.say(service.name, f"{number} · {who} · masuk {moment(held.received_at, now.date())}")
        self.correct.setVisible(
            corrections.is_open(self._context, held) and may(self._context.user.roles, Right.CORRECT)
        )
        self._show_facts(held)
        self._show_side(held)
        self.views.setVisible(service.output is not OutputKind.NONE or work.is_issued(held))
        self._show_view(self.views.chosen())

    def begin(self) -> None:
        self._todo_button().setFocus()

    def _show_facts(self, held: Request) -> None:
        service = services.service_of(held)
        may_tick = held.status is Status.RETURNED and may(self._context.user.roles, Action.ACCEPT)
        reveal = (lambda: work.reveal(self._context, held.id)) if may(self._context.user.roles, Right.REVEAL) else None
        self.papers = PapersCard(held, service, ticks=may_tick)
        cards: list[QWidget] = [ApplicantCard(held, reveal), AskedCard(held, service), self.papers]
        if may_tick:
            cards.insert(0, cards.pop())
        lacking = corrections.lacking(self._context, held, service) if held.status in IN_WORK else []
        if lacking:
            words = f"{lacking[0].text} Tekan F2 untuk melengkapi sebelum surat ditandatangani."
            more = f" {len(lacking) - 1} isian lain juga kosong." if len(lacking) > 1 else ""
            note = label(words + more, wrap=True, tone="warn")
            cards.insert(0, panel("warn", column(note, margins=(12, 8, 12, 8))))
        empty(self._facts, keep=(self.scans,))
        fill(self._facts, *cards, self.scans, None)
        self.scans.show_request(held, service)

    def _show_side(self, held: Request) -> None:
        context, now = self._context, self._context.now()
        service = services.service_of(held)
        empty(self._chip)
        first = [chip("Didahulukan", "accent")] if held.priority else []
        fill(self._chip, row(chip(*promise_of(held, now)), *first, None))
        if words := aside.desk_words(context, held):
            fill(self._chip, label(words, "second", wrap=True))
        if held.personal.reason:
            fill(self._chip, label(f"Alasan: {held.personal.reason}", "second", wrap=True))
        self._steps.show_stops(stops(held, work.history(context, held.id), now, service.output))
        mine = work.actions(context, held)
        forward = next_step(place_of(held))
        ahead = acting.ahead(context, held)
        empty(self._todo, keep=(self.next, self.walk))
        if forward in mine and forward is not None:
            self.next.say(acting.verb(forward, service.output))
            fill(self._todo, self.next)
        elif held.status not in ENDED:
            waits = f"Menunggu {who_may(forward)}." if forward else "Permohonan ini sedang ditunda."
            fill(self._todo, panel("neutral", column(label(waits, "second", wrap=True), margins=(12, 8, 12, 8))))
        if ahead > 1:
            fill(self._todo, self.walk)
        for button, wanted in ((self.next, forward in mine), (self.walk, ahead > 1)):
            if button.parent() is not None:  # without a parent it would come up as a window of its own
                button.setVisible(wanted)
        others = [self._other(held, action) for action in mine if action is not forward]
        if rejections.is_wanted(held) and may(self._context.user.roles, Action.REJECT):
            others.append(self._refusal(held))
        if filing.is_possible(context, held):
            others.append(self._filing(held))
        for at in range(0, len(others), 2):
            fill(self._todo, row(*others[at : at + 2], None, gap=t.S1))
        for button in aside.buttons(context, held, self._look, self):
            fill(self._todo, row(button, None))

    def _other(self, held: Request, action: Action) -> Button:
        words, icon = WORDS[action]
        made = Button(words, "quiet", icon)
        made.clicked.connect(lambda: acting.act(self._context, self._tasks, held, action, self._look))
        return made

    def _refusal(self, held: Request) -> Button:
        made = Button("Surat penolakan", "", "file-warning")
        made.clicked.connect(lambda: refusing.ask(self._context, self._tasks, held, self._issued, self))
        return made

    def _filing(self, held: Request) -> Button:
        made = Button("Arsipkan PDF BSrE", "quiet", "file-check")
        made.clicked.connect(lambda: filing.ask(self._context, self._tasks, held, self._issued, self))
        return made

    def _todo_button(self) -> QWidget:
        if self.papers is not None and self.papers.rows:
            rows = list(self.papers.rows.values())
            return next((each for each in rows if each.value() == PaperState.MISSING), rows[0]).segments
        return self.next if self.next.isVisibleTo(self) else self._leave_button

    def _advance(self) -> None:
        held = requests.load(self._context, self._identity)
        forward = next_step(place_of(held))
        if forward is Action.ACCEPT and self.papers is not None:
            requests.complete(self._context, held.id, self.papers.papers())
            self._look()
        elif forward is Action.HAND_OVER:
            self.open_rooms.emit("handover", held.id)
        elif forward is not None:
            done = self._issued if forward is Action.MAKE_READY else self._look
            acting.act(self._context, self._tasks, held, forward, done)

    def _correct(self) -> None:
        chosen = correcting.ask(self._context, requests.load(self._context, self._identity), self)
        if chosen == correcting.PEOPLE:
            self._correct_people()
        elif chosen:
            self._look()

    def _correct_people(self) -> None:
        if self.correct.isVisibleTo(self):
            self.page_made.emit(PeoplePage(self._context, requests.load(self._context, self._identity)))

    def _walk(self) -> None:
        acting.walk(self._context, requests.load(self._context, self._identity))
        self._look()

    def _issued(self) -> None:
        """Show the paper that has just got its number, so that the next key prints it."""
        self.refresh()
        if self.views.isVisibleTo(self):
            self.views.choose(LETTER)
            self._show_view(LETTER)
            self._print.setFocus()
        else:
            self.begin()

    def _look(self) -> None:
        self.refresh()
        self.begin()

    def _other_view(self) -> None:
        self.views.choose(FACTS if self.views.chosen() == LETTER else LETTER)
        self._show_view(self.views.chosen())

    def _show_view(self, name: str) -> None:
        held = self._held
        if name == LETTER and held is not None and self.views.isVisibleTo(self):
            self._stack.setCurrentWidget(self.preview)
            note = standing_of(held)
            self._tasks.run(
                lambda: letters.preview(self._context, held.id), lambda pdf: self.preview.show_pdf(pdf, *note)
            )
        else:
            self._stack.setCurrentIndex(0)
        if held is not None:
            self._name_print(held)

    def _print_paper(self) -> None:
        held, context = requests.load(self._context, self._identity), self._context
        if self._shows_letter():
            paper.print_letter(context, self._tasks, held)
            return
        own = print_profiles.profile(context, SheetKind.RECEIPT_A5)
        if held.status is Status.RETURNED:
            title = "Lembar kekurangan berkas"
            print_made(self._tasks, lambda: receipts.deficiency_pdf(context, held.id), title, profile=own)
        else:
            title = f"Tanda terima {held.number}"
            print_made(self._tasks, lambda: receipts.reprint_receipt(context, held.visit), title, profile=own.once())

    def _shows_letter(self) -> bool:
        return self._stack.currentWidget() is self.preview

    def _name_print(self, held: Request) -> None:
        if self._shows_letter():
            words = "Cetak surat" if work.is_issued(held) else "Cetak konsep"
        else:
            words = "Cetak kekurangan" if held.status is Status.RETURNED else "Cetak ulang tanda terima"
        self._print.say(words)
