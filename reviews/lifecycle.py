"""The life of a referral and of a review: stages, moves, who may make them, and what stands in the way."""

from __future__ import annotations

from typing import Any

from reviews.models import Contribution
from reviews.models.referral import ReferralStatus
from reviews.stages import Stage
from reviews.words import without_consent
from reviews.workflow import Lifecycle, Move

R, S = ReferralStatus, Stage

REFERRAL_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("send", (R.DRAFT,), R.SENT, "referral.change", "Send the referral"),
        Move("acknowledge", (R.SENT,), R.ACKNOWLEDGED, "referral.screen", "Acknowledge it"),
        Move("take_forward", (R.SENT, R.ACKNOWLEDGED), R.TAKEN_FORWARD, "referral.screen", "Take it forward"),
        Move(
            "do_not_take_forward",
            (R.SENT, R.ACKNOWLEDGED),
            R.NOT_TAKEN_FORWARD,
            "referral.screen",
            "Do not take it forward",
        ),
    ),
)


def criteria_are_answered(review: Any) -> str | None:
    """Every limb has its own answer and reason before the chair is asked to decide."""
    answered = set(review.criterion_answers.values_list("criterion", flat=True))
    missing = [criterion for criterion in review.rules.criteria if criterion.key not in answered]
    if not missing:
        return None
    return f"{len(missing)} of the criteria have no answer yet: answer each one, even if the answer is “not yet known”."


def recommendation_is_made(review: Any) -> str | None:
    """The chair decides on a recommendation."""
    if review.decisions.filter(decided_on__isnull=True).exists():
        return None
    return "Record the recommendation to the chair first."


def is_not_commissioned(review: Any) -> str | None:
    """A decision is looked at again until a review was begun on it; later, what is new is for the review itself."""
    if not review.milestones.filter(event="commissioned").exists():
        return None
    return (
        "The review was begun on this decision, so the decision is not opened again: take what is new into the review."
    )


def terms_are_complete(review: Any) -> str | None:
    """What is asked, over which period, by which method, and who leads."""
    terms = getattr(review, "terms", None)
    if terms is None or not (terms.scope_from and terms.scope_to and terms.method):
        return "Set the period in scope and the method in the terms of reference first."
    if not review.lines_of_enquiry.filter(removed=False).exists():
        return "Write at least one key line of enquiry first."
    if not review.memberships.filter(role="review_chair").exists():
        return "Appoint the review chair or independent reviewer first."
    return None


def a_return_is_in(review: Any) -> str | None:
    """A merged chronology needs at least one signed return."""
    if review.requests.filter(status="returned").exists():
        return None
    return "No agency has returned its chronology yet, so there is nothing to release."


def findings_rest_on_evidence(review: Any) -> str | None:
    """A finding that rests on nothing is an opinion; and words whose consent was withdrawn carry nothing."""
    findings = review.findings.all()
    if not findings:
        return "Write at least one finding first."
    lost = Contribution.objects.unusable().filter(person__review=review)
    bare = [
        finding
        for finding in findings
        if not finding.evidence.filter(removed=False).exclude(contribution__in=lost.values("pk")).exists()
    ]
    return f"“{bare[0].title}” rests on no evidence yet: link an entry or a report to it." if bare else None


def report_is_written(review: Any) -> str | None:
    """Each section that the rule set requires holds words, and recommendations stand."""
    report = getattr(review, "report", None)
    if report is None:
        return "Begin the report first."
    written = set(report.sections.exclude(text="").values_list("key", flat=True))
    missing = [section.title for section in review.rules.sections if section.required and section.key not in written]
    if missing:
        return f"These sections of the report are still empty: {', '.join(missing)}."
    return None if review.recommendations.exists() else "Write at least one recommendation first."


