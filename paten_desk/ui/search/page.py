"""What was found, in groups that stand only where they hold something: requests, citizens, letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.formats import thousands
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.proofs import PLAIN, PREFIXES
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Row
from paten_desk.ui.search import rows as shapes
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import label
from paten_desk.usecases import requests, searches, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.searches import Found, How, Totals
from paten_desk.usecases.work import RequestRow

COUNT_MS = 150  # a long list is counted when the typing rests
ORDERS = {
    How.AS_TYPED: "yang terbaru dulu",
    How.OLD_SPELLING: "ejaan lama, yang terbaru dulu",
    How.ALIKE: "nama mirip, lahir dan desa sama",
}
HOW_WORDS = {How.AS_TYPED: "", How.OLD_SPELLING: " (ejaan lama)", How.ALIKE: " (nama mirip)"}


class SearchPage(Page):
    """Results of one search; Enter opens a request, a citizen, or the request of a letter.

    At the kabupaten no person is known, and nothing opens.

    Signals:
        open_request: A request was chosen (its id).
        page_made: A citizen was chosen (their page).
        back: Esc.
    """

    open_request = Signal(str)
    page_made = Signal(object)
    back = Signal()
    keys = (("Enter", "buka"), ("Tab", "ke kelompok berikutnya"), ("Ctrl+K", "cari lagi"), ("Esc", "kembali"))

    def __init__(self, context: Context, tasks: Tasks, text: str) -> None:
        leave = Button("Kembali", key="Esc")
        super().__init__("Hasil pencarian", "", (leave,))
        self._context, self._tasks, self._text = context, tasks, text
        self.is_live = False  # somebody still types in the search box, where the cursor stays
        self._is_counter = context.office.role is OfficeRole.KECAMATAN
        self._found: Found | None = None
        self._places: dict[str, int] = {}
        self._names = {code: held.name for code, held in services.catalogue(context).items()}
        self.requests = Table(
            "Permohonan yang ditemukan",
            shapes.REQUEST_COLUMNS if self._is_counter else shapes.KABUPATEN_COLUMNS,
            Empty("search", "Tidak ada yang cocok", self._hint()),
            keys=(("↑↓", "pilih"), ("Enter", "buka")) if self._is_counter else (("↑↓", "pilih"),),
            least=1,
        )
        keys = (("↑↓", "pilih"), ("Enter", "buka"))
        people, letters = Empty("users", "", ""), Empty("file-text", "", "")
        self.people = Table("Warga yang ditemukan", shapes.PERSON_COLUMNS, people, keys=keys, least=1)
        self.letters = Table("Surat yang ditemukan", shapes.LETTER_COLUMNS, letters, keys=keys, least=1)
        self._groups = (("Permohonan", self.requests), ("Warga", self.people), ("Surat", self.letters))
        self._heads: list[QWidget] = []
        for name, table in self._groups:
            self._heads.append(label(name, "head"))
            self.body.addWidget(self._heads[-1])
            self.body.addWidget(table, 1)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._counting.timeout.connect(self._count)
        if self._is_counter:
            self.requests.opened.connect(lambda key: self.open_request.emit(str(key)))
            self.letters.opened.connect(lambda key: self.open_request.emit(str(key).split("/")[0]))
            self.people.opened.connect(self._open_person)
        leave.clicked.connect(self.back)

    def warm(self) -> None:
        """Lay everything out while nobody waits, so that what is found first is painted sooner."""
        for _, table in self._groups:
            table.warm()
        self.grab(QRect(0, 0, 1, 1))  # Qt lays out what it draws, shown or not

    def ask_for(self, text: str) -> None:
        """Take other words, which are searched for when the page comes up."""
        self._text = text

    def show_text(self, text: str) -> None:
        """Search for other words."""
        if text != self._text:
            self.ask_for(text)
            self.refresh()

    def enter(self, text: str) -> str:
        """Search for words that end with Enter: the cursor goes to what was found; return the only request, or ""."""
        self.show_text(text)
        self.take_cursor()
        return self.only()

    def refresh(self) -> None:
        """Search again."""
        self._counting.stop()
        found = self._search()
        known = found if self._found and self._found.text == found.text else None
        before = self._totals_of(known)
        self._found, self._places = found, {}
        whole = searches.is_whole(found)
        self._show(searches.totals(self._context, found) if whole else before)
        if not whole:
            self._counting.start()

    def only(self) -> str:
        """Return the one request behind a scanned code or a full number, or "" where more was found."""
        found = self._found or self._search()
        alone = len(found.requests) == 1 and not found.people and not found.letters
        return found.requests[0].id if self._is_counter and alone else ""

    def begin(self) -> None:
        """Put the cursor on the first row, unless somebody still types in the search box."""
        if not self.is_live:
            self.take_cursor()

    def take_cursor(self) -> None:
        """Put the cursor on the first row of the first group that holds one."""
        self.is_live = False
        next((table for _, table in self._groups if not table.isHidden()), self.requests).setFocus()

    def _search(self) -> Found:
        if not self._text.upper().startswith(PREFIXES):
            found = searches.look(self._context, self._text)
            return found if self._is_counter else Found(found.text, found.how, found.requests, [], [])
        area = self._text.split(":")[1]
        if self._is_counter and self._text.startswith(PLAIN) and area != self._context.office.area:
            self.requests.empty.say("Tanda terima ini milik kantor lain", f"Kode wilayah kantor itu {area}.")
            return Found(self._text, How.AS_TYPED, [], [], [])
        return Found(self._text, How.AS_TYPED, requests.find(self._context, self._text), [], [])

    def _totals_of(self, found: Found | None) -> Totals | None:
        """Return the totals that stand for the same words already, so that looking again changes no number."""
        return searches.totals(self._context, found) if found is not None else None

    def _count(self) -> None:
        if self._found is not None:
            self._show(searches.totals(self._context, self._found))

    def _show(self, totals: Totals | None) -> None:
        found = self._found
        assert found is not None
        order = ORDERS[found.how]
        many = totals or Totals(len(found.requests), len(found.people), len(found.letters))
        said = order if totals else f"{order}, masih dihitung"
        self._fill(self.requests, self._requests(found.requests), many.requests, said, self._more_requests)
        self._fill(self.people, self._people(found.people), many.people, said, self._more_people)
        self._fill(self.letters, self._letters(found.letters), many.letters, said, self._more_letters)
        self._arrange()
        parts = self._text.split(":")
        words = parts[3] if self._text.startswith(PLAIN) and len(parts) > 3 else self._text
        if totals is None:
            self.say("Hasil pencarian", f"“{words}”: masih dihitung{HOW_WORDS[found.how]}")
            return
        counts = f"{thousands(many.requests)} permohonan"
        if self._is_counter and not self._text.startswith(PLAIN):
            counts += f", {thousands(many.people)} warga, {thousands(many.letters)} surat"
        self.say("Hasil pencarian", f"“{words}”: {counts}{HOW_WORDS[found.how]}")

    def _fill(self, table: Table, cells: list[Row], total: int, order: str, more: Any) -> None:
        table.show_rows(cells, total, order, more if total > len(cells) or "dihitung" in order else None)

    def _arrange(self) -> None:
        """Give the groups room by what they hold; where nothing was found, the first one says what to try."""
        nothing = not any(table.rows.rows for _, table in self._groups)
        for at, (head, (_, table)) in enumerate(zip(self._heads, self._groups, strict=True)):
            there = bool(table.rows.rows)
            head.setVisible(there)
            table.setVisible(there or (nothing and at == 0))
            self.body.setStretch(2 * at + 1, min(len(table.rows.rows), 8) + 3)

    def _requests(self, found: Sequence[RequestRow]) -> list[Row]:
        self._places |= {row.id: row.rowno for row in found}
        shape = shapes.request if self._is_counter else shapes.request_at_the_kabupaten
        return [Row(row.id, shape(self._context, row, self._names.get(row.service, row.service))) for row in found]

    def _people(self, found: Sequence[searches.PersonRow]) -> list[Row]:
        self._places |= {row.id: row.rowno for row in found}
        return [Row(row.id, shapes.person(self._context, row)) for row in found]

    def _letters(self, found: Sequence[searches.LetterRow]) -> list[Row]:
        keys = [f"{row.request}/{row.id}" for row in found]
        self._places |= {key: row.rowno for key, row in zip(keys, found, strict=True)}
        names = self._names
        return [
            Row(key, shapes.letter(row, names.get(row.subject, row.subject)))
            for key, row in zip(keys, found, strict=True)
        ]

    def _more_requests(self, after: Any) -> list[Row]:
        assert self._found is not None
        return self._requests(searches.more_requests(self._context, self._found, self._places[after]))

    def _more_people(self, after: Any) -> list[Row]:
        assert self._found is not None
        return self._people(searches.more_people(self._context, self._found, self._places[after]))

    def _more_letters(self, after: Any) -> list[Row]:
        assert self._found is not None
        return self._letters(searches.more_letters(self._context, self._found, self._places[after]))

    def _open_person(self, person: Any) -> None:
        from paten_desk.ui.search.citizen_page import CitizenPage

        self.page_made.emit(CitizenPage(self._context, self._tasks, str(person)))

    def _hint(self) -> str:
        if self._is_counter:
            return "Coba nama lain, NIK, nomor HP, nomor surat, atau empat sampai enam angka terakhir."
        return "Nama warga tidak ada di kabupaten; cari dengan nomor pendaftaran."
