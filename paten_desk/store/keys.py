"""Keys that survive forgetful people: one random data key, wrapped once per user and once for recovery.

Outside the database, because it is closed before login: `office.json` (what the login window shows; no citizen's data),
`slots/<user>.json` (the data key under a password) and `recovery.age` (the data key for the recovery sheet; stock `age`
opens it). The signing key is one file outside data and backups, wrapped by the data key.
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path

import pyrage
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from paten_desk.domain.errors import NoRight, NotFound, Rejected
from paten_desk.store.front import write_whole

KEY_BYTES = 32
NONCE_BYTES = 12
MEMORY_KIB, ROUNDS = 64 * 1024, 3
PASSWORD_LENGTH = 10
FREE_TRIES = 3
LONGEST_WAIT_S = 900
RECIPIENTS = "recovery.json"  # for whom recovery.age is sealed; public keys only


def new_data_key() -> bytes:
    """Make a data key."""
    return secrets.token_bytes(KEY_BYTES)


def weak_password(password: str, known: tuple[str, ...] = ()) -> str:
    """Say in one sentence why a password cannot be used, or ""."""
    if len(password) < PASSWORD_LENGTH:
        return f"Kata sandi paling pendek {PASSWORD_LENGTH} huruf; baru terisi {len(password)}."
    low = password.casefold()
    plain = "".join(letter for letter in low if letter.isalpha())
    easy = {"paten", "patendesk", "password", "katasandi", "kecamatan", "camat", "rahasia", "qwerty", "admin"}
    easy |= {"".join(letter for letter in name.casefold() if letter.isalpha()) for name in known}
    if len(set(low)) < 4 or plain in easy or low.isdigit():
        return "Kata sandi ini mudah ditebak; pakai beberapa kata yang hanya Anda tahu."
    return ""


def wrap_for(data: Path, user: str, password: str, key: bytes) -> None:
    """Put the data key under a user's password, replacing an older slot."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(NONCE_BYTES)
    sealed = ChaCha20Poly1305(_derive(password, salt, MEMORY_KIB, ROUNDS)).encrypt(nonce, key, user.encode())
    slot = {
        "kdf": "argon2id",
        "memory_kib": MEMORY_KIB,
        "rounds": ROUNDS,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "sealed": sealed.hex(),
    }
    write_whole(_slot(data, user), json.dumps(slot).encode())


def unwrap_for(data: Path, user: str, password: str) -> bytes:
    """Return the data key.

    Raises:
        NoRight: The password is wrong.
        NotFound: The user has no slot.

    """
    try:
        slot = json.loads(_slot(data, user).read_text(encoding="ascii"))
    except FileNotFoundError as error:
        raise NotFound("Petugas ini belum punya kata sandi.", "Minta admin membuatkan kata sandi.") from error
    secret = _derive(password, bytes.fromhex(slot["salt"]), slot["memory_kib"], slot["rounds"])
    try:
        return ChaCha20Poly1305(secret).decrypt(
            bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["sealed"]), user.encode()
        )
    except InvalidTag as error:
        raise NoRight("Kata sandi tidak cocok.", "Periksa tombol huruf besar, lalu ketik lagi.") from error


def drop_slot(data: Path, user: str) -> None:
    """Take a user's way in away."""
    _slot(data, user).unlink(missing_ok=True)


def has_slot(data: Path, user: str) -> bool:
    """Say whether a user has a way in."""
    return _slot(data, user).exists()


def wait_after(tries: int) -> int:
    """Return how many seconds to wait after so many wrong passwords in a row."""
    return 0 if tries < FREE_TRIES else min(2 ** (tries - FREE_TRIES), LONGEST_WAIT_S)


def make_recovery(data: Path, key: bytes, escrow: tuple[str, ...] = ()) -> str:
    """Seal the data key for a fresh recovery sheet and escrow; return the secret that the sheet shows."""
    identity = pyrage.x25519.Identity.generate()
    _seal_recovery(data, key, str(identity.to_public()), escrow)
    return str(identity)


def knows_sheet(data: Path) -> bool:
    """Say whether it is known for which recovery sheet the data key is sealed."""
    return (data / RECIPIENTS).exists()


