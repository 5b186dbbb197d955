"""No page asks the database more than 25 times, and none asks more often because it has more rows to show."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies.models import Agency, Draft, Entry, Professional, Request, SupportAsk, SupportOffer, Upload, User
from findings import models as learned
from reviews import models as reviews
from reviews.models import Event, Membership, Review
from reviews.policy import Role
from reviews.services.events import record
from tests import make
from tests.case import PARSED, PLANNED, Case, entry, one_of_everything, routes, unlike
from tests.test_policy import ASKS, BUTTONS, holds, sees

FEW, MANY, MOST = 10, 500, 25
# A paper that is built from everything in a review asks once for each kind of record.
PAPERS = {"findings.pack.download": 30}
PAPERS |= dict.fromkeys(("findings.subject_access.show", "findings.subject_access.download", "findings.subject_access.finish"), 110)  # fmt: skip
# Your work asks once for each kind of thing that can wait for somebody with their rights.
PAPERS |= {"home": 30}
VIEWERS = (
    "manager", "reviewer", "chair", "panel", "police_lead", "police_author", "police_senior", "police_owner", "referrer",
    "auditor", "support",
)  # fmt: skip
TODAY = timezone.localdate()


@pytest.fixture
def case(board: make.World) -> Case:
    """A review at a late stage with one of everything."""
    return one_of_everything(board)


def people(case: Case, numbers: range) -> None:
    """People of the board's agencies, each with a role on the board and one in the review."""
    made = User.objects.bulk_create(
        User(email=f"p{n}@example.org", name=f"Person {n}", agency=case.world.police) for n in numbers
    )
    Membership.objects.bulk_create(
        Membership(board=case.world.board, user=user, role=Role.AGENCY_AUTHOR) for user in made
    )
    Membership.objects.bulk_create(Membership(board=case.world.board, user=user, role=Role.PANEL_MEMBER, review=case.review) for user in made)  # fmt: skip


def agencies(case: Case, numbers: range, name: str = "Agency") -> list[Agency]:
    return Agency.objects.bulk_create(Agency(board=case.world.board, name=f"{name} {n}") for n in numbers)


def register(case: Case, numbers: range) -> None:
    """Other reviews with a date and a late return of the police's each, open to the same people; referrals that wait."""
    world, late = case.world, TODAY - timedelta(days=1)
    made = Review.objects.bulk_create(
        Review(board=world.board, ref=f"SCR-2025-{n}", title="Child B", rule_set=make.CHILD, stage="drafting")
        for n in numbers
    )
    asked = Request.objects.bulk_create(
        Request(review=review, agency=world.police, sent_on=late, due_on=late) for review in made
    )
    for granted, others in ((case.review, made), (case.of["police"]["request"], asked)):
        held = list(granted.grants.filter(user__in=[world.people[who] for who in VIEWERS]))
        model = type(held[0])
        model.objects.bulk_create(
            model(user_id=grant.user_id, permission_id=grant.permission_id, content_object=other)
            for grant in held for other in others
        )  # fmt: skip
    reviews.Milestone.objects.bulk_create(
        reviews.Milestone(review=review, event="referral_received", happened_on=late, recorded_by=world.manager)
        for review in made
    )
    reviews.Invitation.objects.bulk_create(
        reviews.Invitation(
            board=world.board, invited="A GP", key_sha256=f"{n:064}", expires_on=TODAY, made_by=world.manager
        )
        for n in numbers
    )
    reviews.Referral.objects.bulk_create(
        reviews.Referral(
            board=world.board, ref=f"REF-2025-{n}", status="sent", referrer=world.referrer, rule_set=make.CHILD
        )
        for n in numbers
    )


def returns(case: Case, numbers: range) -> None:
    """Requests of this review to other agencies."""
    Request.objects.bulk_create(
        Request(review=case.review, agency=agency, sent_on=TODAY, due_on=TODAY, status="returned")
        for agency in agencies(case, numbers)
    )


