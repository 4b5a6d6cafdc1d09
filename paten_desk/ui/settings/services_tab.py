"""Layanan: what is offered, how soon, at what fee; changes count from today and leave older requests alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import Authority, Service, ServiceStatus, authority_of, fee_of, posts_of
from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import fee
from paten_desk.domain.roles import Right, may, who_may
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ChoiceField, Field, TextField
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.settings import attached_forms
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import services
from paten_desk.usecases.context import Context

COLUMNS = (
    Column("Keadaan", 110),
    Column("Kode", 90),
    Column("Layanan", strong=True),
    Column("Waktu", 140, from_width=640),
    Column("Biaya", 140, from_width=760),
    Column("Klasifikasi", 130, from_width=900),
)
OFFERED = (("open", "Dibuka"), ("closed", "Ditutup"))
SIGNERS = (
    ("head", "Camat"),
    ("head secretary", "Camat atau Sekcam"),
    ("head secretary section_head", "Camat, Sekcam, atau Kasi"),
)
AUTHORITIES = (("own", "Camat sendiri"), ("delegated", "Delegasi bupati"), ("mandated", "Mandat (a.n. Bupati)"))
FEE = ("fee_rupiah", "fee_basis")
SIGNING = ("signatories", "authority", "authority_basis")
UNITS = ((Unit.MINUTES.value, "menit kerja"), (Unit.DAYS.value, "hari kerja"))


class ServicesTab(QWidget):
    """All services, those that are offered first; Enter edits one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self._may_change = may(context.user.roles, Right.CHANGE_SERVICE)
        self.table = Table(
            "Layanan",
            COLUMNS,
            Empty("list-checks", "Katalog layanan kosong", "Pasang ulang PATEN Desk dari paket resminya."),
            keys=(("↑↓", "pilih"), ("Enter", "ubah")) if self._may_change else (("↑↓", "pilih"),),
        )
        self.edit = Button("Ubah layanan", "primary", "pencil", "F2")
        self.edit.setEnabled(self._may_change)
        self.forms = Button("Formulir terlampir", icon="file-text", key="F7")
        self.forms.setEnabled(self._may_change)
        why = "" if self._may_change else f"Yang dapat mengubah layanan: {who_may(Right.CHANGE_SERVICE)}."
        self.setLayout(column(self.table, row(label(why, "second"), None, self.forms, self.edit)))
        self.table.opened.connect(lambda _: self.edit.click())
        self.edit.clicked.connect(lambda: self._edit(str(self.table.current())))
        self.forms.clicked.connect(lambda: attached_forms.show(context, self._chosen(), self))

    def refresh(self) -> None:
        """Read the catalogue again."""
        catalogue = sorted(services.catalogue(self._context).values(), key=lambda held: (not held.offered, held.name))
        rows = [
            Row(
                held.code,
                (
                    _state(held),
                    held.code,
                    held.name,
                    str(held.duration),
                    fee(fee_of(held)),
                    held.code_2022 if self._context.office.classification == "2022" else held.code_old,
                ),
            )
            for held in catalogue
        ]
        self.table.show_rows(rows, len(rows), "yang dibuka dulu")

    def _chosen(self) -> Service:
        return services.catalogue(self._context)[str(self.table.current())]

    def _edit(self, code: str) -> None:
        held = services.catalogue(self._context)[code]
        self._ask(held, _fields(held))

    def _ask(self, held: Service, fields: dict[str, Field]) -> None:
        """Ask for another state of a service; without the second person's consent the typed values come back."""

        def check() -> list[Problem]:
            return _not_numbers(fields) or services.check(_typed(held, fields))

        duration = clear(row(fields["duration"], fields["unit"]))
        codes = clear(row(fields["code_2022"], fields["code_old"]))
        if ask_form(
            held.name,
            "Berlaku mulai hari ini; permohonan yang sudah diterima tetap memakai aturan lamanya.",
            (
                fields["offered"],
                duration,
                fields["fee_rupiah"],
                fields["fee_basis"],
                codes,
                *(fields[name] for name in SIGNING),
            ),
            fields,
            check,
            icon="list-checks",
            parent=self,
        ):
            self._change(held, _typed(held, fields))

    def _change(self, held: Service, typed: Service) -> None:
        approval = None
        if services.changes_fee(self._context, typed):
            words = f"Biaya {held.name} dari {fee(fee_of(held))} menjadi {fee(fee_of(typed))}, berlaku mulai hari ini."
            approval = ask_approval(self._context, Right.CHANGE_FEE, words, self)
            if approval is None:
                self._ask(held, _fields(typed))
                return
        services.change(self._context, typed, self._context.today(), approval)
        self.refresh()


