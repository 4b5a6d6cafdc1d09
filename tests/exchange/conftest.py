"""Both ends of the road of a sealed file, with throw-away keys and people who do not exist."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from paten_desk.domain import ledger
from paten_desk.domain.errors import Rejected
from paten_desk.domain.ledger import Fact
from paten_desk.exchange import archive, envelope, keys, records, seal, sealed_file, signature
from paten_desk.exchange.header import Counts, Header, Kind, Label, Profile, State, to_builtins

WIB = timezone(timedelta(hours=7), "WIB")
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=WIB)
LEDGER = "0199a000-0000-7000-8000-000000000001"


def uuid(number):
    return f"0199a000-0000-7000-8000-{number:012x}"


def a_fact(number, with_person=True, **data):
    person = {"name": f"SITI CONTOH {number}", "nik": f"9999054107{number:06d}", "note": "Ñur’aini\nRT 01"}
    return Fact(
        uuid(1000 + number),
        "request.registered.v1",
        uuid(5000 + number),
        1,
        NOON,
        NOON,
        NOON.date(),
        "system",
        {"number": f"{number:04d}/PATEN/2026", "fee_rupiah": 0, "checks": [{"code": "KTP", "met": True}], **data},
        person if with_person else None,
    )


def a_ledger(count=4, facts=None, owner=LEDGER):
    """Chain a ledger of requests; every second one has a personal block."""
    made, previous = [], ledger.genesis(owner)
    for number, fact in enumerate(facts or [a_fact(n, n % 2 == 1) for n in range(1, count + 1)], 1):
        record = ledger.chain(owner, number, previous, fact, number.to_bytes(16, "big"))
        previous = record.leaf
        made.append(record)
    return tuple(made)


class Ends:
    """An office and its kabupaten: their keys, and how files are made and opened between them."""

    office_seed, kabupaten_seed, stranger_seed = b"\1" * 32, b"\2" * 32, b"\3" * 32

    def __init__(self):
        self.office_identity, self.kabupaten_identity = keys.new_identity(), keys.new_identity()
        self.office, self.kabupaten = (
            keys.recipient_of(held) for held in (self.office_identity, self.kabupaten_identity)
        )
        self.signers = {signature.public_key(self.office_seed): "99.99.05"}
        self.kabupaten_signers = {signature.public_key(self.kabupaten_seed): "99.99"}

    def label(self, **changes):
        facts = {"kabupaten": "99.99", "kecamatan": "99.99.05", "ledger": LEDGER, "file_number": 42} | changes
        return Label(uuid(1), created=NOON, app="0.1.0", **facts)

    def state(self, run, **changes):
        facts = {"length": run[-1].sequence, "head": ledger.text_of(run[-1].leaf)} | changes
        facts.setdefault("closed_days", (date(2026, 11, 20),))
        return State(counts=Counts(2, 1, 0, 2, 150_000), **facts)

    def header(self, run, **changes):
        """The header as an object, for tests that bend it."""
        made = Header(
            Kind.DATA,
            self.label(),
            (self.kabupaten, self.office),
            signature.fingerprint(signature.public_key(self.office_seed)),
            span=records.span_of(run),
            state=self.state(run),
        )
        return to_builtins(made) | changes

    def pack(self, run=None, profile=Profile.A, **changes):
        run = a_ledger() if run is None else run
        personal = {r.sequence: r.personal_bytes for r in run if r.personal_bytes and profile is Profile.B}
        recipients = changes.pop("recipients", (self.kabupaten, self.office))
        state = self.state(run, profile=profile, **changes)
        return sealed_file.pack(self.label(), state, run, self.office_seed, recipients, personal)

    def seal_raw(self, members, seed=None, namespace=signature.DATA_NAMESPACE, folder="999905-0042"):
        """Sign and seal members as they are, right or wrong."""
        labels = {"Source-Organization": "PATEN 99.99.05"}
        content = envelope.wrap(folder, members, labels, seed or self.office_seed, namespace)
        return seal.seal(content, [self.kabupaten, self.office])

    def seal_lines(self, said, lines, personal=b"", **how):
        """Sign and seal a bent header (an object or bytes) and journal lines."""
        text = said if isinstance(said, bytes) else ledger.canonical(said) + b"\n"
        journal = b"".join(line + b"\n" for line in lines)
        return self.seal_raw(
            {archive.HEADER: text, archive.JOURNAL: journal, archive.PERSONAL: personal},
            **how,
        )

    def open(self, sealed):
        return sealed_file.open_file(sealed, [self.kabupaten_identity], self.signers, self.kabupaten)

    def code_of(self, sealed):
        """Return the reject code of a sealed file, or "" where it is accepted."""
        try:
            self.open(sealed)
        except Rejected as refused:
            return refused.code
        return ""


def bend(record, **changes):
    """Return a record's line with some fields replaced; data fields by the key `data`."""
    said = json.loads(record.body)
    said["data"] |= changes.pop("data", {})
    return ledger.canonical(said | changes)


@pytest.fixture(scope="session")
def ends():
    return Ends()


@pytest.fixture(scope="session")
def make():
    """The builders, for tests that need their own ledgers."""

    class Make:
        fact = staticmethod(a_fact)
        ledger = staticmethod(a_ledger)
        uuid = staticmethod(uuid)
        bend = staticmethod(bend)
        noon = NOON
        owner = LEDGER

    return Make
