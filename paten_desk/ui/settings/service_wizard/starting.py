"""What the service wizard begins from: a version, a copy, nothing, or what was typed before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date
from paten_desk.domain.service_checks import is_open
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import ChoiceField, ComboField
from paten_desk.usecases import service_drafts, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import NEW, ServiceDraft

EMPTY, COPY = "empty", "copy"
FROM = ((EMPTY, "Kosong"), (COPY, "Salinan layanan"))


def edit(context: Context, code: str, parent: QWidget) -> ServiceDraft | None:
    """Begin a new version of a service; asks which one it begins from where another waits for its day."""
    waits, here = services.coming(context).get(code), services.catalogue(context)
    if waits is None or service_drafts.kept(context, code) is not None:
        return service_drafts.begin(context, code, coming=code not in here)
    if code not in here:
        return service_drafts.begin(context, code, coming=True)
    chosen = dialogs.ask(
        f"{waits.name} mempunyai versi yang menunggu.",
        f"Versi itu berlaku {long_date(waits.since)}. Ubah versi yang mana?",
        (("now", "Yang berlaku kini"), ("coming", "Yang menunggu")),
        parent=parent,
    )
    return service_drafts.begin(context, code, coming=chosen == "coming") if chosen else None


def new(context: Context, chosen: str, parent: QWidget) -> ServiceDraft | None:
    """Begin a service of the office's own; `chosen` is offered as the pattern."""
    if service_drafts.kept(context, NEW) is not None:
        answer = dialogs.ask(
            "Konsep layanan baru belum disimpan.",
            "Lanjutkan konsep itu, atau buang dan mulai dari awal.",
            (("drop", "Mulai dari awal"), ("go_on", "Lanjutkan konsep")),
            parent=parent,
        )
        if answer == "go_on":
            return service_drafts.begin_new(context)
        if not answer:
            return None
        service_drafts.forget(context, NEW)
    held = sorted(services.catalogue(context).values(), key=lambda each: each.name)
    open_ones = [(each.code, f"{each.code}  {each.name}") for each in held if is_open(each)]
    how = ChoiceField("Mulai dari", FROM, EMPTY)
    pattern = ComboField("Layanan yang disalin", open_ones, "Berkas, isian, langkah, dan naskahnya ikut tersalin.")
    pattern.set_value(chosen)
    pattern.hide()
    how.changed.connect(lambda: pattern.setVisible(how.value() == COPY))

    def check() -> list[Problem]:
        lacks = how.value() == COPY and not pattern.value()
        return [Problem("pattern", "Pilih layanan yang disalin.")] if lacks else []

    if not ask_form(
        "Layanan baru",
        "Layanan ini hanya ada di kantor ini; layanan bawaan tetap seperti semula.",
        (how, pattern),
        {"how": how, "pattern": pattern},
        check,
        verb="Lanjut",
        icon="list-checks",
        parent=parent,
    ):
        return None
    return service_drafts.begin_new(context, pattern.value() if how.value() == COPY else "")
