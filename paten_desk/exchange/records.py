"""Records in and out of a sealed file: the stored bytes, a line each, and the personal blocks beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from paten_desk.domain import ledger
from paten_desk.domain.ledger import Record
from paten_desk.exchange import schemas, strict_json
from paten_desk.exchange.header import Profile, Span, State
from paten_desk.exchange.refusals import Code, refusal

MAX_RECORDS = 32_000
MAX_PART_BYTES = 40 << 20
_LINE_EXTRA_BYTES = 40  # what a personal line adds around its block, line feed included


def split(
    records: Iterable[Record], most_records: int = MAX_RECORDS, most_bytes: int = MAX_PART_BYTES
) -> Iterator[tuple[Record, ...]]:
    """Cut records into runs that fit one file each: 32,000 records or 40 MB, whichever comes first."""
    run: list[Record] = []
    size = 0
    for record in records:
        more = len(record.body) + 1
        if record.personal_bytes is not None:
            more += len(record.personal_bytes) + _LINE_EXTRA_BYTES
        if run and (len(run) == most_records or size + more > most_bytes):
            yield tuple(run)
            run, size = [], 0
        run.append(record)
        size += more
    if run:
        yield tuple(run)


def span_of(records: Sequence[Record]) -> Span:
    """Return the edges of a run of one ledger's records."""
    first, last = records[0], records[-1]
    return Span(first.sequence, last.sequence, ledger.text_of(first.previous), ledger.text_of(last.leaf))


def write(records: Iterable[Record]) -> bytes:
    """Return the journal: the very bytes that were hashed, a line each."""
    return b"".join(record.body + b"\n" for record in records)


def write_personal(blocks: Mapping[int, bytes]) -> bytes:
    """Return the personal blocks by sequence: {"block":{…},"sequence":n} a line, the block's bytes unchanged."""
    return b"".join(b'{"block":%b,"sequence":%d}\n' % (blocks[sequence], sequence) for sequence in sorted(blocks))


def read(journal: bytes, personal: bytes, owner: str, span: Span, state: State) -> tuple[Record, ...]:
    """Read records with their blocks and check them against what the header claims of the ledger `owner`.

    Raises:
        Rejected: JSON, SCHEMA, SIZE; DIGEST for a block that is not its record's; CHAIN.

    """
    records = tuple(_record(line) for line in strict_json.lines(journal, MAX_RECORDS))
    _check_chain(records, owner, span, state)
    blocks = _blocks(personal)
    if blocks and state.profile is not Profile.B:
        raise refusal(Code.SCHEMA, "personal blocks in profile A")
    if blocks.keys() - {record.sequence for record in records}:
        raise refusal(Code.SCHEMA, "a block without its record")
    return tuple(_with_block(record, blocks.get(record.sequence)) for record in records)


def _record(line: bytes) -> Record:
    schemas.check(schemas.RECORD, strict_json.decode(line))
    try:
        return ledger.read(line)
    except ValueError as error:  # a day or an hour that is none
        raise refusal(Code.SCHEMA) from error


def _blocks(personal: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    newest = 0
    for line in strict_json.lines(personal, MAX_RECORDS):
        said = strict_json.decode(line, strict_json.MAX_LINE_BYTES + _LINE_EXTRA_BYTES)
        schemas.check(schemas.PERSONAL, said)
        if said["sequence"] <= newest:
            raise refusal(Code.SCHEMA, "blocks out of order")
        newest = said["sequence"]
        found[newest] = ledger.canonical(said["block"])
    return found


def _with_block(record: Record, block: bytes | None) -> Record:
    if block is None:
        return record
    if ledger.digest_in(record.body) != ledger.personal_digest(block):
        raise refusal(Code.DIGEST, f"personal block of {record.sequence}")
    return ledger.read(record.body, block)


def _check_chain(records: tuple[Record, ...], owner: str, span: Span, state: State) -> None:
    """Check sequence, source and hashes of every record, and the edges and the length the header claims."""
    rows = ((record.sequence, record.leaf, record.body, None) for record in records)
    breaks = ledger.verify(owner, rows, span.first - 1, ledger.bytes_of(span.hash_before))
    if breaks:
        raise refusal(Code.CHAIN, "; ".join(f"{found.sequence}: {found.what}" for found in breaks[:20]))
    if not records or span_of(records) != span:
        raise refusal(Code.CHAIN, "edges")
    if span.first == 1 and span.hash_before != ledger.text_of(ledger.genesis(owner)):
        raise refusal(Code.CHAIN, "does not begin where a ledger begins")
    if state.length < span.last or (state.length == span.last and state.head != span.hash_last):
        raise refusal(Code.CHAIN, "length or head of the ledger")
