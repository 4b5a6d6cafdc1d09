"""Key cards: introduce this office to the other end, and settle by phone that a card is whose it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from paten_desk.domain.errors import PatenError
from paten_desk.domain.office import OfficeRole, full_name
from paten_desk.domain.partners import Partner
from paten_desk.domain.roles import Right
from paten_desk.exchange import keys as cards
from paten_desk.exchange import media
from paten_desk.exchange.keys import KeyCard
from paten_desk.exchange.signature import public_key
from paten_desk.paths import keys_dir
from paten_desk.store import journal, keys
from paten_desk.store.connection import transaction
from paten_desk.usecases.context import Context

SIGNING, ARCHIVE = "signing", "archive"


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The secrets of this office, in memory only while they are used."""

    seed: bytes
    identity: str


def own_keys(context: Context) -> OwnKeys:
    """Read the signing key and the age identity of this office.

    Raises:
        NotFound: They are not on this computer.

    """
    folder = keys_dir(context.data)
    return OwnKeys(
        keys.read_secret(folder, SIGNING, context.data_key),
        keys.read_secret(folder, ARCHIVE, context.data_key).decode(),
    )


def own_card(context: Context) -> KeyCard:
    """Return the card that introduces this office."""
    secret = own_keys(context)
    is_kabupaten = context.office.role is OfficeRole.KABUPATEN
    return KeyCard(
        cards.Role.KABUPATEN if is_kabupaten else cards.Role.KECAMATAN,
        context.office.area,
        full_name(context.office),
        "" if is_kabupaten else journal.head().ledger,
        public_key(secret.seed).hex(),
        (cards.recipient_of(secret.identity),),
        _made_on(context),
    )


def _made_on(context: Context) -> date:
    """Return the day of the set-up, when the keys were made: a card made again later has the same check number."""
    return journal.history(context.office.id)[0].fact.business_date


def own_card_file(context: Context) -> bytes:
    """Return the card file to carry to the other end."""
    return cards.write_card(own_card(context), own_keys(context).seed)


def write_own_card(context: Context, folder: Path) -> Path:
    """Write the card file into a folder or on a stick, and read it back.

    Raises:
        PatenError: The medium fails.

    """
    return media.write_file(folder, media.card_name(context.office.area), own_card_file(context))


def check_number(context: Context) -> str:
    """Return the digits to read out by phone."""
    return cards.check_number(own_card(context))


def card_pdf(context: Context) -> bytes:
    """Draw this office's key card."""
    from paten_desk.documents import key_card as sheet  # with it comes reportlab, which no login needs

    card = own_card(context)
    return sheet.render(
        sheet.KeyCard(
            card.role.value, card.name, card.area, cards.check_number(card), card.signing_key.upper(), card.made
        )
    )


def enrol(context: Context, content: bytes) -> tuple[Partner, str]:
    """Take in the other end's card, not yet trusted; return it with the digits to compare by phone.

    Raises:
        NoRight, Rejected, PatenError: Not by this user; no card; a card of the wrong end.

    """
    context.demand(Right.IMPORT if context.office.role is OfficeRole.KABUPATEN else Right.EXPORT)
    card = cards.read_card(content)
    wanted = cards.Role.KECAMATAN if context.office.role is OfficeRole.KABUPATEN else cards.Role.KABUPATEN
    if card.role is not wanted or not _related(card.area, context.office.area):
        raise PatenError(f"Kartu kunci ini milik {card.name}, bukan mitra kantor ini.", "Minta kartu kunci yang benar.")
    held = next((partner for partner in partners(context) if partner.signing_key == card.signing_key), None)
    made = Partner(
        held.id if held else context.new_id(),
        card.role.value,
        card.area,
        card.name,
        card.signing_key,
        card.recipients,
        card.ledger,
        held.confirmed if held else False,
        cards.check_number(card),
    )
    if held != made:
        with transaction():
            if card.ledger and not journal.has_ledger(card.ledger):
                journal.open_ledger(card.ledger, card.area, "partner")
            journal.record(context.stamp(), "enrolled", made)
    return made, cards.check_number(card)


def confirm(context: Context, partner: str) -> Partner:
    """Record that the check number was read back by phone; from now on the key counts."""
    context.demand(Right.IMPORT if context.office.role is OfficeRole.KABUPATEN else Right.EXPORT)
    with transaction():
        made = replace(journal.load(Partner, partner), confirmed=True)
        journal.record(context.stamp(), "confirmed", made)
    if context.office.role is not OfficeRole.KABUPATEN and keys.knows_sheet(context.data):
        keys.seal_escrow(context.data, context.data_key, made.recipients)
    return made


def escrow(context: Context) -> tuple[str, ...]:
    """Return the recipients of the kabupaten that keep the office from being locked out of its own data."""
    if context.office.role is OfficeRole.KABUPATEN:
        return ()
    held = [partner for partner in partners(context) if partner.confirmed]
    return held[-1].recipients if held else ()


def partners(context: Context) -> list[Partner]:
    """Return the enrolled cards of the other end; those of an office's own laptops are none (`branches.laptops`)."""
    return [card for card in journal.load_all(Partner) if card.area != context.office.area]


def signers(context: Context) -> dict[bytes, str]:
    """Return the confirmed public keys with the area each speaks for."""
    return {bytes.fromhex(held.signing_key): held.area for held in partners(context) if held.confirmed}


def _related(one: str, other: str) -> bool:
    return one[:5] == other[:5]
