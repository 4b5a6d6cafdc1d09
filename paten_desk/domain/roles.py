"""Who may do what: the roles of PATEN and one table of rights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from paten_desk.domain.workflow import Action


class Role(StrEnum):
    """A hat a person wears; one person may wear several."""

    INFO = "info"
    COUNTER_CLERK = "counter_clerk"
    OPERATOR = "operator"
    SECTION_HEAD = "section_head"
    SECRETARY = "secretary"
    HEAD = "head"
    ADMIN = "admin"
    KABUPATEN = "kabupaten"


ROLE_NAMES = {
    Role.INFO: "Petugas informasi",
    Role.COUNTER_CLERK: "Petugas loket",
    Role.OPERATOR: "Operator komputer",
    Role.SECTION_HEAD: "Kepala seksi",
    Role.SECRETARY: "Sekretaris kecamatan",
    Role.HEAD: "Camat",
    Role.ADMIN: "Admin",
    Role.KABUPATEN: "Petugas kabupaten",
}


class Right(StrEnum):
    """One thing that needs a right, beside the steps of the workflow."""

    REGISTER = "register"
    REVEAL = "reveal"
    CORRECT = "correct"
    NUMBER = "number"
    CLOSE_DAY = "close_day"
    EXPORT = "export"
    CHANGE_SERVICE = "change_service"
    CHANGE_OFFICE = "change_office"
    CHANGE_USERS = "change_users"
    IMPORT = "import"


R, A = Role, Action
CHIEFS = frozenset({R.SECTION_HEAD, R.SECRETARY, R.HEAD})

RIGHTS: dict[Right | Action, frozenset[Role]] = {
    Right.REGISTER: frozenset({R.COUNTER_CLERK, R.OPERATOR}),
    Right.REVEAL: CHIEFS | {R.COUNTER_CLERK, R.OPERATOR},
    Right.CORRECT: frozenset({R.COUNTER_CLERK, R.OPERATOR, R.SECTION_HEAD}),
    Right.NUMBER: CHIEFS | {R.OPERATOR},
    Right.CLOSE_DAY: CHIEFS,
    Right.EXPORT: CHIEFS | {R.OPERATOR, R.ADMIN},
    Right.CHANGE_SERVICE: frozenset({R.SECRETARY, R.HEAD}),
    Right.CHANGE_OFFICE: frozenset({R.SECRETARY, R.HEAD, R.ADMIN}),
    Right.CHANGE_USERS: frozenset({R.HEAD, R.ADMIN}),
    Right.IMPORT: frozenset({R.KABUPATEN}),
    A.ACCEPT: frozenset({R.COUNTER_CLERK, R.OPERATOR}),
    A.VERIFY: frozenset({R.SECTION_HEAD, R.SECRETARY}),
    A.DRAFT: frozenset({R.OPERATOR, R.SECTION_HEAD}),
    A.INITIAL_SECTION: frozenset({R.SECTION_HEAD}),
    A.INITIAL_SECRETARY: frozenset({R.SECRETARY}),
    A.SIGN: CHIEFS,
    A.MAKE_READY: CHIEFS | {R.OPERATOR, R.COUNTER_CLERK},
    A.HAND_OVER: frozenset({R.COUNTER_CLERK, R.OPERATOR}),
    A.RETURN: CHIEFS,
    A.REJECT: CHIEFS,
    A.CANCEL: CHIEFS,
    A.PAUSE: CHIEFS | {R.OPERATOR},
    A.RESUME: CHIEFS | {R.OPERATOR},
}


@dataclass(frozen=True, slots=True)
class UserPersonal:
    """Who a user is."""

    name: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who logs in; retired, never deleted.

    Attributes:
        display: Name on the login list and on receipts.
        roles: What they may do.

    """

    id: str
    display: str
    roles: tuple[Role, ...]
    retired: bool = False
    personal: UserPersonal = UserPersonal()


def may(roles: tuple[Role, ...], what: Right | Action) -> bool:
    """Say whether somebody with these roles may do this."""
    return bool(RIGHTS[what] & set(roles))


def who_may(what: Right | Action) -> str:
    """Name in Indonesian who may do this, for the sentence that refuses it."""
    return " atau ".join(ROLE_NAMES[role].lower() for role in Role if role in RIGHTS[what])
