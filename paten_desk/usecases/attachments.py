"""The office's own forms: PDFs attached to a service and printed for citizens."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.attachments import Attachment, AttachmentPersonal, check, check_reason
from paten_desk.domain.errors import Invalid, NotFound, Problem
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right
from paten_desk.store import archive, journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import services
from paten_desk.usecases.context import Context


def of_service(context: Context, service: str) -> list[Attachment]:
    """Return the forms given out for a service, those of every service after its own."""
    held = [form for form in given_out(context) if form.service in (service, "")]
    return sorted(held, key=lambda form: (not form.service, form.name))


def given_out(context: Context) -> list[Attachment]:
    """Return every form that is given out, by name."""
    return sorted((form for form in journal.load_all(Attachment) if not form.retired), key=lambda form: form.name)


def attach(context: Context, service: str, name: str, pdf: bytes) -> Attachment:
    """Take in a form for a service, or for every service with ""; only what is drawn on its pages is kept.

    Raises:
        NoRight, Invalid, PatenError: Not by this user; no name, no PDF ("name", "pdf"), no such service ("service");
            the PDF is damaged, locked or too long.

    """
    context.demand(Right.CHANGE_SERVICE)
    found = check(name, pdf)
    if service and service not in services.catalogue(context):
        found.append(Problem("service", "Pilih layanan dari katalog."))
    if found:
        raise Invalid(found)
    from paten_desk.documents import attached  # with it comes pypdf

    content, pages = attached.drawn_pages(pdf)
    with transaction():
        digest = archive.put(content, archive.FIXED)
        made = Attachment(context.new_id(), service, clean(name), digest, pages)
        journal.record(context.stamp(), "attached", made)
    return made


def retire(context: Context, form: str, reason: str) -> Attachment:
    """Give a form out no more; it stays on record.

    Raises:
        NoRight, Invalid, NotFound: Not by this user; no reason ("reason"); there is no such form.

    """
    context.demand(Right.CHANGE_SERVICE)
    if found := check_reason(reason):
        raise Invalid(found)
    with transaction():
        held = journal.load(Attachment, form)
        if held.retired:
            raise NotFound("Formulir ini sudah ditarik.", "Muat ulang daftar.")
        made = replace(held, retired=True, personal=AttachmentPersonal(clean(reason)))
        journal.record(context.stamp(), "retired", made)
    return made


def pdf(context: Context, form: str) -> bytes:
    """Return a form as it is printed.

    Raises:
        NoRight, NotFound: Not by this user; there is no such form, or it is no longer in the archive.

    """
    context.demand(Right.LOOK_UP)
    return archive.get(journal.load(Attachment, form).content, archive.FIXED)
