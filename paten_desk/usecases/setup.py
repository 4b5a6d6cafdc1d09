"""First run and login: make an office, open it, lose nobody's key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from paten_desk.domain.errors import Damaged, Invalid, NoRight, NotFound, PatenError, Problem
from paten_desk.domain.office import Office, full_name
from paten_desk.domain.officials import Official
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Role, User, UserPersonal
from paten_desk.exchange import keys as key_cards
from paten_desk.paths import keys_dir
from paten_desk.store import archive, connection, journal, keys, mark
from paten_desk.store import front as fronts
from paten_desk.store.backup import DATABASE as DATABASE  # the file's name is asked for here
from paten_desk.store.connection import transaction
from paten_desk.usecases import folders, fresh, guards, letterheads, passwords, sessions
from paten_desk.usecases.context import Context, wall_clock

SIGNING, ARCHIVE = "signing", "archive"
SYSTEM = User("system", "Penyiapan awal", tuple(Role))


@dataclass(frozen=True, slots=True)
class UserDraft:
    """Somebody who shall log in."""

    display: str
    roles: tuple[Role, ...]
    password: str = field(repr=False)
    name: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class OfficeDraft:
    """What the wizard has gathered.

    Attributes:
        office: All settings; its id and crest may be "".
        crest: Picture of the crest as loaded, or None.
        services_off: Codes that are not offered.
        escrow: age recipients of the kabupaten's escrow.
        login_hint: A line under the password field of the login window.

    """

    office: Office
    users: tuple[UserDraft, ...]
    officials: tuple[Official, ...] = ()
    services_off: frozenset[str] = frozenset()
    crest: bytes | None = None
    escrow: tuple[str, ...] = ()
    login_hint: str = ""


def is_set_up(data: Path) -> bool:
    """Say whether an office lives in this data folder."""
    return fronts.read_front(data) is not None


def front(data: Path) -> fronts.Front | None:
    """Return what the login window shows, or None where no office is set up."""
    return fronts.read_front(data)


def check(draft: OfficeDraft) -> list[Problem]:
    """List what to mend before the office can be made."""
    found = []
    if not draft.office.area:
        found.append(Problem("area", "Pilih kecamatan dari daftar."))
    if not clean(draft.office.name) and not clean(draft.office.kabupaten):
        found.append(Problem("name", "Isi nama kantor."))
    if not draft.users:
        found.append(Problem("users", "Tambahkan paling sedikit satu petugas."))
    if draft.users and not any(Role.ADMIN in user.roles for user in draft.users):
        found.append(Problem("users", "Paling sedikit satu petugas harus menjadi admin."))
    displays = [clean(user.display).casefold() for user in draft.users]
    for at, user in enumerate(draft.users):
        if not clean(user.display):
            found.append(Problem(f"users.{at}.display", "Isi nama petugas."))
        elif displays.index(displays[at]) != at:
            found.append(Problem(f"users.{at}.display", "Nama petugas ini sudah dipakai; bedakan."))
        if not user.roles:
            found.append(Problem(f"users.{at}.roles", "Pilih paling sedikit satu peran."))
        weak = keys.weak_password(user.password, (draft.office.name, draft.office.kabupaten, user.display))
        if weak:
            found.append(Problem(f"users.{at}.password", weak))
    return found


def create(
    data: Path,
    draft: OfficeDraft,
    clock: Callable[[], datetime] = wall_clock,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Context, str]:
    """Make the office and return the first user's session and the secret of the recovery sheet.

    `office.json` is written last: until then the folder counts as empty and the wizard can begin again.

    Raises:
        Invalid, PatenError: Something is missing; the folder holds an office already.

    """
    if is_set_up(data):
        raise PatenError("Folder data ini sudah berisi sebuah kantor.", "Masuk dengan kata sandi Anda.")
    unsafe = folders.why_unsafe(data)
    if unsafe:
        raise PatenError(unsafe, "Pilih folder lain, lalu mulai lagi.")
    found = check(draft)
    if found:
        raise Invalid(found)
    steps = 4 + len(draft.users)
    fresh.begin_in(data)
    key = keys.new_data_key()
    office = replace(draft.office, crest="")
    context = Context(SYSTEM, office, data, key, clock=clock)
    office = replace(office, id=context.new_id())
    connection.open_file(data / DATABASE, key)
    archive.open_at(data, key)
    report(1, steps)
    if draft.crest:
        office = replace(office, crest=archive.put(letterheads.prepare_crest(draft.crest), archive.FIXED))
    people = [
        User(context.new_id(), clean(made.display), made.roles, personal=UserPersonal(clean(made.name), made.nip))
        for made in draft.users
    ]
    context = replace(context, office=office)
    with transaction():
        journal.open_ledger(context.new_id(), office.area)
        journal.record(context.stamp(), "set_up", office)
        for user in people:
            journal.record(context.stamp(), "added", user)
        for official in draft.officials:
            journal.record(context.stamp(), "assigned", replace(official, id=context.new_id()))
    if draft.services_off:
        from paten_desk.usecases import services

        services.switch(context, draft.services_off)
    report(2, steps)
    secret = keys.make_recovery(data, key, draft.escrow)
    make_secrets(data, key)
    report(3, steps)
    for at, (user, made) in enumerate(zip(people, draft.users, strict=True)):
        keys.wrap_for(data, user.id, made.password, key)
        report(4 + at, steps)
    fronts.write_front(
        data, fronts.Front(full_name(office), {user.id: user.display for user in people}, hint=draft.login_hint)
    )
    context = replace(context, user=people[0], counter=(office.counters or ("Loket 1",))[0])
    mark.keep(office.id, keys_dir(data))
    guards.look(context)
    report(steps, steps)
    return context, secret


def make_secrets(data: Path, key: bytes) -> None:
    """Make the signing key and the archive identity of this computer; they lie beside the data and in no backup."""
    keys.store_secret(keys_dir(data), SIGNING, key_cards.new_signing_seed(), key)
    keys.store_secret(keys_dir(data), ARCHIVE, key_cards.new_identity().encode(), key)


def unlock(data: Path, user: str, password: str, clock: Callable[[], datetime] = wall_clock) -> Context:
    """Open the office with a user's password.

    Raises:
        NoRight, NotFound, StoreUnavailable: Wrong password; no such office or user; the database cannot be opened.

    """
    shown = fronts.read_front(data)
    if shown is None:
        raise NotFound("Belum ada kantor di folder data ini.", "Jalankan penyiapan awal.")
    context = open_office(data, user, passwords.open_slot(data, user, password), clock)
    sessions.note_unlocked(context)
    return context


def open_office(data: Path, user: str, key: bytes, clock: Callable[[], datetime] = wall_clock) -> Context:
    """Open the office with its data key in the name of a user; what the guards find waits in `guards.found`.

    Raises:
        NoRight, StoreUnavailable: The user is retired; the database cannot be opened, `Damaged` where it is lost.

    """
    database = data / DATABASE
    if not database.exists() or not database.stat().st_size:  # else an empty one would be made
        raise Damaged("Basis data kantor tidak ada di folder data.", "Jangan hapus apa pun. Pulihkan dari cadangan.")
    connection.open_file(database, key)
    try:
        archive.open_at(data, key)
        office = current_office()
        person = journal.load(User, user)
        if person.retired:
            raise NoRight(f"{person.display} tidak lagi bertugas di kantor ini.", "Masuk sebagai petugas lain.")
        context = Context(person, office, data, key, (office.counters or ("Loket 1",))[0], clock)
        guards.look(context)
    except BaseException:
        close()
        raise
    return context


def current_office() -> Office:
    """Return the office's own settings in their newest state.

    Raises:
        NotFound: The office was never set up.

    """
    found = journal.load_all(Office)
    if not found:
        raise NotFound("Kantor ini belum disiapkan.", "Jalankan penyiapan awal.")
    return found[0]


def is_open() -> bool:
    """Say whether an office is open in this process; a window that is going away keeps nothing."""
    return connection.is_open()


def close() -> None:
    """Close database and archive."""
    archive.close()
    connection.close()


def recovery_pdf(context: Context, secret: str) -> bytes:
    """Draw the recovery sheet, two copies; the secret stands nowhere else."""
    from paten_desk.documents import recovery_sheet  # with it comes reportlab, which no login needs

    return recovery_sheet.render(
        recovery_sheet.RecoverySheet(
            letterheads.letterhead(context.office),
            full_name(context.office),
            context.office.area,
            secret,
            key_cards.recipient_of(secret)[4:12].upper(),
            context.now().date(),
            context.user.display,
        )
    )


def check_recovery(data: Path, secret: str, password: str) -> list[Problem]:
    """List what stands in the way of a new password by the recovery sheet ("secret", "new")."""
    found = []
    try:
        keys.recover(data, secret)
    except NoRight as error:
        found.append(Problem("secret", error.message))
    if weak := keys.weak_password(password):
        found.append(Problem("new", weak))
    return found


def reset_password(data: Path, secret: str, user: str, password: str) -> None:
    """Give a user a new password with the secret on the recovery sheet.

    Raises:
        NoRight, Invalid: The secret is not this office's; the password is weak.

    """
    weak = keys.weak_password(password)
    if weak:
        raise Invalid([Problem("password", weak)])
    keys.wrap_for(data, user, password, keys.recover(data, secret))
    passwords.forgive(data, user)


def users(context: Context) -> list[User]:
    """Return who works here, retired ones left out."""
    return [user for user in journal.load_all(User) if not user.retired]
