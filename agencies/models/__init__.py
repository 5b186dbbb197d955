"""Who agencies are, and what they hand in."""

from agencies.models.advice import Silence, Standing
from agencies.models.chronology import Entry, Upload
from agencies.models.directory import Agency, User
from agencies.models.draft import Draft
from agencies.models.glossary import Abbreviation
from agencies.models.hold import Hold
from agencies.models.imr import IMR_SECTIONS, Imr, ImrSection
from agencies.models.request import Request, RequestGrant

__all__ = [
    "IMR_SECTIONS",
    "Abbreviation",
    "Agency",
    "Draft",
    "Entry",
    "Hold",
    "Imr",
    "ImrSection",
    "Request",
    "RequestGrant",
    "Silence",
    "Standing",
    "Upload",
    "User",
]
