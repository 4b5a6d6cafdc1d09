import pytest

from paten_desk.domain.backups import Backup, BackupState
from paten_desk.store import journal
from paten_desk.store.backup import BackupFailed
from paten_desk.store.connection import transaction
from paten_desk.ui.backups.parts import PlacesCard, StandingCard
from paten_desk.usecases import backup_places, backup_turns, backups
from tests.ui.conftest import press as push
from tests.ui.pages import heard, words


@pytest.fixture
def standing(shown):
    return shown(StandingCard())


def test_an_office_without_backups_is_told_what_to_do(office, standing):
    standing.show_standing(office.context)

    said = words(standing)
    assert said.count("Belum pernah") == 2
    assert "Buat cadangan sekarang." in said


def test_backup_and_drill_have_their_age_and_place(office, standing):
    office.backup()
    backups.drill(office.context, office.target)
    office.clock.forward(hours=2)

    standing.show_standing(office.context)

    said = words(standing)
    assert said.count("2 jam lalu") == 2
    assert "20 November 2026, 09.31, Kartu cadangan 1" in said


def test_a_drill_that_is_late_says_so(office, standing):
    office.backup()
    office.clock.forward(days=36)

    standing.show_standing(office.context)

    assert "Uji pulih bulanan terlewat." in words(standing)


def test_a_drill_with_differences_is_not_shown_as_good(office, standing):
    with transaction():
        wrong = Backup(office.context.new_id(), BackupState.DRILLED, office.clock(), "Kartu cadangan 1", findings=3)
        journal.record(office.context.stamp(), "drilled", wrong)

    standing.show_standing(office.context)

    assert "3 perbedaan ditemukan; buat cadangan baru, lalu uji lagi." in words(standing)


def test_what_stood_in_the_way_of_the_last_try_is_told(office, standing):
    (office.stick / backup_places.LABEL).unlink()
    with pytest.raises(BackupFailed):
        backups.make(office.context, office.target, plugged=[])

    standing.show_standing(office.context)

    said = words(standing)
    assert "Tidak jadi, baru saja" in said
    assert any(text.startswith("Kartu cadangan 1 belum terpasang") for text in said)


def test_places_show_where_the_next_backup_belongs(office, tmp_path, shown):
    office.backup()
    (tmp_path / "K2").mkdir()
    second = backup_places.add(office.context, tmp_path / "K2", "Kartu cadangan 2", is_stick=True)
    card = shown(PlacesCard())

    card.show_places(office.context, backup_turns.places(office.context, []))

    said = words(card)
    assert said.index("Kartu cadangan 2") < said.index("Berikutnya") < said.index("Kartu cadangan 1")
    assert said.count("Terpasang") == 2
    removed = heard(card.removed)
    push(card, "Lepas: Kartu cadangan 2")
    assert removed == [second]


def test_a_stick_at_home_is_marked(office, shown):
    (office.stick / backup_places.LABEL).unlink()
    card = shown(PlacesCard())

    card.show_places(office.context, backup_turns.places(office.context, []))
    assert "Belum terpasang" in words(card)

    card.show_places(office.context, [])
    assert any(text.startswith("Belum ada. Dua flashdisk") for text in words(card))
