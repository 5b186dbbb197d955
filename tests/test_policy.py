"""Who may do what: every role against every action of the policy table, and against the form of every page of the portal.

Every role against what every page answers to it is in tests/test_walk.py. What is expected here is worked out from the table's own text and from PAGES below, never by asking the code under test.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.core.management.commands import migrate

from agencies.models import RequestGrant
from agencies.services import directory
from reviews import access, policy
from reviews.models import Review, ReviewGrant
from reviews.policy import Role
from reviews.services import membership
from tests import make
from tests.case import Case, everything, one_of_everything, routes, unlike

# The action that opens a page, and the pages' URL names; "!": a button, with nothing to open. An indented line goes on with
# the action above it. "-": whoever is signed in; what these list is their reader's alone.
PAGES = """
-                      help help.words help.role
-                      healthz readyz home reviews.review.list agencies.request.list findings.board.show
-                      findings.board.actions findings.board.pictures findings.thread.list
finding.see            findings.plan.export
whole_plan.see         findings.plan.whole findings.board.export findings.board_pack.list findings.board_pack.download
board_pack.make        findings.board_pack.make!
annual_report.see      findings.annual_report.show findings.annual_part.versions
board.see              findings.annual_report.list findings.annual_report.download
annual_report.write    findings.annual_report.begin! findings.annual_report.build! findings.annual_report.settle findings.annual_report.publish!
                       findings.annual_report.revise findings.annual_part.edit findings.annual_part.keep! findings.annual_part.discard!
                       findings.annual_part.put_back!
annual_report.write    findings.statement.ask
statement.give         findings.statement.give
leadership.see         findings.leadership.show
leadership.record      findings.commitment.new findings.commitment.edit findings.commitment.judge
board_meeting.record   findings.board_meeting.attendance
annual_report.approve  findings.annual_report.approve findings.annual_report.send_back
board_meeting.record   findings.board_meeting.list findings.board_meeting.new findings.board_meeting.edit findings.board_meeting.remove!
review.see             overview reviews.criteria.list reviews.terms.show reviews.person.list reviews.clock.list
                       agencies.request.of_review
review.see             reviews.plan.show
review.screen          reviews.plan.tick! reviews.plan.untick! reviews.notification.edit
referral.make          reviews.referral.new
referral.invite        reviews.invitation.list reviews.invitation.new reviews.invitation.renew reviews.invitation.withdraw!
-                      reviews.invited.open reviews.invited.show reviews.invited.write
review.see             reviews.stage.show
review.see             reviews.terms.version reviews.terms.compare
review.scope           reviews.terms.issue reviews.participation.new reviews.participation.edit
terms.sign             reviews.terms.sign
-                      reviews.calendar.feed
-                      findings.agency_response.list
response.ask           findings.agency_response.ask
response.give          findings.agency_response.respond
response.judge         findings.agency_response.judge
escalation.see         findings.escalation.list
escalation.send        findings.escalation.send findings.escalation.chase findings.escalation.answer
board.see              reviews.year.show
message.see            reviews.message.list
retention.see          reviews.retention.list reviews.retention.schedule reviews.certificate.show reviews.certificate.download
retention.keep         reviews.retention.period reviews.legal_hold.of_board reviews.legal_hold.end
retention.see          reviews.disposal.show
retention.keep         reviews.disposal.decide
retention.destroy      reviews.disposal.answer
sharing.see            reviews.sharing.list
sharing.keep           reviews.sharing.new reviews.sharing.answer reviews.sharing.readers reviews.sharing.end
kept.see               reviews.retention.show
kept.decide            reviews.retention.keep reviews.retention.propose
kept.destroy           reviews.retention.answer
review.hold            reviews.legal_hold.new reviews.legal_hold.lift
board.see              reviews.calendar.show
calendar.link          reviews.calendar.make! reviews.calendar.revoke!
review.commission      reviews.stage.plan
referral.see           reviews.referral.show
referral.change        reviews.referral.edit reviews.referral.send!
referral.screen        reviews.referral.screen
review.screen          reviews.criteria.edit reviews.decision.recommend reviews.clock.date reviews.clock.slip
review.decide          reviews.decision.decide reviews.decision.defer
review.scope           reviews.terms.edit reviews.line.new reviews.line.edit reviews.line.remove
review.commission      reviews.appointment.new reviews.appointment.end
review.people          reviews.person.new reviews.person.edit
review.see             reviews.relation.list findings.family.show findings.family.download
review.people          reviews.relation.new reviews.relation.edit
family.see             reviews.family.list reviews.family.show
family.record          reviews.family.edit reviews.contact.new reviews.advocate.new reviews.advocate.edit
contribution.read       reviews.contribution.show reviews.practitioner.list
contribution.record    reviews.contribution.new reviews.contribution.revise reviews.consent.new
review.people          reviews.naming.edit
review.close           reviews.stage.move!
review.hold            reviews.parallel.new reviews.parallel.edit reviews.restriction.new reviews.restriction.lift
review.see             findings.earlier.show
restriction.see        reviews.restriction.list
review.audit           reviews.event.list reviews.event.head reviews.history.show
review.request         agencies.request.new
review.see             reviews.meeting.list reviews.meeting.show reviews.decision_record.show reviews.decision_record.download
review.convene         reviews.meeting.new reviews.meeting.edit reviews.meeting.minutes reviews.meeting.finish!
review.convene         reviews.attendance.new reviews.attendance.edit reviews.vote.cast
letter.see             reviews.letter.list reviews.letter.show reviews.letter.download
letter.write           reviews.letter.new reviews.letter.edit reviews.letter.send
board.administer       reviews.letterhead.list reviews.letterhead.new reviews.letterhead.usual reviews.letterhead.download
board.administer       reviews.letterhead.retire!
disclosure.see         reviews.disclosure.list reviews.disclosure.download
disclosure.record      reviews.disclosure.new
subject_access.answer  findings.subject_access.list findings.subject_access.new findings.subject_access.show
                       findings.subject_access.download findings.subject_access.mark findings.subject_access.finish
