"""The second person on the same screen: what one alone may not do."""

from __future__ import annotations

from paten_desk.domain.errors import NoRight, Problem
from paten_desk.domain.roles import Approval, Right, User, may_approve, who_approves
from paten_desk.store import journal
from paten_desk.store.journal import Stamp
from paten_desk.usecases import passwords
from paten_desk.usecases.context import Context


def approvers(context: Context, what: Right) -> list[User]:
    """Return who can be the second person for what the logged-in person asks."""
    return [user for user in journal.load_all(User) if may_approve(user, what, context.user.id)]


def approve(context: Context, what: Right, user: str, password: str) -> Approval:
    """Take a second person's consent; reckoning the password takes a fifth of a second, so call it on the worker.

    Raises:
        NoRight: The person cannot be the second one, or the password is wrong.

    """
    person = journal.load(User, user)
    if not may_approve(person, what, context.user.id):
        raise _refusal(what, person.display)
    passwords.open_slot(context.data, user, password)
    return Approval(what, person.id, person.display)


def attempt(context: Context, what: Right, user: str, password: str) -> Approval | Problem:
    """Take a second person's consent as `approve` does; what stands in the way is a problem of the "password"."""
    try:
        return approve(context, what, user, password)
    except NoRight as error:
        return Problem("password", str(error))


def stamp(context: Context, what: Right, approval: Approval | None) -> Stamp:
    """Return the stamp of a record that two people answer for; the first by right, the second by consent.

    Raises:
        NoRight: The first may not ask for this; the consent lacks or is for something else.

    """
    context.demand(what)
    if approval is None or approval.right is not what:
        raise NoRight(
            "Langkah ini memerlukan persetujuan orang kedua di layar ini.",
            f"Minta {who_approves(what)} mengetik kata sandinya sendiri.",
        )
    if not may_approve(journal.load(User, approval.user), what, context.user.id):
        raise _refusal(what, approval.display)
    return context.stamp(approver=approval.user)


def _refusal(what: Right, display: str) -> NoRight:
    return NoRight(
        f"{display} tidak dapat menjadi orang kedua untuk langkah ini.", f"Minta bantuan {who_approves(what)}."
    )
