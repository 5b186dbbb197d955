"""The six agencies of the adult's case: how much each wrote, when it was busy, and how its file looks."""

from __future__ import annotations

from scr_portal.demo.chronologies.adult import prose
from scr_portal.demo.chronologies.shapes import Agency, Layout

SOCIAL_CARE = Layout(
    "ASC Hollis chronology.xlsx",
    ("Wexcombe Council - Adult Social Care", "Chronology: Maureen Hollis", "OFFICIAL-SENSITIVE"),
    (
        ("Date of entry", "entered"), ("Date of event", "date"), ("Contact type", "kind"), ("Event details", "event"),
        ("Action taken / Outcome", "action"), ("Worker", "{allocated}"), ("Source/Ref", "{Case note~Concern form~E-mail~Provider file}"), ("Professional comment", "comment"),
    ),
    ("real", "14/03/2023"),
    ("no such day",),
    by_year="sheets",
    glossary={"DN": "District nurse", "DoLS": "Deprivation of liberty safeguards", "MUST": "Malnutrition universal screening tool", "S42": "Enquiry under section 42, Care Act 2014"},
)  # fmt: skip
CARE_HOME = Layout(
    "Larkfield House - daily records M Hollis.docx",
    ("Larkfield House", "Records of Maureen Hollis, rooms 9 and 21"),
    (("Date", "date"), ("Time", "time"), ("Type of entry", "kind"), ("What happened", "event"), ("Action taken", "action"), ("Signed", "{carer~senior}"), ("Comment", "comment")),
    ("14.03.23", "14/3/23"),
    ("no such day", "undated"),
    by_year="banners",
)  # fmt: skip
GP = Layout(
    "Elm Bank Surgery chronology.ods",
    ("Elm Bank Surgery", "Mrs Maureen Hollis"),
    (("Consultation date", "date"), ("Time", "time"), ("Entry type", "kind"), ("Consultation notes", "event"), ("Plan", "action"), ("Clinician", "{dr}"), ("Reviewer's comments", "comment")),
    ("real",),
    ("years ahead",),
)  # fmt: skip
HOSPITAL = Layout(
    "wexcombe_general_events_export.csv",
    ("Wexcombe General Hospital",),
    (("Event Date", "date"), ("Location", "{place}"), ("Event Type", "kind"), ("Summary of contact", "event"), ("Outcome", "action"), ("Source", "{EPR~Paper notes}"), ("Analysis", "comment")),
    ("ISO",),
    bare=True,
)  # fmt: skip
DISTRICT_NURSING = Layout(
    "District nursing - Mrs Hollis.xlsx",
    ("Wexcombe Community Health NHS Trust - District Nursing", "Chronology for M Hollis"),
    (
        ("Contact Date", "date"), ("Time of visit", "time"), ("Contact type", "kind"), ("Summary of Involvement", "event"),
        ("Action / Plan", "action"), ("Nurse", "{dn}"), ("Professional comment", "comment"),
    ),
    ("Tues 14 March 2023", "14th March 2023"),
    ("wrong weekday",),
)  # fmt: skip
AMBULANCE = Layout(
    "ambulance incidents Hollis.csv",
    ("South Moor Ambulance Service", "Incidents: M Hollis / Larkfield House"),
    (("Date/Time of Incident", "date"), ("Incident No", "{4000000-4999999}"), ("Call type", "kind"), ("Incident description", "event"), ("Outcome", "action"), ("Crew", "{crew}"), ("Comments", "comment")),
    ("14/03/23 22:15",),
)  # fmt: skip

AGENCIES = {
    "adult-social-care": Agency(72, "*:1 24-03..24-04:2 24-09-25..24-11:2 25-03..:3", prose.ADULT_SOCIAL_CARE, SOCIAL_CARE),
    "care-home": Agency(112, "*:0 24-04-12..24-11-17:1 24-11-28..25-04-08:1.4", prose.CARE_HOME, CARE_HOME, "any"),
    "gp": Agency(50, "*:1 25-01..25-04-08:1.6 25-04-09..:0", prose.GP, GP),
    "hospital": Agency(48, "*:0.8 24-03-07..24-04-10:5 24-11-18..24-11-26:6 25-04-09..25-04-19:6 ..24-03-06:0 25-04-20..:0", prose.HOSPITAL, HOSPITAL, "any"),
    "district-nursing": Agency(68, "*:0 24-04-19..24-08-18:1 24-08-26..24-11-15:1.4 24-12..25-04-08:1.6", prose.DISTRICT_NURSING, DISTRICT_NURSING),
    "ambulance": Agency(20, "*:1 25-04-09..:0 24-03-06..24-04-11:0", prose.AMBULANCE, AMBULANCE, "any"),
}  # fmt: skip
