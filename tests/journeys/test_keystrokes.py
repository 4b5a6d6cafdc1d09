"""Standard journeys at the counter, key by key: how many keys they take, and how long by the keystroke-level model.

A key takes 0.28 s and a decision 1.35 s (Card, Moran and Newell 1983: an average typist, a mental act). A decision is
counted where the clerk looks at the citizen, the papers or the screen before going on; nothing is pressed by mouse.
"""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from paten_desk.domain.workflow import Action, Status
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.usecases import handover, requests, worklists
from tests.builders import a_request, a_visit, with_officials
from tests.ui.pages import come_back
from tests.ui.printers import printer

__all__ = ["printer"]

Key = Qt.Key
KEY_S, DECISION_S = 0.28, 1.35
PURPOSE = "persyaratan beasiswa"


@dataclass
class Journey:
    """What was pressed and decided, in order."""

    typist: object
    decisions: list[str] = field(default_factory=list)

    def decide(self, what):
        self.decisions.append(what)

    def seconds(self):
        return round(self.typist.count * KEY_S + len(self.decisions) * DECISION_S, 1)


@pytest.fixture
def journey(typist):
    return Journey(typist)


@pytest.fixture
def window(qtbot, context, tasks):
    made = OfficeWindow(context, tasks)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    come_back(qtbot, made)
    return made


@pytest.fixture
def returning(context):
    visit = a_visit(context, "SKTM", serial=1)
    requests.register(context, visit)
    return visit.applicant


def newest(context):
    row = max(requests.received_on(context, context.today()), key=lambda held: held.rowno)
    return requests.load(context, row.id)


def test_a_returning_citizen_has_the_receipt_within_twenty_keys_and_thirty_seconds(
    window, context, tasks, journey, returning, printer
):
    window.open_room("registration")
    typist = journey.typist

    journey.decide("read the NIK on the card")
    typist.line(returning.nik)
    journey.decide("ask what for, choose the service")
    typist.line("sktm")
    typist.words(PURPOSE)
    journey.decide("look through the papers")
    typist.key(Key.Key_F6)
    journey.decide("read the form once")
    typist.ctrl(Key.Key_S)
    tasks.wait()
    journey.decide("read the number")
    typist.ctrl(Key.Key_P)
    tasks.wait()

    assert newest(context).status is Status.ACCEPTED
    assert not printer.is_blank()
    assert typist.count - len(returning.nik) - len(PURPOSE) <= 20
    assert journey.seconds() <= 30


def test_the_same_as_last_time_takes_half_of_that(window, context, tasks, journey, returning, printer):
    window.open_room("registration")
    typist = journey.typist

    journey.decide("read the NIK on the card")
    typist.words(returning.nik)
    journey.decide("ask whether it is the same again")
    typist.key(Key.Key_F4)
    journey.decide("look through the papers")
    typist.key(Key.Key_F6)
    typist.ctrl(Key.Key_S)
    tasks.wait()
    typist.ctrl(Key.Key_P)
    tasks.wait()

    assert newest(context).service == "SKTM"
    assert not printer.is_blank()
    assert typist.count - len(returning.nik) <= 6
    assert journey.seconds() <= 15


def test_a_new_citizen_has_the_receipt_within_ninety_seconds(window, context, tasks, journey, printer):
    window.open_room("registration")
    typist = journey.typist

    journey.decide("read the NIK on the card")
    typist.line("9999054505900001")
    journey.decide("read the name")
    typist.line("SITI CONTOH")
    journey.decide("ask for the phone")
    typist.line("081200000001")
    journey.decide("read birth place; the date came with the NIK")
    typist.line("Kota Contoh")
    typist.enter()
    typist.enter()
    journey.decide("read the family card")
    typist.line("9999050101100001")
    journey.decide("read religion, status, work")
    typist.line("isl")
    typist.line("belum k")
    typist.line("pelaj")
    journey.decide("read the address")
    typist.enter()
    typist.enter()
    typist.line("3")
    typist.enter()
    village = context.office.villages[0].name
    typist.line(village[:5])
    journey.decide("ask what for, choose the service")
    typist.line("sktm")
    typist.words(PURPOSE)
    journey.decide("look through the papers")
    typist.key(Key.Key_F6)
    journey.decide("read the form once")
    typist.ctrl(Key.Key_S)
    tasks.wait()
    typist.ctrl(Key.Key_P)
    tasks.wait()

    made = newest(context)
    applicant = made.personal.applicant
    assert made.status is Status.ACCEPTED
    assert (applicant.name, applicant.kk, applicant.phone) == ("SITI CONTOH", "9999050101100001", "081200000001")
    assert (applicant.religion, applicant.marital_status) == ("Islam", "Belum kawin")
    assert applicant.birth_date is not None
    assert applicant.village == village
    assert applicant.rt == "003"
    assert not printer.is_blank()
    assert journey.seconds() <= 90


def test_a_ready_letter_is_handed_over_within_ten_keys_and_fifteen_seconds(window, context, journey, qtbot):
    made = a_request(context, Status.READY, "SKTM", 3)
    answer = handover.question(made).answer
    typist = journey.typist

    typist.key(Key.Key_5, Qt.KeyboardModifier.AltModifier)
    journey.decide("read the number on the receipt")
    typist.line(str(made.serial))
    journey.decide("ask the question")
    typist.words(answer)
    journey.decide("give the paper away")
    typist.ctrl(Key.Key_S)

    assert requests.load(context, made.id).status is Status.HANDED_OVER
    assert typist.count - len(answer) <= 10
    assert journey.seconds() <= 15


def test_a_pile_of_ten_is_verified_within_ten_keys(window, context, tasks, journey, answering, qtbot):
    for serial in range(1, 11):
        a_request(context, serial=serial)
    with_officials(context)
    typist = journey.typist

    typist.key(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    journey.decide("look through the list")
    typist.ctrl(Key.Key_A)
    answering("Verifikasi")
    typist.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    tasks.wait()

    assert worklists.count(context, {Action.DRAFT}) == 10
    assert typist.count + 1 <= 10  # and the Enter of the question
