"""Who acts, where and when: the first argument of every use case."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import uuid_utils

from paten_desk.domain.errors import NoRight
from paten_desk.domain.office import Office, zone_of
from paten_desk.domain.roles import Right, User, may, serves, who_may
from paten_desk.domain.workflow import Action
from paten_desk.store import journal
from paten_desk.store.journal import Stamp


def wall_clock() -> datetime:
    """Return the computer's time with its offset."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Context:
    """Made at login; tests make their own.

    Attributes:
        user: Who is logged in.
        office: The office in its present settings.
        data: Data folder.
        data_key: Opens the signing key; in memory only.
        counter: Name of the counter this window stands at.
        clock: The computer's clock; a function, so that tests can stop it.
        salt: Gives 16 random bytes.

    """

    user: User
    office: Office
    data: Path
    data_key: bytes = field(repr=False)
    counter: str = "Loket 1"
    clock: Callable[[], datetime] = wall_clock
    salt: Callable[[], bytes] = field(default=lambda: secrets.token_bytes(16), repr=False)

    def now(self) -> datetime:
        """Return the office's time, whole seconds, with its fixed offset; the only clock of the program."""
        return self.clock().astimezone(zone_of(self.office)).replace(microsecond=0)

    def today(self) -> date:
        """Return the business date: today, but never before the newest record."""
        newest = journal.head().business_date
        today = self.now().date()
        return max(today, newest) if newest else today

    def new_id(self) -> str:
        """Return a UUIDv7 of the office's time."""
        return str(uuid_utils.uuid7(nanoseconds=int(self.clock().timestamp() * 1_000_000) * 1000))

    def stamp(self, time: datetime | None = None, approver: str = "") -> Stamp:
        """Return what a record carries of who and when.

        `time` only for what happened earlier than it is keyed in; `approver` comes from `usecases.approvals` alone.
        """
        now = self.now()
        return Stamp(self.user.id, time or now, now, self.today(), self.new_id, self.salt, approver)

    def demand(self, what: Right | Action, service: str = "") -> None:
        """Let only those pass who may do this, and who work on the service.

        Raises:
            NoRight: The user's roles do not allow it, or somebody else works on this service.

        """
        if not may(self.user.roles, what):
            raise NoRight(
                f"{self.user.display} tidak berwenang melakukan langkah ini.", f"Minta bantuan {who_may(what)}."
            )
        if service and not serves(self.user, service):
            raise NoRight(
                f"{self.user.display} tidak bertugas pada layanan {service}.",
                "Minta petugas layanan itu, atau minta admin mengubah tugas Anda.",
            )

    def with_office(self, office: Office) -> Context:
        """Return the context after the office's settings changed."""
        return replace(self, office=office)
