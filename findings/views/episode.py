"""Periods of the chronology that the panel has named, and marks on several entries of one at once."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings import merged
from findings.accounts import events_of
from findings.forms.episode import EpisodeForm, MarkSeveralForm
from findings.glossary import explained
from findings.models import Episode
from findings.services import episode as verbs
from findings.services import mark as marks
from findings.views.chronology import readable
from findings.views.pattern import names_asked, waiting
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, paged


def episodes_of(request: HttpRequest, review: Review) -> Any:
    """The episodes of a review that stand."""
    return (
        Episode.objects.visible_to(request.user).filter(review=review, removed=False).select_related("theme", "made_by")
    )


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The episodes in order of time."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    rows = paged(request, episodes_of(request, review), 50)
    return page(request, "findings/episode/list.html", review=review, here="chronology", rows=rows)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Name a period; ?first= and ?last= may name its days."""
    review = visible(request, ref, "chronology.mark")
    days = {name: request.GET[name] for name in ("first", "last") if request.GET.get(name)}
    form = EpisodeForm(request.POST or None, review=review, initial=days)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.add(by=request.user, review=review, values=form.values))
    ):
        return done(request, "The episode stands in the chronology.", "findings.episode.show", ref, made.pk)
    return page(request, "findings/episode/new.html", review=review, here="chronology", form=form)


@login_required
@once
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """One episode with its entries; several of them can be marked at once."""
    review = visible(request, ref, "chronology.mark" if request.method == "POST" else None)
    if not readable(request, review):
        return waiting(request, review)
    episode = get_object_or_404(episodes_of(request, review), pk=pk)
    asked = merged.Filters(first=episode.first, last=episode.last)
    rows = paged(request, merged.entries(review, request.user, asked), 50)
    form = MarkSeveralForm(request.POST or None, review=review, offered=[entry.pk for entry in rows])
    if request.method == "POST" and attempt(
        form,
        lambda: marks.add_to_several(
            by=request.user, review=review, entries=form.cleaned_data["entries"], values=form.values
        ),
    ):
        return done(request, "Marked.", "findings.episode.show", ref, pk)
    named = names_asked(request, review)
    context = {"episode": episode, "rows": rows, "named": named, "ticked": form["entries"].value() or []}
    context |= {"texts": explained(review, [*rows], named=named), "events": events_of(review, request.user, rows)}
    return page(request, "findings/episode/show.html", review=review, here="chronology", form=form, **context)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change an episode."""
    review = visible(request, ref, "chronology.mark")
    episode = get_object_or_404(episodes_of(request, review), pk=pk)
    form = EpisodeForm(request.POST or None, review=review, record=episode)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, episode=episode, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "findings.episode.show", ref, pk)
    return page(request, "findings/episode/edit.html", review=review, here="chronology", form=form, episode=episode)


@login_required
@require_POST
def remove(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take an episode off the chronology."""
    review = visible(request, ref, "chronology.mark")
    verbs.remove(by=request.user, episode=get_object_or_404(episodes_of(request, review), pk=pk))
    return done(request, "The episode was taken off; it stays on record.", "findings.episode.list", ref)