def chronology(case: Case, numbers: range) -> None:
    """Entries, each with somebody who is named, a mark, a theme's mark and evidence for the finding."""
    asked, by = case.of["police"]["request"], case.world.reviewer
    made = Entry.objects.bulk_create(entry(asked, n, upload=case.of["police"]["upload"]) for n in numbers)
    learned.Mark.objects.bulk_create(
        learned.Mark(review=case.review, entry=each, kind=kind, theme=theme, made_by=by)
        for each in made for kind, theme in (("good_practice", None), ("theme", case.records["theme"]))
    )  # fmt: skip
    learned.Evidence.objects.bulk_create(
        learned.Evidence(finding=case.of["police"]["finding"], entry=each, added_by=by) for each in made
    )
    learned.Naming.objects.bulk_create(
        learned.Naming(entry=each, person=case.records["person"], state="named") for each in made
    )


def notes(case: Case, numbers: range) -> None:
    """Marks on one entry, and findings that rest on it."""
    read, by = case.of["police"]["entry"], case.world.reviewer
    learned.Mark.objects.bulk_create(
        learned.Mark(review=case.review, entry=read, kind="note", note=f"Note {n}", made_by=by) for n in numbers
    )
    for finding in findings(case, numbers):
        learned.Evidence.objects.create(finding=finding, entry=read, added_by=by)


def rows(case: Case, numbers: range) -> None:
    """Rows of an uploaded file that wait in the preview, and other uploads."""
    upload = case.of["police"]["upload"]
    found = [{**PARSED["rows"][0], "row": n, "status": "needs-attention"} for n in range(numbers.stop - 1000)]
    Upload.objects.filter(pk=upload.pk).update(parsed={**PARSED, "rows": found}, status="preview")
    Draft.objects.bulk_create(
        Draft(request=upload.request, key=uuid4(), order=n, event="Seen.", written_by=upload.uploaded_by)
        for n in numbers
    )
    Upload.objects.bulk_create(
        Upload(request=upload.request, filename=f"{n}.csv", size=1, uploaded_by=upload.uploaded_by) for n in numbers
    )


def plans(case: Case, numbers: range) -> None:
    """Rows of an action plan that wait in the preview, other plans, and actions that an earlier one brought in."""
    plan, earlier = case.records["plan_file"], case.records["plan_line"].plan
    found = [{**PLANNED["rows"][0], "row": n, "action": f"Step {n}"} for n in range(numbers.stop - 1000)]
    learned.PlanFile.objects.filter(pk=plan.pk).update(parsed={**PLANNED, "rows": found}, status="preview")
    kept = {"review": case.review, "size": 1, "uploaded_by": case.world.manager}
    learned.PlanFile.objects.bulk_create(learned.PlanFile(filename=f"{n}.csv", **kept) for n in numbers)
    learned.PlanLine.objects.bulk_create(
        learned.PlanLine(plan=earlier, recommendation=each.recommendation, action=each, row=each.pk)
        for each in learned.Action.objects.filter(recommendation__review=case.review, plan_line=None)
    )


def findings(case: Case, numbers: range) -> list[learned.Finding]:
    """Findings with a theme and a line of enquiry each."""
    by, line = case.world.reviewer, case.review.lines_of_enquiry.get(number=1)
    made = learned.Finding.objects.bulk_create(
        learned.Finding(review=case.review, number=n, title=f"Finding {n}", written_by=by) for n in numbers
    )
    learned.Finding.themes.through.objects.bulk_create(
        learned.Finding.themes.through(finding=each, theme=case.records["theme"]) for each in made
    )
    through = learned.Finding.lines_of_enquiry.through
    through.objects.bulk_create(through(finding=each, lineofenquiry=line) for each in made)
    return made


