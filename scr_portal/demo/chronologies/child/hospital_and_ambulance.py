"""What Wexcombe General and the ambulance service recorded on their own."""

HOSPITAL = """
* | ED | Kayleigh Marlowe, {lower abdominal pain~migraine, three days~hand laceration from a tin~dental abscess~panic, palpitations}. {Waited four hours, left before being seen~Seen by {eddoc}, settled~Bloods normal}. {Partner in waiting room~Came alone by taxi~With {friend}}. | {GP letter~Left, telephone call not answered~Analgesia} | {Not asked who was at home with the children~}
* | ED | {em}, {wrist after fall from a trampoline~cut foot, glass in garden~earache~tummy pain, nothing found}. Brought by {Kayleigh, "stepmum"~{mgm}~{him}}. {PR not recorded~Consent taken from adult present~Grubby, polite}. | {Plaster, fracture clinic {+7}~Home~School nurse letter} |
* | Safeguarding hub | {Sue Tillotson (named nurse) reviewed~Safeguarding hub check of} overnight ED cards: Marlowe, {two attendances in the month~information form blank~address differs from last}. | {Added to trust chronology~Rang {hv}, left message~To weekly meeting} |
* | Switchboard | {Caller, female, would not give name~Kayleigh Marlowe} rang {ED~children's ward} asking {if calpol and ibuprofen can be given together~how to make up a missed appointment~for a letter saying she attended}. | {111 advised~Message to secretary} |
* | Psych liaison | Kayleigh Marlowe referred by {eddoc}: {2*low, not sleeping, thoughts of "not being here", no plan~>overwhelmed, has baby and stepchild~crying since the morning, wants "a week of sleep"}. {Declined to wait~Seen, low risk~Partner wished to sit in}. | {GP to review~Crisis line card} | {Children named as "protective factor" without asking about them~}
* | Booking office | {Letter~Text reminder} for {Kayleigh~>Jaydon~Ellie-Mae} to {known} {returned~delivered}. {Spine not updated~Phone number ends in the old digits}. | {Demographics query to GP~Sent again} |
m * | Safeguarding meeting | Monthly {maternity and ED~paediatric} liaison meeting, Marlowe {on list~raised by {ward}~not reached}. | {HV apologies~For next month~Minute to GP} |
* | Fracture clinic | {em}: {not brought~seen, healing well; hungry, ate two packets of biscuits}. {Kayleigh rang two days later~Adult with her was not named}. | {Rebooked {+10}~Discharged} |
..25-03-11 | Information sharing | CP-IS check {on arrival~by receptionist}: {no plan shown~system down~spelt Marlow, nothing found}. | {Printed~No action needed} |
r * | Pharmacy | {TTO~Prescription} for Kayleigh Marlowe not collected {in {3-9} days~at closing}. {Rang: no money for bus~Voicemail}. | {Posted to GP~Returned to stock} |
* | ED | {Darren Marlowe~{him}}, {cut eyebrow~hand injury, "a wall"}, gave {home} as address. {>Said there was a baby at home~Smelt of drink}. | {Sutures, head advice~Left, unhappy with wait} | {Adult attendance not linked to the children~}
22-10..23-03 | Antenatal day unit | {Reduced movements at {gest}/40~Growth check at {gest}/40}: CTG normal. {Kayleigh by herself, bruise noticed by HCA at cannula site, old~Reece answered phone twice for her}. | {Home, community midwife told~DA flag not seen} |
22-10..23-03 | Ultrasound | Growth scan, {gest}/40: {{18-26}th centile~liquor normal, head down}. {Came late~Sandra Marlowe came in too}. | {Repeat {+21}~Result to CMW} |
23-03-15..23-06 | Newborn screening | {Hearing screen: clear~Hip check: click, scan asked~Blood spot repeat, sample too small}. Jaydon {age}. | {Parent told~Letter to {known}} |
23-04..25-04 | ED | Jaydon, {age}: {diarrhoea, dry lips~croup, barking cough~rash, blanching~conjunctivitis~high temperature, ears red~constipated, crying}. {{ward} notes nappy rash~Handled roughly when changed, then kissed~Quiet, watches faces~Kayleigh gentle}. | {Home, red flags leaflet~Oral fluids, observed two hours~GP in the morning} |
23-05.. | Dietetics | {Dietitian: intake reported does not match weight {weight}~Telephone clinic, no answer~Fortified milk plan, mother repeated it back}. | {Letter to GP, HV~Review {+28}} |
23-06..25-06 | Paediatrics | {paed}: Jaydon {age}, {weight}. {Faltering growth, likely intake~Bloods normal~Development: few words, late to walk~Good eye contact, thin arms}. {Mother only~With MGM}. | {Social history to be asked at next~Review {+42}~Bloods, coeliac screen} | {Neglect not named as a possible cause~}
23-04..25-08 | Ward clerk | Record request from {Early Help~CSC~solicitor} regarding {Jaydon~Kayleigh}. | {Sent by secure mail~Consent needed~Sent to old worker} |
23-12-08..24-06 | Paed liaison | Liaison HV: {form for Jaydon to wrong HV base~follow-up weight asked for~discharge letter not copied to HV}. | {Corrected by phone~E-mail} |
24-03..25-04 | ED | Jaydon, {age}: {limp, settled, no fracture seen~cut lip, fell from step~burn to finger, hob, small~bump to forehead, "ran into door"}. Brought by {Kayleigh, two days after~Kayleigh and Connor~{mgm}, same day}. {Story consistent~Story changed from steps to settee~Undressed, no other marks~Not undressed}. | {Body map, home~Home, HV form~Consultant reviewed by phone} | {Earlier attendances were not on screen~}
24-03..25-07 | Audiology | {Hearing test, Jaydon: glue ear likely~Not brought to hearing test~Sat well for test, no words}. | {Review {+60}~Discharge to HV} |
24-05..25-08 | Community dental | {Kayleigh cancelled~Jaydon, four decayed teeth~Nobody came}. {Sweet drink in bottle~Rang, "he cries"}. | {GA list~WNB letter~Fluoride} |
24-06..25-07 | Speech therapy | {Triage: late talker~Drop-in, one visit, babbling, points~Opt-in letter not returned}. | {Nursery strategies~Closed, no opt-in} |
25-02-19.. | Paediatrics | {Dr Fenn wrote to CSC: survey declined, what is their view?~Secretary rang the social worker to be told of the conference date~Letter dictated: six-week weight asked for, none had}. | {Reply awaited~Noted in letter book} |
25-02-20.. | Named doctor | Peer review of {February medical~injury photographs}. {Agreed unexplained in a not-yet-two~Wording "inconclusive" to be avoided}. | {Addendum drafted~Sent {+12}} | {Addendum reached CSC in June~}
25-03-12.. | CP-IS | {Jaydon~Ellie-Mae} seen as on plan; {CSC told by automatic message~SW name missing}. | {Printed to card~Rang EDT} |
m 23-01.. | Audit | {Trust audit of "was not brought"~ED form audit}: Marlowe's {letter used DNA wording~form incomplete on {1-3} of {3-5} visits}. | {Fed back to team~Template changed} |
"""

