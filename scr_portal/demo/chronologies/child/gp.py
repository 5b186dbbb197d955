"""Millbrook Surgery's own entries."""

PROSE = """
* | Consultation | Kayleigh Marlowe, {dr}: {low, tearful, bad sleep~back pain~contraception~migraine, wants stronger}. {PHQ9 {12-21}~Eye contact poor~With partner~Looks at the floor}. | {Sertraline {50-100}mg, review {+28}~Talking therapy link~Analgesia, TCI if worse} | {Home life not asked~}
* | Telephone | {dr} rang Kayleigh: {no answer x2~meds run out a week ago~feels "numb, fine"~line bad}. | {Text sent~Rx to pharmacy~F2F {+6}} |
* | DNA | Kayleigh {did not attend {dr}'s clinic~missed a smear for the {2nd~3rd} time~booked a blood test and did not come~rang at 8, given 9.20, did not come}. | {Text~3rd DNA letter} |
* | Admin | {Registration form~Change of address} for {Kayleigh~household}: {known}. {Proof not seen~Ellie-Mae's form without PR}. | {Updated~Awaiting proof} |
* | Consultation | {em} (with {Kayleigh~MGM}), {nurse}: {cough~worms, third time~eczema, sore~bedwetting since summer~head lice, scalp infected}. {School jumper dirty~>Chatty about "my Jaydon"~Bites her sleeves}. | {Cream~Family treatment~Fluids chart} | {Bedwetting in a child who had been dry: cause not explored~}
* | Results | {Kayleigh's ferritin low at {5-11}~MSU clear, symptoms gone when rung~Full blood count normal, thyroid borderline~Ellie-Mae's throat swab, strep~Chlamydia screen, letter by hand}. | {Iron~Text normal result~GP to call} |
* | Repeat Rx | {Sertraline ordered {9-30} days late~Two inhalers for Ellie-Mae in {9-14} months~No salbutamol asked for since {spring~Easter~last autumn}~Contraceptive injection overdue}. | {Issued~Review due} |
* | Letter in | {IAPT: opted out, no reply~Mental health triage: not accepted~Physio DNA} - Kayleigh Marlowe. | {Filed~Code} |
* | Pharmacy | {Pharmacist rang~Note from chemist}: {2*K asks for sleeping tablets over the counter~>child in pushchair unwell, advised see GP~partner collects her tablets}. | {To {dr}~Noted} |
m * | Coding | {PPN summary~MARAC flag~Hub list} received: {no patient match~matched to Kayleigh}. | {Coded "at risk of DA"~Shredded per policy} | {Coding made it visible to anyone with online access; partner had her password~}
* | Reception | {Reception note~Front desk}: {K crying at desk, no appts~man with K swore at staff~Ellie-Mae, {emage}, came for prescription}. | {To {dr} as task~Warning letter to family} |
* | Request | {CSC~Solicitor~Housing} ask for {report on Kayleigh~supporting letter~summary}. {Fee form sent~No consent}. | {Done {+9}~Returned} |
22-01..23-09-22 | Consultation | Reece Tully, {dr}: {2*drinking {40-90} units~hand, boxer's~insomnia, out of work}. {Says "relationship stress"~Asked re home, "fine"}. | {Alcohol line~X-ray~Med3 {2-4}/52} | {He was a parent in a house with police call-outs, not known here~}
22-08-13..23-03 | Antenatal | {{gest}/40, {dr}~{gest}/40, {nurse}}: {2*flu jab given~smoker {8-15}~iron~BP fine}. | {Midwife to follow~CO reading {9-22}} |
22-09..23-03 | Task | CMW asks for {history~DA info~current meds}. | {Printout~Dr to ring} |
23-05-02..25-04-13 | Immunisation | Jaydon {age}, {nurse}: {given late, well~crying, brought by MGM~2nd set given, {weight}}. | {Next {+28}~Red book not brought} |
23-05-02..24-03 | Consultation | Jaydon {age}, {dr}: {posseting, {weight}~nappy thrush~bronchiolitic cough~snuffly, feeding ok}. {Mother exhausted~Babygro stained}. | {Reflux advice~Cream~Return if worse} | {Weight seen, chart not opened~}
23-06.. | Not brought | Jaydon not brought: {{nurse} imms~weight check~{dr}, cough}. {Mum: "forgot"~No reason}. | {Text~Letter to {known}~HV task} |
23-12..25-08 | Letter in | {Paediatrics: poor growth, "GP to monitor"~Dr Fenn's clinic letter, two pages, social history blank~Hospital: bloods normal, {weight}, review by us~Dietetic plan for Jaydon, addressed to the last surgery}. | {Recall~Filed, no action~HV copy} |
24-03..25-04-13 | Consultation | Jaydon {age}, {dr}: {ears~"always hungry", stools normal~bruise to shin, walking, usual place~eczema, infected~not talking}. Brought by {Kayleigh and a man~Kayleigh~MGM}. {Apathetic~Held on to doctor's lanyard}. | {Antibiotic~Refer SLT~Bloods, not done~Weigh {+28}} |
24-03.. | Consultation | Connor Blythe, new patient: {back strain~anger, "meds to calm me"~sick note}. Address {home}. {Northmoor notes awaited~Says lives with partner and kids}. | {Med3~Talking therapy~No action} | {We knew of the household and were not asked~}
24-05.. | Alert | {Alert put on both children; Connor not linked to them~Household link made for Jaydon and Ellie-Mae, not for Kayleigh~CIN alert added after a chance look at the minutes}. | By {Beth, admin~{dr}}. |
25-02.. | Safeguarding | {dr}, lead: {2*strategy call missed, clinic~report for conference written in {15-25} mins~asked whether J weighed}. | {Sent~To PM} |
25-03-12.. | CP | {Core group minutes in, practice not invited~Plan received, six weeks after the conference~Asked by CSC to "note weight"; no appointment has been kept}. | {Read by {dr}~Scanned} |
25-05-07.. | ED letter | Kayleigh: {wrist fracture, "fall", on page 2 DA disclosed~fracture clinic DNA}. | {Fit note~Call K, no answer} |
25-06.. | Consultation | Kayleigh, {dr}: {weight loss {3-6}kg~cannot sleep~wants Ellie-Mae back home}. {Long sleeves~Looks at phone}. | {Alone next time~{+14}, DNA} |
22-01..24-02 | Out of hours | {Out of hours report: Kayleigh, toothache, advised~Ellie-Mae vomiting in the night, father rang, seen~Overnight call, "took some pills", rang back and said that she had not}. | {Filed~Call} |
24-02-20.. | Out of hours | {Out of hours: Jaydon, fever, home visit offered and refused~Kayleigh, chest pain, appointment cancelled by a man at 0110hrs~Report of a rash on Jaydon, seen at the treatment centre, viral}. | {Read~TCI} |
* | Clinical meeting | Practice meeting: {DNA children policy~who is the lead now~Marlowe named among {11-16} families}. | {Agreed to use "not brought"~Deferred} |
23-05..25-04-13 | Health check | {Eight-week check done late, at {age}~Check part-complete, baby screamed and mother wanted to go~Growth looked at in passing, {weight}, not plotted}. | {HV told~Complete at next} |
"""