def nothing_is_quoted_without_consent(review: Any) -> str | None:
    """The family's words are quoted as far as they agree, until the day of publication."""
    for where, said in without_consent(review):
        day = f"{said.given_on.day} {said.given_on:%B %Y}"
        return (
            f"“{where}” repeats words that {said.person} gave on {day} and that may not be quoted: take them out, or ask again. "
            "The page of these words shows the place."
        )
    return None


def a_clean_report_is_built(review: Any) -> str | None:
    """The built file, not the draft, is what was scanned; and it must be the text that two readers signed."""
    built = review.report.built.first() if hasattr(review, "report") else None
    if built is None:
        return "Build the report's files first, so that they can be scanned."
    return (
        "The scan of the built file found names or details: decide them and build it again."
        if built.suspicions
        else None
    )


def actions_are_closed(review: Any) -> str | None:
    """A review stays open until its actions were done and shown to have worked."""
    actions = [action for rec in review.recommendations.all() for action in rec.actions.all()]
    waiting = sum(action.status != "closed" for action in actions)
    return f"{waiting} of {len(actions)} actions are not closed yet." if waiting else None


REVIEW_LIFECYCLE = Lifecycle(
    field="stage",
    moves=(
        Move("gather", (S.SCREENING,), S.INFORMATION, "review.screen", "Ask agencies for information"),
        Move(
            "refer_for_decision",
            (S.SCREENING, S.INFORMATION),
            S.DECISION,
            "review.screen",
            "Refer to the chair for decision",
            (criteria_are_answered,),
        ),
        Move("ask_again", (S.DECISION,), S.SCREENING, "review.decide", "Ask for more before deciding"),
        Move(
            "decide_to_review",
            (S.DECISION,),
            S.COMMISSIONING,
            "review.decide",
            "Decide to hold a review",
            (recommendation_is_made,),
        ),
        Move(
            "decide_not_to_review",
            (S.DECISION,),
            S.CLOSED,
            "review.decide",
            "Decide not to hold a review",
            (recommendation_is_made,),
        ),
        Move(
            "look_again",
            (S.COMMISSIONING, S.CLOSED),
            S.SCREENING,
            "review.decide",
            "Look at the case again",
            (is_not_commissioned,),
        ),
        Move(
            "commission",
            (S.COMMISSIONING,),
            S.COLLECTION,
            "review.commission",
            "Start the review",
            (terms_are_complete,),
        ),
        Move(
            "release",
            (S.COLLECTION,),
            S.ANALYSIS,
            "chronology.release",
            "Release the merged chronology to the panel",
            (a_return_is_in,),
            deed="chronology.release",
        ),
        Move(
            "withdraw_release",
            (S.ANALYSIS,),
            S.COLLECTION,
            "chronology.release",
            "Withdraw the release of the chronology",
        ),
        Move("draft", (S.ANALYSIS,), S.DRAFTING, "finding.write", "Begin the report", (findings_rest_on_evidence,)),
        Move(
            "submit",
            (S.DRAFTING,),
            S.SIGN_OFF,
            "report.write",
            "Send the report for sign-off",
            (report_is_written, nothing_is_quoted_without_consent),
        ),
        Move("send_back", (S.SIGN_OFF, S.PUBLICATION), S.DRAFTING, "report.sign_off", "Send the report back"),
        Move(
            "sign_off",
            (S.SIGN_OFF,),
            S.PUBLICATION,
            "report.sign_off",
            "Sign off the report",
            (nothing_is_quoted_without_consent,),
        ),
        Move(
            "publish",
            (S.PUBLICATION,),
            S.MONITORING,
            "report.publish",
            "Publish the report",
            (a_clean_report_is_built, nothing_is_quoted_without_consent),
            deed="report.publish",
        ),
        Move("withhold", (S.PUBLICATION,), S.MONITORING, "report.publish", "Do not publish, with the reason"),
        Move("close", (S.MONITORING,), S.CLOSED, "review.close", "Close the review", (actions_are_closed,)),
    ),
)
