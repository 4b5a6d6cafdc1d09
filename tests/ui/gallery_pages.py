"""Pages of the gallery: every part of the kit at its work, with people who do not exist."""

from datetime import date

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, Tab
from paten_desk.ui.cards import Card, Empty, Figure, fact, sum_line
from paten_desk.ui.date_field import DateField
from paten_desk.ui.fields import AreaField, ChoiceField, ComboField, TextField
from paten_desk.ui.number_fields import NikField, PhoneField
from paten_desk.ui.page import Page
from paten_desk.ui.preview import Preview
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.segments import Segments
from paten_desk.ui.steps import CheckRow, Steps, Stop, StopState
from paten_desk.ui.table import Table
from paten_desk.ui.tick_row import TickRow
from paten_desk.ui.widgets import chip, clear, column, label, line, panel, picture, row, scroll

COLUMNS = (
    Column("Janji", 148),
    Column("Nomor", 64),
    Column("Pemohon", strong=True),
    Column("NIK", 116, from_width=760),
    Column("Layanan", 176, from_width=640),
    Column("Di meja", 120),
)
ROWS = [
    Row(1, (("Terlambat 2 jam", "late"), "0419", "M. Yusuf", "9999••••0007", "Rekomendasi keramaian", "Sekcam")),
    Row(2, (("Terlambat 20 menit", "late"), "0424", "Hj. Rohani", "9999••••0005", "Tidak mampu (SKTM)", "Loket 1")),
    Row(3, (("Sisa 35 menit", "warn"), "0433", "CV Maju Bersama", "lembaga", "Domisili usaha", "Kasi Yanum")),
    Row(
        4,
        (
            ("Hari ini 13.45", "accent"),
            "0436",
            "Nur'aini binti H. Abdullah",
            "9999••••0019",
            "Pengantar SKCK",
            "Operator",
        ),
    ),
    Row(5, (("Dijeda", "neutral"), "0402", "Rahmat Hidayat", "9999••••0037", "Pindah (SKPWNI)", "Dukcapil")),
    Row(6, (("Senin 23 Nov", "neutral"), "0440", "Sumarni", "9999••••0041", "Ahli waris", "Kasi Tapem")),
]
STOPS = (
    Stop("Diterima", "Rina, hari ini 07.41", StopState.DONE),
    Stop("Paraf Kasi", "Hendra, 09.10", StopState.DONE),
    Stop("Paraf Sekcam", "menunggu 1 jam 2 menit", StopState.LATE),
    Stop("Tanda tangan Camat"),
    Stop("Diserahkan"),
)


class ListPage(Page):
    """A list with its tabs, a peek panel that goes where there is no room for it."""

    keys = (("Ctrl+F", "saring"), ("Enter", "buka berkas"), ("Space", "intip"))

    def __init__(self):
        super().__init__(
            "Berkas",
            "31 terbuka, 2 terlambat, 1 dijeda",
            (Button("Saring", icon="filter", key="Ctrl+F"), Button("Cetak daftar", icon="printer")),
        )
        self.table = Table("Berkas terbuka", COLUMNS, Empty("folder-open", "Belum ada berkas", "Daftarkan permohonan."))
        self.table.show_rows(ROWS, 31, "yang terlambat dulu")
        self.peek = Card().add(
            row(chip("Terlambat 2 jam", "late"), None, label("Spasi menutup", "hint")),
            label("M. Yusuf", "lead"),
            label("0419/PATEN/2026 · masuk hari ini 07.41", "second"),
            line(),
            Steps(STOPS),
            None,
            row(Button("Ingatkan", icon="bell"), None, Button("Buka", "primary", key="Enter")),
        )
        self.peek.setFixedWidth(308)
        tabs = clear(
            row(Tab("Terbuka 31", True), Tab("Terlambat 2"), Tab("Hari ini 9"), Tab("Siap diambil 6"), None, gap=6)
        )
        body = row(self.table, self.peek, gap=t.S3)
        body.setStretch(0, 1)
        self.body.addWidget(tabs)
        self.body.addLayout(body, 1)

    def fit(self, width):
        self.peek.setVisible(width >= t.MIDDLE)

    def begin(self):
        self.table.setFocus()


