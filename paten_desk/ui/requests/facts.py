"""What a request says: who asks, for what, with which papers; the numbers of a person stay hidden until asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from paten_desk.domain.catalogue import Service
from paten_desk.domain.formats import full_date, hour, long_date, mask_nik, mask_phone, rupiah, spaced_nik
from paten_desk.domain.identity import is_well_formed
from paten_desk.domain.people import Party, PartyKind
from paten_desk.domain.reminders import OUTCOME_NAMES
from paten_desk.domain.requests import PAPER_FORM_NAMES, Paper, PaperForm, PaperState, Request
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.requests.words import OUTSIDE
from paten_desk.ui.tick_row import MARKS, TickRow
from paten_desk.ui.widgets import Part, clear, column, label, picture, row

NAME_WIDTH = 150
REVEALED_MS = 30_000
SEXES = {"L": "laki-laki", "P": "perempuan"}
NO_REASON = "-"  # a dossier that comes back asks for no reasons
PAPER_WORDS = {PaperState.MISSING: "belum ada", PaperState.NOT_APPLICABLE: "tidak berlaku"}


class ApplicantCard(Card):
    """The applicant with hidden numbers; the key shows them for half a minute, and that is recorded."""

    def __init__(self, request: Request, reveal: Callable[[], Party] | None) -> None:
        """`reveal` gives the numbers in full; None where this user may not see them."""
        button = Button("Tampilkan nomor", "quiet", "eye", "F4")
        super().__init__("Pemohon", button)
        self.button = button
        self.button.setVisible(reveal is not None)
        party = request.personal.applicant
        self._reveal = reveal
        self._nik, self._kk, self._phone = label(""), label(""), label("")
        self._hide_again = QTimer(self)
        self._hide_again.setSingleShot(True)
        self._hide_again.setInterval(REVEALED_MS)
        self._hide_again.timeout.connect(lambda: self._show(party))
        self.button.clicked.connect(self._toggle)
        self._party = party
        parts = [line_of("Nama", party.name, strong=True)]
        if party.kind is not PartyKind.PERSON:
            parts.insert(0, line_of("Lembaga", party.represents, strong=True))
        parts += [named("NIK", self._nik), named("Nomor KK", self._kk)]
        if born := birth_words(party):
            parts.append(line_of("Lahir", born))
        if lives := address_words(party):
            parts.append(line_of("Alamat", lives))
        if request.outside:
            parts.append(line_of("Asal", OUTSIDE, strong=True))
        parts.append(named("Nomor telepon", self._phone))
        self.add(column(*parts, gap=t.S1))
        self._show(party)

    def is_revealed(self) -> bool:
        return self._hide_again.isActive()

    def _toggle(self) -> None:
        if self.is_revealed():
            self._hide_again.stop()
            self._show(self._party)
        elif self._reveal is not None:
            full = self._reveal()
            self._hide_again.start()
            self._show(full)

    def _show(self, party: Party) -> None:
        shown = self.is_revealed()
        self.button.say("Sembunyikan nomor" if shown else "Tampilkan nomor")
        self._nik.setText((spaced_nik if shown else mask_nik)(party.nik) or f"tidak ada: {party.no_nik_reason}")
        self._kk.setText((spaced_nik if shown else mask_nik)(party.kk) or "tidak dicatat")
        self._phone.setText((party.phone if shown else mask_phone(party.phone)) or "tidak dicatat")


class AskedCard(Card):
    """What is asked for, with every blank of the letter that was filled."""

    def __init__(self, request: Request, service: Service) -> None:
        super().__init__("Isi permohonan")
        personal = request.personal
        parts: list[QWidget] = []
        for subject in personal.subjects:
            parts.append(line_of("Tentang", f"{subject.name}, NIK {mask_nik(subject.nik)}"))
        letter = personal.village_letter_number
        if letter and personal.village_letter_date:
            letter = f"{letter}, {long_date(personal.village_letter_date)}"
        for name, value in (("Keperluan", personal.purpose), ("Surat desa", letter), ("Catatan", personal.note)):
            if value:
                parts.append(line_of(name, value))
        parts += [line_of(name, value) for name, value in around_words(request)]
        kinds = {field.key: field for field in service.fields}
        order = {key: at for at, key in enumerate(kinds)}
        for key, value in sorted(personal.fields.items(), key=lambda each: order.get(each[0], len(order))):
            field = kinds.get(key)
            shown = mask_nik(value) if is_well_formed(value) else value_words(field.kind if field else "text", value)
            parts.append(line_of(field.label if field else key, shown))
        for key, rows in personal.lists.items():
            field = kinds.get(key)
            words = "\n".join(", ".join(each.values()) for each in rows)
            parts.append(line_of(field.label if field else key, words))
        if not parts:
            parts.append(label("Layanan ini tidak meminta isian lain.", "second"))
        self.add(column(*parts, gap=t.S1))


class PapersCard(Card):
    """The required papers as they were found; of a returned dossier, those that were missing can be ticked."""

    def __init__(self, request: Request, service: Service, *, ticks: bool) -> None:
        texts = {each.key: each.text for each in service.requirements}
        there = sum(paper.state is not PaperState.MISSING for paper in request.papers)
        super().__init__("Persyaratan", note=f"{there} dari {len(request.papers)} lengkap")
        self._papers = request.papers
        self.rows: dict[str, TickRow] = {}
        asked = [paper for paper in request.papers if ticks and paper.state is PaperState.MISSING]
        for paper in asked:
            self.rows[paper.key] = TickRow(texts.get(paper.key, paper.key), reason_for=NO_REASON)
            self.rows[paper.key].set_value(paper.state.value)
            self.add(self.rows[paper.key])
        held = [paper for paper in request.papers if paper not in asked]
        if asked and held:
            self.add(label("Sudah diperiksa", "label"))
        for paper in held:
            self.add(paper_line(texts.get(paper.key, paper.key), paper, request.personal.reasons.get(paper.key, "")))

    def papers(self) -> tuple[Paper, ...]:
        """Return the tick-list as it stands on the screen."""
        return tuple(self._ticked(paper) for paper in self._papers)

    def _ticked(self, paper: Paper) -> Paper:
        state = PaperState(self.rows[paper.key].value()) if paper.key in self.rows else paper.state
        return Paper(paper.key, state, paper.form, paper.sheets if state is PaperState.THERE else 0)


def paper_line(text: str, paper: Paper, reason: str) -> QWidget:
    """Return one required paper: icon, its words, and how it was brought."""
    name, tone = MARKS[paper.state]
    if paper.state is PaperState.THERE:
        found = PAPER_FORM_NAMES[paper.form]
        found += f", {paper.sheets} lembar" if paper.form is not PaperForm.SEEN and paper.sheets else ""
    else:
        found = PAPER_WORDS[paper.state]
    words = label(text, wrap=True)
    right = label(found + (f": {reason}" if reason else ""), "second", tone="warn" if tone == "warn" else "")
    box = row(column(1, picture(name, t.TONES[tone].ink, 18), None, gap=0), words, right, gap=10)
    box.setStretchFactor(words, 1)
    return clear(box)


def line_of(name: str, value: str, *, strong: bool = False) -> QWidget:
    """Return a fact with its name at the left."""
    return named(name, label(value, "strong" if strong else "", wrap=True))


def named(name: str, value: QWidget) -> QWidget:
    """Return a widget with its name at the left."""
    head = label(name, "second", wrap=True)
    head.setFixedWidth(NAME_WIDTH)
    value.setAccessibleName(name)
    parts: list[Part] = [column(1, head, None, gap=0), value]
    box = row(*parts, gap=t.S2)
    box.setStretch(1, 1)
    return clear(box)


def around_words(request: Request) -> list[tuple[str, str]]:
    """Say who brought the dossier, when somebody goes to look or went, and what came of telling the citizen."""
    personal, found = request.personal, []
    if (proxy := personal.proxy) is not None:
        letter = "dengan surat kuasa" if proxy.has_letter else "tanpa surat kuasa"
        who = " · ".join(each for each in (proxy.name, proxy.relation, mask_phone(proxy.phone), letter) if each)
        found.append(("Dibawa oleh", who))
    if request.field_check is not None:
        at = request.field_check.at
        found.append(("Janji temu", f"{full_date(at.date())} pukul {hour(at)}"))
    if personal.finding:
        found.append(("Temuan lapangan", personal.finding))
    if request.calls:
        last = request.calls[-1]
        many = f"{len(request.calls)} kali, terakhir {long_date(last.at.date())}: {OUTCOME_NAMES[last.outcome]}"
        found.append(("Dikabari", many))
    return found


def birth_words(party: Party) -> str:
    """Say where and when somebody was born, and their sex."""
    born = ", ".join(
        each for each in (party.birth_place, long_date(party.birth_date) if party.birth_date else "") if each
    )
    return " · ".join(each for each in (born, SEXES.get(party.sex, "")) if each)


def address_words(party: Party) -> str:
    """Say where somebody lives."""
    found = [party.address, f"Dusun {party.hamlet}" if party.hamlet else ""]
    found += [f"RT {party.rt}" if party.rt else "", f"RW {party.rw}" if party.rw else "", party.village]
    return ", ".join(each for each in found if each)


def value_words(kind: str, value: str) -> str:
    """Write the value of a blank as people do."""
    if kind == "date" and len(value) == 10:
        return long_date(date.fromisoformat(value))
    return rupiah(int(value)) if kind == "rupiah" and value.isdigit() else value
