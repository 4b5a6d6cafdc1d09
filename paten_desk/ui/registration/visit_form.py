"""The whole form of one arrival: the applicant, one or more asked services, and the slip it was first written on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Problem
from paten_desk.domain.people import Party
from paten_desk.domain.requests import RequestDraft, VisitDraft
from paten_desk.domain.scans import ScanDraft
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, Tab
from paten_desk.ui.fields import below
from paten_desk.ui.registration import order
from paten_desk.ui.registration.applicant import ApplicantCard
from paten_desk.ui.registration.papers import STACKED
from paten_desk.ui.registration.request_form import RequestForm
from paten_desk.ui.registration.scans import Origin
from paten_desk.ui.registration.slip import SlipCard
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, empty, fill
from paten_desk.usecases import intake, people, requests, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.people import PersonRow

APPLICANT, REQUESTS, SERVICES = "applicant.", "requests.", "services"
NO_SERVICE = "Layanan ini tidak ada dalam daftar; ketik kode atau nama yang lain."


class VisitForm(QWidget):
    """Sections 1 to 3.

    Signals:
        changed: The user changed something.
    """

    changed = Signal()

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self._token = requests.new_visit(context).token
        self._asked: list[RequestDraft] = [RequestDraft("")]
        self._at = 0
        self.slip, self._card = SlipCard(context), ApplicantCard(context)
        self.kind, self.applicant, self.arrival = self._card.kind, self._card.form, self._card.arrival
        self.request = RequestForm(context, tasks, self.applicant.value)
        self.changed.connect(self.request.show_known)
        self.setLayout(column(self.slip, self._card, self.request, None, gap=t.S2, margins=(0, 0, 2, 2)))
        self.arrival.left.connect(self._left)
        self.arrival.rebuilt.connect(self._set_order)
        self.slip.changed.connect(self.changed)
        self.slip.left.connect(self._left)
        self.slip.closed.connect(self.close_slip)
        self._card.changed.connect(self.changed)
        self.applicant.left.connect(lambda name: self._left(APPLICANT + name))
        self.applicant.recalled.connect(self._to_service)
        self.applicant.again_asked.connect(self.repeat)
        self.request.changed.connect(self.changed)
        self.request.scans.origin = lambda: (self._token, self._at)
        self.request.left.connect(lambda name: self._left(f"{REQUESTS}{self._at}.{name}"))
        self.request.service.changed.connect(self._show_tabs)
        self.request.service.left.connect(self._set_order)
        self.request.subjects.rebuilt.connect(self._set_order)
        self._show_tabs()
        self._set_order()

    def value(self) -> VisitDraft:
        """Return the form as it stands, half-filled requests among it."""
        self._asked[self._at] = self.request.value()
        asked = tuple(self._asked)
        first, proxy, slip = self.arrival.is_first(), self.arrival.proxy(), self.slip
        applicant = self.applicant.value()
        return VisitDraft(self._token, applicant, asked, slip.happened_at(), slip.pad_number(), first, proxy)

    def set_value(self, draft: VisitDraft) -> None:
        """Put a visit into the form."""
        self._token = draft.token
        self._asked = list(draft.requests) or [RequestDraft("")]
        self._at = 0
        self.slip.show_slip(draft.pad_number, draft.happened_at)
        self._card.show_party(draft.applicant)
        self.arrival.show_arrival(draft.priority, draft.proxy)
        self._show_request()

    def to_register(self) -> VisitDraft:
        """Return the visit without the requests that were begun and not chosen."""
        draft = self.value()
        return replace(draft, requests=tuple(each for each in draft.requests if each.service))

    def is_empty(self) -> bool:
        """Say whether nothing is filled yet."""
        draft = self.value()
        at_counter = not draft.pad_number and draft.happened_at is None
        return (
            at_counter
            and not draft.priority
            and draft.proxy is None
            and draft.applicant == Party(draft.applicant.kind)
            and all(
                each == RequestDraft("", each.subjects if each.subjects == (Party(),) else ())
                for each in draft.requests
            )
        )

    def services(self) -> list[Service]:
        """Return the services that are chosen, in the order of the visit."""
        catalogue = services.catalogue(self._context)
        return [catalogue[each.service] for each in self.value().requests if each.service in catalogue]

    def open_slip(self) -> None:
        """Ask for the slip that this visit was first written on."""
        self.slip.show()
        self.slip.begin()
        self._set_order()

    def close_slip(self) -> None:
        """Take the visit for one at the counter again."""
        self.slip.show_slip(0, None)
        self.applicant.begin()
        self.changed.emit()

    def next_visit(self, draft: VisitDraft) -> None:
        """Begin another visit; where the last one came from a slip, the next slip is at hand with its day."""
        number, day = self.slip.pad_number(), self.slip.day.value()
        self.set_value(draft)
        if number:
            self.slip.show_next(number, day)

    def add_request(self) -> None:
        """Begin one more service for the same visit."""
        draft = self.value()
        if not draft.requests[self._at].service:
            self.request.service.editor.setFocus()
            return
        self._asked.append(RequestDraft("", purpose=draft.requests[self._at].purpose))
        self._at = len(self._asked) - 1
        self._show_request()
        self.request.service.editor.setFocus()
        self.changed.emit()

    def family(self) -> list[PersonRow]:
        """Return the family of the applicant, by the family card."""
        applicant = self.applicant.value()
        return people.family(self._context, applicant.kk, applicant.person)

    def take_relative(self, person: str) -> None:
        """Let the paper be about somebody of the applicant's family."""
        self.request.take_subject(people.open_person(self._context, person))
        self._set_order()

    def add_scan(self, origin: Origin, taken: ScanDraft) -> None:
        """Add a scan to the request it was brought for; where the form was emptied meanwhile, it is left."""
        token, at = origin
        if token != self._token or at >= len(self._asked):
            return
        if at == self._at:
            self.request.scans.add(taken)
        else:
            asked = self._asked[at]
            self._asked[at] = replace(asked, scans=(*asked.scans, taken))
        self.changed.emit()

    def repeat(self) -> None:
        """Fill the request as this citizen's last one was filled."""
        asked = people.requests_of(self._context, self.applicant.value().nik)
        here = self.request.value().service
        same = [each for each in asked if each.service == here] or (asked if not here else [])
        if same:
            self.request.repeat(requests.load(self._context, same[0].id))
            self._show_tabs()
            self._set_order()

    def problems(self) -> list[Problem]:
        """List what to mend, and what deserves a second look."""
        draft = self.to_register()
        found = self.slip.own_problems() + [
            Problem(APPLICANT + each.field, each.text, each.blocks) for each in self.applicant.own_problems()
        ]
        found += intake.check(self._context, draft)
        if self.request.service.combo.currentText().strip() and not self.request.service.value():
            found = [each for each in found if each.field != SERVICES]
            found.append(Problem(f"{REQUESTS}{self._at}.service", NO_SERVICE))
        return found + [
            Problem(f"{REQUESTS}{self._at}.{each.field}", each.text, each.blocks)
            for each in self.request.own_problems()
        ]

    def show_problems(self, problems: Sequence[Problem], only: str = "") -> QWidget | None:
        """Stand problems under their fields, the service with the first one in front; return what blocks first."""
        mine = below(APPLICANT, problems)
        first: QWidget | None = None
        if not only or only in self.slip.fields():
            first = self.slip.show_problems(list(problems), only)
        if not only or only.startswith(APPLICANT):
            first = first or self.applicant.show_problems(mine, only.removeprefix(APPLICANT))
        if not only or only in self.arrival.fields():
            first = first or self.arrival.show_problems(list(problems), only)
        if not only and first is None:
            self._bring_forward(problems)
        start = f"{REQUESTS}{self._at}."
        if not only or only.startswith(start):
            asked = below(start, problems) + [Problem("service", p.text) for p in problems if p.field == SERVICES]
            blocked = self.request.show_problems(asked, only.removeprefix(start))
            first = first or blocked
        return first

    def begin(self) -> None:
        """Put the cursor where a visit begins."""
        (self.applicant if self.slip.isHidden() else self.slip).begin()

    def stack(self, width: int) -> None:
        """Lay out what needs it for so many pixels."""
        self.request.stack(width)
        self.applicant.line.stack(width < STACKED)
        self.arrival.stack(width < STACKED)

    def place(self) -> str:
        """Name the field in which the cursor stands, or ""."""
        focus = QApplication.focusWidget()
        return next((name for name, part in self._parts().items() if focus and part.isAncestorOf(focus)), "")

    def go_to(self, place: str) -> bool:
        """Put the cursor into a field by its name; say whether it is there to be seen."""
        part = self._parts().get(place)
        if part is None or not part.isVisibleTo(self):
            return False
        getattr(part, "editor", part).setFocus()
        return True

    def _parts(self) -> dict[str, QWidget]:
        start = f"{REQUESTS}{self._at}."
        named = ((APPLICANT, self.applicant.fields.by_name()), (start, self.request.fields()))
        parts: dict[str, QWidget] = {**self.slip.fields(), **self.arrival.fields()}
        parts |= {before + name: each for before, held in named for name, each in held.items()}
        return parts | {f"{start}papers.{key}": each for key, each in self.request.papers.rows.items()}

    def _left(self, name: str) -> None:
        """Look at the one field that was left; an empty one is not spoken of before the end."""
        problems = [each for each in self.problems() if each.field == name]
        empty_nik = name == f"{APPLICANT}nik" and not self.applicant.fields.nik.value()
        empty_name = name == f"{APPLICANT}name" and not self.applicant.fields.name_field.value()
        own = {f"{REQUESTS}{self._at}.fields.{each}" for each in self.request.blanks}
        if not (empty_nik or empty_name) and (problems or name not in own):
            self.show_problems(problems, only=name)

    def _to_service(self) -> None:
        if not self.applicant.fields.nik.line.hasFocus():  # taken by name; from the NIK, Enter goes on
            self.request.service.editor.setFocus()

    def _bring_forward(self, problems: Sequence[Problem]) -> None:
        first = next((each.field for each in problems if each.blocks and each.field.startswith(REQUESTS)), "")
        at = int(first.split(".")[1]) if first else self._at
        if at != self._at and at < len(self._asked):
            self._choose(at)()

    def _show_request(self) -> None:
        self.request.set_value(self._asked[self._at])
        self._show_tabs()
        self._set_order()

    def _show_tabs(self) -> None:
        """Show the services of the visit as tabs where there are several."""
        self._asked[self._at] = self.request.value()
        empty(self.request.tabs)
        if len(self._asked) < 2:
            return
        for at, each in enumerate(self._asked):
            tab = Tab(f"{at + 1}. {each.service or 'belum dipilih'}", at == self._at)
            tab.clicked.connect(self._choose(at))
            fill(self.request.tabs, tab)
        take = Button("Hapus layanan ini", "quiet", "x")
        take.clicked.connect(self._remove)
        fill(self.request.tabs, None, take)

    def _choose(self, at: int) -> Callable[[], None]:
        def choose() -> None:
            self._asked[self._at] = self.request.value()
            self._at = at
            self._show_request()

        return choose

    def _remove(self) -> None:
        self._asked.pop(self._at)
        self._at = max(0, self._at - 1)
        self._show_request()
        self.changed.emit()

    def _set_order(self) -> None:
        fields = (self.slip.fields(), self.applicant.fields.by_name(), self.arrival.fields(), self.request.fields())
        order.set_order([part for held in fields for part in held.values()], self.request)
