"""The children's case, March 2024 to January 2025: a new man in the house, and a plan that is stepped down."""

STORY = """
# 24-03-18
housing | 0 14:10 | Neighbour report | Mr Corrigan, no. 4: a man with a grey van is at no. 6 every night, shouting at "the little lad" through the wall. | Visit to tenant, says he is a mate helping with the garden. Closed. | Not passed to CSC or police; ASB script has no question about children.
police | 9 16:20 | Intelligence | Grey van used by Connor BLYTHE (Northmoor nominal, DV markers) seen repeatedly at Tidewell Close. | Submitted, graded low. | Address was already flagged for Kayleigh MARLOWE. The two records were not joined.
# 24-04-08
probation | 0 11:00 | Transfer in | Connor Blythe transferred from Northmoor. Suspended sentence for assault on Leanne Hask with her child in the room. Gives his address as "a mate's sofa", 6 Tidewell Close. | Allocated Alicia Penn. Initial assessment medium risk. | Transfer file arrived without the Northmoor child protection minutes.
police | 1 13:00 | Offender management | Notified of transfer of Connor BLYTHE to Wexcombe. Address check with local team requested. | Address shown as Tidewell Close, no number. Filed. |
# 24-04-11
school | 0 12:30 | Referral | Ellie-Mae hungry, hair matted, smelling so that others move away. Has fallen asleep in class three times this month. Says "I do Jaydon's bottles". Mrs Pask made a referral with Kayleigh's knowledge. | MARF to MASH. Lunches and uniform from school. |
childrens-social-care | 0 14:45 | Referral | MARF from St Brannoc's: neglect of Ellie-Mae Tully (7), caring for Jaydon (13 months). Living with father's former partner. | C&F assessment, Bethan Rooke. Private fostering to be looked at. | The private fostering question is not answered in the assessment.
health-visiting | 4 15:00 | Information request | MASH asked for HV information. Jaydon 7.9kg at last weight, overdue one-year review, missed three clinics. No father now. | Form returned within the hour. | We did not know of a new partner, nor were we asked.
gp | 5 10:30 | Information request | MASH request for Jaydon and Ellie-Mae. Imms late, 2 DNAs, one admission. Kayleigh on sertraline since February. | Summary returned by admin. |
# 24-05-03
probation | 0 10:40 | Home visit | Home visit to Connor Blythe at 6 Tidewell Close. Door opened by Kayleigh Marlowe, with a baby of about one in a high chair and a cereal bowl in front of him at 10.40. Connor "stays a few nights". | Children's services check e-mailed the same afternoon. | The e-mail went to an inbox closed in January. No bounce, no reply, not chased until September.
childrens-social-care | 10 15:20 | C&F visit | Bethan Rooke: home tidy, little in the fridge, Jaydon in a wet nappy, watchful, did not come to his mother. Man's boots in the hall, Kayleigh says they are her brother's. | To ask about Connor "if seen again". |
# 24-05-16
childrens-social-care | 0 10:00 | CIN meeting | First CIN meeting at school. Present: Kayleigh, MGM, Mrs Pask, Ruth Calloway, Bethan Rooke. Plan: home conditions, appointments, routine. Agencies asked about other adults: none known. | CIN plan, reviews every six weeks. | Probation, police and housing each knew and were not invited.
school | 0 10:00 | CIN meeting | Attended and hosted. Ellie-Mae's wishes read out by Mrs Pask: "I want a day when I'm not in charge." | Breakfast club paid for by school. |
health-visiting | 0 10:00 | CIN meeting | Attended. Shared weight chart and missed appointments. Kayleigh tearful, agreed to weekly weigh. | Kim Dowd (nursery nurse) to visit weekly for six weeks. | Four of six visits got in.
# 24-06-03
police | 0 22:15 | Domestic incident | 999 from Ellie-Mae TULLY (7): "he's hurting K, the baby's crying". 6 Tidewell Close: Connor BLYTHE calm at the door, Kayleigh MARLOWE says nothing happened, graze to chin. Both children upstairs in one bed. | DASH medium, officer's judgement. BLYTHE left. PPN. | Northmoor history was on PND; checked next day by a researcher, not added to the PPN.
childrens-social-care | 2 09:15 | PPN | PPN medium, "new partner". Call was made by Ellie-Mae. Name recorded as Connor BLIGHT. | Shared with Bethan Rooke. | No checks on either spelling.
school | 1 08:55 | Operation Encompass | Call received. Ellie-Mae said she had "got told off for ringing". Teacher told her she did the right thing. | Worry book started. Bethan Rooke told by e-mail. |
domestic-abuse | 4 week | Referral | Police referral, medium. Kayleigh on phone: "it's nothing, he's nothing like Reece". Someone could be heard beside her. | Agreed text code. Right to Ask leaflet about disclosure of a partner's past to be posted. | Posted to the house where he lived.
health-visiting | 8 11:15 | PPN copy | PPN received. Partner "Connor" named for the first time. | Discussed with SW by phone, who will raise it. | HV did not know his surname until 2025.
# 24-06-20
police | 0 09:30 | DVDS | Researcher's note proposes a Right to Know disclosure to Kayleigh MARLOWE about Connor BLYTHE. | To DA unit for decision. | Request expired at 28 days during a vacancy; never decided.
probation | 6 14:20 | Supervision | Alicia Penn asked Connor about the call-out of 3 June, seen on overnight list. "Her kid's a drama queen." | Consider MARAC. Manager to look at risk level. | Risk level stayed at medium until March 2025.
# 24-09-09
nursery | 0 09:00 | Start | Jaydon (18 months) began, two mornings, place paid for by children's services. Went to Jess without a look back. Nappy very full, hungry, finished three bowls of porridge. | All about me form unfinished by Kayleigh. Emergency contact: Connor, "step-dad". |
childrens-social-care | 4 16:00 | CIN visit | Marcus Adeleke, new worker, at Tidewell Close. Nursery has begun and Kayleigh "looks brighter". | Nursery to send attendance monthly. | Nursery's form naming Connor was not asked for.
health-visiting | 3 month | Handover | Ruth Calloway retired. Caseload to Nisha Varma (bank), 3 days. Handover sheet for Jaydon: "CIN, growth". | Weighing to be picked up at nursery. | DA history and Connor not on the handover sheet.
# 24-10-22
gp | 0 15:30 | Consultation | Kayleigh Marlowe: poor sleep, on edge, sertraline raised to 100mg. Jaydon in buggy. Partner came in with her and did the talking. | Review 4/52. | Not asked about abuse; DA flag is on Jaydon's notes and not on hers.
domestic-abuse | 3 part | Contact | Kayleigh used the text code. Rang: cannot talk, "just checking you're still there". | Kept open. Social worker told, no reply. |
# 24-11-14
nursery | 0 09:20 | Body map | Jaydon came in with a faded mark on his right cheek. Kayleigh: fell off the settee on Tuesday. Connor waiting in the van. | Body map done and filed. Manager Carla Minns told. | Not referred, "one mark with a story". Not seen by anyone outside nursery until February.
childrens-social-care | 4 11:30 | E-mail | Attendance sheet from Driftwood: 61% in October. Line at the bottom: "slight mark on cheek, mum says fell". | Read by duty, filed under attendance. |
# 24-12-12
childrens-social-care | 0 13:30 | CIN review | Present: Kayleigh, Marcus Adeleke, Mrs Pask by phone. HV apologies, nursery not invited. Home "much improved", relationship "over". | Step down to early help, close 19/12. | Mrs Pask disagreed; not in the minutes.
school | 0 13:30 | CIN review | Joined by phone. Said we did not support closing: Ellie-Mae's attendance 71% and she is afraid of going home at weekends. | Asked for our view to be minuted. | Did not escalate before Christmas.
health-visiting | 6 10:10 | Minutes | Minutes of CIN review received. Case is to close. Last weight in September. | Nisha Varma leaves on 31/01. For allocation. |
# 25-01-22
school | 0 10:50 | Disclosure | Ellie-Mae wrote in the worry book: "Connor shuts Jaydon in with the hook and says no dinner. I pass him toast under the door." Seen by Mrs Pask, who listened and wrote it down in her words. | Referral sent 12.15. Kayleigh not told beforehand on MASH advice. |
childrens-social-care | 1 10:00 | Referral | Referral from St Brannoc's on a disclosure by Ellie-Mae Tully. Triaged as "historic, early help open". | NFA, to early help lead. | A present-tense account from a child was read as history.
school | 5 16:05 | Escalation | Mrs Carne, head, wrote to the MASH manager under the escalation policy, stage 1. | Stage 2 on 05/02. |
childrens-social-care | 14 09:30 | Management decision | On escalation by St Brannoc's: earlier decision overturned by Gill Sowerby. Reopened, Hannah Quill. | S47 threshold to be considered after visit. | Fourteen days from the child's words to a visit.
"""
