"""What tables are drawn from: per kind of agency, invented events and the headings that such an agency writes above them."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of agency. `told` are (what happened, what was done, what sort it was); the rest are headings; those of
    `about` have their contents beside them."""

    told: tuple[tuple[str, str, str], ...]
    days: tuple[str, ...]  # when it happened
    events: tuple[str, ...]
    actions: tuple[str, ...]
    sorts: tuple[str, ...]
    before: tuple[str, ...] = ()  # a date before the event that is not its own
    after: tuple[str, ...] = ()  # a date after it
    about: tuple[tuple[str, tuple[str, ...]], ...] = ()


RECORDED = (
    "Date recorded", "Recorded on", "Date entered", "Created", "Created on", "Date created", "Entry date", "Input date", "Logged", "Date logged", "Date added",
    "Date typed", "Last updated", "Written up", "Date of entry", "Record created", "Entered", "Added on", "Date modified", "System date", "Typed up on", "Date of recording",
)  # fmt: skip
AFTER = ("Date closed", "Closed", "Date authorised", "Authorised on", "Date signed off", "Manager sign-off date", "Date of next review", "Review date", "Date actioned", "Date letter sent", "Due date", "Completed on", "Next appointment", "Date finalised", "Date sent to panel")  # fmt: skip
WHO = (("Worker", ("JB", "K. Shah", "J. Bell (SW)", "Duty")), ("Recorded by", ("Tess Brown", "Ali Khan", "S. Moss")), ("Staff", ("AB", "CD", "Agency")), ("Officer", ("PC 1122 Roe", "PC 877 Lim")), ("Initials", ("JT", "PM", "AO")), ("By whom", ("Sue", "Jo", "Manager")), ("Practitioner", ("HV Dale", "HV Osei")))  # fmt: skip
WHERE = (("Location", ("Home", "Surgery", "Office", "Telephone")), ("Venue", ("School", "Home address", "Clinic")), ("Where", ("Flat 2", "Garden", "Hall")), ("Method", ("Telephone", "Email", "In person")))  # fmt: skip
SOURCES = (("Source", ("Case file", "HV record", "Email")), ("Source of information", ("SystmOne", "Paper file", "Police log")), ("Evidence", ("File p. 12", "Exhibit AB/1", "Log 88")), ("Record source", ("Mosaic", "Minutes of core group", "CAD")), ("Where recorded", ("RiO", "Diary sheet", "Tenancy file")), ("Ffynhonnell", ("Cofnod ysgol", "Llythyr", "Ffeil")))  # fmt: skip
ASIDE = (
    ("Comment", ("Good practice - persistence", "Should have been sooner", "Gap", "This was in line with policy")), ("Rationale", ("Meets criteria", "Threshold not met", "No beds in county", "Assumed he was going home")),
    ("Impact", ("Negative", "Positive", "Neutral")), ("Risk", ("High", "Medium", "Low")), ("Voice of the child", ("Not asked", "Said she was tired", "Wants to stay", "-")), ("Seen alone?", ("Y", "N")), ("RAG", ("R", "A", "G")),
    ("Analysis", ("A missed chance to ask about the father.", "Practice was as expected here.", "It is not clear why this was not shared.")), ("Status", ("Open", "Closed")), ("Author's view", ("Reasonable at the time", "Not what policy says", "Prompt and kind")),
    ("People present", ("Mother, baby", "Mother", "Patient, son", "Alone")), ("Duration (mins)", ("20", "35", "60")), ("Priority", ("1", "2", "3")), ("Learning point", ("Ask who lives in the house", "Share the letter", "Use an interpreter")), ("Was this shared with others?", ("Yes, GP", "No", "Not known")),
)  # fmt: skip

