"""Searches of the library that people keep for themselves."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.library import SavedSearchForm
from findings.models import SavedSearch
from findings.services import search as verbs
from findings.views.library import LIST, asked
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page


def query(search: SavedSearch) -> str:
    """A kept search as an address carries it."""
    said = QueryDict(mutable=True)
    for name, values in sorted(search.asked.items()):  # PostgreSQL keeps them in an order of its own.
        said.setlist(name, values)
    return said.urlencode()


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """A person's own searches."""
    board_for(request, "search.keep")
    rows = [(search, query(search)) for search in SavedSearch.objects.visible_to(request.user)[:200]]
    return page(request, "findings/search/list.html", rows=rows)


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Keep what the address asks for under a name."""
    board, said = board_for(request, "search.keep"), asked(request)
    form = SavedSearchForm(request.POST or None)
    if request.method == "POST" and (
        made := attempt(
            form, lambda: verbs.add(by=request.user, board=board, name=form.cleaned_data["name"], asked=said)
        )
    ):
        return done(request, f"“{made.name}” is kept: open it from the library at any time.", "findings.search.list")
    return page(request, "findings/search/new.html", form=form, asked=said)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a search."""
    board_for(request, "search.keep")
    found = get_object_or_404(SavedSearch.objects.visible_to(request.user), pk=pk)
    search = verbs.remove(by=request.user, search=found)
    return done(request, f"“{search.name}” is deleted.", LIST)
