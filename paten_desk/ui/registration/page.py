"""Pendaftaran: register a visit, keep what is typed, show the paper."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.requests import Request, VisitDraft, missing_papers
from paten_desk.domain.roles import Right
from paten_desk.domain.scans import ScanDraft
from paten_desk.ui import tokens as t
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.button import Button
from paten_desk.ui.held_note import HeldNote
from paten_desk.ui.page import Page
from paten_desk.ui.registration import relatives
from paten_desk.ui.registration.outcome import Outcome
from paten_desk.ui.registration.pads_page import PadsPage
from paten_desk.ui.registration.scans import Origin
from paten_desk.ui.registration.summary import Summary
from paten_desk.ui.registration.visit_form import VisitForm
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import form_drafts, people, requests, scans, setup
from paten_desk.usecases.context import Context

KEEP_MS = 700  # a power cut loses less than a second of typing
NARROW = 840  # px of page width below which the panel becomes one line in the head
SCROLL_MARGIN = 100


class RegistrationPage(Page):
    """The form of a visit, then what came of it.

    Signals:
        open_request: A request is to be seen (id).
        registered: A visit was saved (tuple of its requests).
        page_made: A page shall open over this one (the page).
        twins_asked: The records of one citizen are to be compared (id of the person).
    """

    open_request = Signal(str)
    registered = Signal(object)
    page_made = Signal(object)
    twins_asked = Signal(str)

    keys = (
        ("Ctrl+S", "simpan pendaftaran"),
        ("Ctrl+P", "cetak tanda terima"),
        ("Ctrl+N", "warga berikutnya"),
        ("F2", "ubah data warga yang pernah datang"),
        ("F4", "sama seperti permohonan terakhir"),
        ("Shift+F4", "surat tentang anggota keluarga (satu KK)"),
        ("Shift+F2", "pakai data yang sudah tercatat, atau gabungkan catatan ganda"),
        ("Shift+F6", "lengkapi berkas yang dikembalikan"),
        ("F8", "didahulukan"),
        ("F9", "dibawa orang lain"),
        ("F6", "semua berkas ada"),
        ("F7", "tambah layanan"),
        ("Ctrl+O", "ambil pindaian atau foto berkas"),
        ("Ctrl+V", "tempel pindaian atau foto"),
        ("Ctrl+L", "lampirkan pindaian baru dari folder"),
        ("Del", "lepas pindaian yang dipilih"),
        ("Shift+F5", "ketik dari lembar kertas"),
        ("Esc", "kosongkan formulir"),
        ("F3", "kembalikan isi formulir"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__("Pendaftaran")
        self._context, self._tasks = context, tasks
        self._cleared: VisitDraft | None = None
        self._made: dict[str, tuple[Request, ...]] = {}
        self._place = ""
        self.form, self.summary, self.outcome = VisitForm(context, tasks), Summary(context), Outcome(context, tasks)
        self.save = Button("Simpan", "primary", "save", "Ctrl+S")
        self.more = Button("Tambah layanan", icon="plus", key="F7")
        self.clear_form = Button("Kosongkan", key="Esc")
        self.bring_back = Button("Kembalikan isi", icon="undo-2", key="F3")
        self.slip = Button("Dari lembar kertas", "quiet", "receipt-text", "Shift+F5")
        self.kept = label("", "hint")
        self._side = scroll(self.summary)
        self._area = scroll(clear(column(self.form)))
        body = row(self._area, self._side, gap=t.S3)
        body.setStretch(0, 1)
        self._stack = QStackedWidget()
        for part in (clear(body), self.outcome):
            self._stack.addWidget(part)
        self.held = HeldNote(context)
        self.body.addWidget(self.held)
        self.body.addWidget(self._stack)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self.show_foot(
            *(self.clear_form, self.bring_back, self.kept, self.outcome.said, None),
            *(self.more, self.outcome.save, self.outcome.next, self.outcome.print, self.save),
        )
        self.show_actions(self.summary.strip, self.slip)
        self._connect()
        self._show_form()
        self._restore()

    def refresh(self) -> None:
        """Reckon the promise again, with the services that are offered now; what is typed stays as it is."""
        self.held.look()
        self.form.request.renew()
        asked = [each for each in self.form.value().requests if each.service]
        missing = [len(missing_papers(each.papers)) for each in asked]
        self.summary.show_services(self.form.services(), missing)
        back, short = bool(missing) and all(missing), self.width() < NARROW
        long = "Simpan dan kembalikan berkas" if back else "Simpan dan lihat tanda terima"
        self.save.say("Simpan" if short else long)

    def begin(self) -> None:
        """Put the cursor where the clerk was, or where a visit begins."""
        if self._stack.currentIndex() == 0 and not (self._place and self.form.go_to(self._place)):
            self.form.begin()
        self._place = ""

    def leave(self) -> None:
        """Keep what is typed."""
        if self._keeping.isActive():
            self.keep()

    def fit(self, width: int) -> None:
        wide = width >= NARROW
        self._side.setVisible(wide)
        self._side.setFixedWidth(304 if width >= t.MIDDLE else 248)
        self._fit_foot()
        self.refresh()
        form = width - 2 * t.S5 - (self._side.width() + t.S3 if wide else 0)
        self.form.stack(form - 2 * t.S3)

    def keep(self) -> None:
        """Keep the form as typed, and where the cursor is."""
        self._keeping.stop()
        if setup.is_open() and self._stack.currentIndex() == 0 and not self.form.is_empty():
            form_drafts.keep(self._context, self.form.value(), self.form.place())
            self.kept.setText(f"Draf tersimpan {self._context.now():%H.%M.%S}")

    def register(self) -> None:
        """Save the visit, or show what is to be mended first."""
        problems = self.form.problems()
        first = self.form.show_problems(problems)
        if any(problem.blocks for problem in problems):
            self._go_to(first)
            return
        draft, approval = self.form.to_register(), None
        if draft.happened_at is not None:
            approval = ask_approval(self._context, Right.BACK_DATE, self._late_words(draft), self)
            if approval is None:
                return
        made = requests.register(self._context, draft, approval)
        self._made = {draft.token: made}
        self._keeping.stop()
        self._show_outcome(made)
        self.registered.emit(made)

    def next_citizen(self) -> None:
        """Begin the next visit."""
        self._cleared = None
        self.outcome.preview.show_pdf(b"")  # a drawn sheet holds some 10 MB
        self.form.next_visit(requests.new_visit(self._context))
        self.kept.setText("")
        self._show_form()
        self.form.begin()

    def show_view(self, person: str) -> None:
        """Begin the visit of a citizen who was looked up; what stood in the form can be brought back."""
        self.empty_form()
        self._show_form()
        self.form.applicant.take(people.open_person(self._context, person))
        self.form.begin()

    def empty_form(self) -> None:
        """Empty the form; what stood in it can be brought back until the next citizen."""
        if self.form.is_empty():
            return
        self._keeping.stop()
        cleared = self.form.value()
        self.form.close_slip()
        self.next_citizen()
        self._cleared = cleared
        self.bring_back.show()
        self.kept.setText("Formulir dikosongkan")

    def undo_empty(self) -> None:
        """Bring back what stood in the form before it was emptied."""
        if self._cleared is not None:
            self.form.set_value(self._cleared)
            self._cleared = None
            self._show_form()
            self.keep()
            self.form.begin()

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.request.papers.done.connect(self.save.setFocus)
        self._keeping.timeout.connect(self.keep)
        for button, verb in (
            (self.save, self.register),
            (self.more, self.form.add_request),
            (self.clear_form, self.empty_form),
            (self.slip, self.form.open_slip),
            (self.bring_back, self.undo_empty),
            (self.outcome.next, self.next_citizen),
        ):
            button.clicked.connect(verb)
        self.form.request.scans.listen_on(self)
        self.form.request.scans.taken.connect(self._scan_taken)
        self.form.request.scans.page_made.connect(self.page_made)
        self.outcome.open_request.connect(self.open_request)
        self.form.applicant.line.waiting_asked.connect(self.open_request)
        self.form.applicant.twins_asked.connect(self.twins_asked)
        self.form.applicant.line.family_asked.connect(self._ask_relative)
        self.form.slip.pads_asked.connect(lambda: self.page_made.emit(PadsPage(self._context, self._tasks)))
        self.form.request.papers.all_there.clicked.connect(lambda: self._see(self.form.request.papers))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def _ask_relative(self) -> None:
        """Offer the family of the applicant, each by a digit."""
        relative = relatives.ask(self._context, self.form.family(), self.form.applicant)
        if relative:
            self.form.take_relative(relative)

    def _scan_taken(self, origin: Origin, taken: ScanDraft) -> None:
        """Add a scan to the form, or to what was registered while the worker drew it."""
        made = self._made.get(origin[0])
        if made is None:
            self.form.add_scan(origin, taken)
        else:
            scans.attach_taken(self._context, made[min(origin[1], len(made) - 1)].id, taken)

    def _changed(self) -> None:
        if not self._keeping.isActive():
            self._keeping.start()
        self.refresh()

    def _restore(self) -> None:
        held = form_drafts.kept(self._context)
        if held is not None:
            self.form.set_value(held)
            self._place = form_drafts.kept_cursor(self._context)
            self.kept.setText("Draf terakhir dikembalikan")
            self.refresh()

    def _show_form(self) -> None:
        self._stack.setCurrentIndex(0)
        self.say("Pendaftaran", "")
        self._fit_foot()
        self.refresh()

    def _show_outcome(self, made: tuple[Request, ...]) -> None:
        self.outcome.show_visit(made)
        self._stack.setCurrentIndex(1)
        back = self.outcome.is_returned()
        what = "Berkas dikembalikan" if back else "Terdaftar"
        self.say("Pendaftaran", f"{what} pukul {hour(self._context.now())}")
        self._fit_foot()
        self.outcome.print.setFocus()

    def _fit_foot(self) -> None:
        """Show the buttons of the form, or those of what came of it."""
        filling, width = self._stack.currentIndex() == 0, self.width()
        for part in (self.clear_form, self.more, self.save, self.slip):
            part.setVisible(filling)
        for after in (self.outcome.said, self.outcome.save, self.outcome.next, self.outcome.print):
            after.setVisible(not filling)
        self.bring_back.setVisible(filling and self._cleared is not None)
        self.kept.setVisible(filling and width >= t.MIDDLE)
        self.summary.strip.setVisible(filling and width < NARROW)

    def _late_words(self, draft: VisitDraft) -> str:
        assert draft.happened_at is not None
        when = f"{full_date(draft.happened_at.date())} pukul {hour(draft.happened_at)}"
        return f"Pendaftaran susulan lembar {self.form.slip.words()}, {when}, atas nama {draft.applicant.name}."

    def _go_to(self, part: QWidget | None) -> None:
        if part is not None:
            getattr(part, "editor", part).setFocus()
            self._see(part)

    def _see(self, part: QWidget) -> None:
        """Move the form so that a part of it is in sight."""
        self._area.ensureWidgetVisible(part, 0, SCROLL_MARGIN)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.form.isAncestorOf(now):
            self._see(now)
