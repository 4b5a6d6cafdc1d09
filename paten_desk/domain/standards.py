"""The published half of a service standard: what an office tells citizens of a service before they ask.

Source: PermenPANRB 15/2014, the six components of service delivery (penyampaian pelayanan).
"""

from __future__ import annotations

from collections.abc import Collection

from paten_desk.domain.catalogue import OutputKind, Service

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

INITIALS = {"initial_section": "Kepala Seksi", "initial_secretary": "Sekretaris Kecamatan"}
_TAKEN_IN = (
    "Pemohon menyerahkan berkas lengkap di loket pelayanan.",
    "Petugas loket memeriksa kelengkapan berkas, mencatatnya, dan memberikan tanda terima.",
)


def section(service: Service) -> str:
    """Name the part of the office that works on a service."""
    if not service.verifier or service.verifier.startswith("Sekretariat"):
        return service.verifier
    return f"Seksi {service.verifier}"


def steps(service: Service, initials: Collection[str]) -> tuple[str, ...]:
    """Tell the way of a request in sentences; `initials` are the ones the office asks for."""
    who = section(service) or "Petugas yang ditunjuk"
    where = " dan bila perlu memeriksa lapangan" if service.field_check else ""
    checked = f"{who} memeriksa isi berkas{where}."
    if service.output is OutputKind.NONE:
        return (*_TAKEN_IN, checked, "Petugas melaksanakan layanan dan memberitahukan hasilnya kepada pemohon.")
    if service.output is OutputKind.COUNTERSIGN:
        done = (
            f"Camat atau pejabat yang ditugasi menandatangani dokumen; nomornya dicatat dalam {service.register_book}."
        )
        return (*_TAKEN_IN, checked, done, "Pemohon mengambil dokumen dengan menunjukkan tanda terima.")
    by = " dan ".join(name for key, name in INITIALS.items() if key in initials)
    made = f"Operator membuat surat; {by} membubuhkan paraf." if by else "Operator membuat surat."
    signed = "Camat atau pejabat yang ditugasi menandatangani surat; surat diberi nomor dan cap."
    taken = "Pemohon mengambil surat dengan menunjukkan tanda terima."
    if service.output is OutputKind.REFERRAL and service.addressed_to:
        taken = f"{taken[:-1]}, lalu membawanya kepada {service.addressed_to} yang mengambil keputusan."
    return (*_TAKEN_IN, checked, made, signed, taken)


def product(service: Service) -> str:
    """Name what the citizen gets."""
    name = service.title or service.name
    if service.output is OutputKind.COUNTERSIGN:
        return f"{name} yang diketahui atau disahkan camat dan diberi nomor register"
    return name


def time_standard(service: Service) -> str:
    """Say how long it takes, and from when it counts."""
    return f"Paling lama {service.duration} sejak berkas diterima lengkap"