def _fields(held: Service) -> dict[str, Field]:
    fields: dict[str, Field] = {
        "offered": ChoiceField("Keadaan", OFFERED),
        "duration": TextField("Waktu layanan"),
        "unit": ChoiceField("Satuan waktu", UNITS),
        "fee_rupiah": TextField("Biaya dalam rupiah", "0 berarti gratis."),
        "fee_basis": TextField("Nomor dan tahun perda", optional=True),
        "code_2022": TextField("Kode klasifikasi 2022"),
        "code_old": TextField("Kode lama", optional=True),
        "signatories": ChoiceField("Yang boleh menandatangani", SIGNERS),
        "authority": ChoiceField("Wewenang camat", AUTHORITIES),
        "authority_basis": TextField("Keputusan bupati", "Nomor dan tahun keputusan pelimpahan.", optional=True),
    }
    for name, value in (
        ("offered", "open" if held.offered else "closed"),
        ("duration", str(held.duration.amount)),
        ("unit", held.duration.unit.value),
        ("fee_rupiah", str(held.fee_rupiah)),
        ("fee_basis", held.fee_basis),
        ("code_2022", held.code_2022),
        ("code_old", held.code_old),
        ("signatories", " ".join(posts_of(held)) or "head"),
        ("authority", authority_of(held).value or "own"),
        ("authority_basis", held.authority_basis),
    ):
        _field(fields, name).set_value(value)
    return fields


def _not_numbers(fields: dict[str, Field]) -> list[Problem]:
    """Ask for digits where words stand; a fee that cannot be read must not become free of charge."""
    texts = {
        "duration": "Tulis waktu dengan angka, misalnya 30.",
        "fee_rupiah": "Tulis biaya dengan angka, misalnya 5000.",
    }
    return [Problem(name, text) for name, text in texts.items() if not _number(fields, name).isdecimal()]


def _number(fields: dict[str, Field], name: str) -> str:
    """Return what was typed without Rp and the dots of thousands."""
    return _field(fields, name).value().removeprefix("Rp").replace(".", "").replace(" ", "")


def _typed(held: Service, fields: dict[str, Field]) -> Service:
    return replace(
        held,
        offered=_field(fields, "offered").value() == "open",
        duration=Duration(int(_number(fields, "duration")), Unit(_field(fields, "unit").value())),
        fee_rupiah=int(_number(fields, "fee_rupiah")),
        fee_basis=_field(fields, "fee_basis").value(),
        code_2022=_field(fields, "code_2022").value(),
        code_old=_field(fields, "code_old").value(),
        signatories=tuple(_field(fields, "signatories").value().split()) if held.signatories else (),
        authority=Authority(_field(fields, "authority").value().replace("own", "")),
        authority_basis=_field(fields, "authority_basis").value(),
    )


def _field(fields: dict[str, Field], name: str) -> TextField | ChoiceField:
    found = fields[name]
    assert isinstance(found, TextField | ChoiceField)
    return found


def _state(held: Service) -> tuple[str, str]:
    if held.status is ServiceStatus.HISTORICAL:
        return "Dihapus", "neutral"
    return ("Dibuka", "good") if held.offered else ("Ditutup", "neutral")
