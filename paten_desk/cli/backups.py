"""Backups without a window: make one, prove one, bring an office back from one."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from paten_desk.cli import opening
from paten_desk.cli.opening import DIFFERENT, DONE, Outcome
from paten_desk.domain.errors import NotFound
from paten_desk.usecases import backups, restoring, unlocking
from paten_desk.usecases.context import wall_clock
from paten_desk.usecases.unlocking import Opened

SHEET, SECOND = "PATEN_RECOVERY", "PATEN_SECOND_PASSWORD"


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Teach the parser these commands."""
    make = commands.add_parser("backup", parents=[common], help="buat cadangan yang langsung diuji")
    make.add_argument("target", type=Path, metavar="TARGET", help="folder atau flashdisk tujuan")
    verify = commands.add_parser("verify-backup", parents=[common], help="uji sebuah cadangan sampai byte terakhir")
    verify.add_argument("path", type=Path, metavar="PATH", help="folder cadangan-… atau folder yang memuatnya")
    back = commands.add_parser(
        "restore",
        parents=[common],
        help="pulihkan kantor dari cadangan",
        description=f"Kata sandi: PATEN_PASSWORD dan, untuk orang kedua, {SECOND}. Dengan lembar pemulihan: kodenya "
        f"dalam {SHEET}, dan PATEN_PASSWORD menjadi kata sandi baru.",
    )
    back.add_argument("path", type=Path, metavar="PATH", help="folder cadangan-… atau folder yang memuatnya")
    back.add_argument("--second", default="", metavar="NAMA", help="nama orang kedua yang menyetujui")


def backup(chosen: argparse.Namespace) -> Outcome:
    """Make a proven backup of the office in a folder."""
    context = opening.open_office(chosen)
    made = backups.make_in(context, chosen.target, _progress(chosen))
    path = chosen.target / made.generation
    facts = {"path": str(path), "sequence": made.sequence, "documents": made.documents, "head": made.leaf}
    return DONE, facts, [f"{path}: {made.sequence} catatan dan {made.documents} naskah, teruji."]


def verify(chosen: argparse.Namespace) -> Outcome:
    """Prove the newest generation of a folder, or the one named."""
    generation, made = backups.in_folder(chosen.path)[0]
    opened = _open(chosen, generation)
    facts: dict[str, Any] = {"path": str(generation), "made_at": made.made_at, "sequence": made.sequence}
    try:
        backups.verify(generation, opened.key, _progress(chosen))
    except backups.Unproven as error:  # what the command was asked to find out
        return DIFFERENT, {**facts, "error": str(error)}, [str(error)]
    return DONE, {**facts, "counts": made.counts}, [f"{generation}: {made.sequence} catatan utuh dan teruji."]


def restore(chosen: argparse.Namespace) -> Outcome:
    """Put the newest generation of a folder, or the one named, in the place of the office's data."""
    data = opening.folder(chosen)
    plan = restoring.plan(data, chosen.path, wall_clock())
    generation = plan.found[0].generation
    opened = _open(chosen, generation)
    if chosen.second:
        user, name = opening.pick(list(plan.found[0].staff), chosen.second)
        opened = unlocking.agree(opened, user, opening.password(SECOND, name))
    opening.hold(data)
    done = restoring.restore(data, opened, report=_progress(chosen))
    lost = [f"{book} {year} sampai {last}" for (book, year), last in sorted(done.lost.items())]
    facts = {"data": str(data), "aside": str(done.aside or ""), "lost": lost, "new_card": done.new_card}
    lines = [f"Kantor pulih di {data} dari {generation.name}, {plan.found[0].made.sequence} catatan."]
    lines += [f"Data sebelumnya disimpan di {done.aside}."] if done.aside else []
    lines += [f"Nomor yang hilang dicatat: {each}." for each in lost]
    lines += ["Kunci segel baru: kirim kartu kunci baru ke kabupaten."] if done.new_card else []
    return DONE, facts, lines


def _open(chosen: argparse.Namespace, generation: Path) -> Opened:
    (found,) = restoring.plan(opening.folder(chosen), generation, wall_clock()).found
    if not found.staff:
        raise NotFound("Daftar petugas dalam cadangan itu tidak dapat dibaca.", "Pakai cadangan lain.")
    user, name = opening.pick(list(found.staff), chosen.user)
    secret = opening.password("PATEN_PASSWORD", name)
    if SHEET in os.environ:
        return unlocking.open_by_sheet(generation, user, os.environ[SHEET], secret)
    return unlocking.open_by_password(generation, user, secret)


def _progress(chosen: argparse.Namespace) -> backups.Report:
    shown = ""

    def report(done: int, total: int, text: str = "") -> None:
        nonlocal shown
        if text != shown and not chosen.json and sys.stderr.isatty():
            shown = text
            print(text, file=sys.stderr)

    return report


COMMANDS = {"backup": backup, "verify-backup": verify, "restore": restore}
