"""Make `resources/fonts` again from its sources: python packaging/fonts.py.

Letters are set in Latin subsets without hinting, 50 to 90 KB a face instead of 400: "Paten Letter" from Liberation
Sans 2 (the measures of Arial), "Paten Serif" from Liberation Serif 2 (Times New Roman) and "Paten Book" from TeX Gyre
Bonum (Bookman Old Style). The SIL OFL reserves the name "Liberation" for the unchanged fonts, and the GUST licence asks
that a changed font has another name. Source Sans Pro is taken as it is: window and receipts share the same four files.

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
from outlines import make_truetype

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"

LIBERATION = "fonts-liberation2=2.1.5-1"
LIBERATION_SHA256 = "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda"
TEX_GYRE = "fonts-texgyre=20180621-6"
TEX_GYRE_SHA256 = "e7230e2dee0030c440ee841de04ef9254aa1fec73ccba93a3e1f637fa868a99a"
SOURCE_SANS = "font-source-sans-pro==0.0.1"
SOURCE_SANS_SHA256 = "2250396f565a0fea35726e56059216d1d5d75071d64d075ebdfec183b4b85765"

LETTER_FACES = ("Regular", "Bold", "Italic", "BoldItalic")
SCREEN_FACES = ("Regular", "Semibold", "Bold", "It")

# Latin with every accent Indonesian names and transliterated Arabic use, general punctuation, currency, a few signs.
KEPT = (
    "U+0020-007E,U+00A0-024F,U+02B9-02BF,U+02C6-02DD,U+0300-030C,U+0323-0328,U+0331,U+1E00-1EFF,U+2010-2027,U+2030,U+2032-2033,U+2039-203A,U+20AC,"
    "U+2122,U+2212,U+2248,U+2260,U+2264-2265,U+25A1,U+25CF,U+FFFD"
)

ACCENTS = range(0x0300, 0x0333)  # kept for a while, to put letters together
RULE = "\n" + "-" * 79 + "\n\n"
BOOK_NOTE = (
    "Paten Book (four files) is made from TeX Gyre Bonum by packaging/fonts.py: cut down to Latin, its curves turned\n"
    "into TrueType ones, letters with rare accents put together from their parts. It is not the original font; that\n"
    "comes from GUST, whose notice and licence follow.\n"
) + RULE


def make(out: Path = OUT) -> None:
    """Write every font file and licence into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        share = _debian_package(work, LIBERATION, LIBERATION_SHA256)
        for family, source in (("Letter", "Sans"), ("Serif", "Serif")):
            _liberation(share, source, out, family)
        _bonum(_debian_package(work, TEX_GYRE, TEX_GYRE_SHA256), out)
        _screen_fonts(_wheel(work), out)


def _debian_package(work: Path, name: str, expected: str) -> Path:
    folder = work / name.partition("=")[0]
    folder.mkdir()
    subprocess.run(["apt-get", "download", name], cwd=folder, check=True)
    (package,) = folder.glob("*.deb")
    _check(package, expected)
    subprocess.run(["dpkg-deb", "-x", package.name, "."], cwd=folder, check=True)
    return folder / "usr" / "share"


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


def _liberation(share: Path, source: str, out: Path, family: str) -> None:
    for face in LETTER_FACES:
        font = TTFont(share / "fonts/truetype/liberation2" / f"Liberation{source}-{face}.ttf", recalcTimestamp=False)
        _subset(font, parse_unicodes(KEPT))
        _save(font, out, family, face)
    shutil.copyfile(share / "doc" / "fonts-liberation2" / "copyright", out / f"OFL-Paten{family}.txt")


def _bonum(share: Path, out: Path) -> None:
    wanted = set(TTFont(out / "PatenLetter-Regular.ttf").getBestCmap())
    for face in LETTER_FACES:
        source = share / "texmf/fonts/opentype/public/tex-gyre" / f"texgyrebonum-{face.lower()}.otf"
        font = TTFont(source, recalcTimestamp=False)
        _subset(font, [*parse_unicodes(KEPT), *ACCENTS])
        make_truetype(font, wanted)
        _subset(font, parse_unicodes(KEPT))
        _save(font, out, "Book", face)
    notice = (share / "doc/fonts-texgyre/README-TeX-Gyre-Bonum.txt").read_text(encoding="utf-8")
    licence = (share / "texmf/doc/fonts/tex-gyre/GUST-FONT-LICENSE.txt").read_text(encoding="utf-8")
    own_notice = notice.partition("                           *   *   *")[0]
    (out / "GUST-PatenBook.txt").write_text(BOOK_NOTE + own_notice + RULE + licence, encoding="utf-8")


def _subset(font: TTFont, kept: list[int]) -> None:
    options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "kern", "FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=kept)
    subsetter.subset(font)


def _save(font: TTFont, out: Path, family: str, face: str) -> None:
    """Give the subset its own name, and keep the makers' copyright and licence in it."""
    style = {"BoldItalic": "Bold Italic"}.get(face, face)
    own = {
        1: f"Paten {family}",
        2: style,
        3: f"Paten {family} {style}",
        4: f"Paten {family} {style}",
        6: f"Paten{family}-{face}",
    }
    kept = {0, 5, 13, 14}
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in kept and record.platformID == 3]
    for at, words in own.items():
        names.setName(words, at, 3, 1, 0x409)
    font.save(out / f"Paten{family}-{face}.ttf")


def _screen_fonts(wheel: Path, out: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        for face in SCREEN_FACES:
            name = f"SourceSansPro-{face}.ttf"
            (out / name).write_bytes(files.read(f"font_source_sans_pro/files/{name}"))
        (out / "OFL-SourceSansPro.txt").write_bytes(files.read("font_source_sans_pro/files/LICENSE.txt"))


if __name__ == "__main__":
    make()