class FormPage(Page):
    """A form with every kind of field, a side panel and a foot."""

    keys = (("Ctrl+S", "simpan dan cetak"), ("Esc", "kembali"), ("F6", "semua ada"))

    def __init__(self):
        super().__init__("Pendaftaran", "Antrean A-017, dipanggil pukul 10.11")
        self.nik = NikField("NIK pemohon", "16 angka · 99.99.99 Kecamatan Contoh · lahir 7 Agustus 1984")
        self.nik.set_value("9999994708840002")
        self.name = TextField("Nama", capitals=True)
        self.name.set_value("SITI RAHMAWATI")
        self.phone = PhoneField()
        self.phone.set_value("081200001234")
        self.service = ComboField("Jenis layanan", (("sktm", "Keterangan Tidak Mampu"), ("skck", "Pengantar SKCK")))
        self.service.set_value("sktm")
        self.purpose = TextField("Keperluan, tercetak di surat")
        self.purpose.set_value("persyaratan beasiswa")
        self.dated = DateField("Tanggal surat desa")
        self.dated.line.setText("31 November 2026")
        self.dated.show_problem("November hanya 30 hari.")
        self.since = DateField("Berlaku sejak", optional=True)
        self.since.set_value(date(2026, 11, 21))
        self.whom = ChoiceField("Untuk", (("self", "Pemohon sendiri"), ("other", "Orang lain")), "self")
        self.note = AreaField("Catatan", "Tidak tercetak.", optional=True, lines=2)
        papers = [
            TickRow("Surat keterangan Kepala Desa", chosen="there"),
            TickRow("Kartu Keluarga", chosen="missing"),
            TickRow("Pernyataan bermeterai", note="Meterai 10.000"),
            TickRow("Surat kuasa"),
        ]
        papers[1].show_chip("batas 27 Nov")
        papers[3].set_value("not_applicable", "Diurus sendiri")
        person = Card(
            "1  Pemohon", Segments("Pemohon", (("a", "Warga"), ("b", "Lembaga"), ("c", "Desa")), "a"), pad=t.S3
        )
        person.add(self.nik, row(self.name, self.phone, gap=t.S3))
        service = Card("2  Layanan", self.whom, pad=t.S3)
        service.add(row(self.service, self.purpose, gap=t.S3), row(self.dated, self.since, gap=t.S3), self.note)
        dossier = Card("3  Berkas", Button("Semua ada", "small", key="F6"), pad=t.S3, note="3 dari 4 ada").add(*papers)
        inside = clear(column(person, service, dossier, None, gap=t.S2, margins=(0, 0, 2, 2)))
        self.side = Card("Yang diterima warga").add(
            panel(
                "accent",
                column(
                    label("JANJI SELESAI", "hint"),
                    label("Hari ini, pukul 11.15 WIB", "lead", tone="accent"),
                    gap=1,
                    margins=(14, 10, 14, 12),
                ),
            ),
            panel(
                "good",
                column(
                    label("BIAYA", "hint"), label("Rp0 GRATIS", "hero", tone="good"), gap=0, margins=(14, 10, 14, 12)
                ),
            ),
            4,
            fact("pen-line", "Ditandatangani", "Camat", "Diperiksa Kasi Kesejahteraan Sosial"),
            fact("hash", "Nomor pendaftaran", "diberikan saat disimpan"),
            None,
        )
        self.side.setFixedWidth(304)
        body = row(scroll(inside), self.side, gap=t.S3)
        body.setStretch(0, 1)
        self.body.addLayout(body)
        self.more = Button("Tambah layanan", icon="plus", key="F7")
        self.show_foot(
            Button("Kembali", key="Esc"),
            label("Draf tersimpan 10.12", "hint"),
            None,
            self.more,
            Button("Simpan dan cetak tanda terima", "primary", "printer", "Ctrl+S"),
        )

    def fit(self, width):
        self.side.setVisible(width >= 840)
        self.more.setVisible(width >= 840)

    def begin(self):
        self.purpose.editor.setFocus()


class DayPage(Page):
    """Figures, a checklist, sums, a warning and a button that cannot be pressed yet."""

    def __init__(self):
        super().__init__(
            "Tutup Hari", "Jumat, 20 November 2026", (Button("Tunda sampai besok pagi", "quiet"),), scrolls=True
        )
        figures = row(
            Figure("23", "Masuk hari ini", "kemarin 32"),
            Figure("17", "Selesai", "15 sesuai janji"),
            Figure("2", "Lewat janji", "terlama 2 jam", "late"),
            gap=t.S3,
        )
        checks = Card("Sebelum ditutup", label("2 dari 4 beres", "hint"))
        checks.body.setSpacing(0)
        for at, each in enumerate(
            (
                CheckRow("Semua antrean terlayani", "A-001 sampai A-041, 2 tidak hadir", "Beres", "good"),
                CheckRow(
                    "2 berkas lewat janji", "Tulis sebab atau selesaikan: 0419 dan 0424", "Putuskan", "late", "Putuskan"
                ),
                CheckRow(
                    "Cadangan ke USB", "Cadangan harian sudah terbukti pukul 14.02", "Pasang USB", "warn", "Cadangkan"
                ),
                CheckRow("Buku register", "Dicetak saat hari ditutup", "Terakhir", "neutral", "Lihat"),
            )
        ):
            checks.add(*([line()] if at else []), each)
            checks.body.setStretch(checks.body.count() - 1, 1)
        wait = panel(
            "warn",
            column(
                row(
                    picture("triangle-alert", t.TONES["warn"].ink, 18),
                    label("Satu hal harus diputuskan", "strong", tone="warn"),
                    None,
                ),
                label("2 berkas lewat janji belum diberi sebab.", "second", wrap=True),
                gap=4,
                margins=(12, 10, 12, 10),
            ),
        )
        close = Button("Tutup hari dan cetak", "primary", "lock", "Ctrl+S")
        close.setEnabled(False)
        sums = Card("Hari ini").add(
            sum_line("Sisa kemarin", "11"),
            sum_line("Masuk", "23"),
            line(),
            sum_line("Sisa sekarang", "14", strong=True),
        )
        side = clear(column(sums, None, wait, close, gap=t.S3))
        side.setFixedWidth(300)
        body = row(checks, side, gap=t.S3)
        body.setStretch(0, 1)
        self.body.addLayout(figures)
        self.body.addLayout(body, 1)


class EmptyPage(Page):
    """A list before its first row."""

    def __init__(self):
        super().__init__("Pengaduan", "Belum ada pengaduan")
        begin = Empty(
            "inbox",
            "Pengaduan warga akan berkumpul di sini",
            "Catat yang disampaikan lisan, lewat kotak saran, atau telepon.",
            Button("Catat pengaduan", "primary", "plus", "Ctrl+N"),
        )
        self.body.addWidget(Table("Pengaduan", COLUMNS[:3], begin))


class PaperPage(Page):
    """A letter before it is printed."""

    def __init__(self, pdf):
        super().__init__("Surat Keterangan Tidak Mampu", "0444/PATEN/2026")
        self.preview = Preview()
        self.preview.show_pdf(pdf, "Kertas printer cocok")
        self.body.addWidget(self.preview)