quality.see            reviews.quality.show reviews.quality.download
quality.judge          reviews.quality.judge
review.pack            findings.pack.show findings.pack.download
review.legal           reviews.advice.list reviews.advice.new
review.challenge       reviews.challenge.new
review.decide          reviews.challenge.answer reviews.decision_record.sign
request.see            agencies.request.show agencies.upload.preview agencies.upload.download agencies.entry.list
request.see            agencies.request.show agencies.entry.list agencies.reader.show
                       agencies.imr.show agencies.upload.list agencies.request.quality
request.file           agencies.upload.preview agencies.upload.download
request.write          agencies.hold.new agencies.hold.withdraw!
chronology.see         findings.reader.list
review.audit           reviews.reader.list
chronology.release     reviews.release.withdraw
chronology.held        findings.hold.list
chronology.hold        findings.hold.new findings.hold.confirm! findings.hold.lift
request.assign         agencies.request.assign
request.extend         agencies.request.extend agencies.request.send_back
request.write          agencies.request.nil agencies.request.unnil! agencies.upload.new agencies.upload.columns
                       agencies.upload.fix agencies.upload.confirm! agencies.upload.discard! agencies.upload.undo!
                       agencies.entry.new agencies.entry.remove! agencies.imr.edit
request.write          agencies.upload.leave_out agencies.upload.put_back! agencies.upload.order! agencies.upload.again!
request.write          agencies.draft.edit agencies.draft.line! agencies.draft.confirm! agencies.draft.undo!
request.see            agencies.entry.show
request.write          agencies.entry.correct
request.write          agencies.glossary.edit agencies.advice.declare agencies.advice.let_stand! agencies.advice.withdraw!
request.write          agencies.advice.reopen!
review.see             agencies.glossary.of_review
request.write          agencies.extension.ask agencies.question.answer
request.extend         agencies.extension.answer
request.refuse         agencies.request.refuse
request.withdraw       agencies.request.withdraw
request.submit         agencies.request.submit! agencies.request.take_back!
request.sign_off       agencies.request.sign_off agencies.request.decline
board.audit            reviews.event.of_board reviews.event.of_person
board.administer       agencies.agency.list agencies.agency.new agencies.agency.edit agencies.person.list
                       agencies.person.new agencies.person.edit agencies.person.reset agencies.person.end findings.theme.list
                       findings.theme.begin! findings.theme.new findings.theme.edit
