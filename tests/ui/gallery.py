"""Scenes of the kit with people who do not exist: python -m tests.ui.gallery FOLDER takes their pictures."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.ui import theme
from paten_desk.ui.bars import Part, Status
from paten_desk.ui.button import Button
from paten_desk.ui.fields import TextField
from paten_desk.ui.key_help import key_help
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.main_window import MainWindow
from paten_desk.ui.notice import Notice
from paten_desk.ui.progress import ProgressStrip
from paten_desk.ui.rail import Room
from paten_desk.ui.tasks import Job, Progress, Tasks
from paten_desk.ui.widgets import label
from tests.ui.gallery_pages import DayPage, EmptyPage, FormPage, ListPage, PaperPage

STATUS = Status(
    Part("Loket 1 · Rina Marlina (F12 ganti)", "Loket 1 · Rina"),
    Part("Jumat, 20 November 2026", "20 Nov 2026"),
    Part("Cadangan terbukti 19 Nov 16.31", "Cadangan 19 Nov"),
    Part("3 belum diakui kabupaten", "3 belum diakui", "warn"),
    Part("L3210 siap · F4", "L3210 · F4"),
)
STAFF = (
    ("1", "Rina Marlina", "Petugas loket"),
    ("2", "Andi Pratama", "Operator komputer"),
    ("3", "Nur'aini", "Kasi Kesejahteraan Sosial"),
    ("4", "Suharto", "Sekretaris Kecamatan"),
)


def rooms(pdf=b""):
    """Return the rooms of a clerk."""
    return (
        Room("home", "Beranda", "house", DayPage),
        Room("registration", "Pendaftaran", "user-plus", FormPage),
        Room("requests", "Berkas", "folder-open", ListPage),
        Room("letters", "Surat", "file-text", lambda: PaperPage(pdf)),
        Room("complaints", "Pengaduan", "message-square-warning", EmptyPage, new_group=True),
        Room("books", "Buku & Laporan", "book-open", EmptyPage, new_group=True),
    )


def window(tasks, room="requests", pdf=b""):
    """Return the main window with a room open."""
    made = MainWindow("Kecamatan Contoh", "Kabupaten Contoh Raya", rooms(pdf), tasks)
    made.top.show_actions(label("4 menunggu", "second"), Button("Panggil A-018", icon="megaphone", key="F9"))
    made.show_status(STATUS)
    made.rail.show_badge("requests", 2, "late")
    made.open_room(room)
    return made


def a_pdf(pages=1, width_mm=215.0, height_mm=330.0):
    """Return a plain PDF made by Qt."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    writer.setResolution(300)
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(600, 600, f"Halaman {page + 1}")
        painter.fillRect(600, 900, 600, 300, "black")
    painter.end()
    buffer.close()
    return bytes(held.data())


def login(tasks):
    """Return the first window."""
    return LoginWindow(
        "Kecamatan Contoh · Kabupaten Contoh Raya",
        STAFF,
        lambda *_: None,
        tasks,
        hint="Setelah 5 kali salah, tunggu 1 menit.",
    )


def scenes(tasks):
    """Return every scene by name."""
    ask = Notice(
        "Batalkan nomor 400.12/031?",
        "Nomor tidak dipakai lagi dan tercatat dengan alasannya.",
        (("", "Kembali"), ("yes", "Batalkan nomor")),
        tone="warn",
        inside=TextField("Alasan", "Tercatat di riwayat dan dapat dibaca pemeriksa."),
    )
    strip = ProgressStrip(tasks)
    job = Job("Membuat cadangan", lambda _: None)
    tasks.began.emit(job)
    tasks.progressed.emit(job, Progress("Membuat cadangan", 40, 100, "menyalin 412 surat"))
    made = {
        "login": login(tasks),
        "tanya": ask,
        "tombol": key_help("Pendaftaran", FormPage.keys),
        "kemajuan": strip,
    }
    for name in ("home", "registration", "requests", "letters", "complaints"):
        made[name] = window(tasks, name, a_pdf(2))
    return made


def take(folder, widths=((1366, 768), (1024, 768))):
    """Write the pictures of all scenes."""
    app = theme.application(sys.argv[0])
    theme.install(app)
    tasks = Tasks()
    for name, scene in scenes(tasks).items():
        small = isinstance(scene, (Notice, ProgressStrip))
        for width, height in widths[:1] if small else widths:
            if not small:
                scene.resize(width, height)
            scene.show()
            scene.activateWindow()
            for _ in range(5):
                app.processEvents()
            scene.grab().save(str(Path(folder) / f"{name}-{'' if small else width}.png"))
        QWidget.close(scene) if small else scene.hide()
    tasks.close()


if __name__ == "__main__":
    take(sys.argv[1])
