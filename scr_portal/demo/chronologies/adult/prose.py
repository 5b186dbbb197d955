"""What each agency of the adult's case recorded on its own."""

ADULT_SOCIAL_CARE = """
24-03-01..24-03-05 | Contact | Care agency: {Mrs Hollis refused her call again~milk in the fridge is a week old}. | {Monitor~Passed to locality team} |
24-03-07..24-04-10 | Hospital team | Lucy Trevane: {care act assessment begun at bedside~T/C Janet, will look at three homes~Alan Hollis, son, by e-mail from Perth, "whatever Jan thinks"~ward chasing discharge date~home of choice has no bed until June}. | {Panel {+5}~Recorded~Form sent} |
24-03-07..24-04-20 | Finance | {Financial assessment form to Mrs Pryce~Deferred payment talked about~Bank asks for proof of power of attorney}. {Property in sole name~Form half done}. | {Sent~Chase {+14}} |
24-04-12..24-06-02 | Case note | Lucy Trevane: {T/C Larkfield House, line engaged x{2-3}~DoLS application not yet had from the home~copy of support plan asked for}. | {Diary {+7}~E-mail} |
24-06..25-04 | DoLS | {Standard authorisation request, Larkfield House, priority low~DoLS team: assessor not found, waiting list {140-320}~DoLS expired, renewal not asked for by the home}. | {List~Letter} | {Nobody independent met her in the year~}
24-06..25-04 | Contracts | Larkfield House {on amber~moved to red, then amber on a promise~discussed with ICB nurse, {3-7} concerns in the quarter}. {Staffing~Night records~Medicines}. | {Visit in {4-9} weeks~Action plan asked for} |
24-06..25-04 | Concern | {Anonymous staff member~Hairdresser~Chiropodist~Former carer} about Larkfield House: {buzzers unplugged at night~residents up at five~food taken away untouched~agency staff do not know names}. | {To contracts~Not about a named adult, closed~Linked to provider file} | {Concerns on the home were not laid beside concerns on the person~}
24-06..25-03 | T/C | {{dn} asks for a named worker~Pharmacist asks who leads on the home~Advocate offers a visit, needs a referral~{manager} asks for more one-to-one hours}. | {Duty to ring back~Logged~Told not allocated} |
24-06..25-04 | Duty | {duty}: {case reopened for {2-5} days and closed~message for Owen Castell, who has left~asked by Mrs Pryce for a copy of the review, none typed}. | {Closed~To business support} |
24-09-25..24-10 | S42 | Owen Castell: {planning call with home, DN could not join~terms of enquiry sent~turn charts asked for, not sent~report late, {+6}}. | {Chase~Recorded} |
24-09-25..24-10 | Management | Supervision, {allocated}: {enquiry is with the provider, low risk~adult's wishes to be sought by the home~outcome to be shared}. | {Agreed~{+14}} |
24-11-11..25-03-23 | MASH | Triage: {medication form~falls notice~daughter's e-mail} on Mrs Hollis {merged with provider concern~does not meet, sent to review team}. | {NFA~Review team list, {9-16} weeks} |
* | Brokerage | {Invoice query, room rate up £{20-60} a week~Top-up letter to Mrs Pryce~Contract for room 9 never countersigned~Brokerage asks which room she is in}. | {Finance~Corrected} |
* | Equipment | {Community equipment asks who ordered the cushion~Mattress on loan, recorded at Penrose Gardens~Bed rails risk assessment asked for by store}. | {Home rung~To DN} |
24-11-11..25-04 | Review team | Annual review: {due April, list~asked for sooner by {dau}, no staff~allocated and taken back within the week}. | {List~Letter to family} |
25-03-24..25-04-08 | S42 | Parveen Rashid: {T/C Janet, listened for forty minutes~{manager} "all in hand"~nursing bed found for {+16}~police: not at this time}. | {Visit to be moved up?~Recorded} |
25-03-18..25-04-20 | Provider | Suspension: {letter to provider's head office~neighbouring councils told~families' meeting to be held in May}. | {Weekly call~Minuted} |
m 24-06.. | Report | {Monthly dashboard: Larkfield House, {2-6} concerns, {0-2} to s42~Figures for the board: care home concerns up, homes not named~Provider table, Larkfield House third from the top of {14-22}~Narrative on pressure damage for the ICB, two lines}. | {Board paper~Filed} |
24-06..25-04-08 | Advocacy | {Care Act advocate considered, daughter "appropriate"~IMCA not needed, family to be consulted~Mrs Pryce asked if she would like support, not rung back~Advocacy service says referral came without consent box ticked~Independent advocate free from {+21}, offer lapsed}. | {Recorded~Form not sent} |
"""

