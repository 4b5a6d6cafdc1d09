"""How every window looks and speaks: Fusion with our palette, fonts and style sheet, Qt's own texts in Indonesian."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from paten_desk.paths import resource
from paten_desk.ui import sources
from paten_desk.ui import tokens as t
from paten_desk.ui.style import style_sheet

FACES = ("Regular", "Semibold", "Bold")
FUSION = ("-style", "Fusion")


def application(name: str) -> QApplication:
    """Return the application object, made in the one style that looks alike on every system.

    The style is an argument: to set it later hands a `QStyle` to Python, and its enums take as long as ten dialogs.
    """
    sources.leave_unread()
    app = QApplication.instance() or QApplication([name, *FUSION])
    assert isinstance(app, QApplication)
    return app


def install(app: QApplication) -> None:
    """Give the application its language, fonts, palette and style sheet; call it before the first window."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    _speak_indonesian(app)
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSansPro-{face}.ttf")))
    app.setFont(font())
    app.setPalette(palette())
    app.setStyleSheet(style_sheet(resource("icons").as_posix()))


def font(px: int = t.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the screen font, for what is painted by hand."""
    made = QFont(t.FAMILY)
    made.setPixelSize(px)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


def semibold(px: int = t.BODY) -> QFont:
    """Return the screen font for names, heads and words that count."""
    return font(px, QFont.Weight.DemiBold)


def palette() -> QPalette:
    """Return the colours of the parts that the style sheet does not speak about."""
    made = QPalette()
    role = QPalette.ColorRole
    for each, color in (
        (role.Window, t.PAGE),
        (role.Base, t.SURFACE),
        (role.AlternateBase, t.PAGE),
        (role.Button, t.SURFACE),
        (role.WindowText, t.INK),
        (role.Text, t.INK),
        (role.ButtonText, t.INK),
        (role.PlaceholderText, t.INK_3),
        (role.Highlight, t.ACCENT),
        (role.HighlightedText, t.SURFACE),
        (role.Accent, t.ACCENT),
        (role.ToolTipBase, t.INK),
        (role.ToolTipText, t.SURFACE),
        (role.Link, t.ACCENT),
    ):
        made.setColor(each, QColor(color))
    for each in (role.Text, role.ButtonText, role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(t.INK_3))
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _speak_indonesian(app: QApplication) -> None:
    """Load our translation of Qt's own texts; Qt ships none for Indonesian."""
    translator = QTranslator(app)
    if translator.load("qtbase_id", str(resource("i18n"))):
        app.installTranslator(translator)
