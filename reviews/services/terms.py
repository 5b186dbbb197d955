"""Terms of reference and lines of enquiry."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from reviews.access import check
from reviews.models import LineOfEnquiry, Participation, Review, Terms, TermsSignature, TermsVersion
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, Stale, changed

ENDED = (Stage.SIGN_OFF, Stage.PUBLICATION, Stage.MONITORING, Stage.CLOSED)


def writable(by: Any, review: Review) -> None:
    """Pass while terms can change, or raise Refused with why not."""
    check(by, "review.scope", review)
    if review.stage in ENDED:
        raise Refused("The report is with the board, so the terms of reference stay as they are.")


@transaction.atomic
def write(*, by: Any, review: Review, values: dict[str, Any], seen_version: int | None = None) -> Terms:
    """Set the purpose, period and method."""
    writable(by, review)
    found = Terms.objects.filter(review=review).first()
    if found is None:
        found = Terms.objects.create(review=review, **values)
    elif seen_version is None:
        raise Stale(found)
    else:
        found, _ = changed(found, values, seen_version=seen_version)
    record(by, "terms.written", found)
    return found


@transaction.atomic
def add_line(*, by: Any, review: Review, question: str) -> LineOfEnquiry:
    """Add a line of enquiry under the next number; numbers are never used again."""
    writable(by, review)
    last = review.lines_of_enquiry.aggregate(last=Max("number"))["last"] or 0
    made = LineOfEnquiry.objects.create(review=review, number=last + 1, question=question)
    record(by, "line_of_enquiry.added", made, facts={"number": made.number})
    return made


@transaction.atomic
def write_line(
    *, by: Any, line: LineOfEnquiry, values: dict[str, Any], seen_version: int | None = None
) -> LineOfEnquiry:
    """Change a question, or mark it as removed."""
    writable(by, line.review)
    found, differing = changed(line, values, seen_version=seen_version)
    record(by, "line_of_enquiry.written", found, facts={"number": found.number, "fields": differing})
    return found


@transaction.atomic
def add_agency(*, by: Any, review: Review, agency: Any, asked: str) -> Participation:
    """Name an agency in the terms, with what it is asked to bring; one that was taken out comes back."""
    writable(by, review)
    found = Participation.objects.filter(review=review, agency=agency).first()
    if found is not None and not found.removed:
        raise Refused("That agency is in the terms already: change what it is asked instead.")
    if found is None:
        found = Participation.objects.create(review=review, agency=agency, asked=asked)
    else:
        found, _ = changed(found, {"asked": asked, "removed": False})
    record(by, "participation.added", found, facts={"agency": found.agency_id})
    return found


@transaction.atomic
def write_agency(
    *, by: Any, participation: Participation, values: dict[str, Any], seen_version: int | None = None
) -> Participation:
    """Change what an agency is asked, or take it out of the terms."""
    writable(by, participation.review)
    found, differing = changed(participation, values, seen_version=seen_version)
    record(by, "participation.written", found, facts={"agency": found.agency_id, "fields": differing})
    return found


def content(review: Review) -> dict[str, str]:
    """What the terms say now, part by part: title → text."""
    terms = getattr(review, "terms", None)
    methods = {method.key: method.label for method in review.rules.methods}
    said = {"Purpose": "", "Period in scope": "", "Method": "", "Why this method": ""}
    if terms is not None:
        period = [f"{day.day} {day:%B %Y}" for day in (terms.scope_from, terms.scope_to) if day]
        said = {
            "Purpose": terms.purpose, "Period in scope": " to ".join(period), "Method": methods.get(terms.method, terms.method),
            "Why this method": terms.method_reason,
        }  # fmt: skip
    lines = review.lines_of_enquiry.filter(removed=False)
    asked = review.participations.filter(removed=False).select_related("agency")
    return {
        **said,
        "Key lines of enquiry": "\n".join(f"{line.number}. {line.question}" for line in lines),
        "Agencies and what each is asked": "\n".join(f"{each.agency}: {each.asked}" for each in asked),
    }


@transaction.atomic
def issue(*, by: Any, review: Review, why: str) -> TermsVersion:
    """Issue the terms as they stand as the next version, to be signed. Raises Refused when nothing has changed."""
    writable(by, review)
    last, said = review.terms_versions.first(), content(review)
    if last is not None and last.content == said:
        raise Refused(f"Nothing has changed since version {last.number}: change the terms first.")
    number = last.number + 1 if last else 1
    made = TermsVersion.objects.create(review=review, number=number, content=said, why=why, issued_by=by)
    record(by, "terms.issued", made, why=why, facts={"number": number})
    return made


@transaction.atomic
def sign(*, by: Any, issue: TermsVersion, on_behalf_of: str, answer: str, note: str = "") -> TermsSignature:
    """Say for a partner or an agency whether it agrees with a version. Raises Refused for an old version, a second
    signature, and disagreement without a reason.
    """
    check(by, "terms.sign", issue.review)
    latest = issue.review.terms_versions.first()
    if latest is not None and latest.number != issue.number:
        raise Refused(f"Version {latest.number} has been issued since: read and sign that one.")
    if issue.signatures.filter(signed_by=by).exists():
        raise Refused("You have signed this version already.")
    if answer == TermsSignature.Answer.DISAGREES and not note.strip():
        raise Refused("Say what would have to change for you to agree.")
    made = TermsSignature.objects.create(issue=issue, signed_by=by, on_behalf_of=on_behalf_of, answer=answer, note=note)
    record(by, "terms.signed", made, why=note, facts={"number": issue.number, "answer": answer})
    return made
