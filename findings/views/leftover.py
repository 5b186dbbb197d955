"""The leftovers: words that may identify somebody, decided one by one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from findings.forms.report import LeftoverForm
from findings.jigsaw import PREFIX
from findings.services import anonymity as verbs
from findings.views.report import of_review
from reviews.services.person import names_read
from scr_portal.lib.pages import attempt, done, once, page, refused

MOVED = "The text changed meanwhile. Nothing was decided; look at the list again."


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """What is undecided, and what was decided; the words are read as they are, so that is recorded."""
    review, report = of_review(request, ref, "report.anonymise")
    decisions = review.anonymity_decisions.of_report().exclude(kind__startswith=PREFIX)
    leftovers = verbs.anonymised(report).leftovers
    if leftovers:
        names_read(by=request.user, review=review)
    context = {"leftovers": leftovers, "decisions": decisions.select_related("decided_by")}
    return page(request, "findings/leftover/list.html", review=review, here="report", **context)


@login_required
@once
def decide(request: HttpRequest, ref: str, place: int) -> HttpResponse:
    """Decide about the `place`-th leftover; the words it shows must still be there."""
    review, report = of_review(request, ref, "report.anonymise")
    leftovers = verbs.anonymised(report).leftovers
    if not 0 < place <= len(leftovers):
        return redirect("findings.leftover.list", ref)
    leftover = leftovers[place - 1]
    form = LeftoverForm(request.POST or None, candidates=leftover.candidates)
    # The list moves up with every decision: what was shown, not the place in the list, says which words are meant.
    # A browser sends line ends of its own, so the words alone are compared.
    if request.method == "POST" and request.POST.get("context", "").split() != leftover.context.split():
        return refused(request, MOVED, "findings.leftover.list", ref)
    if request.method == "POST" and attempt(
        form, lambda: verbs.decide(by=request.user, report=report, leftover=leftover, **form.cleaned_data)
    ):
        left = len(leftovers) - 1
        after = ("findings.leftover.decide", ref, min(place, left)) if left else ("findings.report.show", ref)
        return done(request, "Decided.", *after)
    context = {"leftover": leftover, "place": place, "total": len(leftovers)}
    return page(request, "findings/leftover/decide.html", review=review, here="report", form=form, **context)


@login_required
@require_POST
def undo(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take a decision back."""
    review, _ = of_review(request, ref, "report.anonymise")
    found = get_object_or_404(review.anonymity_decisions.of_report(), pk=pk)
    verbs.undo(by=request.user, decision=found)
    return done(request, "Taken back. The words are undecided again.", "findings.leftover.list", ref)
