"""The tables as peewee sees them; the migrations make them. Rows never leave the store.

No model is bound to a database: a query runs on `connection.database()`, which is the writer inside `transaction()`
and the reader outside.
"""

from __future__ import annotations

import peewee


class Ledger(peewee.Model):
    """One chain of records: the office's own, its other ones, or at the kabupaten those of every office."""

    id = peewee.TextField(primary_key=True)
    area = peewee.TextField()
    role = peewee.TextField()
    length = peewee.BigIntegerField()
    head = peewee.BlobField()
    bizdate = peewee.TextField()
    acknowledged = peewee.BigIntegerField()
    files = peewee.BigIntegerField()
    register = peewee.TextField()
    prefix = peewee.TextField()
    parent = peewee.TextField()
    parent_length = peewee.BigIntegerField()
    parent_head = peewee.TextField()


class Journal(peewee.Model):
    """One record; never changed."""

    id = peewee.BigAutoField()
    ledger = peewee.TextField()
    sequence = peewee.BigIntegerField()
    leaf = peewee.BlobField()
    kind = peewee.TextField()
    entity = peewee.TextField()
    rev = peewee.BigIntegerField()
    bizdate = peewee.TextField()
    body = peewee.BlobField()


class Personal(peewee.Model):
    """The salted personal block of a record; the only rows that may be destroyed."""

    id = peewee.BigAutoField()
    ledger = peewee.TextField()
    sequence = peewee.BigIntegerField()
    block = peewee.BlobField()


class Entity(peewee.Model):
    """Where the newest after-image of each entity stands in the journal."""

    id = peewee.TextField(primary_key=True)
    noun = peewee.TextField()
    rev = peewee.BigIntegerField()
    ledger = peewee.TextField()
    sequence = peewee.BigIntegerField()
    personal_sequence = peewee.BigIntegerField()


class Number(peewee.Model):
    """The last number given in a book of a year."""

    ledger = peewee.TextField()
    book = peewee.TextField()
    year = peewee.BigIntegerField()
    last = peewee.BigIntegerField()

    class Meta:
        primary_key = peewee.CompositeKey("ledger", "book", "year")


class Person(peewee.Model):
    """A citizen the counter has served."""

    rowno = peewee.BigAutoField()
    id = peewee.TextField(unique=True)
    ledger = peewee.TextField()
    nik = peewee.TextField()
    name = peewee.TextField()
    search_key = peewee.TextField()
    village = peewee.TextField()
    birth_year = peewee.BigIntegerField()
    merged_into = peewee.TextField()


class Request(peewee.Model):
    """What the lists show of a request."""

    rowno = peewee.BigAutoField()
    id = peewee.TextField(unique=True)
    ledger = peewee.TextField()
    visit = peewee.TextField()
    number = peewee.TextField()
    service = peewee.TextField()
    status = peewee.TextField()
    paused = peewee.BigIntegerField()
    name = peewee.TextField()
    nik = peewee.TextField()
    village = peewee.TextField()
    received_at = peewee.TextField()
    due_at = peewee.TextField()
    ended_at = peewee.TextField()
    digits = peewee.TextField()
    search_key = peewee.TextField()
    year = peewee.BigIntegerField()
    serial = peewee.BigIntegerField()
    next = peewee.TextField()
    priority = peewee.BigIntegerField()
    outside = peewee.BigIntegerField()
    holder = peewee.TextField()
    ready_at = peewee.TextField()
    called_at = peewee.TextField()
    field_check_at = peewee.TextField()


class Letter(peewee.Model):
    """What the register shows of a letter or a countersignature."""

    rowno = peewee.BigAutoField()
    id = peewee.TextField(unique=True)
    ledger = peewee.TextField()
    request = peewee.TextField()
    number = peewee.TextField()
    book = peewee.TextField()
    year = peewee.BigIntegerField()
    serial = peewee.BigIntegerField()
    dated = peewee.TextField()
    name = peewee.TextField()
    subject = peewee.TextField()
    document = peewee.TextField()
    state = peewee.TextField()
    prints = peewee.BigIntegerField()
    search_key = peewee.TextField()


class NumberEntry(peewee.Model):
    """What explains numbers of a book that no request and no letter bears."""

    rowno = peewee.BigAutoField()
    id = peewee.TextField(unique=True)
    ledger = peewee.TextField()
    book = peewee.TextField()
    year = peewee.BigIntegerField()
    first = peewee.BigIntegerField()
    last = peewee.BigIntegerField()
    suffix = peewee.TextField()
    state = peewee.TextField()

    class Meta:
        table_name = "number_entry"


class Scan(peewee.Model):
    """What a request shows of a scan."""

    rowno = peewee.BigAutoField()
    id = peewee.TextField(unique=True)
    ledger = peewee.TextField()
    request = peewee.TextField()
    paper = peewee.TextField()
    content = peewee.TextField()
    volume = peewee.BigIntegerField()
    kind = peewee.TextField()
    pages = peewee.BigIntegerField()
    bytes = peewee.BigIntegerField()
    retired = peewee.BigIntegerField()


class Draft(peewee.Model):
    """What a clerk has typed and not yet registered; no part of the record."""

    owner = peewee.TextField()
    page = peewee.TextField()
    saved_at = peewee.TextField()
    body = peewee.TextField()

    class Meta:
        primary_key = peewee.CompositeKey("owner", "page")


class Document(peewee.Model):
    """An issued PDF by the hash of its bytes."""

    id = peewee.BigAutoField()
    hash = peewee.TextField(unique=True)
    content = peewee.BlobField()


class Claim(peewee.Model):
    """At the kabupaten: what one sealed file claimed about its ledger."""

    id = peewee.BigAutoField()
    ledger = peewee.TextField()
    file_number = peewee.BigIntegerField()
    file_id = peewee.TextField()
    length = peewee.BigIntegerField()
    head = peewee.BlobField()
    received_at = peewee.TextField()
    result = peewee.TextField()
    header = peewee.TextField()


class Branch(peewee.Model):
    """At the kabupaten: a second, different record at a place already taken."""

    id = peewee.BigAutoField()
    ledger = peewee.TextField()
    sequence = peewee.BigIntegerField()
    leaf = peewee.BlobField()
    body = peewee.BlobField()
    file_id = peewee.TextField()


ALL = (
    Ledger,
    Journal,
    Personal,
    Entity,
    Number,
    Person,
    Request,
    Letter,
    NumberEntry,
    Scan,
    Draft,
    Document,
    Claim,
    Branch,
)
