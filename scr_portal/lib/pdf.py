"""PDF from a template: tagged (PDF/UA-1), and with nothing fetched from anywhere."""

from __future__ import annotations

import io
from typing import Any

from django.template.loader import render_to_string


def refuse(url: str, *args: Any, **kwargs: Any) -> Any:
    """No picture, font or style sheet is fetched while a document is made."""
    raise ValueError("A document fetches nothing.")


def render(template: str, context: dict[str, Any]) -> bytes:
    """The PDF of a template. Raises OSError where the system libraries that WeasyPrint needs are missing."""
    from weasyprint import HTML  # Loads system libraries: only when a PDF is wanted.

    html = render_to_string(template, context)
    content: bytes = HTML(string=html, url_fetcher=refuse).write_pdf(pdf_variant="pdf/ua-1")
    return content


def picture(svg: str, width: int, height: int) -> bytes:
    """An SVG drawing of that size as a PNG, twice as fine. Raises OSError as `render` does."""
    import pdfplumber
    from weasyprint import HTML

    sheet = f"<style>@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>"
    kept = io.BytesIO()
    with pdfplumber.open(io.BytesIO(HTML(string=sheet + svg, url_fetcher=refuse).write_pdf())) as drawn:
        drawn.pages[0].to_image(resolution=2 * 96).original.save(kept, "PNG")
    return kept.getvalue()