chronology.see         findings.chronology.show findings.chronology.export findings.entry.show
                       findings.pattern.silence findings.pattern.knowledge findings.pattern.sharing
chronology.see         findings.strip.show
chronology.mark        findings.mark.remove! findings.naming.decide!
-                      findings.library.list findings.library.show findings.library.years
library.keep           findings.library.new findings.library.upload findings.library.edit findings.library.take_out
                       findings.lesson.list findings.lesson.confirm! findings.lesson.new findings.lesson.edit
                       findings.lesson.remove! findings.study.new findings.study.edit
search.keep            findings.search.list findings.search.new findings.search.remove!
finding.see            findings.made_before.show findings.thread.show
chronology.see         findings.saved_view.list
chronology.mark        findings.saved_view.new findings.saved_view.edit findings.saved_view.remove!
chronology.see         findings.episode.list findings.episode.show findings.lane.show
chronology.mark        findings.episode.new findings.episode.edit findings.episode.remove!
chronology.see         findings.same_event.list findings.same_event.show
chronology.mark        findings.same_event.look! findings.same_event.new findings.same_event.undo! findings.same_event.part!
chronology.see         findings.figure.list findings.figure.show findings.figure.download
finding.see            findings.enquiry.show
finding.write          findings.desk.show
finding.see            findings.finding.list findings.finding.show findings.recommendation.list
finding.write          findings.finding.new findings.finding.edit findings.evidence.add findings.evidence.remove!
                       findings.report.begin!
report.see             findings.report.show findings.report.preview findings.report.download findings.report.draft
report.see             findings.section.show findings.version.list findings.version.show findings.version.compare
report.see             findings.remark.list
report.comment         findings.remark.new findings.remark.withdraw!
report.write           findings.remark.answer findings.budget.edit
report.write           findings.version.put_back! findings.unsaved.keep! findings.unsaved.discard!
report.write           findings.report.section findings.report.build! findings.report.submit!
report.see             findings.jigsaw.list
report.anonymise       findings.jigsaw.decide findings.jigsaw.undo!
report.anonymise       findings.report.read findings.leftover.list findings.leftover.decide findings.leftover.undo!
report.see             findings.publication.show
report.publish         findings.publication.plan findings.publication.check findings.publication.publish!
                       findings.publication.withhold findings.publication.site findings.publication.pack
                       findings.publication.deposit findings.publication.take_down
-                      findings.policy.list
learning.see           findings.course.list findings.course.show findings.session.show
finding.see            findings.gap.list
training.keep          findings.course.new findings.course.edit findings.course.link findings.session.new
                       findings.session.edit findings.session.judge findings.attendees.new findings.attendees.remove!
                       findings.attendance_file.new findings.attendance_file.preview
                       findings.attendance_file.discard! findings.attendance_file.undo!
learning.answer        findings.practice.answer
policy.see             findings.policy.show
policy.enter           findings.policy.new findings.policy.edit findings.policy_ask.new findings.policy_ask.remove!
policy.change          findings.policy.review findings.policy_change.new findings.policy_change.edit
                       findings.policy_change.tell
report.see             findings.audience.list
learning.plan          findings.audience.new findings.audience.edit findings.audience.send! findings.audience.drop!
                       findings.audience.remind!
learning.answer        findings.audience.answer
learning.see           findings.learning.list findings.learning.show findings.learning.download
report.see             findings.product.list findings.product.show findings.product.download
report.write           findings.product.begin! findings.product.part findings.product.quiz findings.product.build!
                       findings.product.revise!
report.anonymise       findings.product.settle findings.product.judge findings.product.undo!
learning.check         findings.product.check findings.product.send_back
report.publish         findings.product.release! findings.product.withdraw
report.sign_off        findings.report.sign_off findings.report.send_back
report.see             findings.accuracy.show
accuracy.run           findings.accuracy.new findings.accuracy.passages findings.accuracy.send! findings.accuracy.close!
                       findings.accuracy.decide
