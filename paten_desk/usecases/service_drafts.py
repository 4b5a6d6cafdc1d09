"""A service while it is edited: begun from a version, kept through a power cut, and recorded once it is right."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import OutputKind, Requirement, Scope, Service, authority_of, posts_of
from paten_desk.domain.errors import NotFound, Problem
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Approval
from paten_desk.domain.service_checks import is_open
from paten_desk.store import drafts
from paten_desk.store.connection import transaction
from paten_desk.usecases import reference, service_choices, services
from paten_desk.usecases.context import Context

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
        found += service_choices.unasked(context, service)
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
    return replace(
        service,
        name=clean(service.name),
        legal_basis=clean(service.legal_basis),
        code_2022=clean(service.code_2022),
        code_old=clean(service.code_old),
        fee_basis=clean(service.fee_basis),
        title=clean(service.title),
        statement=clean(service.statement),
        addressed_to=clean(service.addressed_to),
        authority_basis=clean(service.authority_basis),
        requirements=tuple(
            replace(each, text=clean(each.text), when=clean(each.when)) for each in service.requirements
        ),
        fields=tuple(replace(each, label=clean(each.label)) for each in service.fields),
    )
