"""All passwords and the recovery sheet are lost: the office asks, the kabupaten answers, nobody sees the key.

The office makes a fresh age identity for this one answer, kept under the new password that somebody chooses now. The
kabupaten opens the office's recovery file with its own key and seals the data key to that identity. The data key never
travels in clear, and stock `age` can do each step.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from paten_desk.domain.errors import Invalid, NoRight, NotFound, Problem, Rejected
from paten_desk.domain.escrows import Escrow
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Approval, Right
from paten_desk.exchange import media
from paten_desk.store import connection, journal, keys
from paten_desk.store import front as fronts
from paten_desk.store.connection import transaction
from paten_desk.usecases import approvals, partners, passwords
from paten_desk.usecases.context import Context

ASK, ANSWER = "paten-escrow-ask/1", "paten-escrow-answer/1"
LARGEST = 64 * 1024
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What an office asks for.

    Attributes:
        check: Digits both sides compare by phone.

    """

    office: str
    recipient: str
    recovery: bytes
    check: str


def can_ask(data: Path) -> bool:
    """Say whether the office's data key is in a kabupaten's escrow; an office of an older program may be."""
    try:
        return bool(json.loads((data / keys.RECIPIENTS).read_text(encoding="ascii"))["escrow"])
    except FileNotFoundError:
        return True


def check_new(data: Path, user: str, password: str) -> list[Problem]:
    """List what is wrong with the password that shall count after the answer ("new")."""
    shown = fronts.read_front(data)
    known = (shown.office, shown.staff.get(user, "")) if shown else ()
    weak = keys.weak_password(password, known)
    return [Problem("new", weak)] if weak else []


def ask(data: Path, user: str, password: str) -> bytes:
    """Make the request file of an office nobody can open, and keep its one-time identity under the new password.

    Raises:
        Invalid, NotFound: The new password is weak ("new"); there is no office, or no recovery file.

    """
    shown = fronts.read_front(data)
    if shown is None or user not in shown.staff:
        raise NotFound("Petugas ini tidak ada di folder data ini.", "Pilih petugas yang namanya ada di layar masuk.")
    if found := check_new(data, user, password):
        raise Invalid(found)
    try:
        recovery = (data / "recovery.age").read_bytes()
    except FileNotFoundError as error:
        raise NotFound("Berkas recovery.age tidak ada di folder data.", "Salin dari cadangan.") from error
    identity, recipient = keys.new_identity()
    keys.wrap_for(data, _waiting(user), password, identity.encode())
    body = {"format": ASK, "office": shown.office, "recipient": recipient, "recovery": _text(recovery)}
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def read(content: bytes) -> Asked:
    """Read a request file.

    Raises:
        Rejected: It is none.

    """
    body = _body(content, ASK, ("office", "recipient", "recovery"))
    return Asked(clean(body["office"]), body["recipient"], _bytes(body["recovery"]), check_of(body["recipient"]))


def check_of(recipient: str) -> str:
    """Return the digits that both sides compare by phone: "1234 5678 9012"."""
    number = int.from_bytes(hashlib.sha256(recipient.encode()).digest()) % 10**DIGITS
    digits = f"{number:0{DIGITS}d}"
    return " ".join(digits[at : at + 4] for at in range(0, DIGITS, 4))


def answer(context: Context, content: bytes, minutes: str, approval: Approval | None) -> bytes:
    """At the kabupaten: hand the data key on, sealed to the office's one-time identity; two people answer for it.

    Raises:
        NoRight, Invalid, Rejected: Not by this user, or not alone; the number of the berita acara lacks ("minutes");
            no request, or one of an office that never made this kabupaten its escrow.

    """
    asked = read(content)
    if not clean(minutes):
        raise Invalid([Problem("minutes", "Isi nomor berita acara permintaan kunci.")])
    stamp = approvals.stamp(context, Right.OPEN_ESCROW, approval)
    key = keys.open_sealed(asked.recovery, partners.own_keys(context).identity)
    sealed = keys.seal_to(key, (asked.recipient,))
    with transaction():
        journal.record(stamp, "opened", Escrow(context.new_id(), asked.office, asked.recipient, clean(minutes)))
    return json.dumps({"format": ANSWER, "recipient": asked.recipient, "sealed": _text(sealed)}, indent=1).encode()


def take(data: Path, database: Path, user: str, password: str, content: bytes) -> None:
    """Give the user who asked the password they chose then; the answer opens nothing else.

    Raises:
        NoRight, NotFound, Rejected: Another password than when asking; nobody asked; no answer to this request.

    """
    body = _body(content, ANSWER, ("recipient", "sealed"))
    try:
        identity = keys.unwrap_for(data, _waiting(user), password).decode()
    except NotFound as error:
        raise NotFound("Petugas ini belum meminta kunci.", "Buat permintaan kunci dahulu.") from error
    key = keys.open_sealed(_bytes(body["sealed"]), identity)
    connection.open_file(database, key)  # a key of another office shows here
    connection.close()
    keys.wrap_for(data, user, password, key)
    keys.drop_slot(data, _waiting(user))
    passwords.forgive(data, user)


def has_asked(data: Path, user: str) -> bool:
    """Say whether somebody waits for the kabupaten's answer."""
    return keys.has_slot(data, _waiting(user))


def write_asked(folder: Path, content: bytes) -> Path:
    """Write a request into a folder or on a stick, and read it back.

    Raises:
        PatenError: The medium fails.

    """
    return media.write_file(folder, media.ask_name(read(content).check), content)


def write_answer(folder: Path, asked: Asked, content: bytes) -> Path:
    """Write the answer to a request into a folder or on a stick, and read it back.

    Raises:
        PatenError: The medium fails.

    """
    return media.write_file(folder, media.answer_name(asked.check), content)


def _waiting(user: str) -> str:
    return f"{user}.asked"


def _body(content: bytes, form: str, names: tuple[str, ...]) -> dict[str, str]:
    refused = Rejected(
        "JSON", "Berkas ini bukan berkas permintaan atau jawaban kunci.", "Pilih berkas yang benar, lalu ulangi."
    )
    if len(content) > LARGEST:
        raise refused
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise refused from error
    if not isinstance(body, dict) or body.get("format") != form:
        raise refused
    if not all(isinstance(body.get(name), str) for name in names):
        raise refused
    return body


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise NoRight("Isi berkas ini rusak.", "Minta berkasnya dikirim lagi.") from error
