import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import ScanKind
from paten_desk.ui.scans.box import ScanBox
from paten_desk.ui.widgets import column
from paten_desk.usecases import scans
from tests.ui.pages import heard, press
from tests.ui.scans.given import a_file, an_image, carrying, copy, drop, settle

PAPERS = (("A-1", "KTP-el"), ("A-2", "Kartu keluarga (KK)"))


class Page(QWidget):
    """A page with a field and the scans of nobody yet."""

    def __init__(self, context, tasks):
        super().__init__()
        self.context, self.held, self.field = context, [], QLineEdit()
        self.box = ScanBox(context, tasks, self.begin, lambda scan: scans.draft_content(context, scan))
        self.box.listen_on(self)
        self.box.show_scans((), PAPERS)
        self.setLayout(column(self.field, self.box))

    def begin(self, paper):
        return lambda content: scans.take(self.context, content, paper), self.add

    def add(self, taken):
        self.held.append(taken)
        self.box.show_scans(self.held, PAPERS)


@pytest.fixture
def page(context, tasks, shown):
    made = Page(context, tasks)
    made.resize(700, 500)
    made = shown(made, made.field)
    settle(tasks)
    return made


def test_two_dropped_files_become_the_first_two_papers(page, tasks, tmp_path):
    assert drop(page, carrying(a_file(tmp_path, "a.jpg"), a_file(tmp_path, "b.png", form="PNG", mode="L")))
    assert page.box.is_busy()
    settle(tasks)

    assert [scan.paper for scan in page.held] == ["A-1", "A-2"]
    assert not page.box.is_busy()
    assert page.box.strip.tiles.count() == 2
    assert [page.box.strip.tiles.item(at).text() for at in (0, 1)] == ["KTP-el", "Kartu keluarga (KK)"]


def test_a_dropped_file_is_never_written_into_a_field(page, tasks, tmp_path):
    drop(page, carrying(a_file(tmp_path)))
    settle(tasks)

    assert not page.field.acceptDrops()


def test_a_dropped_text_is_left_to_the_fields(page):
    assert not drop(page, carrying(text="9999"))


def test_a_copied_picture_is_pasted_even_from_within_a_field(page, qtbot, tasks):
    copy(carrying(image=an_image()))
    press(qtbot, page, "Ctrl+V")
    page.box.strip.choose.setFocus()
    press(qtbot, page, "Ctrl+V")
    settle(tasks)

    assert [scan.kind for scan in page.held] == [ScanKind.JPEG] * 2
    assert page.field.text() == ""


def test_copied_files_are_pasted_and_their_names_are_not(page, qtbot, tasks, tmp_path):
    path = a_file(tmp_path)
    copy(carrying(path, text=str(path)))

    press(qtbot, page, "Ctrl+V")
    settle(tasks)

    assert len(page.held) == 1
    assert page.field.text() == ""


def test_text_is_pasted_into_the_field_as_ever(page, qtbot, tasks):
    copy(carrying(text="9999", image=an_image()))

    press(qtbot, page, "Ctrl+V")
    settle(tasks)

    assert page.field.text() == "9999"
    assert page.held == []


def test_a_field_that_was_left_is_listened_to_no_more(page, qtbot, tasks):
    page.box.strip.choose.setFocus()
    page.field.setFocus()
    copy(carrying(image=an_image()))

    press(qtbot, page, "Ctrl+V")
    settle(tasks)

    assert len(page.held) == 1


def test_nothing_is_taken_while_the_strip_is_not_seen(page, qtbot, tasks, tmp_path):
    page.box.hide()
    copy(carrying(image=an_image()))

    press(qtbot, page, "Ctrl+V")
    assert not drop(page, carrying(a_file(tmp_path)))
    settle(tasks)

    assert page.held == []


def test_chosen_files_come_in(page, qtbot, tasks, tmp_path, monkeypatch):
    path = a_file(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(path)], ""))

    press(qtbot, page, "Ctrl+O")
    settle(tasks)

    assert len(page.held) == 1


def test_what_is_refused_is_told_and_the_others_come_in(page, qtbot, tasks, tmp_path):
    bad = tmp_path / "bukan.jpg"
    bad.write_bytes(b"halo")
    with qtbot.captureExceptions() as told:
        page.box.bring([bad, a_file(tmp_path)])
        settle(tasks)

    assert [kind for kind, *_ in told] == [PatenError]
    assert len(page.held) == 1
    assert not page.box.is_busy()


def test_new_files_of_the_folder_are_offered_and_come_in_by_one_key(page, qtbot, tasks, tmp_path):
    folder = tmp_path / "pemindai"
    folder.mkdir()
    page.box.folder.watch(folder)
    settle(tasks)
    path = a_file(folder)
    for _ in range(2):
        page.box.folder.look()
        settle(tasks)
    assert page.box.strip.offer.words() == "Lampirkan 1 pindaian baru dari folder"

    press(qtbot, page, "Ctrl+L")
    settle(tasks)

    assert len(page.held) == 1
    assert path.is_file()
    assert not page.box.strip.offer.isVisible()


def test_a_scan_is_seen_large_from_where_it_stands(page, tasks, tmp_path):
    opened = heard(page.box.page_made)
    page.box.bring([a_file(tmp_path), a_file(tmp_path, "b.jpg", size=(300, 300))])
    settle(tasks)

    page.box.strip.tiles.opened.emit(1)
    settle(tasks)

    (made,) = opened
    assert made.picture.image.size().toTuple() == (300, 300)


def test_what_is_not_on_this_computer_has_an_icon(page, tasks, context, tmp_path):
    from dataclasses import replace

    taken = scans.take(context, a_file(tmp_path).read_bytes())
    page.box.show_scans([replace(taken, content="ab" * 32)], PAPERS)
    settle(tasks)

    assert page.box.strip.tiles.count() == 1
