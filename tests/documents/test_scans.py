import struct
import subprocess
import sys
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, TiffImagePlugin
from PIL.PngImagePlugin import PngInfo

from paten_desk.documents import scans
from paten_desk.documents.scans import taken_in
from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import LONGEST_EDGE, MOST_BYTES_IN, MOST_BYTES_KEPT, THUMB_PX, ScanKind
from tests.documents.test_attached import a_pdf, with_everything_that_acts

PLACE = (1.0, 2.0, 3.0)  # degrees, minutes, seconds of no place


def a_picture(form="JPEG", size=(800, 400), mode="RGB", **how):
    """A picture that is red at the left end and blue at the right one."""
    drawn = Image.new("RGB", size, "red")
    ImageDraw.Draw(drawn).rectangle((size[0] // 2, 0, *size), fill="blue")
    out = BytesIO()
    (drawn if mode == "RGB" else drawn.convert(mode)).save(out, form, **how)
    return out.getvalue()


def a_bundle(pages):
    drawn = [Image.new("RGB", (300, 400), (40 * at % 256, 90, 120)) for at in range(pages)]
    out = BytesIO()
    drawn[0].save(out, "TIFF", save_all=True, append_images=drawn[1:])
    return out.getvalue()


def a_bomb(wide, high):
    """A PNG whose head claims a size that nothing in it fills."""

    def part(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(bytes(64))) + part(b"IEND", b"")


def from_a_phone():
    """A photo held upright, with where it was taken, by whom, and a small picture of itself."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F], exif[0x013B] = "Ponsel Contoh", "PEMILIK CONTOH"
    exif.get_ifd(0x8825).update({1: "S", 2: PLACE, 3: "E", 4: PLACE})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>PEMILIK CONTOH</x:xmpmeta>"
    return a_picture(exif=exif, xmp=xmp, icc_profile=b"profil warna", comment=b"PEMILIK CONTOH")


def seen(content):
    return Image.open(BytesIO(content))


def test_a_photo_comes_out_upright_and_without_place_owner_and_comment():
    taken = taken_in(from_a_phone())

    picture = seen(taken.content)
    assert (taken.kind, taken.pages, picture.size) == (ScanKind.JPEG, 1, (400, 800))
    assert picture.getpixel((200, 20))[0] > 200  # what lay at the left end stands on top
    assert picture.getpixel((200, 780))[2] > 200
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for trace in (b"CONTOH", b"Ponsel", b"Exif", b"xmpmeta", b"profil", b"GPS"):
        assert trace not in taken.content


@pytest.mark.parametrize("form", ["PNG", "WEBP", "BMP", "TIFF", "MPO"])
def test_pictures_of_every_kind_become_jpeg(form):
    taken = taken_in(a_picture(form))

    picture = seen(taken.content)
    assert (picture.format, picture.size) == ("JPEG", (800, 400))
    assert picture.getpixel((20, 200))[0] > 200


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "LA", "RGBA", "CMYK"])
def test_every_way_to_hold_colours_is_understood(mode):
    ground = Image.new("RGB", (60, 40), "white")
    if mode == "I;16":
        ground = ground.convert("L").convert("I").point(lambda level: level * 257)
    out = BytesIO()
    ground.convert(mode).save(out, "TIFF" if mode == "CMYK" else "PNG")

    assert min(Image.open(BytesIO(taken_in(out.getvalue()).content)).convert("L").tobytes()) > 240


@pytest.mark.parametrize("size", [(60, 40), (4400, 100)])
def test_what_can_be_seen_through_is_white(size):
    out = BytesIO()
    Image.new("RGBA", size, (0, 0, 0, 0)).save(out, "PNG")

    assert seen(taken_in(out.getvalue()).content).getpixel((5, 5)) == (255, 255, 255)


def test_a_large_picture_is_kept_small():
    noise = Image.effect_noise((4000, 3000), 90).convert("RGB")
    out = BytesIO()
    noise.save(out, "JPEG", quality=60)

    taken = taken_in(out.getvalue())

    assert len(taken.content) <= MOST_BYTES_KEPT
    assert max(seen(taken.content).size) <= LONGEST_EDGE


def test_a_sheet_keeps_the_dots_that_letters_need():
    assert seen(taken_in(a_picture(size=(3508, 2480))).content).size == (LONGEST_EDGE, 1414)


def test_a_bundle_becomes_one_pdf_with_all_its_pages(look):
    bundle = a_bundle(3)

    taken = taken_in(bundle)

    assert (taken.kind, taken.pages, len(look(taken.content))) == (ScanKind.PDF, 3, 3)
    assert taken_in(bundle) == taken
    assert b"Date" not in taken.content


def test_a_bundle_that_is_a_book_is_refused():
    with pytest.raises(PatenError, match="21 halaman"):
        taken_in(a_bundle(21))


def test_of_a_pdf_only_what_is_drawn_is_kept():
    taken = taken_in(with_everything_that_acts())

    assert (taken.kind, taken.pages) == (ScanKind.PDF, 2)
    for trace in (b"JavaScript", b"EmbeddedFile", b"contoh.example"):
        assert trace not in taken.content


@pytest.mark.parametrize(("wide", "high"), [(60_000, 60_000), (5001, 5000), (2_000_000_000, 1)])
def test_a_picture_that_claims_too_many_dots_is_refused_by_its_head(wide, high):
    with pytest.raises(PatenError, match=r"juta titik|utuh"):
        taken_in(a_bomb(wide, high))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "TIFF"])
def test_a_real_picture_of_26_million_dots_is_refused(form):
    out = BytesIO()
    Image.new("1" if form != "JPEG" else "L", (5200, 5001)).save(out, form)

    with pytest.raises(PatenError, match="25 juta titik"):
        taken_in(out.getvalue())


def test_what_is_too_heavy_is_refused_unread():
    with pytest.raises(PatenError, match="10 MB"):
        taken_in(bytes(MOST_BYTES_IN + 1))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "BMP", "TIFF"])
def test_half_a_picture_is_refused(form):
    whole = a_picture(form, size=(900, 700))

    for part in (len(whole) // 2, len(whole) - 40, 30, 8):
        with pytest.raises(PatenError, match="utuh"):
            taken_in(whole[:part])


def test_what_is_no_picture_is_refused_whatever_its_name():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("ktp.jpg", b"halo")

    for content in (packed.getvalue(), b"", b"halo", b"MZ" + bytes(500), bytes(2000), b"%PDF-1.7 rusak"):
        with pytest.raises(PatenError) as refused:
            taken_in(content)
        assert refused.value.hint


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_what_moves_is_refused(form):
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, form, save_all=True, append_images=frames[1:])

    with pytest.raises(PatenError, match="bergerak"):
        taken_in(out.getvalue())


def test_a_phones_own_kind_of_photo_is_named_with_the_way_out():
    with pytest.raises(PatenError, match="HEIC") as refused:
        taken_in(b"\x00\x00\x00\x18ftypheic" + bytes(400))

    assert "Paling Kompatibel" in refused.value.hint


@pytest.mark.parametrize("at", range(0, 2400, 97))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_spoilt_picture_is_taken_or_refused_and_never_stops_the_program(form, at):
    content = bytearray(a_picture(form))
    content[at % len(content) : at % len(content) + 6] = b"\xff\x00\xff\xff\x01\xfe"

    with suppress(PatenError):
        assert taken_in(bytes(content)).pages >= 1


def test_a_text_in_a_picture_does_not_inflate():
    told = PngInfo()
    told.add_text("Comment", "A" * 30_000_000, zip=True)

    with pytest.raises(PatenError):
        taken_in(a_picture("PNG", pnginfo=told))


def test_a_page_within_a_bundle_is_judged_like_a_picture():
    pages = [Image.new("1", (300, 400)), Image.new("1", (5200, 5001))]
    out = BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out, new=True) as writer:
        for page in pages:
            page.save(writer, "TIFF")
            writer.newFrame()

    with pytest.raises(PatenError, match="25 juta titik"):
        taken_in(out.getvalue())


def test_a_thumb_shows_the_kind_of_a_paper_and_nothing_on_it():
    small = seen(scans.thumb(taken_in(a_picture()).content))

    assert max(small.size) <= THUMB_PX


@pytest.mark.skipif(sys.platform == "win32", reason="the peak is read as Linux tells it")
def test_a_photo_of_25_million_dots_takes_little_memory(tmp_path):
    Image.effect_noise((712, 537), 60).resize((5700, 4300)).convert("RGB").save(tmp_path / "foto.jpg")
    program = (
        "import resource, sys; from pathlib import Path; from paten_desk.documents import scans\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
        "content = Path(sys.argv[1]).read_bytes(); before = peak(); scans.taken_in(content); print(peak() - before)"
    )

    told = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "foto.jpg"], capture_output=True, text=True, check=True
    )

    assert int(told.stdout) < 120  # MB


def test_a_pdf_with_a_picture_nobody_can_draw_is_refused():
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(a_pdf(1))))
    bomb = StreamObject()
    bomb.update({NameObject("/Subtype"): NameObject("/Image")})
    bomb.update({NameObject(f"/{side}"): NumberObject(60_000) for side in ("Width", "Height")})
    held = DictionaryObject({NameObject("/X"): writer._add_object(bomb)})
    writer.pages[0]["/Resources"][NameObject("/XObject")] = held
    out = BytesIO()
    writer.write(out)

    with pytest.raises(PatenError, match="50 juta titik"):
        taken_in(out.getvalue())
