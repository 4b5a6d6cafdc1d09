"""Pack and open sealed files. What is packed here has been read back by the same rules that the other end applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paten_desk.domain.ledger import Record
from paten_desk.exchange import archive, envelope, header, records, reply, seal, signature
from paten_desk.exchange.envelope import Bag
from paten_desk.exchange.header import Header, Kind, Label, State
from paten_desk.exchange.refusals import Code, refusal
from paten_desk.exchange.reply import Reply

NO_BLOCKS: Mapping[int, bytes] = {}
NAMESPACES = {
    Kind.DATA: signature.DATA_NAMESPACE,
    Kind.REPLY: signature.REPLY_NAMESPACE,
    Kind.KEY: signature.REPLY_NAMESPACE,
    Kind.PACK: signature.REPLY_NAMESPACE,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A file looked at: signature, sums and header hold; nothing is said of whose key it is.

    Attributes:
        signer: Public key that signed it, 32 bytes.
        digest: Identity of the content, hex; equal for the same content however it was sealed.

    """

    header: Header
    signer: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A data file that held in every respect, from a registered key."""

    header: Header
    records: tuple[Record, ...]
    signer: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class OpenedReply:
    """A reply that held in every respect, from a registered key."""

    header: Header
    reply: Reply
    signer: bytes
    digest: str


def pack(
    label: Label,
    state: State,
    run: Sequence[Record],
    signing_seed: bytes,
    recipients: Sequence[str],
    personal: Mapping[int, bytes] = NO_BLOCKS,
) -> bytes:
    """Return the sealed file of a gapless run of one ledger's records (see `records.split`).

    `personal` holds the blocks that go along in profile B, by sequence: the canonical bytes that each record's digest
    commits to.

    Raises:
        Rejected: The records break a rule of the format, so the kabupaten would refuse the file.
        ValueError: No record, or a key or recipient that is none.

    """
    if not run:
        raise ValueError("a data file holds at least one record")
    made = Header(
        Kind.DATA, label, tuple(recipients), _fingerprint(signing_seed), span=records.span_of(run), state=state
    )
    payload = {archive.JOURNAL: records.write(run), archive.PERSONAL: records.write_personal(personal)}
    content = _wrap(made, payload, signing_seed)
    bag = envelope.unwrap(content)
    _records(_header(bag), bag)
    return _sealed(content, recipients)


def pack_reply(label: Label, answer: Reply, signing_seed: bytes, recipients: Sequence[str]) -> bytes:
    """Return the sealed reply of a kabupaten to one office.

    Raises:
        Rejected: The reply breaks a rule of the format.
        ValueError: A key or recipient that is none.

    """
    made = Header(Kind.REPLY, label, tuple(recipients), _fingerprint(signing_seed))
    content = _wrap(made, {archive.DOCUMENT: header.encode(answer)}, signing_seed)
    bag = envelope.unwrap(content)
    _reply(_header(bag), bag)
    return _sealed(content, recipients)


def open_file(sealed: bytes, identities: Sequence[str], signers: Mapping[bytes, str], own_recipient: str) -> Opened:
    """Open a data file; whole or not at all.

    `signers` are the registered public keys (32 bytes) with the area code each speaks for.

    Raises:
        Rejected: Any code of `refusals.Code`.

    """
    bag = envelope.unwrap(seal.unseal(sealed, identities))
    said = _trusted(bag, signers, own_recipient, Kind.DATA)
    return Opened(said, _records(said, bag), bag.signer, bag.digest)


def open_reply(
    sealed: bytes, identities: Sequence[str], signers: Mapping[bytes, str], own_recipient: str
) -> OpenedReply:
    """Open a reply; whole or not at all. `signers` are the kabupaten's keys with its area code.

    Raises:
        Rejected: Any code of `refusals.Code`.

    """
    bag = envelope.unwrap(seal.unseal(sealed, identities))
    said = _trusted(bag, signers, own_recipient, Kind.REPLY)
    return OpenedReply(said, _reply(said, bag), bag.signer, bag.digest)


def inspect(sealed: bytes, identities: Sequence[str]) -> Seen:
    """Look at a file of any kind without asking whose key signed it, e.g. to name an office not yet enrolled.

    Raises:
        Rejected: Its seal, ZIP, signature, sums or header do not hold.

    """
    bag = envelope.unwrap(seal.unseal(sealed, identities))
    return Seen(_header(bag), bag.signer, bag.digest)


def folder_of(label: Label) -> str:
    """Name the one folder inside the ZIP: 160205-0042."""
    return f"{label.kecamatan.replace('.', '')}-{label.file_number:04d}"


def _fingerprint(signing_seed: bytes) -> str:
    return signature.fingerprint(signature.public_key(signing_seed))


def _wrap(made: Header, payload: Mapping[str, bytes], signing_seed: bytes) -> bytes:
    label = made.label
    labels = {
        "Source-Organization": f"PATEN {label.kecamatan}",
        "Bagging-Date": label.created.date().isoformat(),
        "External-Identifier": label.file,
    }
    if made.state is not None and made.state.part is not None:
        part = made.state.part
        labels |= {"Bag-Group-Identifier": part.group, "Bag-Count": f"{part.number} of {part.count}"}
    whole = {archive.HEADER: header.encode(made), **payload}
    return envelope.wrap(folder_of(label), whole, labels, signing_seed, NAMESPACES[made.kind])


def _sealed(content: bytes, recipients: Sequence[str]) -> bytes:
    sealed = seal.seal(content, recipients)
    if len(sealed) > seal.MAX_SEALED_BYTES:
        raise refusal(Code.SIZE, f"{len(sealed)} bytes")
    return sealed


def _header(bag: Bag) -> Header:
    """Read the header and hold it against what lies around it."""
    said = header.decode(bag.payload[archive.HEADER])
    label = said.label
    if NAMESPACES[said.kind] != bag.namespace:
        raise refusal(Code.SIGNATURE, f"{said.kind} signed for {bag.namespace}")
    if signature.fingerprint(bag.signer) != said.signer:
        raise refusal(Code.KEY, "the header names another key")
    if bag.folder != folder_of(label):
        raise refusal(Code.ZIP, "the folder is not named after the file")
    if not label.kecamatan.startswith(label.kabupaten + "."):
        raise refusal(Code.SCHEMA, "the kecamatan is not in the kabupaten")
    return said


def _trusted(bag: Bag, signers: Mapping[bytes, str], own_recipient: str, kind: Kind) -> Header:
    """Read the header of a file whose key is registered for the office it speaks for, and that is meant for us."""
    if bag.signer not in signers:
        raise refusal(Code.KEY, f"{signature.fingerprint(bag.signer)} is not registered")
    said = _header(bag)
    if said.kind is not kind:
        raise refusal(Code.VERSION, f"a {said.kind} file where a {kind} file is read")
    speaks_for = said.label.kecamatan if kind is Kind.DATA else said.label.kabupaten
    if signers[bag.signer] != speaks_for:
        raise refusal(Code.KEY, f"the key of {signers[bag.signer]} speaks for {speaks_for}")
    if own_recipient not in said.recipients:
        raise refusal(Code.RECIPIENT)
    return said


def _records(said: Header, bag: Bag) -> tuple[Record, ...]:
    if said.span is None or said.state is None or bag.payload[archive.DOCUMENT]:
        raise refusal(Code.SCHEMA, "not the members of a data file")
    journal, personal = bag.payload[archive.JOURNAL], bag.payload[archive.PERSONAL]
    return records.read(journal, personal, said.label.ledger, said.span, said.state)


def _reply(said: Header, bag: Bag) -> Reply:
    if bag.payload[archive.JOURNAL] or bag.payload[archive.PERSONAL]:
        raise refusal(Code.SCHEMA, "not the members of a reply")
    answer = reply.decode(bag.payload[archive.DOCUMENT])
    if answer.ledger != said.label.ledger:
        raise refusal(Code.SCHEMA, "the reply is about another ledger")
    return answer
