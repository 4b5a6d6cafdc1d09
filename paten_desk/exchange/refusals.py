"""Why a file was refused: the codes on the wire, and the two sentences a person reads for each."""

from __future__ import annotations

from enum import StrEnum

from paten_desk.domain.errors import Rejected


class Code(StrEnum):
    """What broke first, in the order of reading."""

    SIZE = "SIZE"
    SEAL = "SEAL"
    ZIP = "ZIP"
    BOMB = "BOMB"
    SIGNATURE = "SIGNATURE"
    DIGEST = "DIGEST"
    KEY = "KEY"
    JSON = "JSON"
    VERSION = "VERSION"
    SCHEMA = "SCHEMA"
    RECIPIENT = "RECIPIENT"
    CHAIN = "CHAIN"
    CODE = "CODE"


SENTENCES: dict[Code, tuple[str, str]] = {
    Code.SIZE: (
        "Berkas ini jauh lebih besar daripada kiriman PATEN.",
        "Periksa apakah berkas yang dipilih benar, atau minta pengirim mengirim ulang.",
    ),
    Code.SEAL: (
        "Berkas ini tidak dapat dibuka karena rusak di jalan atau bukan untuk kantor ini.",
        "Minta pengirim mengirim ulang berkasnya sebagai dokumen.",
    ),
    Code.ZIP: (
        "Isi berkas ini tidak tersusun seperti kiriman PATEN.",
        "Minta pengirim mengirim ulang; jika terulang, panggil admin.",
    ),
    Code.BOMB: (
        "Isi berkas ini tidak wajar besarnya, jadi tidak dibuka.",
        "Jangan buka berkas ini dengan program lain, lalu panggil admin.",
    ),
    Code.SIGNATURE: (
        "Tanda tangan kantor pengirim pada berkas ini tidak sah.",
        "Panggil admin, lalu tanyakan berkas ini ke kantor pengirim lewat telepon.",
    ),
    Code.DIGEST: (
        "Isi berkas ini tidak sama dengan yang ditandatangani pengirim.",
        "Minta pengirim mengirim ulang; jika terulang, panggil admin.",
    ),
    Code.KEY: (
        "Kunci pengirim berkas ini belum terdaftar untuk kantor yang disebut di dalamnya.",
        "Panggil admin untuk mencocokkan kartu kunci kantor pengirim lewat telepon.",
    ),
    Code.JSON: (
        "Tulisan di dalam berkas ini tidak dapat dibaca dengan pasti.",
        "Panggil admin kantor pengirim; mengirim ulang saja tidak menolong.",
    ),
    Code.VERSION: (
        "Berkas ini dibuat oleh PATEN Desk yang lebih baru, atau bukan jenis yang diminta di sini.",
        "Perbarui aplikasi di komputer ini, lalu terima kembali berkasnya.",
    ),
    Code.SCHEMA: (
        "Isi berkas ini tidak lengkap atau tidak menurut susunan yang disepakati.",
        "Panggil admin kantor pengirim; mengirim ulang saja tidak menolong.",
    ),
    Code.RECIPIENT: (
        "Berkas ini ditujukan ke kantor lain.",
        "Minta pengirim membuat kiriman untuk kantor Anda.",
    ),
    Code.CHAIN: (
        "Urutan catatan di dalam berkas ini terputus.",
        "Panggil admin kantor pengirim; mengirim ulang saja tidak menolong.",
    ),
    Code.CODE: (
        "Kode balasan ini tidak cocok dengan catatan kantor ini.",
        "Periksa huruf dan angkanya bersama kabupaten, lalu ketik kembali.",
    ),
}


def refusal(code: Code, detail: str = "") -> Rejected:
    """Return the error to raise; `detail` goes to the log as a note and never to the screen."""
    message, hint = SENTENCES[code]
    made = Rejected(code.value, message, hint)
    if detail:
        made.add_note(detail)
    return made
