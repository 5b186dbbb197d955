"""Presentations from headed blocks: real layouts and placeholders, notes for the speaker, and no trace of a person.

What stands in a list or a table is shown; paragraphs beside it are the speaker's notes. A part without either is shown itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from scr_portal.lib.docx import Block

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
TITLE, CONTENT, HEADED = 0, 1, 5  # The layouts: title slide, title and content, title only.
DEEP = RGBColor(0x1D, 0x3D, 0x4F)
# What one slide holds that is read from the back of a room.
MOST_ITEMS, MOST_SIGNS, MOST_ROWS = 5, 420, 4


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: heading, what is shown (items, or rows of a table, its headings first), and what is said."""

    heading: str
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: str = ""


def planned(heading: str, blocks: Sequence[Block]) -> list[Slide]:
    """The slides of one part; sub-headings begin slides of their own."""
    found: list[Slide] = []
    for title, parts in divided(heading, blocks):
        said = [part.text for part in parts if part.kind == "paragraph"]
        shown = [part for part in parts if part.kind != "paragraph"]
        notes = "\n\n".join(said) if shown else ""
        listed = [item for part in shown if part.kind == "list" for item in part.items] if shown else said
        found += [Slide(title, run, notes=notes) for run in runs(listed)]
        for table in (part for part in shown if part.rows):
            head, *rows = table.rows
            for start in range(0, len(rows), MOST_ROWS):
                found.append(Slide(title, rows=(head, *rows[start : start + MOST_ROWS]), notes=notes))
    return numbered(found)


def divided(heading: str, blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """(heading, blocks) of each run of blocks between sub-headings."""
    title, run = heading, list[Block]()
    for block in blocks:
        if block.kind == "heading":
            yield title, run
            title, run = block.text, []
        else:
            run.append(block)
    yield title, run


def runs(items: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """As many items at once as one slide holds."""
    run: list[str] = []
    for item in items:
        if run and (len(run) == MOST_ITEMS or sum(map(len, run)) + len(item) > MOST_SIGNS):
            yield tuple(run)
            run = []
        run.append(item)
    if run:
        yield tuple(run)


def numbered(slides: Sequence[Slide]) -> list[Slide]:
    """The same, with "(2 of 3)" where several slides in a row have one heading, so that each heading is met once."""
    found = []
    for number, slide in enumerate(slides):
        same = [each for each, other in enumerate(slides) if other.heading == slide.heading]
        told = f"{slide.heading} ({same.index(number) + 1} of {len(same)})" if len(same) > 1 else slide.heading
        found.append(Slide(told, slide.items, slide.rows, slide.notes))
    return found


def write(title: str, subtitle: str, parts: Iterable[tuple[str, Sequence[Block]]], *, marking: str = "") -> bytes:
    """A .pptx with a title slide and the slides of each part; `marking` stands at the foot of each slide."""
    show = Presentation()
    widened(show)
    properties = show.core_properties
    properties.title, properties.subject, properties.language = title, subtitle, "en-GB"
    properties.author = properties.last_modified_by = "SCR Portal"
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0)
    first = show.slides.add_slide(show.slide_layouts[TITLE])
    first.shapes.title.text, first.placeholders[1].text = title, subtitle
    below(first.shapes.title, first.placeholders[1])
    footed(first, marking)
    for heading, blocks in parts:
        for slide in planned(heading, blocks):
            add(show, slide, marking)
    for slide in show.slides:
        spoken(slide)
    kept = io.BytesIO()
    show.save(kept)
    return kept.getvalue()


def below(title: Any, subtitle: Any) -> None:
    """The template sets what stands below a title in the middle and in pale grey; it begins where the title does, in its own dark."""
    subtitle.left, subtitle.top, subtitle.width, subtitle.height = (
        title.left,
        subtitle.top,
        title.width,
        subtitle.height,
    )
    for paragraph in subtitle.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.color.rgb = DEEP


def add(show: Any, slide: Slide, marking: str) -> None:
    """One slide at the end of a presentation."""
    made = show.slides.add_slide(show.slide_layouts[HEADED if slide.rows else CONTENT])
    made.shapes.title.text = slide.heading
    if slide.rows:
        table(made, slide)
    else:
        frame = made.placeholders[1].text_frame
        frame.text = slide.items[0] if slide.items else ""
        for item in slide.items[1:]:
            frame.add_paragraph().text = item
    if slide.notes:
        made.notes_slide.notes_text_frame.text = slide.notes
    footed(made, marking)


def table(made: Any, slide: Slide) -> None:
    """A real table that says what it holds to who cannot see it, its headings marked as such."""
    rows, columns = len(slide.rows), len(slide.rows[0])
    frame = made.shapes.add_table(rows, columns, Inches(0.8), Inches(1.9), WIDTH - Inches(1.6), Inches(0.6) * rows)
    frame.name = f"Table: {slide.heading}"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"A table of {', '.join(filter(None, slide.rows[0]))}.")
    for number, row in enumerate(slide.rows):
        for column, text in enumerate(row):
            cell = frame.table.cell(number, column)
            cell.text = text
            # PowerPoint takes letters from runs, not from what a paragraph says of its runs.
            for run in (run for paragraph in cell.text_frame.paragraphs for run in paragraph.runs):
                run.font.size = Pt(18)


def footed(made: Any, marking: str) -> None:
    """Foot and number of a slide in the placeholders that its layout has for them."""
    for placeholder in made.slide_layout.placeholders:
        kind = str(placeholder.placeholder_format.type).partition(" ")[0]
        if kind == "SLIDE_NUMBER" or (kind == "FOOTER" and marking):
            copy = deepcopy(placeholder._element)
            made.shapes._spTree.append(copy)
            if kind == "FOOTER":
                made.shapes[-1].text_frame.text = marking


def widened(show: Any) -> None:
    """The template's pages as wide as screens are today, its places moved with them, and our letters and colour."""
    ratio = WIDTH / show.slide_width
    show.slide_width, show.slide_height = WIDTH, HEIGHT
    master = show.slide_master
    for page in (master, *show.slide_layouts):
        for shape in page.shapes:
            if shape.element.find(f".//{qn('a:xfrm')}") is not None:
                shape.left, shape.width = Emu(int(shape.left * ratio)), Emu(int(shape.width * ratio))
    styles = master.element.find(qn("p:txStyles"))
    for kind, size in (("p:titleStyle", 36), ("p:bodyStyle", 24)):
        for level in styles.find(qn(kind)):
            level.set("algn", "l")
            properties = level.find(qn("a:defRPr"))
            properties.set("sz", str(size * 100))
    heading = styles.find(qn("p:titleStyle"))[0].find(qn("a:defRPr"))
    heading.set("b", "1")
    fill = heading.find(qn("a:solidFill"))
    colour = fill[0]
    fill.remove(colour)
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": str(DEEP)}))


def spoken(slide: Any) -> None:
    """Say of every run of words that it is English, so that it is read aloud as such."""
    pages = (slide.element, slide.notes_slide.element) if slide.has_notes_slide else (slide.element,)
    for page in pages:
        for run in page.iter(qn("a:r")):
            run.get_or_add_rPr().set("lang", "en-GB")
