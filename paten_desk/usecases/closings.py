"""Tutup Hari: count the day, carry over what is open, seal it on paper."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from paten_desk.documents import closing as sheet
from paten_desk.domain.closings import Closing, ServiceTotals
from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.formats import full_date, hour, long_date
from paten_desk.domain.lateness import is_broken
from paten_desk.domain.ledger import text_of
from paten_desk.domain.office import full_name
from paten_desk.domain.officials import Post
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Status
from paten_desk.store import archive, closings, journal, mark
from paten_desk.store import letters as letter_store
from paten_desk.store.connection import transaction
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import letterheads, officials, requests, services
from paten_desk.usecases.context import Context

STEP = 4


@dataclass(frozen=True, slots=True)
class DayCount:
    """A day counted and not yet closed."""

    day: date
    totals: tuple[ServiceTotals, ...]
    returned: int
    first_number: str
    last_number: str
    letters: tuple[str, ...]
    registers: tuple[str, ...]


def unclosed_days(context: Context) -> list[date]:
    """Return the days before today with work on record and no closing, oldest first."""
    today = context.today()
    return [day for day in closings.days_after_last() if day < today]


def is_closed(context: Context, day: date) -> bool:
    """Say whether a day is closed."""
    return any(made.day == day for made in closings.made())


def count(context: Context, day: date) -> DayCount:
    """Count a day from the requests themselves."""
    rows = requests.received_on(context, day)
    numbers = [row.number for row in rows if row.number and row.received_at[:10] == day.isoformat()]
    returned = sum(row.status == Status.RETURNED and row.received_at[:10] == day.isoformat() for row in rows)
    totals = tuple(_totals(rows, day.isoformat(), (day + timedelta(days=1)).isoformat()))
    letters, registers = letter_store.numbered_on(day.isoformat())
    first, last = min(numbers, default=""), max(numbers, default="")
    return DayCount(day, totals, returned, first, last, tuple(letters), tuple(registers))


def _totals(rows: Iterable[RequestRow], first: str, last: str) -> Iterable[ServiceTotals]:
    found: dict[str, ServiceTotals] = defaultdict(lambda: ServiceTotals(""))
    for row in rows:
        if not row.number:
            continue
        held = replace(found[row.service], service=row.service)
        if row.received_at < first:
            held = replace(held, carried_in=held.carried_in + 1)
        else:
            held = replace(held, received=held.received + 1, outside=held.outside + row.outside)
        if not row.ended_at or row.ended_at >= last:
            held = replace(held, carried_out=held.carried_out + 1)
        elif row.status == Status.HANDED_OVER:
            on_time = not is_broken(row.due_at, row.ready_at or row.ended_at, last, stands=True)
            held = replace(
                held, finished=held.finished + 1, on_time=held.on_time + on_time, late=held.late + (not on_time)
            )
        else:
            held = replace(held, ended_otherwise=held.ended_otherwise + 1)
        found[row.service] = held
    return [found[code] for code in sorted(found)]


def close(context: Context, day: date | None = None) -> Closing:
    """Close a day (today): record the count with the journal's head and store its sheet.

    Raises:
        NoRight, WrongStatus: Not by this user; closed already, an earlier day is open, or the day has not come.

    """
    context.demand(Right.CLOSE_DAY)
    today = context.today()
    day = day or today
    if day > today:
        raise WrongStatus("Hari itu belum tiba.", "Tutup hari pada tanggalnya.")
    with transaction():
        if is_closed(context, day):
            raise WrongStatus(f"{full_date(day)} sudah ditutup.", "Cetak ulang berita acaranya bila perlu.")
        earlier = [open_day for open_day in unclosed_days(context) if open_day < day]
        if earlier:
            raise WrongStatus(f"{full_date(earlier[0])} belum ditutup.", "Tutup hari itu dahulu.")
        head = journal.head()
        counted = count(context, day)
        made = Closing(
            context.new_id(),
            day,
            context.now(),
            day < today,
            counted.totals,
            counted.returned,
            counted.first_number,
            counted.last_number,
            len(counted.letters),
            *_edges(counted.letters),
            len(counted.registers),
            *_edges(counted.registers),
            head.length,
            text_of(head.leaf),
        )
        made = replace(made, document=archive.put(pdf(context, made), day.year))
        journal.record(context.stamp(), "closed", made)
    mark.write_now()
    return made


def _edges(numbers: tuple[str, ...]) -> tuple[str, str]:
    return (numbers[0], numbers[-1]) if numbers else ("", "")


def closing_of(context: Context, day: date) -> Closing:
    """Return the closing of a day.

    Raises:
        WrongStatus: It is not closed.

    """
    for made in closings.made():
        if made.day == day:
            return made
    raise WrongStatus(f"{full_date(day)} belum ditutup.", "Tutup hari itu dahulu.")


def stored_pdf(context: Context, day: date) -> bytes:
    """Return the stored sheet of a closed day.

    Raises:
        WrongStatus: It is not closed.

    """
    made = closing_of(context, day)
    return archive.get(made.document, day.year)


def closing_line(context: Context, made: Closing) -> str:
    """Return the one line that can be sent by messenger as one more witness."""
    received = sum(total.received for total in made.totals)
    return f"TUTUP {context.office.area} {made.day} n={received} c={made.journal_length} h={grouped(made.journal_head)}"


def pdf(context: Context, made: Closing) -> bytes:
    """Draw the berita acara of a day."""
    names = {code: service.name for code, service in services.catalogue(context, made.day).items()}
    totals = tuple(
        sheet.ServiceTotals(
            names.get(total.service, total.service),
            total.carried_in,
            total.received,
            total.finished,
            0,
            total.ended_otherwise,
            total.carried_out,
            total.on_time,
            total.late,
            total.outside,
        )
        for total in made.totals
    )
    numbers = (
        sheet.Used("Nomor pendaftaran", made.first_number, made.last_number, sum(t.received for t in made.totals)),
        sheet.Used("Nomor surat", made.first_letter, made.last_letter, made.letters),
        sheet.Used("Nomor register", made.first_register, made.last_register, made.registers),
    )
    notes = []
    if made.returned:
        notes.append(f"{made.returned} berkas dikembalikan karena belum lengkap; tidak diberi nomor.")
    if made.late:
        notes.append(f"Hari ini ditutup terlambat, {full_date(made.closed_at.date())} pukul {hour(made.closed_at)}.")
    signers = officials.holders(context)
    section = signers.get(Post.SECTION_HEAD)
    section_post = f"KEPALA SEKSI {section.section.upper()}" if section else "KEPALA SEKSI"
    office, line = context.office, closing_line(context, made)
    return sheet.render(
        sheet.Closing(
            letterheads.letterhead(office),
            number=f"{made.journal_length}/TUTUP/{made.day.year}",
            day=made.day,
            closed_at=made.closed_at,
            zone=office.zone,
            office=full_name(office),
            counters=", ".join(office.counters),
            services=totals,
            used=numbers,
            journal_length=made.journal_length,
            head=grouped(made.journal_head),
            closing_line=line,
            payload=line,
            place_date=f"{office.seat or office.name}, {long_date(made.closed_at.date())}",
            section_head=letterheads.own_post(office, section, section_post),
            camat=letterheads.own_post(office, signers.get(Post.HEAD), f"CAMAT {office.name.upper()}", "Mengetahui:"),
            cash_rupiah=sum(total.fee_rupiah for total in made.totals),
            notes=tuple(notes),
        )
    )


def grouped(head: str) -> str:
    """Write the first 60 bits of a journal's head (base64url) so that it can be read out: 7K3M-Q9TX-40HB."""
    text = base64.b32encode(base64.urlsafe_b64decode(head + "="))[:12].decode()
    return "-".join(text[at : at + STEP] for at in range(0, len(text), STEP))
