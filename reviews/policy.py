"""THE table: who may do what, and on which record the right hangs. Pure data, no Django.

A mark in the table is `y` (may), `o` (may, for what is their own or their own agency's) or `.` (may not). `on` names what
carries the right: a `board` (read from membership), a `review` or a `request` (projected onto object permissions by
`reviews.access`). An action that is not in the table does not exist: asking for it raises.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What a membership makes of a person; the column heads of the table."""

    BOARD_CHAIR = "board_chair"
    BUSINESS_MANAGER = "business_manager"
    REVIEW_CHAIR = "review_chair"
    PANEL_MEMBER = "panel_member"
    AGENCY_LEAD = "agency_lead"
    AGENCY_AUTHOR = "agency_author"
    AGENCY_SENIOR = "agency_senior"
    ACTION_OWNER = "action_owner"
    AUDITOR = "auditor"
    REFERRER = "referrer"
    ADMINISTRATOR = "administrator"
    LEGAL_ADVISER = "legal_adviser"
    SUPPORT_LEAD = "support_lead"
    GUEST = "guest"


ROLE_LABELS = {
    Role.BOARD_CHAIR: "Board chair",
    Role.BUSINESS_MANAGER: "Business manager",
    Role.REVIEW_CHAIR: "Review chair or independent reviewer",
    Role.PANEL_MEMBER: "Review panel member",
    Role.AGENCY_LEAD: "Agency lead",
    Role.AGENCY_AUTHOR: "Agency author",
    Role.AGENCY_SENIOR: "Agency senior sign-off",
    Role.ACTION_OWNER: "Action owner",
    Role.AUDITOR: "Auditor",
    Role.REFERRER: "Referrer",
    Role.ADMINISTRATOR: "Administrator",
    Role.LEGAL_ADVISER: "Legal adviser",
    Role.SUPPORT_LEAD: "Support lead",
    Role.GUEST: "Guest of another board",
}

# A guest holds no membership: two boards have agreed on it (`reviews.models.sharing`).
MEMBERSHIP_LABELS = {role: label for role, label in ROLE_LABELS.items() if role != Role.GUEST}

# Held for one review at a time, and ending with it; the agency's roles reach what their own agency was asked for.
REVIEW_ROLES = frozenset({Role.REVIEW_CHAIR, Role.PANEL_MEMBER, Role.LEGAL_ADVISER, Role.SUPPORT_LEAD})
# Those that end by themselves when their review closes; staff may need their support lead for longer.
ENDING_WITH_REVIEW = REVIEW_ROLES - {Role.SUPPORT_LEAD}
AGENCY_ROLES = frozenset({Role.AGENCY_LEAD, Role.AGENCY_AUTHOR, Role.AGENCY_SENIOR, Role.ACTION_OWNER})

BOARD, REVIEW, REQUEST = "board", "review", "request"

