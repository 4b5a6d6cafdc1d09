"""Scans and phone photos of a request's papers: taken in, attached, looked at, taken off."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from paten_desk.domain.errors import Invalid, NotFound, PatenError
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.domain.scans import MOST_BYTES_IN, Scan, ScanDraft, ScanKind, ScanPersonal, check_reason
from paten_desk.store import archive, journal
from paten_desk.store import scans as store
from paten_desk.store.connection import transaction
from paten_desk.usecases.context import Context
from paten_desk.usecases.people import ONE_LOOK

FILES = "Pindaian dan foto (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.pdf);;Semua berkas (*)"
ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".pdf", ".heic"})
"""How the names of files end that a scanner or a phone makes; what they are says their content alone."""


def read(path: Path) -> bytes:
    """Read a file that shall be a scan; it stays where it is, as it is.

    Raises:
        PatenError: It is too large, or cannot be read.

    """
    from paten_desk.exchange import media  # with it comes what seals files, which no registration needs

    with suppress(OSError):  # the reading itself says it
        if path.stat().st_size > MOST_BYTES_IN:
            raise PatenError(
                f"Berkas {path.name} lebih besar dari {MOST_BYTES_IN // 1024**2} MB.",
                "Pindai lagi dengan 300 dpi, atau kirim fotonya dengan ukuran sedang.",
            )
    return media.read_file(path)


def take(context: Context, content: bytes, paper: str = "") -> ScanDraft:
    """Draw a picture or PDF anew and put it into the archive, for a visit that is not registered yet.

    Raises:
        NoRight, PatenError, StoreUnavailable: Not by this user; it cannot be taken in; the archive cannot be written.

    """
    context.demand(Right.REGISTER)
    from paten_desk.documents import scans  # with it comes Pillow, which no registration without scans needs

    made, now = scans.taken_in(content), context.now()
    volume = now.year * 100 + now.month
    return ScanDraft(archive.put(made.content, volume), volume, made.kind, made.pages, len(made.content), paper)


def attach(context: Context, request: str, paper: str, content: bytes) -> Scan:
    """Take in a picture or PDF and attach it to a request as one of its papers, "" for another one.

    Raises:
        NoRight, NotFound, PatenError, StoreUnavailable: Not by this user; no such request; as `take`.

    """
    context.demand(Right.REGISTER, journal.load(Request, request).service)
    return attach_taken(context, request, take(context, content, paper))


def attach_taken(context: Context, request: str, taken: ScanDraft) -> Scan:
    """Attach what is in the archive already; the same picture on the same request stays one scan.

    Raises:
        NoRight, NotFound: Not by this user; no such request.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Right.REGISTER, held.service)
        same = [each for each in store.of_request(request) if each.content == taken.content]
        return same[0] if same else record(context, held, taken)


def record(context: Context, request: Request, taken: ScanDraft) -> Scan:
    """Record a scan with its request, inside the transaction that records the request where it is new."""
    made = Scan(
        context.new_id(),
        request.id,
        taken.paper if taken.paper in {paper.key for paper in request.papers} else "",
        taken.content,
        taken.volume,
        taken.kind,
        taken.pages,
        taken.bytes,
    )
    journal.record(context.stamp(), "attached", made)
    return made


def of_request(context: Context, request: str) -> list[Scan]:
    """Return the scans that are on a request, in the order they came."""
    return store.of_request(request)


def content_of(context: Context, scan: str) -> bytes:
    """Return a scan to be read, and record who looked; the same look within a quarter of an hour counts once.

    Raises:
        NoRight, NotFound: Not by this user; no such scan, or it is no longer in the archive.

    """
    context.demand(Right.LOOK_UP)
    with transaction():
        held = journal.load(Scan, scan)
        content = _stored(held)
        newest = journal.history(scan)[-1].fact
        if newest.actor != context.user.id or context.now() - newest.time > ONE_LOOK:
            journal.record(context.stamp(), "looked_up", held)
    return content


def draft_content(context: Context, taken: ScanDraft) -> bytes:
    """Return a scan of a visit that is not registered yet.

    Raises:
        NoRight, NotFound: Not by this user; it is no longer in the archive.

    """
    context.demand(Right.REGISTER)
    return _stored(taken)


def thumbs(context: Context, scans: Iterable[Scan | ScanDraft]) -> dict[str, bytes]:
    """Return by hash pictures so small that nothing on them can be read; this is no look and not recorded.

    A PDF has b""; what is not on this computer is left out.

    Raises:
        NoRight: Not by this user.

    """
    context.demand(Right.LOOK_UP)
    from paten_desk.documents.scans import thumb

    made: dict[str, bytes] = {}
    for scan in scans:
        with suppress(NotFound):
            content = _stored(scan)
            made[scan.content] = thumb(content) if scan.kind is ScanKind.JPEG else b""
    return made


def assign(context: Context, scan: str, paper: str) -> Scan:
    """Say which paper of its request a scan shows, "" for another one.

    Raises:
        NoRight, NotFound: Not by this user; no such scan, or it was taken off.

    """
    with transaction():
        held = _open(context, scan)
        made = replace(held, paper=paper)
        if made != held:
            journal.record(context.stamp(), "assigned", made)
    return made


def retire(context: Context, scan: str, reason: str) -> Scan:
    """Take a scan off its request; it stays on record.

    Raises:
        NoRight, Invalid, NotFound: Not by this user; no reason ("reason"); no such scan, or it was taken off.

    """
    if found := check_reason(reason):
        raise Invalid(found)
    with transaction():
        made = replace(_open(context, scan), retired=True, personal=ScanPersonal(clean(reason)))
        journal.record(context.stamp(), "retired", made)
    return made


def _open(context: Context, scan: str) -> Scan:
    held = journal.load(Scan, scan)
    context.demand(Right.REGISTER, journal.load(Request, held.request).service)
    if held.retired:
        raise NotFound("Pindaian ini sudah dilepas.", "Muat ulang permohonan ini.")
    return held


def _stored(scan: Scan | ScanDraft) -> bytes:
    try:
        return archive.get(scan.content, scan.volume)
    except NotFound as error:
        raise NotFound(
            "Gambar pindaian ini tidak ada di komputer ini.",
            "Buka di laptop yang memindainya, atau pulihkan arsip dari cadangan.",
        ) from error
