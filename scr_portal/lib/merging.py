"""Letters from a Word document with merge fields: {{ reference }} and its like, filled in, and nothing else carried out.

A letterhead comes from outside, so it is examined before it is kept: no code, no macros, nothing fetched, known fields only.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from docx import Document
from docxtpl import DocxTemplate, Listing
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from scr_portal.lib.records import Refused

LARGEST, LARGEST_UNPACKED, MOST_PARTS = 5_000_000, 40_000_000, 400
# What a letterhead holds beside the merge fields of letters.
OWN_FIELDS = {
    "subject": "what the letter is about",
    "body": "the words of the letter",
    "address": "address of the recipient",
}
FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
FETCHING = re.compile(rb'TargetMode="External"')
LINK = re.compile(rb'<Relationship [^>]*relationships/hyperlink"[^>]*>')


def environment() -> SandboxedEnvironment:
    """What templates are filled in with: sandboxed, escaping, and failing where a field is not known."""
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def examine(content: bytes, fields: Iterable[str]) -> None:
    """Pass for a Word document that may serve as a letterhead. Raises Refused with one sentence for any other."""
    known, used = {*fields, *OWN_FIELDS}, set()
    for name, part in unpacked(content).items():
        if name.lower().endswith(".bin") or "vba" in name.lower() or "embeddings/" in name:
            raise Refused("This document holds macros or embedded objects: save it as a plain Word document (.docx).")
        if name.endswith(".rels") and FETCHING.search(LINK.sub(b"", part)):
            raise Refused(
                "This document fetches something from elsewhere, such as a linked picture or template: put it into the document."
            )
        if name.endswith(".xml"):
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                raise Refused("This document cannot be read safely: save it again in Word.")
            used |= named(part.decode("utf-8", "replace"))
    if unknown := sorted(used - known):
        raise Refused(f"“{{{{ {unknown[0]} }}}}” is not a merge field. These are: {', '.join(sorted(known))}.")
    if "body" not in used:
        raise Refused("Put {{ body }} where the words of the letter go.")
    filled(content, dict.fromkeys(known, "x"))


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a .docx. Raises Refused for what is none, or is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if (
                len(content) > LARGEST
                or len(parts) > MOST_PARTS
                or sum(part.file_size for part in parts) > LARGEST_UNPACKED
            ):
                raise Refused("This document is too large for a letterhead: at most 5 MB.")
            found = {part.filename: packed.read(part) for part in parts}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        found = {}
    if "word/document.xml" not in found:
        raise Refused("This is not a Word document: save it as .docx.")
    return found


def named(xml: str) -> set[str]:
    """The fields that one part names. Raises Refused for anything in braces that is more than the name of a field."""
    template = DocxTemplate(io.BytesIO())
    try:
        tree = environment().parse(template.patch_xml(xml))
    except TemplateError:
        raise Refused("Something in braces cannot be read: a merge field is written {{ reference }}.") from None
    allowed = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)
    if any(not isinstance(node, allowed) for node in tree.find_all(nodes.Node)):
        raise Refused(
            "Only merge fields such as {{ reference }} can stand in braces: no conditions, loops or formulas."
        )
    return {node.name for node in tree.find_all(nodes.Name)}


def filled(content: bytes, values: Mapping[str, str]) -> bytes:
    """A letterhead with its fields filled in, as a .docx. Raises Refused where a field has no value."""
    template = DocxTemplate(io.BytesIO(content))
    try:
        template.render(dict(known(values)), jinja_env=environment(), autoescape=True)
    except (TemplateError, ValueError, KeyError):
        raise Refused(
            "The letterhead could not be filled in: download it, mend it in Word, and add it again."
        ) from None
    kept = io.BytesIO()
    template.save(kept)
    return kept.getvalue()


def known(values: Mapping[str, str]) -> Iterable[tuple[str, Any]]:
    """Values as Word has them: blank lines part paragraphs, other line ends stay in them."""
    for name, text in values.items():
        lines = text.replace("\r\n", "\n").replace("\a", "").strip("\n")
        yield name, Listing(re.sub(r"\n{2,}", "\a", lines))


def usual() -> bytes:
    """The letterhead of a board that has none of its own: plain, and good to begin one from."""
    document = Document()
    document.core_properties.author = document.core_properties.last_modified_by = "SCR Portal"
    document.core_properties.title, document.core_properties.language = "Letter", "en-GB"
    document.core_properties.comments = ""
    document.sections[0].header.paragraphs[0].text = "OFFICIAL-SENSITIVE"
    for field in ("board", "today", "recipient", "address"):
        document.add_paragraph(f"{{{{ {field} }}}}")
    document.add_paragraph("Reference: {{ reference }}")
    document.add_heading("{{ subject }}", level=1)
    document.add_paragraph("{{ body }}")
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def merged(text: str, values: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """A text with its merge fields filled in; what is not known yet stands as a gap to fill: [date a return is due]."""
    return FIELD.sub(lambda found: values.get(found[1]) or f"[{labels.get(found[1], found[1])}]", text)


def gaps(text: str, labels: Mapping[str, str]) -> list[str]:
    """The gaps that are still in a text."""
    return [label for label in labels.values() if f"[{label}]" in text]
