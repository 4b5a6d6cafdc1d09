"""Proof of origin: the signed code on letters and receipts, and what a code that somebody brings is worth."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from paten_desk.domain import proofs as rules
from paten_desk.domain.catalogue import gives_letter
from paten_desk.domain.errors import NotFound
from paten_desk.domain.formats import long_date
from paten_desk.domain.letters import REJECTION, STATE_WORDS, Letter
from paten_desk.domain.office import Office
from paten_desk.domain.partners import Partner
from paten_desk.domain.proofs import KIND_NAMES, Kind, Proof
from paten_desk.domain.requests import Request, first_promise
from paten_desk.exchange import keys as cards
from paten_desk.exchange import proofs as codes
from paten_desk.exchange.signature import public_key
from paten_desk.paths import keys_dir
from paten_desk.store import journal, keys
from paten_desk.store import letters as store
from paten_desk.store import requests as request_store
from paten_desk.usecases import services
from paten_desk.usecases.context import Context
from paten_desk.usecases.partners import SIGNING


class Worth(StrEnum):
    """What a code is worth."""

    GENUINE = "genuine"
    ENDED = "ended"  # genuine, but it counts no more
    UNKNOWN = "unknown"  # its office's key is not known here
    FALSE = "false"


WORTH_WORDS = {
    Worth.GENUINE: "ASLI",
    Worth.ENDED: "ASLI, TETAPI TIDAK BERLAKU LAGI",
    Worth.UNKNOWN: "BELUM DAPAT DIPERIKSA",
    Worth.FALSE: "TIDAK COCOK",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a code.

    Attributes:
        lines: Sentences for the person at the counter, the first one decides.
        request: Id of the request of this office that it belongs to, or "".

    """

    worth: Worth
    lines: tuple[str, ...]
    proof: Proof
    request: str = ""


def mark(request: Request) -> str:
    """Return four letters of the hash of a request's first record: the short code printed in words."""
    return base64.b32encode(journal.history(request.id)[0].leaf).decode()[:4]


def of_letter(context: Context, request: Request, letter: Letter) -> str:
    """Return the signed text for a numbered letter; "" where this computer has no signing key."""
    service = services.service_of(request)
    signature = letter.signature
    said = {
        "number": letter.number,
        "blanks": dict(letter.personal.blanks),
        "lists": {key: [dict(row) for row in rows] for key, rows in letter.personal.lists.items()},
        "signer": [*signature.lines, signature.name] if signature else [],
        "text": letter.template_version,
    }
    is_letter = gives_letter(service) or letter.template == REJECTION
    kind = Kind.LETTER if is_letter else Kind.COUNTERSIGN
    dated = letter.dated or context.today()
    return _signed(context, kind, letter.number, letter.personal.name, dated, letter.valid_until, rules.digest_of(said))


def of_receipt(context: Context, request: Request) -> str:
    """Return the signed text for the receipt of an accepted request; unsigned where this computer has no key."""
    made = _signed(context, Kind.RECEIPT, request.number, *_of_receipt(request))
    return made or rules.unsigned(Kind.RECEIPT, context.office.area, request.number, mark(request))


def verify(context: Context, text: str) -> Verdict:
    """Say what a code is worth, by this office's own book first, else by the keys that are known here.

    Raises:
        Rejected: It is no code of PATEN Desk, or not whole.

    """
    proof, body, signature = codes.read(text)
    whole = rules.SIGNED + base64.b32encode(body + signature).decode().rstrip("=")
    if proof.kind is Kind.RECEIPT:
        return _by_receipts(context, proof, body, signature) or _by_keys(context, proof, body, signature)
    return _by_book(context, proof, whole) or _by_keys(context, proof, body, signature)


def verify_by_card(card: bytes, text: str, today: date) -> Verdict:
    """Say what a code is worth by a key card alone, without an office: `verify-letter --key`.

    Raises:
        Rejected: It is no code, or no key card.

    """
    proof, body, signature = codes.read(text)
    held = cards.read_card(card)
    known = {held.area: [bytes.fromhex(held.signing_key)]}
    return _judged(proof, body, signature, known, {held.area: held.name}, today)


def number_of(text: str) -> str:
    """Return the number that a scanned code names, signed or not; "" where it names none.

    Raises:
        Rejected: It begins like a signed code and is not whole.

    """
    if text.upper().startswith(rules.SIGNED):
        return codes.read(text)[0].number
    parts = text.split(":")
    return parts[3] if len(parts) > 3 else ""


def _signed(
    context: Context, kind: Kind, number: str, name: str, dated: date, valid_until: date | None, digest: bytes
) -> str:
    try:
        seed = keys.read_secret(keys_dir(context.data), SIGNING, context.data_key)
    except NotFound:  # a missing key never stops the counter
        return ""
    key = rules.key_id(public_key(seed))
    proof = Proof(kind, context.office.area, key, dated, valid_until, number, rules.initials_of(name), digest)
    return codes.write(proof, seed)


