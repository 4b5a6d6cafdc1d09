import shutil
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import PatenError, StoreUnavailable
from paten_desk.paths import keys_dir
from paten_desk.store import journal, mark
from paten_desk.ui.backups import ways
from paten_desk.usecases import branches, continuing, guards, requests, restoring, setup
from paten_desk.usecases.guards import Guard, Level, Way
from tests.backing import PASSWORD, opened
from tests.builders import a_request, a_visit
from tests.ui.conftest import press as push
from tests.ui.pages import press, write


def read(dialog):
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def from_elsewhere(office):
    """Let the mark say that another computer wrote last."""
    held = mark.read(keys_dir(office.data))
    other = mark.machine_of(keys_dir(office.data), held.ledger, "another computer")
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, machine=other)))
    return office.reopen()


def put_back(office):
    """Put the database back by three requests and lose the keys that lay beside it, but not the mark."""
    copy = office.data.parent / "kemarin"
    office.reopen()
    shutil.copytree(office.data, copy)
    for serial in range(30, 33):
        a_request(office.context, serial=serial)
    mark.write_now()
    shutil.rmtree(office.data)
    shutil.copytree(copy, office.data)
    return office.reopen()


@pytest.fixture
def consent(qtbot, answering):
    """Choose a way, then let the second person type the password; what is said afterwards is read and left."""

    def choose(verb, said=None):
        def agree(dialog):
            write(qtbot, dialog, PASSWORD)
            press(qtbot, dialog, "Return")
            if said is not None:
                answering(lambda after: (said.append(read(after)), push(after, "Mengerti")))

        def act(dialog):
            answering(agree)
            push(dialog, verb)

        answering(act)

    return choose


def test_an_office_that_moved_goes_on_in_its_own_ledger(office, consent):
    context = from_elsewhere(office)
    before = journal.head().ledger
    (guard,) = guards.stops(context)

    consent("Pindah ke sini")

    assert ways.ask(context, guard) is ways.Chosen.DECIDED
    assert guards.found(context) == []
    assert journal.head().ledger == before
    assert requests.register(context, a_visit(context, serial=50))[0].number.startswith("0004/")


def test_a_copy_goes_on_in_a_ledger_with_keys_of_its_own_and_says_that_a_card_is_due(office, consent):
    context = from_elsewhere(office)
    before, keys = journal.head().ledger, (keys_dir(office.data) / "signing.key").read_bytes()
    said = []

    consent("Ini salinan", said)

    assert ways.ask(context, guards.stops(context)[0]) is ways.Chosen.DECIDED
    assert journal.head().ledger != before
    assert (keys_dir(office.data) / "signing.key").read_bytes() != keys
    assert "kirim kartunya ke kabupaten" in said[0]
    assert requests.register(context, a_visit(context, serial=50))[0].number.startswith("L2-")


def test_a_database_put_back_goes_on_and_says_which_numbers_are_lost(office, consent):
    context = put_back(office)
    (guard,) = guards.stops(context)
    assert guard.way is Way.GO_ON
    said = []

    consent("Lanjutkan dari data ini", said)

    assert ways.ask(context, guard) is ways.Chosen.DECIDED
    assert "Nomor pendaftaran 2026 sampai 6" in said[0]
    assert guards.found(context) == []


def test_a_laptop_whose_restore_was_cut_off_goes_on_as_a_laptop(office, consent, monkeypatch, tmp_path):
    branches.prepare(office.context, BranchReason.VILLAGE, "Desa Melati")
    made = opened(office, office.backup())
    setup.close()
    data = tmp_path / "laptop" / "kantor"

    def cut(*_, **__):
        raise StoreUnavailable("Listrik padam.", "")

    with monkeypatch.context() as patched:
        patched.setattr(continuing, "begin", cut)
        with pytest.raises(StoreUnavailable):
            restoring.restore(data, made, BranchReason.VILLAGE, clock=office.clock)
    setup.close()
    context = setup.unlock(data, office.context.user.id, PASSWORD, office.clock)
    said = []

    consent("Lanjutkan dari data ini", said)

    assert ways.ask(context, guards.stops(context)[0]) is ways.Chosen.DECIDED
    assert "Laptop desa siap dengan awalan L2." in said[0]
    assert "kabupaten" not in said[0]
    assert branches.here(context) is not None
    assert guards.found(context) == []


@pytest.mark.parametrize(
    ("way", "verb", "chosen"),
    [
        (Way.GO_ON, "Pulihkan dari cadangan", ways.Chosen.RESTORE),
        (Way.GO_ON, "Kembali", ways.Chosen.NOWHERE),
        (Way.RESTORE, "Pilih cadangan", ways.Chosen.RESTORE),
        (Way.RESTORE, "Kembali", ways.Chosen.NOWHERE),
        (Way.MOVED_OR_COPIED, "Kembali", ways.Chosen.NOWHERE),
    ],
)
def test_every_way_leads_to_a_backup_or_back(office, answering, way, verb, chosen):
    answering(verb)

    assert ways.ask(office.context, Guard("x", Level.STOP, "Kalimat.", way)) is chosen


def test_nothing_is_decided_without_the_second_person(office, answering):
    context = from_elsewhere(office)

    answering(lambda dialog: (answering("Kembali"), push(dialog, "Pindah ke sini")))

    assert ways.ask(context, guards.stops(context)[0]) is ways.Chosen.NOWHERE
    assert guards.stops(context)


def test_a_move_without_the_keys_is_told_and_leaves_the_other_way(office, consent):
    from_elsewhere(office)
    for path in keys_dir(office.data).glob("*.key"):
        path.unlink()
    context = office.reopen()

    consent("Pindah ke sini")

    with pytest.raises(PatenError, match="tidak ikut dipindahkan"):
        ways.ask(context, guards.stops(context)[0])


@pytest.mark.parametrize(
    ("way", "told"), [(Way.MOVE_FOLDER, "bersama-sama"), (Way.FREE_SPACE, "Kosongkan tempat sampah")]
)
def test_what_the_office_mends_itself_is_told_step_by_step(office, answering, way, told):
    said = []
    answering(lambda dialog: (said.append(read(dialog)), push(dialog, "Mengerti")))

    assert ways.ask(office.context, Guard("x", Level.WARN, "Kalimat.", way)) is ways.Chosen.NOWHERE
    assert told in said[0]
    assert str(office.data.name) in said[0]


def test_lost_numbers_are_named_by_their_book():
    assert ways.lost_words({("request", 2026): 13, ("letter:skdu", 2026): 4, ("register:Buku IMB", 2025): 2}) == [
        "Nomor surat skdu 2026 sampai 4",
        "Buku IMB 2025 sampai 2",
        "Nomor pendaftaran 2026 sampai 13",
    ]
