"""Blank forms the office gives to citizens."""

from __future__ import annotations

from paten_desk.documents import forms as sheets
from paten_desk.documents.page import A4, F4
from paten_desk.domain.errors import NotFound
from paten_desk.domain.office import full_name
from paten_desk.domain.roles import Right
from paten_desk.usecases.context import Context

PAPERS = {"f4": F4, "a4": A4}


def forms() -> list[tuple[str, str]]:
    """Return key and name of every form, by name."""
    return [(key, form.name) for key, form in sheets.forms().items()]


def form_pdf(context: Context, key: str, paper: str = "f4") -> bytes:
    """Draw an empty form on one of `PAPERS`.

    Raises:
        NoRight, NotFound: Not by this user; there is no such form.

    """
    context.demand(Right.LOOK_UP)
    form = sheets.forms().get(key)
    if form is None:
        raise NotFound("Formulir ini tidak ada.", "Pilih formulir dari daftar.")
    return sheets.render(form, full_name(context.office), PAPERS[paper])
