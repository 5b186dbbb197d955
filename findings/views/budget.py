"""The length of the report's sections, as it was commissioned."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings.forms.budget import BudgetForm
from findings.services import budget as verbs
from findings.views.report import of_review
from scr_portal.lib.pages import attempt, done, page


@login_required
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Say how many words each section may have."""
    review, report = of_review(request, ref, "report.write")
    form = BudgetForm(request.POST or None, record=report)
    seen = "seen_version"
    if request.method == "POST" and attempt(
        form, lambda: verbs.commission(by=request.user, report=report, words=form.budgets, seen_version=form.cleaned_data[seen])
    ):  # fmt: skip
        return done(
            request, "The lengths are saved. They are advice: nothing stops at them.", "findings.report.show", ref
        )
    return page(request, "findings/budget/edit.html", review=review, here="report", form=form)
