"""Make `resources/fonts` again from its sources: python packaging/fonts.py.

Letters are set in a Latin subset of Liberation Sans 2 (the measures of Arial), without hinting: 30 KB a face instead
of 400. Its licence, the SIL OFL, reserves the name "Liberation" for the unchanged fonts, so the subset is called
"Paten Letter". Source Sans Pro is taken as it is: the window and the receipts share the same four files.

Needs `apt-get` (Debian 12) and `pip` with network; the packages fetched are checked by their SHA-256, and the same
packages give the same bytes.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"

LIBERATION = "fonts-liberation2=2.1.5-1"
LIBERATION_SHA256 = "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda"
SOURCE_SANS = "font-source-sans-pro==0.0.1"
SOURCE_SANS_SHA256 = "2250396f565a0fea35726e56059216d1d5d75071d64d075ebdfec183b4b85765"

LETTER_FACES = ("Regular", "Bold", "Italic", "BoldItalic")
SCREEN_FACES = ("Regular", "Semibold", "Bold", "It")

# Latin with every accent Indonesian names and transliterated Arabic use, general punctuation, currency, a few signs.
KEPT = (
    "U+0020-007E,U+00A0-024F,U+02B9-02BF,U+02C6-02DD,U+0300-030C,U+0323-0328,U+0331,U+1E00-1EFF,U+2010-2027,U+2030,U+2032-2033,U+2039-203A,U+20AC,"
    "U+2122,U+2212,U+2248,U+2260,U+2264-2265,U+25A1,U+25CF,U+FFFD"
)


def make(out: Path = OUT) -> None:
    """Write every font file and licence into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _letter_fonts(_debian_package(work), out)
        _screen_fonts(_wheel(work), out)


def _debian_package(work: Path) -> Path:
    subprocess.run(["apt-get", "download", LIBERATION], cwd=work, check=True)
    (package,) = work.glob("*.deb")
    _check(package, LIBERATION_SHA256)
    subprocess.run(["dpkg-deb", "-x", package.name, "liberation"], cwd=work, check=True)
    return work / "liberation" / "usr" / "share"


def _wheel(work: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(work), SOURCE_SANS]
    subprocess.run(command, check=True)
    (wheel,) = work.glob("*.whl")
    _check(wheel, SOURCE_SANS_SHA256)
    return wheel


def _check(package: Path, expected: str) -> None:
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != expected:
        raise SystemExit(f"{package.name}: SHA-256 is {found}, expected {expected}")


def _letter_fonts(share: Path, out: Path) -> None:
    for face in LETTER_FACES:
        source = share / "fonts" / "truetype" / "liberation2" / f"LiberationSans-{face}.ttf"
        _subset(source, out / f"PatenLetter-{face}.ttf", face)
    shutil.copyfile(share / "doc" / "fonts-liberation2" / "copyright", out / "OFL-PatenLetter.txt")


def _subset(source: Path, target: Path, face: str) -> None:
    options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "kern", "FFTM"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(KEPT))
    subsetter.subset(font)
    _rename(font, face)
    font.save(target)


def _rename(font: TTFont, face: str) -> None:
    """Give the subset its own name, and keep the makers' copyright and licence in it."""
    style = {"BoldItalic": "Bold Italic"}.get(face, face)
    own = {
        1: "Paten Letter",
        2: style,
        3: f"Paten Letter {style}",
        4: f"Paten Letter {style}",
        6: f"PatenLetter-{face}",
    }
    kept = {0, 5, 13, 14}
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in kept and record.platformID == 3]
    for at, words in own.items():
        names.setName(words, at, 3, 1, 0x409)


def _screen_fonts(wheel: Path, out: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        for face in SCREEN_FACES:
            name = f"SourceSansPro-{face}.ttf"
            (out / name).write_bytes(files.read(f"font_source_sans_pro/files/{name}"))
        (out / "OFL-SourceSansPro.txt").write_bytes(files.read("font_source_sans_pro/files/LICENSE.txt"))


if __name__ == "__main__":
    make()
