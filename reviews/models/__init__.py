"""The case and its governance."""

from reviews.models.board import Board, Membership
from reviews.models.calendar import CalendarLink
from reviews.models.contribution import Consent, Contribution
from reviews.models.decision import CriterionAnswer, Decision
from reviews.models.disclosure import Disclosure
from reviews.models.events import ChainHead, Event
from reviews.models.family import Advocate, Contact, Involvement
from reviews.models.invitation import Invitation
from reviews.models.letter import Letter, Letterhead
from reviews.models.meeting import Attendance, Meeting, Vote
from reviews.models.message import Message
from reviews.models.parallel import ParallelProcess, Restriction
from reviews.models.people import Person, Relation
from reviews.models.plan import Notification, PlanTick
from reviews.models.quality import QualityJudgement
from reviews.models.record import Challenge, DecisionRecord, LegalAdvice
from reviews.models.referral import Referral
from reviews.models.retention import (
    DestructionCertificate,
    Disposal,
    FileToRemove,
    LegalHold,
    RetentionDecision,
    RetentionPeriod,
)
from reviews.models.review import ClockSlip, Milestone, PlannedStage, Review, ReviewGrant
from reviews.models.sealing import SealingKey
from reviews.models.sharing import Sharing
from reviews.models.terms import LineOfEnquiry, Participation, Terms, TermsSignature, TermsVersion

__all__ = [
    "Advocate",
    "Attendance",
    "Board",
    "CalendarLink",
    "ChainHead",
    "Challenge",
    "ClockSlip",
    "Consent",
    "Contact",
    "Contribution",
    "CriterionAnswer",
    "Decision",
    "DecisionRecord",
    "DestructionCertificate",
    "Disclosure",
    "Disposal",
    "Event",
    "FileToRemove",
    "Invitation",
    "Involvement",
    "LegalAdvice",
    "LegalHold",
    "Letter",
    "Letterhead",
    "LineOfEnquiry",
    "Meeting",
    "Membership",
    "Message",
    "Milestone",
    "Notification",
    "ParallelProcess",
    "Participation",
    "Person",
    "PlanTick",
    "PlannedStage",
    "QualityJudgement",
    "Referral",
    "Relation",
    "Restriction",
    "RetentionDecision",
    "RetentionPeriod",
    "Review",
    "ReviewGrant",
    "SealingKey",
    "Sharing",
    "Terms",
    "TermsSignature",
    "TermsVersion",
    "Vote",
]
