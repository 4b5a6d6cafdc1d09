import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.people import clean, has_mixed_scripts, old_terms, phone_digits, search_key, tail_words, terms


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SUHARTO", "SUHARTO"),
        ("Soeharto", "SUHARTO"),
        ("MUHAMMAD YUSUF", "MUHAMAD YUSUF"),
        ("Mohamad Yusuf", "MUHAMAD YUSUF"),
        ("MOCH. YUSUF", "MUHAMAD YUSUF"),
        ("Muh Yusuf", "MUHAMAD YUSUF"),
        ("M. YUSUF", "MUHAMAD YUSUF"),
        ("M", "M"),  # alone it is a name, no abbreviation
        ("NUR'AINI", "NURAINI"),
        ("Nur’aini", "NURAINI"),
        ("Drs. H. AHMAD DJUNAEDI, M.Si.", "AHMAD JUNAEDI"),
        ("Hj. SITI TJUT NJAK", "SITI CUT NYAK"),
        ("SJARIFAH", "SYARIFAH"),
        ("ANNISA RACHMATTULLAH", "ANISA RACHMATULAH"),
        ("José", "JOSE"),
        ("ABDURRAHMAN-SALEH", "ABDURAHMAN SALEH"),
        ("Hj.", "HJ"),  # nothing but a title is kept
        ("", ""),
    ],
)
def test_usual_spellings_of_a_name_meet(name, key):
    assert search_key(name) == key


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  SITI \t RAHAYU \n", "SITI RAHAYU"),
        ("SITI\u00a0RAHAYU", "SITI RAHAYU"),
        ("SI\u200bTI", "SITI"),
        ("SI\x00TI", "SITI"),
        ("Jose\u0301", "José"),
        ("NUR'AINI, S.Pd.", "NUR'AINI, S.Pd."),
    ],
)
def test_typed_text_is_kept_in_one_clean_form(typed, kept):
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_a_search_key_is_plain_capitals_and_digits(name):
    assert all(
        letter.isascii() and (letter.isupper() or letter.isdigit()) for letter in search_key(name).replace(" ", "")
    )


def test_look_alike_letters_are_noticed():
    assert has_mixed_scripts("SITI \u0410MINAH")
    assert not has_mixed_scripts("SITI AMINAH, S.Pd.")
    assert not has_mixed_scripts("\u0410\u0411")


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("+62 812-3456-7890", "081234567890"),
        ("6281234567890", "081234567890"),
        ("0812 3456 7890", "081234567890"),
        ("(0712) 321 456", "0712321456"),
        ("", ""),
    ],
)
def test_a_phone_number_is_kept_the_way_people_dial_it(typed, digits):
    assert phone_digits(typed) == digits


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", ()),
        ("siti rahayu", (("SITI*",), ("RAHAYU*",))),
        ("H. Soeharto", (("SUHARTO*",),)),
        ("moch. yusuf", (("MUHAMAD*",), ("YUSUF*",))),
        ("yusuf m", (("YUSUF*",), ("M*", "MUHAMAD"))),
        ("moham", (("MOHAM*", "MUHAMAD"),)),
        ("0444", (("0444*", "XQ0444"),)),
        ("44", (("44*", "XQ000044"),)),
        ("9999 0541 0790 0001", (("9999054107900001*",),)),
        ("+62 812-3456", (("628123456*", "08123456*"),)),
        ("400/12", (("400*",), ("12*",))),
    ],
)
def test_typed_text_asks_for_words_and_their_usual_spellings(typed, asked):
    assert terms(typed) == asked


def test_in_the_second_pass_j_and_y_stand_for_each_other():
    assert set(old_terms("yusuf")[0]) == {"YUSUF*", "JUSUF*"}
    assert len(old_terms("jyjyjyjy")[0]) == 8


def test_a_number_is_found_by_its_last_four_to_six_digits():
    assert tail_words("9999054107900123") == ["XQ0123", "XQ00123", "XQ900123"]
    assert tail_words("123") == []


@given(st.text(max_size=60))
def test_what_is_asked_for_holds_capitals_and_digits_alone(text):
    for word in (word for group in (*terms(text), *old_terms(text)) for word in group):
        plain = word.removesuffix("*")
        assert plain.isascii()
        assert plain.isalnum()
        assert plain == plain.upper()
