import copy
import json
import shutil
import subprocess

import pytest

from paten_desk.domain.errors import Invalid, NoRight, NotFound, PatenError, Rejected
from paten_desk.domain.roles import Right, Role
from paten_desk.store import connection, journal, keys
from paten_desk.usecases import approvals, escrow, offices, partners, sample, setup
from tests.builders import a_user
from tests.conftest import Clock

PASSWORD, FRESH = sample.PASSWORD, "perahu naik ke bukit"


class Two:
    """An office that lost everything and its kabupaten, each in a folder of its own."""

    def __init__(self, folder):
        self.office, self.kabupaten = folder / "kantor", folder / "kabupaten"
        context, self.sheet = setup.create(self.kabupaten, sample.kabupaten_draft(), Clock())
        self.leader = context.user.id
        self.identity = partners.own_keys(context).identity
        card = partners.own_card_file(context)
        setup.close()
        context, _ = setup.create(self.office, sample.draft(), Clock())
        self.user = context.user.id
        made, _ = partners.enrol(context, card)
        partners.confirm(context, made.id)
        setup.close()

    def answer(self, asked, minutes="180/BA/XI/2026"):
        """Let two people of the kabupaten answer."""
        context = setup.unlock(self.kabupaten, self.leader, PASSWORD, Clock())
        second = a_user(context, Role.ADMIN, display="Admin Kabupaten Contoh")
        approval = approvals.approve(context, Right.OPEN_ESCROW, second.id, "payung biru tua")
        try:
            return escrow.answer(context, asked, minutes, approval)
        finally:
            self.kinds = [record.fact.kind for record in _all(context)]
            setup.close()

    def take(self, answered, password=FRESH):
        escrow.take(self.office, self.office / setup.DATABASE, self.user, password, answered)


