from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def test_enter_goes_through_the_fields_in_the_order_of_the_paper(page, typist, returning):
    typist.words(returning.nik)
    typist.enter()
    assert page.form.request.service.isAncestorOf(QApplication.focusWidget())

    typist.line("SKTM")
    assert page.form.request.purpose.isAncestorOf(QApplication.focusWidget())


def test_the_fields_of_who_brings_the_dossier_come_after_the_applicant(page, typist):
    typist.key(Qt.Key.Key_F9)
    for _ in range(4):
        typist.key(Qt.Key.Key_Tab)

    assert page.form.request.isAncestorOf(QApplication.focusWidget()) or page.form.arrival.isAncestorOf(
        QApplication.focusWidget()
    )


def test_enter_leaves_the_choice_that_the_nik_made_for_the_family_card(page, typist):
    typist.line("9999054505900001")
    fields = page.form.applicant.fields
    fields.sex.segments.setFocus()
    assert fields.sex.value() == "P"

    typist.enter()

    assert fields.kk.isAncestorOf(QApplication.focusWidget())