CARE_HOME = """
* | Daily note | {mh} {2*up and dressed, in lounge~had a good breakfast, porridge~sang with the radio~pleasant, asked for Ron}. {Skin intact~Drinks {600-1100}ml~All care given}. | {{carer}~Handed over} |
* | Daily note | {mh} {2*refused wash, hit out at {carer}~slept in chair most of day~left lunch, ate the pudding~sore when moved}. {Pad changed x{2-3}~Chart done}. | {Senior told~Nil} |
n * | Night | {Settled at 8pm, checked hourly~Awake and calling for her mum~Found across the bed at {2-5}am~Wet at {5-6}, changed}. {Two on for 31~One gone home sick}. | {Turned~Not turned, asleep~Tea given} | {"Checked hourly" in one hand and one ink~}
* | Fall | {Slid from chair~Found by sink~Lowered to floor by {carer}}. {No injury~Skin tear to shin~Bump to brow}. | {Accident form~Family to be told~Obs x3} |
* | Medication | {2*Refused tablets, hidden in jam?~MAR gap, {senior} forgot to sign~Blood sugar {9-19}, not told on~Paracetamol for bottom}. | {Noted~Try again~Pharmacy} |
* | Staffing | {2*Short, {2-3} on the floor~Agency did not come~Kitchen assistant on floor~{manager} on shift till eight}. | {Basic care only~Baths cancelled} |
m * | Weight | Monthly weight: {weight}. {MUST not scored~MUST {must}~Hoist scale broken, guessed}. | {Fortified milk~Tell GP~Nil} |
* | Fluids | Fluid chart {520-1400}ml. {Likes juice better~Thickener tin empty~Beaker full at bedside}. | {Encourage~Order tin} |
w * | Turns | {Turn charts audited, gaps~Charts all done~Charts not in room}. | {Memo to staff~Signed off} |
* | Activity | {Bingo~Church service~Hand massage~Dog visit}: {mh} {smiled, held the dog~dozed~said a prayer by heart~wanted to go home to the children}. | In activities book. |
* | Chiropody | {Nails cut~Chiropodist says heel is red~Not seen, asleep}. | {Cream~DN book} |
* | Family | {dau} visited, {walked her in garden~sat quiet~asked to see the care plan~took washing home}. {Pleased with {carer}~Went without a word}. | {Book~{manager} away} |
* | Care plan | {Monthly review of the care plan, "no change"~{senior} brought the plan up to date from the office~Skin page missing from the plan, old one copied~Plan read to {dau}, who crossed out "eats well"}. | Signed. | {Same sentence in eight monthly reviews~}
* | Repairs | {2*Mattress alarm sounding, switched off~Call bell broken~Lift out, meals upstairs late~Air mattress plug pulled for hoover}. | {Book~Engineer {+6}} |
* | Pain | {mh} {2*moaned when washed~cried out on hoist~says "don't, love" at turning}. {PRN given~None written up}. | {Senior~DN next visit} |
* | Handover | {2*no change with {mh}~watch her bottom, red again~{mh} not drinking for the late shift~ring the GP on Monday about tablets~{dau} coming at two, have her dressed}. | {Read by {carer}~Sheet lost} |
* | Visitors | {Vicar~Old neighbour Mrs Pascoe~Keith Pryce} {stayed for tea~thought her thin~was not let upstairs, cleaning}. | Book. |
* | Training | {Pressure care e-learning, {6-14} of 29 done~Dysphagia talk, four came~Moving and handling out of date for {3-9}}. | {Matrix~Rebook} |
* | Personal care | {2*Bath with {carer}, enjoyed the bubbles~Bed bath, two staff, sore on turning~Mouth care done, tongue dry~Hair set by the hairdresser~Nails soaked, dirt under}. {Asked for {dau}~Sang~Tearful}. | {Creamed~Reported~Nil} |
* | Meals | {2*Ate when fed by {carer}, half an hour~Mince moulded, pushed away~Given normal biscuit by a visitor~Asleep through dinner, tray taken~Two puddings}. | {Snack later~Food chart~Kitchen told} |
* | Telephone | {{dau} rang, told all fine~{dau} rang x2, nobody free to talk~Son Alan rang from Australia, put on to {mh}~Pharmacy rang about a missing sheet}. | {To ring back~Message book} |
* | Continence | {2*Pad stock short, one per night~Smell of urine, sample to surgery~Bowels not open {4-7} days~Catheter? not needed}. | {Order~GP list~Prune juice} |
* | Behaviour | {mh} {threw beaker~hid under blanket, shouting "mind my back"~took hold of {carer}'s wrist, frightened~shouted all through the hymns}. | {ABC chart~Left to settle~One to one for ten minutes} | {Distress was charted as behaviour and not as pain~}
* | Room | {Room deep cleaned~Glasses missing again~Wrong slippers on~Photo of Ron fell, glass swept up~Wardrobe labelled by {dau}}. | {Lost property~Maintenance} |
n * | Night | {Call bell out of reach, tied up by the day staff~Slept after warm milk~Coughing on drink, sat up~Moaning from {1-3}am, no pain relief written up}. {Agency on~Senior asleep-in}. | {Water given~Handed over~Chart done at end of shift} |
w * | Review | Week: {2*ate about half of meals~three baths offered, one had~no visitors~{dau} in twice}. {Settled~Sleepier~Less talk}. | {Key worker {carer}~No change to plan} |
* | Professional | {Optician~Dentist~Memory nurse~Hearing aid man}: {mh} {seen in lounge~not ready, next time~would not open mouth~new battery}. | {Diary~Letter in office} |
* | Management | {manager}: {resident of the day is {mh}, file not found~spot check at {6-7}am, charts filled in for the day~asked seniors to "tidy the turn charts" before the visit}. | {Memo~Verbal} | {An instruction to complete records afterwards~}
"""

