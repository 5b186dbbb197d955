"""One review with one of everything in it, and the addresses of every page for it: what the walks over the portal need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import connection
from django.urls import get_resolver, reverse
from django.utils import timezone
from pypdf import PdfWriter

from agencies.models import (
    Abbreviation,
    Agency,
    Draft,
    Entry,
    Extension,
    Hold,
    Imr,
    ImrSection,
    Professional,
    Question,
    Request,
    Silence,
    Standing,
    SupportAsk,
    SupportOffer,
    Upload,
)
from findings import models as findings
from findings.plan import ActionRow
from reviews import models as reviews
from reviews.decision_content import content_of
from reviews.models import Review
from reviews.models.record import digest
from reviews.policy import Role
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.merging import usual
from tests import make


@dataclass
class Case:
    """A review with one of everything, so that every page of the portal can be asked for it."""

    world: make.World
    review: Review
    records: dict[str, Any]
    # "police" and "school" → what that agency handed in, and what was recommended to it alone.
    of: dict[str, dict[str, Any]]

    def key(self, name: str, segment: str, parameter: str, agency: str) -> Any:
        """What stands in the address of page `name` for `parameter`, which follows `segment` in its route."""
        own, made = self.of[agency], {key: record.pk for key, record in self.records.items()}
        known: dict[str, Any] = {
            "reviews.referral:ref": self.records["referral"].ref,
            "invitation:pk": made["invitation"],
            "marker": "referral",
            "subject_access:pk": made["subject_access"],
            "findings.subject_access.mark:kind": "reviews-person",
            "findings.subject_access.mark:key": made["member"],
            "event:person": self.world.manager.pk,
            "history:kind": "reviews-person",
            "history:pk": made["person"],
            "side": "board",
            "ref": self.review.ref,
            "agencies.person.end:pk": made["role"],
            "agencies.person:pk": self.records["membership"].user_id,
            "agencies.entry.remove:pk": own["typed"].pk,
            "agencies.entry.correct:pk": own["typed"].pk,
            "agencies.advice.withdraw:pk": own["silence"].pk,
            "agencies.advice.reopen:pk": own["standing"].pk,
            "agencies.agency:pk": own["request"].agency_id,
            "person:pk": made["person"],
            "relation:pk": made["relation"],
            "family:pk": made["member"],
            "family:person": made["member"],
            "contact:kind": "told",
            "advocate:pk": made["advocate"],
            "contribution:pk": made["contribution"],
            "contribution": made["contribution"],
            "appointment:pk": made["membership"],
            "parallel:pk": made["parallel"],
            "process": made["parallel"],
            "restriction:pk": made["restriction"],
            "decision": made["decided"],
            "decision_record:pk": made["signed"],
            "audience:pk": own["audience"].pk,
            "learning:pk": made["edition"],
            "course:pk": made["course"],
            "session:pk": made["session"],
            "attendance_file:pk": made["attendance_file"],
            "attendees:pk": own["attendees"].pk,
            "practice:pk": own["practice"].pk,
            "policy:pk": own["policy"].pk,
            "policy_change:pk": own["policy_change"].pk,
            "policy_ask:pk": own["policy_ask"].pk,
            "findings.learning.download:form": "pptx",
            "product:kind": "slides",
            "findings.product.begin:kind": "event",
            "part:key": "why",
            "download:file": made["product_file"],
            "undo:pk": made["settled"],
            "kind": "docx",
            "family:kind": "svg",
            "figure:kind": "themes-by-agency",
            "findings.figure.download:kind": "who-told-whom",
            "findings.figure.download:form": "svg",
            "challenge:pk": made["challenge"],
            "letter:pk": made["letter"],
            "letterhead:pk": made["letterhead"],
            "meeting": made["meeting"],
            "meeting:pk": made["meeting"],
            "attendance:pk": made["attendance"],
            "vote:key": self.review.rules.voters[0].key,
            "question:number": 1,
            "plan:key": self.review.rules.plan[0].key,
            "request:pk": own["request"].pk,
            "upload:pk": own["upload"].pk,
            "plan_file:pk": made["plan_file"],
            "legal_hold:pk": made["legal_hold"],
            "sharing:pk": made["sharing"],
            "disposal:kind": "referral",
            "disposal:pk": made["declined"],
            "reviews.sharing.answer:pk": made["offered"],
            "reviews.sharing.readers:pk": made["received"],
            "reviews.legal_hold.end:pk": made["board_hold"],
            "certificate:pk": made["certificate"],
            "entry:pk": own["entry"].pk,
            "mark:pk": own["mark"].pk,
            "naming:pk": own["entry"].pk,
            "saved_view:pk": made["saved_view"],
            "library:pk": made["library"],
            "lesson:pk": made["lesson"],
            "study:pk": made["study"],
            "search:pk": made["search"],
            "same_event:pk": made["event_link"],
            "episode:pk": made["episode"],
            "findings.same_event.new:pk": own["typed"].pk,
            "findings.same_event.part:entry": own["entry"].pk,
            "hold:pk": own["hold"].pk,
            "recommendation:pk": own["recommendation"].pk,
            "agency_response:pk": own["agency_response"].pk,
            "escalation:pk": own["escalation"].pk,
            "board_meeting:pk": made["board_meeting"],
            "findings.board_pack.download:pk": made["board_pack"],
            "annual_report:pk": made["annual_report"],
            "statement:pk": own["statement"].pk,
            "commitment:pk": made["commitment"],
            "annual_part:key": "foreword",
            "annual_part:number": 1,
            "findings.annual_report.download:file": made["annual_build"],
            "action:pk": own["action"].pk,
            "file": own["file"].pk,
            "milestone": own["milestone"].pk,
            "barrier": own["barrier"].pk,
            "evidence:pk": own["evidence"].pk,
            "download:pk": made["built"],
            "leftover:pk": made["anonymity_decision"],
            "jigsaw:pk": made["judged"],
            "findings.accuracy.comment:pk": own["passage"].pk,
            "findings.accuracy.decide:pk": own["comment"].pk,
            "findings.accuracy.stand:pk": own["comment"].pk,
            "accuracy:pk": own["invitation"].pk,
            "theme:pk": made["theme"],
            "professional:pk": made["professional"],
            "offer:pk": made["offer"],
            "agencies.support.take_up:pk": made["support_ask"],
            "agencies.support.words:pk": own["request"].agency_id,
            "line:number": 1,
            "terms:number": 1,
            "participation:pk": made["participation"],
            "number": own["finding"].number,
            "criteria:key": self.review.rules.criteria[0].key,
            "clock:key": self.review.rules.clocks[0].key,
            "remark:key": self.review.rules.sections[0].key,
            "remark:pk": made["remark"],
            "unsaved:key": self.review.rules.sections[0].key,
            "version:key": self.review.rules.sections[0].key,
            "version:number": 1,
            "section:key": self.review.rules.sections[0].key,
            "check:key": self.review.rules.checklist[0].key,
            "imr:key": "author",
            "help:key": "chair",
            "clock:event": "referral_received",
            "verb": "close",
            "order": 1,
            "place": 1,
            "index": 0,
        }
        app = name.split(".")[0]
        asked = (f"{name}:{parameter}", f"{app}.{segment}:{parameter}", f"{segment}:{parameter}", parameter)
        return known[next(key for key in asked if key in known)]

    def address(self, name: str, agency: str = "police", **instead: Any) -> str:
        """The address of a page by its URL name; where an agency's records stand in it, those of `agency`."""
        segment, keys = "", instead
        for part in routes()[name].split("/"):
            if part.startswith("<"):
                parameter = part.strip("<>").split(":")[1]
                keys.setdefault(parameter, self.key(name, segment, parameter, agency))
            segment = segment if part.startswith("<") else part
        return reverse(name, kwargs=keys)

    @cached_property
    def pages(self) -> dict[str, str]:
        """Address → URL name of every page, for the records as they were when this was first asked."""
        return {self.address(name): name for name in routes()}


