"""A service while it is edited: begun from a version, kept through a power cut, and recorded once it is right."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from paten_desk.documents import grammar
from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import OutputKind, Requirement, Scope, Service, authority_of, posts_of
from paten_desk.domain.errors import NotFound, Problem
from paten_desk.domain.letters import REJECTION
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Approval
from paten_desk.domain.service_checks import is_open
from paten_desk.store import drafts
from paten_desk.store.connection import transaction
from paten_desk.usecases import letter_texts, reference, services, text_editing, text_samples
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_blocks import parse

PAGE, NEW = "service.", ""
NUMBERS = {
    "duration": "Tulis waktu dengan angka, misalnya 30.",
    "fee_rupiah": "Tulis biaya dengan angka, misalnya 5000.",
    "valid_days": "Tulis masa berlaku dengan angka; 0 berarti tanpa batas.",
}
USUAL_DAYS = Duration(1, Unit.DAYS)


@dataclass(frozen=True, slots=True)
class ServiceDraft:
    """One service as it stands in the wizard.

    Attributes:
        of: Code of the service that is edited, or `NEW`.
        duration, fee_rupiah, valid_days: As typed, readable or not; `service` has the last readable ones.
        since: First day of the version, None where what is typed names none.

    """

    service: Service
    of: str
    duration: str
    fee_rupiah: str
    valid_days: str
    since: date | None

    @property
    def is_new(self) -> bool:
        """Say whether the service is not in the catalogue yet."""
        return self.of == NEW


def begin(context: Context, code: str, *, coming: bool = False) -> ServiceDraft:
    """Begin a new version of a service: from the one in force, or from the one that waits for its day (`coming`)."""
    if coming:
        held = services.coming(context)[code]
        return _draft(held, code, held.since)
    return _draft(services.catalogue(context)[code], code, context.today())


def begin_new(context: Context, copied: str = "") -> ServiceDraft:
    """Begin a service of the office's own, empty or as a copy of another.

    Raises:
        NotFound: The law abolished the other one, or only somebody else may offer it.

    """
    if not copied:
        return _draft(_blank(), NEW, context.today())
    held = services.catalogue(context)[copied]
    if not is_open(held):
        raise NotFound(f"{held.name} tidak dapat disalin.", "Pilih layanan lain yang masih berlaku sebagai contoh.")
    copy = replace(held, code="", name="", id="", offered=True, fee_rupiah=0, fee_basis="")
    return _draft(copy, NEW, context.today())


def keep(context: Context, draft: ServiceDraft) -> None:
    """Keep what is typed for its owner."""
    body = msgspec.json.encode(draft).decode()
    if body != drafts.kept(context.user.id, PAGE + draft.of):
        with transaction():
            drafts.keep(context.user.id, PAGE + draft.of, context.now(), body)


def kept(context: Context, code: str) -> ServiceDraft | None:
    """Return what this user typed for a service and did not record, or None."""
    try:
        return msgspec.json.decode(drafts.kept(context.user.id, PAGE + code) or "null", type=ServiceDraft | None)
    except msgspec.DecodeError:
        return None  # an older program's draft; nothing of the record is lost


def forget(context: Context, code: str) -> None:
    """Forget what this user typed for a service."""
    if drafts.kept(context.user.id, PAGE + code):
        with transaction():
            drafts.drop(context.user.id, PAGE + code)


def read(draft: ServiceDraft) -> Service:
    """Return the service with the numbers that can be read."""
    service = draft.service
    amount, fee, days = (_number(text) for text in (draft.duration, draft.fee_rupiah, draft.valid_days))
    return replace(
        service,
        duration=service.duration if amount is None else Duration(amount, service.duration.unit),
        fee_rupiah=service.fee_rupiah if fee is None else fee,
        valid_days=service.valid_days if days is None else days,
    )


def before(context: Context, draft: ServiceDraft) -> Service | None:
    """Return the version that counts on the draft's first day as long as the draft is not recorded."""
    return None if draft.is_new else services.catalogue(context, draft.since).get(draft.of)


def problems(context: Context, draft: ServiceDraft) -> list[Problem]:
    """List what is wrong with a draft; a number that cannot be read must not become another one."""
    typed = {"duration": draft.duration, "fee_rupiah": draft.fee_rupiah, "valid_days": draft.valid_days}
    unread = [Problem(field, NUMBERS[field]) for field, text in typed.items() if _number(text) is None]
    names = {problem.field for problem in unread}
    service = read(draft)
    found = services.check_new(service.code) if draft.is_new else []
    found += [problem for problem in services.check(service) if problem.field not in names]
    if not found and is_open(service):
        found += _unasked(context, service)
    if context.office.classification != "2022" and not service.code_old.strip():
        found.append(Problem("code_old", "Kantor ini memakai kode lama; isi kode klasifikasi lama."))
    return [*unread, *found, *services.check_since(context, draft.since)]


def changes_fee(context: Context, draft: ServiceDraft) -> bool:
    """Say whether a second person must agree."""
    return services.changes_fee(context, read(draft), draft.since)


