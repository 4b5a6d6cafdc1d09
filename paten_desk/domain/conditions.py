"""Conditions of papers that the form can answer by itself: they follow from who asks, and about whom.

What does not follow for certain is left to the clerk, who can also turn what is answered here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from paten_desk.domain.catalogue import Service
from paten_desk.domain.identity import age_on
from paten_desk.domain.people import Party, PartyKind

Answer = bool | None
"""Whether a condition holds; None where the form does not say."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the form knows when it asks for the papers.

    Attributes:
        about: Whom the paper speaks of; the applicant where nobody else is named.
        expected: How many people the service speaks of.
        day: The day that ages count on.

    """

    applicant: Party
    about: tuple[Party, ...]
    expected: int
    day: date


def conditions_of(service: Service) -> tuple[str, ...]:
    """Return the conditions on which papers of a service depend, each once, in the order of the papers."""
    return tuple(dict.fromkeys(paper.when for paper in service.requirements if paper.when))


def case_of(
    service: Service, applicant: Party, subjects: tuple[Party, ...], typed: Mapping[str, str], today: date
) -> Case:
    """Return what a form says; a marriage counts ages on its own day."""
    wedding = typed.get("wedding_date", "")
    day = date.fromisoformat(wedding) if _is_day(wedding) else today
    return Case(applicant, subjects or (applicant,), service.subjects, day)


def answers(conditions: tuple[str, ...], case: Case) -> dict[str, bool]:
    """Return the conditions that the form answers, with their answers."""
    found = {words: KNOWN[words](case) for words in conditions if words in KNOWN}
    return {words: answer for words, answer in found.items() if answer is not None}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _any(case: Case, judge: Callable[[Party], Answer]) -> Answer:
    """Say whether it holds for anybody; no only where it is known of all who are expected."""
    judged = [judge(party) for party in case.about]
    if True in judged:
        return True
    return None if None in judged or len(judged) < case.expected else False


def _younger(years: int) -> Callable[[Case], Answer]:
    def judge(case: Case) -> Answer:
        return _any(
            case, lambda party: None if party.birth_date is None else age_on(party.birth_date, case.day) < years
        )

    return judge


def _older(years: int) -> Callable[[Case], Answer]:
    def judge(case: Case) -> Answer:
        younger = _younger(years)(case)
        return None if younger is None else not younger

    return judge


def _married(*statuses: str) -> Callable[[Case], Answer]:
    def judge(case: Case) -> Answer:
        return _any(case, lambda party: party.marital_status.casefold() in statuses if party.marital_status else None)

    return judge


def _by_body(case: Case) -> Answer:
    """Say that a body asks; a person who asks may still ask for one."""
    return case.applicant.kind is not PartyKind.PERSON or None


def _married_young(case: Case) -> Answer:
    young, married = _younger(17)(case), _married("kawin", "cerai hidup", "cerai mati")(case)
    if young is False or married is False:
        return False
    return None if None in (young, married) else True


KNOWN: dict[str, Callable[[Case], Answer]] = {
    "bila berbentuk badan atau lembaga": _by_body,
    "bila diadakan oleh organisasi": _by_body,
    "bila ada calon yang belum 19 tahun": _younger(19),
    "bila ada calon yang belum 21 tahun": _younger(21),
    "bila ada calon yang cerai hidup": _married("cerai hidup"),
    "bila ada calon yang cerai mati": _married("cerai mati"),
    "bila belum 17 tahun tetapi sudah kawin": _married_young,
    "bila anak berumur 5 tahun ke atas": _older(5),
}
"""By the words of the shipped catalogue; an office that writes others answers them itself."""
