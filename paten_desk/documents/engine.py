"""Bring reportlab up in the one state it may have: no foreign settings, no code in colours, the same bytes every time.

reportlab executes `~/.reportlab_settings` as Python when it is first imported, and `RL_*` variables can bring back its
colour evaluator (CVE-2023-33733). So the settings file is refused before the import and the settings are looked at
after it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path

from paten_desk.domain.errors import PatenError

COLOUR_RULE = "rl_extended_literal_eval"


def refuse_settings_files(home: Path) -> None:
    """Stop when a file would change how paper is made.

    Raises:
        PatenError: `.reportlab_settings` lies in `home`, or a module `reportlab_settings` can be imported.

    """
    file = home / ".reportlab_settings"
    module = importlib.util.find_spec("reportlab_settings")
    if file.exists() or module is not None:
        found = str(file) if file.exists() else str(module and module.origin)
        raise PatenError(
            "Pencetakan dihentikan karena ada berkas pengaturan asing di komputer ini.",
            f"Minta admin memeriksa lalu menghapus berkas {found}.",
        )


def refuse_settings(settings: Mapping[str, object]) -> None:
    """Stop when reportlab's settings let data become code or fetch anything.

    Raises:
        PatenError: Colours are not read as plain literals, or other hosts are trusted.

    """
    if settings.get("toColorCanUse") != COLOUR_RULE or settings.get("trustedHosts"):
        raise PatenError(
            "Pencetakan dihentikan karena pengaturan pembuat dokumen di komputer ini diubah.",
            "Minta admin menghapus semua pengaturan berawalan RL_ di komputer ini, lalu buka kembali program.",
        )


def _start() -> None:
    refuse_settings_files(Path.home())
    from reportlab import rl_config

    refuse_settings(vars(rl_config))
    rl_config.invariant = 1
    rl_config.pageCompression = 1
    rl_config.useA85 = 0
    rl_config.ttfAsciiReadable = 0  # else every subset carries all of ASCII: 30 kB and 5 ms more a receipt
    rl_config.warnOnMissingFontGlyphs = 0
    rl_config.paraFontSizeHeightOffset = 1
    rl_config.shapeChecking = 1


_start()
