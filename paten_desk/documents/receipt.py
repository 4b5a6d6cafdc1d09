"""The dossier receipt: one door to its nouns and its sizes."""

from collections.abc import Callable, Mapping

from paten_desk.documents.receipt_a5 import render_a5
from paten_desk.documents.receipt_facts import Item, Paper, Promise, Receipt
from paten_desk.documents.receipt_half import render_half_f4
from paten_desk.documents.receipt_large import render_large_a4, render_large_f4
from paten_desk.documents.receipt_strip import render_58mm, render_80mm
from paten_desk.documents.receipt_text import render_text, words_of

RENDERERS: Mapping[str, Callable[[Receipt], bytes]] = {
    "a5": render_a5,
    "half_f4": render_half_f4,
    "80mm": render_80mm,
    "58mm": render_58mm,
    "large_f4": render_large_f4,
    "large_a4": render_large_a4,
}
"""What draws each size as PDF; the text for a dot-matrix printer is no PDF and stands beside."""

__all__ = ["RENDERERS", "Item", "Paper", "Promise", "Receipt", "render_80mm", "render_a5", "render_text", "words_of"]
