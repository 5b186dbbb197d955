"""A review against the quality markers."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone

from reviews.forms.quality import QualityForm
from reviews.models import QualityJudgement, Review
from reviews.quality_evidence import evidence, gathered
from reviews.regimes import quality
from reviews.services import quality as verbs
from reviews.views.review import visible
from scr_portal.lib.page_tags import day
from scr_portal.lib.pages import attempt, done, once, page
from scr_portal.lib.papers import KINDS, Paper, Sections, facts, file, filename, table, words

Side = QualityJudgement.Side


def grid(review: Review) -> Any:
    """Every marker with its evidence, how much of it is missing, and each side's judgement or None."""
    made = {(each.marker, each.side): each for each in review.quality_judgements.select_related("judged_by")}
    found, rows = gathered(review), []
    for marker in quality.markers().items:
        shown = evidence(marker, found)
        sides = [(side, made.get((marker.key, side))) for side in Side]
        rows.append(
            {"marker": marker, "evidence": shown, "there": sum(bool(each.found) for each in shown), "sides": sides}
        )
    return rows


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The whole self-assessment: fifteen markers, four sides."""
    review = visible(request, ref, "quality.see")
    context = {"rows": grid(review), "sides": Side, "markers": quality.markers()}
    return page(request, "reviews/quality/show.html", review=review, here="overview", **context)


@login_required
@once
def judge(request: HttpRequest, ref: str, marker: str, side: str) -> HttpResponse:
    """Judge one marker for one side, with what the portal found before one's eyes."""
    review = visible(request, ref, "quality.judge")
    asked = quality.markers().marker(marker)
    if asked is None or side not in Side.values:
        raise Http404
    made = review.quality_judgements.filter(marker=marker, side=side).first()
    form = QualityForm(request.POST or None, record=made)
    if request.method == "POST" and attempt(
        form, lambda: verbs.judge(by=request.user, review=review, marker=marker, side=side, **form.cleaned_data)
    ):
        return done(request, "Recorded. Earlier judgements stay in its history.", "reviews.quality.show", ref)
    context = {"marker": asked, "side": Side(side), "evidence": evidence(asked, gathered(review)), "form": form}
    context["earlier"] = made.history.select_related("judged_by") if made else ()
    return page(request, "reviews/quality/judge.html", review=review, here="overview", **context)


@login_required
def download(request: HttpRequest, ref: str, kind: str) -> FileResponse:
    """The self-assessment as a Word document or PDF; this is recorded."""
    review = visible(request, ref, "quality.see")
    if kind not in KINDS:
        raise Http404
    content = file(printed(review), kind)
    verbs.downloaded(by=request.user, review=review, kind=kind)
    name = filename(f"{ref} quality markers", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])


def printed(review: Review) -> Paper:
    """The self-assessment as a paper."""
    markers, sections = quality.markers(), []
    for row in grid(review):
        shown = facts([(each.label, each.found or "Not found") for each in row["evidence"]])
        judged = [
            (
                side.label,
                made.get_verdict_display(),
                made.reason,
                f"{made.judged_by}, {day(timezone.localdate(made.changed_at))}",
            )
            for side, made in row["sides"]
            if made
        ]
        headings = ("Judged by", "Shown?", "Why", "Who and when")
        parts = (
            *words(row["marker"].asks),
            shown,
            *([table(headings, judged)] if judged else words("Not judged yet.")),
        )
        sections.append((f"{row['marker'].number}. {row['marker'].label}", parts))
    whole: Sections = ((f"As at {day(timezone.localdate())}", tuple(words(markers.source))), *sections)
    return Paper(f"{markers.label}: {review.ref}", review.board.name, "OFFICIAL-SENSITIVE", whole)
