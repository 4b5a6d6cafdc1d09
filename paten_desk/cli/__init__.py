"""Commands without a window, for administrators, scripts and the kabupaten's desk.

Exit codes: 0 done · 1 something the user can act on · 2 wrong words · 3 the check found differences · 4 a bug.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from paten_desk import __version__
from paten_desk.cli import backups, opening, verifying
from paten_desk.cli.opening import BUG as BUG
from paten_desk.cli.opening import DIFFERENT, DONE, Outcome
from paten_desk.cli.opening import REFUSED as REFUSED
from paten_desk.cli.opening import USAGE as USAGE
from paten_desk.domain.errors import PatenError
from paten_desk.usecases import checks, deep_checks, demo, inspection, kabupaten, sending, standings
from paten_desk.usecases.context import Context

log = logging.getLogger(__name__)


def parser() -> argparse.ArgumentParser:
    """Return the words that the commands understand."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=None, metavar="DIR", help="folder data kantor")
    common.add_argument("--json", action="store_true", help="hasil sebagai satu baris JSON")
    common.add_argument(
        "--user", default="", metavar="NAMA", help="nama petugas; sandi dari PATEN_PASSWORD atau ditanyakan"
    )
    made = argparse.ArgumentParser(prog="paten-desk", description="PATEN Desk tanpa jendela.")
    made.add_argument("--version", action="version", version=__version__)
    commands = made.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    play = commands.add_parser("demo", parents=[common], help="mainkan satu hari kantor contoh ke sebuah folder")
    play.add_argument("out", type=Path, metavar="OUT")
    play.add_argument("--requests", type=int, default=100, metavar="N")
    play.add_argument("--seed", type=int, default=1, metavar="S")
    look_at = commands.add_parser("check", parents=[common], help="periksa seluruh catatan dan arsip")
    look_at.add_argument("--deep", action="store_true", help="periksa juga tiap halaman berkas, indeks dan arsip")
    export = commands.add_parser("export", parents=[common], help="segel catatan yang belum diakui kabupaten")
    export.add_argument("folder", type=Path, metavar="FOLDER")
    reply = commands.add_parser("reply", parents=[common], help="baca berkas balasan atau kode balasan kabupaten")
    reply.add_argument("reply", metavar="BERKAS_ATAU_KODE")
    look = commands.add_parser("inspect", parents=[common], help="lihat isi kepala sebuah berkas tersegel")
    look.add_argument("file", type=Path, metavar="FILE")
    hall = commands.add_parser("kabupaten", help="meja kabupaten").add_subparsers(
        dest="action", required=True, metavar="TINDAKAN"
    )
    take = hall.add_parser("import", parents=[common], help="periksa dan gabungkan berkas kecamatan")
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    hall.add_parser("status", parents=[common], help="keadaan semua kecamatan")
    backups.add(commands, common)
    verifying.add(commands, common)
    return made


def demo_folder(arguments: list[str]) -> Path:
    """Return the OUT of a demo command."""
    return Path(parser().parse_args(arguments).out)


def main(arguments: list[str]) -> int:
    """Run one command; return the exit code. Errors are sentences on standard error."""
    chosen = parser().parse_args(arguments)
    try:
        code, facts, lines = COMMANDS[chosen.command](chosen)
    except PatenError as error:
        print(json.dumps({"error": str(error)}, ensure_ascii=False) if chosen.json else str(error), file=sys.stderr)
        return REFUSED
    except Exception:
        log.exception("unexpected error")
        print("Terjadi kesalahan pada program; data yang sudah disimpan aman.", file=sys.stderr)
        return BUG
    finally:
        opening.release()
    print(json.dumps(facts, ensure_ascii=False, sort_keys=True) if chosen.json else "\n".join(lines))
    return code


