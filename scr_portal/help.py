"""Help for each role, and the words of the field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from reviews.access import boards_where
from scr_portal.lib.guide import page_for, page_of, words, written
from scr_portal.lib.pages import page


@login_required
def own(request: HttpRequest) -> HttpResponse:
    """The page of the reader's own role; all of them, for a role that has none of its own."""
    reader: Any = request.user
    found = page_for(frozenset(reader.memberships.active().values_list("role", flat=True)))
    return role(request, found["key"]) if found else page(request, "help/show.html", pages=written()["page"])


@login_required
def role(request: HttpRequest, key: str) -> HttpResponse:
    """What one role does, step by step. It tells nothing of the board, so that everybody may read every one."""
    found = page_of(key)
    if found is None:
        raise Http404
    steps = [*taken(request.user, found["step"])]
    return page(request, "help/role.html", guide=found, steps=steps, pages=written()["page"])


@login_required
def words_of_field(request: HttpRequest) -> HttpResponse:
    """All words that are explained, in one list."""
    return page(request, "help/words.html", words=words())


def taken(user: Any, steps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The steps with where each leads, for who may go there, their picture, and their words."""
    for step in steps:
        right = step.get("right", "")
        may = not right or boards_where(user, right) or boards_where(user, right, own=True)
        yield {
            **step,
            "href": reverse(step["page"]) if may else "",
            "picture": f"help/{step['picture']}.png" if "picture" in step else "",
            "alt": written()["pictures"][step["picture"]]["alt"] if "picture" in step else "",
        }
