"""One asked service on the form: which, what for, what its paper needs, whom it speaks about, what was brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from paten_desk.domain import conditions
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Problem
from paten_desk.domain.people import Party
from paten_desk.domain.requests import Request, RequestDraft
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import Field, TextField, show_problems
from paten_desk.ui.registration import blanks
from paten_desk.ui.registration.blanks import Blank
from paten_desk.ui.registration.conditional_papers import ConditionalPapers
from paten_desk.ui.registration.papers import STACKED, short_name
from paten_desk.ui.registration.scans import FormScans
from paten_desk.ui.registration.subjects import SubjectsCard
from paten_desk.ui.registration.suggest import ServiceCombo
from paten_desk.ui.segments import Segments
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import services
from paten_desk.usecases.context import Context

SELF, OTHER = "self", "other"


class RequestForm(QWidget):
    """Sections 2 and 3; one form serves all requests of a visit, one after the other.

    Signals:
        changed: The user changed something.
        left: The user left a field (its name in the request).
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self, context: Context, tasks: Tasks, applicant: Callable[[], Party] = Party) -> None:
        """`applicant` tells who asks, as far as the form knows."""
        super().__init__()
        self.setObjectName("clear")
        self._context, self._applicant = context, applicant
        self._offered = {each.code: each for each in services.offered(context)}
        self._shown = ""
        self.service = ServiceCombo("Layanan, kode atau nama", _choices(self._offered.values()))
        self.purpose = TextField("Keperluan, tercetak di surat")
        word = context.office.words.village.casefold()
        self.letter_number = TextField(f"Nomor surat {word} atau kelurahan")
        self.letter_date = DateField("Tanggal surat itu")
        self.whom = Segments("Untuk", ((SELF, "Pemohon sendiri"), (OTHER, "Orang lain")), SELF)
        self._whom = clear(row(label("untuk", "hint"), self.whom))
        self.blanks: dict[str, Blank] = {}
        self.tabs = row(gap=6)
        self._columns = blanks.MOST
        self._held = QGridLayout()
        self._held.setSpacing(t.S2)
        self._held.setHorizontalSpacing(t.S3)
        self.card = Card("2  Layanan", self._whom, pad=t.S3)
        pick = row(self.service, self.purpose, gap=t.S3)
        pick.setStretch(0, 8)
        pick.setStretch(1, 7)
        self.card.add(self.tabs, pick, self._held)
        self.scans = FormScans(context, tasks)
        self.subjects, self.papers = SubjectsCard(context), ConditionalPapers(self.scans)
        self.scans.focused = self.papers.focused
        self.setLayout(column(self.card, self.subjects, self.papers, gap=t.S2))
        self.subjects.hide()
        self._lay_out()
        self._connect()

    def renew(self) -> None:
        """Offer the services as they count now; what is filled stays where they still ask for it."""
        offered = {each.code: each for each in services.offered(self._context)}
        if offered != self._offered:
            held, self._offered, self._shown = self.value(), offered, ""
            self.service.set_choices(_choices(offered.values()))
            self.set_value(held)

    def chosen(self) -> Service | None:
        """Return the service that is chosen, or None."""
        return self._offered.get(self.service.value())

    def value(self) -> RequestDraft:
        """Return what is filled; a form without a service is a draft of service ""."""
        return RequestDraft(
            self.service.value(),
            self.subjects.value() if self.whom.chosen() == OTHER else (),
            self.purpose.value(),
            self.letter_number.value(),
            self.letter_date.value(),
            blanks.texts(self.blanks),
            blanks.lists(self.blanks),
            self.papers.value(),
            self.papers.reasons(),
            scans=self.scans.value(),
            holds=self.papers.conditions.value(),
        )

    def set_value(self, draft: RequestDraft) -> None:
        """Put a request into the form."""
        self.service.set_value(draft.service)
        self.show_service()
        self.purpose.set_value(draft.purpose)
        self.letter_number.set_value(draft.village_letter_number)
        self.letter_date.set_value(draft.village_letter_date)
        blanks.put(self.blanks, draft.fields, draft.lists)
        self.scans.set_value(draft.scans)
        service = self.chosen()
        self._ask_whom(OTHER if draft.subjects or (service and service.subjects > 1) else SELF)
        self.subjects.show_people(draft.subjects, _fixed(service))
        self.show_known()
        self.papers.show_answers(draft.papers, draft.reasons, draft.holds)
        for field in self.fields().values():
            field.show_problem("")

    def repeat(self, last: Request) -> None:
        """Ask for the same as last time: service, purpose and what its paper needs, but no papers."""
        held, personal = self.value(), last.personal
        same = held.service in ("", last.service)
        self.set_value(
            RequestDraft(
                held.service or last.service,
                personal.subjects if same else held.subjects,
                personal.purpose,
                held.village_letter_number,
                held.village_letter_date,
                personal.fields if same else held.fields,
                personal.lists if same else held.lists,
                held.papers,
                held.reasons,
                scans=held.scans,
                holds=held.holds,
            )
        )
        self.changed.emit()

    def show_service(self) -> None:
        """Ask for what the chosen service needs; what was typed for another one is kept where the blanks agree."""
        service = self.chosen()
        code = service.code if service else ""
        if code == self._shown:
            return
        typed, rows = blanks.texts(self.blanks), blanks.lists(self.blanks)
        self._shown = code
        for gone in self.blanks.values():
            gone.hide()
            gone.deleteLater()
        asked = service.fields if service else ()
        self.blanks = {each.key: blanks.field_for(each) for each in asked}
        blanks.put(self.blanks, typed, rows)
        self._lay_out()
        for key, field in self.blanks.items():
            field.changed.connect(self.changed)
            field.left.connect(lambda key=key: self.left.emit(f"fields.{key}"))
        papers = service.requirements if service else ()
        self.papers.show_requirements(papers)
        self.scans.ask_for([(each.key, short_name(each)) for each in papers])
        self.show_known()
        self._whom.setVisible(not _fixed(service))
        if _fixed(service):
            self._ask_whom(OTHER)
            self.subjects.show_people(self.subjects.value(), _fixed(service))
        elif self.whom.chosen() == OTHER:
            self.subjects.show_people(self.subjects.value())

    def show_known(self) -> None:
        """Answer the conditions of papers that follow from what is typed."""
        service = self.chosen()
        if service is None or not self.papers.conditions.boxes:
            return
        about = self.subjects.value() if self.whom.chosen() == OTHER else ()
        case = conditions.case_of(service, self._applicant(), about, blanks.texts(self.blanks), self._context.today())
        self.papers.show_known(conditions.answers(tuple(self.papers.conditions.boxes), case))

    def stack(self, width: int) -> None:
        """Lay out fields and papers for so many pixels."""
        self.papers.stack(width)
        columns = blanks.MOST if width >= STACKED else 2
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def fields(self) -> dict[str, Field]:
        """Return the fields by the name they have in a request."""
        own: dict[str, Field] = {
            "service": self.service,
            "purpose": self.purpose,
            "village_letter_number": self.letter_number,
            "village_letter_date": self.letter_date,
        }
        return own | {f"fields.{key}": field for key, field in self.blanks.items()}

    def own_problems(self) -> list[Problem]:
        """List what is typed and cannot be read, so that it would be lost."""
        wrong = read_date(self.letter_date.line.text())[1]
        found = [Problem("village_letter_date", wrong)] if wrong else []
        found += blanks.unread_problems(self.blanks)
        return found + (self.subjects.own_problems() if self.whom.chosen() == OTHER else [])

    def show_problems(self, problems: Sequence[Problem], only: str = "") -> QWidget | None:
        """Stand problems under their fields; return the first part that blocks."""
        found: list[QWidget | None] = [show_problems(self.fields(), problems, only)]
        found.append(self.subjects.show_problems(problems, only))
        if not only:
            found.append(self.papers.show_problems(problems))
        return next((part for part in found if part is not None), None)

    def take_subject(self, party: Party) -> None:
        """Let the paper be about this person: in the first form that is empty, or in one more."""
        known = [form.value() for form in self.subjects.forms] if self.whom.chosen() == OTHER else []
        at = next((at for at, each in enumerate(known) if each == Party()), len(known))
        fixed = _fixed(self.chosen())
        self._ask_whom(OTHER)
        self.subjects.show_people([*known[:at], party, *known[at + 1 :]][: fixed or None], fixed)
        self.changed.emit()

    def _lay_out(self) -> None:
        blanks.lay_out(self._held, [self.letter_number, self.letter_date, *self.blanks.values()], self._columns)

    def _ask_whom(self, who: str) -> None:
        self.whom.choose(who)
        self.subjects.setVisible(who == OTHER)

    def _whom_changed(self, who: str) -> None:
        self.subjects.setVisible(who == OTHER)
        if who == OTHER:
            self.subjects.show_people(self.subjects.value(), _fixed(self.chosen()))
            self._to_whom()
        self.changed.emit()

    def _to_whom(self) -> None:
        if self.whom.chosen() == OTHER and self.subjects.forms:
            self.subjects.forms[0].begin()

    def _connect(self) -> None:
        self.service.changed.connect(self.show_service)
        self.service.left.connect(self.show_service)
        self.whom.changed.connect(self._whom_changed)
        self.whom.entered.connect(self._to_whom)
        for name, field in self.fields().items():
            field.changed.connect(self.changed)
            field.left.connect(lambda name=name: self.left.emit(name))
        self.subjects.changed.connect(self.changed)
        self.subjects.left.connect(self.left)
        for part in (self.papers, self.scans):
            part.changed.connect(self.changed)
        if (typed := self.service.combo.lineEdit()) is not None:
            typed.textEdited.connect(lambda _: self.changed.emit())


def _choices(offered: Iterable[Service]) -> list[tuple[str, str]]:
    return [(each.code, f"{each.code}  {each.name}") for each in offered]


def _fixed(service: Service | None) -> int:
    return service.subjects if service and service.subjects > 1 else 0