@cache
def routes() -> dict[str, str]:
    """URL name → route, for every page of the portal: sign-in and reference data belong to their libraries."""
    return dict(routes_under("", get_resolver().url_patterns))


def routes_under(before: str, patterns: Any) -> Iterator[tuple[str, str]]:
    """(URL name, route) of each pattern whose route goes on from `before`."""
    for each in patterns:
        route = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from routes_under(route, each.url_patterns)
        elif not route.startswith(("account/", "reference-data/")):
            yield str(each.name), route


# What the reader gives for a file of one row.
PARSED: dict[str, Any] = {
    "tables": [{"columns": [{"heading": "Date", "field": "date"}, {"heading": "What happened", "field": "event"}]}],
    "rows": [{"sheet": None, "row": 2, "sub": 1, "date_text": "27/3/2019", "date_from": "2019-03-27", "date_to": "2019-03-27",
              "precision": "day", "certain": True, "time": None, "end_time": None, "source": "", "event": "Seen at home.",
              "action": "", "extra": {}, "status": "ok", "problems": []}],
    "skipped": [], "notices": [],
}  # fmt: skip
PLAN = b"Recommendation,Action,Agency,Target date\n7. Share risk,Write it,Police,1/2/2027\n"
# The same for an action plan of two rows, the second without an agency that anybody knows.
PLANNED: dict[str, Any] = {
    "tables": [{"name": None, "header_row": 1, "columns": [{"index": 1, "heading": "Action", "field": "action", "confidence": 1.0}]}],
    "rows": [asdict(ActionRow(None, number + 2, recommendation_number=7, recommendation="Share risk", action=text, agencies=["Police"]))
             | {"target_text": "1/2/2027", "target_on": "2027-02-01"} for number, text in enumerate(("Write it", "Teach it"))],
    "skipped": [{"sheet": None, "row": 1, "text": "Action", "reason": "header"}], "notices": [],
}  # fmt: skip
CSV = b"Date,What happened\n27/03/2019,Seen at home.\n28/03/2019,Not seen at school.\n"


def entry(request: Request, sequence: int, **values: Any) -> Entry:
    """One entry of a return, not saved; as if typed by hand unless it names its upload."""
    day = date(2019, 3, 27)
    said = {"date_text": "27/3/2019", "date_from": day, "date_to": day, "precision": "day", "event": "Seen at home."}
    by = {"review_id": request.review_id, "agency_id": request.agency_id, "recorded_by": request.agency.people.all()[0]}
    return Entry(request=request, sequence=sequence, **{**by, **said, **values})


