"""The other end of the sealed files: whose key is whose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partner:
    """The other end: at the counter the kabupaten, at the kabupaten one kecamatan office.

    Attributes:
        area: Kemendagri code.
        name: "Kayu Agung".
        signing_key: Ed25519 public key, hex.
        recipients: age recipients to seal to, "age1…".
        ledger: Its ledger, "" for a kabupaten.
        confirmed: The check number was read back by phone.
        check_number: The digits to compare by phone, of the card as it was taken in.

    """

    id: str
    role: str
    area: str
    name: str
    signing_key: str
    recipients: tuple[str, ...]
    ledger: str = ""
    confirmed: bool = False
    check_number: str = ""
