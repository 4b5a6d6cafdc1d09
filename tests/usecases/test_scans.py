from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import Invalid, NoRight, NotFound, PatenError
from paten_desk.domain.roles import Role
from paten_desk.domain.scans import MOST_BYTES_IN, Scan, ScanKind
from paten_desk.domain.workflow import Status
from paten_desk.store import archive, connection, journal
from paten_desk.usecases import checks, deep_checks, form_drafts, requests, restoring, scans, setup
from tests.backing import opened
from tests.builders import a_request, a_visit
from tests.documents.test_attached import a_pdf


def a_photo(colour="red"):
    out = BytesIO()
    Image.new("RGB", (640, 400), colour).save(out, "PNG")
    return out.getvalue()


def stored(volume=202611):
    return len(list(archive.hashes(volume)))


def looks(scan):
    return [record.fact.kind for record in journal.history(scan.id)].count("scan.looked_up.v1")


def test_a_photo_is_attached_to_its_paper_and_comes_back(context_on_both):
    context = context_on_both
    request = a_request(context)
    paper = request.papers[0].key

    made = scans.attach(context, request.id, paper, a_photo())

    assert scans.of_request(context, request.id) == [made]
    assert (made.paper, made.kind, made.pages) == (paper, ScanKind.JPEG, 1)
    content = scans.content_of(context, made.id)
    assert (len(content), Image.open(BytesIO(content)).size) == (made.bytes, (640, 400))
    assert checks.check(context).findings == ()
    assert deep_checks.check(context).orphans == 0


def test_the_same_photo_is_stored_once_and_is_one_scan_of_a_request(context):
    one, other = a_request(context), a_request(context, serial=2)

    first = scans.attach(context, one.id, "", a_photo())
    again = scans.attach(context, one.id, "", a_photo())
    elsewhere = scans.attach(context, other.id, "", a_photo())

    assert first == again != elsewhere
    assert first.content == elsewhere.content
    assert stored() == 1


def test_several_pictures_of_one_paper_stay_several_scans(context):
    request = a_request(context)
    paper = request.papers[0].key

    for colour in ("red", "blue"):
        scans.attach(context, request.id, paper, a_photo(colour))

    assert [scan.paper for scan in scans.of_request(context, request.id)] == [paper, paper]


def test_a_pdf_keeps_its_pages(context):
    made = scans.attach(context, a_request(context).id, "", a_pdf(3))

    assert (made.kind, made.pages) == (ScanKind.PDF, 3)
    assert scans.content_of(context, made.id).startswith(b"%PDF-")


def test_registering_binds_the_scans_of_the_form(context_on_both):
    context = context_on_both
    draft = a_visit(context)
    asked = draft.requests[0]
    paper = asked.papers[0].key
    taken = (
        scans.take(context, a_photo("red"), paper),
        scans.take(context, a_photo("blue"), "SOMETHING-ELSE"),
    )

    (made,) = requests.register(context, replace(draft, requests=(replace(asked, scans=taken),)))

    held = scans.of_request(context, made.id)
    assert [(scan.paper, scan.content) for scan in held] == [(paper, taken[0].content), ("", taken[1].content)]
    assert requests.register(context, draft) == (made,)
    assert len(scans.of_request(context, made.id)) == 2
    assert checks.check(context).findings == ()


def test_a_returned_dossier_keeps_its_scans_too(context):
    draft = a_visit(context, is_complete=False)
    taken = scans.take(context, a_photo())

    (made,) = requests.register(context, replace(draft, requests=(replace(draft.requests[0], scans=(taken,)),)))

    assert made.status is Status.RETURNED
    assert len(scans.of_request(context, made.id)) == 1


def test_a_kept_form_brings_its_scans_back_after_a_power_cut(context, tmp_path):
    draft = a_visit(context)
    taken = scans.take(context, a_photo(), draft.requests[0].papers[0].key)
    form_drafts.keep(context, replace(draft, requests=(replace(draft.requests[0], scans=(taken,)),)))
    archive.close()
    connection.close()

    connection.open_file(tmp_path / "paten.db", context.data_key)
    archive.open_at(tmp_path, context.data_key)

    (asked,) = form_drafts.kept(context).requests
    assert asked.scans == (taken,)
    assert Image.open(BytesIO(scans.draft_content(context, taken))).size == (640, 400)
    assert deep_checks.check(context).orphans == 0


def test_a_scan_of_a_form_that_was_given_up_is_an_orphan_and_no_difference(context):
    scans.take(context, a_photo())
    scans.attach(context, a_request(context).id, "", a_photo("blue"))

    assert deep_checks.check(context).orphans == 1
    assert checks.check(context).findings == ()