def handed_in(world: make.World, review: Review, agency: Agency) -> dict[str, Any]:
    """A return that was signed off: a file with an entry, an entry typed by hand, a section of the report, a mark."""
    asked = make.request(world, review, agency, status="returned")
    author = agency.people.all()[0]
    kept = {"filename": "ours.csv", "sha256": "c0" * 32, "size": len(CSV), "status": "imported", "parsed": PARSED}
    upload = Upload(request=asked, uploaded_by=author, **kept)
    upload.file.save("ours.csv", ContentFile(CSV), save=True)
    read, typed, kept_back = Entry.objects.bulk_create(
        [entry(asked, 1, upload=upload), entry(asked, 2), entry(asked, 3, event="Told in confidence.")]
    )
    held = {"review": review, "kind": "police", "reason": "A trial waits.", "asked_by": author}
    return {
        "draft": Draft.objects.create(
            request=asked, key=uuid4(), order=1, date_text="27/3/2019", event="Seen at home.", batch=1, entry=typed, written_by=author
        ),
        "abbreviation": Abbreviation.objects.create(request=asked, short="MASH", meaning="Safeguarding hub", written_by=author),
        "silence": Silence.objects.create(
            request=asked, first=date(2018, 1, 1), last=date(2018, 6, 1), why="Not known to us.", declared_by=author
        ),
        "standing": Standing.objects.create(request=asked, kind="source", about=str(read.pk), let_by=author),
        "request": asked, "upload": upload, "entry": read, "typed": typed,
        "hold": Hold.objects.create(entry=kept_back, **held),
        "question": Question.objects.create(request=asked, number=1, text="Who saw the child alone?"),
        "extension": Extension.objects.create(request=asked, until=asked.due_on, reason="r", asked_by=author),
        "section": ImrSection.objects.create(imr=Imr.objects.create(request=asked), key="author", text="Written by Kim."),
        "mark": findings.Mark.objects.create(review=review, entry=read, kind="key_episode", made_by=world.reviewer),
    }  # fmt: skip


def learned(world: make.World, review: Review, number: int, handed: dict[str, Any]) -> dict[str, Any]:
    """A finding that rests on an agency's entry, a recommendation to that agency alone, and its action with evidence."""
    agency, day, by = handed["request"].agency, timezone.localdate(), world.reviewer
    owner = agency.people.get(memberships__role=Role.ACTION_OWNER)
    words = {"title": "Home visits were missed", "what": "w", "why": "y"}
    finding = findings.Finding.objects.create(review=review, number=number, written_by=by, **words)
    asked = findings.Recommendation.objects.create(review=review, number=number, text="Plan visits.", written_by=by)
    finding.themes.set(findings.Theme.objects.filter(board=world.board))
    finding.lines_of_enquiry.set(review.lines_of_enquiry.all())
    asked.findings.set([finding])
    asked.agencies.set([agency])
    set_for = {"agency": agency, "number": 1, "text": "Train", "owner": owner, "target_on": day}
    action = findings.Action.objects.create(recommendation=asked, **set_for)
    update = findings.ActionUpdate.objects.create(action=action, note="Trained.", written_by=owner)
    file = findings.EvidenceFile(update=update, name="list.txt", sha256="a0" * 32)
    file.file.save("list.txt", ContentFile(b"names"), save=True)
    moved = {"from_on": day, "to_on": day, "reason": "The supplier is late.", "revised_by": by}
    barred = {"what": "No trainer.", "who_can_lift": "The head", "since": day, "step_on": day, "raised_by": owner}
    tested = {"measure": "m", "result": "r", "shown": "yes", "tested_on": day, "recorded_by": by}
    said = {"answer": "accepted", "responded_by": world.chair, "responded_on": day}
    return {
        "finding": finding, "recommendation": asked, "action": action, "update": update, "file": file,
        "milestone": findings.Milestone.objects.create(action=action, text="Book a room", due_on=day),
        "revision": findings.TargetRevision.objects.create(action=action, **moved),
        "barrier": findings.Barrier.objects.create(action=action, **barred),
        "comment_of_a_friend": findings.CriticalFriendComment.objects.create(action=action, text="Who came?", written_by=by),
        "response": findings.Response.objects.create(recommendation=asked, **said),
        "evidence": findings.Evidence.objects.create(finding=finding, entry=handed["entry"], added_by=by),
        "impact": findings.Impact.objects.create(action=action, **tested),
        **answered(world, asked, agency),
        **governing(world, asked, agency),
    }  # fmt: skip


def governing(world: make.World, asked: findings.Recommendation, agency: Agency) -> dict[str, Any]:
    """A policy of an agency that a recommendation names, with an approved change of which staff were told."""
    day, by = timezone.localdate(), world.manager
    policy = findings.Policy.objects.create(
        board=world.board, agency=agency, title="Passing on concerns", review_on=day, entered_by=by
    )
    said = {"clause": "4.2", "before": "Send a form.", "after": "Ring.", "edition_after": "2", "recorded_by": by}
    change = findings.PolicyChange.objects.create(policy=policy, approved_by="The chief", approved_on=day, **said)
    told = {"agency": agency, "level": "manager", "channel": "email", "told_on": day, "recorded_by": by}
    return {
        "policy": policy,
        "policy_change": change,
        "policy_ask": findings.PolicyAsk.objects.create(policy=policy, recommendation=asked, asked_by=by),
        "policy_told": findings.PolicyTold.objects.create(change=change, **told),
    }


