"""The editor of a letter's text: its parts at the left, the chosen one beside them, the live page at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from paten_desk.domain.errors import Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.page import Page
from paten_desk.ui.preview import Preview
from paten_desk.ui.tasks import Job, Tasks
from paten_desk.ui.texts import asking
from paten_desk.ui.texts.outline import BLOCK, COPIES, SIGNATURE, TITLE, block_at, parts
from paten_desk.ui.texts.part_form import PartForm
from paten_desk.ui.texts.parts import Parts
from paten_desk.ui.texts.versions_page import VersionsPage
from paten_desk.ui.widgets import clear, label, row
from paten_desk.usecases import text_blocks, text_drafts, text_editing, text_samples
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_blocks import Draft, History, parse, source_of

LOOK_MS = 500  # after the last key, the page is drawn anew
THREE_PANELS = 1000
Looked = tuple[bytes, list[Problem]]


class TextPage(Page):
    """One text: what is typed is drawn on the worker, checked, and kept as a draft until it is saved as a version.

    Signals:
        back: Esc, or the list of texts is wanted.
        page_made: A page shall open over this one (the page).
        looked: The page beside was drawn anew, or what is wrong was told.
    """

    back = Signal()
    page_made = Signal(object)
    looked = Signal()
    keys = (
        ("↑↓", "pilih bagian"),
        ("Enter", "ubah bagian yang dipilih"),
        ("Ctrl+N", "tambah bagian"),
        ("Del", "hapus bagian yang dipilih pada daftar"),
        ("Alt+↑↓", "naikkan atau turunkan bagian"),
        ("Ctrl+I", "sisipkan isian di tempat kursor"),
        ("Ctrl+Z", "urungkan"),
        ("Ctrl+Y", "ulangi"),
        ("F6", "naskah atau kertas, di layar sempit"),
        ("F7", "versi naskah"),
        ("Ctrl+S", "simpan sebagai versi baru"),
        ("Esc", "kembali"),
    )

    def __init__(self, context: Context, tasks: Tasks, name: str) -> None:
        super().__init__("Naskah surat")
        self._context, self._tasks, self._name = context, tasks, name
        self._is_sheet = text_editing.is_sheet(context, name)
        self._vocabulary = text_samples.vocabulary(context, name)
        self._history, self._loaded, self._asked = History(Draft()), "", ""
        self._problems: list[Problem] = []
        self._key, self._narrow, self._paper_first = TITLE, False, False
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._make_panels()
        self._make_verbs()
        for key, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _make_panels(self) -> None:
        self.parts, self.form = Parts(), PartForm(self._vocabulary)
        self.outline = self.parts.outline
        self.preview = Preview("Kertas tampil di sini begitu naskahnya dapat dibaca.")
        inside = row(self.parts, self.form, gap=t.S3)
        inside.setStretch(1, 1)
        self._editing = clear(inside)
        below = row(self._editing, self.preview, gap=t.S3)
        below.setStretch(0, 9)
        below.setStretch(1, 6)
        self.body.addLayout(below)
        self.outline.chosen.connect(self._choose)
        self.outline.opened.connect(lambda _: self.form.begin())
        self.form.edited.connect(self._edited)
        self.form.undone.connect(self.undo)
        self.form.redone.connect(self.redo)
        self.parts.asked.connect(self._add)
        self.parts.removed.connect(self._remove)
        self.parts.moved.connect(self._move)

    def _make_verbs(self) -> None:
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.versions = Button("Versi", "", "history", "F7")
        self.save = Button("Simpan", "primary", "save", "Ctrl+S")
        self.insert = Button("Sisipkan isian", "", "plus", "Ctrl+I")
        self.undoing, self.redoing = Button("Urungkan", "quiet", "undo-2"), Button("Ulangi", "quiet")
        self._turn = Button("Lihat kertas", "", "file-text", "F6")
        self._state = label("", "second")
        self.show_actions(self.leave_it, self.versions, self.save)
        self.show_foot(self._state, None, self.undoing, self.redoing, self.insert, self._turn)
        self.leave_it.clicked.connect(self._back)
        self.versions.clicked.connect(lambda: self.page_made.emit(VersionsPage(self._context, self._name)))
        self.save.clicked.connect(self._save)
        self.insert.clicked.connect(self._insert)
        self.undoing.clicked.connect(self.undo)
        self.redoing.clicked.connect(self.redo)
        self._turn.clicked.connect(self._other_panel)

    def draft(self) -> Draft:
        """Return the text as it stands in the editor."""
        return self._history.now

    def is_changed(self) -> bool:
        """Say whether something is not saved yet."""
        return self.draft() != parse(self._loaded)

    def refresh(self) -> None:
        """Take the newest text, unless something else is being edited; draw the page where it is not."""
        held = text_editing.newest(self._context, self._name)
        if held != self._loaded:
            kept = text_drafts.kept(self._context, self._name)
            self._loaded = held
            self._history = History(parse(kept or held))
            self._show(self._key)
            self._soon.stop()
        if not self._soon.isActive() and self._asked != source_of(self.draft()):
            self._look()
        title = text_editing.title(self._context, self._name)
        self.say(f"Naskah: {title}", text_editing.standing(self._context, self._name))

    def begin(self) -> None:
        self.outline.setFocus()

    def leave(self) -> None:
        """Keep what is not saved as a draft."""
        self._rest()
        self._keep()

    def _keep(self) -> None:
        text_drafts.keep(self._context, self._name, source_of(self.draft()) if self.is_changed() else "")

    def _rest(self) -> None:
        """Let nothing be drawn that was asked for before."""
        self._soon.stop()
        self._asked = ""
        if self._job is not None:
            self._job.cancel()

    def fit(self, width: int) -> None:
        self._narrow = width < THREE_PANELS
        self.parts.fit_into(width)
        self._fit_panels()

    def undo(self) -> None:
        """Take the last step back."""
        self._go(self._history.undo())

    def redo(self) -> None:
        """Take the step again that was undone."""
        self._go(self._history.redo())

    def _fit_panels(self) -> None:
        self._turn.setVisible(self._narrow)
        self._turn.say("Lihat naskah" if self._paper_first else "Lihat kertas")
        self._editing.setVisible(not (self._narrow and self._paper_first))
        self.preview.setVisible(not self._narrow or self._paper_first)

    def _other_panel(self) -> None:
        self._paper_first = not self._paper_first
        self._fit_panels()
        (self._turn if self._paper_first else self.outline).setFocus()

    def _choose(self, key: str) -> None:
        self._key = key
        self.form.show_part(self.draft(), key)
        self.form.show_problems(self._problems)
        self._fit_verbs()

    def _edited(self, draft: Draft, mark: str) -> None:
        self._history = self._history.step(draft, mark)
        self._show(self._key)

    def _go(self, history: History) -> None:
        if history is not self._history:
            self._history = history
            self._show(self._key)

    def _show(self, key: str) -> None:
        """Show the text with one part chosen, and draw the page when no key was pressed for a moment."""
        there = parts(self.draft(), is_sheet=self._is_sheet)
        self._key = key if key in there else next((each for each in there if block_at(each) >= 0), there[0])
        blocked = self.outline.blockSignals(True)
        wrong = {each.field for each in self._problems}
        self.outline.show_parts(self.draft(), self._vocabulary, wrong, is_sheet=self._is_sheet)
        self.outline.choose(self._key)
        self.outline.blockSignals(blocked)
        self._choose(self._key)
        self._state.setText("Belum disimpan" if self._loaded and self.is_changed() else "")
        self._soon.start(LOOK_MS)

    def _show_outline(self) -> None:
        wrong = {each.field for each in self._problems}
        blocked = self.outline.blockSignals(True)
        self.outline.show_parts(self.draft(), self._vocabulary, wrong, is_sheet=self._is_sheet)
        self.outline.choose(self._key)
        self.outline.blockSignals(blocked)

    def _fit_verbs(self) -> None:
        self.parts.fit(self._key, len(self.draft().blocks))
        self.insert.setEnabled(self.form.words() is not None)
        self.undoing.setEnabled(bool(self._history.past))
        self.redoing.setEnabled(bool(self._history.future))

    def _look(self) -> None:
        """Keep what is typed, draw the page and check the text on the worker."""
        self._rest()
        self._keep()
        source = self._asked = source_of(self.draft())
        context, name = self._context, self._name
        self._job = self._tasks.run(
            lambda: text_editing.look(context, name, source), lambda found: self._drawn(source, found)
        )

    def _drawn(self, source: str, found: Looked) -> None:
        if source != self._asked:
            return  # typed on meanwhile, or the page was left
        pdf, self._problems = found
        if pdf:
            self.preview.show_pdf(pdf, "Contoh", "warn")
        self._show_outline()
        self.form.show_problems(self._problems)
        self.looked.emit()

    def _add(self) -> None:
        if kind := asking.ask_kind(self):
            blocks = self.draft().blocks
            at = len(blocks) if self._key in (SIGNATURE, COPIES) else block_at(self._key) + 1
            self._history = self._history.step(text_blocks.add(self.draft(), at, kind))
            self._show(f"{BLOCK}{at}")
            self.form.begin()

    def _remove(self) -> None:
        at = block_at(self._key)
        if at >= 0:
            self._history = self._history.step(text_blocks.remove(self.draft(), at))
            self._show(f"{BLOCK}{min(at, len(self.draft().blocks) - 1)}")
            self.outline.setFocus()

    def _move(self, by: int) -> None:
        at = block_at(self._key)
        self._history = self._history.step(text_blocks.move(self.draft(), at, by))
        self._show(f"{BLOCK}{at + by}")

    def _insert(self) -> None:
        words = self.form.words()
        if words is not None:
            blank, form = asking.ask_blank(self._vocabulary, self.form.list_name(), self)
            if blank:
                words.insert(blank, form)

    def _save(self) -> None:
        """Check once more on the worker, then ask for day and reason."""
        source, context, name = source_of(self.draft()), self._context, self._name
        self._tasks.run(lambda: text_editing.look(context, name, source), lambda found: self._ask(source, found))

    def _ask(self, source: str, found: Looked) -> None:
        self._asked = source
        self._drawn(source, found)
        wrong = next((each for each in self._problems if each.blocks), None)
        if wrong is not None:
            self.outline.choose(wrong.field if wrong.field != "text" else self._key)
            self.form.begin()
        elif answer := asking.ask_change(self._context, self):
            context, name = self._context, self._name
            self._tasks.run(lambda: text_editing.save(context, name, source, *answer), lambda _: self._saved())

    def _saved(self) -> None:
        self._loaded = ""
        self.refresh()

    def _back(self) -> None:
        answer = asking.ask_leaving(self) if self.is_changed() else "keep"
        if answer == "drop":
            self._history = History(parse(self._loaded))
        if answer:
            self.back.emit()