def recommendations(case: Case, numbers: range) -> None:
    """Recommendations that rest on a finding, half of them answered, each with an action."""
    by, finding, police = case.world.reviewer, case.of["police"]["finding"], case.world.police
    made = learned.Recommendation.objects.bulk_create(
        learned.Recommendation(review=case.review, number=n, text="t", written_by=by) for n in numbers
    )
    links: list[tuple[Any, dict[str, Any]]] = [
        (learned.Recommendation.findings.through, {"finding": finding}),
        (learned.Recommendation.agencies.through, {"agency": police}),
    ]
    for through, values in links:
        through.objects.bulk_create(through(recommendation=each, **values) for each in made)
    day, owner = TODAY - timedelta(days=1), case.world.police_owner
    acted = learned.Action.objects.bulk_create(
        learned.Action(recommendation=each, agency=police, number=1, text="t", owner=owner, target_on=day)
        for each in made[::2]
    )
    moved = {"from_on": day, "to_on": day, "reason": "r", "revised_by": owner}
    learned.TargetRevision.objects.bulk_create(learned.TargetRevision(action=each, **moved) for each in acted)


def answers(case: Case, numbers: range) -> None:
    """Answers of agencies to the recommendations above, half of them judged; what was sent to national bodies."""
    police, day = case.world.police, TODAY - timedelta(days=1)
    asked = learned.Recommendation.objects.filter(review=case.review, number__in=numbers)
    asked.filter(number__gte=numbers.stop - 5).update(beyond_gift=True)
    made = learned.AgencyResponse.objects.bulk_create(
        learned.AgencyResponse(recommendation=each, agency=police, due_on=day, answers=each.pk % 2) for each in asked
    )
    judged = {"verdict": "acceptable", "reason": "r", "judged_by": case.world.chair, "judged_on": day, "on_answer": 1}
    sent = {"why": "w", "sent_on": day, "written_on": "2020-01-01", "sent_by": case.world.manager}
    first, one = case.of["police"]["agency_response"], case.of["police"]["recommendation"]
    learned.ResponseJudgement.objects.bulk_create(
        learned.ResponseJudgement(response=each, **judged) for each in [*made[::4], *([first] * len(made))]
    )
    learned.Escalation.objects.bulk_create(
        learned.Escalation(recommendation=one, body=f"Body {number}", **sent) for number in numbers
    )


def steps(case: Case, numbers: range) -> None:
    """Actions of one recommendation; updates and impacts of one action."""
    recommendation, action, by = (
        case.of["police"]["recommendation"],
        case.of["police"]["action"],
        case.world.police_owner,
    )
    learned.Action.objects.bulk_create(
        learned.Action(
            recommendation=recommendation, agency=case.world.police, number=n, text="t", owner=by, target_on=TODAY
        )
        for n in numbers
    )
    learned.ActionUpdate.objects.bulk_create(
        learned.ActionUpdate(action=action, note="n", written_by=by) for _ in numbers
    )
    day = {"due_on": TODAY, "text": "t"}
    learned.Milestone.objects.bulk_create(learned.Milestone(action=action, **day) for _ in numbers)
    said = {"what": "w", "who_can_lift": "t", "since": TODAY, "step_on": TODAY, "raised_by": by, "step": "board"}
    learned.Barrier.objects.bulk_create(learned.Barrier(action=action, **said) for _ in numbers)
    learned.CriticalFriendComment.objects.bulk_create(
        learned.CriticalFriendComment(action=action, text="t", written_by=case.world.reviewer) for _ in numbers
    )
    moved = {"from_on": TODAY, "to_on": TODAY, "reason": "r", "revised_by": by}
    learned.TargetRevision.objects.bulk_create(learned.TargetRevision(action=action, **moved) for _ in numbers)
    files = {"file": "evidence/x", "name": "x", "sha256": "x"}
    learned.EvidenceFile.objects.bulk_create(
        learned.EvidenceFile(update=each, **files) for each in action.updates.all()[: len(numbers)]
    )
    learned.Impact.objects.bulk_create(
        learned.Impact(
            action=action, measure="m", result="r", shown="no", tested_on=TODAY, recorded_by=case.world.manager
        )
        for _ in numbers
    )


