"""Who opens a backup, by a password of its time or by the recovery sheet, and who agrees to its restore."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from paten_desk.domain.errors import Invalid, NoRight, Problem
from paten_desk.domain.roles import Approval, Right, User, may, may_approve, who_approves, who_may
from paten_desk.store import backup, journal, keys
from paten_desk.store import backups as store


@dataclass(frozen=True, slots=True)
class Opened:
    """A generation that somebody opened.

    Attributes:
        approval: The second person's consent, or None.
        by_sheet: Opened with the recovery sheet, which lies sealed in the Camat's safe: nobody else need agree.
        password: New password of the user, where the sheet was used.

    """

    generation: Path
    key: bytes = field(repr=False)
    user: str
    approval: Approval | None = None
    by_sheet: bool = False
    password: str = field(default="", repr=False)


def open_by_password(generation: Path, user: str, password: str) -> Opened:
    """Open a generation with a user's password of that time.

    Raises:
        NoRight, NotFound: The password is wrong; the user had none.

    """
    return Opened(generation, keys.unwrap_for(generation, user, password), user)


def open_by_sheet(generation: Path, user: str, secret: str, password: str) -> Opened:
    """Open a generation with the office's recovery sheet and give a user a new password.

    Raises:
        NoRight, Invalid: The code is not this office's; the password is weak.

    """
    weak = keys.weak_password(password)
    if weak:
        raise Invalid([Problem("password", weak)])
    return Opened(generation, keys.recover(generation, secret), user, by_sheet=True, password=password)


def agree(opened: Opened, user: str, password: str) -> Opened:
    """Take the consent of a second person, by their password in the backup.

    Raises:
        NoRight, NotFound: The password is wrong; the person cannot be the second one.

    """
    keys.unwrap_for(opened.generation, user, password)
    people = {person.id: person for person in store.users_in(opened.generation / backup.DATABASE, opened.key)}
    if user not in people or not may_approve(people[user], Right.RESTORE, opened.user):
        raise _no_second()
    return replace(opened, approval=Approval(Right.RESTORE, user, people[user].display))


def let(person: User, opened: Opened) -> None:
    """Let only a restore pass that this person may do, in the database that is looked at.

    Raises:
        NoRight: Not by this user, or the second person lacks.

    """
    if person.retired or not may(person.roles, Right.RESTORE):
        raise NoRight(
            f"{person.display} tidak berwenang memulihkan data kantor.", f"Minta bantuan {who_may(Right.RESTORE)}."
        )
    if opened.by_sheet:
        return
    if opened.approval is None or not may_approve(journal.load(User, opened.approval.user), Right.RESTORE, person.id):
        raise _no_second()


def _no_second() -> NoRight:
    return NoRight(
        "Memulihkan data memerlukan persetujuan orang kedua.",
        f"Minta {who_approves(Right.RESTORE)} mengetik kata sandinya, atau pakai lembar pemulihan.",
    )
