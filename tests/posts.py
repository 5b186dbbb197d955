"""Every change that can be sent to the portal: by whom, with which words, and what must stand before it. No test is here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agencies.models import Agency, Draft, Entry, Extension, Question, Upload
from findings import product_text
from findings.models import (
    AccuracyComment,
    AccuracyInvitation,
    AccuracyPassage,
    AccuracyRound,
    Action,
    AgencyResponse,
    AnnualBuild,
    Audience,
    BoardAttendance,
    BuiltReport,
    Edition,
    EventLink,
    Evidence,
    Mark,
    PlanFile,
    Practice,
    Product,
    ProductBuild,
    ProductFile,
    ProductPart,
    Publication,
    Reading,
    Receipt,
    Remark,
    Report,
    ReportSection,
    SubjectAccessMark,
    TeamAnswer,
    Unsaved,
)
from findings.passages import paragraphs
from findings.services.anonymity import anonymised
from findings.services.jigsaw import stand_outs
from findings.services.report import text_sha256
from findings.subject_access import items
from reviews.append_only import declared_destruction
from reviews.models import CriterionAnswer, LegalHold, Milestone, Review
from reviews.policy import Role
from scr_portal.lib.merging import usual
from tests import make
from tests.case import CSV, PARSED, PLAN, PLANNED, Case

SEEN, WHY, DAY = {"seen_version": 1}, {"reason": "Because."}, {"on": "1/9/2026", "note": "From the letter."}
OPEN, SENT, DRAFT = (
    {"request": {"status": "in_progress"}},
    {"request": {"status": "with_senior"}},
    {"referral": {"status": "draft"}},
)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
LINE = {"key": "5f4ea1e0-0000-4000-8000-000000000001", "date_text": "1/2/2019", "time_text": "", "source": "", "event": "Seen.", "action": ""}  # fmt: skip
HOLD = {"why": "The coroner asked.", "since": "1/9/2026", "look_again_on": "1/9/2050"}
EPISODE = {"title": "The second report", "kind": "key_episode", "first": "1/3/2019", "last": "30/4/2019"}
PREVIEW = {**OPEN, "upload": {"status": "preview"}}


@dataclass(frozen=True)
class Post:
    """One request that changes something: who sends what to which page, and what the case must be like before."""

    page: str
    who: str
    data: Any = field(default_factory=dict)
    stage: str = "publication"
    having: dict[str, dict[str, Any]] = field(default_factory=dict)
    before: Callable[[Case], Any] = lambda case: None
    to: dict[str, Any] = field(default_factory=dict)
    query: str = ""

    def prepare(self, case: Case) -> None:
        """Bring the case to where this can be sent: its stage, and the states of the police's records."""
        Review.objects.filter(pk=case.review.pk).update(stage=self.stage)
        for name, values in self.having.items():
            record = case.of["police"].get(name) or case.records[name]
            type(record).objects.filter(pk=record.pk).update(**values)
        self.before(case)

    def send(self, case: Case, client: Any, *, times: int = 1, **more: str) -> list[int]:
        """Send it as somebody who is signed in would, more than once for a double click; gives the statuses of the answers."""
        data = self.data(case) if callable(self.data) else self.data
        client.raise_request_exception = False  # One page that fails must not hide what the others do.
        return [
            client.post(case.address(self.page, **self.to) + self.query, {**data, **more}).status_code
            for _ in range(times)
        ]


LEARNING = (TeamAnswer, Audience, ProductFile, Edition, ProductBuild, ProductPart, Product)


def nothing_linked(case: Case) -> None:
    EventLink.objects.all().delete()


def nothing_handed_in(case: Case) -> None:
    for model in (EventLink, Evidence, Mark, Entry):
        model.objects.all().delete()


def time_has_come(case: Case) -> None:
    """The period of the case has passed, and nothing stands in the way."""
    for event in ("decided", "closed", "commissioned"):
        said = {"happened_on": date(1950, 3, 1), "recorded_by": case.world.manager}
        Milestone.objects.update_or_create(review=case.review, event=event, defaults=said)
    Review.objects.filter(pk=case.review.pk).update(stage="closed")
    LegalHold.objects.update(lifted_on=date(2026, 1, 1))
    case.review.retention_decisions.update(sent_back_on=date(2026, 1, 1))
    case.review.parallel_processes.update(ended_on=date(2026, 1, 1))
    case.review.subject_accesses.update(answered_on=date(2026, 1, 1))


def all_marked(case: Case) -> None:
    """Every record on the person of the request is decided about."""
    access = case.records["subject_access"]
    for item in items(access.review, access.person):
        known = {"access": access, "record_kind": item.kind, "record_id": item.pk}
        SubjectAccessMark.objects.get_or_create(**known, defaults={"choice": "give", "marked_by": case.world.manager})


def nothing_answered(case: Case) -> None:
    AgencyResponse.objects.update(answers=0)


def nobody_came(case: Case) -> None:
    BoardAttendance.objects.all().delete()


def typed_for_the_year(case: Case) -> None:
    part = case.records["annual_part"]
    Unsaved.objects.create(part=part, writer=case.world.manager, text="Half a sent", seen_version=1)


def year_made_anew(case: Case) -> None:
    AnnualBuild.objects.update(left=[], asked_at=timezone.now())


def year_rewritten(case: Case) -> None:
    part = case.records["annual_part"]
    part.text, part.version = "It was a good year.", 2
    part.save()


def clock_running(case: Case) -> None:
    begun = {"happened_on": timezone.localdate(), "recorded_by": case.world.manager}
    Milestone.objects.get_or_create(review=case.review, event=case.review.rules.clocks[0].starts, defaults=begun)


def misread(case: Case) -> None:
    """Somebody said that what happened stands in the column of sources."""
    Upload.objects.filter(pk=case.of["police"]["upload"].pk).update(columns={"What happened": "source"})


