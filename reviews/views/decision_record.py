"""The signed record of a decision."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews import conflicts
from reviews.forms.record import CorrectionForm, SignForm
from reviews.models import Decision, DecisionRecord, Review
from reviews.models.record import digest
from reviews.services import decision_record as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page
from scr_portal.lib.papers import KINDS, file, filename, paper_of


def of_review(request: HttpRequest, ref: str, pk: int) -> tuple[Review, DecisionRecord]:
    """The review of the address and one signed record; closed to who declared a conflict of interest in the case."""
    review = visible(request, ref)
    records = DecisionRecord.objects.select_related("decision__meeting", "decision__review__board", "signed_by")
    found: DecisionRecord = get_object_or_404(records, decision__review=review, pk=pk)
    conflicts.open_to(request.user, review)
    return review, found


@login_required
@once
def sign(request: HttpRequest, ref: str, decision: int) -> HttpResponse:
    """The chair signs the record as it would stand, or a later version of it."""
    review = visible(request, ref, "review.decide")
    found = get_object_or_404(review.decisions.exclude(outcome="withdrawn"), pk=decision, decided_on__isnull=False)
    conflicts.open_to(request.user, review)
    form = (CorrectionForm if found.records.exists() else SignForm)(request.POST or None)
    if request.method == "POST" and (made := attempt(form, lambda: signed(request, found, form))):
        return done(
            request,
            "Signed. It cannot be changed; a correction is a new version beside it.",
            "reviews.decision_record.show",
            ref,
            made.pk,
        )
    content = verbs.shown(found, request.user)
    context = {"form": form, "paper": paper_of(content), "seen": digest(content)}
    return page(request, "reviews/decision_record/sign.html", review=review, here="decision", **context)


def signed(request: HttpRequest, decision: Decision, form: SignForm) -> DecisionRecord:
    """Sign, with what a later version corrects."""
    said = {name: form.cleaned_data[name] for name in ("why", "correction") if name in form.cleaned_data}
    return verbs.sign(by=request.user, decision=decision, seen=request.POST.get("seen", ""), **said)


@login_required
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """A signed record, and the other versions beside it."""
    review, found = of_review(request, ref, pk)
    versions = found.decision.records.select_related("signed_by")
    context = {"record": found, "paper": paper_of(found.content), "versions": versions}
    return page(request, "reviews/decision_record/show.html", review=review, here="decision", **context)


@login_required
def download(request: HttpRequest, ref: str, pk: int, kind: str) -> FileResponse:
    """The signed record as a Word document or PDF, made from the words that were signed; this is recorded."""
    _, found = of_review(request, ref, pk)
    if kind not in KINDS:
        raise Http404
    paper = paper_of(found.content)
    content = file(paper, kind)
    verbs.downloaded(by=request.user, signed=found, kind=kind)
    name = filename(f"{paper.title} version {found.number}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])