AMBULANCE = """
n * | 999 call | {Sandra MARLOWE~Kayleigh MARLOWE~{friend}} called for {chest pain, anxiety~a fall on stairs~abdominal pain}, {home}. {{crew}: home cold, mattress in living room~{crew}: adults drinking, child up}. | {Left at home, GP advised~Conveyed to Wexcombe General} |
* | 999 call | {crew} to {em}, {asthma, no inhaler~nosebleed~allergic rash}. {Gave own date of birth; adult could not~Adult smelt of alcohol}. | {Treated on scene~Conveyed} | {Safeguarding form considered, not sent~}
* | 111 call | {Kayleigh~Man who said he was dad} rang about {a rash~vomit~>no wet nappy} in {a child~>Jaydon~a girl of {emage}}. | {GP within six hours~Self-care~Call back, not answered} |
n 23-03-20..24-02 | 999 call | Jaydon, {age}: {choking on milk, now well~hot, floppy, pinked up on scene}. {crew}: {bottle propped on a towel~six people in the flat, loud}. | {Conveyed~Refused hospital, advice leaflet} |
24-03.. | Urgent care | {crew} to Jaydon, {age}: {swallowed tablet? found in chair~head knock, crying~temperature and cough}. {Man on scene would not give name~Kayleigh kept looking at partner}. | {Conveyed~Left with advice, form sent} |
* | Safeguarding desk | Form of {+0} re {home} {sent to~rejected by} CSC: {no child surname~outcome not fed back}. | {Resent~Closed} |
n * | 999 call | {Police asked for us~Passer-by} to {Reece TULLY~adult male}, {intoxicated~hand cut}, at {home}. {Children inside, seen by police~No children seen}. | {Treated, not conveyed~Walked off} |
* | Frequent caller | Review of calls to {home}: {3-6} this year. {Below the threshold of service~No child named in {2-3}}. | {No action~Letter to GP} |
22-10..23-03-13 | Maternity transfer | {crew} to Kayleigh Marlowe, {gest}/40, {bleeding, slight~contractions, thought to be early~faint in the supermarket}. {Partner insisted on travelling~Kayleigh asked crew to "leave him behind"}. | Conveyed to maternity, handover given. |
23-10..24-02 | 999 call | Harbour Lodge, {fire in bin store, residents checked~man collapsed on stairs}. {crew} noted {a baby in wet clothes with an older girl~Kayleigh Marlowe and two children in the doorway, no coats}. | {Blankets given~No patient} |
* | Crew concern | {crew} sent a form after {a job next door~a hoax call}: {rubbish to the sills at {home}~>toddler at window alone~small girl at window alone}. | {Form triaged, adult social care by mistake~Form to MASH} |
24-06.. | 999 call | {Connor Blythe~Male caller}: {fell from van, drunk~cut forearm, "glass"}, {home}. {Kayleigh holding a silent toddler~Told {crew} to "get on with it"}. | {Dressed, refused hospital~Conveyed} | {Alcohol and a child in the same room not put on the form~}
24-02-19.. | Telephone triage | Clinician rang Kayleigh back: {Jaydon vomiting, now settled~herself, dizzy, not eaten since yesterday~Ellie-Mae's asthma, inhaler at school}. | {Pharmacy~GP next day~Worsening advice} |
* | Joint response | Police asked {crew} to stand by at {home}, {reports of a fight~door to be forced}. {Stood down in {5-30} minutes~Nobody hurt, girl of {emage} made tea for the crew}. | Log closed. |
* | Crew concern | {Retrospective~Late} form by {crew}: {smell of cannabis in a child's room~>bath full of bottles, no cot seen~dog shut in the kitchen, girl said it bites}. {Written {2-9} days after the call~No consent asked}. | To MASH by e-mail. |
"""
