"""The dossier receipt: one door to its nouns and its two sizes."""

from paten_desk.documents.receipt_a5 import render_a5
from paten_desk.documents.receipt_facts import Item, Paper, Promise, Receipt
from paten_desk.documents.receipt_strip import render_80mm

__all__ = ["Item", "Paper", "Promise", "Receipt", "render_80mm", "render_a5"]
