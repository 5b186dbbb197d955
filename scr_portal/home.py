"""Your work: what waits for the person who signed in, from all three apps; and the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from agencies import supporting
from agencies.lifecycle import RequestStatus, UploadStatus
from agencies.models import Request, Upload
from findings import annual_waiting, owed, waiting
from findings.models import AccuracyInvitation, BoardPack, PlanFile, Publication, Recommendation
from findings.models.recommendation import ANSWERABLE
from findings.plan_lifecycle import PlanFileStatus
from reviews import family
from reviews.access import boards_where, for_holders, read_at_once
from reviews.models import Challenge, Decision, Referral, Review, TermsVersion
from reviews.models.referral import ReferralStatus
from reviews.services.terms import ENDED
from reviews.stages import Stage
from reviews.views.review import advised
from scr_portal.answering import agencies_answers, board_judgements, national_bodies, offers, to_ask
from scr_portal.lib.items import SHOWN, Item
from scr_portal.lib.pages import page

# How long before the day a published report that comes down is told of.
NEAR = timedelta(days=30)
# Where an agency can write in its return.
OPEN = (RequestStatus.SENT, RequestStatus.IN_PROGRESS, RequestStatus.SENT_BACK)


@login_required
def your_work(request: HttpRequest) -> HttpResponse:
    """Everything that waits for this person, late and soon first."""
    today = timezone.localdate()
    read_at_once(request.user, Review, Request)
    found = [item for source in SOURCES for item in source(request.user, today)]
    found.sort(key=lambda item: (not item.late, item.due or date.max, item.case))
    reviews = Review.objects.visible_to(request.user).exclude(stage=Stage.CLOSED)[:25]
    context = {"items": found[:SHOWN], "more": max(0, len(found) - SHOWN), "reviews": reviews}
    context["can_refer"] = bool(boards_where(request.user, "referral.make"))
    context["advised"] = advised(request.user)
    return page(request, "home.html", **context)


def referrals(user: Any, today: date) -> Iterator[Item]:
    """Drafts of one's own to send."""
    for referral in Referral.objects.filter(referrer=user, status=ReferralStatus.DRAFT)[:SHOWN]:
        yield Item(
            "Send your referral, or go on writing it",
            referral.ref,
            reverse("reviews.referral.show", args=[referral.ref]),
        )


@for_holders("referral.screen")
def screening(user: Any, today: date) -> Iterator[Item]:
    """Referrals to screen."""
    waiting = (ReferralStatus.SENT, ReferralStatus.ACKNOWLEDGED)
    for referral in Referral.objects.filter(board__in=boards_where(user, "referral.screen"), status__in=waiting)[
        :SHOWN
    ]:
        yield Item("Screen this referral", referral.ref, reverse("reviews.referral.screen", args=[referral.ref]))


# What a review at a stage waits for: the action that its doer holds, the stages, the words, the page.
WAITS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("review.screen", (Stage.SCREENING, Stage.INFORMATION), "Answer the criteria and refer it for decision", "reviews.criteria.list"),
    ("review.decide", (Stage.DECISION,), "Make the decision", "reviews.decision.decide"),
    ("review.commission", (Stage.COMMISSIONING,), "Write the terms, appoint people, start the review", "reviews.terms.show"),
    ("chronology.release", (Stage.COLLECTION,), "Prepare and release the merged chronology", "findings.chronology.show"),
    ("finding.write", (Stage.ANALYSIS,), "Write findings and begin the report", "findings.finding.list"),
    ("report.anonymise", (Stage.DRAFTING,), "Write the report and decide what could identify somebody", "findings.report.show"),
    ("report.sign_off", (Stage.SIGN_OFF,), "Sign the report off, or send it back", "findings.report.show"),
    ("report.second_read", (Stage.PUBLICATION,), "Read the anonymised text as second reader", "findings.report.show"),
    ("report.publish", (Stage.PUBLICATION,), "Publish the report, or record why not", "findings.publication.show"),
)  # fmt: skip


@for_holders(*(action for action, *_ in WAITS))
def stages(user: Any, today: date) -> Iterator[Item]:
    """Reviews that stand at a stage where this person moves them on."""
    waiting = Review.objects.by_action(user, [action for action, *_ in WAITS])
    for action, at, words, name in WAITS:
        for review in [review for review in waiting[action] if review.stage in at][:SHOWN]:
            yield Item(words, str(review), reverse(name, args=[review.ref]))