def row_left_out(case: Case) -> None:
    rows = [{**PARSED["rows"][0], "left_out": {"reason": "Another child."}}]
    Upload.objects.filter(pk=case.of["police"]["upload"].pk).update(parsed={**PARSED, "rows": rows})


def plan_row_left_out(case: Case) -> None:
    rows = [{**PLANNED["rows"][0], "left_out": {"reason": "Of another review."}}]
    PlanFile.objects.filter(pk=case.records["plan_file"].pk).update(parsed={**PLANNED, "rows": rows})


def plan_of(case: Case, agency: str) -> None:
    """The rows of the plan name one agency."""
    rows = [{**row, "agencies": [agency]} for row in PLANNED["rows"]]
    PlanFile.objects.filter(pk=case.records["plan_file"].pk).update(parsed={**PLANNED, "rows": rows})


def plan_of_ours(case: Case) -> None:
    plan_of(case, case.world.police.name)


def plan_of_strangers(case: Case) -> None:
    plan_of(case, "Polise")


def plan_read(case: Case) -> None:
    """The plan as its file holds it."""
    headings = [{"heading": each} for each in ("Action", "Agency", "Recommendation", "Target date")]
    tables = [{"columns": [{**each, "field": ""} for each in headings]}]
    PlanFile.objects.filter(pk=case.records["plan_file"].pk).update(parsed={**PLANNED, "tables": tables})


def month_first(case: Case) -> None:
    """A file in which the month comes first, as it was kept and as it was read."""
    upload = case.of["police"]["upload"]
    content = ContentFile(CSV.replace(b"27/03", b"03/27").replace(b"28/03", b"03/28"))
    upload.file.save("theirs.csv", content, save=False)
    rows = [{**PARSED["rows"][0], "row": row, "date_text": f"03/{day}/2019"} for row, day in ((2, 27), (3, 28))]
    Upload.objects.filter(pk=upload.pk).update(parsed={**PARSED, "rows": rows}, file=upload.file.name)


def line_waiting(case: Case) -> None:
    Draft.objects.filter(request=case.of["police"]["request"]).update(batch=None, entry=None)


def no_report(case: Case) -> None:
    report = case.records["report"]
    with declared_destruction():
        Receipt.objects.all().delete()
    for model in (AccuracyComment, AccuracyPassage, AccuracyInvitation, AccuracyRound, Publication, *LEARNING):
        model.objects.all().delete()
    Unsaved.objects.all().delete()
    Remark.objects.all().delete()
    for rows in (report.readings, report.built, report.builds, report.sections):
        rows.all().delete()
    Report.objects.filter(pk=report.pk).delete()


def criteria_answered(case: Case) -> None:
    for known in case.review.rules.criteria[1:]:
        CriterionAnswer.objects.create(
            review=case.review, criterion=known.key, answer="met", reason="r", answered_by=case.world.manager
        )


def written(case: Case) -> None:
    case.records["report"].sections.update(text="It was seen late.")


def written_anew(case: Case) -> None:
    first = ReportSection.objects.filter(report=case.records["report"])[0]
    first.text, first.version = "It was seen late.", 2
    first.save()


def publishable(case: Case) -> None:
    written(case)
    report, said = case.records["report"], {"on": "2020-01-02", "name": "Tom Brennan", "note": ""}
    Report.objects.update(checklist={line.key: said for line in case.review.rules.checklist})
    sha256 = text_sha256(report)
    for order, reader in enumerate((case.world.reviewer, case.world.panel), start=1):
        Reading.objects.create(report=report, reader=reader, order=order, accepted=True, sha256=sha256)
    for kind in BuiltReport.Format.values:
        BuiltReport.objects.create(report=report, format=kind, text_sha256=sha256, built_by=case.world.reviewer)


def is_published(case: Case) -> None:
    Report.objects.update(published_on=date(2025, 1, 2))


def detail(case: Case) -> dict[str, str]:
    return {"like": stand_outs(case.records["report"]).details[0].like.key, "choice": "keep", **WHY}


def leftover(case: Case) -> dict[str, str]:
    return {"context": anonymised(case.records["report"]).leftovers[0].context, "choice": "keep", **WHY}


def plainly(case: Case) -> None:
    """Slides in whose way nothing stands but the check and the publication."""
    product, by = case.records["product"], case.world.manager
    product.parts.update(text="Nobody rang.")
    text = product_text.made(product).sha256
    ProductFile.objects.create(product=product, format="pptx", text_sha256=text, built_by=by)
    Product.objects.filter(pk=product.pk).update(checked_sha256=text)
    is_published(case)


def undecided(case: Case) -> dict[str, str]:
    return {"context": product_text.made(case.records["product"]).leftovers[0].context, "choice": "keep", **WHY}


def told_together(case: Case) -> dict[str, str]:
    product, gate = case.records["product"], product_text.Gate.of(case.review)
    like = product_text.stand_outs(product, product_text.made(product, gate), gate).details[0].like
    return {"like": like.key, "choice": "keep", **WHY}


def reached(case: Case) -> dict[str, Any]:
    whom = {"product": case.records["product"].pk, "agency": case.world.police.pk, "channel": "meeting"}
    return {**whom, "planned_on": "1/9/2026", "answer_by": "1/10/2026"}


def nobody_asked(case: Case) -> None:
    Practice.objects.all().delete()


def another_agency(case: Case) -> None:
    Agency.objects.create(board=case.world.board, name="Harrowdale Housing", kind="housing")


def round_closed(case: Case) -> None:
    AccuracyRound.objects.update(closed_on=timezone.localdate())


def round_closed_and_written(case: Case) -> None:
    round_closed(case)
    written(case)


def tied(case: Case) -> dict[str, Any]:
    found = case.records["relation"]
    return {"first": found.first_id, "second": found.second_id, "certainty": "known"}


