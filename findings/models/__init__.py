"""What is learned and what changes."""

from findings.models.accuracy import AccuracyComment, AccuracyInvitation, AccuracyPassage, AccuracyRound
from findings.models.action import (
    Action,
    ActionUpdate,
    CriticalFriendComment,
    EvidenceFile,
    Impact,
    Milestone,
    TargetRevision,
)
from findings.models.agency_response import AgencyResponse, ResponseJudgement
from findings.models.annual_report import AnnualBuild, AnnualPart, AnnualReport
from findings.models.audience import Audience, Receipt, TeamAnswer
from findings.models.barrier import Barrier
from findings.models.board_meeting import BoardMeeting
from findings.models.board_pack import BoardPack
from findings.models.episode import Episode
from findings.models.escalation import Escalation
from findings.models.finding import Evidence, Finding
from findings.models.leadership import BoardAttendance, Commitment, MemberStatement
from findings.models.library import Lesson, LessonTerm, LibraryReview, SavedSearch, Study
from findings.models.naming import Naming, Recognition
from findings.models.plan_file import PlanFile, PlanLine
from findings.models.policy import Policy, PolicyAsk, PolicyChange, PolicyTold
from findings.models.product import Edition, Product, ProductBuild, ProductFile, ProductPart
from findings.models.publication import Publication
from findings.models.recommendation import Recommendation, Response
from findings.models.remark import Remark
from findings.models.report import AnonymityDecision, BuiltReport, Reading, Report, ReportBuild, ReportSection
from findings.models.same_event import EventLink
from findings.models.saved_view import SavedView
from findings.models.subject_access import SubjectAccess, SubjectAccessMark
from findings.models.theme import Mark, Theme
from findings.models.training import AttendanceFile, Attendees, Course, Practice, TrainingSession
from findings.models.unsaved import Unsaved

__all__ = [
    "AccuracyComment",
    "AccuracyInvitation",
    "AccuracyPassage",
    "AccuracyRound",
    "Action",
    "ActionUpdate",
    "AgencyResponse",
    "AnnualBuild",
    "AnnualPart",
    "AnnualReport",
    "AnonymityDecision",
    "AttendanceFile",
    "Attendees",
    "Audience",
    "Barrier",
    "BoardAttendance",
    "BoardMeeting",
    "BoardPack",
    "BuiltReport",
    "Commitment",
    "Course",
    "CriticalFriendComment",
    "Edition",
    "Episode",
    "Escalation",
    "EventLink",
    "Evidence",
    "EvidenceFile",
    "Finding",
    "Impact",
    "Lesson",
    "LessonTerm",
    "LibraryReview",
    "Mark",
    "MemberStatement",
    "Milestone",
    "Naming",
    "PlanFile",
    "PlanLine",
    "Policy",
    "PolicyAsk",
    "PolicyChange",
    "PolicyTold",
    "Practice",
    "Product",
    "ProductBuild",
    "ProductFile",
    "ProductPart",
    "Publication",
    "Reading",
    "Receipt",
    "Recognition",
    "Recommendation",
    "Remark",
    "Report",
    "ReportBuild",
    "ReportSection",
    "Response",
    "ResponseJudgement",
    "SavedSearch",
    "SavedView",
    "Study",
    "SubjectAccess",
    "SubjectAccessMark",
    "TargetRevision",
    "TeamAnswer",
    "Theme",
    "TrainingSession",
    "Unsaved",
]
