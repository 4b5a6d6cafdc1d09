"""Who holds which post, and who may sign what a service gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from paten_desk.domain import officials as rules
from paten_desk.domain.catalogue import Service, authority_of, posts_of
from paten_desk.domain.errors import Invalid, NoRight, NotFound, Problem
from paten_desk.domain.office import Office
from paten_desk.domain.officials import Holding, Official, Post, Realm, SignatureBlock, in_office
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases.context import Context

NIP_DIGITS = 18


def officials(context: Context, day: date | None = None) -> list[Official]:
    """Return who holds a post on a day (today), the camat first."""
    asked = day or context.today()
    return _in_order(held for held in journal.load_all(Official) if in_office(held, asked))


def coming(context: Context) -> list[Official]:
    """Return the assignments that begin after today."""
    return _in_order(held for held in journal.load_all(Official) if held.since > context.today() and not _is_void(held))


def holders(context: Context) -> Mapping[Post, Official]:
    """Return who is at each post today, the first of several; a Plh. in the place of who is away."""
    there = rules.present(journal.load_all(Official), context.today())
    return {held.post: held for held in reversed(_in_order(there))}


def official(context: Context, identity: str) -> Official:
    """Return one official in office today, or one whose time is to come.

    Raises:
        NotFound: Nobody in office has this id.

    """
    found = [held for held in (*officials(context), *coming(context)) if held.id == identity]
    if not found:
        raise NotFound("Pejabat ini tidak sedang menjabat.", "Pilih penandatangan lain, atau perbarui data pejabat.")
    return found[0]


def still_serves(context: Context, identity: str) -> bool:
    """Say whether somebody holds the same post as in an assignment today, though it may have been keyed in anew."""
    was = journal.load(Official, identity)
    post = was.post, was.section, was.holding, was.personal.name
    return any(post == (each.post, each.section, each.holding, each.personal.name) for each in officials(context))


def block(context: Context, held: Official, service: Service) -> SignatureBlock:
    """Compute the signature block of an official for today's letters of a service."""
    return rules.signature_block(held, realm(context.office), authority_of(service))


def realm(office: Office) -> Realm:
    """Return whose posts an office's are."""
    return Realm(office.name, office.kabupaten, office.kabupaten_kind)


def signers(context: Context, service: Service) -> list[tuple[Official, SignatureBlock]]:
    """Return who may sign what a service gives today, with the block that follows from their post."""
    found = rules.signers(journal.load_all(Official), posts_of(service), context.today())
    return [(held, block(context, held, service)) for held in found]


def signers_in_words(context: Context, service: Service) -> list[tuple[str, str]]:
    """Return who may sign what a service gives today: (official id, block in one line)."""
    return [
        (held.id, f"{held.personal.name}, {' '.join(made.lines).rstrip(',')}")
        for held, made in signers(context, service)
    ]


def signer(context: Context, service: Service, identity: str) -> tuple[Official, SignatureBlock]:
    """Return an official who signs what a service gives, with their block.

    Raises:
        NotFound, NoRight: Nobody in office has this id; this post does not sign it today.

    """
    official(context, identity)
    for held, made in signers(context, service):
        if held.id == identity:
            return held, made
    raise NoRight(
        f"Pejabat ini tidak berwenang menandatangani {service.name} hari ini.",
        "Pilih penandatangan yang diizinkan, atau perbarui data pejabat.",
    )


def assign(context: Context, official: Official) -> Official:
    """Put somebody into a post from a day on; whoever it takes the post from ends the day before.

    Raises:
        NoRight, Invalid: Not by this user; not with these words, this period or this way of holding it.

    """
    context.demand(Right.CHANGE_OFFICE)
    found = check(context, official)
    if found:
        raise Invalid(found)
    held_by = official.personal
    personal = replace(held_by, name=clean(held_by.name), rank=clean(held_by.rank), nip=_digits(held_by.nip))
    made = replace(
        official,
        id=context.new_id(),
        section=clean(official.section),
        decree=clean(official.decree) if official.holding is not Holding.DEFINITIVE else "",
        decree_date=official.decree_date if official.holding is not Holding.DEFINITIVE else None,
        personal=personal,
    )
    with transaction():
        others = journal.load_all(Official)
        made = replace(made, until=rules.last_day(made, others, context.today()))
        for held in others:
            if rules.gives_way(held, made, context.today()):
                journal.record(context.stamp(), "ended", replace(held, until=made.since - timedelta(days=1)))
        journal.record(context.stamp(), "assigned", made)
    return made


def check_words(official: Official) -> list[Problem]:
    """List what is wrong with the name, the NIP and the section of somebody who shall hold a post."""
    found = []
    if not clean(official.personal.name):
        found.append(Problem("name", "Isi nama pejabat dengan gelarnya."))
    nip = _digits(official.personal.nip)
    if nip and len(nip) != NIP_DIGITS:
        found.append(Problem("nip", f"NIP harus {NIP_DIGITS} angka; baru terisi {len(nip)}."))
    if official.post is Post.SECTION_HEAD and not clean(official.section):
        found.append(Problem("section", "Isi nama seksi, misalnya Pelayanan Umum; surat mencetaknya."))
    return found


def check(context: Context, official: Official) -> list[Problem]:
    """List what is wrong with somebody who shall hold a post, also beside the others who hold one."""
    asked = replace(official, section=clean(official.section))
    return [*check_words(official), *rules.check_assignment(asked, journal.load_all(Official))]


def end(context: Context, official_id: str) -> Official:
    """Let somebody hold a post until yesterday, so that from today nobody signs with that name.

    Raises:
        NoRight, NotFound: Not by this user; nobody in office has this id.

    """
    context.demand(Right.CHANGE_OFFICE)
    held = official(context, official_id)
    ended = replace(held, until=max(context.today(), held.since) - timedelta(days=1))
    with transaction():
        journal.record(context.stamp(), "ended", ended)
    return ended


def _is_void(held: Official) -> bool:
    return held.until is not None and held.until < held.since


def _in_order(found: Iterable[Official]) -> list[Official]:
    order = list(Post)
    return sorted(found, key=lambda held: (order.index(held.post), held.holding is Holding.DAILY, held.section))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
