"""The guided ways on from what a guard found: ask what is true, take the second person's consent, go on."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Approval, Right
from paten_desk.paths import keys_dir
from paten_desk.ui import dialogs
from paten_desk.ui.approving import ask_approval
from paten_desk.usecases import continuing
from paten_desk.usecases.context import Context
from paten_desk.usecases.guards import Guard, Way

GO_ON, RESTORE, MOVED, COPIED = "go_on", "restore", "moved", "copied"
CARD = {
    OfficeRole.KECAMATAN: "Kunci segel kantor ini baru: kirim kartunya ke kabupaten, dari Pengaturan, bagian Kunci "
    "kabupaten.",
    OfficeRole.KABUPATEN: "Kunci segel meja ini baru: kirim kartunya ke setiap kecamatan, dari ruang Kunci.",
}
LAPTOP_CARD = (
    "Masuk, buka Pengaturan, bagian Laptop ini, lalu tekan Simpan kartu ke flashdisk. "
    "Bawa flashdisk itu ke kantor: kantor menerima data laptop ini hanya sesudah nomor periksanya dicocokkan."
)
BOOKS = {
    "request": "Nomor pendaftaran",
    "letter": "Nomor surat",
    "mail": "Nomor surat masuk dan keluar",
    "register": "",
}


class Chosen(StrEnum):
    """Where the way led."""

    NOWHERE = "nowhere"
    RESTORE = "restore"
    DECIDED = "decided"


def ask(context: Context, guard: Guard, parent: QWidget | None = None) -> Chosen:
    """Lead on from what a guard found."""
    if guard.way is Way.GO_ON:
        return _go_on(context, guard, parent)
    if guard.way is Way.MOVED_OR_COPIED:
        return _moved_or_copied(context, parent)
    if guard.way is Way.RESTORE:
        sure = dialogs.confirm(
            guard.sentence,
            "Kantor ditutup, lalu Anda memilih cadangan. Data yang ada disimpan di folder lain, tidak dihapus.",
            "Pilih cadangan",
            parent=parent,
        )
        return Chosen.RESTORE if sure else Chosen.NOWHERE
    if guard.way is Way.MOVE_FOLDER:
        dialogs.tell("Begini cara memindahkan folder data.", _how_to_move(context), tone="accent", parent=parent)
    elif guard.way is Way.FREE_SPACE:
        dialogs.tell(
            "Kosongkan ruang penyimpanan komputer ini.",
            "Kosongkan tempat sampah, pindahkan foto, video dan unduhan ke disk lain. Jangan hapus apa pun di folder "
            f"{context.data} dan folder di sebelahnya.",
            tone="accent",
            parent=parent,
        )
    return Chosen.NOWHERE


def lost_words(lost: dict[tuple[str, int], int]) -> list[str]:
    """Name, book by book, the numbers that were given after the data one goes on from."""
    words = []
    for (book, year), last in sorted(lost.items()):
        kind, _, of = book.partition(":")
        words.append(f"{f'{BOOKS.get(kind, book)} {of}'.strip()} {year} sampai {last}")
    return words


def _go_on(context: Context, guard: Guard, parent: QWidget | None) -> Chosen:
    way = dialogs.ask(
        guard.sentence,
        "Bila ada cadangan yang lebih baru, pulihkan dari situ. Bila tidak, lanjutkan dari data ini: nomor yang "
        "terpakai sesudahnya dicatat hilang dan tidak diberikan lagi.",
        ((RESTORE, "Pulihkan dari cadangan"), (GO_ON, "Lanjutkan dari data ini")),
        parent=parent,
    )
    if way == RESTORE:
        return Chosen.RESTORE
    if way != GO_ON:
        return Chosen.NOWHERE
    words = "Kantor melanjutkan dari data yang ada sekarang, dalam buku catatan baru."
    approval = ask_approval(context, Right.RESTORE, words, parent)
    return _begin(context, approval, BranchReason.RESTORED, parent) if approval else Chosen.NOWHERE


def _moved_or_copied(context: Context, parent: QWidget | None) -> Chosen:
    way = dialogs.ask(
        "Kantor ini pindah ke komputer ini, atau ini salinan?",
        "Pindah: komputer lama tidak dipakai lagi. Salinan: komputer lama tetap dipakai, dan komputer ini melanjutkan "
        "dalam buku catatan dan kunci sendiri.",
        ((COPIED, "Ini salinan"), (MOVED, "Pindah ke sini")),
        parent=parent,
    )
    if not way:
        return Chosen.NOWHERE
    words = {
        MOVED: "Komputer ini menggantikan komputer lama, yang tidak dipakai lagi.",
        COPIED: "Komputer ini salinan dan melanjutkan dalam buku catatan sendiri.",
    }
    approval = ask_approval(context, Right.RESTORE, words[way], parent)
    if approval is None:
        return Chosen.NOWHERE
    if way == COPIED:
        return _begin(context, approval, BranchReason.MOVED, parent, is_copy=True)
    continuing.moved(context, approval)
    return Chosen.DECIDED


def _begin(
    context: Context, approval: Approval, reason: BranchReason, parent: QWidget | None, *, is_copy: bool = False
) -> Chosen:
    done = continuing.go_on(context, approval, reason, is_copy=is_copy)
    if done.laptop is not None:
        words = f"Laptop desa siap dengan awalan {done.laptop.prefix}."
        dialogs.tell(words, LAPTOP_CARD, tone="good", parent=parent)
        return Chosen.DECIDED
    gone = lost_words(done.lost)
    if gone or done.new_card:
        lost = f"Nomor yang hilang dicatat: {'; '.join(gone)}." if gone else ""
        hint = f"{lost} {CARD[context.office.role] if done.new_card else ''}".strip()
        dialogs.tell("Kantor melanjutkan dari data ini.", hint, tone="good", parent=parent)
    return Chosen.DECIDED


def _how_to_move(context: Context) -> str:
    data, beside = context.data, keys_dir(context.data)
    return (
        f"Tutup PATEN Desk. Pindahkan folder {data.name} dan {beside.name} bersama-sama dari {data.parent} ke folder "
        "biasa di disk dalam komputer ini. Lalu minta admin mengarahkan PATEN Desk ke folder baru itu."
    )
