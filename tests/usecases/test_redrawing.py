from dataclasses import replace

from paten_desk.domain.letters import Letter
from paten_desk.domain.workflow import Status
from paten_desk.store import archive, connection, journal, ledgers
from paten_desk.store.connection import transaction
from paten_desk.usecases import closings, external_signing, letters, redrawing, scans
from tests.builders import a_request
from tests.conftest import KEY
from tests.documents.test_scans import a_picture
from tests.documents.test_signed_pdf import signed


def with_an_empty_archive(context, folder):
    """Let the records stand as if they had come from a laptop, whose papers stayed there."""
    with transaction():
        connection.sql("UPDATE ledger SET role = ?", (ledgers.BRANCH,))
        journal.open_ledger("0199b000-0000-7000-8000-000000000009", context.office.area)
    archive.open_at(folder, KEY)


def test_papers_of_a_laptop_are_drawn_again_byte_for_byte(context, tmp_path):
    ready = a_request(context, Status.READY)
    letter = journal.load(Letter, ready.letter)
    made = closings.close(context)
    paper, sheet = archive.get(letter.document, 2026), archive.get(made.document, 2026)
    (tmp_path / "office").mkdir()
    with_an_empty_archive(context, tmp_path / "office")

    assert redrawing.draw(context, set()) == ()
    assert list(archive.hashes(2026)) == []
    assert redrawing.draw(context, {letter.id, made.id}) == ()
    assert archive.get(letter.document, 2026) == paper
    assert archive.get(made.document, 2026) == sheet
    assert redrawing.draw(context, {letter.id, made.id}) == ()


def test_a_paper_that_no_longer_comes_out_the_same_is_named_and_not_stored(context, tmp_path):
    ready = a_request(context, Status.READY)
    letter = journal.load(Letter, ready.letter)
    made = closings.close(context)
    (tmp_path / "office").mkdir()
    with_an_empty_archive(context, tmp_path / "office")
    moved = context.with_office(replace(context.office, address="Jalan Lain Nomor 2"))

    assert redrawing.draw(moved, {letter.id, made.id}) == (letter.number, "berita acara 20 November 2026")
    assert list(archive.hashes(2026)) == []


def test_a_paper_signed_elsewhere_that_stayed_on_the_laptop_is_named(context, tmp_path):
    ready = a_request(context, Status.READY)
    letter = external_signing.file_signed(context, ready.id, signed(letters.original(context, ready.id)))
    (tmp_path / "office").mkdir()
    with_an_empty_archive(context, tmp_path / "office")

    assert redrawing.draw(context, {letter.id}) == (f"{letter.number} yang ditandatangani di luar",)


def test_scans_that_stayed_on_the_laptop_are_counted(context, tmp_path):
    request = a_request(context)
    made = [scans.attach(context, request.id, "", a_picture(size=(size, 80))).id for size in (90, 100, 110)]
    scans.retire(context, made[2], "terbalik")
    (tmp_path / "office").mkdir()
    with_an_empty_archive(context, tmp_path / "office")

    assert redrawing.draw(context, set(made[:2])) == ("2 pindaian",)
    assert redrawing.draw(context, set()) == ()
