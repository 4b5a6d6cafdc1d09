import io

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from paten_desk.domain.errors import PatenError
from paten_desk.domain.office import Office, OfficeRole
from paten_desk.ui.first_run.letterhead import LetterheadStep
from paten_desk.usecases.setup import OfficeDraft
from tests.ui.pages import write


def draft(role=OfficeRole.KECAMATAN):
    return OfficeDraft(
        Office("", role, "99.99.05", "Contoh", "Contoh Raya", "Contoh", seat="Contoh", unit="KEC-CTH"), ()
    )


@pytest.fixture
def step(shown, tasks):
    made = LetterheadStep(tasks)
    shown(made)
    made.fill(draft())
    made.begin()
    tasks.wait()
    yield made
    made.hide()


def a_picture(path):
    held = io.BytesIO()
    Image.new("RGB", (120, 150), "navy").save(held, "PNG")
    path.write_bytes(held.getvalue())
    return path


def test_the_sheet_is_drawn_again_after_a_pause_in_typing(qtbot, step, tasks):
    shown = []
    step.preview.show_pdf = shown.append

    write(qtbot, step, "Jalan Contoh Nomor 1")
    qtbot.waitUntil(lambda: not step._soon.isActive())
    tasks.wait()

    assert len(shown) <= 1  # one drawing, however many letters


def test_a_crest_is_taken_and_named(step, tasks, tmp_path, monkeypatch):
    path = a_picture(tmp_path / "lambang.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))

    step.crest.click()
    tasks.wait()

    assert step.note.text() == "lambang.png"
    assert step.take(draft()).crest == path.read_bytes()
    assert step.summary(step.take(draft())) == "dengan lambang"


def test_a_file_that_is_no_picture_is_refused_in_words(step, tmp_path):
    path = tmp_path / "lambang.png"
    path.write_bytes(b"bukan gambar")

    with pytest.raises(PatenError):
        step.take_crest(path)

    assert step.take(draft()).crest is None


def test_address_and_seat_are_asked_for(step):
    step.seat.set_value("")

    assert [problem.field for problem in step.problems()] == ["address", "seat"]


def test_a_kabupaten_is_not_asked_what_only_a_counter_prints(step):
    step.fill(draft(OfficeRole.KABUPATEN))

    assert not step.complaint.isVisible()
    assert not step.unit.isVisible()
