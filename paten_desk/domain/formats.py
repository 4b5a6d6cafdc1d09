"""How dates, hours, money and identity numbers are written in Indonesian offices."""

from __future__ import annotations

from datetime import date, datetime, time

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def long_date(day: date) -> str:
    """Write a date as people do: 21 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """Name the day of the week."""
    return DAYS[day.weekday()]


def full_date(day: date) -> str:
    """Write a date with its weekday: Sabtu, 21 November 2026."""
    return f"{weekday(day)}, {long_date(day)}"


def hour(at: time | datetime) -> str:
    """Write an hour on the 24-hour clock with a dot: 09.41."""
    return f"{at:%H.%M}"


def thousands(number: int) -> str:
    """Write a number with points between its thousands: 12.345."""
    return f"{number:,}".replace(",", ".")


def rupiah(amount: int) -> str:
    """Write whole rupiah: Rp150.000; a minus sign stands before Rp."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{thousands(abs(amount))}"


def rupiah_exact(amount: int) -> str:
    """Write rupiah as letters do, with cents: Rp150.000,00."""
    return f"{rupiah(amount)},00"


def fee(amount: int) -> str:
    """Write a fee; nothing to pay is said in words: Rp0 (GRATIS)."""
    return "Rp0 (GRATIS)" if amount == 0 else rupiah(amount)


def mask_nik(nik: str) -> str:
    """Hide all of a NIK or KK number but its first and last four digits: 9999••••••••0007."""
    return f"{nik[:4]}{'•' * (len(nik) - 8)}{nik[-4:]}" if len(nik) >= 12 else "•" * len(nik)


def mask_phone(phone: str) -> str:
    """Hide the middle of a phone number: 0812••••1234."""
    return f"{phone[:4]}{'•' * (len(phone) - 8)}{phone[-4:]}" if len(phone) >= 9 else "•" * len(phone)


def spaced_nik(nik: str) -> str:
    """Write a NIK in groups of four, as on screen and in lists."""
    return " ".join(nik[at : at + 4] for at in range(0, len(nik), 4))