def test_who_looks_is_recorded_once_in_a_quarter_of_an_hour(context, clock):
    made = scans.attach(context, a_request(context).id, "", a_photo())
    scans.content_of(context, made.id)
    assert looks(made) == 0  # who has just put it there

    clock.forward(minutes=20)
    for _ in range(2):
        scans.content_of(context, made.id)
    assert looks(made) == 1
    other = replace(context, user=replace(context.user, id=context.new_id()))
    scans.content_of(other, made.id)
    assert looks(made) == 2


def test_a_thumb_is_no_look(context, clock):
    made = scans.attach(context, a_request(context).id, "", a_photo())
    clock.forward(hours=1)

    (small,) = scans.thumbs(context, [made]).values()

    assert max(Image.open(BytesIO(small)).size) == 120
    assert looks(made) == 0


def test_a_pdf_has_no_thumb_and_what_is_not_here_is_left_out(context):
    made = scans.take(context, a_pdf(1))

    assert scans.thumbs(context, [made, replace(made, content="ab" * 32)]) == {made.content: b""}


def test_a_scan_goes_to_another_paper_of_its_request(context):
    request = a_request(context)
    made = scans.attach(context, request.id, "", a_photo())
    paper = request.papers[0].key

    for _ in range(2):
        moved = scans.assign(context, made.id, paper)

    assert scans.of_request(context, request.id) == [moved] == [replace(made, paper=paper)]
    assert len(journal.history(made.id)) == 2


def test_what_is_taken_off_stays_on_record_with_its_reason(context):
    request = a_request(context)
    made = scans.attach(context, request.id, "", a_photo())

    scans.retire(context, made.id, "  terbalik,  dipindai ulang ")

    assert scans.of_request(context, request.id) == []
    held = journal.load(Scan, made.id)
    assert (held.retired, held.personal.reason) == (True, "terbalik, dipindai ulang")
    assert scans.content_of(context, made.id)
    for after in (lambda: scans.retire(context, made.id, "lagi"), lambda: scans.assign(context, made.id, "")):
        with pytest.raises(NotFound, match="sudah dilepas"):
            after()


def test_nothing_is_taken_off_without_a_reason(context):
    made = scans.attach(context, a_request(context).id, "", a_photo())

    with pytest.raises(Invalid):
        scans.retire(context, made.id, " ")


def test_only_who_registers_attaches_and_only_who_looks_up_looks(context):
    request = a_request(context)
    made = scans.attach(context, request.id, "", a_photo())
    chief = replace(context, user=replace(context.user, roles=(Role.SECTION_HEAD,)))
    admin = replace(context, user=replace(context.user, roles=(Role.ADMIN,)))

    assert scans.content_of(chief, made.id)
    for refused in (
        lambda: scans.take(chief, a_photo()),
        lambda: scans.attach(chief, request.id, "", a_photo()),
        lambda: scans.retire(chief, made.id, "tidak perlu"),
        lambda: scans.assign(chief, made.id, ""),
        lambda: scans.content_of(admin, made.id),
        lambda: scans.thumbs(admin, [made]),
    ):
        with pytest.raises(NoRight):
            refused()


def test_who_does_not_work_on_the_service_puts_nothing_into_the_archive(context):
    request = a_request(context)
    other = replace(context, user=replace(context.user, services=("SKDOM",)))

    with pytest.raises(NoRight):
        scans.attach(other, request.id, "", a_photo())
    assert stored() == 0


def test_a_picture_that_is_gone_is_told_in_a_sentence(context, tmp_path):
    made = scans.attach(context, a_request(context).id, "", a_photo())
    archive.close()
    (tmp_path / "arsip-202611.db").unlink()
    archive.open_at(tmp_path, context.data_key)

    with pytest.raises(NotFound, match="tidak ada di komputer ini"):
        scans.content_of(context, made.id)
    assert [finding.where for finding in checks.check(context).findings] == ["arsip 202611"]


def test_a_file_is_read_and_stays_as_it_is(tmp_path):
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"isi")

    assert scans.read(path) == b"isi"
    assert path.read_bytes() == b"isi"


def test_a_file_that_is_too_large_or_gone_is_told_in_a_sentence(tmp_path):
    large = tmp_path / "film.jpg"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES_IN + 1)

    with pytest.raises(PatenError, match=r"film\.jpg lebih besar dari 10 MB"):
        scans.read(large)
    with pytest.raises(PatenError):
        scans.read(tmp_path / "hilang.jpg")


def test_a_backup_covers_the_scans_and_a_restore_brings_them_back(office, new_computer):
    scan = scans.attach(office.context, a_request(office.context, serial=9).id, "", a_photo())
    made = opened(office, office.backup())
    setup.close()

    context = restoring.restore(new_computer, made, BranchReason.RESTORED, clock=office.clock).context

    assert Image.open(BytesIO(scans.content_of(context, scan.id))).size == (640, 400)
    assert checks.check(context).findings == ()
