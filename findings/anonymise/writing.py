"""Whether words are written as a form of a name must be: joined as one name, with its capitals and its comma."""

from __future__ import annotations

from collections.abc import Sequence

from findings.anonymise.fold import Word
from findings.anonymise.forms import Form
from findings.anonymise.words import lexicon, lexicons, ordinary


def joined(before: Word, word: Word) -> bool:
    """Say whether what stands between two words lets them be parts of one name."""
    gap = word.before
    plain = gap.strip(" \n")
    if gap.count("\n") > 2:
        return False
    if plain in ("", "-", "'", "_", "&") or gap in ("?", "\ufffd"):
        return True
    if plain == ",":
        return True  # whether the form bears a comma is asked when the form is known
    if plain in (".", ".-", ".'", ".,"):
        return (
            len(before.text) == 1
            or before.text in lexicons("abbreviations", "digraphs")
            or (plain == "." and gap == ".")
        )
    return plain in ("' ", "- ")


def written_so(text_words: Sequence[Word], first: int, last: int, form: Form, changed: bool) -> bool:
    """Say whether capitals and commas of the text suit `form`."""
    span = text_words[first:last]
    if len(span) > 1 and len(span[-1].text) == 1 and "\n" in span[-1].before:
        return False  # an article or "I" that opens the next line is no initial
    commas = [n for n in range(1, len(span)) if "," in span[n].before]
    if any(n != form.comma_at for n in commas) and not form.how.startswith(("whole name", "short form", "vague")):
        return False
    if commas and form.comma_at == 0 and len(form.tokens) < 4:
        return False
    plural = len(span) > 1 and span[-1].raw[-1:] == "s" and span[-1].raw[:-1].isupper()  # "the D-Ks"
    if form.capitals:
        changed = changed and not (plural and form.how == "initials")
        return (not changed or form.how == "whole name") and _capitals(
            span, form, text_words[last] if last < len(text_words) else None
        )
    return len(form.tokens) > 1 or len(form.tokens[0]) > 2 or span[0].capital or form.how == "alias"


def _capitals(span: Sequence[Word], form: Form, after: Word | None) -> bool:
    """Say whether every initial of `form` is written as a capital."""
    if after is not None and len(span[-1].text) == 1 and after.before in ("'", "-") and after.text != "s":
        return False
    if form.how == "title and initial" and after is not None and after.capital and after.before in (" ", ". ", "."):
        return False  # "Ms S Kaur" has a surname
    if form.how in ("initials", "acronym", "possible acronym"):
        together = not any(word.before.strip() == "&" for word in span[1:])
        dotted = len(span) > 2 and all(
            "." in word.before for word in span[1:]
        )  # "J.M.d.S.": a small word of the surname
        inner = span[1:-1] if dotted else ()
        return together and all(
            word.raw.upper() == word.raw
            or (word is span[-1] and word.raw[:-1].isupper() and word.raw.endswith("s") and len(span) > 1)
            or (word.capital and len(span) > 1 and word.text in lexicon("digraphs"))
            for word in span
            if word not in inner
        )
    if span[-1].text == "s" and span[-1].before == "'":
        return False
    small = lexicon("particles")
    return all(word.capital or word.text in small or (len(word.text) > 2 and not ordinary(word.text)) for word in span)