def _by_book(context: Context, proof: Proof, text: str) -> Verdict | None:
    """Judge by the letters recorded here; None where the number is not in this book."""
    found = [journal.load(Letter, each) for each in store.of_number(proof.number, begins=rules.is_cut(proof.number))]
    if not found:
        return None
    letter = next((each for each in found if each.proof == text), None)
    if letter is None:
        if proof.area != context.office.area:
            return None
        words = f"{_named(proof)} tidak cocok dengan catatan buku surat kantor ini."
        return Verdict(Worth.FALSE, (words, "Jangan terima surat ini; hubungi kecamatan."), proof)
    lines = [f"{_named(proof)} tercatat di buku surat {_office_name(context, proof.area)}."]
    worth = Worth.GENUINE
    if letter.state in STATE_WORDS:
        worth = Worth.ENDED
        since = f" sejak {long_date(letter.ended_on)}" if letter.ended_on else ""
        lines.append(f"Surat ini {STATE_WORDS[letter.state]}{since}.")
    elif proof.valid_until and proof.valid_until < context.today():
        worth = Worth.ENDED
        lines.append(f"Masa berlakunya berakhir {long_date(proof.valid_until)}.")
    elif proof.valid_until:
        lines.append(f"Berlaku sampai dengan {long_date(proof.valid_until)}.")
    lines.append(f"Inisial nama yang tercatat: {proof.initials or '-'}; cocokkan dengan suratnya.")
    return Verdict(worth, tuple(lines), proof, letter.request if journal.exists(letter.request) else "")


def _of_receipt(request: Request) -> tuple[str, date, None, bytes]:
    """Return what a receipt's code says beside its number: the applicant, the day, no end, the hash of the promise."""
    due = str(first_promise(request))
    said = {"number": request.number, "service": request.service, "due": due, "fee": request.fee_rupiah}
    applicant = request.personal.applicant
    dated = (request.accepted_at or request.received_at).date()
    return applicant.represents or applicant.name, dated, None, rules.digest_of(said)


def _by_receipts(context: Context, proof: Proof, body: bytes, signature: bytes) -> Verdict | None:
    """Judge by the requests recorded here: a known key signed it, or it says what is on record word for word."""
    if proof.area != context.office.area:
        return None
    found = [row for row in request_store.find(proof.number) if row.number == proof.number]
    if not found:
        return None
    judged = _by_keys(context, proof, body, signature)
    name, dated, _, digest = _of_receipt(journal.load(Request, found[0].id))
    same = (proof.initials, proof.dated, proof.digest) == (rules.initials_of(name), dated, digest)
    if judged.worth is Worth.FALSE or (judged.worth is Worth.UNKNOWN and not same):
        words = f"{_named(proof)} ada di kantor ini, tetapi isi kodenya berbeda dan segelnya tidak dikenal."
        return Verdict(judged.worth, (words, "Cocokkan lembarnya dengan berkas permohonan."), proof, found[0].id)
    words = f"{_named(proof)} tercatat di kantor ini."
    return Verdict(Worth.GENUINE, (words,), proof, found[0].id)


def _by_keys(context: Context, proof: Proof, body: bytes, signature: bytes) -> Verdict:
    known: dict[str, list[bytes]] = {}
    names: dict[str, str] = {context.office.area: _own_name(context.office)}
    for card in journal.load_all(Partner):
        if card.confirmed:
            known.setdefault(card.area, []).append(bytes.fromhex(card.signing_key))
            names.setdefault(card.area, card.name)
    try:
        seed = keys.read_secret(keys_dir(context.data), SIGNING, context.data_key)
        known.setdefault(context.office.area, []).append(public_key(seed))
    except NotFound:
        pass  # the other keys still count
    return _judged(proof, body, signature, known, names, context.today())


def _judged(
    proof: Proof, body: bytes, signature: bytes, known: dict[str, list[bytes]], names: dict[str, str], today: date
) -> Verdict:
    office = names.get(proof.area, f"kantor {proof.area}")
    fitting = [key for key in known.get(proof.area, ()) if rules.key_id(key) == proof.key]
    if not fitting:
        return Verdict(
            Worth.UNKNOWN,
            (
                f"{_named(proof)} mengaku dari {office}, tetapi kuncinya belum dikenal di komputer ini.",
                "Minta kartu kunci kantor itu, atau tanyakan langsung ke kantornya.",
            ),
            proof,
        )
    if not any(codes.is_signed_by(key, body, signature) for key in fitting):
        words = f"Segel {_named(proof)} tidak cocok dengan kunci {office}."
        return Verdict(Worth.FALSE, (words, "Jangan terima surat ini."), proof)
    lines = [f"{_named(proof)} benar dikeluarkan oleh {office}."]
    ended = proof.valid_until is not None and proof.valid_until < today
    if proof.valid_until:
        words = "Masa berlakunya berakhir" if ended else "Berlaku sampai dengan"
        lines.append(f"{words} {long_date(proof.valid_until)}.")
    lines.append(f"Inisial nama yang tercatat: {proof.initials or '-'}; cocokkan dengan suratnya.")
    lines.append("Pencabutan sesudah terbit hanya diketahui kantor itu dan kabupatennya.")
    return Verdict(Worth.ENDED if ended else Worth.GENUINE, tuple(lines), proof)


def _named(proof: Proof) -> str:
    return f"{KIND_NAMES[proof.kind]} nomor {proof.number} tanggal {long_date(proof.dated)}"


def _own_name(office: Office) -> str:
    return f"Kecamatan {office.name}"


def _office_name(context: Context, area: str) -> str:
    if area == context.office.area:
        return _own_name(context.office)
    return next((card.name for card in journal.load_all(Partner) if card.area == area), f"kantor {area}")