accuracy.see           findings.accuracy.answer
accuracy.answer        findings.accuracy.comment findings.accuracy.finish! findings.accuracy.stand
-                      agencies.support.show agencies.support.process agencies.support.mine
support.ask            agencies.support.ask!
support.answer         agencies.support.take_up!
support.words          agencies.support.words
board.administer       agencies.support.edit
support.keep           agencies.support.list agencies.professional.new agencies.professional.edit
                       agencies.offer.new agencies.offer.answer
support.see            agencies.support.counts
recommendation.write   findings.recommendation.new findings.recommendation.edit
plan.see               findings.recommendation.show findings.action.show findings.action.evidence
recommendation.respond findings.recommendation.respond
action.set             findings.action.new
action.update          findings.action.progress findings.action.edit
action.update          findings.milestone.new findings.milestone.edit findings.milestone.reach! findings.milestone.remove
action.update          findings.barrier.new findings.barrier.escalate findings.barrier.lift
action.set             findings.action.target
action.comment         findings.action.comment
-                      findings.barrier.list findings.update.list
action.set             findings.action.new findings.plan_file.list findings.plan_file.new findings.plan_file.columns
                       findings.plan_file.preview findings.plan_file.answer findings.plan_file.fix findings.plan_file.download
                       findings.plan_file.leave_out findings.plan_file.put_back! findings.plan_file.again!
                       findings.plan_file.confirm! findings.plan_file.discard! findings.plan_file.undo!
