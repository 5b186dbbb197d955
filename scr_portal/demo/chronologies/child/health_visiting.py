"""The health visitors' own entries."""

PROSE = """
22-01..22-11 | School nursing | {em}: {height and weight, 9th centile~hearing recheck not attended~nits, letter}. {Adult at home listed as Kayleigh~Father signed}. | {Filed~Letter home} |
22-11..23-03-13 | Antenatal | {Antenatal contact {gest}/40~Antenatal attempt {gest}/40}: {Kayleigh on doorstep, "not today"~seen with Reece, DA not asked~unborn named Jaydon, nursery half painted}. | {Rebook {+9}~Midwife informed} |
23-03-28..23-06 | Home visit | Jaydon {age}, {weight}. {2*Sleepy feeds, 60ml at most~Feeding well by account~Bottle left in cot}. {Maternal mood: EPDS {11-17}~Whooley positive for one~Kayleigh's hair unwashed, smiles at J}. | {Listening visits x{2-4}~GP informed~Healthy Start form} |
23-03-28..24-02 | Clinic | {Drop-in~Weigh-in} at {Quay Children's Centre~Millbrook}: {brought, {weight}, nappy sore~not brought~brought by MGM, {weight}, clean and smiling~brought in last week's clothes, {weight}~came as scales were put away}. | {Weigh {+14}~Plotted~Text} |
23-04..23-10 | Telephone | T/C to Kayleigh: {"all good", wind noise~Reece answered~crying, then said it was hay fever}. | {Visit {+6}~Noted} |
23-05..24-03 | Weaning | {Weaning talk, by phone~Weaning group: did not come~Home: rusks in bottle, advised}. Jaydon {age}. | {Leaflet~CNN Kim Dowd to show} |
23-06.. | No access | {Called~Arrived with CNN} at {known}, {no reply~voices, no reply~told by {em} through letterbox "K's in bed"}. | {Card~Text~SW told, if open} | {Second no access in the month; policy asks for a manager's review~}
* | Supervision | Safeguarding supervision, {visitor}: {Marlowe not on the list this time, caseload {380-510}~talked through weights, men and moves, and it took the whole hour~asked "what are we waiting for?" and wrote down no answer~named nurse cancelled, peer session instead}. | {Escalate if not seen by {+14}~Update analysis~Keep UPP} |
* | Records | {Address for family updated to~GP spine says} {known}. {>Two charts for Jaydon merged~Ellie-Mae not linked to household~Mother has two entries, one in her married aunt's name~Phone number is the grandmother's}. | Done. |
* | T/C | {sw} {rang for~asks by e-mail for} {weights~view for assessment~last contact}. {Given~Left message with three numbers}. | {Chased {+5}~Confirmed} |
* | T/C | {Rang~Returned call of} {St Brannoc's~{dsl}}: {Ellie-Mae hungry~wants to know who sees the little one~lice}. | {School nurse~Told of own worry~Will ring SW} |
m * | Caseload review | {Caseload list gone through: Marlowe not seen since last month, bank cover only~Universal partnership plus families: Marlowe seen once, at clinic~Two vacancies. Marlowe overdue a review and nobody to do it~Reds and ambers counted with the team lead; Marlowe moved down one}. | {Red~Amber}, to team lead. |
23-03-28..25-07-18 | CNN | Kim Dowd: {2*messy play at home, J delighted~sleep talk, no cot sheet~weigh only, {weight}~house quiet, curtains closed at noon~Kayleigh ready with coat on}. | {Next {+7}~Reported to {visitor}} |
23-08.. | Text | Text {from~to} Kayleigh: {"soz cant do 2moro"~appointment moved to {+4}~"he is fine x"~clinic time, thumbs up}. | {Noted~Rebooked} | {Fourth rearranged visit running~}
24-02-19..24-08 | Home visit | Tidewell Close, {visitor}. Jaydon {age}, {weight}. {2*Strapped in pushchair watching TV~Came and leaned on my knee~Pale, chapped cheeks}. {Kayleigh: a mate is "a laugh with him"~Back door closed as I came in}. | {Diet diary~Iron drops by GP~Stair gate scheme} |
24-03..24-06 | One-year review | {ASQ: below in communication~One-year review, not in~Part-done, J asleep}. | {Repeat {+60}~Rebook} |
24-03..25-08 | Dental | {2*Bottle at night, squash~Brush for life pack~Brown on front teeth}. Jaydon {age}. | {Dentist list~Referral} |
24-05..25-01 | CIN note | {Report for CIN sent~Rang {sw}, not at desk~Minutes asked for}. | {Copy on file~Repeat {+7}} |
24-09..25-01 | Bank HV | {visitor}: {2*handed list of {40-60}~Marlowe, text and no reply~visited wrong number in Close}. | {To do~Allocate} | {No face-to-face health visitor contact in this quarter~}
24-09..25-07 | Nursery liaison | Driftwood {rang~sent two-year form}: {2*hungry, few words~weight done there, {weight}~clings to Jess at home time}. | {Plotted~SLT chased~Told to share with SW} |
25-01..25-04 | Two-year review | {Two-year review with nursery: below in three areas~Not brought to review~Partial: language at 12 months}. | {SLT, dietitian~CP report updated} |
25-02-10..25-07-18 | Home visit | {visitor}: Jaydon {age}, {weight}. {2*Flinched at door slam~Ate my rice cake in two bites~Stood still to be weighed, no cry}. {Kayleigh thin, long sleeves in a hot room~Connor's cap on hook}. | {SW told same day~Weekly weight} | {Good description; phone call to SW not recorded at their end~}
25-02-10.. | CP liaison | {visitor} {e-mailed~rang} Hannah Quill: {2*weight not got x{2-3}~wants joint visit~who was the man}. | {No reply by {+5}~Joint visit {+8}, cancelled} |
25-03.. | Dietetics | {Dietitian rang, not brought~Joint call with dietitian, Kayleigh "on a bus"~Fortified milk sheet found under the sofa, unread}. | {Rebook~WNB} |
25-05.. | Text | {No reply to text~Reply from "Con": "they busy"}. | {SW~New number asked} |
w 23-04..25-07-18 | Weekly weigh | {Weekly weights: one of two kept~By CNN on the kitchen floor, {weight}~No weight this week, scales lent to another base~Weighed in vest, {weight}, line is flat}. | {Continue~Tell {sw}} |
* | Team | Skill-mix meeting: {family to stay with {visitor}~cover for leave: duty~HV hours cut to {2-3} days}. | {Recorded~No handover} |
23-01.. | PPN triage | {Backlog PPN of {2-5} weeks ago~PPN} for {home}, {no new fact~child {age} present~grade missing}. | {Chronology~Discuss} |
22-01..23-03-13 | Liaison | {Midwifery~Surgery~School nurse} {asks who is HV for~mentions} {Pellow Court family~Marlowe}. {No under-5~On antenatal list}. | {Answered~Diary {+14}} |
e 23-05.. | Self-report | Kayleigh says, {looking back, that she was not coping then~that Reece used to hide the car seat~that nobody ever asked her on her own}. | {Recorded as history~Shared with IDVA, consent given} |
"""
