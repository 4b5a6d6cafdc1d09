"""Draw the paper of a request: the letter, or the sheet that takes note of somebody else's."""

from __future__ import annotations

from paten_desk.documents import countersign, letter, templates
from paten_desk.documents.blocks import Block, Paragraph
from paten_desk.documents.countersign import Countersign
from paten_desk.documents.letter import Address, Proof, Standing
from paten_desk.documents.signature import Signature
from paten_desk.documents.words import number_and_words
from paten_desk.domain import proofs as codes
from paten_desk.domain.catalogue import OutputKind, Service
from paten_desk.domain.formats import hour, long_date
from paten_desk.domain.letters import REJECTION, Letter
from paten_desk.domain.requests import PaperState, Request
from paten_desk.store import journal
from paten_desk.usecases import blanks, letter_texts, letterheads, proofs
from paten_desk.usecases.context import Context

INITIALS = ("Kasi", "Sekcam")
WITH_VILLAGE_HEAD = frozenset({"SKAW", "SPPF", "SPHT"})


def draw(context: Context, request: Request, service: Service, made: Letter, standing: Standing) -> bytes:
    """Draw a letter or a countersignature as it stands.

    Raises:
        PatenError: It is to be issued and a blank of its text is empty.

    """
    office = context.office
    issuing = standing is Standing.ISSUED
    text = letter_texts.of_request(context, made.template, made)
    values, lists = dict(made.personal.blanks), dict(made.personal.lists)
    countersigned = service.output is OutputKind.COUNTERSIGN and made.template != REJECTION
    composed = templates.compose(text, values, lists, issuing=issuing, labels=blanks.labels(service))
    body = _with_link(composed, made, "lembar" if countersigned else "surat")
    dated = long_date(made.dated) if made.dated else ""
    head = letterheads.letterhead(office)
    now = context.now()
    printed = "" if issuing else f"Dicetak {context.user.display}, {long_date(now.date())} pukul {hour(now)}"
    proof = _proof(context, request, made) if issuing else None
    initials = () if issuing else INITIALS
    if countersigned:
        above = letterheads.signature(office, made.signature, above="Mengetahui:")
        return countersign.render(
            Countersign(
                head,
                body,
                made.number,
                dated,
                above,
                left_signature=village_head(values) if service.code in WITH_VILLAGE_HEAD else None,
                proof=proof,
                standing=standing,
                initials=initials,
                printed=printed,
            )
        )
    frame = templates.frame(text, values, issuing=issuing, labels=blanks.labels(service))
    signature = letterheads.signature(office, made.signature, dated or ("." * 24))
    enclosures = _enclosures(request, service, made)
    address = None if frame.title else Address(signature.place_date, enclosures=enclosures, subject=frame.subject)
    return letter.render(
        letter.Letter(
            head,
            frame.title,
            made.number,
            body,
            signature,
            address=address,
            recipient=frame.recipient,
            copies=frame.copies,
            proof=proof,
            standing=standing,
            initials=initials,
            printed=printed,
        )
    )


def _enclosures(request: Request, service: Service, made: Letter) -> str:
    """Say what goes along: the citizen's dossier with a letter that refers them to another office."""
    goes_along = service.output is OutputKind.REFERRAL and made.template != REJECTION
    there = any(paper.state is PaperState.THERE for paper in request.papers)
    return f"{number_and_words(1)} berkas" if goes_along and there else "-"


def _with_link(body: tuple[Block, ...], made: Letter, paper: str) -> tuple[Block, ...]:
    """Name the letter (`paper` is what it is called) that this one replaces, before its closing words."""
    if not made.replaces:
        return body
    old = journal.load(Letter, made.replaces)
    dated = f" tanggal {long_date(old.dated)}" if old.dated else ""
    words = (
        f"{paper.capitalize()} ini menggantikan {paper} Nomor {old.number}{dated}, yang dinyatakan tidak berlaku lagi."
    )
    return (*body[:-1], Paragraph(words), *body[-1:])


def village_head(values: dict[str, str]) -> Signature:
    """Leave room for the village head, who has signed the statement itself."""
    title = f"{values.get('village.head_title', 'Kepala Desa')} {values.get('village.name', '')}".strip()
    return Signature(("Dibenarkan dan disaksikan:", f"{title.upper()},"), "........................")


def _proof(context: Context, request: Request, made: Letter) -> Proof:
    mark = proofs.mark(request)
    text = made.proof or codes.unsigned(codes.Kind.LETTER, context.office.area, made.number, mark)
    valid = long_date(made.valid_until) if made.valid_until else ""
    return Proof(text, f"{mark}-{made.serial:04d}", f"Kecamatan {context.office.name}", valid)
