"""Layanan: what is offered, how soon, at what fee; changes count from today and leave older requests alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import Service, ServiceStatus, fee_of
from paten_desk.domain.formats import fee
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ChoiceField, Field, TextField, show_problems
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import clear, column, row
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
UNITS = ((Unit.MINUTES.value, "menit kerja"), (Unit.DAYS.value, "hari kerja"))


class ServicesTab(QWidget):
    """All services; Enter edits one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self.table = Table(
            "Layanan",
            COLUMNS,
            Empty("list-checks", "Katalog layanan kosong", "Pasang ulang PATEN Desk dari paket resminya."),
            keys=(("↑↓", "pilih"), ("Enter", "ubah")),
        )
        self.edit = Button("Ubah layanan", "primary", "pencil", "F2")
        self.setLayout(column(self.table, row(None, self.edit)))
        self.table.opened.connect(lambda code: self._edit(str(code)))
        self.edit.clicked.connect(lambda: self._edit(str(self.table.current())))

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

    def _edit(self, code: str) -> None:
        held = services.catalogue(self._context)[code]
        fields: dict[str, Field] = {
            "offered": ChoiceField("Keadaan", OFFERED),
            "duration": TextField("Waktu layanan"),
            "unit": ChoiceField("Satuan waktu", UNITS),
            "fee_rupiah": TextField("Biaya dalam rupiah", "0 berarti gratis."),
            "fee_basis": TextField("Nomor dan tahun perda", optional=True),
            "code_2022": TextField("Kode klasifikasi 2022"),
            "code_old": TextField("Kode klasifikasi lama", optional=True),
        }
        for name, value in (
            ("offered", "open" if held.offered else "closed"),
            ("duration", str(held.duration.amount)),
            ("unit", held.duration.unit.value),
            ("fee_rupiah", str(held.fee_rupiah)),
            ("fee_basis", held.fee_basis),
            ("code_2022", held.code_2022),
            ("code_old", held.code_old),
        ):
            _field(fields, name).set_value(value)
        edited: list[Service] = []

        def allowed() -> bool:
            edited[:] = [_typed(held, fields)]
            first = show_problems(fields, services.check(edited[0]))
            if first is not None:
                first.editor.setFocus()
            return first is None

        notice = Notice(
            held.name,
            "Berlaku mulai hari ini; permohonan yang sudah diterima tetap memakai aturan lamanya.",
            (("", BACK), ("yes", "Simpan")),
            inside=clear(column(*fields.values())),
            allowed=allowed,
            parent=self,
        )
        if notice.ask() == "yes":
            services.change(self._context, edited[0], self._context.today())
            self.refresh()


def _typed(held: Service, fields: dict[str, Field]) -> Service:
    def number(name: str) -> int:
        digits = "".join(letter for letter in _field(fields, name).value() if letter.isdigit())
        return int(digits or 0)

    return replace(
        held,
        offered=_field(fields, "offered").value() == "open",
        duration=Duration(number("duration"), Unit(_field(fields, "unit").value())),
        fee_rupiah=number("fee_rupiah"),
        fee_basis=_field(fields, "fee_basis").value(),
        code_2022=_field(fields, "code_2022").value(),
        code_old=_field(fields, "code_old").value(),
    )


def _field(fields: dict[str, Field], name: str) -> TextField | ChoiceField:
    found = fields[name]
    assert isinstance(found, TextField | ChoiceField)
    return found


def _state(held: Service) -> tuple[str, str]:
    if held.status is ServiceStatus.HISTORICAL:
        return "Dihapus", "neutral"
    return ("Dibuka", "good") if held.offered else ("Ditutup", "neutral")
