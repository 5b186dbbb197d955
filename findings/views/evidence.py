"""Linking evidence to a finding."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.models import Entry, ImrSection
from findings import merged, paging
from findings.forms.chronology import FilterForm
from findings.models import Evidence, Finding
from findings.services import anonymity
from findings.services import finding as verbs
from reviews.models import Contribution
from reviews.models.contribution import USABLE
from reviews.views.review import visible
from scr_portal.lib.pages import done, once, page, refused
from scr_portal.lib.records import Refused
from scr_portal.lib.refs import keys


@login_required
@once
def add(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Search the merged chronology and agencies' reports, tick what the finding rests on."""
    review = visible(request, ref, "finding.write")
    finding = get_object_or_404(review.findings, number=number)
    sections = ImrSection.objects.filter(imr__request__review=review, imr__request__status="returned").exclude(text="")
    said = Contribution.objects.visible_to(request.user).filter(person__review=review, allowed__in=USABLE)
    if request.method == "POST":
        return link(request, finding, sections, said)
    form = FilterForm(request.GET or None, review=review)
    stretch = paging.asked(merged.entries(review, request.user, form.filters), request.GET, 30)
    cover = anonymity.covering(review)
    passages = [] if form.filters else sections.select_related("imr__request__agency")
    context = {
        "form": form,
        "stretch": stretch,
        "rows": stretch.entries,
        "held": set(finding.evidence.filter(removed=False).values_list("entry_id", flat=True)),
        "texts": anonymity.shown(review, stretch.entries, named=False),
        "sections": [(section, cover(section.text)) for section in passages],
        "contributions": [] if form.filters else said.select_related("person"),
    }
    return page(request, "findings/evidence/add.html", review=review, here="findings", finding=finding, **context)


def link(
    request: HttpRequest, finding: Finding, sections: QuerySet[ImrSection], said: QuerySet[Contribution]
) -> HttpResponse:
    """Link what was ticked, and go back to the finding."""
    here = ("findings.finding.show", finding.review.ref, finding.number)
    of_review = Entry.objects.visible_to(request.user).of_review(finding.review, reader=request.user)
    entries = [*of_review.filter(pk__in=keys(request.POST.getlist("entry")))]
    passages = [*sections.filter(pk__in=keys(request.POST.getlist("section"))).select_related("imr__request")]
    words = [*said.filter(pk__in=keys(request.POST.getlist("contribution"))).select_related("person", "first")]
    if not entries and not passages and not words:
        return refused(request, "Tick at least one entry, passage or contribution first.", request.get_full_path())
    note = request.POST.get("note", "")
    try:
        verbs.rest_on(
            by=request.user, finding=finding, entries=entries, sections=passages, contributions=words, note=note
        )
    except Refused as refusal:
        return refused(request, str(refusal), *here)
    return done(request, "Evidence linked.", *here)


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
