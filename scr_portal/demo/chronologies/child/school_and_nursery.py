"""What St Brannoc's Primary School and Driftwood Day Nursery recorded on their own."""

SCHOOL = """
* | Concern | {teacher}: {em} {2*asleep at the reading table~asked for seconds and thirds~has holes in both shoes~wore summer dress in the frost~smelt strongly, children commented~fetched from under the coats}. | {{ta} gave breakfast~Spare clothes~{dsl} told} |
* | Attendance | {em} {attendance}. {Mondays the worst~{3-9} lates this half-term~Absent without call {1-4} days}. {Home rung, no answer~Voicemail full}. | {Letter {1-3}~EWO~First-day call} |
* | Worry | {em} told {ta}: {2*"I'm the one that locks up"~"K sleeps all day"~{him} "is funny when he's cross, not ha-ha"~she had cereal for three teas~she can't do sleepovers, "in case"}. | {Written down as said~To {dsl}} | {Words were kept well; nobody drew the line between them~}
* | Parent contact | {Rang home~Kayleigh at gate~Text}: {"she's fine"~sorry, overslept~cross that school "keeps on"~asked for uniform}. | {Offer of food parcel~Reading bag~Logged} |
* | Lateness | In at {9-10}.{15-55}. {Walked by herself~Dropped by {him}, engine running~With {mgm}, out of breath}. {Hair not brushed~No bag}. | {Signed in~Late book} |
* | Medical | {Head lice, third time~Inhaler out of date~Tummy ache before home time~Graze, cleaned}. {Adult could not be reached~Kayleigh gave consent, PR unclear}. | {Sent note~School nurse~Watched} |
* | Class | {teacher}: {2*>writes "my baby is Jaydon and I am his small mum"~lovely singing, front row~hid food in tray~hit a boy who said she stank}. | {Shared with {dsl}~Sticker~Restorative talk} |
* | Meeting | Pupil progress: {2*below in maths~reading up a year, loves the library~concentration poor after lunch}. {em} {tired~wants to please}. | {Nurture group~TA 20 mins} |
w * | Vulnerable list | Weekly DSL meeting: {em} {amber~red, then amber~"no change, hungry"}. {Waiting on SW~No plan shared}. | {Keep~{dsl} to ring} |
* | Phone call | {dsl} rang {sw}: {no reply x{2-3}~told on leave~"case is open, thanks"}. | {Logged time~E-mail} | {We logged every call and escalated none of them before 2025~}
* | Pick-up | Collected by {Kayleigh, no coat, {>Jaydon asleep in the pushchair~smoking}~MGM, two buses~{him}, would not come in~a friend, {friend}}. {em} {held back~ran}. | {Password used~List checked} |
* | Letter out | {Trip~Phonics~School meals}: form not returned. {em} says {"K can't find a pen"~not allowed}. | {School paid~Free meals claim} |
* | Nurture | {em} made {a bed for the doll with a "do not open" sign~soup for everyone~a card for MGM}. {Bossy, kind~Counts the biscuits}. | {Photo~Notes in file} |
* | School nurse | Drop-in: {em} {2*height on 9th, weight below 2nd~bitten nails, lice~asked if babies can die of crying}. | {Report {+7}~To {hv}, no reply} |
* | Staff | {New DSL training~Supervision for {teacher}}: Ellie-Mae's case used. {"Whose child is she?"~What would it take?}. | {Form to add PR~Chase} |
* | PE | {Bruise to shin, "scooter"~Marks like scratches to back, flea bites~No kit; vest grey}, {em}. | {Body map~Kit bought~Noted} |
22-01..23-09 | Parent contact | {Reece at door~Reece rang}: {cross about letter~back late, "traffic"~says K "not her mum, ring me"}. | {Calmed~Number updated} |
22-10..23-06 | Class | {em}: {"there's a baby in K"~drew four people and crossed one~says dad sleeps in van~is to be a sister, counts the days}. | {Congratulated~To {dsl}} |
23-09-26.. | Family | {Stacey Orme rang, says she is the mum~Father's number dead~Card from "mummy Stacey" given in class}. {Asked where Ellie-Mae lives~Would not leave address}. | {Told to write in~{dsl} to ask SW} | {The parent with PR rang the school and was asked to put it in writing~}
23-10-16..24-02-18 | Harbour Lodge | {em} on Harbour Lodge: {"the toilet's on the stairs"~"we whisper after seven"~two buses, sick on coat}. | {Taxi request~Told {dsl}} |
24-02-19..24-07 | New house | {em} on the new house: {"mine has a top bunk"~there is a wall with a fox on it~"I can see when the van comes"}. | {Welcome pack~Told {dsl}} |
24-04.. | Attendance | Panel: {penalty not helpful~young carer form~{em} {attendance}}. {Kayleigh did not come~Came, wept}. | {Young carers group, Thursdays~Next {+30}} |
m 24-04.. | Young carers | {em}: {2*nappies, tea, bath "if he's out"~first time ice-skating~asked to leave early for Jaydon}. | {Sessions {2-6}~Told {sw}} |
24-05.. | Worry book | {em}: "{he eats with his hands behind him~I put my bed by his door~we hide when the van comes~K cries in the bath, I do the plaster}". | {Seen by {dsl}, to SW~Seen next day} |
25-02.. | CP file | {Chronology for conference, {11-19} pages~Weekly note to Hannah Quill}: {{em} {attendance}~three late, one absent}. | {Sent~No reply} |
25-02.. | Play | {em} with {friend}'s daughter: {game of "lock-in"~tells her "don't tell"~shares crisps out in halves}. | {To {dsl}~CP file} |
"""

