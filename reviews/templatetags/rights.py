"""Template tags that ask the policy table and the life cycles, so that a page offers only what can be done."""

from __future__ import annotations

from typing import Any

from django import template

from reviews.access import allowed

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context: template.Context, action: str, record: Any) -> bool:
    """Whether the signed-in person may do `action` on `record`: {% may "finding.write" review as can_write %}."""
    return allowed(context["request"].user, action, record)
