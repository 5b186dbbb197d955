"""Tables in plain text whose columns have a fixed width, as old programs print them."""

from __future__ import annotations

import re

from agencies.chronology.grid import Sheet
from agencies.chronology.readers import columns_of_words
from agencies.chronology.readers.columns_of_words import Line, Word

LETTER = 5.0  # the width of a letter on the page that the lines are laid out on: two blanks part, one does not
HEIGHT = 10.0
RULER = re.compile(r"^[\s\-=_+|*~]*$")


def sheets(lines: list[str]) -> list[Sheet]:
    """The table below the first line of headings and the lines outside it; [] where no line is one of headings in
    columns of their own."""
    page: list[Line] = []
    ruled: list[float] = []
    for number, line in enumerate(lines):
        text = line.expandtabs(8)
        words = [
            Word(found.group(), LETTER * found.start(), LETTER * found.end()) for found in re.finditer(r"\S+", text)
        ]
        if words and RULER.match(text):
            ruled = ruled or [word.left for word in words[1:]]
        elif words:
            page.append(Line(words, HEIGHT * number, HEIGHT))
    if sum(bool(re.search(r"\S {2,}\S", line)) for line in lines) < 0.3 * len(page):
        return []
    found, outside = columns_of_words.sheets(_pages(page), ruled) if page else ([], [])
    if not found or len(found[0].rows) < 2 or max(map(len, found[0].rows)) < 2:
        return []
    found[0].name = None
    return [*found, Sheet(name=None, rows=[[line] if line else [] for line in outside], prose=True)]


def _pages(lines: list[Line]) -> list[list[Line]]:
    """The lines parted where the headings stand over again, with the lines above them that are those above the first."""
    texts = [" ".join(word.text for word in line.words) for line in lines]
    headings = columns_of_words.heading_places(lines)
    if not headings:
        return [lines]
    first = headings[0]
    cuts = [0]
    for place in range(first + 1, len(lines)):
        if texts[place] == texts[first]:
            above = 0
            while above < first and texts[place - above - 1] == texts[first - above - 1]:
                above += 1
            cuts.append(place - above)
    pages = [lines[start:end] for start, end in zip(cuts, [*cuts[1:], len(lines)], strict=True)]
    return [[Line(line.words, line.top - page[0].top, line.height) for line in page] for page in pages]
