"""The thorough check: pages, search index and archives besides what every check looks at, and what nothing names."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from paten_desk.domain.errors import PatenError
from paten_desk.store import archive, connection, journal, ledgers, proof, search
from paten_desk.store.proof import Report as Progress
from paten_desk.store.proof import silent
from paten_desk.usecases import checks, form_drafts
from paten_desk.usecases.checks import Finding, Report
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Deep:
    """What a thorough check found.

    Attributes:
        files: Encrypted files whose every page was read.
        orphans: Stored papers that no record names: of an act that a power cut ended before its record. They do no
            harm and are no difference.

    """

    report: Report
    files: int
    orphans: int


def check(context: Context, progress: Progress = silent) -> Deep:
    """Check everything an office has on this computer, and list all differences."""
    report = checks.check(context)
    found: list[Finding] = []
    files = _files(context.data) if connection.current().is_file else []
    for at, path in enumerate(files):
        progress(at, len(files), f"Memeriksa {path.name}")
        try:
            if path.name.startswith("arsip-"):
                proof.prove_archive(path, context.data_key, progress)
            else:
                proof.prove_database(path, context.data_key, None, progress)
        except PatenError as error:
            found.append(Finding(path.name, error.message))
    found += [Finding("indeks pencarian", f"tabel {table} perlu dibangun ulang") for table in search.broken()]
    return Deep(replace(report, findings=(*report.findings, *found)), len(files), _orphans())


def _files(data: Path) -> list[Path]:
    return [Path(connection.current().place), *sorted(data.glob("arsip-*.db"))]


def _orphans() -> int:
    bodies = [body for place in ledgers.office_ledgers() for _, _, body, _ in journal.stored(place.id)]
    papers = {*checks.named(bodies), *form_drafts.scans_kept()}
    named, volumes = {digest for _, digest in papers}, {volume for volume, _ in papers}
    count = 0
    with suppress(PatenError):  # a damaged file was told before
        for volume in volumes:
            count += sum(digest not in named for digest in archive.hashes(volume))
    return count
