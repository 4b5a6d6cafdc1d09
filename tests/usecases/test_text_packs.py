import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from paten_desk.domain import ledger
from paten_desk.domain.errors import Invalid, NoRight, PatenError, Rejected
from paten_desk.domain.roles import Role
from paten_desk.exchange import media, packs, signature
from paten_desk.exchange.packs import Pack, PackedText
from paten_desk.usecases import partners, sample, setup, text_editing, text_packs
from tests.conftest import Clock
from tests.ui.offices import the_first
from tests.usecases.test_text_editing import OURS, reworded, row_of

SEED = b"\7" * 32


@pytest.fixture
def desk(tmp_path):
    context, _ = setup.create(tmp_path / "kantor", the_first(sample.draft()), Clock())
    yield as_camat(context)
    setup.close()


def as_camat(context):
    return replace(context, user=replace(context.user, roles=(*context.user.roles, Role.HEAD)))


def foreign(context, *texts, seed=SEED, area="99.99.06"):
    made = Pack(area, "Kecamatan Sebelah", signature.public_key(seed).hex(), date(2026, 11, 19), texts)
    return packs.write_pack(made, seed)


def test_what_was_exported_is_read_again_as_this_offices_own(desk, tmp_path):
    text_editing.save(desk, "sktm", reworded(desk), desk.today(), "Menyesuaikan perbup")

    path = text_packs.export(desk, ["sktm", "death"], tmp_path)

    assert path.name.startswith(f"NASKAH-{desk.office.area.replace('.', '')}-")
    held = text_packs.read(desk, path)
    assert held.is_known
    assert held.signer == "Ditandatangani oleh kantor ini sendiri."
    assert [(each.name, each.state) for each in held.items] == [("death", "Sama"), ("sktm", "Sama")]
    assert held.items[1].note == "Menyesuaikan perbup"
    assert text_packs.export(desk, ["death", "sktm"], tmp_path) == path


def test_a_pack_of_the_kabupaten_counts_once_its_key_was_compared(desk, tmp_path):
    setup.close()
    hall, _ = setup.create(tmp_path / "kabupaten", the_first(sample.kabupaten_draft()), Clock())
    card, seed = partners.own_card_file(hall), partners.own_keys(hall).seed
    setup.close()
    desk = as_camat(setup.open_office(desk.data, desk.user.id, desk.data_key, desk.clock))
    content = foreign(desk, PackedText("sktm", reworded(desk)), seed=seed, area=hall.office.area)
    assert not text_packs.opened(desk, content).is_known

    held, _ = partners.enrol(desk, card)
    assert "belum dicocokkan lewat telepon" in text_packs.opened(desk, content).signer
    partners.confirm(desk, held.id)

    opened = text_packs.opened(desk, content)
    assert opened.is_known
    assert "kuncinya sudah dicocokkan" in opened.signer
    other = foreign(desk, PackedText("sktm", reworded(desk)), seed=seed, area="99.99.07")
    assert not text_packs.opened(desk, other).is_known


def test_an_unknown_key_is_told_by_its_print_and_taken_only_when_somebody_answers_for_it(desk):
    opened = text_packs.opened(desk, foreign(desk, PackedText("sktm", reworded(desk), "Baru")))
    assert "Kecamatan Sebelah (99.99.06)" in opened.signer
    assert "SHA256:" in opened.signer

    with pytest.raises(PatenError, match="belum dikenal"):
        text_packs.take(desk, opened, ["sktm"], desk.today())
    (made,) = text_packs.take(desk, opened, ["sktm"], desk.today(), trusted=True)

    assert made.pack == "Kecamatan Sebelah"
    assert made.note == "Dari paket naskah Kecamatan Sebelah, 19 November 2026"
    assert OURS in text_editing.source(desk, "sktm")
    assert row_of(desk).origin == "Kecamatan Sebelah"


def test_texts_of_a_pack_are_checked_like_typed_ones(desk):
    opened = text_packs.opened(
        desk,
        foreign(
            desk,
            PackedText("sktm", reworded(desk, "{{alien}}")),
            PackedText("death", "{}"),
            PackedText("not_here", reworded(desk)),
            PackedText("domicile", reworded(desk, name="domicile")),
        ),
    )

    assert [each.state for each in opened.items] == ["Perlu diperbaiki", "Perlu diperbaiki", "Tidak dikenal", "Baru"]
    assert [each.can_be_taken for each in opened.items] == [False, False, False, True]
    for name in ("sktm", "death", "not_here"):
        with pytest.raises(Invalid):
            text_packs.take(desk, opened, ["domicile", name], desk.today(), trusted=True)
    assert OURS not in text_editing.source(desk, "domicile")


def test_taking_needs_a_choice_a_day_and_the_right(desk):
    opened = text_packs.opened(desk, foreign(desk, PackedText("sktm", reworded(desk))))

    with pytest.raises(Invalid):
        text_packs.take(desk, opened, [], desk.today(), trusted=True)
    with pytest.raises(Invalid):
        text_packs.take(desk, opened, ["sktm"], desk.today() - timedelta(days=1), trusted=True)
    clerk = replace(desk, user=replace(desk.user, roles=(Role.OPERATOR,)))
    with pytest.raises(NoRight):
        text_packs.take(clerk, opened, ["sktm"], desk.today(), trusted=True)
    with pytest.raises(NoRight):
        text_packs.export(clerk, ["sktm"], desk.data)
    with pytest.raises(PatenError, match="Belum ada naskah"):
        text_packs.export(desk, [], desk.data)


def test_a_bent_pack_is_refused_whole(desk, tmp_path):
    said = json.loads(foreign(desk, PackedText("sktm", reworded(desk))))
    said["pack"]["name"] = "Kecamatan Lain"
    path = media.write_file(
        tmp_path, media.pack_name("99.99.06", date(2026, 11, 20), "0" * 64), ledger.canonical(said) + b"\n"
    )

    with pytest.raises(Rejected, match=r"\[SIGNATURE\]"):
        text_packs.read(desk, path)
