"""The files of a learning product, built from its anonymised text and scanned as they are built."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string

from findings.models import Product, ProductFile
from findings.product_text import Gate
from findings.report_files import Document, board_template, searched
from findings.services.anonymity import Anonymised
from scr_portal.lib import docx, pdf, slides

Kind, Format = Product.Kind, ProductFile.Format
# What is released is byte for byte what was scanned, so the marking says itself when it falls.
MARKING = "OFFICIAL-SENSITIVE until it is released"
FORMATS: dict[str, tuple[str, ...]] = {
    Kind.BRIEFING: (Format.DOCX, Format.PDF, Format.HTML),
    Kind.SLIDES: (Format.PPTX,),
    Kind.EVENT: (Format.DOCX, Format.PDF),
}


def composed(product: Product, made: Anonymised) -> Document:
    """The product as it would be released."""
    board = product.review.board
    sections = [(key, title, docx.blocks(text)) for key, title, text in made.sections]
    template = board_template(product.report)
    # Nobody calls a talk "Slides".
    title = f"Learning from a review: {product.review.title}" if product.kind == Kind.SLIDES else str(product)
    return Document(title, board.name, sections, MARKING, support=board.support_text, template=template)


def made_into(kind: str, document: Document) -> bytes:
    """The bytes of one format. Raises OSError where the libraries that make a PDF are missing."""
    if kind == Format.PPTX:
        return slides.write(document.title, document.board, document.headed, marking=document.marking)
    if kind == Format.DOCX:
        said = {"subject": document.board, "marking": document.marking, "template": document.template}
        return docx.write(document.title, document.headed, **said)  # type: ignore[arg-type]
    if kind == Format.HTML:
        return render_to_string("findings/product/web.html", {"document": document}).encode()
    return pdf.render("findings/product/document.html", {"document": document})


def scan(product: Product, kind: str, content: bytes, gate: Gate) -> list[dict[str, Any]]:
    """What the scan of a built file found and nobody decided to keep."""
    return searched(product.report, kind, content, gate.decisions.kept_words())
