"""Numbers, money and dates in Indonesian words."""

from __future__ import annotations

import sys
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any

from paten_desk.domain.formats import MONTHS, rupiah_exact, weekday


def in_words(number: int) -> str:
    """Write a whole number in words: 1.001.000 is "satu juta seribu".

    `num2words` says "satu juta satu ribu", which no Indonesian office does: a lone thousand is "seribu".
    """
    words = str(_indonesian().to_cardinal(number))
    if abs(number) // 1000 % 1000 == 1:
        words = words.replace(" satu ribu", " seribu")
    return words.replace("min ", "minus ")


@cache
def _indonesian() -> Any:
    """Load the Indonesian of `num2words` alone: the package loads fifty languages, 5 MB a counter has no use for."""
    spec = find_spec("num2words")
    if "num2words" not in sys.modules and spec is not None:
        sys.modules["num2words"] = module_from_spec(spec)  # named, not run: its languages are found through it
    return import_module("num2words.lang_ID").Num2Word_ID()


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