def answered(world: make.World, asked: findings.Recommendation, agency: Agency) -> dict[str, Any]:
    """What an agency answered to a recommendation, how the board judged it, and to which national body it was sent."""
    day, senior = timezone.localdate(), agency.people.get(memberships__role=Role.AGENCY_SENIOR)
    given = {"answer": "in_part", "reason": "No car.", "responded_by": senior, "responded_on": day, "answers": 1}
    given |= {"verdict": "unacceptable", "judged_answer": 1}
    response = findings.AgencyResponse.objects.create(recommendation=asked, agency=agency, **given)
    judged = {"verdict": "unacceptable", "reason": "r", "judged_by": world.chair, "judged_on": day, "on_answer": 1}
    sent = {"body": "The Panel", "why": "w", "sent_on": day, "written_on": day, "sent_by": world.manager}
    return {
        "agency_response": response,
        "response_judgement": findings.ResponseJudgement.objects.create(response=response, **judged),
        "escalation": findings.Escalation.objects.create(recommendation=asked, **sent),
    }


def planned(world: make.World, review: Review, action: findings.Action) -> dict[str, Any]:
    """An action plan that waits to be imported, and the line of an earlier one that an action came in with."""
    by = {"review": review, "sha256": "f" * 64, "size": 9, "uploaded_by": world.manager}
    plan = findings.PlanFile(**by, filename="plan.csv", status="preview", parsed=PLANNED)
    plan.file.save("plan.csv", ContentFile(PLAN), save=True)
    earlier = findings.PlanFile.objects.create(**by, filename="earlier.csv", status="imported", parsed=PLANNED)
    of = {"plan": earlier, "recommendation": action.recommendation, "action": action, "row": 2}
    return {"plan_file": plan, "plan_line": findings.PlanLine.objects.create(**of, written={"progress": "As it was."})}


def governed(world: make.World, review: Review) -> dict[str, Any]:
    """What the board writes about a review, one of each."""
    rules, day, by = review.rules, timezone.localdate(), world.manager
    told = {
        "subject_name": "Amara Okafor",
        "outcome": "died",
        "circumstances": "Found at home.",
        "rule_set": rules.stamp,
    }
    referral = {"board": world.board, "ref": f"REF-2026-{review.pk:03d}", "status": "sent", "referrer": world.referrer}
    child = make.subject(world, review)
    mother = make.subject(world, review, given="Ngozi", pseudonym="Ms O", part="family")
    beside = reviews.ParallelProcess.objects.create(review=review, kind="coroner", started_on=day)
    issued = reviews.TermsVersion.objects.create(
        review=review, number=1, content={"Purpose": "Learning"}, why="The first.", issued_by=by
    )
    return {
        "answer": reviews.CriterionAnswer.objects.create(
            review=review, criterion=rules.criteria[0].key, answer="met", reason="r", answered_by=by
        ),
        "decision": reviews.Decision.objects.create(
            review=review, recommended_outcome=rules.outcomes[0].code, recommendation="r", recommended_by=by
        ),
        "notification": reviews.Notification.objects.create(review=review, sent_by="Tom Brennan"),
        "tick": reviews.PlanTick.objects.create(
            review=review, task=rules.plan[1].key, ticked_on=day, ticked_by=by
        ),
        "parallel": beside,
        "restriction": reviews.Restriction.objects.create(process=beside, limit="interviews", asked_by="The coroner", since=day),
        "plan": reviews.PlannedStage.objects.create(
            review=review, stage_key="monitoring", planned_on=day, planned_by=by
        ),
        "participation": reviews.Participation.objects.create(review=review, agency=world.police, asked="A report."),
        "terms_version": issued,
        "terms_signature": reviews.TermsSignature.objects.create(
            issue=issued, signed_by=world.auditor, on_behalf_of="Audit", answer="agrees"
        ),
        "calendar_link": reviews.CalendarLink.objects.create(board=world.board, user=by, key_sha256=f"{by.pk:064}"),
        "slip": reviews.ClockSlip.objects.create(
            review=review, clock=rules.clocks[0].key, new_due_on=day, reason="r", approver="a", recorded_by=by
        ),
        "referral": reviews.Referral.objects.create(**referral, **told),
        "person": child,
        **involved(mother, by),
        "relation": reviews.Relation.objects.create(
            review=review, first=mother, kind="parent", second=child, recorded_by=by
        ),
        "membership": review.memberships.get(user=world.panel),
        "role": world.auditor.memberships.get(),
    }  # fmt: skip


def involved(mother: reviews.Person, by: Any) -> dict[str, Any]:
    """What is recorded of a mother's part in the review, one of each."""
    day = timezone.localdate()
    said = reviews.Contribution.objects.create(
        person=mother, words="He laughed at trains.", given_on=day, way="meeting", with_whom="Hana", recorded_by=by
    )
    asked = {"person": mother, "kind": "request", "asked_by": "Ada Obi", "asked_on": day, "identity": "Passport"}
    access = findings.SubjectAccess.objects.create(review=mother.review, recorded_by=by, **asked)
    marked = {"record_kind": "reviews.contribution", "record_id": said.pk, "choice": "give", "marked_by": by}
    return {
        "subject_access": access,
        "subject_access_mark": findings.SubjectAccessMark.objects.create(access=access, **marked),
        "member": mother,
        "contribution": said,
        "consent": reviews.Consent.objects.create(
            contribution=said, choice="quote", given_on=day, said_to="Hana", recorded_by=by
        ),
        "involvement": reviews.Involvement.objects.create(person=mother, language="Igbo", written_by=by),
        "contact": reviews.Contact.objects.create(
            person=mother, kind="invited", happened_on=day, by_whom="Hana Svensson", way="home", recorded_by=by
        ),
        "advocate": reviews.Advocate.objects.create(person=mother, kind="chosen", offered_on=day, recorded_by=by),
    }


