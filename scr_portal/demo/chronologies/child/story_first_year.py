"""The children's case, March 2023 to February 2024: the birth, weight that falters, and a winter without an address."""

STORY = """
# 23-03-14
hospital | 0 04:12 to2 | Birth and postnatal stay | Baby Jaydon Reece Marlowe born 38+6, normal delivery, 2.71kg. Reece Tully at the birth and on the ward outside visiting hours. Kayleigh tired, handles baby warmly, says little when he is there. | Discharged 16/03 to 14 Tamsin Road. | Maternity alert said "inform SW of birth and of father's presence". SW informed of birth only.
midwifery | 0 04:12 | Birth | Live male infant, Jaydon, to Kayleigh Marlowe, 38+6, Apgars 9 and 10. Breast then bottle by choice. Father present and cut the cord. | Birth notified. CSC duty told 0930hrs. |
childrens-social-care | 0 09:40 | Case note | Call from maternity: Jaydon born this morning, both well. Asked whether a discharge meeting is needed. | Tom Ellery on leave. Duty advised ward to discharge home under the CIN plan. | No meeting, no visit before discharge.
gp | 4 09:15 | Letter in | Birth notification and discharge summary for Jaydon Marlowe, born 14/03/23, 14 Tamsin Road. | Registration pack to be sent. | Registered 02/05.
# 23-03-24
health-visiting | 0 10:15 | New birth visit | Called at 14 Tamsin Road for new birth visit by appointment. No reply, curtains drawn, pram in the hall. Card left. | Rearranged for Monday by text. | Day 10. Not recorded as a missed visit, so no alert.
health-visiting | 3 11:00 | New birth visit | Seen at day 13, Kayleigh and Jaydon. 2.78kg, just past birth weight. Moses basket in good order. Reece came downstairs half-way through. DA not discussed for that reason. | UPP level. Liaise with SW. Clinic in 2/52. | Third professional to find him at the house in a month.
midwifery | 4 09:30 | Discharge from care | Last postnatal visit. Baby 13 days, cord off, feeding every 4 hours. Mood "up and down". Smoking in the kitchen. | Discharged to HV and GP with a written handover. |
# 23-05-04
gp | 0 14:40 | 6-8 week check | DNA for mother's and baby's 6-8 week check (Jaydon). Second appointment missed, first was 25/04. | Text to mobile. Code "DNA" added. | Practice policy on children not brought was not applied.
health-visiting | 5 13:15 | Clinic | Jaydon brought by MGM. 3.90kg, has dropped from the 9th to below the 2nd centile since birth. Feeds made up by eye. MGM: "she's on her own with it and he drinks". | Feeding plan, reweigh one week. Message for GP. | Reweigh not brought.
childrens-social-care | 7 month | CIN visit | Announced visit, Jaydon asleep in the pram in the garden. Kayleigh says that the health visitor is pleased with him. | No change to plan. | Not checked with the HV, who had seen weight fall the week before.
# 23-06-01
gp | 0 09:50 | Consultation | Jaydon, 11/52, brought by Kayleigh for rash. Nappy area sore and broken, some cradle cap. Weight not taken. | Barrier cream and antifungal. Asked to rebook the 8-week check and imms. | HV's message on weight was in the tasks list, unread.
health-visiting | 4 10:45 | Home visit | No access at Tamsin Road. Spoke to Reece at the window: "they're at her mum's". He would not give a time. | Rang SW, told case is due to close. Asked that it stay open until weight has been seen. | Request not recorded by CSC.
# 23-06-22
childrens-social-care | 0 15:10 | Closure | CIN closed. Kayleigh engaging, Jaydon meeting milestones, no further police call-outs since January. Two of four visits not made owing to sickness. | Step down to universal services. Closing letter to GP and HV. | No closing meeting. HV's objection of 05/06 is not on the file.
health-visiting | 8 09:20 | Letter | Closing letter from Tom Ellery received, dated 22/06. Weight last seen in May. | Remains UPP. Try opportunistic contact. | Escalation policy was not used.
gp | 9 month | Letter in | CSC closing letter for Jaydon Marlowe: "no concerns from health". | Filed by admin. | Unclear which part of health was asked.
# 23-07-13
probation | 0 14:00 | Programme | Reece Tully absent from the relationships programme, session 4. Second unacceptable absence. Text: "baby poorly, me and K up all night". | Warning letter. | Text shows that he lived with the victim. Not shared with CSC or police.
gp | 1 16:10 | OOH report | Out of hours: Jaydon 4/12, wheezy, brought by both parents at 2300hrs. Fever 38.4. Settled. | Advised own GP in the morning. Not brought. |
# 23-08-12
childrens-social-care | 0 17:40 | Contact | EDT call from Sandra Marlowe (MGM). Worried for Jaydon and Ellie-Mae: house filthy, bottles in the sink for days, Kayleigh "not herself", Reece in the pub. Would like not to be named. | Passed to duty for Monday. Duty phoned Kayleigh, who said her mother was angry about money. NFA. | Treated as a family dispute. Children not seen.
police | 1 19:25 | Welfare check | Request from Sandra MARLOWE for a check at 14 Tamsin Road. Kayleigh opened, children upstairs asleep, officer looked in. House untidy. | No PPN raised, "no immediate concerns". | Body-worn video shows no cot in the room.
health-visiting | 5 12:00 | Telephone | Call from MGM asking if someone can weigh Jaydon "because nobody will listen". Advised that mother needs to bring him. | Drop-in times given. |
# 23-09-23
police | 0 23:55 | Domestic incident | Reece TULLY outside 14 Tamsin Road, breaking a window, drunk. Kayleigh MARLOWE inside with Jaydon (6 months) on her hip and Ellie-Mae. Landlord's agent has given notice. TULLY arrested, criminal damage. | DASH high. PPN. Breach of order told to probation 25/09. | He told custody he was off to Northmoor "and she can keep the kid". That was Ellie-Mae.
childrens-social-care | 2 09:30 | PPN | PPN high. Reece Tully arrested. Baby and Ellie-Mae present. Separation reported. | Duty call: Kayleigh at MGM's, safe. NFA as father has left. | Nobody asked with whom Ellie-Mae would live, or by what right.
probation | 2 10:50 | Enforcement | Told by police of arrest for damage at victim's address. Offender has left for Northmoor, no address. | Breach proceedings. Warrant 03/10. Transfer request not made. |
school | 3 09:10 | Operation Encompass | Call received for Saturday night. Ellie-Mae: "Dad's gone to live far away. I live with K and Jaydon now." | Contact sheet changed to Kayleigh as first contact. | We recorded a change of carer and told no one. Private fostering was not thought of.
domestic-abuse | 4 11:20 | Re-referral | Kayleigh referred again. At her mum's with both children. Wants housing more than "talking". | Letter of support to housing options. |
# 23-10-16
housing | 0 15:00 | Homeless duty | Kayleigh Marlowe, Jaydon (7 months) and Ellie-Mae (6) placed at Harbour Lodge, room 12, one room and shared kitchen. Notice from 14 Tamsin Road expired. | s188 duty. Placement notice e-mailed to CSC, returned undelivered. | Health is not on the list for placement notices.
school | 2 08:45 | Lateness | Ellie-Mae in at 9.50, two buses from Harbour Lodge. Says Jaydon sleeps in her bed. | Taxi request to the council, refused as under two miles. |
health-visiting | 25 month | Address | Letter returned from 14 Tamsin Road, "gone away". GP still has the same address. | Moved to "address unknown" list. | Found again on 12/12 through the hospital.
# 23-12-08
hospital | 0 19:35 to3 | Admission | Jaydon, 8/12, bronchiolitis. 6.55kg, below 0.4th centile. Pale, clothes damp and smelling of smoke. Kayleigh left the ward from 9pm to 7am, said she had to fetch Ellie-Mae from a friend. | Oxygen one night. Dietitian: feeding at ward offers takes everything. Home 11/12, HV liaison form. | Gained 240g in three days. No referral to CSC.
ambulance | 0 18:40 | 999 call | Male 8/12, working hard to breathe, at Harbour Lodge. Room hot, one double bed, girl of about seven minding the baby; mother down at the office. | Conveyed on oxygen with mother and sister. Safeguarding form re living conditions. |
health-visiting | 4 10:00 | Liaison | Ward liaison form: Jaydon admitted 08/12, weight 6.55kg. Address Harbour Lodge. First we know of it. | Home visit planned for 15/12. | Form sent first to the team for Tamsin Road.
gp | 7 11:30 | Discharge summary | Bronchiolitis, weight below 0.4th centile, "GP to monitor growth". | Letter to parent at 14 Tamsin Road. | Address on the summary itself was Harbour Lodge.
# 24-02-19
housing | 0 12:00 | Tenancy start | Kayleigh Marlowe signed for 6 Tidewell Close, Fairhaven Homes. Two bedrooms. Sign-up visit: Jaydon in pushchair, thin and quiet; Ellie-Mae helped with his coat. | Starter tenancy. Decorating voucher £150. |
health-visiting | 17 13:45 | Transfer in | Told by Kayleigh by text of move to 6 Tidewell Close. | Same HV keeps. One-year review overdue since March: due 14/03. |
school | 4 15:25 | Change of address | Kayleigh brought tenancy letter to the office as proof of address. Ellie-Mae pleased to have bunk beds coming. | Records changed. |
"""
