"""The round of factual accuracy: the reviewer's side, and the agency's."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from findings import passages as drafts
from findings.forms.accuracy import CommentForm, DecisionForm, PassagesForm, RoundForm
from findings.models import AccuracyComment, AccuracyInvitation, AccuracyPassage, AccuracyRound
from findings.services import accuracy as verbs
from findings.views.report import of_review
from reviews.access import check
from reviews.forms.reason import ReasonForm
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


def invited(request: HttpRequest, pk: int, action: str) -> AccuracyInvitation:
    """The invitation of the address, if the person may see it and do `action` on it."""
    rows = AccuracyInvitation.objects.visible_to(request.user)
    chain = rows.select_related("round__report__review__board", "request__agency", "request__review")
    found: AccuracyInvitation = get_object_or_404(chain, pk=pk)
    check(request.user, action, found)
    return found


def open_round(request: HttpRequest, ref: str) -> AccuracyRound:
    """The round of the review that is not closed."""
    _, report = of_review(request, ref, "accuracy.run")
    found = AccuracyRound.objects.filter(report=report, closed_on__isnull=True).select_related("report__review").first()
    if found is None:
        raise Http404
    return found


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The rounds of a report: who was asked, who has answered, what waits for a decision."""
    review, report = of_review(request, ref, "report.see")
    rounds = AccuracyRound.objects.filter(report=report).prefetch_related(
        "invitations__request__agency", "invitations__passages__section", "invitations__passages__comments__written_by"
    )
    context: dict[str, Any] = {"report": report, "rounds": rounds, "today": timezone.localdate()}
    return page(request, "findings/accuracy/show.html", review=review, here="report", **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Prepare a round: agencies, and the day by which they answer."""
    review, report = of_review(request, ref, "accuracy.run")
    initial = {"due_on": verbs.proposed_day(review, timezone.localdate())}
    form = RoundForm(request.POST or None, review=review, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda: verbs.begin(by=request.user, report=report, **form.cleaned_data)
    ):
        return done(request, "Look at each agency’s passages, then send them.", "findings.accuracy.show", ref)
    return page(request, "findings/accuracy/new.html", review=review, here="report", form=form)


@login_required
@once
def passages(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Which paragraphs of the draft one agency will see."""
    review, report = of_review(request, ref, "accuracy.run")
    found = get_object_or_404(AccuracyInvitation.objects.select_related("request__agency"), round__report=report, pk=pk)
    rows = drafts.paragraphs(report)
    form = PassagesForm(request.POST or None, record=found, paragraphs=rows)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.choose(
            by=request.user,
            invitation=found,
            chosen=form.cleaned_data["passage"],
            seen_version=form.cleaned_data["seen_version"],
        ),
    ):
        return done(request, f"Passages of {found.request.agency.label} saved.", "findings.accuracy.show", ref)
    context = {"invitation": found, "rows": rows, "form": form, "review": review, "here": "report"}
    return page(request, "findings/accuracy/passages.html", **context)


@login_required
@require_POST
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the agencies their passages."""
    found = open_round(request, ref)
    try:
        verbs.send(by=request.user, round=found)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.accuracy.show", ref)
    return done(request, "Sent. Each agency sees its own passages only.", "findings.accuracy.show", ref)


@login_required
@require_POST
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """End the round."""
    found = open_round(request, ref)
    try:
        verbs.close(by=request.user, round=found)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.accuracy.show", ref)
    return done(request, "Closed. Disputes that stand are in the addendum.", "findings.accuracy.show", ref)


@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """An agency's passages, and what it has said about them."""
    found = invited(request, pk, "accuracy.see")
    rows = found.passages.select_related("section").prefetch_related("comments__written_by")
    context = {"invitation": found, "passages": rows, "late": found.late(timezone.localdate())}
    return page(request, "findings/accuracy/answer.html", **context)


@login_required
@once
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is wrong with one passage."""
    visible = AccuracyInvitation.objects.visible_to(request.user)
    rows = AccuracyPassage.objects.filter(invitation__in=visible).select_related("section", "invitation__request")
    passage = get_object_or_404(rows, pk=pk)
    check(request.user, "accuracy.answer", passage)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.comment(by=request.user, passage=passage, **form.cleaned_data)
    ):
        return done(
            request, "Thank you: the reviewer will decide it.", "findings.accuracy.answer", passage.invitation_id
        )
    return page(request, "findings/accuracy/comment.html", form=form, passage=passage)


@login_required
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """The agency has nothing more to say."""
    found = invited(request, pk, "accuracy.answer")
    try:
        verbs.finish(by=request.user, invitation=found)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.accuracy.answer", pk)
    return done(request, "Thank you: your answer is in the record.", "findings.accuracy.answer", pk)


@login_required
@once
def decide(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Decide one comment."""
    review, report = of_review(request, ref, "accuracy.run")
    rows = AccuracyComment.objects.select_related("passage__section", "passage__invitation__request__agency")
    found = get_object_or_404(rows, passage__invitation__round__report=report, pk=pk)
    form = DecisionForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.decide(by=request.user, comment=found, **form.cleaned_data)
    ):
        return done(request, "Decided. The agency reads your reason.", "findings.accuracy.show", ref)
    return page(request, "findings/accuracy/decide.html", review=review, here="report", form=form, comment=found)


@login_required
@once
def stand(request: HttpRequest, pk: int) -> HttpResponse:
    """The agency stands by its comment after the decision."""
    visible = AccuracyInvitation.objects.visible_to(request.user)
    rows = AccuracyComment.objects.filter(passage__invitation__in=visible).select_related(
        "passage__invitation__request"
    )
    found = get_object_or_404(rows, pk=pk)
    check(request.user, "accuracy.answer", found)
    form = ReasonForm(request.POST or None, label="Your agency’s words for the report’s addendum")
    if request.method == "POST" and attempt(
        form, lambda: verbs.stand_by(by=request.user, comment=found, words=form.cleaned_data["reason"])
    ):
        return done(request, "Recorded: it stands in the report unless it is settled.", "findings.accuracy.answer", found.passage.invitation_id)  # fmt: skip
    return page(request, "findings/accuracy/stand.html", form=form, comment=found)
