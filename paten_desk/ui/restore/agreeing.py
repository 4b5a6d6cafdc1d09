"""What comes back and what would be missing, and the second person who agrees to it."""

from __future__ import annotations

from datetime import datetime

from paten_desk.domain.branches import BranchLedger, BranchReason
from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import thousands
from paten_desk.domain.roles import Right, User, may_approve, who_approves
from paten_desk.ui import tokens as t
from paten_desk.ui.approving import OWN_PASSWORD
from paten_desk.ui.backups.ways import lost_words
from paten_desk.ui.backups.words import age, moment
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ComboField, SecretField
from paten_desk.ui.restore.step import Step
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import Part, clear, column, empty, fill, label, line, panel, picture, row
from paten_desk.usecases.restoring import Found, Seen
from paten_desk.usecases.unlocking import Opened

NOTHING_LOST = "Tidak ada catatan sesudahnya yang diketahui komputer ini atau flashdisk itu."
KEPT = "Data yang sekarang ada di komputer ini disimpan di folder lain, tidak dihapus."
STAYS = "Komputer kantor tetap dipakai. Nomor dari laptop ini memakai awalan sendiri, jadi tidak ada nomor kembar."
NONE_WAITS = "Tidak ada laptop yang menunggu di cadangan ini."
HOW = "Siapkan laptop di komputer kantor, buat cadangan baru di sana, lalu kembali dan pilih cadangan itu."
BY_SHEET = "Dibuka dengan lembar pemulihan: orang kedua tidak diperlukan."
NOBODY = "Tidak ada orang kedua di cadangan ini. Kembali, lalu pakai lembar pemulihan."


class AgreeStep(Step):
    """Left what the backup holds and what is lost, right the second person."""

    stop = "Persetujuan"
    second = "Cadangan sudah diperiksa sampai byte terakhir dan utuh."

    def __init__(self) -> None:
        super().__init__()
        self.who = ComboField("Yang menyetujui")
        self.password = SecretField("Kata sandi yang menyetujui", OWN_PASSWORD)
        self.laptop = ComboField("Laptop yang mana", hint="Namanya diberikan di kantor saat laptop disiapkan.")
        self.fields = {"laptop": self.laptop, "user": self.who, "password": self.password}
        self.password.then = self.done.emit
        self.who.changed.connect(self.password.clear_value)
        self._said = label("", wrap=True)
        self._held = column(gap=t.S2)
        self._able: list[User] = []
        self._by_sheet = self._is_village = False
        self._waiting: tuple[BranchLedger, ...] = ()
        left = Card("Isi cadangan", pad=t.S4).add(self._held, t.S1, self.laptop, None)
        right = Card("Orang kedua", pad=t.S4).add(self._said, self.who, self.password, None)
        box = row(left, right, gap=t.S3)
        box.setStretch(0, 3)
        box.setStretch(1, 2)
        self.setLayout(box)

    def fill(
        self, found: Found, opened: Opened, seen: Seen, now: datetime, *, is_new: bool, is_village: bool = False
    ) -> None:
        """Show what was seen in a backup, and ask which laptop this is where it shall be one."""
        waiting = tuple(made for made in seen.waiting if made.reason is BranchReason.VILLAGE)
        self._is_village, self._waiting = is_village, waiting
        self.title = "Jadikan laptop desa?" if is_village else "Pulihkan dari cadangan ini?"
        self.verb = "Jadikan laptop desa" if is_village else "Pulihkan sekarang"
        self.laptop.set_choices([(made.id, _named(made)) for made in waiting])
        self.laptop.set_value(waiting[0].id if len(waiting) == 1 else "")
        self.laptop.setVisible(is_village and bool(waiting))
        self._by_sheet = opened.by_sheet
        with_way_in = {user for user, _ in found.staff}
        self._able = [
            user for user in seen.users if user.id in with_way_in and may_approve(user, Right.RESTORE, opened.user)
        ]
        self.who.set_choices([(user.id, user.display) for user in self._able])
        self.who.set_value(self._able[0].id if len(self._able) == 1 else "")
        self.password.clear_value()
        self.stand_under([])
        asks = not opened.by_sheet and bool(self._able)
        for part in (self.who, self.password):
            part.setVisible(asks)
        agreeing = f"{who_approves(Right.RESTORE).capitalize()} mengetik kata sandinya sendiri dari saat itu."
        self._said.setText(BY_SHEET if opened.by_sheet else agreeing if self._able else NOBODY)
        empty(self._held)
        fill(self._held, *_told(found, seen, now), *([_village(waiting)] if is_village else _office(seen, is_new)))

    def begin(self) -> None:
        if not self.can_go_on():
            return
        if self._is_village and not self.laptop.value():
            self.laptop.editor.setFocus()
        elif not self._by_sheet:
            (self.password if self.who.value() else self.who).editor.setFocus()

    def can_go_on(self) -> bool:
        """Say whether somebody can agree, or nobody has to, and a laptop waits where this shall be one."""
        return (self._by_sheet or bool(self._able)) and (bool(self._waiting) or not self._is_village)

    def consent(self) -> tuple[str, str] | None:
        """Return who agrees and their password, or None where nobody has to."""
        return None if self._by_sheet else (self.who.value(), self.password.value())

    def prepared(self) -> str:
        """Return the ledger that this laptop takes, or "" where the office itself comes back."""
        return self.laptop.value() if self._is_village else ""

    def problems(self) -> list[Problem]:
        found = []
        if self._is_village and not self.laptop.value():
            found.append(Problem("laptop", "Pilih laptop yang mana ini."))
        if self._by_sheet:
            return found
        if not self.who.value():
            return [*found, Problem("user", "Pilih orang yang menyetujui.")]
        return found if self.password.value() else [*found, Problem("password", "Ketik kata sandi yang menyetujui.")]


