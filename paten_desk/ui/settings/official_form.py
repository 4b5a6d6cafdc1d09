"""The form of an official: post, how it is held and by what decree, from when to when, and what is printed."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.errors import Problem
from paten_desk.domain.officials import Holding, Official, OfficialPersonal, Post
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import ChoiceField, Field, TextField
from paten_desk.ui.widgets import clear, row

POSTS = ((Post.HEAD.value, "Camat"), (Post.SECRETARY.value, "Sekretaris"), (Post.SECTION_HEAD.value, "Kepala seksi"))
HOLDINGS = (("full", "Definitif"), ("Plt.", "Plt."), ("Plh.", "Plh."), ("Pj.", "Pj."))
HOLDING_HINTS = {
    "Plt.": "Pelaksana tugas: jabatannya kosong.",
    "Plh.": "Pelaksana harian: pejabatnya sedang berhalangan.",
    "Pj.": "Penjabat: diangkat sementara.",
}


class OfficialForm:
    """The fields of an official.

    Attributes:
        parts: What a dialog shows, from top to bottom.
        fields: The fields by name, in the order of the cursor.

    """

    def __init__(self, today: date, held: Official | None) -> None:
        self._held = held
        self.post = ChoiceField("Jabatan", POSTS, held.post.value if held else Post.HEAD.value)
        self.holding = ChoiceField("Status jabatan", HOLDINGS, (held.holding.value or "full") if held else "full")
        self.section = TextField("Nama seksi", "Contoh: Pelayanan Umum")
        self.decree = TextField("Nomor surat penunjukan", "SK atau surat perintah.")
        self.decree_date = DateField("Tanggal surat penunjukan")
        self.name = TextField("Nama lengkap dengan gelar")
        self.rank = TextField("Pangkat dan golongan", "Contoh: Pembina (IV/a)", optional=True)
        self.nip = TextField("NIP", optional=True)
        self.since = DateField("Mulai")
        self.until = DateField("Sampai", optional=True)
        self.fields: dict[str, Field] = {
            "post": self.post,
            "holding": self.holding,
            "section": self.section,
            "decree": self.decree,
            "decree_date": self.decree_date,
            "name": self.name,
            "rank": self.rank,
            "nip": self.nip,
            "since": self.since,
            "until": self.until,
        }
        self._by_decree = clear(row(self.decree, self.decree_date))
        period = clear(row(self.since, self.until))
        self.parts = (
            *(self.post, self.holding, self.section, self._by_decree),
            *(self.name, self.rank, self.nip, period),
        )
        self._show(today, held)
        for choice in (self.post, self.holding):
            choice.changed.connect(self._adapt)
        self._adapt()

    def official(self) -> Official:
        """Return the official that is typed, without an id."""
        since = self.since.value()
        assert since is not None
        is_section = self.post.value() == Post.SECTION_HEAD.value
        return Official(
            "",
            Post(self.post.value()),
            self.section.value() if is_section else "",
            Holding(self.holding.value().replace("full", "")),
            since,
            self.until.value(),
            OfficialPersonal(self.name.value(), self.rank.value(), self.nip.value()),
            self.decree.value(),
            self.decree_date.value(),
        )

    def unread(self) -> list[Problem]:
        """List the dates that cannot be read."""
        found = []
        for name, field in (("decree_date", self.decree_date), ("since", self.since), ("until", self.until)):
            day, problem = read_date(field.line.text())
            if problem:
                found.append(Problem(name, problem))
            elif day is None and field is self.since:
                found.append(Problem(name, "Isi tanggal mulai menjabat."))
        return found

    def _show(self, today: date, held: Official | None) -> None:
        self.since.set_value(max(today, held.since) if held else today)
        if held is None:
            return
        self.section.set_value(held.section)
        self.decree.set_value(held.decree)
        self.decree_date.set_value(held.decree_date)
        self.until.set_value(held.until)
        self.name.set_value(held.personal.name)
        self.rank.set_value(held.personal.rank)
        self.nip.set_value(held.personal.nip)
        self.post.hide()
        self.holding.hide()

    def _adapt(self) -> None:
        self.section.setVisible(self.post.value() == Post.SECTION_HEAD.value)
        held = self.holding.value()
        self._by_decree.setVisible(held != "full")
        self.holding.say(HOLDING_HINTS.get(held, ""))


def post_name(official: Official) -> str:
    """Name a post as the list does: "Plh. Camat", "Kepala seksi Pelayanan Umum"."""
    names = dict(POSTS)
    return " ".join(part for part in (official.holding.value, names[official.post.value], official.section) if part)
