"""The jigsaw: passages in which details identify together, and a person's judgement about each detail."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from findings.anonymise.jigsaw import KINDS
from findings.forms.jigsaw import JudgementForm
from findings.jigsaw import PREFIX
from findings.services import anonymity
from findings.services import jigsaw as verbs
from findings.views.report import of_review
from scr_portal.lib.pages import attempt, done, once, page, paged, refused

MOVED = "The text changed meanwhile. Nothing was decided; look at the list again."


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Who and which passages stand out, most identifying first, and what was decided."""
    review, report = of_review(request, ref, "report.see")
    found = verbs.stand_outs(report)
    place = {each.like: number for number, each in enumerate(found.details, start=1)}
    shown = paged(request, found.passages, 20)
    inside = {told.like for each in found.passages for told in each.told}
    context = {
        "found": found, "shown": shown,
        "passages": [(each, [(told, place[told.like]) for told in each.told]) for each in shown],
        "others": [(each, place[each.like]) for each in found.details if each.like not in inside],
        "decisions": review.anonymity_decisions.of_report().filter(kind__startswith=PREFIX).select_related("decided_by"),
    }  # fmt: skip
    return page(request, "findings/jigsaw/list.html", review=review, here="report", **context)


@login_required
@once
def decide(request: HttpRequest, ref: str, place: int) -> HttpResponse:
    """Judge the `place`-th detail; what was shown must still be there."""
    review, report = of_review(request, ref, "report.anonymise")
    found = verbs.stand_outs(report).details
    if not 0 < place <= len(found):
        return redirect("findings.jigsaw.list", ref)
    like = found[place - 1].like
    _, why, blur = next(told for kind, told in KINDS.items() if kind == like.kind)
    form = JudgementForm(request.POST or None, blur=blur, pronouns=like.of_pronouns)
    if request.method == "POST" and request.POST.get("like") != like.key:
        return refused(request, MOVED, "findings.jigsaw.list", ref)
    if request.method == "POST" and attempt(
        form, lambda: verbs.judge(by=request.user, report=report, like=like, **form.judgement)
    ):
        return done(request, f"“{like.words}” is decided.", *verbs.next_after(report, ref, place))
    context = {"like": like, "places": found[place - 1].places, "why": why, "place": place, "total": len(found)}
    return page(request, "findings/jigsaw/decide.html", review=review, here="report", form=form, **context)


@login_required
@require_POST
def undo(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take a judgement back."""
    review, _ = of_review(request, ref, "report.anonymise")
    found = get_object_or_404(review.anonymity_decisions.of_report(), pk=pk, kind__startswith=PREFIX)
    anonymity.undo(by=request.user, decision=found)
    return done(request, "Taken back. The detail waits to be judged again.", "findings.jigsaw.list", ref)
