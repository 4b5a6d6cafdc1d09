"""Fields that keep digits only: NIK and KK in groups of four, telephone numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from paten_desk.domain.formats import spaced_nik
from paten_desk.ui.fields import Field

NIK_DIGITS = 16
PHONE_DIGITS = 15


class NikField(Field):
    """A big field for a NIK or KK number; dots, dashes, blanks and letters fall out as they come in."""

    def __init__(self, name: str = "NIK", hint: str = "", *, optional: bool = False, big: bool = True) -> None:
        self.line = QLineEdit()
        if big:
            self.line.setProperty("scale", "big")
        super().__init__(name, self.line, hint, optional=optional)
        self._digits = ""
        self.line.textEdited.connect(self._edited)

    def value(self) -> str:
        """Return the digits, none to sixteen of them."""
        return self._digits

    def set_value(self, value: str) -> None:
        self._digits = digits_of(value)[:NIK_DIGITS]
        self.line.setText(spaced_nik(self._digits))

    def is_full(self) -> bool:
        return len(self._digits) == NIK_DIGITS

    def _edited(self, text: str) -> None:
        before = len(digits_of(text[: self.line.cursorPosition()]))
        digits = digits_of(text)
        if digits == self._digits and len(text) < len(spaced_nik(digits)) and before:
            # Only the blank between two groups was taken away: the user meant the digit before it.
            digits = digits[: before - 1] + digits[before:]
            before -= 1
        too_many = len(digits) - NIK_DIGITS
        self._digits = digits[:NIK_DIGITS]
        self.line.setText(spaced_nik(self._digits))
        self.line.setCursorPosition(_place(min(before, NIK_DIGITS)))
        self.show_problem(
            f"{self.name} harus 16 angka; angka sesudahnya tidak dipakai." if too_many > 0 else "", blocks=False
        )
        self.changed.emit()


class PhoneField(Field):
    """A telephone number of Indonesia; +62 becomes 0."""

    def __init__(self, name: str = "Nomor telepon", hint: str = "", *, optional: bool = True) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(24)
        super().__init__(name, self.line, hint, optional=optional)
        self.line.textEdited.connect(self.changed)

    def value(self) -> str:
        """Return the digits, beginning with 0."""
        digits = digits_of(self.line.text())
        if digits.startswith("62"):
            digits = "0" + digits[2:].removeprefix("0")
        return digits[:PHONE_DIGITS]

    def set_value(self, value: str) -> None:
        self.line.setText(value)
        self.line.setText(grouped_phone(self.value()))

    def _leave(self) -> None:
        self.line.setText(grouped_phone(self.value()))
        self.left.emit()


def digits_of(text: str) -> str:
    """Return the ASCII digits of a text."""
    return "".join(each for each in text if each in "0123456789")


def grouped_phone(digits: str) -> str:
    """Write a telephone number in groups of four: 0812-0000-1234."""
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _place(digits_before: int) -> int:
    """Return where the cursor stands in the grouped text behind so many digits."""
    return digits_before + max(0, digits_before - 1) // 4
