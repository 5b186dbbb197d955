"""The twelve agencies of the children's case: how much each wrote, when it was busy, and how its file looks."""

from __future__ import annotations

from scr_portal.demo.chronologies.child import (
    gp,
    health_visiting,
    hospital_and_ambulance,
    housing,
    police,
    school_and_nursery,
    services,
    social_care,
)
from scr_portal.demo.chronologies.shapes import Agency, Layout

MARKING = "OFFICIAL-SENSITIVE"
SUBJECT = "Re: Jaydon Reece Marlowe"
WORDS = {
    "C&F": "Child and family assessment", "CIN": "Child in need", "CP": "Child protection", "CNN": "Community nursery nurse",
    "DASH": "Domestic abuse, stalking and harassment risk checklist", "DNA": "Did not attend", "EDT": "Emergency duty team",
    "HV": "Health visitor", "ICPC": "Initial child protection conference", "MARF": "Multi-agency referral form",
    "MASH": "Multi-agency safeguarding hub", "MGM": "Maternal grandmother", "NFA": "No further action",
    "PPN": "Police public protection notice", "PR": "Parental responsibility", "RCPC": "Review child protection conference",
    "S47": "Enquiry under section 47, Children Act 1989", "SW": "Social worker", "T/C": "Telephone call", "WNB": "Was not brought",
}  # fmt: skip

POLICE = Layout(
    "police-chronology-export.csv",
    ("WEXCOMBE CONSTABULARY - chronology of police involvement", f"{SUBJECT} and family", f"{MARKING} - not for onward disclosure"),
    (
        ("Record No", "{WX~CR~INT~PP}/{1000-9999}/{yy}"), ("Date/Time of Incident", "date"), ("Incident Type", "kind"),
        ("Location", "{home}"), ("Persons Involved", "{Kayleigh MARLOWE~Kayleigh MARLOWE; {HIM}~{HIM}~Kayleigh MARLOWE; Ellie-Mae TULLY}"),
        ("Summary of Involvement", "event"), ("Action taken / Outcome", "action"), ("Officer", "{pc}"), ("Author comment", "comment"),
    ),
    ("14/03/23 22:15",),
    ("no such day", "years ahead", "undated", "no such day"),
    closing=("End of chronology",),
)  # fmt: skip
SOCIAL_CARE = Layout(
    "CSC chronology J Marlowe v4 FINAL.xlsx",
    ("Wexcombe Council - Children's Social Care", f"{SUBJECT} (and Ellie-Mae Tully)", MARKING),
    (
        ("Date of entry", "entered"), ("Date of event", "date"), ("Type of contact", "kind"),
        ("Source/Ref", "{Case notes~Case notes~E-mail on file~Episode record~Supervision file~Contact record {20000-89999}}"),
        ("Event details", "event"), ("Action taken", "action"), ("Worker", "{allocated}"), ("Professional comment", "comment"),
    ),
    ("real", "14/03/2023", "14.03.23"),
    ("years ahead", "no such day", "undated", "wrong weekday"),
    by_year="sheets",
    glossary=WORDS,
)  # fmt: skip
HOSPITAL = Layout(
    "Wexcombe General - chronology.docx",
    ("Wexcombe General Hospital: chronology of attendances", f"{SUBJECT}; mother Kayleigh Marlowe; half-sister Ellie-Mae Tully", MARKING),
    (
        ("Date", "date"), ("Time", "time"), ("Department", "kind"), ("Summary of contact", "event"),
        ("Outcome", "action"), ("Source of information", "{ED card~Electronic record~Paper notes vol {1-2}~Clinic letter}"), ("Comment", "comment"),
    ),
    ("14.03.23", "14/03/2023"),
    ("no such day",),
    by_year="banners",
    closing=("Prepared by the named nurse for safeguarding children.",),
    glossary={"ED": "Emergency department", "OPD": "Out-patients", "WNB": "Was not brought", "CP-IS": "Child protection information sharing"},
)  # fmt: skip
HEALTH_VISITING = Layout(
    "HV 0-19 service chronology.xlsx",
    ("Wexcombe Community Health NHS Trust, 0-19 Service", "Chronology for safeguarding review", SUBJECT),
    (
        ("Contact Date", "date"), ("Type of Contact", "kind"), ("Summary of Involvement", "event"), ("Action / Plan", "action"),
        ("Practitioner", "{visitor}"), ("Child seen? Y/N", "{Y~N~N~N}"), ("Professional comment", "comment"),
    ),
    ("Tues 14 March 2023", "14/03/2023"),
    ("wrong weekday", "undated"),
)  # fmt: skip
GP = Layout(
    "Millbrook Surgery chronology.ods",
    ("Millbrook Surgery", f"{SUBJECT}, Kayleigh Marlowe and household"),
    (
        ("Date recorded", "entered"), ("Consultation date", "date"), ("Entry type", "kind"), ("Consultation notes", "event"),
        ("Plan", "action"), ("Clinician", "{dr~nurse~Admin}"), ("Reviewer's comments", "comment"),
    ),
    ("real", "14-Mar-23"),
    ("years ahead", "undated"),
)  # fmt: skip
HOUSING = Layout(
    "housing_case_notes_export.csv",
    ("Wexcombe Council Housing Options and Fairhaven Homes",),
    (
        ("Event Date", "date"), ("Case Ref", "{HO~FH}{30000-59999}"), ("Category", "kind"), ("Case Note", "event"),
        ("Outcome", "action"), ("Officer", "{housing}"), ("Analysis", "comment"),
    ),
    ("ISO",),
    ("no such day",),
    bare=True,
)  # fmt: skip
SCHOOL = Layout(
    "St Brannocs child protection file chronology.docx",
    ("St Brannoc's C of E Primary School", "Chronology from the child protection file of Ellie-Mae Tully", "CONFIDENTIAL"),
    (
        ("Date", "date"), ("Nature of concern", "kind"), ("Information/Details of concerns or contact", "event"),
        ("Action taken", "action"), ("Print Name and Signature", "{dsl}"), ("Professional comment", "comment"),
    ),
    ("14th March 2023", "14/3/23"),
    ("no such day", "undated"),
    by_year="banners",
)  # fmt: skip
NURSERY = Layout(
    "Driftwood Day Nursery - Jaydon.docx",
    ("Driftwood Day Nursery", "Chronology for Jaydon Marlowe, key person Jess Holloway"),
    (("Date or Period of Event", "date"), ("Time", "time"), ("What happened", "event"), ("Action taken / response", "action"), ("Recorded by", "{key}"), ("Comment", "comment")),
    ("14/3/23", "14th March 2023"),
    ("undated",),
)  # fmt: skip
AMBULANCE = Layout(
    "ambulance-incidents.ods",
    ("South Moor Ambulance Service", "Incidents at addresses linked with J Marlowe"),
    (("Call Date", "date"), ("Call Time", "time"), ("Incident No", "{4000000-4999999}"), ("Incident description", "event"), ("Outcome", "action"), ("Crew", "{crew}"), ("Comments", "comment")),
    ("real",),
)  # fmt: skip
PROBATION = Layout(
    "Probation chronology Tully & Blythe.xlsx",
    ("Probation Service, Wexcombe", "Chronology: Reece Tully and Connor Blythe", MARKING),
    (
        ("Date of contact", "date"), ("Contact type", "kind"), ("Details of contact", "event"), ("Action / Outcome", "action"),
        ("Recorded by", "{Gareth Moss~Alicia Penn~Duty PP}"), ("Source", "{nDelius~OASys~E-mail}"), ("Author's comment", "comment"),
    ),
    ("14.03.23",),
    ("undated",),
)  # fmt: skip
DOMESTIC_ABUSE = Layout(
    "Haven Wexcombe contact log.ods",
    ("Haven Wexcombe - IDVA and outreach", "Contact log, Kayleigh Marlowe"),
    (("Date of contact", "date"), ("Time", "time"), ("Type of contact", "kind"), ("Summary", "event"), ("Action taken", "action"), ("Worker", "{idva}"), ("Comment", "comment")),
    ("Tues 14 March 2023",),
    ("wrong weekday",),
)  # fmt: skip
MIDWIFERY = Layout(
    "Maternity chronology - Marlowe.ods",
    ("Wexcombe General Maternity: community midwifery", "Kayleigh Marlowe, EDD 20/03/2023"),
    (("Date/Time of contact", "date"), ("Contact type", "kind"), ("Summary of contact", "event"), ("Action taken / Outcome", "action"), ("Midwife", "{mw}"), ("Comment", "comment")),
    ("14/03/23 22:15", "14/03/2023"),
)  # fmt: skip

