"""Qt's own dialogs, menus and buttons speak Indonesian."""

import importlib.util
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QColorDialog,
    QComboBox,
    QDialogButtonBox,
    QErrorMessage,
    QFileDialog,
    QFontDialog,
    QGroupBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QTreeView,
    QWidget,
    QWizard,
    QWizardPage,
)

from paten_desk.paths import resource

SOURCE = resource("i18n", "qtbase_id.ts")
SAME_IN_BOTH = {"Normal", "Menu", "Printer", "Folder", "Alias"}
# Words that no Indonesian text of ours holds; they catch texts that a newer Qt adds to its dialogs.
ENGLISH = set(
    "cancel open save close yes no ok apply reset print printer's page pages copies paper size file files name "
    "type all select delete copy paste cut undo redo help next back finish options properties show hide color "
    "colour style underline red green blue custom basic left right top bottom width height margins orientation "
    "portrait landscape range from to current selection duplex double sided collate output location preview "
    "zoom fit first last previous directory new folder's look date modified computer parent create detail list "
    "view the and is search today font ".split()
)


def sources():
    for message in ET.parse(SOURCE).getroot().iter("message"):
        source, translation = message.findtext("source"), message.findtext("translation")
        if source != translation:
            yield plain(source)


def plain(text):
    return text.replace("&", "").strip()


KNOWN = set(sources()) - SAME_IN_BOTH


def words_of(widget):
    """Return every text that somebody could read in a window."""
    yield widget.windowTitle()
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.toolTip(), each.windowTitle() if each.isWindow() else "")
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        if isinstance(each, QGroupBox):
            yield each.title()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QTabWidget):
            yield from (each.tabText(at) for at in range(each.count()))
        if isinstance(each, QComboBox):
            yield from (each.itemText(at) for at in range(each.count()))
        if isinstance(each, QTreeView) and each.model() is not None:
            model = each.model()
            for at in range(model.columnCount()):
                yield str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        for action in each.actions():
            yield from (action.text(), action.toolTip())


def english(widget):
    """Return the texts of a window that are a text of Qt's, or hold an English word."""
    found = []
    for text in {plain(text) for text in words_of(widget) if text}:
        letters = "".join(each if each.isalpha() or each == "'" else " " for each in text.lower())
        if text in KNOWN or set(letters.split()) & ENGLISH:
            found.append(text)
    return sorted(found)


def message_box():
    made = QMessageBox()
    made.setText("Simpan perubahan?")
    made.setDetailedText("Rincian")
    for button in QMessageBox.StandardButton:
        if button.value & 0xFFFFFC00 and button.value < 0x10000000 and bin(button.value).count("1") == 1:
            made.addButton(button)
    return made


def button_box():
    return QDialogButtonBox(QDialogButtonBox.StandardButton(0x0FFFFC00))


def file_dialog(mode):
    made = QFileDialog(directory="/")
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setAcceptMode(mode)
    made.setViewMode(QFileDialog.ViewMode.Detail)
    return made


def folder_dialog():
    made = file_dialog(QFileDialog.AcceptMode.AcceptOpen)
    made.setFileMode(QFileDialog.FileMode.Directory)
    return made


def input_dialog():
    made = QInputDialog()
    made.setLabelText("Nama")
    return made


def color_dialog():
    made = QColorDialog()
    made.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    made.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel)
    return made


def font_dialog():
    made = QFontDialog()
    made.setOption(QFontDialog.FontDialogOption.DontUseNativeDialog)
    for combo in made.findChildren(QComboBox):
        combo.setCurrentIndex(0)
    return made


def wizard():
    made = QWizard()
    made.addPage(QWizardPage())
    made.addPage(QWizardPage())
    made.setOption(QWizard.WizardOption.HaveHelpButton)
    return made


def printer_to_file():
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return printer


def with_printer(kind):
    printer = printer_to_file()
    made = kind(printer)
    made.printer_kept = printer
    return made


DIALOGS = {
    "message box": message_box,
    "buttons": button_box,
    "open a file": lambda: file_dialog(QFileDialog.AcceptMode.AcceptOpen),
    "save a file": lambda: file_dialog(QFileDialog.AcceptMode.AcceptSave),
    "choose a folder": folder_dialog,
    "input": input_dialog,
    "color": color_dialog,
    "font": font_dialog,
    "wizard": wizard,
    "progress": lambda: QProgressDialog("Menyalin", "Batal", 0, 10),
    "error": QErrorMessage,
    "print": lambda: with_printer(QPrintDialog),
    "page setup": lambda: with_printer(QPageSetupDialog),
    "print preview": lambda: with_printer(QPrintPreviewDialog),
    "calendar": QCalendarWidget,
}


@pytest.mark.parametrize("name", DIALOGS)
def test_no_word_of_a_dialog_is_english(qtbot, name):
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.show()

    assert english(dialog) == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_the_menu_of_a_field_is_indonesian(qtbot, kind):
    editor = kind()
    qtbot.addWidget(editor)
    menu = editor.createStandardContextMenu()
    qtbot.addWidget(menu)

    assert english(menu) == []
    assert "Tempel" in {plain(action.text()).split("\t")[0] for action in menu.actions()}


def test_the_menu_of_a_number_is_indonesian(qtbot):
    spin = QSpinBox()
    qtbot.addWidget(spin)
    spin.show()
    seen = []

    def look():
        menu = QApplication.activePopupWidget()
        seen.extend(english(menu))
        seen.append(len(menu.actions()))
        menu.close()

    QTimer.singleShot(20, look)
    QApplication.sendEvent(spin, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), QPoint(2, 2)))
    qtbot.waitUntil(lambda: bool(seen))

    assert isinstance(seen[-1], int)
    assert seen[:-1] == []


def test_every_translation_is_finished_and_keeps_its_blanks():
    for message in ET.parse(SOURCE).getroot().iter("message"):
        source, translation = message.findtext("source"), message.findtext("translation")
        assert translation, source
        for mark in ("%1", "%2", "%3"):
            assert (mark in source) == (mark in translation), source


def test_the_compiled_translation_is_made_from_its_source(tmp_path):
    path = Path(__file__).resolve().parents[2] / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    script = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = script
    spec.loader.exec_module(script)

    made = script.compile_all(out=tmp_path)

    assert [each.name for each in made] == ["qtbase_id.qm"]
    assert made[0].read_bytes() == resource("i18n", "qtbase_id.qm").read_bytes()


def test_the_word_list_catches_an_english_dialog(qtbot):
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    box.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)

    assert english(box) == ["Cancel"]