def considered(world: make.World, review: Review) -> dict[str, Any]:
    """A meeting with somebody who came and a vote, a decision with its signed record and a challenge, legal advice."""
    code, day, by = review.rules.outcomes[0].code, timezone.localdate(), world.manager
    held = {"kind": "partners", "held_on": day, "led_by": "Ruth Amankwah", "agenda": "The case"}
    said = {"recommended_outcome": code, "recommendation": "r"}
    meeting = reviews.Meeting.objects.create(review=review, **held, **said)
    decided = reviews.Decision.objects.create(
        review=review,
        recommended_by=by,
        outcome=code,
        agreement="agrees",
        decided_by=world.chair,
        decided_on=day,
        **said,
    )
    content = content_of(decided, (), number=1, signed="Ruth Amankwah", on=day)
    return {
        "meeting": meeting, "decided": decided,
        "attendance": reviews.Attendance.objects.create(
            meeting=meeting, name="Lee Grant", partner=review.rules.voters[0].key, way="there"
        ),
        "vote": reviews.Vote.objects.create(
            meeting=meeting, partner=review.rules.voters[0].key, answer="support", recorded_by=by
        ),
        "signed": reviews.DecisionRecord.objects.create(
            decision=decided, number=1, content=content, sha256=digest(content), signed_by=world.chair, signed_at=timezone.now()
        ),
        "challenge": reviews.Challenge.objects.create(
            decision=decided, kind="challenge", from_whom="The GP", received_on=day, why="w", recorded_by=by
        ),
        "letter": reviews.Letter.objects.create(
            review=review, key="decision-agencies", label="Decision, to the agencies", to="agency", recipient="The head", subject="s",
            text="Dear head", written_by=by,
        ),
        "invitation": reviews.Invitation.objects.create(
            board=world.board, invited="Dr Ana Mistry", key_sha256=f"e{review.pk:063}", expires_on=day, made_by=by
        ),
        "disclosure": reviews.Disclosure.objects.create(
            review=review, kind="letter", what="Decision", to="The GP", given_on=day, given_by=by, why="w", power="p"
        ),
        "judgement": reviews.QualityJudgement.objects.create(
            review=review, markers="m@1", marker="referral", side="board", verdict="shown", reason="r", judged_by=by
        ),
        "letterhead": letterhead(world),
        "advice": reviews.LegalAdvice.objects.create(
            review=review, given_by="Counsel", given_on=day, question="q", advice="a", recorded_by=by
        ),
    }  # fmt: skip


def shelved(world: make.World, theme: findings.Theme) -> dict[str, Any]:
    """A published review of another board in the library with a recommendation, a search that is kept, a place for study."""
    by, said = world.manager, {"publisher": "Marlow Safeguarding Board", "regime": "lcspr", "year": 2021}
    library = findings.LibraryReview.objects.create(
        board=world.board, title="Child M", text="Neglect.", added_by=by, **said
    )
    lesson = findings.Lesson.objects.create(published=library, number="1", text="Missed visits should be followed up.")
    for each in (library, lesson):
        each.themes.set([theme])
    findings.LessonTerm.objects.create(lesson=lesson, term="visit")
    return {
        "library": library, "lesson": lesson,
        "search": findings.SavedSearch.objects.create(board=world.board, name="Neglect", asked={"words": ["neglect"]}, made_by=by),
        "study": findings.Study.objects.create(board=world.board, title="Marlow’s reviews", link="https://marlow.example/reviews"),
    }  # fmt: skip


