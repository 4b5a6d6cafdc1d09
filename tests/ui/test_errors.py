import logging
import sys
from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel

from paten_desk.domain.errors import PatenError
from paten_desk.ui import errors


@pytest.fixture
def quiet_log():
    """Let this file log what the whole suite must not."""


@pytest.fixture
def installed():
    before = sys.excepthook
    errors.install()
    yield
    sys.excepthook = before


def words(dialog):
    return [each.text() for each in dialog.findChildren(QLabel) if each.text()]


def test_what_the_user_can_act_on_is_said_in_its_own_words(qtbot, answering):
    seen = []
    answering(lambda dialog: (seen.extend(words(dialog)), dialog.accept()))

    errors.show(PatenError("Data belum tersimpan karena penyimpanan komputer penuh.", "Kosongkan ruang di drive C."))

    assert seen == ["Data belum tersimpan karena penyimpanan komputer penuh.", "Kosongkan ruang di drive C."]


def test_a_bug_is_logged_with_a_code_and_told_in_one_sentence(qtbot, answering, caplog):
    seen = []
    answering(lambda dialog: (seen.extend(words(dialog)), dialog.accept()))

    errors.show(KeyError("kolom"))

    told = next(record for record in caplog.records if record.levelno == logging.CRITICAL)
    code = told.getMessage().split()[-1]
    assert seen[0] == "Terjadi kesalahan pada program; data yang sudah disimpan aman."
    assert seen[1] == f"Sampaikan kode {code} kepada admin."
    assert told.exc_info[0] is KeyError


def test_a_code_says_day_and_minute():
    assert errors.code_at(datetime(2026, 8, 3, 14, 12)) == "K-0803-1412"


def test_an_error_during_an_error_is_not_shown_over_it(qtbot, answering):
    shown = []

    def look(dialog):
        errors.show(PatenError("Yang kedua."))
        shown.extend(words(dialog))
        dialog.accept()

    answering(look)

    errors.show(PatenError("Yang pertama."))

    assert shown == ["Yang pertama."]


def test_what_a_slot_lets_through_comes_here(qtbot, answering, installed):
    seen = []
    answering(lambda dialog: (seen.extend(words(dialog)), dialog.accept()))

    sys.excepthook(PatenError, PatenError("Printer belum siap."), None)

    assert seen == ["Printer belum siap."]
