"""The fictional board of the demonstration: its agencies, its people, and how each signs in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from agencies.models import Agency, User
from agencies.services import directory
from findings.services import board_meeting, theme
from reviews.models import Board
from reviews.policy import Role
from scr_portal.demo.timetable import ago

PASSWORD = "wexcombe-demonstration"  # noqa: S105 - printed beside the sign-ins; the demonstration holds invented people
DOMAIN = "wexcombe.example"
REGIMES = ["england-child@2023", "england-adult-sar@2014"]
K = Agency.Kind

# key: (name, short name, kind, lead, author, senior person)
AGENCIES = {
    "police": ("Wexcombe Constabulary", "Police", K.POLICE, "Sal Hussain", "Kim Doyle", "Ann Whitlock"),
    "childrens-social-care": ("Wexcombe Council: Children’s Social Care", "Children’s social care", K.CHILDRENS_SOCIAL_CARE, "Joy Mensah", "Pat Lowe", "Rob Finch"),
    "adult-social-care": ("Wexcombe Council: Adult Social Care", "Adult social care", K.ADULT_SOCIAL_CARE, "Nuala Byrne", "Ivo Petrov", "Grace Adeyemi"),
    "hospital": ("Royal Wexcombe Hospital", "Hospital", K.HOSPITAL, "Dev Patel", "Fay Morton", "Hugh Lascelles"),
    "health-visiting": ("Wexcombe Community Health: Health Visiting", "Health visiting", K.COMMUNITY_HEALTH, "Bryony Cole", "Asha Nair", "Moira Keane"),
    "district-nursing": ("Wexcombe Community Health: District Nursing", "District nursing", K.COMMUNITY_HEALTH, "Carol Ipswell", "Tess Amadi", "Moira Dunne"),
    "gp": ("Millrace Surgery", "GP", K.GENERAL_PRACTICE, "Priya Raman", "Luke Sefton", "Dr Olwen Rees"),
    "midwifery": ("Royal Wexcombe Hospital: Midwifery", "Midwifery", K.MIDWIFERY, "Zainab Yusuf", "Erin Tully-Marsh", "Hilda Brandt"),
    "ambulance": ("South Vale Ambulance Service", "Ambulance", K.AMBULANCE, "Marek Nowak", "Jess Okoro", "Colin Prowse"),
    "housing": ("Wexcombe Homes", "Housing", K.HOUSING, "Denise Farrow", "Ola Bankole", "Stuart Imrie"),
    "school": ("St Brannoc’s Primary School", "School", K.SCHOOL, "Una Reid", "Gwen Parry", "Theo Castellan"),
    "nursery": ("Little Otters Nursery", "Nursery", K.EARLY_YEARS, "Shanice Bell", "Amy Truscott", "Lorna Veitch"),
    "probation": ("Probation Service, South Vale", "Probation", K.PROBATION, "Gareth Moss", "Imran Qureshi", "Beth Calloway"),
    "domestic-abuse": ("Haven Wexcombe Domestic Abuse Service", "Domestic abuse service", K.VOLUNTARY, "Rosa Delgado", "Tamsin Hale", "Miriam Stone"),
    "care-home": ("Larkfield House Care Home", "Care home", K.CARE_PROVIDER, "Angela Rudd", "Femi Adebayo", "Peter Quill"),
}  # fmt: skip

# key: (name, post, role on the board or "" for those who are appointed to single reviews)
OFFICERS = {
    "chair": ("Ruth Amankwah", "Independent chair and scrutineer", Role.BOARD_CHAIR),
    "manager": ("Tom Brennan", "Business manager", Role.BUSINESS_MANAGER),
    "auditor": ("Ines Carvalho", "Internal audit", Role.AUDITOR),
    "reviewer": ("Hana Svensson", "Independent reviewer", ""),
    "panel": ("Lee Grant", "Designated nurse, integrated care board", ""),
    "legal": ("Oluwaseun Adair", "Solicitor to the board", ""),
    "conflicted": ("Mark Sayle", "Detective inspector, member of the case review group", ""),
    "support": ("Cora Whitfield", "Staff support, for agencies without a lead of their own", ""),
    "referrer": ("Yvonne Clarke", "Consultant paediatrician", Role.REFERRER),
}


@dataclass
class Cast:
    """Who and what the stories are made with: people by key ("manager", "police.lead"), agencies by key."""

    board: Board
    people: dict[str, User] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)

    def __getitem__(self, key: str) -> User:
        """The person as they would sign in anew: what they may do is asked again."""
        person = self.people[key]
        for kept in ("_grants", "_roles_by_board"):
            person.__dict__.pop(kept, None)
        return person


def address(key: str) -> str:
    """The e-mail address by which somebody of the demonstration signs in."""
    return f"{key}@{DOMAIN}"


def begin() -> Cast:
    """The board with its administrator, then everything else through the administrator's own verbs."""
    values = {
        "name": "Wexcombe Safeguarding Partnership and Adults Board", "short_name": "Wexcombe", "area": "Wexcombe", "regimes": REGIMES,
        "clock_lengths": {"england-adult-sar@2014": {"decision": {"length": 40, "unit": "days"}}},
        "national_bodies": "Department for Education\nNHS England",
        "support_text": "Wexcombe staff support line: 01632 960 188, day and night.",
    }  # fmt: skip
    board = directory.begin_board(values=values, email=address("administrator"), name="Owen Pryce")
    cast = Cast(board)
    admin = cast.people["administrator"] = User.objects.get(email=address("administrator"))
    for key, (name, short, kind, *people) in AGENCIES.items():
        cast.agencies[key] = directory.add_agency(
            by=admin, board=board, values={"name": name, "short_name": short, "kind": kind}
        )
        for part, who in zip(("lead", "author", "senior"), people, strict=True):
            invite(cast, f"{key}.{part}", who, f"agency_{part}", agency=cast.agencies[key])
    for key, (name, post, role) in OFFICERS.items():
        invite(cast, key, name, role, job_title=post)
    for key, who in (("police", "Bea Novak"), ("health-visiting", "Colm Fahy"), ("housing", "Rita Osei")):
        invite(cast, f"{key}.owner", who, Role.ACTION_OWNER, agency=cast.agencies[key])
    invite(
        cast,
        "health-visiting.support",
        "Nell Ashby",
        "",
        agency=cast.agencies["health-visiting"],
        job_title="Staff wellbeing",
    )
    theme.begin_lists(by=cast["manager"], board=board)
    return cast


