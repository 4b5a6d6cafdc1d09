"""The test page: by its rulers a clerk reads how far a printer is off, and which offset to set."""

from __future__ import annotations

from paten_desk.documents import flow, fonts
from paten_desk.documents.page import GREY, MM, Margins, Paper, Sheet

INSET_MM = 20
RULER_MM = 8  # from the edge of the paper to the line of a ruler
LONG, MIDDLE, SHORT = 4, 2.6, 1.6
STEPS = (
    "Letakkan penggaris dari tepi kiri kertas ke tengah tanda silang kiri atas; jarak seharusnya {inset}\u00a0mm.",
    "Ukur juga dari tepi atas kertas ke tengah tanda silang yang sama; jarak seharusnya {inset}\u00a0mm.",
    "Tambahkan pada geseran ke kanan: {inset} dikurangi jarak dari tepi kiri. Tambahkan pada geseran ke bawah: {inset} "
    "dikurangi jarak dari tepi atas. Contoh: terukur 21,5\u00a0mm dari tepi kiri, maka geseran ke kanan dikurangi 1,5.",
    "Ukur jarak antara tanda silang kiri atas dan kanan atas. Bila bukan {across}\u00a0mm, cetakan diperbesar atau "
    "diperkecil: pilih skala 100\u00a0% (ukuran sebenarnya) pada driver printer.",
)


def render(paper: Paper, now: str, author: str = "PATEN Desk") -> bytes:
    """Draw rulers at all four edges, crosses 20 mm from the corners, and how they are read.

    `now` says which printer and offset the page is printed with. The paper is at least A5 high or wide.
    """
    sheet = Sheet(paper, "Halaman uji printer", author, Margins(INSET_MM + 12, INSET_MM + 12, INSET_MM + 14, INSET_MM))
    _rulers(sheet, paper)
    _crosses(sheet, paper)
    small = min(paper.width_mm, paper.height_mm) < 200
    size = 9 if small else 11
    flow.paragraph(sheet, flow.bold("HALAMAN UJI PRINTER"), flow.sized(flow.SANS, size + 5, size + 9), after=2)
    head = paper.name[:1].upper() + paper.name[1:]
    words = f"{head}, {paper.width_mm:g} x {paper.height_mm:g} mm. {now}"
    flow.paragraph(sheet, words, flow.sized(flow.SANS, size, size * 1.4), after=8)
    across = f"{paper.width_mm - 2 * INSET_MM:g}"
    steps = [step.format(inset=INSET_MM, across=across) for step in STEPS]
    flow.numbered(sheet, steps, flow.sized(flow.SANS, size, size * 1.4), gap=4)
    note = "Garis yang hilang di tepi kertas wajar: printer tidak mencetak sampai ke ujung."
    flow.paragraph(sheet, note, flow.sized(flow.SANS, size - 1, size * 1.3))
    return sheet.finish()


def _rulers(sheet: Sheet, paper: Paper) -> None:
    """Draw millimetres along the four edges, counted from the left and from the top edge of the paper."""
    line = RULER_MM * MM
    for y, inwards in ((sheet.height - line, -1), (line, 1)):
        sheet.rule(y, 0.4, 0, sheet.width)
        for at in range(int(paper.width_mm) + 1):
            sheet.canvas.line(at * MM, y, at * MM, y + inwards * _tick(at) * MM)
            if at % 10 == 0 and INSET_MM <= at <= paper.width_mm - INSET_MM:
                foot = y - LONG * MM - 7 if inwards < 0 else y + LONG * MM + 2
                sheet.text(at * MM, foot, str(at), fonts.SANS, 6.5, "middle", GREY)
    for x, inwards in ((line, 1), (sheet.width - line, -1)):
        sheet.canvas.setLineWidth(0.4)
        sheet.canvas.line(x, 0, x, sheet.height)
        for at in range(int(paper.height_mm) + 1):
            y = sheet.height - at * MM
            sheet.canvas.line(x, y, x + inwards * _tick(at) * MM, y)
            if at % 10 == 0 and INSET_MM <= at <= paper.height_mm - INSET_MM:
                where = x + inwards * (LONG * MM + 2)
                sheet.text(where, y - 2.2, str(at), fonts.SANS, 6.5, "left" if inwards > 0 else "right", GREY)


def _tick(at: int) -> float:
    return LONG if at % 10 == 0 else MIDDLE if at % 5 == 0 else SHORT


def _crosses(sheet: Sheet, paper: Paper) -> None:
    """Draw a cross in a circle 20 mm from both edges of every corner."""
    arm = 4 * MM
    sheet.canvas.setLineWidth(0.5)
    for x in (INSET_MM * MM, sheet.width - INSET_MM * MM):
        for y in (INSET_MM * MM, sheet.height - INSET_MM * MM):
            sheet.canvas.line(x - arm, y, x + arm, y)
            sheet.canvas.line(x, y - arm, x, y + arm)
            sheet.canvas.circle(x, y, 2 * MM)
    foot = sheet.height - INSET_MM * MM - 2.5
    words = f"{INSET_MM} mm dari tepi kiri dan dari tepi atas"
    sheet.text(INSET_MM * MM + arm + 4, foot, words, fonts.SANS_ITALIC, 7.5, colour=GREY)
