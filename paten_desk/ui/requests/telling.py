"""Tell a citizen: what to say, the number to call, a code that opens the message on a phone, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from paten_desk.domain.formats import hour
from paten_desk.domain.reminders import OUTCOME_NAMES, Call, Outcome
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.number_fields import grouped_phone
from paten_desk.ui.requests.words import short_date
from paten_desk.ui.segments import Segments
from paten_desk.ui.squares import Squares
from paten_desk.ui.widgets import Part, clear, column, label, row
from paten_desk.usecases import dossiers, reminders, requests
from paten_desk.usecases.context import Context
from paten_desk.usecases.reminders import Message

WIDTH = 400
LAST = 3  # earlier calls shown
OUTCOMES = tuple((each.value, words.capitalize()) for each, words in OUTCOME_NAMES.items())


class TellingForm(QWidget):
    """The words, the number, the code, and what came of it."""

    def __init__(self, said: Message, earlier: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.text = label(said.text, wrap=True)
        self.text.setFixedWidth(WIDTH)
        self.copy = Button("Salin teks", "small", "file-text", "Ctrl+C")
        self.copy.clicked.connect(lambda: self._copy(said.text))
        self.copied = label("", "hint")
        number = grouped_phone(said.phone) or "Nomor HP belum dicatat"
        owner = f"milik {said.owner}" if said.owner and said.phone else ""
        self.outcome = Segments("Hasilnya", OUTCOMES, Outcome.MESSAGE.value if said.link else "")
        whose = row(label(number, "lead"), label(owner, "second"), None)
        parts: list[Part] = [self.text, row(self.copy, self.copied, None, gap=t.S2), whose]
        parts += [label(words, "hint", wrap=True) for words in earlier]
        self.code = Squares("Kode QR pesan WhatsApp untuk dipindai dengan HP", said.squares)
        scan = label("Pindai dengan HP: WhatsApp terbuka dengan teks ini.", "hint", wrap=True)
        scan.setFixedWidth(max(self.code.width(), 1))
        right = clear(column(self.code, scan, None, gap=t.S1))
        right.setVisible(bool(said.squares))
        left = column(*parts, None, gap=t.S2)
        self.setLayout(column(row(left, right, gap=t.S4), label("Hasilnya", "label"), self.outcome, gap=t.S2))
        self.setFocusProxy(self.outcome)

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.copied.setText("Tersalin")


def ask(context: Context, request: str, parent: QWidget | None = None) -> bool:
    """Show what to say about a request and record what came of it; say whether something was recorded.

    Raises:
        NoRight, WrongStatus: Not by this user; nothing is left to say.

    """
    said = reminders.message(context, request)
    held = requests.load(context, request)
    desks = dossiers.desks(context)
    form = TellingForm(said, tuple(call_words(call, desks.get(call.by, "")) for call in held.calls[-LAST:]))
    notice = Notice(
        "Kabari warga",
        "Bacakan lewat telepon, atau kirim dari HP kantor. Program ini sendiri tidak mengirim apa pun.",
        (("", BACK), ("yes", "Catat")),
        icon="message-square",
        inside=form,
        allowed=lambda: bool(form.outcome.chosen()),
        parent=parent.window() if parent is not None else None,
    )
    if notice.ask() != "yes":
        return False
    reminders.tell(context, request, Outcome(form.outcome.chosen()))
    return True


def call_words(call: Call, by: str) -> str:
    """Say in one line what came of an earlier call."""
    return f"{short_date(call.at.date())} {hour(call.at)}, {by}: {OUTCOME_NAMES[call.outcome]}"