def seal_escrow(data: Path, key: bytes, escrow: tuple[str, ...]) -> None:
    """Seal the data key once more, for the recovery sheets that are out and for this escrow.

    Raises:
        NotFound: It is not known for which sheet.

    """
    try:
        sheet = json.loads((data / RECIPIENTS).read_text(encoding="ascii"))["sheet"]
    except FileNotFoundError as error:
        raise NotFound(
            "Lembar pemulihan belum dibuat di komputer ini.", "Buat lembar baru di Pengaturan, bagian Petugas."
        ) from error
    _seal_recovery(data, key, sheet, escrow)


def _seal_recovery(data: Path, key: bytes, sheet: str, escrow: tuple[str, ...]) -> None:
    write_whole(data / RECIPIENTS, json.dumps({"sheet": sheet, "escrow": escrow}).encode())
    write_whole(data / "recovery.age", seal_to(key, (sheet, *escrow)))


def seal_to(secret: bytes, recipients: tuple[str, ...]) -> bytes:
    """Seal a secret for age recipients ("age1..."); stock `age` opens it.

    Raises:
        Rejected: One of them is no recipient.

    """
    try:
        return bytes(pyrage.encrypt(secret, [pyrage.x25519.Recipient.from_str(text) for text in recipients]))
    except pyrage.RecipientError as error:
        raise Rejected("RECIPIENT", "Kunci penerima tidak dapat dibaca.", "Minta berkasnya dikirim lagi.") from error


def open_sealed(sealed: bytes, identity: str) -> bytes:
    """Return what `seal_to` sealed.

    Raises:
        NoRight: This identity does not open it.

    """
    try:
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)]))
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise NoRight("Kunci ini tidak membuka berkas itu.", "Periksa apakah berkasnya untuk kantor ini.") from error


def new_identity() -> tuple[str, str]:
    """Make an age identity and its recipient, for one answer."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def recover(data: Path, secret: str) -> bytes:
    """Return the data key by the secret on the recovery sheet.

    Raises:
        NoRight: The secret is not the one of this office.

    """
    try:
        identity = pyrage.x25519.Identity.from_str("".join(secret.split()).upper())
        return bytes(pyrage.decrypt((data / "recovery.age").read_bytes(), [identity]))
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise NoRight(
            "Kode pada lembar pemulihan tidak cocok dengan kantor ini.", "Ketik ulang seluruh kode AGE-SECRET-KEY-1."
        ) from error
    except FileNotFoundError as error:
        raise NotFound("Berkas recovery.age tidak ada di folder data.", "Salin dari cadangan.") from error


def store_secret(folder: Path, name: str, secret: bytes, key: bytes) -> None:
    """Keep a secret (signing key, archive identity) in a file outside the data folder, wrapped by the data key."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    write_whole(folder / f"{name}.key", nonce + ChaCha20Poly1305(key).encrypt(nonce, secret, name.encode()))


def has_secrets(folder: Path) -> bool:
    """Say whether any secret of an office lies on this computer."""
    return any(folder.glob("*.key"))


def read_secret(folder: Path, name: str, key: bytes) -> bytes:
    """Return what `store_secret` kept.

    Raises:
        NotFound: It is not on this computer (a restored copy cannot speak as the old ledger).
        Rejected: It belongs to another data key.

    """
    try:
        stored = (folder / f"{name}.key").read_bytes()
    except FileNotFoundError as error:
        raise NotFound(
            "Kunci segel kantor ini tidak ada di komputer ini.",
            "Buat kunci baru dan daftarkan lagi kartu kunci di kabupaten.",
        ) from error
    try:
        return ChaCha20Poly1305(key).decrypt(stored[:NONCE_BYTES], stored[NONCE_BYTES:], name.encode())
    except InvalidTag as error:
        raise Rejected("KEY", "Kunci segel di komputer ini bukan milik kantor ini.", "Hubungi admin.") from error


def _slot(data: Path, user: str) -> Path:
    return data / "slots" / f"{user}.json"


def _derive(password: str, salt: bytes, memory_kib: int, rounds: int) -> bytes:
    return hash_secret_raw(password.encode(), salt, rounds, memory_kib, 1, KEY_BYTES, Type.ID)