def report(case: Case, numbers: range) -> None:
    """Sections with a name that nobody has decided about, refusals of readers, decisions."""
    found, by = case.records["report"], case.world.reviewer
    learned.ReportSection.objects.bulk_create(
        learned.ReportSection(report=found, key=f"s{n}", title=f"Section {n}", order=n, text="Wojciech came.")
        for n in numbers
    )
    learned.Reading.objects.bulk_create(
        learned.Reading(report=found, reader=by, order=1, accepted=False, note="n", sha256="") for _ in numbers
    )
    learned.AnonymityDecision.objects.bulk_create(
        learned.AnonymityDecision(review=case.review, text=f"Road {n}", kind="street", choice="keep", decided_by=by)
        for n in numbers
    )


def governance(case: Case, numbers: range) -> None:
    """Lines of enquiry, panel members, parallel processes, the people register, decisions, themes, agencies not asked yet."""
    people(case, numbers)
    agencies(case, numbers, "Charity")
    learned.Theme.objects.bulk_create(learned.Theme(board=case.world.board, name=f"Theme {n}") for n in numbers)
    by, review = case.world.manager, case.review
    reviews.LineOfEnquiry.objects.bulk_create(
        reviews.LineOfEnquiry(review=review, number=n, question="Who knew?") for n in numbers
    )
    beside = reviews.ParallelProcess.objects.bulk_create(
        reviews.ParallelProcess(review=review, kind="other", started_on=TODAY) for _ in numbers
    )
    reviews.Restriction.objects.bulk_create(
        reviews.Restriction(process=each, limit="publication", asked_by="The police", since=TODAY) for each in beside
    )
    reviews.Person.objects.bulk_create(
        reviews.Person(review=review, given="Ngozi", pseudonym=f"Person {n}", added_by=by) for n in numbers
    )
    child = case.records["person"]
    reviews.Relation.objects.bulk_create(
        reviews.Relation(review=review, first=each, kind="other", second=child, recorded_by=by)
        for each in review.people.filter(pseudonym__startswith="Person ")
    )
    mother = case.records["member"]
    reviews.Contact.objects.bulk_create(
        reviews.Contact(
            person=mother,
            kind="told",
            happened_on=TODAY,
            by_whom="Tom",
            way="phone",
            letter=case.records["letter"],
            recorded_by=by,
        )
        for _ in numbers
    )
    for n in numbers:
        said = reviews.Contribution.objects.create(
            person=mother, first=case.records["contribution"], number=n, words="It rained on that day, as it does.", given_on=TODAY,
            way="letter", with_whom="Tom", recorded_by=by,
        )  # fmt: skip
        learned.Evidence.objects.create(finding=case.of["police"]["finding"], contribution=said, added_by=by)
    reviews.Advocate.objects.bulk_create(
        reviews.Advocate(person=mother, kind="chosen", offered_on=TODAY, recorded_by=by) for _ in numbers
    )
    given = {"kind": "letter", "what": "w", "to": "t", "given_on": TODAY, "given_by": by, "why": "w", "power": "p"}
    first = review.disclosures.first()
    reviews.Disclosure.objects.bulk_create(reviews.Disclosure(review=review, corrects=first, **given) for _ in numbers)
    code = review.rules.outcomes[0].code
    made = {"outcome": code, "decided_by": case.world.chair, "decided_on": TODAY}
    reviews.Decision.objects.bulk_create(
        reviews.Decision(review=review, recommended_outcome=code, recommended_by=by, **made) for _ in numbers
    )


def learning(case: Case, numbers: range) -> None:
    """Lines of the plan of whom the learning reaches, half of them answered; readers."""
    world, product, edition = case.world, case.records["product"], case.records["edition"]
    planned = {"product": product, "level": "manager", "channel": "email", "planned_by": world.manager}
    made = learned.Audience.objects.bulk_create(
        learned.Audience(agency=world.police, planned_on=TODAY, answer_by=TODAY, sent_on=TODAY, **planned)
        for _ in numbers
    )
    said = {"used_on": TODAY, "channel": "email", "reached": 3, "different": "d", "answered_by": world.police_lead}
    learned.TeamAnswer.objects.bulk_create(learned.TeamAnswer(audience=each, **said) for each in made[::2])
    readers = User.objects.filter(name__startswith="Person ").exclude(pk__in=edition.receipts.values("reader"))
    learned.Receipt.objects.bulk_create(
        learned.Receipt(edition=edition, reader=each, agency=world.police, level="manager") for each in readers
    )


