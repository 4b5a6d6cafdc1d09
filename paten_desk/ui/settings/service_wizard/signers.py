"""Page 5: who signs, and by what right."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.catalogue import Authority, OutputKind, posts_of
from paten_desk.domain.service_changes import AUTHORITY_NAMES
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ChoiceField, TextField
from paten_desk.ui.settings.service_wizard.part import ServicePart
from paten_desk.ui.widgets import clear, column, label, scroll
from paten_desk.usecases.service_drafts import ServiceDraft

POSTS = (
    ("head", "Camat"),
    ("head secretary", "Camat atau Sekcam"),
    ("head secretary section_head", "Camat, Sekcam, atau Kasi"),
)
CAMAT, NOT_OWN = "own", "Layanan ini tidak memberi surat, jadi tidak ada yang menandatangani."
BY_MANDATE = "Delegasi: camat menandatangani atas nama jabatannya sendiri. Mandat: a.n. Bupati."


class SignersPart(ServicePart):
    """Posts that may sign, and the bupati's decision where the task is not the camat's own."""

    stop = "Penanda tangan"
    title = "Penanda tangan dan wewenang"
    second = "Sekcam dan Kasi menandatangani a.n. Camat."
    owned = ("signatories", "authority", "authority_basis")

    def __init__(self) -> None:
        super().__init__()
        self._has_paper = True
        self.posts = ChoiceField("Yang boleh menandatangani", POSTS)
        rights = [(right.value or CAMAT, words) for right, words in AUTHORITY_NAMES.items()]
        self.authority = ChoiceField("Wewenang camat", rights, hint=BY_MANDATE)
        self.basis = TextField("Keputusan bupati", "Nomor dan tahun keputusan pelimpahan.", optional=True)
        self.fields = {"signatories": self.posts, "authority": self.authority, "authority_basis": self.basis}
        self._none = label(NOT_OWN, "second", wrap=True)
        self._asked = clear(column(self.posts, self.authority, self.basis, gap=t.S3))
        self.setLayout(column(scroll(clear(column(Card().add(self._none, self._asked), None)))))
        self.hear(self.posts, self.authority, self.basis)

    def begin(self) -> None:
        if self._has_paper:
            super().begin()

    def fill(self, draft: ServiceDraft) -> None:
        service = draft.service
        self._has_paper = service.output is not OutputKind.NONE
        self._none.setVisible(not self._has_paper)
        self._asked.setVisible(self._has_paper)
        chosen = " ".join(
            post for post, _ in (("head", 0), ("secretary", 0), ("section_head", 0)) if post in posts_of(service)
        )
        self.posts.set_value(chosen if chosen in dict(POSTS) else "head")
        self.authority.set_value(service.authority.value or CAMAT)
        self.basis.set_value(service.authority_basis)

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        service = replace(
            draft.service,
            signatories=tuple(self.posts.value().split()) if self._has_paper else (),
            authority=Authority(self.authority.value().replace(CAMAT, "")),
            authority_basis=self.basis.value(),
        )
        return replace(draft, service=service)
