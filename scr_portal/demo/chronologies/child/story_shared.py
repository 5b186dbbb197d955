"""The children's case: what came again and again and was told by two or three agencies, each with its own day and words."""

STORY = """
# 22-03..22-09 x3
police | 0 22:05 | Domestic incident | {Third-party call from {neighbour}~Call from {neighbour}, line poor}: {man shouting~swearing and banging~a child crying while adults argue} at {home}. {him} and Kayleigh MARLOWE both present, {been drinking since the afternoon~argument over money~row about who was minding Ellie-Mae}. | Verbal only, DASH standard. PPN {submitted~not submitted, no child seen}. |
childrens-social-care | {1-2} 10:00 | Contact | {Police notification~PPN~Overnight police log}: {verbal dispute~argument} between Kayleigh and Reece at {home}, {Ellie-Mae at home~Ellie-Mae said to be at her gran's}. | {NFA, incident does not meet threshold~NFA, linked to previous~Information only}. |
# 22-11..23-02 x2
police | 0 21:35 | Domestic incident | {{mgm} rang 101~Text-relay call from Kayleigh MARLOWE}, {him} {outside~back at} {home} {asking to collect clothes~wanting to talk about the baby}. {Gone on arrival~Left when asked}. Kayleigh pregnant, {tired~tearful}, {would not give account~happy for it to be logged}. | DASH {medium~standard}, PPN. {pc} to do follow-up. |
childrens-social-care | 1 09:50 | PPN | PPN {filed to~added to} unborn Marlowe's record: {Reece at the address~Reece asking to see Kayleigh}. {Read by {allocated}~Seen by duty}. | {To be covered in pre-birth assessment~Raise at next visit}. | {No visit followed from this~}
midwifery | {5-9} 11:15 | DA information | {Copy PPN from the hub~E-mail from Farida Osei}: police called to {home} again. Kayleigh not contacted as Reece {may read her letters~answers her phone}. | Enquiry at next appointment if alone. |
# 23-04..23-09-10 x3
police | 0 20:40 | Domestic incident | {Passer-by~{neighbour}} reported {a man throwing a pushchair into the road~a woman locked out with a baby~shouting} at {home}. Kayleigh MARLOWE with Jaydon ({age}), {him} {cooperative~argumentative, left in a taxi}. | DASH {standard~medium}. {PPN submitted next day~PPN raised}. Advice. |
childrens-social-care | 2 11:20 | PPN | PPN re Kayleigh and Reece, {baby~Jaydon, {age}} {in arms~in the house}. {Status: {plan}~Previous PPNs noted}. | {Passed to {allocated}~Duty reviewed, no change}. |
health-visiting | {7-13} 09:40 | PPN copy | PPN {summary~copy} received: incident at {home}, Jaydon present. {{visitor} to raise with mum alone~For discussion at supervision}. | {Alert updated~Telephone call to Kayleigh, voicemail}. | {PPN arrives without the risk grade~}
# 24-03-10..24-12 x5
police | 0 23:10 | Domestic incident | {{neighbour} reports~999 hang-up traced,~Anonymous call,} {male voice threatening, child screaming~thuds and a woman shouting "get off"~arguing in the front garden} at {home}. Connor BLYTHE {gave brother's details first~answered for her~had gone}. Kayleigh MARLOWE {says telly was loud~no disclosure~had a sore lip, would not discuss}. | DASH {medium~standard}. PPN. {Children seen in bed~Children not disturbed}. | {Officers had no access to out-of-force history on the device~}
childrens-social-care | {1-3} 09:35 | PPN | {PPN~Police notification} for {home}: {Kayleigh and "boyfriend"~Kayleigh and Connor} {arguing, children upstairs~no injuries, children asleep}. | {Noted on plan~Discuss at next visit~NFA, open case}. |
school | {1-2} 08:50 | Operation Encompass | Notified of {an incident~police at the house} {last night~on the evening before last}. {em} {very quiet, did not want PE~came in smiling and then cried in the cloakroom~tired, asked for toast}. | {{ta} checking in~Worry book~{dsl} informed SW}. |
# 25-02-20..25-08 x5
police | 0 00:35 | Domestic incident | {Report from flat below~Call from {neighbour}~Abandoned 999 from Kayleigh MARLOWE's mobile}: {running, a door, a child's cry~argument, things breaking~man shouting at a child about food}. {No reply at door, lights off~Kayleigh at window, "all fine"~BLYTHE seen leaving by the yard}. | {PPN, CP flag noted~Log closed, no trace~DASH high, PPN 0510hrs}. | {CP flag was on Tidewell Close and not this address~}
childrens-social-care | 1 09:15 | PPN | {PPN received~Overnight log}: police at {home}. Child on CP plan. {{allocated} to ring Kayleigh~Kayleigh says Connor "was dropping money off"}. | {To core group~Unannounced visit this week~Management note: consider legal advice}. |
# 24-06-12..24-11 x4
childrens-social-care | 0 10:00 | CIN meeting | {CIN review at St Brannoc's~Review of CIN plan, by Teams}. {allocated} in chair. {Kayleigh came late and on her own~Kayleigh did not come, said bus~Kayleigh and {mgm}}. {Actions carried over: dentist, weight, bedroom door~Improved kitchen, routine still poor~Weight not known to the meeting}. | {Next in six weeks~Plan continues}. |
school | 0 10:00 | CIN meeting | {CIN meeting~Meeting for {em} and brother}. {{dsl} reported attendance {attendance}, two lates a week~We asked who lives in the house; told just the three~Shared Ellie-Mae's picture of her family, with a tall man crossed out}. | {Minutes not had~Lunches agreed till half-term}. |
health-visiting | 0 10:00 | CIN meeting | {Attended by {visitor}~Apologies from {visitor}, report sent}. {Last weight {weight}~Two weekly weights missed~Two-year check to be offered early}. | {KD nursery nurse to continue~Chase dietitian}. |
# 25-03-20..25-09-08 x5
childrens-social-care | 0 14:00 | Core group | Core group, {allocated}. {Kayleigh present 20 mins~Kayleigh not present, said ill~Kayleigh by phone, Connor could be heard}. {Plan: weight, nursery, no Connor~Written agreement read again~No evidence of change since last}. | {Next +4/52~Chair told of drift}. | {Minutes went out after next meeting~}
school | 0 14:00 | Core group | {Attended, {dsl}~{dsl} attended by phone}. {em} {attendance}{, hungry most Mondays~, has head lice again~, says "it's secret who is at ours"}. | {Asked for PLO~Raised that nobody sees Jaydon on his own}. |
health-visiting | 0 14:00 | Core group | {visitor}: {{weight}, under 0.4th~not weighed since last core group~dietitian discharged after 2nd non-attendance}. | {Weekly weigh at home~Re-refer}. |
# 25-03-24..25-06 x2
childrens-social-care | 0 11:40 | T/C | {Driftwood rang~Carla Minns rang}: Jaydon {came in without shoes~slept through both sessions~very thirsty}, {collected by "a mate of Connor's", turned away~Kayleigh short with staff}. | {Advised to keep note~Visit brought forward}. |
nursery | 0 11:30 | T/C to SW | Rang Hannah Quill re Jaydon: {no shoes~sleepy, thirsty~collected by someone not on list}. | {She will visit~Noted on log}. |
# 23-05-10..24-02 x4
hospital | 0 09:30 | OPD | {Hip scan~Paediatric growth clinic~Dietitian clinic~Infant feeding clinic}: Jaydon not brought. {No contact~Text reminder sent the day before, number not in use}. | {Discharged to GP~Rebooked {+28}}. Letter to 14 Tamsin Road. | {DNA policy, not "was not brought"~}
gp | {6-11} 11:00 | Letter in | {Clinic~Hospital} letter: {DNA~did not attend}, Jaydon. {Discharged to our care~Further appointment to be sent}. | {Filed~Filed by admin, code added}. |
health-visiting | {8-15} 12:30 | Letter | Copy of hospital letter, Jaydon not brought. {Kayleigh says she had no letter~Unable to reach mother}. | {Ask GP to re-refer~New address to booking office}. |
# 24-04..25-08 x6
hospital | 0 10:30 | OPD | Jaydon was not brought to {growth clinic~dietetics~audiology~community dental~Dr Fenn's clinic}. {2nd time~No reason known~Rang mother, "forgot"}. | {WNB letter to GP, HV and SW~One more appointment, {+30}~Discharged as per policy}. |
health-visiting | {5-10} 14:15 | WNB letter | {Not brought to hospital~WNB letter}, Jaydon. {Rang Kayleigh, bus fare~Kayleigh "has enough on"~No answer x3}. | {Told {sw}~Offer to go with her~Added to chronology}. |
gp | {6-13} 12:00 | Letter in | WNB letter {from paediatrics~from dietetics~received}: Jaydon. | {Coded "child not brought"~For MDT list~Task to {nurse}}. |
# 23-06..25-07 x5
gp | 0 10:10 | Immunisation clinic | Jaydon not brought for {primary imms~2nd imms~12-month imms~pre-school catch-up}. {Recall {2-4}~Mum on phone: had a cold}. | {New appt {+14}~Told HV by task}. |
health-visiting | {3-9} 09:50 | Task | {Task~Note} from Millbrook Surgery: imms outstanding for Jaydon ({age}). | {Offered at home, no reply~Text with clinic times}. |
# 23-09..24-12 x4
hospital | 0 18:50 | ED attendance | Jaydon, {age}, {vomiting and poor feeding~chesty cough~ear infection~swallowed a coin, passed~rash, viral}. Brought by {Kayleigh and Ellie-Mae~{mgm}~Kayleigh, man waiting outside}. {Grubby, nails long~Alert, thin~Clothes too small}. | {Home with advice. HV liaison~Discharged, letter to GP}. | {Left before safety-netting was given~}
gp | {4-8} 09:30 | ED letter | ED attendance, Jaydon, {age}. {Nothing to do~Weight {weight} on the letter}. | Filed. |
health-visiting | {4-12} 11:10 | Liaison | ED attendance of Jaydon {at Wexcombe General~notified by paediatric liaison}. {Third this year~Rang: better now}. | {Discuss at contact~Update chronology}. |
# 22-05..23-09 x3
school | 0 15:35 | Collection | {em} not collected until {16-17}.{10-50}. {Reece said he was at work~Kayleigh thought Reece was coming~Nobody answered; {mgm} came}. | {{dsl} rang contacts~Late collection letter {1-3}}. |
childrens-social-care | 1 10:40 | T/C | St Brannoc's: {Ellie-Mae left at school~late collection again}, {children's workforce asked to log~school wants it recorded}. | {Noted~Advice: school policy}. |
# 24-01..25-07 x5
school | 0 09:40 | Referral / advice | {dsl} rang {MASH~{sw}} re {em}: {attendance}, {same dress all week~took food from the bin~flinched when Mr Deans shouted~said she "does the nights" with Jaydon}. | {Advised to send form~Form sent~Told it would go to worker}. |
childrens-social-care | 0 10:05 | T/C | {dsl}, St Brannoc's, re {em}: {hunger, odour, attendance {attendance}~child caring for brother at night~worried by presentation}. | {Passed to {allocated}~Added to agenda~NFA at present, school to monitor}. |
# 23-04..25-08 x5
childrens-social-care | 0 15:50 | T/C MGM | {mgm} rang {duty~{allocated}}: {Kayleigh has lost weight and won't come out~Jaydon always in the pushchair~house is cold~not been let in for a fortnight}. | {Listened, to raise with mother~Asked MGM to keep in touch}. | {MGM not told of any outcome~}
health-visiting | {1-4} 10:05 | T/C MGM | {Sandra~{mgm}} left message for {visitor}: {"someone needs to look at that baby"~worried about weight~Kayleigh not answering}. | {Rang back, no reply~Visit attempted~Spoke; told to ring CSC}. |
# 24-03..25-03 x5
housing | 0 09:30 | ASB report | {Mr Corrigan, no. 4~Tenant at no. 8}: {music and shouting to 2am~man kicking the fence~child's crying "on and on" since Friday~van blocking drive, threats}. | {Diary sheets sent~Opening letter~101 advised}. |
police | {0-2} 20:15 | ASB | {Report~Call} from {neighbour} re {noise and threats~man and van~shouting} at 6 Tidewell Close. {Not deployed~PCSO visit, no reply}. | {Passed to Fairhaven Homes~Log closed}. | {Children at address not linked~}
# 23-03-20..23-09 x3
probation | 0 10:30 | Supervision | Reece Tully {attended late~attended, smelling of drink~did not attend}. {Talks of "my lad's" feeds and nights~Says he sees K "for the kids"~Gave brother's address, could not give house number}. | {Recorded~Warning~Home visit to be arranged}. | {Contact with victim not checked with police~}
police | 4 15:15 | Intelligence | {Patrol~Neighbourhood officer}: Reece TULLY {pushing pram on Tamsin Road~carrying shopping into no. 14~asleep in car by no. 14}. | Submitted. {Not shared with probation~No conditions in force}. |
# 24-06..25-08 x5
probation | 0 11:15 | Supervision | Connor Blythe {missed, says work~attended, on his phone~attended with a child's scratch on his hand, "the cat"}. {Says Kayleigh "needs telling"~Angry about social worker~Staying "here and there"}. | {Warning {1-2}~Discussed with SPO~Recorded}. |
childrens-social-care | {3-8} 13:10 | E-mail | {Probation~Alicia Penn} {asks who is the social worker~enquires about children at Tidewell Close~would like to be invited to meetings}. | {Forwarded to {allocated}~Placed on file}. | {No answer found~}
# 22-10-15..23-03 x2
midwifery | 0 11:40 | Missed appointment | {28-week~Growth scan~Glucose test} appointment missed. {Rang: Reece said "she's at work"~Text only}. | {Rebooked~Second DNA: home visit}. |
gp | {5-9} 10:45 | Letter in | Maternity: missed appt, Kayleigh Marlowe. {EDD 20/03/23~Late booker}. | {Filed~Added to note}. |
# 22-09..25-09 x6
gp | 0 13:00 | Safeguarding MDT | Monthly meeting with HV: {Marlowe family on list~Marlowe, brief}. {New address checked against HV's~PPNs not had by practice~No recent contact}. | {HV to visit~Alert to stay~Minute only}. | {School nursing and midwifery not invited~}
health-visiting | 0 13:00 | GP liaison | {Link meeting at Millbrook Surgery~Monthly GP liaison}. {Marlowe: vulnerable~Jaydon, Ellie-Mae mentioned}. {Surgery has a different address~Surgery knew of a new partner~Imms discussed}. | {Agreed to share~Nothing new}. |
# 23-01-20..25-08 x6
domestic-abuse | 0 14:00 | Support call | {Kayleigh answered~Kayleigh rang us}: {wants to know about non-molestation order~no credit, sister's phone~whispering, would ring back~asks can he see her messages}{. Children heard in background~}. | {Safety plan~Solicitor's number~Called back on safe day}. |
police | {1-4} 12:20 | Victim contact | {DA unit~{pc}} contacted {Haven~IDVA} re Kayleigh MARLOWE: {risk unchanged~wants no police action~asks about order}. | {Recorded on crime~OIC updated}. |
# 23-11..25-08 x3
ambulance | 0 21:45 | 999 call | {Female, panic attack, hyperventilating~Female, took extra tablets, three sertraline~Jaydon, {age}, febrile, shaking}. {Toddler in the same bed~Girl opened the door to us~Man asleep on settee}. | {Not conveyed, GP letter~Conveyed}. {Safeguarding form~No form}. |
hospital | 0 22:40 | ED attendance | {Kayleigh Marlowe, {anxiety~tablets taken}~Mother of Jaydon seen}, {left before psych liaison~home with friend}. {Children said to be with neighbour~Asked who has children: "Ellie-Mae"}. | {GP letter~Think Family form not done}. |
# 23-04-20..24-11 x4
housing | 0 10:15 | Rent | {Arrears £{410-1900}~Housing benefit stopped, change in household not told}. Kayleigh Marlowe {came to desk with pushchair~rang in tears~wrote}. {Says that she is single~Tully not paying~Has a "lodger"}. | {Payment plan £{5-15}/wk~DHP form}. |
childrens-social-care | {2-6} 14:40 | E-mail | {Housing~{housing}, housing} {asks if family is open~wants a supporting letter~reports arrears}. | {Reply: {plan}~S17 voucher £{30-60}~No reply found}. |
"""
