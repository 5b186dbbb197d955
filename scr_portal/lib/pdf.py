"""PDF from a template: tagged (PDF/UA-1), and with nothing fetched from anywhere."""

from __future__ import annotations

import io
from typing import Any

from django.template.loader import render_to_string


def held_in_itself() -> Any:
    """What a document may use while it is made: data that stand in it. No picture, font or style sheet is fetched."""
    from weasyprint import URLFetcher  # Loads system libraries: only when a PDF is wanted.

    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False)


def render(template: str, context: dict[str, Any]) -> bytes:
    """The PDF of a template. Raises OSError where the system libraries that WeasyPrint needs are missing."""
    return printed(render_to_string(template, context))


def printed(html: str) -> bytes:
    """The PDF of a page that is whole in itself."""
    from weasyprint import HTML  # Loads system libraries: only when a PDF is wanted.

    content: bytes = HTML(string=html, url_fetcher=held_in_itself()).write_pdf(pdf_variant="pdf/ua-1", finisher=mended)
    return content


def mended(document: Any, pdf: Any) -> None:
    """Put right, before the file is written, what the library leaves open of PDF/UA-1."""
    margins_set_apart(pdf)
    headings_scoped(pdf)


def headings_scoped(pdf: Any) -> None:
    """Say of each heading of a table whether it heads a column or a row (ISO 14289-1, 7.5; ISO 32000-1, table 349)."""
    import pydyf

    for row in (each for each in pdf.objects if isinstance(each, dict) and each.get("S") == "/TR"):
        cells = [cell for cell in (by(pdf, kid) for kid in row["K"]) if cell["S"] in ("/TH", "/TD")]
        scope = "/Column" if all(cell["S"] == "/TH" for cell in cells) else "/Row"
        for cell in (cell for cell in cells if cell["S"] == "/TH"):
            cell.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = scope


def margins_set_apart(pdf: Any) -> None:
    """Make artifacts of the words in the margins of pages: a screen reader would say them in the middle of a sentence.

    ISO 14289-1, 7.1 and 7.8: all content is either in the structure or an artifact; running heads are pagination artifacts. The
    library tags these words and leaves them out of the structure.
    """
    import pydyf

    held = structured(pdf)
    nums = by(pdf, by(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for number, reference in enumerate(pdf.page_references):
        code = by(pdf, by(pdf, reference)["Contents"]).stream
        for place, operator in enumerate(code):
            mark = code[place - 1].get("MCID") if operator == b"BDC" and isinstance(code[place - 1], dict) else None
            if mark is not None and mark not in held.get(bytes(reference), set()):
                code[place - 2 : place] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
                nums[2 * number + 1][mark] = "null"


def structured(pdf: Any) -> dict[bytes, set[int]]:
    """The marks of each page that the structure holds, by the reference of the page."""
    found: dict[bytes, set[int]] = {}
    work = [by(pdf, pdf.catalog["StructTreeRoot"])]
    while work:
        element = work.pop()
        for kid in element.get("K", ()):
            if isinstance(kid, int):
                found.setdefault(bytes(element["Pg"]), set()).add(kid)
            else:
                work.append(by(pdf, kid))
    return found


def by(pdf: Any, reference: bytes) -> Any:
    """What a reference ("12 0 R") stands for."""
    return pdf.objects[int(bytes(reference).split()[0])]


FINE = 2 * 96  # dots to an inch of a drawing as PNG: two for each of a screen


def picture(svg: str, width: int, height: int) -> bytes:
    """An SVG drawing of that size as a PNG, twice as fine. Raises OSError as `render` does."""
    import pdfplumber
    from weasyprint import HTML

    sheet = f"<style>@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>"
    kept = io.BytesIO()
    with pdfplumber.open(io.BytesIO(HTML(string=sheet + svg, url_fetcher=held_in_itself()).write_pdf())) as drawn:
        drawn.pages[0].to_image(resolution=FINE).original.save(kept, "PNG", dpi=(FINE, FINE))
    return kept.getvalue()