def timed(world: make.World, review: Review) -> dict[str, Any]:
    """A hold over the case and one over all cases, a proposal that waits, the board’s own period, what is left of another case."""
    day, by = timezone.localdate(), world.manager
    held = {"board": world.board, "why": "w", "since": day, "look_again_on": day, "placed_by": by}
    gone = {
        "review_ref": f"SCR-1990-{review.pk:03d}",
        "rule_set": review.rule_set,
        "schedule": "retention@2026",
        "line": "published-adult",
    }
    counted = {"label": "Adult", "years": 20, "counted_from": date(1990, 1, 1), "due_on": date(2010, 1, 1), "files": 1}
    said = {
        "basis": "local",
        "source": "s",
        "reason": "r",
        "decided_on": day,
        "counts": {"Letters": [2, 3]},
        "stayed": ["Accounts"],
    }
    people = {"decided_by": by, "confirmed_by": world.chair, "destroyed_at": timezone.now()}
    certificate = reviews.DestructionCertificate.objects.create(board=world.board, **gone, **counted, **said, **people)
    record(
        world.chair,
        "case.destroyed",
        certificate,
        facts={"review": certificate.review_ref, "sha256": certificate.sha256},
    )
    declined = reviews.Referral.objects.create(
        board=world.board, ref=f"REF-1990-{review.pk:03d}", status="not_taken_forward", referrer=world.referrer,
        rule_set=review.rule_set, subject_name="Ola Reyes",
    )  # fmt: skip
    reviews.Referral.objects.filter(pk=declined.pk).update(changed_at=timezone.now() - timedelta(days=4000))
    proposed = {"kind": "referral", "key": declined.pk, "choice": "destroy", "reason": "r", "decided_by": by}
    return {
        "declined": declined,
        "disposal": reviews.Disposal.objects.create(board=world.board, **proposed),
        "legal_hold": reviews.LegalHold.objects.create(review=review, kind="inquest", **held),
        "board_hold": reviews.LegalHold.objects.create(kind="moratorium", **held),
        "retention_decision": reviews.RetentionDecision.objects.create(review=review, choice="destroy", reason="r", decided_by=by),
        "retention_period": reviews.RetentionPeriod.objects.create(
            board=world.board, line="sign-ins", years=9, reason="r", set_by=by
        ),
        "certificate": certificate,
    }  # fmt: skip


def supported(world: make.World, review: Review) -> dict[str, Any]:
    """A professional of the police with an offer, and a colleague who asks for support."""
    day, by = timezone.localdate(), world.support
    looked_after = Professional.objects.create(
        review=review, agency=world.police, role_code="Constable 1", contact="Room 9", recorded_by=by
    )
    return {
        "professional": looked_after,
        "offer": SupportOffer.objects.create(
            professional=looked_after, kind="debrief", offered_on=day, note="Over tea", recorded_by=by
        ),
        "support_ask": SupportAsk.objects.create(
            board=world.board, agency=world.police, asked_by=world.police_senior, reach="After four"
        ),
    }


def letterhead(world: make.World) -> reviews.Letterhead:
    """The plain letterhead, as if the board had added it."""
    made = reviews.Letterhead(board=world.board, filename="ours.docx", sha256="d0" * 32, added_by=world.administrator)
    made.file.save("ours.docx", ContentFile(usual()), save=True)
    return made


def empty_page() -> bytes:
    """A PDF of one page with nothing on it."""
    writer, held = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(held)
    return held.getvalue()


def reported(world: make.World, review: Review) -> dict[str, Any]:
    """A report with a name that nobody has decided about, a reader's refusal, a decision and a built file."""
    report, by = findings.Report.objects.create(review=review, title="Child A"), world.reviewer
    for order, each in enumerate(review.rules.sections, start=1):
        text = "Amara met Wojciech Brzeczyszczykiewicz at home." if order == 1 else ""
        text = "Child A, the youngest of four, is deaf and Polish and was seen at 2.30pm." if order == 2 else text
        findings.ReportSection.objects.create(report=report, key=each.key, title=each.title, order=order, text=text)
    made = {"sha256": "b1" * 32, "text_sha256": "b2" * 32, "published": True}
    built = findings.BuiltReport(report=report, format="pdf", built_by=by, **made)
    built.file.save("report.pdf", ContentFile(empty_page()), save=True)
    return {
        "report": report, "built": built,
        "build": findings.ReportBuild.objects.create(report=report, asked_by=by, finished_at=timezone.now()),
        "publication": findings.Publication.objects.create(report=report, instead="Visits are planned."),
        "remark": findings.Remark.objects.create(
            section=report.sections.all()[0], kind="suggestion", on_version=1, quote="at home", words="at school", written_by=world.panel
        ),
        "unsaved": findings.Unsaved.objects.create(
            section=report.sections.all()[0], writer=world.manager, text="Half a sent", seen_version=1
        ),
        "reading": findings.Reading.objects.create(report=report, reader=by, order=1, accepted=False, note="n", sha256=""),
        "anonymity_decision": findings.AnonymityDecision.objects.create(
            review=review, text="Elm Road", kind="street", choice="keep", reason="r", decided_by=by
        ),
        "judged": findings.AnonymityDecision.objects.create(
            review=review, text="deaf", kind="jigsaw:condition", choice="keep", reason="r", decided_by=by
        ),
    }  # fmt: skip


def taught(case: Case) -> None:
    """Slides that are out and are being written anew, with words that nobody has decided about yet."""
    report, by, day = case.records["report"], case.world.manager, timezone.localdate()
    product = findings.Product.objects.create(report=report, kind="slides", begun_by=by)
    told = (
        "Wojciech Brzeczyszczykiewicz rang. Child A, the youngest of four, is deaf and Polish and was seen at 2.30pm."
    )
    part = findings.ProductPart.objects.create(product=product, key="why", title="Why it matters", order=1, text=told, written_by=by)  # fmt: skip
    out = {"content": [["why", "Why it matters", "Nobody rang."]], "sha256": "f0" * 32}
    edition = findings.Edition.objects.create(product=product, number=1, released_by=by, released_on=day, **out)
    kept = findings.ProductFile(product=product, edition=edition, format="pptx", sha256="f1" * 32, text_sha256="f0" * 32, built_by=by)  # fmt: skip
    kept.file.save("slides.pptx", ContentFile(b"slides"), save=True)
    settled = {"text": "Elm Road", "kind": "street", "choice": "keep", "reason": "r", "section": "learning-products"}
    case.records |= {
        "product": product, "product_part": part, "edition": edition, "product_file": kept,
        "product_build": findings.ProductBuild.objects.create(product=product, asked_by=by, finished_at=timezone.now()),
        "settled": findings.AnonymityDecision.objects.create(review=case.review, decided_by=by, **settled),
    }  # fmt: skip


