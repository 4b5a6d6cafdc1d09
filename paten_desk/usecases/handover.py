"""Hand the paper over: the right paper to the right person, and a record of both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from paten_desk.domain.errors import Invalid, Problem
from paten_desk.domain.formats import long_date
from paten_desk.domain.people import clean, search_key
from paten_desk.domain.requests import Collector, Request
from paten_desk.domain.workflow import Action
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import work
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Question:
    """One detail only the right person knows.

    Attributes:
        key: Name of the question in the record.
        text: What the clerk asks.
        answer: What the dossier says; shown to the clerk only after an answer was typed.

    """

    key: str
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class HandoverDraft:
    """What the clerk fills in when somebody collects.

    Attributes:
        answer: What the collector said.
        override_reason: Why it is handed over in spite of a wrong answer, or "".

    """

    name: str = ""
    relation: str = "pemohon sendiri"
    nik: str = ""
    proxy_letter: bool = False
    answer: str = ""
    override_reason: str = ""


def question(request: Request) -> Question:
    """Choose the detail to ask about; which one follows from the request, so that a second look asks the same."""
    applicant, personal = request.personal.applicant, request.personal
    about = (personal.subjects or (applicant,))[0]
    found = [
        Question("birth", "Tanggal lahir orang yang namanya tercantum di surat?", long_date(about.birth_date))
        if about.birth_date
        else None,
        Question("village", "Nama desa atau kelurahan pemohon?", applicant.village) if applicant.village else None,
        Question("phone", "Empat angka terakhir nomor HP yang didaftarkan?", applicant.phone[-4:])
        if len(applicant.phone) >= 8
        else None,
        Question("purpose", "Surat ini untuk keperluan apa?", personal.purpose) if personal.purpose else None,
    ]
    asked = [entry for entry in found if entry]
    if not asked:
        return Question("name", "Nama lengkap pemohon?", applicant.name)
    return asked[request.serial % len(asked)]


def is_right(asked: Question, answer: str) -> bool:
    """Compare an answer as people say it: capitals, spaces and small spelling differences do not count."""
    return bool(clean(answer)) and search_key(answer) == search_key(asked.answer)


def check(request: Request, draft: HandoverDraft) -> list[Problem]:
    """List what to mend before the paper may leave."""
    found = []
    if not clean(draft.name):
        found.append(Problem("name", "Isi nama orang yang mengambil."))
    if not clean(draft.relation):
        found.append(Problem("relation", "Isi hubungannya dengan pemohon."))
    applicant = request.personal.applicant
    own = search_key(draft.name) == search_key(applicant.name)
    if clean(draft.name) and not own and not draft.proxy_letter and "kuasa" in draft.relation.lower():
        found.append(Problem("proxy_letter", "Minta surat kuasa, lalu tandai bahwa surat kuasa diterima."))
    if not is_right(question(request), draft.answer) and not clean(draft.override_reason):
        text = "Jawaban belum cocok dengan berkas. Tanyakan lagi, atau tulis alasan bila tetap diserahkan."
        found.append(Problem("answer", text))
    return found


def hand_over(context: Context, request: str, draft: HandoverDraft) -> Request:
    """Record who took the paper away; the request ends here.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user; not ready; something is missing.

    """
    with transaction():
        held = journal.load(Request, request)
        moved = work.step(context, held, Action.HAND_OVER)
        found = check(held, draft)
        if found:
            raise Invalid(found)
        asked = question(held)
        right = is_right(asked, draft.answer)
        collector = Collector(
            clean(draft.name),
            clean(draft.relation),
            clean(draft.nik),
            draft.proxy_letter,
            asked.key,
            not right,
            "" if right else clean(draft.override_reason),
        )
        moved = replace(moved, personal=replace(moved.personal, collector=collector))
        verb = work.VERBS[Action.HAND_OVER] if right else "handed_over_in_spite"
        journal.record(context.stamp(), verb, moved)
    return moved