action.update          findings.action.progress
action.assure          findings.action.assure findings.action.reopen
impact.record          findings.action.impact
"""


def read(pages: str) -> Iterator[tuple[str, str]]:
    """(URL name, action) of every page of PAGES."""
    action = ""
    for line in pages.strip().splitlines():
        first, *names = line.split()
        action, names = (action, [first, *names]) if line.startswith(" ") else (first, names)
        yield from ((name, action) for name in names)


BUTTONS = {name.rstrip("!") for name, _ in read(PAGES) if name.endswith("!")}
ASKS = {name.rstrip("!"): action for name, action in read(PAGES)}
# A page that is read with one right, and whose form asks for another.
FORMS = {
    **ASKS,
    "findings.entry.show": "chronology.mark",
    "findings.same_event.show": "chronology.mark",
    "findings.episode.show": "chronology.mark",
    "findings.figure.show": "report.write",
    "findings.learning.show": "learning.read",
}
# Pages of a whole board, or of its reference data.
OF_THE_BOARD = (
    "reviews.event.of_board",
    "reviews.event.of_person",
    "agencies.agency.",
    "agencies.person.",
    "findings.theme.",
    "reviews.referral.new",
    "reviews.calendar.show",
    "reviews.year.show",
    "reviews.message.",
    "reviews.retention.list", "reviews.retention.schedule", "reviews.retention.period",
    "reviews.legal_hold.of_board", "reviews.legal_hold.end", "reviews.certificate.",
    "reviews.sharing.", "reviews.disposal.",
    "reviews.calendar.make",
    "reviews.calendar.revoke",
    "reviews.letterhead.",
    "reviews.invitation.",
    "agencies.support.ask",
    "agencies.support.take_up",
    "agencies.support.words",
    "agencies.support.edit",
    "findings.learning.",
    "findings.policy.new",
    "findings.course.list", "findings.course.show", "findings.course.new", "findings.course.edit", "findings.session.",
    "findings.attendees.", "findings.attendance_file.",
    "findings.escalation.list",
    "findings.board_meeting.",
    "findings.annual_report.", "findings.annual_part.", "findings.statement.ask", "findings.leadership.", "findings.commitment.",
    "findings.board_pack.",
    "findings.board.export",
    "findings.library.new", "findings.library.upload", "findings.library.edit", "findings.library.take_out",
    "findings.lesson.", "findings.study.", "findings.search.",
    "findings.plan.whole",
)  # fmt: skip

# Open to who is not signed in: the system itself, and whoever holds the link of an invitation.
WITHOUT_SIGN_IN = {
    "agencies.support.process",
    "healthz",
    "readyz",
    "reviews.invited.open",
    "reviews.invited.show",
    "reviews.invited.write",
}

# The policy table's own text, read here a second time: action → (carrier, role → mark).
MARKS = {
    action: (on, dict(zip(Role, cells, strict=True)))
    for action, on, *cells in (line.partition("|")[0].split() for line in policy.TABLE.strip().splitlines() if line)
}
# Everybody of make.world with the one role that they hold; "school" is the other agency, "elsewhere" another board.
PEOPLE: dict[str, Role | None] = {
    "chair": Role.BOARD_CHAIR, "manager": Role.BUSINESS_MANAGER, "reviewer": Role.REVIEW_CHAIR, "panel": Role.PANEL_MEMBER,
    "auditor": Role.AUDITOR, "referrer": Role.REFERRER, "administrator": Role.ADMINISTRATOR, "outsider": None, "elsewhere": None,
    "police_lead": Role.AGENCY_LEAD, "police_author": Role.AGENCY_AUTHOR, "police_senior": Role.AGENCY_SENIOR,
    "police_owner": Role.ACTION_OWNER, "school_lead": Role.AGENCY_LEAD, "legal": Role.LEGAL_ADVISER,
    "support": Role.SUPPORT_LEAD,
}  # fmt: skip


@pytest.fixture
def case(board: make.World) -> Case:
    """A review at a late stage with one of everything, and the manager of another board."""
    board.people["elsewhere"] = make.world("Marlow").manager
    return one_of_everything(board)


def holds(who: str, action: str) -> bool:
    """Whether the table gives `who` the right to `action` on the record of the walk.

    The referrer wrote the referral; all else that can be somebody's own is the police's.
    """
    (on, marks), role = MARKS[action], PEOPLE[who]
    mark = marks[role] if role else "."
    own = who == "referrer" if action.startswith("referral.") else who.startswith(("police_", "support"))
    if on == policy.REQUEST and role in policy.AGENCY_ROLES:
        return mark == "y" and own
    return mark == "y" or (mark == "o" and own)


# Parts of routes, and the rights of which any one lets their record be known of; what is not here hangs on a request.
KNOWN: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("professional/<", "offer/<", "/take_up/"), ("support.keep",)),
    # A line that was sent is its own agency's, and whoever's who reads the report.
    (("audience/<int:pk>/answer",), ("learning.answer", "report.see")),
    (("annual_report/<",), ("annual_report.see",)),
    (("statement/<int:pk>",), ("statement.give", "annual_report.see")),
    # What an agency is asked about training is its own, and whoever's who reads the numbers of all.
    (("practice/<",), ("learning.answer", "training.count")),
    (("policy/<", "policy_change/<", "policy_ask/<"), ("policy.see",)),
    (("disposal/<",), ("retention.see",)),
    (("plan_file/<int:pk>",), ("review.see",)),
    (("escalation/<int:pk>",), ("escalation.see",)),
    (("recommendation/", "action/", "agency_response/"), ("plan.see", "finding.see")),
)


def sees(who: str, name: str) -> bool:
    """Whether the record in the address of a page is one that `who` may know of."""
    route = routes()[name]
    if "<" not in route:
        return True
    if "<ref:ref>" in route:
        # Who holds a page's right on the review knows of it by that: its legal adviser, a support lead.
        known = who in {"legal", "support"} and MARKS[ASKS[name]][0] == policy.REVIEW and holds(who, ASKS[name])
        return known or holds(who, "referral.see" if "referral/" in route else "review.see")
    if "hold/<int:pk>" in route:  # That an entry is on hold is known to those who may read it, and to its own agency.
        return holds(who, "request.see") and holds(who, "request.file")
    rights = next((rights for parts, rights in KNOWN if any(part in route for part in parts)), ("request.see",))
    return any(holds(who, right) for right in rights)


def expected(who: str, name: str, action: str) -> int:
    """What the table says that a page answers."""
    if action == "-":
        return 200
    if not sees(who, name):
        return 404
    if holds(who, action) or action == "plan.see":
        return 200
    return 403 if holds(who, policy.SEE[MARKS[action][0]]) else 404


def expected_of_board(who: str, name: str, action: str) -> int:
    """What a page of a whole board answers; the manager of another board keeps their own, and reads no log of sign-ins."""
    if who != "elsewhere":
        return 200 if holds(who, action) else 403 if holds(who, "board.see") else 404
    if "<" in routes()[name]:
        return 404
    return 200 if holds("manager", action) else 403


def expected_anywhere(who: str, name: str, actions: dict[str, str]) -> int:
    """What the tables say that a page answers, of a whole board or not; `actions` is ASKS, or FORMS of what is sent to it."""
    return (expected_of_board if name.startswith(OF_THE_BOARD) else expected)(who, name, actions[name])


def refused_at_the_board(who: str) -> dict[str, set[int]]:
    """What whoever may not send a form of a whole board's page is answered; of a record it may be that there is none."""
    said = {name: expected_of_board(who, name, FORMS[name]) for name in ASKS if name.startswith(OF_THE_BOARD)}
    return {
        name: {status, 404} if "<" in routes()[name] else {status}
        for name, status in said.items() if status in {403, 404}
    }  # fmt: skip


