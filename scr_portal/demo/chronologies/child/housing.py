"""Housing's own entries: the council's options team and Fairhaven Homes."""

PROSE = """
* | Rent | {Arrears letter {1-3}~Rent call}: {£{180-2100} owing~UC paid late~direct payment refused}. Ms Marlowe {says nobody told her~asks for time~did not pick up}. | {Plan £{4-12} a week~NSP considered~Note on account} |
..25-04-13 | Repairs | Operative at {home}: {2*damp and mould in the back bedroom~broken window boarded~boiler out {3-8} days~no smoke alarm}. {Children's things wet~Girl of about {emage} opened the door~Adult asleep at 11am}. | {Job raised~Temporary heaters~No follow-up of child alone} | {Operatives had no way to report a worry~}
* | Front desk | Kayleigh Marlowe at the Civic Centre: {wants transfer~no top-up for meter~asks for bedroom tax form}. {>Buggy with her~With {mgm}~Bruised look under make-up, noted by receptionist}. | {{housing} spoke to her~Appointment {+5}~Form given} |
* | Telephone | {neighbour} {complains of~rang about} {shouting~rubbish in the yard~visitors all hours}. | {Log {1-9}~Diary sheets~Advice} |
..25-04-13 | Tenancy check | {housing}: {occupants listed as one adult and one child~occupants do not match council tax~no access}. | {Form to sign~Return {+14}} | {Second child missing from the form~}
* | E-mail out | {{housing} asked CSC whether the family is open to them~To the family hub: will you support this tenancy?~Told CSC of arrears and a risk of notice~Asked who the social worker is, third time}. | {No reply by {+10}~Answered: yes} |
..25-04-13 | Gas safety | No access for gas check at {home}, {first~second~third} visit. {Curtain moved~Card left}. | {Legal letter~Done {+12}} |
..25-04-13 | Mould | Surveyor's report, {home}: {2*extractor broken~cold bridging~washing indoors}. {Cot against the wall~Baby's chest said to be bad}. | {Works order~Kit supplied} |
22-12..23-02,23-10..24-02-18,25-04-14.. | Letter returned | {Letter to {known} came back marked "gone away"~Recorded delivery not called for at the depot~Two envelopes back in one week, both to Ms Marlowe}. | {Scanned~Phone tried} |
..25-04-13 | Support | Tenancy support, Ola Brandt: {2*benefit form done~budget sheet~K did not open}. {Food cupboard bare~Energy voucher}. | {Next {+14}~Case closed x{2-3} missed} |
..25-04-13 | Visit | {housing} visited {home}: {clean front room, door to back kept shut~cold, no carpets~K upset, said she is "sinking"}. {Man in kitchen, not introduced~Children at school or asleep}. | {Standard OK~Refer support} |
m * | Account note | {Rent account~Suspense account}: {no payment in month~DHP awarded £{90-260}~bedroom tax}. | {Arrears £{300-2200}~Letter} |
22-01..22-11 | Pellow Court | Caretaker: {door kicked in again~glass on landing~little girl locked out on stairs}. {Mr Tully "mended it"~Told K}. | {Recharge £{60-140}~Incident book} | {Incident book is not read by tenancy officers~}
22-01..22-11 | Tenancy | Mr Tully, sole tenant: {warned of noise~application for joint tenancy not sent~wants rid of flat}. | {Interview~No action} |
22-11..23-09 | Private sector | Environmental health: 14 Tamsin Road, {no heating upstairs~cat 1 hazard, stairs~landlord to fix wiring}. {Baby in property~Tenant not keen}. | {Notice to landlord~Retaliation feared} |
23-01..23-10 | Options | Kayleigh Marlowe asked about {leaving Mr Tully~going on the list~deposit scheme}. {Told to get a police letter~"Intentionally homeless if you leave"}. | {Leaflet~Appointment, DNA} | {Advice wrong: DA gives priority need~}
23-09..24-02 | Harbour Lodge | {Manager~Duty officer} at Harbour Lodge: {2*baby bath in shared sink~missing from room two nights~girl of seven in kitchen at midnight~pram theft}. | {Warning~Licence breach letter~Spoken to} |
r 23-10..24-02 | Temporary acc | {Bid placed~Offer refused, too far~Suitability review asked by {mgm}} for family of three. | {Band B~Review {+21}} |
23-10..24-02 | Subject check | {Welfare call to room 12: "all fine"~Ms Marlowe rang, Jaydon poorly and the heating on full~Cot for room 12 promised by {+6}~Kitchen rota broken down, family living on noodles}. | {Cot ordered~Note} |
24-02-19..25-04-13 | ASB | {Noise app recording~Diary sheet} {1-14}: {2*male swearing, child sobbing~door slammed x{5-12}~music, then silence}. | {Played by {housing}, "domestic"~Stored~Warning letter} | {A child's distress was filed as a noise nuisance~}
24-05..25-04-13 | Starter tenancy | Starter tenancy visit: {garden like a tip~flat in order~back bedroom not shown, "baby asleep"}. {Connor B. "helping out"~Tools, large boots}. | {Extended {3-6} months~Pass} |
24-06..25-04-13 | Fraud | Anonymous: {undeclared man~subletting} at 6 Tidewell Close. {Council tax single person~Credit check: BLYTHE linked}. | {Referral to DWP~Interview {+20}} | {Presence of a man proven for benefit purposes, not shared for children~}
24-03..25-04-13 | Safeguarding log | {Contractor~Ola Brandt~Call handler} {asks what to do about a toddler with no nappy~reports K scared of "C"~says girl asked for bread}. | {To {housing}, no referral found~Advised to ring CSC} |
25-04-14.. | Former tenant | {Tracing agent~Recovery}: Kayleigh Marlowe, {new address not known~Marine Terrace? not confirmed}. £{2100-2400}. | {Hold~Letter to MGM's} |
25-04-14.. | Options | {Kayleigh rang~IDVA rang}: {cannot go back to flat~refuge or B&B?~arrears bar}. | {Assessment {+4}, DNA~Discretion refused} |
25-04-14.. | Void works | Contractor's sheet, no. 6: {2*door hook removed~two bags of child's clothes~mattress, urine}. | {Photos on job~Skip} | {Photos found in October 2025~}
25-04-20.. | Licensing | Marine Terrace landlord (Mr D. Blythe): {2*unlicensed~no EPC~two-room flat, four people said}. | {Letter~Inspection {+40}} |
22-06..25-04-13 | Panel | {Debt~Vulnerable tenants} panel: Marlowe, {hold action, child in home~not vulnerable on paper~no partner sent}. | {Minute~Next month} |
"""
