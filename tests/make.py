"""Makes boards, people and cases for tests. People have names, so that a failing test reads as a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from agencies.models import Agency, Request, User
from reviews.access import regrant
from reviews.models import Board, LineOfEnquiry, Membership, Milestone, Person, Review, Terms
from reviews.policy import Role
from reviews.stages import Stage

CHILD, ADULT = "england-child@2023", "england-adult-sar@2014"


@dataclass
class World:
    """One board: its officers, an agency A (police) and B (school) with a lead, an author and a senior person each."""

    board: Board
    police: Agency
    school: Agency
    people: dict[str, User] = field(default_factory=dict)

    def __getattr__(self, name: str) -> User:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None


def person(name: str, *, agency: Agency | None = None) -> User:
    """Somebody who can sign in: "Grace Adeyemi" has grace.adeyemi@example.org."""
    return User.objects.create_user(f"{name.lower().replace(' ', '.')}@example.org", None, name=name, agency=agency)


def second_factor(user: User) -> None:
    """An authenticator app and recovery codes, as if they had been set up."""
    for kind in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES):
        Authenticator.objects.create(user=user, type=kind, data={"secret": "kept"})


def member(
    board: Board, user: User, role: str, *, review: Review | None = None, until: date | None = None
) -> Membership:
    """Give somebody a role, and project it."""
    made = in_role(board, user, role, review=review, until=until)
    project(board)
    return made


def in_role(
    board: Board, user: User, role: str, *, review: Review | None = None, until: date | None = None
) -> Membership:
    """The membership alone: whoever makes several projects them once."""
    since = timezone.localdate() - timedelta(days=30)
    made = Membership.objects.create(board=board, user=user, role=role, review=review, until=until, since=since)
    user.__dict__.pop("_roles_by_board", None)
    user.__dict__.pop("_grants", None)
    return made


def project(board: Board) -> None:
    """The grants of a board's reviews and requests, as its memberships are now."""
    for found in Review.objects.filter(board=board):
        regrant(found)
    for request in Request.objects.filter(review__board=board):
        regrant(request)


OFFICERS = {
    "chair": ("Ruth Amankwah", Role.BOARD_CHAIR),
    "manager": ("Tom Brennan", Role.BUSINESS_MANAGER),
    "auditor": ("Ines Carvalho", Role.AUDITOR),
    "referrer": ("Dev Patel", Role.REFERRER),
    "administrator": ("Owen Pryce", Role.ADMINISTRATOR),
}
AGENCY_PEOPLE = {
    "police": {"lead": "Sal Hussain", "author": "Kim Doyle", "senior": "Ann Whitlock", "owner": "Bea Novak"},
    "school": {"lead": "Joy Mensah", "author": "Pat Lowe", "senior": "Rob Finch", "owner": "Una Reid"},
}
AGENCY_ROLE = {
    "lead": Role.AGENCY_LEAD,
    "author": Role.AGENCY_AUTHOR,
    "senior": Role.AGENCY_SENIOR,
    "owner": Role.ACTION_OWNER,
}


def world(name: str = "Harrowdale") -> World:
    """A board with everybody who holds a role on the whole of it. Names of agency people: police_lead, school_author …"""
    board = Board.objects.create(
        name=f"{name} Safeguarding Partnership", short_name=name, area=name, regimes=[CHILD, ADULT]
    )
    made = World(
        board=board,
        police=Agency.objects.create(board=board, name=f"{name} Police", kind=Agency.Kind.POLICE),
        school=Agency.objects.create(board=board, name=f"{name} Primary School", kind=Agency.Kind.SCHOOL),
    )
    suffix = "" if name == "Harrowdale" else f" {name}"
    for key, (who, role) in OFFICERS.items():
        made.people[key] = person(who + suffix)
        in_role(board, made.people[key], role)
    for agency_key, people in AGENCY_PEOPLE.items():
        for key, who in people.items():
            made.people[f"{agency_key}_{key}"] = person(who + suffix, agency=getattr(made, agency_key))
            in_role(board, made.people[f"{agency_key}_{key}"], AGENCY_ROLE[key])
    made.people["reviewer"] = person("Hana Svensson" + suffix)
    made.people["panel"] = person("Lee Grant" + suffix, agency=made.police)
    made.people["legal"] = person("Sana Mirza" + suffix)
    made.people["support"] = person("Nell Ashby" + suffix, agency=made.police)
    made.people["outsider"] = person("Max Stranger" + suffix)
    return made


def review(
    world: World, *, stage: str = Stage.COLLECTION, rule_set: str = CHILD, number: int = 1, title: str = "Child A"
) -> Review:
    """A review with terms, one line of enquiry, the reviewer, a panel member, the legal adviser and the police's support lead."""
    series = "SAR" if rule_set == ADULT else "SCR"
    made = Review.objects.create(
        board=world.board,
        ref=f"{series}-2026-{100 * world.board.pk + number:03d}",
        title=title,
        rule_set=rule_set,
        stage=stage,
    )
    Terms.objects.create(
        review=made, scope_from=date(2018, 1, 1), scope_to=date(2020, 12, 31), method=made.rules.methods[0].key
    )
    LineOfEnquiry.objects.create(review=made, number=1, question="How was the daily life of the child understood?")
    Milestone.objects.create(
        review=made, event="referral_received", happened_on=date(2026, 9, 1), recorded_by=world.manager
    )
    in_role(world.board, world.reviewer, Role.REVIEW_CHAIR, review=made)
    in_role(world.board, world.panel, Role.PANEL_MEMBER, review=made)
    in_role(world.board, world.legal, Role.LEGAL_ADVISER, review=made)
    in_role(world.board, world.support, Role.SUPPORT_LEAD, review=made)
    project(world.board)
    return made


def request(world: World, review: Review, agency: Agency, **values: Any) -> Request:
    """A request to an agency, sent and with its grants."""
    today = timezone.localdate()
    made = Request.objects.create(
        review=review, agency=agency, **{"sent_on": today, "due_on": today + timedelta(days=21), **values}
    )
    regrant(made)
    return made


def subject(world: World, review: Review, **values: Any) -> Person:
    """The child or adult whom the review is about."""
    named = {
        "given": "Amara",
        "surname": "Okafor",
        "pseudonym": "Child A",
        "sex": "female",
        "part": Person.Part.SUBJECT,
    }
    return Person.objects.create(review=review, added_by=world.manager, **{**named, **values})