def _told(found: Found, seen: Seen, now: datetime) -> list[Part]:
    made = found.made
    records = thousands(seen.records)
    return [
        label(made.name, "lead", wrap=True),
        label(f"Dibuat {moment(made.at)} ({age(made.at, now)})", wrap=True),
        label(f"{records} catatan, {len(seen.users)} petugas", wrap=True),
        line(),
    ]


def _named(made: BranchLedger) -> str:
    return f"{made.personal.note or 'Laptop'} · awalan {made.prefix}"


def _village(waiting: tuple[BranchLedger, ...]) -> Part:
    if waiting:
        return _marked("good", label(STAYS, wrap=True))
    return _marked("warn", label(NONE_WAITS, "strong", wrap=True), label(HOW, wrap=True))


def _office(seen: Seen, is_new: bool) -> list[Part]:
    return [_loss(seen)] if is_new else [_loss(seen), label(KEPT, "hint", wrap=True)]


def _loss(seen: Seen) -> Part:
    lost = lost_words(seen.lost)
    tone = "warn" if seen.missing or lost else "good"
    words = [label(NOTHING_LOST, wrap=True)]
    if tone == "warn":
        count = thousands(seen.missing)
        words = [label(f"{count} catatan sesudah cadangan ini tidak ikut kembali.", "strong", wrap=True)]
        words += [label(f"Dicatat hilang dan tidak diberikan lagi: {each}.", wrap=True) for each in lost]
        words += [label("Ketik ulang dari tanda terima dan berkas kertas.", "second", wrap=True)]
    return _marked(tone, *words)


def _marked(tone: str, *words: Part) -> Part:
    mark = column(picture(MARKS[tone], t.TONES[tone].ink, 20), None, gap=0)
    box = row(mark, column(*words, gap=t.S1), gap=t.S3)
    box.setContentsMargins(t.S3, t.S2, t.S3, t.S2)
    box.setStretch(1, 1)
    return panel(tone, box) if tone == "warn" else clear(box)
