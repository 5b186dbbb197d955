"""Hiding places in presentations."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.corpus.hiding_places import before, jpeg, linked, named_file, patched, place, png

P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SHOW, SLIDE_RELS = "ppt/presentation.xml", "ppt/slides/_rels/slide1.xml.rels"


def built(add: Callable[[Any, Any], object] = lambda show, slide: None) -> bytes:
    """One slide with nothing in it to find, and what `add` puts in."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "What we learned"
    slide.placeholders[1].text = "Listen to children, and write down what they say."
    add(show, slide)
    kept = io.BytesIO()
    show.save(kept)
    return kept.getvalue()


def written(slide: Any, word: str) -> None:
    slide.shapes.add_textbox(0, 0, Inches(4), Inches(1)).text_frame.text = f"They heard {word} speak."


@place("pptx", "slide", "slide 1")
def _(word: str) -> bytes:
    return built(lambda show, slide: written(slide, word))


@place("pptx", "name split over runs", "slide 1")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        paragraph = slide.placeholders[1].text_frame.add_paragraph()
        for number, letter in enumerate(word):
            run = paragraph.add_run()
            run.text, run.font.bold = letter, bool(number % 2)

    return built(add)


@place("pptx", "table", "table, slide 1")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        slide.shapes.add_table(2, 2, 0, 0, Inches(4), Inches(1)).table.cell(1, 1).text = word

    return built(add)


@place("pptx", "group of shapes", "slide 1")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        slide.shapes.add_group_shape().shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = word

    return built(add)


@place("pptx", "notes", "notes of slide 1")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        slide.notes_slide.notes_text_frame.text = f"Say that {word} agreed."

    return built(add)


@place("pptx", "hidden slide", "hidden slide 2")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        second = show.slides.add_slide(show.slide_layouts[6])
        written(second, word)
        second._element.set("show", "0")

    return built(add)


@place("pptx", "slide master")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        show.slide_master.placeholders[0].text_frame.text = word

    return built(add)


@place("pptx", "slide layout")
def _(word: str) -> bytes:
    return built(lambda show, slide: setattr(show.slide_layouts[3].placeholders[0].text_frame, "text", word))


@place("pptx", "name of a shape", "name of a picture or shape")
def _(word: str) -> bytes:
    return built(lambda show, slide: setattr(slide.shapes.title, "name", word))


@place("pptx", "alternative text")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        slide.shapes.add_picture(io.BytesIO(png()), 0, 0)._element.nvPicPr.cNvPr.set("descr", f"A drawing by {word}")

    return built(add)


@place("pptx", "details kept in a photograph", "details kept in a picture")
def _(word: str) -> bytes:
    return built(lambda show, slide: slide.shapes.add_picture(io.BytesIO(jpeg(word)), 0, 0))


@place("pptx", "target of a link")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        run = slide.placeholders[1].text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = f"https://www.example.org/{word.replace(' ', '-').lower()}"

    return built(add)


@place("pptx", "document properties: subject")
def _(word: str) -> bytes:
    return built(lambda show, slide: setattr(show.core_properties, "subject", word))


@place("pptx", "document properties: last changed by")
def _(word: str) -> bytes:
    return built(lambda show, slide: setattr(show.core_properties, "last_modified_by", word))


@place("pptx", "document properties: manager")
def _(word: str) -> bytes:
    change = f"<Manager>{word}</Manager>".encode()
    return patched(
        built(),
        {"docProps/app.xml": lambda xml: xml.replace(b"<Manager></Manager>", change).replace(b"<Manager/>", change)},
    )


@place("pptx", "chart", "chart")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        data = CategoryChartData()
        data.categories = ["March", word]
        data.add_series("Contacts", (3, 4))
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(3), Inches(3), data)

    return built(add)


@place("pptx", "workbook behind a chart", "embedded file")
def _(word: str) -> bytes:
    def add(show: Any, slide: Any) -> None:
        data = CategoryChartData()
        data.categories = ["March", word]
        data.add_series("Contacts", (3, 4))
        chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(3), Inches(3), data).chart
        for node in list(chart._chartSpace.iter("{*}v")):
            node.text = "3"  # What the chart shows is harmless; its workbook still holds the name.

    return built(add)


@place("pptx", "comment")
def _(word: str) -> bytes:
    note = f'<p:cmLst {P}><p:cm authorId="0" dt="2024-05-03T10:00:00.000" idx="1"><p:text>Ask {word} first.</p:text></p:cm></p:cmLst>'
    return patched(
        built(),
        {"ppt/comments/comment1.xml": note.encode(), SLIDE_RELS: linked("comments", "../comments/comment1.xml")},
    )


@place("pptx", "author of a comment")
def _(word: str) -> bytes:
    note = f'<p:cmAuthorLst {P}><p:cmAuthor id="0" name="{word}" initials="" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'
    return patched(built(), {"ppt/commentAuthors.xml": note.encode()})


@place("pptx", "comment of the newer kind", "comment")
def _(word: str) -> bytes:
    start = f'<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" {A}><p188:cm><p188:txBody>'
    note = f"{start}<a:p><a:r><a:t>Ask {word} first.</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>"
    return patched(built(), {"ppt/comments/modernComment_100_0.xml": note.encode()})


@place("pptx", "tag")
def _(word: str) -> bytes:
    return patched(
        built(), {"ppt/tags/tag1.xml": f'<p:tagLst {P}><p:tag name="CASE" val="{word}"/></p:tagLst>'.encode()}
    )


@place("pptx", "name of a section")
def _(word: str) -> bytes:
    start = '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    return patched(
        built(), {SHOW: before("</p:presentation>", f'{start}<p14:section name="{word}"/></p14:sectionLst>')}
    )


named_file("pptx", built)
