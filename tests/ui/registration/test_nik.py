from paten_desk.ui.registration.nik import facts_of, words_of


def test_a_nik_of_another_kecamatan_names_it(context):
    words = words_of(context, facts_of(context, "9999064708840007"))

    assert words[0] == "99.99.06"


def test_a_date_that_is_not_in_the_calendar_is_left_out(context):
    words = words_of(context, facts_of(context, "9999053102840007"))

    assert words == ("99.99.05 Kecamatan Contoh", "laki-laki")


def test_half_a_nik_says_nothing(context):
    assert facts_of(context, "99990547") is None