NURSERY = """
24-09-09.. | Daily | Jaydon {age}, {key}: {ate all, then {the crumbs from the floor~another's toast}~wet through on arrival~slept {2-3} hrs, hard to wake~no shoes~quiet, watched the door}. | {Changed, own clothes washed~Told Kayleigh~In book} |
r 24-09-09.. | Absence | Not in. {Kayleigh text: "sick"~No call~Connor: "not today"}. | {Rang, voicemail~Rang SW if third} |
24-09-09.. | Collection | {Connor came, J stiff in his arms~Kayleigh late by {15-70}, out of breath~MGM, J laughing}. | {Password~Late log} |
24-09-09.. | Key person | {key}: {2*first word, "gone"~hides crackers in sleeve~plays with keys and locks~loves water, had to be lifted out}. | {Learning journey~Shared with mum} | {The play was recorded as "schema" and not as a worry~}
24-09-09.. | Care | Nappy area {broken~red, cream}. {Same vest as Tuesday~Long nails, dirt}. {Kayleigh: run out~No answer}. | {Cream, form signed~Pack of nappies} |
24-10.. | Manager | {Carla Minns: J in supervision~Carla M. rang {sw}}: {funding to end?~attendance~hunger}. | {E-mail~Voicemail {1-3}} |
24-11..25-02 | Accident form | {From home: scratch on nose, "cat"~bump on brow, "table"~red cheek, gone by noon}. {J did not cry~Story from Connor}. | {Form signed~Copy in book} | {Each form signed and filed on its own~}
25-02-19.. | Body check | Check at nappy time by {key} and Carla: {nothing new~yellow mark to hip, known~bite? own arm}. | {Map {2-14}~SW told} |
25-02-19..25-07 | Weight | {Weighed at nursery for the health visitor, {weight}~On our scales in a vest, {weight}~{weight}, the same as in the last month}. | {Sent to {hv}~On chart} |
m 24-10.. | Attendance | {{4-7} of {8-9} sessions kept, no reason given~Register sent: {3-6} absences, "sick" each time~Away more than here this month, bus fares}. | Sheet to CSC. |
24-09-09.. | SLT | {Ten words by {age}?, two heard~Signs "more" and "finish"~Picture cards tried}. | {Programme~SLT list} |
24-09-09.. | Parent | Kayleigh {stayed to settle, stroked his hair~asked for old clothes~whispered "don't tell Con I was late"~laughing, sunglasses}. | {Bag of clothes~Carla told} |
24-09-09.. | Room | J {went to new student and sat on her lap~covered ears at the drill~bit Noah for a biscuit~built a tower, clapped}. | {Comforted~Noted for tracker} |
r 24-09-09..24-11 | Settling | Jaydon cried {only when the door banged~not at all when left, then all morning~when it was time to go home}. {Slept in {key}'s arms~Held his own bottle in a corner}. | {Settling sheet~Kayleigh told at pick-up} |
24-10..25-07 | Meals | {Cook reports that J~J} {had four helpings of pasta~drinks as though there were none at home~keeps bread in his cheek}. | {Extra snack agreed~Menu sheet sent home~Raised at room meeting} | {Hunger was fed every session and never referred~}
24-11..25-07 | Health | {Runny ears~Conjunctivitis, weepy eyes~Infected eczema behind the knees~Cough for {3-5} weeks}. Kayleigh asked to see the GP; {says she has~says there are no appointments~had not by the next session}. | {Health form~HV told~Excluded 24 hrs} |
24-10-15..25-07 | Funding | Purchase order for the place {not received from the council~received {3-6} weeks late~made out for the wrong child}. | {Carla Minns rang business support~Invoice held} |
25-01..25-07 | Parent talk | Carla took Kayleigh to the office: {rent owed, "Con's doing his nut"~asked outright if she is safe, looked at the floor~talked of Ellie-Mae being "in trouble for telling"}. | {SW told by phone~Number for Haven on a till receipt} | {Asked alone and kindly~}
25-02-19..25-07 | Core group | {Not told of the date~Report sent, could not be released from ratio}. {Wrote that he eats and sleeps as if it were his last chance~Attendance and body maps attached}. | {Asked for minutes~SW thanked by text} |
"""
