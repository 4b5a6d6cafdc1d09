"""Everything that is asked in a window of its own: tell, confirm, choose, give a reason, pick a file or a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from paten_desk.ui.fields import Field, SecretField, TextField
from paten_desk.ui.notice import BACK, Notice

PDF = "Berkas PDF (*.pdf)"


def tell(message: str, hint: str = "", *, tone: str = "warn", parent: QWidget | None = None) -> None:
    """Say what could not be done and what to do now, and wait until it is read."""
    Notice(message, hint, (("", "Mengerti"),), tone=tone, parent=parent).ask()


def confirm(
    question: str,
    consequence: str,
    verb: str,
    *,
    back: str = BACK,
    careful: bool = False,
    parent: QWidget | None = None,
) -> bool:
    """Ask before something that cannot be taken back, and say whether the user went on.

    `verb` is what the button does ("Batalkan nomor"). With `careful`, Enter goes back.
    """
    notice = Notice(
        question, consequence, (("", back), ("yes", verb)), tone="warn" if careful else "accent", parent=parent
    )
    notice.focus_on("" if careful else "yes")
    return notice.ask() == "yes"


def ask(
    question: str,
    consequence: str,
    verbs: Sequence[tuple[str, str]],
    *,
    back: str = BACK,
    parent: QWidget | None = None,
) -> str:
    """Ask for one of several ways on, (value, verb) each; return its value, or "" where the user went back."""
    return Notice(question, consequence, (("", back), *verbs), parent=parent).ask()


def ask_reason(
    question: str,
    consequence: str,
    verb: str,
    *,
    name: str = "Alasan",
    shortest: int = 5,
    parent: QWidget | None = None,
) -> str:
    """Ask for a reason in words; return it, or "" where the user went back."""
    return _ask_line(
        TextField(name, "Tercatat di riwayat dan dapat dibaca pemeriksa."),
        question,
        consequence,
        verb,
        f"Tulis {name.lower()} dengan paling sedikit {shortest} huruf.",
        shortest,
        parent,
    )


def ask_text(
    question: str, consequence: str, verb: str, *, name: str, given: str = "", parent: QWidget | None = None
) -> str:
    """Ask for one line of text; return it, or "" where the user went back."""
    field = TextField(name)
    field.set_value(given)
    return _ask_line(field, question, consequence, verb, f"Isi {name.lower()} dahulu.", 1, parent)


def ask_secret(question: str, consequence: str, verb: str, *, name: str, parent: QWidget | None = None) -> str:
    """Ask for a password or PIN; return it, or "" where the user went back."""
    return _ask_line(SecretField(name), question, consequence, verb, f"Isi {name.lower()} dahulu.", 1, parent)


def choose_file(title: str, kinds: str, start: Path | None = None, parent: QWidget | None = None) -> Path | None:
    """Let the user pick a file that is there; `kinds` reads "Berkas PDF (*.pdf)"."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start or Path.home()), kinds, options=_options())
    return Path(name) if name else None


def choose_files(title: str, kinds: str, start: Path | None = None, parent: QWidget | None = None) -> list[Path]:
    """Let the user pick one or more files that are there."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(start or Path.home()), kinds, options=_options())
    return [Path(name) for name in names]


def choose_new_file(title: str, kinds: str, suggested: Path, parent: QWidget | None = None) -> Path | None:
    """Let the user say where a file is to be written; an existing one is asked about."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds, options=_options())
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(suggested.suffix)


def choose_folder(title: str, start: Path | None = None, parent: QWidget | None = None) -> Path | None:
    """Let the user pick a folder, such as a USB stick."""
    options = _options() | QFileDialog.Option.ShowDirsOnly
    name = QFileDialog.getExistingDirectory(parent, title, str(start or Path.home()), options=options)
    return Path(name) if name else None


def _options() -> QFileDialog.Option:
    """Return Qt's own dialog where the system's would not speak Indonesian."""
    if sys.platform == "win32":
        return QFileDialog.Option(0)
    return QFileDialog.Option.DontUseNativeDialog


def _ask_line(
    field: TextField | SecretField,
    question: str,
    consequence: str,
    verb: str,
    missing: str,
    shortest: int,
    parent: QWidget | None,
) -> str:
    def allowed() -> bool:
        enough = len(field.value()) >= shortest
        field.show_problem("" if enough else missing)
        if not enough:
            field.editor.setFocus()
        return enough

    notice = Notice(question, consequence, (("", BACK), ("yes", verb)), inside=field, allowed=allowed, parent=parent)
    field.then = notice.buttons["yes"].click
    _focus(field)
    return field.value() if notice.ask() == "yes" else ""


def _focus(field: Field) -> None:
    field.editor.setFocus()