@for_holders("review.decide")
def papers(user: Any, today: date) -> Iterator[Item]:
    """Challenges to answer and records to sign, for who decides."""
    deciding = Review.objects.visible_to(user, "review.decide")
    challenges = Challenge.objects.filter(decision__review__in=deciding, answered_on__isnull=True)
    for each in challenges.select_related("decision__review")[:SHOWN]:
        href = reverse("reviews.challenge.answer", args=[each.review.ref, each.pk])
        yield Item("Answer the challenge to the decision", str(each.review), href)
    unsigned = Decision.objects.filter(review__in=deciding, decided_on__isnull=False, records__isnull=True)
    for made in unsigned.exclude(outcome="withdrawn").select_related("review")[:SHOWN]:
        href = reverse("reviews.decision_record.sign", args=[made.review.ref, made.pk])
        yield Item("Sign the record of the decision", str(made.review), href)


@for_holders("terms.sign")
def terms(user: Any, today: date) -> Iterator[Item]:
    """The newest terms of reference, for who signs them."""
    signing = Review.objects.visible_to(user, "terms.sign").exclude(stage__in=ENDED)
    newer = TermsVersion.objects.filter(review=OuterRef("review"), number__gt=OuterRef("number"))
    issued = TermsVersion.objects.filter(~Exists(newer), review__in=signing).exclude(signatures__signed_by=user)
    for version in issued.select_related("review")[:SHOWN]:
        href = reverse("reviews.terms.version", args=[version.review.ref, version.number])
        yield Item("Read the terms of reference, and sign them", str(version.review), href)


@for_holders("request.write", "request.sign_off")
def returns(user: Any, today: date) -> Iterator[Item]:
    """Returns to write, and returns to sign off."""
    for action, states, words in (
        ("request.write", OPEN, "Write your agency’s return"),
        ("request.sign_off", (RequestStatus.WITH_SENIOR,), "Read and sign off your agency’s return"),
    ):
        rows = Request.objects.visible_to(user, action).filter(status__in=states).select_related("review", "agency")
        for asked in rows.order_by("due_on")[:SHOWN]:
            href = reverse("agencies.request.show", args=[asked.pk])
            yield Item(words, asked.review.ref, href, asked.due_on, asked.overdue(today))


# What a file that was handed in waits for, by its state.
FILES = {
    UploadStatus.READING: "A file is being read",
    UploadStatus.PREVIEW: "Check the rows of a file and import them",
    UploadStatus.REFUSED: "A file could not be read: see why",
}


@for_holders("request.write")
def files(user: Any, today: date) -> Iterator[Item]:
    """Files that were read, or could not be, for whoever writes the return."""
    writing = Request.objects.visible_to(user, "request.write").filter(status__in=OPEN)
    rows = Upload.objects.filter(request__in=writing, status__in=FILES).select_related("request__review")
    for upload in rows.defer("parsed").order_by("pk")[:SHOWN]:
        href = reverse("agencies.upload.list", args=[upload.request_id])
        yield Item(FILES[UploadStatus(upload.status)], upload.request.review.ref, href)


# What an action plan that is imported waits for, by its state.
PLANS = {
    PlanFileStatus.READING: "An action plan is being read",
    PlanFileStatus.PREVIEW: "Check the rows of an action plan and import them",
    PlanFileStatus.REFUSED: "An action plan could not be read: see why",
}


@for_holders("action.set")
def plans(user: Any, today: date) -> Iterator[Item]:
    """Action plans that were read, or could not be, for whoever sets actions."""
    setting = Review.objects.visible_to(user, "action.set").filter(stage__in=ANSWERABLE)
    rows = PlanFile.objects.filter(review__in=setting, status__in=PLANS).select_related("review")
    for plan in rows.defer("parsed").order_by("pk")[:SHOWN]:
        href = reverse("findings.plan_file.list", args=[plan.review.ref])
        yield Item(PLANS[PlanFileStatus(plan.status)], plan.review.ref, href)


@for_holders("request.extend")
def late_returns(user: Any, today: date) -> Iterator[Item]:
    """Returns that are late, for whoever chases them."""
    rows = Request.objects.visible_to(user, "request.extend").awaited().filter(due_on__lt=today)
    for asked in rows.select_related("review", "agency").order_by("due_on")[:SHOWN]:
        href = reverse("agencies.request.show", args=[asked.pk])
        yield Item(
            f"{asked.agency.label} has not returned what it was asked for", str(asked.review), href, asked.due_on, True
        )


@for_holders("request.extend")
def more_time(user: Any, today: date) -> Iterator[Item]:
    """Agencies that ask for more time, for whoever answers them."""
    asked = Request.objects.visible_to(user, "request.extend").awaited().filter(extensions__answer="")
    for each in asked.select_related("review", "agency").order_by("due_on")[:SHOWN]:
        href = reverse("agencies.extension.answer", args=[each.pk])
        yield Item(f"{each.agency.label} asks for more time: answer", str(each.review), href, each.due_on)


