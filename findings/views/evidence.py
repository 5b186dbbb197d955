"""Linking evidence to a finding."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.models import Entry, ImrSection
from findings import merged
from findings.forms.chronology import FilterForm
from findings.models import Evidence
from findings.services import anonymity
from findings.services import finding as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import done, page, paged, refused
from scr_portal.lib.records import Refused


@login_required
def add(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Search the merged chronology and agencies' reports, tick what the finding rests on."""
    review = visible(request, ref, "finding.write")
    finding = get_object_or_404(review.findings, number=number)
    sections = ImrSection.objects.filter(imr__request__review=review, imr__request__status="returned").exclude(text="")
    if request.method == "POST":
        chosen = Entry.objects.visible_to(request.user).of_review(review).filter(pk__in=request.POST.getlist("entry"))
        passages = sections.filter(pk__in=request.POST.getlist("section")).select_related("imr__request")
        if not chosen and not passages:
            return refused(request, "Tick at least one entry or passage first.", request.get_full_path())
        try:
            verbs.rest_on(
                by=request.user,
                finding=finding,
                entries=[*chosen],
                sections=[*passages],
                note=request.POST.get("note", ""),
            )
        except Refused as refusal:
            return refused(request, str(refusal), "findings.finding.show", ref, number)
        return done(request, "Evidence linked.", "findings.finding.show", ref, number)
    form = FilterForm(request.GET or None, review=review)
    rows = paged(request, merged.entries(review, request.user, form.filters), 30)
    held = set(finding.evidence.filter(removed=False).values_list("entry_id", flat=True))
    context = {
        "form": form,
        "rows": rows,
        "held": held,
        "texts": anonymity.shown(review, rows.object_list, named=False),
    }
    context["sections"] = sections.select_related("imr__request__agency") if not form.filters else []
    return page(request, "findings/evidence/add.html", review=review, here="findings", finding=finding, **context)


@login_required
@require_POST
def remove(request: HttpRequest, ref: str, number: int, pk: int) -> HttpResponse:
    """Take a piece of evidence off a finding."""
    review = visible(request, ref, "finding.write")
    found = get_object_or_404(Evidence, finding__review=review, finding__number=number, pk=pk, removed=False)
    try:
        verbs.no_longer_rests_on(by=request.user, evidence=found)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.finding.show", ref, number)
    return done(request, "Evidence taken off.", "findings.finding.show", ref, number)
