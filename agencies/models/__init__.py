"""Who agencies are, and what they hand in."""

from agencies.models.advice import Silence, Standing
from agencies.models.chronology import Entry, Upload
from agencies.models.directory import Agency, User
from agencies.models.draft import Draft
from agencies.models.extension import Extension
from agencies.models.glossary import Abbreviation
from agencies.models.hold import Hold
from agencies.models.imr import IMR_SECTIONS, SUMMARY_SECTIONS, Imr, ImrSection
from agencies.models.question import Question
from agencies.models.request import Request, RequestGrant
from agencies.models.support import Professional, SupportAsk, SupportOffer

__all__ = [
    "IMR_SECTIONS",
    "SUMMARY_SECTIONS",
    "Abbreviation",
    "Agency",
    "Draft",
    "Entry",
    "Extension",
    "Hold",
    "Imr",
    "ImrSection",
    "Professional",
    "Question",
    "Request",
    "RequestGrant",
    "Silence",
    "Standing",
    "SupportAsk",
    "SupportOffer",
    "Upload",
    "User",
]
