import logging

import pytest

from paten_desk.ui.log import HIDDEN, open_log, redact

NIK = "9999994708840002"


@pytest.fixture
def log(tmp_path):
    root = logging.getLogger()
    level = root.level
    handler = open_log(tmp_path / "log")
    yield tmp_path / "log" / "paten.log"
    root.removeHandler(handler)
    handler.close()
    root.setLevel(level)


@pytest.mark.parametrize(
    "text",
    [NIK, f"nik={NIK}.", "9999 9947 0884 0002", "9999.9947.0884.0002", "999999-470884-0002", f"x{NIK}17y"],
)
def test_an_identity_number_never_stands_in_a_text(text):
    assert HIDDEN in redact(text)
    assert "0884" not in redact(text)


def test_short_numbers_and_ids_stay_readable():
    text = "0419/PATEN/2026 id 0199a000-0000-7000-8000-0000000000c1 pukul 2026-11-20 09:30:00,123"

    assert redact(text) == text


def test_the_log_hides_numbers_in_messages_arguments_and_tracebacks(log):
    try:
        raise ValueError(NIK)
    except ValueError:
        logging.getLogger("contoh").exception("berkas %s", NIK)

    written = log.read_text(encoding="utf-8")

    assert "ValueError" in written
    assert NIK not in written
