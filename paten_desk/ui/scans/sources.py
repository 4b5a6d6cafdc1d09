"""Where scans come from: files that were dragged, copied or chosen, and pictures in the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage

from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import LONGEST_EDGE
from paten_desk.usecases import scans

Source = Path | QImage
MOST_AT_ONCE = 20  # a whole folder that was dragged by mistake


def may_hold(mime: QMimeData) -> bool:
    """Say whether something that is dragged over may hold scans; nothing is read for that."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def sources_of(mime: QMimeData) -> list[Source]:
    """Return the files that are carried, or else the picture."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    found: list[Source] = [path for path in files if path.is_file()]
    picture = mime.imageData() if mime.hasImage() and not found else None
    return [picture] if isinstance(picture, QImage) and not picture.isNull() else found


def is_text_first(mime: QMimeData) -> bool:
    """Say whether what was copied is text for a field, with or without a picture of it, and no file."""
    return mime.hasFormat("text/plain") and not any(url.isLocalFile() for url in mime.urls())


def demand_few(sources: Sequence[Source]) -> None:
    """Let a handful of files pass, but no whole folder.

    Raises:
        PatenError: There are too many.

    """
    if len(sources) > MOST_AT_ONCE:
        raise PatenError(
            f"{len(sources)} berkas terlalu banyak sekaligus.", f"Lampirkan paling banyak {MOST_AT_ONCE} berkas."
        )


def content_of(source: Source) -> bytes:
    """Return the bytes of a source, on the worker; a copied picture becomes one at the size that is kept.

    Raises:
        PatenError: The file is too large, or cannot be read.

    """
    if isinstance(source, Path):
        return scans.read(source)
    edge = LONGEST_EDGE
    if max(source.width(), source.height()) > edge:
        source = source.scaled(
            edge, edge, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    source.save(buffer, "PNG")  # type: ignore[call-overload]  # its stubs want bytes, and Qt itself a name
    return bytes(held.data())
