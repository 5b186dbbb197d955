"""What the field says in several ways: one name → the words and phrases that mean it. Written from the field's own language.

Each phrase is compared by its stems, so that number, tense and hyphens do not matter; the longest phrase that fits is taken.
"""

from __future__ import annotations

# name: ways of saying it, with a semicolon between them
WAYS = {
    "social-care": (
        "children's social care; adult social care; social services; social care; local authority social work; children's "
        "services; social workers; social worker; social work; allocated worker; adult services; MASH; multi agency "
        "safeguarding hub; front door; integrated front door; contact and referral team; initial contact; those "
        "protecting the child; child protection team; safeguarding team; locality team; duty team; assessment team; local "
        "authority"
    ),
    "health-visitor": (
        "health visitor; health visiting; HV; specialist community public health nurse; 0-19 service; 0 to 19 service; "
        "public health nursing; health visitors; universal health services"
    ),
    "school-nurse": "school nurse; school nursing; school health",
    "gp": (
        "GP; GPs; general practice; general practitioner; doctor's surgery; surgery; primary care; family doctor; "
        "practice nurse; practices; practice system; practice systems; practice staff; patient list; dentist; dentists"
    ),
    "midwife": (
        "midwife; midwifery; midwives; maternity; antenatal care; booking appointment; obstetric; obstetrician; delivery; "
        "labour ward; maternity notes"
    ),
    "hospital": (
        "hospital; acute trust; ward; inpatient; hospital trust; acute hospital; secondary care; in-patient; clinicians; "
        "consultants; acute; wards; nurses; beds; doctors"
    ),
    "emergency-department": (
        "emergency department; A&E; accident and emergency; ED; casualty; urgent treatment centre; minor injuries unit; "
        "emergency departments; casualty department; urgent care; walk in centre; triage"
    ),
    "ambulance": "ambulance; paramedic; ambulance crew; 999 crew; 999; emergency calls; emergency services; blue light",
    "police": (
        "police; constabulary; officers; police officers; force; police force; neighbourhood team; detectives; custody "
        "sergeant; response officers; crime; criminal investigation"
    ),
    "probation": "probation; offender manager; community rehabilitation; probation practitioner",
    "school": (
        "school; education setting; education settings; college; academy; teachers; designated safeguarding lead; DSL; "
        "education; schools; classroom; headteacher; pastoral; pupils; staff in schools; settings that know the children; "
        "operation encompass; encompass"
    ),
    "nursery": (
        "nursery; early years; childminder; pre-school; early years setting; childcare provider; nurseries; early "
        "education; playgroup; those who see the children daily"
    ),
    "housing": (
        "housing; landlord; housing association; registered provider; tenancy; social landlord; housing officer; tenant; "
        "tenants; tenancies; repairs; flat; landlords; property; accommodation"
    ),
    "mental-health": (
        "mental health; CMHT; community mental health team; psychiatric; psychiatry; psychiatric liaison; perinatal "
        "mental health; CAMHS; crisis team; low mood; depression; psychosis; psychiatrist; psychiatrists; clinicians "
        "treating; bipolar; schizophrenia; personality disorder; mental illness; mentally ill; mental ill health; "
        "depressed; anxiety; psychotic; mental state; psychological; child and adolescent mental health; perinatal"
    ),
    "substance": (
        "substance misuse; substance use; drug and alcohol; drugs and alcohol; alcohol; drug use; drugs; drinking; "
        "addiction; dependent drinking; alcohol dependence; alcohol misuse; parental drinking; recovery service; "
        "treatment service; relapse; relapses; relapsed; intoxicated; intoxication; drunk; heroin; cocaine; cannabis; "
        "using again; recovery worker; drug worker; drug workers; addict; detox; misuse of alcohol; misuse of drugs; "
        "drink; substance misusing"
    ),
    "care-home": (
        "care home; nursing home; residential home; residential care; supported living; care provider; provider; "
        "residential setting; placement provider; homes; nursing homes; residential homes; independent hospital; "
        "independent hospitals; specialist hospital; home managers; registered manager; providers; large scale; whole "
        "home"
    ),
    "home-care": (
        "home care; domiciliary care; care at home; care visits; care workers; carers from the agency; home carers; care "
        "agency; domiciliary; domiciliary carers; carers who visit; rotas; care package; package of care; packages of "
        "care"
    ),
    "district-nurse": "district nurse; district nursing; community nurse; community nursing; community nurses",
    "pharmacy": "pharmacy; pharmacist; chemist; dispensing",
    "commissioner": (
        "commissioner; commissioning; ICB; integrated care board; CCG; commissioned; contract monitoring; contract "
        "management; contracts; commissioners; suspend placements; suspending placements; suspension of placements; "
        "provider concerns; provider failure; market oversight; quality of homes; quality in homes; CQC; regulator; "
        "embargo; contract; commission"
    ),
    "voluntary": (
        "voluntary sector; charity; third sector; community groups; faith groups; community organisations; voluntary "
        "organisations; VCSE"
    ),
    "coroner": "coroner; inquest",
    "child": (
        "child; children; young person; young people; boy; girl; pupil; infant; baby; babies; newborn; teenager; "
        "adolescent; youngster; sibling; siblings; brothers and sisters; toddler; toddlers; teen; teens; teenagers; "
        "adolescents; daughter; son; kid; kids; minors; dependants; dependant; little girl; little boy"
    ),
    "unborn": (
        "unborn; pre-birth; before birth; unborn baby; pregnancy; pregnant; expectant; antenatal; prenatal; perinatal; "
        "expectant parents; expectant mother; expectant mothers; mothers to be; gestation; due date; new pregnancy; "
        "pregnancies; weeks pregnant; twentieth week; in labour; trimester; unborn child; in utero"
    ),
    "adult": (
        "adult at risk; vulnerable adult; adult with care and support needs; adults with care and support needs; older "
        "person; older people; elderly; resident; residents; the adult; the person; individual; service user; patient; "
        "adults; he; tenant; older adults; frail; frailty; vulnerable people; people with care and support needs; adults "
        "who; a man; a woman"
    ),
    "father": (
        "father; fathers; dad; dads; male carer; male carers; mother's partner; partner; partners; new partner; men; "
        "significant males; males; stepfather; men in the household; man in the household; adults in the household; "
        "hidden men; hidden males; father figures; boyfriend; boyfriends; new boyfriend; mothers' new partners; mothers' "
        "partners; significant male; significant adult; significant adults; male partners; men who live; men who visit; "
        "men who join; men who move in; join a household; joins a household; joins the family; move in with; moves in "
        "with; male; he moved in; unrelated adults; unknown adults; other adults"
    ),
    "mother": "mother; mothers; mum; mums",
    "carer": (
        "unpaid carer; family carer; informal carer; carer's assessment; carer assessment; caring role; carer strain; "
        "carers; looking after a relative; relatives who care; wife who cares; husband who cares; breaking point; "
        "exhausted; exhaustion; coping with looking after; how carers are coping; relatives who provide care; family "
        "members who provide care; providing care to; caring for a relative; caring for his wife; caring for her husband; "
        "looking after his wife; looking after her husband; looking after his mother; carer stress; carer breakdown; "
        "carers assessment; respite; husband; wife; spouse; son cares; daughter cares; struggling to care; young carer; "
        "young carers; unpaid care"
    ),
    "parent": (
        "parent; parents; parental; caregiver; caregivers; mother and father; both parents; adults caring for; carer of "
        "the child; stepparent"
    ),
    "family": (
        "family; families; relatives; next of kin; kin; wider family; grandparents; extended family; household; relative; "
        "sons; daughters; members of the family"
    ),
    "care-leaver": (
        "care leaver; care leavers; leaving care; care experienced; young people leaving care; grew up in care; grew up "
        "in foster care; brought up in care; formerly looked after; experience of care; been in care; personal adviser; "
        "corporate parent; corporate parents; left care; out of care; parents who were in care"
    ),
    "in-care": (
        "looked after; looked-after; child in care; children in care; in care; foster; fostering; foster placement; "
        "placement; corporate parent; kinship care; foster carers; foster carer; placed; residential children's home; "
        "children's home; children's homes; care system; removed from; earlier children were removed; adopted; adoption; "
        "permanence"
    ),
    "interpreter": (
        "interpreter; interpreting; interpreters; translation; translator; language line; language needs; english is not "
        "their first language; first language; does not speak english; speaks little english; limited english; spoken "
        "language; translators; translating; translated; interpreted; professional language support; language support; "
        "bilingual; language barrier; language barriers; other languages; speaks no english; language; mother tongue; "
        "children interpret; family members interpret; language of the family"
    ),
    "culture": (
        "culture; cultural; ethnicity; ethnic; race; racism; faith; religion; religious; heritage; cultural competence; "
        "cultural humility; identity; intersectionality; belief; minority communities; background; cultures; culturally; "
        "racial; racist; beliefs; black; asian; minority; minoritised; global majority; honour; customs; faiths; "
        "protected characteristics; gypsy; roma; traveller; travellers; cultural practices; where the family comes from; "
        "courage to ask"
    ),
    "disability": (
        "disability; disabled; learning disability; learning difficulties; autism; autistic; special educational needs; "
        "SEND; EHCP; neurodivergent; additional needs; complex needs; impairment; non-verbal; learning difficulty; "
        "learning disabilities; disabilities; learning disabled; his condition; her condition; non verbal children; do "
        "not speak; cannot speak; special school; special needs; wheelchair; sensory impairment; deaf; blind; down "
        "syndrome; adhd; specialist communication; cerebral palsy; disabled children"
    ),
    "dementia": "dementia; alzheimer's; cognitive impairment; memory loss; memory clinic; cognition",
    "missed-appointment": (
        "was not brought; were not brought; not brought; did not attend; DNA; not attended; failed to attend; missed "
        "appointment; missed appointments; missed visits; non-attendance; failed appointment; no access visit; no access "
        "visits; no access; non attendance; no-show; could not get in; nobody answers the door; no reply at the door; did "
        "not turn up; WNB; cancelled appointments; appointments are not kept; not kept; fails to attend; non-engagement "
        "with appointments; clinics; repeatedly fail; not brought to; stop coming; stopped coming; did not come; do not "
        "come; why he did not come; why she did not come; missed contacts; missed contact; non attender; non attenders; "
        "unattended; letters of discharge; miss appointments; misses appointments; appointment; appointments; DNA "
        "letters; two non attendances"
    ),
    "hard-to-engage": (
        "disengagement; non-engagement; hard to engage; reluctant; disguised compliance; superficial compliance; "
        "resistant; avoidant; avoids; refuses; refusal; declined; declines; declining; refuse; reluctance; reluctant to "
        "engage; does not engage; not engaging; closed for non-engagement; evasive; sporadic engagement; difficult to "
        "engage; turns down; turning down; keeps professionals away; false reassurance; appears to cooperate; tells "
        "professionals what they want to hear; will not engage; does not want help; do not want help; unwilling; turn "
        "help away; turns help away; turn away; help is turned away; reject; rejects; rejected; rejection; rejects "
        "support; refused; refusing; withdraw from; withdraws from; disengage; disengages; disengaged; engagement; said "
        "the right things; say the right things; appear to cooperate; appeared to cooperate; cooperate; cooperation; seem "
        "to comply; seemed to comply; compliance; comply; apparent cooperation; manipulative; manipulation; superficial; "
        "superficial engagement; will not let; would not let; shut out; keeps people out; resist; resistance; unwilling "
        "to engage; decline support; care is refused; refuse help; refuse care; refused care; refuses care; uncooperative"
    ),
    "home-visit": (
        "home visit; home visits; visit to the home; visiting the home; visits at home; seen at home; unannounced visits; "
        "unannounced visit; visit; see the home; doorstep; inside the home; inside the flat; see inside; in person; face "
        "to face; in the bedroom; visits; visited; went in; doorstep visits; visiting; go in; see where; at home"
    ),
    "domestic-abuse": (
        "domestic abuse; domestic violence; coercive control; coercive and controlling behaviour; controlling behaviour; "
        "coercion; intimate partner violence; violence in the home; violence between the parents; violence in the "
        "relationship; abusive relationship; perpetrator; perpetrators; MARAC; DASH; multi agency risk assessment "
        "conference; high risk victim; economic abuse; post-separation abuse; non-fatal strangulation; strangulation; "
        "violence; violent; violent household; violent households; violent home; violent partner; violent partners; "
        "abusive partner; abusive; abusive man; victims; victim; survivor; survivors; IDVA; IDVAs; independent domestic "
        "violence adviser; high risk domestic abuse; routine enquiry; routinely ask; ask women; asked about violence; "
        "controlling; controls; control; controlled; jealous; stalking; clare's law; domestic violence disclosure scheme; "
        "domestic incident; domestic incidents; operation encompass; encompass; refuge; beaten; assaulted; assault; "
        "assaults; hit her; partner was always present; escaping; grabbed by the throat; throat; strangled; strangle; "
        "choked by a partner; choking by a partner; suffocation; lethality; left him; leaves him; leaving him; leave an "
        "abusive; break up; broke up; ending the relationship; relationship ends; separating"
    ),
    "neglect": (
        "neglect; neglectful; neglected; poor home conditions; home conditions; graded care profile; GCP; GCP2; neglect "
        "toolkit; poor care; basic needs; unmet needs; unkempt; dirty home; living conditions; neglecting; neglectful "
        "parenting; quality of care; home environment; state of the home; dirty; filthy; hygiene; head lice; dental "
        "neglect; teeth; poor condition; day to day care; poor parenting; graded care; conditions at home; standard of "
        "care; care given to the child"
    ),
    "self-neglect": (
        "self-neglect; self neglect; hoarding; hoarder; squalor; clutter; clutter rating; filthy flat; cluttered; "
        "neglecting himself; neglecting herself; neglects himself; neglects herself; neglecting themselves; looking after "
        "themselves; do not look after themselves; not looking after himself; not looking after herself; does not look "
        "after; looks after himself; flat fills up; house fills up; fills up; possessions; belongings; rubbish; piles; "
        "environmental health; live in squalor; insanitary; unsanitary; refuse to wash; not washing; neglect of self; "
        "decluttering"
    ),
    "physical-abuse": (
        "physical abuse; non-accidental injury; NAI; inflicted injury; abusive head trauma; shaken baby; shaking; "
        "fracture; fractures; bruise; bruising; bruises; bruised; marks; injury; injuries; suspicious injury; suspected "
        "abuse; unexplained injury; unexplained marks; non-mobile; not independently mobile; pre-mobile; suspicious mark; "
        "mark; a mark; mark on a; bruising in babies; crawl; not yet crawl; cannot crawl; not yet mobile; mobile; babies "
        "who do not move; injured; skull; head injury; brain injury; hit; hurt; hurts; smacking; physical punishment; "
        "physical chastisement; chastisement; abusive head injury; shaken; shake; inflicted"
    ),
    "sexual-abuse": (
        "sexual abuse; sexual harm; intra-familial sexual abuse; sexualised behaviour; harmful sexual behaviour; sexual "
        "assault; sex offender; sexually abused; paedophile; sexual abuse in families; abused at home; incest; disclose; "
        "disclosure of abuse; disclosure by the child; burden to tell; waiting for a child to tell; sexual; sexualised; "
        "sexual behaviour; sexually; rape; raped; child sex offender; child sex offender scheme; sarah's law; on the "
        "register; sex offenders; registered offender; indecent; sexual offences; sexual offence; sexual offenders; "
        "sexual risk; molested"
    ),
    "exploitation": (
        "exploitation; county lines; CSE; CCE; criminal exploitation; sexual exploitation; exploited; contextual "
        "safeguarding; extra-familial harm; gangs; gang; grooming; groomed; cuckooing; trafficking; modern slavery; NRM; "
        "national referral mechanism; drug running; risk outside the home; harm outside the home; serious youth violence; "
        "exploit; exploits; exploiters; adults who exploit; child exploitation; carrying drugs; carry drugs; running "
        "drugs; selling drugs; drug dealing; dealers; debt bondage; knives; knife; stabbing; weapon; weapons; victims and "
        "not offenders; treated as offenders; treated as criminals; disruption; disrupt; contextual; places and spaces; "
        "peers; peer group; mapping; violence among young people; extra familial"
    ),
    "missing": (
        "missing; missing from home; missing episodes; return home interview; return interview; runs away; running away; "
        "absconding; absconded; whereabouts unknown; goes missing; philomena protocol; herbert protocol; missing "
        "children; ran away; run away; runaways; have run away; gone missing; going missing; abscond; abscond from care; "
        "not known where; return home interviews; returned from missing; disappeared; disappears"
    ),
    "suicide": (
        "suicide; suicidal; self-harm; self harm; took their own life; taking their own life; overdose; suicidal "
        "ideation; ending their life; hurting themselves; ligature; killed himself; killed herself; suicides; self "
        "harming; self injure; self harmed; harming themselves; overdoses; attempt on their life; hopelessness; wish to "
        "die; ligatures; cutting; suicide prevention"
    ),
    "safer-sleep": (
        "safer sleep; safe sleep; safe sleeping; bed-sharing; bed sharing; co-sleeping; co sleeping; sudden unexpected "
        "death in infancy; SUDI; cot death; sleeping arrangements; sleeps; sleeping; overlay; where the baby sleeps; cot; "
        "moses basket; sudden infant death; sudden death in infancy; sudden death; cots; bed sharing after drinking; "
        "share a bed; shares a bed; sofa sleeping; asleep; sleep; bedroom; where the infant sleeps; sleeping place; SIDS; "
        "lullaby trust; every sleep counts; infant actually sleeps; sleep advice"
    ),
    "crying": (
        "coping with crying; crying; ICON; crying baby; never shake; cry; cries; will not settle; won't settle; settle; "
        "settling; soothe; soothing; abusive head trauma; never shaking; shaken baby; colic; comforting; ICON message; "
        "shake"
    ),
    "medication": (
        "medication; medicines; prescribing; prescription; prescriptions; prescribed; methadone; opioid; opiates; drugs "
        "round; covert medication; polypharmacy; tablets; repeat prescriptions; insulin; medicine; controlled drugs; "
        "pharmacist; painkillers; dose; doses; prescribers; prescriber; drug charts; medication errors; antipsychotic; "
        "antipsychotics; opioids; take prescriptions home"
    ),
    "methadone-storage": (
        "safe storage; locked box; lockable box; storage box; stored safely; storing; stored; storage; lock away; locked "
        "away; out of reach; lock; lockable; lockable storage; locked cupboard; toddlers reach; within reach; out of "
        "reach of; reach of toddlers; ingest; ingestion; swallowed; poisoning; methadone; stored in a locked"
    ),
    "pressure-ulcer": (
        "pressure ulcer; pressure ulcers; pressure sore; pressure sores; tissue viability; skin integrity; skin damage; "
        "pressure damage; repositioning; turning charts; bed sores; wound; wounds; pressure area; pressure areas; sore; "
        "sores; bedsore; bedsores; bed sore; skin; mattress; turn; turned; position; waterlow; wounds that get worse; "
        "wound care"
    ),
    "choking": (
        "choking; dysphagia; swallowing; speech and language therapy; SALT; modified diet; aspiration; texture of food; "
        "soft diet; swallow; swallowing guidelines; choke; choked; chokes; eating plan; mealtime; mealtimes; food "
        "texture; IDDSI; thickened; pureed; soft food; speech and language therapist; sandwich; eating and drinking "
        "guidelines; modified food; choking risk"
    ),
    "falls": "falls; fall; fell; falls prevention; falling; fallen; fallen from; slips; trips",
    "fire": (
        "fire risk; fire safety; fire service; fire and rescue; smoke alarm; smoke alarms; smoking materials; emollient; "
        "emollients; home fire safety visit; safe and well visit; smokes in bed; burn; burns; fire; burns on bedding; "
        "burn marks; burn marks on bedding; scorch; scorch marks; cigarette; cigarettes; smoker; smokers; smoke; smoking; "
        "candles; home fire safety; emollient creams; creams; flammable; fire retardant; fire risks; limited mobility who "
        "smoke; fire death; fire deaths; fire visit; oxygen"
    ),
    "nutrition": (
        "nutrition; weight loss; malnutrition; hydration; dehydration; weighed; MUST; eating and drinking; growth; "
        "failure to thrive; faltering growth; growth charts; centile; centiles; weight; underweight; food; obesity; "
        "obese; fluid charts; fluid; fluids; food charts; food and fluid; ate; eat; eats; eating; drank; drinks; "
        "dietitian; dietician; malnourished; malnutrition screening; lost weight; losing weight; weights; feeding; feed; "
        "thin; hunger; hungry; meals; dehydrated"
    ),
    "financial-abuse": (
        "financial abuse; money; finances; benefits; debts; debt; power of attorney; appointee; deputy; bank account; "
        "savings; scam; scams; fraud; rent arrears; pension; theft; bank card; bank cards; controls the money; control of "
        "money; controls an adult's money; finance; financial; financially; inheritance; will; wills; power of attorney "
        "is misused; office of the public guardian; public guardian; money goes missing; misuse of money; exploit "
        "financially; property; spending; economic; attorney; lasting power of attorney"
    ),
    "homeless": (
        "homeless; homelessness; rough sleeping; rough sleeper; sofa surfing; temporary accommodation; eviction; evicted; "
        "unsuitable accommodation; hostel; hostels; living on the street; sleeping rough; streets; made homeless; losing "
        "their home; homeless people; no fixed abode; street; street homeless; sleep rough; sleeps rough; slept rough; "
        "rough; between hostels; emergency accommodation; bed and breakfast; housing crisis; multiple exclusion; multiple "
        "disadvantage; several needs; multiple needs; complex needs"
    ),
    "poverty": (
        "poverty; deprivation; cost of living; destitution; low income; food bank; no recourse to public funds; no "
        "recourse; poor; benefit cuts; cannot afford; financial hardship; hardship"
    ),
    "home-education": (
        "elective home education; EHE; home educated; home education; home schooled; educated at home; home schooling; "
        "taken off the school roll; taken out of school; children missing education; off rolled; off-rolling; removed "
        "from roll; not in school; out of school; withdrawal from school; withdrawn from school; withdraw from school; "
        "withdrawal from the school roll; school roll; taken off roll; off roll; educate at home; educating at home; "
        "parents who educate; home educating; EHE officers; leaves the school roll; removal from the school roll; not on "
        "a school roll; electively home educated; educated otherwise; no school place"
    ),
    "school-absence": (
        "school absence; attendance at school; school attendance; persistent absence; absent from school; poor "
        "attendance; excluded; exclusion; suspension from school; part-time timetable; permanent exclusion; exclusions; "
        "truancy; absences; not attending school; misses school; missing school; reduced timetable; absent; absence; "
        "attendance officer; attendance; excluded from school"
    ),
    "fabricated": (
        "fabricated or induced illness; FII; perplexing presentations; medically unexplained; induced illness; fabricated "
        "illness; perplexing; exaggerated symptoms; doctor shopping; induced; fabricate; fabrication; cannot be "
        "explained; symptoms cannot be explained; symptoms reported by; reported symptoms; symptoms reported by a mother; "
        "unexplained symptoms; unexplained illness; illness exaggerated; exaggerate; exaggerates; exaggerated; over- "
        "reporting; many specialists; medical harm; unnecessary treatment; overmedicalised; lead paediatrician; "
        "munchausen"
    ),
    "restraint": (
        "restraint; restrictive practice; restrictive practices; seclusion; physical intervention; restrictive "
        "intervention; long-term segregation; held down; restrain; restrained; restrictions; restrictive; segregation; "
        "segregated; seclude; secluded; prone; prone restraint; rapid tranquillisation; physical force; reducing "
        "restrictive; use of force; held; chemical restraint"
    ),
    "organisational-abuse": (
        "organisational abuse; institutional abuse; closed culture; closed cultures; whistleblowing; whistle-blowing; "
        "speaking up; freedom to speak up; abusive culture; poor culture; blow the whistle; speak up; staff speak out; "
        "whistle blower; whistleblower; whistle blowers; whistleblowers; whole service; large-scale enquiry; large scale "
        "enquiries; large scale safeguarding; large scale; closed environment; toxic culture; culture of the home; "
        "culture on the ward; staff culture; abuse by staff; staff who abuse; look at the setting as a whole; each "
        "allegation singly; setting as a whole; organisational safeguarding; abuse in care settings; institution; "
        "institutions"
    ),
    "allegation": (
        "LADO; allegation against staff; allegations against staff; person in a position of trust; PIPOT; position of "
        "trust; designated officer; people in positions of trust; allegations; allegation; people who work with children; "
        "works with children; those who work with adults; employer; employers; employment; volunteer; barred; DBS; "
        "disclosure and barring; safer recruitment; staff who pose a risk; professional who harms; trusted position; "
        "concerns about a person; concerns about people"
    ),
    "online": (
        "online; internet; social media; online harm; digital; phones; apps; indecent images; gaming; device; devices; "
        "messaging; sexting; games; messaging apps; phone; mobile phone; digital world; websites; chat; virtual; cyber; "
        "cyberbullying; screen; screens; nudes; images; image sharing; social networks; online friends; internet safety; "
        "online grooming; spread"
    ),
    "trauma": (
        "trauma; trauma-informed; trauma informed; adverse childhood experiences; ACEs; psychologically informed; past "
        "experiences; childhood experiences; PTSD; history of abuse; traumatic; traumatised; adversity; childhood abuse; "
        "past abuse; abused as a child; complex trauma; what has happened to them; what happened to you"
    ),
    "fgm": "female genital mutilation; FGM",
    "forced-marriage": "forced marriage; honour-based; honour based abuse; so-called honour",
    "radicalisation": "radicalisation; prevent duty; channel panel; extremism",
    "private-fostering": (
        "private fostering; privately fostered; privately fosters; staying with friends; living with another family; "
        "lives with another family; lives with friends; living with friends; staying with another family; staying with a "
        "friend; friends who take them in; taken in by; more than 28 days; 28 days; who a child lives with; not a close "
        "relative; lives away from parents; arrangements made by parents; living away from parents"
    ),
    "dogs": (
        "dangerous dogs; dangerous dog; dog; dogs; dog bite; dog attack; animals; pets; banned breed; banned breeds; "
        "breeds; aggressive pet; aggressive pets; pet; bite; bites; bitten; animal; RSPCA; bull breed"
    ),
    "drowning": (
        "drowning; bath; bath time; bathwater; water safety; drowned; unattended in the bath; pond; water; bathing; "
        "swimming"
    ),
    "window-falls": (
        "window restrictors; window locks; window; windows; balcony; home safety equipment; stair gates; home safety; "
        "accident prevention; stair gate"
    ),
    "was-seen": (
        "seen alone; spoken to alone; spoken with alone; seen on their own; time alone with; on their own; alone; speak "
        "to alone; one to one; away from the parents; without the parents; private conversation; by themselves; by "
        "herself; by himself; away from the perpetrator; away from her partner; away from family; without the partner; "
        "partner always present; partner was always present; privately; private; alone with; separately; spoken to "
        "separately; seen separately; speaks for her; speaks for him; answers for her; spend time with; on her own; on "
        "his own; seen without"
    ),
    "voice": (
        "voice of the child; child's voice; lived experience; daily life; wishes and feelings; day in the life; what life "
        "is like; child's experience; child's world; eyes of the child; through their eyes; child-centred; child focused; "
        "hearing the child; listening to children; voice; what the child says; heard; making safeguarding personal; MSP; "
        "views and wishes; desired outcomes; views; wishes; what matters to; what they want; person-centred; person "
        "centred; own words; direct work; child focus; what was it like; what it is like; what is it like; like to be "
        "this; experienced; experience of; experiences; world of the child; children's voices; feelings; what the child "
        "experienced; understanding the child's; children's own; perspective; perspective of; their views; time with "
        "children; play; observe; observation; observed; behaviour as communication; non verbal communication; speak for "
        "themselves; say what she wants; what she wants to happen; what he wants to happen; wants to happen; outcomes "
        "they want; involve the adult; outcomes that the adult wants"
    ),
    "advocacy": (
        "advocacy; advocate; independent advocate; IMCA; independent mental capacity advocate; care act advocate; "
        "independent visitor; speak for him; speak for her; no one to speak for; somebody to help her say; somebody to "
        "speak; help to say; substantial difficulty; independent person; independent support; represented; represent; "
        "representation; taking part in; befriender; litigation friend"
    ),
    "curiosity": (
        "professional curiosity; respectful uncertainty; inquisitive; curious; healthy scepticism; taking at face value; "
        "face value; take on trust; probing; enquiring; inquiring; look beyond; explore what lies behind; accepting "
        "explanations; unquestioning; self-report; self reported; self-reported; ask more; accept what they are told; "
        "accepting what they are told; open mind; question what; probe; behind what they are told; look behind; what lies "
        "behind; curious questions; dig; explore; explore further; accepted explanations; explanations; explanation; "
        "contradicts; contradict; contradiction; contradictory; what parents tell them; what they are told; what people "
        "say; taken at face value; reliance on; rely on; relied on; uncritical; critical thinking; critically; critical "
        "analysis; sceptical; respectful; triangulate; triangulation; check what; verify; verified; verification; "
        "corroborate; evidence to support; question; questioning; not questioned; nobody asked; no one asked; nobody "
        "asked why; do not rely on"
    ),
    "challenge": (
        "professional challenge; challenge; escalation; escalate; resolving disagreements; professional disagreement; "
        "professional differences; resolution of disagreements; escalation policy; dispute; disputes; disagree; "
        "disagrees; disagreement; dissent; difference of opinion; differences of opinion; raise concerns about a "
        "decision; raise concerns about decisions; not satisfied with a decision; unhappy with the response; contest; "
        "does not accept; do not accept; would not accept; disagreeing; argue; resolve disputes; route to resolve; "
        "resolve; resolution; object; objection; disputed; another agency's decision; another agency would not accept; "
        "differences; different views; differing views; overrule; overruled; stalemate; stuck; stand up to; push back; "
        "hold each other to account; escalating"
    ),
    "think-family": (
        "think family; whole family; family-focused; whole-family; family approach; adult services consider children; "
        "children of their patients; parents who are patients; patients who are parents; parenting capacity; caring "
        "responsibilities for children; impact on the children; impact on children; parents in treatment; patients with "
        "children; children in the home; dependent children; patients' children; children of patients; clients' children; "
        "parents they treat; parents who are treated; treating a mother; treating a father; treats a parent; adult "
        "services; adult teams; sees the patient alone; patient alone; effect of her illness on; effect of his illness "
        "on; effect of illness on; effect on the children; illness of a parent; parental mental health; parental illness; "
        "parents' illness; whole household; look at the household; caring responsibilities; dependent child; who is "
        "caring for children; where the children were; where the children are; arrangements for children; parents in "
        "prison; children of prisoners; children affected; parents in hospital; adults who are parents; who are parents; "
        "families as a whole"
    ),
    "information-sharing": (
        "information sharing; sharing information; share information; information exchange; exchange information; shared "
        "with; data sharing; data protection; GDPR; consent to share; confidentiality; pass on; passed on; pass "
        "information; tell each other; tell one another; let each other know; communicate; communication; shared; share; "
        "inform each other; informed; notify; notified; notification; notifications; alert; alerted; told; tell; "
        "information flow; information; flow of information; know of; knew of; did not know; did not; passing on; send; "
        "sent; copied to; copy; reach; reaches; pass; passing; gathered from; gather; gathering; ask other agencies; "
        "request information; lateral checks; agency checks; checks with; who tells whom; told at once; talk to each "
        "other; speak to each other; conversation between; pieces of the jigsaw; disclose information; disclosed; "
        "disclose"
    ),
    "chronology": (
        "chronology; chronologies; timeline; history; case history; family history; significant events; impact "
        "chronology; past events; previous concerns; pattern over time; cumulative harm; cumulative; accumulate; build- "
        "up; historical information; pattern of events; what went before; incident by incident; isolated incidents; "
        "single incidents; in isolation; whole picture; full picture; background history; earlier records; past records; "
        "over time; patterns; pattern; patterns of harm; earlier concerns; concerns accumulate; earlier events; draw "
        "together; drawn together; put together; pieced together; integrated; join the dots; repeated incidents; repeat "
        "incidents; treated in isolation; each visit was treated as the first; as the first; seen singly; singly; one at "
        "a time; past history; previous history; previous involvement; read the history; significant event; longitudinal; "
        "escalating pattern; escalating concerns; previous incidents; escalating"
    ),
    "record": (
        "record keeping; recording; records; recorded; documentation; case notes; case recording; electronic records; "
        "record; notes; write down; written down; documented; case file; files; logged; minutes; system; records must; "
        "archive; entry; entries; write up; notes of all"
    ),
    "flag": (
        "flag; flags; flagged; flagging; marker; markers; alert on the record; alert on the system; warning on the "
        "record; system alert; coded; code; codes; read code; coding; marker on; system flag; warning; warnings; alerts; "
        "linked; link records; electronic flag; safeguarding markers; safeguarding marker; code child protection; code in "
        "the record; coded on"
    ),
    "it-system": (
        "IT system; IT systems; electronic system; case management system; computer system; database; interoperable; "
        "interoperability; shared record; system access; read-only access; single record; software; same system; linked "
        "records; CP-IS; child protection information sharing"
    ),
    "assessment": (
        "assessment; assess; assessed; assessments; assessing; evaluate needs; holistic assessment; single assessment; "
        "needs assessment; section 9; assessments of; appraisal; evaluate; full assessment; analysis; analyse"
    ),
    "risk-assessment": (
        "risk assessment; risk assess; risk management; assess risk; assessing risk; risk formulation; risk tool; "
        "management of risk; risk; risks; risk plan; risky; danger; dangers; dangerousness; hazard; high risk; highest "
        "risk; remaining risks; dangerous; heightened; heightened risk; risk level; level of risk; risk of harm; threat; "
        "threats"
    ),
    "pre-birth-assessment": (
        "pre-birth assessment; pre-birth assessments; pre-birth planning; pre-birth protocol; unborn baby assessment; "
        "assessment before birth; pre birth plan; pre-birth plan; planning for a new pregnancy; before the birth; begin "
        "early in pregnancy; assessing expectant parents; assess expectant parents; unborn; earlier children were "
        "removed; previous children removed; previous removal; assessment in pregnancy; assessments in pregnancy; birth "
        "plan; plan for the birth; prebirth"
    ),
    "reassess": (
        "dynamic risk; changing risk; review risk; reassess; reassessment; re-assess; change in circumstances; "
        "circumstances change; changing circumstances; changes in the household; significant change; step down; step- "
        "down; step up; when things change; new information; updated; update; stepping down; step up and step down; "
        "change in risk; changes; re-evaluate; not static; worsens; get worse; gets worse; deteriorates; escalates"
    ),
    "threshold": (
        "threshold; thresholds; threshold document; levels of need; continuum of need; criteria; eligibility; criteria "
        "for; qualifies; level of need; thresholds for; when to refer; when it should be reported; level at which; bar "
        "for"
    ),
    "referral": (
        "referral; refer; referrals; referred; referring; safeguarding concern; safeguarding referral; raise a concern; "
        "make a referral; raising a concern; concern form; raise concerns; report concerns; reporting concerns; concerns "
        "raised; safeguarding alert; raises a concern; concern was raised; whoever raises; report; reported as; report "
        "to; reported to; report it; must be referred; pass to children's services; raise the alarm; contact; contacts; "
        "contacts to"
    ),
    "feedback-on-referral": (
        "feedback; outcome of referrals; outcome of the referral; hear back; told the outcome; informed of the outcome; "
        "acknowledgement; acknowledged; what happened to their referral; decision back; hear what came of; hear; heard "
        "back; never heard; never heard back; hears back; learn what was decided; learn what was decided and why; told "
        "what was decided; what was decided; assumed that something was being done; assumed something was done; assume "
        "that somebody else; let the referrer know; reply; replies; response to referrers; told of the outcome; know what "
        "happened; those who refer; referrer; person who referred; notified of the decision; decision and the reasons"
    ),
    "strategy": (
        "strategy discussion; strategy discussions; strategy meeting; strategy meetings; section 47; s47; child "
        "protection enquiry; child protection enquiries; joint investigation; strategy; section 47 decisions; 47 "
        "decisions; multi-agency strategy; joint enquiry; joint enquiries; s47 enquiry; child protection investigation; "
        "quorate; enquiry decision"
    ),
    "section-42": (
        "section 42; s42; section 42 enquiry; safeguarding enquiry; safeguarding enquiries; safeguarding adults enquiry; "
        "adult safeguarding enquiry; statutory enquiry; safeguarding adults; care act enquiry; care act; under the care "
        "act; safeguarding adult process"
    ),
    "conference": (
        "child protection conference; case conference; ICPC; initial child protection conference; review conference; "
        "conference; core group; core groups; child protection plan; child protection plans; CP plan; child in need plan; "
        "child in need; CIN; child protection; conference chair; independent reviewing officer; IRO; child protection "
        "process; plan with child protection; on a plan; protection plans; initial conference; child protection planning; "
        "chair of the conference; children in need"
    ),
    "multi-agency-meeting": (
        "multi-agency meeting; multi-agency meetings; professionals meeting; professionals' meeting; professionals "
        "meetings; multi-agency discussion; MDT; multidisciplinary; multi-disciplinary; joint meeting; network meeting; "
        "team around the family; team around the person; bring together; bring professionals together; come together; get "
        "together; convene; round the table; case discussion; multi-agency risk management; MARM; VARM; meeting of all; "
        "meeting; meetings; meet; panel; high risk panel; complex case panel; risk panel; summit; in the room; whole "
        "system meeting; multi-agency group; multi-agency conversation; multi-agency forum; forum; discussed by; "
        "discussed together; sit down; everybody who knows; all who know; all agencies; agencies should meet; shared "
        "plan; meet and plan; collective; bring them together; brings together; bring all; brought together; plan "
        "together; joint plan; pooled"
    ),
    "lead-professional": (
        "lead professional; key worker; care coordinator; care co-ordinator; coordination; co-ordination; coordinated; "
        "co-ordinated; coordinate; co-ordinate; one person holds; single point of contact; lead agency; who is in charge; "
        "case holder; case coordinator; named worker; named coordinator; named person; single named; oversight of the "
        "whole; key working; lead worker; one worker; hold the case; takes the lead; coordinating; nobody held the whole; "
        "no one held the whole; hold the whole; holds the whole; somebody has to coordinate; one lead; named lead; who "
        "leads; which agency leads; leads; one plan; single plan; care coordination; coordinator; has overall "
        "responsibility; overall responsibility; responsible for; responsibility for; who does what; single contact; one "
        "team"
    ),
    "joint-working": (
        "joint working; joint work; working together; multi-agency working; partnership working; collaboration; "
        "collaborate; joined up; joined-up; silo; silos; silo working; joint visits; joint visit; joint protocol; joint "
        "assessment; work together; interface; interagency; inter-agency; multi-agency; between agencies; between "
        "services; across services; jointly; together; teams do not; overlap; cooperate with each other; partnership; "
        "integrated working; integrate; interfaces; between teams; together with; shared approach; teams should work"
    ),
    "handover": (
        "handover; hand over; handovers; transfer; transferred; transfers; case transfer; transfer of cases; transfer-in; "
        "moves area; moving area; moves between areas; cross-border; cross border; moves house; out of area; change of "
        "worker; changes of worker; moved to another area; crosses boundaries; new address; receiving authority; families "
        "who move; move home; relocation; boundary; boundaries; new area; moved; another local authority; other local "
        "authority; another authority; other areas; other area; move; moves; moving; moved to; moves to another; move to "
        "another; new local authority; new authority; old and new; old and new workers; take the case over; case taken "
        "over; takes over; taken over; change of address; changes of address; changed address; mobile families; frequent "
        "moves; address; addresses; leaves the area; other boroughs; another borough; another county; new workers; new "
        "worker; previous worker; hand over in good time; transfer of records; records follow; transfers between; cross- "
        "boundary; out of borough; placed out of area"
    ),
    "transition": (
        "transition; transitions; transitional safeguarding; turning 18; moving to adult services; children's to adult "
        "services; 18th birthday; transition to adulthood; turn 18; reach adulthood; adulthood; transfer to adult "
        "services; becoming adults; becomes an adult; age of 18; preparing for adulthood; approaching 18; aged 18; "
        "approaching eighteen; approach eighteen; eighteen; 18; eighteenth birthday; birthday; on her birthday; on his "
        "birthday; adult teams; adults' teams; children's and adults' teams; services fell away; fall away; cliff edge; "
        "when they become adults; from child to adult; from childhood to adulthood; sixteen; young adults; young adult; "
        "become adults; need support as adults; do not stop being at risk"
    ),
    "discharge": (
        "discharge; discharged; discharge planning; discharge from hospital; hospital discharge; discharge summary; "
        "discharge summaries; leaving hospital; leave hospital; leaves hospital; going home from hospital; sent home; "
        "discharge to assess; self-discharge; goes home; leaves the ward; leaves; sent home on; without care in place; "
        "going home; patient goes home; before somebody leaves; before they leave; before a baby leaves hospital; bed "
        "pressures; step-down bed; home from hospital; after hospital; safe discharge; unsafe discharge; delayed "
        "discharge"
    ),
    "case-closure": (
        "case closure; closure; closing a case; closing cases; close the case; closed; case closing; ending involvement; "
        "end of involvement; ends its involvement; ending support; withdrawing; withdraws; withdrawal of service; "
        "stopping the service; cases are closed; closes; before closing; close; end of the case; end the case; stop "
        "working with; stopping work; case closed; should not be closed; discharged from services; discharged from the "
        "service; discharged for; discharging; discharge from services; discharging them; ending; end; ends; ending work; "
        "nfa; no further action; step away; signed off; left without support"
    ),
    "follow-up": (
        "follow up; follow-up; followed up; chase; chased; chasing; pursue; pursued; followed through; loop; act on; "
        "followed; actions should be followed up; check what was done; what was done; check that actions; complete; "
        "completion; completed; carried out; see through; seen through; lost; tracked; track; tracking; repeat; "
        "reconsidered; heard again; discussed again; find out why; find out; finds out"
    ),
    "early-help": (
        "early help; early intervention; family hub; family support; early help assessment; EHA; CAF; targeted support; "
        "preventative; prevention; help early; family help; universal services; early support; help at an early stage; "
        "earliest; early on; at the first sign; before problems grow; family hubs; help for families; offer help"
    ),
    "safety-plan": (
        "safety plan; safety plans; safety planning; contingency plan; contingency planning; contingency plans; crisis "
        "plan; crisis plans; plan; plans; care plan; care plans; care planning; planning; protection plan; contingency; "
        "plan b; what to do if; what to do when things get worse; things get worse; when things go wrong; made safe; "
        "makes safe; know what to do; if things; shared plan; safety; keep safe; keeping safe; home is made safe"
    ),
    "supervision": (
        "supervision; supervise; supervised; reflective supervision; safeguarding supervision; case supervision; "
        "management oversight; reflective practice; reflection; reflect; manager; managers; managerial oversight; "
        "oversight; team managers; line managers; reflective space; reflective discussions; peer supervision; group "
        "supervision; first line managers; space to think; time to think; with a manager; reflective case discussion; "
        "case discussions; case discussion; think about; test assumptions; tests assumptions; supervisors; supervisor; "
        "support from managers; regular discussion; regular space; stay objective; objective; objectivity; became used "
        "to; used to the conditions; desensitised; normalised; normalisation; fixed thinking; management; stand back; "
        "step back"
    ),
    "training": (
        "training; train; trained; learning event; learning events; workshop; workshops; briefing; briefings; workforce "
        "development; seven-minute briefing; 7 minute briefing; awareness; awareness raising; raise awareness; "
        "e-learning; induction; skills; competence; competency; competent; confidence; confident; equip; equipped; "
        "knowledge; understand; understanding; learn; learning; upskill; continuing professional development; CPD; "
        "refresher; teaching; taught; course; courses; knowledgeable; curriculum; guidance for staff; taught to; staff "
        "must know; must know; need to know; aware; unaware; understanding of; recognise; recognised; recognition; "
        "recognising; signs; signs of; identify; identified; identification; identifying; spot; awareness of; is poor; "
        "know the signs; trained in; what to look for"
    ),
    "policy": (
        "policy; policies; procedure; procedures; protocol; protocols; guidance; guideline; guidelines; pathway; "
        "pathways; framework; standard operating procedure; practice guidance; toolkit; standards; process; processes; "
        "practice guide; checklist; template; tool; tools; resource pack; common approach; agreed way; agreed form; "
        "agreed approach; shared approach; gap; gaps; agree; agreed; agreement; rule; rules; written; arrangements; "
        "arrangement; common tool; shared toolkit; consistent use; consistent; consistently; clear when"
    ),
    "audit": (
        "audit; audits; audited; dip sample; dip sampling; dip-sample; quality assurance; quality assure; assurance; seek "
        "assurance; assure itself; assured; satisfy itself; scrutiny; scrutinise; monitor; monitoring; monitored; "
        "evidence that; check that; performance data; data set; dataset; measure; report back; report to the board; test "
        "whether; test; sampling; evaluate; evaluation; inspection; tested; spot checks; spot check; found out whether; "
        "find out whether; lasted; changes have lasted; made a difference; reviewed; tested in practice; in practice; "
        "check whether; checks; looked at; look at whether; looked into; evidence of; results; outcomes; show whether; "
        "progress; measured; proof; prove; test of"
    ),
    "staffing": (
        "workload; workloads; caseload; caseloads; capacity of the workforce; staffing; vacancies; vacancy; turnover; "
        "retention; recruitment; agency staff; agency workers; staff shortages; resources; resourcing; funding; demand; "
        "staff numbers; enough staff; recruit; staff turnover; unallocated; waiting lists; waiting list; waiting times; "
        "waits; delay; delays; backlog; overstretched; under pressure; short of staff; shortage; shortages; understaffed; "
        "high caseloads; pressure of work; timely; backlogs; queue; queues; months for; wait; waits for; people wait; "
        "time to; leave time; pressures; number of staff"
    ),
    "staff-support": (
        "staff support; support for staff; support staff; support to staff; support for practitioners; vicarious trauma; "
        "wellbeing of staff; staff wellbeing; debrief; debriefs; emotional impact; burnout; impact on staff; violent "
        "families; threats to staff; intimidation; intimidated; staff safety; fear; afraid; frightened; hostility; "
        "workers were frightened; frightened of; fear of; fears; scared; threatening; threatened; threaten; violent and "
        "threatening; aggressive; aggression; hostile; intimidating; intimidate; counselling; emotional; emotionally; "
        "distress; distressed; secondary trauma; wellbeing; support for those who knew; supporting staff; staff affected; "
        "after a death; stopped going in; those who knew the child; stress; emotional support"
    ),
    "capacity": (
        "mental capacity; mental capacity act; MCA; capacity assessment; capacity assessments; best interests; best "
        "interest; executive capacity; executive functioning; executive function; capacity; lack capacity; fluctuating "
        "capacity; unwise decisions; unwise choice; unwise decision; unwise choices; decision-making ability; ability to "
        "decide; able to decide; deprivation of liberty; DoLS; court of protection; make decisions for themselves; "
        "capacitous; inherent jurisdiction; lifestyle choice; lifestyle choices; unwise; wrong decisions; whether he was "
        "able; whether she was able; able to carry out; carry out what he decided; carry out decisions; act on decisions; "
        "ability; decide for themselves; freedom to choose; choice; choices; understand the consequences; decisional; "
        "fluctuating; mental capacity act training; own decisions; right to refuse; presume capacity; presumption of "
        "capacity; assumed capacity; executive; significant decision; decisions; decision"
    ),
    "consent": "consent; permission; agreement of the parents; agree to",
    "legal": (
        "legal advice; care proceedings; legal planning meeting; public law outline; PLO; court; courts; legal options; "
        "legal powers; legal; solicitor; supervision order; family court; cafcass; special guardianship; SGO; injunction; "
        "statutory powers; law; powers"
    ),
    "contact-arrangements": (
        "contact arrangements; contact centre; family time; child arrangements; supervised contact; contact with the "
        "father; separation; separated; after separation; private law; contact after; contact with children; handovers of "
        "the children"
    ),
    "reunification": (
        "reunification; return home from care; returning home; returned home; rehabilitation home; return to parents; "
        "going back to parents; goes back to live"
    ),
    "medical": (
        "paediatric assessment; paediatrician; paediatricians; child protection medical; medical examination; skeletal "
        "survey; body map; body maps; consultant paediatrician; second opinion; medical opinion; paediatric; medical; "
        "medicals; examine; examined; examination; x-ray; forensic; specialist doctor; examined it; medical opinions; "
        "medically assessed; medical assessment; seen by a doctor; doctor has examined; consultant; specialists; expert"
    ),
    "physical-health": (
        "physical health; health needs; annual health check; annual health checks; health check; health checks; diabetes; "
        "epilepsy; long-term condition; long term conditions; chronic condition; chronic illness; asthma; health action "
        "plan; reasonable adjustments; reasonable adjustment; hospital passport; medical condition; medical conditions; "
        "medical needs; illness; sepsis; deterioration; deteriorating; NEWS2; vital signs; physical observations; unwell; "
        "sick; soft signs; physical ill health; ill health; pain; symptoms; illnesses; untreated; screening; "
        "constipation; epileptic; treatable; health of people; health problems; treatment; passport; adjustments; how "
        "care is given; changes made to"
    ),
    "end-of-life": "end of life; palliative; DNACPR; do not resuscitate; advance care planning",
    "out-of-hours": (
        "out of hours; out-of-hours; emergency duty team; EDT; evenings and weekends; weekend; weekends; night; nights; "
        "bank holidays; after hours; at night; evening; evenings; friday; saturday; sunday; bank holiday; late at night; "
        "weekends and evenings; holiday periods"
    ),
    "board-governance": (
        "board; boards; partnership; safeguarding partners; governance; strategic leads; executive; executives; senior "
        "leaders; leadership; subgroup; chief officers"
    ),
    "review-learning": (
        "learning from reviews; previous reviews; earlier reviews; previous recommendations; embed learning; embed; "
        "disseminate; dissemination; action plan; action plans; lessons; lessons learned; case reviews; rapid review; "
        "rapid reviews; learning into practice; same recommendations; recommendations were made; recommendation was made; "
        "recommendations; made before; lessons from; same lessons; learned; learnt; repeat recommendations; recurring; "
        "recur; lessons are embedded; learning from; findings of reviews; changes have lasted; reviews"
    ),
    "public": (
        "public; community; public awareness; campaign; campaigns; neighbours; members of the public; bystanders; local "
        "people; publicity; communities"
    ),
    "relationship-based": (
        "relationship-based; relationships; trusted relationship; build trust; trust; persistent; persistence; assertive "
        "outreach; outreach; trusted adult; trusting relationship; continuity of worker; consistent worker; continuity; "
        "same worker; keep trying; perseverance; assertive; persevere; tenacity; tenacious; trusts; somebody they trust; "
        "worker whom; whom he trusts; whom she trusts; whom the man trusts; keep going; not give up; giving up; keeps "
        "trying; takes time; long term; long-term work; stick with; consistent; outreach workers; time and patience; "
        "patience; flexible; flexibly; whom they trust"
    ),
    "bias": (
        "unconscious bias; bias; assumptions; assumption; stereotype; stereotypes; adultification; adultified; diagnostic "
        "overshadowing; overshadowing; start again syndrome; over-optimism; optimism; optimistic; rule of optimism; "
        "lifestyle choice; labels; labelling; labelled; victim blaming; victim-blaming; prejudice; discrimination; "
        "stigma; judgemental; language used; language about; words used; blaming; professional language; lifestyle "
        "choices; derogatory; optimistically; put down to; attributed to; explained by; explains everything; explain "
        "everything; explained away; seen as; treated as; regarded as; assumed; assume; assuming; objective; labels such "
        "as; disability as an explanation; see beyond; beyond impairment; look beyond the diagnosis; diagnosis; blamed; "
        "blame; blames; thought racist; fixed view; fixed views; mindset; hopeful; hope; too hopeful; judgment; judgement"
    ),
    "isolation": (
        "isolation; isolated; loneliness; lonely; lives alone; living alone; socially isolated; hidden child; invisible; "
        "unseen; not seen; hidden from view; out of sight; nobody sees; disappears from view; from sight; removes a child "
        "from sight; sight of; nobody had seen; not been seen; no one saw; cut off; no contact with; alone in"
    ),
    "registration": (
        "registration; register; registered; not registered with a GP; registering; new registration; registers; "
        "unregistered; household members; who lives; who is living; household composition; composition of the household; "
        "who lives in the home; people in the household; family composition; genogram; genograms; who else; household; "
        "who is in the household; who they are; find out who; who visits; members of the household; every member of the "
        "family; family members; who lives together; linked to which adults; linked to; which children; which adults; new "
        "patients; patients; GP registration; who else lives; adults in the home"
    ),
    "bereavement": (
        "bereavement; bereaved; grief; loss; losses; death of a parent; mourning; grieving; death of; died; lost a "
        "parent; lost a child"
    ),
    "young-parents": (
        "young parents; teenage parents; teenage mother; young mother; teenage pregnancy; care leavers who are parents; "
        "family nurse partnership; FNP; young mothers; teenage mothers; first time parents; young fathers; young parent; "
        "young families; mothers under; parents who are young; family nurse; teenagers who become parents; become "
        "parents; becoming a parent"
    ),
    "concealed-pregnancy": (
        "concealed pregnancy; concealed pregnancies; late booking; late bookings; denied pregnancy; denial of pregnancy; "
        "unbooked; books late; hidden pregnancy; concealing; conceal; no antenatal care; booked late; hides a pregnancy; "
        "pregnancies that are hidden; concealed; late booked; late-booked; late booked pregnancy; unbooked pregnancy; "
        "presents in labour; in labour unbooked; hid her pregnancy; hides her pregnancy; hid the pregnancy; hiding a "
        "pregnancy; did not know she was pregnant; not book; booking late; missed antenatal; antenatal appointments; no "
        "antenatal"
    ),
    "prison": (
        "prison; custody; remand; release from prison; prisoner; imprisonment; young offender; youth justice; offending; "
        "released; offenders; MAPPA; offender; bail; criminal justice; convictions; conviction; released from custody; "
        "while in custody; sentence; sentenced; courts and probation; inmate; jailed; jail; detained"
    ),
    "asylum": "asylum; refugee; unaccompanied; immigration; migrant; migrants; asylum seeking; UASC; asylum seekers; refugees",
    "gambling": "gambling",
    "post-natal": (
        "postnatal; post-natal; after birth; new birth visit; six week check; six to eight week; new mothers; new baby; "
        "new birth; new birth visits; after the birth; after a birth; six week review; six-week review; postnatal "
        "contacts; universal contacts; universal postnatal; first weeks; newborn visit; mandated contacts; mandated "
        "visits; birth visit; health visitor contacts"
    ),
    "quality-of-referral": (
        "quality of referrals; quality of the referral; referral form; referral forms; clear referrals; incomplete "
        "referrals; analysis in referrals"
    ),
    "police-notification": (
        "police notifications; police notification; public protection notice; PPN; police reports; merlin; vulnerability "
        "form; operation encompass; encompass; domestic incident notification; called to a; attend an incident; incidents "
        "attended; incidents attended by police; attended by police; officers are called; called out; call outs; "
        "callouts; notifications; by the next morning; next morning; next school day; before school; police incidents"
    ),
    "welfare-check": (
        "welfare check; welfare checks; wellbeing check; safe and well check; concern for welfare; force entry; forced "
        "entry; gain entry; gaining entry; right care right person; entry to the home; nobody answers; no answer; do not "
        "answer; not answering; who goes in; go in; forces entry; force entry when; who forces entry; breaks in; break "
        "down the door; checks on welfare; concerns for welfare; known to be ill; no reply; do not open; cannot be "
        "reached; uncontactable"
    ),
    "parental-conflict": "parental conflict; family conflict; arguments between parents; conflict between parents",
    "frequent": (
        "frequent attender; frequent attenders; repeat attendance; repeat attendances; repeated attendances; frequent "
        "attendance; high intensity user; high intensity; repeat presentations; repeated presentations; repeat calls; "
        "repeated calls; frequent callers; keeps coming back; again and again; attendances; presentations; forty times; "
        "many times; times in a year; repeat callers; repeat caller; repeat victims; repeat victim; repeatedly; repeated; "
        "frequent; frequently; regularly attends; regular attenders; multiple attendances; frequent calls; calls to 999; "
        "frequent contact; often attends"
    ),
    "separation": (
        "separation; separate; separated; separating; left him; leaving him; leaves him; leave an abusive; break up; "
        "broke up; ending the relationship; relationship ends; when the relationship ends; after they part; parted; split "
        "up; divorce; contact arrangements; child arrangements; ex-partner; former partner; post-separation; post- "
        "separation abuse"
    ),
    "strangulation": (
        "strangulation; non-fatal strangulation; strangled; strangle; grabbed by the throat; throat; choked by a partner; "
        "choking by a partner; hands round the neck; neck; suffocation; lethality; smother"
    ),
    "sex-offender": (
        "sex offender; sex offenders; registered sex offender; child sex offender; child sex offender disclosure scheme; "
        "child sex offender scheme; sarah's law; on the register; on the sex offenders register; MAPPA; previous "
        "convictions; schedule one; sexual offenders; sexual risk order; risk to children; person who poses a risk; "
        "offences against children; convicted of; violent offender; sexual offence"
    ),
    "parent-away": (
        "who is caring for children; where the children were; where the children are; arrangements for the children; "
        "arrangements exist for dependants; dependants; in custody; mother is in prison; parents in prison; parent in "
        "prison; children of prisoners; sentenced; at sentence; remanded; parent is admitted; admitted to hospital; while "
        "she was in custody; imprisonment of a parent; arrest of a parent; arrested; parental imprisonment"
    ),
    "deprivation": (
        "deprivation of liberty; DoLS; liberty protection; liberty; authorisation; authorisations; authorised; under the "
        "safeguards; confined; confinement; locked in; not free to leave; free to leave; LPS; deprived of; people "
        "confined; best interests assessor"
    ),
    "discharge-notes": "summaries; summary; discharge letter; discharge letters; letters to the gp",
    "exploited-adult": "cuckooing; cuckooed; home taken over; taken over by drug dealers; mate crime; predatory; befriended",
    "progress-for-child": (
        "what has changed for the child; changed for the child; nothing improved; nothing changed; no improvement; "
        "improved for the children; outcomes for children; impact of the plan; drift; drift and delay; progress; "
        "improvement; improvements; improves; sustained change; change for the child; outcome for the child; judged by; "
        "measure of change; parents attended; attendance of the parents"
    ),
}
