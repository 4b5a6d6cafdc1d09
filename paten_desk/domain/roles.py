"""Who may do what: the roles of PATEN, one table of rights and one of what needs a second person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from paten_desk.domain.workflow import Action


class Role(StrEnum):
    """A hat a person wears; one person may wear several."""

    INFO = "info"
    COUNTER_CLERK = "counter_clerk"
    OPERATOR = "operator"
    CASHIER = "cashier"
    SECTION_HEAD = "section_head"
    SECRETARY = "secretary"
    HEAD = "head"
    ADMIN = "admin"
    AUDITOR = "auditor"
    KABUPATEN = "kabupaten"


ROLE_NAMES = {
    Role.INFO: "Petugas informasi",
    Role.COUNTER_CLERK: "Petugas loket",
    Role.OPERATOR: "Operator komputer",
    Role.CASHIER: "Pemegang kas",
    Role.SECTION_HEAD: "Kepala seksi",
    Role.SECRETARY: "Sekretaris kecamatan",
    Role.HEAD: "Camat",
    Role.ADMIN: "Admin",
    Role.AUDITOR: "Pemeriksa",
    Role.KABUPATEN: "Petugas kabupaten",
}


class Right(StrEnum):
    """One thing that needs a right, beside the steps of the workflow."""

    LOOK_UP = "look_up"
    REGISTER = "register"
    REVEAL_OWN = "reveal_own"
    REVEAL = "reveal"
    CORRECT = "correct"
    CORRECT_PRINTED = "correct_printed"
    BACK_DATE = "back_date"
    NUMBER = "number"
    RESERVE = "reserve"
    VOID = "void"
    REVOKE = "revoke"
    CLOSE_DAY = "close_day"
    EXPORT = "export"
    CHANGE_SERVICE = "change_service"
    CHANGE_FEE = "change_fee"
    CHANGE_OFFICE = "change_office"
    CHANGE_USERS = "change_users"
    BACK_UP = "back_up"
    RESTORE = "restore"
    FIX_CLOCK = "fix_clock"
    AUDIT = "audit"
    IMPORT = "import"
    OPEN_ESCROW = "open_escrow"
    SKIP_STEP = "skip_step"
    MOVE_PAPERS = "move_papers"
    TELL_CITIZEN = "tell_citizen"


R, A = Role, Action
CHIEFS = frozenset({R.SECTION_HEAD, R.SECRETARY, R.HEAD})
COUNTER = frozenset({R.COUNTER_CLERK, R.OPERATOR})
GUARDIANS = frozenset({R.SECTION_HEAD, R.SECRETARY, R.HEAD, R.ADMIN})

RIGHTS: dict[Right | Action, frozenset[Role]] = {
    Right.LOOK_UP: COUNTER | CHIEFS | {R.INFO, R.CASHIER, R.AUDITOR},
    Right.REGISTER: COUNTER,
    Right.REVEAL_OWN: COUNTER,
    Right.REVEAL: CHIEFS,
    Right.CORRECT: COUNTER | {R.SECTION_HEAD},
    Right.CORRECT_PRINTED: COUNTER | CHIEFS,
    Right.BACK_DATE: COUNTER,
    Right.NUMBER: CHIEFS | {R.OPERATOR},
    Right.RESERVE: CHIEFS | {R.OPERATOR},
    Right.VOID: CHIEFS | {R.OPERATOR},
    Right.REVOKE: CHIEFS,
    Right.CLOSE_DAY: CHIEFS,
    Right.EXPORT: CHIEFS | {R.OPERATOR, R.ADMIN},
    Right.CHANGE_SERVICE: frozenset({R.SECRETARY, R.HEAD}),
    Right.CHANGE_FEE: frozenset({R.SECRETARY, R.HEAD}),
    Right.CHANGE_OFFICE: frozenset({R.SECRETARY, R.HEAD, R.ADMIN}),
    Right.CHANGE_USERS: frozenset({R.HEAD, R.ADMIN}),
    Right.BACK_UP: COUNTER | GUARDIANS,
    Right.RESTORE: GUARDIANS,
    Right.FIX_CLOCK: GUARDIANS,
    Right.AUDIT: CHIEFS | {R.AUDITOR},
    Right.IMPORT: frozenset({R.KABUPATEN}),
    Right.OPEN_ESCROW: frozenset({R.KABUPATEN}),
    Right.SKIP_STEP: CHIEFS,
    Right.MOVE_PAPERS: COUNTER | CHIEFS,
    Right.TELL_CITIZEN: COUNTER | CHIEFS | {R.INFO},
    A.ACCEPT: frozenset({R.COUNTER_CLERK, R.OPERATOR}),
    A.VERIFY: frozenset({R.SECTION_HEAD, R.SECRETARY}),
    A.FIELD_CHECK: CHIEFS | {R.OPERATOR},
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

SECOND: dict[Right, frozenset[Role]] = {
    Right.CORRECT_PRINTED: CHIEFS,
    Right.BACK_DATE: CHIEFS,
    Right.RESERVE: CHIEFS,
    Right.VOID: CHIEFS,
    Right.REVOKE: CHIEFS,
    Right.CHANGE_FEE: CHIEFS,
    Right.RESTORE: GUARDIANS,
    Right.FIX_CLOCK: GUARDIANS,
    Right.OPEN_ESCROW: frozenset({R.KABUPATEN, R.ADMIN}),
}
"""Who must agree, on the same screen and with their own password, beside the person who asks."""


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
        services: Codes of the only services they work on; empty for all.

    """

    id: str
    display: str
    roles: tuple[Role, ...]
    retired: bool = False
    services: tuple[str, ...] = ()
    personal: UserPersonal = UserPersonal()


@dataclass(frozen=True, slots=True)
class Approval:
    """A second person's consent to one thing, given with their own password.

    Attributes:
        user: Id of the person who agreed.

    """

    right: Right
    user: str
    display: str


def may(roles: tuple[Role, ...], what: Right | Action) -> bool:
    """Say whether somebody with these roles may do this."""
    return bool(RIGHTS[what] & set(roles))


def who_may(what: Right | Action) -> str:
    """Name in Indonesian who may do this, for the sentence that refuses it."""
    return _named(RIGHTS[what])


def serves(user: User, service: str) -> bool:
    """Say whether somebody works on a service."""
    return not user.services or service in user.services


def may_approve(user: User, what: Right, asker: str) -> bool:
    """Say whether somebody can be the second person for what another one asks."""
    return user.id != asker and not user.retired and bool(SECOND[what] & set(user.roles))


def who_approves(what: Right) -> str:
    """Name in Indonesian who can be the second person."""
    return _named(SECOND[what])


def _named(roles: frozenset[Role]) -> str:
    return " atau ".join(ROLE_NAMES[role].lower() for role in Role if role in roles)
