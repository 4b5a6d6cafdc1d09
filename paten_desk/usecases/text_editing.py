"""Edit the texts of letters: every change is a version with its day and its reason, and none is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from paten_desk.documents import templates
from paten_desk.domain import letter_texts as rules
from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.errors import Invalid, NotFound, Problem, WrongStatus
from paten_desk.domain.formats import long_date
from paten_desk.domain.letter_texts import LetterText
from paten_desk.domain.letters import REJECTION
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right, User
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import letter_texts, text_checks, text_drafts, text_samples, text_words
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_blocks import parse
from paten_desk.usecases.text_words import Change

SHORTEST_NOTE = 5
SHIPPED, OWN = "Bawaan", "Kantor ini"
ALL_SERVICES = "semua"
FRAMES = {
    "recommendation": "Kerangka rekomendasi",
    "referral": "Kerangka pengantar",
    "statement": "Kerangka surat keterangan",
}
"""Texts whose title is the service's own: they serve services that an office adds."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text as it counts today.

    Attributes:
        words: The one service that uses it, else what stands over the letter.
        used_by: Codes of the services that use it, or `ALL_SERVICES`.
        kind: "Surat keterangan", "Surat dinas" or "Lembar mengetahui".
        since: First day of this version; None for the shipped one.
        by: Who made this version; "" for the shipped one.
        origin: `SHIPPED`, `OWN`, or the name of the office whose pack it came by.
        coming: First day of a version that waits, or None.

    """

    name: str
    words: str
    used_by: tuple[str, ...]
    kind: str
    since: date | None
    by: str
    origin: str
    coming: date | None


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One version of a text.

    Attributes:
        version: What letters carry of it.
        since: None for the shipped one where nothing was ever recorded.
        is_shipped: It is the program's own text, or goes back to it.
        counts: It is the one in force today.
        waits: Its day is still to come.

    """

    version: str
    since: date | None
    recorded_at: datetime | None
    by: str
    note: str
    pack: str
    is_shipped: bool
    counts: bool
    waits: bool = False


def names(context: Context) -> list[TextRow]:
    """List all texts, by their words."""
    held = journal.load_all(LetterText)
    every = {*templates.names(), *(text.name for text in held)}
    return sorted((_row(context, name, held) for name in every), key=lambda row: row.words.casefold())


def title(context: Context, name: str) -> str:
    """Return what stands over the letter, for people."""
    return _title(context, name, letter_texts.source(name, context.today()))


def is_sheet(context: Context, name: str) -> bool:
    """Say whether a text is printed on a sheet that takes note of somebody else's paper."""
    held = text_samples.services_of(context, name)
    return name != REJECTION and bool(held) and held[0].output is OutputKind.COUNTERSIGN


def source(context: Context, name: str) -> str:
    """Return the file of the text that counts today.

    Raises:
        PatenError: There is no text of this name.

    """
    return letter_texts.source(name, context.today()).decode()


def newest(context: Context, name: str) -> str:
    """Return the file of the text that counts once every version recorded so far has begun; that one is edited on."""
    return letter_texts.source(name, date.max).decode()


def standing(context: Context, name: str) -> str:
    """Say since when the newest version of a text counts."""
    held = rules.in_force(journal.load_all(LetterText), name, date.max)
    if held is None:
        return "Naskah bawaan"
    if held.since > context.today():
        return f"Berlaku mulai {long_date(held.since)}; sampai hari itu surat memakai versi sebelumnya"
    return f"Versi sejak {long_date(held.since)}"


def versions(context: Context, name: str) -> list[TextVersion]:
    """List every version of a text, the newest first and the shipped one last."""
    held = [text for text in journal.load_all(LetterText) if text.name == name]
    counts = rules.in_force(held, name, context.today())
    shipped = templates.version_of(templates.shipped(name)) if name in templates.names() else ""
    found = [_version(context, text, shipped, counts is text) for text in reversed(held)]
    if shipped:
        found.append(TextVersion(shipped, None, None, "", "Naskah bawaan PATEN Desk", "", True, counts is None))
    return found


def source_of_version(name: str, version: str) -> str:
    """Return the file of one version.

    Raises:
        NotFound: This office has no such version.

    """
    held = [text.source.encode() for text in journal.load_all(LetterText) if text.name == name and text.source]
    shipped = [templates.shipped(name)] if name in templates.names() else []
    for raw in (*held, *shipped):
        if templates.version_of(raw) == version:
            return raw.decode()
    raise NotFound(f"Naskah {name} versi {version} tidak ada di kantor ini.", "Muat ulang daftar versinya.")


def check(context: Context, name: str, source: str) -> list[Problem]:
    """List what is wrong with a text; see `text_checks`."""
    return text_checks.check(context, name, source)


def preview(context: Context, name: str, source: str) -> bytes:
    """Draw a text with the office's letterhead and sample values, marked CONTOH.

    Raises:
        Rejected: It cannot be read.

    """
    return text_samples.draw(context, name, templates.read(name, source.encode()))