def _demo(chosen: argparse.Namespace) -> Outcome:
    if chosen.requests < 1:
        raise PatenError("Jumlah permohonan paling sedikit 1.", "Ulangi dengan --requests yang lebih besar.")
    start = time.perf_counter()
    shown = 0

    def report(done: int, total: int) -> None:
        nonlocal shown
        if not chosen.json and sys.stderr.isatty() and done * 10 // total > shown:
            shown = done * 10 // total
            print(f"{done} dari {total} permohonan", file=sys.stderr)

    facts = demo.play(chosen.out, chosen.requests, chosen.seed, report)
    names = ("receipts/tanda-terima-*", "letters/surat-*", "sealed/*.age")
    found = [sorted(chosen.out.glob(name))[0] for name in names]
    lines = [
        f"{facts['requests']} permohonan diterima, {facts['returned']} dikembalikan, {facts['finished']} selesai "
        f"dalam {time.perf_counter() - start:.1f} detik.",
        *(str(path) for path in found),
    ]
    return DONE, facts, lines


def _check(chosen: argparse.Namespace) -> Outcome:
    context = opening.open_office(chosen)
    deep = deep_checks.check(context) if chosen.deep else None
    made = deep.report if deep else checks.check(context)
    lines = [f"{made.records} catatan dan {made.documents} naskah diperiksa; {len(made.findings)} perbedaan."]
    lines += [f"{finding.where}: {finding.what}" for finding in made.findings]
    facts = asdict(made)
    if deep:
        lines.append(f"{deep.files} berkas dibaca sampai halaman terakhir; {deep.orphans} naskah tanpa catatan.")
        facts |= {"files": deep.files, "orphans": deep.orphans}
    return (DIFFERENT if made.findings else DONE), facts, lines


def _export(chosen: argparse.Namespace) -> Outcome:
    context = opening.open_office(chosen)
    sent = sending.export(context, chosen.folder)
    facts = {"files": [{"path": str(file.path), "first": file.first, "last": file.last} for file in sent]}
    return DONE, facts, [f"{file.path}: catatan {file.first} sampai {file.last}" for file in sent]


def _reply(chosen: argparse.Namespace) -> Outcome:
    context = opening.open_office(chosen)
    path = Path(chosen.reply)
    if path.is_file():
        known = sending.read_reply(context, inspection.content_of(path)).known
    else:
        known = sending.read_code(context, chosen.reply)
    standing = standings.standing(context)
    facts = {"acknowledged": known.length, "open": standing.open}
    return DONE, facts, [f"{known.length} catatan diakui kabupaten, {standing.open} belum."]


def _inspect(chosen: argparse.Namespace) -> Outcome:
    context = opening.open_office(chosen)
    facts = inspection.look(context, chosen.file)
    return DONE, facts, [f"{name}: {value}" for name, value in facts.items()]


def _kabupaten(chosen: argparse.Namespace) -> Outcome:
    context = opening.open_office(chosen)
    if chosen.action == "status":
        rows = kabupaten.standings(context)
        figures = kabupaten.figures(context)
        facts: dict[str, Any] = {
            "offices": [asdict(row) for row in rows],
            "figures": [asdict(figure) for figure in figures],
        }
        lines = [
            f"{row.area} {row.name}: {row.length} catatan, hari terakhir {row.newest_day or '-'}, {row.status.value}"
            for row in rows
        ] or ["Belum ada kecamatan yang terdaftar. Masukkan kartu kuncinya dahulu."]
        return DONE, facts, lines
    return _import(context, chosen.files)


def _import(context: Context, files: list[Path]) -> Outcome:
    results: list[dict[str, Any]] = []
    lines: list[str] = []
    code = DONE
    for path in files:
        try:
            made = kabupaten.import_file(context, path)
        except PatenError as error:  # one bad file does not stop the others
            code = REFUSED
            results.append({"file": str(path), "error": str(error)})
            lines.append(f"{path.name}: {error}")
            continue
        target = path.with_name(made.reply_name)
        target.write_bytes(made.reply_file)
        results.append(
            {
                "file": str(path),
                "office": made.office,
                "result": made.result.value,
                "new": made.new,
                "held": made.held,
                "code": made.code,
                "reply": str(target),
            }
        )
        lines.append(f"{path.name}: {made.office}, {made.result.value}, {made.new} baru, kode balasan {made.code}")
    return code, {"imports": results}, lines


COMMANDS: dict[str, Callable[[argparse.Namespace], Outcome]] = {
    "demo": _demo,
    "check": _check,
    "export": _export,
    "reply": _reply,
    "inspect": _inspect,
    "kabupaten": _kabupaten,
    **backups.COMMANDS,
    **verifying.COMMANDS,
}
