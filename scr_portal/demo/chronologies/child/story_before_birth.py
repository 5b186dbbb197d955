"""The children's case, January 2022 to March 2023: call-outs, a late booking, a pre-birth assessment that drifts.

A chapter is a day (or a period and how often) and what each agency wrote of it:
agency | days later, time, how loosely dated | kind | event | action | comment.
"""

STORY = """
# 22-01-17
school | 0 14:20 | Concern | Ellie-Mae collected by Kayleigh Marlowe (dad's partner), who was unsteady and smelt of alcohol. Spoken to at the gate, said it was "one glass with lunch". | Mrs Pask phoned Reece Tully, who came and walked them home. Logged, no referral. | Form did not ask who holds PR for Ellie-Mae. Nobody did until 2024.
childrens-social-care | 2 11:00 | Contact | T/C from Mrs Pask, St Brannoc's, for advice about a pupil collected by an adult who had been drinking. Names not given at this stage. | Advised to monitor and to refer if repeated. No contact record opened against a child. |
# 22-02-19
police | 0 23:40 | Domestic incident | Call from Mrs Adeyemi, Flat 8 Pellow Court: shouting and things being thrown next door. Units 0012hrs. Kayleigh MARLOWE and Reece TULLY both intoxicated, verbal only, no injuries. Ellie-Mae (5) asleep in the bedroom, seen through the door, not woken. | DASH standard, 6 ticks. PPN submitted. Mr Tully left for the night to his brother's. | First incident at this address to be recorded as domestic.
childrens-social-care | 2 10:15 | Contact - PPN | PPN received re verbal argument between Kayleigh Marlowe and Reece Tully, Ellie-Mae in the property. Noted as father's child. | NFA. Letter of advice sent to Flat 9, Pellow Court. | Standard letter; no check with school or GP.
health-visiting | 10 09:30 | PPN copy | Copy PPN (verbal dispute, Pellow Court) received into safeguarding inbox. No under-5 known at address; Ellie-Mae is school age. | Forwarded to school nursing by internal mail. | No confirmation that school nursing received it.
# 22-03-24
school | 0 09:05 | Welfare concern | Ellie-Mae arrived in yesterday's clothes, no breakfast and wet shoes. Told Miss Abbott "daddy was cross at the telly and K hid in the bath". | Breakfast given, spare uniform found. Discussed by Mrs Pask with Reece at pick-up, who said he had been "shouting at the football". | A clear account from a five-year-old, put to the adult it was about.
childrens-social-care | 4 15:30 | Contact | Note from St Brannoc's about a comment made by Ellie-Mae Tully ("K hid in the bath"). School has spoken to father, satisfied with explanation. | Filed for information against the earlier PPN. No further action. |
# 22-05-02
police | 0 21:15 | Domestic assault | 999 call from Kayleigh MARLOWE, line went dead. Attended Flat 9: redness to her left wrist, kitchen door off its hinge. Ellie-Mae on the landing in her nightdress, said "they do this". Reece TULLY arrested for common assault. | DASH medium. Interviewed, denied. Ms Marlowe declined to make a statement next morning; released NFA 03/05. PPN to CSC and health. | The child's words were in the PPN free text.
childrens-social-care | 1 09:40 | Referral - PPN | PPN medium risk. Arrest of Reece Tully for assault on Kayleigh Marlowe. Second in three months. Ellie-Mae present and awake. | Strategy threshold not met. C&F assessment to be allocated. | Management oversight recorded: see Ellie-Mae alone at school.
school | 2 08:50 | Operation Encompass | Call that a domestic incident was attended at Ellie-Mae's home on Monday night. Ellie-Mae quiet, asked twice who was fetching her. | {ta} to check in daily. Mrs Pask to phone CSC if anything is said. |
domestic-abuse | 3 13:10 | Referral | Police referral for Kayleigh Marlowe, medium risk, consented on the night. Two calls and a text to the mobile given, number not recognised. | Case closed 16/05 as unable to contact. Police told by e-mail. | Wrong digit in the number on the form; not checked against the crime report.
# 22-05-12
childrens-social-care | 0 16:00 | C&F visit | Home visit to Flat 9, Pellow Court. Kayleigh and Reece seen together. Home cluttered but adequate, some food in. Both minimise the incident, "a daft row". Ellie-Mae at Brownies, not seen. | Kayleigh offered a separate appointment at the office. Not attended. | Joint interview with the alleged perpetrator present throughout.
school | 6 10:30 | Information request | Priya Nandra, social worker, asked by e-mail for attendance and a view of Ellie-Mae. Attendance 88%, tired, often hungry on Mondays, fond of Kayleigh. | Reply sent the same day by Mrs Pask, with copies of three concern forms. | No reply and no invitation to a meeting.
# 22-07-04
childrens-social-care | 0 14:00 | Assessment outcome | C&F completed on day 42. Couple report relationship improved, Reece has "cut down". Ellie-Mae seen once at school, said she likes drawing and wants a rabbit. | Closed to CSC. Early help offered, family to self-refer. | Stacey Orme, birth mother, was not traced or spoken to.
school | 3 month | Letter | Closing letter from CSC received, assessment ended with no role. Family advised to contact early help if they want support. | Filed. Mrs Pask added Ellie-Mae to the vulnerable pupils list for September. |
gp | 9 12:00 | Letter in | Letter from CSC: assessment regarding Ellie-Mae Tully closed, no further action. Read coded to Ellie-Mae's record only. | Scanned, no action by clinician. | Not linked to Kayleigh Marlowe's notes, same address.
# 22-08-12
gp | 0 10:20 | Consultation | Kayleigh Marlowe seen: positive home test, dates uncertain, LMP possibly early June. Smoker 15/day, says alcohol stopped "as of yesterday". Low mood in past, sertraline stopped in spring. | Self-referral line for midwifery given. Folic acid. Bloods form, not returned. | No enquiry about domestic abuse recorded; two police reports were in the partner's household.
midwifery | 6 part | Self-referral | Answerphone message from a Kayleigh wishing to book, number not clear, no date of birth. Two return calls made to a number that did not connect. | Closed on the phone log. | Surgery was not asked for details.
# 22-10-09
police | 0 22:48 | Domestic assault | Call from ambulance control for assistance at Flat 9. Kayleigh MARLOWE, about 4 months pregnant, says she was pushed against the worktop by Reece TULLY, who had left. Ellie-Mae (5) in the living room with the television on. | Area search negative. DASH high. Crime recorded. PPN submitted 0415hrs. Mr Tully arrested 11/10, released on bail not to contact. | First record that she was expecting.
ambulance | 0 22:31 | 999 call | Female 23, approx 16/40, abdominal pain after a fall; on scene states partner pushed her. Child about five present. Obs normal, no bleeding. | Conveyed to Wexcombe General with Ellie-Mae, grandmother called by crew. Safeguarding form sent to Trust team. | Form named Ellie-Mae as "Ellie, 5", no surname.
hospital | 0 23:25 | ED attendance | Kayleigh Marlowe by ambulance, pregnant and unbooked. Pushed by partner. Abdomen soft, fetal heart heard. Ellie-Mae in the relatives' room with police until grandmother came at 0130hrs. | Reviewed by obs SHO. Discharged with advice to book. Referral to CSC ticked on the form. | No copy of the referral could be found at CSC.
midwifery | 11 09:45 | Liaison | Slip from ED received via the ward clerk: unbooked, approx 16/40, possible DA. No telephone number on it. | Letter sent to Flat 9, Pellow Court inviting her to book on 27/10. | Eleven days between ED and midwifery in the same building.
childrens-social-care | 1 09:10 | Referral - PPN | PPN high risk re Kayleigh Marlowe, pregnant, and Reece Tully. Third incident. Previous assessment closed in July. | To be held until pregnancy is confirmed by health. Ellie-Mae: contact school. | Held on the duty tray for four weeks.
# 22-10-27
midwifery | 0 10:30 | Booking | Booked late by CMW Joanne Hale at 19+5. Kayleigh attended with Reece, who answered for her. Smoker, units "none now". Previous low mood. DA routine enquiry not asked as partner present. | Bloods, scan 03/11. Cause for concern form to the safeguarding midwife. | Bail conditions not to contact were in force that day; midwifery did not know.
gp | 5 11:40 | Letter in | Booking letter from CMW Hale, EDD 20/03/23, late booker. Asks for relevant history. | Summary printed and sent by admin. | Summary left out the past overdose at 17.
# 22-11-03
midwifery | 0 15:15 | Safeguarding referral | Farida Osei, safeguarding midwife, referred unborn baby Marlowe: late booking, three DA incidents, smoking, history of low mood. Kayleigh told, "not happy but fine". | Multi-agency referral form sent to MASH 1540hrs. Copy to HV team and GP. |
childrens-social-care | 1 09:00 | Referral | MARF from Farida Osei re unborn baby Marlowe, due 20/03/2023. Combined with held PPN. | Pre-birth assessment agreed, to start 14/11. Allocated Priya Nandra. | Protocol asks for a start by 20 weeks and a conference by 28.
health-visiting | 4 12:15 | Copy referral | Copy of MARF for unborn Marlowe received from maternity safeguarding. | Put on list for antenatal contact at 28 weeks, Ruth Calloway. |
# 22-11-30
housing | 0 11:00 | Tenancy end | Flat 9, Pellow Court given up by Reece Tully, arrears £1,962. Keys through the office door. No forwarding address left with us. | Account closed, recovery letter to last known address. | Pregnancy and the child were on file from the repairs visit in September.
childrens-social-care | 5 month | Case note | Family reported by midwife to have moved to 14 Tamsin Road, private let in Reece's name. Priya Nandra leaves the service this week. | Reallocated to Tom Ellery with 22 other children. Handover by e-mail. | Bail conditions lapsed with the move and were not picked up.
school | 7 15:20 | Change of address | Reece Tully gave 14 Tamsin Road as new address. Ellie-Mae says she has "a mattress and a nice window". | Records changed. |
# 23-01-06
police | 0 20:22 | Domestic assault | Call from Sandra MARLOWE: daughter had phoned crying. 14 Tamsin Road: Kayleigh MARLOWE 30 weeks pregnant, bruise to upper arm, Reece TULLY on scene and arrested. Ellie-Mae in bed with her coat on. | Charged with s39 assault on an evidence-led basis. DVPN served. DASH high, MARAC referral. PPN. |
ambulance | 0 20:51 | 999 call | Requested by police, female 30/40 after assault. Shaken, no abdominal pain, baby moving. Declined hospital. | Advised to ring the maternity assessment unit. Safeguarding form. | Unit had no record of a call from her.
childrens-social-care | 3 09:25 | PPN | PPN high, MARAC. Kayleigh 30 weeks. Tom Ellery yet to visit since allocation. | Visit to be made within 48 hrs. | Visit made on 19/01, ten days late by our own instruction.
domestic-abuse | 4 10:00 | IDVA referral | High-risk referral for Kayleigh Marlowe. Spoke at her mother's. Frightened of "losing the baby to social". Reece living with his brother, "but he'll be back". | Safety plan, phone and door chain. Agreed to weekly call from Shona Birrell. |
midwifery | 5 13:30 | Antenatal | Attended with MGM. Disclosed assault by Reece when seen alone. Baby's growth on the 20th centile. | DA flag on notes. Farida Osei rang the social worker, message left. | First time that she was seen alone.
# 23-01-26
police | 0 10:00 | MARAC | Kayleigh MARLOWE / Reece TULLY heard at Wexcombe MARAC. Actions: flag on 14 Tamsin Road, DVPO confirmed to 03/02. | Marker placed. Minutes circulated 14/02. |
childrens-social-care | 0 10:00 | MARAC | Discussed at MARAC, attended by ATM in place of the allocated worker. Action for CSC: convene pre-birth planning by 10/02. | Action e-mailed to Tom Ellery. | Meeting not convened.
health-visiting | 1 month | MARAC | Outcome of MARAC received from named nurse. Unborn Marlowe due March. | Alert placed on system. Antenatal visit to be two-person. |
domestic-abuse | 0 10:00 | MARAC | Represented Kayleigh's views: wants Reece to get help, does not want to give evidence. | To support at court 14/02. |
# 23-02-14
probation | 0 11:30 | Sentence | Reece Tully pleaded guilty on the day. Community order 12 months, 25 RAR days and accredited programme (relationships). No restraining order asked for. | Oral report by court duty officer; address given as brother's, 5 Mill Steps. | CSC check not done before sentence.
police | 0 12:10 | Court result | Reece TULLY: community order for common assault on Kayleigh MARLOWE. Prosecution asked for a restraining order, no application in the bundle. | PNC updated. Victim told by text. |
domestic-abuse | 2 14:30 | Support call | Kayleigh relieved not to have had to speak. Says Reece has been "popping in to finish the nursery". | Safety plan gone over again. Social worker informed by voicemail. |
# 23-03-01
childrens-social-care | 0 13:00 | Pre-birth planning | Pre-birth planning meeting cancelled at an hour's notice, worker on sick leave. To be rearranged. | New date not set before birth. | Midwife and HV were already in the building.
midwifery | 0 13:05 | Professionals meeting | Attended civic centre for the pre-birth meeting with Ruth Calloway. Told at reception it was off. | Farida Osei e-mailed the team manager the same day asking for the plan. | Reply not received by discharge.
health-visiting | 0 13:05 | Professionals meeting | Arrived for pre-birth planning for unborn Marlowe, cancelled. Compared notes with midwife in the car park: late booking, Reece still about. | Will see at antenatal visit 07/03. | The car park was the only multi-agency discussion before birth.
# 23-03-10
childrens-social-care | 0 16:45 | Assessment outcome | Pre-birth assessment finished on 16th week. Analysis: risk lessened as couple separated and Kayleigh is working with IDVA. Child in need plan. | Signed off by Gill Sowerby. Discharge meeting "if required". | Separation rested on what Kayleigh said; probation and IDVA both knew of visits.
"""