def invite(cast: Cast, key: str, name: str, role: str, until: date | None = None, **values: Any) -> None:
    """Somebody comes into the directory, with their role on the whole board."""
    by = cast["administrator"]
    cast.people[key] = directory.invite(
        by=by, board=cast.board, email=address(key), name=name, role=role, until=until, **values
    )


def meets(cast: Cast) -> None:
    """The board meets once in a quarter; the next day is set down."""
    for held_on in (ago(272), ago(181), ago(90), ago(-20)):
        board_meeting.set_down(by=cast["manager"], board=cast.board, held_on=held_on)


def let_in(cast: Cast) -> None:
    """Give everybody the demonstration's password; it is worked out once, because that is slow on purpose."""
    password = make_password(PASSWORD)
    for user in cast.people.values():
        user.password = password
        user.save(update_fields=["password"])


SIGN_INS = (
    ("Board chair", "chair"), ("Business manager", "manager"), ("Independent reviewer", "reviewer"), ("Panel member", "panel"),
    ("Member with a conflict", "conflicted"), ("Legal adviser", "legal"),
    ("Agency lead (police)", "police.lead"), ("Agency author (police)", "police.author"), ("Senior sign-off (police)", "police.senior"),
    ("Agency lead (GP practice)", "gp.lead"), ("Action owner (police)", "police.owner"), ("Auditor", "auditor"),
    ("Support lead (health visiting)", "health-visiting.support"),
    ("Referrer", "referrer"), ("Administrator", "administrator"),
)  # fmt: skip


def sign_ins() -> str:
    """The table of sign-ins, one per role."""
    lines = [f"  {role:<32}{address(key)}" for role, key in SIGN_INS]
    return "\n".join([*lines, "", f"  The password of all of them: {PASSWORD}"])