FINDING = {"title": "Visits were missed again", "what": "w", "why": "y"}
MEETING = {"kind": "board", "held_on": "1/9/2026", "led_by": "Ruth Amankwah", "agenda": "The case"}
CONTACT = {"happened_on": "1/9/2026", "by_whom": "Tom Brennan", "way": "home", "what": "That a review is held."}
WORDS = {
    "words": "He laughed at trains.",
    "given_on": "1/9/2026",
    "way": "meeting",
    "with_whom": "Hana",
    "choice": "use",
}
PERSON = {"kind": "person", "part": "family", "pseudonym": "Mother", "given": "Ngozi", "surname": "Okafor"}
TERMS = {"scope_from": "1/1/2018", "scope_to": "1/1/2021", "purpose": "Learning"}
CLAUSE = {
    "clause": "4.3",
    "before": "",
    "after": "Ring.",
    "edition_after": "3",
    "approved_by": "The chief",
    "approved_on": "1/9/2025",
}
SHELVED = {
    "title": "Child M",
    "publisher": "Marlow Safeguarding Board",
    "regime": "lcspr",
    "year": "2021",
    "harm": "neglect",
    "age": "1_4",
}
# fmt: off
POSTS = [
    Post("reviews.invitation.new", "manager", {"invited": "Dr Mistry", "address": "ana@example.org", "expires_on": "1/9/2035"}),
    Post("reviews.invitation.renew", "manager", {"expires_on": "1/9/2035"}),
    Post("reviews.invitation.withdraw", "manager"),
    Post("reviews.referral.new", "referrer", {"rule_set": make.CHILD}),
    Post("reviews.referral.edit", "referrer", {"rule_set": make.CHILD, "concern": "Slow.", **SEEN}, having=DRAFT),
    Post("reviews.referral.send", "referrer", having=DRAFT),
    Post("reviews.referral.screen", "manager", {"verdict": "acknowledge"}),
    Post("reviews.referral.screen", "manager", {"verdict": "take_forward", "title": "Child B", "note": "n"}),
    Post("reviews.referral.screen", "manager", {"verdict": "decline", "note": "n"}),
    Post("reviews.criteria.edit", "manager", {"answer": "not_met", **WHY, **SEEN}, "screening"),
    Post("reviews.decision.recommend", "manager", lambda case: {
        "recommended_outcome": case.review.rules.outcomes[0].code, "recommendation": "r", "equality": "e",
    }, "screening", before=criteria_answered),
    Post("reviews.decision.decide", "chair", lambda case: {
        "outcome": case.records["decision"].recommended_outcome, "agreement": "agrees", "rationale": "r", "confirm": "on",
    }, "decision"),
    Post("reviews.decision.defer", "chair", WHY, "decision"),
    Post("reviews.meeting.new", "manager", MEETING),
    Post("reviews.meeting.edit", "manager", {**MEETING, **SEEN}),
    Post("reviews.meeting.minutes", "reviewer", {"discussion": "Spoke of the visits.", **SEEN}),
    Post("reviews.meeting.finish", "manager"),
    Post("reviews.attendance.new", "manager", {"name": "Sal Hussain", "way": "apologies"}),
    Post("reviews.attendance.edit", "manager", {"name": "Noor Ahmed", "way": "there", "conflict": "c", "conflict_handled": "Left.", **SEEN}),
    Post("reviews.vote.cast", "manager", {"answer": "oppose", **WHY, **SEEN}),
    Post("reviews.letter.new", "manager", {"key": "coroner", "recipient": "HM Coroner"}),
    Post("reviews.letter.edit", "reviewer", {"recipient": "The head", "subject": "s", "text": "Dear head teacher", **SEEN}),
    Post("reviews.letter.send", "manager", {"way": "post", "sent_on": "1/9/2026"}),
    Post("findings.subject_access.new", "legal", lambda case: {"kind": "request", "person": case.records["member"].pk, "asked_by": "Ada Obi", "asked_on": "1/9/2026", "identity": "Passport"}),
    Post("findings.subject_access.mark", "legal", {"choice": "redact", "ground": "third_party", "reason": "It names a neighbour."}),
    Post("findings.subject_access.finish", "manager", {"answered_on": "1/9/2026", "answer": "All but one record."}, before=all_marked),
    Post("reviews.disclosure.new", "reviewer", {"kind": "other", "what": "Letter of claim", "to": "Counsel", "given_on": "1/9/2026", "why": "w", "power": "p"}),
    Post("reviews.quality.judge", "chair", {"verdict": "in_part", **WHY, **SEEN}),
    Post("reviews.letterhead.new", "administrator", lambda case: {"file": SimpleUploadedFile("ours.docx", usual())}),
    Post("reviews.letterhead.retire", "administrator"),
    Post("reviews.advice.new", "chair", {"given_by": "Counsel", "given_on": "1/9/2026", "question": "q", "advice": "a"}),
    Post("reviews.challenge.new", "manager", {"kind": "challenge", "from_whom": "The GP", "received_on": f"{timezone.localdate():%d/%m/%Y}", "why": "w"}),
    Post("reviews.challenge.answer", "chair", {"answer": "stands", "answer_reason": "r"}),
    Post("reviews.challenge.answer", "chair", {"answer": "again", "answer_reason": "r"}, "closed"),
    Post("reviews.decision_record.sign", "chair", {"correction": "c", "why": "w", "confirm": "on"}),
    Post("reviews.terms.edit", "reviewer", lambda case: {**TERMS, "method": case.review.rules.methods[0].key, **SEEN}, "collection"),
    Post("reviews.line.new", "reviewer", {"question": "Who knew?"}, "collection"),
    Post("reviews.line.edit", "reviewer", {"question": "Who knew?", **SEEN}, "collection"),
    Post("reviews.line.remove", "reviewer", WHY, "collection"),
    Post("reviews.appointment.new", "manager", lambda case: {
        "user": case.world.outsider.pk, "role": Role.PANEL_MEMBER, "independence": "No link.",
    }),
    Post("reviews.appointment.end", "manager", WHY),
    Post("reviews.person.new", "reviewer", PERSON),
    Post("reviews.person.edit", "reviewer", {**PERSON, **SEEN}),
    Post("reviews.family.edit", "manager", {"language": "Igbo", "untold_because": "wish", "untold_why": "She said so.", **SEEN}),
    Post("reviews.contact.new", "reviewer", CONTACT),
    Post("reviews.contact.new", "manager", {**CONTACT, "answer": "later"}, to={"kind": "answered"}),
    Post("reviews.advocate.new", "manager", {"kind": "independent", "offered_on": "1/9/2026"}),
    Post("reviews.advocate.edit", "reviewer", {"kind": "chosen", "name": "Her sister", "offered_on": "1/9/2026", "answer": "accepted", "answered_on": "2/9/2026", **SEEN}),
    Post("reviews.contribution.new", "reviewer", WORDS),
    Post("reviews.contribution.revise", "manager", {**WORDS, "why": "She read it again."}),
    Post("reviews.consent.new", "reviewer", {"choice": "withdrawn", "given_on": "1/9/2026", "said_to": "Hana"}),
    Post("reviews.naming.edit", "reviewer", {"pseudonym": "Ms A", "pseudonym_chosen_by": "Herself", "pseudonym_chosen_on": "1/9/2026", **SEEN}),
    Post("reviews.relation.new", "reviewer", lambda case: {**tied(case), "kind": "other"}),
    Post("reviews.relation.edit", "reviewer", lambda case: {**tied(case), "kind": "adoptive_parent", **SEEN}),
    Post("reviews.terms.issue", "reviewer", WHY, "collection"),
    Post("reviews.terms.sign", "panel", {"answer": "agrees", "on_behalf_of": "Police"}),
    Post("reviews.participation.new", "reviewer", lambda case: {"agency": Agency.objects.latest("pk").pk, "asked": "A report."}, "collection", before=another_agency),
    Post("reviews.participation.edit", "reviewer", {"asked": "Two reports.", **SEEN}, "collection"),
    Post("reviews.calendar.make", "manager"),
    Post("reviews.calendar.revoke", "manager"),
    Post("reviews.stage.plan", "manager", {"monitoring": "1/9/2027"}, "collection"),
    Post("reviews.stage.move", "manager", stage="screening", to={"verb": "gather"}),
    Post("reviews.stage.move", "manager", stage="commissioning", to={"verb": "commission"}),
    Post("reviews.stage.move", "reviewer", stage="collection", to={"verb": "release"}),
    Post("reviews.stage.move", "manager", stage="monitoring", before=lambda case: Action.objects.update(status="closed")),
    Post("reviews.clock.date", "manager", DAY),
    Post("reviews.clock.slip", "manager", {"new_due_on": "1/9/2027", "approver": "Ruth Amankwah, chair", **WHY}, before=clock_running),
    Post("reviews.plan.tick", "manager"),
    Post("reviews.plan.untick", "manager", to={"key": "safety"}),
    Post("reviews.notification.edit", "manager", {"aware_on": "1/9/2026", "notified_on": "3/9/2026", "sent_by": "Tom", **SEEN}),
    Post("reviews.parallel.new", "manager", {"kind": "criminal", "started_on": "1/2/2026"}),
    Post("reviews.parallel.edit", "manager", {"kind": "coroner", "started_on": "1/2/2026", "ended_on": "1/3/2026", **SEEN}),
    Post("reviews.restriction.new", "manager", {"limit": "disclosure", "material": "report", "asked_by": "The coroner", "since": "1/2/2026"}),
    Post("reviews.restriction.lift", "chair", WHY),
    Post("agencies.request.new", "manager", lambda case: {
        "agencies": Agency.objects.latest("pk").pk, "wanted": "summary", "due_on": timezone.localdate() + timedelta(days=9),
    }, "collection", before=another_agency),
    Post("agencies.request.assign", "police_lead", lambda case: {"author": case.world.police_author.pk}),
    Post("agencies.request.extend", "manager", {"due_on": "1/9/2027", "why": "Ill."}, having=OPEN),
    Post("agencies.extension.ask", "police_author", {"until": "1/9/2027", **WHY}, having=OPEN, before=lambda case: Extension.objects.all().delete()),
    Post("agencies.extension.answer", "manager", {"given": "granted"}, having=OPEN),
    Post("agencies.extension.answer", "reviewer", {"given": "refused", **WHY}, having=OPEN),
    Post("agencies.question.answer", "police_author", {"answer": "Nobody.", **SEEN}, having=OPEN),
    Post("agencies.request.refuse", "police_lead", WHY, having=OPEN),
    Post("agencies.request.withdraw", "manager", WHY, having=OPEN),
    Post("agencies.request.nil", "police_author", WHY, having=OPEN, before=nothing_handed_in),
    Post("agencies.request.unnil", "police_author", having={"request": {"status": "in_progress", "nil_return": True}}),
    Post("agencies.request.submit", "police_lead", having=OPEN, before=lambda case: Question.objects.update(answer="Nobody.")),
    Post("agencies.request.take_back", "police_lead", having=SENT),
    Post("agencies.request.sign_off", "police_senior", {"read": "on", "complete": "on"}, having=SENT),
    Post("agencies.request.decline", "police_senior", WHY, having=SENT),
    Post("agencies.request.send_back", "manager", WHY),
    Post("agencies.upload.new", "police_author", lambda case: {"file": SimpleUploadedFile("ours.csv", CSV)}, having=OPEN),
    Post("agencies.upload.new", "police_author", lambda case: {"file": SimpleUploadedFile("ours.csv", CSV)}, having={"request": {"status": "sent"}}),
    Post("agencies.upload.columns", "police_author", {"column-0": "date", "column-1": "event"}, having=PREVIEW, before=misread),
    Post("agencies.upload.fix", "police_author", {"date_text": "28/3/2019", "event": "Seen."}, having=PREVIEW),
    Post("agencies.upload.leave_out", "police_author", WHY, having=PREVIEW),
    Post("agencies.upload.put_back", "police_author", having=PREVIEW, before=row_left_out),
    Post("agencies.upload.order", "police_author", {"order": "MDY"}, having=PREVIEW, before=month_first),
    Post("agencies.upload.again", "police_author", having={**OPEN, "upload": {"status": "reading", "reading_since": LONG_AGO}}),
    Post("agencies.upload.confirm", "police_author", having=PREVIEW),
    Post("agencies.upload.confirm", "police_author", having={**PREVIEW, "request": {"status": "sent"}}),
    Post("agencies.upload.discard", "police_author", having=PREVIEW),
    Post("agencies.upload.undo", "police_author", having=OPEN, before=nothing_handed_in),
    Post("agencies.entry.new", "police_author", {"date_text": "1/2/2019", "event": "Seen."}, having={"request": {"status": "sent"}}),
    Post("agencies.entry.remove", "police_author", having=OPEN),
    Post("agencies.draft.edit", "police_author", LINE, having={"request": {"status": "sent"}}),
    Post("agencies.draft.line", "police_author", LINE, having=OPEN),
    Post("agencies.draft.confirm", "police_author", having={"request": {"status": "sent"}}, before=line_waiting),
    Post("agencies.draft.undo", "police_author", having=OPEN),
    Post("agencies.entry.correct", "police_author", {"date_text": "28/3/2019", "event": "Seen.", "why_corrected": "A slip."}, having=OPEN),
    Post("agencies.glossary.edit", "police_author", {"short-MASH": "Multi-Agency Safeguarding Hub"}, having=OPEN),
    Post("agencies.advice.declare", "police_author", {"first": "1/1/2019", "last": "1/3/2019", "why": "Closed."}, having=OPEN),
    Post("agencies.advice.let_stand", "police_author", {"kind": "opinion", "about": "1"}, having=OPEN),
    Post("agencies.advice.withdraw", "police_author", having=OPEN),
    Post("agencies.advice.reopen", "police_author", having=OPEN),
    Post("agencies.imr.edit", "police_author", {"text": "Written by Kim Doyle.", **SEEN}, having=OPEN),
    Post("agencies.support.ask", "police_author", {"reach": "After four"}),
    Post("agencies.support.take_up", "support"),
    Post("agencies.support.words", "police_lead", {"support_text": "Ring Jo.", **SEEN}),
    Post("agencies.support.edit", "administrator", {"support_text": "Ring 01632 960 188.", **SEEN}),
    Post("agencies.professional.new", "support", {"role_code": "Constable 2"}),
    Post("agencies.professional.edit", "support", {"role_code": "Sergeant 1", **SEEN}),
    Post("agencies.offer.new", "support", {"kind": "supervision", "offered_on": "1/9/2026"}),
    Post("agencies.offer.answer", "support", {"kind": "debrief", "offered_on": "1/9/2026", "answer": "accepted", **SEEN}),
    Post("agencies.agency.new", "administrator", {"name": "Harrowdale Housing", "kind": "housing", "active": "on"}),
    Post("agencies.agency.edit", "administrator", {"name": "Harrowdale Constabulary", "kind": "police", "active": "on", **SEEN}),
    Post("agencies.person.new", "administrator", {"email": "new@example.org", "name": "Neve Gill", "role": Role.AUDITOR}),
    Post("agencies.person.edit", "administrator", {"name": "Lee Grant-Moss", "is_active": "on"}),
    Post("agencies.person.reset", "administrator", WHY, before=lambda case: make.second_factor(case.records["membership"].user)),
    Post("agencies.person.end", "administrator", WHY),
    Post("findings.theme.begin", "administrator"),
    Post("findings.theme.new", "administrator", {"name": "Neglect", "active": "on"}),
    Post("findings.theme.edit", "administrator", {"name": "The child’s voice", "active": "on", **SEEN}),
    Post("findings.entry.show", "panel", {"kind": "good_practice"}),
    Post("findings.mark.remove", "panel"),
    Post("findings.naming.decide", "panel", lambda case: {"person": case.records["person"].pk, "answer": "named"}),
    Post("findings.library.new", "manager", {**SHELVED, "title": "Child K"}),
    Post("findings.library.upload", "manager", lambda case: {"file": SimpleUploadedFile("k.docx", usual())}),
    Post("findings.library.edit", "manager", {**SHELVED, **SEEN}),
    Post("findings.library.take_out", "manager", {"why": "Taken down."}),
    Post("findings.lesson.confirm", "manager", {"lesson": "0"}, having={"lesson": {"confirmed": False}}),
    Post("findings.lesson.new", "manager", {"kind": "finding", "text": "Visits were missed."}),
    Post("findings.lesson.edit", "manager", {"kind": "recommendation", "text": "Visit.", "answer": "accepted", **SEEN}),
    Post("findings.lesson.remove", "manager"),
    Post("findings.search.new", "panel", {"name": "Bruises"}, query="?words=bruises"),
    Post("findings.search.remove", "manager"),
    Post("findings.study.new", "manager", {"title": "Ours", "link": "https://wexcombe.example/reviews", "active": "on"}),
    Post("findings.study.edit", "manager", {"title": "Theirs", "link": "https://marlow.example/reviews", **SEEN}),
    Post("findings.saved_view.new", "panel", {"name": "Seen"}, query="?seen=yes"),
    Post("findings.saved_view.edit", "panel", {"name": "Never seen", "shared": "on", **SEEN}),
    Post("findings.saved_view.remove", "panel"),
    Post("findings.same_event.look", "panel", before=nothing_linked),
    Post("findings.same_event.show", "panel", lambda case: {
        "answer": "same", "entries": [own["entry"].pk for own in case.of.values()],
    }, having={"event_link": {"status": "suggested"}}),
    Post("findings.same_event.show", "panel", {"answer": "not"}, having={"event_link": {"status": "suggested"}}),
    Post("findings.same_event.new", "panel", lambda case: {"entries": case.of["school"]["typed"].pk}),
    Post("findings.same_event.undo", "panel"),
    Post("findings.episode.new", "panel", EPISODE),
    Post("findings.episode.edit", "panel", {**EPISODE, **SEEN}),
    Post("findings.episode.show", "panel", lambda case: {"kind": "good_practice", "entries": case.of["police"]["typed"].pk}),
    Post("findings.episode.remove", "panel"),
    Post("findings.same_event.part", "panel"),
    Post("agencies.hold.new", "police_author", {"kind": "third_party", **WHY}, having=OPEN),
    Post("agencies.hold.withdraw", "police_author", having=OPEN),
    Post("findings.hold.new", "manager", lambda case: {"entry": case.of["school"]["entry"].pk, "kind": "coroner", **WHY}),
    Post("reviews.release.withdraw", "reviewer", WHY, "analysis"),
    Post("findings.hold.confirm", "reviewer"),
    Post("findings.hold.lift", "manager", WHY),
    Post("findings.desk.show", "reviewer", lambda case: {
        "do": "link", "finding": case.of["police"]["finding"].number, "entry": case.of["school"]["entry"].pk,
    }, "analysis"),
    Post("findings.figure.show", "reviewer", lambda case: {"section": case.review.rules.sections[0].key}, "drafting"),
    Post("findings.finding.new", "reviewer", FINDING, "analysis"),
    Post("findings.finding.edit", "reviewer", {**FINDING, **SEEN}, "analysis"),
    Post("findings.evidence.add", "reviewer", lambda case: {"entry": case.of["school"]["entry"].pk}, "analysis"),
    Post("findings.evidence.remove", "reviewer", stage="analysis"),
    Post("findings.report.begin", "reviewer", stage="analysis", before=no_report),
    Post("findings.report.section", "reviewer", {"text": "It was late.", **SEEN}, "drafting"),
    Post("findings.remark.new", "panel", {"kind": "comment", "text": "Who said so?", "quote": "at home"}, "drafting"),
    Post("findings.remark.new", "chair", {"kind": "suggestion", "quote": "at home", "words": "in hospital"}, "sign_off"),
    Post("findings.remark.answer", "reviewer", {"answer": "accepted"}, "drafting"),
    Post("findings.remark.answer", "manager", {"answer": "declined", **WHY}, "drafting"),
    Post("findings.remark.withdraw", "panel", stage="drafting"),
    Post("findings.budget.edit", "manager", {"words-introduction": "300", **SEEN}, "drafting", having={"report": {"published_on": None}}),
    Post("findings.unsaved.keep", "reviewer", {"text": "It was l", **SEEN}, "drafting"),
    Post("findings.unsaved.discard", "manager", stage="drafting"),
    Post("findings.version.put_back", "reviewer", stage="drafting", before=written_anew),
    Post("findings.report.read", "reviewer", {"accepted": "yes"}, before=written),
    Post("findings.report.read", "panel", {"accepted": "no", "note": "A name."}, before=written, to={"order": 2}),
    Post("findings.report.build", "reviewer", before=written),
    Post("findings.publication.plan", "manager", {"page_wanted": "on", "page_words": "What was learned.", "take_down_on": "1/9/2040", **SEEN}),
    Post("findings.publication.check", "manager", {"who": "The legal adviser", **DAY}),
    Post("findings.publication.deposit", "manager", {"on": "1/9/2025", "reference": "C7001"}, before=is_published),
    Post("findings.publication.take_down", "manager", {"on": "1/9/2026", "why": "Its time is over."}, before=is_published),
    Post("findings.report.submit", "reviewer", stage="drafting", before=round_closed_and_written),
    Post("findings.accuracy.new", "reviewer", lambda case: {"requests": case.of["police"]["request"].pk, "due_on": "1/9/2027"}, "drafting", before=round_closed),
    Post("findings.accuracy.passages", "manager", lambda case: {"passage": paragraphs(case.records["report"])[1].key}, having={"round": {"sent_on": None}}),
    Post("findings.accuracy.send", "manager", having={"round": {"sent_on": None}}),
    Post("findings.accuracy.close", "reviewer"),
    Post("findings.accuracy.comment", "police_author", {"kind": "fact", "text": "She was seen."}),
    Post("findings.accuracy.finish", "police_lead"),
    Post("findings.accuracy.decide", "reviewer", {"decision": "accepted", **WHY}),
    Post("findings.accuracy.stand", "police_senior", WHY),
    Post("findings.report.sign_off", "chair", WHY, "sign_off"),
    Post("findings.report.send_back", "chair", WHY, "sign_off"),
    Post("findings.publication.publish", "manager", before=publishable),
    Post("findings.publication.withhold", "manager", {"instead": "Visits are planned.", "approved_by": "Ruth Amankwah, chair", "approved_on": "1/9/2025", **WHY}),
    Post("findings.course.new", "manager", {"title": "Who lives here", "ask_after": "3"}),
    Post("findings.course.edit", "manager", {"title": "Who lives here", "ask_after": "3", **SEEN}),
    Post("findings.course.link", "manager", lambda case: {"course": case.records["course"].pk}),
    Post("findings.session.new", "manager", {"held_on": "1/9/2035", "online": "on", "trainer": "Nia Rees"}),
    Post("findings.session.edit", "manager", {"held_on": "1/9/2025", "online": "on", "trainer": "Nia Rees", **SEEN}),
    Post("findings.session.judge", "manager", {"agreed-before-0": "1", "not-before-0": "2", "agreed-after-0": "3", "not-after-0": "0", **SEEN}),
    Post("findings.attendees.new", "manager", lambda case: {"agency": case.world.police.pk, "level": "manager", "number": "2"}),
    Post("findings.attendees.remove", "manager", before=nobody_asked),
    Post("findings.attendance_file.new", "manager", lambda case: {"file": SimpleUploadedFile("came.csv", b"Agency,Role\nPolice,Constable\n")}),
    Post("findings.attendance_file.preview", "manager", lambda case: {"agency-0": case.world.police.pk, "role-0": "front_line"}),
    Post("findings.attendance_file.discard", "manager"),
    Post("findings.attendance_file.undo", "manager", having={"attendance_file": {"status": "imported"}}),
    Post("findings.practice.answer", "police_lead", {"differs": "yes", "what": "We ring.", **SEEN}),
    Post("findings.policy.new", "manager", {"title": "Bruises in babies", "edition": "1", "review_on": "1/9/2030"}),
    Post("findings.policy.edit", "manager", {"title": "Bruises in babies", "review_on": "1/9/2030", **SEEN}),
    Post("findings.policy.review", "police_lead", {"reviewed_on": "1/9/2025", "review_on": "1/9/2035"}),
    Post("findings.policy_ask.new", "manager", lambda case: {"policy": case.of["school"]["policy"].pk}),
    Post("findings.policy_ask.remove", "manager"),
    Post("findings.policy_change.new", "police_senior", lambda case: {**CLAUSE, "asks": [case.of["police"]["policy_ask"].pk]}),
    Post("findings.policy_change.edit", "manager", {**CLAUSE, **SEEN}),
    Post("findings.policy_change.tell", "police_lead", lambda case: {"agency": case.world.police.pk, "level": "manager", "channel": "email", "told_on": f"{timezone.localdate():%d/%m/%Y}"}),
    Post("findings.audience.new", "manager", lambda case: {**reached(case), "level": "manager"}),
    Post("findings.audience.edit", "manager", lambda case: {**reached(case), "level": "front_line", **SEEN}),
    Post("findings.audience.send", "manager", having={"audience": {"sent_on": None}}),
    Post("findings.audience.drop", "manager"),
    Post("findings.audience.remind", "manager"),
    Post("findings.audience.answer", "police_lead", {"used_on": "1/9/2026", "channel": "meeting", "reached": "7", "different": "We ring."}),
    Post("findings.learning.show", "police_author", {"level": "front_line"}),
    Post("findings.product.begin", "reviewer"),
    Post("findings.product.part", "reviewer", {"text": "Nobody rang.", **SEEN}),
    Post("findings.product.quiz", "manager", {"question-1": "Who rings?", "answer-1-0": "I", "answer-1-1": "Nobody", "right-1": "0", **SEEN}),
    Post("findings.product.settle", "reviewer", undecided),
    Post("findings.product.judge", "reviewer", told_together),
    Post("findings.product.undo", "reviewer"),
    Post("findings.product.build", "reviewer"),
    Post("findings.product.check", "panel", WHY, before=plainly),
    Post("findings.product.send_back", "chair", WHY, having={"product": {"status": "checked"}}),
    Post("findings.product.release", "manager", having={"product": {"status": "checked"}}, before=plainly),
    Post("findings.product.revise", "reviewer", having={"product": {"status": "released"}}),
    Post("findings.product.withdraw", "manager", WHY),
    Post("findings.jigsaw.decide", "reviewer", detail, "drafting"),
    Post("findings.jigsaw.undo", "reviewer", stage="drafting"),
    Post("findings.leftover.decide", "reviewer", leftover, "drafting"),
    Post("findings.leftover.undo", "reviewer", stage="drafting"),
    Post("findings.recommendation.new", "reviewer", lambda case: {
        "text": "t", "findings": case.of["police"]["finding"].pk, "agencies": case.world.school.pk, "scope": "single", "measure": "m",
    }, "analysis"),
    Post("findings.recommendation.edit", "reviewer", lambda case: {
        "text": "t", "findings": case.of["police"]["finding"].pk, "agencies": case.world.school.pk, "scope": "single", "measure": "m", **SEEN,
    }, "analysis"),
    Post("findings.board_meeting.new", "manager", {"held_on": "1/9/2025"}),
    Post("findings.board_meeting.edit", "manager", {"held_on": "2/9/2025", **SEEN}),
    Post("findings.board_meeting.remove", "manager", before=nobody_came),
    Post("findings.board_meeting.attendance", "manager", lambda case: {f"way-{case.world.school.pk}": "deputy"}),
    Post("findings.board_pack.make", "chair", {"worded": "on"}),
    Post("reviews.retention.period", "manager", {"line": "sign-ins", "kept": "years", "years": 12, "reason": "Our own schedule."}),
    Post("reviews.retention.keep", "manager", {"until": "1/9/2050", "reason": "It is read for research."}),
    Post("reviews.retention.propose", "manager", {"reason": "Its time has come.", "library": "keep", "confirm": "on"}, before=time_has_come),
    Post("reviews.retention.answer", "chair", {"answer": "send_back", "reason": "Ask the archive."}),
    Post("reviews.legal_hold.new", "chair", {**HOLD, "kind": "inquest"}),
    Post("reviews.legal_hold.lift", "chair", WHY),
    Post("reviews.legal_hold.of_board", "manager", {**HOLD, "kind": "moratorium"}),
    Post("reviews.legal_hold.end", "manager", WHY),
    Post("reviews.disposal.decide", "manager", {"choice": "keep", "until": "1/9/2050", "reason": "It is read for research."}),
    Post("reviews.disposal.answer", "chair", {"answer": "send_back", "reason": "Ask the archive."}),
    Post("reviews.sharing.new", "manager", lambda case: {"what": "learning", "to_boards": [case.records["neighbour"].pk], "why": "We share a hospital."}, having={"offered": {"accepted": False, "answered_on": date(2026, 9, 1)}}),
    Post("reviews.sharing.answer", "manager", {"answer": "accept"}),
    Post("reviews.sharing.answer", "manager", {"answer": "decline", "why": "We have no such learning."}),
    Post("reviews.sharing.readers", "manager", lambda case: {"readers": [case.world.chair.pk], **SEEN}),
    Post("reviews.sharing.end", "manager", WHY),
    Post("findings.commitment.new", "chair", lambda case: {
        "agency": case.world.police.pk, "leader": "The chief", "what": "A car", "made_on": "1/9/2025", "due_on": "1/9/2027",
    }),
    Post("findings.commitment.edit", "manager", lambda case: {
        "agency": case.world.police.pk, "leader": "The chief", "what": "A car", "made_on": "1/9/2025", "due_on": "1/9/2027", **SEEN,
    }),
    Post("findings.commitment.judge", "chair", lambda case: {"kept": "partly", "evidence": "One post.", "on": f"{timezone.localdate():%d/%m/%Y}"}),
    Post("findings.statement.ask", "manager", lambda case: {"agencies": case.world.school.pk, "due_on": "1/9/2037"}),
    Post("findings.statement.give", "police_senior", {"text": "We ring back.", **SEEN}),
    Post("findings.annual_report.begin", "manager", lambda case: {"year": case.records["annual_report"].year, "regime": "england-adult-sar"}),
    Post("findings.annual_report.build", "manager"),
    Post("findings.annual_report.settle", "manager", lambda case: {"build": case.records["annual_build"].pk, "choice": "keep", **WHY}),
    Post("findings.annual_report.approve", "chair", WHY, before=year_made_anew),
    Post("findings.annual_report.send_back", "chair", WHY, having={"annual_report": {"status": "approved"}}),
    Post("findings.annual_report.publish", "manager", having={"annual_report": {"status": "approved"}}),
    Post("findings.annual_report.revise", "manager", WHY, having={"annual_report": {"status": "published"}}),
    Post("findings.annual_part.edit", "manager", {"text": "It was a good year.", **SEEN}),
    Post("findings.annual_part.keep", "manager", {"text": "It was", **SEEN}),
    Post("findings.annual_part.discard", "manager", before=typed_for_the_year),
    Post("findings.annual_part.put_back", "manager", before=year_rewritten),
    Post("findings.plan_file.new", "manager", lambda case: {"file": SimpleUploadedFile("plan.csv", PLAN)}),
    Post("findings.plan_file.columns", "manager", {f"column-{n}": name for n, name in enumerate(("action", "agency", "recommendation", "target"))}, before=plan_read),
    Post("findings.plan_file.answer", "manager", lambda case: {"agency-0": case.world.police.pk}, before=plan_of_strangers),
    Post("findings.plan_file.fix", "manager", {"action": "Write it", "agencies": "Police", "target_text": "1/3/2027"}),
    Post("findings.plan_file.leave_out", "manager", WHY),
    Post("findings.plan_file.put_back", "manager", before=plan_row_left_out),
    Post("findings.plan_file.again", "manager", having={"plan_file": {"status": "reading", "reading_since": LONG_AGO}}),
    Post("findings.plan_file.confirm", "manager", before=plan_of_ours),
    Post("findings.plan_file.discard", "manager"),
    Post("findings.plan_file.undo", "manager", having={"plan_file": {"status": "imported"}}),
    Post("findings.recommendation.respond", "chair", {"answer": "in_part", **WHY}),
    Post("findings.agency_response.ask", "manager", {"due_on": "1/9/2037"}, before=nothing_answered),
    Post("findings.agency_response.respond", "police_senior", {"answer": "accepted", "undertaking": "A car."}),
    Post("findings.agency_response.judge", "chair", {"verdict": "alternative", **WHY}),
    Post("findings.escalation.send", "manager", {"body": "other", "other": "The Home Office", "why": "w", "sent_on": "1/9/2025"}),
    Post("findings.escalation.chase", "chair", {"written_on": "1/9/2025"}, having={"escalation": {"written_on": "2025-01-01"}}),
    Post("findings.escalation.answer", "manager", {"outcome": "in_part", "answer": "A form.", "answered_on": "1/9/2025", **SEEN},
         having={"escalation": {"sent_on": "2025-01-01"}}),
    Post("findings.action.new", "manager", lambda case: {"agency": case.world.police.pk, "text": "Train", "target_on": "1/9/2027"}),
    Post("findings.action.progress", "police_owner", {"note": "Begun.", "rag": "amber"}),
    Post("findings.action.progress", "police_owner", lambda case: {
        "note": "Done.", "rag": "green", "done": "on", "evidence": SimpleUploadedFile("list.txt", b"names"),
    }),
    Post("findings.action.edit", "police_lead", {"lead_person": "Dana Price, inspector", "start_on": "1/9/2026", **SEEN}),
    Post("findings.action.target", "manager", {"to_on": "1/12/2027", **WHY}),
    Post("findings.action.comment", "reviewer", WHY),
    Post("findings.milestone.new", "police_owner", {"text": "Room booked", "due_on": "1/6/2027"}),
    Post("findings.milestone.edit", "police_owner", {"text": "Rooms booked", "due_on": "1/6/2027", **SEEN}),
    Post("findings.milestone.reach", "police_owner"),
    Post("findings.milestone.remove", "police_owner", WHY),
    Post("findings.barrier.new", "police_owner", {"what": "w", "kind": "people", "who_can_lift": "The head", "since": "1/9/2026", "step": "agency"}),
    Post("findings.barrier.escalate", "police_lead", {"step": "chair", "why": "w"}),
    Post("findings.barrier.lift", "manager", {"what": "w", "on": f"{timezone.localdate():%d/%m/%Y}"}),
    Post("findings.action.assure", "manager", {"note": "n", "retest_on": "1/9/2027"}, having={"action": {"status": "claimed_done"}}),
    Post("findings.action.reopen", "manager", WHY, having={"action": {"status": "assured"}}),
    Post("findings.action.impact", "manager", {"measure": "m", "result": "r", "shown": "yes", "tested_on": "1/9/2026"},
         having={"action": {"status": "assured"}}),
]
# fmt: on
