"""Change the office itself: settings, officials, clerks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from paten_desk.domain.errors import Invalid, Problem
from paten_desk.domain.numbering import check_pattern
from paten_desk.domain.office import Office
from paten_desk.domain.officials import Official
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right, Role, User, UserPersonal
from paten_desk.store import archive, journal, keys
from paten_desk.store import front as fronts
from paten_desk.store.connection import transaction
from paten_desk.usecases import letterheads
from paten_desk.usecases.context import Context
from paten_desk.usecases.setup import UserDraft


def check(office: Office) -> list[Problem]:
    """List what is wrong with edited settings."""
    found = []
    if not clean(office.name) and not clean(office.kabupaten):
        found.append(Problem("name", "Isi nama kantor."))
    if not office.counters:
        found.append(Problem("counters", "Isi nama paling sedikit satu loket."))
    for name in ("request_pattern", "letter_pattern", "register_pattern"):
        found += check_pattern(getattr(office, name), name)
    return found


def change(context: Context, office: Office, crest: bytes | None = None) -> Context:
    """Record changed settings, with a new crest picture if there is one; return the context with them.

    Raises:
        NoRight, Invalid, PatenError: Not by this user; not with these values; the picture cannot be used.

    """
    context.demand(Right.CHANGE_OFFICE)
    found = check(office)
    if found:
        raise Invalid(found)
    if crest is not None:
        office = replace(office, crest=archive.put(letterheads.prepare_crest(crest), letterheads.FIXED))
    texts: dict[str, Any] = {
        name: clean(getattr(office, name)) for name in ("name", "seat", "address", "contact", "complaint_phone")
    }
    office = replace(office, id=context.office.id, **texts)
    with transaction():
        journal.record(context.stamp(), "changed", office)
    return context.with_office(office)


def assign(context: Context, official: Official) -> Official:
    """Put somebody into a post from a day on; whoever held it the same way ends the day before.

    Raises:
        NoRight, Invalid: Not by this user; the name is missing.

    """
    context.demand(Right.CHANGE_OFFICE)
    name = clean(official.personal.name)
    if not name:
        raise Invalid([Problem("name", "Isi nama pejabat dengan gelarnya.")])
    nip = "".join(letter for letter in official.personal.nip if letter.isdigit())
    if nip and len(nip) != 18:
        raise Invalid([Problem("nip", f"NIP harus 18 angka; baru terisi {len(nip)}.")])
    personal = replace(official.personal, name=name, rank=clean(official.personal.rank), nip=nip)
    made = replace(official, id=context.new_id(), section=clean(official.section), personal=personal)
    with transaction():
        for held in letterheads.officials(context):
            if (held.post, held.section, held.holding) == (made.post, made.section, made.holding):
                ended = replace(held, until=made.since - timedelta(days=1))
                journal.record(context.stamp(), "ended", ended)
        journal.record(context.stamp(), "assigned", made)
    return made


def add_user(context: Context, draft: UserDraft) -> User:
    """Let somebody log in.

    Raises:
        NoRight, Invalid: Not by this user; name, role or password lacks.

    """
    context.demand(Right.CHANGE_USERS)
    found = _check_user(draft, context)
    if found:
        raise Invalid(found)
    made = User(
        context.new_id(), clean(draft.display), draft.roles, personal=UserPersonal(clean(draft.name), draft.nip)
    )
    with transaction():
        journal.record(context.stamp(), "added", made)
    keys.wrap_for(context.data, made.id, draft.password, context.data_key)
    _show_at_login(context, made.id, made.display)
    return made


def retire_user(context: Context, user: str) -> User:
    """Take somebody's way in away; their records stay.

    Raises:
        NoRight, Invalid: Not by this user; it is the last admin.

    """
    context.demand(Right.CHANGE_USERS)
    with transaction():
        held = journal.load(User, user)
        admins = [other for other in journal.load_all(User) if Role.ADMIN in other.roles and not other.retired]
        if [other.id for other in admins] == [user]:
            raise Invalid([Problem("user", "Admin terakhir tidak dapat dipensiunkan; angkat admin lain dahulu.")])
        held = replace(held, retired=True)
        journal.record(context.stamp(), "retired", held)
    keys.drop_slot(context.data, user)
    _show_at_login(context, user, "")
    return held


def _check_user(draft: UserDraft, context: Context) -> list[Problem]:
    found = []
    taken = {user.display.casefold() for user in journal.load_all(User) if not user.retired}
    if not clean(draft.display):
        found.append(Problem("display", "Isi nama petugas."))
    elif clean(draft.display).casefold() in taken:
        found.append(Problem("display", "Nama petugas ini sudah dipakai; bedakan."))
    if not draft.roles:
        found.append(Problem("roles", "Pilih paling sedikit satu peran."))
    weak = keys.weak_password(draft.password, (context.office.name, context.office.kabupaten, draft.display))
    if weak:
        found.append(Problem("password", weak))
    return found


def _show_at_login(context: Context, user: str, display: str) -> None:
    shown = fronts.read_front(context.data)
    if shown is None:
        return
    shown.staff.pop(user, None)
    if display:
        shown.staff[user] = display
    fronts.write_front(context.data, shown)
