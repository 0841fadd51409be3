"""A PDF file's bytes to a Document."""

from __future__ import annotations

import hashlib
from io import BytesIO

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined

from resume_match.model import Document, DocumentFormat
from resume_match.parsers.layout import Glyph, lay_out
from resume_match.parsers.limits import Limits
from resume_match.parsers.pdf.assembly import PageLines, assemble


class _Collector(PDFTextDevice):
    def begin_page(self, page, ctm):
        self.glyphs = []
        self.height = page.mediabox[3] - page.mediabox[1]

    def render_char(self, matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate):
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = ""
        adv = font.char_width(cid) * fontsize * scaling
        a, b, c, d, e, f = matrix
        if text:
            x, y = c * rise + e, d * rise + f
            name = font.fontname.lower() if isinstance(font.fontname, str) else ""
            self.glyphs.append(
                Glyph(text, x, x + adv * a, self.height - y, abs(d) * fontsize, "bold" in name or "black" in name or "semi" in name, "italic" in name or "oblique" in name)
            )
        return adv


def read_pdf(data: bytes, source: str, limits: Limits) -> Document:
    """The document in a PDF file's bytes; raises a DocumentError where it gives none."""
    pages = []
    manager = PDFResourceManager()
    device = _Collector(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.get_pages(BytesIO(data)), 1):
        interpreter.process_page(page)
        pages.append(PageLines(number, lay_out(device.glyphs)))
    text, lines = assemble(pages)
    return Document(source, DocumentFormat.PDF, hashlib.sha256(data).hexdigest(), text, lines, pages=len(pages))
