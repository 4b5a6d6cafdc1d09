"""What people bring to the page: files, copied pictures, drags."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from tests.documents.test_scans import a_picture


def a_file(folder, name="foto.jpg", **how):
    """A photo on disk."""
    path = folder / name
    path.write_bytes(a_picture(**how))
    return path


def an_image(wide=90, high=60):
    """A picture as another program copies it."""
    made = QImage(wide, high, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.red)
    return made


def carrying(*paths, image=None, text=""):
    """What a drag or the clipboard carries."""
    made = QMimeData()
    if paths:
        made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if image is not None:
        made.setImageData(image)
    if text:
        made.setText(text)
    return made


def copy(mime):
    """Put something into the clipboard."""
    QGuiApplication.clipboard().setMimeData(mime)


def drop(widget, mime):
    """Drag something onto a widget and let it go; say whether it was taken."""
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers)
    QApplication.sendEvent(widget, over)
    let_go = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers)
    QApplication.sendEvent(widget, let_go)
    return over.isAccepted() and let_go.isAccepted()


def settle(tasks):
    """Let the worker and what it brings come to an end."""
    for _ in range(3):
        tasks.wait()
        QApplication.processEvents()