def walked() -> list[str]:
    """The pages that hang on a record, or on nothing; those of a whole board have a test of their own."""
    return [name for name in routes() if not name.startswith(OF_THE_BOARD)]


def test_every_page_says_here_what_it_asks_for() -> None:
    assert unlike(dict.fromkeys(routes(), True), dict.fromkeys(ASKS, True)) == []


def test_an_action_that_is_not_in_the_table_raises(case: Case) -> None:
    for ask in (
        lambda: access.check(case.world.manager, "review.burn", case.review),
        lambda: access.allowed(case.world.manager, "review.burn", case.review),
        lambda: access.boards_where(case.world.manager, "review.burn"),
        lambda: Review.objects.visible_to(case.world.manager, "review.burn"),
    ):
        with pytest.raises(LookupError, match="not an action"):
            ask()


def test_a_table_with_a_line_that_does_not_fit_is_not_read() -> None:
    line = "review.see review y y y y . . . . y . . . . . | open the review"
    for wrong in (
        line.replace(" y .", " x .", 1),
        line.replace(". |", "|"),
        f"{line}\n{line}",
        line.replace("review y", "case y"),
    ):
        with pytest.raises(ValueError, match="does not read at"):
            policy.read(wrong)
    assert policy.read(line)["review.see"].codename == "review_see"


def test_the_code_lets_each_role_do_what_the_table_says(case: Case) -> None:
    police = case.of["police"]
    kinds = {
        "support": case.world.police,
        "referral": case.records["referral"],
        "plan": police["action"],
        "action": police["action"],
        "response": police["recommendation"],
        "learning": police["audience"],
        "statement": police["statement"],
        "policy": police["policy"],
        "training": police["attendees"],
    }
    carriers = {policy.BOARD: case.world.board, policy.REVIEW: case.review, policy.REQUEST: police["request"]}
    for action, (on, _) in MARKS.items():
        record = kinds.get(action.split(".")[0], carriers[on]) if on == policy.BOARD else carriers[on]
        allowed = {who for who in PEOPLE if access.allowed(case.world.people[who], action, record)}
        assert allowed == {who for who in PEOPLE if holds(who, action)}, action


def test_the_store_holds_for_each_role_what_the_table_says(case: Case) -> None:
    for on, record in ((policy.REVIEW, case.review), (policy.REQUEST, case.of["police"]["request"])):
        for who in PEOPLE:
            stored = record.grants.filter(user=case.world.people[who]).values_list("permission__codename", flat=True)
            said = [action for action, (carrier, _) in MARKS.items() if carrier == on and holds(who, action)]
            assert sorted(stored) == sorted(action.replace(".", "_") for action in said), who


def test_a_grant_that_was_tampered_with_is_found(case: Case) -> None:
    stored: list[tuple[Any, Any]] = [(ReviewGrant, case.review), (RequestGrant, case.of["police"]["request"])]
    for model, record in stored:
        call_command("regrant", "--check")
        grant = model.objects.filter(content_object=record).first()
        model.objects.create(user=case.world.outsider, permission=grant.permission, content_object=record)
        with pytest.raises(CommandError, match="0 permissions are missing and 1 are too many"):
            call_command("regrant", "--check")
        call_command("regrant")
        model.objects.filter(pk=grant.pk).update(until=date(2099, 1, 1))
        with pytest.raises(CommandError, match="1 permissions are missing and 1 are too many"):
            call_command("regrant", "--check")
        model.objects.filter(pk=grant.pk).delete()
        with pytest.raises(CommandError, match="1 permissions are missing and 0 are too many"):
            call_command("regrant", "--check")
        call_command("regrant")
    call_command("regrant", "--check")