AGENCIES = {
    "police": Agency(355, "*:2 22-10..23-09:3 23-10..24-02:1.4 24-03..24-12:3 25-01..:5 25-09-08..:0", police.PROSE, POLICE, "any"),
    "childrens-social-care": Agency(360, "*:1 22-05-05..22-07-04:4 22-07-05..22-11-13:0.8 22-11-14..23-06-22:5 23-06-23..24-04-10:0.7 24-04-11..24-12-19:6 24-12-20..25-02-03:1 25-02-04..:7 25-09-11..:0", social_care.PROSE, SOCIAL_CARE),
    "hospital": Agency(115, "*:1 22-10..23-03:3 23-03..:2.4 25-02..25-06:3 25-09-05..:0", hospital_and_ambulance.HOSPITAL, HOSPITAL, "any"),
    "health-visiting": Agency(155, "*:0.4 23-01..23-09:3 23-10..24-01:0.6 24-02..24-08:3 24-09..25-01:0.8 25-02..:4 25-09-22..:0", health_visiting.PROSE, HEALTH_VISITING),
    "gp": Agency(145, "*:1 22-08..:2 23-05..:2.6 25-09-15..:0", gp.PROSE, GP),
    "housing": Agency(115, "*:1 22-12..23-08:0.6 23-09..24-02:3 24-03..25-04:3 25-05..:1 25-09-22..:0", housing.PROSE, HOUSING),
    "school": Agency(165, "*:2 22-10..23-09:1.6 23-10..:3 25-01..25-07:5 25-09-29..:0", school_and_nursery.SCHOOL, SCHOOL, "term"),
    "nursery": Agency(60, "24-09-09..25-07-11:1 25-07-12..:0 ..24-09-08:0", school_and_nursery.NURSERY, NURSERY),
    "ambulance": Agency(22, "*:1 25-09-08..:0", hospital_and_ambulance.AMBULANCE, AMBULANCE, "any"),
    "probation": Agency(60, "..22-11:0 22-12..23-10:2 23-11..24-03:0.2 24-04..:1.6 25-03..:2.4 25-09-29..:0", services.PROBATION, PROBATION),
    "domestic-abuse": Agency(56, "22-05..:0.4 23-01-10..23-09:2 24-06..:2 25-05..:3 25-09-22..:0", services.DOMESTIC_ABUSE, DOMESTIC_ABUSE),
    "midwifery": Agency(46, "*:0 22-10-27..23-03-13:1 23-03-16..23-04-05:1", services.MIDWIFERY, MIDWIFERY),
}  # fmt: skip