def record(context: Context, draft: ServiceDraft, approval: Approval | None = None) -> Service:
    """Record the draft as a version that counts from its day on, and forget it as a draft.

    Raises:
        NoRight, Invalid: Not by this user, or not alone; not with these values.

    """
    assert draft.since is not None
    act = services.create if draft.is_new else services.change
    made = act(context, _tidy(read(draft)), draft.since, approval)
    forget(context, draft.of)
    return made


def key_of(label: str, taken: tuple[str, ...]) -> str:
    """Make a key for a blank or a column from its words: ASCII, and none that is taken."""
    folded = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", folded).strip("_")[:32] or "isian"
    stem = stem if stem[0].isalpha() else f"isian_{stem}"
    tries = (stem, *(f"{stem}_{number}" for number in range(2, 99)))
    return next(key for key in tries if key not in taken)


def condition(typed: str) -> str:
    """Write a condition of a paper as all of them are written: "bila ...", or ""."""
    words = clean(typed)
    if not words or words.casefold() in ("bila", "jika"):
        return ""
    first, _, rest = words.partition(" ")
    return f"bila {rest}" if first.casefold() in ("bila", "jika", "kalau", "apabila") else f"bila {words}"


def texts(context: Context, output: OutputKind) -> list[tuple[str, str]]:
    """List the letter texts that fit what a service gives: the name and the words of each, frames first."""
    if output is OutputKind.NONE:
        return []
    wanted = output is OutputKind.COUNTERSIGN
    held = [each for each in text_editing.names(context) if text_editing.is_sheet(context, each.name) is wanted]
    held = [each for each in held if each.name != REJECTION]
    held.sort(key=lambda each: each.name not in text_editing.FRAMES)
    return [(each.name, each.words) for each in held]


def books(context: Context) -> list[str]:
    """List the register books that services are written into."""
    return list(dict.fromkeys(held.register_book for held in services.catalogue(context).values() if is_open(held)))


def _draft(service: Service, of: str, since: date) -> ServiceDraft:
    authority = authority_of(service)
    service = replace(service, signatories=posts_of(service), authority=authority)
    return ServiceDraft(
        service, of, str(service.duration.amount), str(service.fee_rupiah), str(service.valid_days), since
    )


def _blank() -> Service:
    first = reference.shipped_services()[0]
    return Service(
        code="",
        name="",
        category=first.category,
        scope=Scope.NON_LICENCE,
        output=OutputKind.LETTER,
        requirements=(Requirement("-1", "Fotokopi KTP-el pemohon (asli diperlihatkan)"),),
        duration=USUAL_DAYS,
        legal_basis="",
        code_2022="",
        code_old="",
        verifier="",
        signatories=("head",),
        register_book=first.register_book,
        template="statement",
    )


def _number(text: str) -> int | None:
    """Read digits without Rp and the dots of thousands; None where they are none."""
    digits = text.removeprefix("Rp").replace(".", "").replace(" ", "")
    return int(digits) if digits.isascii() and digits.isdecimal() else None


def _tidy(service: Service) -> Service:
    """Clean what was typed; rows keep their keys."""
    texts = ("name", "legal_basis", "code_2022", "code_old", "fee_basis", "title", "statement", "addressed_to")
    cleaned = {name: clean(getattr(service, name)) for name in (*texts, "authority_basis")}
    papers = tuple(replace(paper, text=clean(paper.text), when=clean(paper.when)) for paper in service.requirements)
    blanks = tuple(replace(blank, label=clean(blank.label)) for blank in service.fields)
    return replace(service, **cleaned, requirements=papers, fields=blanks)


def _printed(name: str) -> list[str]:
    """List what a text cannot do without: blanks by name, and the lists of its tables as "[list]"."""
    found: dict[str, None] = {}
    for block in parse(letter_texts.source(name, date.max)).blocks:
        if block.when:
            continue
        if block.kind == "table":
            found[f"[{block.list_name}]"] = None
            continue
        for row in (*block.rows, *block.right):
            read_row = () if row.when else grammar.read(row.text, lambda _: True)
            found |= dict.fromkeys(grammar.needed(read_row))
    return list(found)


def _unasked(context: Context, service: Service) -> list[Problem]:
    """Compare what the text always prints with what the service gives it: a letter with a gap cannot be issued."""
    if not service.template:
        return []
    words = text_samples.words(context, service.template) | text_samples.list_words(context, service.template)
    printed, asked = _printed(service.template), text_samples.asked(service)
    lists = {field.key for field in service.fields if field.columns}
    lacking = [words.get(name, name) for name in printed if name.startswith("field.") and name not in asked]
    tables = [name[1:-1] for name in printed if name.startswith("[")]
    lacking += [f"daftar {words.get(name, name)}" for name in tables if name not in lists]
    found = []
    if lacking:
        found.append(Problem("template", f"Naskah ini mencetak {', '.join(lacking)}; tambahkan di halaman Isian."))
    if "statement" in printed and not service.statement.strip():
        found.append(Problem("statement", "Isi kalimat pokok yang diterangkan surat ini."))
    return found
