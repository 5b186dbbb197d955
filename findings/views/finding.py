"""Findings, and what they rest on."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.finding import FindingForm
from findings.models import Evidence
from findings.services import anonymity
from findings.services import finding as verbs
from reviews import words
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The findings of one review, and how much each rests on."""
    review = visible(request, ref, "finding.see")
    standing = Evidence.objects.visible_to(request.user).filter(finding__review=review, removed=False)
    resting = Count("evidence", filter=Q(evidence__in=standing), distinct=True)
    rows = review.findings.annotate(resting=resting, led_to=Count("recommendations", distinct=True)).prefetch_related(
        "themes"
    )
    return page(request, "findings/finding/list.html", review=review, here="findings", findings=rows)


@login_required
def show(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """One finding with its evidence and what was recommended because of it."""
    review = visible(request, ref, "finding.see")
    found = get_object_or_404(
        review.findings.prefetch_related("themes", "lines_of_enquiry", "recommendations"), number=number
    )
    evidence = (
        found.evidence.visible_to(request.user)
        .filter(removed=False)
        .select_related("entry__agency", "imr_section__imr__request__agency", "contribution__person", "added_by")
        .prefetch_related(
            "contribution__first__consents",
            "contribution__consents",
            "contribution__first__later",
            "contribution__later",
        )
    )
    cover = anonymity.covering(review)
    told = [(item, cover(item.words)) for item in evidence]
    repeats = words.repeated("\n".join(found.texts), words.unquotable(review))
    context = {"finding": found, "evidence": told, "repeats": repeats}
    return page(request, "findings/finding/show.html", review=review, here="findings", **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a finding."""
    review = visible(request, ref, "finding.write")
    form = FindingForm(request.POST or None, review=review)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.add(by=request.user, review=review, values=form.values))
    ):
        return done(request, "Finding saved. Now link what it rests on.", "findings.evidence.add", ref, made.number)
    return page(request, "findings/finding/new.html", review=review, here="findings", form=form)


@login_required
def edit(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Change a finding."""
    review = visible(request, ref, "finding.write")
    found = get_object_or_404(review.findings, number=number)
    form = FindingForm(request.POST or None, review=review, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, finding=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Finding saved.", "findings.finding.show", ref, number)
    return page(request, "findings/finding/edit.html", review=review, here="findings", form=form, finding=found)
