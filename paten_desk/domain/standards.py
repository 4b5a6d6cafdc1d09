"""The published half of a service standard: what an office tells citizens of a service before they ask.

Source: PermenPANRB 15/2014, the six components of service delivery (penyampaian pelayanan).
"""

from __future__ import annotations

from collections.abc import Collection

from paten_desk.domain.catalogue import OutputKind, Service
from paten_desk.domain.workflow import Action

COMPONENTS = (
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Jangka waktu penyelesaian",
    "Biaya/tarif",
    "Produk pelayanan",
    "Penanganan pengaduan, saran, dan masukan",
)
PLEDGE = (
    "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan, "
    "dan apabila kami tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan "
    "yang berlaku."
)
"""The words of a maklumat pelayanan. Source: PermenPANRB 15/2014, Lampiran, maklumat pelayanan."""

INITIALS = {Action.INITIAL_SECTION: "Kepala Seksi", Action.INITIAL_SECRETARY: "Sekretaris Kecamatan"}
_LOOKS = {Action.VERIFY: "memeriksa isi berkas", Action.FIELD_CHECK: "memeriksa lapangan"}
_TAKEN_IN = (
    "Pemohon menyerahkan berkas lengkap di loket pelayanan.",
    "Petugas loket memeriksa kelengkapan berkas, mencatatnya, dan memberikan tanda terima.",
)


def section(service: Service) -> str:
    """Name the part of the office that works on a service."""
    if not service.verifier or service.verifier.startswith("Sekretariat"):
        return service.verifier
    return f"Seksi {service.verifier}"


def steps(service: Service, taken: Collection[Action]) -> tuple[str, ...]:
    """Tell the way of a request in sentences; `taken` are the steps that the office takes for this service."""
    who = section(service) or "Petugas yang ditunjuk"
    looks = [words for action, words in _LOOKS.items() if action in taken]
    checked = [f"{who} {' dan '.join(looks)}."] if looks else []
    if service.output is OutputKind.NONE:
        return (*_TAKEN_IN, *checked, "Petugas melaksanakan layanan dan memberitahukan hasilnya kepada pemohon.")
    by = " dan ".join(name for action, name in INITIALS.items() if action in taken)
    initialled = f"{by} membubuhkan paraf" if by else ""
    if service.output is OutputKind.COUNTERSIGN:
        before = f"{initialled}; camat" if by else "Camat"
        done = f"{before} atau pejabat yang ditugasi menandatangani dokumen; nomornya dicatat dalam "
        taken_away = "Pemohon mengambil dokumen dengan menunjukkan tanda terima."
        return (*_TAKEN_IN, *checked, f"{done}{service.register_book}.", taken_away)
    made = f"Operator membuat surat; {initialled}." if by else "Operator membuat surat."
    signed = "Camat atau pejabat yang ditugasi menandatangani surat; surat diberi nomor dan cap."
    fetched = "Pemohon mengambil surat dengan menunjukkan tanda terima."
    if service.output is OutputKind.REFERRAL and service.addressed_to:
        fetched = f"{fetched[:-1]}, lalu membawanya kepada {service.addressed_to} yang mengambil keputusan."
    return (*_TAKEN_IN, *checked, made, signed, fetched)


def product(service: Service) -> str:
    """Name what the citizen gets."""
    name = service.title or service.name
    if service.output is OutputKind.COUNTERSIGN:
        return f"{name} yang diketahui atau disahkan camat dan diberi nomor register"
    return name


def time_standard(service: Service) -> str:
    """Say how long it takes, and from when it counts."""
    return f"Paling lama {service.duration} sejak berkas diterima lengkap"