def policies(case: Case, numbers: range) -> None:
    """Policies of the police that a recommendation names, with a change each; changes of one policy, staff who were told."""
    world, one, asked = case.world, case.of["police"]["policy"], case.of["police"]["recommendation"]
    known = {"board": world.board, "agency": world.police, "review_on": TODAY - timedelta(days=1), "entered_by": world.manager}  # fmt: skip
    made = learned.Policy.objects.bulk_create(learned.Policy(title=f"Policy {n}", **known) for n in numbers)
    said = {"clause": "4", "before": "Send.", "after": "Ring.", "edition_after": "2", "recorded_by": world.manager}
    changes = learned.PolicyChange.objects.bulk_create(
        learned.PolicyChange(policy=each, **said) for each in [*made, *([one] * len(made))]
    )
    learned.PolicyAsk.objects.bulk_create(
        learned.PolicyAsk(policy=each, recommendation=asked, asked_by=world.manager) for each in made
    )
    told = {"agency": world.police, "level": "manager", "channel": "email", "told_on": TODAY}
    learned.PolicyTold.objects.bulk_create(
        learned.PolicyTold(change=each, recorded_by=world.manager, **told) for each in changes
    )


def training(case: Case, numbers: range) -> None:
    """Courses that teach the findings of the review, sessions of one, people who came, sheets, agencies that are asked."""
    world, one, session = case.world, case.records["course"], case.records["session"]
    made = learned.Course.objects.bulk_create(
        learned.Course(board=world.board, title=f"Course {n}", written_by=world.manager) for n in numbers
    )
    through, finding = learned.Course.findings.through, case.of["police"]["finding"]
    through.objects.bulk_create(through(course=each, finding=finding) for each in made)
    held = {"held_on": TODAY, "online": True, "trainer": "Nia Rees", "planned_by": world.manager}
    sessions = learned.TrainingSession.objects.bulk_create(
        learned.TrainingSession(course=one, answers=[[1, 2, 3, 4]], **held) for _ in numbers
    )
    for each in (*sessions, *([session] * len(numbers))):
        learned.Attendees.objects.create(
            session=each, agency=world.police, level="manager", number=1, counted_by=world.manager
        )
    learned.Practice.objects.bulk_create(
        learned.Practice(session=each, agency=world.police, asked_on=TODAY, answer_by=TODAY) for each in sessions
    )
    learned.AttendanceFile.objects.bulk_create(
        learned.AttendanceFile(session=session, filename=f"{n}.csv", uploaded_by=world.manager) for n in numbers
    )


def events(case: Case, numbers: range) -> None:
    """Lines of the record, chained as they should be."""
    last = record(case.world.manager, "review.opened", case.review)
    kept = {
        "chain": last.chain,
        "at": last.at,
        "actor": last.actor,
        "verb": "x",
        "board": last.board,
        "review": last.review,
    }
    Event.objects.bulk_create(Event(**kept, number=last.number + n) for n in numbers)
    reviews.ChainHead.objects.filter(chain=last.chain).update(number=last.number + numbers.stop)


def support(case: Case, numbers: range) -> None:
    """Professionals who may be affected, offers to one of them, colleagues who ask for support."""
    world, by = case.world, case.world.support
    Professional.objects.bulk_create(
        Professional(review=case.review, agency=world.police, role_code=f"Constable {n}", recorded_by=by)
        for n in numbers
    )
    SupportOffer.objects.bulk_create(
        SupportOffer(professional=case.records["professional"], kind="debrief", offered_on=TODAY, recorded_by=by)
        for _ in numbers
    )
    SupportAsk.objects.bulk_create(
        SupportAsk(board=world.board, agency=world.police, asked_by=world.police_author) for _ in numbers
    )