GP = """
* | Ward round | {Weekly round by phone with {senior}~Round in person, {dr}}: {mh} {"fine"~not on list~sleepy, bloods~sore, DNs in}. | {Nil~Bloods~Review {+7}} |
* | Results | {Albumin low {24-31}~eGFR down to {31-48}~HbA1c {58-83}~Hb {89-104}}, Mrs Hollis. | {Repeat {+21}~Task to ANP~File} |
* | Medication | {2*Pharmacist review: seven drugs to six~Thickener left off repeat~Laxative restarted~Dossette query, brand changed}. | {Home told~Script} |
* | Telephone | {dau}: {2*weight loss, will somebody look?~asks what "MUST" is~thanks {dr} for time}. | {Visit {+6}~Spoke to home} |
* | DN message | DN: {wound worse, antibiotics?~swab grows mixed flora~needs pain relief before dressing~when was she last seen?}. | {Script~Visit when able} |
* | Care plan | {Advance care plan form: hospital avoidance?~DNACPR talked over with Janet~Frailty score {6-7}}. | {Form in home folder~Coded} |
* | Admin | {2*Temporary made permanent~Two records merged~Letters still to old surgery}. | Done. |
* | Visit | ANP Gwen Talbot: {2*heel, cat 1~chest clear, thin~UTI, treat~looked dry, jug full}. | {Advice to {senior}~Bloods~{+7}} |
* | Meeting | Practice safeguarding: {homes: Larkfield named by DN~three falls letters~no one from ASC}. | {Minute~To ask ICB} |
* | Vaccination | {Flu jab given at the home visit~Covid booster not given, no consent form found~Pneumonia vaccine, Mrs Pryce rung to agree}. | {Coded~Janet rung} |
24-03-01..24-04-10 | Letter in | {Social care~Ward}: {home to be found~MDT note, delirium}. | Filed. |
m * | Audit | Care home list: {31~29} residents, {4-8} admissions. {Larkfield highest~No comment}. | PCN. |
* | Request | {CQC~Contracts} ask {if practice has worries~for GP feedback form}. | {Short answer by PM~Not returned} | {The practice did have worries~}
* | Home call | Larkfield House: {wrong pharmacy~no thickener~urine smells~please sign chart}. | {Sorted~Call back, engaged} |
* | Visit request | {Request by {senior}: red leg, warm~Request: not passing much water~Request withdrawn an hour later~Home asks for "something to calm her"}. | {Triage by ANP~Visit {+3}~Advice} |
* | Out of hours | Out of hours report: {fall, no head injury~cough, antibiotics started by phone~asked to verify a drug not on our list~carer rang for permission to give paracetamol}. | {Read~Follow up by phone} |
* | Referral | Referral to {tissue viability~dietetics~older people's mental health~continence nurse} {sent~bounced, form changed~accepted, {9-16} weeks}. | {Home told~Resent} |
"""

