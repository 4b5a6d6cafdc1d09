"""Scans: their rows, and those of a request."""

from __future__ import annotations

from typing import Any

from paten_desk.domain.scans import Scan, ScanKind
from paten_desk.store.connection import rows
from paten_desk.store.tables import Scan as Table

COLUMNS = (Table.id, Table.request, Table.paper, Table.content, Table.volume, Table.kind, Table.pages, Table.bytes)


def row_of(scan: Scan, ledger: str) -> dict[str, Any]:
    """Return the screen row of a scan."""
    return {
        "id": scan.id,
        "ledger": ledger,
        "request": scan.request,
        "paper": scan.paper,
        "content": scan.content,
        "volume": scan.volume,
        "kind": scan.kind.value,
        "pages": scan.pages,
        "bytes": scan.bytes,
        "retired": int(scan.retired),
    }


def of_request(request: str) -> list[Scan]:
    """Return the scans that are on a request, in the order they came."""
    query = Table.select(*COLUMNS).where((Table.request == request) & (Table.retired == 0)).order_by(Table.rowno)
    return [
        Scan(identity, of, paper, content, volume, ScanKind(kind), pages, weight)
        for identity, of, paper, content, volume, kind, pages, weight in rows(query)
    ]
