"""PDF from a template: tagged (PDF/UA-1), and with nothing fetched from anywhere."""

from __future__ import annotations

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
