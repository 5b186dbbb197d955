"""Template tags of every page: days and ages in words, tags for states, the token against double clicks."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import Form
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from scr_portal.lib.forms import dress
from scr_portal.lib.guide import words

register = template.Library()

TAG_COLOURS = {
    "withdrawn": "grey",
    "draft": "grey", "sent": "blue", "acknowledged": "turquoise", "taken_forward": "green", "not_taken_forward": "grey",
    "in_progress": "light-blue", "with_senior": "purple", "sent_back": "orange", "returned": "green", "preview": "yellow",
    "imported": "green", "undone": "grey", "discarded": "grey", "planned": "grey", "claimed_done": "purple",
    "assured": "turquoise", "closed": "green", "ok": "green", "needs-attention": "yellow", "reject": "red", "met": "green",
    "not_met": "grey", "not_known": "yellow", "red": "red", "amber": "orange", "green": "green", "blue": "blue",
    "reading": "blue", "refused": "red", "accepted": "green", "in_part": "yellow", "not_accepted": "red", "overdue": "red", "due-soon": "orange", "running": "blue",
    "behind": "orange", "stalled": "yellow", "on-track": "green", "not-due": "grey", "not-assured": "purple",
    "retest-due": "orange", "impact-shown": "green",
    "acceptable": "green", "alternative": "green", "exceeds": "turquoise", "unacceptable": "red", "none_received": "red",
    "superseded": "grey", "late": "orange", "to_judge": "purple", "waiting": "blue",
    "shown": "green", "not_shown": "red", "met-late": "orange", "extended": "purple",
}  # fmt: skip

TAG_COLOURS |= {"checked": "purple", "released": "green", "approved": "purple", "published": "green"}

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@register.filter
def day(value: date | datetime | None) -> str:
    """A day as people write it: 24 November 2026; nothing for None."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return f"{value.day} {value:%B %Y}"


@register.filter
def iso_day(value: str) -> str:
    """A day that is kept as ISO text (2026-11-24), as people write it."""
    return day(date.fromisoformat(value)) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """A day and time: 24 November 2026 at 14:05."""
    return f"{day(value)} at {timezone.localtime(value):%H:%M}" if value else ""


@register.filter
def spoken(name: str) -> str:
    """A name of the record of events as people say it: "action.reported_done" gives "Action reported done"."""
    words = name.replace(".", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


@register.filter
def told(facts: Mapping[str, Any], withheld: Collection[str] = ()) -> list[tuple[str, str]]:
    """The facts of an event in words, without those withheld from the reader and those that say nothing."""
    kept = {key: value for key, value in facts.items() if key not in withheld and value not in (None, "", [], {})}
    return [(key.replace("_", " "), in_words(value)) for key, value in kept.items()]


def in_words(value: Any) -> str:
    """A fact as people write it: yes and no, days, lists with commas."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(in_words(each) for each in value)
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        with suppress(ValueError):  # What looks like a day and is none stays as it is.
            return iso_day(value)
    return str(value)


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """The value of a key that a template holds in a variable."""
    return mapping.get(key) if hasattr(mapping, "get") else None


# What stands around an address and its words where a text is drawn with links; no keyboard types these.
LINK = re.compile("\ue000(/[^\ue000-\ue002]*)\ue001([^\ue000-\ue002]*)\ue002")


@register.filter
def linked(text: str) -> SafeString:
    """A text with its links, everything else in it escaped."""
    drawn, reached = [], 0
    for found in LINK.finditer(text):
        drawn += [text[reached : found.start()], format_html('<a class="govuk-link" href="{}">{}</a>', *found.groups())]
        reached = found.end()
    return format_html_join("", "{}", ((part,) for part in (*drawn, text[reached:])))


@register.simple_tag
def state_tag(state: str, label: str) -> SafeString:
    """A coloured tag for a state; the words carry the meaning, the colour repeats it."""
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', TAG_COLOURS.get(state, "grey"), label)


@register.inclusion_tag("pages/meaning.html")
def meaning(key: str) -> dict[str, str]:
    """A word of the field, explained where it stands: {% meaning "line-of-enquiry" %}. Raises KeyError for a word that is not explained."""
    return words()[key]


@register.simple_tag(takes_context=True)
def once(context: template.Context) -> SafeString:
    """The hidden token that lets a form be sent only once."""
    return format_html('<input type="hidden" name="once" value="{}">', context["once"])


@register.filter
def dressed(form: Form) -> Form:
    """A form that a library made, with the classes of our own on its fields; labels take the place of placeholders."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs.setdefault("class", "govuk-input--width-20")
        dress(field)
    return form
