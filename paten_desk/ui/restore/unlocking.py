"""Who opens the backup: an officer by the password of that time, or the recovery sheet and a new password."""

from __future__ import annotations

from dataclasses import dataclass, field

from paten_desk.domain.errors import Problem
from paten_desk.domain.roles import Right, who_may
from paten_desk.ui import tokens as t
from paten_desk.ui.asking_key import NOT_SAME, STRONG
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import AreaField, ChoiceField, ComboField, SecretField
from paten_desk.ui.restore.step import Step
from paten_desk.ui.widgets import label, row
from paten_desk.usecases.restoring import Found

PASSWORD, SHEET = "password", "sheet"
WAYS = ((PASSWORD, "Kata sandi"), (SHEET, "Lembar pemulihan"))
SIDE = 304


@dataclass(frozen=True, slots=True)
class Key:
    """What was typed.

    Attributes:
        secret: Code of the recovery sheet, or "" where the password opens the backup.
        password: Of that time, or the new one where the sheet is used.

    """

    user: str
    password: str = field(repr=False)
    secret: str = field(default="", repr=False)


class UnlockStep(Step):
    """Asks for one of the two keys."""

    stop = "Kunci"
    title = "Siapa yang membuka cadangan ini?"
    second = "Cadangan tersandi. Kata sandi yang berlaku adalah kata sandi saat cadangan dibuat."
    verb = "Buka dan periksa"

    def __init__(self) -> None:
        super().__init__()
        self.way = ChoiceField("Dibuka dengan", WAYS, PASSWORD)
        self.user = ComboField("Petugas")
        self.password = SecretField("Kata sandi saat itu")
        self.secret = AreaField(
            "Kode pada lembar pemulihan", "Ketik atau pindai: AGE-SECRET-KEY-1 sampai huruf terakhir.", lines=2
        )
        self.new, self.again = SecretField("Kata sandi baru petugas ini", STRONG), SecretField("Ulangi kata sandi baru")
        self.fields = {
            "user": self.user,
            "password": self.password,
            "secret": self.secret,
            "new": self.new,
            "again": self.again,
        }
        form = Card(pad=t.S4).add(self.way, *self.fields.values(), None)
        side = Card("Yang diperlukan", pad=t.S4).add(
            label(f"Kata sandi {who_may(Right.RESTORE)}, dan persetujuan orang kedua.", wrap=True),
            t.S1,
            label("Atau lembar pemulihan dari amplop tertutup; orang kedua tidak diperlukan.", wrap=True),
            t.S1,
            label("Belum ada yang diubah di komputer ini sampai halaman berikutnya disetujui.", "hint", wrap=True),
            None,
        )
        side.setFixedWidth(SIDE)
        box = row(form, side, gap=t.S3)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.way.changed.connect(self._fit)
        self.user.changed.connect(self.password.clear_value)
        self.password.then = self.again.then = self.done.emit
        self._generation = ""
        self._fit()

    def fill(self, found: Found) -> None:
        """Ask for a key to this backup; what was typed for another one is forgotten."""
        if self._generation == str(found.generation):
            return
        self._generation = str(found.generation)
        self.user.set_choices(list(found.staff))
        self.user.set_value(found.staff[0][0])
        for secret in (self.password, self.new, self.again):
            secret.clear_value()
        self.secret.set_value("")
        self.stand_under([])

    def begin(self) -> None:
        first = self.secret if self.way.value() == SHEET else self.password
        first.editor.setFocus()

    def key(self) -> Key:
        """Return what was typed."""
        if self.way.value() == SHEET:
            return Key(self.user.value(), self.new.value(), self.secret.value())
        return Key(self.user.value(), self.password.value())

    def problems(self) -> list[Problem]:
        found = [] if self.user.value() else [Problem("user", "Pilih petugas.")]
        if self.way.value() == PASSWORD:
            return found if self.password.value() else [*found, Problem("password", "Ketik kata sandi saat itu.")]
        if not self.secret.value():
            found.append(Problem("secret", "Ketik kode pada lembar pemulihan."))
        if self.new.value() != self.again.value():
            found.append(Problem("again", NOT_SAME))
        return found

    def summary(self) -> str:
        return "lembar pemulihan" if self.way.value() == SHEET else "kata sandi"

    def _fit(self) -> None:
        by_sheet = self.way.value() == SHEET
        self.password.setVisible(not by_sheet)
        for part in (self.secret, self.new, self.again):
            part.setVisible(by_sheet)