HOSPITAL = """
24-03-07..24-04-10 | Ward 7 | {ward}: {mh} {2*pulled line, calmer with Janet~ate half with help~up with frame and two~sacrum {red~broken}, foam}. | {Two-hourly turns~Dietitian~Photo} |
24-03-07..24-04-10 | Therapy | {OT: kitchen assessment not safe~Physio: two to stand~SALT: normal diet at present~Memory nurse: vascular, moderate}. | {Report to SW~Review {+5}} |
24-03-07..24-04-10 | Discharge hub | {Bed found at Larkfield House, no nurse~Delay day {3-14}, placement~Trusted assessor call~Mrs Pryce asks about nursing}. | {Board round~Noted} | {Funding stream decided before need~}
24-04-12..25-04-08 | ED | Mrs Hollis from Larkfield House: {fall, hip film clear~nosebleed on apixaban~skin tear glued~low sugar}. {No carer with her~No chart~Nails long}. | {Back by transport 0{1-4}{10-59}hrs~Letter~Frailty nurse} | {Sent back in the night more than once~}
24-04-12..25-04-08 | Tissue viability | Ingrid Solberg: {photo, {skin}~advice by e-mail~mattress setting, wrong again~will see in clinic}. | {Plan to DN~Not urgent} |
24-04-12..25-04-08 | SALT | Jo Barrow: {review due, home cancelled~told kitchen in person~supper seen, upright}. | {+28} |
24-04-12..25-04-08 | Dietetics | {Referral incomplete~MUST {must}, phone plan to home~weight {weight}, first fortnight of shakes}. | {Back to GP~Review {+40}} |
24-08-20..24-08-23 | Ward 2 | {ward}: {oxygen weaned~thick tea, liked it~Janet slept in chair}. | {Home when fit~SALT} |
24-11-18..24-11-26 | Ward 4 | {ward}: {2*drinks well if given~sacrum packed~smiles, says "thank you, duck"~up to chair, cushion}. | {IV stopped~TVN~Concern form} |
24-11-18..24-11-27 | Discharge | {Pathway 3? home says can meet needs~DN referral sent~Ward concern, ASC "will pick up"}. | {Date {+3}~Recorded} |
25-04-09..25-04-19 | Ward 11 | {ward}: {2*antibiotics day {1-4}~Janet and Keith by the bed~pain settled with pump~mouth care, hand held}. | {Family room~Palliative team} |
24-04-12..25-04-08 | Booking | {Letter to Penrose Gardens returned, next of kin rung~Transport cancelled by the home on the morning~Clinic moved by us, home not told until transport came}. | {Address changed~{+30}} |
24-04-12..25-04-08 | Safeguarding hub | {Forms from ED counted, Larkfield {2-6}~Ambulance form copied to us~ASC asked for outcome}. | {Monthly list~No reply} |
24-04-12..25-04-08 | Pharmacy | {Apixaban query from the home at the weekend~Discharge drugs sent without thickener~Medicines helpline: {senior} asked about crushing tablets}. | {Advice~Letter to GP} |
24-04-12..25-04-08 | PALS | {dau} {asked for her mother's ward notes~praised the nurse who "did her hair"~wants to know who tells the home what to do}. | {Form sent~Thanks passed on~Explained} |
"""

