"""File a letter's PDF that was signed electronically elsewhere (BSrE) as its final version.

The program makes no such signature and prints no words of one: it gives the issued PDF out and takes the signed one in.
"""

from __future__ import annotations

import re
from dataclasses import replace

from paten_desk.domain.errors import PatenError, WrongStatus
from paten_desk.domain.letters import Letter, LetterState
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.store import archive, journal
from paten_desk.store.connection import transaction
from paten_desk.usecases.context import Context


def file_signed(context: Context, request: str, pdf: bytes) -> Letter:
    """Keep a signed PDF byte for byte; from now on it is what is shown and printed. The issued one stays, too.

    Raises:
        NoRight, WrongStatus: Not by this user; not issued, or it counts no more.
        PatenError: It is no PDF of this letter, or carries no signature.

    """
    context.demand(Right.NUMBER, journal.load(Request, request).service)
    from paten_desk.documents import signed_pdf  # with it comes pypdf

    looked = signed_pdf.look(pdf)
    if not looked.signatures:
        raise PatenError(
            "PDF ini belum bertanda tangan elektronik.", "Unduh berkas yang sudah ditandatangani, lalu pilih lagi."
        )
    with transaction():
        held = journal.load(Request, request)
        letter = journal.load(Letter, held.letter) if held.letter else None
        if letter is None or not letter.document or letter.state is not LetterState.VALID:
            raise WrongStatus(
                "Surat ini belum diterbitkan atau tidak berlaku lagi.", "Pilih surat yang sudah terbit di buku surat."
            )
        if not _bears(looked.words, letter.number):
            raise PatenError(f"PDF ini bukan surat nomor {letter.number}.", "Pilih berkas yang nomor suratnya sama.")
        made = replace(letter, final=archive.put(pdf, letter.year))
        journal.record(context.stamp(), "signed_elsewhere", made)
    return made


def _bears(words: str, number: str) -> bool:
    """Say whether a number stands in a text, perhaps broken over two lines, and is no part of a longer one."""
    signs = r"\s*".join(re.escape(sign) for sign in number if not sign.isspace())
    return re.search(rf"(?<!\d){signs}(?!\d)", words) is not None
