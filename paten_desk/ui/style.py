"""The style sheet, made from the tokens."""

from __future__ import annotations

from paten_desk.ui import tokens as t


def style_sheet(icons: str) -> str:
    """Return the style sheet of the whole program; `icons` is the folder of the icons, with forward slashes."""
    return _grounds() + _words() + _buttons() + _fields(icons) + _lists(icons) + _tones()


def _grounds() -> str:
    return f"""
    QWidget#shell, QWidget#page {{ background: {t.PAGE}; border: none; }}
    QDialog#notice {{ background: {t.SURFACE}; }}
    QScrollArea, QScrollArea > QWidget#qt_scrollarea_viewport {{ background: transparent; border: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QWidget#clear {{ background: transparent; }}
    QFrame#card {{ background: {t.SURFACE}; border: 1px solid {t.LINE}; border-radius: {t.RADIUS_CARD}px; }}
    QFrame#line {{ background: {t.LINE}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame#topbar {{ background: {t.SURFACE}; border: none; border-bottom: 1px solid {t.LINE}; }}
    QFrame#rail {{ background: {t.SURFACE}; border: none; border-right: 1px solid {t.LINE}; }}
    QFrame#status, QFrame#footer, QFrame#progress {{
        background: {t.SURFACE}; border: none; border-top: 1px solid {t.LINE}; }}
    QFrame#desk {{ background: {t.DESK}; border: 1px solid {t.LINE}; border-radius: {t.RADIUS_CARD}px; }}
    QFrame#search {{ background: {t.PAGE}; border: 1px solid {t.EDGE}; border-radius: {t.RADIUS}px; }}
    QFrame#search[lit="true"] {{ background: {t.SURFACE}; border: 2px solid {t.ACCENT}; }}
    QToolTip {{ background: {t.INK}; color: {t.SURFACE}; border: none; padding: 4px 8px; }}
    QProgressBar {{ background: {t.SUNKEN}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {t.ACCENT}; border-radius: 3px; }}
    """


def _words() -> str:
    return f"""
    QLabel {{ background: transparent; }}
    QLabel[role="title"] {{ font-size: {t.TITLE}px; font-weight: 600; }}
    QLabel[role="lead"] {{ font-size: {t.LEAD}px; font-weight: 600; }}
    QLabel[role="head"] {{ font-size: {t.BODY}px; font-weight: 600; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="label"] {{ font-size: {t.SMALL}px; font-weight: 600; color: {t.INK_2}; }}
    QLabel[role="second"] {{ color: {t.INK_2}; font-size: {t.SMALL}px; }}
    QLabel[role="hint"] {{ color: {t.INK_3}; font-size: {t.CAPTION}px; }}
    QLabel[role="figure"] {{ font-size: {t.FIGURE}px; font-weight: 600; }}
    QLabel[role="hero"] {{ font-size: {t.HERO}px; font-weight: 700; }}
    QLabel[role="key"] {{ color: {t.INK_3}; font-size: {t.KEYCAP}px; font-weight: 600; background: {t.SURFACE};
        border: 1px solid {t.LINE}; border-bottom: 2px solid {t.LINE}; border-radius: {t.RADIUS_CHIP}px;
        padding: 0 5px; }}
    QFrame#status QLabel {{ font-size: {t.CAPTION}px; color: {t.INK_2}; }}
    """


