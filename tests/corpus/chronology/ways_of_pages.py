"""A further way in which a file of a lot is written: leaves of PDF, ruled, shaded, or with nothing between the cells."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from pathlib import Path

import weasyprint

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import TableOf
from tests.corpus.chronology.told_options import told
from tests.corpus.chronology.ways import Way
from tests.corpus.chronology.ways_of_books import WAYS_OF_BOOKS
from tests.corpus.chronology.ways_of_word import doc

BASE = """ h1 { font-size: 14pt } table { border-collapse: collapse; width: 100%; margin-bottom: 5mm }
td, th { padding: 3px 5px; text-align: left; vertical-align: top }"""
LINES: Mapping[str, str] = {
    "ruled": "td, th { border: .5pt solid #333 }",
    "underlined": "td, th { border-bottom: .5pt solid #999 }",
    "zebra": "tr:nth-child(even) td { background: #e8eef4 } th { background: #1f4e79; color: #fff }",
    "boxed": "table { border: 1pt solid #000 } th { border-bottom: 1pt solid #000 }",
}


def leaf(*options: str) -> Way:
    """PDF: landscape ruled underlined zebra bare font=8 widths=10,8,50 head=N (records of the heading, 0 none) once
    (heading not repeated) top= bottom= (page margins) numbered title= before= after= between=T:TEXT cut a5 boxed"""
    said = told(options)

    def write(path: Path, tables: list[TableOf]) -> None:
        between = {int(place): text for place, _, text in (value.partition(":") for value in said.get("between", []))}
        body = "".join(f"<h1>{html.escape(value)}</h1>" for value in said.get("title", []))
        body += "".join(f"<p>{html.escape(value)}</p>" for value in said.get("before", []))
        for number, table in enumerate(tables, 1):
            body += f"<h2>{html.escape(between[number])}</h2>" if number in between else ""
            if (table.sheet or "").startswith("para"):
                shown = [html.escape(writers.shown(record[0])) if record else "&nbsp;" for record in table.records]
                body += "".join(f"<p>{line}</p>" for line in shown)
            else:
                body += _table(table, int(said.get("head", ["1"])[0]), "once" in said)
        body += "".join(f"<p>{html.escape(value)}</p>" for value in said.get("after", []))
        weasyprint.HTML(string=f"<style>{_style(said)}</style>{body}").write_pdf(path)

    return write


def _style(said: Mapping[str, list[str]]) -> str:
    size = f"{'A5' if 'a5' in said else 'A4'}{' landscape' if 'landscape' in said else ''}"
    page = f"@page {{ size: {size}; margin: 18mm 14mm;"
    for name, box in (("top", "@top-center"), ("bottom", "@bottom-left")):
        for value in said.get(name, []):
            page += f" {box} {{ content: {value!r}; font-size: 7pt }}"
    if "numbered" in said:
        page += " @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font-size: 7pt }"
    style = f"{page} }} * {{ font-family: sans-serif; font-size: {said.get('font', ['9'])[0]}pt }}{BASE}"
    style += "" if "cut" in said else " tr { break-inside: avoid }"
    style += "".join(rule for name, rule in LINES.items() if name in said)
    for widths in said.get("widths", []):
        style += " table { table-layout: fixed } td, th { box-sizing: border-box }"
        for place, width in enumerate(widths.split(","), 1):
            style += f" tr > *:nth-child({place}) {{ width: {width}% }}"
    return style


def _table(table: TableOf, head: int, once: bool) -> str:
    rows = []
    for place, record in enumerate(table.records, 1):
        tag = "th" if place <= head else "td"
        span = f' colspan="{len(table.columns)}"' if place in table.wide else ""
        cells = list(record) + ([] if span else [None] * (len(table.columns) - len(record)))
        shown = [html.escape(writers.shown(cell)).replace("\n", "<br>") for cell in cells]
        rows.append("<tr>" + "".join(f"<{tag}{span}>{cell}</{tag}>" for cell in shown) + "</tr>")
    if once or not head:
        return f"<table><tbody>{''.join(rows)}</tbody></table>"
    return f"<table><thead>{''.join(rows[:head])}</thead><tbody>{''.join(rows[head:])}</tbody></table>"


FURTHER_WAYS: Mapping[str, Callable[..., Way]] = {**WAYS_OF_BOOKS, "doc": doc, "leaf": leaf}
