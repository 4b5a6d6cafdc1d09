"""Look at a sealed file without taking anything in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from paten_desk.exchange import media, sealed_file, signature
from paten_desk.usecases import partners
from paten_desk.usecases.context import Context


def content_of(path: Path) -> bytes:
    """Read a file that may be a sealed one.

    Raises:
        PatenError: It cannot be read or is too large to be one.

    """
    return media.read_file(path)


def look(context: Context, path: Path) -> dict[str, Any]:
    """Return what a sealed file says of itself, and whether its key is known here.

    Raises:
        Rejected, PatenError: It is not sealed for this office, or does not hold; it cannot be read.

    """
    seen = sealed_file.inspect(content_of(path), [partners.own_keys(context).identity])
    label, span = seen.header.label, seen.header.span
    return {
        "kind": seen.header.kind.value,
        "kabupaten": label.kabupaten,
        "kecamatan": label.kecamatan,
        "ledger": label.ledger,
        "file_number": label.file_number,
        "created": label.created.isoformat(),
        "app": label.app,
        "first": span.first if span else 0,
        "last": span.last if span else 0,
        "signer": signature.fingerprint(seen.signer),
        "key_known": seen.signer in partners.signers(context),
        "digest": seen.digest,
    }
