"""`verify-letter`: say what the code on a letter or receipt is worth."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from paten_desk.cli import opening
from paten_desk.cli.opening import DIFFERENT, DONE, Outcome
from paten_desk.domain.errors import NotFound
from paten_desk.usecases import proofs
from paten_desk.usecases.proofs import WORTH_WORDS, Verdict, Worth

CODES = {Worth.GENUINE: DONE, Worth.ENDED: DIFFERENT, Worth.UNKNOWN: opening.REFUSED, Worth.FALSE: DIFFERENT}


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    made = commands.add_parser("verify-letter", parents=[common], help="periksa kode QR surat atau tanda terima")
    made.add_argument("text", metavar="KODE", help="teks kode QR, PATEN2:...")
    made.add_argument("--key", type=Path, metavar="KARTU", help="kartu kunci kantor itu; tanpa membuka data kantor")


def verify(chosen: argparse.Namespace) -> Outcome:
    """Check by a key card alone, or by the book and the keys of an office."""
    verdict = _by_card(chosen) if chosen.key else proofs.verify(opening.open_office(chosen), chosen.text)
    proof = verdict.proof
    facts: dict[str, Any] = {
        "worth": verdict.worth.value,
        "kind": proof.kind.value,
        "area": proof.area,
        "number": proof.number,
        "dated": proof.dated.isoformat(),
        "valid_until": proof.valid_until.isoformat() if proof.valid_until else "",
        "initials": proof.initials,
    }
    return CODES[verdict.worth], facts, [f"{WORTH_WORDS[verdict.worth]}.", *verdict.lines]


def _by_card(chosen: argparse.Namespace) -> Verdict:
    if not chosen.key.is_file():
        raise NotFound(f"Kartu kunci {chosen.key} tidak ada.", "Periksa nama berkasnya.")
    return proofs.verify_by_card(chosen.key.read_bytes(), chosen.text, datetime.now().astimezone().date())


COMMANDS = {"verify-letter": verify}
