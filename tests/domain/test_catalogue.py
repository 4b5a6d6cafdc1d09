from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import OutputKind, Scope, Service, fee_of, gives_letter, in_force


def a_service(**values):
    made = Service(
        "SKTM",
        "Surat Keterangan Tidak Mampu",
        "Surat keterangan",
        Scope.NON_LICENCE,
        OutputKind.LETTER,
        (),
        Duration(60, Unit.MINUTES),
        "PP 17/2018",
        "400.9.14",
        "401",
        "Kesejahteraan Sosial",
        ("head",),
        "Register Surat Keterangan",
    )
    return replace(made, **values)


SHIPPED = a_service()
FROM_MARCH = a_service(id="b", since=date(2026, 3, 1))
FROM_MARCH_AGAIN = a_service(id="c", since=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2026, 2, 28), SHIPPED),
        (date(2026, 3, 1), FROM_MARCH_AGAIN),
        (date(2030, 1, 1), FROM_MARCH_AGAIN),
    ],
)
def test_the_newest_version_of_the_day_is_in_force(day, version):
    assert in_force([SHIPPED, FROM_MARCH, FROM_MARCH_AGAIN], day) == {"SKTM": version}


def test_an_older_version_given_later_changes_nothing():
    assert in_force([FROM_MARCH, SHIPPED], date(2026, 6, 1)) == {"SKTM": FROM_MARCH}


def test_a_service_is_not_offered_before_its_first_day():
    assert in_force([SHIPPED], date(2025, 12, 31)) == {}


def test_nothing_is_asked_without_a_perda():
    assert fee_of(a_service(fee_rupiah=50_000)) == 0
    assert fee_of(a_service(fee_rupiah=50_000, fee_basis="Perda 2/2025")) == 50_000


@pytest.mark.parametrize(
    ("kind", "letter"),
    [
        (OutputKind.LETTER, True),
        (OutputKind.REFERRAL, True),
        (OutputKind.COUNTERSIGN, False),
        (OutputKind.NONE, False),
    ],
)
def test_only_letters_and_referrals_have_a_number_of_their_own(kind, letter):
    assert gives_letter(a_service(output=kind)) is letter
