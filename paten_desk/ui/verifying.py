"""Say what the code on a letter or receipt is worth."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import PatenError
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.proofs import SIGNED, Kind
from paten_desk.ui.fields import TextField
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.widgets import clear, column, label
from paten_desk.usecases import proofs
from paten_desk.usecases.context import Context
from paten_desk.usecases.proofs import WORTH_WORDS, Verdict, Worth

TONES = {Worth.GENUINE: "good", Worth.ENDED: "warn", Worth.UNKNOWN: "warn", Worth.FALSE: "bad"}


def is_signed(text: str) -> bool:
    """Say whether a scanned text is a signed code."""
    return text.strip().upper().startswith(SIGNED)


def scanned(context: Context, text: str, parent: QWidget | None = None) -> str:
    """Judge a signed code; return the request to open, or "".

    The receipt of this office's own citizen opens at once; of everything else it is first said what it is worth.

    Raises:
        Rejected: It is no whole code.

    """
    verdict = proofs.verify(context, text)
    opens = verdict.request if context.office.role is OfficeRole.KECAMATAN else ""
    if opens and verdict.proof.kind is Kind.RECEIPT and verdict.worth is Worth.GENUINE:
        return opens
    return opens if show(verdict, bool(opens), parent) else ""


def show(verdict: Verdict, opens: bool, parent: QWidget | None = None) -> bool:
    """Show a verdict; say whether its request is to be opened."""
    first, *others = verdict.lines
    inside = clear(column(*(label(line, wrap=True) for line in others))) if others else None
    verbs = (("", "Tutup"), ("open", "Buka permohonan")) if opens else (("", "Tutup"),)
    notice = Notice(
        WORTH_WORDS[verdict.worth],
        first,
        verbs,
        tone=TONES[verdict.worth],
        icon="badge-check" if verdict.worth is Worth.GENUINE else "",
        inside=inside,
        parent=parent,
    )
    notice.buttons[verbs[-1][0]].setFocus()
    return notice.ask() == "open"


def ask(context: Context, parent: QWidget | None = None) -> str:
    """Ask for the text of a code and judge it; return the request to open, or ""."""
    field = TextField("Teks kode", "Pindai kode QR di sudut surat, atau ketik teks yang diawali PATEN2.")
    found: list[Verdict] = []

    def allowed() -> bool:
        found.clear()
        try:
            found.append(proofs.verify(context, field.value()))
        except PatenError as error:  # what is wrong with the typed text stands under its field
            field.show_problem(f"{error.message} {error.hint}")
        return bool(found)

    notice = Notice(
        "Periksa keaslian surat",
        "Tanpa jaringan: dicocokkan dengan buku surat kantor ini dan kunci kantor yang dikenal.",
        (("", BACK), ("yes", "Periksa")),
        icon="badge-check",
        inside=field,
        allowed=allowed,
        parent=parent,
    )
    field.then = notice.buttons["yes"].click
    field.editor.setFocus()
    if notice.ask() != "yes":
        return ""
    (verdict,) = found
    opens = verdict.request if context.office.role is OfficeRole.KECAMATAN else ""
    return opens if show(verdict, bool(opens), parent) else ""
