"""Passwords and recovery sheets are lost: ask the kabupaten for the key, later take its answer in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import ComboField, Field, SecretField
from paten_desk.ui.segments import Choice
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import escrow, inspection, setup

STRONG = "Paling sedikit 10 huruf; beberapa kata lebih baik."
NOT_SAME = "Kedua kata sandi belum sama; ketik ulang."
KINDS = "Jawaban kunci (*.json);;Semua berkas (*)"


def ask_key(data: Path, staff: Sequence[Choice], chosen: str, tasks: Tasks, parent: QWidget) -> None:
    """Make the request file: who comes back in, with which password once the answer is here."""
    if not escrow.can_ask(data):
        dialogs.tell(
            "Kunci kantor ini belum pernah dititipkan ke kabupaten.",
            "Tanpa lembar pemulihan, data hanya terbuka dengan kata sandi salah seorang petugas.",
            parent=parent,
        )
        return
    who = ComboField("Petugas yang masuk lagi", staff)
    who.set_value(chosen)
    new, again = SecretField("Kata sandi baru", STRONG), SecretField("Ulangi kata sandi baru")
    fields: dict[str, Field] = {"user": who, "new": new, "again": again}

    def check() -> list[Problem]:
        found = _who_lacks(who) + escrow.check_new(data, who.value(), new.value())
        return found if new.value() == again.value() else [*found, Problem("again", NOT_SAME)]

    if not ask_form(
        "Minta kunci ke kabupaten",
        "Kata sandi ini berlaku sesudah jawaban kabupaten diambil; ingat baik-baik.",
        (who, new, again),
        fields,
        check,
        first=new if who.value() else who,
        verb="Buat permintaan",
        icon="lock",
        parent=parent,
    ):
        return
    user, password = who.value(), new.value()

    def made(content: bytes) -> None:
        folder = dialogs.choose_folder("Pilih stik untuk berkas permintaan", parent=parent)
        if folder is not None:
            path = escrow.write_asked(folder, content)
            _tell_asked(path, escrow.read(content).check, parent)

    tasks.run(lambda: escrow.ask(data, user, password), made)


def waiting(data: Path, staff: Sequence[Choice]) -> list[Choice]:
    """Return those who have asked and wait for the answer."""
    return [each for each in staff if escrow.has_asked(data, each[0])]


def take_answer(
    data: Path, asked: Sequence[Choice], tasks: Tasks, done: Callable[[str], None], parent: QWidget
) -> None:
    """Take the kabupaten's answer in; `done(user)` is called when the new password counts."""
    path = dialogs.choose_file("Pilih jawaban kunci dari kabupaten", KINDS, parent=parent)
    if path is None:
        return
    content = inspection.content_of(path)
    who = ComboField("Petugas yang meminta", asked)
    who.set_value(asked[0][0] if len(asked) == 1 else "")
    password = SecretField("Kata sandi dari permintaan", "Kata sandi yang dipilih saat permintaan dibuat.")
    fields: dict[str, Field] = {"user": who, "password": password}

    def check() -> list[Problem]:
        lacks = [] if password.value() else [Problem("password", "Ketik kata sandi dari permintaan.")]
        return _who_lacks(who) + lacks

    if ask_form(
        "Ambil jawaban kabupaten",
        "Jawaban hanya membuka kantor ini, dan hanya dengan kata sandi itu.",
        (who, password),
        fields,
        check,
        first=password if who.value() else who,
        verb="Ambil jawaban",
        icon="lock",
        parent=parent,
    ):
        user, typed = who.value(), password.value()
        tasks.run(lambda: escrow.take(data, data / setup.DATABASE, user, typed, content), lambda _: done(user))


def _who_lacks(who: ComboField) -> list[Problem]:
    return [] if who.value() else [Problem("user", "Pilih petugas.")]


def _tell_asked(path: Path, check: str, parent: QWidget) -> None:
    dialogs.tell(
        f"Nomor periksa permintaan: {check}",
        f"Bawa {path.name} dan berita acara ke kabupaten, lalu cocokkan nomor ini lewat telepon. "
        "Berkas jawabannya diambil di layar masuk, tombol Pulihkan.",
        tone="good",
        parent=parent,
    )
