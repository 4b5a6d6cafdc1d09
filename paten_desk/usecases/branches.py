"""Go on in a ledger of one's own: after a restore, on a village laptop, at a counter cut off from its server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from paten_desk.domain.branches import AWAY, BranchLedger, BranchPersonal, BranchReason
from paten_desk.domain.errors import NotFound, PatenError
from paten_desk.domain.ledger import text_of
from paten_desk.domain.partners import Partner
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right
from paten_desk.exchange import keys as cards
from paten_desk.exchange import media, reply, sealed_file
from paten_desk.exchange.header import Profile
from paten_desk.exchange.reply import FileResult, LedgerStatus
from paten_desk.store import journal, ledgers
from paten_desk.store.connection import transaction
from paten_desk.store.ledgers import Place
from paten_desk.usecases import incoming, number_book, partners, sending, standings
from paten_desk.usecases.context import Context
from paten_desk.usecases.sending import Report, Sent

NOTHING_LOST: Mapping[tuple[str, int], int] = {}


@dataclass(frozen=True, slots=True)
class Merged:
    """What a laptop's file did.

    Attributes:
        new, held, forked: Records not held before, held already, and kept aside because another stands there.
        code: The twelve characters to read out or type on the laptop, so that it sends from there on.
        lacking: Numbers of issued papers that could not be drawn again here as they were.

    """

    ledger: str
    prefix: str
    result: FileResult
    status: LedgerStatus
    new: int
    held: int
    forked: int
    code: str
    lacking: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing before what the file brought."""
        return self.status is LedgerStatus.WHOLE

    @property
    def is_repetition(self) -> bool:
        """Whether the file was taken in before."""
        return self.result is FileResult.DUPLICATE


@dataclass(frozen=True, slots=True)
class Away:
    """One laptop or counter that was prepared, as the office knows it.

    Attributes:
        records: How many of its records are here already.
        card: Its key card, or None while the office has none.

    """

    made: BranchLedger
    records: int
    card: Partner | None


def ledgers_of(context: Context) -> list[tuple[Place, BranchLedger | None]]:
    """Return the office's ledgers, the first one first, each with the record of how it began."""
    return [
        (place, journal.load(BranchLedger, place.id) if place.register else None) for place in ledgers.office_ledgers()
    ]


def begin(
    context: Context,
    reason: BranchReason,
    note: str = "",
    lost: Mapping[tuple[str, int], int] = NOTHING_LOST,
    known_prefix: str = "",
    approver: str = "",
    prepared: str = "",
) -> str:
    """Go on in a new ledger from here, and return its id; what was written before stays as it is.

    `lost` names, by book and year, the last number that anything outside the restored database tells of: the numbers
    between are declared lost one by one. `known_prefix` is the prefix that the mark file tells of; a second restore
    from the same backup must not print the numbers of the first again. `approver` is the second person, where the
    caller has asked for one. `prepared` picks one of `waiting` where several laptops were prepared.

    Raises:
        NoRight, PatenError: Not by this user; a laptop that was not prepared at the office, or that would become one.

    """
    context.demand(Right.RESTORE)
    demand_line(reason)
    with transaction():
        before = ledgers.own()
        ready = [made for made in waiting(context) if prepared in ("", made.id)] if reason in AWAY else []
        if not ready and reason is BranchReason.VILLAGE:
            raise PatenError(
                "Laptop ini belum disiapkan di komputer kantor.",
                "Siapkan laptop di kantor, lalu pulihkan cadangan yang dibuat sesudahnya.",
            )
        taken = ready[-1] if ready else None
        identity = taken.id if taken else context.new_id()
        prefix = taken.prefix if taken else ledgers.next_prefix(known_prefix)
        stamp = context.stamp(approver=approver)
        ledgers.begin(identity, before.id, before.length, prefix)
        head = ledgers.own().parent_head
        recipient = taken.recipient if taken else ""
        personal = BranchPersonal(clean(note) or (taken.personal.note if taken else ""))
        made = BranchLedger(identity, prefix, before.id, before.length, head, reason, recipient, personal)
        journal.record(stamp, "begun", made)
        for (book, year), last_known in sorted(lost.items()):
            number_book.declare_lost(context, stamp, before, book, year, last_known)
    return identity


def demand_line(reason: BranchReason) -> None:
    """Let only the office's own line go on in a further ledger: a laptop's numbers come from its office.

    Raises:
        PatenError: The ledger that is written is a laptop's.

    """
    if reason not in AWAY and standings.reason_of(ledgers.own()) in AWAY:
        raise PatenError(
            "Laptop desa tidak dapat melanjutkan dalam buku catatan baru sendiri.",
            "Kirim datanya ke kantor, lalu siapkan laptop lagi di komputer kantor.",
        )


def prepare(context: Context, reason: BranchReason, note: str = "") -> BranchLedger:
    """Give a laptop or a counter that may be cut off its ledger and prefix, before it takes a copy of the database.

    Raises:
        NoRight, PatenError: Not by this user; not on the office's own computer.

    """
    context.demand(Right.RESTORE)
    _demand_office(context)
    recipient = cards.recipient_of(partners.own_keys(context).identity)
    with transaction():
        own, identity = ledgers.own(), context.new_id()
        prefix = ledgers.next_prefix()
        ledgers.prepare(identity, own, prefix)
        held = journal.head()
        made = BranchLedger(
            identity, prefix, own.id, held.length, text_of(held.leaf), reason, recipient, BranchPersonal(clean(note))
        )
        journal.record(context.stamp(), "prepared", made)
    return made


