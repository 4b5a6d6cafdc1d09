import pytest

from paten_desk.documents import cover
from paten_desk.documents.cover import Cover, Row
from tests.documents.conftest import LONG_NAME

PRINTED = "20 November 2026 pukul 09.30 WIB oleh Petugas Contoh"


def a_row(at=1, **more):
    held = {
        "name": "SITI CONTOH",
        "service": "Surat Keterangan Tidak Mampu",
        "due": "20 November 2026 14.00",
        "pages": 1,
    }
    return Row(f"{at:04d}/PATEN/2026", **(held | {"pages": 1} | more))


def test_the_list_names_every_paper_in_its_order(look, letterhead):
    read = look(cover.render(Cover(letterhead, (a_row(1), a_row(2, name="BUDI CONTOH")), PRINTED)))

    words = read.text()
    assert "DAFTAR MAP TANDA TANGAN" in words
    assert words.index("0001/PATEN/2026") < words.index("0002/PATEN/2026")
    assert "2 naskah" in words
    assert read.size_mm() == (215.0, 330.0)


@pytest.mark.parametrize("count", [1, 60])
def test_long_names_and_many_rows_stay_on_the_paper(look, letterhead, count):
    rows = tuple(a_row(at, name=LONG_NAME) for at in range(1, count + 1))

    read = look(cover.render(Cover(letterhead, rows, PRINTED)))

    assert read.is_inside()
    assert f"{count:04d}/PATEN/2026" in read.text()


def test_the_folder_is_the_list_and_then_the_papers(look, letterhead):
    one = cover.render(Cover(letterhead, (a_row(7),), PRINTED))
    made = cover.folder(Cover(letterhead, (a_row(1),), PRINTED), [one, one])

    assert len(look(made)) == 3
    assert "0007/PATEN/2026" in look(made).text(1)
    assert cover.page_count(made) == 3
