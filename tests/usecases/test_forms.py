from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight, NotFound
from paten_desk.domain.roles import Role
from paten_desk.usecases import forms
from tests.usecases.test_letters import text_of


def test_the_office_has_a_proxy_and_the_statements_its_services_ask_for():
    assert [name for _, name in forms.forms()] == [
        "Surat kuasa pengambilan",
        "Surat pernyataan ahli waris",
        "Surat pernyataan belum memiliki rumah",
        "Surat pernyataan belum menikah",
        "Surat pernyataan penghasilan",
        "Surat pernyataan tidak mampu",
    ]


@pytest.mark.parametrize("paper", forms.PAPERS)
def test_a_form_is_printed_with_the_name_of_the_office(context, paper):
    words = " ".join(text_of(forms.form_pdf(context, "poverty", paper)).split())

    assert "SURAT PERNYATAAN TIDAK MAMPU" in words
    assert "Formulir Kecamatan Contoh" in words


def test_a_form_that_does_not_exist_and_a_user_of_another_office_are_refused(context):
    with pytest.raises(NotFound, match="Formulir"):
        forms.form_pdf(context, "unknown")
    with pytest.raises(NoRight):
        forms.form_pdf(replace(context, user=replace(context.user, roles=(Role.KABUPATEN,))), "poverty")
