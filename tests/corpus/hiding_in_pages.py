"""Hiding places in web pages."""

from __future__ import annotations

import base64

from tests.corpus.hiding_places import named_file, place, png


def page(body: str = "", head: str = "") -> bytes:
    """A short report with nothing in it to find, and what is added to its head or body."""
    text = "<h1>What we learned</h1><p>The review considered how agencies worked together. See the "
    link = '<a href="https://www.gov.uk/government/publications/working-together">guidance</a>.</p>'
    start = f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>What we learned</title>{head}</head>'
    return f'{start}<body class="govuk-template__body">{text}{link}{body}</body></html>'.encode()


def letters(word: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in word)


# Where each name hides: title, what the report calls it, body and head; {} is the name.
_SIMPLE = (
    ("body", "body", "<p>They heard {} speak.</p>", ""),
    ("table", "body", "<table><tr><th>Who</th></tr><tr><td>{}</td></tr></table>", ""),
    ("hidden element", "hidden text", "<div hidden><p>{}</p></div>", ""),
    ("element that a style hides", "hidden text", '<p style="color:red; display: none">{}</p>', ""),
    ("text for screen readers only", "hidden text", '<span class="govuk-visually-hidden">{}</span>', ""),
    ("template", "hidden text", "<template><p>{}</p></template>", ""),
    ("page for browsers without script", "hidden text", "<noscript>{}</noscript>", ""),
    ("alternative text", "alternative text", '<img src="a.png" alt="A drawing by {}">', ""),
    ("title of an element", "title that shows", '<abbr title="{}">C</abbr>', ""),
    ("label for screen readers", "label for screen readers", '<nav aria-label="{}"></nav>', ""),
    ("text of an empty field", "text of an empty field", '<input placeholder="{}">', ""),
    ("hidden field", "content of a hidden field", '<input type="hidden" value="{}">', ""),
    ("data attribute", "attribute “data-child”", '<p data-child="{}">Here.</p>', ""),
    ("comment", "comment in the code", "<!-- written with {} -->", ""),
    ("comment for one browser", "comment in the code", "<!--[if IE]><p>{}</p><![endif]-->", ""),
    ("title of the page", "title of the page", "", "<title>Report on {}</title>"),
    ("description", "details of the page: description", "", '<meta name="description" content="About {}">'),
    ("author", "author of the page", "", '<meta name="author" content="{}">'),
    ("script", "script", "<script>var child = '{}';</script>", ""),
    ("style sheet", "style sheet", "", "<style>p::before {{ content: '{}' }}</style>"),
    (
        "structured data",
        "structured data",
        "",
        '<script type="application/ld+json">{{"about": {{"name": "{}"}}}}</script>',
    ),
    ("caption of a drawing", "body", "<svg><title>{}</title><path d='M0 0'/></svg>", ""),
    ("page inside the page", "page inside the page", '<iframe srcdoc="&lt;p&gt;{}&lt;/p&gt;"></iframe>', ""),
    ("text below the end", "body", "</body></html><p>{}</p>", ""),
)


def _noted(title: str, where: str, body: str, head: str) -> None:
    place("html", title, where)(lambda word: page(body.format(word), head.format(word)))


for _simple in _SIMPLE:
    _noted(*_simple)


@place("html", "name split by marks", "body")
def _(word: str) -> bytes:
    return page(f"<p>They heard <b>{word[:2]}</b>{word[2:4]}<em>{word[4:]}</em> speak.</p>")


@place("html", "name written as codes", "body")
def _(word: str) -> bytes:
    return page(f"<p>They heard {letters(word)} speak.</p>")


@place("html", "name written as codes in a script", "script")
def _(word: str) -> bytes:
    return page("<script>var child = '" + "".join(f"\\u{ord(letter):04x}" for letter in word) + "';</script>")


@place("html", "target of a link")
def _(word: str) -> bytes:
    return page(f'<a href="https://www.example.org/?child={word.replace(" ", "%20")}">here</a>')


@place("html", "picture in the page", "details kept in a picture")
def _(word: str) -> bytes:
    return page(f'<img alt="" src="data:image/png;base64,{base64.b64encode(png(word)).decode()}">')


@place("html", "drawing in the page", "embedded data")
def _(word: str) -> bytes:
    held = base64.b64encode(f"<svg xmlns='http://www.w3.org/2000/svg'><text>{word}</text></svg>".encode()).decode()
    return page(f'<img alt="" src="data:image/svg+xml;base64,{held}">')


named_file("html", page)