def test_migrating_stores_permissions_anew_unless_only_a_part_is_migrated(case: Case) -> None:
    ReviewGrant.objects.filter(content_object=case.review)[0].delete()
    with patch.object(migrate.Command, "handle") as migrated:
        call_command("migrate", "agencies", verbosity=0)
        with pytest.raises(CommandError, match="1 permissions are missing"):
            call_command("regrant", "--check")
        call_command("migrate", verbosity=0)
    assert migrated.call_count == 2
    call_command("regrant", "--check")


def test_verbs_that_change_who_holds_a_role_keep_store_and_table_in_step(case: Case) -> None:
    world, by = case.world, case.world.administrator
    new = directory.invite(by=by, board=world.board, email="new@example.org", name="Neve Gill", role=Role.AUDITOR)
    call_command("regrant", "--check")
    held = membership.grant(by=world.manager, board=world.board, user=new, role=Role.PANEL_MEMBER, review=case.review)
    call_command("regrant", "--check")
    membership.end(by=world.manager, membership=held, why="Moved away.")
    call_command("regrant", "--check")
    directory.write_person(by=by, board=world.board, user=new, values={"is_active": False})
    call_command("regrant", "--check")


def test_nobody_opens_anything_without_signing_in(case: Case, client: Any) -> None:
    for name in set(ASKS) - WITHOUT_SIGN_IN:
        for answer in (client.get(case.address(name)), client.post(case.address(name))):
            assert (answer.status_code, answer.headers.get("Location", "")[:15]) == (302, "/account/login/"), name


def test_what_a_role_may_not_do_is_refused_and_changes_nothing(case: Case, signed_in: Any) -> None:
    clients = {who: signed_in(case.world.people[who]) for who in PEOPLE}
    before = everything()
    for who, client in clients.items():
        said = {name: expected(who, name, FORMS[name]) for name in walked()}
        refused = {name: status for name, status in said.items() if status in {403, 404}}
        assert unlike({name: client.post(case.address(name)).status_code for name in refused}, refused) == [], who
    assert unlike(everything(), before) == []


def test_what_a_role_may_not_do_on_a_whole_board_is_refused_and_changes_nothing(case: Case, signed_in: Any) -> None:
    clients = {who: signed_in(case.world.people[who]) for who in PEOPLE}
    before, found = everything(), []
    for who, client in clients.items():
        for name, refused in refused_at_the_board(who).items():
            if (status := client.post(case.address(name)).status_code) not in refused:
                found.append((who, name, status))
    assert found == [], "\n".join(map(str, found))
    assert unlike(everything(), before) == []


def test_the_auditor_reads_all_and_changes_nothing(case: Case, signed_in: Any) -> None:
    client, before = signed_in(case.world.auditor), everything()
    reading = {name for name, action in ASKS.items() if action.endswith((".see", ".audit")) or action == "-"}
    assert [name for name in reading if client.get(case.address(name)).status_code != 200] == []
    for name in set(ASKS) - {"healthz", "readyz", "agencies.support.ask"}:  # Who audits may want support as well.
        answer = client.post(case.address(name), {"once": name, "reason": "r", "note": "n"})
        refused = {403, 404} if name not in reading or FORMS[name] != ASKS[name] else {200, 405}
        assert answer.status_code in refused, name
    assert unlike(everything(), before) == []


def test_each_page_asks_for_the_right_that_is_named_here(
    case: Case, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two rights that the same roles hold cannot be told apart from outside: so listen to what each page asks."""
    client, asked, allowed = signed_in(case.world.auditor), [], access.allowed

    def listening(user: Any, action: str, record: Any) -> bool:
        asked.append(action)
        return allowed(user, action, record)

    monkeypatch.setattr(access, "allowed", listening)
    by_query = {"-", "review.see", "request.see", "referral.see", "plan.see", "board.administer", "referral.make"}
    for name, action in FORMS.items():
        asked.clear()
        client.post(case.address(name))
        assert action in by_query or not sees("auditor", name) or asked[0] == action, (name, asked)
