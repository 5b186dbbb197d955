"""The words by which entries speak of an agency, by kind of agency: full words, posts and well-known abbreviations.

A word in capitals counts in capitals alone ("SW", "ED"); any other counts in any case and in the plural. A word that several
kinds share stands under each of them; `findings.telling` says what becomes of it. An agency is always known by its own
name and short name as well, so that a kind without words of its own is not lost.
"""

from __future__ import annotations

# Kinds as in agencies.models.Agency.Kind; a test asks that each of them stands here.
SOCIAL_WORK = (
    "SW",
    "SSW",
    "social worker",
    "social services",
    "social care",
    "EDT",
    "emergency duty team",
    "duty team",
)
KIND_WORDS: dict[str, tuple[str, ...]] = {
    "police": (
        "police", "constabulary", "PC", "PCSO", "WPC", "police officer", "neighbourhood team", "PPU", "public protection unit",
    ),
    "childrens_social_care": (
        "CSC", "MASH", "multi-agency safeguarding hub", "multi agency safeguarding hub", "children's social care",
        "children's services", "children's social services", "childrens services", "MARF", "children's team", "front door team",
        *SOCIAL_WORK,
    ),
    "adult_social_care": (
        "ASC", "adult social care", "adults' social care", "adult services", "adult safeguarding team", "adults' team", *SOCIAL_WORK,
    ),
    "general_practice": (
        "GP", "general practitioner", "general practice", "GP surgery", "GP practice", "the surgery", "practice nurse", "family doctor",
    ),
    "hospital": (
        "hospital", "A&E", "ED", "emergency department", "the ward", "ward staff", "paediatrician", "paediatrics", "paeds",
        "consultant", "outpatients", "out-patients",
    ),
    "community_health": (
        "HV", "health visitor", "health visiting", "CNN", "school nurse", "school nursing", "SN", "0-19 team", "0-19 service",
        "DN", "district nurse", "district nursing", "community nurse", "community nursing",
    ),
    "mental_health": (
        "CAMHS", "CMHT", "CPN", "mental health team", "mental health service", "mental health trust", "mental health nurse",
        "psychiatrist", "psychiatry", "crisis team", "liaison psychiatry", "IAPT", "talking therapy", "talking therapies",
    ),
    "ambulance": ("ambulance", "paramedic", "ambulance crew", "999 crew"),
    "midwifery": ("midwife", "midwives", "midwifery", "CMW", "maternity"),
    "school": ("school", "college", "head teacher", "headteacher", "class teacher", "DSL", "SENCO", "EWO", "education welfare officer"),
    "early_years": ("nursery", "pre-school", "preschool", "playgroup", "childminder", "early years setting", "children's centre"),
    "housing": (
        "housing", "housing officer", "housing association", "housing options", "landlord", "homelessness team", "homeless team",
        "tenancy officer", "tenancy support",
    ),
    "probation": ("probation", "probation officer", "offender manager", "CRC", "NPS"),
    "care_provider": ("care home", "nursing home", "residential home", "care agency", "care provider", "home carers", "domiciliary care"),
    "voluntary": ("IDVA", "ISVA", "women's aid", "refuge", "charity", "domestic abuse service", "advocacy service"),
    "icb": ("ICB", "CCG", "integrated care board", "clinical commissioning group", "designated nurse", "designated doctor"),
    "other": (),
}  # fmt: skip

# Where several agencies fit a word, those whose own name holds one of these pieces are meant: two community health
# services may take part, one for health visiting and one for district nursing.
IN_NAME = {
    "hv": ("health visit", "0-19"), "health visitor": ("health visit", "0-19"), "health visiting": ("health visit", "0-19"),
    "cnn": ("health visit", "0-19"), "0-19 team": ("0-19", "health visit"), "0-19 service": ("0-19", "health visit"),
    "sn": ("school nurs", "0-19"), "school nurse": ("school nurs", "0-19"), "school nursing": ("school nurs", "0-19"),
    "dn": ("district nurs",), "district nurse": ("district nurs",), "district nursing": ("district nurs",),
    "community nurse": ("district nurs", "community nurs"), "community nursing": ("district nurs", "community nurs"),
    "college": ("college",), "refuge": ("refuge",), "women's aid": ("women's aid",), "idva": ("domestic", "women's aid"),
}  # fmt: skip

# What may not follow a word, for it to mean the agency: a school nurse is not the school, and a school run is nobody.
NOT_BEFORE = {
    "school": r"nurs|officer|run\b|uniform|bag|shoe|jumper|trip|holiday|meal|dinner|bus\b|report|place|age|work\b|day|attendance|term|based",
    "college": r"course",
    "nursery": r"nurse|rhyme|place|fee|session|bag",
    "ed": r"attend|card|visit|record|presentation|admission",
    "a&e": r"attend|visit|record|presentation|admission",
    "gp": r"registration|appointment|record|list\b|advice",
    "hospital": r"attend|admission|visit|discharge|stay|appointment|bed\b|bag|transport|letter to (?:her|him|mum|mother)",
    "housing": r"benefit|need|problem|issue|condition|situation|register|application|list|element|related",
    "police": r"check|station|log\b|custody|caution|record|national|reference|number",
    "ambulance": r"station|chair|bay",
    "maternity": r"pay|leave|clothes|allowance|grant|unit bag",
    "probation": r"period",
    "social care": r"assessment",
    "consultant": r"\b(?:to|on) (?:the )?firm",
    "nursing home": r"fee",
}
