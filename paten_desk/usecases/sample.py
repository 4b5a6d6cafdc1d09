"""The sample office: Kecamatan Kayu Agung with people who do not exist, plainly marked."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.office import Office, OfficeRole
from paten_desk.domain.officials import Official, OfficialPersonal, Post
from paten_desk.domain.roles import Role
from paten_desk.usecases import reference
from paten_desk.usecases.setup import OfficeDraft, UserDraft

AREA = "16.02.05"
PASSWORD = "contoh kayu agung"
HINT = f"Kantor contoh: kata sandi semua petugas adalah {PASSWORD}"
NO_NIP = "0" * 18
SINCE = date(2026, 1, 1)


def office() -> Office:
    """Return the settings of the sample office; its villages are the real ones, nothing else is."""
    return Office(
        "",
        OfficeRole.KECAMATAN,
        AREA,
        "Kayu Agung",
        "Ogan Komering Ilir",
        "Sumatera Selatan",
        seat="Kayu Agung",
        address="Jalan Contoh Nomor 1, Kayu Agung (KANTOR CONTOH)",
        contact="Telepon (0000) 000000, Pos-el contoh@kecamatan.example",
        villages=reference.villages(AREA),
        counters=("Loket 1", "Loket 2"),
        unit="KEC-KYA",
        unit_code="000",
        complaint_phone="WA 0800-0000-0000",
        sample=True,
    )


def officials() -> tuple[Official, ...]:
    """Return officials whose names and NIP say that they are samples."""
    return (
        Official(
            "", Post.HEAD, since=SINCE, personal=OfficialPersonal("CAMAT CONTOH", "Pembina Tingkat I (IV/b)", NO_NIP)
        ),
        Official("", Post.SECRETARY, since=SINCE, personal=OfficialPersonal("SEKCAM CONTOH", "Pembina (IV/a)", NO_NIP)),
        Official(
            "",
            Post.SECTION_HEAD,
            "Pelayanan Umum",
            since=SINCE,
            personal=OfficialPersonal("KASI CONTOH", "Penata Tingkat I (III/d)", NO_NIP),
        ),
    )


def draft() -> OfficeDraft:
    """Return the sample office ready to be made; every user has the password that the login window shows."""
    users = (
        UserDraft(
            "Petugas Contoh",
            (Role.COUNTER_CLERK, Role.OPERATOR, Role.SECTION_HEAD, Role.SECRETARY, Role.HEAD, Role.ADMIN),
            PASSWORD,
            "PETUGAS CONTOH",
            NO_NIP,
        ),
        UserDraft("Loket Contoh", (Role.COUNTER_CLERK,), PASSWORD, "LOKET CONTOH", NO_NIP),
        UserDraft("Kasi Contoh", (Role.SECTION_HEAD,), PASSWORD, "KASI CONTOH", NO_NIP),
        UserDraft("Camat Contoh", (Role.HEAD,), PASSWORD, "CAMAT CONTOH", NO_NIP),
    )
    return OfficeDraft(office(), users, officials(), login_hint=HINT)


def kabupaten_draft() -> OfficeDraft:
    """Return the sample kabupaten that receives the sample office's files."""
    made = Office(
        "",
        OfficeRole.KABUPATEN,
        AREA[:5],
        "",
        "Ogan Komering Ilir",
        "Sumatera Selatan",
        seat="Kayu Agung",
        address="Jalan Contoh Nomor 2, Kayu Agung (KANTOR CONTOH)",
        counters=("Meja 1",),
        sample=True,
    )
    user = UserDraft("Kabupaten Contoh", (Role.KABUPATEN, Role.ADMIN), PASSWORD, "KABUPATEN CONTOH", NO_NIP)
    return OfficeDraft(made, (user,), login_hint=HINT)
