"""Bukti buku nomor: one month of one book on paper."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from paten_desk.documents import number_proof as sheet
from paten_desk.domain.formats import MONTHS, long_date
from paten_desk.domain.ledger import text_of
from paten_desk.domain.number_book import STATE_NAMES, Line, NumberState
from paten_desk.domain.office import full_name
from paten_desk.domain.officials import Post
from paten_desk.domain.roles import Right
from paten_desk.store import journal
from paten_desk.usecases import closings, letterheads, number_lines, officials
from paten_desk.usecases.context import Context


def of_month(lines: list[Line], year: int, month: int) -> list[Line]:
    """Return the lines whose number was given in a month, and the holes before each of them.

    A hole between two months is one of the later month; those after the newest number are of that number's month.
    """
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1)
    return [line for line, day in _days(lines) if day is not None and first <= day < last]


def _days(lines: list[Line]) -> list[tuple[Line, date | None]]:
    """Return each line with the day that decides its month."""
    following = next((line.day for line in reversed(lines) if line.day and not line.suffix), None)
    found = []
    for line in reversed(lines):
        found.append((line, following if line.state is NumberState.HOLE else line.day))
        if line.day and not line.suffix:
            following = line.day
    return found[::-1]


def proof(context: Context, book: str, year: int, month: int, ledger: str = "") -> bytes:
    """Draw the proof of one month.

    Raises:
        NoRight, NotFound: Not by this user; the ledger is not this office's.

    """
    context.demand(Right.NUMBER)
    place = number_lines.place_of(ledger)
    lines = of_month(number_lines.book(context, book, year, place.id), year, month)
    office, head = context.office, journal.head()
    counts = Counter(line.state for line in lines)
    labels = [line.label for line in lines if not line.suffix]
    signers = officials.holders(context)
    section = signers.get(Post.SECTION_HEAD)
    section_post = f"KEPALA SEKSI {section.section.upper()}" if section else "KEPALA SEKSI"
    name = number_lines.title(context, book)
    return sheet.render(
        sheet.NumberProof(
            letterheads.letterhead(office),
            full_name(office),
            f"{name} (buku {place.prefix})" if place.prefix else name,
            f"{MONTHS[month - 1]} {year}",
            _span(labels),
            tuple(row_of(line) for line in lines),
            tuple((STATE_NAMES[state], counts[state]) for state in NumberState if counts[state]),
            tuple(line.label for line in lines if line.state is NumberState.HOLE),
            head.length,
            closings.grouped(text_of(head.leaf)),
            f"{office.seat or office.name}, {long_date(context.today())}",
            letterheads.own_post(office, section, section_post),
            letterheads.own_post(office, signers.get(Post.HEAD), f"CAMAT {office.name.upper()}", "Mengetahui:"),
        )
    )


def _span(labels: list[str]) -> str:
    if len(labels) < 2:
        return "".join(labels)
    return f"{labels[0]} sampai dengan {labels[-1]}"


def row_of(line: Line) -> sheet.Row:
    """Say in finished words what became of a number."""
    remark, name = STATE_NAMES[line.state], line.name
    if line.state is NumberState.USED:
        remark = ""
    if line.state is NumberState.RESERVED:  # nobody's paper yet; the name is who has the number
        remark, name = f"{remark} untuk {line.name}", ""
    if line.reason:
        remark += f": {line.reason}"
    if line.who:
        remark += f" (oleh {line.who}" + (f", disetujui {line.approver})" if line.approver else ")")
    day = f"{line.day:%d-%m-%Y}" if line.day else ""
    return sheet.Row(line.label, line.number, day, name, line.subject, remark)