#                                 board    business review   panel   agency agency agency action            legal   support guest of
#                                 chair    manager  chair    member  lead   author senior owner  auditor referrer admin    adviser lead    another board
TABLE = """
board.see              board      y        y        y        y       y      y      y      y      y       y        y        .      .       .     | open the board's pages
board.administer       board      .        y        .        .       .      .      .      .      .       .        y        .      .       .     | change directory, memberships and board settings
board.audit            board      .        .        .        .       .      .      .      .      y       .        y        .      .       .     | read the log of sign-ins and settings
message.see            board      y        y        .        .       .      .      .      .      y       .        y        .      .       .     | read what the portal sent by e-mail
calendar.link          board      y        y        y        y       .      .      .      .      .       .        .        .      .       .     | have the dates of their reviews in their own calendar
board.count            board      y        y        .        .       .      .      .      .       y       .        .        .      .       .     | see the exact numbers of the board’s year
referral.make          board      y        y        .        .       y      .      .      .      .       y        .        .      .       .     | make a referral
referral.see           board      y        y        .        .       o      .      .      .      y       o        .        .      .       .     | read a referral
referral.change        board      o        o        .        .       o      .      .      .      .       o        .        .      .       .     | write and send a referral
referral.invite        board      .        y        .        .       .      .      .      .       .       .        .        .      .       .     | invite people without an account to make a referral
referral.screen        board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | acknowledge and screen a referral
library.keep           board      .        y        y        .       .      .      .      .      .       .        .        .      .       .     | add published reviews to the library and correct them
search.keep            board      y        y        y        y       y      y      y      y      .       y        y        .      .       .     | keep searches of the library
plan.see               board      y        y        .        .       o      .      o      o      y       .        .        .      .       .     | read recommendations and actions after sign-off
response.give          board      .        .        .        .       o      .      o      .      .       .        .        .      .       .     | answer a recommendation for their agency
response.ask           board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | ask agencies to answer recommendations
response.judge         board      y        y        .        .       .      .      .      .      .       .        .        .      .       .     | judge how an agency answered a recommendation
escalation.see         board      y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read what was sent to national bodies
escalation.send        board      y        y        .        .       .      .      .      .      .       .        .        .      .       .     | send recommendations to national bodies and record their answers
action.update          board      .        y        .        .       o      .      .      o      .       .        .        .      .       .     | report progress and evidence on an action
action.assure          board      y        y        .        .       .      .      .      .      .       .        .        .      .       .     | assure an action, or reopen it
whole_plan.see         board      y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read the board's whole plan and its packs, and take them as files
board_pack.make        board      y        y        .        .       .      .      .      .      .       .        .        .      .       .     | make the pack for a meeting of the board
annual_report.see      board      y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read the yearly report while it is written
annual_report.write    board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | write the yearly report and publish it
annual_report.approve  board      y        .        .        .       .      .      .      .      .       .        .        .      .       .     | approve the yearly report for the board
leadership.see         board      y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read what leaders promised, and who came
leadership.record      board      y        y        .        .       .      .      .      .      .       .        .        .      .       .     | record what leaders promised and whether they kept it
statement.give         board      .        .        .        .       o      .      o      .      .       .        .        .      .       .     | give their agency’s statement for the yearly report
board_meeting.record   board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | record when the board meets
action.comment         board      y        y        y        y       .      .      .      .      .       .        .        .      .       .     | ask or say something about an action as a critical friend
support.ask            board      y        y        y        y       y      y      y      y      y       y        y        y      y       .     | ask for support for oneself
support.answer         board      .        .        .        .       .      .      .      .      .       .        .        .      y       .     | answer somebody who asks for support
support.words          board      .        y        .        .       o      .      .      .      .       .        y        .      o       .     | write where the staff of an agency find support
policy.see             board      y        y        y        y       o      .      o      o      y       .        .        .      .       .     | read the register of policies
policy.enter           board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | enter policies into the register, and say which recommendations name them
policy.change          board      .        y        .        .       o      .      o      .      .       .        .        .      .       .     | record how a policy was changed and reviewed, and who was told
training.keep          board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | keep courses and sessions, and count who came
training.count         board      y        y        y        y       o      .      o      o      y       .        .        .      .       .     | read how many of which agency and role came to training
learning.see           board      y        y        y        y       y      y      y      y      y       y        y        .      .       .     | read what was released of learning
learning.read          board      y        y        y        y       y      y      y      y      .       y        y        .      .       .     | say that they read it, and answer its questions
learning.answer        board      .        .        .        .       o      o      o      o      .       .        .        .      .       .     | say how their team used what was learned
retention.see          board      y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read how long the board keeps its records, which are due, and certificates of destruction
retention.keep         board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | set the board’s own periods, and holds over all of its cases
retention.destroy      board      y        .        .        .       .      .      .      .      .       .        .        .      .       .     | confirm that a record of no case is destroyed
sharing.see            board      y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read what the board shares with other boards
sharing.keep           board      .        y        .        .       .      .      .      .      .       .        .        .      .       .     | offer, accept and end what is shared with other boards

review.see             review     y        y        y        y       .      .      .      .      y       .        .        .      .       y     | open the review
review.audit           review     y        y        y        .       .      .      .      .      y       .        .        .      .       .     | read the review's events and history
review.names           review     y        y        y        y       .      .      .      .      y       .        .        .      .       y     | see real names
review.screen          review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | answer the criteria and refer the case for decision
review.decide          review     y        .        .        .       .      .      .      .      .       .        .        .      .       .     | make the decision
review.commission      review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | appoint people, set the method and start the review
review.scope           review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | write terms of reference and lines of enquiry
terms.sign             review     y        .        .        y       .      .      .      .      .       .        .        .      .       .     | sign the terms of reference
review.people          review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | keep the people register and pseudonyms
review.convene         review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | record meetings, who came and how partners voted
review.challenge       review     y        y        .        .       .      .      .      .      .       .        .        .      .       .     | record a challenge to a decision
review.legal           review     y        y        .        .       .      .      .      .      .       .        .        y      .       .     | read and record privileged legal advice
letter.see             review     y        y        y        .       .      .      .      .      y       .        .        .      .       .     | read the letters of a review
letter.write           review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | write letters and record that they were sent
disclosure.see         review     y        y        y        .       .      .      .      .       y       .        .        y      .       .     | read the disclosure log
subject_access.answer  review     .        y        .        .       .      .      .      .      .       .        .        y      .       .     | gather what is held on one person, and answer who asks for it
disclosure.record      review     .        y        y        .       .      .      .      .       .       .        .        .      .       .     | record a disclosure that was made outside the portal
family.see             review     y        y        y        .       .      .      .      .       y       .        .        .      .       .     | read what the family was told and offered
family.record          review     .        y        y        .       .      .      .      .       .       .        .        .      .       .     | record contacts with the family
contribution.read       review     y        y        y        .       .      .      .      .       .       .        .        .      .       .     | read what the family and practitioners said in their own words
contribution.record    review     .        y        y        .       .      .      .      .       .       .        .        .      .       .     | take down what the family and practitioners said, and what they agree to
quality.see            review     y        y        y        y       .      .      .      .       y       .        .        .      .       .     | read the self-assessment against the quality markers
quality.judge          review     y        y        y        .       .      .      .      .       .       .        .        .      .       .     | judge the review against the quality markers
review.pack            review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | make the pack for the national body
restriction.see        review     y        y        y        y       .      .      .      .      y       .        .        y      .       .     | read what parallel processes ask the review to wait with
review.hold            review     y        y        .        .       .      .      .      .      .       .        .        .      .       .     | record a parallel process or a hold
review.request         review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | ask agencies for returns
kept.see               review     y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read how long the review is kept, and what holds it
kept.decide            review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | decide to keep the review longer or to propose that it is destroyed
kept.destroy           review     y        .        .        .       .      .      .      .      .       .        .        .      .       .     | confirm that the review is destroyed
review.close           review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | close the review
chronology.release     review     .        .        y        .       .      .      .      .      .       .        .        .      .       .     | release the merged chronology to the panel
chronology.prepare     review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | read the merged chronology before release
chronology.see         review     y        y        y        y       .      .      .      .      y       .        .        .      .       y     | read the merged chronology once released
chronology.mark        review     .        y        y        y       .      .      .      .      .       .        .        .      .       .     | mark entries with themes and key episodes
chronology.hold        review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | put entries on hold, and lift holds
chronology.held        review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | read entries that are on hold
finding.see            review     y        y        y        y       .      .      .      .      y       .        .        .      .       y     | read findings and recommendations
finding.write          review     .        .        y        .       .      .      .      .      .       .        .        .      .       .     | write findings and what they rest on
recommendation.write   review     .        .        y        .       .      .      .      .      .       .        .        .      .       .     | write recommendations
report.see             review     y        y        y        y       .      .      .      .      y       .        .        .      .       y     | read the report's drafts
report.comment         review     y        y        y        y       .      .      .      .      .       .        .        .      .       .     | comment on the report's draft and suggest words
report.write           review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | write the report's sections
report.anonymise       review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | decide what stands for a name or detail
report.second_read     review     .        .        .        y       .      .      .      .      .       .        .        .      .       .     | sign as second reader of the anonymised text
report.sign_off        review     y        .        .        .       .      .      .      .      .       .        .        .      .       .     | sign the report off for the board
learning.plan          review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | plan whom the learning reaches, and send it
learning.check         review     y        y        y        y       .      .      .      .      .       .        .        .      .       .     | check a learning product that somebody else wrote
accuracy.run           review     .        y        y        .       .      .      .      .      .       .        .        .      .       .     | run the round of factual accuracy and decide its comments
report.publish         review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | publish, or record why not
recommendation.respond review     y        .        .        .       .      .      .      .      .       .        .        .      .       .     | record the board's response to a recommendation
action.set             review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | set actions for agencies
impact.record          review     .        y        .        .       .      .      .      .      .       .        .        .      .       .     | record whether an action had an impact
support.keep           review     .        .        .        .       .      .      .      .      .       .        .        .      y       .     | record who may be affected and what support they were offered
support.see          review     y        y        .        .       .      .      .      .      y       .        .        .      .       .     | read how many were offered support, by agency

request.see            request    .        y        y        .       y      y      y      .      y       .        .        .      .       .     | open a request and its return
request.file           request    .        y        y        .       y      y      y      .      .       .        .        .      .       .     | read an agency's file as it was handed in
request.assign         request    .        .        .        .       y      .      .      .      .       .        .        .      .       .     | appoint the author of a return
request.write          request    .        .        .        .       y      y      .      .      .       .        .        .      .       .     | upload a chronology and write the report
request.submit         request    .        .        .        .       y      .      .      .      .       .        .        .      .       .     | pass the return to the senior person
request.sign_off       request    .        .        .        .       .      .      y      .      .       .        .        .      .       .     | sign the return off for the agency
accuracy.see           request    .        y        y        .       y      y      y      .      y       .        .        .      .       .     | read the passages of the draft about the agency
accuracy.answer        request    .        .        .        .       y      y      y      .      .       .        .        .      .       .     | check what the draft says about the agency
request.refuse         request    .        .        .        .       y      .      y      .      .       .        .        .      .       .     | refuse to answer a request, with the reason
request.withdraw       request    .        y        y        .       .      .      .      .      .       .        .        .      .       .     | withdraw a request
request.extend         request    .        y        y        .       .      .      .      .      .       .        .        .      .       .     | move the due date, or send a return back
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table: `may` for anything on the carrier, `own` for what is the person's or their agency's."""

    action: str
    on: str
    may: frozenset[Role]
    own: frozenset[Role]
    label: str

    @property
    def codename(self) -> str:
        """The name of the object permission that stands for this action."""
        return self.action.replace(".", "_")


