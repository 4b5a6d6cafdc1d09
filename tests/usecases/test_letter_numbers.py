from dataclasses import replace
from datetime import date

from paten_desk.domain.letters import REJECTION, Letter
from paten_desk.store.connection import transaction
from paten_desk.usecases import letter_numbers, services


def a_letter(context, service, template=""):
    return Letter(context.new_id(), "r", service.code, template or service.template, "v")


def test_a_letter_draws_from_the_book_of_letters_and_has_its_end(context):
    service = services.catalogue(context)["SKTM"]
    with transaction():
        made = letter_numbers.take(context, service, a_letter(context, service), is_letter=True)

    assert (made.book, made.serial, made.number) == ("letter", 1, "400.9.14/001/KEC-CTH/XI/2026")
    assert (made.dated, made.valid_until) == (date(2026, 11, 20), date(2027, 2, 18))


def test_a_countersignature_draws_from_its_register(context):
    service = services.catalogue(context)["LFC"]
    with transaction():
        made = letter_numbers.take(context, service, a_letter(context, service), is_letter=False)

    assert made.book == f"register:{service.register_book}"
    assert made.number == "001/REG/KEC-CTH/XI/2026"


def test_a_refusal_has_no_end_of_its_own(context):
    service = services.catalogue(context)["SKTM"]
    with transaction():
        made = letter_numbers.take(context, service, a_letter(context, service, REJECTION), is_letter=True)

    assert made.valid_until is None


def test_an_office_of_the_old_code_book_writes_old_codes(context):
    context = context.with_office(replace(context.office, classification="old"))
    service = services.catalogue(context)["SKTM"]
    with transaction():
        made = letter_numbers.take(context, service, a_letter(context, service), is_letter=True)

    assert made.number == "401/001/KEC-CTH/XI/2026"
