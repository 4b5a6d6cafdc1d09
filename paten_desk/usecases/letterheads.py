"""What stands on top of the office's papers and at their foot."""

from __future__ import annotations

from paten_desk.documents import blocks, letter
from paten_desk.documents import crest as crests
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.signature import Signature
from paten_desk.domain.office import Office, full_name
from paten_desk.domain.officials import Official, SignatureBlock
from paten_desk.store import archive


def letterhead(office: Office) -> Letterhead:
    """Return the office's letterhead with its crest."""
    crest = archive.get(office.crest, archive.FIXED) if office.crest else None
    lines = tuple(line for line in (office.address, office.contact) if line)
    government = f"PEMERINTAH {office.kabupaten_kind} {office.kabupaten}".upper()
    name, family = full_name(office).upper(), office.letter_font
    return Letterhead(government, name, lines, crest=crest, sample=office.sample, family=family)


def signature(office: Office, made: SignatureBlock | None, dated: str = "", above: str = "") -> Signature:
    """Return a block as the sheets draw it; without an official the lines stay open.

    `dated` is the letter's date in words; `above` a line over the block ("Mengetahui:").
    """
    lines = made.lines if made else (f"CAMAT {office.name.upper()},",)
    place_date = f"{office.seat or office.name}, {dated}" if dated else ""
    lines = (above, *lines) if above else lines
    return Signature(
        lines,
        made.name if made else "........................",
        made.rank if made else "",
        made.nip if made else "",
        place_date,
    )


def own_post(office: Office, held: Official | None, post: str, above: str = "") -> Signature:
    """Return the block of somebody who signs for themselves on the office's own sheets, not in the camat's name."""
    form = f"{held.holding.value} " if held is not None and held.holding.value else ""
    lines = (above, f"{form}{post},") if above else (f"{form}{post},",)
    if held is None:
        return Signature(lines, "........................")
    return Signature(lines, held.personal.name, held.personal.rank, held.personal.nip)


def prepare_crest(picture: bytes) -> bytes:
    """Return a crest picture as it is stored: checked, shrunk, without anything but pixels.

    Raises:
        PatenError: It is not a picture that can be used.

    """
    return crests.prepare(picture)


def sample_pdf(office: Office, crest: bytes | None) -> bytes:
    """Draw a page with the letterhead as it would be, marked CONTOH; nothing is stored.

    Raises:
        PatenError: The crest is no picture that can be used.

    """
    picture = prepare_crest(crest) if crest else None
    lines = tuple(line for line in (office.address, office.contact) if line)
    government = f"PEMERINTAH {office.kabupaten_kind} {office.kabupaten}".upper()
    head = Letterhead(government, full_name(office).upper(), lines, crest=picture, family=office.letter_font)
    words = "Kop surat, huruf, dan garis dicetak seperti pada lembar ini di kertas F4 (215 x 330 mm)."
    return letter.render(
        letter.Letter(
            head,
            "CONTOH KOP SURAT",
            "",
            (blocks.Paragraph(words),),
            signature(office, None, "." * 24),
            standing=letter.Standing.SAMPLE,
        )
    )
