"""Surat penolakan: the legal ground, who has signed it, and the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import ComboField, Field, TextField
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import rejections, services
from paten_desk.usecases.context import Context


def ask(
    context: Context, tasks: Tasks, request: Request, done: Callable[[], None], parent: QWidget | None = None
) -> None:
    """Ask for ground and signer, issue the letter on the worker, then call `done`."""
    signers = rejections.signers(context, request.id)
    if not signers:
        dialogs.tell(
            "Belum ada pejabat yang dapat menandatangani surat ini.",
            "Isi data pejabat di Pengaturan, lalu ulangi.",
            parent=parent,
        )
        return
    basis = services.service_of(request).legal_basis
    ground = TextField("Dasar hukum", f"Tulis pasal dan nama peraturannya secara lengkap. Dasar layanan ini: {basis}.")
    signer = ComboField("Penanda tangan", signers, hint="Nama dan jabatannya disalin ke surat.")
    signer.set_value(signers[0][0])
    fields: dict[str, Field] = {"ground": ground, "signer": signer}

    def check() -> list[Problem]:
        found = [] if clean(ground.value()) else [Problem("ground", "Tulis dasar hukum penolakan ini.")]
        return found if signer.value() else [*found, Problem("signer", "Pilih penanda tangannya.")]

    if ask_form(
        "Terbitkan surat penolakan?",
        f"Alasan: {request.personal.reason}. Surat memuat hak warga untuk mengajukan keberatan.",
        (ground, signer),
        fields,
        check,
        verb="Terbitkan",
        icon="file-warning",
        parent=parent,
    ):
        official = signer.value()
        words = ground.value()
        tasks.run(lambda: rejections.issue(context, request.id, words, official), lambda _: done())
