"""See that every program file of an installation finds its libraries: python check_imports.py TREE.

Wine brings its own C and C++ run-time libraries, so a test under it cannot show that one is missing; this can. Each
library that a file imports must lie in the tree or belong to Windows 10 (1809). All must be built for x86_64, with
address space randomisation and without executable data.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pefile

PROGRAMS = {".dll", ".exe", ".pyd"}
# Only what is imported now: whatever a new wheel needs beyond it has to be looked up before it is let in.
WINDOWS = set(
    """
    advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dnsapi dwmapi dwrite dxgi
    gdi32 icuuc imm32 iphlpapi kernel32 mpr msvcrt netapi32 ntdll ole32 oleaut32 rpcrt4 secur32 setupapi shcore shell32
    shlwapi user32 userenv uxtheme version winmm winspool.drv ws2_32 wtsapi32 uiautomationcore propsys mscms
    """.split()
)
SETS = ("api-ms-win-", "ext-ms-win-")  # names that Windows itself resolves
AMD64 = 0x8664
ASLR_AND_NX = 0x0140


def check(tree: Path) -> list[str]:
    """List what is wrong with the program files of a tree."""
    files = sorted(path for path in tree.rglob("*") if path.suffix.lower() in PROGRAMS)
    here = {path.name.lower() for path in files}
    return [f"{path.relative_to(tree)}: {fault}" for path in files for fault in faults(path, here)]


def faults(path: Path, here: set[str]) -> list[str]:
    """List what is wrong with one file; `here` are the names in its tree, in small letters."""
    import pefile  # only in the build's own environment

    with pefile.PE(str(path), fast_load=True) as image:
        found = []
        if image.FILE_HEADER.Machine != AMD64:
            found.append("is not for x86_64")
        if image.OPTIONAL_HEADER.DllCharacteristics & ASLR_AND_NX != ASLR_AND_NX:
            found.append("lacks address space randomisation or data execution prevention")
        return found + [f"needs {name}" for name in sorted(imported(image)) if not is_known(name, here)]


def imported(image: pefile.PE) -> set[str]:
    """Return the libraries a file imports, at once or on first use, in small letters."""
    from pefile import DIRECTORY_ENTRY

    kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    image.parse_data_directories([DIRECTORY_ENTRY[kind] for kind in kinds])
    entries = [*getattr(image, "DIRECTORY_ENTRY_IMPORT", []), *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", [])]
    return {entry.dll.decode("ascii").lower() for entry in entries}


def is_known(name: str, here: set[str]) -> bool:
    """Say whether a library lies in the tree or belongs to Windows."""
    return name in here or name.removesuffix(".dll") in WINDOWS or name.startswith(SETS)


def main(arguments: list[str]) -> int:
    """Check a tree; return the exit code."""
    tree = Path(arguments[0])
    found = check(tree)
    count = sum(path.suffix.lower() in PROGRAMS for path in tree.rglob("*"))
    print("\n".join(found) if found else f"{count} program files: every import is in the tree or in Windows 10.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
