"""The adult's case, 1 March 2024 to 20 April 2025: a fall, a placement, and pressure damage that many saw and nobody owned.

A chapter is a day (or a period and how often) and what each agency wrote of it, as in the children's case.
"""

STORY = """
# 24-03-06
ambulance | 0 08:47 | 999 call | Called by neighbour to 22 Penrose Gardens. Maureen Hollis, 77, on the kitchen floor since about midnight. Cold, confused, sore hip, wet clothes. Fridge near empty. | Conveyed. Safeguarding form, self-neglect? |
hospital | 0 10:05 to36 | Admission | Mrs Hollis: fall, long lie, delirium on vascular dementia. AF, type 2 diabetes. Red sacrum on arrival, cat 2 by day nine. Daughter Janet Pryce gave history. | Discharged 11/04 to Larkfield House. | Damage that began on the ward was not in the discharge letter.
adult-social-care | 1 11:15 | Concern | Ambulance form: Maureen Hollis found after a night on the floor. Care package of one call a day, refused at times. | Passed to hospital team, Lucy Trevane. Not taken as a s42 concern. |
gp | 2 09:20 | Letter in | Told of admission by Mrs Pryce. Last seen by us in October, memory clinic letter unread in file. | Coded. |
# 24-03-27
hospital | 0 14:00 | Best interests | MCA assessment: lacks capacity as to where to live. Best interests meeting with Janet and Lucy Trevane. Janet asked for a home with nurses. | Residential care under discharge to assess, six weeks. | The need for nursing was recorded as a wish of the family.
adult-social-care | 0 14:00 | Best interests | Meeting on Ward 7. Larkfield House has a bed and can assess by phone. Janet Pryce worried about "who will see to her skin". | Placement agreed, review at six weeks. |
# 24-04-11
care-home | 0 16:40 | Admission | Maureen came by hospital transport with one bag and no letter. Pleasant, muddled, asked for Ron (late husband). Sore place on bottom, dressing on. | Body map, DN rung next day. Pre-admission form done over the telephone. | Manager's own policy asks for a visit before admission.
hospital | 0 15:10 | Discharge | Left the ward with transport. Letter to GP sent; copy for the home not in the bag. Equipment: none ordered. | Nurse-to-home call not made, bleep. |
district-nursing | 7 11:30 | First visit | Referral from Larkfield House by phone 12/04. Sacrum cat 2, 2 x 3cm. Waterlow 22. | Foam dressing twice weekly, air mattress ordered. Home to turn two-hourly. |
gp | 5 13:10 | Registration | Temporary registration, Larkfield House. Discharge letter lists six drugs, chart in the home lists seven. | Apixaban continued. Reconciliation by pharmacist {+14}. |
# 24-05-21
adult-social-care | 0 10:30 | Review | Six-week review by telephone with Diane Rudge. Settled, eating well, "skin healing". Daughter not rung. | Placement made permanent, case closed 03/06. | Reviewed without seeing Mrs Hollis or asking the nurses.
care-home | 0 10:30 | Phone call | Review by Lucy Trevane over phone. Told her all going well. | Permanent contract to come. |
district-nursing | 2 12:00 | Visit | Sacrum 1 x 1cm. Chair cushion flat. Staff unsure how often she is turned. | Asked senior to keep the chart. |
# 24-06-14
care-home | 0 05:50 | Fall | Found on floor by bed, door mat switched off. Small cut to elbow. | Obs, 111 rung. Family told at noon. | Third fall in a month, no referral to falls team.
ambulance | 0 06:35 | 111 / 999 | Resident, unwitnessed fall on blood thinner. Staff could not find chart. | Conveyed for head scan. |
hospital | 0 07:40 | ED | CT head normal. Larkfield carer with her did not know her. Bruising to both upper arms "from lifting?". | Returned same day. Letter to GP. | Bruising noted and no concern raised.
gp | 4 10:00 | Letter in | ED letter, fall and normal CT, "bruises to arms noted". | Filed. |
# 24-07-09
hospital | 0 11:00 | SALT | SALT Jo Barrow at Larkfield House: unsafe on thin fluids. Level 2 thickened drinks, soft diet, sit up 30 minutes. | Written plan left with senior on shift, e-mail to manager. |
care-home | 0 11:00 | SALT | Speech lady came, Maureen to have thick drinks. Told {carer}. | Sheet in office folder. | Kitchen and nights did not have it; the folder was in the office.
gp | 9 month | Letter in | SALT report: thickener to be prescribed. | Prescribed 29/07. |
# 24-08-20
care-home | 0 18:10 | Choking | Choked on tea at supper, went grey. {carer} did back blows. Tea was not thickened. | 999. Family told. |
ambulance | 0 18:16 | 999 call | Choking, cleared on arrival. Sats 88. Two staff for 31 residents. | Conveyed. Safeguarding form, ref thickener. |
hospital | 0 19:20 to3 | Admission | Aspiration. Antibiotics. Daughter says that thin tea is given most days. | Back to Larkfield House 23/08. |
adult-social-care | 2 10:50 | Concern | Ambulance concern: choking, fluids not thickened. | Triage: one-off, home has "retrained". NFA. Sent to contracts team. | Contracts team had four others from Larkfield House that month.
# 24-09-16
district-nursing | 0 12:20 | Visit | Sacrum broken down again, cat 3, 4 x 3cm. Turn chart blank from 2200 to 0700 on five nights of seven. Mattress set for 90kg. | Wound photo, tissue viability referral. Datix. |
care-home | 0 13:00 | DN visit | Nurse cross about charts. Maureen sore. | Staff reminded in handover. |
district-nursing | 9 15:00 | Safeguarding | Sr Moira Keane raised concern for neglect and acts of omission: cat 3, charts, mattress. | Concern form to adult social care. Family told. |
adult-social-care | 9 15:40 | Concern | From Moira Keane, DN. Threshold met, s42(2). Owen Castell. | Home asked to make the enquiry and report in 20 days. | The home was asked to enquire into itself.
# 24-10-02
care-home | 0 09:30 | Inspection | CQC came, two days. Asked for turn charts, MAR and rota. | Action plan to be sent. |
adult-social-care | 6 14:00 | Provider | Contracts told of CQC's visit, early feedback "poor records". | For quality meeting in November. |
# 24-10-30
adult-social-care | 0 16:20 | S42 outcome | Diane Rudge's report: wound "unavoidable", charts "completed retrospectively". Inconclusive. Owen Castell agrees to close. | Closed. Letter to DN not sent. | Mrs Pryce was not asked what she wanted to come of it.
care-home | 2 10:00 | Safeguarding | Council closed safeguarding, no action for us. | Told staff. |
district-nursing | 14 09:40 | T/C | Rang to ask outcome of September concern, told closed. | Sr Keane disagrees; to speak with lead. | No escalation route was known to the team.
# 24-11-18
gp | 0 12:10 | Visit request | Home rang, sleepy and not drinking for three days. | 999 advised. |
ambulance | 0 13:02 | 999 call | Drowsy, dry mouth, not passed urine since yesterday. Fluid chart adds up to 2 litres, filled in to 6pm though it was one o'clock. | Conveyed. Safeguarding form. | A chart written ahead of time, seen by the crew and put on the form.
hospital | 0 13:50 to9 | Admission | Dehydration, kidney injury, urine infection. 44.4kg. Sacrum cat 3, smell. | Fluids. Ward safeguarding concern 20/11. Home 27/11. |
adult-social-care | 3 11:00 | Concern | Ward 4 concern, and ambulance form re chart. Linked to September. | "Safe in hospital", to be looked at on discharge. | Nobody looked at it on discharge.
care-home | 9 15:30 | Return | Back from hospital, room 21 (top floor). Letter says push fluids. | Fluid chart. | Room is the furthest from the office and has no call mat.
# 24-12-05
care-home | 0 08:30 | Medication | Found apixaban not given for four days, none in the trolley. | Ordered. Told {senior}. GP told 09/12. |
gp | 4 11:40 | Telephone | Larkfield House report four missed days of apixaban. | Restart. Form to pharmacist. | Not thought of as a safeguarding matter.
adult-social-care | 12 part | Concern | Medicines form from the pharmacist for Larkfield House, three residents, one of them Mrs Hollis. | Contracts team. |
# 25-01-14
care-home | 0 11:20 | Complaint | Mrs Pryce came with photographs of mother's heel and of dirty nails. Wants manager. | Manager on leave. Complaint form. | Answered on 10 March by the acting manager.
adult-social-care | 1 09:35 | T/C | Janet Pryce: mother "wasting away", sore, moved to the attic. Who is her social worker? | Not allocated. Advised to complain to the home. | A carer's and daughter's concern was turned into a complaint.
gp | 3 15:20 | Telephone | Mrs Pryce asks for a doctor to see her mother's foot. | Visit by ANP 20/01. |
# 25-02-03
district-nursing | 0 10:40 | MDT | Weight 41.3kg. Dietitian referral of November not on system. Diane Rudge has left. Sr Imelda Garrity wrote in the home's folder: wound reviewed by GP, continue. | Re-referred. Visits fall to once a week, vacancies. | The practice has no such review.
care-home | 0 09:00 | Staff | Diane left on Friday. Kofi acting. Four agency today. | Handover. |
gp | 1 12:00 | Ward round | Weekly round by phone. MUST 3. Supplement drinks. | Dietitian. |
# 25-03-11
adult-social-care | 0 10:00 | Quality visit | Contracts visit Larkfield House: 9 of 31 with pressure damage, no turn charts at night, staffing below dependency tool. | New placements stopped 18/03. | GP, nurses and families were not told.
care-home | 0 10:00 | Council visit | Contracts lady here all day. Not pleased. | Action plan. |
# 25-03-24
district-nursing | 0 11:50 | Safeguarding | Cat 4 sacrum, pain on turning, 39.3kg. {dn} raised second concern. Asked for urgent move to nursing care. | Concern form 1230hrs, photo, GP rung. |
adult-social-care | 1 10:15 | Concern | DN concern, cat 4. Parveen Rashid. | Visit booked for 10/04. | Seventeen days to a visit; she was taken to hospital the day before.
gp | 0 14:05 | Telephone | DN rang, cat 4, needs pain relief. | Oral morphine. Review {+9}. |
# 25-04-02
gp | 0 16:30 | Telephone | Home says chesty and hot, 38.1. Video link would not work. | Antibiotic by phone. | Not seen in person by a doctor for 71 days.
care-home | 0 16:45 | GP | Dr on phone, antibiotics. Maureen not eating. | To push fluids. |
# 25-04-09
ambulance | 0 07:31 | 999 call | Unresponsive to voice, BP low, 39.2. Carer says poorly "since the weekend". | Pre-alert, sepsis. Safeguarding form. |
hospital | 0 08:15 to7 | Admission | Sepsis from the pressure ulcer. 38kg. Janet and Keith Pryce with her from noon. Comfort care agreed with them on 16/04. | Safeguarding concern for neglect 10/04. |
care-home | 0 07:20 | 999 | {carer} found Maureen hot and not waking. 999. Rang Janet. | Body map. |
district-nursing | 0 10:30 | Visit | Planned visit, patient gone to hospital. | Records locked 22/04 on advice. |
adult-social-care | 1 09:05 | Case note | Visit of today cancelled as Mrs Hollis in hospital. Ward concern received. | S42 opened, police consulted. |
# 25-03-06
care-home | 0 10:15 | Complaint | Second letter from Mrs Pryce: her mother's room smells, "and it is her, it is the wound". Asks for somebody to look with her. | Acknowledged, to be answered by 10/03. | Answered in time and in form; nobody went to the room with her.
adult-social-care | 1 12:00 | E-mail | Copy of Mrs Pryce's letter to Larkfield House about the smell in the room. | Filed under provider complaints. |
# 25-04-20
hospital | 0 04:20 | Death | Mrs Hollis died peacefully at 0420hrs, Janet and Keith Pryce with her. | Coroner told. Bereavement nurse to ring on Tuesday. |
adult-social-care | 0 10:45 | EDT | Ward 11 told the emergency team of the death of Mrs Hollis; concern for neglect stands. | Parveen Rashid and the head of service by e-mail. Records secured. |
care-home | 0 09:30 | Bereavement | Janet rang, Maureen passed away in the night. Staff upset, Beata sent home. | CQC notice to be sent. Room 21 locked. |
# 24-04-22..25-04-04 x8
district-nursing | 0 11:15 | Visit | {{skin}, dressing off and soiled on arrival~Not ready, in chair since breakfast, two staff could not be found~Wound measured, {skin}; {senior} shown how to set the mattress~{dau} asked to watch the dressing, glad of someone to ask~{mh} winced when turned, held my hand and thanked me~New agency staff had not been told that she has a wound}. | {Redressed, turn chart asked for~Swab~Left written plan~Next {+4}}. |
care-home | 0 11:20 | DN visit | {Nurse came, dressing done, no change told~DN asked again for two-hourly turns, {senior} said short~Nurse in, {mh} "not happy" to stand~Nurse left sheet, put in office~DN showed {carer} the mattress switch}. | {In diary~Handed over}. |
# 24-05-02..25-03-20 x6
care-home | 0 15:00 | Family | {dau} {upset that mum was in wet clothes~asked why drinks are out of reach~found another lady's cardigan and no glasses on her mum~brought cake, fed her, cut her nails~wants to know who is in charge today}. | {Said sorry~{manager} to ring~Nil}. |
adult-social-care | {1-4} 11:30 | T/C | {Mrs Pryce rang {duty}: mother left wet, who does she tell?~Message from daughter about drinks out of reach at the home~Daughter wishes for a move to nursing care, "somewhere with nurses"~Mrs Pryce thanked us, and asked for any social worker at all~E-mail with two photographs from Mrs Pryce~Call dropped, Mrs Pryce tried three times by the log}. | {Advised to speak with manager~Number for CQC given~Logged on closed case}. |
# 24-05-10..25-03 x6
care-home | 0 09:40 | GP | {Rang surgery, {mh} sleepy~Faxed list for doctor's round~Asked for doctor, chesty~Rang for sore heel~Asked for something for agitation at night}. | {To ring back~Phone advice~Visit {+3}}. |
gp | {0-1} 12:30 | Telephone | Larkfield House: {sleepy, off food, obs not to hand~chest, temp 37.6, carer did not know her~"agitated" at personal care; pain asked about, not known~heel red, DN aware?~constipated, laxative on hold by error}. | {Antibiotic~Paracetamol regular~Call again if worse~ANP {+4}}. |
# 24-06..25-03 x4
hospital | 0 13:30 | OPD | {Memory clinic: transport not booked by home~Tissue viability, Ingrid Solberg: photo too dark to grade~Falls clinic: came without notes or escort~Dietitian triage: no weight on the form, sent back}. | {Letter to GP~Rebooked {+35}~Returned}. |
gp | {4-9} 10:10 | Letter in | {Memory clinic did not see her~Tissue viability want a better picture~Falls clinic letter, "unable to assess"~Dietetic referral returned, incomplete}. | {To home by e-mail~Filed}. |
"""
