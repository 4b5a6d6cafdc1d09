"""What a service can be put together from: sections, register books, letter texts, and what a text asks of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from paten_desk.documents import templates
from paten_desk.documents.template_file import Template
from paten_desk.domain.catalogue import OutputKind, Service
from paten_desk.domain.errors import Problem
from paten_desk.domain.letters import REJECTION
from paten_desk.domain.service_changes import TEXT, Change
from paten_desk.domain.service_checks import is_open
from paten_desk.usecases import letter_texts, officials, services, text_editing, text_samples
from paten_desk.usecases.context import Context


def categories(context: Context) -> list[str]:
    """List the groups that services are told in."""
    return list(dict.fromkeys(service.category for service in services.catalogue(context).values()))


def sections(context: Context) -> list[str]:
    """List the sections that dossiers are checked by, those of the officials among them."""
    held = [service.verifier for service in services.catalogue(context).values()]
    held += [official.section for official in officials.officials(context)]
    return sorted({section for section in held if section})


def books(context: Context) -> list[str]:
    """List the register books that services are written into."""
    return list(dict.fromkeys(held.register_book for held in services.catalogue(context).values() if is_open(held)))


def conditions(context: Context) -> list[str]:
    """List the conditions that papers of all services depend on, for choosing the same words again."""
    held = services.catalogue(context).values()
    return sorted({paper.when for service in held for paper in service.requirements if paper.when})


def texts(context: Context, output: OutputKind) -> list[tuple[str, str]]:
    """List the letter texts that fit what a service gives: the name and the words of each, frames first."""
    if output is OutputKind.NONE:
        return []
    wanted = output is OutputKind.COUNTERSIGN
    held = [each for each in text_editing.names(context) if text_editing.is_sheet(context, each.name) is wanted]
    held = [each for each in held if each.name != REJECTION]
    held.sort(key=lambda each: each.name not in text_editing.FRAMES)
    return [(each.name, each.words) for each in held]


def changes(context: Context, before: Service | None, after: Service) -> list[Change]:
    """List what is different between two versions, as `services.changes`, with the words of letter texts."""
    found = services.changes(context, before, after)
    return [
        replace(each, before=_said(context, each.before), after=_said(context, each.after))
        if each.what == TEXT
        else each
        for each in found
    ]


def _said(context: Context, name: str) -> str:
    return text_editing.title(context, name) if name and letter_texts.is_known(name) else name


def sample(context: Context, service: Service) -> bytes:
    """Draw the paper of a service with sample values, marked CONTOH; b"" where it gives none."""
    if not service.template or service.output is OutputKind.NONE:
        return b""
    return text_samples.draw_for(context, service, letter_texts.in_force(context, service.template)[0])


def unasked(context: Context, service: Service) -> list[Problem]:
    """Compare what the text always prints with what the service gives it: a letter with a gap cannot be issued."""
    if not service.template:
        return []
    words = text_samples.words(context, service.template) | text_samples.list_words(context, service.template)
    found = []
    if lacking := [words.get(name, name) for name in _lacking(service)]:
        found.append(Problem("template", f"Naskah ini mencetak {', '.join(lacking)}; tambahkan di halaman Isian."))
    if "statement" in templates.required_of(_newest(service.template)) and not service.statement.strip():
        found.append(Problem("statement", "Isi kalimat pokok yang diterangkan surat ini."))
    return found


def with_asked(context: Context, service: Service) -> Service:
    """Return a service that asks for what its text always prints, as the other services of the text ask for it."""
    known = {field.key: field for held in text_samples.services_of(context, service.template) for field in held.fields}
    keys = [name.removeprefix("field.") for name in _lacking(service)] if service.template else []
    return replace(service, fields=(*service.fields, *(known[key] for key in keys if key in known)))


def _lacking(service: Service) -> list[str]:
    """List the blanks and lists that the text always prints and the service does not ask for."""
    text, asked = _newest(service.template), text_samples.asked(service)
    lists = {field.key for field in service.fields if field.columns}
    tables = dict.fromkeys(part.list_name for part in text.parts if part.kind == "table" and not part.when)
    blanks = [name for name in templates.required_of(text) if name.startswith("field.") and name not in asked]
    return blanks + [name for name in tables if name not in lists]


def _newest(name: str) -> Template:
    """Return the text that counts once every version of it has begun."""
    return templates.read(name, letter_texts.source(name, date.max))
