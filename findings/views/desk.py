"""The reviewer's desk: the merged chronology on one side, questions and findings on the other."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from agencies.models import Entry
from findings import analysis, merged, paging
from findings.annotated import ages
from findings.forms.chronology import FilterForm
from findings.forms.desk import MARK, DeskForm
from findings.services import anonymity, mark
from findings.services import finding as verbs
from findings.views.chronology import readable
from findings.views.pattern import waiting
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Read, tick, and let a finding rest on what is ticked, or mark it; the page keeps its filters and its place."""
    review = visible(request, ref, "finding.write")
    if not readable(request, review):
        return waiting(request, review)
    form = DeskForm(request.POST or None, review=review)
    if request.method == "POST" and (said := attempt(form, lambda: put(request, review, form))):
        return done(request, said, request.get_full_path())
    asked = FilterForm(request.GET or None, review=review)
    stretch = paging.asked(merged.entries(review, request.user, asked.filters), request.GET, 30)
    context = {
        "asked": asked, "stretch": stretch, "rows": stretch.entries, "ticked": request.POST.getlist("entry"),
        "texts": anonymity.shown(review, stretch.entries, named=False), "ages": ages(review, stretch.entries),
        "found": analysis.of_review(review, request.user), "used": used(review, stretch.entries),
    }  # fmt: skip
    return page(request, "findings/desk/show.html", review=review, here="findings", form=form, **context)


def put(request: HttpRequest, review: Review, form: DeskForm) -> str:
    """Do with the ticked entries what was asked; gives what to say about it."""
    said = form.cleaned_data
    if request.POST.get("do") == MARK:
        values: dict[str, Any] = {"kind": said["kind"], "note": said["note"]}
        made = mark.add_to_several(by=request.user, review=review, entries=form.ticked, values=values)
        return f"{len(made)} marked." if len(made) > 1 else "Marked."
    entries = Entry.objects.visible_to(request.user).of_review(review, reader=request.user).filter(pk__in=form.ticked)
    finding = review.findings.get(number=said["finding"])
    verbs.rest_on(by=request.user, finding=finding, entries=[*entries], note=said["note"])
    return f"Finding {finding.number} rests on that now."


def used(review: Review, entries: list[Entry]) -> dict[int, list[int]]:
    """The numbers of the findings that rest on each entry."""
    found: dict[int, list[int]] = {}
    pairs = review.findings.filter(evidence__entry__in=entries, evidence__removed=False)
    for entry, number in pairs.values_list("evidence__entry", "number").order_by("number"):
        found.setdefault(entry, []).append(number)
    return found
