"""What probation, the domestic abuse service and midwifery recorded on their own."""

PROBATION = """
22-12..23-02 | Court | {Bail information for court: Reece Tully, partner pregnant, address to be his brother's~Pre-sentence note begun, alcohol the main concern~Court list checked, adjourned to 14/02}. | {Filed~Report on day} |
22-12..23-02-13 | Enquiry | {Court duty officer asked police for call-outs to Tamsin Road~Reece Tully's solicitor rang for the name of the report writer~Previous order of 2019 found on file, completed, alcohol~Accommodation check for the brother's flat, by phone alone}. | {To court file~Noted~Reply {+6}} |
22-12..23-02-13 | Allocation | {Case earmarked for Gareth Moss if an order is made~Victim liaison: not eligible, sentence too short~Programme place asked about, waiting list of {4-7} months}. | {Recorded~Told by e-mail} |
23-02-14..23-10 | Supervision | RT {attended, {sober~hung over}~{20-50} mins late~failed}. {2*Work dried up~Brother's sofa "or wherever"~Wants to be a better dad}. | {Next {+7}~Warning {1-2}~Recorded} |
23-02-14..23-09 | Programme | Session {1-9}: RT {2*talked over others~quiet, took part~said "we're sorted"}. | {Progress note~Tutor to Gareth Moss} | {Partner link worker post vacant~}
23-02-14..23-10 | Home visit | {Gareth Moss to 5 Mill Steps: brother says "he's at his bird's"~Home visit, no reply, curtains as last time~Called by appointment. A folded blanket on the settee was shown as his bed}. | {Ask RT~Recorded} | {The answer was heard and not acted on~}
23-03..23-10 | Checks | {DA call-out check~Police intelligence check}: {none returned~returned {+12}, one log}. | {Filed~OASys} |
23-10..24-03 | Breach | RT's warrant: {court lists~Northmoor, no trace~unallocated}. | Hold. |
24-04-09.. | Supervision | Connor Blythe: {2*talks well, blames Leanne~"kids need a firm hand"~angry, phone buzzing~brought receipts for tools}. {Where living? "about"~Tidewell, "as a mate"}. | {Next {+14}~OASys medium~Recorded} | {Attitude to children explored no further~}
24-04-09.. | Unpaid work | CB {completed {4-7}hrs~sent home, phone~absent}. {Supervisor: cuts grass well~Drops "our lad" into talk}. | {Hours to go {30-110}~Warning} |
24-04-15..25-08 | Management | SPO oversight, Alicia Penn: {2*{52-71} cases on her list~Blythe's address unverified for {4-20} weeks~no answer from CSC~Northmoor file still to be read~risk level to be looked at again}. | {Chase {+7}~Countersigned} | {Chased once in five months~}
24-05..25-08 | E-mail out | To CSC {old inbox~MASH}: {2*who is the worker~CB may live with children}. | {No reply~Auto-reply} |
24-05..25-08 | Police check | DA enquiry, CB: {nil on his name~one log, {+6}~waiting}. | {OASys~File} |
24-06.. | Home visit | {12 Canal Row: CB's mother, "comes for his post"~Tidewell: no one~Tidewell: Kayleigh, "he's out"}. | {Recorded~Letter} |
e 24-06.. | Accredited prog | CB {not suitable, work~list, {4-9} months~session 1, "not like them"}. | {Review~Next {+10}} |
24-09.. | Missed | {Connor Blythe did not come and did not ring~CB texted "van" an hour after his time~Came on the wrong day and would not wait}. | {Breach? SPO: one more~Final warning} |
25-03-12..25-09 | Risk | {Risk review: Blythe high, screened out of MAPPA~Risk meeting for CB; Canal Row "accepted" as his address on his mother's word~Tag considered for CB and not asked for}. | {Child contact plan~SW copied} |
25-03.. | T/C | Alicia Penn {rang~was rung by} Hannah Quill: {2*is CB in the home~will he come to core group~date of court}. | {"Says not"~Recorded} |
m 24-05.. | Workload | {Workload report red for the third month; Connor Blythe seen twice~Two officers off sick, appointments cut to monthly; CB once~Staffing meeting: custody leavers come first, CB "ticking along"}. | {Agency PO~Note} |
23-02-14..23-09 | Third party | {Tully's brother rang: they are back together and had a row~Scaffold firm rang, he has not been in since pay day~Brother rang to say that he is "on it again" and has nowhere to go}. | {Told RT~Note} |
"""

