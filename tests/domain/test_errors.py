from paten_desk.domain.errors import Invalid, PatenError, Problem, Rejected


def test_an_error_says_what_and_what_to_do_now():
    error = PatenError("Surat belum terbit.", "Tanda tangani dahulu.")

    assert str(error) == "Surat belum terbit. Tanda tangani dahulu."
    assert str(PatenError("Surat belum terbit.")) == "Surat belum terbit."


def test_a_refused_file_carries_the_code_of_the_wire():
    error = Rejected("SEAL", "Berkas tidak dapat dibuka.", "Minta kirim ulang.")

    assert error.code == "SEAL"
    assert str(error) == "[SEAL] Berkas tidak dapat dibuka. Minta kirim ulang."


def test_an_unfinished_form_names_its_first_problem():
    problems = [Problem("nik", "NIK harus 16 angka; baru terisi 8."), Problem("name", "Isi nama sesuai KTP.")]

    error = Invalid(problems)

    assert error.hint == "NIK harus 16 angka; baru terisi 8."
    assert error.problems == problems
    assert str(Invalid([])) == "Formulir belum lengkap."
