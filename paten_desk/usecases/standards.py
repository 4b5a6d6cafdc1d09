"""What hangs on the wall and lies on the counter: service standards of the offered services, and the pledge."""

from __future__ import annotations

from itertools import groupby

from paten_desk.documents import pledge
from paten_desk.documents import standards as sheets
from paten_desk.documents.standards import Board, Entry, Leaflet
from paten_desk.domain import standards as rules
from paten_desk.domain.catalogue import Service, fee_of
from paten_desk.domain.errors import NotFound
from paten_desk.domain.formats import fee, long_date
from paten_desk.domain.officials import Post
from paten_desk.domain.roles import Right
from paten_desk.usecases import letterheads, officials, services
from paten_desk.usecases.context import Context

PLEDGE_FORMATS = {"f4": "F4", "a3": "A3"}
COMPLAINTS = ("SMS 1708", "lapor.go.id")


def leaflet_pdf(context: Context, code: str) -> bytes:
    """Draw the standard of one offered service on F4: its six published components.

    Raises:
        NoRight, NotFound: Not by this user; the service is not offered.

    """
    context.demand(Right.LOOK_UP)
    service = next((held for held in services.offered(context) if held.code == code), None)
    if service is None:
        raise NotFound("Layanan ini tidak sedang dibuka.", "Pilih layanan lain, atau buka layanannya di Pengaturan.")
    amount = fee_of(service)
    return sheets.render_leaflet(
        Leaflet(
            letterheads.letterhead(context.office),
            service.name,
            tuple(f"{paper.text} ({paper.when})" if paper.when else paper.text for paper in service.requirements),
            rules.steps(service, services.steps_of(context, service)),
            str(service.duration).capitalize(),
            "paling lama, sejak berkas diterima lengkap",
            fee(amount),
            service.fee_basis if amount else "Tidak ada pungutan apa pun",
            f"{rules.product(service)}.",
            complaints(context),
            service.legal_basis,
            f"Berlaku sejak {long_date(service.since)}; dicetak {long_date(context.today())}",
        )
    )


def board_pdf(context: Context, lists_papers: bool = False) -> bytes:
    """Draw all offered services on A3: what, papers, how long, at what fee; `lists_papers` names every paper.

    Raises:
        NoRight: Not by this user.

    """
    context.demand(Right.LOOK_UP)
    order = list(dict.fromkeys(service.category for service in services.catalogue(context).values()))
    offered = sorted(services.offered(context), key=lambda service: order.index(service.category))
    groups = tuple(
        (name, tuple(_entry(service, lists_papers) for service in held))
        for name, held in groupby(offered, key=lambda service: service.category)
    )
    free = not any(fee_of(service) for service in offered)
    said = "Semua layanan di atas tidak dipungut biaya." if free else "Tidak ada pungutan lain di luar biaya di atas."
    note = f"{said} Diminta membayar? Lapor: {' / '.join(complaints(context))}"
    since = f"Keadaan {long_date(context.today())}"
    return sheets.render_board(Board(letterheads.letterhead(context.office), groups, note, since))


def pledge_pdf(context: Context, form: str = "f4") -> bytes:
    """Draw the maklumat pelayanan for the camat to sign, in one of `PLEDGE_FORMATS`.

    Raises:
        NoRight: Not by this user.

    """
    context.demand(Right.LOOK_UP)
    office = context.office
    head = officials.holders(context).get(Post.HEAD)
    above = f"{office.seat or office.name}, {long_date(context.today())}"
    camat = letterheads.own_post(office, head, f"CAMAT {office.name.upper()}", above)
    mottos = (f"Pengaduan: {', '.join(complaints(context))}",)
    made = pledge.Pledge(letterheads.letterhead(office), rules.PLEDGE, camat, mottos)
    return pledge.render_a3(made) if form == "a3" else pledge.render_f4(made)


def complaints(context: Context) -> tuple[str, ...]:
    """Return where citizens of this office complain."""
    return tuple(text for text in (context.office.complaint_phone, *COMPLAINTS) if text)


def _entry(service: Service, lists_papers: bool) -> Entry:
    many = len(service.requirements)
    papers = "; ".join(paper.text for paper in service.requirements) if lists_papers else f"{many} berkas"
    return Entry(service.name, papers, str(service.duration), fee(fee_of(service)))
