"""Which recommendation names which policy."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.policy import PolicyAskForm
from findings.models import PolicyAsk, Recommendation
from findings.services import policy as verbs
from findings.views.product import tried
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which policy a recommendation asks to be changed."""
    found = get_object_or_404(Recommendation.objects.visible_to(request.user).select_related("review__board"), pk=pk)
    check(request.user, "policy.enter", found)
    form = PolicyAskForm(request.POST or None, recommendation=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.name(by=request.user, recommendation=found, policy=form.cleaned_data["policy"])
    ):
        return done(request, "Named. It stands out until the policy is changed.", "findings.recommendation.show", pk)
    context = {"form": form, "recommendation": found, "review": found.review}
    return page(request, "findings/policy_ask/new.html", **context)


@login_required
@require_POST
@once
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """A recommendation names a policy no longer."""
    rows = PolicyAsk.objects.visible_to(request.user).select_related("policy__board", "recommendation__review__board")
    found = get_object_or_404(rows, pk=pk)
    check(request.user, "policy.enter", found)
    to = ("findings.policy.show", found.policy_id)
    return tried(
        request, lambda: verbs.take_back(by=request.user, ask=found), "That recommendation names it no longer.", to
    )
