"""Page 1: what the service is called, on what law it rests, and where it belongs."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.catalogue import OutputKind, Scope
from paten_desk.domain.service_changes import SCOPE_NAMES
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ChoiceField, ComboField, TextField
from paten_desk.ui.settings.service_wizard.part import Pairs, ServicePart
from paten_desk.ui.widgets import clear, column, scroll
from paten_desk.usecases import service_choices
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import ServiceDraft

OFFERED = (("open", "Dibuka"), ("closed", "Ditutup"))
OUTPUTS = (
    (OutputKind.LETTER.value, "Surat"),
    (OutputKind.REFERRAL.value, "Surat ke instansi lain"),
    (OutputKind.COUNTERSIGN.value, "Mengetahui"),
    (OutputKind.NONE.value, "Tanpa surat"),
)
NOBODY = "-"


class BasisPart(ServicePart):
    """Name and legal basis; code, result and register book are chosen once, when the service is made."""

    stop = "Nama dan dasar hukum"
    title = "Nama dan dasar hukum"
    second = "Yang dilihat warga pada papan layanan dan petugas pada daftar."
    owned = (
        *("code", "name", "category", "verifier", "scope", "offered", "legal_basis"),
        *("code_2022", "code_old", "output", "register_book"),
    )

    def __init__(self, context: Context, *, is_new: bool) -> None:
        super().__init__()
        self.code = TextField("Kode", "Tetap selamanya, misalnya SKTM.", capitals=True, longest=8)
        self.name_field = TextField("Nama layanan", longest=100)
        self.category = ComboField("Kelompok", [(each, each) for each in service_choices.categories(context)])
        sections = [(NOBODY, "Petugas yang ditunjuk")]
        sections += [(each, each) for each in service_choices.sections(context)]
        self.verifier = ComboField("Bagian yang memeriksa", sections)
        self.scope = ChoiceField("Lingkup", [(scope.value, words) for scope, words in SCOPE_NAMES.items()])
        self.offered = ChoiceField("Keadaan", OFFERED)
        self.legal_basis = TextField("Dasar hukum", "Peraturan dan nomornya, dipisahkan titik koma.", longest=300)
        self.code_2022 = TextField("Kode klasifikasi 2022", "Permendagri 83/2022, misalnya 400.12.3.1.")
        self.code_old = TextField("Kode klasifikasi lama", optional=context.office.classification == "2022")
        self.output = ChoiceField("Yang diterima warga", OUTPUTS)
        self.book = ComboField("Buku register", [(each, each) for each in service_choices.books(context)])
        self.fields = {
            "code": self.code,
            "name": self.name_field,
            "category": self.category,
            "verifier": self.verifier,
            "scope": self.scope,
            "offered": self.offered,
            "legal_basis": self.legal_basis,
            "code_2022": self.code_2022,
            "code_old": self.code_old,
            "output": self.output,
            "register_book": self.book,
        }
        once = (self.code, self.output, self.book)
        if not is_new:
            for part in once:
                self.fields = {name: field for name, field in self.fields.items() if field is not part}
        lines = [
            (self.code, self.name_field) if is_new else (self.name_field,),
            (self.category, self.verifier),
            (self.scope, self.offered),
            (self.legal_basis,),
            (self.code_2022, self.code_old),
            *([(self.output, self.book)] if is_new else []),
        ]
        self._is_new = is_new
        self.setLayout(column(scroll(clear(column(Card().add(Pairs(*lines)), None)))))
        self.hear(*self.fields.values())

    def fill(self, draft: ServiceDraft) -> None:
        service = draft.service
        self.code.set_value(service.code)
        self.name_field.set_value(service.name)
        self.category.set_value(service.category)
        self.verifier.set_value(service.verifier or NOBODY)
        self.scope.set_value(service.scope.value)
        self.offered.set_value("open" if service.offered else "closed")
        self.legal_basis.set_value(service.legal_basis)
        self.code_2022.set_value(service.code_2022)
        self.code_old.set_value(service.code_old)
        self.output.set_value(service.output.value)
        self.book.set_value(service.register_book)

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        service = replace(
            draft.service,
            name=self.name_field.value(),
            category=self.category.value(),
            verifier=self.verifier.value().replace(NOBODY, ""),
            scope=Scope(self.scope.value()),
            offered=self.offered.value() == "open",
            legal_basis=self.legal_basis.value(),
            code_2022=self.code_2022.value(),
            code_old=self.code_old.value(),
        )
        if self._is_new:
            service = replace(
                service,
                code=self.code.value(),
                output=OutputKind(self.output.value()),
                register_book=self.book.value(),
            )
        if service.output is not draft.service.output:
            none = service.output is OutputKind.NONE
            service = replace(service, template="", steps=None, signatories=() if none else ("head",))
        return replace(draft, service=service)
