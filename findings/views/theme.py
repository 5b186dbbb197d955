"""The board's themes, kept by whoever keeps its reference data."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.views.agency import administered
from findings.forms.theme import ThemeForm
from findings.models import Theme
from findings.services import theme as verbs
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The themes, list by list, and how often each was used."""
    board = administered(request)
    used = Count("marks", filter=Q(marks__removed=False))
    return page(
        request, "findings/theme/list.html", board=board, themes=Theme.objects.filter(board=board).annotate(used=used)
    )


@login_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Take in the lists that come with the portal."""
    try:
        made = verbs.begin_lists(by=request.user, board=administered(request))
    except Refused as refusal:
        return refused(request, str(refusal), "findings.theme.list")
    return done(request, f"{len(made)} themes taken in.", "findings.theme.list")


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Add a theme of the board's own."""
    board = administered(request)
    form = ThemeForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: verbs.add(by=request.user, board=board, values=form.values)):
        return done(request, "Added.", "findings.theme.list")
    return page(request, "findings/theme/new.html", form=form)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a theme, or offer it no longer."""
    theme = get_object_or_404(Theme, board=administered(request), pk=pk)
    form = ThemeForm(request.POST or None, record=theme)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, theme=theme, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "findings.theme.list")
    return page(request, "findings/theme/edit.html", form=form, theme=theme)
