"""Page 8: from which day on it counts, and what becomes different then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.date_field import DateField
from paten_desk.ui.fields import ChoiceField
from paten_desk.ui.settings.service_wizard.changes_list import ChangesList
from paten_desk.ui.settings.service_wizard.part import TWO_COLUMNS, ServicePart
from paten_desk.ui.widgets import column, label, panel, row
from paten_desk.usecases import service_choices, service_drafts, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import ServiceDraft

TODAY, LATER = "today", "later"
WHEN = ((TODAY, "Hari ini"), (LATER, "Hari lain"))
OLDER = "Permohonan yang sudah diterima tetap memakai aturan lamanya."
SAME = "Tidak ada yang berbeda dari versi yang berlaku."
SIDE, SLIM = 320, 230


class BeginsPart(ServicePart):
    """The day, what is still to be mended on the other pages, and the summary."""

    stop = "Berlaku"
    title = "Berlaku"
    second = "Periksa ringkasan, lalu simpan."
    owned = ("since",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._draft: ServiceDraft | None = None
        self.when = ChoiceField("Berlaku mulai", WHEN, TODAY)
        self.since = DateField("Tanggal")
        self.fields = {"when": self.when, "since": self.since}
        self._lacking = label("", wrap=True, tone="warn")
        self._warning = panel("warn", column(self._lacking, margins=(12, 8, 12, 8)))
        self._coming = label("", "second", wrap=True)
        form = Card().add(self.when, self.since, label(OLDER, "hint", wrap=True), self._coming, None)
        self._form = form
        self.changes = ChangesList("Yang berubah")
        below = row(form, self.changes, gap=t.S3)
        below.setStretch(1, 1)
        box = column(self._warning, below, gap=t.S3)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.when.changed.connect(self._chosen)
        self.since.changed.connect(self._dated)
        self.when.then = self.since.then = self.done.emit

    def fit(self, width: int) -> None:
        self._form.setFixedWidth(SIDE if width >= TWO_COLUMNS else SLIM)
        self.changes.fit(SIDE if width >= TWO_COLUMNS else SLIM)

    def fill(self, draft: ServiceDraft) -> None:
        self._draft = draft
        is_today = draft.since == self._context.today()
        self.when.set_value(TODAY if is_today else LATER)
        self.since.setVisible(not is_today)
        self.since.set_value(draft.since)
        self._show(draft)

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        since = self._context.today() if self.when.value() == TODAY else self.since.value()
        return replace(draft, since=since)

    def show_lacking(self, words: Sequence[str]) -> None:
        """Say on which other pages something is to be mended."""
        self._warning.setVisible(bool(words))
        self._lacking.setText("\n".join(words))

    def mark(self, problems: Sequence[Problem]) -> None:
        """Stand what is wrong with the day under it."""
        if self.when.value() == LATER and not self.since.problem():
            super().mark(problems)

    def _chosen(self) -> None:
        later = self.when.value() == LATER
        self.since.setVisible(later)
        if later:
            self.since.set_value(None)
            self.since.editor.setFocus()
        self._dated()

    def _dated(self) -> None:
        if self._draft is not None:
            self._show(self.take(self._draft))
        self.changed.emit()

    def _show(self, draft: ServiceDraft) -> None:
        context, service = self._context, service_drafts.read(draft)
        before = service_drafts.before(context, draft)
        self.changes.show_changes(service_choices.changes(context, before, service), SAME)
        waits = services.coming(context).get(draft.of)
        said = ""
        if waits is not None and draft.since is not None and waits.since >= draft.since:
            said = f"Versi yang menunggu {long_date(waits.since)} "
            said += "diganti oleh versi ini." if waits.since == draft.since else "tetap berlaku mulai hari itu."
        self._coming.setText(said)
        self._coming.setVisible(bool(said))
