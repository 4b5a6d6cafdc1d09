"""When somebody who knew secrets leaves: what is to be done, in order, and how far it is done."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.domain.backups import Backup
from paten_desk.domain.roles import Right, Role, User
from paten_desk.store import journal
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do after somebody left.

    Attributes:
        key: "admin", "retire", "sheet" or "backup"; the window knows the page where each is done.
        text: What to do, as a sentence.

    """

    key: str
    text: str
    done: bool


def todo(context: Context, user: str) -> tuple[Todo, ...]:
    """List what the leaving of a user asks for; everything done means their knowledge opens nothing new.

    The data key itself stays. Somebody who copied both the disk and an old password file could read that old copy;
    that is why the sheet and the backups are renewed and why old backup sticks are to be kept locked away.

    Raises:
        NoRight, NotFound: Not by this user; nobody of this id.

    """
    context.demand(Right.CHANGE_USERS)
    leaver = journal.load(User, user)
    knew = bool({Role.ADMIN, Role.HEAD, Role.SECRETARY} & set(leaver.roles))
    gone = _sequence_of("user.retired.v1", user)
    found = [
        Todo("admin", "Pastikan ada admin lain yang dapat masuk.", _has_other_admin(user)),
        Todo("retire", f"Pensiunkan {leaver.display}; kata sandi dan PIN-nya tidak berlaku lagi.", bool(gone)),
    ]
    if knew:
        renewed = _sequence_of("office.recovery_made.v1", context.office.id)
        backed_up = _newest_backup()
        found += [
            Todo("sheet", "Buat lembar pemulihan baru dan musnahkan yang lama.", bool(gone) and renewed > gone),
            Todo(
                "backup",
                "Buat cadangan baru di setiap tempat cadangan; simpan cadangan lama di lemari terkunci.",
                bool(renewed) and backed_up > max(gone, renewed) and bool(gone),
            ),
        ]
    return tuple(found)


def unfinished(context: Context) -> list[User]:
    """Return those who have left and whose leaving still asks for something."""
    context.demand(Right.CHANGE_USERS)
    gone = [user for user in journal.load_all(User) if user.retired]
    return [user for user in gone if not all(each.done for each in todo(context, user.id))]


def _sequence_of(kind: str, entity: str) -> int:
    """Return the place of the newest record of a kind about an entity, or 0."""
    return max((record.sequence for record in journal.history(entity) if record.fact.kind == kind), default=0)


def _newest_backup() -> int:
    return max((_sequence_of("backup.proven.v1", made.id) for made in journal.load_all(Backup)), default=0)


def _has_other_admin(user: str) -> bool:
    return any(Role.ADMIN in held.roles and not held.retired and held.id != user for held in journal.load_all(User))
