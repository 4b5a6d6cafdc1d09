from dataclasses import replace

from paten_desk.paths import keys_dir
from paten_desk.store import mark
from paten_desk.ui.held_note import HeldNote
from paten_desk.ui.registration.page import RegistrationPage
from tests.backing import office, template
from tests.ui.pages import bring_up, words

__all__ = ["office", "template"]  # fixtures


def with_another_history(office):
    held = mark.read(keys_dir(office.data))
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, leaf="x" * 43)))
    return office.reopen()


def test_the_page_says_why_registrations_are_held_back(qtbot, office, tasks):
    page = bring_up(qtbot, RegistrationPage(with_another_history(office), tasks))

    assert any(text.startswith("Pendaftaran ditahan.") and "ikuti langkahnya" in text for text in words(page))


def test_nothing_is_said_while_registrations_pass(qtbot, office, tasks):
    page = bring_up(qtbot, RegistrationPage(office.context, tasks))

    assert not page.held.isVisible()


def test_a_note_is_no_window_of_its_own_before_it_has_its_place(qtbot, office):
    assert not HeldNote(with_another_history(office)).isVisible()
