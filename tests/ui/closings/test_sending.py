from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from paten_desk.domain.roles import Role
from paten_desk.ui.closings.sending import SendingCard
from paten_desk.usecases import branches, kabupaten, setup, standings
from tests.builders import a_request
from tests.ui.conftest import press
from tests.ui.pages import words
from tests.usecases.test_branches_village import Village
from tests.usecases.test_sending import Two


@pytest.fixture
def two(tmp_path):
    made = Two(tmp_path)
    yield made
    setup.close()


@pytest.fixture
def card_of(tasks, qtbot):
    def bring(context):
        made = SendingCard(context, tasks, lambda: made.refresh())
        qtbot.addWidget(made)
        made.show()
        made.refresh()
        return made

    return bring


def test_a_day_is_sent_to_a_folder_and_its_reply_read_back(two, card_of, tasks, answering, tmp_path, monkeypatch):
    two.work(1, 2)
    card = card_of(two.desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(stick))
    said = []

    card.send.click()
    answering(lambda dialog: (said.append(dialog.accessibleName()), press(dialog, "Mengerti")))
    tasks.wait()

    (path,) = stick.iterdir()
    assert said == [f"{path.name} sudah disimpan dan terbaca kembali."]
    with two.at_hall() as hall:
        done = kabupaten.import_file(hall, path)
    reply = tmp_path / done.reply_name
    reply.write_bytes(done.reply_file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(reply), ""))

    card.read.click()
    tasks.wait()

    standing = standings.standing(two.desk)
    assert standing.acknowledged == done.length
    assert f"{standing.acknowledged} dari {standing.length} catatan sudah diakui kabupaten." in words(card)


def test_a_wrong_code_is_refused_in_words(context, card_of, answering, qtbot):
    card = card_of(context)

    def give(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit), "000001-0000-0000")
        press(dialog, "Periksa kode")

    answering(give)
    with qtbot.captureExceptions() as caught:
        card.code.click()

    assert caught[0][1].message
    assert standings.standing(context).acknowledged == 0


def test_going_back_from_the_folder_sends_nothing(context, card_of, tasks, monkeypatch):
    card = card_of(context)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")

    card.send.click()

    assert not tasks.busy()


def test_who_may_not_send_sees_only_how_far_the_kabupaten_follows(context, card_of):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    card = card_of(clerk)

    assert not card.send.isVisible()
    assert "2 belum diakui" in words(card)


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    setup.close()


def test_a_laptop_sends_to_its_office_and_hears_by_code(
    village, card_of, tasks, answering, qtbot, tmp_path, monkeypatch
):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(stick))
    with village.at_village() as away:
        a_request(away, serial=2)
        card = card_of(away)
        said = words(card)
        assert not card.read.isVisible()
        heard = []
        answering(lambda dialog: (heard.extend(words(dialog)), press(dialog, "Mengerti")))
        card.send.click()
        tasks.wait()
    assert "Kirim data ke kantor" in said
    assert not any("diakui" in text for text in said)
    assert any(text.startswith("Bawa ke kantor dari") and "ketik kodenya" in text for text in heard)
    (path,) = stick.iterdir()
    done = branches.merge_branch(village.desk, path)

    def give(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit), done.code)
        press(dialog, "Periksa kode")

    with village.at_village() as away:
        answering(give)
        card.code.click()
        assert standings.standing(away).open == 0
        assert "Semua sudah diterima" in words(card)
        assert not card.send.isEnabled()