def look(context: Context, name: str, source: str) -> tuple[bytes, list[Problem]]:
    """Check a text and draw it; no page where it cannot be drawn yet."""
    found = check(context, name, source)
    if any(problem.blocks and problem.field != "text" for problem in found):
        return b"", found
    return preview(context, name, source) if parse(source).blocks else b"", found


def save(context: Context, name: str, source: str, since: date | None, note: str) -> LetterText:
    """Record a new version of a text that counts from a day on; letters that are there keep theirs.

    Raises:
        NoRight, Invalid: Not by this user; not this text, day or reason ("since", "note", or as `check` names them).

    """
    context.demand(Right.CHANGE_SERVICE)
    found = [*asked(context, since, note), *check(context, name, source)]
    if since is None or any(problem.blocks for problem in found):
        raise Invalid(found)
    if parse(source) == parse(letter_texts.source(name, since)):
        raise WrongStatus("Naskah ini sama dengan yang sudah berlaku.", "Ubah isinya dahulu, lalu simpan.")
    made = LetterText(context.new_id(), name, since, source, clean(note))
    with transaction():
        journal.record(context.stamp(), "changed", made)
        text_drafts.forget(context, name)
    return made


def asked(context: Context, since: date | None, note: str) -> list[Problem]:
    """List what is wrong with the day and the reason of a change."""
    found = []
    if since is None:
        found.append(Problem("since", "Tulis tanggal mulai berlakunya."))
    elif since < context.today():
        found.append(Problem("since", "Naskah berlaku paling cepat hari ini."))
    if len(clean(note)) < SHORTEST_NOTE:
        found.append(Problem("note", f"Tulis alasan perubahan dengan paling sedikit {SHORTEST_NOTE} huruf."))
    return found


def roll_back(context: Context, name: str, version: str, note: str) -> LetterText:
    """Let an older version count again from today on, also instead of versions that wait for their day.

    Raises:
        NoRight, NotFound, WrongStatus, Invalid: Not by this user; no such version; it counts already; no reason, or
            the services of today ask for something else.

    """
    context.demand(Right.CHANGE_SERVICE)
    again = source_of_version(name, version)
    today = context.today()
    coming = sorted({text.since for text in journal.load_all(LetterText) if text.name == name and text.since > today})
    if again == letter_texts.source(name, today).decode() == newest(context, name):
        raise WrongStatus("Versi ini sudah berlaku.", "Pilih versi lain pada daftar.")
    is_shipped = name in templates.names() and again.encode() == templates.shipped(name)
    found = asked(context, today, note) + ([] if is_shipped else check(context, name, again))
    if any(problem.blocks for problem in found):
        raise Invalid(found)
    text = "" if is_shipped else again
    made = [LetterText(context.new_id(), name, day, text, clean(note)) for day in (today, *coming)]
    with transaction():
        for each in made:
            journal.record(context.stamp(), "changed", each)
    return made[0]


def compare(context: Context, name: str, one: str, other: str) -> list[Change]:
    """Compare two versions of a text in the words of people.

    Raises:
        NotFound: This office has no such version.

    """
    words = text_samples.words(context, name)
    first, second = (text_words.lines(parse(source_of_version(name, each)), words) for each in (one, other))
    return text_words.compare(first, second)


def _row(context: Context, name: str, held: Sequence[LetterText]) -> TextRow:
    counts = rules.in_force(held, name, context.today())
    coming = [text.since for text in held if text.name == name and text.since > context.today()]
    own = counts is not None and bool(counts.source)
    return TextRow(
        name,
        _title(context, name, letter_texts.source(name, context.today())),
        _used_by(context, name),
        _kind(context, name),
        counts.since if counts else None,
        _who(counts) if counts else "",
        (counts.pack or OWN) if own and counts else SHIPPED,
        min(coming, default=None),
    )


def _title(context: Context, name: str, raw: bytes) -> str:
    if name == REJECTION:
        return "Penolakan permohonan"
    held = text_samples.services_of(context, name)
    if len(held) == 1:
        return held[0].name
    text = parse(raw)
    if "{{title" in text.title + text.subject:
        return FRAMES.get(name, "Kerangka surat")
    said = text_words.shown(text.title or text.subject, text_samples.words(context, name)).capitalize()
    return f"{said} ({', '.join(service.code for service in held)})" if held else said


def _kind(context: Context, name: str) -> str:
    if is_sheet(context, name):
        return "Lembar mengetahui"
    return "Surat keterangan" if letter_texts.in_force(context, name)[0].title else "Surat dinas"


def _used_by(context: Context, name: str) -> tuple[str, ...]:
    if name == REJECTION:
        return (ALL_SERVICES,)
    return tuple(service.code for service in text_samples.services_of(context, name))


def _version(context: Context, text: LetterText, shipped: str, counts: bool) -> TextVersion:
    version = templates.version_of(text.source.encode()) if text.source else shipped
    first = journal.history(text.id)[0].fact
    is_shipped = version == shipped
    waits = text.since > context.today()
    return TextVersion(
        version, text.since, first.recorded_time, _who(text), text.note, text.pack, is_shipped, counts, waits
    )


def _who(text: LetterText) -> str:
    actor = journal.history(text.id)[0].fact.actor
    return journal.load(User, actor).display if journal.exists(actor) else "sistem"