DISTRICT_NURSING = """
24-04-13.. | Visit | {dn}: {skin}. {Exudate moderate~Edges pink~Slough {20-70}%~Size {2-5} x {2-4}cm}. {Turn chart {part~not} done~In bed, on side~Sat on donut cushion, removed}. | {Foam~Alginate~Photo}, {+3} |
24-04-13.. | Visit | {mh} {2*said it stings~asleep, warm~asked if I was Jan~would not roll, came back at two}. {{carer} helped, kind~Nobody to help}. | {Redressed~Pain relief asked for} |
24-04-13.. | No visit | Visit {moved, staff sick~missed, not on list~put off by home, outbreak}. | {{+2}~Phone call to home} | {Deferred visits were not counted anywhere~}
24-04-13.. | Equipment | {Air mattress ordered, promised {+3}~Mattress came, left on static~Pump fault on the mattress, alarm silenced~Cushion, on list {3-8} weeks~Heel boots, one lost in the wash}. | {Chased~Engineer} |
24-04-13.. | T/C | {Rang home~Home rang}: {2*dressing off~blood on pad~who turns her at night?~new wound on heel}. | {Visit today~Advice to {senior}} |
24-04-13.. | Waterlow | Waterlow {20-28}, MUST {must}. {Weight by home {weight}~Not weighed by home}. | {Plan reviewed~Dietitian asked} |
24-06.. | Family | {dau} {waited for nurse, wept~shown photo, wants truth~asked how to complain}. | {Listened~PALS leaflet~Sr Keane to ring} |
24-06.. | Caseload | Sr Keane: {2*{3-6} vacancies of 14~{60-90} visits over capacity~care homes to be "supported self-care"}. | {Risk register~Escalated to locality} |
24-07.. | Datix | Datix: {2*cat 2 to cat 3~turn charts~wrong mattress weight~dressing stock used for another}. | {Reviewed {+20}~Merged} |
24-09.. | TVN | {Joint visit with Ingrid Solberg~TVN by photo}: {2*offload, two-hourly~change to silver~pain first}. | {Plan in room~Copy to GP} |
24-09.. | Handover | Team handover: {mh} {red~amber~weekly now}. {Home not coping~Concern closed?}. | {Senior nurse visits~Note} |
24-10.. | Liaison | {{manager} told of gaps~ICB quality nurse told~GP asked to see}: {"agency"~"will look into"~no date}. | {E-mail~{+10}} |
w 24-05.. | Visits | {Three visits in the week, none by the same nurse~Two visits of three made, {skin}~Week of bank staff, wound read from the photo~Visits kept; {mh} asked each time for Ron}. | {Continue~Seen by {dn}} |
24-12.. | Pain | Pain score {4-9} at dressing. {Nothing before dose given~Morphine not in home yet}. | {GP~Wait 30 min} |
25-01.. | Visit | Room 21: {2*cold, no bell in reach~cup out of reach~radio on, curtains shut}. {skin}. | {Told {senior}~Photo} |
25-02.. | Supervision | {dn}: {"we are dressing neglect"~unsure of threshold~afraid the home will shut}. | {Safeguarding lead~Escalate} | {The words were used a month before the form~}
"""

AMBULANCE = """
* | 999 call | {crew}, Larkfield House: {fall, lifted with cushion~low blood sugar, 3.1~nosebleed, stopped~hot and shaky}. {Staff did not know history~DNACPR not found~Bed wet}. | {Not conveyed, GP~Conveyed} |
24-04-12.. | Care home | {crew} at Larkfield House for another resident: {{mh}, or a lady like her, calling out upstairs~one carer for a floor~smell of urine on stairs}. | {Crew concern to hub~Noted} | {Crews knew the house better than its commissioners did~}
24-04-12.. | Transport | {Discharge crew~Day transport}: {arrived {21-23}.{10-50}, door not answered~no one to take handover~blanket borrowed from ward}. | {Left with {carer}~Datix} |
24-04-12.. | Hub | Safeguarding form {merged~rejected, no NHS number~sent twice}. | {Resent~No feedback} |
* | 111 call | {Larkfield House, night~Janet Pryce}: {cough~fall, no injury~catheter?~blood in pad}. | {Out of hours GP~Crew sent~Advice} |
24-06.. | Frequent caller | Larkfield House: {12-29} calls in the quarter. {Letter to provider~Shared with ICB}. | {Meeting {+30}~No reply} |
24-05.. | Welfare | {crew}: MH {2*thin, lips dry~holding a cold tea~asked us to take her home}. | {Drink given, thickened?~Told senior} |
24-03-01..24-03-05 | 999 call | Neighbour of 22 Penrose Gardens, light on all night. Mrs Hollis {up, muddled~cold, would not come}. | {GP told~Left} |
24-04-12.. | Hear and treat | Clinician rang Larkfield House back: {skin tear, dressing advice~choked yesterday, well today~cannot get tablets down, {mh} spitting}. {Carer new this week~Phone handed to third person}. | {GP in the morning~Advice, worsening} |
24-05.. | 999 call | {crew}: {breathless, sat flat in bed~pale after bath, picked up with oxygen~wound bleeding through pad}. {{mh} said "you are cold, love"~{dau} arrived as we left}. | {Conveyed~GP within two hours} |
24-06.. | Crew concern | {crew} wrote: {lights off and doors wedged at 8pm~same pad as at our last visit, dated~staff asked us how to use the hoist}. | {Form to hub~Rang duty SW, held 22 minutes} |
24-06.. | Welfare | Clinical lead {rang Larkfield House about call numbers~met {manager}, polite~offered falls training, date not taken up}. | {E-mail~To ICB meeting} |
24-05.. | 111 call | {Carer~Night senior}: {is this a stroke? face the same as ever~insulin given twice?~blood blister on heel}. {Asked for weight, not known~No obs machine}. | {Crew sent~Out of hours nurse} |
24-07.. | Transport | Clinic run: {{mh} not ready, cancelled~went without escort or notes~back after six hours in a chair}. | {Returned~Complaint logged by crew} |
"""
