"""How policies were changed: recorded, corrected, approved, told of."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.policy import PolicyChangeForm, ToldForm
from findings.models import Policy, PolicyChange
from findings.services import policy as verbs
from findings.views.policy import visible
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page

SHOW = "findings.policy.show"


def of_policy(request: HttpRequest, pk: int) -> PolicyChange:
    """The change of the address, if the person may know of its policy and change it."""
    rows = PolicyChange.objects.filter(policy__in=Policy.objects.visible_to(request.user))
    found: PolicyChange = get_object_or_404(rows.select_related("policy__board", "policy__agency"), pk=pk)
    check(request.user, "policy.change", found)
    return found


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how a clause was changed."""
    found = visible(request, pk, "policy.change")
    form = PolicyChangeForm(request.POST or None, user=request.user, policy=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.change(by=request.user, policy=found, values=form.values)
    ):
        return done(request, "The change is recorded.", SHOW, pk)
    return page(request, "findings/policy_change/new.html", form=form, policy=found)


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a change, or record that it was approved."""
    found = of_policy(request, pk)
    form = PolicyChangeForm(request.POST or None, user=request.user, policy=found.policy, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.correct(
            by=request.user, change=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", SHOW, found.policy_id)
    return page(request, "findings/policy_change/edit.html", form=form, change=found, policy=found.policy)


@login_required
@once
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Record which staff were told of a change."""
    found = of_policy(request, pk)
    form = ToldForm(request.POST or None, user=request.user, change=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.tell(by=request.user, change=found, values=form.cleaned_data)
    ):
        return done(request, "Recorded.", SHOW, found.policy_id)
    return page(request, "findings/policy_change/tell.html", form=form, change=found, policy=found.policy)
