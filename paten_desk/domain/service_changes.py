"""What is different between two versions of a service, in the words of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paten_desk.domain.catalogue import (
    Authority,
    Requirement,
    Scope,
    Service,
    ServiceField,
    authority_of,
    fee_of,
    posts_of,
)
from paten_desk.domain.formats import fee
from paten_desk.domain.workflow import Action

POST_NAMES = {"head": "Camat", "secretary": "Sekcam", "section_head": "Kasi"}
AUTHORITY_NAMES = {
    Authority.OWN: "Camat sendiri",
    Authority.DELEGATED: "Delegasi bupati",
    Authority.MANDATED: "Mandat (a.n. Bupati)",
}
SCOPE_NAMES = {Scope.LICENCE: "Perizinan", Scope.NON_LICENCE: "Nonperizinan"}
OPTIONAL_STEPS = {
    Action.VERIFY: "Verifikasi",
    Action.FIELD_CHECK: "Periksa lapangan",
    Action.INITIAL_SECTION: "Paraf Kasi",
    Action.INITIAL_SECRETARY: "Paraf Sekcam",
}
FIELD_KIND_NAMES = {
    "text": "Teks pendek",
    "long": "Teks panjang",
    "date": "Tanggal",
    "number": "Angka",
    "rupiah": "Uang",
    "time": "Jam",
    "list": "Daftar",
}
NOTHING, TEXT = "tidak ada", "Naskah surat"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different; `before` or `after` is "" where it is not there."""

    what: str
    before: str
    after: str


def compare(before: Service | None, after: Service, was: Iterable[Action], is_now: Iterable[Action]) -> list[Change]:
    """List what is different; `was` and `is_now` are the steps that requests of each version take.

    A service that is new is told as a whole.
    """
    old = _facts(before, was) if before is not None else {}
    found = [
        Change(what, old.get(what, ""), text)
        for what, text in _facts(after, is_now).items()
        if old.get(what, "" if before is None else None) != text
    ]
    papers = before.requirements if before is not None else ()
    blanks = before.fields if before is not None else ()
    return [*found, *_papers(papers, after.requirements), *_blanks(blanks, after.fields)]


def _facts(service: Service, steps: Iterable[Action]) -> dict[str, str]:
    signs = " atau ".join(POST_NAMES.get(post, post) for post in posts_of(service))
    return {
        "Nama": service.name,
        "Keadaan": "dibuka" if service.offered else "ditutup",
        "Kelompok": service.category,
        "Bagian yang memeriksa": service.verifier or NOTHING,
        "Lingkup": SCOPE_NAMES[service.scope],
        "Dasar hukum": service.legal_basis,
        "Kode klasifikasi": " / ".join(code for code in (service.code_2022, service.code_old) if code),
        "Langkah": ", ".join(OPTIONAL_STEPS[each] for each in steps if each in OPTIONAL_STEPS) or NOTHING,
        "Penanda tangan": signs or NOTHING,
        "Wewenang": " ".join((AUTHORITY_NAMES[authority_of(service)], service.authority_basis)).strip(),
        "Waktu layanan": str(service.duration),
        "Masa berlaku surat": f"{service.valid_days} hari" if service.valid_days else "tanpa batas",
        "Biaya": " ".join((fee(fee_of(service)), service.fee_basis)).strip(),
        TEXT: service.template or NOTHING,
        "Judul surat": service.title or NOTHING,
        "Kalimat surat": service.statement or NOTHING,
        "Ditujukan kepada": service.addressed_to or NOTHING,
    }


def _papers(before: tuple[Requirement, ...], after: tuple[Requirement, ...]) -> Iterator[Change]:
    old, new = ({paper.key: _paper(paper) for paper in held} for held in (before, after))
    yield from _rows("Berkas", old, new)
    if before and set(old) == set(new) and list(old) != list(new):
        yield Change("Urutan berkas", "lama", "diubah")


def _paper(paper: Requirement) -> str:
    return f"{paper.text} ({paper.when})" if paper.when else paper.text


def _blanks(before: tuple[ServiceField, ...], after: tuple[ServiceField, ...]) -> Iterator[Change]:
    old, new = ({blank.key: _blank(blank) for blank in held} for held in (before, after))
    yield from _rows("Isian", old, new)
    if before and set(old) == set(new) and list(old) != list(new):
        yield Change("Urutan isian", "lama", "diubah")


def _blank(blank: ServiceField) -> str:
    kind = FIELD_KIND_NAMES.get(blank.kind, blank.kind).lower()
    columns = f": {', '.join(said for _, said in blank.columns)}" if blank.columns else ""
    return f"{blank.label} ({kind}{columns}{'' if blank.required else ', boleh kosong'})"


def _rows(name: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key, ""), new.get(key, "")
        if before != after:
            what = f"{name} {'ditambah' if not before else 'dihapus' if not after else 'diubah'}"
            yield Change(what, before, after)
