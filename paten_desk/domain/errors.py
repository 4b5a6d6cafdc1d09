"""What can go wrong, in words the user can act on."""

from __future__ import annotations


class PatenError(Exception):
    """Something the user can act on: what could not be done, and what to do now.

    Raised where it is noticed and shown by `ui.errors` (window) or `cli` (command line); caught nowhere else.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class Uncertain(PatenError):
    """Nobody can tell whether it was done: the other side took it and then fell silent."""


class StoreUnavailable(PatenError):
    """The database cannot be opened, read or written now."""


class Damaged(StoreUnavailable):
    """The database is damaged, gone or not this office's: it comes back from a backup."""


class NotFound(PatenError):
    """What was asked for is not there (any more)."""


class NoRight(PatenError):
    """The user may not do what they asked for."""


class WrongStatus(PatenError):
    """The request does not stand where this step begins."""


class Invalid(PatenError):
    """A form reached a use case with problems still on it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("Formulir belum lengkap.", problems[0].text if problems else "")
        self.problems = problems


class Rejected(PatenError):
    """A file was refused.

    Attributes:
        code: The reject code on the wire (`docs/sealed-file.md`), e.g. "SEAL" or "SIGNATURE".

    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.code = code

    def __str__(self) -> str:
        return f"[{self.code}] {super().__str__()}"


class Problem:
    """What to mend on a form, shown under its field.

    It stands in the first window, where a named tuple would cost more than all the rest of this file.

    Attributes:
        field: Name of the field of the draft.
        text: One Indonesian sentence.
        blocks: False for a warning that leaves the decision to the clerk.

    """

    __slots__ = ("blocks", "field", "text")

    def __init__(self, field: str, text: str, blocks: bool = True) -> None:
        self.field, self.text, self.blocks = field, text, blocks

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Problem{self._parts()}"

    def _parts(self) -> tuple[str, str, bool]:
        return self.field, self.text, self.blocks