def yearly(case: Case, numbers: range) -> None:
    """Reports of other years, each published; makings of one of them."""
    one, by = case.records["annual_report"], case.world.manager
    left = case.records["annual_build"].left  # A place to decide about, or the page that decides would not be there.
    told = {"board": case.world.board, "regime": one.regime, "rule_set": one.rule_set, "begun_by": by}
    made = learned.AnnualReport.objects.bulk_create(learned.AnnualReport(year=n, **told) for n in numbers)
    learned.AnnualBuild.objects.bulk_create(
        learned.AnnualBuild(report=each, asked_by=by, published_on=TODAY, left=left)
        for report in made
        for each in (report, one)
    )


def leaders(case: Case, numbers: range) -> None:
    """What leaders promised; members that were asked for a statement, and that came to the board's meeting."""
    world, by = case.world, case.world.manager
    said = {"board": world.board, "agency": world.police, "made_on": TODAY, "due_on": TODAY, "recorded_by": by}
    learned.Commitment.objects.bulk_create(learned.Commitment(leader=f"Chief {n}", what="w", **said) for n in numbers)
    made = agencies(case, numbers, "Member")
    asked = {"report": case.records["annual_report"], "asked_on": TODAY, "due_on": TODAY, "asked_by": by}
    learned.MemberStatement.objects.bulk_create(learned.MemberStatement(agency=each, **asked) for each in made)
    learned.BoardAttendance.objects.bulk_create(
        learned.BoardAttendance(meeting=case.records["board_meeting"], agency=each, way="there") for each in made
    )


GROWING = (
    leaders,
    yearly,
    support,
    governance,
    register,
    returns,
    chronology,
    notes,
    rows,
    recommendations,
    answers,
    steps,
    report,
    events,
    plans,
    learning,
    policies,
    training,
)


def readers(name: str) -> list[str]:
    """Who opens a page here: of those whom the policy table lets open it, the first; your own pages, each of them."""
    may = [who for who in VIEWERS if ASKS[name] == "-" or (sees(who, name) and holds(who, ASKS[name]))]
    return may if ASKS[name] == "-" else may[:1]


def queries_of_each_page(case: Case, signed_in: Any) -> dict[str, int]:
    """How often each page that can be opened asks the database, by page and reader."""
    found = {}
    for name in set(routes()) - BUTTONS:
        assert readers(name), f"Nobody in VIEWERS may open {name}."
        for who in readers(name):
            client = signed_in(case.world.people[who])
            connection.queries_log.clear()  # It holds 9,000 and no more: what is past that would not be counted.
            with CaptureQueriesContext(connection) as queries:
                assert client.get(case.address(name)).status_code == 200, (name, who)
            found[f"{name}, {who}"] = len(queries)
    return found


def test_no_page_asks_too_often_or_more_often_because_it_has_more_rows(case: Case, signed_in: Any) -> None:
    for grow in GROWING:
        grow(case, range(1000, 1000 + FEW))
    ContentType.objects.get_for_models(*apps.get_models())  # What one process looks up once is no matter of rows.
    record(case.world.manager, "plan.exported", board=case.world.board)  # A board's first event begins its chain.
    record(
        case.world.manager, "hold.read", case.review, sealed=True
    )  # So does the first of what is sealed in a review.
    signed_in(case.world.manager).get("/readyz")  # A process reckons its migrations once.
    learned.BoardPack.objects.update(taken_at=timezone.now())  # The first taking is noted, the later ones are not.
    few = queries_of_each_page(case, signed_in)
    assert {page: number for page, number in few.items() if number > PAPERS.get(page.split(",")[0], MOST)} == {}
    for grow in GROWING:
        grow(case, range(1000 + FEW, 1000 + MANY))
    assert unlike(queries_of_each_page(case, signed_in), few) == []