def _buttons() -> str:
    high = t.BUTTON_H - 4
    return f"""
    QPushButton {{ min-height: {high}px; max-height: {high}px; padding: 0 14px; margin: 1px;
        border: 1px solid {t.EDGE}; border-radius: {t.RADIUS}px; background: {t.SURFACE}; font-weight: 600; }}
    QPushButton:hover {{ background: {t.ACCENT_TINT}; border-color: {t.ACCENT}; }}
    QPushButton:pressed {{ background: {t.ACCENT_LINE}; }}
    QPushButton:focus {{ border: 2px solid {t.ACCENT}; padding: 0 13px; margin: 0; outline: none; }}
    QPushButton:disabled {{ color: {t.INK_3}; background: {t.SUNKEN}; border-color: {t.LINE}; }}
    QPushButton[kind="primary"] {{ background: {t.ACCENT}; border-color: {t.ACCENT}; color: {t.SURFACE}; }}
    QPushButton[kind="primary"]:hover {{ background: {t.ACCENT_DARK}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {t.INK}; }}
    QPushButton[kind="primary"]:disabled {{ background: {t.SUNKEN}; border-color: {t.LINE}; color: {t.INK_3}; }}
    QPushButton#enter, QPushButton#enter:focus {{ text-align: left; padding: 0 59px 0 41px; }}
    QLabel#enter_key {{ background: {t.ACCENT_DARK}; color: {t.SURFACE}; border: 1px solid {t.ACCENT_DARK};
        border-radius: {t.RADIUS_CHIP}px; font-size: {t.KEYCAP}px; font-weight: 600; padding: 1px 2px; }}
    QLabel#enter_key:disabled {{ background: {t.SURFACE}; color: {t.INK_3}; border-color: {t.LINE}; }}
    QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {t.ACCENT};
        min-height: 24px; max-height: 24px; padding: 0 6px; }}
    QPushButton[kind="quiet"]:hover {{ background: {t.ACCENT_TINT}; }}
    QPushButton[kind="quiet"]:disabled {{ color: {t.INK_3}; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.ACCENT}; padding: 0 5px; }}
    QPushButton[kind="small"] {{ min-height: 24px; max-height: 24px; font-size: {t.SMALL}px; }}
    QPushButton[kind="rail"] {{ min-height: {t.RAIL_H - 4}px; max-height: {t.RAIL_H - 4}px; text-align: left;
        border: 1px solid transparent; background: transparent; color: {t.INK_2}; font-weight: 400; }}
    QPushButton[kind="rail"]:hover {{ background: {t.SUNKEN}; color: {t.INK}; }}
    QPushButton[kind="rail"]:checked {{ background: {t.ACCENT_TINT}; color: {t.ACCENT_DARK}; font-weight: 600; }}
    QPushButton[kind="rail"]:focus {{ border: 2px solid {t.ACCENT}; }}
    QPushButton[kind="tab"] {{ min-height: 28px; max-height: 28px; border: 1px solid {t.LINE}; border-radius: 15px;
        font-size: {t.SMALL}px; padding: 0 12px; color: {t.INK_2}; }}
    QPushButton[kind="tab"]:focus {{ border: 2px solid {t.ACCENT}; border-radius: 16px; padding: 0 11px; }}
    QPushButton[kind="tab"]:checked {{ background: {t.ACCENT}; border-color: {t.ACCENT}; color: {t.SURFACE}; }}
    QPushButton[kind="tab"]:checked:focus {{ border-color: {t.INK}; }}
    QPushButton[kind="segment"] {{ min-height: 24px; max-height: 24px; padding: 0 9px; margin: 0;
        font-size: {t.CAPTION}px; font-weight: 400; color: {t.INK_2};
        border: 1px solid {t.EDGE}; border-radius: 0; border-left-width: 0; }}
    QPushButton[kind="segment"][edge="first"] {{ border-left-width: 1px;
        border-top-left-radius: 5px; border-bottom-left-radius: 5px; }}
    QPushButton[kind="segment"][edge="last"] {{ border-top-right-radius: 5px; border-bottom-right-radius: 5px; }}
    QPushButton[kind="segment"]:checked {{ background: {t.ACCENT}; color: {t.SURFACE}; font-weight: 600;
        border-color: {t.ACCENT}; }}
    QPushButton[kind="segment"]:focus {{ border: 2px solid {t.ACCENT}; padding: 0 8px;
        min-height: 22px; max-height: 22px; }}
    QPushButton[kind="segment"]:checked:focus {{ border: 2px solid {t.INK}; }}
    QPushButton[kind="segment"]:disabled {{ border-color: {t.LINE}; color: {t.INK_3}; background: {t.SUNKEN}; }}
    QPushButton[kind="person"] {{ min-height: 54px; max-height: 54px; padding: 0; border: 1px solid {t.LINE}; }}
    QPushButton[kind="person"]:checked {{ background: {t.ACCENT_TINT}; border: 2px solid {t.ACCENT}; }}
    QLabel#badge {{ background: {t.SUNKEN}; color: {t.INK_2}; border-radius: 18px; font-weight: 600;
        qproperty-alignment: AlignCenter; }}
    QLabel#badge[lit="true"] {{ background: {t.ACCENT}; color: {t.SURFACE}; }}
    """


