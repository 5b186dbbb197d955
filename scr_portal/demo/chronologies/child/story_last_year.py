"""The children's case, February to September 2025: the plan, the move that nobody was told of, and his death."""

STORY = """
# 25-02-18
nursery | 0 09:10 | Bruise seen | Mark to Jaydon's left ear and a small one on the neck. Kayleigh said she had not noticed. Jaydon flinched when his coat hood was lifted. | Carla Minns rang MASH 0925hrs. Body map copied, November's too. Jaydon kept until SW came. |
childrens-social-care | 0 11:30 | Strategy discussion | Held by phone with police (DS Whitlow), Dr Fenn and Carla Minns. Two marks in a non-accidental site, not yet two. Two earlier concerns. | S47 joint. CP medical tomorrow. Jaydon to MGM overnight by agreement. | HV and school not on the call.
police | 0 11:30 | Strategy discussion | DS 2206 WHITLOW with CSC and paediatrics re Jaydon MARLOWE (23 months). Connor BLYTHE's record in Northmoor shared by us at the meeting. | Joint S47. Ms Marlowe and Mr Blythe to be spoken to after the medical. | First time that his record reached any agency that knew the child.
hospital | 1 10:00 | CP medical | Dr Fenn. Bruise to pinna and two to neck, of uncertain age. 9.7kg, 0.4th centile, dental decay. Explanation of a fall on toys "possible but does not readily account for the ear". | Skeletal survey advised; parent declined, not pursued. Report 24/02. | Opinion was read by others as "inconclusive".
police | 9 15:00 | Investigation | Ms Marlowe and Connor BLYTHE interviewed, voluntary. Each says they were in another room. No offence can be put to one person. | Filed NFA by DS, pending new information. |
# 25-03-11
childrens-social-care | 0 10:00 | ICPC | Initial conference chaired by Denise Farrow. Unanimous: CP plan for Jaydon and Ellie-Mae, neglect. Connor not to be in the home; written agreement signed by Kayleigh. | Core group 21/03. PLO not considered. | A written agreement rested on the person with the least power to keep it.
school | 0 10:00 | ICPC | Mrs Pask presented report. Scored 4 out of 10 on safety. Ellie-Mae's drawing shown: house with a hook on the door. | CP plan, neglect. |
health-visiting | 0 10:00 | ICPC | Alison Treacher attended, four weeks in post. Growth chart and seven missed appointments. Supported plan. | Weekly weight, refer dietitian. |
police | 0 10:00 | ICPC | Report submitted by MASH researcher; no officer present. Call-outs 2022 to 2025 listed. | PNC/PND markers for plan. |
gp | 6 12:10 | Minutes | Conference minutes received, CP plan neglect. GP report had not been sent, request found in junk folder. | Coded. Alert on both children. |
probation | 7 13:45 | Minutes | Copy of CP plan received. Condition that Connor is not in the home. | Risk raised to high. Connor told; says he is back at 12 Canal Row. Not visited. | His tag was not fitted to any address.
# 25-04-14
housing | 0 16:00 | Abandonment | 6 Tidewell Close found empty, keys in the kitchen. Neighbour saw a grey van loaded on Saturday. Door to the small bedroom has a hook and eye on the outside. | Photographs taken. Notice served, rent account closed. | Photographs were sent to the repairs contractor only.
nursery | 8 09:30 | Information | Kayleigh mentions that they have "a flat on Marine Terrace now". Connor's van outside. | Put in Jaydon's book. | We thought that the social worker would know.
childrens-social-care | 14 15:40 | CP visit | Hannah Quill at 6 Tidewell Close, boarded up. Phone not answered. Found through school on 30/04. | Address change to be confirmed. Manager told. | Sixteen days when a child on a plan had no known address.
health-visiting | 17 10:20 | No access | Called at Tidewell Close for weekly weight. House empty. Rang SW, voicemail. | Message to the school nurse. | New address on our system 9 June.
# 25-05-06
police | 0 01:12 | Domestic assault | Call from downstairs flat, 75 Marine Terrace. Kayleigh MARLOWE holding arm. Connor BLYTHE left over the yard. Jaydon (2) in a buggy in the hall with no light, Ellie-Mae awake with him. | DASH high, MARAC. Circulated as wanted. PPN 0340hrs. | He was arrested on 15 May and bailed to 12 Canal Row.
ambulance | 0 01:25 | 999 call | Female 25, arm injury, says she fell over the buggy. Two children up and dressed at 0130hrs. | Conveyed with children. Safeguarding form. |
hospital | 0 02:20 | ED attendance | Kayleigh Marlowe, undisplaced fracture of wrist. Disclosed to nurse that "he" did it. Children asleep on chairs, Jaydon under a coat. | IDVA paged. Children's safeguarding form, CP plan seen on the system. |
childrens-social-care | 0 09:45 | PPN / strategy | PPN high risk; CP plan children present. Breach of the written agreement. Strategy discussion with police and Alison Treacher. | Legal planning to be asked for. Children with MGM to 12/05. | Legal planning meeting held 24 June.
domestic-abuse | 1 11:00 | IDVA | Seen in ED by Magda Wilk and next day by Shona Birrell. Would go to a refuge if Ellie-Mae can come. Refuge asks who has PR. | Question put to SW. | Not answered within the week; Kayleigh changed her mind.
# 25-05-29
police | 0 10:00 | MARAC | Kayleigh MARLOWE / Connor BLYTHE. Actions: locate and arrest outstanding, probation to recall if breach. | Marker at Marine Terrace. |
domestic-abuse | 0 10:00 | MARAC | Presented. Risk of serious harm, dependency on him for rent. | Ask that housing offer a management move. |
housing | 5 month | MARAC action | Action to consider a move. Ms Marlowe no longer a tenant and has left arrears of £2,310. | Not eligible until arrears plan. | The hook on the bedroom door was not mentioned at MARAC.
probation | 0 10:00 | MARAC | Attended. Recall considered; suspended sentence, not a licence. Breach put in for missed appointments. | Court date 18/07, adjourned to 19/09. |
# 25-06-10
childrens-social-care | 0 13:30 | RCPC | Review conference: plan continues, scored 3 to 5. Little change since March. Chair asks for a legal planning meeting. | Core group 08/07. |
health-visiting | 0 13:30 | RCPC | Attended. 9.5kg, less than in February. Not brought to dietitian twice. | Escalate if not weighed by end of month. |
school | 0 13:30 | RCPC | Attended. 66% attendance. Ellie-Mae says Connor "comes when it's dark". | Shared at the meeting. | Minuted as "child reports occasional contact".
# 25-07-11
nursery | 0 12:00 | Place ended | Funding order ran out 30/06 and was not renewed; Jaydon's place ended. Left with a bag of spare clothes. | Social worker told by e-mail. | The one place that saw him twice a week.
childrens-social-care | 3 16:20 | E-mail | Driftwood: place ended for want of a purchase order. | To panel 04/08, deferred. |
# 25-07-28
childrens-social-care | 0 11:10 | CP visit | Ellie-Mae to stay with MGM for the holidays by agreement with Kayleigh. Jaydon at home, seen in cot, quiet. Fridge bare, vouchers given. | Private fostering still unresolved. | Ellie-Mae had been the one who spoke for him.
school | -6 15:10 | End of term | Ellie-Mae hugged {ta}, asked "who will do Jaydon's tea". | Told Hannah Quill by e-mail and by phone. |
# 25-08-09
childrens-social-care | 0 18:35 | EDT | Call from Sandra Marlowe: has been to Marine Terrace, not let in, could hear Jaydon whimper. Thinks Connor is living there. | EDT asked police for a check. |
police | 0 20:10 | Welfare check | At request of EDT. Kayleigh MARLOWE opened, Jaydon seen in a cot from the doorway, room dark. BLYTHE not seen; men's work boots on the stairs. | EDT told "child safe and well". | Officers not told of the CP plan's condition on BLYTHE.
ambulance | 9 14:30 | 111 call | 111 from Kayleigh Marlowe: Jaydon 2, sick and sleepy since a fall from bed. Told to attend ED within the hour. | No arrival recorded; system does not follow up. |
# 25-08-21
childrens-social-care | 0 10:30 | CP visit | Hannah Quill, announced. Jaydon asleep in back bedroom, mother asked not to wake him. Stood at the door. | Next visit 04/09. | Recorded as "seen". Not awake, not weighed, not undressed.
health-visiting | 0 month | Contact | Two texts and a call to arrange overdue weight, no reply. | Clinic letter. |
# 25-09-03
health-visiting | 0 14:00 | No access | 77 Marine Terrace, appointment made by text. Nobody opened. Movement at the curtain. | Told SW by voicemail 1415hrs, and team lead. |
childrens-social-care | 1 13:30 | CP visit | Visit not made: worker in court on another case. | Moved to 12/09. |
school | 1 09:20 | Concern | Ellie-Mae back, from MGM's. Asked Mr Brody whether "Jaydon's allowed out yet". | Mrs Pask left message for Hannah Quill 0950hrs. |
# 25-09-12
childrens-social-care | 0 15:20 | CP visit | Hannah Quill at 77 Marine Terrace. Kayleigh at the door with Jaydon on her hip in his coat and hood, "just off out". Face pale, did not look up. | Ten minutes on the step. Weight to be asked of HV. | He was two and a half and carried like a baby; nobody lifted him or saw him eat.
health-visiting | 3 09:40 | T/C | Hannah Quill asked by voicemail for a weight. None since July. Clinic place sent for 19/09. | Text to Kayleigh. |
# 25-09-16
school | 0 14:10 | Core group | Mrs Pask attended with Hannah Quill; health sent apologies, Kayleigh did not come. Ellie-Mae has asked three times this month to go and see Jaydon. | School asked in writing for a legal meeting. |
childrens-social-care | 0 14:00 | Core group | Two members present, not quorate. School worried. No weight, no visit inside the home since August. | Next 14/10. TM told by e-mail. | The second core group that health had missed.
# 25-09-19
hospital | 0 10:00 | OPD | Dr Fenn's clinic, Jaydon not brought, third time since the plan. | Letter to GP, HV and SW asking for him to be seen "this week". | Typed on 29 September.
health-visiting | 0 13:00 | Clinic | Clinic place kept for Jaydon until one o'clock. Not brought. | Told SW by voicemail. Home visit 03/10. |
domestic-abuse | 3 11:10 | Safe call | Kayleigh by text code, then rang: "he says if they see the baby they'll take him". Would not say more. | Rang Hannah Quill twice, message left with duty. | The message reads "client anxious about contact".
# 25-09-25
police | 0 18:45 | Intelligence | Occupant of 75 Marine Terrace to PCSO: has not seen the boy outside for weeks, hears the woman beg. Connor BLYTHE in and out by the yard. | Submitted at end of shift. | Read by MASH on 1 October.
probation | 0 14:00 | Court | Connor Blythe: breach of suspended sentence not reached, adjourned. Says he is single and at Canal Row. | New date 23/10. |
# 25-09-30
ambulance | 0 06:52 | 999 call | Call from Kayleigh Marlowe: Jaydon, 2, cold in his cot. Crew with him 0701hrs. No signs of life. Home very cold. | Conveyed with mother. Police asked for. Full statement kept, crew stood down. |
hospital | 0 07:24 | ED resus | Jaydon Marlowe, 2y 6m, brought by ambulance. Death confirmed 0736hrs. 9.1kg, the weight of a one-year-old. Time given to his mother with him. | Joint agency response begun by the named doctor. Coroner told. Records secured 1130hrs. |
police | 0 07:15 | Sudden death | Ambulance request, 77 Marine Terrace. Jaydon MARLOWE found by his mother. Little food in the flat, heating off, hook on the bedroom door. Connor BLYTHE arrested 1005hrs; Kayleigh MARLOWE spoken to with support. | Scene held. Major crime team. Child death process begun. |
childrens-social-care | 0 08:10 | Strategy meeting | Told by the named doctor of Jaydon's death. Strategy meeting 1300hrs with police, health and school. Ellie-Mae collected from MGM, to Reece Tully's parents under police protection. | Head of service and partners told. Notification to the Panel being drafted. |
school | 0 10:20 | Information | Told by Hannah Quill that Jaydon has died. {ta} sat with Ellie-Mae until her grandparents came at noon. | Educational psychologist and staff support asked for. |
gp | 0 11:40 | Telephone | Named doctor rang: Jaydon Marlowe died this morning. Last seen here in April. | Record locked for audit. Dr Penhale to ring the family when it is right. |
health-visiting | 0 11:15 | Telephone | Told by the named nurse. Jaydon was to be visited on Friday. | Records secured. Alison Treacher offered support. |
probation | 0 15:30 | Telephone | Alicia Penn rung by police: Connor Blythe in custody. | Serious further offence review begun. Records secured. |
domestic-abuse | 0 14:15 | Telephone | Police liaison officer rang. Kayleigh asks for Shona Birrell. | Seen at her mother's with the officer. |
nursery | 0 16:00 | Information | Carla Minns told by the council. Body maps, home book and attendance locked away for the police. | Jess Holloway sent home with a colleague. |
"""
