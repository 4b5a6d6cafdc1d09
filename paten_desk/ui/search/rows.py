"""What a search shows of a request, a citizen and a letter."""

from __future__ import annotations

from datetime import date, datetime

from paten_desk.domain.formats import hour, long_date, mask_nik
from paten_desk.domain.letters import STATE_WORDS, LetterState
from paten_desk.domain.office import find_village, village_title
from paten_desk.domain.workflow import Status
from paten_desk.ui.requests.words import name_cell
from paten_desk.ui.rows_model import Cell, Column
from paten_desk.usecases import kabupaten, work
from paten_desk.usecases.context import Context
from paten_desk.usecases.people import PersonRow
from paten_desk.usecases.searches import LetterRow
from paten_desk.usecases.work import RequestRow

REQUEST_COLUMNS = (
    Column("Nomor", 155),
    Column("Pemohon", strong=True),
    Column("NIK", 150, from_width=920),
    Column("Layanan", 240),
    Column("Masuk", 185, from_width=1100),
    Column("Keadaan", 140),
)
KABUPATEN_COLUMNS = (
    Column("Nomor", 155),
    Column("Kecamatan", 240, strong=True),
    Column("Layanan"),
    Column("Masuk", 185, from_width=760),
    Column("Keadaan", 140),
)
PERSON_COLUMNS = (Column("Nama", strong=True), Column("NIK", 180), Column("Tempat tinggal", 260, from_width=640))
LETTER_COLUMNS = (
    Column("Nomor surat", 240),
    Column("Nama", strong=True),
    Column("Surat", 260, from_width=1000),
    Column("Tanggal", 170),
    Column("Keadaan", 130),
)
TONES = {"returned": "warn", "ready": "good", "handed_over": "neutral", "rejected": "neutral", "cancelled": "neutral"}


def request(context: Context, row: RequestRow, service: str) -> tuple[Cell, ...]:
    """Return the cells of a request at the counter."""
    nik = mask_nik(row.nik) if row.nik else "-"
    return row.number or "tanpa nomor", name_cell(row), nik, service, _received(row), _state(row)


def request_at_the_kabupaten(context: Context, row: RequestRow, service: str) -> tuple[Cell, ...]:
    """Return the cells of a request at the kabupaten, which knows no names."""
    offices = {standing.area: standing.name for standing in kabupaten.standings(context)}
    return row.number or "tanpa nomor", offices.get(row.village[:8], "-"), service, _received(row), _state(row)


def person(context: Context, row: PersonRow) -> tuple[Cell, ...]:
    """Return the cells of a citizen."""
    village = find_village(context.office, row.village)
    place = f"{village_title(context.office, village)} {village.name}" if village else "di luar kecamatan ini"
    return row.name, mask_nik(row.nik) if row.nik else "tanpa NIK", place


def letter(row: LetterRow, service: str) -> tuple[Cell, ...]:
    """Return the cells of a letter."""
    dated = long_date(date.fromisoformat(row.dated)) if row.dated else "-"
    if row.state:
        state: Cell = (STATE_WORDS[LetterState(row.state)].capitalize(), "late")
    else:
        state = ("Berlaku", "good") if row.document else ("Konsep", "accent")
    return row.number or "belum bernomor", row.name, service, dated, state


def _received(row: RequestRow) -> str:
    received = datetime.fromisoformat(row.received_at)
    return f"{long_date(received.date())} {hour(received)}"


def _state(row: RequestRow) -> Cell:
    word = "ditunda" if row.paused else work.STATUS_NAMES[Status(row.status)]
    return word[0].upper() + word[1:], TONES.get(row.status, "accent")
