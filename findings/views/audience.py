"""Whom the learning reaches: the plan, its gaps, what readers say in numbers, and each team's own answer."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from findings import spread
from findings.forms.audience import AudienceForm, TeamAnswerForm
from findings.models import Audience, Edition
from findings.models.audience import Level
from findings.services import audience as verbs
from findings.views.product import tried
from reviews.access import check
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page

LIST = "findings.audience.list"


def of_review(request: HttpRequest, ref: str, pk: int) -> tuple[Review, Audience]:
    """The review of the address and one line of its plan, if the person may change the plan."""
    review = visible(request, ref, "learning.plan")
    rows = Audience.objects.visible_to(request.user).select_related("product__report__review__board", "agency")
    found: Audience = get_object_or_404(rows, product__report__review=review, pk=pk)
    return review, found


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The plan, level by agency with its gaps, and the numbers of readers and answers."""
    review, today = visible(request, ref, "report.see"), timezone.localdate()
    rows = Audience.objects.visible_to(request.user).filter(product__report__review=review)
    lines = [*rows.select_related("product__report__review", "agency", "answer")]
    matrix = spread.matrix(review, lines, today)
    out = Edition.objects.current().filter(product__report__review=review)
    context: dict[str, Any] = {
        "lines": [(line, line.late(today)) for line in lines],
        "late": sum(line.late(today) for line in lines),
        "waiting": sum(line.sent_on is not None and not hasattr(line, "answer") for line in lines),
        "levels": Level.labels,
        "matrix": matrix,
        "gaps": spread.gaps(matrix),
        "readers": spread.readers(review).total,
        "editions": [(each, spread.answers(each)) for each in out.select_related("product__report__review")],
        "released": {each.product_id for each in out},
    }
    return page(request, "findings/audience/list.html", review=review, here="learning", **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Plan that a product reaches one level of one agency."""
    review = visible(request, ref, "learning.plan")
    form = AudienceForm(request.POST or None, review=review, initial=asked(request))
    if request.method == "POST" and attempt(
        form, lambda: verbs.plan(by=request.user, review=review, values=form.values)
    ):
        return done(request, "Planned. Send it from the list when its day has come.", LIST, ref)
    return page(request, "findings/audience/new.html", review=review, here="learning", form=form)


def asked(request: HttpRequest) -> dict[str, str]:
    """The agency and level of the gap from which somebody came."""
    return {name: request.GET[name] for name in ("agency", "level") if name in request.GET}


@login_required
@once
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change a line of the plan."""
    review, found = of_review(request, ref, pk)
    form = AudienceForm(request.POST or None, review=review, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, audience=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "The plan is saved.", LIST, ref)
    return page(request, "findings/audience/edit.html", review=review, here="learning", form=form, audience=found)


@login_required
@require_POST
@once
def send(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Tell the leads of the agency that it is there."""
    _, found = of_review(request, ref, pk)
    sentence = f"{found.agency.label} is told by e-mail, with a link and the reference."
    return tried(request, lambda: verbs.send(by=request.user, audience=found), sentence, (LIST, ref))


@login_required
@require_POST
@once
def drop(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take a line off the plan."""
    _, found = of_review(request, ref, pk)
    return tried(request, lambda: verbs.drop(by=request.user, audience=found), "Taken off the plan.", (LIST, ref))


@login_required
@require_POST
@once
def remind(request: HttpRequest, ref: str) -> HttpResponse:
    """Remind every team that has not answered."""
    review = visible(request, ref, "learning.plan")
    return tried(request, lambda: verbs.remind(by=request.user, review=review), "Reminded by e-mail.", (LIST, ref))


@login_required
@once
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """A team says how it used the learning."""
    rows = Audience.objects.visible_to(request.user)
    found = get_object_or_404(rows.select_related("product__report__review__board", "agency", "answer"), pk=pk)
    check(request.user, "learning.answer", found)
    form = TeamAnswerForm(request.POST or None, record=getattr(found, "answer", None))
    if request.method == "POST" and attempt(
        form, lambda: verbs.answer(by=request.user, audience=found, values=form.values)
    ):
        return done(request, "Thank you: the board can see how your team used it.", "findings.learning.list")
    edition = Edition.objects.visible_to(request.user).filter(product=found.product).first()
    return page(request, "findings/audience/answer.html", form=form, audience=found, edition=edition)