KINDS: dict[str, Kind] = {
    "police": Kind(
        (
            ("Neighbour rings to report a woman screaming. Male answers the door and says it was the television.", "DASH completed, standard risk.", "Domestic incident"),
            ("Child of 6 found in the road in pyjamas, says Mummy will not wake up.", "Taken home, PPN submitted.", "Concern for safety"),
            ("Victim pushed against a wall by ex-partner who wanted money.", "Suspect arrested, released on bail.", "Common assault"),
            ("Window of the flat broken overnight. Occupier believes she knows who did it but will not name him.", "Filed, no lines of enquiry.", "Criminal damage"),
            ("School reports bruising to the ear of a pupil.", "Strategy discussion held same day.", "Child protection"),
            ("Argument over contact, no offences disclosed.", "Words of advice to both.", "Domestic - verbal"),
            ("Missing from placement since 18:00, last seen getting into a silver car.", "High risk, circulated.", "Missing person"),
            ("Caller whispers that he is hurting her again, then line goes dead.", "Unit sent, no reply at door.", "999 call"),
            ("Bank says that £2,000 has been drawn in a fortnight by a carer.", "Crime recorded, allocated to CID.", "Fraud"),
        ),
        ("Date of occurrence", "Occurred From", "Occurred on", "Offence date", "Incident Date", "Date/Time of incident", "Committed From", "Date", "Date of event", "Start date/time", "Event date", "Date committed"),
        ("Summary", "Circumstances", "Occurrence summary", "MO", "Synopsis", "Log text", "What was reported", "Incident summary", "Details of occurrence", "Account", "Brief circumstances", "Report text", "OEL text", "Enquiry log", "Text"),
        ("Result", "Disposal", "Outcome", "Police action", "Action taken", "Police response", "Resolution", "Result of enquiries", "How dealt with", "Finalisation", "Deployment", "Enquiries made", "Officer action", "What police did"),
        ("Classification", "Offence", "Crime type", "Incident type", "Opening code", "Category", "Qualifier"),
        (),
        ("Reported", "Date reported", "Reported on", "Recorded date", "Input", "Report date/time"),
        (("OIC", ("PC 2210 ROE", "PC 1877 LIM")), ("Linked nominals", ("N1, N2", "N1")), ("Beat", ("KA1", "KB2")), ("Grade", ("1", "2"))),
    ),
    "ambulance": Kind(
        (
            ("17F has taken 16 paracetamol, friend rang. Mother at work and sister aged 6 asleep upstairs.", "Conveyed to General.", "Overdose"),
            ("Found on floor by carer, long lie of about nine hours, cold to touch.", "Safeguarding form sent, conveyed.", "Fall"),
            ("Anxious, observations normal. Large man would not leave the room.", "Discharged at scene.", "Breathing difficulty"),
            ("Infant floppy, parents give different accounts of the last feed.", "Pre-alert to ED.", "Unwell child"),
            ("Patient says he has not eaten for a week and carer has not been.", "GP told by telephone.", "Welfare"),
            ("CPR in progress on arrival. Life extinct at 00:46.", "Left with police.", "Cardiac arrest"),
            ("Drowsy at party, alcohol on breath, no adult present.", "Refused conveyance, capacity form signed.", "Intoxication"),
        ),
        ("Call date", "Date of call", "Incident date", "Date", "Call received", "Date attended", "Response date"),
        ("Crew narrative", "Crew notes", "History of event", "History", "Presenting situation", "Clinical narrative", "On arrival", "Crew findings", "Patient report", "Free text", "Situation found", "Assessment notes", "Description of call"),
        ("Disposition", "Outcome", "Treatment given", "Conveyance", "Crew action", "Action by crew", "Management", "Final disposition", "Onward referral", "Treatment and disposal", "Hospital / outcome", "What we did"),
        ("Chief complaint", "Nature of call", "AMPDS code", "Call type", "Problem", "Presenting complaint"),
        (),
        (),
        (("Vehicle", ("A217", "B330")), ("Crew", ("Dean/Li", "Ross/Amin")), ("NEWS2", ("1", "5", "9")), ("Destination", ("General", "None", "Royal"))),
    ),
    "hospital": Kind(
        (
            ("Not brought. Interpreter had been booked for the whole session.", "Second appointment offered.", "Was not brought"),
            ("Weight below 0.4th centile. Mother says he eats well at home.", "Bloods and dietitian.", "Attended"),
            ("Spiral fracture of humerus, no account given by either parent.", "Admitted to ward, strategy meeting called.", "Attended"),
            ("Vomiting for one day. Left before being seen.", "No call back made.", "Left"),
            ("Patient tells nurse that her son locks the fridge.", "Ward safeguarding lead informed.", "Inpatient"),
            ("Father takes baby to the café without telling staff.", "Incident form.", "Inpatient"),
            ("Third attendance this month with abdominal pain; looked at partner before answering.", "Discharged to GP.", "Attended"),
            ("Pressure ulcer grade 3 to sacrum noted on admission.", "Datix and referral to tissue viability.", "Inpatient"),
        ),
        ("Attendance date", "Date of attendance", "Arrival date", "Appointment", "Clinic date", "Date seen", "Admission date", "Date", "Appointment date", "Date of contact", "Visit date", "Attended on"),
        ("Clinic note", "Presenting history", "Clinical summary", "Presentation", "Reason for attendance", "Clinical notes", "History and examination", "Ward entry", "Nursing evaluation", "Findings", "Details of presentation", "Medical notes", "Observed", "Letter text", "Entry"),
        ("Outcome", "Disposal", "Plan", "Discharge outcome", "Management plan", "Action", "Treatment", "Intervention", "Follow-up", "Discharge advice", "Outcome of attendance", "Treatment / plan", "Discharge destination", "Steps taken", "Onward plan"),
        ("Attendance", "Clinic type", "Specialty", "Attendance status", "Encounter type", "Episode type"),
        ("Referral received", "Referral date", "Date of referral", "Referred on", "Date referred", "Letter dated", "Date booked", "Listed on"),
        ("Discharge letter sent", "Letter typed", "Coded on", "Date dictated", "Date of report"),
        (("Consultant", ("Dr Ng", "Mr Iqbal")), ("Clinic", ("Paed Gastro", "Comm Paed")), ("Ward", ("Rainbow", "Ward 4")), ("Pathway ID", ("P-881", "P-960"))),
    ),
    "gp": Kind(
        (
            ("Ear pain for two days, off food. Mum reports that he screams all night. Clothing dirty.", "Amoxicillin, review if not settling.", "Otitis media"),
            ("Bruise to left arm, older yellow bruise to shin. Stepfather answers for him.", "No further action.", "Bruising"),
            ("Did not attend for booster.", "Second recall letter sent.", "Failed encounter"),
            ("Says she is not sleeping and that he reads her telephone.", "Leaflet given, review in two weeks.", "Low mood"),
            ("A&E letter: attended with burn to right hand.", "Filed.", "Letter"),
            ("Discussed at practice meeting. Health visitor not present.", "Alert placed on record.", "Administration"),
            ("Seen alone for two minutes, said that he locks the door.", "Task to school nurse.", "Eczema"),
        ),
        ("Date", "Consultation date", "Date of consultation", "Event date", "Date seen", "Encounter date", "Date of contact", "Contact date"),
        ("History", "Consultation notes", "Consultation text", "Free text", "Notes", "Clinical details", "Entry text", "Journal entry", "Problem and history", "Narrative", "Subjective", "Consultation", "Details"),
        ("Plan", "Action", "Management", "Treatment/plan", "Outcome", "Follow up", "Advice and follow-up", "GP action", "Practice response", "Action by practice", "Prescribed / advised"),
        ("Problem", "Problem title", "Read code", "Consultation type", "Encounter", "Code"),
        ("Letter dated",),
        ("Scanned", "Date received", "Letter received", "Date filed"),
        (("Clinician", ("Dr R. Sandhu", "Nurse P. Hale")), ("Consulter", ("Dr Ames", "HCA")), ("Site", ("Main", "Branch"))),
    ),
    "school": Kind(
        (
            ("Asked a dinner lady for seconds three times and put bread in his pockets.", "Spoke to K, logged.", "Cause for concern"),
            ("Walked out of maths, said “you can't make me”.", "Detention of 20 minutes.", "Behaviour"),
            ("Drew a picture of “the shouting man” on the stairs.", "Picture kept, DSL told.", "Home issues"),
            ("Collected by a man not on the contact list. Mum confirmed by telephone.", "Contact list updated.", "Home issues"),
            ("Finger-tip marks under the jaw, said he fell off a step.", "MASH referral made.", "Physical injury"),
            ("Absent for nine days, no reason given.", "Home visit by attendance officer.", "Attendance"),
            ("Two phones and new trainers, said that a friend gave them to him.", "Phones kept till 3pm.", "Behaviour"),
        ),
        ("Date of incident", "Date", "Incident date", "Date of concern", "Date observed", "Day", "Date/time of incident", "When"),
        ("Incident", "Concern", "Details of concern", "Nature of concern", "What was seen or heard", "Description", "Disclosure", "Behaviour observed", "Comments", "Information / details of concern or contact", "What the pupil said or did", "Account of incident", "Chronology entry", "Staff observation"),
        ("Action Taken", "Actions", "DSL response", "Action by school", "Response", "Outcome", "School's response", "What we did", "Follow-up by DSL", "Sanction", "Support put in place", "Steps taken by school", "DSL decision"),
        ("Categories", "Type", "Category of concern", "Behaviour type", "Level", "Strand"),
        (),
        ("Added", "Date added", "Reported to DSL", "DSL informed on", "Date passed to DSL"),
        (("Year group", ("Y4", "Y9")), ("Period", ("P3", "Lunch")), ("Added by", ("L Marsh", "J Frost")), ("Points", ("1", "3"))),
    ),
    "housing": Kind(
        (
            ("Tenant rang about mould in the child's bedroom.", "Repair raised, 28 days.", "Repair"),
            ("Tenant came to the office with two carrier bags and was crying. She said that her partner had put her out.", "Gave number of refuge.", "Visit"),
            ("Three calls from flat 9 about banging and a child screaming.", "Diary sheets sent.", "ASB"),
            ("No access for the gas check, the fourth time.", "Card left.", "Gas"),
            ("Property very cold, one mattress and no bedding, dog mess in hall.", "Photographs taken.", "Inspection"),
            ("Neighbour says that the tenant's nephew has moved in with friends.", "Letter sent.", "Cuckooing"),
            ("Arrears reach £1,140.", "Notice served.", "Rent"),
        ),
        ("Date", "When", "Contact date", "Date of visit", "Date of contact", "Diary date", "Date of incident", "Date happened"),
        ("What happened", "Diary note", "Case note", "Details", "Contact details", "Complaint", "Description of contact", "Tenancy note", "Query", "Notes from visit", "Enquiry", "What tenant said", "Issue reported", "Nature of complaint"),
        ("What we did", "Action", "Outcome", "Officer's action", "Next steps", "Response to tenant", "Landlord action", "Works ordered", "Follow-on", "Action by officer", "Resolution", "Remedy"),
        ("Contact type", "Task type", "Reason", "Case type", "Area"),
        ("Tenancy start",),
        ("Repair completed", "Date resolved", "Target date", "Date raised", "Date job closed"),
        (("Patch", ("North", "Quay")), ("Officer", ("D Pike", "L Roe")), ("Property ref", ("HB/22", "HB/23"))),
    ),
    "probation": Kind(
        (
            ("Attended on time. Says that he is staying with a mate; address not verified.", "None needed.", "Planned office visit"),
            ("Did not attend, no contact by telephone.", "First warning letter sent.", "Planned office visit"),
            ("Woman who would not give a name says that he lives with her and her baby.", "Check with children's services asked for.", "Telephone contact from other"),
            ("Denied living with anyone. Smelt of drink.", "Challenged, noted.", "Planned office visit"),
            ("Police say that he was stopped with her in the car.", "Recall considered, not made.", "Liaison"),
            ("Reports new job and new telephone, would not say who for.", "Curfew check.", "Home visit"),
        ),
        ("Contact date", "Date", "Date of contact", "Appointment date", "Contact date/time", "Date of appointment"),
        ("Notes", "Contact notes", "Contact log", "Session notes", "Supervision record", "Record of contact", "Content of session", "Intervention", "Contact detail", "Appointment notes", "What was discussed"),
        ("Enforcement Action", "Response", "Outcome", "Action", "RO action", "Practitioner response", "Decision", "Further action", "Breach / enforcement", "Follow-up action"),
        ("Contact Type", "Event type", "Component", "Contact outcome code"),
        (),
        ("Last updated",),
        (("RO", ("SMG", "KJ")), ("Attended", ("Y", "N")), ("CRN", ("X123456",)), ("RAR day", ("Y", "N"))),
    ),
    "social care": Kind(
        (
            ("Visited as planned. R was in the front room in a nappy that had not been changed. Mum said she had been up since 4am.", "Food parcel ordered.", "Home visit"),
            ("Health visitor rang: weight has dropped from the 25th to the 9th centile.", "Asked GP to refer.", "Telephone call"),
            ("Core group: three of seven members present.", "Minutes sent.", "Meeting"),
            ("No reply at the door, curtains moved upstairs.", "Card left.", "Unannounced visit"),
            ("Grandmother says that the children are left with a boy of 13.", "Strategy discussion asked for.", "Referral"),
            ("Mr G found in the chair in which he had been for three days.", "Section 42 enquiry.", "Concern"),
            ("Nephew answered and said that all is well.", "Second call booked.", "Telephone call"),
            ("Case discussed in supervision, drift noted.", "Legal gateway by the end of the month.", "Supervision"),
        ),
        ("Date", "Contact date", "Date of visit", "Date of event", "Event date", "Date of contact", "Visit date", "Date / period", "Start date", "Date of case note", "Date of decision or event"),
        ("Case note", "Note", "Significant event", "Details of contact", "Narrative", "Details of concern / contact", "Case recording", "Visit summary", "Note text", "Description of event", "Contact summary", "Record of visit", "What we were told", "Body of note", "Event detail", "Concerns raised", "Information received"),
        ("Action taken", "Decision", "Next steps", "Outcome", "Agreed actions", "Social worker action", "Our response", "Action / decision", "Response by service", "Work undertaken", "Action following contact", "Manager's decision", "Safety planning", "Tasks agreed", "Social work intervention"),
        ("Note type", "Type", "Contact type", "Event type", "Form type"),
        ("Referral date", "Date of referral", "Case opened"),
        ("Finalised", "Date authorised", "Authorised", "Manager sign-off"),
        (("Person ID", ("118822",)), ("Team", ("Team 4", "MASH")), ("Title", ("HV with Mum", "TC from HV"))),
    ),
    "care home": Kind(
        (
            ("Found on floor by bed, sensor mat unplugged.", "Neuro obs, family told.", "Fall"),
            ("Red area noticed on sacrum.", "Body map done.", "Skin"),
            ("Refused breakfast and lunch, took sips only.", "Fluid chart begun.", "Nutrition"),
            ("Daughter visited and was upset at the state of his nails.", "Apology given.", "Visitor"),
            ("Pushed by another resident at the tea trolley.", "X-ray arranged.", "Incident"),
            ("Very sleepy, not rousable for breakfast.", "GP on telephone, advised fluids.", "Health"),
            ("Calling out in the night, pulled bell from wall.", "Turned, settled.", "Night"),
        ),
        ("Date", "Day", "Date of incident", "Date of fall", "Date and time", "Incident date"),
        ("What happened", "Daily notes", "Observations", "Care notes", "Description of incident", "Notes", "Entry", "Care delivered", "Progress note", "Report", "Daily record", "Handover note", "Nature of injury", "Circumstances of fall"),
        ("What we did", "Action taken", "Response", "First aid given", "Action by staff", "Treatment given", "Measures taken", "Care plan changes", "Follow up", "Immediate action", "Family / GP informed", "Steps to prevent recurrence"),
        ("Type", "Incident type", "Care area", "Category"),
        (),
        ("Date received", "CQC notified", "Date notified", "Reviewed by manager on"),
        (("Resident", ("Rm 4", "Rm 9")), ("Injury", ("None seen", "Skin tear")), ("Shift", ("Early", "Night")), ("Body map", ("Y", "N"))),
    ),
    "mental health": Kind(
        (
            ("Brought by police from bridge. Says that voices tell him his mother is a spy.", "Seen by duty doctor, admission offered.", "Assessment"),
            ("Home visit. Presented as low, poor eye contact; partner stayed in the doorway.", "Review in two weeks, discuss at MDT.", "Home visit"),
            ("Did not attend. Telephoned twice, no reply.", "Text sent.", "DNA"),
            ("Mother rings: he has locked the kitchen knives in his room.", "Home visit arranged for 16.00.", "Telephone"),
            ("School lead rang, the boy said that Mummy sleeps in the bath.", "Message left for care coordinator.", "Telephone"),
            ("Found with injuries to mother. Detained under s136.", "Strategy meeting.", "Crisis"),
        ),
        ("Date", "Contact", "Date / Time", "Contact date", "Date of contact", "Seen on", "Date of assessment", "Event date/time"),
        ("Details", "Presentation", "Progress note", "Mental state", "Clinical note", "Contact notes", "Assessment", "Narrative", "Clinical entry", "Account of contact", "Summary of contact", "Note content", "Presenting problem"),
        ("Intervention", "Plan", "Outcome", "Action", "Management", "Risk management plan", "Formulation and plan", "Care plan", "Onward referral", "Response of team", "Agreed plan", "Treatment offered"),
        ("Contact type", "Type", "Cluster", "Team contact"),
        ("Referral received", "Date referred", "Referral date"),
        ("Validated", "Date validated", "Signed off"),
        (("Originator", ("Ola Benson (CPN)", "Duty")), ("HONOS", ("12", "9")), ("Risk (RAG)", ("R", "A", "G"))),
    ),
    "voluntary": Kind(
        (
            ("Mum came with two little ones, no coats, in the snow.", "Parcel for three days.", "Drop-in"),
            ("Girl of about 8 came alone with a note.", "Walked her home.", "Drop-in"),
            ("Spoke for 40 minutes. He has her bank card and reads her phone.", "Code word agreed.", "Call"),
            ("Client rings from garage. He has held a knife to the sofa beside her.", "999 with her on the line.", "Call"),
            ("Three calls to Mum, none answered.", "Letter.", "Call"),
            ("Dad came, angry when asked for a voucher.", "Parcel given anyway.", "Drop-in"),
            ("Family meeting; Dad did not come. Jay says he wants it to be quiet.", "Plan agreed.", "Meeting"),
        ),
        ("Date", "Day", "When", "Date of contact", "Date of session", "Date of call", "Session date"),
        ("What we noticed", "Notes of contact", "Narrative", "Diary", "Contact notes", "What was said", "Session notes", "Notes of call", "Support session", "What came up", "Conversation", "Story", "Visit notes", "What brought them in"),
        ("What we did", "Safety planning", "Action", "Support given", "Help given", "Support offered", "Next steps", "Referred on to", "Agreed", "Signposted to", "What happened next", "Outcome for client"),
        ("Type of contact", "Contact", "Activity type", "Channel"),
        ("Referral received", "Date of referral"),
        ("Followed up", "Case closed"),
        (("Volunteer", ("Jean", "Bill")), ("Client no", ("3071", "3072")), ("Code", ("DA", "FB"))),
    ),
    "fire": Kind(
        (
            ("Bin fire against rear door. Occupier in wheelchair could not have left by the front.", "Smoke alarms fitted.", "Secondary fire"),
            ("Pan left on hob, occupier asleep. Cigarette burns to carpet.", "Referral to adult social care.", "Cooking"),
            ("Home safety visit. Paraffin cream on bedding and oxygen in flat.", "Fire-retardant bedding ordered.", "Home safety visit"),
            ("Fire in bedroom, one fatality.", "Handed to police and coroner.", "Dwelling fire"),
            ("Hoarding at level 7, no way through the hall.", "Joint visit with housing arranged.", "Home safety visit"),
        ),
        ("Date", "Incident date", "Date of incident", "Date of visit", "Call date"),
        ("Circumstances", "Narrative", "Incident details", "Findings on arrival", "What was found", "Description", "Observations at property", "Officer's report", "Cause and circumstances"),
        ("Safe and well / referral", "Action taken", "Follow-up", "Outcome", "Equipment fitted", "Referral made", "Fire service action", "Interventions", "Advice and equipment"),
        ("Incident type", "Property type", "Stop code", "Type"),
        (),
        ("Date of report", "Case closed"),
        (("Station", ("Quay", "Hill")), ("Appliance", ("P1", "P2"))),
    ),
    "cymru": Kind(
        (
            ("Ymweliad cartref. Dywedodd y fam ei bod wedi blino.", "Cyngor wedi ei roi.", "Ymweliad"),
            ("Teulu ddim gartref, neb yn ateb y drws.", "Cerdyn wedi ei adael.", "Ymweliad"),
            ("Ffoniodd yr ysgol i ddweud bod clais ar foch y plentyn.", "Cyfeiriwyd at y tîm.", "Galwad"),
            ("Cyfarfod grŵp craidd, tri yn bresennol.", "Cofnodion wedi eu hanfon.", "Cyfarfod"),
            ("Dywedodd y nain fod y plant ar eu pen eu hunain.", "Trafodaeth strategaeth.", "Galwad"),
        ),
        ("Dyddiad", "Dyddiad y digwyddiad", "Dyddiad / Date", "Dyddiad cyswllt", "Dyddiad yr ymweliad"),
        ("Digwyddiad", "Digwyddiad / Event", "Disgrifiad", "Manylion", "Beth ddigwyddodd", "Crynodeb o'r cyswllt", "Nodiadau", "Manylion y cyswllt", "Disgrifiad o'r digwyddiad"),
        ("Camau a gymerwyd", "Camau a gymerwyd / Action taken", "Gweithredu", "Ymateb", "Canlyniad", "Camau nesaf", "Beth wnaethom", "Penderfyniad"),
        ("Math", "Math o gyswllt", "Categori"),
        ("Dyddiad atgyfeirio",),
        ("Dyddiad cofnodi", "Dyddiad cofnodwyd"),
        (("Gweithiwr", ("A. Rees", "B. Hughes")), ("Lleoliad", ("Cartref", "Swyddfa")), ("Sylwadau", ("Arfer da", "Dim")),),
    ),
}  # fmt: skip
