"""The menu of every page, and under which of its items a page stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from reviews.access import boards_where

# Where pages stand that do not begin with the address of their item. Training is taught from what was learned.
UNDER = {
    "findings.course": "findings.learning.list", "findings.session": "findings.learning.list",
    "findings.attendees": "findings.learning.list", "findings.attendance_file": "findings.learning.list",
    "findings.practice": "findings.learning.list", "agencies.person": "agencies.agency.list",
    "findings.theme": "agencies.agency.list", "reviews.letterhead": "agencies.agency.list",
}  # fmt: skip


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The menu of every page (a template context processor)."""
    if not request.user.is_authenticated:
        return {}
    menu = [
        ("Your work", "home"),
        ("Reviews", "reviews.review.list"),
        ("Agency returns", "agencies.request.list"),
        ("Recommendations and actions", "findings.board.show"),
        ("Library", "findings.library.list"),
        ("Support", "agencies.support.show"),
    ]
    if boards_where(request.user, "learning.see"):
        menu.append(("Learning", "findings.learning.list"))
    if boards_where(request.user, "board.administer"):
        menu.append(("Directory", "agencies.agency.list"))
    if boards_where(request.user, "board.audit"):
        menu.append(("Record", "reviews.event.of_board"))
    items = [(text, reverse(name)) for text, name in menu]
    match = request.resolver_match
    kind = str(match.url_name if match else "").rpartition(".")[0]
    # Every address begins with that of "Your work", which is no part of any other.
    above = [href for _, href in items[1:] if request.path.startswith(href)] or [request.path]
    here = reverse(UNDER[kind]) if kind in UNDER else max(above, key=len)
    if match and "ref" in match.kwargs:  # A part of one review, whichever part.
        here = reverse("reviews.review.list")
    return {"navigation": [{"text": text, "href": href, "here": href == here} for text, href in items]}