def waiting(context: Context) -> list[BranchLedger]:
    """Return the ledgers that were prepared and not begun, as far as this computer knows."""
    places = [place for place in ledgers.office_ledgers((ledgers.BRANCH,)) if not place.length]
    return [journal.load(BranchLedger, place.id) for place in places]


def away(context: Context) -> list[Away]:
    """Return the laptops and counters that were prepared, the first one first."""
    cards_of = {card.ledger: card for card in laptops(context)}
    return [
        Away(journal.load(BranchLedger, place.id), place.length, cards_of.get(place.id))
        for place in ledgers.office_ledgers((ledgers.BRANCH,))
    ]


def here(context: Context) -> BranchLedger | None:
    """Return what this computer's ledger is where it serves outside the office, else None."""
    own = ledgers.own()
    return journal.load(BranchLedger, own.id) if standings.reason_of(own) in AWAY else None


def accept(context: Context, content: bytes) -> tuple[Partner, str]:
    """Take in a laptop's key card at its office, not yet trusted; return it with the digits to compare.

    `partners.confirm` trusts it.

    Raises:
        NoRight, Rejected, PatenError: Not by this user; no card; not one of this office's ledgers.

    """
    context.demand(Right.EXPORT)
    card = cards.read_card(content)
    place = ledgers.place(card.ledger) if card.ledger else None
    if card.area != context.office.area or place is None or place.role != ledgers.BRANCH:
        raise PatenError(
            f"Kartu kunci ini milik {card.name}, bukan laptop yang disiapkan kantor ini.",
            "Siapkan laptop itu di kantor, lalu ambil kartu kuncinya.",
        )
    held = next((made for made in laptops(context) if made.signing_key == card.signing_key), None)
    made = Partner(
        held.id if held else context.new_id(),
        card.role.value,
        card.area,
        f"{card.name} ({place.prefix})",
        card.signing_key,
        card.recipients,
        card.ledger,
        held.confirmed if held else False,
        cards.check_number(card),
    )
    if held != made:
        with transaction():
            journal.record(context.stamp(), "enrolled", made)
    return made, cards.check_number(card)


def laptops(context: Context) -> list[Partner]:
    """Return the cards of this office's own laptops."""
    return [card for card in journal.load_all(Partner) if card.area == context.office.area]


def export_branch(context: Context, folder: Path, report: Report = lambda done, total: None) -> list[Sent]:
    """On the laptop: seal what the office has not confirmed, people included, for the office alone.

    Raises:
        NoRight, PatenError: Not by this user; not on a laptop; nothing to bring; the medium fails.

    """
    context.demand(Right.EXPORT)
    own = ledgers.own()
    if standings.reason_of(own) not in AWAY:
        raise PatenError("Komputer ini menyimpan buku kantor sendiri.", "Kirim data ke kabupaten, bukan ke kantor.")
    made = journal.load(BranchLedger, own.id)
    if not made.recipient:
        raise NotFound(
            "Komputer ini tidak tahu kunci kantornya.", "Siapkan komputer ini di kantor sebelum dibawa keluar."
        )
    recipients = [made.recipient, cards.recipient_of(partners.own_keys(context).identity)]
    return sending.seal(context, folder, [own], recipients, report, Profile.B)


def merge_branch(context: Context, path: Path) -> Merged:
    """At the office: verify a laptop's file and put its records beside the office's own; twice changes nothing.

    Raises:
        NoRight, Rejected, PatenError: Not by this user; the file does not hold; it cannot be read.

    """
    from paten_desk.usecases import redrawing  # with it comes all that draws paper, which the first page does not need

    context.demand(Right.EXPORT)
    _demand_office(context)
    secret = partners.own_keys(context)
    signers = {bytes.fromhex(card.signing_key): card.area for card in laptops(context) if card.confirmed}
    own = cards.recipient_of(secret.identity)
    opened = sealed_file.open_file(media.read_file(path), [secret.identity], signers, own)
    (card,) = [card for card in laptops(context) if card.signing_key == opened.signer.hex()]
    incoming.belongs(opened, card, ledgers.BRANCH)
    taken = incoming.take(context, opened, ledgers.BRANCH)
    place = ledgers.place(opened.header.label.ledger)
    assert place is not None
    lacking = redrawing.draw(context, {record.fact.entity for record in opened.records})
    merged = taken.merged
    return Merged(
        place.id,
        place.prefix,
        taken.result,
        incoming.status_of(place.id),
        merged.new,
        merged.held,
        merged.forked,
        reply.code_of(merged.length, merged.leaf),
        lacking,
    )


def _demand_office(context: Context) -> None:
    if standings.reason_of(ledgers.own()) in AWAY:
        raise PatenError("Langkah ini hanya di komputer kantor.", "Kerjakan di komputer kantor.")
