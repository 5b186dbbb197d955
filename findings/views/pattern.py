"""What the merged chronology shows beyond single entries: silence, what was known by a day, who told whom."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings import contact, merged
from findings import silence as silences
from findings.forms.pattern import KnowledgeForm, SharingForm, SilenceForm
from findings.glossary import explained
from findings.services import anonymity, mark
from findings.views.chronology import readable
from reviews.access import allowed
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import page, paged

AT_MOST = 100


def waiting(request: HttpRequest, review: Review) -> HttpResponse:
    """What stands here until the chronology is released."""
    return page(request, "findings/chronology/not_released.html", review=review, here="chronology")


def names_asked(request: HttpRequest, review: Review) -> bool:
    """Whether real names were asked for and may be shown; that they are is kept on record."""
    named = request.GET.get("names") == "real" and allowed(request.user, "review.names", review)
    if named:
        mark.names_shown(by=request.user, review=review)
    return named


@login_required
def silence(request: HttpRequest, ref: str) -> HttpResponse:
    """Periods without a dated entry, and appointments missed."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    form = SilenceForm(request.GET or None, agencies=contact.taking_part(review))
    found = silences.absence(review, request.user, form.longer_than)
    listed, missed = found.listed(form.chosen) if found else ([], [])
    context: dict[str, Any] = {
        "form": form,
        "found": found,
        "silences": listed[:AT_MOST],
        "number": len(listed),
        "missed": paged(request, missed, 50),
    }
    return page(request, "findings/pattern/silence.html", review=review, here="chronology", **context)


@login_required
def knowledge(request: HttpRequest, ref: str) -> HttpResponse:
    """What each agency had recorded by a chosen day, and the entries of the days around it."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    form = KnowledgeForm(request.GET or None)
    if form.day is None:
        return page(request, "findings/pattern/knowledge.html", review=review, here="chronology", form=form)
    words = form.said("words") or ""
    lines = contact.known(review, request.user, form.day, words)
    rows = paged(request, contact.around(review, request.user, form.day, form.margin, words), 50)
    named = names_asked(request, review)
    latest = [line.latest for line in lines if line.latest]
    texts = explained(review, [*rows, *latest], named=named)
    context: dict[str, Any] = {"form": form, "lines": lines, "rows": rows, "texts": texts, "named": named}
    return page(request, "findings/pattern/knowledge.html", review=review, here="chronology", **context)


@login_required
def sharing(request: HttpRequest, ref: str) -> HttpResponse:
    """Who told whom, as the words of the entries suggest; the entries of one pair."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    form = SharingForm(request.GET or None, agencies=contact.taking_part(review))
    found = contact.sharing(review, request.user, form.filters)
    context: dict[str, Any] = {"form": form, "found": found, "matrix": found.matrix()}
    if form.pair:
        passed = paged(request, found.between(*form.pair, form.said("which") or ""), 50)
        rows = merged.entries(review, request.user).in_bulk([each.entry for each in passed])
        named = names_asked(request, review)
        texts = anonymity.shown(review, rows.values(), named=named)
        context |= {"passed": passed, "rows": rows, "texts": texts, "named": named}
    return page(request, "findings/pattern/sharing.html", review=review, here="chronology", **context)