def read(table: str) -> dict[str, Rule]:
    """The rules of a table, by action. Raises ValueError for a line that does not fit the columns."""
    rules: dict[str, Rule] = {}
    columns = list(Role)
    for line in filter(str.strip, table.splitlines()):
        marks, _, label = line.partition("|")
        action, on, *cells = marks.split()
        if (
            len(cells) != len(columns)
            or set(cells) - set("yo.")
            or action in rules
            or on not in {BOARD, REVIEW, REQUEST}
        ):
            raise ValueError(f"The policy table does not read at {action}.")
        held = {
            mark: frozenset(role for role, cell in zip(columns, cells, strict=True) if cell == mark) for mark in "yo"
        }
        rules[action] = Rule(action, on, held["y"], held["o"], label.strip())
    return rules


POLICY = read(TABLE)

# What makes a person an insider of a carrier: without it they get 404, with it but without the action 403.
SEE = {BOARD: "board.see", REVIEW: "review.see", REQUEST: "request.see"}


def rule(action: str) -> Rule:
    """The line of the table for `action`. Raises LookupError for an action that is not in it."""
    try:
        return POLICY[action]
    except KeyError:
        raise LookupError(f"{action!r} is not an action of the policy table.") from None


def permissions(on: str) -> list[Any]:
    """(codename, label) of every action that hangs on `on`, as a model's Meta.permissions wants them."""
    return [(line.codename, f"Can {line.label}") for line in POLICY.values() if line.on == on]


def granted(role: str, on: str) -> frozenset[str]:
    """The codenames that `role` holds on a carrier `on`."""
    return frozenset(line.codename for line in POLICY.values() if line.on == on and role in line.may)
