"""Template tags that ask the policy table and the life cycles, so that a page offers only what can be done."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from reviews.access import allowed
from reviews.policy import REQUEST, REVIEW, SEE, rule

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context: template.Context, action: str, record: Any) -> bool:
    """Whether the signed-in person may do `action` on `record`: {% may "finding.write" review as can_write %}."""
    return allowed(context["request"].user, action, record)


# Under which names pages hold the record that they are about, the one that says most first.
ABOUT = (
    "req", "action", "recommendation", "response", "escalation", "invitation", "passage", "comment", "audience", "referral", "review",
)  # fmt: skip


@register.simple_tag(takes_context=True)
def readers(context: template.Context) -> str:
    """The address of the page that says who can see the page at hand, and why; nothing for who may not ask, or of no case.

    An agency reads of its own return, by role. A page asks first for the right that opens it (`access.check`); one that asks for none opens to whoever sees the record.
    """
    about = next((context[name] for name in ABOUT if getattr(context.get(name), "review", None)), None)
    user = getattr(context.get("request"), "user", None)
    if about is None or user is None or not user.is_authenticated:
        return ""
    if not allowed(user, "review.audit", about.review):
        handed_in = about if getattr(about, "carrier", "") == REQUEST else getattr(about, "request", None)
        seen = handed_in is not None and allowed(user, SEE[REQUEST], handed_in)
        return reverse("agencies.reader.show", args=[handed_in.pk]) if handed_in and seen else ""
    action, record = getattr(user, "_asked", (SEE[getattr(about, "carrier", REVIEW)], about))
    asked = {"what": action}
    if rule(action).on != REVIEW and getattr(record, "pk", None) and getattr(record, "review", None):
        asked["of"] = f"{record._meta.label_lower}:{record.pk}"
    if getattr(user, "_asked_of_conflict", False):
        asked["conflict"] = "1"
    return f"{reverse('reviews.reader.list', args=[about.review.ref])}?{urlencode(asked)}"