def _all(context):
    from paten_desk.domain.ledger import read

    return [read(body) for _, _, body, _ in journal.stored(journal.head().ledger)]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Both offices, made once: their passwords take seconds to set."""
    return Two(tmp_path_factory.mktemp("escrow") / "asal")


@pytest.fixture
def two(template, tmp_path):
    """A copy of both offices for one test."""
    folder = tmp_path / "dua"
    shutil.copytree(template.office.parent, folder)
    made = copy.copy(template)
    made.office, made.kabupaten = folder / "kantor", folder / "kabupaten"
    yield made
    setup.close()


def test_an_office_that_lost_passwords_and_sheet_comes_in_again(two):
    asked = escrow.ask(two.office, two.user, FRESH)
    assert escrow.has_asked(two.office, two.user)

    two.take(two.answer(asked))

    assert setup.unlock(two.office, two.user, FRESH, Clock()).user.id == two.user
    assert not escrow.has_asked(two.office, two.user)
    assert two.kinds[-1] == "escrow.opened.v1"


def test_the_data_key_never_travels_in_clear(two):
    context = setup.unlock(two.office, two.user, PASSWORD, Clock())
    key = context.data_key
    setup.close()
    asked = escrow.ask(two.office, two.user, FRESH)
    answered = two.answer(asked)

    for content in (asked, answered):
        assert key not in content
        assert key.hex().encode() not in content
        assert b"AGE-SECRET-KEY" not in content


def test_both_sides_compare_the_same_digits(two):
    asked = escrow.read(escrow.ask(two.office, two.user, FRESH))

    assert asked.check == escrow.check_of(asked.recipient)
    assert len(asked.check.replace(" ", "")) == 12
    assert asked.office == "Kecamatan Kayu Agung"


def test_an_office_knows_whether_a_kabupaten_can_answer(two, tmp_path):
    assert escrow.can_ask(two.office)
    assert not escrow.can_ask(two.kabupaten)
    assert escrow.can_ask(tmp_path)  # an older program wrote down nobody


def test_files_are_named_by_their_check_digits(two, tmp_path):
    content = escrow.ask(two.office, two.user, FRESH)
    asked = escrow.read(content)
    digits = asked.check.replace(" ", "")

    assert escrow.write_asked(tmp_path, content).name == f"MINTA-KUNCI-{digits}.json"
    assert escrow.write_answer(tmp_path, asked, b"{}").name == f"JAWAB-KUNCI-{digits}.json"


def test_stock_age_opens_the_recovery_file_for_the_kabupaten_and_for_the_sheet(two, tmp_path):
    context = setup.unlock(two.office, two.user, PASSWORD, Clock())
    sheet = offices.make_recovery(context)
    for secret in (two.identity, sheet):
        identity = tmp_path / "identity.txt"
        identity.write_text(secret + "\n")
        opened = subprocess.run(
            ["age", "-d", "-i", identity, two.office / "recovery.age"], capture_output=True, check=True
        )
        assert opened.stdout == context.data_key


def test_one_alone_hands_no_key_on(two):
    asked = escrow.ask(two.office, two.user, FRESH)
    context = setup.unlock(two.kabupaten, two.leader, PASSWORD, Clock())

    with pytest.raises(NoRight, match="orang kedua"):
        escrow.answer(context, asked, "180/BA/XI/2026", None)
    with pytest.raises(Invalid, match="berita acara"):
        escrow.answer(context, asked, " ", None)


def test_a_kecamatan_hands_no_key_on(two):
    asked = escrow.ask(two.office, two.user, FRESH)
    context = setup.unlock(two.office, two.user, PASSWORD, Clock())

    with pytest.raises(NoRight):
        escrow.answer(context, asked, "180/BA/XI/2026", None)


def test_an_answer_opens_only_for_the_password_chosen_when_asking(two):
    answered = two.answer(escrow.ask(two.office, two.user, FRESH))

    with pytest.raises(NoRight):
        two.take(answered, "bukan sandi saya")
    two.take(answered)


def test_an_old_answer_does_not_open_a_new_request(two):
    old = two.answer(escrow.ask(two.office, two.user, FRESH))
    escrow.ask(two.office, two.user, FRESH)

    with pytest.raises(NoRight, match="tidak membuka"):
        two.take(old)
    with pytest.raises(NotFound, match="belum meminta"):
        escrow.take(two.office, two.office / setup.DATABASE, "somebody", FRESH, old)


def test_an_answer_with_another_offices_key_changes_nothing(two):
    asked = escrow.ask(two.office, two.user, FRESH)
    body = json.loads(two.answer(asked))
    foreign = keys.seal_to(bytes(32), (body["recipient"],))
    body["sealed"] = escrow._text(foreign)

    with pytest.raises(PatenError):
        two.take(json.dumps(body).encode())
    assert not connection.is_open()
    assert setup.unlock(two.office, two.user, PASSWORD, Clock())


def test_who_never_made_the_kabupaten_its_escrow_gets_a_sentence(two, tmp_path):
    other = tmp_path / "lain"
    context, _ = setup.create(other, sample.draft(), Clock())
    user = context.user.id
    setup.close()
    asked = escrow.ask(other, user, FRESH)

    with pytest.raises(NoRight, match="tidak membuka"):
        two.answer(asked)


def test_a_weak_password_and_a_stranger_cannot_ask(two):
    with pytest.raises(Invalid, match="paling pendek"):
        escrow.ask(two.office, two.user, "pendek")
    with pytest.raises(NotFound, match="tidak ada"):
        escrow.ask(two.office, "somebody", FRESH)
    (two.office / "recovery.age").unlink()
    with pytest.raises(NotFound, match=r"recovery\.age"):
        escrow.ask(two.office, two.user, FRESH)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format":"paten-escrow-answer/1"}',
        b"x" * 70_000,
        b"[" * 60_000,
        b"\xff\xfe",
        b'{"format":"paten-escrow-ask/1","office":1,"recipient":"","recovery":""}',
    ],
)
def test_whatever_is_no_request_is_refused_in_words(content):
    with pytest.raises(Rejected, match="bukan berkas"):
        escrow.read(content)


@pytest.mark.parametrize("recovery", ["%%%", "AAAA"])
def test_a_damaged_request_is_refused_in_words(two, recovery):
    asked = json.dumps(
        {"format": escrow.ASK, "office": "Kantor", "recipient": "age1nobody", "recovery": recovery}
    ).encode()

    with pytest.raises(PatenError):
        two.answer(asked)


def test_a_request_sealed_for_no_recipient_is_refused(two):
    body = json.loads(escrow.ask(two.office, two.user, FRESH))

    with pytest.raises(Rejected, match="Kunci penerima"):
        two.answer(json.dumps({**body, "recipient": "age1nobody"}).encode())


def test_a_new_sheet_keeps_the_kabupaten_as_escrow(two):
    context = setup.unlock(two.office, two.user, PASSWORD, Clock())
    offices.make_recovery(context)
    setup.close()

    two.take(two.answer(escrow.ask(two.office, two.user, FRESH)))


def test_an_office_without_a_known_sheet_says_so(tmp_path):
    with pytest.raises(NotFound, match="belum dibuat"):
        keys.seal_escrow(tmp_path, bytes(32), ())
