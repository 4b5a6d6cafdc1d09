"""What is printed without a request: register books, what hangs on the wall, forms. One list, and how each is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from paten_desk.domain.formats import MONTHS
from paten_desk.domain.printing import SheetKind
from paten_desk.ui.segments import Choice
from paten_desk.usecases import attachments, books, forms, services, standards
from paten_desk.usecases.context import Context

GROUPS = {"books": "Buku register", "wall": "Papan dan brosur", "forms": "Formulir"}
Draw = Callable[[Context, "Wish"], bytes]
FORM_PAPERS: tuple[Choice, ...] = tuple((key, paper.name) for key, paper in forms.PAPERS.items())


@dataclass(frozen=True, slots=True)
class Wish:
    """How a sheet is wanted.

    Attributes:
        month: First day of a book's month.
        paper: Key of the paper, "" where the sheet knows but one.
        service: Code of the service a leaflet is about, "" while none is chosen.
        lists_papers: The board names every requirement.

    """

    month: date
    paper: str = ""
    service: str = ""
    lists_papers: bool = False
    full_nik: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the shelf.

    Attributes:
        note: What stands beside its name in the list.
        papers: The papers it can be drawn on, if there is a choice.
        of_month, of_service, lists_papers, has_nik: What else can be chosen for it.

    """

    key: str
    name: str
    note: str
    kind: SheetKind
    draw: Draw = field(compare=False)
    papers: tuple[Choice, ...] = ()
    of_month: bool = False
    of_service: bool = False
    lists_papers: bool = False
    has_nik: bool = False


def shelf(context: Context) -> dict[str, list[Sheet]]:
    """Return the sheets of every group of `GROUPS`."""
    return {"books": _books(), "wall": _wall(), "forms": [*_forms(), *_attached(context)]}


def kind(sheet: Sheet, wish: Wish) -> SheetKind:
    """Say as which kind a sheet is printed: what is as large as the board goes where the board goes."""
    return SheetKind.BOARD if wish.paper == "a3" else sheet.kind


def title(context: Context, sheet: Sheet, wish: Wish) -> str:
    """Name a sheet for the spooler and for a file."""
    words = sheet.name
    if sheet.of_month:
        words = f"{sheet.name} {month_words(wish.month)}"
    elif sheet.of_service:
        words = f"{sheet.name} {services.catalogue(context)[wish.service].name}"
    return words.replace("/", "-")


def month_words(month: date) -> str:
    """Write a month: November 2026."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def _books() -> list[Sheet]:
    return [
        Sheet(
            key,
            name,
            "memuat NIK" if books.has_nik(key) else "",
            SheetKind.BOOK,
            _book(key),
            of_month=True,
            has_nik=books.has_nik(key),
        )
        for key, name in books.books()
    ]


def _wall() -> list[Sheet]:
    return [
        Sheet(
            "board",
            "Papan standar pelayanan",
            "A3",
            SheetKind.BOARD,
            lambda context, wish: standards.board_pdf(context, wish.lists_papers),
            lists_papers=True,
        ),
        Sheet(
            "leaflet",
            "Brosur standar pelayanan",
            "per layanan",
            SheetKind.REPORT,
            lambda context, wish: standards.leaflet_pdf(context, wish.service),
            of_service=True,
        ),
        Sheet(
            "pledge",
            "Maklumat pelayanan",
            " atau ".join(standards.PLEDGE_FORMATS.values()),
            SheetKind.REPORT,
            lambda context, wish: standards.pledge_pdf(context, wish.paper),
            papers=tuple(standards.PLEDGE_FORMATS.items()),
        ),
    ]


def _forms() -> list[Sheet]:
    return [
        Sheet(
            key,
            name,
            " atau ".join(words for _, words in FORM_PAPERS),
            SheetKind.REPORT,
            _form(key),
            papers=FORM_PAPERS,
        )
        for key, name in forms.forms()
    ]


def _attached(context: Context) -> list[Sheet]:
    catalogue = services.catalogue(context)
    return [
        Sheet(
            form.id,
            form.name,
            catalogue[form.service].name if form.service else "semua layanan",
            SheetKind.REPORT,
            _own_form(form.id),
        )
        for form in attachments.given_out(context)
    ]


def _book(key: str) -> Draw:
    return lambda context, wish: books.book_pdf(context, key, wish.month, wish.full_nik)


def _form(key: str) -> Draw:
    return lambda context, wish: forms.form_pdf(context, key, wish.paper)


def _own_form(form: str) -> Draw:
    return lambda context, wish: attachments.pdf(context, form)