@for_holders("recommendation.respond")
def responses(user: Any, today: date) -> Iterator[Item]:
    """Recommendations that wait for the board's response."""
    answering = Review.objects.visible_to(user, "recommendation.respond")
    unanswered = Recommendation.objects.without_response().filter(review__in=answering)
    for row in unanswered.select_related("review")[:SHOWN]:
        yield Item(
            f"Respond to recommendation {row.number}",
            str(row.review),
            reverse("findings.recommendation.show", args=[row.pk]),
        )


@for_holders("action.set")
def without_action(user: Any, today: date) -> Iterator[Item]:
    """Accepted recommendations that have no action."""
    setting = Review.objects.visible_to(user, "action.set")
    accepted = Recommendation.objects.without_action().filter(review__in=setting)
    for row in accepted.select_related("review")[:SHOWN]:
        yield Item(
            f"Set actions for recommendation {row.number}",
            str(row.review),
            reverse("findings.recommendation.show", args=[row.pk]),
        )


@for_holders("accuracy.answer")
def passages(user: Any, today: date) -> Iterator[Item]:
    """Passages of drafts that one's agency is asked to check."""
    answering = Request.objects.visible_to(user, "accuracy.answer")
    rows = AccuracyInvitation.objects.filter(
        request__in=answering, answered_on__isnull=True, round__sent_on__isnull=False, round__closed_on__isnull=True
    )
    for row in rows.select_related("round__report__review")[:SHOWN]:
        href = reverse("findings.accuracy.answer", args=[row.pk])
        yield Item(
            "Check what the draft says about your agency", row.review.ref, href, row.round.due_on, row.late(today)
        )


@for_holders("report.write")
def remarks(user: Any, today: date) -> Iterator[Item]:
    """Comments and suggestions on a draft that nobody has answered, for who writes it: one line a review."""
    writing = Review.objects.visible_to(user, "report.write").filter(stage=Stage.DRAFTING)
    waiting = writing.annotate(open=Count("report__sections__remarks", filter=Q(report__sections__remarks__answer="")))
    for review in waiting.filter(open__gt=0)[:SHOWN]:
        words = "Answer a comment on the draft" if review.open == 1 else f"Answer {review.open} comments on the draft"
        yield Item(words, str(review), reverse("findings.remark.list", args=[review.ref]))


@for_holders("report.publish")
def coming_down(user: Any, today: date) -> Iterator[Item]:
    """Published reports whose day to be taken down is near, for whoever publishes."""
    publishing = Review.objects.visible_to(user, "report.publish")
    rows = Publication.objects.coming_down(today + NEAR).filter(report__review__in=publishing)
    for row in rows.select_related("report__review").order_by("take_down_on")[:SHOWN]:
        href = reverse("findings.publication.show", args=[row.review.ref])
        due: Any = row.take_down_on
        yield Item("Take the published report down, or keep it longer", str(row.review), href, due, due < today)


@for_holders("family.record")
def families(user: Any, today: date) -> Iterator[Item]:
    """People of the family whose part is to be looked at again, for whoever records it."""
    running = Review.objects.visible_to(user, "family.record").exclude(stage=Stage.CLOSED)
    for person, what, due in family.waiting(running, today):
        href = reverse("reviews.family.show", args=[person.review.ref, person.pk])
        yield Item(what.format(person.pseudonym), str(person.review), href, due, due < today)


@for_holders("whole_plan.see")
def packs(user: Any, today: date) -> Iterator[Item]:
    """Packs that one asked for: being made, ready to be taken, or stopped."""
    own = BoardPack.objects.visible_to(user).filter(asked_by=user, asked_at__gte=timezone.now() - NEAR)
    for pack in [each for each in own.select_related("board")[:1] if each.taken_at is None]:
        words = "The board pack is ready" if pack.ready else "The board pack could not be made: see why"
        yield Item(
            "The board pack is being made" if pack.running else words,
            str(pack.board),
            reverse("findings.board_pack.list"),
        )


SOURCES: tuple[Callable[[Any, date], Iterator[Item]], ...] = (
    referrals,
    screening,
    stages,
    papers,
    terms,
    returns,
    files,
    plans,
    late_returns,
    passages,
    remarks,
    more_time,
    responses,
    without_action,
    to_ask,
    offers,
    agencies_answers,
    board_judgements,
    national_bodies,
    waiting.of_person,
    packs,
    annual_waiting.waiting,
    coming_down,
    families,
    supporting.waiting,
    owed.waiting,
)