def _fields(icons: str) -> str:
    late = t.TONES["late"].ink
    return f"""
    QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox {{ background: {t.SURFACE}; border: 1px solid {t.EDGE};
        border-radius: {t.RADIUS}px; padding: 0 10px; min-height: {t.FIELD_H - 2}px;
        selection-background-color: {t.ACCENT}; selection-color: {t.SURFACE}; }}
    QPlainTextEdit {{ padding: 4px 6px; }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus {{
        border: 2px solid {t.ACCENT}; padding: 0 9px; min-height: {t.FIELD_H - 4}px; }}
    QPlainTextEdit:focus {{ padding: 3px 5px; }}
    QLineEdit[problem="true"], QComboBox[problem="true"] {{ border: 2px solid {late}; padding: 0 9px;
        min-height: {t.FIELD_H - 4}px; background: {t.PROBLEM_GROUND}; }}
    QPlainTextEdit[problem="true"] {{ border: 2px solid {late}; padding: 3px 5px; background: {t.PROBLEM_GROUND}; }}
    QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QPlainTextEdit:read-only {{
        background: {t.SUNKEN}; border-color: {t.LINE}; color: {t.INK_2}; }}
    QLineEdit[scale="big"] {{ font-size: {t.BIG}px; font-weight: 600; min-height: {t.FIELD_BIG_H - 2}px; }}
    QLineEdit[scale="big"]:focus, QLineEdit[scale="big"][problem="true"] {{ min-height: {t.FIELD_BIG_H - 4}px; }}
    QLineEdit[scale="small"], QComboBox[scale="small"] {{ min-height: {t.FIELD_SMALL_H - 2}px;
        font-size: {t.SMALL}px; }}
    QLineEdit[scale="small"]:focus, QLineEdit[scale="small"][problem="true"], QComboBox[scale="small"]:focus {{
        min-height: {t.FIELD_SMALL_H - 4}px; }}
    QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus {{ border: none; background: transparent; padding: 0;
        min-height: 30px; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
        border: none; padding: 0; min-height: 0; background: transparent; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 20px;
        background: transparent; }}
    QAbstractSpinBox::up-arrow {{ image: url({icons}/ui-chevron-up.svg); width: 12px; height: 12px; }}
    QAbstractSpinBox::down-arrow {{ image: url({icons}/ui-chevron-down.svg); width: 12px; height: 12px; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox::down-arrow {{ image: url({icons}/ui-chevron-down.svg); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView, QListView#completions {{ background: {t.SURFACE}; border: 1px solid {t.EDGE};
        padding: 4px; outline: none; selection-background-color: {t.ACCENT_TINT}; selection-color: {t.INK}; }}
    QListView#completions {{ padding: 0; }}
    QListView#completions::item, QComboBox QAbstractItemView::item {{ min-height: 30px; padding: 0 6px; }}
    QCheckBox {{ spacing: 10px; }}
    QCheckBox::indicator {{ width: 18px; height: 18px; border: 1px solid {t.EDGE}; border-radius: 4px;
        background: {t.SURFACE}; }}
    QCheckBox::indicator:checked {{ background: {t.ACCENT}; border-color: {t.ACCENT};
        image: url({icons}/ui-check.svg); }}
    QCheckBox::indicator:focus {{ border: 2px solid {t.ACCENT}; width: 16px; height: 16px; }}
    QCheckBox::indicator:checked:focus {{ border-color: {t.INK}; }}
    """


def _lists(icons: str) -> str:
    return f"""
    QHeaderView::down-arrow {{ image: url({icons}/ui-chevron-down.svg); width: 12px; height: 12px;
        subcontrol-position: right center; right: 4px; }}
    QHeaderView::up-arrow {{ image: url({icons}/ui-chevron-up.svg); width: 12px; height: 12px;
        subcontrol-position: right center; right: 4px; }}
    QMenu {{ background: {t.SURFACE}; border: 1px solid {t.EDGE}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: {t.RADIUS_CHIP}px; color: {t.INK}; }}
    QMenu::item:selected {{ background: {t.ACCENT_TINT}; }}
    QMenu::item:disabled {{ color: {t.INK_3}; }}
    QMenu::separator {{ height: 1px; background: {t.LINE}; margin: 4px 8px; }}
    QListWidget#tiles {{ background: transparent; border: none; outline: none; font-size: {t.CAPTION}px; }}
    QListWidget#tiles::item {{ border: 2px solid transparent; border-radius: {t.RADIUS}px; padding: 3px;
        color: {t.INK_2}; }}
    QListWidget#tiles::item:selected {{ background: {t.ACCENT_TINT}; color: {t.INK}; }}
    QListWidget#tiles:focus::item:selected {{ border-color: {t.ACCENT}; }}
    QTableView {{ background: {t.SURFACE}; border: none; gridline-color: transparent; outline: none;
        selection-background-color: {t.ACCENT_TINT}; selection-color: {t.INK}; }}
    QHeaderView {{ background: {t.SUNKEN}; border: none; }}
    QHeaderView::section {{ background: {t.SUNKEN}; color: {t.INK_2}; font-size: {t.CAPTION}px; font-weight: 600;
        border: none; border-bottom: 1px solid {t.LINE}; padding: 0 10px; height: {t.HEAD_H}px; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {t.SHEET_EDGE}; border-radius: 3px; min-height: 32px; }}
    QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover {{ background: {t.EDGE}; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
    QScrollBar::handle:horizontal {{ background: {t.SHEET_EDGE}; border-radius: 3px; min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _tones() -> str:
    return "".join(
        f"""
        QLabel[chip="{name}"] {{ color: {tone.ink}; background: {tone.tint}; border: 1px solid {tone.line};
            border-radius: {t.RADIUS_CHIP}px; padding: 1px 8px 2px 8px; font-size: {t.CAPTION}px; font-weight: 600; }}
        QLabel[tone="{name}"] {{ color: {tone.ink}; }}
        QFrame#status QLabel[tone="{name}"] {{ color: {tone.ink}; font-weight: 600; }}
        QFrame[panel="{name}"] {{ background: {tone.tint}; border: 1px solid {tone.line};
            border-radius: {t.RADIUS}px; }}
        """
        for name, tone in t.TONES.items()
    )