def spread(case: Case) -> None:
    """Each agency was sent the slides, and one team has answered; somebody has read them."""
    day, edition = timezone.localdate(), case.records["edition"]
    planned = {"product": case.records["product"], "planned_on": day, "answer_by": day, "sent_on": day, "planned_by": case.world.manager}  # fmt: skip
    for own in case.of.values():
        own["audience"] = findings.Audience.objects.create(
            agency=own["request"].agency, level="front_line", channel="meeting", **planned
        )
    said = {"used_on": day, "channel": "meeting", "reached": 7, "different": "d", "answered_by": case.world.school_lead}
    case.records["team_answer"] = findings.TeamAnswer.objects.create(audience=case.of["school"]["audience"], **said)
    case.records["receipt"] = findings.Receipt.objects.create(
        edition=edition, reader=case.world.manager, level="manager"
    )


def trained(case: Case) -> None:
    """A course that was taught: each agency sent somebody and was asked what changed; a sheet waits to be counted."""
    day, by, world = timezone.localdate(), case.world.manager, case.world
    course = findings.Course.objects.create(
        board=world.board, title="Ring before you write", questions=["I know whom to ring."], written_by=by
    )
    held = {"held_on": day, "online": True, "trainer": "Nia Rees", "planned_by": by}
    session = findings.TrainingSession.objects.create(course=course, **held)
    row = {"sheet": "", "row": 2, "agency": "Harrowdale Police", "role": "Constable", "number": 1, "reason": ""}
    sheet = findings.AttendanceFile.objects.create(
        session=session, filename="came.csv", sha256="c1" * 32, rows=[row], uploaded_by=by
    )
    for own in case.of.values():
        agency = own["request"].agency
        course.findings.add(own["finding"])
        course.recommendations.add(own["recommendation"])
        own["attendees"] = findings.Attendees.objects.create(
            session=session, agency=agency, level="front_line", number=4, counted_by=by
        )
        own["practice"] = findings.Practice.objects.create(session=session, agency=agency, asked_on=day, answer_by=day)
    case.records |= {"course": course, "session": session, "attendance_file": sheet}


def checked(case: Case) -> None:
    """A round of factual accuracy that is open: each agency has said something about one passage, and disputes it."""
    report, by, day = case.records["report"], case.world.reviewer, timezone.localdate()
    case.records["round"] = findings.AccuracyRound.objects.create(report=report, due_on=day, sent_on=day, opened_by=by)
    for own in case.of.values():
        own["invitation"] = findings.AccuracyInvitation.objects.create(
            round=case.records["round"], request=own["request"], chosen=[[report.sections.all()[0].key, 1]]
        )
        section = report.sections.all()[0]
        own["passage"] = findings.AccuracyPassage.objects.create(
            invitation=own["invitation"], section=section, text="It was late."
        )
        said = {"kind": "fact", "text": "It was not.", "written_by": own["request"].agency.people.all()[0]}
        decided = {"decision": "not_accepted", "reason": "It was.", "decided_by": by, "decided_on": day}
        own["comment"] = findings.AccuracyComment.objects.create(passage=own["passage"], **said, **decided)


def yearly(world: make.World, review: Review) -> dict[str, Any]:
    """A yearly report that was published once and is written anew; in its last making a name waits for a decision."""
    by, day = world.manager, timezone.localdate()
    told = {"year": day.year - 1, "regime": review.rule_set.partition("@")[0], "rule_set": review.rule_set}
    report = findings.AnnualReport.objects.create(board=world.board, begun_by=by, **told)
    said = {"key": "foreword", "title": "Foreword", "order": 1, "text": "It was a hard year.", "written_by": by}
    part = findings.AnnualPart.objects.create(report=report, **said)
    left = {
        "review": review.pk,
        "ref": review.ref,
        "title": "Foreword",
        "text": "Wojciech",
        "kind": "person",
        "before": "",
        "after": " rang",
    }
    build = findings.AnnualBuild(
        report=report, asked_by=by, finished_at=timezone.now(), published_on=day, left=[{**left, "reason": "A name.", "candidates": []}]
    )  # fmt: skip
    for name in ("docx", "pdf"):
        getattr(build, name).save(f"annual.{name}", ContentFile(empty_page()), save=False)
    build.save()
    return {"annual_report": report, "annual_part": part, "annual_build": build}


def led(case: Case) -> None:
    """What a leader promised, a member that came to the board's meeting, and statements: the police's given, the school's asked for."""
    by, day, report = case.world.manager, timezone.localdate(), case.records["annual_report"]
    said = {"leader": "The chief", "what": "Two posts", "made_on": day, "due_on": day, "recorded_by": by}
    case.records["commitment"] = findings.Commitment.objects.create(
        board=case.world.board, agency=case.world.police, **said
    )
    case.records["board_attendance"] = findings.BoardAttendance.objects.create(
        meeting=case.records["board_meeting"], agency=case.world.police, way="there"
    )
    for name, text in (("police", "We ring."), ("school", "")):
        asked = {"asked_on": day, "due_on": day, "asked_by": by, "text": text}
        case.of[name]["statement"] = findings.MemberStatement.objects.create(
            report=report, agency=getattr(case.world, name), **asked
        )


