import pytest

from paten_desk.ui.registration.suggest import ServiceCombo, SuggestField, VillageField


@pytest.fixture
def shown(qtbot):
    def show(field):
        qtbot.addWidget(field)
        field.show()
        field.activateWindow()
        qtbot.waitUntil(field.isActiveWindow)
        field.editor.setFocus()
        return field

    return show


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("isl", "Islam"), ("ISLAM", "Islam"), ("kris", "Kristen"), ("k", ""), ("Sunda Wiwitan", "")],
)
def test_a_beginning_that_fits_one_suggestion_means_it(shown, typed, meant):
    field = shown(SuggestField("Agama", ("Islam", "Kristen", "Katolik")))

    field.line.setText(typed)

    assert field.match() == meant


def test_what_nobody_suggested_may_be_typed(shown, typist):
    field = shown(SuggestField("Pekerjaan", ("Petani/pekebun", "Guru")))

    typist.line("Pengrajin contoh")

    assert field.value() == "Pengrajin contoh"


def test_a_village_carries_its_local_word_and_its_code(shown, context):
    field = shown(VillageField(context))

    field.set_village("Mawar", "99.99.05.1001")

    assert field.line.text() == "Kelurahan Mawar"
    assert field.village() == ("Mawar", "99.99.05.1001")


def test_a_service_is_chosen_by_its_exact_code_first(shown, typist):
    field = shown(ServiceCombo("Layanan", (("A", "A  Surat SKU lama"), ("SKU", "SKU  Keterangan Usaha"))))

    typist.line("sku")

    assert field.value() == "SKU"
