"""The retention schedule, what is due by it, and what is decided about a case."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from reviews import destruction as reckoned
from reviews.access import allowed
from reviews.disposal import due as apart_due
from reviews.forms.retention import AnswerForm, KeepForm, PeriodForm, ProposeForm
from reviews.models import Board, RetentionDecision, RetentionPeriod, Review
from reviews.regimes import retention as rules
from reviews.regimes.vocabulary import BASES, EVENTS
from reviews.retention import keeping, keepings, own_periods
from reviews.services import destruction
from reviews.services import retention as verbs
from reviews.views.review import board_for, visible
from scr_portal.lib.pages import attempt, done, once, page, paged
from scr_portal.lib.records import Refused

SHOWN = 100  # records of no case at once, those that have waited longest


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """What is due for review, what holds it, and the certificates of what was destroyed."""
    board, today = board_for(request, "retention.see"), timezone.localdate()
    reviews = Review.objects.visible_to(request.user, "kept.see").filter(board=board, stage="closed").order_by("ref")
    closed = keepings(reviews)
    context = {
        "board": board,
        "due": sorted((each for each in closed if each.is_due(today)), key=lambda each: str(each.due_on)),
        "later": sorted((each for each in closed if not each.is_due(today)), key=lambda each: str(each.due_on)),
        "holds": board.legal_holds.standing().filter(review=None).select_related("placed_by"),
        "certificates": paged(request, board.certificates.select_related("decided_by", "confirmed_by"), 25),
        "can_keep": allowed(request.user, "retention.keep", board),
        "aparts": apart_due(board, today)[:SHOWN],
    }
    return page(request, "reviews/retention/list.html", **context)


@login_required
def schedule(request: HttpRequest) -> HttpResponse:
    """The declared table, and beside each line the board's own period with its reason."""
    board = board_for(request, "retention.see")
    own, found = own_periods(board), rules.schedule()
    days = {**EVENTS, "": ""}
    rows = [
        (line, own.get(line.key), BASES[line.basis], rules.SCOPES[line.scope], days.get(line.counts, line.counts))
        for line in found.lines
    ]
    context = {
        "board": board,
        "schedule": found,
        "rows": rows,
        "can_keep": allowed(request.user, "retention.keep", board),
    }
    return page(request, "reviews/retention/schedule.html", **context)


@login_required
@once
def period(request: HttpRequest) -> HttpResponse:
    """Record the board's own period of one line (?line=), with its reason."""
    board, asked = board_for(request, "retention.keep"), request.GET.get("line", "")
    form = PeriodForm(request.POST or None, initial={"line": asked})
    if request.method == "POST" and attempt(form, lambda: period_set(request, board, form)):
        return done(request, "Recorded. It counts from now on.", "reviews.retention.schedule")
    earlier = board.retention_periods.filter(line=asked).select_related("set_by")
    context = {"board": board, "line": rules.schedule().line(asked), "form": form, "earlier": earlier}
    return page(request, "reviews/retention/period.html", **context)


def period_set(request: HttpRequest, board: Board, form: PeriodForm) -> RetentionPeriod:
    """Record what the form says."""
    said = {name: form.cleaned_data[name] for name in ("line", "years", "reason")}
    return verbs.set_period(by=request.user, board=board, **said)


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """How long a review is kept, what holds it, what was decided, and whether the whole of it was taken out as a file."""
    review, today = visible(request, ref, "kept.see"), timezone.localdate()
    found = keeping(review)
    context = {
        "keeping": found,
        "obstacles": [*found.obstacles(today)],
        "due": found.is_due(today),
        "holds": review.legal_holds.select_related("placed_by", "lifted_by"),
        "of_board": [hold for hold in found.holds if hold.review_id is None],
        "exported": review.events.unsealed().filter(verb="case.exported").first(),
        "counts": EVENTS[found.line.counts] if found.line else "",
    }
    return page(request, "reviews/retention/show.html", review=review, here="events", **context)


def gone(request: HttpRequest, review: Review, *, keep_library: bool = True) -> dict[str, Any]:
    """What a page says of what goes and what stays; numbers of working records only to who may read all of them."""
    return {
        "going": reckoned.going(review, keep_library=keep_library),
        "files": len(reckoned.files(review, keep_library=keep_library)),
        "stays": (*reckoned.STAYS, *([reckoned.PUBLISHED] if keep_library else [])),
        "reads_all": allowed(request.user, "chronology.held", review),
        "exported": review.events.unsealed().filter(verb="case.exported").first(),
    }


@login_required
@once
def keep(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep it longer, until a day, with the reason."""
    review = visible(request, ref, "kept.decide")
    form = KeepForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.keep(by=request.user, review=review, **form.cleaned_data)
    ):
        return done(request, "Decided. It is on the list again when that day has come.", "reviews.retention.show", ref)
    return page(request, "reviews/retention/keep.html", review=review, here="events", form=form)


@login_required
@once
def propose(request: HttpRequest, ref: str) -> HttpResponse:
    """Propose that it is destroyed, with everything that goes in sight."""
    review = visible(request, ref, "kept.decide")
    form = ProposeForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: proposed(request, review, form)):
        sentence = "Proposed. Nothing is destroyed before a second person confirms it."
        return done(request, sentence, "reviews.retention.show", ref)
    context = {"form": form, "obstacles": [*keeping(review).obstacles(timezone.localdate())], **gone(request, review)}
    return page(request, "reviews/retention/propose.html", review=review, here="events", **context)


def proposed(request: HttpRequest, review: Review, form: ProposeForm) -> RetentionDecision:
    """Propose what the form says."""
    keep_library = form.cleaned_data["library"] == "keep"
    return verbs.propose(by=request.user, review=review, reason=form.cleaned_data["reason"], keep_library=keep_library)


@login_required
@once
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """The second person destroys the case, or sends the proposal back."""
    review = visible(request, ref, "kept.destroy")
    found = keeping(review)
    form = AnswerForm(request.POST or None, review_ref=review.ref)
    if request.method == "POST" and (made := attempt(form, lambda: answered(request, found.proposal, form))):
        if isinstance(made, RetentionDecision):
            return done(request, "Sent back. Nothing was destroyed.", "reviews.retention.show", ref)
        return done(request, "Destroyed. This certificate stays.", "reviews.certificate.show", made.pk)
    kept = found.proposal.keep_library if found.proposal else True
    context = {"form": form, "proposal": found.proposal, "obstacles": [*found.obstacles(timezone.localdate())]}
    context |= gone(request, review, keep_library=kept)
    return page(request, "reviews/retention/answer.html", review=review, here="events", **context)


def answered(request: HttpRequest, proposal: RetentionDecision | None, form: AnswerForm) -> Any:
    """Do what the form says about a proposal. Raises Refused where none waits."""
    if proposal is None:
        raise Refused("No proposal waits for an answer.")
    if form.cleaned_data["answer"] == "send_back":
        return verbs.send_back(by=request.user, decision=proposal, why=form.cleaned_data["reason"])
    return destruction.destroy(by=request.user, decision=proposal)
