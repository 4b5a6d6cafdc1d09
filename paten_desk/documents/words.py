"""Numbers, money and dates in Indonesian words."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.formats import MONTHS, rupiah_exact, weekday


def in_words(number: int) -> str:
    """Write a whole number in words: 1.001.000 is "satu juta seribu".

    `num2words` says "satu juta satu ribu", which no Indonesian office does: a lone thousand is "seribu".
    """
    from num2words import num2words  # no letter without an amount needs it

    words = str(num2words(number, lang="id"))
    if abs(number) // 1000 % 1000 == 1:
        words = words.replace(" satu ribu", " seribu")
    return words.replace("min ", "minus ")


def rupiah_in_words(amount: int) -> str:
    """Write an amount in words: "seratus lima puluh ribu rupiah"."""
    return f"{in_words(amount)} rupiah"


def rupiah_and_words(amount: int) -> str:
    """Write an amount as letters do: "Rp150.000,00 (seratus lima puluh ribu rupiah)"."""
    return f"{rupiah_exact(amount)} ({rupiah_in_words(amount)})"


def number_and_words(number: int) -> str:
    """Write a number as letters do: "3 (tiga)"."""
    return f"{number} ({in_words(number)})"


def date_in_words(day: date) -> str:
    """Write a date as minutes do: "Jumat, tanggal dua puluh bulan November tahun dua ribu dua puluh enam"."""
    month = MONTHS[day.month - 1]
    return f"{weekday(day)}, tanggal {in_words(day.day)} bulan {month} tahun {in_words(day.year)}"