def addressed(case: Case) -> None:
    """A letter to somebody of the family, which is on their contact record."""
    kept = {
        "key": "decision-family",
        "label": "Decision, to the family",
        "to": "family",
        "subject": "s",
        "text": "Dear Ms O",
    }
    made = reviews.Letter.objects.create(review=case.review, recipient="Ms O", written_by=case.world.manager, **kept)
    made.people.set([case.records["member"]])
    case.records["letter_to_family"] = made


def neighbouring(world: make.World, review: Review) -> dict[str, Any]:
    """Another board, which reads this review; which gave this board one of its own to read, and offers its learning."""
    name, day = f"Next to {world.board.short_name}", timezone.localdate()
    other = reviews.Board.objects.create(name=name, short_name=name, area=name)
    guest = make.person(f"Vera {name}")
    make.in_role(other, guest, Role.BUSINESS_MANAGER)
    theirs = Review.objects.create(
        board=other, ref=f"SCR-2025-9{review.pk:03d}", title="Child N", rule_set=review.rule_set
    )
    ours = {"board": world.board, "to_board": other, "offered_by": world.manager}
    from_there = {"board": other, "to_board": world.board, "offered_by": guest, "why": "w"}
    agreed = {"accepted": True, "answered_on": day, "until": day + timedelta(days=90)}
    given = {**ours, **agreed, "why": "The child had lived there.", "answered_by": guest}
    sharing = reviews.Sharing.objects.create(review=review, **given)
    sharing.readers.set([guest])
    for board in (world.board, other):
        make.project(board)
    return {
        "neighbour": other, "sharing": sharing,
        "received": reviews.Sharing.objects.create(review=theirs, answered_by=world.manager, **from_there, **agreed),
        "offered": reviews.Sharing.objects.create(**from_there),
    }  # fmt: skip


def one_of_everything(world: make.World, *, stage: str = Stage.PUBLICATION) -> Case:
    """A review, at a late stage unless it says otherwise, with one of everything in it and both agencies' returns."""
    made = make.review(world, stage=stage)
    theme = findings.Theme.objects.create(board=world.board, name="Voice of the child")
    found = Case(
        world,
        made,
        {
            "theme": theme,
            **governed(world, made),
            **considered(world, made),
            **reported(world, made),
            **supported(world, made),
            **timed(world, made),
            **neighbouring(world, made),
        },
        of={},
    )
    for number, name in enumerate(("police", "school"), start=1):
        handed = handed_in(world, made, getattr(world, name))
        found.of[name] = handed | learned(world, made, number, handed)
    found.records["event_link"] = findings.EventLink.objects.create(
        review=made, status="confirmed", decided_by=world.reviewer
    )
    found.records["episode"] = findings.Episode.objects.create(
        review=made, title="The first report", first=date(2019, 3, 1), last=date(2019, 3, 31), made_by=world.reviewer
    )
    met, by = timezone.localdate() - timedelta(days=90), world.manager
    found.records["board_meeting"] = findings.BoardMeeting.objects.create(
        board=world.board, held_on=met, recorded_by=by
    )
    pack = findings.BoardPack(board=world.board, asked_by=by, finished_at=timezone.now())
    for name in ("docx", "pdf"):
        getattr(pack, name).save(f"pack.{name}", ContentFile(empty_page()), save=False)
    pack.save()
    found.records["board_pack"] = pack
    found.records |= yearly(world, made)
    led(found)
    found.records["event_link"].entries.set([own["entry"] for own in found.of.values()])
    said = {"entry": found.of["police"]["entry"], "person": found.records["person"], "state": "undecided"}
    found.records["naming"] = findings.Naming.objects.create(**said)
    kept = {"name": "Not seen", "asked": {"seen": ["no"]}, "shared": True, "made_by": world.reviewer}
    found.records["saved_view"] = findings.SavedView.objects.create(review=made, **kept)
    found.records |= planned(world, made, found.of["police"]["action"])
    found.records |= shelved(world, theme)
    checked(found)
    taught(found)
    spread(found)
    trained(found)
    addressed(found)
    return found


def everything() -> dict[str, Any]:
    """Every row that people write, as the database keeps it, so that a change shows; a refusal is an event, not a change, and history follows its record."""
    known = [model for app in ("reviews", "agencies", "findings") for model in apps.get_app_config(app).get_models()]
    kept = [
        model for model in known if not str(model._meta.model_name).startswith(("event", "chainhead", "historical"))
    ]
    return {model.__name__: rows(model) for model in kept}


def rows(model: Any) -> list[tuple[Any, ...]]:
    """The rows of a model's own table by their keys, each column as it is stored: nothing is drawn up from them."""
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quoted(model._meta.db_table)} ORDER BY {quoted(model._meta.pk.column)}")
        return list(cursor.fetchall())


def unlike(found: dict[str, Any], said: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """(name, what was found, what was expected) wherever the two differ."""
    names = sorted({*found, *said})
    return [(name, found.get(name), said.get(name)) for name in names if found.get(name) != said.get(name)]
