"""The service wizard: eight pages over Pengaturan, in any order, kept as a draft until they are recorded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import fee
from paten_desk.domain.roles import Right
from paten_desk.ui import tokens as t
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.page import Page
from paten_desk.ui.settings.service_wizard.basis import BasisPart
from paten_desk.ui.settings.service_wizard.begins import BeginsPart
from paten_desk.ui.settings.service_wizard.blanks import BlanksPart
from paten_desk.ui.settings.service_wizard.letter import LetterPart
from paten_desk.ui.settings.service_wizard.papers import PapersPart
from paten_desk.ui.settings.service_wizard.part import ServicePart
from paten_desk.ui.settings.service_wizard.promise import PromisePart
from paten_desk.ui.settings.service_wizard.signers import SignersPart
from paten_desk.ui.settings.service_wizard.way import WayPart
from paten_desk.ui.steps import Steps, Stop, StopState
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.texts.page import TextPage
from paten_desk.ui.widgets import label, row
from paten_desk.usecases import service_drafts
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import ServiceDraft

KEEP_MS = 500
SIDE, SIDE_FROM, SHORT_BELOW = 240, 1000, 700
FROM_DRAFT = "Konsep terakhir dilanjutkan"


class ServicePage(Page):
    """One service in a new version, or one that the office makes itself.

    Signals:
        back: Esc, or it was recorded.
        page_made: A page shall open over this one (the page).
    """

    back = Signal()
    page_made = Signal(object)
    keys = (
        ("Ctrl+PgDown", "halaman berikutnya"),
        ("Ctrl+PgUp", "halaman sebelumnya"),
        ("Ctrl+N", "tambah berkas atau isian"),
        ("Ctrl+D", "hapus berkas atau isian yang dipilih"),
        ("Alt+↑↓", "naikkan atau turunkan"),
        ("F7", "buka naskah surat"),
        ("F8", "tambahkan isian yang dicetak naskah"),
        ("Ctrl+R", "buang konsep"),
        ("Ctrl+S", "lihat ringkasan, lalu simpan"),
        ("Esc", "kembali; konsep tetap ada"),
    )

    def __init__(self, context: Context, tasks: Tasks, start: ServiceDraft) -> None:
        """`start` is what the wizard begins from where nothing was kept of this service."""
        super().__init__("Layanan")
        self._context, self._tasks, self._start = context, tasks, start
        kept = service_drafts.kept(context, start.of)
        self._draft = kept or start
        self.letter = LetterPart(context, tasks)
        self.begins = BeginsPart(context)
        blanks = BlanksPart()
        self.parts: tuple[ServicePart, ...] = (
            BasisPart(context, is_new=start.is_new),
            PapersPart(context),
            blanks,
            WayPart(context),
            SignersPart(),
            PromisePart(),
            self.letter,
            self.begins,
        )
        self._at, self._seen = 0, {0}
        self._stack = QStackedWidget()
        for part in self.parts:
            self._stack.addWidget(part)
            part.changed.connect(self._changed)
            part.done.connect(self._next)
        self.letter.text_asked.connect(lambda name: self.page_made.emit(TextPage(context, tasks, name)))
        self.way = Steps(pitch=46)
        self._side = Card("Halaman").add(self.way, None)
        self._side.setFixedWidth(SIDE)
        whole = row(self._side, self._stack, gap=t.S3)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        self._make_verbs()
        self._keeping = QTimer(self, singleShot=True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._state.setText(FROM_DRAFT if kept else "")
        blanks.keep_keys(start)
        self._show(0)

    def _make_verbs(self) -> None:
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.drop = Button("Buang konsep", "quiet", "undo-2", "Ctrl+R")
        self.before = Button("Sebelumnya", "", "chevron-left", "Ctrl+PgUp")
        self.after = Button("Berikutnya", "", "chevron-right", "Ctrl+PgDown")
        self.save = Button("Ringkasan", "primary", "save", "Ctrl+S")
        self._state = label("", "second")
        self.show_actions(self.drop, self.leave_it)
        self.show_foot(self._state, None, self.before, self.after, self.save)
        self.leave_it.clicked.connect(self.back)
        self.drop.clicked.connect(self._drop)
        self.before.clicked.connect(lambda: self.go_to(self._at - 1))
        self.after.clicked.connect(self._next)
        self.save.clicked.connect(self._save)

    def draft(self) -> ServiceDraft:
        """Return the service as it stands on the pages."""
        return self.parts[self._at].take(self._draft)

    def is_changed(self) -> bool:
        """Say whether something is typed that is not recorded."""
        return self.draft() != self._start

    def begin(self) -> None:
        self.parts[self._at].begin()

    def refresh(self) -> None:
        """Show again what may have changed under an open page: the texts of letters."""
        if self.parts[self._at] is self.letter:
            self._draft = self.draft()
            self.letter.fill(self._draft)

    def leave(self) -> None:
        self.letter.rest()
        self._keep()

    def fit(self, width: int) -> None:
        self._side.setVisible(width >= SIDE_FROM)
        short = width < SHORT_BELOW
        for button, words in ((self.before, "Sebelumnya"), (self.after, "Berikutnya")):
            button.say("" if short else words)
            button.setAccessibleName(words)
        self._state.setVisible(not short)
        for part in self.parts:
            part.fit(width - 2 * t.S5 - (SIDE + t.S3 if width >= SIDE_FROM else 0))

    def go_to(self, at: int) -> None:
        """Show another page with the cursor in it."""
        if 0 <= at < len(self.parts):
            self._draft = self.draft()
            self._show(at)
            self.begin()

    def _show(self, at: int) -> None:
        self._at = at
        self._seen.add(at)
        part = self.parts[at]
        part.fill(self._draft)
        self._stack.setCurrentWidget(part)
        self._look()

    def _look(self) -> None:
        """Say where the wizard stands, and what is wrong on the pages that were seen."""
        at, part = self._at, self.parts[self._at]
        draft = self.draft()
        name = draft.service.name or ("Layanan baru" if draft.is_new else draft.of)
        self.say(name, f"Halaman {at + 1} dari {len(self.parts)}: {part.title}. {part.second}")
        is_last = part is self.begins
        self.save.say("Simpan" if is_last else "Ringkasan")
        self.before.setEnabled(at > 0)
        self.after.setEnabled(not is_last)
        self.drop.setVisible(self.is_changed())
        self._show_way(service_drafts.problems(self._context, draft) if is_last else [])

    def _show_way(self, problems: Sequence[Problem]) -> None:
        stops = []
        for at, part in enumerate(self.parts):
            own = part.own(problems)
            state = StopState.NOW if at == self._at else StopState.DONE if at in self._seen else StopState.LATER
            if own and at != self._at:
                state = StopState.LATER
            stops.append(Stop(f"{at + 1}  {part.stop}", "perlu dilengkapi" if own else "", state))
        self.way.show_stops(stops)
        wrong = [(at, own) for at, part in enumerate(self.parts) if (own := part.own(problems))]
        self.begins.show_lacking(
            [
                f"Halaman {at + 1}, {self.parts[at].stop}: {own[0].text}"
                for at, own in wrong
                if self.parts[at] is not self.begins
            ]
        )

    def _changed(self) -> None:
        if not self._keeping.isActive():  # a power cut loses half a second, however fast somebody types
            self._keeping.start()
        self._look()

    def _next(self) -> None:
        self.go_to(self._at + 1)

    def _keep(self) -> None:
        self._keeping.stop()
        if self.is_changed():
            service_drafts.keep(self._context, self.draft())
            self._state.setText(f"Konsep tersimpan {self._context.now():%H.%M.%S}")
        else:
            service_drafts.forget(self._context, self._start.of)
            self._state.setText("")

    def _drop(self) -> None:
        """Go back to what the wizard began from."""
        self._draft = self._start
        self._seen = {0}
        self._show(0)
        self._keep()
        self.begin()

    def _save(self) -> None:
        if self.parts[self._at] is not self.begins:
            self.go_to(len(self.parts) - 1)
            return
        self._draft = self.draft()
        problems = [each for each in service_drafts.problems(self._context, self._draft) if each.blocks]
        if problems:
            self._mend(problems)
            return
        approval = None
        if service_drafts.changes_fee(self._context, self._draft):
            approval = ask_approval(self._context, Right.CHANGE_FEE, self._fee_words(), self)
            if approval is None:
                return
        service_drafts.record(self._context, self._draft, approval)
        self._start = self._draft  # what is recorded is no draft any more
        self.back.emit()

    def _mend(self, problems: Sequence[Problem]) -> None:
        """Go to the first page on which something is to be mended."""
        at = next(at for at, part in enumerate(self.parts) if part.own(problems))
        if at != self._at:
            self._show(at)
        self.parts[at].go_to(self.parts[at].own(problems))
        self._show_way(problems)

    def _fee_words(self) -> str:
        before = service_drafts.before(self._context, self._draft)
        old = fee(before.fee_rupiah) if before is not None else "Rp0 (GRATIS)"
        new = fee(service_drafts.read(self._draft).fee_rupiah)
        return f"Biaya {self._draft.service.name} dari {old} menjadi {new}."
