"""What the short forms of agencies mean."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from agencies.advice import shorts
from agencies.forms.advice import GlossaryForm
from agencies.lifecycle import RequestStatus
from agencies.models import Abbreviation
from agencies.services import glossary as verbs
from agencies.views.request import visible
from reviews.views.review import visible as visible_review
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The abbreviations of one return, each with its meaning as far as it is known."""
    found = visible(request, pk, "request.write")
    form = GlossaryForm(request.POST or None, shorts=shorts(request.user, found), kept=verbs.kept(found))
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(by=request.user, request=found, meanings=form.meanings, seen=form.cleaned_data["seen"]),
    ):
        return done(request, "The meanings are kept with your return.", "agencies.request.quality", pk)
    return page(request, "agencies/glossary/edit.html", req=found, form=form)


@login_required
def of_review(request: HttpRequest, ref: str) -> HttpResponse:
    """What each agency that returned means by its short forms, for whoever reads them all."""
    review = visible_review(request, ref)
    returned = review.requests.filter(status=RequestStatus.RETURNED)
    rows = Abbreviation.objects.filter(request__in=returned).select_related("request__agency").order_by("short", "pk")
    return page(request, "agencies/glossary/of_review.html", review=review, here="chronology", rows=rows)
