"""Change the office itself: settings and clerks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from paten_desk.domain.errors import Invalid, NoRight, Problem
from paten_desk.domain.numbering import check_pattern
from paten_desk.domain.office import Office
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right, Role, User, UserPersonal
from paten_desk.store import archive, journal, keys
from paten_desk.store import front as fronts
from paten_desk.store.connection import transaction
from paten_desk.usecases import letterheads, partners, sessions
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
        office = replace(office, crest=archive.put(letterheads.prepare_crest(crest), archive.FIXED))
    texts: dict[str, Any] = {
        name: clean(getattr(office, name)) for name in ("name", "seat", "address", "contact", "complaint_phone")
    }
    office = replace(office, id=context.office.id, **texts)
    with transaction():
        journal.record(context.stamp(), "changed", office)
    return context.with_office(office)


def check_user(context: Context, draft: UserDraft) -> list[Problem]:
    """List what is wrong with somebody who shall log in."""
    found = []
    taken = {user.display.casefold() for user in journal.load_all(User) if not user.retired}
    if not clean(draft.display):
        found.append(Problem("display", "Isi nama petugas."))
    elif clean(draft.display).casefold() in taken:
        found.append(Problem("display", "Nama petugas ini sudah dipakai; bedakan."))
    if not draft.roles:
        found.append(Problem("roles", "Pilih paling sedikit satu peran."))
    weak = _weak(context, draft.password, draft.display)
    if weak:
        found.append(Problem("password", weak))
    return found


def add_user(context: Context, draft: UserDraft) -> User:
    """Let somebody log in.

    Raises:
        NoRight, Invalid: Not by this user; name, role or password lacks.

    """
    context.demand(Right.CHANGE_USERS)
    found = check_user(context, draft)
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
        if _is_last_admin(user):
            raise Invalid([Problem("user", "Admin terakhir tidak dapat dipensiunkan; angkat admin lain dahulu.")])
        held = replace(held, retired=True)
        journal.record(context.stamp(), "retired", held)
    keys.drop_slot(context.data, user)
    sessions.drop_pin(context, user)
    _show_at_login(context, user, "")
    return held


def check_roles(context: Context, user: str, roles: tuple[Role, ...]) -> list[Problem]:
    """List what is wrong with other roles for somebody."""
    if not roles:
        return [Problem("roles", "Pilih paling sedikit satu peran.")]
    if Role.ADMIN not in roles and _is_last_admin(user):
        return [Problem("roles", "Admin terakhir tetap admin; angkat admin lain dahulu.")]
    return []


def change_roles(context: Context, user: str, roles: tuple[Role, ...]) -> User:
    """Give somebody other roles; they count at that person's next login.

    Raises:
        NoRight, Invalid: Not by this user; no role is left, or no admin.

    """
    context.demand(Right.CHANGE_USERS)
    found = check_roles(context, user, roles)
    if found:
        raise Invalid(found)
    with transaction():
        made = replace(journal.load(User, user), roles=roles)
        journal.record(context.stamp(), "roles_changed", made)
    return made


def change_services(context: Context, user: str, services: tuple[str, ...]) -> User:
    """Give somebody other services to work on, none for all; they count at that person's next login.

    Raises:
        NoRight: Not by this user.

    """
    context.demand(Right.CHANGE_USERS)
    with transaction():
        made = replace(journal.load(User, user), services=services)
        journal.record(context.stamp(), "services_changed", made)
    return made


def check_password(context: Context, new: str, user: str = "") -> list[Problem]:
    """List what is wrong with a new password ("new") of a user, or of the person who is logged in."""
    display = journal.load(User, user or context.user.id).display
    weak = _weak(context, new, display)
    return [Problem("new", weak)] if weak else []


def check_own_password(context: Context, old: str, new: str) -> list[Problem]:
    """List what stands in the way of a new password of one's own; reckoning the old one takes a fifth of a second."""
    found = check_password(context, new)
    try:
        keys.unwrap_for(context.data, context.user.id, old)
    except NoRight:
        found.insert(0, Problem("old", "Kata sandi lama tidak cocok; ketik sekali lagi."))
    return found


def change_password(context: Context, old: str, new: str) -> None:
    """Change the password of the person who is logged in.

    Raises:
        Invalid: The old one does not match ("old"), or the new one is weak ("new").

    """
    found = check_own_password(context, old, new)
    if found:
        raise Invalid(found)
    _set_password(context, journal.load(User, context.user.id), new)


def give_password(context: Context, user: str, new: str) -> None:
    """Give somebody who forgot theirs a new password.

    Raises:
        NoRight, Invalid: Not by this user; the password is weak ("new").

    """
    context.demand(Right.CHANGE_USERS)
    found = check_password(context, new, user)
    if found:
        raise Invalid(found)
    _set_password(context, journal.load(User, user), new)


def make_recovery(context: Context) -> str:
    """Make a new recovery sheet's secret and return it; the sheets printed before open nothing any more.

    Raises:
        NoRight: Not by this user.

    """
    context.demand(Right.CHANGE_USERS)
    with transaction():
        journal.record(context.stamp(), "recovery_made", context.office)
    return keys.make_recovery(context.data, context.data_key, partners.escrow(context))


def _set_password(context: Context, user: User, password: str) -> None:
    """Record the fact, never the password, then put the data key under it."""
    with transaction():
        journal.record(context.stamp(), "password_changed", user)
    keys.wrap_for(context.data, user.id, password, context.data_key)


def _weak(context: Context, password: str, display: str) -> str:
    return keys.weak_password(password, (context.office.name, context.office.kabupaten, display))


def _is_last_admin(user: str) -> bool:
    admins = [held for held in journal.load_all(User) if Role.ADMIN in held.roles and not held.retired]
    return [held.id for held in admins] == [user]


def _show_at_login(context: Context, user: str, display: str) -> None:
    shown = fronts.read_front(context.data)
    if shown is None:
        return
    shown.staff.pop(user, None)
    if display:
        shown.staff[user] = display
    fronts.write_front(context.data, shown)
