"""What is wrong or odd about a person or body as typed at the counter."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.errors import Problem
from paten_desk.domain.identity import check_kk, check_nik
from paten_desk.domain.people import NAME_LENGTH, Party, PartyKind, Proxy, clean, has_mixed_scripts

WITHOUT_LETTER = "Tanpa surat kuasa, suratnya hanya diserahkan kepada pemohon."


def check_party(party: Party, today: date, prefix: str = "", provinces: frozenset[str] = frozenset()) -> list[Problem]:
    """List what is wrong or odd about a person or body as typed; field names carry `prefix`."""
    found = []
    body = party.kind is not PartyKind.PERSON
    if not clean(party.name):
        found.append(Problem(f"{prefix}name", "Isi nama sesuai KTP."))
    elif len(party.name) > NAME_LENGTH:
        found.append(Problem(f"{prefix}name", f"Nama paling panjang {NAME_LENGTH} huruf; terisi {len(party.name)}."))
    elif has_mixed_scripts(party.name):
        found.append(Problem(f"{prefix}name", "Nama memuat huruf asing yang mirip huruf Latin; ketik ulang.", False))
    if body and not clean(party.represents):
        found.append(Problem(f"{prefix}represents", "Isi nama lembaga atau pemerintah desa yang diwakili."))
    if party.nik:
        found += check_nik(
            party.nik,
            today,
            kk=party.kk,
            birth=party.birth_date,
            sex=party.sex,
            provinces=provinces,
            field=f"{prefix}nik",
        )
    elif not body and not clean(party.no_nik_reason):
        found.append(Problem(f"{prefix}nik", "Isi NIK, atau tulis alasan bila warga belum punya NIK."))
    if party.birth_date and party.birth_date > today:
        found.append(Problem(f"{prefix}birth_date", "Tanggal lahir belum terjadi; periksa tahunnya."))
    return found + check_kk(party.kk, f"{prefix}kk")


def check_proxy(proxy: Proxy | None, today: date, prefix: str = "") -> list[Problem]:
    """List what is wrong or odd about who brings the dossier for the applicant; field names carry `prefix`."""
    if proxy is None:
        return []
    found = []
    if not clean(proxy.name):
        found.append(Problem(f"{prefix}name", "Isi nama orang yang membawa berkas."))
    if proxy.nik:
        found += check_nik(proxy.nik, today, field=f"{prefix}nik")
    if not proxy.has_letter:
        found.append(Problem(f"{prefix}has_letter", WITHOUT_LETTER, False))
    return found