DOMESTIC_ABUSE = """
22-05..23-01-09 | Contact attempt | {Called~Texted} Kayleigh: {no reply~number wrong~man's voice, ended call}. | {Closed as per policy~One more} |
23-01-10..23-09 | Weekly call | {idva}: {K at MGM's~brief, baby crying}. {2*Reece has a key~She misses him~Scared for the court day}. | {Plan~Call {+7}~Midwife told} |
23-01-10.. | Advocacy | {idva} {rang~wrote to} {housing~{sw}~solicitor}: {2*needs locks~wants to be kept informed~who is the lead}. | {No reply~Locks done {+12}~Answered} |
23-01-10.. | DASH | DASH gone through again, {9-17}: {2*jealous, phone checked~strangled once, "ages ago"~young child in the home~children frightened}. | {MARAC threshold met~Below 14} | {One non-fatal strangulation, not passed to health~}
w 23-09-25..24-03 | Outreach | {Coffee at library~Harbour Lodge, foyer}: K {shaking, laughs~wants "my own front door"~asked for toys}. | {Food bank~Freedom Programme list} |
23-11..24-09 | Freedom Programme | Session {1-9}: {came with J in buggy, stayed~absent~left when phone rang~knew "the Dominator" at once}. | {Crèche~Keep place} |
24-04.. | Safe call | {K said code, all ok~number off~"wrong number" in loud voice}. | {Try {+3}~Log} |
24-06.. | One-to-one | {idva}: {2*C decides who visits~C "strict with Jaydon", would not say more~she cannot sleep till he does}. | {Child worry to SW, {+1}~Plan~Spoke of refuge} | {The worry about Jaydon went by telephone; there is no record of it elsewhere~}
24-06.. | Consult | {Team meeting~Case discussion}: {2*safe contact for K~no reply from SW x{2-4}~Right to Ask}. | {Keep open~Manager to manager} |
25-02-20.. | CP liaison | {idva} {not asked to core group~sent note for core group}: {agreement puts load on K~C has the key}. | {Read out?~On file} |
25-05-07.. | Refuge | {Space in Northmoor~No space for three~K packed, unpacked}. {Will not leave without Ellie-Mae~C's uncle owns flat}. | {Hold till {+2}~Next day} |
25-05-07.. | Solicitor | {Non-mol: K will not sign~Legal aid form~Appointment, C waited outside}. | {Rebook~Note} |
m 23-02.. | Review | {Case review: {3-9} contacts in the month, and in each he was somewhere near~Supervision: what would make it safe for her to say yes?~Monthly look back. Kayleigh speaks more on Tuesdays, when he works~Manager read the file: strong on her, thin on the children}. | {High~Medium}. |
24-03.. | Group | {Children's group: Ellie-Mae on the waiting list~Place came up for Ellie-Mae, and nobody with PR to sign for it~Kayleigh "not sure" that Ellie-Mae should come and talk to strangers}. | {Ask SW~Hold} |
w 24-06.. | Text code | {No code this week~Code sent twice~Smiley, then deleted}. | {Safe call~Log} |
"""

MIDWIFERY = """
22-10-27..23-03-13 | Antenatal | {mw}, {gest}/40: BP fine, SFH {slightly low~on 20th}. {Reece in car~With MGM~K quiet}. CO {9-21}. | {Smoke-free team~Scan~Next {+14}} |
22-10-27..23-03-13 | DNA | DNA {gest}/40, {clinic~Smoke-free~parent class}. {Rang: "forgot"~No signal}. | {Home {+2}~Text~Letter} |
22-10-27..23-03-13 | Home visit | {mw} at {home}: {no reply~seen on step~pram in bits, door mended with tape~K asleep, Reece "she's fine"}. | {Rebook~DA not asked~To Farida Osei} |
22-11..23-03-13 | Safeguarding | Farida Osei: {2*rang SW, voicemail~birth plan alert drafted~PPN {1-4} days late~threshold query}. | {On notes~Chase {+5}} | {Three calls and no meeting~}
22-10-27..23-03-13 | Results | {2*Bloods: Hb {98-106}~MSU +~Glucose declined}. | {Iron~GP Rx} |
22-11..23-03-13 | DA enquiry | {Asked when alone: "not now"~Not asked, partner~Asked in toilet with card, nodded}. | {Flag~IDVA number in boot, at her wish} | {Skilled and safe enquiry~}
22-11..23-03-13 | HV liaison | {visitor} {rang~met}: {joint visit?~Reece~unborn, list}. | {{+9}~Diary} |
22-12..23-03-13 | Mental health | Perinatal: {K not accepted, mild~EPDS {10-15}~appointment {+12}}. | {GP~HV} |
23-01..23-03-13 | Birth plan | {gest}/40: {MGM as birth partner~"not him, then yes him"~ward alert}. | {Copy to ward~Changed} |
23-03-16..23-03-30 | Postnatal | {mw}, day {3-12}: {jaundice mild~feeds 4-hourly~K sore, pale}. Reece {asleep~let us in}. | {Weigh {+2}~HV} |
23-03-16..23-04-10 | Weight | Jaydon {2.55~2.60~2.64}kg, {minus 6%~regain slow}. | {Feed 3-hourly~{+2}} |
23-03-28..23-04-20 | Debrief | {Farida Osei~Ward manager}: {2*alert half-read~no CSC reply~SW not at discharge}. | {Datix~Learning note} |
22-10-27..23-03-13 | Phone | K {rang triage, backache~asks for Healthy Start~text: "cant come he has car"}. | {Advice~Lift offered} |
22-11..23-03-13 | Social | {Benefits~Cot and clothes} for K: {baby bank~sure start grant}. | {Form~Collected by MGM} |
22-11..23-03-13 | Team | Caseload talk: {{110-140} women for Joanne Hale~cover for sickness from Quay team}. {Marlowe stays with Joanne~Marlowe seen by three midwives so far}. | {Vulnerable list~Continuity asked for} |
22-10-27..23-03-13 | Partner | Reece {asked for a scan photo~asked reception which day she comes~sat through the visit with his boots on the pram}. {Kayleigh watched him before she spoke~Pleasant to staff}. | {Reception told not to give dates~Recorded} |
23-01..23-03-13 | Parentcraft | {2*Bottle-making shown to Kayleigh and MGM~Safe sleep talk: sofa, smoke, drink~Kayleigh practised bathing with a doll, laughed for the first time}. | {Leaflet in plain words~Repeat after birth} |
"""
