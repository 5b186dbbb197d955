"""Members' statements for the yearly report."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.leadership import AskStatementsForm, StatementForm
from findings.models import MemberStatement
from findings.services import statement as verbs
from findings.views.annual_report import visible
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask members for their statements by a day."""
    report = visible(request, pk, "annual_report.write")
    form = AskStatementsForm(request.POST or None, report=report)
    if request.method == "POST" and attempt(
        form, lambda: verbs.ask(by=request.user, report=report, **form.cleaned_data)
    ):
        return done(request, "They are asked, and reminded until they answer.", "findings.annual_report.show", pk)
    return page(request, "findings/statement/ask.html", form=form, report=report)


@login_required
@once
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one's agency's statement."""
    rows = MemberStatement.objects.visible_to(request.user).select_related("report__board", "agency")
    found: MemberStatement = get_object_or_404(rows, pk=pk)
    check(request.user, "statement.give", found)
    form = StatementForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.give(by=request.user, statement=found, **form.cleaned_data)
    ):
        return done(request, "Given. You can change it until the report is approved.", "home")
    return page(request, "findings/statement/give.html", form=form, statement=found)
